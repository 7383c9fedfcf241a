import RedressDiagnostics

extension Lexer {
  /// Reads a text and what is filled in; a text ends on its line.
  mutating func lexText() {
    let start = offset
    let isCurly = bytes[start] != UInt8(ascii: "\"")
    offset += isCurly ? 3 : 1
    var partStart = offset
    var flags: Token.Flags = []
    var hasBraces = false

    while true {
      guard offset < bytes.count, !isLineEnd(at: offset) else {
        reportUnterminated(isBrace: false, from: start)
        flags.insert(.isUnterminated)
        break
      }
      let byte = bytes[offset]
      if byte == UInt8(ascii: "\\") {
        flags.insert(.hasEscapes)
        skipEscape()
      } else if byte == UInt8(ascii: "{") {
        if !hasBraces { append(quote: .textStart, from: start, to: partStart) }
        hasBraces = true
        appendPart(from: partStart, flags: flags)
        flags = []
        guard lexBraces(textStart: start) else {
          append(.textEnd, from: offset, flags: .isUnterminated)
          return
        }
        partStart = offset
      } else if closingLength(isCurly: isCurly) > 0 {
        break
      } else {
        skipTextCharacter()
      }
    }

    let partEnd = offset
    if !flags.contains(.isUnterminated) { offset += closingLength(isCurly: isCurly) }
    if hasBraces {
      let end = offset
      offset = partEnd
      appendPart(from: partStart, flags: flags)
      offset = end
      append(.textEnd, from: partEnd)
    } else {
      append(.wholeText, from: start, flags: flags)
    }
  }

  /// Reads `{expression}`; false if the line ends in it.
  private mutating func lexBraces(textStart: Int) -> Bool {
    let open = offset
    append(.braceOpen, length: 1)
    let first = tokens.count
    while offset < bytes.count, !isLineEnd(at: offset) {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "}") {
        if tokens.count == first {
          let place = span(open, offset + 1)
          report(.textContent(.emptyBraces, place), at: place)
        }
        append(.braceClose, length: 1)
        return true
      }
      if closingLength(isCurly: true) > 0 || openingCurly() {
        // Whether a text begins here or the outer one ends is a guess; the latter does less damage.
        let length = byte == UInt8(ascii: "\"") ? 1 : 3
        let isInner = lineHasClosingBrace(after: offset + length)
        let place = isInner ? span(offset, offset + length) : span(open, open + 1)
        let problem: SyntaxProblem =
          isInner ? .textContent(.textInBraces, place) : .unterminatedText(isBrace: true, place)
        report(problem, at: place)
        if isInner { skipToLineEnd() } else { offset += length }
        markStray()
        append(.braceClose, from: offset)
        return false
      }
      if byte == UInt8(ascii: "#") { dropStray(length: 1, instead: nil) } else { lexPiece() }
    }
    reportUnterminated(isBrace: true, from: open)
    markStray()
    append(.braceClose, from: offset)
    return false
  }

  /// Whether what follows on this line looks like more of the braces: then the mark opened a text inside them.
  private func lineHasClosingBrace(after start: Int) -> Bool {
    var index = start
    while index < bytes.count, bytes[index] != UInt8(ascii: "\n") {
      if bytes[index] == UInt8(ascii: "}") { return true }
      if bytes[index] == UInt8(ascii: "{") { return false }
      index += 1
    }
    return false
  }

  private mutating func skipToLineEnd() {
    while offset < bytes.count, !isLineEnd(at: offset) { offset += 1 }
  }

  private mutating func append(quote kind: Token.Kind, from start: Int, to end: Int) {
    let present = offset
    offset = end
    append(kind, from: start)
    offset = present
  }

  private mutating func appendPart(from start: Int, flags: Token.Flags) {
    if offset > start { append(.textPart, from: start, flags: flags.intersection(.hasEscapes)) }
  }

  private mutating func skipEscape() {
    let start = offset
    offset += 1
    guard offset < bytes.count, !isLineEnd(at: offset) else { return }
    switch bytes[offset] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "{"):
      offset += 1
    default:
      let isCurly = closingLength(isCurly: true) > 0 || openingCurly()
      skipTextCharacter()
      let place = span(start, offset)
      if !isCurly { report(.textContent(.unknownEscape(string(start, offset)), place), at: place) }
    }
  }

  /// The length of the closing mark at the present offset; 0 if there is none.
  private func closingLength(isCurly: Bool) -> Int {
    if bytes[offset] == UInt8(ascii: "\"") { return 1 }
    guard isCurly, bytes[offset] == 0xE2, byte(at: offset + 1) == 0x80, byte(at: offset + 2) == 0x9D else { return 0 }
    return 3
  }

  private func openingCurly() -> Bool {
    bytes[offset] == 0xE2 && byte(at: offset + 1) == 0x80 && byte(at: offset + 2) == 0x9C
  }

  func isLineEnd(at offset: Int) -> Bool {
    bytes[offset] == UInt8(ascii: "\n")
      || bytes[offset] == UInt8(ascii: "\r") && byte(at: offset + 1) == UInt8(ascii: "\n")
  }

  private mutating func reportUnterminated(isBrace: Bool, from start: Int) {
    let place = span(start, offset)
    report(.unterminatedText(isBrace: isBrace, place), at: place)
  }

  /// A text in quotation marks that are not ours: reported, and read as a text where it is closed on its line.
  mutating func lexWronglyQuotedText(closing: Unicode.Scalar) {
    let start = offset
    let openLength = decodeScalar(in: bytes, at: start, before: bytes.count).length
    let mark = Array(String(Character(closing)).utf8)
    var index = start + openLength
    // Where there are many mistakes already, a line of such marks is not searched over and over.
    while index < bytes.count, problems.count < ProblemList.most, !isLineEnd(at: index) {
      if bytes[index] == mark[0], bytes[index...].starts(with: mark) {
        let place = span(start, start + openLength)
        report(.strayCharacter(string(start, start + openLength), instead: "\"", place), at: place)
        offset = index + mark.count
        return append(.wholeText, from: start)
      }
      index += 1
    }
    dropStray(length: openLength, instead: "\"")
  }
}
