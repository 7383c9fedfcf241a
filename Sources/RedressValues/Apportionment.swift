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
    var room = Room()
    try share(total, by: weights, step: step, in: &room)
    return room.parts
  }

  /// Where one amount after another is shared out without new arrays.
  package struct Room: Sendable {
    /// What the last amount came to.
    package fileprivate(set) var parts: [Rational] = []
    fileprivate var counts: [UInt64] = []
    fileprivate var remainders: [UInt64] = []

    package init() {}
  }

  /// The same, with the parts in a room that is used again and again.
  package static func share(
    _ total: Rational, by weights: [Rational], step: Rational, in room: inout Room
  ) throws(ArithmeticError) {
    guard step.isPositive, !weights.contains(where: \.isNegative) else { throw .divisionByZero }
    if !shareSmall(total, by: weights, step: step, in: &room) {
      room.parts = try largeParts(of: total, weights: weights, step: step)
    }
  }

  private static func largeParts(
    of total: Rational, weights: [Rational], step: Rational
  ) throws(ArithmeticError) -> [Rational] {
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

  /// The same for a total in steps and weights over one denominator that fit machine words, nearly always so; false for
  /// others.
  private static func shareSmall(
    _ total: Rational, by weights: [Rational], step: Rational, in room: inout Room
  ) -> Bool {
    guard step.numerator == 1, let steps = UInt64(exactly: total.numerator.magnitude),
      total.denominator == step.denominator || steps == 0, count(weights, in: &room.counts)
    else { return false }
    var whole: UInt64 = 0
    for count in room.counts {
      let (sum, overflows) = whole.addingReportingOverflow(count)
      if overflows { return false }
      whole = sum
    }
    guard whole > 0 else { return false }
    var left = steps
    room.parts.removeAll(keepingCapacity: true)
    room.remainders.removeAll(keepingCapacity: true)
    for weight in room.counts {
      // A weight is no larger than the whole, so that the quotient fits.
      let (count, remainder) = whole.dividingFullWidth(steps.multipliedFullWidth(by: weight))
      room.parts.append(part(count, of: total, step))
      room.remainders.append(remainder)
      left -= count
    }
    // Taken out of the room while the parts in it change.
    var remainders: [UInt64] = []
    swap(&remainders, &room.remainders)
    handOut(left, by: &remainders) { place in
      let count = whole.dividingFullWidth(steps.multipliedFullWidth(by: room.counts[place])).quotient
      room.parts[place] = part(count + 1, of: total, step)
    }
    swap(&remainders, &room.remainders)
    return true
  }

  /// Names the places that get one more, those that lost most first, the earlier of equals first.
  private static func handOut(_ count: UInt64, by remainders: inout [UInt64], _ body: (Int) -> Void) {
    // Sorting needs room of its own, which a few lines are not worth.
    if count <= 8 {
      for _ in 0..<count {
        var most = 0
        for place in remainders.indices where remainders[place] > remainders[most] { most = place }
        body(most)
        remainders[most] = 0
      }
    } else {
      for place in byLoss(remainders).prefix(Int(clamping: count)) { body(place) }
    }
  }

  private static func part(_ count: UInt64, of total: Rational, _ step: Rational) -> Rational {
    Rational(held: total.isNegative ? -Int128(count) : Int128(count), over: step.denominator)
  }

  /// The weights as whole numbers of one size; false where they are not, or are too large.
  private static func count(_ weights: [Rational], in counts: inout [UInt64]) -> Bool {
    counts.removeAll(keepingCapacity: true)
    var denominator: Int128?
    for weight in weights {
      guard let count = UInt64(exactly: weight.numerator) else { return false }
      counts.append(count)
      if count == 0 { continue }
      if let denominator, denominator != weight.denominator { return false }
      denominator = weight.denominator
    }
    return true
  }

  /// The places by what they lost, the earlier of equals first.
  private static func byLoss(_ remainders: [UInt64]) -> [Int] {
    remainders.indices.sorted { first, second in
      remainders[first] == remainders[second] ? first < second : remainders[first] > remainders[second]
    }
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
