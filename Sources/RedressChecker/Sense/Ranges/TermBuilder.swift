import RedressValues

/// Turns checked expressions into terms, and follows definitions into what they say.
struct TermBuilder {
  /// What the names of a place stand for.
  struct Environment {
    /// Loop variables that stand for others, or for the bound ones of a term.
    var variables: [Int: Int] = [:]
    /// The arguments of the call that is being followed.
    var arguments: [Int]?
    /// Whose parameters stand for themselves.
    var owner: ParameterOwner?
    var it: Int?
    var otherwise: Int?
    var level = 0
    /// Calls followed into one another.
    var depth = 0
  }

  let policy: CheckedPolicy
  var table = TermTable()
  /// By loop variable: the record.
  let variableRecords: [Int]
  /// By definition: its term, once it is known.
  var definitionTerms: [Int?]
  /// Terms that a definition never exceeds, by the definition's own term.
  var ceilings: [Int: [Int]] = [:]
  /// What holds in every case, because a `require` says so; known after the definitions.
  var requirements = Assumptions()
  /// The conditions of every `require`.
  var requirementTerms: [Int] = []
  var refined: [Int: Interval] = [:]
  var callTerms: [Call: Int] = [:]
  /// Terms of tables, tiers and other days whose range is worked out, or about to be.
  var lookedUp: Set<Int> = []
  /// By term: what it is the sum of.
  var linears: [Int: Linear] = [:]
  /// By term: the type of an expression that it stands for.
  var types: [Int: ValueType] = [:]
  /// Only definitions that are yes or no are followed; the others keep their name.
  let keepsNames: Bool

  init(policy: CheckedPolicy, variableRecords: [Int], keepsNames: Bool) {
    self.policy = policy
    self.variableRecords = variableRecords
    self.keepsNames = keepsNames
    definitionTerms = Array(repeating: nil, count: policy.definitions.count)
  }

  mutating func term(_ expression: CheckedExpression, _ environment: Environment) -> Int {
    guard !table.isExhausted else { return table.constant(.zero) }
    let result = built(expression, environment)
    if types[result] == nil { types[result] = expression.type }
    return result
  }

  private mutating func built(_ expression: CheckedExpression, _ environment: Environment) -> Int {
    switch expression.form {
    case .aggregate, .count, .any: return overElements(expression, environment)
    default: break
    }
    // The operands first, so that little lies on the stack while they are looked at.
    var operands: [Int] = []
    for part in expression.parts { operands.append(term(part, environment)) }
    return operands.isEmpty ? leaf(expression, environment) : composed(expression, operands, environment)
  }

  private mutating func leaf(_ expression: CheckedExpression, _ environment: Environment) -> Int {
    switch expression.form {
    case .text(let text): return table.number(.text(text))
    case .fact(let fact): return table.number(.fact(fact), range: Self.range(policy.facts[fact]))
    case .choice(let choice): return table.number(.choice(choice))
    case .variable(let variable): return table.number(.element(variable: environment.variables[variable] ?? variable))
    case .field(let variable, let field):
      return self.field(field, of: environment.variables[variable] ?? variable, record: variableRecords[variable])
    case .parameter(let parameter): return self.parameter(parameter, environment)
    case .parameterField(let parameter, let field):
      return self.field(field, ofParameter: parameter, environment)
    case .definition(let definition): return self.definition(definition)
    case .call(let definition, _): return call(definition, [], environment)
    case .caseDate: return table.number(.caseDate)
    case .position(let variable):
      return table.number(.position(variable: environment.variables[variable] ?? variable))
    case .it: return environment.it ?? table.opaque(.everything)
    case .otherwise: return environment.otherwise ?? table.opaque(.everything)
    case .shareOf(let party, let split): return table.number(.shareOf(party: party, split: split))
    case .itemAmount(let amount, let item): return table.number(.itemAmount(amount, item))
    case .total(let total): return table.number(.total(total))
    default: return expression.constant.map { table.constant($0) } ?? table.opaque(.everything)
    }
  }

