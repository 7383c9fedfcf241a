import RedressDiagnostics

/// How tightly operators bind, loosest first; comparisons and `and`, `or`, `not` are looser than all of these.
enum Binding: Int, Comparable {
  case rounded, changed, sum, term, of

  static func < (left: Binding, right: Binding) -> Bool { left.rawValue < right.rawValue }
}

/// An operator between two values.
private enum ValueOperator {
  case rounded, reducedBy, increasedBy, plus, minus, after, before, businessDays, times, divided, of

  var binding: Binding {
    switch self {
    case .rounded: .rounded
    case .reducedBy, .increasedBy: .changed
    case .plus, .minus, .after, .before, .businessDays: .sum
    case .times, .divided: .term
    case .of: .of
    }
  }
}

extension Parser {
  /// Values joined by operators that bind at least this tightly.
  mutating func parseOperators(_ loosest: Binding) -> Operand {
    var left = parseUnary()
    if lacksOf(behind: left.expression) { left = parseWithoutOf(left) }
    while let operation = operatorHere, operation.binding >= loosest {
      if left.expression.endsInLoop {
        // What begins the next line is rather the step that follows.
        if operation == .rounded, current.followsLineBreak { break }
        reportLoop(in: left, followedBy: string(of: current))
      }
      let place = span(of: advance())
      switch operation {
      case .of: left = parseOf(left, place)
      case .times: left = combine(.times, place, left, parseOperators(.of))
      case .divided: left = parseDivision(left, place)
      case .plus: left = parseSum(.plus, left, place)
      case .minus: left = parseSum(.minus, left, place)
      case .after: left = parseShift(behind: left, isBefore: false)
      case .before: left = parseShift(behind: left, isBefore: true)
      case .businessDays: left = parseBusinessShift(behind: left)
      case .reducedBy: left = parseChange(.reducedBy, left, place)
      case .increasedBy: left = parseChange(.increasedBy, left, place)
      case .rounded: left = parseRounding(of: left)
      }
    }
    return left
  }

  /// `20% proved_loss`: a percentage with a value right behind it.
  private func lacksOf(behind rate: ExpressionSyntax) -> Bool {
    guard case .quantity(let quantity) = rate.form, quantity.isPercent, quantity.unit == nil, at(.word) else {
      return false
    }
    return current.keyword?.isNameable ?? true && !current.followsLineBreak && !isInShares
      && token(ahead: 1).kind != .colon && foreignPhraseHere == nil && !isAtMisspeltWord
  }

  @inline(never)
  private mutating func parseWithoutOf(_ rate: Operand) -> Operand {
    report(.missing(.oneOf(["of"]), after: rate.span), at: rate.span)
    return combine(.of, rate.span, rate, parseOperators(.of))
  }

  private var operatorHere: ValueOperator? {
    let token = current
    switch token.kind {
    case .plusSign: return .plus
    case .minusSign: return .minus
    case .star: return .times
    case .slash: return .divided
    default: break
    }
    guard let keyword = token.keyword, at(keyword) else { return nil }
    switch keyword {
    case .of: return .of
    case .after: return .after
    case .before: return .before
    case .business:
      let next = self.token(ahead: 1)
      return next.keyword == .days || ["day", "hour", "hours"].contains(string(of: next)) ? .businessDays : nil
    case .reduced: return self.token(ahead: 1).keyword == .by ? .reducedBy : nil
    case .increased: return .increasedBy
    case .rounded: return .rounded
    default: return nil
    }
  }

  // Each in a frame of its own, so that the one that nesting goes through stays small.

  @inline(never)
  private mutating func parseOf(_ left: Operand, _ place: Span) -> Operand {
    guard enter() else { return missingOperand() }
    defer { leave() }
    return combine(.of, place, left, parseOperators(.of))
  }

  @inline(never)
  private mutating func parseDivision(_ left: Operand, _ place: Span) -> Operand {
    let right = parseOperators(.of)
    if right.expression.beginsWithPer {
      let suggestion = shortText(right.span).map { "/ (\($0))" }
      report(.perAfterDivision(suggestion: suggestion, right.span), at: right.span)
    }
    return combine(.divided, place, left, right)
  }

  @inline(never)
  private mutating func parseSum(
    _ operation: ExpressionSyntax.BinaryOperator, _ left: Operand, _ place: Span
  ) -> Operand {
    let right = parseOperators(.term)
    if let parts = left.expression.lastOf { reportOf(parts, sign: place, right.span) }
    return combine(operation, place, left, right)
  }

  @inline(never)
  private mutating func parseChange(
    _ operation: ExpressionSyntax.BinaryOperator, _ left: Operand, _ place: Span
  ) -> Operand {
    expect(.by)
    return combine(operation, place, left, parseOperators(.sum))
  }

  @inline(never)
  private mutating func parseRounding(of left: Operand) -> Operand {
    let mode = parseRoundingMode()
    expect(.to)
    let unit = parseUnary()
    return make(
      .rounded(left.expression, mode, to: unit.expression), from: left.span, above: max(left.height, unit.height))
  }

  /// `20% of value + freight`, which may be read in two ways.
  @inline(never)
  private mutating func reportOf(_ parts: (rate: Span, whole: Span), sign: Span, _ right: Span) {
    guard !isRecovering else { return }
    let place = parts.rate.through(right)
    var readings: [String] = []
    if shortText(place) != nil {
      let (rate, whole, rest) = (string(parts.rate), string(parts.whole), string(right))
      let sign = string(sign)
      readings = ["(\(rate) of \(whole)) \(sign) \(rest)", "\(rate) of (\(whole) \(sign) \(rest))"]
    }
    report(.ofInSum(readings: readings, place), at: place)
  }

  /// `half up`, `half even`, `up` or `down`, if one stands here.
  mutating func parseRoundingMode() -> RoundingSyntax? {
    let start = currentSpan
    if accept(.half) != nil {
      if accept(.up) != nil { return RoundingSyntax(.halfUp, span(from: start)) }
      if accept(.even) != nil { return RoundingSyntax(.halfEven, span(from: start)) }
      fail(expected: .oneOf(["up", "even"]))
      return nil
    }
    if accept(.up) != nil { return RoundingSyntax(.up, start) }
    if accept(.down) != nil { return RoundingSyntax(.down, start) }
    return nil
  }

  /// A sign, or a value with its fields.
  mutating func parseUnary() -> Operand {
    if operandInHand == nil, at(.minusSign) { return parseSign() }
    let operand = parsePrimary()
    return at(.period) ? parseFields(of: operand) : operand
  }

  @inline(never)
  private mutating func parseSign() -> Operand {
    guard enter() else { return missingOperand() }
    defer { leave() }
    noteSign()
    let start = span(of: advance())
    let operand = parseUnary()
    return make(.unary(.minus, operand.expression), from: start, above: operand.height)
  }

  @inline(never)
  private mutating func parseFields(of first: Operand) -> Operand {
    var operand = first
    while at(.period) {
      reportLoop(in: operand, followedBy: ".")
      advance()
      let field = expectWord(.fieldOf)
      operand = make(.field(operand.expression, field), from: operand.span, above: operand.height)
    }
    return operand
  }
}
