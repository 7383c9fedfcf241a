// Pieces of JSON behind one another: what a writer of whole documents puts down, and what writes many small documents
// by itself.
extension [UInt8] {
  /// Text that stands as it is: `,"index":`.
  @inlinable
  package mutating func append(piece: StaticString) {
    piece.withUTF8Buffer { append(contentsOf: $0) }
  }

  /// Bytes that stand in others, as they are.
  @inlinable
  package mutating func append(_ range: Range<Int>, of others: [UInt8]) {
    others.withUnsafeBufferPointer { others in
      append(contentsOf: UnsafeBufferPointer(rebasing: others[range]))
    }
  }

  /// A string in quotation marks.
  package mutating func append(jsonString text: String) {
    append(UInt8(ascii: "\""))
    var text = text
    let isPlain = text.withUTF8 { bytes in
      guard Self.isPlain(bytes) else { return false }
      append(contentsOf: bytes)
      return true
    }
    if !isPlain {
      for scalar in text.unicodeScalars { append(scalar) }
    }
    append(UInt8(ascii: "\""))
  }

  /// A whole number: a count or a place, never an amount.
  package mutating func append(jsonNumber number: Int) {
    if number >= 0, number < 10 { return append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number)) }
    if number < 0 { append(UInt8(ascii: "-")) }
    append(digits: UInt64(number.magnitude), atLeast: 1)
  }

  /// Digits, with zeros in front up to the width.
  package mutating func append(digits number: UInt64, atLeast width: Int) {
    var length = 1
    var least: UInt64 = 10
    // 20 digits are more than there are powers of ten in 64 bits.
    while length < 20, number >= least {
      length += 1
      least = least.multipliedReportingOverflow(by: 10).overflow ? .max : least * 10
    }
    var place = count + Swift.max(length, width)
    append(contentsOf: repeatElement(UInt8(ascii: "0"), count: place - count))
    var rest = number
    while rest > 0 {
      place -= 1
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      self[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit)
      rest = quotient
    }
  }

  /// Whether a string holds nothing that is written otherwise. Without an early end: whole vectors are looked at.
  private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var odd: UInt8 = 0
    for byte in bytes {
      odd |= byte < 0x20 || byte >= 0x7F || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") ? 1 : 0
    }
    return odd == 0
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": append(piece: #"\""#)
    case "\\": append(piece: #"\\"#)
    case "\n": append(piece: #"\n"#)
    case "\r": append(piece: #"\r"#)
    case "\t": append(piece: #"\t"#)
    // Beyond what JSON asks for: characters that command a terminal or end a line elsewhere.
    case "\0"..<" ", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
      let digits = String(scalar.value, radix: 16)
      append(contentsOf: (#"\u"# + String(repeating: "0", count: 4 - digits.count) + digits).utf8)
    default: append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
  }
}
