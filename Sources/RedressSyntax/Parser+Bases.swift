import RedressDiagnostics

/// The base of a ruling, with its branches by date.
struct BaseSyntax<Value: Sendable>: Sendable {
  let value: Value
  /// The word that opens it.
  let span: Span
  let from: Name?
  let reasons: ReasonsSyntax
  var later: [DatedBranchSyntax<Value>] = []
  var datedBy: Name?

  /// The whole ruling.
  func ruling<Exception>(_ exceptions: [ExceptionSyntax<Exception>]) -> RulingSyntax<Value, Exception> {
    var ruling = RulingSyntax(base: value, baseSpan: span, reasons: reasons, exceptions: exceptions)
    ruling.from = from
    ruling.later = later
    ruling.datedBy = datedBy
    return ruling
  }
}

extension Parser {
  /// `is VALUE` with its reasons, or `from DATE is VALUE` for each day from which another holds; nothing where none stands.
  mutating func parseBase<Value: Sendable>(
    _ name: Name, since before: Int, reasoned: SyntaxProblem.Reasoned? = nil,
    _ parseValue: (inout Parser) -> Value
  ) -> BaseSyntax<Value>? {
    var datedBy: Name?
    if nextClause() == .dated { datedBy = parseDating(.behindBranches) }
    guard let first = nextClause(), first == .is || first == .from else {
      if !hasProblems(since: before) {
        report(.incomplete(.rulingWithoutBase(name.text), name.span), at: name.span)
      }
      skipReasons()
      return nil
    }
    let branch = parseBranch(reasoned, parseValue)
    var base = BaseSyntax(value: branch.value, span: branch.span, from: branch.from, reasons: branch.reasons)
    var isUndated = first == .is
    while let clause = nextClause(), clause == .is || clause == .from {
      if clause == .is {
        report(.repeatedClause("is", first: base.span, currentSpan), at: currentSpan)
        _ = parseBranch(nil, parseValue)
        continue
      }
      isUndated = false
      let branch = parseBranch(reasoned, parseValue)
      guard let from = branch.from else { continue }
      base.later.append(DatedBranchSyntax(from: from, base: branch.value, reasons: branch.reasons))
    }
    if nextClause() == .dated { datedBy = parseDating(isUndated ? .withoutDates : nil) }
    base.datedBy = datedBy
    return base
  }

  /// `is VALUE` or `from DATE is VALUE` with its reasons; the date is nothing where it could not be read.
  private mutating func parseBranch<Value>(
    _ reasoned: SyntaxProblem.Reasoned?, _ parseValue: (inout Parser) -> Value
  ) -> (value: Value, span: Span, from: Name?, reasons: ReasonsSyntax) {
    let start = problems.count
    var from: Name?
    let first = currentSpan
    if accept(.from) != nil {
      from = parseBranchDate()
      if !at(.is), !isRecovering {
        reportUnexpected(.oneOf(["is"]))
        _ = accept(.colon)
      }
    }
    let place = at(.is) ? currentSpan : first
    _ = accept(.is)
    expectedClauses = (RulingClauses.behindBase + [.from, .dated]).filter(clauses.contains)
    let value = parseValue(&self)
    let head = span(from: place)
    let reasons = parseReasons()
    if let reasoned { requireReason(reasons, for: reasoned, at: head, since: start) }
    return (value, place, from, reasons)
  }

  /// The date behind `from`; where none stands and `is` follows, reading goes on there.
  private mutating func parseBranchDate() -> Name? {
    guard at(.is) else { return expectDate() }
    reportUnexpected(.date)
    return nil
  }

  /// `dated by contract_date`, with a problem where it cannot stand.
  private mutating func parseDating(_ misplacement: SyntaxProblem.Misplacement?) -> Name? {
    let start = span(of: advance())
    expect(.by)
    if let misplacement, !isRecovering {
      report(.misplacedClause("dated by", misplacement, span(from: start)), at: span(from: start))
    }
    let name = expectName(.dating)
    return name.isMissing ? nil : name
  }
}
