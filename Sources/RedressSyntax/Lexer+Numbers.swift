import RedressDiagnostics

extension Lexer {
  /// Reads a number, a percentage, a date or a time: the longest that fits.
  mutating func lexNumber() {
    if lexDate() || lexDateFromDay() || lexTimeAlone() { return }
    let start = offset
    skipDigits()
    let hasComma = skipThousands()
    var isMalformed = hasComma
    if byte(at: offset) == UInt8(ascii: ".") {
      offset += 1
      isMalformed = !isDigit(byte(at: offset)) || isMalformed
      let isBare = !isDigit(byte(at: offset))
      skipDigits()
      if isBare || byte(at: offset) == UInt8(ascii: ".") {
        while byte(at: offset) == UInt8(ascii: ".") || isDigit(byte(at: offset)) { offset += 1 }
        isMalformed = true
        reportNumber(from: start, suggestion: range(from: start) ?? (isBare ? trimmed(start) : nil))
      } else if hasComma {
        reportComma(from: start)
      }
    } else if hasComma {
      reportComma(from: start)
    }
    if skipExponent(from: start) { isMalformed = true }
    appendNumber(from: start, flags: isMalformed ? .isMalformed : [])
  }

  /// Moves over `e9` or `E+9` behind a number, and reports it; whether there was one.
  private mutating func skipExponent(from start: Int) -> Bool {
    guard byte(at: offset) | 0x20 == UInt8(ascii: "e") else { return false }
    let sign = byte(at: offset + 1)
    let digits = offset + (sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") ? 2 : 1)
    guard isDigit(byte(at: digits)) else { return false }
    offset = digits
    skipDigits()
    let place = span(start, offset)
    report(.exponent(string(start, offset), place), at: place)
    return true
  }

  /// `.5`, which wants a 0 before it.
  mutating func lexFractionWithoutWhole() {
    let start = offset
    offset += 1
    skipDigits()
    reportNumber(from: start, suggestion: "0" + string(start, offset))
    appendNumber(from: start, flags: .isMalformed)
  }

  /// Ends a number at the present offset, or a percentage where its sign follows.
  private mutating func appendNumber(from start: Int, flags: Token.Flags) {
    if let length = percentLength(at: offset) {
      offset += length
      return append(.percentage, from: start, flags: flags)
    }
    var sign = offset
    while byte(at: sign) == UInt8(ascii: " ") || byte(at: sign) == UInt8(ascii: "\t") { sign += 1 }
    guard sign > offset, let length = percentLength(at: sign) else { return append(.number, from: start, flags: flags) }
    let suggestion = string(start, offset) + "%"
    offset = sign + length
    reportNumber(from: start, suggestion: suggestion)
    append(.percentage, from: start, flags: flags.union(.isMalformed))
  }

  private func percentLength(at offset: Int) -> Int? {
    if byte(at: offset) == UInt8(ascii: "%") { return 1 }
    let isWide = byte(at: offset) == 0xEF && byte(at: offset + 1) == 0xBC && byte(at: offset + 2) == 0x85
    return isWide ? 3 : nil
  }

  private func commaLength(at offset: Int) -> Int? {
    if byte(at: offset) == UInt8(ascii: ",") { return 1 }
    let isWide = byte(at: offset) == 0xEF && byte(at: offset + 1) == 0xBC && byte(at: offset + 2) == 0x8C
    return isWide ? 3 : nil
  }

  private mutating func skipDigits() {
    while isDigit(byte(at: offset)) || byte(at: offset) == UInt8(ascii: "_") { offset += 1 }
  }

  /// Groups of three digits behind commas without a space; whether there were any.
  private mutating func skipThousands() -> Bool {
    var found = false
    while let length = commaLength(at: offset), digitCount(at: offset + length) == 3,
      byte(at: offset + length + 3) != UInt8(ascii: "_")
    {
      offset += length + 3
      found = true
    }
    return found
  }

  /// How many digits stand together at an offset.
  private func digitCount(at start: Int) -> Int {
    var index = start
    // More than a few are never asked for; a bound keeps a long row of digits from being counted over and over.
    while index < start + 8, isDigit(byte(at: index)) { index += 1 }
    return index - start
  }

  /// `2..5`, which is `2 to 5`.
  private func range(from start: Int) -> String? {
    let text = string(start, offset)
    let ends = text.split(separator: ".")
    guard ends.count == 2, text.contains("..") else { return nil }
    return "\(ends[0]) to \(ends[1])"
  }

  private func trimmed(_ start: Int) -> String {
    String(string(start, offset).prefix { $0 != "." })
  }

  private mutating func reportNumber(from start: Int, suggestion: String?) {
    let place = span(start, offset)
    report(.malformedNumber(string(start, offset), suggestion: suggestion, place), at: place)
  }

  private mutating func reportComma(from start: Int) {
    let place = span(start, offset)
    let text = string(start, offset)
    let suggestion = String(text.map { $0 == "," || $0 == "，" ? "_" : $0 })
    report(.commaInNumber(text, suggestion: suggestion, place), at: place)
  }

  // MARK: Dates and times

  /// Reads `2026-03-05` with the time behind it, and what was meant so.
  private mutating func lexDate() -> Bool {
    let start = offset
    guard digitCount(at: start) == 4 else { return false }
    let mark = byte(at: start + 4)
    guard mark == UInt8(ascii: "-") || mark == UInt8(ascii: "/") || mark == UInt8(ascii: ".") else { return false }
    let month = digitCount(at: start + 5)
    guard month == 1 || month == 2, byte(at: start + 5 + month) == mark else { return false }
    let day = digitCount(at: start + 6 + month)
    guard day == 1 || day == 2 else { return false }
    let end = start + 6 + month + day
    let isFollowed = byte(at: end) == mark && isDigit(byte(at: end + 1)) || byte(at: end) == UInt8(ascii: "_")
    let isCanonical = mark == UInt8(ascii: "-") && month == 2 && day == 2 && !isFollowed
    let date = "\(string(start, start + 4))-\(padded(start + 5, month))-\(padded(start + 6 + month, day))"
    offset = end
    if lexTime(from: start, date: date, isCanonical: isCanonical) { return true }
    guard isCanonical else {
      while isDigit(byte(at: offset)) || byte(at: offset) == mark || byte(at: offset) == UInt8(ascii: "_") {
        offset += 1
      }
      reportDate(from: start, suggestion: isFollowed ? nil : date, isTime: false)
      append(.dateValue, from: start, flags: .isMalformed)
      return true
    }
    append(.dateValue, from: start)
    return true
  }

  /// `28.12.2024`, which names the day first.
  private mutating func lexDateFromDay() -> Bool {
    let start = offset
    let point = UInt8(ascii: ".")
    let day = digitCount(at: start)
    guard day == 1 || day == 2, byte(at: start + day) == point else { return false }
    let month = digitCount(at: start + day + 1)
    let year = start + day + month + 2
    guard month == 1 || month == 2, byte(at: year - 1) == point, digitCount(at: year) == 4, byte(at: year + 4) != point
    else { return false }
    offset = year + 4
    let date = "\(string(year, year + 4))-\(padded(start + day + 1, month))-\(padded(start, day))"
    reportDate(from: start, suggestion: date, isTime: false)
    append(.dateValue, from: start, flags: .isMalformed)
    return true
  }

  /// The time behind a date that ends at the present offset.
  private mutating func lexTime(from start: Int, date: String, isCanonical: Bool) -> Bool {
    var hour = offset
    while byte(at: hour) == UInt8(ascii: " ") || byte(at: hour) == UInt8(ascii: "\t") { hour += 1 }
    let isSpaced = hour == offset + 1 && byte(at: offset) == UInt8(ascii: " ")
    if hour == offset, byte(at: hour) == UInt8(ascii: "T") { hour += 1 }
    guard hour > offset, let clock = clock(at: hour) else { return false }
    offset = clock.end
    let isGood = isCanonical && isSpaced && clock.isCanonical
    if !isGood { reportDate(from: start, suggestion: clock.text.map { "\(date) \($0)" }, isTime: true) }
    append(.timeValue, from: start, flags: isGood ? [] : .isMalformed)
    return true
  }

  /// `14:00` without its date.
  private mutating func lexTimeAlone() -> Bool {
    guard let clock = clock(at: offset) else { return false }
    let start = offset
    offset = clock.end
    reportDate(from: start, suggestion: nil, isTime: true)
    append(.timeValue, from: start, flags: .isMalformed)
    return true
  }

  /// Hours and minutes, with seconds that do not belong there.
  private func clock(at start: Int) -> (end: Int, text: String?, isCanonical: Bool)? {
    let hours = digitCount(at: start)
    guard hours == 1 || hours == 2, byte(at: start + hours) == UInt8(ascii: ":") else { return nil }
    let minutes = digitCount(at: start + hours + 1)
    guard minutes > 0 else { return nil }
    var end = start + hours + 1 + minutes
    let isFollowed = byte(at: end) == UInt8(ascii: ":") && isDigit(byte(at: end + 1))
    if isFollowed {
      while isDigit(byte(at: end)) || byte(at: end) == UInt8(ascii: ":") || byte(at: end) == UInt8(ascii: ".") {
        end += 1
      }
    } else {
      while isDigit(byte(at: end)) { end += 1 }
    }
    let isCanonical = hours == 2 && minutes == 2 && !isFollowed
    let text = minutes == 2 ? "\(padded(start, hours)):\(string(start + hours + 1, start + hours + 3))" : nil
    return (end, text, isCanonical)
  }

  private func padded(_ start: Int, _ length: Int) -> String {
    (length == 1 ? "0" : "") + string(start, start + length)
  }

  private mutating func reportDate(from start: Int, suggestion: String?, isTime: Bool) {
    let place = span(start, offset)
    report(.malformedDate(string(start, offset), suggestion: suggestion, isTime: isTime, place), at: place)
  }
}
