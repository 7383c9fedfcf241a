import RedressChecker
import RedressValues

extension ReferenceEvaluator {
  /// Rule 32: the row whose cells all cover their arguments; else `otherwise`.
  mutating func table(
    _ index: Int, _ arguments: [ReferenceValue], on day: CivilDate?
  ) throws(Stop) -> ReferenceValue {
    let table = policy.tables[index]
    var edition = 0
    if table.editions.count > 1 || table.editions.first?.from != nil {
      let date = if let day { day } else { try caseDate() }
      edition = try inForce(table.editions.map(\.from), on: date)
    }
    var rows: [CheckedPolicy.Table.Row] = []
    if table.editions.indices.contains(edition) {
      for row in table.editions[edition].rows {
        var isCovered = true
        for (cell, argument) in zip(row.cells, arguments) where isCovered { isCovered = try covers(cell, argument) }
        if isCovered { rows.append(row) }
      }
    }
    if rows.count > 1 { throw .notCovered("rows that overlap") }
    guard let result = rows.first?.result ?? table.otherwise?.result else { throw .refused("noRow") }
    guard case .value(let expression) = result else { throw .refused("refusedRow") }
    var place = Place()
    place.arguments = arguments
    return try value(expression, place)
  }

  func covers(_ cell: CheckedPolicy.Cell, _ value: ReferenceValue) throws(Stop) -> Bool {
    let size: Rational
    switch value {
    case .number(let number): size = number
    case .ordinal(let position): size = Rational(position)
    case .date(let date): size = Rational(Int(date.dayNumber))
    case .time(let time): size = Rational(time.minuteNumber)
    case .text, .list, .element: throw .notCovered("a column of texts")
    }
    switch cell {
    case .any: return true
    case .values(let values): return values.contains(size)
    case .range(let lower, let excludesLower, let upper, let excludesUpper):
      if let lower, size < lower || (excludesLower && size == lower) { return false }
      if let upper, size > upper || (excludesUpper && size == upper) { return false }
      return true
    }
  }

  /// Every slice of the amount at the rate of its own band.
  mutating func tiers(_ index: Int, _ amount: Rational) throws(Stop) -> Rational {
    let tiers = policy.tiers[index]
    if amount.isNegative { throw .refused("tiersBelowZero") }
    var place = Place()
    place.arguments = [.number(amount)]
    var total = Rational.zero
    var start = Rational.zero
    for band in tiers.bands where amount > start {
      let end = band.upper.map { min($0, amount) } ?? amount
      if end > start {
        total = try sum([
          total, try product(try number(band.rate, place), try RedressReference.difference(end, start)),
        ])
        start = end
      }
    }
    if amount > start { throw .refused("noRow") }
    return total
  }

  /// Rule 13: the position of the latest that is not after the day; one without a day holds before them.
  func inForce(_ starts: [CivilDate?], on day: CivilDate) throws(Stop) -> Int {
    guard let position = starts.lastIndex(where: { start in start.map { $0 <= day } ?? true }) else {
      throw .refused("beforeFirstBranch")
    }
    return position
  }
}
