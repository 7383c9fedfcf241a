import RedressDiagnostics
import RedressEngine
import RedressSyntax
import RedressValues

// Single values. Each function gives nil where the value does not do, which it has reported then.
extension Binder {
  /// A value as the fact or the field wants it, within its bounds.
  mutating func stated(
    _ value: CaseValueSyntax, as attributes: Schema.Attributes, for target: CaseProblem.Target
  ) -> Facts.Stated? {
    if case .missing = value.form { return nil }
    switch attributes.type {
    case .yesOrNo:
      return yesOrNo(value, for: target).map { .ordinal($0 ? 1 : 0) }
    case .kind(let kind):
      let words = schema.kinds.indices.contains(kind) ? schema.kinds[kind].words : []
      guard let word = word(value, among: words, isOption: false, for: target),
        isWithinBounds(Rational(word), value, of: attributes, for: target)
      else { return nil }
      return .ordinal(Int64(word))
    case .quantity(let unit):
      guard let number = number(value, in: unit, for: target),
        isWhole(number, value, as: attributes, unit, for: target),
        isWithinBounds(number, value, of: attributes, for: target)
      else { return nil }
      return .number(number)
    case .date:
      guard let day = day(value, for: target),
        isWithinBounds(Rational(Int(day.dayNumber)), value, of: attributes, for: target)
      else { return nil }
      return .ordinal(Int64(day.dayNumber))
    case .time:
      guard let minute = minute(value, for: target),
        isWithinBounds(Rational(minute.minuteNumber), value, of: attributes, for: target)
      else { return nil }
      return .ordinal(Int64(minute.minuteNumber))
    case .text:
      guard let text = text(value, for: target) else { return nil }
      facts.texts.append(text)
      return .text(Int32(truncatingIfNeeded: facts.texts.count - 1))
    case .list(let record), .record(let record):
      problems.append(.wrongType(target, written(value), .rows(columns: columns(of: record))))
      return nil
    }
  }

  private mutating func yesOrNo(_ value: CaseValueSyntax, for target: CaseProblem.Target) -> Bool? {
    if case .yesNo(let answer) = value.form { return answer }
    problems.append(.wrongType(target, written(value), .yesOrNo))
    return nil
  }

  /// The position of a word.
  mutating func word(
    _ value: CaseValueSyntax, among words: [String], isOption: Bool, for target: CaseProblem.Target
  ) -> Int? {
    if case .missing = value.form { return nil }
    let text: String?
    switch (value.json, value.form) {
    case (.string(let content), _): text = content
    case (nil, .word(let word)): text = word
    case (nil, .yesNo(let answer)): text = answer ? "yes" : "no"
    default: text = nil
    }
    guard let text else {
      problems.append(.wrongType(target, written(value), isOption ? .options(words) : .words(words)))
      return nil
    }
    if let position = words.firstIndex(of: text) { return position }
    problems.append(
      .unknownWord(
        target, written(value), words: words, nearest: nearest(to: text, among: words), isOption: isOption))
    return nil
  }

  /// A text, from a case file in quotation marks or as a single word.
  mutating func text(_ value: CaseValueSyntax, for target: CaseProblem.Target) -> String? {
    switch (value.json, value.form) {
    case (_, .missing): return nil
    case (.string(let content), _): return content
    case (nil, .text(let content)), (nil, .word(let content)): return content
    default:
      problems.append(.wrongType(target, written(value), .text))
      return nil
    }
  }

  // MARK: Numbers

  /// A quantity in base units of a unit's dimension.
  mutating func number(_ value: CaseValueSyntax, in unit: Unit, for target: CaseProblem.Target) -> Rational? {
    if case .missing = value.form { return nil }
    let declared = unit
    let unit = shown(unit)
    guard case .quantity(let quantity, let isNegative) = value.form else {
      problems.append(.wrongType(target, written(value), .quantity(unit)))
      return nil
    }
    // JSON's own numbers are plain numbers and nothing else.
    if value.json == .number, !unit.isNumber {
      problems.append(.wrongType(target, written(value), .quantity(unit)))
      return nil
    }
    let found: UnitWords.Quantity
    do {
      found = try units.read(quantity, isNegative: isNegative)
    } catch .unknownUnit(let word) {
      let candidates = Unit.knownWords + units.declaredWords + Currency.codes
      problems.append(
        .unitUnknown(target, word: word, wanted: unit, nearest: nearest(to: word.text, among: candidates)))
      return nil
    } catch {
      problems.append(.tooLarge(target, written(value)))
      return nil
    }
    if declared.hasMoneyOfTheCase {
      if let currency = currencyToItself(quantity, as: declared) {
        if isOnlyCurrency(currency, value.span) { return found.value }
      } else if isMoneyOfTheCase(found.unit, as: declared, value.span) {
        return found.value
      }
    }
    if found.unit.sameDimension(as: unit) || found.isLiteralZero { return found.value }
    let number = (isNegative ? "-" : "") + quantity.number.text
    problems.append(
      found.isBare
        ? .unitMissing(target, written(value), number: number, unit)
        : .unitUnfitting(target, written(value), number: number, found: found.unit, wanted: unit))
    return nil
  }

