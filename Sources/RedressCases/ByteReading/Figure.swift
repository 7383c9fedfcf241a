import RedressValues

/// A decimal number as it is written, without its point.
struct Figure {
  var digits: UInt64 = 0
  /// How many of the digits stand after the point.
  var places = 0

  private static let powersOfTen: [Int128] = (0...ByteCursor.mostDigits).map { exponent in
    (0..<exponent).reduce(into: Int128(1)) { power, _ in power *= 10 }
  }

  func number() throws(NotPlain) -> Rational {
    if places == 0 { return Rational(Int(truncatingIfNeeded: digits)) }
    guard let number = try? Rational(numerator: Int128(digits), denominator: Self.powersOfTen[places]) else {
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
    var figure = Figure()
    let start = position
    while let digit { take(digit, into: &figure) }
    var length = position - start
    guard length > 0, length <= Self.mostDigits else { throw NotPlain() }
    guard current == UInt8(ascii: ".") else { return figure }
    advance()
    let point = position
    while let digit, position - point < Self.mostDigits { take(digit, into: &figure) }
    figure.places = position - point
    length += figure.places
    guard figure.places > 0, length <= Self.mostDigits, digit == nil else { throw NotPlain() }
    // As the ordinary path holds it: 10.50 is 105 tenths.
    while figure.places > 0, figure.digits.isMultiple(of: 10) {
      figure.digits /= 10
      figure.places -= 1
    }
    return figure
  }

  private var digit: UInt8? {
    let digit = current &- UInt8(ascii: "0")
    return digit <= 9 ? digit : nil
  }

  private mutating func take(_ digit: UInt8, into figure: inout Figure) {
    // More digits than fit are counted, and refused.
    figure.digits = figure.digits &* 10 &+ UInt64(digit)
    advance()
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
