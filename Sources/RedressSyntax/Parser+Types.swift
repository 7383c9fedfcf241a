import RedressDiagnostics

extension Parser {
  /// What stands behind the name of a fact or a field: `: type`, bounds, label and the rest.
  mutating func parseAttributes() -> AttributesSyntax {
    clauses = [.default, .optional, .private, .proved]
    expectedClauses = clauses
    if accept(.colon) == nil {
      reportUnexpected(.oneOf([":"]))
      if !at(.word) || current.followsLineBreak { beginRecovery() }
    }
    var attributes = AttributesSyntax(type: parseType())
    attributes.bounds = parseBounds()
    attributes.label = parseTextIfPresent()
    var seen: [Keyword: Span] = [:]
    while let clause = nextClause() {
      noteClause(clause, in: &seen)
      let place = span(of: advance())
      switch clause {
      case .default: attributes.defaultValue = parseDefault()
      case .optional: attributes.optional = place
      case .private: attributes.isPrivate = true
      default:
        expect(.by)
        attributes.provedBy = expectText()
      }
    }
    return attributes
  }

  private mutating func parseDefault() -> AttributesSyntax.Default {
    if at(.noneWord), token(ahead: 1).kind != .colon { return .noElements(span(of: advance())) }
    anyWordPosition = position
    return .value(parseExpression())
  }

  /// Reports a clause that its declaration has already.
  mutating func noteClause(_ clause: Keyword, in seen: inout [Keyword: Span]) {
    if let first = seen[clause] {
      let spelling = isInCase ? clause.rawValue : clause.clauseSpellings.first ?? clause.rawValue
      report(.repeatedClause(spelling, first: first, currentSpan), at: currentSpan)
    } else {
      seen[clause] = currentSpan
    }
  }

  // MARK: Types

  /// A type as written.
  mutating func parseType() -> TypeSyntax {
    let start = currentSpan
    guard at(.word), !(token(ahead: 1).kind == .colon && isInRecord) else {
      fail(expected: .type)
      return TypeSyntax(.missing, isWhole: false, span: start)
    }
    if at(.yes), token(ahead: 1).keyword == .or {
      advance()
      advance()
      expect(.no)
      return TypeSyntax(.yesOrNo, isWhole: false, span: span(from: start))
    }
    if at(.list), token(ahead: 1).keyword == .of {
      advance()
      advance()
      let record = expectName(.recordOf)
      return TypeSyntax(record.isMissing ? .missing : .list(record), isWhole: false, span: span(from: start))
    }
    if token(ahead: 1).keyword == .or { return parseWordsType(from: start) }
    if accept(.date) != nil { return TypeSyntax(.date, isWhole: false, span: start) }
    if accept(.time) != nil { return TypeSyntax(.time, isWhole: false, span: start) }
    if accept(.text) != nil { return TypeSyntax(.text, isWhole: false, span: start) }
    return parseQuantityType(from: start)
  }

  /// `packing or handling`, written in place.
  private mutating func parseWordsType(from start: Span) -> TypeSyntax {
    var words = [name(of: advance())]
    while accept(.or) != nil { words.append(expectWord(.kindWord)) }
    words.removeAll(where: \.isMissing)
    return TypeSyntax(.words(words), isWhole: false, span: span(from: start))
  }

  /// `money`, `whole days`, `XDR per kg`, or the name of a kind.
  private mutating func parseQuantityType(from start: Span) -> TypeSyntax {
    let isWhole = accept(.whole) != nil
    let unitStart = currentSpan
    guard at(.word), current.keyword?.isNameable ?? true else {
      fail(expected: isWhole ? .unit : .type)
      return TypeSyntax(.missing, isWhole: isWhole, span: start)
    }
    let first = name(of: advance())
    var divisors: [UnitSyntax.Divisor] = []
    while accept(.per) != nil {
      guard isAtUnitWord else {
        fail(expected: .unit)
        break
      }
      divisors.append(UnitSyntax.Divisor(count: nil, word: name(of: advance())))
    }
    let place = span(from: start)
    if divisors.isEmpty, !isWhole { return TypeSyntax(.word(first), isWhole: false, span: place) }
    let unit = UnitSyntax(numerator: first, divisors: divisors, span: span(from: unitStart))
    return TypeSyntax(.quantity(unit), isWhole: isWhole, span: place)
  }

