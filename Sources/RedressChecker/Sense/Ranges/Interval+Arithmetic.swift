import RedressValues

/// Ends that are too large to be held are as good as missing.
extension Interval {
  var negated: Interval {
    Interval(
      lower: upper.flatMap { try? -$0 }, excludesLower: excludesUpper, upper: lower.flatMap { try? -$0 },
      excludesUpper: excludesLower)
  }

  func adding(_ other: Interval) -> Interval {
    Interval(
      lower: Self.combined(lower, other.lower) { try? $0 + $1 }, excludesLower: excludesLower || other.excludesLower,
      upper: Self.combined(upper, other.upper) { try? $0 + $1 }, excludesUpper: excludesUpper || other.excludesUpper)
  }

  func subtracting(_ other: Interval) -> Interval { adding(other.negated) }

  func multiplied(by other: Interval) -> Interval {
    if let constant, constant.isZero { return .point(.zero) }
    if let constant = other.constant, constant.isZero { return .point(.zero) }
    if isUpToZero, !isFromZero { return negated.multiplied(by: other).negated }
    if other.isUpToZero, !other.isFromZero { return multiplied(by: other.negated).negated }
    switch (isFromZero, other.isFromZero) {
    case (true, true): return multipliedFromZero(by: other)
    case (true, false):
      return Interval(
        lower: Self.combined(upper, other.lower) { try? $0 * $1 },
        upper: Self.combined(upper, other.upper) { try? $0 * $1 })
    case (false, true): return other.multiplied(by: self)
    case (false, false):
      guard let a = lower, let b = upper, let c = other.lower, let d = other.upper, let ac = try? a * c,
        let ad = try? a * d, let bc = try? b * c, let bd = try? b * d
      else { return .everything }
      return Interval(lower: min(min(ac, ad), min(bc, bd)), upper: max(max(ac, ad), max(bc, bd)))
    }
  }

  private func multipliedFromZero(by other: Interval) -> Interval {
    guard let a = lower, let b = other.lower, let product = try? a * b else { return .fromZero }
    let isReached =
      (!excludesLower && !other.excludesLower) || (a.isZero && !excludesLower) || (b.isZero && !other.excludesLower)
    return Interval(
      lower: product, excludesLower: !isReached, upper: Self.combined(upper, other.upper) { try? $0 * $1 })
  }

  /// The quotient by something above zero; nothing is said of other divisors.
  func divided(by other: Interval) -> Interval {
    guard other.isAboveZero, let low = other.lower else { return .everything }
    let reciprocal = Interval(
      lower: other.upper.flatMap { try? Rational.one / $0 } ?? .zero, excludesLower: other.upper == nil,
      upper: low.isZero ? nil : try? Rational.one / low)
    return multiplied(by: reciprocal)
  }

  func rounded(_ mode: RoundingMode, to step: Rational) -> Interval {
    Interval(
      lower: lower.flatMap { try? $0.rounded(mode, to: step) }, upper: upper.flatMap { try? $0.rounded(mode, to: step) }
    )
  }

  /// How often a period fits, as `for every` counts.
  func counted(in period: Rational, _ part: BrokenPart) -> Interval {
    guard let factor = try? Rational.one / period else { return .fromZero }
    // A quantity below zero refuses the case.
    let exact = meeting(.fromZero).multiplied(by: .point(factor))
    switch part {
    case .inProportion: return exact
    case .countsAsFull:
      return Interval(
        lower: exact.lower.flatMap { try? $0.ceiling() },
        excludesLower: exact.excludesLower && exact.lower?.isZero == true,
        upper: exact.upper.flatMap { try? $0.ceiling() })
    case .ignored:
      return Interval(lower: exact.lower.flatMap { try? $0.floor() }, upper: exact.upper.flatMap { try? $0.floor() })
    }
  }

  private static func combined(
    _ left: Rational?, _ right: Rational?, _ operation: (Rational, Rational) -> Rational?
  ) -> Rational? {
    guard let left, let right else { return nil }
    return operation(left, right)
  }
}
