import RedressValues

/// A condition as a combination of questions about one value each, with `not` pushed down to the questions.
indirect enum Formula: Sendable {
  /// Whether the value of a variable lies in one of these regions.
  case among(variable: Int, Regions)
  case all([Formula])
  case any([Formula])
  case known(Bool)
}

/// A set of regions of a variable.
struct Regions: Hashable, Sendable {
  private var words: [UInt64]

  init(count: Int, filled: Bool) {
    words = Array(repeating: filled ? .max : 0, count: (count + 63) / 64)
    if filled, count % 64 != 0, !words.isEmpty { words[words.count - 1] = (1 << UInt64(count % 64)) - 1 }
  }

  mutating func insert(_ region: Int) { words[region / 64] |= 1 << UInt64(region % 64) }
  var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  mutating func meet(_ other: Regions) {
    for index in words.indices { words[index] &= other.words[index] }
  }

  mutating func remove(_ other: Regions) {
    for index in words.indices { words[index] &= ~other.words[index] }
  }

  /// The first region in the set.
  var first: Int? {
    guard let index = words.firstIndex(where: { $0 != 0 }) else { return nil }
    return index * 64 + words[index].trailingZeroBitCount
  }
}

/// A value that conditions ask about, cut into regions at the constants it is compared with.
///
/// The regions alternate: below the first constant, the constant itself, between it and the next one, and so on.
struct ConditionVariable: Sendable {
  let term: Int
  /// In rising order.
  let constants: [Rational]
  /// What the value can be at all.
  let range: Interval
  /// Whether it takes whole steps only, and how large they are.
  let step: Rational?
  /// What people count it in, for values that read well.
  let unit: Rational

  var regionCount: Int { 2 * constants.count + 1 }

  /// A value in a region; nil where the region holds none.
  func sample(_ region: Int) -> Rational? {
    let index = region / 2
    if region % 2 == 1 {
      let value = constants[index]
      return contains(value) && isOnStep(value) ? value : nil
    }
    let area = Interval(
      lower: index > 0 ? constants[index - 1] : nil, excludesLower: index > 0,
      upper: index < constants.count ? constants[index] : nil, excludesUpper: index < constants.count
    ).meeting(range)
    return sample(of: area)
  }

  private func contains(_ value: Rational) -> Bool {
    if let lower = range.lower, value < lower || (value == lower && range.excludesLower) { return false }
    if let upper = range.upper, value > upper || (value == upper && range.excludesUpper) { return false }
    return true
  }

  private func isOnStep(_ value: Rational) -> Bool {
    guard let step else { return true }
    return (try? value / step)?.isWhole ?? true
  }

  private func sample(of area: Interval) -> Rational? {
    if let lower = area.lower, let upper = area.upper, lower > upper { return nil }
    if let step { return wholeSample(of: area, step) }
    if let round = wholeSample(of: area, unit) { return round }
    switch (area.lower, area.upper) {
    case (nil, nil): return .zero
    case (let lower?, nil): return area.excludesLower ? try? lower + unit : lower
    case (nil, let upper?): return area.excludesUpper ? try? upper - unit : upper
    case (let lower?, let upper?):
      if lower == upper { return area.excludesLower || area.excludesUpper ? nil : lower }
      if !area.excludesLower { return lower }
      // Between two constants without steps something always lies.
      guard let sum = try? lower + upper else { return upper }
      return try? sum / Rational(2)
    }
  }

  private func wholeSample(of area: Interval, _ step: Rational) -> Rational? {
    if let lower = area.lower {
      guard let count = try? (lower / step).ceiling(), var value = try? count * step else { return lower }
      if value == lower, area.excludesLower {
        guard let next = try? value + step else { return nil }
        value = next
      }
      if let upper = area.upper, value > upper || (value == upper && area.excludesUpper) { return nil }
      return value
    }
    guard let upper = area.upper else { return .zero }
    guard let count = try? (upper / step).floor(), var value = try? count * step else { return upper }
    if value == upper, area.excludesUpper {
      guard let before = try? value - step else { return nil }
      value = before
    }
    return value
  }
}
