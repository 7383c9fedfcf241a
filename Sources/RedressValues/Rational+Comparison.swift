extension Rational: Hashable, Comparable {
  /// Whether both are the same value, however they are held. Never overflows.
  @inlinable
  package static func == (left: Rational, right: Rational) -> Bool {
    left.denominator == right.denominator ? left.numerator == right.numerator : isEqualCrosswise(left, right)
  }

  /// Exact for all values. Never overflows.
  @inlinable
  package static func < (left: Rational, right: Rational) -> Bool {
    left.denominator == right.denominator ? left.numerator < right.numerator : isLessCrosswise(left, right)
  }

  package func hash(into hasher: inout Hasher) {
    let reduced = reduced
    hasher.combine(reduced.numerator)
    hasher.combine(reduced.denominator)
  }

  @usableFromInline
  static func isEqualCrosswise(_ left: Rational, _ right: Rational) -> Bool {
    if left.isNarrow, right.isNarrow {
      return left.numerator &* right.denominator == right.numerator &* left.denominator
    }
    guard left.isNegative == right.isNegative else { return false }
    return WideMagnitude(product: left.numerator.magnitude, right.denominator.magnitude)
      == WideMagnitude(product: right.numerator.magnitude, left.denominator.magnitude)
  }

  @usableFromInline
  static func isLessCrosswise(_ left: Rational, _ right: Rational) -> Bool {
    if left.isNarrow, right.isNarrow {
      return left.numerator &* right.denominator < right.numerator &* left.denominator
    }
    guard left.isNegative == right.isNegative else { return left.isNegative }
    let leftMagnitude = WideMagnitude(product: left.numerator.magnitude, right.denominator.magnitude)
    let rightMagnitude = WideMagnitude(product: right.numerator.magnitude, left.denominator.magnitude)
    return left.isNegative ? rightMagnitude < leftMagnitude : leftMagnitude < rightMagnitude
  }
}

extension Rational {
  /// Whether both parts fit 64 bits, so that a product of two such parts fits 128.
  @inlinable var isNarrow: Bool {
    Rational.isNarrow(numerator) && Rational.isNarrow(denominator)
  }

  @inlinable
  static func isNarrow(_ value: Int128) -> Bool {
    Int128(Int64(truncatingIfNeeded: value)) == value
  }
}
