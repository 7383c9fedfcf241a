import RedressValues

/// The result of exact arithmetic; one that does not fit is left to the evaluator.
@inline(__always)
func exactly(_ body: () throws(ArithmeticError) -> Rational) throws(NotStraight) -> Rational {
  do throws(ArithmeticError) { return try body() } catch { throw NotStraight() }
}

/// The larger, or the smaller, of two numbers.
@inline(__always)
func more(_ aggregate: Aggregate, _ left: Rational, _ right: Rational) -> Rational {
  (left < right) == (aggregate == .largest) ? right : left
}

// Functions that only look at the frame are static or inlined: otherwise it is copied for them.
extension StraightEvaluator {
  /// The value of a node that is a number.
  mutating func number(_ node: StraightNodeID, _ facts: Facts) throws(NotStraight) -> Rational {
    try spend(1)
    switch program.nodes[Int(node.index)] {
    case .number(let index): return program.numbers[Int(index)]
    case .factNumber(let fact):
      if case .number(let number) = facts.values[Int(fact)] { return number }
      assume(fact: Int(fact))
      return try silent(facts.values[Int(fact)], program.factDefaults[Int(fact)])
    case .fieldNumber(let variable, let record, let field):
      return try fieldNumber(row: variables[Int(variable)], Int(record), Int(field), facts)
    case .it: return running
    case .arithmetic(let operation, let left, let right):
      let left = try number(left, facts)
      let right = try number(right, facts)
      return try exactly { () throws(ArithmeticError) in try operation(left, right) }
    case .definitionNumber(let definition):
      return try definitionValue(Int(definition), facts).asNumber
    default: return try otherNumber(node, facts)
    }
  }

  private mutating func otherNumber(_ node: StraightNodeID, _ facts: Facts) throws(NotStraight) -> Rational {
    switch program.nodes[Int(node.index)] {
    case .parameterNumber(let parameter): return try self.parameter(parameter).asNumber
    case .callNumber(let definition, let arguments, let day):
      return try call(Int(definition), arguments, on: day, facts).asNumber
    case .tableNumber(let table, let arguments, let day):
      return try lookup(Int(table), arguments, on: day, facts) { (evaluator, node, facts) throws(NotStraight) in
        .number(try evaluator.number(node, facts))
      }.asNumber
    case .tiers(let tiers, let amount): return try tiered(Int(tiers), try number(amount, facts), facts)
    case .total(let total): return try sum(of: total, facts)
    case .elapsed(let isYears, let isStarted, let from, let to):
      guard let first = CivilDate(exactly: try ordinal(from, facts)),
        let last = CivilDate(exactly: try ordinal(to, facts))
      else { throw NotStraight() }
      return Rational(elapsedMonths(isYears: isYears, isStarted: isStarted, from: first, to: last))
    case .negate(let operand):
      let value = try number(operand, facts)
      return try exactly { () throws(ArithmeticError) in try -value }
    case .rounded(let operand, let mode, let step):
      let value = try number(operand, facts)
      let step = try number(step, facts)
      return try exactly { () throws(ArithmeticError) in try value.rounded(mode, to: step) }
    case .forEvery(let rate, let period, let quantity, let part):
      return try forEvery(rate, program.numbers[Int(period)], quantity, part, facts)
    case .extreme(let aggregate, let run):
      var result: Rational?
      for position in run.indices {
        let value = try number(program.operands[position], facts)
        result = result.map { more(aggregate, $0, value) } ?? value
      }
      return result ?? .zero
    case .aggregate(let aggregate, let body, let loop):
      var result: Rational?
      try forEach(Int(loop), facts) { (evaluator, facts, _) throws(NotStraight) in
        let value = try evaluator.number(body, facts)
        guard let soFar = result else {
          result = value
          return true
        }
        result =
          aggregate == .sum
          ? try exactly { () throws(ArithmeticError) in try soFar + value }
          : more(aggregate, soFar, value)
        return true
      }
      return result ?? .zero
    case .count(let loop):
      var count = 0
      try forEach(Int(loop), facts) { (_, _, _) throws(NotStraight) in
        count += 1
        return true
      }
      return Rational(count)
    case .difference(let left, let right, let minutes):
      let left = try ordinal(left, facts)
      let right = try ordinal(right, facts)
      return Rational(Int(left - right) * Int(minutes))
    case .share(let party, let split): return try portion(ofParty: Int(party), in: Int(split), facts)
    case .itemAmount(let amount, let item): return try itemAmount(amount, Int(item), facts)
    default: throw NotStraight()
    }
  }

