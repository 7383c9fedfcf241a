import RedressDiagnostics
import RedressValues

extension [UInt8] {
  /// An amount with exactly so many decimals, rounded half up if it has more, in quotation marks; null where there is
  /// none. The same text as `Rational.fixedText`.
  mutating func append(amount: Rational?, places: Int) {
    guard let amount else { return append(piece: "null") }
    guard let digits = amount.minorUnits(places: places) else {
      return append(jsonString: amount.fixedText(places: places))
    }
    // Made from its end, and put down at once: 20 digits, a sign, a point and quotation marks at most.
    var text = InlineArray<32, UInt8>(repeating: UInt8(ascii: "\""))
    var place = text.count - 1
    var rest = digits
    var written = 0
    while written <= places || rest > 0 {
      if written == places, places > 0 {
        place -= 1
        text[place] = UInt8(ascii: ".")
      }
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      place -= 1
      text[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit)
      rest = quotient
      written += 1
    }
    // Minus nothing at all reads like a mistake: -0.001 at two places is 0.00.
    if amount.isNegative, digits != 0 {
      place -= 1
      text[place] = UInt8(ascii: "-")
    }
    text.span.extracting((place - 1)...).withUnsafeBufferPointer { append(contentsOf: $0) }
  }

  /// As many as a currency has decimals.
  fileprivate static let powersOfTen: [UInt64] = [1, 10, 100, 1_000, 10_000]
}

extension Rational {
  /// The magnitude in units of the last decimal, rounded half up; nil where that takes more than 64 bits.
  fileprivate func minorUnits(places: Int) -> UInt64? {
    guard [UInt8].powersOfTen.indices.contains(places), let parts = UInt64(exactly: denominator),
      let magnitude = UInt64(exactly: numerator.magnitude)
    else { return nil }
    let factor = [UInt8].powersOfTen[places]
    if parts == factor { return magnitude }
    let (scaled, overflows) = magnitude.multipliedReportingOverflow(by: factor)
    guard !overflows else { return nil }
    let (units, rest) = scaled.quotientAndRemainder(dividingBy: parts)
    // Not the rest doubled, which could be too large.
    return rest >= parts - rest ? units + 1 : units
  }
}