  /// A unit as messages show it: with the currency of the case, as far as it is known.
  private func shown(_ unit: Unit) -> Unit {
    guard let currency = facts.currency else { return unit }
    return unit.replacing(.ofTheCase, with: currency)
  }

  /// Whether a quantity is in the unit wanted, with some currency for the case's; the case has only one.
  private mutating func isMoneyOfTheCase(_ found: Unit, as wanted: Unit, _ span: Span) -> Bool {
    let currency = found.components.lazy.compactMap { component -> Currency? in
      guard case .currency(let code) = component.base, let currency = Currency.named(code) else { return nil }
      return found.sameDimension(as: wanted.replacing(.ofTheCase, with: currency)) ? currency : nil
    }.first
    return currency.map { isOnlyCurrency($0, span) } ?? false
  }

  /// The currency of a rate such as `1 XDR per XDR`, where a rate to the currency of the case is wanted.
  private func currencyToItself(_ quantity: QuantitySyntax, as wanted: Unit) -> Currency? {
    guard let written = quantity.unit, let word = written.numerator?.text, written.divisors.map(\.word.text) == [word],
      let currency = Currency.named(word)
    else { return nil }
    let bases = wanted.replacing(.ofTheCase, with: currency).components.map { ($0.base, $0.power) }
    let isRate = bases.allSatisfy { $0.0 == .currency(word) } && bases.reduce(0) { $0 + $1.1 } == 0
    return isRate ? currency : nil
  }

  /// Whether a currency can be the case's, which has only one.
  private mutating func isOnlyCurrency(_ currency: Currency, _ span: Span) -> Bool {
    // Another one than the case names is reported as a unit that does not fit.
    if let own = facts.currency { return own == currency }
    guard let first = firstSum else {
      firstSum = (currency, span)
      return true
    }
    if first.currency != currency, !problems.contains(where: { if case .twoCurrencies = $0 { true } else { false } }) {
      problems.append(
        .twoCurrencies(
          CaseProblem.Sum(currency: first.currency.code, span: first.span),
          CaseProblem.Sum(currency: currency.code, span: span)))
    }
    return true
  }

  private mutating func isWhole(
    _ number: Rational, _ value: CaseValueSyntax, as attributes: Schema.Attributes, _ unit: Unit,
    for target: CaseProblem.Target
  ) -> Bool {
    guard attributes.isWhole else { return true }
    guard let count = try? number / unit.scale else {
      problems.append(.tooLarge(target, written(value)))
      return false
    }
    if count.isWhole { return true }
    problems.append(.notWhole(target, written(value), unit))
    return false
  }

  private mutating func isWithinBounds(
    _ number: Rational, _ value: CaseValueSyntax, of attributes: Schema.Attributes, for target: CaseProblem.Target
  ) -> Bool {
    guard let bounds = attributes.bounds, !bounds.include(number) else { return true }
    var words: [String] = []
    if case .kind(let kind) = attributes.type, schema.kinds.indices.contains(kind) { words = schema.kinds[kind].words }
    problems.append(.outOfBounds(target, written(value), bounds, attributes.type, words: words))
    return false
  }

  // MARK: Dates and times

  private mutating func day(_ value: CaseValueSyntax, for target: CaseProblem.Target) -> CivilDate? {
    if case .date(let text) = value.form { return day(of: text, value, for: target) }
    problems.append(.wrongType(target, written(value), .date))
    return nil
  }

  /// The day a text names that stands for one.
  mutating func day(of text: String, _ value: CaseValueSyntax, for target: CaseProblem.Target) -> CivilDate? {
    if let day = CivilDate(text) { return day }
    let isShapedLikeOne = text.utf8.count == 10 && text.utf8.allSatisfy { $0 == 0x2D || (0x30...0x39).contains($0) }
    problems.append(
      isShapedLikeOne ? .impossibleDate(target, written(value)) : .wrongType(target, written(value), .date))
    return nil
  }

  private mutating func minute(_ value: CaseValueSyntax, for target: CaseProblem.Target) -> CivilTime? {
    switch value.form {
    case .date(let text):
      return day(of: text, value, for: target).map { CivilTime($0) }
    case .time(let text):
      if let minute = CivilTime(text) { return minute }
      problems.append(.impossibleDate(target, written(value)))
      return nil
    default:
      problems.append(.wrongType(target, written(value), .time))
      return nil
    }
  }
}

extension Schema.Bounds {
  /// Whether a value in base units lies within.
  func include(_ value: Rational) -> Bool {
    if let lower, value < lower || (excludesLower && value == lower) { return false }
    if let upper, upper < value { return false }
    return true
  }
}