  /// The value of a node that is an ordinal; 1 for yes, 0 for no.
  mutating func ordinal(_ node: StraightNodeID, _ facts: Facts) throws(NotStraight) -> Int64 {
    try spend(1)
    switch program.nodes[Int(node.index)] {
    case .ordinal(let ordinal): return ordinal
    case .factOrdinal(let fact):
      switch facts.values[Int(fact)] {
      case .ordinal(let ordinal): return ordinal
      case .notStated:
        assume(fact: Int(fact))
        if case .ordinal(let ordinal) = program.factDefaults[Int(fact)] { return ordinal }
        throw NotStraight()
      default: throw NotStraight()
      }
    case .fieldOrdinal(let variable, let record, let field):
      return try fieldOrdinal(row: variables[Int(variable)], Int(record), Int(field), facts)
    case .compareNumbers(let comparison, let left, let right):
      let left = try number(left, facts)
      return comparison.holds(left, try number(right, facts)) ? 1 : 0
    case .compareOrdinals(let comparison, let left, let right):
      let left = try ordinal(left, facts)
      return comparison.holds(left, try ordinal(right, facts)) ? 1 : 0
    case .and(let left, let right): return try ordinal(left, facts) == 0 ? 0 : try ordinal(right, facts)
    case .or(let left, let right): return try ordinal(left, facts) == 0 ? try ordinal(right, facts) : 1
    case .not(let operand): return try ordinal(operand, facts) == 0 ? 1 : 0
    default: return try otherOrdinal(node, facts)
    }
  }

  private mutating func otherOrdinal(_ node: StraightNodeID, _ facts: Facts) throws(NotStraight) -> Int64 {
    switch program.nodes[Int(node.index)] {
    case .definitionOrdinal(let definition):
      return try definitionValue(Int(definition), facts).asOrdinal
    case .parameterOrdinal(let parameter): return try self.parameter(parameter).asOrdinal
    case .callOrdinal(let definition, let arguments, let day):
      return try call(Int(definition), arguments, on: day, facts).asOrdinal
    case .tableOrdinal(let table, let arguments, let day):
      return try lookup(Int(table), arguments, on: day, facts) { (evaluator, node, facts) throws(NotStraight) in
        .ordinal(try evaluator.ordinal(node, facts))
      }.asOrdinal
    case .caseDate:
      guard let caseDate else { throw NotStraight() }
      return Int64(caseDate.dayNumber)
    case .shift(let shift, let amount, let isBefore, let date):
      guard let steps = shift.steps(of: try number(amount, facts)),
        let moved = shift.moved(try ordinal(date, facts), by: steps, isBefore: isBefore)
      else { throw NotStraight() }
      return moved
    case .weekday(let date):
      guard let day = CivilDate(exactly: try ordinal(date, facts)) else { throw NotStraight() }
      return Int64(day.weekday - 1)
    case .dateOf(let time): return try ordinal(time, facts).dividedDown(by: 1_440)
    case .isOneOf(let operand, let isNumber, let isNegated, let run):
      return try isOneOf(operand, isNumber, run, facts) == isNegated ? 0 : 1
    case .any(let loop):
      var isFound = false
      try forEach(Int(loop), facts) { (_, _, _) throws(NotStraight) in
        isFound = true
        return false
      }
      return isFound ? 1 : 0
    case .stated(let read): return isAbsent(read, facts) ? 0 : 1
    default: throw NotStraight()
    }
  }

  private mutating func isOneOf(
    _ operand: StraightNodeID, _ isNumber: Bool, _ run: StraightProgram.Run, _ facts: Facts
  ) throws(NotStraight) -> Bool {
    if isNumber {
      let value = try number(operand, facts)
      for position in run.indices where try number(program.operands[position], facts) == value { return true }
    } else {
      let value = try ordinal(operand, facts)
      for position in run.indices where try ordinal(program.operands[position], facts) == value { return true }
    }
    return false
  }

