/// Why a reader of bytes leaves a line to the ordinary path: something in it is not plainly right. What it is, and what
/// would be right, only the ordinary path knows.
struct NotPlain: Error {}

/// A place in the bytes of one line, and what goes past JSON as it is most often written: no escapes, no signs, no
/// exponents.
struct ByteCursor {
  let bytes: [UInt8]
  private(set) var position: Int
  let end: Int

  /// The line is a range of the bytes.
  init(_ bytes: [UInt8], _ line: Range<Int>) {
    self.bytes = bytes
    position = line.lowerBound
    end = min(line.upperBound, bytes.count)
  }

  /// The byte at the place reached; 0, which stands in no JSON, at the end.
  var current: UInt8 { position < end ? bytes[position] : 0 }

  mutating func advance() { position += 1 }

  mutating func skipBlanks() {
    while position < end {
      let byte = bytes[position]
      guard byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D else { return }
      position += 1
    }
  }

  /// Goes past this punctuation mark, and past blanks before it.
  mutating func expect(_ byte: UInt8) throws(NotPlain) {
    guard accept(byte) else { throw NotPlain() }
  }

  /// Goes past this punctuation mark if it comes next, and past blanks before it.
  mutating func accept(_ byte: UInt8) -> Bool {
    if current != byte {
      skipBlanks()
      guard current == byte else { return false }
    }
    position += 1
    return true
  }

  /// Goes past a string, and past blanks before it; gives where its bytes stand between the quotation marks.
  ///
  /// What stands there may still be no UTF-8.
  mutating func string() throws(NotPlain) -> Range<Int> {
    try expect(UInt8(ascii: "\""))
    return try restOfString()
  }

  /// The same behind the opening quotation mark.
  mutating func restOfString() throws(NotPlain) -> Range<Int> {
    let start = position
    while position < end {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") {
        position += 1
        return start..<(position - 1)
      }
      guard byte >= 0x20, byte != UInt8(ascii: "\\"), byte != 0x7F else { throw NotPlain() }
      position += 1
    }
    throw NotPlain()
  }

  /// Goes past a word such as `null` if it stands here with nothing glued to it.
  mutating func accept(word: StaticString) -> Bool {
    let length = word.utf8CodeUnitCount
    guard end - position >= length else { return false }
    let isThere = word.withUTF8Buffer { text in
      for index in 0..<length where bytes[position + index] != text[index] { return false }
      return true
    }
    guard isThere, endsValue(at: position + length) else { return false }
    position += length
    return true
  }

  /// Whether a value that stands without quotation marks may end at a place.
  func endsValue(at place: Int) -> Bool {
    guard place < end else { return false }
    return switch bytes[place] {
    case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"), 0x20, 0x09, 0x0A, 0x0D: true
    default: false
    }
  }

  /// What stands in a range as text, if a case may have it: UTF-8 without control characters.
  func text(_ range: Range<Int>) throws(NotPlain) -> String {
    let slice = bytes[range]
    if slice.allSatisfy({ $0 < 0x80 }) { return String(decoding: slice, as: UTF8.self) }
    guard let text = String(validating: slice, as: UTF8.self),
      text.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control })
    else { throw NotPlain() }
    return text
  }
}
