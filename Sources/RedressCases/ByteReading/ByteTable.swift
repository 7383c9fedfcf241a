/// A table of names in `ByteTables`, by where it begins there.
struct ByteTable: Sendable {
  fileprivate let firstName: Int
  fileprivate let firstSlot: Int
  /// One less than the number of its slots, a power of two.
  fileprivate let mask: Int
}

/// Tables of names, to be found by the bytes they are written with. Made once, for a program; all of them share their
/// storage, so that a table is three numbers.
struct ByteTables: Sendable {
  /// All names, one after the other.
  private var bytes: [UInt8] = []
  /// By name: where it begins; one more for where the last one ends.
  private var starts = [0]
  /// By table, and in it as near as possible behind the place the hash gives: positions of names in their table; -1
  /// where there is none. At least twice as many as names.
  private var slots: [Int] = []

  /// Adds a table; nil where two of the names are the same text: who may mean which is the ordinary path's business.
  mutating func add(_ names: [String]) -> ByteTable? {
    guard Set(names).count == names.count else { return nil }
    var size = 4
    while size < names.count * 2 { size *= 2 }
    let table = ByteTable(firstName: starts.count - 1, firstSlot: slots.count, mask: size - 1)
    slots += Array(repeating: -1, count: size)
    for (position, name) in names.enumerated() {
      let start = bytes.count
      bytes += name.utf8
      starts.append(bytes.count)
      var slot = Self.hash(of: start..<bytes.count, in: bytes) & table.mask
      while slots[table.firstSlot + slot] >= 0 { slot = (slot + 1) & table.mask }
      slots[table.firstSlot + slot] = position
    }
    return table
  }

  /// The position in a table of the name that stands in a range of other bytes.
  func position(in table: ByteTable, of range: Range<Int>, in other: [UInt8]) -> Int? {
    var slot = Self.hash(of: range, in: other) & table.mask
    while true {
      let position = slots[table.firstSlot + slot]
      guard position >= 0 else { return nil }
      if isName(table.firstName + position, at: range, in: other) { return position }
      slot = (slot + 1) & table.mask
    }
  }

  private func isName(_ name: Int, at range: Range<Int>, in other: [UInt8]) -> Bool {
    let start = starts[name]
    guard starts[name + 1] - start == range.count else { return false }
    for offset in 0..<range.count where bytes[start + offset] != other[range.lowerBound + offset] { return false }
    return true
  }

  /// Names of one policy are told apart well enough by their length and three of their bytes.
  private static func hash(of range: Range<Int>, in bytes: [UInt8]) -> Int {
    guard !range.isEmpty else { return 0 }
    let first = Int(bytes[range.lowerBound])
    let last = Int(bytes[range.upperBound - 1])
    let middle = Int(bytes[range.lowerBound + range.count / 2])
    return range.count &+ first &* 7 &+ middle &* 31 &+ last &* 131
  }
}
