import RedressDiagnostics
import RedressEngine
import RedressSyntax
import RedressValues

/// What may stand behind the figure of a quantity of one unit (` CNY`, `%`, ` days`, ` CNY per kg`), and what it makes
/// of the figure. Each ending has been tried on the ordinary path, so both agree by construction.
struct UnitEndings: Sendable {
  struct Ending: Sendable {
    /// In base units.
    let one: Rational
    /// The figure is the value.
    let isOne: Bool
    /// Under `currency of the case`: which currency the quantity says that is.
    let currency: Currency?
  }

  let table: ByteTable
  /// By position in the table.
  let endings: [Ending]

  private static let mostEndings = 2_000

  init(of unit: Unit, words: UnitWords) {
    var texts: [String] = []
    var endings: [Ending] = []
    for text in Self.candidates(for: unit, words) where !texts.contains(text) {
      guard let ending = Self.ending(text, of: unit, words) else { continue }
      texts.append(text)
      endings.append(ending)
    }
    if let table = ByteTable(texts) {
      self.table = table
      self.endings = endings
    } else {
      table = .empty
      self.endings = []
    }
  }

  /// What a quantity with this ending is on the ordinary path; nil where it is refused there.
  private static func ending(_ text: String, of unit: Unit, _ words: UnitWords) -> Ending? {
    let value = CaseValueSyntax(jsonString: "1" + text, Span(SourceID(0), 0, text.utf8.count + 3))
    guard case .quantity(let quantity, isNegative: false) = value.form, quantity.number.text == "1",
      let found = try? words.read(quantity, isNegative: false)
    else { return nil }
    guard unit.hasMoneyOfTheCase else {
      return found.unit.sameDimension(as: unit)
        ? Ending(one: found.value, isOne: found.value == .one, currency: nil) : nil
    }
    let currency = found.unit.components.lazy.compactMap { component -> Currency? in
      guard case .currency(let code) = component.base, let currency = Currency.named(code) else { return nil }
      return found.unit.sameDimension(as: unit.replacing(.ofTheCase, with: currency)) ? currency : nil
    }.first
    return currency.map { Ending(one: found.value, isOne: found.value == .one, currency: $0) }
  }

  /// What people most often write: one word, and at most one behind `per`.
  private static func candidates(for unit: Unit, _ words: UnitWords) -> [String] {
    if unit.isNumber { return [""] }
    let factors = unit.components.filter { $0.power > 0 }
    let divisors = unit.components.filter { $0.power < 0 }
    guard factors.count == (unit.isPercent ? 0 : 1), divisors.count <= 1 else { return [] }
    let known = Unit.knownWords + words.declaredWords
    let figures = factors.first.map { Self.words(for: $0, among: known, words).map { " " + $0 } } ?? ["%"]
    guard let divisor = divisors.first else { return figures }
    let perWords = Self.words(for: divisor, among: known, words)
    guard figures.count * perWords.count <= mostEndings else { return [] }
    return figures.flatMap { figure in perWords.map { figure + " per " + $0 } }
  }

  private static func words(for component: Unit.Component, among known: [String], _ words: UnitWords) -> [String] {
    if component.base == .currency(Currency.ofTheCase.code) { return Currency.codes }
    if case .currency(let code) = component.base { return [code] }
    return known.filter { word in words.unit(of: word)?.components.first?.base == component.base }
  }
}
