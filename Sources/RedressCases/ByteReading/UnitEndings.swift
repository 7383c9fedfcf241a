import RedressDiagnostics
import RedressEngine
import RedressSyntax
import RedressValues

/// What stands behind the figure of a quantity (` CNY`, `%`, ` days`, ` CNY per kg`), by what it makes of the figure.
struct UnitEnding: Sendable {
  /// One of it, in base units.
  let one: Rational
  /// The figure is the value.
  let isOne: Bool
  /// Under `currency of the case`: which currency the quantity says that is, by its position in the plan.
  let currency: Int?
  /// Where only whole multiples of something may be stated: whether one of it is such a multiple.
  let isStep: Bool
}

/// An ending that the ordinary path takes.
struct FoundEnding {
  let one: Rational
  let currency: Currency?
}

private let mostEndings = 2_000

/// The endings that quantities of a unit may have. Each has been tried on the ordinary path, so both agree by
/// construction.
func unitEndings(of unit: Unit, words: UnitWords) -> (texts: [String], endings: [FoundEnding]) {
  var texts: [String] = []
  var endings: [FoundEnding] = []
  var seen: Set<String> = []
  for text in endingTexts(for: unit, words) {
    guard seen.insert(text).inserted, let ending = tried(text, of: unit, words) else { continue }
    texts.append(text)
    endings.append(ending)
  }
  return (texts, endings)
}

/// What a quantity with this ending is on the ordinary path; nil where it is refused there.
private func tried(_ text: String, of unit: Unit, _ words: UnitWords) -> FoundEnding? {
  let value = CaseValueSyntax(jsonString: "1" + text, Span(SourceID(0), 0, text.utf8.count + 3))
  guard case .quantity(let quantity, isNegative: false) = value.form, quantity.number.text == "1",
    let found = try? words.read(quantity, isNegative: false)
  else { return nil }
  guard unit.hasMoneyOfTheCase else {
    return found.unit.sameDimension(as: unit)
      ? FoundEnding(one: found.value, currency: nil) : nil
  }
  let currency = found.unit.components.lazy.compactMap { component -> Currency? in
    guard case .currency(let code) = component.base, let currency = Currency.named(code) else { return nil }
    return found.unit.sameDimension(as: unit.replacing(.ofTheCase, with: currency)) ? currency : nil
  }.first
  return currency.map { FoundEnding(one: found.value, currency: $0) }
}

/// What people most often write: one word, and at most one behind `per`.
private func endingTexts(for unit: Unit, _ words: UnitWords) -> [String] {
  if unit.isNumber { return [""] }
  let factors = unit.components.filter { $0.power > 0 }
  let divisors = unit.components.filter { $0.power < 0 }
  guard factors.count == (unit.isPercent ? 0 : 1), divisors.count <= 1 else { return [] }
  let known = Unit.knownWords + words.declaredWords
  let figures = factors.first.map { unitWords(for: $0, among: known, words).map { " " + $0 } } ?? ["%"]
  guard let divisor = divisors.first else { return figures }
  let perWords = unitWords(for: divisor, among: known, words)
  guard figures.count * perWords.count <= mostEndings else { return [] }
  return figures.flatMap { figure in perWords.map { figure + " per " + $0 } }
}

private func unitWords(for component: Unit.Component, among known: [String], _ words: UnitWords) -> [String] {
  if component.base == .currency(Currency.ofTheCase.code) { return Currency.codes }
  if case .currency(let code) = component.base { return [code] }
  return known.filter { word in words.unit(of: word)?.components.first?.base == component.base }
}
