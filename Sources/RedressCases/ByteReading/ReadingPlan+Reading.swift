import RedressEngine
import RedressValues

// The parts of a case, in the order they come.
extension ReadingPlan {
  /// Reads the case on a line.
  func read(_ bytes: [UInt8], _ line: Range<Int>, into draft: inout CaseDraft) throws(NotPlain) {
    draft.reset()
    var cursor = ByteCursor(bytes, line)
    var head = Head()
    try cursor.expect(UInt8(ascii: "{"))
    repeat {
      let key = try cursor.string()
      try cursor.expect(UInt8(ascii: ":"))
      try readPart(key, of: &head, &cursor, into: &draft)
    } while cursor.accept(UInt8(ascii: ","))
    try cursor.expect(UInt8(ascii: "}"))
    cursor.skipBlanks()
    guard cursor.position == cursor.end, head.hasPolicy, head.hasGiven else { throw NotPlain() }
    try settleCurrency(head.currency, of: &draft)
  }

  /// Which parts of a case there were.
  private struct Head {
    var hasCase = false
    var hasPolicy = false
    var hasDated = false
    var hasClaimed = false
    var hasGiven = false
    var hasCurrency = false
    var currency: Currency?
  }

  private func readPart(_ key: Range<Int>, of head: inout Head, _ cursor: inout ByteCursor, into draft: inout CaseDraft)
    throws(NotPlain)
  {
    cursor.skipBlanks()
    switch tables.position(in: parts, of: key, in: cursor.bytes).flatMap(Part.init) {
    case .case?:
      try Self.mark(&head.hasCase)
      let range = try cursor.string()
      guard !range.isEmpty else { throw NotPlain() }
      draft.name = try cursor.text(range)
    case .policy?:
      try Self.mark(&head.hasPolicy)
      guard cursor.bytes[try cursor.string()].elementsEqual(policy) else { throw NotPlain() }
    case .given?:
      try Self.mark(&head.hasGiven)
      try readGiven(&cursor, into: &draft)
    case .dated?:
      try Self.mark(&head.hasDated)
      draft.facts.dated = try cursor.date(at: try cursor.string())
    case .currency?:
      try Self.mark(&head.hasCurrency)
      guard let currency = Currency.named(try cursor.text(try cursor.string())) else { throw NotPlain() }
      head.currency = currency
    case .claimed?:
      try Self.mark(&head.hasClaimed)
      try readClaims(&cursor, into: &draft)
    case nil: throw NotPlain()
    }
  }

  private static func mark(_ isThere: inout Bool) throws(NotPlain) {
    if isThere { throw NotPlain() }
    isThere = true
  }

  /// There is one currency, and the case says which.
  private func settleCurrency(_ named: Currency?, of draft: inout CaseDraft) throws(NotPlain) {
    guard self.currency == .ofTheCase else {
      guard named == nil || named == self.currency else { throw NotPlain() }
      return
    }
    let ofSums = draft.currencyOfSums.map { currencies[$0] }
    guard let currency = named ?? ofSums, ofSums ?? currency == currency else { throw NotPlain() }
    draft.facts.currency = currency
  }

  // MARK: Facts and claims

  private func readGiven(_ cursor: inout ByteCursor, into draft: inout CaseDraft) throws(NotPlain) {
    let object = try open(&cursor, &draft)
    if cursor.accept(UInt8(ascii: "}")) { return }
    repeat {
      let key = try cursor.string()
      guard let position = tables.position(in: keys, of: key, in: cursor.bytes), draft.keysSeen[position] != object
      else {
        throw NotPlain()
      }
      draft.keysSeen[position] = object
      try cursor.expect(UInt8(ascii: ":"))
      cursor.skipBlanks()
      if cursor.accept(word: "null") { continue }
      switch meanings[position] {
      case .fact(let fact): try readFact(fact, &cursor, into: &draft)
      case .detail(let detail): draft.facts.details[detail] = try cursor.text(try cursor.string())
      case .choice(let choice):
        let word = try cursor.string()
        guard let option = tables.position(in: options[choice], of: word, in: cursor.bytes) else { throw NotPlain() }
        draft.facts.choices[choice] = option
      }
    } while cursor.accept(UInt8(ascii: ","))
    try cursor.expect(UInt8(ascii: "}"))
  }

