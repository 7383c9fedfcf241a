import RedressEngine
import RedressValues

// The parts of a case, in the order they come.
extension ReadingPlan {
  /// Reads the case on a line.
  func read(_ line: LineBytes, into draft: inout CaseDraft) throws(NotPlain) {
    draft.reset()
    var cursor = ByteCursor(line)
    var head = Head()
    var parts = Keys(of: self.parts, in: try open(&cursor, &draft))
    repeat {
      let part = try key(&parts, &cursor, &draft)
      try read(Part(rawValue: part), of: &head, &cursor, into: &draft)
    } while cursor.accept(UInt8(ascii: ","))
    try cursor.expect(UInt8(ascii: "}"))
    cursor.skipBlanks()
    guard cursor.position == line.count, head.hasPolicy, head.hasGiven else { throw NotPlain() }
    try settleCurrency(head.currency, of: &draft)
  }

  /// What the parts of a case come to outside the facts.
  private struct Head {
    var hasPolicy = false
    var hasGiven = false
    var currency: Currency?
  }

  private func read(_ part: Part?, of head: inout Head, _ cursor: inout ByteCursor, into draft: inout CaseDraft)
    throws(NotPlain)
  {
    switch part {
    case .case?:
      let range = try cursor.string()
      guard !range.isEmpty else { throw NotPlain() }
      if !cursor.bytes.isASCII(range) { _ = try cursor.text(range) }
      draft.name = range
    case .policy?:
      head.hasPolicy = true
      _ = try name(in: policy, after: -1, &cursor, &draft)
    case .given?:
      head.hasGiven = true
      try readGiven(&cursor, into: &draft)
    case .dated?:
      draft.facts.dated = try cursor.date(at: try cursor.string())
    case .currency?:
      guard let currency = Currency.named(try cursor.text(try cursor.string())) else { throw NotPlain() }
      head.currency = currency
    case .claimed?:
      try readClaims(&cursor, into: &draft)
    case nil: throw NotPlain()
    }
  }

  /// There is one currency, and the case says which.
  private func settleCurrency(_ named: Currency?, of draft: inout CaseDraft) throws(NotPlain) {
    guard isInCurrencyOfTheCase else {
      guard named == nil || named == self.currency else { throw NotPlain() }
      return
    }
    let ofSums = draft.currencyOfSums.map { currencies[$0] }
    guard let currency = named ?? ofSums, ofSums ?? currency == currency else { throw NotPlain() }
    draft.facts.currency = currency
  }

  // MARK: Facts and claims

  private func readGiven(_ cursor: inout ByteCursor, into draft: inout CaseDraft) throws(NotPlain) {
    var keys = Keys(of: self.keys, in: try open(&cursor, &draft))
    if cursor.accept(UInt8(ascii: "}")) { return }
    repeat {
      let position = try key(&keys, &cursor, &draft)
      if cursor.accept(.null) { continue }
      switch meanings[position] {
      case .fact(let fact): try readFact(fact, &cursor, into: &draft)
      case .detail(let detail): draft.facts.details[detail] = try cursor.text(try cursor.string())
      case .choice(let choice):
        draft.facts.choices[choice] = try name(in: options[choice], after: -1, &cursor, &draft)
      }
    } while cursor.accept(UInt8(ascii: ","))
    try cursor.expect(UInt8(ascii: "}"))
  }

  private func readClaims(_ cursor: inout ByteCursor, into draft: inout CaseDraft) throws(NotPlain) {
    var keys = Keys(of: items, in: try open(&cursor, &draft))
    if cursor.accept(UInt8(ascii: "}")) { return }
    repeat {
      let item = try key(&keys, &cursor, &draft)
      draft.facts.claimed[item] = try sum(&cursor, into: &draft)
    } while cursor.accept(UInt8(ascii: ","))
    try cursor.expect(UInt8(ascii: "}"))
  }