  private mutating func composed(
    _ expression: CheckedExpression, _ operands: [Int], _ environment: Environment
  ) -> Int {
    let first = operands[0]
    let second = operands.count > 1 ? operands[1] : first
    switch expression.form {
    case .call(let definition, _): return call(definition, operands, environment)
    case .definitionOn(let definition, _), .callOn(let definition, _, _):
      return call(definition, onDay: operands, environment)
    case .table(let index, _), .tableOn(let index, _, _): return lookup(index, operands, environment)
    case .tiers(let index, _): return tiers(index, first, environment)
    case .accrued(let rate, from: _, to: _, let over): return accrued(rate, operands, over: over)
    case .shiftedBusinessDays(_, let isBefore, _, let calendar):
      return table.number(.businessShift(isBefore: isBefore, calendar: calendar), operands)
    case .businessDays(from: _, to: _, let calendar):
      return table.number(.businessDays(calendar: calendar), operands)
    case .add: return table.number(.add, operands)
    case .subtract: return difference(first, second)
    case .difference(let left, _):
      let difference = difference(first, second)
      return left.type == .date ? table.number(.multiply, [table.constant(Rational(1_440)), difference]) : difference
    case .multiply: return table.number(.multiply, operands)
    case .divide: return table.number(.divide, operands)
    case .reduced: return table.number(.multiply, [difference(table.constant(.one), second), first])
    case .increased: return table.number(.multiply, [table.number(.add, [table.constant(.one), second]), first])
    case .negate: return negated(first)
    case .rounded(_, let mode, to: _): return table.number(.rounded(mode), operands)
    case .forEvery(_, let period, of: _, let part): return table.number(.forEvery(period, part), operands)
    case .largest: return table.number(.largest, operands)
    case .smallest: return table.number(.smallest, operands)
    case .shifted(_, let unit, let isBefore, let base):
      return shifted(first, unit, isBefore: isBefore, second, isDate: base.type == .date)
    case .elapsed(let unit, let isStarted, from: _, to: _):
      return table.number(.elapsed(unit, isStarted: isStarted), operands)
    case .weekday: return table.number(.weekday, operands)
    case .stated: return table.number(.stated, operands)
    case .dateOf: return table.number(.dateOf, operands)
    case .not: return table.number(.not, operands)
    case .and: return table.number(.and, operands)
    case .or: return table.number(.or, operands)
    case .compare(let op, _, _): return comparison(op, first, second)
    case .oneOf(_, let isNegated, _): return oneOf(first, operands.dropFirst(), isNegated: isNegated)
    default: return table.opaque(.everything)
    }
  }

  private mutating func oneOf(_ subject: Int, _ others: ArraySlice<Int>, isNegated: Bool) -> Int {
    var result: Int?
    for other in others {
      let equal = comparison(.equal, subject, other)
      result = result.map { table.number(.or, [$0, equal]) } ?? equal
    }
    let all = result ?? table.constant(.zero)
    return isNegated ? table.number(.not, [all]) : all
  }

  /// Sums and the like, and questions about the elements of a list.
  private mutating func overElements(_ expression: CheckedExpression, _ environment: Environment) -> Int {
    switch expression.form {
    case .aggregate(let aggregate, let body, let loop):
      let (list, condition, inside) = self.loop(loop, environment)
      let operands = [term(body, inside)] + condition
      switch aggregate {
      case .sum: return table.number(.sum(list, level: environment.level), operands)
      case .largest: return table.number(.largestIn(list, level: environment.level), operands)
      case .smallest: return table.number(.smallestIn(list, level: environment.level), operands)
      }
    case .count(let loop):
      let (list, condition, _) = self.loop(loop, environment)
      return table.number(.count(list, level: environment.level), condition)
    case .any(let loop):
      let (list, condition, _) = self.loop(loop, environment)
      return table.number(.any(list, level: environment.level), condition)
    default: return table.opaque(.everything)
    }
  }

