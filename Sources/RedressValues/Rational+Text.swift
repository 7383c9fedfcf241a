extension Rational {
  /// Reads a number as rules write it: digits, grouped with `_` after the first, and one point between digits.
  ///
  /// - Returns: nil if the text is no such number.
  /// - Throws: `overflow` if it has more digits than fit; leading and trailing zeros do not count.
  package init?(decimal text: some StringProtocol) throws(ArithmeticError) {
    var digits = DecimalDigits()
    for byte in text.utf8 {
      guard digits.append(byte) else { return nil }
    }
    guard digits.isComplete else { return nil }
    guard !digits.overflows, let denominator = Rational.powerOfTen(UInt(digits.places)) else { throw .overflow }
    try self.init(isNegative: false, digits.value, over: denominator)
  }

  /// The value as decimal text with at most so many places: `20`, `0.5`, `-1234.25`; 1/3 with six is `0.333333`.
  ///
  /// Trailing zeros are cut. What is not exact is rounded half up at the last place. `grouping` puts a comma
  /// between thousands.
  package func decimalText(upTo places: Int, grouping: Bool = false) -> String {
    decimalText(atLeast: 0, upTo: places, grouping: grouping)
  }

  /// The value with exactly so many places, rounded half up if it has more: `1000.00`, with grouping `1,000.00`.
  package func fixedText(places: Int, grouping: Bool = false) -> String {
    decimalText(atLeast: places, upTo: places, grouping: grouping)
  }

  /// The value with as many places as it needs between the two bounds; rounded half up if it needs more.
  func decimalText(atLeast leastPlaces: Int, upTo places: Int, grouping: Bool) -> String {
    let (whole, fraction) = decimalDigits(places: places)
    var kept = fraction[...]
    while kept.count > leastPlaces, kept.last == 0 { kept.removeLast() }

    var text: [UInt8] = []
    text.reserveCapacity(32)
    // Minus nothing at all reads like a mistake: -0.001 at two places is 0.00.
    if isNegative, whole != 0 || fraction.contains(where: { $0 != 0 }) { text.append(UInt8(ascii: "-")) }
    // The text of a 64-bit integer is many times quicker.
    let wholeText = whole >> 64 == 0 ? String(UInt64(truncatingIfNeeded: whole)) : String(whole)
    var digitsLeft = wholeText.utf8.count
    for (index, digit) in wholeText.utf8.enumerated() {
      if grouping, index > 0, digitsLeft.isMultiple(of: 3) { text.append(UInt8(ascii: ",")) }
      text.append(digit)
      digitsLeft -= 1
    }
    if leastPlaces > 0 || !kept.isEmpty {
      text.append(UInt8(ascii: "."))
      text.append(contentsOf: kept.lazy.map { UInt8(ascii: "0") + $0 })
      text.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: max(0, leastPlaces - kept.count)))
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The magnitude's whole part and its first decimal digits, rounded half up at the last place; fewer digits
  /// than places where all others are zero.
  private func decimalDigits(places: Int) -> (whole: UInt128, fraction: [UInt8]) {
    let parts = denominator.magnitude
    var (whole, rest) = Rational.quotientAndRemainder(numerator.magnitude, parts)
    var fraction: [UInt8] = []
    while rest != 0, fraction.count < places {
      let digit: UInt128
      (digit, rest) = Rational.scaledQuotientAndRemainder(rest, by: 10, parts)
      fraction.append(UInt8(truncatingIfNeeded: digit))
    }
    if rest != 0, RoundingMode.halfUp.goesUp(fromEven: true, rest: rest, parts: parts) {
      while fraction.last == 9 { fraction.removeLast() }
      if let last = fraction.last {
        fraction[fraction.count - 1] = last + 1
      } else {
        whole += 1
      }
    }
    return (whole, fraction)
  }
}

/// The digits of a number as they are read, one byte at a time.
private struct DecimalDigits {
  /// The number without its point, up to the last digit that is not a trailing zero of the decimals.
  private(set) var value: UInt128 = 0
  /// How many of the digits of `value` stand after the point.
  private(set) var places = 0
  /// Whether there are more digits than fit; the rest is only looked at for its form.
  private(set) var overflows = false
  /// Whether what has been read may end here.
  private(set) var isComplete = false

  private var isAfterPoint = false
  /// Zeros read after the point, which count only if another digit follows.
  private var waitingZeros = 0

  /// Takes the next byte; false if no number goes on like this.
  mutating func append(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      isComplete = true
      take(UInt128(byte - UInt8(ascii: "0")))
      return true
    case UInt8(ascii: "_"):
      return isComplete
    case UInt8(ascii: "."):
      guard isComplete, !isAfterPoint else { return false }
      isAfterPoint = true
      isComplete = false
      return true
    default:
      return false
    }
  }

  private mutating func take(_ digit: UInt128) {
    if overflows { return }
    guard isAfterPoint else { return push(digit) }
    guard digit != 0 else { return waitingZeros += 1 }
    places += waitingZeros + 1
    while waitingZeros > 0, !overflows {
      push(0)
      waitingZeros -= 1
    }
    if !overflows { push(digit) }
    waitingZeros = 0
  }

  private mutating func push(_ digit: UInt128) {
    let (shifted, shiftOverflows) = value.multipliedReportingOverflow(by: 10)
    let (sum, sumOverflows) = shifted.addingReportingOverflow(digit)
    overflows = shiftOverflows || sumOverflows
    value = sum
  }
}
