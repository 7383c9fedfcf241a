import RedressDiagnostics
import RedressEngine
import RedressSyntax
import RedressValues

// Entries for lists: `lots` with its rows, `shipments[1].packages` with rows of its own, `lots[1].value` for one cell.
extension Binder {
  mutating func bind(_ entry: GivenSyntax, toList fact: Int, of record: Int) {
    guard let first = entry.key.first else { return }
    // Records do not contain themselves, so no key that means something is longer than this.
    guard entry.key.count <= schema.records.count + 1 else {
      problems.append(.path(.notAList(name: shown(entry.key.prefix(schema.records.count + 1))), entry.keySpan))
      return
    }
    if entry.key.count == 1, first.index == nil {
      guard isFirst(entry, in: \.factKeys, at: fact) else { return }
      lists[fact] = draft(of: entry, record: record, declaration: schema.facts[fact].span)
      return
    }
    guard var draft = lists[fact] else {
      // A list that could not be read was reported; its rows are not missing as well.
      if factKeys[fact] == nil { problems.append(.path(.notStated(list: first.name.text), entry.keySpan)) }
      return
    }
    // Taken out while it is changed, so that its rows are not copied.
    lists[fact] = nil
    place(entry, step: 0, into: &draft, named: first.name.text)
    lists[fact] = draft
  }

  // MARK: One cell, or a list in one

  /// Follows the key from the step that names this list.
  private mutating func place(_ entry: GivenSyntax, step: Int, into draft: inout ListDraft, named name: String) {
    let fields = schema.records[draft.record].fields
    let rest = entry.key[(step + 1)...]
    guard let index = entry.key[step].index else {
      problems.append(.path(.rowMissing(list: name, rest: shown(rest)), entry.keySpan))
      return
    }
    guard let number = Int(index.text), number >= 1, number <= draft.rows.count else {
      problems.append(.path(.rowOutOfRange(list: name, count: draft.rows.count), index.span))
      return
    }
    let rowName = "\(name)[\(number)]"
    guard let next = rest.first else {
      problems.append(.path(.fieldMissing(row: rowName, fields: fields.map(\.name)), entry.keySpan))
      return
    }
    guard let field = fields.firstIndex(where: { $0.name == next.name.text }) else {
      let known = fields.map(\.name)
      problems.append(
        .path(
          .unknownField(
            name: next.name.text, list: name, fields: known, nearest: nearest(to: next.name.text, among: known)),
          next.name.span))
      return
    }
    let fieldName = "\(rowName).\(next.name.text)"
    let isLast = rest.count == 1 && next.index == nil
    guard case .list(let record) = fields[field].type else {
      if isLast {
        place(entry, in: fields[field], at: &draft.rows[number - 1][field], named: fieldName)
      } else {
        problems.append(.path(.notAList(name: fieldName), entry.keySpan))
      }
      return
    }
    if isLast {
      guard isFree(draft.rows[number - 1][field], for: entry, named: fieldName) else { return }
      let inner = self.draft(of: entry, record: record, declaration: fields[field].span)
      draft.rows[number - 1][field] = inner.map { .list($0) } ?? .failed
      return
    }
    switch draft.rows[number - 1][field] {
    case .list(var inner):
      draft.rows[number - 1][field] = .notStated
      place(entry, step: step + 1, into: &inner, named: fieldName)
      draft.rows[number - 1][field] = .list(inner)
    case .failed: break
    case .notStated, .value: problems.append(.path(.notStated(list: fieldName), entry.keySpan))
    }
  }

  private mutating func place(
    _ entry: GivenSyntax, in field: Schema.Attributes, at cell: inout ListDraft.Cell, named name: String
  ) {
    let target = CaseProblem.Target(name: name, declaration: field.span)
    guard isFree(cell, for: entry, named: name) else { return }
    guard case .value(let value) = entry.content else {
      problems.append(.valueWanted(target, entry.keySpan))
      return
    }
    cell = stated(value, as: field, for: target).map { .value($0, entry.keySpan) } ?? .failed
  }

  private mutating func isFree(_ cell: ListDraft.Cell, for entry: GivenSyntax, named name: String) -> Bool {
    guard let first = cell.span else { return true }
    problems.append(.twice(.cell, name: name, first: first, second: entry.keySpan))
    return false
  }

