import RedressDiagnostics

extension JSONReader {
  /// Reads a text in double quotes.
  mutating func readText() throws(Stop) -> JSONValue {
    let start = position
    position += 1
    var decoded: [UInt8] = []
    var hasControlCharacter = false
    var runStart = position
    while true {
      guard let byte = current, byte != 0x0A, byte != 0x0D else {
        throw try stop(.string(.unclosed, span(from: start, to: position)))
      }
      switch byte {
      case UInt8(ascii: "\""):
        let run = bytes[runStart..<position]
        position += 1
        let text = String(decoding: decoded.isEmpty ? run : decoded + run, as: UTF8.self)
        return JSONValue(.string(text), span(from: start, to: position))
      case UInt8(ascii: "\\"):
        decoded += bytes[runStart..<position]
        decoded += UTF8.encode(try readEscape()) ?? UTF8.encodedReplacementCharacter
        runStart = position
      case ..<0x20:
        if !hasControlCharacter {
          try report(.string(.controlCharacter, span(from: position, to: position + 1)))
        }
        hasControlCharacter = true
        position += 1
      default:
        position += 1
      }
    }
  }

  private mutating func readEscape() throws(Stop) -> Unicode.Scalar {
    let start = position
    position += 1
    let kind = current
    if let kind, kind >= 0x20 { position += decodeScalar(in: bytes, at: position, before: bytes.count).length }
    switch kind {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try readUnicodeEscape(from: start)
    default:
      return try refuseEscape(.escape(text(from: start)), from: start)
    }
  }

  /// Reads the digits after `\u`, and the second half of a pair.
  private mutating func readUnicodeEscape(from start: Int) throws(Stop) -> Unicode.Scalar {
    guard let unit = readHexadecimal() else {
      return try refuseEscape(.escape(text(from: start)), from: start)
    }
    if let scalar = Unicode.Scalar(unit) { return scalar }
    let afterFirst = position
    if unit < 0xDC00, current == UInt8(ascii: "\\"), byte(at: position + 1) == UInt8(ascii: "u") {
      position += 2
      if let second = readHexadecimal(), (0xDC00...0xDFFF).contains(second),
        let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (second - 0xDC00))
      {
        return scalar
      }
      position = afterFirst
    }
    return try refuseEscape(.loneSurrogate(text(from: start)), from: start)
  }

  /// Reports a broken escape, unless the text breaks off here, which is a problem of its own.
  private mutating func refuseEscape(_ fault: JSONStringFault, from start: Int) throws(Stop) -> Unicode.Scalar {
    if let current, current != 0x0A, current != 0x0D {
      try report(.string(fault, span(from: start, to: position)))
    }
    return "\u{FFFD}"
  }

  /// Reads four hexadecimal digits; goes past those that are there even if there are fewer.
  private mutating func readHexadecimal() -> UInt32? {
    var value: UInt32 = 0
    for _ in 0..<4 {
      switch current {
      case .some(let digit) where isDigit(digit): value = value << 4 | UInt32(digit - UInt8(ascii: "0"))
      case .some(let digit) where (0x41...0x46).contains(digit): value = value << 4 | UInt32(digit - 0x41 + 10)
      case .some(let digit) where (0x61...0x66).contains(digit): value = value << 4 | UInt32(digit - 0x61 + 10)
      default: return nil
      }
      position += 1
    }
    return value
  }

  private func text(from start: Int) -> String {
    String(decoding: bytes[start..<position], as: UTF8.self)
  }

  // MARK: Other quotes

  /// Whether a text in single or typographic quotes begins here.
  var beginsForeignText: Bool {
    currentScalar.map { Self.isSingleQuote($0) || Self.isDoubleQuote($0) } == true
  }

  /// Reads a text in quotes that JSON does not have, up to the next quote of its kind on the line.
  mutating func readForeignText() throws(Stop) -> JSONValue {
    let start = position
    let isStraight = current == UInt8(ascii: "'")
    let isSingle = currentScalar.map(Self.isSingleQuote) == true
    position += decodeScalar(in: bytes, at: position, before: bytes.count).length
    let contentStart = position
    while let byte = current, byte != 0x0A, byte != 0x0D {
      let decoded = decodeScalar(in: bytes, at: position, before: bytes.count)
      if let scalar = decoded.scalar, isSingle ? Self.isSingleQuote(scalar) : Self.isDoubleQuote(scalar) {
        let content = text(from: contentStart)
        position += decoded.length
        let place = span(from: start, to: position)
        if isStraight {
          try report(habit: "single quotes", .singleQuotes, place)
        } else {
          try report(habit: "typographic quotes", .typographicQuotes, place)
        }
        return JSONValue(.string(content), place)
      }
      position += decoded.length
    }
    throw try stop(.string(.unclosed, span(from: start, to: position)))
  }

  private static func isSingleQuote(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "'", "`", "‘", "’": true
    default: false
    }
  }

  private static func isDoubleQuote(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\"", "“", "”", "„", "＂", "「", "」", "«", "»": true
    default: false
    }
  }
}
