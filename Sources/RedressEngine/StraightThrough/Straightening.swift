import RedressValues

/// Why a program, or a claim, is not settled straight through. What it comes to then, only the evaluator knows.
struct NotStraight: Error {}

extension StraightProgram {
  /// Nil for a program that knows more than can be settled straight through: choices, recourse, days, tables, persons
  /// who decide.
  package init?(of program: Program) {
    var straightening = Straightening(program)
    do {
      try straightening.translate()
    } catch {
      return nil
    }
    self = straightening.result
  }
}

/// Makes the flat tables of a straight program, or gives up.
struct Straightening {
  let program: Program
  var result: StraightProgram

  /// What is made once, and asked for from several places.
  enum Shared: Hashable {
    case definition(Int)
    case split(Int)
    case table(Int)
    case tiers(Int)
  }

  /// Where it stands in the result, and how deep it is.
  private var shared: [Shared: (position: Int, height: Int)] = [:]
  private var depth = 0
  private var deepest = 0
  /// By parameter of what is being made: whether it is a number; nil for what cannot be passed.
  var parameters: [Bool?] = []

  /// What lies deeper is left to the evaluator, which watches its depth.
  private static let mostDepth = 200

  init(_ program: Program) {
    self.program = program
    result = StraightProgram(program)
  }

  mutating func translate() throws(NotStraight) {
    guard program.choices.isEmpty, program.recourses.isEmpty else { throw NotStraight() }
    result.variableCount = program.variableRecords.count
    try putDefaults()
    for (position, definition) in program.definitions.enumerated() where definition.isFigure {
      try demand(try definitionNode(position))
    }
    for bar in program.bars { try put(bar) }
    for item in program.items { try put(item) }
    for limit in program.limits { try put(limit) }
    for requirement in program.requirements { result.requirements.append(try condition(requirement)) }
    for requirement in program.invariants { result.invariants.append(try condition(requirement)) }
    for deadline in program.deadlines { try demand(try deadlineNode(deadline)) }
    for authority in program.authorities { try demand(try node(authority.sum), authority.optionalReads) }
    for remark in program.approvals + program.notes {
      result.remarks.append(try condition(remark.condition, remark.optionalReads))
    }
  }

  private mutating func demand(_ typed: Typed, _ reads: [Program.OptionalRead] = []) throws(NotStraight) {
    result.demands.append(
      StraightProgram.Demand(
        node: typed.id, isNumber: typed.isNumber, reads: try condition(nil, reads).reads))
  }

  private mutating func condition(_ requirement: Program.Requirement) throws(NotStraight) -> StraightProgram.Condition {
    try condition(requirement.condition, requirement.optionalReads)
  }

  /// Does something a level deeper.
  mutating func deeper<Result>(
    _ body: (inout Straightening) throws(NotStraight) -> Result
  ) throws(NotStraight) -> Result {
    guard depth < Self.mostDepth else { throw NotStraight() }
    depth += 1
    deepest = max(deepest, depth)
    defer { depth -= 1 }
    return try body(&self)
  }

  /// Makes something the first time it is asked for; gives its place in the result.
  mutating func once(
    _ what: Shared, _ make: (inout Straightening) throws(NotStraight) -> Int
  ) throws(NotStraight) -> Int {
    if let known = shared[what] {
      guard depth + known.height < Self.mostDepth else { throw NotStraight() }
      deepest = max(deepest, depth + known.height)
      return known.position
    }
    let (outer, outerParameters) = (deepest, parameters)
    deepest = depth
    parameters = []
    let position = try deeper(make)
    parameters = outerParameters
    shared[what] = (position, deepest - depth)
    deepest = max(deepest, outer)
    return position
  }

  // MARK: What the case may leave out

  private mutating func putDefaults() throws(NotStraight) {
    for fact in program.schema.facts { result.factDefaults.append(constant(of: fact)) }
    for record in program.schema.records {
      result.firstFields.append(result.fieldDefaults.count)
      for field in record.fields { result.fieldDefaults.append(constant(of: field)) }
    }
  }

  /// A default that is a number or a word; others count as unknown here. It lies within the bounds or is none.
  private func constant(of attributes: Schema.Attributes) -> StraightProgram.Default {
    guard case .value(let node) = attributes.defaultValue else { return .none }
    let value: Rational
    let constant: StraightProgram.Default
    switch program.nodes[Int(node.index)] {
    case .number(let index):
      value = program.numbers[Int(index)]
      constant = .number(value)
    case .ordinal(let ordinal):
      value = Rational(Int(ordinal))
      constant = .ordinal(ordinal)
    default: return .none
    }
    if let lower = attributes.bounds?.lower,
      value < lower || (attributes.bounds?.excludesLower == true && value == lower)
    {
      return .none
    }
    if let upper = attributes.bounds?.upper, value > upper { return .none }
    if attributes.isWhole, case .quantity(let unit) = attributes.type {
      guard let scale = try? unit.scale, let steps = try? value / scale, steps.isWhole else { return .none }
    }
    return constant
  }
}
