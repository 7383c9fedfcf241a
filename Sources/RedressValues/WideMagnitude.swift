/// An unsigned integer of 256 bits: what a product of two 128-bit magnitudes needs before it is reduced again.
struct WideMagnitude: Comparable {
  var high: UInt128
  var low: UInt128

  init(high: UInt128, low: UInt128) {
    self.high = high
    self.low = low
  }

  init(product left: UInt128, _ right: UInt128) {
    let product = left.multipliedFullWidth(by: right)
    self.init(high: product.high, low: product.low)
  }

  static func < (left: WideMagnitude, right: WideMagnitude) -> Bool {
    left.high == right.high ? left.low < right.low : left.high < right.high
  }

  /// The sum, of operands below 2^255.
  func adding(_ other: WideMagnitude) -> WideMagnitude {
    let (sum, carries) = low.addingReportingOverflow(other.low)
    return WideMagnitude(high: high &+ other.high &+ (carries ? 1 : 0), low: sum)
  }

  /// The difference, of an operand that is not above this one.
  func subtracting(_ other: WideMagnitude) -> WideMagnitude {
    let (difference, borrows) = low.subtractingReportingOverflow(other.low)
    return WideMagnitude(high: high &- other.high &- (borrows ? 1 : 0), low: difference)
  }

  /// Divides by a divisor that is not zero.
  func quotientAndRemainder(dividingBy divisor: UInt128) -> (quotient: WideMagnitude, remainder: UInt128) {
    let (highQuotient, highRemainder) = high.quotientAndRemainder(dividingBy: divisor)
    // The rest of the high half is below the divisor, which is what the division of the two halves asks for.
    let (lowQuotient, remainder) = divisor.dividingFullWidth((high: highRemainder, low: low))
    return (WideMagnitude(high: highQuotient, low: lowQuotient), remainder)
  }
}

/// The greatest common divisor; of zero and a number, the number.
func greatestCommonDivisor(_ left: UInt128, _ right: UInt128) -> UInt128 {
  if left >> 64 == 0, right >> 64 == 0 {
    return UInt128(binaryDivisor(UInt64(truncatingIfNeeded: left), UInt64(truncatingIfNeeded: right)))
  }
  return binaryDivisor(left, right)
}

/// By shifts and differences, since a 128-bit division costs as much as a dozen of them.
private func binaryDivisor<Magnitude: FixedWidthInteger & UnsignedInteger>(
  _ left: Magnitude, _ right: Magnitude
) -> Magnitude {
  guard left != 0 else { return right }
  guard right != 0 else { return left }
  let shift = min(left.trailingZeroBitCount, right.trailingZeroBitCount)
  var small = left >> left.trailingZeroBitCount
  var large = right
  while large != 0 {
    large >>= large.trailingZeroBitCount
    if small > large { swap(&small, &large) }
    large -= small
  }
  return small << shift
}
