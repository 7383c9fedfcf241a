import RedressDiagnostics

extension Parser {
  /// `table delay_rate of late : whole days, tier : Tier gives percent` with its rows.
  mutating func parseTable() -> TableSyntax? {
    setClauses([.of, .gives, .in, .from, .otherwise] + RulingClauses.reasons)
    hasRows = true
    let before = problems.count
    let name = expectName(.table)
    let label = parseTextIfPresent()
    let parameters = parseTableParameters(name, since: before)
    var type: TypeSyntax?
    expectedClauses = [.gives]
    if nextClause() == .gives {
      advance()
      type = parseType()
    } else if !hasProblems(since: before) {
      report(.incomplete(.tableWithoutResult(name.text), name.span), at: name.span)
    }
    expectedClauses = [.in, .from]
    var body = TableBody()
    parseTableBody(&body, of: name)
    if body.isEmpty, !hasProblems(since: before) {
      report(.incomplete(.tableWithoutRows(name.text), name.span), at: name.span)
    }
    guard let type, !name.isMissing, !parameters.isEmpty, !body.isUnread, let content = body.content else { return nil }
    return TableSyntax(
      name: name, label: label, parameters: parameters, type: type, content: content, otherwise: body.otherwise)
  }

  /// `of late : whole days, tier : Tier`.
  private mutating func parseTableParameters(_ name: Name, since before: Int) -> [DefineSyntax.Parameter] {
    expectedClauses = [.of]
    guard nextClause() == .of else {
      if !hasProblems(since: before) {
        report(.incomplete(.tableWithoutParameters(name.text), name.span), at: name.span)
      }
      return []
    }
    advance()
    return parseParameterList()
  }

  /// What stands behind the type of a table.
  private struct TableBody {
    var editions: [TableSyntax.Rows] = []
    var file: TextSyntax?
    var otherwise: TableSyntax.Otherwise?
    /// Whether rows could not be read, so that nothing is to be said of what they cover.
    var isUnread = false

    var isEmpty: Bool { editions.isEmpty && file == nil && !isUnread }

    var content: TableSyntax.Content? {
      if let file { return .file(file) }
      return editions.isEmpty ? nil : .rows(editions)
    }
  }

  private mutating func parseTableBody(_ body: inout TableBody, of name: Name) {
    var seen: [Keyword: Span] = [:]
    var progress = Progress()
    while progress.goesOn(at: position) {
      synchronize()
      if at(.pipe) {
        parseUndatedRows(&body)
        expectedClauses = [.otherwise]
        continue
      }
      guard let clause = nextClause() else {
        if isAtRow { continue }
        return
      }
      switch clause {
      case .in:
        noteClause(.in, in: &seen)
        advance()
        body.file = expectFixedText()
      case .from: parseEdition(&body)
      case .otherwise:
        noteClause(.otherwise, in: &seen)
        let otherwise = parseOtherwise()
        body.otherwise = body.otherwise ?? otherwise
      case .because, .citing, .leaving: rejectClause(clause, .onLineOfRow)
      default: rejectClause(clause)
      }
      expectedClauses = [.otherwise]
    }
  }

  private mutating func parseUndatedRows(_ body: inout TableBody) {
    let place = currentSpan
    let isMisplaced = !body.isEmpty || body.otherwise != nil
    if isMisplaced {
      let fault: SyntaxProblem.TableFault = body.file == nil ? .rowsBehindOtherwise : .rowsBesideFile
      report(.table(fault, place), at: place)
      skipRows()
      body.isUnread = true
    } else if let rows = parseTableRows(from: nil) {
      body.editions.append(rows)
    } else {
      body.isUnread = true
    }
  }

  /// `from DATE` with its rows.
  private mutating func parseEdition(_ body: inout TableBody) {
    let place = span(of: advance())
    if body.file != nil { report(.table(.rowsBesideFile, place), at: place) }
    if body.editions.contains(where: { $0.from == nil }) {
      report(.table(.undatedRowsBefore, place), at: place)
      body.isUnread = true
    }
    let before = problems.count
    let date = expectDate()
    synchronize()
    if !at(.pipe) {
      if !hasProblems(since: before) { reportUnexpected(.oneOf(["|"])) }
      body.isUnread = true
    } else if let rows = parseTableRows(from: date), date != nil {
      body.editions.append(rows)
    } else {
      body.isUnread = true
    }
  }

