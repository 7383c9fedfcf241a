/// Why a reader of bytes leaves a line to the ordinary path: something in it is not plainly right. What it is, and what
/// would be right, only the ordinary path knows.
struct NotPlain: Error {}

/// A place in the bytes of one line, and what goes past JSON as it is most often written: no escapes, no signs, no
/// exponents.
struct ByteCursor {
  let bytes: LineBytes
  private(set) var position = 0

  init(_ bytes: LineBytes) {
    self.bytes = bytes
  }

  /// The byte at the place reached; 0, which stands in no JSON, at the end.
  @inline(__always)
  var current: UInt8 { bytes[position] }

  @inline(__always)
  mutating func advance(by count: Int = 1) { position &+= count }

  @inline(__always)
  mutating func skipBlanks() {
    // Most marks stand side by side.
    if current <= 0x20 { skipSomeBlanks() }
  }

  @inline(never)
  private mutating func skipSomeBlanks() {
    while current == 0x20 || current == 0x09 || current == 0x0A || current == 0x0D { advance() }
  }

  /// Goes past this punctuation mark, and past blanks before it.
  @inline(__always)
  mutating func expect(_ byte: UInt8) throws(NotPlain) {
    guard accept(byte) else { throw NotPlain() }
  }

  /// Goes past this punctuation mark if it comes next, and past blanks before it.
  @inline(__always)
  mutating func accept(_ byte: UInt8) -> Bool {
    skipBlanks()
    guard current == byte else { return false }
    advance()
    return true
  }

  /// A word that stands without quotation marks.
  struct Literal {
    /// The first byte lowest, as `LineBytes` gives it.
    fileprivate let bytes: UInt64
    fileprivate let length: Int

    static var null: Literal { Literal(bytes: 0x6C6C_756E, length: 4) }
    static var yes: Literal { Literal(bytes: 0x6575_7274, length: 4) }
    static var no: Literal { Literal(bytes: 0x65_736C_6166, length: 5) }
  }

  /// Goes past a word if it stands here. What may be glued to it is no mark that may follow a value.
  @inline(__always)
  mutating func accept(_ literal: Literal) -> Bool {
    guard (bytes.word(at: position) ^ literal.bytes) << UInt64(64 - 8 * literal.length) == 0 else { return false }
    advance(by: literal.length)
    return true
  }

  /// Goes past `true` or `false` if one of them stands here.
  @inline(__always)
  mutating func yesOrNo() -> Bool? {
    if accept(.yes) { return true }
    return accept(.no) ? false : nil
  }

  /// Goes past a string, and past blanks before it; gives where its bytes stand between the quotation marks.
  ///
  /// What stands there may still be no UTF-8.
  mutating func string() throws(NotPlain) -> Range<Int> {
    try expect(UInt8(ascii: "\""))
    let start = position
    while position < bytes.count {
      let word = bytes.word(at: position)
      let marks =
        ByteWord.marks(of: UInt8(ascii: "\""), in: word) | ByteWord.marks(of: UInt8(ascii: "\\"), in: word)
        | ByteWord.marks(of: 0x7F, in: word) | ByteWord.marks(below: 0x20, in: word)
      advance(by: ByteWord.count(below: marks))
      guard marks != 0 else { continue }
      guard current == UInt8(ascii: "\"") else { throw NotPlain() }
      advance()
      return start..<(position &- 1)
    }
    throw NotPlain()
  }

  /// How many bytes stand from here to the next quotation mark, whatever they are.
  @inline(__always)
  func lengthToQuotationMark() throws(NotPlain) -> Int {
    var place = position
    while place < bytes.count {
      let marks = ByteWord.marks(of: UInt8(ascii: "\""), in: bytes.word(at: place))
      place &+= ByteWord.count(below: marks)
      if marks != 0 { return place &- position }
    }
    throw NotPlain()
  }

  /// What stands in a range of a string as text, if a case may have it: UTF-8 without control characters. Those below
  /// 128 are in no string that was gone past.
  func text(_ range: Range<Int>) throws(NotPlain) -> String {
    guard let text = bytes.text(range) else { throw NotPlain() }
    guard bytes.isASCII(range) || text.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control })
    else { throw NotPlain() }
    return text
  }
}
