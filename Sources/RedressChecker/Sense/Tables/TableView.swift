import RedressDiagnostics
import RedressSyntax
import RedressValues

/// The rows of one day on, and what is to be said of them.
struct TableView {
  let policy: CheckedPolicy
  let table: CheckedPolicy.Table
  let edition: CheckedPolicy.Table.Edition
  let parameters: [CheckedPolicy.Attributes]
  let columns: [SearchColumn]

  /// `late above 3 to under 4 days, tier silver`; nil where it is everything.
  private func words(_ box: RowSearch.Box) -> String? {
    let parts = columns.indices.compactMap { column in
      columns[column].words(box[column], in: policy).map { "\(parameters[column].name) \($0)" }
    }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// `late 2 days, tier silver`.
  private func example(_ box: RowSearch.Box) -> String {
    columns.indices.compactMap { column in
      box[column].first.flatMap { policy.shown(columns[column].samples[$0.lowerBound], columns[column].type) }
        .map { "\(parameters[column].name) \($0)" }
    }.joined(separator: ", ")
  }

  private var day: String? { edition.from.map { "\($0)" } }

  func unreached(_ row: CheckedPolicy.Table.Row, column: Int) -> LookupProblem {
    let range = TermBuilder.range(parameters[column])
    return .rowNeverReached(
      row.cellSpans[column], table: table.name, parameter: parameters[column].name,
      range: range == .everything ? nil : policy.words(range, parameters[column].type))
  }

  func overlap(_ earlier: Int, _ later: Int, _ box: RowSearch.Box) -> LookupProblem {
    .rowsOverlap(
      Overlap(
        table: table.name, day: day, first: edition.rows[earlier].span, second: edition.rows[later].span,
        region: words(box), example: example(box), mend: trimmed(earlier, later)))
  }

  /// A cell of one of two rows that begins behind the other: of the one that reaches further up.
  private func trimmed(_ earlier: Int, _ later: Int) -> Overlap.Mend? {
    for column in columns.indices where !columns[column].isDiscrete {
      let cells = [earlier, later].map { edition.rows[$0].cells[column] }
      guard case .range = cells[0], case .range = cells[1] else { continue }
      let (one, other) = (cells[0].interval, cells[1].interval)
      guard one != other else { continue }
      for (low, high) in [(one, other), (other, one)] {
        guard let end = low.upper, !Self.reaches(low, furtherThan: high) else { continue }
        // What begins above the other row already is not what is wrong.
        if let start = high.lower, start > end { continue }
        if high.upper == end { continue }
        var mended = high
        (mended.lower, mended.excludesLower) = (end, !low.excludesUpper)
        let type = columns[column].type
        return Overlap.Mend(
          cell: policy.cellText(high, type), mended: policy.cellText(mended, type), isOpenBelow: high.lower == nil)
      }
    }
    return nil
  }

  private static func reaches(_ one: Interval, furtherThan other: Interval) -> Bool {
    guard let upper = one.upper else { return true }
    guard let end = other.upper else { return false }
    return upper > end
  }

  func gap(_ box: RowSearch.Box) -> LookupProblem {
    var helps: [LookupMend] = []
    var places: [(Span, CellEdge)] = []
    let partial = columns.indices.filter { !columns[$0].isWhole(box[$0]) }
    if let column = partial.first(where: { !columns[$0].isDiscrete }), let stretch = box[column].first,
      box[column].count == 1
    {
      let interval = columns[column].interval(stretch)
      let type = columns[column].type
      let before = row(in: box, column) { $0.upper == interval.lower && $0.upper != nil }
      let after = row(in: box, column) { $0.lower == interval.upper && $0.lower != nil }
      if let after { places.append((edition.rows[after].cellSpans[column], .begins)) }
      if let before { places.append((edition.rows[before].cellSpans[column], .ends)) }
      if isBetweenWholes(interval, columns[column]) {
        helps.append(.whole(parameters[column].name, type: declared(parameters[column], isWhole: true)))
      }
      if let after, interval.lower != nil {
        var mended = edition.rows[after].cells[column].interval
        (mended.lower, mended.excludesLower) = (interval.lower, interval.excludesLower)
        helps.append(
          .widen(
            cell: policy.cellText(edition.rows[after].cells[column].interval, type),
            mended: policy.cellText(mended, type)))
      } else if partial.count == 1, let bounded = bounded(column, interval) {
        helps.append(.bound(parameters[column].name, type: bounded))
      }
    }
    let cells = columns.indices.map { columns[$0].cellText(box[$0], in: policy) }
    helps.append(.row(cells))
    return .noRow(
      Gap(
        table: table.name, place: table.span, day: day, region: words(box),
        edges: places.map {
          Gap.Edge(span: $0.0, edge: $0.1)
        }, mends: helps))
  }

  /// The first row that goes with the gap in all other columns, and lies at it in this one.
  private func row(in box: RowSearch.Box, _ column: Int, _ isAtGap: (Interval) -> Bool) -> Int? {
    edition.rows.indices.first { row in
      let cells = edition.rows[row].cells
      guard case .any = cells[column] else {
        return isAtGap(cells[column].interval)
          && columns.indices.allSatisfy { other in
            other == column
              || columns[other].stretches(of: cells[other]).contains { stretch in
                box[other].contains { $0.overlaps(stretch) }
              }
          }
      }
      return false
    }
  }

  /// Whether no whole amount lies in the gap, so that nobody may have thought of it.
  private func isBetweenWholes(_ interval: Interval, _ column: SearchColumn) -> Bool {
    guard column.variable.step == nil, case .quantity(let unit) = column.type, unit.currencyCode == nil,
      let lower = interval.lower, let upper = interval.upper, let unit = try? unit.scale,
      let first = try? (lower / unit).ceiling() * unit
    else { return false }
    var next = first
    if first == lower, interval.excludesLower {
      guard let moved = try? first + unit else { return false }
      next = moved
    }
    return next > upper || (next == upper && interval.excludesUpper)
  }

  /// A declaration as the policy has it: `whole days from 0`.
  private func declared(_ parameter: CheckedPolicy.Attributes, isWhole: Bool) -> String {
    guard case .quantity(let unit) = parameter.type else { return "" }
    let name = unit.currencyCode == policy.currency.code ? "money" : unit.name
    let original = table.parameters.first { $0.name == parameter.name } ?? parameter
    let bounds = TermBuilder.range(original)
    return (isWhole || parameter.isWhole ? "whole " : "") + name + boundText(bounds, parameter.type)
  }

  private func boundText(_ range: Interval, _ type: ValueType) -> String {
    func text(_ value: Rational) -> String { value.isZero ? "0" : policy.written(value, type) ?? "…" }
    switch (range.lower, range.upper) {
    case (nil, nil): return ""
    case (let lower?, let upper):
      return (range.excludesLower ? " above " : " from ") + text(lower) + (upper.map { " to " + text($0) } ?? "")
    case (nil, let upper?): return " up to " + text(upper)
    }
  }

  /// The parameter with a bound that leaves the gap out, where the gap has no end.
  private func bounded(_ column: Int, _ gap: Interval) -> String? {
    guard case .quantity(let unit) = parameters[column].type else { return nil }
    var range = TermBuilder.range(parameters[column])
    if range.lower == nil, gap.lower == nil, let end = gap.upper {
      (range.lower, range.excludesLower) = (end, !gap.excludesUpper)
    } else if range.upper == nil, gap.upper == nil, let start = gap.lower, gap.excludesLower {
      range.upper = start
    } else {
      return nil
    }
    let name = unit.currencyCode == policy.currency.code ? "money" : unit.name
    return (parameters[column].isWhole ? "whole " : "") + name + boundText(range, parameters[column].type)
  }
}