  /// `otherwise 5%`, `otherwise refused because "…"`.
  private mutating func parseOtherwise() -> TableSyntax.Otherwise {
    let start = span(of: advance())
    expectedClauses = RulingClauses.reasons
    let result: TableResultSyntax =
      at(.refused) ? .refused(span(of: advance())) : .value(parseExpression())
    let place = span(from: start)
    return TableSyntax.Otherwise(result: result, reasons: parseReasons(), span: place)
  }

  // MARK: Rows

  /// The header row and the rows below it; nothing where the header could not be read.
  mutating func parseTableRows(from date: Name?) -> TableSyntax.Rows? {
    let headerStart = currentSpan
    guard let header = parseHeaderRow() else {
      skipRows()
      return nil
    }
    let headerSpan = span(from: headerStart)
    var rows: [TableSyntax.Row] = []
    parseRowLines { parser in
      if parser.isRuleOfDashes { return parser.rejectRow(.table(.dashes, parser.rowSpan)) }
      rows.append(parser.parseTableRow(columns: header.count, headerSpan))
    }
    return TableSyntax.Rows(from: date, header: header, rows: rows)
  }

  /// `| late | tier | gives |`.
  private mutating func parseHeaderRow() -> [Name]? {
    noteOpening(.row)
    let start = currentSpan
    advance()
    var words: [Name] = []
    var progress = Progress()
    while !isAtEndOfRow, progress.goesOn(at: position) {
      words.append(expectWord(.column))
      endCell()
      if isRecovering { return nil }
    }
    let place = span(from: start)
    guard let last = words.last else {
      fail(expected: .name(.column))
      return nil
    }
    let gives = Keyword.gives.rawValue
    if last.text == gives { return words }
    if let earlier = words.first(where: { $0.text == gives }) {
      report(.table(.givesNotLast, earlier.span), at: earlier.span)
      return nil
    }
    if nearest(to: last.text, among: [gives]) != nil {
      report(.unknownWord(last.text, near: gives, isDeclaration: false, expected: [], last.span), at: last.span)
      return words.dropLast() + [Name(gives, last.span)]
    }
    let cells = words.map(\.text) + [gives]
    let example = isTableFile ? cells.joined(separator: ",") : "| \(cells.joined(separator: " | ")) |"
    report(.incomplete(.headerWithoutGives(example: example), place), at: place)
    return nil
  }

  private mutating func parseTableRow(columns: Int, _ header: Span) -> TableSyntax.Row {
    let start = currentSpan
    guard fitsColumns(columns, header: header) else {
      let place = rowSpan
      skipRow()
      let blank = CellSyntax(.missing, place)
      return TableSyntax.Row(
        cells: Array(repeating: blank, count: max(0, columns - 1)),
        result: .value(ExpressionSyntax(.missing, place)), reasons: ReasonsSyntax(), span: place)
    }
    advance()
    let before = problems.count
    var cells: [CellSyntax] = []
    for _ in 1..<max(1, columns) {
      // One diagnostic a row: what else is wrong in it shows when this is mended.
      if hasProblems(since: before) { beginRecovery() }
      cells.append(isRecovering ? CellSyntax(.missing, currentSpan) : parseCell())
      endCell()
    }
    if hasProblems(since: before) { beginRecovery() }
    let result = isRecovering ? .value(ExpressionSyntax(.missing, currentSpan)) : parseTableResult()
    endCell()
    let place = span(from: start)
    let reasons = parseReasons(onLine: true)
    return TableSyntax.Row(cells: cells, result: result, reasons: reasons, span: place)
  }

  /// The last cell of a row: a value, or `refused`.
  private mutating func parseTableResult() -> TableResultSyntax {
    if at(.refused) { return .refused(span(of: advance())) }
    if reportBlankCell() { return .value(ExpressionSyntax(.missing, currentSpan)) }
    anyWordPosition = position
    return .value(parseExpression())
  }

  // MARK: Tiers and authorities

  /// `tiers commission of amount : money` with a row for each band.
  mutating func parseTiers() -> TiersSyntax? {
    setClauses([.of, .gives] + RulingClauses.reasons)
    hasRows = true
    let before = problems.count
    let name = expectName(.tiers)
    let label = parseTextIfPresent()
    let parameters = parseTableParameters(name, since: before)
    if parameters.count > 1 {
      report(.table(.tiersOfSeveral, parameters[1].name.span), at: parameters[1].name.span)
    }
    expectedClauses = [.gives]
    var type: TypeSyntax?
    if !at(.pipe), nextClause() == .gives {
      advance()
      type = parseType()
    }
    let beforeRows = problems.count
    var bands: [TiersSyntax.Band] = []
    rejectHeaderRow()
    parseRowLines { bands.append($0.parseBand()) }
    rejectClausesBehindRows()
    if bands.isEmpty, !hasProblems(since: before) {
      report(.incomplete(.tableWithoutRows(name.text), name.span), at: name.span)
    } else if let last = bands.last, last.upper != nil, !hasProblems(since: beforeRows) {
      report(.incomplete(.tiersWithoutEnd(name.text), last.span), at: last.span)
    }
    guard !name.isMissing, let parameter = parameters.first, !bands.isEmpty else { return nil }
    // What is wrong with one row would be said of the next ones too.
    guard !hasProblems(since: beforeRows) else { return nil }
    return TiersSyntax(name: name, label: label, parameter: parameter, type: type, bands: bands)
  }

