import RedressValues

extension Evaluator {
  /// The elements of a loop's list; nil where nobody has stated the list.
  mutating func rows(of loop: Program.Loop) -> Range<Int32>? {
    let list: Value =
      switch loop.list {
      case .fact(let fact): factValue(fact)
      case .field(let variable, let field):
        cellValue(Cell(record: program.variableRecords[variable], row: variables[variable], field: field))
      }
    guard case .rows(let first, let count) = list else { return nil }
    return first..<(first + count)
  }

  /// Goes through the elements for which the loop's condition holds or may hold, until the body says it is enough.
  private mutating func forEach(
    _ loop: Program.Loop, in rows: Range<Int32>, _ body: (inout Evaluator, _ isSure: Bool) -> Bool
  ) -> Value? {
    let outer = variables[loop.variable]
    defer { variables[loop.variable] = outer }
    for row in rows {
      variables[loop.variable] = row
      switch holding(loop.condition, loop.optionalReads) {
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
          open.append(.unknown(1))
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
    if !open.isEmpty { return isDate ? .unknown(2) : aggregated(aggregate, result, open, node) }
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

  // MARK: Items in other rulings

  mutating func itemAmount(_ amount: ItemAmount, _ item: Int, _ node: NodeID) -> Value {
    if amount == .claimed { return .number(facts.claimed[item] ?? .zero) }
    var result = Value.number(.zero)
    for line in lines(of: item) {
      let value = amount == .assessed ? line.assessed : line.payable
      if value.isFault { return value }
      result = apply(.add, result, line.mayBeAbsent ? join([.number(.zero), value], at: span(node)) : value, node)
    }
    return result
  }
}
