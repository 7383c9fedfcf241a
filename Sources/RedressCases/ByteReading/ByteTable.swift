/// A table of names in `ByteTables`, by where it begins there.
struct ByteTable: Sendable {
  /// The place of its first name among those of all tables. The place before it stands for no name yet.
  fileprivate let first: Int
  fileprivate let firstSlot: Int
  /// A hash shifted by this is one of its slots.
  fileprivate let shift: UInt64

  /// Where the name at a position stands among those of all tables; that of -1 is the table's own.
  @inline(__always)
  func place(of position: Int) -> Int { first &+ position }
}

/// Tables of names, to be found by the bytes they are written with, up to the quotation mark behind them. Made once, for
/// a program; all of them share their storage, so that a table is three numbers.
struct ByteTables: Sendable {
  /// Eight bytes of a name, and the quotation mark behind it.
  private struct Word: Sendable {
    let bytes: UInt64
    /// What of them counts.
    let mask: UInt64

    /// 0 if these bytes stand there.
    @inline(__always)
    func difference(from word: UInt64) -> UInt64 { (word & mask) ^ bytes }
  }

  /// Most names are compared by two words without a branch between them.
  private struct Name: Sendable {
    let first: Word
    let second: Word
    /// In `rest`.
    let restStart: Int
    let restCount: Int
    let length: Int

    /// No bytes are this one.
    static let none = Name(
      first: Word(bytes: 1, mask: 0), second: Word(bytes: 0, mask: 0), restStart: 0, restCount: 0, length: 0)
  }

  /// What names have beyond their second word.
  private var rest: [Word] = []
  private var names: [Name] = []
  /// By table, and in it as near as possible behind the place the hash gives: positions of names in their table; -1
  /// where there is none. At least twice as many as names.
  private var slots: [Int] = []

  /// Over all tables.
  var placeCount: Int { names.count }

  /// Adds a table; nil where two of the names are the same text, or one cannot be written without escapes: who may mean
  /// which is the ordinary path's business.
  mutating func add(_ texts: [String]) -> ByteTable? {
    guard Set(texts).count == texts.count, texts.allSatisfy(Self.isPlain) else { return nil }
    var bits: UInt64 = 2
    while 1 << bits < texts.count * 2 { bits += 1 }
    names.append(.none)
    let table = ByteTable(first: names.count, firstSlot: slots.count, shift: 64 - bits)
    slots += Array(repeating: -1, count: 1 << Int(bits))
    // Whoever guesses always has a first name to guess.
    if texts.isEmpty { names.append(.none) }
    for (position, text) in texts.enumerated() {
      // With the quotation mark a name is never without bytes.
      let bytes = Array(text.utf8) + [UInt8(ascii: "\"")]
      let hash = LineBytes.look(at: 0..<bytes.count, of: bytes) { line in
        append(line)
        return Self.hash(of: line.count - 1, from: 0, in: line)
      }
      guard let hash else { return nil }
      var slot = hash >> table.shift
      while slots[table.firstSlot + Int(slot)] >= 0 { slot = Self.next(slot, in: table) }
      slots[table.firstSlot + Int(slot)] = position
    }
    return table
  }

  private mutating func append(_ line: LineBytes) {
    let words = stride(from: 0, to: max(16, line.count), by: 8).map { place in
      let used = UInt64(max(0, min(8, line.count - place)))
      return Word(bytes: line.word(at: place), mask: used == 0 ? 0 : .max >> (64 - 8 * used))
    }
    names.append(
      Name(
        first: words[0], second: words[1], restStart: rest.count, restCount: words.count - 2, length: line.count - 1))
    rest += words[2...]
  }

  private static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") && $0 != 0x7F }
  }

  // MARK: Looking up

  /// The length of the name at a position if it stands at the cursor, with a quotation mark behind it; nil if it does
  /// not.
  @inline(__always)
  func length(of position: Int, in table: ByteTable, at cursor: ByteCursor) -> Int? {
    let name = names[table.place(of: position)]
    let (first, second) = cursor.bytes.twoWords(at: cursor.position)
    guard name.first.difference(from: first) | name.second.difference(from: second) == 0 else { return nil }
    return name.restCount == 0 || hasRest(of: name, at: cursor) ? name.length : nil
  }

  @inline(never)
  private func hasRest(of name: Name, at cursor: ByteCursor) -> Bool {
    (0..<name.restCount).allSatisfy { index in
      rest[name.restStart + index].difference(from: cursor.bytes.word(at: cursor.position + 16 + 8 * index)) == 0
    }
  }

  /// The position in a table of the name that stands at the cursor with this length.
  func position(in table: ByteTable, length: Int, at cursor: ByteCursor) -> Int? {
    var slot = Self.hash(of: length, from: cursor.position, in: cursor.bytes) >> table.shift
    while true {
      let position = slots[table.firstSlot &+ Int(slot)]
      guard position >= 0 else { return nil }
      if self.length(of: position, in: table, at: cursor) == length { return position }
      slot = Self.next(slot, in: table)
    }
  }

  @inline(__always)
  private static func next(_ slot: UInt64, in table: ByteTable) -> UInt64 {
    slot == .max >> table.shift ? 0 : slot + 1
  }

  /// Mixes the first eight bytes and the last eight: names of one policy are told apart well enough by them.
  @inline(__always)
  private static func hash(of length: Int, from place: Int, in bytes: LineBytes) -> UInt64 {
    let first = bytes.word(at: place)
    guard length > 8 else {
      return (length == 8 ? first : first & ~(.max << UInt64(8 &* length))) &* 0x9E37_79B9_7F4A_7C15
    }
    return (first ^ (bytes.word(at: place &+ length &- 8) &* 31)) &* 0x9E37_79B9_7F4A_7C15
  }
}
