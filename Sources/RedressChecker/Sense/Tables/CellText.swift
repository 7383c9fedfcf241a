import RedressValues

extension CheckedPolicy {
  /// A stretch of values in words, with its unit once: `above 3 to under 4 days`, `up to 5 kg`, `3 days`.
  func words(_ interval: Interval, _ type: ValueType) -> String {
    ranged(interval, type, hasUnit: true)
  }

  /// The same as a cell has it, which takes the unit of its column: `above 3 to under 4`.
  func cellText(_ interval: Interval, _ type: ValueType) -> String {
    ranged(interval, type, hasUnit: false)
  }

  private func ranged(_ interval: Interval, _ type: ValueType, hasUnit: Bool) -> String {
    func full(_ value: Rational) -> String {
      hasUnit ? shown(value, type) ?? "…" : figure(value, type)
    }
    switch (interval.lower, interval.upper) {
    case (nil, nil): return "any"
    case (let lower?, nil): return (interval.excludesLower ? "above " : "from ") + full(lower)
    case (nil, let upper?): return (interval.excludesUpper ? "under " : "up to ") + full(upper)
    case (let lower?, let upper?):
      if lower == upper { return full(lower) }
      let start = interval.excludesLower ? "above " : interval.excludesUpper ? "from " : ""
      let first = sharesUnit(type) ? figure(lower, type) : full(lower)
      return start + first + (interval.excludesUpper ? " to under " : " to ") + full(upper)
    }
  }

  /// Whether the unit stands behind the figure, so that it need not be said twice.
  private func sharesUnit(_ type: ValueType) -> Bool {
    guard case .quantity(let unit) = type else { return false }
    return unit.currencyCode == nil && !unit.isPercent
  }

  private func figure(_ value: Rational, _ type: ValueType) -> String {
    guard case .quantity(let unit) = type else { return shown(value, type) ?? "…" }
    guard let scale = try? unit.scale, let count = try? value / scale else { return "…" }
    return count.decimalText(upTo: 6) + (unit.isPercent ? "%" : "")
  }

  /// One thing of several, as people say it: `silver or gold`.
  func words(_ values: [Rational], _ type: ValueType) -> String {
    values.map { shown($0, type) ?? "…" }.joined(separator: " or ")
  }
}

extension SearchColumn {
  /// A part of the column in words; nil where it is all of it.
  func words(_ stretches: [ClosedRange<Int>], in policy: CheckedPolicy) -> String? {
    guard !isWhole(stretches) else { return nil }
    if isDiscrete { return policy.words(stretches.flatMap { $0.map { samples[$0] } }, type) }
    return stretches.map { policy.words(tight($0), type) }.joined(separator: " or ")
  }

  /// The same as a cell has it.
  func cellText(_ stretches: [ClosedRange<Int>], in policy: CheckedPolicy) -> String {
    guard !isWhole(stretches) else { return "any" }
    if isDiscrete {
      return stretches.flatMap { $0.map { policy.shown(samples[$0], type) ?? "…" } }.joined(separator: ", ")
    }
    return stretches.first.map { policy.cellText(tight($0), type) } ?? "any"
  }

  func isWhole(_ stretches: [ClosedRange<Int>]) -> Bool {
    stretches.reduce(0) { $0 + $1.count } == regions.count
  }

  /// With whole steps, from the first value in it to the last.
  func tight(_ stretch: ClosedRange<Int>) -> Interval {
    var interval = interval(stretch)
    guard let step = variable.step else { return interval }
    if let lower = interval.lower, let count = try? (lower / step).ceiling(), var value = try? count * step {
      if value == lower, interval.excludesLower, let next = try? value + step { value = next }
      (interval.lower, interval.excludesLower) = (value, false)
    }
    if let upper = interval.upper, let count = try? (upper / step).floor(), var value = try? count * step {
      if value == upper, interval.excludesUpper, let before = try? value - step { value = before }
      (interval.upper, interval.excludesUpper) = (value, false)
    }
    return interval
  }
}

extension CheckedPolicy.Table {
  /// The parameters with the bounds that count. Rows that begin at 0 speak of nothing below 0: whoever asks the table
  /// shows that what it asks for is not.
  var boundedParameters: [CheckedPolicy.Attributes] {
    guard otherwise == nil else { return parameters }
    return parameters.enumerated().map { position, parameter in
      guard case .quantity = parameter.type, parameter.bounds?.lower == nil else { return parameter }
      let cells = editions.flatMap(\.rows).compactMap { $0.cells.indices.contains(position) ? $0.cells[position] : nil }
      let written = cells.filter { $0 != .any }.map(\.interval)
      guard written.allSatisfy(\.isFromZero), written.contains(where: { $0.lower == .zero && !$0.excludesLower }) else {
        return parameter
      }
      var bounded = parameter
      bounded.bounds = .init(lower: .zero, excludesLower: false, upper: parameter.bounds?.upper)
      return bounded
    }
  }
}
