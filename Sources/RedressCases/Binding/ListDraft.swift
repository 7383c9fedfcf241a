import RedressDiagnostics
import RedressEngine

/// The rows of one list while they are gathered; lists inside it stand in its cells.
struct ListDraft {
  enum Cell {
    case notStated
    /// What stood there was reported.
    case failed
    case value(Facts.Stated, Span)
    case list(ListDraft)
  }

  /// A position in the schema's records.
  let record: Int
  /// Where the list is stated.
  let span: Span
  /// As many cells a row as the record has fields.
  var rows: [[Cell]]
}

extension ListDraft.Cell {
  /// Where it is stated, if it is.
  var span: Span? {
    switch self {
    case .notStated, .failed: nil
    case .value(_, let span): span
    case .list(let draft): draft.span
    }
  }
}

// The engine wants the rows of one list side by side in its record's table.
extension Binder {
  /// Moves the gathered lists into the tables of the facts.
  mutating func layOutLists() {
    for (fact, draft) in lists.enumerated() {
      guard let draft else { continue }
      facts.values[fact] = layOut(draft, named: schema.facts[fact].name)
    }
  }

  private mutating func layOut(_ draft: ListDraft, named name: String) -> Facts.Stated {
    guard facts.tables.indices.contains(draft.record) else { return .notStated }
    let fieldCount = facts.tables[draft.record].fieldCount
    let first = facts.tables[draft.record].rowCount
    // All rows first: what stands inside them may belong to the same table.
    for (index, row) in draft.rows.enumerated() {
      facts.tables[draft.record].rowNames.append("\(name)[\(index + 1)]")
      for cell in row {
        if case .value(let value, _) = cell {
          facts.tables[draft.record].cells.append(value)
        } else {
          facts.tables[draft.record].cells.append(.notStated)
        }
      }
    }
    for (index, row) in draft.rows.enumerated() {
      for (field, cell) in row.enumerated() {
        guard case .list(let inner) = cell else { continue }
        let fieldName = schema.records[draft.record].fields[field].name
        let rows = layOut(inner, named: "\(name)[\(index + 1)].\(fieldName)")
        facts.tables[draft.record].cells[(first + index) * fieldCount + field] = rows
      }
    }
    return .rows(first: Int32(truncatingIfNeeded: first), count: Int32(truncatingIfNeeded: draft.rows.count))
  }
}
