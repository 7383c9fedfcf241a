import RedressDiagnostics

extension Parser {
  /// An expression; where none can be read, a problem and `missing`.
  mutating func parseExpression() -> ExpressionSyntax {
    if depth == 0 { isTooHighReported = false }
    let operand = parseOperand()
    return whole(operand)
  }

  /// The share of somebody: a value without `and` and `or`.
  mutating func parseShare() -> ExpressionSyntax {
    if depth == 0 { isTooHighReported = false }
    let operand = parseOperators(.rounded)
    return whole(operand)
  }

  /// An expression as it is handed on: nothing of one in which the place was lost, for half of it means something else.
  func whole(_ operand: Operand) -> ExpressionSyntax {
    isRecovering ? ExpressionSyntax(.missing, operand.span) : operand.expression
  }

  /// `a and b and c`, or `a or b`; both only through brackets.
  mutating func parseOperand() -> Operand {
    guard enter() else { return missingOperand() }
    defer { leave() }
    let first = parseComparison()
    return at(.and) || at(.or) ? parseLogic(behind: first) : first
  }

  @inline(never)
  private mutating func parseLogic(behind first: Operand) -> Operand {
    var left = first
    var pieces: [LogicPiece] = [LogicPiece(operation: nil, place: nil, operand: left.span)]
    while at(.and) || at(.or) {
      let operation: ExpressionSyntax.BinaryOperator = at(.and) ? .and : .or
      reportLoop(in: left, followedBy: operation.rawValue)
      let place = span(of: advance())
      let right = parseComparison()
      pieces.append(LogicPiece(operation: operation, place: place, operand: right.span))
      left = combine(operation, place, left, right)
    }
    reportMixedLogic(pieces)
    return left
  }

  /// An operation on two sides.
  mutating func combine(
    _ operation: ExpressionSyntax.BinaryOperator, _ place: Span, _ left: Operand, _ right: Operand
  ) -> Operand {
    make(
      .binary(operation, operatorSpan: place, left.expression, right.expression), from: left.span,
      above: max(left.height, right.height))
  }

  /// One operand of a chain of `and` and `or`, with what stands before it.
  private struct LogicPiece {
    let operation: ExpressionSyntax.BinaryOperator?
    let place: Span?
    let operand: Span
  }

  private mutating func reportMixedLogic(_ pieces: [LogicPiece]) {
    guard let and = pieces.first(where: { $0.operation == .and })?.place,
      let or = pieces.first(where: { $0.operation == .or })?.place
    else { return }
    let readings = [reading(pieces, grouping: .and), reading(pieces, grouping: .or)].compactMap(\.self)
    let first = and.start < or.start ? and : or
    let second = and.start < or.start ? or : and
    report(.mixedLogic(readings: readings, first, second), at: first)
  }

  /// The chain with brackets around each run of one of the two operators.
  private func reading(_ pieces: [LogicPiece], grouping: ExpressionSyntax.BinaryOperator) -> String? {
    guard pieces.count <= 8, let first = pieces.first, let last = pieces.last,
      shortText(first.operand.through(last.operand)) != nil
    else { return nil }
    var groups: [[String]] = []
    for piece in pieces {
      let text = string(piece.operand)
      if piece.operation == grouping, let last = groups.indices.last {
        groups[last].append(text)
      } else {
        groups.append([text])
      }
    }
    let other: ExpressionSyntax.BinaryOperator = grouping == .and ? .or : .and
    return groups.map { group in
      let text = group.joined(separator: " \(grouping.rawValue) ")
      return group.count > 1 ? "(\(text))" : text
    }.joined(separator: " \(other.rawValue) ")
  }

  /// `not a`, `a = b`, `a = any of (b, c)`: one comparison, never a chain.
  private mutating func parseComparison() -> Operand {
    if operandInHand == nil, at(.not) { return parseNot() }
    let left = parseOperators(.rounded)
    if at(.is), isStatedBehindIs { return parseStated(left) }
    if at(.is) { return parseIsAsEqual(left) }
    reportForeignComparison()
    guard let comparison = comparisonHere else { return left }
    return parseComparison(comparison, behind: left)
  }