  private mutating func forEvery(
    _ rate: StraightNodeID, _ period: Rational, _ quantity: StraightNodeID, _ part: BrokenPart, _ facts: Facts
  ) throws(NotStraight) -> Rational {
    let rate = try number(rate, facts)
    let quantity = try number(quantity, facts)
    if quantity.isNegative { throw NotStraight() }
    return try exactly { () throws(ArithmeticError) in
      let periods = try quantity / period
      return switch part {
      case .inProportion: try rate * periods
      case .countsAsFull: try rate * periods.ceiling()
      case .ignored: try rate * periods.floor()
      }
    }
  }

  @inline(__always)
  mutating func spend(_ operations: Int) throws(NotStraight) {
    effort -= operations
    if effort < 0 { throw NotStraight() }
  }

  // MARK: Facts

  @inline(__always)
  private func silent(
    _ stated: Facts.Stated, _ standard: StraightProgram.Default
  ) throws(NotStraight) -> Rational {
    guard case .notStated = stated, case .number(let number) = standard else { throw NotStraight() }
    return number
  }

  /// Notes that the default of a fact is read.
  @inline(__always)
  private mutating func assume(fact: Int) {
    guard isThorough, factAssumptions[fact] != claim else { return }
    factAssumptions[fact] = claim
    outcome.assumedFacts.append(fact)
  }

  /// Notes that the default of a field is read.
  @inline(__always)
  private mutating func assume(row: Int, _ record: Int, _ field: Int) {
    guard isThorough else { return }
    outcome.assumedCells.append(StraightOutcome.Cell(record: record, row: row, field: field))
  }

  @inline(__always)
  func stated(row: Int, _ record: Int, _ field: Int, _ facts: Facts) -> Facts.Stated {
    let position = row * facts.tables[record].fieldCount + field
    return row >= 0 && position < facts.tables[record].cells.count ? facts.tables[record].cells[position] : .notStated
  }

  @inline(__always)
  private mutating func fieldNumber(
    row: Int, _ record: Int, _ field: Int, _ facts: Facts
  ) throws(NotStraight) -> Rational {
    let stated = stated(row: row, record, field, facts)
    if case .number(let number) = stated { return number }
    assume(row: row, record, field)
    return try silent(stated, program.fieldDefaults[program.firstFields[record] + field])
  }

  @inline(__always)
  mutating func fieldOrdinal(
    row: Int, _ record: Int, _ field: Int, _ facts: Facts
  ) throws(NotStraight) -> Int64 {
    switch stated(row: row, record, field, facts) {
    case .ordinal(let ordinal): return ordinal
    case .notStated:
      assume(row: row, record, field)
      if case .ordinal(let ordinal) = program.fieldDefaults[program.firstFields[record] + field] { return ordinal }
      throw NotStraight()
    default: throw NotStraight()
    }
  }

  @inline(__always)
  func isAbsent(_ reads: StraightProgram.Run, _ facts: Facts) -> Bool {
    for position in reads.indices where isAbsent(program.reads[position], facts) { return true }
    return false
  }

  @inline(__always)
  private func isAbsent(_ read: StraightProgram.Read, _ facts: Facts) -> Bool {
    let value =
      switch read {
      case .fact(let fact): facts.values[Int(fact)]
      case .field(let variable, let record, let field):
        stated(row: variables[Int(variable)], Int(record), Int(field), facts)
      }
    if case .notStated = value { return true }
    return false
  }

  /// Whether a condition holds.
  mutating func holds(_ condition: StraightProgram.Condition, _ facts: Facts) throws(NotStraight) -> Bool {
    if !condition.reads.isEmpty, isAbsent(condition.reads, facts) { return false }
    guard let node = condition.node else { return true }
    return try ordinal(node, facts) != 0
  }

  // MARK: Lists

  /// Goes through the elements a loop's condition holds for, with their places from 1, until the body says no.
  mutating func forEach(
    _ loop: Int, _ facts: Facts,
    _ body: (inout StraightEvaluator, Facts, _ place: Int) throws(NotStraight) -> Bool
  ) throws(NotStraight) {
    let loop = program.loops[loop]
    guard case .rows(let first, let count) = facts.values[loop.fact] else { throw NotStraight() }
    let outer = variables[loop.variable]
    defer { variables[loop.variable] = outer }
    var places = 0..<Int(count)
    if let group = loop.group { places = rows(of: group.grouping, word: group.word) }
    for place in places {
      let row = loop.group == nil ? Int(first) + place : groupedRows[place]
      variables[loop.variable] = row
      guard try holds(loop.condition, facts) else { continue }
      guard try body(&self, facts, row - Int(first) + 1) else { return }
    }
  }
}
