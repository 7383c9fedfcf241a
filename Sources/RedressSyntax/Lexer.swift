import RedressDiagnostics

/// Cuts a text into tokens, from the first byte to the last, each byte looked at a fixed number of times.
struct Lexer {
  let source: SourceID
  let bytes: [UInt8]
  var offset = 0
  private(set) var tokens: [Token] = []
  private(set) var comments: [Span] = []
  private(set) var problems = ProblemList()
  private var pendingFlags: Token.Flags = .followsLineBreak

  init(_ text: SourceText, source: SourceID) {
    self.source = source
    bytes = text.bytes
    tokens.reserveCapacity(bytes.count / 4 + 2)
  }

  /// Reads everything; the last token is always the end.
  mutating func run() {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
    while offset < bytes.count { lexPiece() }
    append(.end, from: bytes.count)
  }

  /// The byte at an offset, or 0 behind the end.
  func byte(at offset: Int) -> UInt8 {
    offset < bytes.count ? bytes[offset] : 0
  }

  func span(_ start: Int, _ end: Int) -> Span { Span(source, start, end) }

  func string(_ start: Int, _ end: Int) -> String {
    String(decoding: bytes[start..<end], as: UTF8.self)
  }

  mutating func report(_ problem: SyntaxProblem, at span: Span) {
    problems.add(problem, at: span)
  }

  /// Ends a token at the present offset.
  mutating func append(_ kind: Token.Kind, from start: Int, keyword: Keyword? = nil, flags: Token.Flags = []) {
    tokens.append(
      Token(
        kind: kind, keyword: keyword, flags: flags.union(pendingFlags), start: Int32(truncatingIfNeeded: start),
        end: Int32(truncatingIfNeeded: offset)))
    pendingFlags = []
  }

  /// The next token starts a line.
  mutating func markLineBreak() { pendingFlags.insert(.followsLineBreak) }

  /// Something was left out before the next token.
  mutating func markStray() { pendingFlags.insert(.followsStray) }

  /// A token of a fixed number of bytes.
  mutating func append(_ kind: Token.Kind, length: Int) {
    offset += length
    append(kind, from: offset - length)
  }

