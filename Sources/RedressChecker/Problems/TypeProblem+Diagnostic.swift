import RedressDiagnostics
import RedressSyntax

extension TypeProblem {
  var diagnostic: Diagnostic {
    switch self {
    case .notYesOrNo(let span, let found):
      CheckProblem.finding(
        "R0211", "this is not something that can be yes or no", span, "this is \(found.noun)",
        ["ask something about it, with `=`, `<`, `>=` …"])
    case .wordsJoinedByOr(let span, let words, let suggestion):
      CheckProblem.finding(
        "R0212",
        "\(CheckProblem.listed(words)) \(words.count == 1 ? "is" : "are") not something that can be yes or no", span,
        "did you mean any of these?", ["write `\(suggestion)`"])
    case .wrongType(let span, let found, let expected, let place):
      CheckProblem.finding(
        "R0213", "\(expected.noun) should stand here, and this is \(found.noun)", span, "this is \(found.noun)",
        wrongTypeHelps(found, expected), also: [(place, "this asks for \(expected.noun)")])
    case .unitsDoNotFit(let mismatch): mismatch.diagnostic
    case .percentAndAmount(let span, let percent, let amount, let isDifference, let unit, let amountPlace):
      CheckProblem.finding(
        "R0215",
        isDifference
          ? "`\(percent)` cannot be taken from an amount without saying of what"
          : "`\(percent)` cannot be added to an amount without saying of what", span, "a percentage",
        percentHelps(percent, amount, isDifference), also: [(amountPlace, "this is \(TypeWords.quantity(unit).noun)")])
    case .percentOfWhat(let span, let percent, let verb) where verb == "pay" || verb == "share":
      CheckProblem.finding(
        "R0216", "`\(verb) \(percent)`: a percentage of what?", span, "a percentage is no amount",
        ["say of what: `\(verb) \(percent) of …`"])
    case .percentOfWhat(let span, let percent, let step):
      CheckProblem.finding(
        "R0216", "`\(step) \(percent)`: a percentage of what?", span, "a percentage is no amount",
        ["of the amount reached here: `\(step) \(percent) of it`; of something else: `\(step) \(percent) of …`"])
    case .changedByAmount(let span, let found, let suggestion):
      CheckProblem.finding(
        "R0217", "`reduced by` and `increased by` take a percentage", span, "this is \(found.noun)",
        ["for an amount write `\(suggestion)`"])
    case .noArithmetic(let span, let operation, let left, let right):
      CheckProblem.finding(
        "R0218", operation.message(left, right), span, "this cannot be calculated",
        ["only amounts, numbers and percentages are calculated with"])
    case .dateArithmetic(let span, let suggestion):
      CheckProblem.finding(
        "R0219", "a date is not moved with `+` or `-`", span, "a date and a length of time",
        ["write `\(suggestion)`"])
    case .dateAndTime(let span, let date, let time):
      CheckProblem.finding(
        "R0220", "a date and a time do not mix", span, "`\(date)` is a date, `\(time)` a time",
        ["write `date of \(time)` for its day"])
    case .partOfDay(let span, let written, let part):
      CheckProblem.finding(
        "R0221", "`\(written)` is not a whole number of \(part.noun)", span, "this is a part of a \(part.one)",
        [part == .day ? "a date moves by whole days; for hours the fact must be a time" : "write a whole number"])
    case .unordered(let span, let kind, let words):
      CheckProblem.finding(
        "R0222", "nothing says which is less and which is more", span, "\(kind.noun) has no order",
        words.isEmpty
          ? ["ask with `=` or `!=`"]
          : ["give the words an order where the kind is declared: `\(words.prefix(4).joined(separator: " < "))`"])
    case .missingArguments(let name, let parameters):
      CheckProblem.finding(
        "R0223", "`\(name.text)` asks for \(CheckProblem.listed(parameters))", name.span, "of what?",
        ["write `\(name.text)(\(parameters.joined(separator: ", ")))` with values for these"])
    case .wrongArgumentCount(let name, let parameters, let found, let span):
      CheckProblem.finding(
        "R0223",
        parameters.isEmpty
          ? "`\(name.text)` asks for nothing in brackets"
          : "`\(name.text)` asks for \(CheckProblem.listed(parameters))",
        span, found == 1 ? "one value is given" : "\(found) values are given",
        ["write `\(name.text)\(parameters.isEmpty ? "" : "(\(parameters.joined(separator: ", ")))")`"])
    case .fieldOfValue(let name, let found):
      CheckProblem.finding(
        "R0224", "\(found.noun) has no field `\(name.text)`", name.span, "not an element of a list",
        ["fields are read of one element: `for each lot in lots`, then `lot.\(name.text)`"])
    case .notAList(let name, let found):
      CheckProblem.finding(
        "R0225", "`\(name.text)` is not a list", name.span,
        found.map { "this is \($0.noun)" } ?? "one element, not a list",
        ["a list is declared with `list of`: `fact lots : list of Lot`"])
    case .impossibleDate(let span, let text):
      CheckProblem.finding(
        "R0226", "there is no `\(text)`", span, "not a day of the calendar",
        ["a date is year-month-day, a time `2026-03-05 14:00`; the year is 0001 to 9999"])
    case .numberTooLarge(let span):
      CheckProblem.finding(
        "R0227", "this number is too large, or too long, to be calculated with exactly", span, "this number",
        ["up to about 30 digits can be held"])
    case .misplaced(let span, let what): what.diagnostic(span)
    case .typeUnusable(let span, let type): type.diagnostic(span)
    }
  }

