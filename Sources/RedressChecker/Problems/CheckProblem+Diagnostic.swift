package import RedressDiagnostics

extension CheckProblem {
  /// The problem in words, with what would be right.
  package var diagnostic: Diagnostic {
    switch self {
    case .naming(let problem): problem.diagnostic
    case .typing(let problem): problem.diagnostic
    case .declaring(let problem): problem.diagnostic
    case .dating(let problem): problem.diagnostic
    case .tabling(let problem): problem.diagnostic
    case .limiting(let problem): problem.diagnostic
    case .sense(let problem): problem.diagnostic
    }
  }

  /// A diagnostic with one place.
  static func finding(
    _ code: String, _ message: String, _ span: Span, _ label: String, _ helps: [String] = [],
    also secondary: [(Span?, String)] = []
  ) -> Diagnostic {
    Diagnostic(
      code: code, message: message, primary: .init(span, label),
      secondary: secondary.compactMap { span, text in span.map { .init($0, text) } }, helps: helps)
  }

  /// `a`, `a and b`, `a, b and c`, each in backticks.
  static func listed(_ words: [String], by conjunction: String = "and") -> String {
    let quoted = words.map { "`\($0)`" }
    guard quoted.count > 1, let last = quoted.last else { return quoted.first ?? "nothing" }
    return quoted.dropLast().joined(separator: ", ") + " \(conjunction) " + last
  }
}

extension TypeWords {
  /// The type with its article.
  var noun: String {
    switch self {
    case .yesOrNo: "yes or no"
    case .wordOf(let kind): "a word of `\(kind)`"
    case .oneOf(let words): "one of \(CheckProblem.listed(Array(words.prefix(6)), by: "or"))"
    case .optionOf(let choice): "an option of `\(choice)`"
    case .weekday: "a day of the week"
    case .quantity("number"): "a number"
    case .quantity("percent"): "a percentage"
    case .quantity("money"): "an amount in the currency of the case"
    case .quantity(let unit): "an amount in \(unit)"
    case .date: "a date"
    case .time: "a time"
    case .text: "a text"
    case .element(let record): "one `\(record)`"
    case .list(let record): "a list of `\(record)`"
    case .amount: "an amount"
    case .factor: "a number or a percentage"
    case .duration: "a length of time, such as `7 days`"
    case .dateOrTime: "a date or a time"
    case .value: "a value"
    }
  }
}

extension DeclarationSort {
  /// The sort with its article.
  var noun: String {
    switch self {
    case .source: "a source"
    case .party: "a party"
    case .kind: "a kind"
    case .unit: "a unit"
    case .record: "a record"
    case .field: "a field"
    case .fact: "a fact"
    case .detail: "a detail"
    case .definition: "a definition"
    case .parameter: "a parameter"
    case .split: "a split"
    case .item: "an item"
    case .bar: "a bar"
    case .choice: "a choice"
    case .option: "an option"
    case .approval: "an approval"
    case .note: "a note"
    case .deadline: "a deadline"
    case .exception: "an exception"
    case .loopVariable: "the name of an element"
    case .policy: "a policy"
    case .calendar: "a calendar"
    case .table: "a table"
    case .tiers: "a table of tiers"
    case .figure: "a figure"
    case .limit: "a limit"
    case .lift: "a lift"
    case .recourse: "a recourse"
    }
  }
}

extension ExpectedSort {
  /// The sort with its article.
  var noun: String {
    switch self {
    case .value, .valueOf: "a value"
    case .callable: "a definition"
    case .type: "a type"
    case .record: "a record"
    case .fact: "a fact"
    case .list: "a list"
    case .party: "a party"
    case .item: "an item"
    case .split: "a split"
    case .source: "a source"
    case .target: "an item or a class"
    case .remedy: "a remedy"
    case .itemClass: "a class"
    case .option: "an option of this choice"
    case .exception: "an exception of this ruling"
    case .policy: "a policy of this rule book"
    case .calendar: "a calendar"
    case .limit: "a limit"
    case .rate: "a definition"
    }
  }
}

extension Diagnostic {
  /// The same with one more help behind the others.
  func adding(help: String) -> Diagnostic {
    Diagnostic(code: code, message: message, primary: primary, secondary: secondary, helps: helps + [help])
  }
}
