/// An exact fraction: a numerator and a denominator above zero of 128 bits each.
///
/// Fractions are reduced lazily. As long as they are small, arithmetic leaves them as they come (`10.50` stays
/// 1050 hundredths), so that sums of money cost an addition; they are reduced when a result would not fit or when
/// its denominator exceeds 2^62. Equality, order and hash go by the value, whatever its representation.
///
/// A numerator lies between -(2^127 - 1) and 2^127 - 1, so that every fraction can be negated.
package struct Rational: Sendable {
  /// The numerator as held, perhaps with a divisor in common with the denominator.
  package let numerator: Int128
  /// The denominator as held, above zero.
  package let denominator: Int128

  @inlinable package static var zero: Rational { Rational(held: 0, over: 1) }
  @inlinable package static var one: Rational { Rational(held: 1, over: 1) }

  /// The denominator above which a result is reduced.
  @inlinable static var largestUnreducedDenominator: Int128 { 1 << 62 }

  /// Takes both as they are: the numerator is not `Int128.min`, the denominator is above zero.
  @inlinable
  init(held numerator: Int128, over denominator: Int128) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// The fraction of two magnitudes, reduced where it is large.
  ///
  /// - Throws: `overflow` if the reduced fraction does not fit; the denominator is not zero.
  init(isNegative: Bool, _ numerator: UInt128, over denominator: UInt128) throws(ArithmeticError) {
    var numerator = numerator
    var denominator = denominator
    if denominator > UInt128(Rational.largestUnreducedDenominator) || numerator > UInt128(Int128.max) {
      let divisor = greatestCommonDivisor(numerator, denominator)
      if divisor > 1 {
        numerator /= divisor
        denominator /= divisor
      }
    }
    guard let heldNumerator = Int128(exactly: numerator), let heldDenominator = Int128(exactly: denominator) else {
      throw .overflow
    }
    self.init(held: isNegative ? -heldNumerator : heldNumerator, over: heldDenominator)
  }

  /// A whole number.
  @inlinable
  package init(_ whole: Int) {
    self.init(held: Int128(whole), over: 1)
  }

  /// A fraction of two small integers as it stands; nil unless the denominator is above zero.
  @inlinable
  package init?(_ numerator: Int64, over denominator: Int64) {
    guard denominator > 0 else { return nil }
    self.init(held: Int128(numerator), over: Int128(denominator))
  }

  /// A fraction; the signs may stand on either side.
  ///
  /// - Throws: `divisionByZero` if the denominator is 0, `overflow` if the reduced fraction does not fit.
  package init(numerator: Int128, denominator: Int128) throws(ArithmeticError) {
    guard denominator != 0 else { throw .divisionByZero }
    try self.init(
      isNegative: (numerator < 0) != (denominator < 0), numerator.magnitude, over: denominator.magnitude)
  }

  /// The same value without a common divisor.
  package var reduced: Rational {
    guard denominator != 1 else { return self }
    let divisor = greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
    guard divisor > 1 else { return self }
    // No greater than the denominator, hence it fits.
    let common = Int128(truncatingIfNeeded: divisor)
    return Rational(held: numerator / common, over: denominator / common)
  }

  @inlinable package var isZero: Bool { numerator == 0 }
  @inlinable package var isNegative: Bool { numerator < 0 }
  @inlinable package var isPositive: Bool { numerator > 0 }

  /// Whether the value is a whole number.
  package var isWhole: Bool {
    denominator == 1 || numerator % denominator == 0
  }

  /// The value as an integer, if it is one and fits.
  package var whole: Int? {
    guard isWhole else { return nil }
    return Int(exactly: denominator == 1 ? numerator : numerator / denominator)
  }

  /// The value without its sign.
  @inlinable package var magnitude: Rational {
    isNegative ? Rational(held: -numerator, over: denominator) : self
  }
}

extension Rational: CustomStringConvertible {
  /// `5` or `-1/3`, reduced; for people who debug. Texts of a proposal use `decimalText`.
  package var description: String {
    let reduced = reduced
    return reduced.denominator == 1 ? "\(reduced.numerator)" : "\(reduced.numerator)/\(reduced.denominator)"
  }
}
