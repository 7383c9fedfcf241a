package import RedressSyntax

extension CaseValueSyntax {
  /// The value as the notation of a case file writes it.
  package var caseText: String {
    switch form {
    case .quantity(let quantity, let isNegative): (isNegative ? "-" : "") + quantity.caseText
    case .word(let word): word
    case .yesNo(let answer): answer ? "yes" : "no"
    case .date(let text), .time(let text): text
    case .text(let text): "\"" + text + "\""
    case .missing: ""
    }
  }

  /// What messages show of it; options are written as case files are.
  func written(inOption isOption: Bool) -> CaseProblem.Written {
    let text: String
    if case .string(let content) = json {
      text = content
    } else if json == .boolean {
      text = caseText == "yes" ? "true" : "false"
    } else {
      text = caseText
    }
    let limit = 60
    return CaseProblem.Written(
      text: text.count > limit ? text.prefix(limit) + "…" : text, span: span,
      notation: json != nil ? .json : isOption ? .option : .caseFile)
  }
}

extension QuantitySyntax {
  /// The quantity as it is written, with single blanks.
  var caseText: String {
    var text = number.text + (isPercent ? "%" : "")
    if let numerator = unit?.numerator { text += " " + numerator.text }
    for divisor in unit?.divisors ?? [] {
      text += " per " + (divisor.count.map { $0.text + " " } ?? "") + divisor.word.text
    }
    return text
  }
}
