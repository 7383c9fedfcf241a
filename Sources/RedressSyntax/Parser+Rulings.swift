import RedressDiagnostics

/// The clauses that stand behind the base of a ruling.
enum RulingClauses {
  static let reasons: [Keyword] = [.because, .citing, .leaving]
  static let exceptions: [Keyword] = reasons + [.except, .when, .overriding]
  static let dated: [Keyword] = [.is, .from, .dated]
  /// What may stand behind a base, where the declaration has it.
  static let behindBase: [Keyword] =
    reasons + [.except, .at, .less, .plus, .times, .nothing, .rounded, .borne]
  static let steps: [Keyword] = [.at, .less, .plus, .times, .nothing, .rounded, .borne, .only]
}

extension Parser {
  /// `because "…" citing contract "7.1"`, as many as there are; behind a row only those on its line.
  mutating func parseReasons(onLine: Bool = false) -> ReasonsSyntax {
    var reasons = ReasonsSyntax()
    if onLine, isAtEnd || current.followsLineBreak { return reasons }
    while let clause = nextClause(), !(onLine && current.followsLineBreak) {
      switch clause {
      case .because:
        advance()
        let text = expectText()
        if !isRecovering { reasons.because.append(text) }
      case .citing:
        advance()
        repeat { parseCitation(into: &reasons) } while accept(.comma) != nil
      case .leaving:
        advance()
        expect(.out)
        let text = expectFixedText()
        expect(.because)
        let because = expectText()
        if !isRecovering { reasons.leavingOut.append(ReasonsSyntax.LeavingOut(text: text, because: because)) }
      default: return reasons
      }
    }
    return reasons
  }

  private mutating func parseCitation(into reasons: inout ReasonsSyntax) {
    let source = expectName(.cited)
    let place = expectFixedText()
    if !isRecovering, !source.isMissing {
      reasons.citations.append(ReasonsSyntax.Citation(source: source, place: place))
    }
  }

  /// Reports a missing reason, unless something else went wrong there.
  mutating func requireReason(
    _ reasons: ReasonsSyntax, for reasoned: SyntaxProblem.Reasoned, at span: Span, since before: Int
  ) {
    guard reasons.because.isEmpty, !hasProblems(since: before), !isAtMisplacedClause else { return }
    report(.missingReason(reasoned, span), at: span)
  }

  /// Whether a clause stands here that will be said to stand at the wrong place: the reason may stand behind it.
  private var isAtMisplacedClause: Bool {
    current.keyword == .when && clauses.contains(.when) && !expectedClauses.contains(.when)
  }

  // MARK: Exceptions

  /// All exceptions that stand here.
  mutating func parseExceptions<Value>(_ parseValue: (inout Parser) -> Value?) -> [ExceptionSyntax<Value>] {
    var exceptions: [ExceptionSyntax<Value>] = []
    while nextClause() == .except {
      if let exception = parseException(parseValue) { exceptions.append(exception) }
    }
    return exceptions
  }

  private mutating func parseException<Value>(
    _ parseValue: (inout Parser) -> Value?
  ) -> ExceptionSyntax<Value>? {
    let before = problems.count
    let keyword = span(of: advance())
    var name: Name?
    var value: Value?
    if at(.word), token(ahead: 1).kind == .colon {
      name = expectName(.exception)
      noteGlued()
      advance()
      value = parseValue(&self)
    } else if lacksOnlyColon {
      name = expectName(.exception)
      report(.unnamedException(lacksName: false, suggestion: colonSuggestion(name), keyword), at: keyword)
      value = parseValue(&self)
    } else {
      let suggestion = at(.waived) ? "except NAME: waived when …" : nil
      report(.unnamedException(lacksName: true, suggestion: suggestion, keyword), at: keyword)
      // What a value may not be is not said of one whose exception is not known.
      if opensExceptionValue(current) { skip() }
      beginRecovery()
    }
    let head = name.map { keyword.through($0.span) } ?? keyword
    var condition: ExpressionSyntax?
    if nextClause() == .when {
      advance()
      condition = parseExpression()
    } else if let name, !hasProblems(since: before) {
      report(.unconditionalException(name: name.text, head), at: head)
    }
    let beforeReasons = problems.count
    var overriding: ExceptionSyntax<Value>.Overriding? = nextClause() == .overriding ? parseOverriding(Value.self) : nil
    let reasons = parseReasons()
    if let name { requireReason(reasons, for: .exception(name.text), at: head, since: beforeReasons) }
    if nextClause() == .overriding {
      report(.misplacedClause("overriding", .beforeReasons, currentSpan), at: currentSpan)
      overriding = parseOverriding(Value.self)
    }
    guard let name, let value else { return nil }
    return ExceptionSyntax(
      name: name, value: value, condition: condition ?? ExpressionSyntax(.missing, head), overriding: overriding,
      reasons: reasons)
  }

  /// `paid_out pay lot.value`: a name, and a value behind it.
  private var lacksOnlyColon: Bool {
    at(.word) && current.keyword?.isNameable ?? true && !token(ahead: 1).followsLineBreak
      && opensExceptionValue(token(ahead: 1))
  }

  private func opensExceptionValue(_ token: Token) -> Bool {
    switch token.keyword {
    case .pay?, .give?, .nothing?, .waived?, .it?, .otherwise?: true
    default: token.kind == .number || token.kind == .percentage
    }
  }

  private func colonSuggestion(_ name: Name?) -> String {
    "except \(name?.text ?? "NAME"): \(string(of: current)) …"
  }

