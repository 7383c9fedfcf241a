import RedressValues

extension Evaluator {
  /// Whether a loop's condition holds for the element its variable stands at.
  mutating func holding(_ loop: Program.Loop) -> Holding {
    if let test = loop.wordTest,
      case .ordinal(let word) = stated(record: loop.record, row: variables[loop.variable], field: test.field)
    {
      return word == test.word ? holding(test.rest, loop.optionalReads) : .no
    }
    return holding(loop.condition, loop.optionalReads)
  }

  /// The elements of a loop's list, in order; nil where nobody has stated the list, or a list in it.
  mutating func rows(of loop: Program.Loop) -> [Int32]? {
    switch loop.list {
    case .fact(let fact): return rows(factValue(fact))
    case .field(let variable, let field):
      return rows(cellValue(Cell(record: program.variableRecords[variable], row: variables[variable], field: field)))
    case .inside(let fact, let fields):
      guard case .list(var record) = program.schema.facts[fact].type, var rows = rows(factValue(fact)) else {
        return nil
      }
      for field in fields {
        guard case .list(let inner) = program.schema.records[record].fields[field].type else { return nil }
        var elements: [Int32] = []
        for row in rows {
          guard let part = self.rows(cellValue(Cell(record: record, row: row, field: field))) else { return nil }
          elements += part
        }
        effort -= rows.count
        (record, rows) = (inner, elements)
      }
      return rows
    }
  }

  private func rows(_ list: Value) -> [Int32]? {
    guard case .rows(let first, let count) = list else { return nil }
    return Array(first..<(first + count))
  }

  /// Goes through the elements for which the loop's condition holds or may hold, until the body says it is enough.
  private mutating func forEach(
    _ loop: Program.Loop, in rows: [Int32], _ body: (inout Evaluator, _ isSure: Bool) -> Bool
  ) -> Value? {
    let outer = variables[loop.variable]
    defer { variables[loop.variable] = outer }
    for row in rows {
      variables[loop.variable] = row
      switch holding(loop) {
      case .no: continue
      case .fault(let index): return .fault(index)
      case .yes: if body(&self, true) { return nil }
      case .maybe: if body(&self, false) { return nil }
      }
    }
    return nil
  }

  mutating func count(_ index: Int) -> Value {
    let loop = program.loops[index]
    guard let rows = rows(of: loop) else { return value(Possibility(low: .zero, high: nil, isOrdinal: false)) }
    var sure = 0
    var open = 0
    let fault = forEach(loop, in: rows) { _, isSure in
      if isSure { sure += 1 } else { open += 1 }
      return false
    }
    return fault ?? value(Possibility(low: Rational(sure), high: Rational(sure + open), isOrdinal: false))
  }

  mutating func any(_ index: Int) -> Value {
    let loop = program.loops[index]
    guard let rows = rows(of: loop) else { return .unknown(0) }
    var result = Value.no
    let fault = forEach(loop, in: rows) { _, isSure in
      result = isSure ? .yes : .unknown(0)
      return isSure
    }
    return fault ?? result
  }

  mutating func aggregate(_ aggregate: Aggregate, _ body: NodeID, _ index: Int, _ isDate: Bool, _ node: NodeID)
    -> Value
  {
    let loop = program.loops[index]
    guard let rows = rows(of: loop) else { return .unknown(isDate ? 2 : 1) }
    var result: Value?
    var open: [Value] = []
    var failure: Value?
    let fault = forEach(loop, in: rows) { evaluator, isSure in
      let value = evaluator.evaluate(body)
      if value.isFault {
        // An element that only may count refuses the case once it is known to count.
        guard isSure else {
          open.append(.unknown(isDate ? 2 : 1))
          return false
        }
        failure = value
        return true
      }
      if !isSure {
        open.append(value)
      } else if let soFar = result {
        let next =
          aggregate == .sum
          ? evaluator.apply(.add, soFar, value, node) : evaluator.more(aggregate, soFar, value)
        if next.isFault { failure = next }
        result = next
      } else {
        result = value
      }
      return failure != nil
    }
    if let fault = fault ?? failure { return fault }
    if !open.isEmpty {
      return isDate
        ? aggregatedDates(aggregate, result, open, node) : aggregated(aggregate, result, open, node)
    }
    // The sum of nothing and the largest of no quantity are zero; of no date there is none.
    return result ?? (isDate ? self.fault(.noDate(at: span(node))) : .number(.zero))
  }

  /// Adds elements that may or may not count.
  private mutating func aggregated(
    _ aggregate: Aggregate, _ sure: Value?, _ open: [Value], _ node: NodeID
  ) -> Value {
    if aggregate == .sum {
      var result = sure ?? .number(.zero)
      for value in open {
        result = apply(.add, result, join([.number(.zero), value], at: span(node)), node)
      }
      return result
    }
    // With or without each of them: at least one way leaves all of them out.
    var result = sure ?? .number(.zero)
    for value in open {
      let with = sure == nil ? value : more(aggregate, result, value)
      result = join([result, with], at: span(node))
    }
    return result
  }

  /// Dates that may or may not count. That none counts would refuse the case, so that this way is left out.
  private mutating func aggregatedDates(
    _ aggregate: Aggregate, _ sure: Value?, _ open: [Value], _ node: NodeID
  ) -> Value {
    guard var result = sure else { return join(open, at: span(node)) }
    for value in open { result = join([result, more(aggregate, result, value)], at: span(node)) }
    return result
  }

  // MARK: Items in other rulings

  mutating func itemAmount(_ amount: ItemAmount, _ item: Int, _ node: NodeID) -> Value {
    switch amount {
    case .claimed: return .number(facts.claimed[item] ?? .zero)
    case .payable: return payable(of: item, node)
    case .assessed: break
    }
    var result = Value.number(.zero)
    for position in linePlaces(of: item) {
      let value = lines[position].assessed
      if value.isFault { return value }
      let isSure = !lines[position].mayBeAbsent
      result = apply(.add, result, isSure ? value : join([.number(.zero), value], at: span(node)), node)
    }
    return result
  }
}
