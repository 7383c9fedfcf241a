/// Names and their positions, to be found by the bytes they are written with. Made once, for a program.
struct ByteTable: Sendable {
  /// All names, one after the other.
  private let bytes: [UInt8]
  /// By name: where it begins; one more for where the last one ends.
  private let starts: [Int]
  /// Positions, each as near as possible behind the place its hash gives; -1 where there is none. A power of two of
  /// them, at least twice as many as names.
  private let slots: [Int]

  static let empty = ByteTable(unchecked: [])

  /// Nil where two of the names are the same text: who may mean which is the ordinary path's business.
  init?(_ names: [String]) {
    guard Set(names).count == names.count else { return nil }
    self.init(unchecked: names)
  }

  private init(unchecked names: [String]) {
    var bytes: [UInt8] = []
    var starts = [0]
    for name in names {
      bytes += name.utf8
      starts.append(bytes.count)
    }
    var size = 4
    while size < names.count * 2 { size *= 2 }
    var slots = Array(repeating: -1, count: size)
    for position in names.indices {
      var slot = Self.hash(of: starts[position]..<starts[position + 1], in: bytes) & (size - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = position
    }
    self.bytes = bytes
    self.starts = starts
    self.slots = slots
  }

  /// The position of the name that stands in a range of other bytes.
  func position(of range: Range<Int>, in other: [UInt8]) -> Int? {
    var slot = Self.hash(of: range, in: other) & (slots.count - 1)
    while true {
      let position = slots[slot]
      guard position >= 0 else { return nil }
      if isName(position, at: range, in: other) { return position }
      slot = (slot + 1) & (slots.count - 1)
    }
  }

  private func isName(_ position: Int, at range: Range<Int>, in other: [UInt8]) -> Bool {
    let start = starts[position]
    guard starts[position + 1] - start == range.count else { return false }
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