  private func readClaims(_ cursor: inout ByteCursor, into draft: inout CaseDraft) throws(NotPlain) {
    let object = try open(&cursor, &draft)
    if cursor.accept(UInt8(ascii: "}")) { return }
    repeat {
      let key = try cursor.string()
      guard let item = tables.position(in: items, of: key, in: cursor.bytes), draft.itemsSeen[item] != object else {
        throw NotPlain()
      }
      draft.itemsSeen[item] = object
      try cursor.expect(UInt8(ascii: ":"))
      cursor.skipBlanks()
      guard case .number(let amount) = try value(of: money, &cursor, into: &draft) else { throw NotPlain() }
      draft.facts.claimed[item] = amount
    } while cursor.accept(UInt8(ascii: ","))
    try cursor.expect(UInt8(ascii: "}"))
  }

  private func readFact(_ fact: Int, _ cursor: inout ByteCursor, into draft: inout CaseDraft) throws(NotPlain) {
    guard case .list(let record) = facts[fact].kind else {
      draft.facts.values[fact] = try value(of: facts[fact], &cursor, into: &draft)
      return
    }
    // The tables hold their rows in the order of the facts.
    guard records[record].use != .mixed, draft.lastFacts[record] < fact else { throw NotPlain() }
    draft.lastFacts[record] = fact
    let first = draft.facts.tables[record].rowCount
    try cursor.expect(UInt8(ascii: "["))
    var count = 0
    if !cursor.accept(UInt8(ascii: "]")) {
      repeat {
        try readRow(of: record, named: draft.rowName(of: fact, named: factNames[fact], count), &cursor, into: &draft)
        count += 1
      } while cursor.accept(UInt8(ascii: ","))
      try cursor.expect(UInt8(ascii: "]"))
    }
    draft.facts.values[fact] = .rows(first: Int32(truncatingIfNeeded: first), count: Int32(truncatingIfNeeded: count))
  }

  private func readRow(of record: Int, named name: String, _ cursor: inout ByteCursor, into draft: inout CaseDraft)
    throws(NotPlain)
  {
    let object = try open(&cursor, &draft)
    let first = draft.facts.tables[record].cells.count
    draft.facts.tables[record].rowNames.append(name)
    for _ in 0..<draft.facts.tables[record].fieldCount { draft.facts.tables[record].cells.append(.notStated) }
    if cursor.accept(UInt8(ascii: "}")) { return }
    repeat {
      let key = try cursor.string()
      guard let field = tables.position(in: records[record].fieldNames, of: key, in: cursor.bytes),
        draft.fieldsSeen[records[record].firstField + field] != object
      else { throw NotPlain() }
      draft.fieldsSeen[records[record].firstField + field] = object
      try cursor.expect(UInt8(ascii: ":"))
      cursor.skipBlanks()
      if cursor.accept(word: "null") { continue }
      let stated: Facts.Stated
      if case .list(let inner) = fields[records[record].firstField + field].kind {
        stated = try readRows(
          of: inner, in: "\(name).\(fieldNames[records[record].firstField + field])", &cursor, into: &draft)
      } else {
        stated = try value(of: fields[records[record].firstField + field], &cursor, into: &draft)
      }
      draft.facts.tables[record].cells[first + field] = stated
    } while cursor.accept(UInt8(ascii: ","))
    try cursor.expect(UInt8(ascii: "}"))
  }

  /// A list inside a row. Records do not contain themselves, so this goes no deeper than there are records.
  private func readRows(
    of record: Int, in list: String, _ cursor: inout ByteCursor, into draft: inout CaseDraft
  ) throws(NotPlain) -> Facts.Stated {
    guard records[record].use == .once else { throw NotPlain() }
    let first = draft.facts.tables[record].rowCount
    try cursor.expect(UInt8(ascii: "["))
    var count = 0
    if !cursor.accept(UInt8(ascii: "]")) {
      repeat {
        try readRow(of: record, named: "\(list)[\(count + 1)]", &cursor, into: &draft)
        count += 1
      } while cursor.accept(UInt8(ascii: ","))
      try cursor.expect(UInt8(ascii: "]"))
    }
    return .rows(first: Int32(truncatingIfNeeded: first), count: Int32(truncatingIfNeeded: count))
  }

  /// Goes past an opening bracket; gives the object's number.
  private func open(_ cursor: inout ByteCursor, _ draft: inout CaseDraft) throws(NotPlain) -> Int {
    try cursor.expect(UInt8(ascii: "{"))
    return draft.nextObject()
  }
}
