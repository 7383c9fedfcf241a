import RedressValues

/// A decimal number as it is written, without its point.
struct Figure {
  /// Below 10 to the power of `ByteCursor.mostDigits`.
  var digits: UInt64
  /// How many of the digits stand after the point.
  var places: Int

  fileprivate static let powersOfTen: [Int64] = [
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000,
    100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000, 1_000_000_000_000_000,
    10_000_000_000_000_000, 100_000_000_000_000_000, 1_000_000_000_000_000_000,
  ]

  /// The number; 10.50 is 1050 hundredths.
  func number() throws(NotPlain) -> Rational {
    guard let number = Rational(Int64(truncatingIfNeeded: digits), over: Self.powersOfTen[places]) else {
      throw NotPlain()
    }
    return number
  }
}

extension ByteCursor {
  /// So many digits fit in 63 bits, whatever they are.
  static let mostDigits = 18

  /// Goes past digits, with a point between two of them or without.
  mutating func figure() throws(NotPlain) -> Figure {
    let (whole, length) = try digits()
    guard current == UInt8(ascii: ".") else { return Figure(digits: whole, places: 0) }
    advance()
    let (part, places) = try digits()
    guard length &+ places <= Self.mostDigits else { throw NotPlain() }
    return Figure(
      digits: whole &* UInt64(truncatingIfNeeded: Figure.powersOfTen[places]) &+ part, places: places)
  }

  /// The same as JSON has it without quotation marks: no zeros in front of other digits.
  mutating func plainFigure() throws(NotPlain) -> Figure {
    let second = bytes[position &+ 1]
    let isZeroFirst = current == UInt8(ascii: "0") && second &- UInt8(ascii: "0") <= 9
    guard !isZeroFirst else { throw NotPlain() }
    return try figure()
  }

  /// Goes past digits, at least one and not more than fit; gives what they mean and how many they are.
  @inline(__always)
  private mutating func digits() throws(NotPlain) -> (value: UInt64, count: Int) {
    var (value, count) = someDigits()
    guard count > 0 else { throw NotPlain() }
    advance(by: count)
    var last = count
    while last == 8 {
      let more: UInt64
      (more, last) = someDigits()
      count &+= last
      guard count <= Self.mostDigits else { throw NotPlain() }
      value = value &* UInt64(truncatingIfNeeded: Figure.powersOfTen[last]) &+ more
      advance(by: last)
    }
    return (value, count)
  }

  /// Up to eight digits that stand here, all at once: they come in any number, and a branch for each is a branch guessed
  /// wrong for most figures.
  @inline(__always)
  private func someDigits() -> (value: UInt64, count: Int) {
    // A byte is a digit if this makes it 9 or less.
    let bytes = bytes.word(at: position) ^ ByteWord.all(UInt8(ascii: "0"))
    let others = (bytes | ((bytes & ByteWord.all(0x7F)) &+ ByteWord.all(0x7F - 9))) & ByteWord.all(0x80)
    let count = ByteWord.count(below: others)
    // The digits move to the end, zeros in front; then neighbours are put together to numbers below 100, below 10,000
    // and below 100,000,000. The last digit stands highest.
    let ones = bytes << UInt64(64 &- 8 &* count)
    let pairs = (ones &* 10 &+ (ones >> 8)) & 0x00FF_00FF_00FF_00FF
    let quarters = (pairs &* 100 &+ (pairs >> 16)) & 0x0000_FFFF_0000_FFFF
    return ((quarters &* 10_000 &+ (quarters >> 32)) & 0xFFFF_FFFF, count)
  }

  /// The day that is written in a range as `2026-03-05`.
  func date(at range: Range<Int>) throws(NotPlain) -> CivilDate {
    guard range.count == 10 else { throw NotPlain() }
    return try date(from: range.lowerBound)
  }

  private func date(from start: Int) throws(NotPlain) -> CivilDate {
    guard bytes[start + 4] == UInt8(ascii: "-"), bytes[start + 7] == UInt8(ascii: "-"),
      let day = CivilDate(
        year: try number(at: start, 4), month: try number(at: start + 5, 2), day: try number(at: start + 8, 2))
    else { throw NotPlain() }
    return day
  }

  /// The minute that is written in a range as `2026-03-05 14:00`, or the first one of a day.
  func time(at range: Range<Int>) throws(NotPlain) -> CivilTime {
    if range.count == 10 { return CivilTime(try date(from: range.lowerBound)) }
    let start = range.lowerBound
    guard range.count == 16, bytes[start + 10] == UInt8(ascii: " "), bytes[start + 13] == UInt8(ascii: ":") else {
      throw NotPlain()
    }
    let (hour, minute) = (try number(at: start + 11, 2), try number(at: start + 14, 2))
    guard hour < 24, minute < 60,
      let time = CivilTime(try date(from: start)).adding(minutes: hour * 60 + minute)
    else { throw NotPlain() }
    return time
  }

  private func number(at start: Int, _ count: Int) throws(NotPlain) -> Int {
    var number = 0
    for index in start..<(start + count) {
      let digit = bytes[index] &- UInt8(ascii: "0")
      guard digit <= 9 else { throw NotPlain() }
      number = number * 10 + Int(digit)
    }
    return number
  }
}
