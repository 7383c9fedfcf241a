import RedressDiagnostics

extension Parser {
  /// What a step stands in; some have a step of their own.
  enum StepPlace { case item, definition, limit, recourse }

  /// `at most V when … because "…"` with its exceptions.
  mutating func parseStep(in place: StepPlace) -> StepSyntax? {
    let before = problems.count
    let first = current
    let (form, keyword) = parseStepForm(in: place)
    let head = span(from: span(of: first))
    var condition: ExpressionSyntax?
    if nextClause() == .when {
      advance()
      condition = parseExpression()
    }
    let reasons = parseReasons()
    if case .borneBy? = form {
    } else {
      requireReason(reasons, for: .step(string(keyword)), at: head, since: before)
    }
    let exceptions = parseExceptions { $0.parseStepException() }
    guard let form else { return nil }
    return StepSyntax(form: form, keyword: keyword, condition: condition, reasons: reasons, exceptions: exceptions)
  }

  /// The step and its value, and the place of its words.
  private mutating func parseStepForm(in place: StepPlace) -> (StepSyntax.Form?, Span) {
    let start = currentSpan
    let keyword = advance().keyword
    switch keyword {
    case .at?:
      if acceptSecond(.most) { return value(from: start, StepSyntax.Form.atMost) }
      if acceptSecond(.least) { return value(from: start, StepSyntax.Form.atLeast) }
      fail(expected: .oneOf(["most", "least"]))
    case .less?: return value(from: start, StepSyntax.Form.less)
    case .plus?: return value(from: start, StepSyntax.Form.plus)
    case .times?: return value(from: start, StepSyntax.Form.times)
    case .nothing?:
      if accept(.under) != nil { return value(from: start, StepSyntax.Form.nothingUnder) }
      if at(.up, .to) {
        advance()
        advance()
        return value(from: start, StepSyntax.Form.nothingUpTo)
      }
      fail(expected: .oneOf(["under", "up to"]))
    case .rounded?:
      let mode = parseRoundingMode()
      expect(.to)
      return value(from: start) { StepSyntax.Form.rounded(mode, to: $0) }
    case .borne?:
      expect(.by)
      let keyword = span(from: start)
      if place != .item { report(.misplacedClause("borne by", .onlyInItems, keyword), at: keyword) }
      let split = expectName(.splitOf)
      return (split.text.isEmpty || place != .item ? nil : .borneBy(split), keyword)
    case .only?:
      expect(.the)
      expect(.largest)
      let keyword = span(from: start)
      guard !isRecovering, place != .limit else { return (isRecovering ? nil : .onlyTheLargest, keyword) }
      report(.misplacedClause("only the largest", .onlyInLimits, keyword), at: keyword)
      return (nil, keyword)
    default: break
    }
    return (nil, start)
  }

  private mutating func value(
    from start: Span, _ form: (ExpressionSyntax) -> StepSyntax.Form
  ) -> (StepSyntax.Form?, Span) {
    let keyword = span(from: start)
    return (form(parseAmount()), keyword)
  }

  /// The value of an exception to a step: an amount, or `waived`.
  mutating func parseStepException() -> StepExceptionSyntax? {
    correctMisspeltValue(.waived)
    if at(.waived) { return .waived(span(of: advance())) }
    if at(.nothing) || at(.pay) || at(.give) {
      report(.waiving(.stepHasNoPayment(string(of: current)), currentSpan), at: currentSpan)
      if at(.nothing) { advance() } else { _ = parsePayment() }
      return nil
    }
    return .value(parseAmount())
  }

  /// Takes the letters of `waived` or `nothing` in another order for what was probably meant; a word with other letters,
  /// such as `waiver`, may well be a name.
  mutating func correctMisspeltValue(_ keyword: Keyword) {
    guard at(.word), current.keyword == nil, token(ahead: 1).keyword == .when,
      string(of: current).utf8.sorted() == keyword.rawValue.utf8.sorted()
    else { return }
    reportMisspelling(of: keyword)
  }
}
