extension Facts {
  /// Where a list is stated.
  package enum ListPlace: Sendable {
    case fact(Int)
    /// In a row of another record.
    case field(Int, record: Int, row: Int)
  }

  /// All stated elements of one record, whatever list they stand in: one row each, those of one list side by side.
  package struct Table: Sendable {
    package let fieldCount: Int
    /// `fieldCount` cells a row.
    package var cells: [Stated] = []
    package private(set) var rowCount = 0
    /// In the order of their rows.
    private var lists: [List] = []

    fileprivate struct List: Sendable {
      let place: ListPlace
      let firstRow: Int
    }

    package init(fieldCount: Int) {
      self.fieldCount = fieldCount
    }

    /// From here on rows are those of another list.
    package mutating func beginList(_ place: ListPlace) {
      lists.append(List(place: place, firstRow: rowCount))
    }

    /// Adds a row that states nothing; gives where its cells begin.
    @discardableResult
    package mutating func addRow() -> Int {
      let start = cells.count
      cells.append(contentsOf: repeatElement(.notStated, count: fieldCount))
      rowCount += 1
      return start
    }

    /// Adds a row of as many cells as there are fields.
    package mutating func addRow(_ row: [Stated]) {
      cells += row
      rowCount += 1
    }

    /// Forgets all rows, but keeps their storage.
    package mutating func removeRows() {
      guard !lists.isEmpty || rowCount > 0 else { return }
      cells.removeAll(keepingCapacity: true)
      lists.removeAll(keepingCapacity: true)
      rowCount = 0
    }

    /// The list a row stands in: the last one that does not begin behind it.
    fileprivate func list(of row: Int) -> List? {
      guard row >= 0, row < rowCount else { return nil }
      var (low, high) = (0, lists.count)
      while low < high {
        let middle = (low + high) / 2
        if lists[middle].firstRow <= row { low = middle + 1 } else { high = middle }
      }
      return low > 0 ? lists[low - 1] : nil
    }
  }

  /// How people name a row: `lots[1]`, `shipments[2].packages[1]`; nil if there is no such row. Names are made when
  /// somebody asks, since most cases are settled without one.
  package func rowName(_ row: Int, of record: Int, in schema: Schema) -> String? {
    var (record, row, name) = (record, row, "")
    // Records do not contain themselves, so a row lies in no more lists than there are tables.
    for _ in tables.indices {
      guard tables.indices.contains(record), let list = tables[record].list(of: row) else { return nil }
      name = "[\(row - list.firstRow + 1)]" + name
      switch list.place {
      case .fact(let fact):
        return schema.facts.indices.contains(fact) ? schema.facts[fact].name + name : nil
      case .field(let field, let outerRecord, let outerRow):
        guard schema.records.indices.contains(outerRecord),
          schema.records[outerRecord].fields.indices.contains(field)
        else { return nil }
        name = "." + schema.records[outerRecord].fields[field].name + name
        (record, row) = (outerRecord, outerRow)
      }
    }
    return nil
  }
}
