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
      facts.values[fact] = layOut(draft, at: .fact(fact))
    }
  }

  private mutating func layOut(_ draft: ListDraft, at place: Facts.ListPlace) -> Facts.Stated {
    guard facts.tables.indices.contains(draft.record) else { return .notStated }
    let fieldCount = facts.tables[draft.record].fieldCount
    let first = facts.tables[draft.record].rowCount
    // All rows first: what stands inside them may belong to the same table.
    facts.tables[draft.record].beginList(place)
    for row in draft.rows {
      let stated = row.map { cell in if case .value(let value, _) = cell { value } else { Facts.Stated.notStated } }
      facts.tables[draft.record].addRow(stated)
    }
    for (index, row) in draft.rows.enumerated() {
      for (field, cell) in row.enumerated() {
        guard case .list(let inner) = cell else { continue }
        let rows = layOut(inner, at: .field(field, record: draft.record, row: first + index))
        facts.tables[draft.record].cells[(first + index) * fieldCount + field] = rows
      }
    }
    return .rows(first: Int32(truncatingIfNeeded: first), count: Int32(truncatingIfNeeded: draft.rows.count))
  }
}
