extension Rational {
  /// - Throws: `overflow` if the reduced sum does not fit.
  @inlinable
  package static func + (left: Rational, right: Rational) throws(ArithmeticError) -> Rational {
    if left.denominator == right.denominator {
      let (sum, overflows) = left.numerator.addingReportingOverflow(right.numerator)
      if !overflows, sum != .min { return Rational(held: sum, over: left.denominator) }
    }
    if left.numerator == 0 { return right }
    if right.numerator == 0 { return left }
    return try sumOfUnlike(left, right)
  }

  /// - Throws: `overflow` if the reduced difference does not fit.
  @inlinable
  package static func - (left: Rational, right: Rational) throws(ArithmeticError) -> Rational {
    try left + Rational(held: -right.numerator, over: right.denominator)
  }

  /// The value with the other sign. All values have one; it throws so that the operators read alike.
  @inlinable
  package static prefix func - (value: Rational) throws(ArithmeticError) -> Rational {
    Rational(held: -value.numerator, over: value.denominator)
  }

  /// - Throws: `overflow` if the reduced product does not fit.
  @inlinable
  package static func * (left: Rational, right: Rational) throws(ArithmeticError) -> Rational {
    if left.isNarrow, right.isNarrow {
      let denominator = narrowProduct(left.denominator, right.denominator)
      if denominator <= largestUnreducedDenominator {
        return Rational(held: narrowProduct(left.numerator, right.numerator), over: denominator)
      }
    }
    return try productOfLarge(left, right)
  }

  /// - Throws: `divisionByZero` if the divisor is zero, `overflow` if the reduced quotient does not fit.
  @inlinable
  package static func / (left: Rational, right: Rational) throws(ArithmeticError) -> Rational {
    guard right.numerator != 0 else { throw .divisionByZero }
    // Of 3.00 to 4.00, both in hundredths, the hundredths go.
    let isLike = left.denominator == right.denominator
    let dividend = isLike ? Rational(held: left.numerator, over: 1) : left
    let factor = isLike ? 1 : right.denominator
    return right.numerator < 0
      ? try dividend * Rational(held: -factor, over: -right.numerator)
      : try dividend * Rational(held: factor, over: right.numerator)
  }

  /// The product of two integers that fit 64 bits; written so that it is one machine multiplication.
  @inlinable
  static func narrowProduct(_ left: Int128, _ right: Int128) -> Int128 {
    Int128(Int64(truncatingIfNeeded: left)) &* Int128(Int64(truncatingIfNeeded: right))
  }

  @usableFromInline
  static func sumOfUnlike(_ left: Rational, _ right: Rational) throws(ArithmeticError) -> Rational {
    if isNarrow(left.denominator), isNarrow(right.denominator),
      let sum = left.denominator < right.denominator
        ? smallSum(of: left, andFiner: right) : smallSum(of: right, andFiner: left)
    {
      return sum
    }
    return try reducedSum(left.reduced, right.reduced)
  }

  /// The sum over the finer denominator if it is a multiple of the other (tenths and hundredths), or else over the
  /// product of both; nil if it gets large. Both denominators fit 64 bits.
  private static func smallSum(of coarse: Rational, andFiner fine: Rational) -> Rational? {
    let coarseDenominator = UInt64(truncatingIfNeeded: coarse.denominator)
    let (factor, rest) = UInt64(truncatingIfNeeded: fine.denominator).quotientAndRemainder(
      dividingBy: coarseDenominator)
    let coarseFactor = rest == 0 ? Int128(factor) : fine.denominator
    let fineFactor = rest == 0 ? 1 : coarse.denominator
    let denominator = rest == 0 ? fine.denominator : narrowProduct(coarse.denominator, fine.denominator)
    guard denominator <= largestUnreducedDenominator else { return nil }

    if isNarrow(coarse.numerator), isNarrow(fine.numerator), isNarrow(coarseFactor) {
      // Two products below 2^63 * 2^62 each cannot overflow when added.
      let sum = narrowProduct(coarse.numerator, coarseFactor) &+ narrowProduct(fine.numerator, fineFactor)
      return Rational(held: sum, over: denominator)
    }
    let (coarsePart, coarseOverflows) = coarse.numerator.multipliedReportingOverflow(by: coarseFactor)
    let (finePart, fineOverflows) = fine.numerator.multipliedReportingOverflow(by: fineFactor)
    let (sum, sumOverflows) = coarsePart.addingReportingOverflow(finePart)
    guard !coarseOverflows, !fineOverflows, !sumOverflows, sum != .min else { return nil }
    return Rational(held: sum, over: denominator)
  }

  /// The sum of two reduced fractions, itself reduced; exact over 256 bits, so that it fails only if it must.
  private static func reducedSum(_ left: Rational, _ right: Rational) throws(ArithmeticError) -> Rational {
    let common = greatestCommonDivisor(left.denominator.magnitude, right.denominator.magnitude)
    let leftRest = left.denominator.magnitude / common
    let leftPart = WideMagnitude(product: left.numerator.magnitude, right.denominator.magnitude / common)
    let rightPart = WideMagnitude(product: right.numerator.magnitude, leftRest)

    let isNegative: Bool
    let sum: WideMagnitude
    if left.isNegative == right.isNegative {
      (isNegative, sum) = (left.isNegative, leftPart.adding(rightPart))
    } else if leftPart < rightPart {
      (isNegative, sum) = (right.isNegative, rightPart.subtracting(leftPart))
    } else {
      (isNegative, sum) = (left.isNegative, leftPart.subtracting(rightPart))
    }

    // What the sum and the denominator still share, divides what the two denominators shared.
    let shared = greatestCommonDivisor(sum.quotientAndRemainder(dividingBy: common).remainder, common)
    let numerator = sum.quotientAndRemainder(dividingBy: shared).quotient
    let (denominator, overflows) = leftRest.multipliedReportingOverflow(
      by: right.denominator.magnitude / shared)
    guard numerator.high == 0, !overflows else { throw .overflow }
    return try Rational(isNegative: isNegative, numerator.low, over: denominator)
  }

  @usableFromInline
  static func productOfLarge(_ left: Rational, _ right: Rational) throws(ArithmeticError) -> Rational {
    let isNegative = left.isNegative != right.isNegative
    let (numerator, overflows) = left.numerator.magnitude.multipliedReportingOverflow(
      by: right.numerator.magnitude)
    let (denominator, denominatorOverflows) = left.denominator.magnitude.multipliedReportingOverflow(
      by: right.denominator.magnitude)
    if !overflows, !denominatorOverflows {
      return try Rational(isNegative: isNegative, numerator, over: denominator)
    }
    return try reducedProduct(isNegative: isNegative, left.reduced, right.reduced)
  }

  /// The product of two reduced fractions, cancelled crosswise first, so that it fails only if it must.
  private static func reducedProduct(
    isNegative: Bool, _ left: Rational, _ right: Rational
  ) throws(ArithmeticError) -> Rational {
    guard !left.isZero, !right.isZero else { return zero }
    let first = greatestCommonDivisor(left.numerator.magnitude, right.denominator.magnitude)
    let second = greatestCommonDivisor(right.numerator.magnitude, left.denominator.magnitude)
    let (numerator, overflows) = (left.numerator.magnitude / first).multipliedReportingOverflow(
      by: right.numerator.magnitude / second)
    let (denominator, denominatorOverflows) = (left.denominator.magnitude / second).multipliedReportingOverflow(
      by: right.denominator.magnitude / first)
    guard !overflows, !denominatorOverflows else { throw .overflow }
    return try Rational(isNegative: isNegative, numerator, over: denominator)
  }
}
