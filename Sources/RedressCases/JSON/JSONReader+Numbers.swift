import RedressDiagnostics

extension JSONReader {
  func isDigit(_ byte: UInt8?) -> Bool {
    guard let byte else { return false }
    return byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  /// Reads a number as the digits it is written with.
  mutating func readNumber() throws(Stop) -> JSONValue {
    let start = position
    let end = numberEnd(from: start)
    let fault = numberFault()
    // Whatever is glued to the number belongs to the same mistake.
    position = max(end, position)
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    let place = span(from: start, to: position)
    if let fault {
      switch text.drop(while: { $0 == "-" || $0 == "+" }).lowercased() {
      case "nan", "inf", "infinity": try report(.foreign(.notANumber(text), place))
      default: try report(.number(fault, text: text, place))
      }
    }
    return JSONValue(.number(text), place)
  }

  /// The end of everything that is written without a gap and could be meant as one number, quantity or date.
  private func numberEnd(from start: Int) -> Int {
    var end = start
    while let byte = byte(at: end) {
      switch byte {
      case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "%"): end += 1
      default:
        guard let length = wordCharacterLength(at: end) else { return end }
        end += length
      }
    }
    return end
  }

  /// Goes past the longest number that begins here and says what is wrong with what stands up to its end.
  private mutating func numberFault() -> JSONNumberFault? {
    if current == UInt8(ascii: "+") { return .plus }
    if current == UInt8(ascii: "-") { position += 1 }
    if current == UInt8(ascii: ".") { return .noDigitBeforePoint }
    guard isDigit(current) else { return .notOnlyDigits }
    let isZero = current == UInt8(ascii: "0")
    let whole = skipDigits()
    var fault: JSONNumberFault? = isZero && whole > 1 ? .leadingZero : nil
    if current == UInt8(ascii: ".") {
      position += 1
      if skipDigits() == 0 { fault = fault ?? .noDigitAfterPoint }
    }
    if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
      position += 1
      if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { position += 1 }
      if skipDigits() == 0 { fault = fault ?? .noExponent }
    }
    guard let next = current, numberEnd(from: position) > position else { return fault }
    return next == UInt8(ascii: "_") ? .separators : .notOnlyDigits
  }

  /// Goes past digits and says how many there were.
  private mutating func skipDigits() -> Int {
    let start = position
    while isDigit(current) { position += 1 }
    return position - start
  }

  // MARK: Words

  /// Reads a word without quotes: `true`, `false`, `null`, or what is none of them.
  mutating func readWord() throws(Stop) -> JSONValue {
    let start = position
    position = wordEnd(from: start)
    let word = String(decoding: bytes[start..<position], as: UTF8.self)
    let place = span(from: start, to: position)
    switch word {
    case "true": return JSONValue(.boolean(true), place)
    case "false": return JSONValue(.boolean(false), place)
    case "null": return JSONValue(.null, place)
    default: break
    }
    switch word.lowercased() {
    case "nan", "inf", "infinity":
      try report(.foreign(.notANumber(word), place))
    case "true", "yes":
      try report(.foreign(.foreignWord(word, write: "true"), place))
    case "false", "no":
      try report(.foreign(.foreignWord(word, write: "false"), place))
    case "null", "none", "nil", "undefined":
      try report(.foreign(.foreignWord(word, write: "null"), place))
    default:
      try report(habit: "bare word", .bareWord(word), place)
    }
    return JSONValue(.string(word), place)
  }
}