  private mutating func parseOverriding<Value>(
    _ type: Value.Type
  ) -> ExceptionSyntax<Value>.Overriding? {
    advance()
    if at(.all) { return .all(span(of: advance())) }
    let names = parseNames(.exceptionOf)
    return isRecovering || names.isEmpty ? nil : .names(names)
  }

  // MARK: Definitions

  /// `define daily_rate is …` with its exceptions and steps; a `figure` has a label and no parameters.
  mutating func parseDefine(isFigure: Bool = false) -> DefineSyntax? {
    setClauses(RulingClauses.dated + RulingClauses.exceptions + RulingClauses.steps)
    expectedClauses = [.is]
    let before = problems.count
    let name = expectName(isFigure ? .figure : .definition)
    let parameters = isFigure ? [] : parseParameters()
    let label = isFigure ? expectText() : parseTextIfPresent()
    var type: TypeSyntax?
    if accept(.colon) != nil { type = parseType() }
    let base = parseBase(name, since: before) { $0.parseAmount() }
    expectedClauses = RulingClauses.behindBase.filter { $0 != .borne }
    var exceptions: [ExceptionSyntax<ExpressionSyntax>] = []
    var steps: [StepSyntax] = []
    while let clause = nextClause() {
      if clause == .except {
        exceptions += parseExceptions { $0.parseAmount() }
      } else if RulingClauses.steps.contains(clause) {
        if let step = parseStep(in: .definition) { steps.append(step) }
      } else {
        rejectClause(clause)
      }
    }
    guard let base, !name.text.isEmpty else { return nil }
    return DefineSyntax(
      name: name, parameters: parameters, label: label, type: type, ruling: base.ruling(exceptions), steps: steps)
  }

  private mutating func parseParameters() -> [DefineSyntax.Parameter] {
    guard at(.leftParenthesis) else { return [] }
    noteGlued()
    advance()
    let parameters = parseParameterList()
    expect(.rightParenthesis, ")")
    return parameters
  }

  /// `late : whole days, tier : Tier`.
  mutating func parseParameterList() -> [DefineSyntax.Parameter] {
    var parameters: [DefineSyntax.Parameter] = []
    repeat {
      let name = expectName(.parameter)
      expect(.colon, ":")
      let type = parseType()
      let bounds = parseBounds()
      if !name.isMissing { parameters.append(DefineSyntax.Parameter(name: name, type: type, bounds: bounds)) }
    } while accept(.comma) != nil
    return parameters
  }

  /// `deadline first_reply "First reply" is 24 hours after received`.
  mutating func parseDeadline() -> DeadlineSyntax? {
    setClauses(RulingClauses.dated + RulingClauses.exceptions)
    expectedClauses = [.is]
    let before = problems.count
    let name = expectName(.deadline)
    let label = parseTextIfPresent()
    let base = parseBase(name, since: before) { $0.parseExpression() }
    let exceptions = parseOnlyExceptions { $0.parseExpression() }
    guard let base, !name.text.isEmpty else { return nil }
    return DeadlineSyntax(name: name, label: label, ruling: base.ruling(exceptions))
  }

  /// Exceptions to the end of the declaration.
  mutating func parseOnlyExceptions<Value>(_ parseValue: (inout Parser) -> Value?) -> [ExceptionSyntax<Value>] {
    expectedClauses = RulingClauses.reasons + [.except]
    var exceptions: [ExceptionSyntax<Value>] = []
    while let clause = nextClause() {
      if clause == .except { exceptions += parseExceptions(parseValue) } else { rejectClause(clause) }
    }
    return exceptions
  }

  // MARK: Splits

  /// `split damage_liability "Who answers for the damage" is carrier 70%, consignee rest`.
  mutating func parseSplit() -> SplitSyntax? {
    setClauses(RulingClauses.dated + RulingClauses.exceptions)
    expectedClauses = [.is]
    let before = problems.count
    let name = expectName(.split)
    let label = parseTextIfPresent()
    let base = parseBase(name, since: before, reasoned: .split) { $0.parseShares() }
    let exceptions = parseOnlyExceptions { $0.parseShares() }
    guard let base, !name.text.isEmpty else { return nil }
    return SplitSyntax(name: name, label: label, ruling: base.ruling(exceptions))
  }

  private mutating func parseShares() -> SharesSyntax {
    let start = currentSpan
    let isInProportion = at(.in, .proportion)
    if isInProportion {
      advance()
      advance()
    }
    isInShares = true
    defer { isInShares = false }
    var shares: [SharesSyntax.Share] = []
    repeat {
      let party = expectName(.partyOf)
      if at(.rest) {
        shares.append(SharesSyntax.Share(party: party, portion: .rest(span(of: advance()))))
      } else {
        let value = parseShare()
        if !isRecovering, !party.isMissing { shares.append(SharesSyntax.Share(party: party, portion: .value(value))) }
      }
    } while acceptCommaOfShares()
    return SharesSyntax(isInProportion: isInProportion, shares: shares, span: span(from: start))
  }

  /// The comma between two shares, or what was written for it.
  private mutating func acceptCommaOfShares() -> Bool {
    if accept(.comma) != nil { return true }
    if at(.word), current.keyword == nil, token(ahead: 1).kind == .percentage || token(ahead: 1).keyword == .rest,
      let previous, !isAtBoundary
    {
      report(.missing(.oneOf([","]), after: span(of: previous)), at: span(of: previous))
      return true
    }
    guard at(.and), token(ahead: 1).kind == .word else { return false }
    reportUnexpected(.oneOf([","]))
    advance()
    return true
  }
}
