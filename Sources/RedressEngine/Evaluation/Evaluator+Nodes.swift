import RedressValues

extension Evaluator {
  /// The value of a node, given the loop variables, parameters and `it` as they stand.
  mutating func evaluate(_ node: NodeID) -> Value {
    effort -= 1
    depth += 1
    defer { depth -= 1 }
    if effort < 0 || depth > Self.depthLimit { return exhausted(at: node) }
    switch program.nodes[Int(node.index)] {
    case .number(let index): return .number(program.numbers[Int(index)])
    case .ordinal(let ordinal): return .ordinal(ordinal)
    case .it: return running
    case .fact(let fact):
      if case .number(let number) = facts.values[Int(fact)] { return .number(number) }
      return factValue(Int(fact))
    case .field(let variable, let field):
      let record = program.variableRecords[Int(variable)]
      let row = variables[Int(variable)]
      switch stated(record: record, row: row, field: Int(field)) {
      case .number(let number): return .number(number)
      case .ordinal(let ordinal): return .ordinal(ordinal)
      default: return cellValue(Cell(record: record, row: row, field: Int(field)))
      }
    // What works on other nodes stands apart, so that little lies on the stack while they are evaluated.
    default: return operation(node)
    }
  }

  private mutating func exhausted(at node: NodeID) -> Value {
    // In a branch that may not hold, too, this is no fault that can be left out.
    if exhaustion == nil { exhaustion = span(node) }
    return fault(.tooLaborious(at: span(node)))
  }

  /// The value of a node that works on no others.
  private mutating func leaf(_ node: NodeID) -> Value {
    switch program.nodes[Int(node.index)] {
    case .text(let index): return .text(-1 - index)
    case .parameterField(let parameter, let record, let field):
      guard case .ordinal(let row) = parameters[parameterBase + Int(parameter)] else { return .unknown(1) }
      return cellValue(Cell(record: Int(record), row: Int32(truncatingIfNeeded: row), field: Int(field)))
    case .variable(let variable): return .ordinal(Int64(variables[Int(variable)]))
    case .parameter(let parameter): return parameters[parameterBase + Int(parameter)]
    case .choice(let choice): return option(of: Int(choice))
    case .position(let variable):
      let position = Int(positions[Int(variable)])
      return position > 0 ? .number(Rational(position)) : .unknown(1)
    case .caseDate: return caseDay(at: span(node))
    default: return .unknown(2)
    }
  }

  private mutating func operation(_ node: NodeID) -> Value {
    switch program.nodes[Int(node.index)] {
    case .text, .parameterField, .variable, .parameter, .choice, .position, .caseDate, .detail: return leaf(node)
    case .definition(let definition): return definitionValue(Int(definition))
    case .call(let definition, let arguments): return call(Int(definition), arguments)
    case .table(let table, let arguments): return tableValue(Int(table), arguments, on: nil, node)
    case .otherwise: return otherwiseValue(node)
    case .and(let left, let right): return conjunction(left, right)
    case .or(let left, let right): return disjunction(left, right)
    case .not(let operand): return negation(operand)
    case .add(let left, let right): return arithmetic(.add, left, right, node)
    case .subtract(let left, let right): return arithmetic(.subtract, left, right, node)
    case .multiply(let left, let right): return arithmetic(.multiply, left, right, node)
    case .divide(let left, let right): return arithmetic(.divide, left, right, node)
    case .reduced(let left, let right): return arithmetic(.reduce, left, right, node)
    case .increased(let left, let right): return arithmetic(.increase, left, right, node)
    case .negate(let operand): return negated(operand, node)
    case .compare(let comparison, let left, let right):
      if isOpenChoice(left) { return openChoice(left, is: [right], isNegated: comparison == .notEqual) }
      return compare(comparison, evaluate(left), evaluate(right))
    case .oneOf(let operand, let isNegated, let range):
      if isOpenChoice(operand) {
        return openChoice(operand, is: program.operands[range.indices], isNegated: isNegated)
      }
      return membership(operand, isNegated, range)
    case .rounded(let operand, let mode, let step): return rounded(operand, mode, step, node)
    case .forEvery(let rate, let period, let quantity, let part):
      return forEvery(rate, program.numbers[Int(period)], quantity, part, node)
    case .aggregate(let aggregate, let body, let loop, let isDate):
      return self.aggregate(aggregate, body, Int(loop), isDate, node)
    case .largest(let range): return extreme(.largest, range, node)
    case .smallest(let range): return extreme(.smallest, range, node)
    case .count(let loop): return count(Int(loop))
    case .any(let loop): return any(Int(loop))
    default: return special(node)
    }
  }