  /// Comparisons of both directions, and their opposites, are the same term.
  private mutating func comparison(_ op: Comparison, _ left: Int, _ right: Int) -> Int {
    switch op {
    case .equal: return table.number(.equal, left <= right ? [left, right] : [right, left])
    case .notEqual: return table.number(.not, [comparison(.equal, left, right)])
    case .less: return table.number(.less, [left, right])
    case .greater: return table.number(.less, [right, left])
    case .lessOrEqual: return table.number(.not, [table.number(.less, [right, left])])
    case .greaterOrEqual: return table.number(.not, [table.number(.less, [left, right])])
    }
  }

  mutating func negated(_ term: Int) -> Int {
    table.number(.multiply, [table.constant(Rational(-1)), term])
  }

  mutating func difference(_ left: Int, _ right: Int) -> Int {
    if left == right { return table.constant(.zero) }
    return table.number(.add, [left, negated(right)])
  }

  private mutating func loop(
    _ loop: CheckedLoop, _ environment: Environment
  ) -> (Term.List, condition: [Int], inside: Environment) {
    var inside = environment
    inside.variables[loop.variable] = -(environment.level + 1)
    inside.level += 1
    let condition = loop.condition.map { [term($0, inside)] } ?? []
    return (list(loop.list, environment), condition, inside)
  }

  func list(_ list: CheckedLoop.List, _ environment: Environment = Environment()) -> Term.List {
    switch list {
    case .fact(let fact): .fact(fact)
    case .field(let variable, let field): .field(variable: environment.variables[variable] ?? variable, field: field)
    case .inside(let fact, let fields): .inside(fact: fact, fields: fields)
    }
  }

  /// Dates are held in days, lengths of time in minutes.
  private mutating func shifted(
    _ amount: Int, _ unit: CheckedExpression.ShiftUnit, isBefore: Bool, _ base: Int, isDate: Bool
  ) -> Int {
    guard unit == .duration else { return table.number(.months(isBefore: isBefore), [amount, base]) }
    let days = (try? Rational(numerator: 1, denominator: 1_440)) ?? .one
    let moved = isDate ? table.number(.multiply, [table.constant(days), amount]) : amount
    return isBefore ? difference(base, moved) : table.number(.add, [base, moved])
  }

  private mutating func field(_ field: Int, of variable: Int, record: Int) -> Int {
    table.number(
      .field(variable: variable, field: field), range: Self.range(policy.records[record].fields[field]))
  }

  private mutating func parameter(_ parameter: Int, _ environment: Environment) -> Int {
    if let arguments = environment.arguments, arguments.indices.contains(parameter) { return arguments[parameter] }
    let parameters = policy.parameters(of: environment.owner)
    let range = parameters.indices.contains(parameter) ? Self.range(parameters[parameter]) : .everything
    return table.number(.parameter(environment.owner, parameter), range: range)
  }

  private mutating func field(_ field: Int, ofParameter parameter: Int, _ environment: Environment) -> Int {
    let attributes = parameterRecord(parameter, environment).map { policy.records[$0].fields[field] }
    let range = attributes.map { Self.range($0) } ?? .everything
    if let arguments = environment.arguments, arguments.indices.contains(parameter) {
      switch table.terms[arguments[parameter]].operation {
      case .element(let variable): return table.number(.field(variable: variable, field: field), range: range)
      case .parameter(let owner, let outer):
        return table.number(.parameterField(owner, parameter: outer, field: field), range: range)
      default: return table.opaque(range)
      }
    }
    return table.number(.parameterField(environment.owner, parameter: parameter, field: field), range: range)
  }

  private func parameterRecord(_ parameter: Int, _ environment: Environment) -> Int? {
    let parameters = policy.parameters(of: environment.owner)
    guard parameters.indices.contains(parameter), case .record(let record) = parameters[parameter].type else {
      return nil
    }
    return record
  }

  /// What a stated value can be.
  static func range(_ attributes: CheckedPolicy.Attributes) -> Interval {
    var range = Interval(
      lower: attributes.bounds?.lower, excludesLower: attributes.bounds?.excludesLower ?? false,
      upper: attributes.bounds?.upper)
    if attributes.type == .yesOrNo { range = Interval(lower: .zero, upper: .one) }
    return range
  }
}
