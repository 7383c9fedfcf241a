import RedressValues

/// Everything a number can be, as far as it is known: between two ends, either of which may be open or missing.
struct Interval: Hashable, Sendable {
  var lower: Rational?
  /// Strictly above the lower end. Claimed only where it is certain.
  var excludesLower = false
  var upper: Rational?
  var excludesUpper = false

  static let everything = Interval()
  static let fromZero = Interval(lower: .zero)
  static let aboveZero = Interval(lower: .zero, excludesLower: true)

  static func point(_ value: Rational) -> Interval { Interval(lower: value, upper: value) }

  var isFromZero: Bool { lower.map { !$0.isNegative } ?? false }
  var isAboveZero: Bool { lower.map { $0.isPositive || ($0.isZero && excludesLower) } ?? false }
  var isUpToZero: Bool { upper.map { !$0.isPositive } ?? false }

  /// Whether nothing lies between its ends.
  var isEmpty: Bool {
    guard let lower, let upper else { return false }
    return lower > upper || (lower == upper && (excludesLower || excludesUpper))
  }

  func contains(_ value: Rational) -> Bool {
    if let lower, value < lower || (value == lower && excludesLower) { return false }
    if let upper, value > upper || (value == upper && excludesUpper) { return false }
    return true
  }

  var constant: Rational? {
    guard let lower, let upper, lower == upper else { return nil }
    return lower
  }

  /// What both say.
  func meeting(_ other: Interval) -> Interval {
    var result = self
    if let lower = other.lower {
      if let own = result.lower, own > lower {
      } else if result.lower == lower {
        result.excludesLower = result.excludesLower || other.excludesLower
      } else {
        (result.lower, result.excludesLower) = (lower, other.excludesLower)
      }
    }
    if let upper = other.upper {
      if let own = result.upper, own < upper {
      } else if result.upper == upper {
        result.excludesUpper = result.excludesUpper || other.excludesUpper
      } else {
        (result.upper, result.excludesUpper) = (upper, other.excludesUpper)
      }
    }
    return result
  }

  /// What either allows.
  func joining(_ other: Interval) -> Interval {
    var result = Interval.everything
    if let own = lower, let their = other.lower {
      result.lower = min(own, their)
      result.excludesLower = (own > their || excludesLower) && (their > own || other.excludesLower)
    }
    if let own = upper, let their = other.upper {
      result.upper = max(own, their)
      result.excludesUpper = (own < their || excludesUpper) && (their < own || other.excludesUpper)
    }
    return result
  }

  /// The larger of a value here and one there.
  func largest(with other: Interval) -> Interval {
    var result = Interval.everything
    let lowers = [(lower, excludesLower), (other.lower, other.excludesLower)].compactMap { bound, isOpen in
      bound.map { ($0, isOpen) }
    }
    for (bound, isOpen) in lowers {
      result = result.meeting(Interval(lower: bound, excludesLower: isOpen))
    }
    if let own = upper, let their = other.upper {
      result.upper = max(own, their)
    }
    return result
  }

  /// The smaller of a value here and one there.
  func smallest(with other: Interval) -> Interval {
    negated.largest(with: other.negated).negated
  }
}
