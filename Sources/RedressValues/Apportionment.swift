/// Sharing out an amount so that its parts add up to it.
package enum Apportionment {
  /// Shares out a total in proportion to weights by largest remainder: each part is rounded down to a multiple of the
  /// step, and the steps left over go one each to the parts that lost most, the earlier of equals first.
  ///
  /// A negative total mirrors the positive one. The parts add up exactly, even if the total is no multiple of the
  /// step; then one part is none either.
  ///
  /// - Parameters:
  ///   - total: a multiple of the step, of either sign.
  ///   - weights: none below zero, at least one above.
  ///   - step: the smallest amount that can be handed out, above zero: 1/100 for cents.
  /// - Throws: `divisionByZero` if the weights or the step are not like that, `overflow` if an exact share or the
  ///   sum of the weights does not fit.
  package static func parts(
    of total: Rational, weights: [Rational], step: Rational
  ) throws(ArithmeticError) -> [Rational] {
    guard step.isPositive, !weights.contains(where: \.isNegative) else { throw .divisionByZero }
    var wholeWeight = Rational.zero
    for weight in weights { wholeWeight = try wholeWeight + weight }
    guard wholeWeight.isPositive else { throw .divisionByZero }

    var left = try total.magnitude / step
    let stepsPerWeight = try left / wholeWeight
    var portions: [Portion] = []
    portions.reserveCapacity(weights.count)
    for weight in weights {
      let share = try weight * stepsPerWeight
      let count = try share.floor()
      portions.append(Portion(count: count, remainder: try share - count))
      left = try left - count
    }
    try handOut(left, to: &portions)

    var parts: [Rational] = []
    parts.reserveCapacity(portions.count)
    for portion in portions {
      let part = try portion.count * step
      parts.append(total.isNegative ? try -part : part)
    }
    return parts
  }

  /// What one weight gets, counted in steps.
  private struct Portion {
    var count: Rational
    /// What rounding down took away, below 1.
    let remainder: Rational
  }

  /// Hands out the steps left over. They are fewer than the portions with a remainder, so that nobody without weight
  /// gets one.
  private static func handOut(
    _ steps: Rational, to portions: inout [Portion]
  ) throws(ArithmeticError) {
    guard steps.isPositive else { return }
    let byLoss = portions.indices.sorted { first, second in
      let (loss, otherLoss) = (portions[first].remainder, portions[second].remainder)
      return loss == otherLoss ? first < second : loss > otherLoss
    }
    var left = steps
    for index in byLoss {
      guard left.isPositive else { break }
      let extra = min(left, .one)
      portions[index].count = try portions[index].count + extra
      left = try left - extra
    }
  }
}
