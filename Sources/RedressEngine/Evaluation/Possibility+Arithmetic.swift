import RedressValues

/// A bound that may not fit: nil, and so unbounded, where it does not.
func within(_ body: () throws(ArithmeticError) -> Rational) -> Rational? {
  do {
    return try body()
  } catch {
    return nil
  }
}

extension Operation {
  /// Everything the operation can give on everything both sides can be.
  func range(_ left: Possibility, _ right: Possibility) -> Possibility {
    switch self {
    case .add:
      return Possibility(
        low: sum(left.low, right.low), high: sum(left.high, right.high), isOrdinal: false)
    case .subtract: return Operation.add.range(left, right.negated)
    case .multiply: return product(left, right)
    case .divide: return right.reciprocal.map { product(left, $0) } ?? .anyNumber
    case .reduce: return product(left, Operation.add.range(.point(.one, isOrdinal: false), right.negated))
    case .increase: return product(left, Operation.add.range(.point(.one, isOrdinal: false), right))
    }
  }

  private func sum(_ left: Rational?, _ right: Rational?) -> Rational? {
    guard let left, let right else { return nil }
    return within { () throws(ArithmeticError) in try left + right }
  }

  private func product(_ left: Possibility, _ right: Possibility) -> Possibility {
    if let low = left.low, let high = left.high, let otherLow = right.low, let otherHigh = right.high {
      let corners = [(low, otherLow), (low, otherHigh), (high, otherLow), (high, otherHigh)].map { first, second in
        within { () throws(ArithmeticError) in try first * second }
      }
      // A corner that does not fit leaves both ends open: which end it is, its sign alone would tell.
      guard corners.allSatisfy({ $0 != nil }) else { return .anyNumber }
      let known = corners.compactMap { $0 }
      return Possibility(
        low: known.min(), high: known.max(), excludesLow: excludesLow(left, right), isOrdinal: false)
    }
    // With an open end only the case of two sides that are never negative is worth telling apart.
    guard let low = left.low, let otherLow = right.low, !low.isNegative, !otherLow.isNegative else {
      return .anyNumber
    }
    return Possibility(
      low: within { () throws(ArithmeticError) in try low * otherLow } ?? .zero, high: nil,
      excludesLow: excludesLow(left, right), isOrdinal: false)
  }

  /// Whether the product of two sides that are never negative stays above the product of their lower ends.
  private func excludesLow(_ left: Possibility, _ right: Possibility) -> Bool {
    guard let low = left.low, let other = right.low, !low.isNegative, !other.isNegative else { return false }
    return left.excludesLow && (other.isPositive || right.excludesLow)
      || right.excludesLow && (low.isPositive || left.excludesLow)
  }
}

extension Possibility {
  var negated: Possibility {
    Possibility(
      low: high.flatMap { bound in within { () throws(ArithmeticError) in try Rational.zero - bound } },
      high: low.flatMap { bound in within { () throws(ArithmeticError) in try Rational.zero - bound } },
      isOrdinal: isOrdinal)
  }

  /// One divided by it; nil where zero is possible.
  var reciprocal: Possibility? {
    guard let low, low.isPositive || (low.isZero && excludesLow) else { return nil }
    return Possibility(
      low: high.flatMap { bound in within { () throws(ArithmeticError) in try Rational.one / bound } } ?? .zero,
      high: low.isZero ? nil : within { () throws(ArithmeticError) in try Rational.one / low },
      isOrdinal: false)
  }

  func larger(_ other: Possibility) -> Possibility {
    Possibility(
      low: low.map { low in other.low.map { max(low, $0) } ?? low } ?? other.low,
      high: high.flatMap { high in other.high.map { max(high, $0) } }, isOrdinal: isOrdinal)
  }

  func smaller(_ other: Possibility) -> Possibility {
    Possibility(
      low: low.flatMap { low in other.low.map { min(low, $0) } },
      high: high.map { high in other.high.map { min(high, $0) } ?? high } ?? other.high, isOrdinal: isOrdinal)
  }

  /// What lies within bounds, where the two meet at all.
  func limited(to bounds: Possibility) -> Possibility {
    var result = self
    if let bound = bounds.low, low.map({ $0 < bound }) ?? true {
      result.low = bound
      result.excludesLow = bounds.excludesLow
    }
    if let bound = bounds.high, high.map({ $0 > bound }) ?? true { result.high = bound }
    if let low = result.low, let high = result.high, low > high { return self }
    return result
  }

  /// Every value of this one is below every value of the other.
  func isBelow(_ other: Possibility) -> Bool {
    guard let high, let low = other.low else { return false }
    return high < low || (high == low && other.excludesLow)
  }

  /// No value of this one is above any value of the other.
  func isAtMost(_ other: Possibility) -> Bool {
    guard let high, let low = other.low else { return false }
    return high <= low
  }

  func isDisjoint(from other: Possibility) -> Bool {
    isBelow(other) || other.isBelow(self)
  }
}
