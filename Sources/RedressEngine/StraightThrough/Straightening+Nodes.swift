import RedressValues

extension Straightening {
  /// A node, and whether its values are numbers or ordinals.
  struct Typed {
    let id: StraightNodeID
    let isNumber: Bool
  }

  mutating func number(_ node: NodeID) throws(NotStraight) -> StraightNodeID {
    let typed = try self.node(node)
    guard typed.isNumber else { throw NotStraight() }
    return typed.id
  }

  mutating func ordinal(_ node: NodeID) throws(NotStraight) -> StraightNodeID {
    let typed = try self.node(node)
    guard !typed.isNumber else { throw NotStraight() }
    return typed.id
  }

  mutating func node(_ node: NodeID) throws(NotStraight) -> Typed {
    try deeper { (straightening) throws(NotStraight) in try straightening.translated(node) }
  }

  mutating func put(_ node: StraightNode, isNumber: Bool) -> Typed {
    result.nodes.append(node)
    result.areNumbers.append(isNumber)
    return Typed(id: StraightNodeID(index: Int32(truncatingIfNeeded: result.nodes.count - 1)), isNumber: isNumber)
  }

  private mutating func constant(_ number: Rational) -> Int32 {
    result.numbers.append(number)
    return Int32(truncatingIfNeeded: result.numbers.count - 1)
  }

  private mutating func translated(_ node: NodeID) throws(NotStraight) -> Typed {
    switch program.nodes[Int(node.index)] {
    case .number(let index): return put(.number(constant(program.numbers[Int(index)])), isNumber: true)
    case .ordinal(let ordinal): return put(.ordinal(ordinal), isNumber: false)
    case .it: return put(.it, isNumber: true)
    case .fact(let fact):
      return try isNumber(program.schema.facts[Int(fact)].type)
        ? put(.factNumber(fact), isNumber: true) : put(.factOrdinal(fact), isNumber: false)
    case .field(let variable, let field):
      let record = program.variableRecords[Int(variable)]
      let isNumber = try isNumber(program.schema.records[record].fields[Int(field)].type)
      let (own, record32) = (field, Int32(record))
      return isNumber
        ? put(.fieldNumber(variable: variable, record: record32, field: own), isNumber: true)
        : put(.fieldOrdinal(variable: variable, record: record32, field: own), isNumber: false)
    case .definition(let definition): return try definitionNode(Int(definition))
    case .add(let left, let right): return try arithmetic(.add, left, right)
    case .subtract(let left, let right): return try arithmetic(.subtract, left, right)
    case .multiply(let left, let right): return try arithmetic(.multiply, left, right)
    case .divide(let left, let right): return try arithmetic(.divide, left, right)
    case .reduced(let left, let right): return try arithmetic(.reduce, left, right)
    case .increased(let left, let right): return try arithmetic(.increase, left, right)
    case .negate(let operand):
      let operand = try number(operand)
      return put(.negate(operand), isNumber: true)
    case .rounded(let operand, let mode, let step):
      let (operand, step) = (try number(operand), try number(step))
      return put(.rounded(operand, mode, to: step), isNumber: true)
    case .forEvery(let rate, let period, let quantity, let part):
      let (rate, quantity) = (try number(rate), try number(quantity))
      let length = constant(program.numbers[Int(period)])
      return put(.forEvery(rate, period: length, of: quantity, part), isNumber: true)
    case .largest(let range): return try extreme(.largest, range)
    case .smallest(let range): return try extreme(.smallest, range)
    case .aggregate(let aggregate, let body, let loop, false):
      let (body, loop) = (try number(body), try self.loop(program.loops[Int(loop)]))
      return put(.aggregate(aggregate, body, loop: Int32(loop)), isNumber: true)
    case .count(let loop):
      let loop = try self.loop(program.loops[Int(loop)])
      return put(.count(loop: Int32(loop)), isNumber: true)
    case .dateDifference(let left, let right): return try difference(left, right, 1_440)
    case .timeDifference(let left, let right): return try difference(left, right, 1)
    case .share(let party, let split):
      let split = Int32(try splitPosition(Int(split)))
      return put(.share(party: party, split: split), isNumber: true)
    case .itemAmount(let amount, let item): return put(.itemAmount(amount, item: item), isNumber: true)
    case .total(let index): return put(.total(program.totals[Int(index)]), isNumber: true)
    default:
      if let call = try translatedCall(node) { return call }
      if let date = try translatedDate(node) { return date }
      return try translatedCondition(node)
    }
  }