  // MARK: Bounds

  /// `above 0`, `from 0 kg to 40_000 kg`, `up to 5`, if they stand here.
  mutating func parseBounds() -> BoundsSyntax? {
    let start = currentSpan
    if at(.number) || at(.percentage) {
      if !reportUnclearEdge(in: .bounds) { fail(expected: .oneOf(["from", "above", "up to"])) }
      return nil
    }
    if at(.up, .to) {
      advance()
      advance()
      let upper = parseConstant()
      return BoundsSyntax(lower: nil, excludesLower: false, upper: upper, span: span(from: start))
    }
    if !at(.from), !at(.above), at(.word), current.keyword == nil, !current.followsLineBreak,
      [.number, .percentage, .minusSign].contains(token(ahead: 1).kind),
      let near = nearest(to: string(of: current), among: ["above", "from"]).flatMap(Keyword.init(rawValue:))
    {
      reportMisspelling(of: near)
    }
    guard at(.from) || at(.above) else { return nil }
    let isAbove = advance().keyword == .above
    if reportUnclearEdge(in: .bounds) { return nil }
    let lower = parseConstant()
    let upper = accept(.to) != nil ? parseConstant() : nil
    return BoundsSyntax(lower: lower, excludesLower: isAbove, upper: upper, span: span(from: start))
  }

  /// `2-5`, which does not say whether 5 belongs to it; read over.
  mutating func reportUnclearEdge(in edges: SyntaxProblem.EdgePlace) -> Bool {
    guard let sign = offsetOfEdgeSign else { return false }
    let start = currentSpan
    let low = string(Span(source, Int(start.start), Int(token(ahead: sign - 1).end)))
    let isReported = token(ahead: sign).flags.contains(.isMalformed)
    for _ in 0...sign { advance() }
    let highStart = currentSpan
    if at(.dateValue) || at(.timeValue) { advance() } else { _ = parseQuantity() }
    let place = span(from: start)
    let problem = SyntaxProblem.unclearEdge(from: low, to: string(span(from: highStart)), in: edges, place)
    if !isReported { report(problem, at: place) }
    return true
  }

  /// How far ahead the dash stands between two values that begin here.
  private var offsetOfEdgeSign: Int? {
    guard isPlainValue(current) else { return nil }
    let sign = token(ahead: 1).kind == .minusSign ? 1 : 2
    let last = token(ahead: sign + 1)
    guard token(ahead: sign).kind == .minusSign, isPlainValue(last), sign == 1 || token(ahead: 1).kind == .word,
      !token(ahead: sign).followsLineBreak, !last.followsLineBreak
    else { return nil }
    return sign
  }

  private func isPlainValue(_ token: Token) -> Bool {
    switch token.kind {
    case .number, .percentage, .dateValue, .timeValue: true
    default: false
    }
  }

  /// A value that is written out: a quantity, a date, a word.
  private mutating func parseConstant() -> ExpressionSyntax {
    let start = currentSpan
    if at(.minusSign) {
      noteSign()
      advance()
      guard at(.number) || at(.percentage) else {
        fail(expected: .anyNumber)
        return ExpressionSyntax(.missing, start)
      }
      let value = parseConstant()
      return ExpressionSyntax(.unary(.minus, value), span(from: start))
    }
    switch current.kind {
    case .number, .percentage, .dateValue, .timeValue, .wholeText, .textStart: return parsePrimary().expression
    case .word:
      if at(.yes) || at(.no) { return parsePrimary().expression }
      let word = expectWord(.kindWord)
      return ExpressionSyntax(isRecovering ? .missing : .name(word), span(from: start))
    default:
      fail(expected: .constant)
      return ExpressionSyntax(.missing, start)
    }
  }
}
