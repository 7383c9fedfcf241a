extension Rational {
  /// The nearest multiple of a step, as the mode says.
  ///
  /// - Throws: `divisionByZero` if the step is not above zero, `overflow` if the count of steps does not fit.
  package func rounded(_ mode: RoundingMode, to step: Rational) throws(ArithmeticError) -> Rational {
    guard step.isPositive else { throw .divisionByZero }
    if step.numerator == 1, step.denominator == denominator { return self }
    return try (self / step).rounded(mode, places: 0) * step
  }

  /// Rounds to so many decimal places: 2 to hundredths, 0 to whole numbers, -3 to thousands.
  ///
  /// - Throws: `overflow` if the reduced result does not fit, or if the step itself (10^-39, 10^39) does not.
  package func rounded(_ mode: RoundingMode, places: Int) throws(ArithmeticError) -> Rational {
    guard denominator != 1 || places < 0 else { return self }
    // What is held in cents is in cents already.
    if denominator == 100, places == 2 { return self }
    guard let scale = Rational.powerOfTen(places.magnitude) else { throw .overflow }
    guard places >= 0 else { return try rounded(mode, to: Rational(held: Int128(scale), over: 1)) }
    if let rounded = smallRounded(mode, scale: scale) { return rounded }

    let parts = denominator.magnitude
    // Hundredths are among the thousandths already.
    if parts <= scale, Rational.quotientAndRemainder(scale, parts).remainder == 0 { return self }

    // The whole part stands aside, so that only what is below one is scaled.
    let (whole, fraction) = Rational.quotientAndRemainder(numerator.magnitude, parts)
    let (steps, rest) = Rational.scaledQuotientAndRemainder(fraction, by: scale, parts)
    let isWholePartEven = scale != 1 || whole & 1 == 0
    let isEven = (steps & 1 == 0) == isWholePartEven
    let roundedSteps = mode.goesUp(fromEven: isEven, rest: rest, parts: parts) ? steps + 1 : steps

    let (wholeSteps, overflows) = whole.multipliedReportingOverflow(by: scale)
    let (count, countOverflows) = wholeSteps.addingReportingOverflow(roundedSteps)
    if !overflows, !countOverflows {
      return try Rational(isNegative: isNegative, count, over: scale)
    }
    return try Rational(isNegative: isNegative, whole, over: 1)
      + Rational(isNegative: isNegative, roundedSteps, over: scale)
  }

  /// The same for what fits 64 bits when scaled, nearly always so: one division of machine words.
  private func smallRounded(_ mode: RoundingMode, scale: UInt128) -> Rational? {
    guard isNarrow, scale >> 64 == 0 else { return nil }
    let (count, overflows) = UInt64(truncatingIfNeeded: numerator.magnitude).multipliedReportingOverflow(
      by: UInt64(truncatingIfNeeded: scale))
    guard !overflows, scale <= UInt128(Rational.largestUnreducedDenominator) else { return nil }
    let parts = UInt64(truncatingIfNeeded: denominator)
    let (steps, rest) = count.quotientAndRemainder(dividingBy: parts)
    let isUp = mode.goesUp(fromEven: steps & 1 == 0, rest: UInt128(rest), parts: UInt128(parts))
    let rounded = Int128(steps) + (isUp ? 1 : 0)
    return Rational(held: isNegative ? -rounded : rounded, over: Int128(scale))
  }

  /// The greatest whole number that is not above the value.
  package func floor() throws(ArithmeticError) -> Rational {
    try rounded(isNegative ? .up : .down, places: 0)
  }

  /// The least whole number that is not below the value.
  package func ceiling() throws(ArithmeticError) -> Rational {
    try rounded(isNegative ? .down : .up, places: 0)
  }
}

extension Rational {
  /// 10^0 to 10^38; nil above.
  static func powerOfTen(_ exponent: UInt) -> UInt128? {
    guard exponent <= 38 else { return nil }
    var power: UInt128 = 1
    for _ in 0..<exponent { power &*= 10 }
    return power
  }

  /// A division that takes the short way for what fits 64 bits; the divisor is not zero.
  static func quotientAndRemainder(
    _ dividend: UInt128, _ divisor: UInt128
  ) -> (quotient: UInt128, remainder: UInt128) {
    if dividend >> 64 == 0, divisor >> 64 == 0 {
      let (quotient, remainder) = UInt64(truncatingIfNeeded: dividend).quotientAndRemainder(
        dividingBy: UInt64(truncatingIfNeeded: divisor))
      return (UInt128(quotient), UInt128(remainder))
    }
    return dividend.quotientAndRemainder(dividingBy: divisor)
  }

  /// `part * scale / divisor` for a part below the divisor, so that the quotient is below the scale and fits.
  static func scaledQuotientAndRemainder(
    _ part: UInt128, by scale: UInt128, _ divisor: UInt128
  ) -> (quotient: UInt128, remainder: UInt128) {
    let (product, overflows) = part.multipliedReportingOverflow(by: scale)
    guard overflows else { return quotientAndRemainder(product, divisor) }
    let wide = WideMagnitude(product: part, scale).quotientAndRemainder(dividingBy: divisor)
    return (wide.quotient.low, wide.remainder)
  }
}