  private mutating func translatedCondition(_ node: NodeID) throws(NotStraight) -> Typed {
    switch program.nodes[Int(node.index)] {
    case .not(let operand):
      let operand = try ordinal(operand)
      return put(.not(operand), isNumber: false)
    case .and(let left, let right):
      let (left, right) = (try ordinal(left), try ordinal(right))
      return put(.and(left, right), isNumber: false)
    case .or(let left, let right):
      let (left, right) = (try ordinal(left), try ordinal(right))
      return put(.or(left, right), isNumber: false)
    case .compare(let comparison, let left, let right):
      let (left, right) = (try self.node(left), try self.node(right))
      guard left.isNumber == right.isNumber else { throw NotStraight() }
      return put(
        left.isNumber
          ? .compareNumbers(comparison, left.id, right.id) : .compareOrdinals(comparison, left.id, right.id),
        isNumber: false)
    case .oneOf(let operand, let isNegated, let range):
      let operand = try self.node(operand)
      let (alternatives, areNumbers) = try run(of: range)
      guard areNumbers == operand.isNumber else { throw NotStraight() }
      return put(
        .isOneOf(operand.id, isNumber: areNumbers, isNegated: isNegated, alternatives), isNumber: false)
    case .any(let loop):
      let loop = try self.loop(program.loops[Int(loop)])
      return put(.any(loop: Int32(loop)), isNumber: false)
    case .stated(let operand):
      switch program.nodes[Int(operand.index)] {
      case .fact(let fact): return put(.stated(.fact(fact)), isNumber: false)
      case .field(let variable, let field):
        let record = Int32(program.variableRecords[Int(variable)])
        return put(.stated(.field(variable: variable, record: record, field: field)), isNumber: false)
      default: throw NotStraight()
      }
    default: throw NotStraight()
    }
  }

  func isNumber(_ type: ValueType) throws(NotStraight) -> Bool {
    switch type {
    case .quantity: return true
    case .yesOrNo, .kind, .date, .time: return false
    case .text, .record, .list: throw NotStraight()
    }
  }

  private mutating func arithmetic(
    _ operation: Operation, _ left: NodeID, _ right: NodeID
  ) throws(NotStraight) -> Typed {
    let (left, right) = (try number(left), try number(right))
    return put(.arithmetic(operation, left, right), isNumber: true)
  }

  private mutating func difference(_ left: NodeID, _ right: NodeID, _ minutes: Int32) throws(NotStraight) -> Typed {
    let (left, right) = (try ordinal(left), try ordinal(right))
    return put(.difference(left, right, minutesPerUnit: minutes), isNumber: true)
  }

  private mutating func extreme(_ aggregate: Aggregate, _ range: NodeRange) throws(NotStraight) -> Typed {
    let (run, areNumbers) = try run(of: range)
    guard areNumbers, run.count > 0 else { throw NotStraight() }
    return put(.extreme(aggregate, run), isNumber: true)
  }

  /// Operands of one kind.
  mutating func run(of range: NodeRange) throws(NotStraight) -> (StraightProgram.Run, areNumbers: Bool) {
    var all: [StraightNodeID] = []
    var areNumbers: Bool?
    for position in range.indices {
      let typed = try node(program.operands[position])
      guard areNumbers == nil || areNumbers == typed.isNumber else { throw NotStraight() }
      areNumbers = typed.isNumber
      all.append(typed.id)
    }
    let run = StraightProgram.Run(first: Int32(result.operands.count), count: Int32(all.count))
    result.operands += all
    return (run, areNumbers ?? false)
  }
}
