import RedressDiagnostics

extension Parser {
  /// Rows to the first line that is none; what goes wrong in one costs no other.
  mutating func parseRowLines(_ parseRow: (inout Parser) -> Void) {
    var progress = Progress()
    while progress.goesOn(at: position) {
      synchronize()
      if lacksFirstBar {
        report(.unexpected(found(current), .oneOf(["|"]), currentSpan), at: currentSpan)
        skipRow()
      } else if at(.pipe) {
        noteOpening(.row)
        let row = (end: rowTokens.endIndex, place: rowSpan, problems: problems.count)
        parseRow(&self)
        if !hasProblems(since: row.problems), position > row.end {
          report(.table(.severalLines, row.place), at: row.place)
          if !current.followsLineBreak { beginRecovery() }
        }
        synchronizeToLine()
      } else {
        return
      }
    }
  }

  /// Moves over all rows that stand here.
  mutating func skipRows() {
    if isRecovering { synchronizeToLine() } else if at(.pipe) { skipRow() }
    while isAtRow { skipRow() }
  }

  /// Moves over the rest of the line.
  mutating func skipRow() {
    endRecovery()
    skipWhole()
    beginRecovery()
    synchronizeToLine()
  }

  /// Says what is wrong with the row that begins here, and moves over it.
  mutating func rejectRow(_ problem: SyntaxProblem) {
    report(problem, at: rowSpan)
    skipRow()
  }

  /// Whether a line begins here that looks like a row, but for its first bar.
  private var lacksFirstBar: Bool {
    guard !isRecovering, !isAtEnd, current.followsLineBreak, !at(.pipe), !isAtBoundary else { return false }
    if let keyword = current.keyword, clauses.contains(keyword) { return false }
    return rowTokens.contains { $0.kind == .pipe }
  }

  /// The tokens of the line that begins here.
  private var rowTokens: ArraySlice<Token> {
    var end = position
    while tokens[end].kind != .end, end == position || !tokens[end].followsLineBreak { end += 1 }
    return tokens[position..<end]
  }

  /// The row that begins here, from its first to its last bar.
  var rowSpan: Span {
    let start = currentSpan
    guard let last = rowTokens.last(where: { $0.kind == .pipe }) else { return start }
    return start.through(span(of: last))
  }

  /// Whether the row that begins here is a line of dashes, as other notations of tables have.
  var isRuleOfDashes: Bool {
    let row = rowTokens
    return row.contains { $0.kind == .minusSign }
      && row.allSatisfy { $0.kind == .minusSign || $0.kind == .pipe || $0.kind == .colon }
  }

  /// A row of two bare words before others, where the rows have no header; the names of columns are no values.
  mutating func rejectHeaderRow() {
    synchronize()
    let row = rowTokens
    guard at(.pipe), row.map(\.kind) == [.pipe, .word, .pipe, .word, .pipe] else { return }
    let second = row[row.startIndex + 3].keyword
    guard second != .any, second != .above, tokens[row.endIndex].kind == .pipe else { return }
    rejectRow(.table(.headerRow, rowSpan))
    endRecovery()
  }

  /// Whether the row that begins here has so many cells; if not, a problem.
  mutating func fitsColumns(_ columns: Int, header: Span?) -> Bool {
    let cells = cellCount
    if cells == columns { return true }
    let place = rowSpan
    let problem = SyntaxProblem.rowLength(
      cells: cells, columns: columns, in: isTableFile ? .file : .table, place, header: header)
    report(problem, at: place)
    return false
  }

  /// The number of cells of the row that begins here; the last one may lack its bar.
  private var cellCount: Int {
    let row = rowTokens
    var bars = 0
    var isBehindBar = false
    for (index, token) in zip(row.indices, row) {
      if opensReasons(index) { break }
      isBehindBar = token.kind == .pipe
      if isBehindBar { bars += 1 }
    }
    return isBehindBar ? bars - 1 : bars
  }

  /// Whether the token opens reasons, and is no word of a kind.
  private func opensReasons(_ index: Int) -> Bool {
    guard let keyword = tokens[index].keyword, index + 1 < tokens.count else { return false }
    let next = tokens[index + 1]
    switch keyword {
    case .because: return isText(next)
    case .citing: return next.kind == .word && index + 2 < tokens.count && isText(tokens[index + 2])
    case .leaving: return next.keyword == .out
    default: return false
    }
  }

  // MARK: Cells

  /// Whether the row ends before the present token.
  var isAtEndOfRow: Bool { isRecovering || isAtEnd || current.followsLineBreak }

  /// Moves behind the bar that ends a cell; where none stands, a problem, and nothing more is read of the row.
  mutating func endCell() {
    guard !isRecovering else { return }
    if at(.pipe), !current.followsLineBreak {
      advance()
    } else {
      fail(expected: .oneOf([isTableFile ? "," : "|"]))
    }
  }

