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
    // `\{` stands for the character, and so does the `}` that answers it.
    var literalBraces = 0

    while true {
      guard offset < bytes.count, !isLineEnd(at: offset) else {
        if !hasBraces, reportMarkOfAnotherText(from: start, contentFrom: partStart) { return }
        reportUnterminated(isBrace: false, from: start)
        flags.insert(.isUnterminated)
        break
      }
      let byte = bytes[offset]
      if byte == UInt8(ascii: "\\") {
        flags.insert(.hasEscapes)
        if self.byte(at: offset + 1) == UInt8(ascii: "{") { literalBraces += 1 }
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
      } else if byte == UInt8(ascii: "}") {
        literalBraces -= 1
        if literalBraces == -1 {
          report(.textContent(.loneBrace, span(offset, offset + 1)), at: span(offset, offset + 1))
        }
        offset += 1
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
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "{"), UInt8(ascii: "}"):
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

  /// Deals with a mark behind which no other one stands on its line, where it closes a text that was not opened, or where
  /// an earlier text of the line was not closed; false where it simply opens a text without an end.
  private mutating func reportMarkOfAnotherText(from start: Int, contentFrom content: Int) -> Bool {
    guard let previous = tokens.last else { return false }
    let isBlank = bytes[content..<offset].allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    if let first = unclosedText() {
      let opening = Int(tokens[first].start)
      reportUnterminated(isBrace: false, from: opening)
      replaceTokens(from: first, byTextFrom: opening)
      return true
    }
    guard isBlank, previous.kind == .word, Int(previous.end) == start else { return false }
    let place = span(start, content)
    report(.unopenedText(place), at: place)
    silenceLine()
    markStray()
    return true
  }

  /// The token that opens the last text of this line, if what stands around its end shows that it was to go on.
  private func unclosedText() -> Int? {
    var index = tokens.count - 1
    while index >= 0, tokens[index].kind != .wholeText, tokens[index].kind != .textEnd {
      if tokens[index].followsLineBreak { return nil }
      index -= 1
    }
    guard index >= 0 else { return nil }
    let end = Int(tokens[index].end)
    let mark = max(0, end - (bytes[max(0, end - 1)] == UInt8(ascii: "\"") ? 1 : 3))
    let isGlued = index + 1 < tokens.count && Int(tokens[index + 1].start) == end
    guard isGlued || mark > 0 && bytes[mark - 1] == UInt8(ascii: " ") else { return nil }
    while index > 0, isInsideText(index) { index -= 1 }
    return index
  }

  /// Whether the token is no opening of a text; it is known that one opens before it.
  private func isInsideText(_ index: Int) -> Bool {
    tokens[index].kind != .wholeText && tokens[index].kind != .textStart
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
