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
  private struct Name: Sendable {
    let firstWord: Int
    let lastWord: Int
    /// What counts of the last word.
    let mask: UInt64
    let length: Int

    /// No bytes are this one.
    static let none = Name(firstWord: 0, lastWord: 0, mask: 0, length: 0)
  }

  /// All names, each filled up with zeros; in front what `none` is compared with.
  private var words: [UInt64] = [1]
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
      let bytes = Array(text.utf8)
      append(bytes + [UInt8(ascii: "\"")])
      var slot = LineBytes.look(at: 0..<bytes.count, of: bytes) { Self.hash(of: bytes.count, from: 0, in: $0) }
      slot >>= table.shift
      while slots[table.firstSlot + Int(slot)] >= 0 { slot = Self.next(slot, in: table) }
      slots[table.firstSlot + Int(slot)] = position
    }
    return table
  }

  private mutating func append(_ bytes: [UInt8]) {
    let firstWord = words.count
    LineBytes.look(at: 0..<bytes.count, of: bytes) { line in
      for place in stride(from: 0, to: bytes.count, by: 8) { words.append(line.word(at: place)) }
    }
    let used = UInt64(bytes.count - 8 * (words.count - firstWord - 1))
    names.append(
      Name(firstWord: firstWord, lastWord: words.count - 1, mask: .max >> (64 - 8 * used), length: bytes.count - 1))
  }

  private static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") && $0 != 0x7F }
  }

  // MARK: Looking up

  /// The length of the name at a position if it stands at the cursor, with a quotation mark behind it; nil if it does
  /// not.
  @inline(__always)
  func length(of position: Int, in table: ByteTable, at cursor: borrowing ByteCursor) -> Int? {
    let name = names[table.place(of: position)]
    var place = cursor.position
    for word in name.firstWord..<name.lastWord {
      guard cursor.bytes.word(at: place) == words[word] else { return nil }
      place &+= 8
    }
    return cursor.bytes.word(at: place) & name.mask == words[name.lastWord] ? name.length : nil
  }

  /// The position in a table of the name that stands at the cursor with this length.
  func position(in table: ByteTable, length: Int, at cursor: borrowing ByteCursor) -> Int? {
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
