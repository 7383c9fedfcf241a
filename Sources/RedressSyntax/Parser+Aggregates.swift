import RedressDiagnostics

extension Parser {
  /// `sum of lot.value for each lot in lots where …`.
  @inline(never)
  mutating func parseSum() -> Operand {
    let start = span(of: advance())
    advance()
    let body = parseOperand()
    return parseAggregate(.sum, over: body, from: start)
  }

  /// `largest of (a, b)`, or `largest of lot.value for each lot in lots`.
  @inline(never)
  mutating func parseExtreme() -> Operand {
    let first = advance()
    let start = span(of: first)
    let isLargest = first.keyword == .largest
    advance()
    if at(.leftParenthesis) {
      let bracket = span(of: advance())
      listDepth += 1
      let inner = parseAmountOperand()
      listDepth -= 1
      if at(.comma) { return parseExtremeList(isLargest ? .largest : .smallest, [inner], from: start) }
      expect(.rightParenthesis, ")")
      guard !isRecovering else { return missingOperand() }
      // What was a bracket is the beginning of the expression that the loop goes over.
      operandInHand = make(.bracketed(inner.expression), from: bracket, above: inner.height)
    }
    let body = parseOperand()
    operandInHand = nil
    return parseAggregate(isLargest ? .largest : .smallest, over: body, from: start)
  }

  @inline(never)
  private mutating func parseExtremeList(
    _ extreme: ExpressionSyntax.Extreme, _ first: [Operand], from start: Span
  ) -> Operand {
    var values = first
    listDepth += 1
    defer { listDepth -= 1 }
    while accept(.comma) != nil { values.append(parseAmountOperand()) }
    expect(.rightParenthesis, ")")
    return make(.extreme(extreme, values.map(\.expression)), from: start, above: values.height)
  }

  @inline(never)
  private mutating func parseAggregate(
    _ aggregate: ExpressionSyntax.Aggregate, over body: Operand, from start: Span
  ) -> Operand {
    reportLoop(in: body, followedBy: "for each")
    guard at(.for) else {
      let list = aggregate == .sum ? [] : ["(a, b)"]
      fail(expected: .oneOf(["for each"] + list))
      return missingOperand()
    }
    let loopStart = span(of: advance())
    expect(.each)
    let loop = parseLoop(from: loopStart)
    guard !loop.syntax.lacksName else { return missingOperand() }
    return make(
      .aggregate(aggregate, body.expression, loop.syntax), from: start, above: max(body.height, loop.height))
  }

  /// `count lot in lots where …`, `any lot in lots where …`.
  @inline(never)
  mutating func parseBinder(_ keyword: Keyword) -> Operand {
    let start = span(of: advance())
    let loop = parseLoop(from: currentSpan)
    guard !loop.syntax.lacksName else { return missingOperand() }
    return make(keyword == .count ? .count(loop.syntax) : .any(loop.syntax), from: start, above: loop.height)
  }
}
