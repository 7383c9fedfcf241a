import RedressDiagnostics
import RedressValues

/// The rows of a table that may count.
enum TableRows {
  /// One where everything that matters is known; never empty.
  case possible([Program.Table.Row])
  case fault(Int32)
}

extension Evaluator {
  mutating func tableValue(_ index: Int, _ range: NodeRange, on day: NodeID?, _ node: NodeID) -> Value {
    effort -= 20
    let values: [Value]
    switch arguments(range) {
    case .failure(let fault): return fault
    case .known(let known): values = known
    }
    let day = day.map { evaluate($0) }
    switch rows(of: index, for: values, on: day, node) {
    case .fault(let index): return .fault(index)
    case .possible(let rows):
      if rows.count == 1 { return value(of: rows[0], in: index, values) }
      return joined(rows.map { value(of: $0, in: index, values) }, at: span(node))
    }
  }

  /// What a row gives, with the arguments in place as far as the row covers them.
  mutating func value(of row: Program.Table.Row, in table: Int, _ arguments: [Value]) -> Value {
    depth += Self.rulingDepth
    defer { depth -= Self.rulingDepth }
    return with(narrowed(arguments, to: row)) { evaluator in
      guard let node = row.value else {
        let reason = evaluator.filled(row.branch.reasons.because)
        return evaluator.fault(
          .refusedRow(table: evaluator.program.tables[table].name, reason: reason, at: row.branch.span))
      }
      return evaluator.evaluate(node)
    }
  }

  mutating func narrowed(_ arguments: [Value], to row: Program.Table.Row) -> [Value] {
    var result = arguments
    for (position, cell) in row.cells.enumerated() where position < result.count {
      guard case .unknown(let index) = result[position] else { continue }
      result[position] = value(cell.narrowed(possibilities[Int(index)]))
    }
    return result
  }

  /// The rows that may count for these arguments, on a day asked for with `on` or on the case's own.
  mutating func rows(of index: Int, for arguments: [Value], on day: Value?, _ node: NodeID) -> TableRows {
    let table = program.tables[index]
    var positions = [0]
    if table.isDated {
      let day = day ?? caseDay(at: span(node))
      switch inForce(table.editions.map(\.from), on: day, ruling: table.name, at: span(node)) {
      case .fault(let index): return .fault(index)
      case .possible(let possible): positions = possible
      }
    }
    let ranges = arguments.map { possibility($0) ?? .anyOrdinal }
    var result: [Program.Table.Row] = []
    var leavesOut = false
    for position in positions where table.editions.indices.contains(position) {
      let (rows, isCovered) = matching(table.editions[position].rows, ranges, table)
      result += rows
      if !isCovered { leavesOut = true }
    }
    if leavesOut, let otherwise = table.otherwise { result.append(otherwise) }
    if !result.isEmpty { return .possible(result) }
    let shown = zip(table.parameters, arguments).map { $0.name + " " + self.shown($1, $0.type) }
    faults.append(.noRow(table: table.name, arguments: shown.joined(separator: ", "), at: span(node)))
    return .fault(Int32(faults.count - 1))
  }

  /// The rows of one edition that may count, and whether they leave nothing for `otherwise`.
  private mutating func matching(
    _ rows: [Program.Table.Row], _ ranges: [Possibility], _ table: Program.Table
  ) -> (rows: [Program.Table.Row], isCovered: Bool) {
    effort -= rows.count / 2
    var open: [Program.Table.Row] = []
    for row in rows {
      switch match(row, ranges) {
      case .no: continue
      // Rows do not overlap: one that surely counts is the only one.
      case .yes: return ([row], true)
      case .maybe: open.append(row)
      }
    }
    return (open, table.otherwise == nil || isCovered(by: open, ranges, table))
  }

  private func match(_ row: Program.Table.Row, _ ranges: [Possibility]) -> CellMatch {
    var result = CellMatch.yes
    for column in row.cells.indices where column < ranges.count {
      switch row.cells[column].match(ranges[column]) {
      case .yes: continue
      case .no: return .no
      case .maybe: result = .maybe
      }
    }
    return result
  }

  /// Where one argument alone is not known, the rows may together cover all it can be.
  private func isCovered(by rows: [Program.Table.Row], _ ranges: [Possibility], _ table: Program.Table) -> Bool {
    let open = ranges.indices.filter { ranges[$0].low == nil || ranges[$0].low != ranges[$0].high }
    guard open.count == 1, let column = open.first, table.parameters.indices.contains(column) else { return false }
    var step: Rational?
    switch table.parameters[column].type {
    case .quantity(let unit): if table.parameters[column].isWhole { step = try? unit.scale }
    default: step = .one
    }
    let spans = rows.flatMap { $0.cells.indices.contains(column) ? $0.cells[column].spans : [] }
    return ranges[column].isCovered(by: spans, step: step)
  }

  // MARK: Tiers

  mutating func tiersValue(_ index: Int, _ amount: NodeID, _ node: NodeID) -> Value {
    let amount = evaluate(amount)
    if amount.isFault { return amount }
    var sum = Value.number(.zero)
    switch slices(of: index, amount, node) {
    case .fault(let index): return .fault(index)
    case .known(let slices):
      for slice in slices {
        sum = apply(.add, sum, slice.value, node)
        if sum.isFault { return sum }
      }
      return sum
    }
  }

  /// What lies in a band, and what its rate makes of it.
  struct Slice {
    let band: Program.Tiers.Band
    let amount: Value
    let value: Value
  }

  enum Slices {
    case known([Slice])
    case fault(Int32)
  }

  /// The slices of an amount by bands, without those it does not reach.
  mutating func slices(of index: Int, _ amount: Value, _ node: NodeID) -> Slices {
    let tiers = program.tiers[index]
    effort -= 20
    if let number = amount.number {
      if number.isNegative {
        return failed(.tiersBelowZero(tiers: tiers.name, value: shown(amount, tiers.parameter.type), at: span(node)))
      }
      if let end = tiers.bands.last?.upper, number > end {
        let argument = tiers.parameter.name + " " + shown(amount, tiers.parameter.type)
        return failed(.noRow(table: tiers.name, arguments: argument, at: span(node)))
      }
    }
    guard let range = possibility(amount) else { return .known([]) }
    // What is below zero or beyond the last band refuses the case, so that it is left out of what remains possible.
    let low = max(range.low ?? .zero, .zero)
    var result: [Slice] = []
    var start = Rational.zero
    for band in tiers.bands {
      func slice(_ end: Rational?) -> Rational? {
        guard let reached = end.map({ end in band.upper.map { min(end, $0) } ?? end }) ?? band.upper else { return nil }
        return within { () throws(ArithmeticError) in try max(reached, start) - start }
      }
      let part = value(Possibility(low: slice(low) ?? .zero, high: slice(range.high), isOrdinal: false))
      defer { start = band.upper ?? start }
      if part.number?.isZero == true { continue }
      let rate = with([amount]) { $0.evaluate(band.rate) }
      let value = apply(.multiply, part, rate, band.rate)
      if case .fault(let index) = value {
        // A band that may not be reached refuses nothing yet.
        guard part.isUnknown else { return .fault(index) }
        continue
      }
      result.append(Slice(band: band, amount: part, value: value))
    }
    return .known(result)
  }

  private mutating func failed(_ refusal: Refusal) -> Slices {
    faults.append(refusal)
    return .fault(Int32(faults.count - 1))
  }
}