  private mutating func parseBand() -> TiersSyntax.Band {
    let start = currentSpan
    let missing = ExpressionSyntax(.missing, start)
    guard fitsColumns(2, header: nil) else {
      skipRow()
      return TiersSyntax.Band(upper: missing, rate: missing, reasons: ReasonsSyntax(), span: start)
    }
    advance()
    let upper = parseBandCell()
    let isLast = upper == nil && !isRecovering
    endCell()
    let rate = isRecovering || reportBlankCell() ? missing : parseExpression()
    endCell()
    let place = span(from: start)
    let reasons = parseReasons(onLine: true)
    if isLast, !isRecovering, hasAnotherRow { report(.table(.aboveNotLast, place), at: place) }
    return TiersSyntax.Band(upper: upper, rate: rate, reasons: reasons, span: place)
  }

  private var hasAnotherRow: Bool { at(.pipe) && current.followsLineBreak }

  /// `up to 10_000`, or `above`, for which nothing is given.
  private mutating func parseBandCell() -> ExpressionSyntax? {
    if reportBlankCell() || reportUnclearEdge(in: .cell) { return ExpressionSyntax(.missing, currentSpan) }
    let start = currentSpan
    if at(.up, .to) {
      advance()
      advance()
      return whole(parseOperators(.sum))
    }
    if accept(.above) != nil {
      if at(.pipe) { return nil }
      _ = parseOperators(.sum)
      if !isRecovering { report(.table(.bandWithBeginning, span(from: start)), at: span(from: start)) }
      return nil
    }
    if at(.number) || at(.percentage) || at(.from) {
      let cell = parseCell()
      var upper: String?
      if case .range(_, _, let end?, _) = cell.form { upper = string(end.span) }
      if !isRecovering { report(.table(.bandFromTo(end: upper), cell.span), at: cell.span) }
    } else {
      fail(expected: .oneOf(["up to", "above"]))
    }
    return ExpressionSyntax(.missing, start)
  }

  /// `authority of total_cash` with a row for each level.
  mutating func parseAuthority(_ keyword: Span) -> AuthoritySyntax? {
    setClauses(RulingClauses.reasons)
    hasRows = true
    let before = problems.count
    expect(.of)
    let sum = parseExpression()
    var levels: [AuthoritySyntax.Level] = []
    rejectHeaderRow()
    parseRowLines { parser in
      if let level = parser.parseLevel() { levels.append(level) }
    }
    rejectClausesBehindRows()
    if levels.isEmpty, !hasProblems(since: before) {
      report(.incomplete(.authorityWithoutLevels, keyword), at: keyword)
    }
    return levels.isEmpty ? nil : AuthoritySyntax(keyword: keyword, sum: sum, levels: levels)
  }

  private mutating func parseLevel() -> AuthoritySyntax.Level? {
    guard fitsColumns(2, header: nil) else {
      skipRow()
      return nil
    }
    advance()
    let name = expectWord(.level)
    let label = parseTextIfPresent()
    endCell()
    let isEverything = at(.above) || at(.word) && current.keyword == nil
    if isEverything, token(ahead: 1).kind == .pipe { fail(expected: .oneOf(["any"])) }
    let cell = isRecovering ? CellSyntax(.missing, currentSpan) : parseCell()
    endCell()
    let reasons = parseReasons(onLine: true)
    return name.isMissing ? nil : AuthoritySyntax.Level(name: name, label: label, cell: cell, reasons: reasons)
  }

  /// Nothing stands behind the rows of a declaration that is made of them.
  private mutating func rejectClausesBehindRows() {
    expectedClauses = []
    var progress = Progress()
    while progress.goesOn(at: position) {
      if isAtRow, !isRecovering {
        skipRow()
      } else if let clause = nextClause() {
        rejectClause(clause, RulingClauses.reasons.contains(clause) ? .onLineOfRow : nil)
      } else if !isAtRow {
        return
      }
    }
  }
}
