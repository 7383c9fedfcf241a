import RedressDiagnostics
import RedressSyntax
import RedressValues

extension PolicyChecker {
  /// What tables and tiers ask for and give, before definitions call them.
  mutating func declareTables() {
    for entry in outline.tables {
      owner = entry.node
      let syntax = entry.syntax
      let parameters = self.parameters(syntax.parameters, areColumns: true)
      let types = zip(parameters, syntax.parameters).map { known, written in columnType(known.type, written) }
      let type = type(syntax.type, for: .result)?.type
      tableParameterTypes.append(types)
      // Nothing is known of what a table without rows gives.
      tableTypes.append(hasRows(syntax) ? type : nil)
      policy.tables.append(
        .init(
          name: syntax.name.text, label: plain(syntax.label), parameters: parameters.map(\.attributes),
          type: type ?? .quantity(.number), editions: [], otherwise: nil, span: syntax.name.span))
    }
    for entry in outline.tiers {
      owner = entry.node
      declareTiers(entry.syntax)
    }
    owner = nil
  }

  /// Columns hold amounts, dates, words, yes and no.
  private mutating func columnType(_ type: ValueType?, _ parameter: DefineSyntax.Parameter) -> ValueType? {
    switch type {
    case .text?, .record?, .list?:
      if let type { report(.tabling(.columnType(parameter.name, described(type)))) }
      return nil
    default: return type
    }
  }

  /// The rows of all tables; the results may read any definition.
  mutating func checkTables() {
    for (position, entry) in outline.tables.enumerated() {
      owner = entry.node
      checkTable(entry.syntax, position, node: entry.node)
    }
    owner = nil
  }

  private mutating func checkTable(_ syntax: TableSyntax, _ position: Int, node: Int) {
    let columns = zip(syntax.parameters, tableParameterTypes[position]).map { parameter, type in
      type.map { CellPlace(type: $0, isWhole: parameter.type.isWhole, place: parameter.name.span) }
    }
    let place = TablePlace(
      syntax: syntax, columns: columns, type: tableTypes[position], node: node,
      scope: scope(of: syntax.parameters, tableParameterTypes[position], node: node))
    let checked = editions(of: syntax, place)
    // Where a column is poison nothing is to be said of what the rows cover.
    let editions = columns.contains { $0 == nil } ? [] : checked
    let otherwise = syntax.otherwise.map { written in
      CheckedPolicy.Table.Otherwise(
        result: result(written.result, written.reasons, written.span, place),
        reasons: reasons(written.reasons, place.scope), span: written.span)
    }
    let declared = policy.tables[position]
    policy.tables[position] = .init(
      name: declared.name, label: declared.label, parameters: declared.parameters, type: declared.type,
      editions: editions, otherwise: otherwise, span: declared.span)
  }

  /// What the rows of a table are checked against.
  private struct TablePlace {
    let syntax: TableSyntax
    /// Nil where the column is poison.
    let columns: [CellPlace?]
    let type: ValueType?
    let node: Int
    let scope: Scope
  }

  private mutating func editions(of syntax: TableSyntax, _ place: TablePlace) -> [CheckedPolicy.Table.Edition] {
    var result: [CheckedPolicy.Table.Edition] = []
    var latest: (day: CivilDate, name: Name)?
    for rows in rows(of: syntax) ?? [] {
      let checked = self.rows(rows, place)
      var day: CivilDate?
      if let from = rows.from {
        guard let known = date(from) else { continue }
        if let latest, known <= latest.day {
          report(.dating(.outOfOrder(from, after: latest.name)))
          misorderedAfter.insert(latest.name.span)
          continue
        }
        latest = (known, from)
        day = known
      }
      result.append(.init(from: day, rows: checked, span: rows.from?.span ?? syntax.name.span))
    }
    return result
  }

  /// The rows as written here or in a file of their own.
  private func rows(of syntax: TableSyntax) -> [TableSyntax.Rows]? {
    switch syntax.content {
    case .rows(let editions): return editions
    case .file(let text):
      let path = text.plain
      return path.flatMap { tableFiles[.init(policyFile: syntax.name.span.source, path: $0)] }.map { [$0] }
    }
  }

  /// Whether there is anything that a table gives; reports where there is not.
  private mutating func hasRows(_ syntax: TableSyntax) -> Bool {
    guard let rows = rows(of: syntax) else {
      // A path that is missing, and a file that was found wanting, are reported already.
      if case .file(let text) = syntax.content, let path = plain(text), text.span.start < text.span.end,
        !reportedTableFiles.contains(.init(policyFile: syntax.name.span.source, path: path))
      {
        report(.tabling(.fileMissing(syntax.name, path: path, text.span)))
      }
      // What cannot be read is not missed.
      for index in syntax.parameters.indices { noteParameter(index) }
      return false
    }
    guard syntax.otherwise == nil, rows.contains(where: \.rows.isEmpty) else { return true }
    report(.tabling(.noRows(syntax.name)))
    for index in syntax.parameters.indices { noteParameter(index) }
    return false
  }

  private mutating func noteParameter(_ index: Int) {
    guard let owner else { return }
    parameterReads[owner, default: []].insert(index)
  }

