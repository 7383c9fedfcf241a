import RedressDiagnostics

extension Parser {
  /// Where a loop stands; only the loop that makes the lines of an item has an order, and that of a limit takes all.
  enum LoopPlace { case item, limit, value }

  /// `lot in lots where … largest first by …`; what stands before the variable is read already.
  @inline(never)
  mutating func parseLoop(from start: Span, in place: LoopPlace = .value) -> (syntax: LoopSyntax, height: Int32) {
    let variable = parseVariable()
    if accept(.in) == nil {
      let isListNext = at(.word) && current.keyword == nil && !current.followsLineBreak
      if isListNext { reportUnexpected(.oneOf(["in"])) } else { fail(expected: .oneOf(["in"])) }
    }
    let path = parsePath()
    var condition: Operand?
    var order: LoopSyntax.Order?
    var height: Int32 = 0
    var seen: [Keyword: Span] = [:]
    while true {
      correctMisspeltWhere()
      if at(.where) {
        noteClause(.where, in: &seen)
        if place == .limit { report(.misplacedClause("where", .limitTakesAll, currentSpan), at: currentSpan) }
        advance()
        let value = parseOperand()
        condition = condition ?? value
        height = max(height, value.height)
      } else if at(.largest, .first) || at(.smallest, .first) {
        let (value, keyHeight) = parseOrder(in: place)
        if place == .item { order = order ?? value }
        height = max(height, keyHeight)
      } else {
        if place == .item, isAtOtherOrder { fail(expected: .oneOf(["largest first by", "smallest first by"])) }
        break
      }
    }
    let syntax = LoopSyntax(
      variable: variable, path: path, condition: condition?.expression, order: order, span: span(from: start))
    return (syntax, height)
  }

  /// Words with which people put lines in an order.
  private var isAtOtherOrder: Bool {
    guard at(.word), !current.followsLineBreak else { return false }
    if at(.largest) || at(.smallest) { return true }
    let words = ["biggest", "highest", "greatest", "lowest", "sorted", "ordered", "order", "first"]
    return current.keyword == nil && words.contains(string(of: current))
  }

  /// The name of an element; where it is missing and `in` follows, reading goes on there.
  private mutating func parseVariable() -> Name {
    guard at(.in), token(ahead: 1).keyword != .in else { return expectName(.variable) }
    reportUnexpected(.name(.variable))
    return Name("", Span(source, Int(currentSpan.start), Int(currentSpan.start)))
  }

  private mutating func correctMisspeltWhere() {
    guard at(.word), current.keyword == nil, !current.followsLineBreak,
      nearest(to: string(of: current), among: ["where"]) != nil
    else { return }
    reportMisspelling(of: .where)
  }

  /// `largest first by injury.tariff`.
  private mutating func parseOrder(in place: LoopPlace) -> (LoopSyntax.Order, Int32) {
    let start = currentSpan
    let isLargest = advance().keyword == .largest
    advance()
    if place != .item {
      let words = span(from: start)
      report(.misplacedClause("\(isLargest ? "largest" : "smallest") first", .onlyInLoopsOfItems, words), at: words)
    }
    expect(.by)
    let key = parseOperand()
    let order = LoopSyntax.Order(
      first: isLargest ? .largest : .smallest, key: whole(key), span: span(from: start))
    return (order, key.height)
  }

  /// `lots`, or `shipment.packages`.
  private mutating func parsePath() -> [Name] {
    var path = [expectName(.list)]
    while accept(.period) != nil { path.append(expectWord(.fieldOf)) }
    return path
  }
}

extension LoopSyntax {
  /// Whether its variable or its list could not be read, so that nothing of what it is for can be understood.
  var lacksName: Bool { variable.isMissing || path.contains(where: \.isMissing) }
}
