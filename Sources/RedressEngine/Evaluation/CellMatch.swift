import RedressValues

/// Whether a cell covers a value, as far as the value is known.
enum CellMatch {
  case yes
  case no
  case maybe
}

extension TableCell {
  func covers(_ value: Rational) -> Bool {
    switch self {
    case .any: return true
    case .range(let lower, let excludesLower, let upper, let excludesUpper):
      if let lower, excludesLower ? value <= lower : value < lower { return false }
      if let upper, excludesUpper ? value >= upper : value > upper { return false }
      return true
    case .values(let values): return values.contains(value)
    }
  }

  /// Whether it covers all, some or nothing of what a value can be.
  func match(_ range: Possibility) -> CellMatch {
    if let low = range.low, low == range.high { return covers(low) ? .yes : .no }
    switch self {
    case .any: return .yes
    case .range(let lower, let excludesLower, let upper, let excludesUpper):
      if let lower, let high = range.high, excludesLower ? high <= lower : high < lower { return .no }
      if let upper, let low = range.low {
        if low > upper || (low == upper && (excludesUpper || range.excludesLow)) { return .no }
      }
      let holdsLow =
        lower.map { lower in
          range.low.map { $0 > lower || ($0 == lower && (!excludesLower || range.excludesLow)) } ?? false
        } ?? true
      let holdsHigh =
        upper.map { upper in range.high.map { excludesUpper ? $0 < upper : $0 <= upper } ?? false } ?? true
      return holdsLow && holdsHigh ? .yes : .maybe
    case .values(let values):
      guard values.contains(where: { range.holds($0) }) else { return .no }
      return range.words.map { $0.allSatisfy(values.contains) } ?? false ? .yes : .maybe
    }
  }

  /// What is left of a value that is not known where the cell covers it.
  func narrowed(_ range: Possibility) -> Possibility {
    switch self {
    case .any: return range
    case .range(let lower, let excludesLower, let upper, _):
      return range.limited(
        to: Possibility(
          low: lower, high: upper, excludesLow: lower != nil && excludesLower, isOrdinal: range.isOrdinal))
    case .values(let values):
      let left = values.filter { range.holds($0) }
      guard let low = left.min(), let high = left.max() else { return range }
      return Possibility(low: low, high: high, isOrdinal: range.isOrdinal)
    }
  }

  /// The spans it covers, each with its ends; nil is unbounded.
  var spans: [CellSpan] {
    switch self {
    case .any: [CellSpan(low: nil, excludesLow: false, high: nil, excludesHigh: false)]
    case .range(let lower, let excludesLower, let upper, let excludesUpper):
      [CellSpan(low: lower, excludesLow: excludesLower, high: upper, excludesHigh: excludesUpper)]
    case .values(let values):
      values.map { CellSpan(low: $0, excludesLow: false, high: $0, excludesHigh: false) }
    }
  }
}

/// A run of values that a cell covers.
struct CellSpan {
  let low: Rational?
  let excludesLow: Bool
  let high: Rational?
  let excludesHigh: Bool
}

extension Possibility {
  func holds(_ value: Rational) -> Bool {
    if let low, value < low || (excludesLow && value == low) { return false }
    if let high, value > high { return false }
    return true
  }

  /// The words, answers or days it can be, where they are few.
  fileprivate var words: [Rational]? {
    guard isOrdinal, let low = low?.whole, let high = high?.whole, low <= high, high - low < 64 else { return nil }
    return (low...high).map { Rational($0) }.filter { holds($0) }
  }

  /// Whether the spans leave nothing out of what a value can be. `step` is the distance between values that lie apart,
  /// such as words or whole days; nil where there are others between any two.
  func isCovered(by spans: [CellSpan], step: Rational?) -> Bool {
    guard let low, let high else { return false }
    // Everything below `reached` is covered, and `reached` itself unless it is open.
    var reached = low
    var isOpen = !excludesLow
    for span in spans.sorted(by: { ($0.low ?? low) < ($1.low ?? low) }) {
      if let start = span.low, start > reached || (start == reached && isOpen && span.excludesLow) {
        // Between whole values there is nothing to cover.
        guard let step, !isOpen, !span.excludesLow, let next = try? reached + step, start <= next else { return false }
      }
      guard let end = span.high else { return true }
      if end > reached {
        (reached, isOpen) = (end, span.excludesHigh)
      } else if end == reached, !span.excludesHigh {
        isOpen = false
      }
    }
    return reached > high || (reached == high && !isOpen)
  }
}
