/// The bytes of one line. Beyond it everything is zero, so that looking ahead needs no care.
///
/// A pointer: an array would be counted wherever a cursor goes, and a `Span` cannot be kept in a value yet. It is valid
/// inside `look` only, and nothing but this file touches it.
struct LineBytes {
  private let start: UnsafeRawPointer
  let count: Int
  /// Eight bytes stand together at the places below this one.
  private let wordPlaces: Int

  private init(start: UnsafeRawPointer, count: Int) {
    self.start = start
    self.count = count
    wordPlaces = max(0, count - 7)
  }

  /// Looks at the bytes of a line, as far as they lie within the array; nil if that has none.
  static func look<Result, Failure>(
    at line: Range<Int>, of bytes: [UInt8], _ body: (LineBytes) throws(Failure) -> Result
  ) throws(Failure) -> Result? {
    let line = line.clamped(to: 0..<bytes.count)
    return try bytes.withUnsafeBufferPointer { (all) throws(Failure) -> Result? in
      guard let start = UnsafeRawPointer(all.baseAddress) else { return nil }
      return try body(LineBytes(start: start + line.lowerBound, count: line.count))
    }
  }

  /// The byte at a place.
  @inline(__always)
  subscript(place: Int) -> UInt8 {
    // One comparison for both ends.
    UInt(bitPattern: place) < UInt(bitPattern: count) ? start.load(fromByteOffset: place, as: UInt8.self) : 0
  }

  /// Eight bytes from a place on, the first one lowest.
  @inline(__always)
  func word(at place: Int) -> UInt64 {
    UInt(bitPattern: place) < UInt(bitPattern: wordPlaces) ? wholeWord(at: place) : wordAtEnd(place)
  }

  /// The word at a place and the one behind it.
  @inline(__always)
  func twoWords(at place: Int) -> (UInt64, UInt64) {
    place >= 0 && place < wordPlaces - 8
      ? (wholeWord(at: place), wholeWord(at: place &+ 8)) : twoWordsAtEnd(place)
  }

  @inline(never)
  private func twoWordsAtEnd(_ place: Int) -> (UInt64, UInt64) {
    (word(at: place), word(at: place &+ 8))
  }

  @inline(__always)
  private func wholeWord(at place: Int) -> UInt64 {
    UInt64(littleEndian: start.loadUnaligned(fromByteOffset: place, as: UInt64.self))
  }

  @inline(never)
  private func wordAtEnd(_ place: Int) -> UInt64 {
    guard place >= 0, place < count else { return 0 }
    if wordPlaces > 0 { return wholeWord(at: count - 8) >> UInt64(8 * (place - count + 8)) }
    return (place..<count).reduce(0) { word, byte in word | UInt64(self[byte]) << UInt64(8 * (byte - place)) }
  }

  func isASCII(_ range: Range<Int>) -> Bool {
    bytes(in: range).allSatisfy { $0 < 0x80 }
  }

  /// What stands in a range, decoded as UTF-8; nil if it is none.
  func text(_ range: Range<Int>) -> String? {
    String(validating: bytes(in: range), as: UTF8.self)
  }

  private func bytes(in range: Range<Int>) -> UnsafeRawBufferPointer {
    let range = range.clamped(to: 0..<count)
    return UnsafeRawBufferPointer(start: start + range.lowerBound, count: range.count)
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