  private mutating func rows(_ rows: TableSyntax.Rows, _ place: TablePlace) -> [CheckedPolicy.Table.Row] {
    guard let order = columnOrder(rows, place.syntax) else {
      // Which cell is whose is not known: the results alone are read.
      for index in place.syntax.parameters.indices { noteParameter(index) }
      unresolvedRows.formUnion(rows.rows.map(\.span))
      return rows.rows.map { row in
        .init(
          cells: [], result: result(row.result, row.reasons, row.span, place),
          reasons: reasons(row.reasons, place.scope),
          span: row.span, cellSpans: [])
      }
    }
    let before = problems.count
    let checked = rows.rows.map { row($0, order, place) }
    joinMistakesOfColumns(rows.rows, since: before)
    return checked
  }

  /// Where no row of a column fits what the column is, that is one mistake: the first row is told.
  private mutating func joinMistakesOfColumns(_ rows: [TableSyntax.Row], since before: Int) {
    guard rows.count > 1, problems.count > before + 1 else { return }
    var columns: [[Span]] = []
    for column in 0..<(rows.map(\.cells.count).max() ?? 0) {
      let cells = rows.compactMap { column < $0.cells.count ? $0.cells[column] : nil }
      columns.append(cells.filter { if case .any = $0.form { false } else { true } }.map(\.span))
    }
    columns.append(
      rows.compactMap { if case .value(let value) = $0.result { value.span } else { nil } })
    var dropped: [Span] = []
    for cells in columns where cells.count > 1 {
      let isWrong = cells.map { cell in problems[before...].contains { $0.isOfType && $0.place.lies(in: cell) } }
      if isWrong.allSatisfy({ $0 }) { dropped += cells.dropFirst() }
    }
    guard !dropped.isEmpty else { return }
    var position = before
    while position < problems.count {
      let place = problems[position].place
      if problems[position].isOfType, dropped.contains(where: { place.lies(in: $0) }) {
        problems.remove(at: position)
      } else {
        position += 1
      }
    }
  }

  private mutating func row(
    _ row: TableSyntax.Row, _ order: [Int], _ place: TablePlace
  ) -> CheckedPolicy.Table.Row {
    var cells = Array(repeating: TableCell.any, count: place.columns.count)
    var spans = Array(repeating: row.span, count: place.columns.count)
    if row.cells.count == order.count {
      for (written, parameter) in zip(row.cells, order) {
        spans[parameter] = written.span
        if case .any = written.form { continue }
        noteParameter(parameter)
        guard let column = place.columns[parameter], let cell = cell(written, column) else {
          unresolvedRows.insert(row.span)
          continue
        }
        cells[parameter] = cell
      }
    } else {
      // The parser has said so.
      unresolvedRows.insert(row.span)
      for index in place.columns.indices { noteParameter(index) }
    }
    return .init(
      cells: cells, result: result(row.result, row.reasons, row.span, place),
      reasons: reasons(row.reasons, place.scope),
      span: row.span, cellSpans: spans)
  }

  private mutating func result(
    _ syntax: TableResultSyntax, _ reasons: ReasonsSyntax, _ row: Span, _ place: TablePlace
  ) -> CheckedPolicy.TableResult {
    switch syntax {
    case .refused(let span):
      if reasons.because.isEmpty { report(.tabling(.refusedWithoutReason(span))) }
      return .refused
    case .value(let expression):
      var scope = place.scope.fresh()
      let placeholder = CheckedExpression.placeholder(place.type ?? .quantity(.number), expression.span)
      guard let type = place.type,
        let value = check(expression, &scope, expecting: type).map({ filled($0, expression, type) }),
        fits(value, type, as: .statedType, at: place.syntax.type.span)
      else { return .value(placeholder) }
      return .value(value)
    }
  }

  /// By column of the header row, but for `gives`: the position of the parameter. Nil where the header is wrong.
  private mutating func columnOrder(_ rows: TableSyntax.Rows, _ syntax: TableSyntax) -> [Int]? {
    let names = syntax.parameters.map(\.name.text)
    var order: [Int] = []
    var seen: [String: Span] = [:]
    var isWhole = true
    for word in rows.header {
      if let first = seen[word.text] {
        report(.naming(.listedTwice(word, first: first)))
        isWhole = false
        continue
      }
      seen[word.text] = word.span
      if word.text == "gives" { continue }
      if let parameter = names.firstIndex(of: word.text) {
        order.append(parameter)
      } else {
        isWhole = false
        guard !word.text.isEmpty else { continue }
        let suggestion = nearest(to: word.text, among: names)
        report(.tabling(.unknownColumn(word, table: syntax.name.text, columns: names, suggestion: suggestion)))
      }
    }
    guard isWhole, let first = rows.header.first, let last = rows.header.last else { return nil }
    let missing = names.filter { seen[$0] == nil } + (seen["gives"] == nil ? ["gives"] : [])
    guard missing.isEmpty else {
      report(.tabling(.columnsMissing(first.span.through(last.span), columns: missing, table: syntax.name)))
      return nil
    }
    return order
  }
}

extension CheckProblem {
  /// Whether a value is of another type than is wanted.
  fileprivate var isOfType: Bool {
    switch self {
    case .typing(.wrongType), .typing(.unitsDoNotFit), .naming(.wordWithoutKind): true
    default: false
    }
  }
}

extension Span {
  fileprivate func lies(in other: Span) -> Bool {
    source == other.source && start >= other.start && end <= other.end
  }
}