  @inline(never)
  private mutating func parseComparison(
    _ comparison: ExpressionSyntax.BinaryOperator, behind left: Operand
  ) -> Operand {
    reportLoop(in: left, followedBy: comparison.rawValue)
    let place = span(of: advance())
    let result: Operand
    if comparison == .equal, at(.any, .of) || at(.noneWord, .of) {
      result = parseOneOf(left)
    } else {
      anyWordPosition = position
      result = combine(comparison, place, left, parseOperators(.rounded))
    }
    if comparisonHere != nil || at(.is) { fail(.chainedComparison(currentSpan), at: currentSpan) }
    return result
  }

  @inline(never)
  private mutating func parseNot() -> Operand {
    guard enter() else { return missingOperand() }
    defer { leave() }
    let start = span(of: advance())
    let operand = parseComparison()
    return make(.unary(.not, operand.expression), from: start, above: operand.height)
  }

  private var comparisonHere: ExpressionSyntax.BinaryOperator? {
    switch current.kind {
    case .equal: .equal
    case .notEqual: .notEqual
    case .lessThan: .less
    case .lessOrEqual: .lessOrEqual
    case .greater: .greater
    case .greaterOrEqual: .greaterOrEqual
    default: nil
    }
  }

  private var isStatedBehindIs: Bool {
    at(.is, .stated) || at(.is, .not) && token(ahead: 2).keyword == .stated
  }

  /// `agreed_value is stated`, `agreed_value is not stated`.
  @inline(never)
  private mutating func parseStated(_ left: Operand) -> Operand {
    advance()
    let isNegated = accept(.not) != nil
    advance()
    let result = make(.stated(left.expression, isNegated: isNegated), from: left.span, above: left.height)
    if comparisonHere != nil || at(.is) { fail(.chainedComparison(currentSpan), at: currentSpan) }
    return result
  }

  /// `cause is packing`, where `=` is meant.
  @inline(never)
  private mutating func parseIsAsEqual(_ left: Operand) -> Operand {
    let place = span(of: advance())
    let isNegated = accept(.not) != nil
    let words = isNegated ? nil : comparisonInWords()
    if let words { for _ in 0..<words.count { advance() } }
    let rightStart = position
    let result: Operand
    if at(.any, .of) || at(.noneWord, .of) {
      result = parseOneOf(left)
    } else {
      anyWordPosition = position
      result = combine(isNegated ? .notEqual : .equal, place, left, parseOperators(.rounded))
    }
    guard !isRecovering, rightStart < position, let previous else { return result }
    let right = Span(source, Int(tokens[rightStart].start), Int(previous.end))
    let sign = words?.sign ?? (isNegated ? "!=" : "=")
    let suggestion = shortText(left.span.through(right)).map { _ in
      "\(string(left.span)) \(sign) \(string(right))"
    }
    report(.isInCondition(suggestion: suggestion ?? "cause \(sign) packing", place), at: place)
    return result
  }

  /// `any of (a, b)` or `none of (a, b)` behind `=`.
  @inline(never)
  private mutating func parseOneOf(_ left: Operand) -> Operand {
    let isNegated = at(.noneWord)
    advance()
    advance()
    let values = parseList()
    return make(
      .oneOf(left.expression, isNegated: isNegated, values.map(\.expression)), from: left.span,
      above: max(left.height, values.height))
  }

  /// `(a, b, c)`.
  @inline(never)
  mutating func parseList() -> [Operand] {
    expect(.leftParenthesis, "(")
    listDepth += 1
    defer { listDepth -= 1 }
    anyWordPosition = position
    var values = [parseOperand()]
    while accept(.comma) != nil {
      anyWordPosition = position
      values.append(parseOperand())
    }
    expect(.rightParenthesis, ")")
    return values
  }

  /// An aggregate reaches as far right as it can, so that what follows it must show where it ends.
  @inline(never)
  mutating func reportLoop(in operand: Operand, followedBy operation: String) {
    guard operand.expression.endsInLoop else { return }
    let place = operand.span
    let suggestion = shortText(place).map { "(\($0)) \(operation) …" }
    report(.needsBrackets(.aggregate(followedBy: operation), suggestion: suggestion, place), at: place)
  }
}
