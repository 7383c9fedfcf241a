import RedressValues

/// A column of a table, cut into the regions that its cells tell apart; only those that hold a value at all.
struct SearchColumn: Sendable {
  let variable: ConditionVariable
  let type: ValueType
  /// The regions that hold a value, in rising order, as the variable counts them.
  private(set) var regions: [Int] = []
  /// By place among these regions: a value in it.
  private(set) var samples: [Rational] = []

  /// Nil where values of the type do not stand in cells.
  init?(_ parameter: CheckedPolicy.Attributes, cells: [TableCell], in policy: CheckedPolicy) {
    type = parameter.type
    var range = TermBuilder.range(parameter)
    var step: Rational? = .one
    var unit = Rational.one
    switch parameter.type {
    case .yesOrNo: break
    case .kind(let kind):
      range = range.meeting(Interval(lower: .zero, upper: Rational(policy.kinds[kind].words.count - 1)))
    case .date, .time: break
    case .quantity(let known):
      guard let scale = try? known.scale else { return nil }
      unit = scale
      step = parameter.isWhole ? scale : nil
    case .text, .record, .list: return nil
    }
    var constants: Set<Rational> = []
    for cell in cells {
      switch cell {
      case .any: break
      case .range(let lower, _, let upper, _):
        if let lower { constants.insert(lower) }
        if let upper { constants.insert(upper) }
      case .values(let values): constants.formUnion(values)
      }
    }
    // Words and yes and no are looked at one by one.
    if parameter.type.isWords, let last = range.upper?.whole {
      guard last < 10_000 else { return nil }
      for position in 0...max(0, last) { constants.insert(Rational(position)) }
    }
    variable = ConditionVariable(term: 0, constants: constants.sorted(), range: range, step: step, unit: unit)
    for region in 0..<variable.regionCount {
      guard let sample = variable.sample(region) else { continue }
      regions.append(region)
      samples.append(sample)
    }
  }

  /// Whether its values are words, or yes and no.
  var isDiscrete: Bool { type.isWords }

  /// The places among the regions that a cell covers, as rising stretches.
  func stretches(of cell: TableCell) -> [ClosedRange<Int>] {
    switch cell {
    case .any: return regions.isEmpty ? [] : [0...(regions.count - 1)]
    case .range(let lower, let excludesLower, let upper, let excludesUpper):
      var first = 0
      var last = 2 * variable.constants.count
      if let lower {
        guard let place = place(of: lower) else { return [] }
        first = 2 * place + (excludesLower ? 2 : 1)
      }
      if let upper {
        guard let place = place(of: upper) else { return [] }
        last = 2 * place + (excludesUpper ? 0 : 1)
      }
      guard first <= last else { return [] }
      let start = firstRegion(notBefore: first)
      let end = firstRegion(notBefore: last + 1) - 1
      return start <= end ? [start...end] : []
    case .values(let values):
      var places: [Int] = []
      for value in values {
        guard let place = place(of: value) else { continue }
        let region = firstRegion(notBefore: 2 * place + 1)
        if region < regions.count, regions[region] == 2 * place + 1 { places.append(region) }
      }
      return Set(places).sorted().map { $0...$0 }
    }
  }

  /// From the lower end of one region to the upper end of another.
  func interval(_ stretch: ClosedRange<Int>) -> Interval {
    let (first, last) = (regions[stretch.lowerBound], regions[stretch.upperBound])
    return Interval(
      lower: first % 2 == 1 ? variable.constants[first / 2] : first > 0 ? variable.constants[first / 2 - 1] : nil,
      excludesLower: first % 2 == 0 && first > 0,
      upper: last / 2 < variable.constants.count ? variable.constants[last / 2] : nil,
      excludesUpper: last % 2 == 0 && last / 2 < variable.constants.count
    ).meeting(variable.range)
  }

  private func place(of constant: Rational) -> Int? {
    let place = search(variable.constants.count) { variable.constants[$0] < constant }
    return place < variable.constants.count && variable.constants[place] == constant ? place : nil
  }

  private func firstRegion(notBefore region: Int) -> Int {
    search(regions.count) { regions[$0] < region }
  }

  /// The first place of which the question is answered with no.
  private func search(_ count: Int, _ isBefore: (Int) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isBefore(middle) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension ValueType {
  /// Whether its values are words, or yes and no.
  fileprivate var isWords: Bool {
    switch self {
    case .kind, .yesOrNo: true
    case .quantity, .date, .time, .text, .record, .list: false
    }
  }
}