  private mutating func special(_ node: NodeID) -> Value {
    switch program.nodes[Int(node.index)] {
    case .definitionOn(let definition, let day): return definitionValue(Int(definition), on: day)
    case .callOn(let definition, let arguments, let day): return call(Int(definition), arguments, on: day)
    case .tableOn(let table, let arguments, let day): return tableValue(Int(table), arguments, on: day, node)
    case .tiers(let tiers, let amount): return tiersValue(Int(tiers), amount, node)
    case .accrued(let definition, let from, let to, let over):
      return accrued(Int(definition), from: from, to: to, over: program.numbers[Int(over)], node)
    case .shiftBusinessDays(let amount, let isBefore, let date, let isTime, let calendar):
      return shiftBusinessDays(amount, isBefore, date, isTime, program.calendars[Int(calendar)], node)
    case .businessDays(let from, let to, let calendar):
      return businessDays(from: from, to: to, program.calendars[Int(calendar)])
    case .shiftDate(let amount, let isBefore, let date): return shiftDate(amount, isBefore, date, node)
    case .shiftTime(let amount, let isBefore, let time): return shiftTime(amount, isBefore, time, node)
    case .shiftMonths(let amount, let isBefore, let isTime, let date):
      return shiftMonths(amount, isBefore, isTime, date, node)
    case .dateDifference(let left, let right): return difference(left, right, minutesPerUnit: 1_440, node)
    case .timeDifference(let left, let right): return difference(left, right, minutesPerUnit: 1, node)
    case .elapsed(let isYears, let isStarted, let from, let to): return elapsed(isYears, isStarted, from, to)
    case .weekday(let date): return weekday(date)
    case .stated(let fact): return whetherStated(fact)
    case .dateOf(let time): return dateOf(time)
    case .share(let party, let split): return share(ofParty: Int(party), in: Int(split))
    case .itemAmount(let amount, let item): return itemAmount(amount, Int(item), node)
    case .total(let index): return total(program.totals[Int(index)])
    default: return .unknown(1)
    }
  }

  private mutating func definitionValue(_ index: Int, on day: NodeID) -> Value {
    let day = evaluate(day)
    return day.isFault ? day : computeDefinition(index, on: day)
  }

  /// `no and u` is no; the right side is not computed where the left is no.
  private mutating func conjunction(_ left: NodeID, _ right: NodeID) -> Value {
    switch holding(left) {
    case .no: return .no
    case .yes: return evaluate(right)
    case .fault(let index): return .fault(index)
    case .maybe:
      // A right side that cannot be computed refuses the case only once the left is known to hold.
      if case .no = holding(right) { return .no }
      return .unknown(0)
    }
  }

  private mutating func disjunction(_ left: NodeID, _ right: NodeID) -> Value {
    switch holding(left) {
    case .yes: return .yes
    case .no: return evaluate(right)
    case .fault(let index): return .fault(index)
    case .maybe:
      if case .yes = holding(right) { return .yes }
      return .unknown(0)
    }
  }

  private mutating func negation(_ operand: NodeID) -> Value {
    switch holding(operand) {
    case .yes: .no
    case .no: .yes
    case .maybe: .unknown(0)
    case .fault(let index): .fault(index)
    }
  }

  // MARK: Choices

  /// The option taken; where it is open whether the choice arises, that option or none.
  private mutating func option(of choice: Int) -> Value {
    let taken = Rational(options[choice])
    guard isOpenChoice[choice] else { return .ordinal(Int64(options[choice])) }
    return value(Possibility(low: Rational(-1), high: taken, isOrdinal: true))
  }