  private func readFact(_ fact: Int, _ cursor: inout ByteCursor, into draft: inout CaseDraft) throws(NotPlain) {
    guard case .list(let record) = facts[fact].kind else {
      var stated = Facts.Stated.notStated
      try readValue(of: facts[fact], &cursor, into: &stated, &draft)
      draft.facts.values[fact] = stated
      return
    }
    // The tables hold their rows in the order of the facts.
    guard records[record].use != .mixed, draft.lastFacts[record] < fact else { throw NotPlain() }
    draft.lastFacts[record] = fact
    draft.facts.values[fact] = try readRows(of: record, at: .fact(fact), &cursor, into: &draft)
  }

  // MARK: Lists

  /// A list, in a fact or inside a row. Records do not contain themselves, so this goes no deeper than there are records.
  @inline(never)
  private func readRows(
    of record: Int, at place: Facts.ListPlace, _ cursor: inout ByteCursor, into draft: inout CaseDraft
  ) throws(NotPlain) -> Facts.Stated {
    var table = Facts.Table(fieldCount: 0)
    draft.exchangeTable(of: record, with: &table)
    defer { draft.exchangeTable(of: record, with: &table) }
    let first = table.rowCount
    table.beginList(place)
    try cursor.expect(UInt8(ascii: "["))
    if !cursor.accept(UInt8(ascii: "]")) {
      repeat {
        try readRow(of: record, &cursor, into: &table, &draft)
      } while cursor.accept(UInt8(ascii: ","))
      try cursor.expect(UInt8(ascii: "]"))
    }
    return .rows(
      first: Int32(truncatingIfNeeded: first), count: Int32(truncatingIfNeeded: table.rowCount - first))
  }

  private func readRow(
    of record: Int, _ cursor: inout ByteCursor, into table: inout Facts.Table, _ draft: inout CaseDraft
  ) throws(NotPlain) {
    let firstField = records[record].firstField
    var keys = Keys(of: records[record].fieldNames, in: try open(&cursor, &draft))
    let row = table.rowCount
    let firstCell = table.addRow()
    var cells = table.cells.mutableSpan
    if cursor.accept(UInt8(ascii: "}")) { return }
    repeat {
      let field = try key(&keys, &cursor, &draft)
      if cursor.accept(.null) { continue }
      if case .list(let inner) = fields[firstField + field].kind {
        guard records[inner].use == .once else { throw NotPlain() }
        let place = Facts.ListPlace.field(field, record: record, row: row)
        cells[firstCell + field] = try readRows(of: inner, at: place, &cursor, into: &draft)
      } else {
        try readValue(of: fields[firstField + field], &cursor, into: &cells[firstCell + field], &draft)
      }
    } while cursor.accept(UInt8(ascii: ","))
    try cursor.expect(UInt8(ascii: "}"))
  }

  // MARK: Objects

  /// How far the keys of one object are read.
  private struct Keys {
    let table: ByteTable
    let object: Int
    var last = -1
    /// Those among the first 64 that were there: a bit costs less than a place in the memory.
    var seen: UInt64 = 0

    init(of table: ByteTable, in object: Int) {
      self.table = table
      self.object = object
    }
  }

  /// Goes past an opening bracket; gives the object's number.
  @inline(__always)
  private func open(_ cursor: inout ByteCursor, _ draft: inout CaseDraft) throws(NotPlain) -> Int {
    try cursor.expect(UInt8(ascii: "{"))
    return draft.nextObject()
  }

  /// Goes past a key, up to its value; gives its position in the object's table. Each comes once.
  @inline(__always)
  private func key(
    _ keys: inout Keys, _ cursor: inout ByteCursor, _ draft: inout CaseDraft
  ) throws(NotPlain) -> Int {
    keys.last = try name(in: keys.table, after: keys.last, &cursor, &draft)
    let bit: UInt64 = 1 << UInt64(keys.last)
    guard keys.seen & bit == 0 else { throw NotPlain() }
    keys.seen |= bit
    if bit == 0 {
      let place = keys.table.place(of: keys.last)
      guard draft.memories[place].object != keys.object else { throw NotPlain() }
      draft.memories[place].object = keys.object
    }
    try cursor.expect(UInt8(ascii: ":"))
    cursor.skipBlanks()
    return keys.last
  }
}