  // MARK: Rows

  /// The rows of an entry; nil, and reported, where it holds something else.
  private mutating func draft(of entry: GivenSyntax, record: Int, declaration: Span) -> ListDraft? {
    let list = CaseProblem.Target(name: shown(entry.key[...]), declaration: declaration)
    switch entry.content {
    case .value(let value):
      if case .missing = value.form { return nil }
      problems.append(.wrongType(list, written(value), .rows(columns: columns(of: record))))
      return nil
    case .rows(let header, let rows):
      guard schema.records.indices.contains(record) else { return nil }
      let fields = schema.records[record].fields
      let columns = positions(of: header, in: fields, list: list)
      // In JSON a key that no element has is a value that nobody has stated. A column that is misnamed or stands twice
      // is likely to be the one that is missing.
      if notation == .caseFile, !columns.contains(nil) {
        checkColumns(header, against: fields, of: list, at: entry.keySpan)
      }
      var draft = ListDraft(record: record, span: entry.keySpan, rows: [])
      draft.rows.reserveCapacity(rows.count)
      for (index, row) in rows.enumerated() {
        draft.rows.append(
          cells(of: row, header: header, columns: columns, fields: fields, list: list.name, number: index + 1))
      }
      return draft
    }
  }

  /// The field each column stands for; nil where it stands for none, which is reported.
  private mutating func positions(
    of header: [Name], in fields: [Schema.Attributes], list: CaseProblem.Target
  ) -> [Int?] {
    var seen: [Int: Span] = [:]
    return header.map { name in
      guard let field = fields.firstIndex(where: { $0.name == name.text }) else {
        let known = fields.filter { !$0.isList }.map(\.name)
        problems.append(
          .unknownColumn(name, list: list.name, nearest: nearest(to: name.text, among: known), columns: known))
        return nil
      }
      if fields[field].isList {
        problems.append(.columnIsList(name, list: list.name))
        return nil
      }
      if let first = seen[field] {
        problems.append(.twice(.column, name: name.text, first: first, second: name.span))
        return nil
      }
      seen[field] = name.span
      return field
    }
  }

  private mutating func checkColumns(
    _ header: [Name], against fields: [Schema.Attributes], of list: CaseProblem.Target, at keySpan: Span
  ) {
    let missing = fields.filter { field in
      field.defaultValue == nil && !field.isOptional && !field.isList
        && !header.contains { $0.text == field.name }
    }
    guard !missing.isEmpty else { return }
    let place = header.first.flatMap { first in header.last.map { first.span.through($0.span) } } ?? keySpan
    problems.append(.columnsMissing(list: list, columns: missing.map(\.name), header: place))
  }

  private mutating func cells(
    of row: [GivenSyntax.Cell], header: [Name], columns: [Int?], fields: [Schema.Attributes], list: String, number: Int
  ) -> [ListDraft.Cell] {
    var cells = [ListDraft.Cell](repeating: .notStated, count: fields.count)
    guard row.count == columns.count else {
      if let first = row.first, let last = row.last, let left = header.first, let right = header.last {
        problems.append(
          .cellCount(
            list: list, found: row.count, header: header.map(\.text), row: first.span.through(last.span),
            headerSpan: left.span.through(right.span)))
      }
      return [ListDraft.Cell](repeating: .failed, count: fields.count)
    }
    for (column, cell) in zip(columns, row) {
      guard let column, let value = cell.value else { continue }
      let field = fields[column]
      let target = CaseProblem.Target(name: "\(list)[\(number)].\(field.name)", declaration: field.span)
      cells[column] = stated(value, as: field, for: target).map { .value($0, cell.span) } ?? .failed
    }
    return cells
  }

  // MARK: Names

  /// The columns of a list's rows.
  func columns(of record: Int) -> [String] {
    schema.records.indices.contains(record) ? schema.records[record].fields.filter { !$0.isList }.map(\.name) : []
  }

  /// A key as it is written.
  private func shown(_ key: ArraySlice<GivenSyntax.Step>) -> String {
    key.map { $0.name.text + ($0.index.map { "[\($0.text)]" } ?? "") }.joined(separator: ".")
  }
}

extension Schema.Attributes {
  var isList: Bool {
    if case .list = type { return true }
    return false
  }
}