  /// Reads a token, a comment or a space; always moves on.
  mutating func lexPiece() {
    let byte = bytes[offset]
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\t"):
      offset += 1
    case UInt8(ascii: "\n"):
      offset += 1
      markLineBreak()
    case UInt8(ascii: "\r") where self.byte(at: offset + 1) == UInt8(ascii: "\n"):
      offset += 1
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
      lexWord()
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      lexNumber()
    case UInt8(ascii: "\""):
      lexText()
    case UInt8(ascii: "#"):
      lexComment()
    case 0x80...:
      lexBeyondASCII()
    case 0..<0x20, 0x7F:
      offset += 1
      markStray()
      report(.unreadable(.control(UInt32(byte)), span(offset - 1, offset)), at: span(offset - 1, offset))
    default:
      lexMark(byte)
    }
  }

  private mutating func lexMark(_ byte: UInt8) {
    let next = self.byte(at: offset + 1)
    if isForeignComment(byte, next) { return lexForeignComment() }
    let isBeforeEqual = next == UInt8(ascii: "=")
    switch byte {
    case UInt8(ascii: "+"): append(.plusSign, length: 1)
    case UInt8(ascii: "-"): append(.minusSign, length: 1)
    case UInt8(ascii: "*"): append(.star, length: 1)
    case UInt8(ascii: "/"): append(.slash, length: 1)
    case UInt8(ascii: "("): append(.leftParenthesis, length: 1)
    case UInt8(ascii: ")"): append(.rightParenthesis, length: 1)
    case UInt8(ascii: "["): append(.leftBracket, length: 1)
    case UInt8(ascii: "]"): append(.rightBracket, length: 1)
    case UInt8(ascii: ","): append(.comma, length: 1)
    case UInt8(ascii: ":"): append(.colon, length: 1)
    case UInt8(ascii: "|"): append(.pipe, length: 1)
    case UInt8(ascii: "@"): append(.atSign, length: 1)
    case UInt8(ascii: "."):
      // The grounds of a bar are numbered: `late_notice.2`.
      let isGlued = tokens.last.map { $0.kind == .word && Int($0.end) == offset } ?? false
      if isDigit(next), !isGlued { lexFractionWithoutWhole() } else { append(.period, length: 1) }
    case UInt8(ascii: "<"):
      if isBeforeEqual {
        append(.lessOrEqual, length: 2)
      } else if next == UInt8(ascii: ">") {
        appendCorrected(.notEqual, length: 2, instead: "!=")
      } else {
        append(.lessThan, length: 1)
      }
    case UInt8(ascii: ">"): append(isBeforeEqual ? .greaterOrEqual : .greater, length: isBeforeEqual ? 2 : 1)
    case UInt8(ascii: "="): lexEqual(next)
    case UInt8(ascii: "!") where isBeforeEqual: append(.notEqual, length: 2)
    default: lexStrayASCII(byte)
    }
  }

  private mutating func lexEqual(_ next: UInt8) {
    switch next {
    case UInt8(ascii: "="): appendCorrected(.equal, length: 2, instead: "=")
    case UInt8(ascii: "<"): appendCorrected(.lessOrEqual, length: 2, instead: "<=")
    case UInt8(ascii: ">"): appendCorrected(.greaterOrEqual, length: 2, instead: ">=")
    default: append(.equal, length: 1)
    }
  }

  private mutating func lexStrayASCII(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "'"), UInt8(ascii: "`"): lexWronglyQuotedText(closing: Unicode.Scalar(byte))
    case UInt8(ascii: "!"): appendCorrected(.word, length: 1, instead: "not", keyword: .not)
    case UInt8(ascii: "&"):
      let length = self.byte(at: offset + 1) == byte ? 2 : 1
      appendCorrected(.word, length: length, instead: "and", keyword: .and)
    case UInt8(ascii: "$"): lexCurrencySign(length: 1, code: "USD")
    case UInt8(ascii: "%"): dropStray(length: 1, instead: "20%")
    case UInt8(ascii: ";") where isBeforeWord(offset + 1): appendCorrected(.comma, length: 1, instead: ",")
    default: dropStray(length: 1, instead: nil)
    }
  }

  /// A mark that other languages write for one of ours: reported, and read as ours.
  mutating func appendCorrected(
    _ kind: Token.Kind, length: Int, instead: String, keyword: Keyword? = nil, flags: Token.Flags = []
  ) {
    let place = span(offset, offset + length)
    report(.strayCharacter(string(offset, offset + length), instead: instead, place), at: place)
    offset += length
    append(kind, from: offset - length, keyword: keyword, flags: flags)
  }

  /// Whether a word or a number follows on the line.
  private func isBeforeWord(_ offset: Int) -> Bool {
    var index = offset
    while byte(at: index) == UInt8(ascii: " ") || byte(at: index) == UInt8(ascii: "\t") { index += 1 }
    let next = byte(at: index)
    return isDigit(next) || next >= 0x80 || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(next | 0x20)
  }

  /// A mark that means nothing: reported, and left out.
  mutating func dropStray(length: Int, instead: String?) {
    let place = span(offset, offset + length)
    report(.strayCharacter(string(offset, offset + length), instead: instead, place), at: place)
    offset += length
    markStray()
  }

  /// A currency sign: reported with the code that is written instead, and the number beside it taken out of the game.
  mutating func lexCurrencySign(length: Int, code: String) {
    var digits = offset + length
    while byte(at: digits) == UInt8(ascii: " ") { digits += 1 }
    var end = digits
    while isDigit(byte(at: end)) || byte(at: end) == UInt8(ascii: ".") { end += 1 }
    if end > digits { return dropStray(length: length, instead: "\(string(digits, end)) \(code)") }
    guard let last = tokens.indices.last, tokens[last].kind == .number, !pendingFlags.contains(.followsLineBreak) else {
      return dropStray(length: length, instead: code)
    }
    tokens[last].flags.insert(.isMalformed)
    dropStray(length: length, instead: "\(string(Int(tokens[last].start), Int(tokens[last].end))) \(code)")
  }

  /// `//`, `/*`, or `--` where no calculation can go on.
  private func isForeignComment(_ byte: UInt8, _ next: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "/"): next == UInt8(ascii: "/") || next == UInt8(ascii: "*")
    case UInt8(ascii: "-"):
      next == UInt8(ascii: "-") && tokens.last?.kind != .pipe && tokens.last?.kind != .minusSign
        && (pendingFlags.contains(.followsLineBreak) || self.byte(at: offset + 2) == UInt8(ascii: " "))
    default: false
    }
  }

  private mutating func lexForeignComment() {
    let place = span(offset, offset + 2)
    report(.foreignComment(string(offset, offset + 2), place), at: place)
    while offset < bytes.count, bytes[offset] != UInt8(ascii: "\n") { skipTextCharacter() }
  }

  /// Marks the tokens of the line that ends here as dealt with: what the parser would say of them was said better.
  mutating func silenceLine() {
    var index = tokens.count - 1
    while index >= 0 {
      tokens[index].flags.insert(.followsStray)
      if tokens[index].followsLineBreak { break }
      index -= 1
    }
  }

  /// Puts one unterminated text in the place of all tokens from this one.
  mutating func replaceTokens(from index: Int, byTextFrom start: Int) {
    let flags = tokens[index].flags
    tokens.removeSubrange(index...)
    append(.wholeText, from: start, flags: flags.union(.isUnterminated))
  }

  private mutating func lexComment() {
    let start = offset
    while offset < bytes.count, bytes[offset] != UInt8(ascii: "\n") { skipTextCharacter() }
    var end = offset
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    comments.append(span(start, end))
  }

  /// Reads the rest of a word; the present byte is known to belong to it.
  mutating func lexWord() {
    let start = offset
    var isASCII = true
    while offset < bytes.count {
      let byte = bytes[offset]
      if isWordByte(byte) {
        offset += 1
      } else if byte >= 0x80 {
        let decoded = decodeScalar(in: bytes, at: offset, before: bytes.count)
        guard let scalar = decoded.scalar, continuesWord(scalar) else { break }
        isASCII = false
        offset += decoded.length
      } else {
        break
      }
    }
    append(.word, from: start, keyword: isASCII ? Keyword.named(bytes[start..<offset]) : nil)
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
