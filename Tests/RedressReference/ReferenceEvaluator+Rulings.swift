import RedressChecker
import RedressValues

extension ReferenceEvaluator {
  /// Rule 14: the exceptions that hold and that no other that holds sets aside. Chains of `overriding` are followed in
  /// the checked policy already, and so is what a waiver sets aside.
  mutating func decisive<V>(
    _ exceptions: [CheckedPolicy.Exception<V>], without: Set<Int>, _ place: Place
  ) throws(Stop) -> [Int] {
    var holding: [Int] = []
    for (index, exception) in exceptions.enumerated() where !without.contains(index) {
      if try holds(exception.condition, exception.optionalReads, place) { holding.append(index) }
    }
    return holding.filter { candidate in !holding.contains { exceptions[$0].overrides.contains(candidate) } }
  }

  /// Rule 13: which base branch counts.
  mutating func branch<Base, V>(
    of ruling: CheckedPolicy.Ruling<Base, V>, on day: CivilDate?, _ place: Place
  ) throws(Stop) -> (base: Base, from: CivilDate?) {
    if ruling.from == nil, ruling.later.isEmpty { return (ruling.base, nil) }
    let date: CivilDate
    if let day {
      date = day
    } else if let datedBy = ruling.datedBy {
      date = try self.day(datedBy, place)
    } else {
      date = try caseDate()
    }
    let position = try inForce([ruling.from] + ruling.later.map(\.from), on: date)
    return position == 0
      ? (ruling.base, ruling.from) : (ruling.later[position - 1].base, ruling.later[position - 1].from)
  }

  /// Rule 17: what the branches that gave a ruling's value are called.
  mutating func names<Base, V>(
    of decision: [Int], in ruling: CheckedPolicy.Ruling<Base, V>, named name: String, on day: CivilDate? = nil,
    _ place: Place
  ) throws(Stop) -> [String] {
    if !decision.isEmpty { return decision.map { name + "." + ruling.exceptions[$0].name } }
    let from = try branch(of: ruling, on: day, place).from
    return [from.map { "\(name)@\($0)" } ?? name]
  }

  /// Rules 13 to 15: the value of a ruling, and the exceptions that gave it.
  mutating func ruled(
    _ ruling: CheckedPolicy.Ruling<CheckedExpression, CheckedExpression>, without: Set<Int> = [],
    on day: CivilDate? = nil, _ place: Place
  ) throws(Stop) -> (value: ReferenceValue, decision: [Int]) {
    let decision = try decisive(ruling.exceptions, without: without, place)
    if decision.isEmpty { return (try value(try branch(of: ruling, on: day, place).base, place), []) }
    var values: [ReferenceValue] = []
    for exception in decision {
      var inside = place
      inside.otherwise = { (evaluator: inout ReferenceEvaluator) throws(Stop) in
        try evaluator.ruled(ruling, without: without.union([exception]), on: day, place).value
      }
      values.append(try value(ruling.exceptions[exception].value, inside))
    }
    if values.contains(where: { $0 != values[0] }) { throw .refused("conflict") }
    return (values[0], decision)
  }

  /// A definition for its arguments, on a day asked for with `on` or on its own.
  mutating func definition(
    _ index: Int, _ arguments: [ReferenceValue], on day: CivilDate?
  ) throws(Stop) -> ReferenceValue {
    let isPlain = arguments.isEmpty && day == nil
    if isPlain, let known = definitions[index] { return known }
    let definition = policy.definitions[index]
    var place = Place()
    place.arguments = arguments
    var value = try ruled(definition.ruling, on: day, place).value
    for step in definition.steps {
      guard case .number(let number) = value else { throw .notCovered("a step on what is no number") }
      value = .number(try taken(step, on: number, place).value)
    }
    if isPlain { definitions[index] = value }
    return value
  }
}