  @inline(__always)
  private func isOpenChoice(_ node: NodeID) -> Bool {
    guard case .choice(let choice) = program.nodes[Int(node.index)] else { return false }
    return isOpenChoice[Int(choice)]
  }

  /// Whether a choice that may not arise has one of these options: surely not any but the one taken.
  private mutating func openChoice(
    _ node: NodeID, is alternatives: some Sequence<NodeID>, isNegated: Bool
  ) -> Value {
    guard case .choice(let choice) = program.nodes[Int(node.index)] else { return .unknown(0) }
    let taken = Int64(options[Int(choice)])
    let mayBe = alternatives.contains { alternative in
      if case .ordinal(taken) = program.nodes[Int(alternative.index)] { true } else { false }
    }
    return mayBe ? .unknown(0) : Value(isNegated)
  }

  // MARK: Facts

  mutating func factValue(_ fact: Int) -> Value {
    switch facts.values[fact] {
    case .number(let number): return .number(number)
    case .ordinal(let ordinal): return .ordinal(ordinal)
    case .text(let index): return .text(index)
    case .rows(let first, let count): return .rows(first: first, count: count)
    case .notStated: break
    }
    if let known = factValues[fact] { return known }
    let attributes = program.schema.facts[fact]
    let value = unstated(attributes)
    if attributes.defaultValue != nil { assumedFacts[fact] = true }
    factValues[fact] = value
    return value
  }

  mutating func cellValue(_ cell: Cell) -> Value {
    switch stated(record: cell.record, row: cell.row, field: cell.field) {
    case .number(let number): return .number(number)
    case .ordinal(let ordinal): return .ordinal(ordinal)
    case .text(let index): return .text(index)
    case .rows(let first, let count): return .rows(first: first, count: count)
    case .notStated: break
    }
    let attributes = program.schema.records[cell.record].fields[cell.field]
    if attributes.defaultValue != nil { assumedCells.insert(cell) }
    return unstated(attributes)
  }

  /// The default of something the case does not state, or what it can be.
  private mutating func unstated(_ attributes: Schema.Attributes) -> Value {
    switch attributes.defaultValue {
    case .value(let node): return held(evaluate(node), to: attributes)
    case .noElements: return .rows(first: 0, count: 0)
    case nil: return value(possibility(of: attributes))
    }
  }

  /// Bounds apply to defaults as to what a case states (rule 39 of the reference).
  private mutating func held(_ value: Value, to attributes: Schema.Attributes) -> Value {
    guard attributes.bounds != nil || attributes.isWhole, let range = possibility(value) else { return value }
    var bounds = possibility(of: attributes)
    bounds.isOrdinal = range.isOrdinal
    guard let low = range.low, low == range.high else {
      return self.value(range.limited(to: bounds))
    }
    let isBelow = bounds.low.map { low < $0 || (bounds.excludesLow && low == $0) } ?? false
    let isAbove = bounds.high.map { low > $0 } ?? false
    if !isBelow, !isAbove, attributes.isWhole ? isWhole(low, attributes.type) : true { return value }
    return fault(
      .defaultOutsideBounds(fact: attributes.name, value: shown(value, attributes.type), at: attributes.span))
  }

  private func isWhole(_ number: Rational, _ type: ValueType) -> Bool {
    guard case .quantity(let unit) = type, let scale = try? unit.scale else { return number.isWhole }
    return (try? number / scale)?.isWhole ?? false
  }

  func possibility(of attributes: Schema.Attributes) -> Possibility {
    var result: Possibility
    switch attributes.type {
    case .yesOrNo: result = .yesOrNo
    case .kind(let kind):
      result = Possibility(
        low: .zero, high: Rational(max(program.schema.kinds[kind].words.count - 1, 0)), isOrdinal: true)
    case .quantity: result = .anyNumber
    case .date, .time, .text, .record, .list: result = .anyOrdinal
    }
    if let bounds = attributes.bounds {
      if let lower = bounds.lower {
        result.low = lower
        result.excludesLow = bounds.excludesLower
      }
      if let upper = bounds.upper { result.high = upper }
    }
    return result
  }
}
