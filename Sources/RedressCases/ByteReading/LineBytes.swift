/// The bytes of one line. Beyond it everything is zero, so that looking ahead needs no care.
///
/// A pointer: an array would be counted wherever a cursor goes, and a `Span` cannot be kept in a value yet. It is valid
/// inside `look` only, and nothing but this file touches it.
struct LineBytes {
  private let bytes: UnsafeRawBufferPointer

  /// Looks at the bytes of a line, as far as they lie within the array.
  static func look<Result, Failure>(
    at line: Range<Int>, of bytes: [UInt8], _ body: (LineBytes) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let line = line.clamped(to: 0..<bytes.count)
    return try bytes.withUnsafeBufferPointer { (all) throws(Failure) -> Result in
      try body(LineBytes(bytes: UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: all[line]))))
    }
  }

  var count: Int { bytes.count }

  /// The byte at a place.
  @inline(__always)
  subscript(place: Int) -> UInt8 {
    // One comparison for both ends.
    UInt(bitPattern: place) < UInt(bitPattern: bytes.count) ? bytes[place] : 0
  }

  /// Eight bytes from a place on, the first one lowest.
  @inline(__always)
  func word(at place: Int) -> UInt64 {
    if place >= 0, place <= bytes.count - 8 {
      return UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
    }
    return wordAtEnd(place)
  }

  @inline(never)
  private func wordAtEnd(_ place: Int) -> UInt64 {
    var word: UInt64 = 0
    for offset in 0..<8 { word |= UInt64(self[place &+ offset]) << UInt64(8 * offset) }
    return word
  }

  func isASCII(_ range: Range<Int>) -> Bool {
    bytes[range.clamped(to: 0..<bytes.count)].allSatisfy { $0 < 0x80 }
  }

  /// What stands in a range, decoded as UTF-8; nil if it is none.
  func text(_ range: Range<Int>) -> String? {
    String(validating: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }
}

/// Eight bytes at a time, in the words `LineBytes` gives.
enum ByteWord {
  /// The same byte eight times.
  @inline(__always)
  static func all(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// A word whose lowest marked byte, marked by its highest bit, is the lowest byte of this word that equals another.
  /// What is marked above that may be so by chance.
  @inline(__always)
  static func marks(of byte: UInt8, in word: UInt64) -> UInt64 {
    marks(below: 1, in: word ^ all(byte))
  }

  /// The same for bytes below a bound of at most 128.
  @inline(__always)
  static func marks(below bound: UInt8, in word: UInt64) -> UInt64 {
    (word &- all(bound)) & ~word & all(0x80)
  }

  /// How many bytes lie below the first one marked: 8 if none is.
  @inline(__always)
  static func count(below marks: UInt64) -> Int { marks.trailingZeroBitCount / 8 }
}