  /// What a row says of one parameter: `any`, `2 to 5`, `up to 5`, `gold, silver`.
  mutating func parseCell() -> CellSyntax {
    let start = currentSpan
    if reportBlankCell() || reportForeignCell() || reportUnclearEdge(in: .cell) {
      return CellSyntax(.missing, span(from: start))
    }
    if at(.any) { return CellSyntax(.any, span(of: advance())) }
    let form = opensRange ? parseRange() : parseValues()
    return CellSyntax(isRecovering ? .missing : form, span(from: start))
  }

  /// Whether a range begins here, and not a word of a kind that is spelt like its first word.
  private var opensRange: Bool {
    let next = token(ahead: 1).kind
    guard next != .pipe, next != .comma else { return false }
    return at(.from) || at(.above) || at(.under) || at(.up, .to)
  }

  private mutating func parseRange() -> CellSyntax.Form {
    let keyword = advance().keyword
    if keyword == .up { advance() }
    let first = parseBound()
    switch keyword {
    case .up?: return .range(lower: nil, excludesLower: false, upper: first, excludesUpper: false)
    case .under?: return .range(lower: nil, excludesLower: false, upper: first, excludesUpper: true)
    default: return parseUpperBound(lower: first, excludesLower: keyword == .above)
    }
  }

  /// `to 5`, `under 5` or `to under 5` behind the lower bound, if it stands here.
  private mutating func parseUpperBound(lower: ExpressionSyntax, excludesLower: Bool) -> CellSyntax.Form {
    let hasTo = accept(.to) != nil
    let isUnder = accept(.under) != nil
    let upper = hasTo || isUnder ? parseBound() : nil
    return .range(lower: lower, excludesLower: excludesLower, upper: upper, excludesUpper: isUnder)
  }

  /// One value, several, or `2 to 5`.
  private mutating func parseValues() -> CellSyntax.Form {
    listDepth += 1
    defer { listDepth -= 1 }
    var values = [parseBound()]
    if at(.to), let first = values.first { return parseUpperBound(lower: first, excludesLower: false) }
    while accept(.comma) != nil { values.append(parseBound()) }
    return .values(values)
  }

  private mutating func parseBound() -> ExpressionSyntax {
    guard !isAtText else {
      fail(expected: .constant)
      return ExpressionSyntax(.missing, currentSpan)
    }
    anyWordPosition = position
    return whole(parseOperators(.sum))
  }

  /// A cell without anything in it.
  mutating func reportBlankCell() -> Bool {
    guard !isRecovering, at(.pipe) || isAtEndOfRow, let previous else { return false }
    let place = span(of: previous)
    // Where something was left out, that was reported.
    if !current.flags.contains(.followsStray) { report(.table(.blankCell, place), at: place) }
    return true
  }

  /// `*`, `-` or `all` for `any`, and `> 5` for `above 5`.
  private mutating func reportForeignCell() -> Bool {
    let start = currentSpan
    if token(ahead: 1).kind == .pipe, at(.star) || at(.minusSign) || at(.all) {
      report(.unexpected(found(current), .oneOf(["any"]), start), at: start)
      advance()
      return true
    }
    if at(.otherwise), token(ahead: 1).kind == .pipe {
      fail(.table(.otherwiseInRow, start), at: start)
      return true
    }
    if at(.number), token(ahead: 1).kind == .plusSign, token(ahead: 2).kind == .pipe {
      let number = string(of: current)
      advance()
      advance()
      let place = span(from: start)
      report(.unexpected(.piece(string(place)), .oneOf(["from \(number)"]), place), at: place)
      return true
    }
    guard let (words, count) = rangeInOtherWords else { return false }
    for _ in 0..<count { advance() }
    let valueStart = currentSpan
    _ = parseBound()
    guard !isRecovering else { return true }
    let place = span(from: start)
    report(.unexpected(.piece(string(place)), .oneOf(["\(words) \(string(span(from: valueStart)))"]), place), at: place)
    return true
  }

  /// The word for a range that begins here with a sign or in other words, and how many tokens those are.
  private var rangeInOtherWords: (words: String, count: Int)? {
    switch current.kind {
    case .greater: return ("above", 1)
    case .greaterOrEqual: return ("from", 1)
    case .lessThan: return ("under", 1)
    case .lessOrEqual: return ("up to", 1)
    default: break
    }
    guard at(.word) else { return nil }
    let isBeforeValue = [.number, .percentage, .dateValue].contains(token(ahead: 1).kind)
    switch string(of: current) {
    case "over" where isBeforeValue, "beyond" where isBeforeValue: return ("above", 1)
    case "below" where isBeforeValue: return ("under", 1)
    case "until" where isBeforeValue, "max" where isBeforeValue: return ("up to", 1)
    case "min" where isBeforeValue: return ("from", 1)
    default: break
    }
    guard [.number, .percentage, .dateValue].contains(token(ahead: 2).kind), let sign = comparisonInWords() else {
      return nil
    }
    switch sign.sign {
    case ">": return ("above", sign.count)
    case ">=": return ("from", sign.count)
    case "<": return ("under", sign.count)
    default: return ("up to", sign.count)
    }
  }
}
