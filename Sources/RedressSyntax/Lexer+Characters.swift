import RedressDiagnostics

extension Lexer {
  /// Reads what begins with a character outside ASCII: a word, a full-width mark, a quotation mark, a space or a stray.
  mutating func lexBeyondASCII() {
    let decoded = decodeScalar(in: bytes, at: offset, before: bytes.count)
    guard let scalar = decoded.scalar else { return skipBrokenBytes() }
    if beginsWord(scalar) { return lexWord() }
    switch scalar {
    case "：": append(.colon, length: decoded.length)
    case "，": append(.comma, length: decoded.length)
    case "（": append(.leftParenthesis, length: decoded.length)
    case "）": append(.rightParenthesis, length: decoded.length)
    case "｜": append(.pipe, length: decoded.length)
    case "＝": append(.equal, length: decoded.length)
    case "“", "”": lexText()
    case "％": dropStray(length: decoded.length, instead: "20%")
    default: lexStray(scalar, length: decoded.length)
    }
  }

  private mutating func lexStray(_ scalar: Unicode.Scalar, length: Int) {
    switch scalar {
    case "\u{A0}", "\u{3000}": offset += length
    case "≤", "≦": appendCorrected(.lessOrEqual, length: length, instead: "<=")
    case "≥", "≧": appendCorrected(.greaterOrEqual, length: length, instead: ">=")
    case "≠": appendCorrected(.notEqual, length: length, instead: "!=")
    case "×", "＊", "·": appendCorrected(.star, length: length, instead: "*")
    case "÷", "／": appendCorrected(.slash, length: length, instead: "/")
    case "−", "–", "—", "－": appendCorrected(.minusSign, length: length, instead: "-", flags: .isMalformed)
    case "＋": appendCorrected(.plusSign, length: length, instead: "+")
    case "＜": appendCorrected(.lessThan, length: length, instead: "<")
    case "＞": appendCorrected(.greater, length: length, instead: ">")
    case "、", "；": appendCorrected(.comma, length: length, instead: ",")
    case "［": appendCorrected(.leftBracket, length: length, instead: "[")
    case "］": appendCorrected(.rightBracket, length: length, instead: "]")
    case "．": appendCorrected(.period, length: length, instead: ".")
    case "＂": lexWronglyQuotedText(closing: "＂")
    case "‘", "‚": lexWronglyQuotedText(closing: "’")
    case "’": lexWronglyQuotedText(closing: "’")
    case "„", "‟": lexWronglyQuotedText(closing: "“")
    case "«": lexWronglyQuotedText(closing: "»")
    case "「": lexWronglyQuotedText(closing: "」")
    case "『": lexWronglyQuotedText(closing: "』")
    case "０"..."９": lexWideNumber()
    case "¥", "￥": lexCurrencySign(length: length, code: "CNY")
    case "€": lexCurrencySign(length: length, code: "EUR")
    case "£": lexCurrencySign(length: length, code: "GBP")
    default:
      if isUnreadable(scalar) {
        let place = span(offset, offset + length)
        report(.unreadable(.invisible(scalar.value), place), at: place)
        offset += length
        markStray()
      } else if scalar.properties.generalCategory == .spaceSeparator {
        offset += length
      } else {
        dropStray(length: length, instead: nil)
      }
    }
  }

  /// Digits as wide as Chinese characters: reported once with the narrow ones.
  private mutating func lexWideNumber() {
    let start = offset
    var narrow: [UInt8] = []
    while offset < bytes.count {
      if isDigit(bytes[offset]) || bytes[offset] == UInt8(ascii: ".") {
        narrow.append(bytes[offset])
        offset += 1
        continue
      }
      let decoded = decodeScalar(in: bytes, at: offset, before: bytes.count)
      guard let value = decoded.scalar?.value, (0xFF10...0xFF19).contains(value) || value == 0xFF0E else { break }
      narrow.append(UInt8(truncatingIfNeeded: value - 0xFEE0))
      offset += decoded.length
    }
    let place = span(start, offset)
    let suggestion = String(decoding: narrow, as: UTF8.self)
    report(.strayCharacter(string(start, offset), instead: suggestion, place), at: place)
    append(.number, from: start, flags: .isMalformed)
  }

  /// Bytes that are no UTF-8; a text that has any is refused before it is read.
  private mutating func skipBrokenBytes() {
    while offset < bytes.count, bytes[offset] >= 0x80 {
      let decoded = decodeScalar(in: bytes, at: offset, before: bytes.count)
      guard decoded.scalar == nil else { break }
      offset += decoded.length
    }
    markStray()
  }

  /// Moves over one character of a text or a comment, and reports what no text may have.
  mutating func skipTextCharacter() {
    let byte = bytes[offset]
    if byte >= 0x20, byte < 0x7F {
      offset += 1
    } else if byte >= 0x80 {
      let decoded = decodeScalar(in: bytes, at: offset, before: bytes.count)
      guard let scalar = decoded.scalar else { return skipBrokenBytes() }
      let place = span(offset, offset + decoded.length)
      offset += decoded.length
      if turnsDirection(scalar) { report(.unreadable(.invisible(scalar.value), place), at: place) }
    } else {
      let isEndOfLine = byte == UInt8(ascii: "\r") && self.byte(at: offset + 1) == UInt8(ascii: "\n")
      offset += 1
      guard byte != UInt8(ascii: "\t"), !isEndOfLine else { return }
      let place = span(offset - 1, offset)
      report(.unreadable(.control(UInt32(byte)), place), at: place)
    }
  }

  private func beginsWord(_ scalar: Unicode.Scalar) -> Bool {
    if (0x4E00...0x9FFF).contains(scalar.value) { return true }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .letterNumber:
      return true
    default: return false
    }
  }

  /// Letters, and the marks that some scripts write letters with.
  func continuesWord(_ scalar: Unicode.Scalar) -> Bool {
    if beginsWord(scalar) { return true }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark: return true
    default: return false
    }
  }

  private func isUnreadable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: true
    default: false
    }
  }

  /// Characters that make a text look other than it is.
  private func turnsDirection(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x80...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0x2028, 0x2029, 0xFEFF: true
    default: false
    }
  }
}