  private func wrongTypeHelps(_ found: TypeWords, _ expected: TypeWords) -> [String] {
    switch (found, expected) {
    case (.element, _), (.list, _): ["say which field of it, or how many: `sum of …`, `count …`"]
    case (.date, .time), (.dateOrTime, .time): ["the fact must be declared as a `time`"]
    case (.time, .date): ["write `date of …` for its day"]
    case (.date, .dateOrTime), (.time, .dateOrTime): []
    case (_, .dateOrTime): ["declare it as `date` or `time`"]
    case (.text, .wordOf), (.text, .oneOf), (.text, .optionOf), (.text, .weekday):
      ["write the word without quotation marks"]
    default: []
    }
  }

  private func percentHelps(_ percent: String, _ amount: String, _ isDifference: Bool) -> [String] {
    [
      "write `\(amount) \(isDifference ? "reduced" : "increased") by \(percent)`, or say of what: "
        + "`\(amount) \(isDifference ? "-" : "+") \(percent) of …`"
    ]
  }
}

extension UnitMismatch {
  fileprivate var diagnostic: Diagnostic {
    CheckProblem.finding(
      "R0214", "the units do not fit", place, "this is \(unit.counted)", helps, also: [(otherPlace, otherText)])
  }

  private var otherText: String {
    switch role {
    case .linesOfPolicy: "lines of this policy are in \(expected.counted)"
    case .otherSide, .base: "this is \(expected.counted)"
    case .statedType, .bound: "declared as \(expected.counted)"
    case .period: "counted in \(expected)"
    case .parameter: "asks for \(expected.counted)"
    case .column: "a column of \(expected == "number" ? "numbers" : expected == "percent" ? "percentages" : expected)"
    case .recourse: "recourse is a percentage"
    case .share: expected == "percent" ? "shares are percentages" : "weighed in \(expected)"
    }
  }

  private var helps: [String] {
    let wanted = otherPlace == nil ? ["\(expected.counted) should stand here"] : []
    switch mend {
    case nil: return wanted
    case .amounts(let written): return ["write \(CheckProblem.listed(written, by: "or"))"]
    case .rate(let name, let unit): return wanted + ["multiply by a rate, such as a fact `\(name) : \(unit)`"]
    case .multiply(let unit): return wanted + ["multiply by an amount in \(unit)"]
    case .divide(let unit): return wanted + ["divide by an amount in \(unit), or count it for each: `… per \(unit)`"]
    case .percentOf: return wanted + ["say of what: `… of …`"]
    case .onlyZero: return ["each case says its own currency, so only 0 can be a bound; take the other one out"]
    case .ratedAmount:
      return ["each case says its own currency: write a sum in a fixed one, times a rate, such as `200 EUR * eur_rate`"]
    }
  }
}

extension String {
  /// A unit as what an amount is: `CNY`, `a number`, `a percentage`.
  fileprivate var counted: String {
    switch self {
    case "number": "a number"
    case "percent": "a percentage"
    case "money": "the currency of the case"
    default: self
    }
  }
}

extension ArithmeticWord {
  fileprivate func message(_ left: TypeWords, _ right: TypeWords?) -> String {
    let second = right?.noun ?? ""
    switch self {
    case .add: return "\(left.noun) and \(second) cannot be added"
    case .subtract: return "\(second) cannot be taken from \(left.noun)"
    case .multiply: return "\(left.noun) cannot be multiplied by \(second)"
    case .divide: return "\(left.noun) cannot be divided by \(second)"
    case .of: return "\(left.noun) of \(second) is no amount"
    case .reduce: return "\(left.noun) cannot be reduced by \(second)"
    case .increase: return "\(left.noun) cannot be increased by \(second)"
    case .negate: return "a minus cannot stand before \(left.noun)"
    }
  }
}

extension WholePart {
  fileprivate var one: String {
    switch self {
    case .minute: "minute"
    case .day: "day"
    case .month: "month"
    }
  }

  fileprivate var noun: String { one + "s" }
}
