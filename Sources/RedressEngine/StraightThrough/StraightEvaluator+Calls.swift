import RedressValues

extension StraightEvaluator.Known {
  var asNumber: Rational {
    get throws(NotStraight) {
      guard case .number(let number) = self else { throw NotStraight() }
      return number
    }
  }

  var asOrdinal: Int64 {
    get throws(NotStraight) {
      guard case .ordinal(let ordinal) = self else { throw NotStraight() }
      return ordinal
    }
  }
}

/// What has a name of its own: definitions, tables, tiers.
extension StraightEvaluator {
  @inline(__always)
  func parameter(_ parameter: Int32) throws(NotStraight) -> Known {
    let place = parameterBase + Int(parameter)
    guard place < parameters.count else { throw NotStraight() }
    return parameters[place]
  }

  /// A definition without parameters, on the claim's own day.
  mutating func definitionValue(_ index: Int, _ facts: Facts) throws(NotStraight) -> Known {
    if definitionValues[index].claim == claim { return definitionValues[index].value }
    let value = try computed(index, on: nil, facts)
    definitionValues[index] = (claim, value)
    return value
  }

  private mutating func computed(_ index: Int, on day: Int64?, _ facts: Facts) throws(NotStraight) -> Known {
    let definition = program.definitions[index]
    guard case .value(let node) = try answer(of: definition.ruling, on: day, facts).answer else { throw NotStraight() }
    if !definition.isNumber { return .ordinal(try ordinal(node, facts)) }
    var number = try number(node, facts)
    for position in definition.steps.indices { number = try take(program.steps[position], on: number, facts).value }
    return .number(number)
  }

  mutating func call(
    _ index: Int, _ arguments: StraightProgram.Run, on day: StraightNodeID?, _ facts: Facts
  ) throws(NotStraight) -> Known {
    try spend(20)
    let first = parameters.count
    try pass(arguments, facts)
    let own = try self.day(day, facts)
    return try inside(first) { (evaluator) throws(NotStraight) in try evaluator.computed(index, on: own, facts) }
  }

  /// Puts arguments in place for what is computed next.
  private mutating func pass(_ arguments: StraightProgram.Run, _ facts: Facts) throws(NotStraight) {
    for position in arguments.indices {
      let node = program.operands[position]
      // Until the base moves to them, what is computed reads the arguments of the call around.
      parameters.append(
        program.isNumber(node) ? .number(try number(node, facts)) : .ordinal(try ordinal(node, facts)))
    }
  }

  private mutating func inside<Result>(
    _ first: Int, _ body: (inout StraightEvaluator) throws(NotStraight) -> Result
  ) throws(NotStraight) -> Result {
    let outer = parameterBase
    parameterBase = first
    let result = try body(&self)
    parameters.removeLast(parameters.count - first)
    parameterBase = outer
    return result
  }

  private mutating func day(_ node: StraightNodeID?, _ facts: Facts) throws(NotStraight) -> Int64? {
    guard let node else { return nil }
    return try ordinal(node, facts)
  }

  // MARK: Tables

  mutating func lookup(
    _ index: Int, _ arguments: StraightProgram.Run, on day: StraightNodeID?, _ facts: Facts,
    _ value: (inout StraightEvaluator, StraightNodeID, Facts) throws(NotStraight) -> Known
  ) throws(NotStraight) -> Known {
    try spend(20)
    let first = parameters.count
    try pass(arguments, facts)
    let own = try self.day(day, facts)
    let row = try row(of: program.tables[index], first, on: own)
    guard let node = program.rows[row].value else { throw NotStraight() }
    return try inside(first) { (evaluator) throws(NotStraight) in try value(&evaluator, node, facts) }
  }

  private mutating func row(
    of table: StraightProgram.Table, _ first: Int, on day: Int64?
  ) throws(NotStraight) -> Int {
    var edition = Int(table.editions.first)
    if table.isDated {
      let own = try own(day)
      let latest = table.editions.indices.last { program.editions[$0].from.map { $0 <= own } ?? true }
      guard let latest else { throw NotStraight() }
      edition = latest
    }
    let rows = program.editions[edition].rows.indices
    try spend(rows.count / 2)
    for row in rows where covers(row, first) { return row }
    guard let otherwise = table.otherwise else { throw NotStraight() }
    return otherwise
  }

  @inline(__always)
  private func covers(_ row: Int, _ first: Int) -> Bool {
    for (place, cell) in program.rows[row].cells.indices.enumerated() {
      let argument: Rational =
        switch parameters[first + place] {
        case .number(let number): number
        case .ordinal(let ordinal): Rational(Int(ordinal))
        }
      if !program.cells[cell].covers(argument) { return false }
    }
    return true
  }

  /// The day asked for, or the claim's own.
  mutating func own(_ day: Int64?) throws(NotStraight) -> Int64 {
    if let day { return day }
    guard let caseDate else { throw NotStraight() }
    return Int64(caseDate.dayNumber)
  }

  /// Of each slice of an amount its own rate.
  mutating func tiered(_ index: Int, _ amount: Rational, _ facts: Facts) throws(NotStraight) -> Rational {
    try spend(20)
    if amount.isNegative { throw NotStraight() }
    let first = parameters.count
    parameters.append(.number(amount))
    return try inside(first) { (evaluator) throws(NotStraight) in
      var sum = Rational.zero
      var start = Rational.zero
      for position in evaluator.program.tiers[index].bands.indices {
        let band = evaluator.program.bands[position]
        let end = band.upper.map { min($0, amount) } ?? amount
        if end > start {
          let (part, soFar) = (try exactly { () throws(ArithmeticError) in try end - start }, sum)
          let rate = try evaluator.number(band.rate, facts)
          sum = try exactly { () throws(ArithmeticError) in try soFar + part * rate }
        }
        guard let upper = band.upper else { return sum }
        start = upper
      }
      if amount > start { throw NotStraight() }
      return sum
    }
  }

  // MARK: Sums

  /// A sum over all lines, after all limits.
  mutating func sum(of total: Total, _ facts: Facts) throws(NotStraight) -> Rational {
    guard areLinesDone else { throw NotStraight() }
    switch total {
    case .recovered: return .zero
    case .cash: return outcome.totals.cash
    case .credit: return outcome.totals.credit
    case .inKind: return outcome.totals.inKind
    case .payable, .net: return outcome.totals.payable
    case .claimed: return try claimed(facts)
    case .ofClass(let itemClass): return try sum { $0.itemClass == itemClass }
    case .toParty(let party): return try sum { $0.payee == party }
    }
  }

  /// All that is asked for.
  func claimed(_ facts: Facts) throws(NotStraight) -> Rational {
    var sum = Rational.zero
    for claim in facts.claimed {
      if let claim { sum = try exactly { () throws(ArithmeticError) in try sum + claim } }
    }
    return sum
  }

  private mutating func sum(where counts: (StraightProgram.Item) -> Bool) throws(NotStraight) -> Rational {
    var sum = Rational.zero
    for line in outcome.lines where counts(program.items[line.item]) {
      sum = try exactly { () throws(ArithmeticError) in try sum + line.limited }
    }
    return sum
  }
}
