import RedressDiagnostics
import RedressSyntax
import RedressValues

/// Looks for two exceptions of one ruling that can hold together, say different things, and do not say which prevails;
/// and for exceptions that say what the ruling says anyway.
///
/// Whether two conditions can hold together is judged over kinds, yes and no, and comparisons of one value with constants;
/// whatever else they ask counts as free to go either way.
struct ConflictChecker {
  /// Enough for any ruling that a person can keep in mind.
  private static let mostSteps = 100_000
  /// More conflicts of one ruling come from one cause.
  private static let mostShown = 8

  let policy: CheckedPolicy
  /// Exceptions of which not everything is known, by the place of their name: nothing is said of them.
  private let unresolved: Set<Span>
  /// Whether a zero may stand for what could not be read.
  let hasPlaceholders: Bool
  var builder: TermBuilder
  var problems: [CheckProblem] = []
  /// Conditions without which the ruling that is looked at is not asked.
  private var around: [Int] = []

  init(policy: CheckedPolicy, variableRecords: [Int], unresolved: Set<Span>, hasPlaceholders: Bool) {
    self.policy = policy
    self.hasPlaceholders = hasPlaceholders
    self.unresolved = unresolved
    builder = TermBuilder(policy: policy, variableRecords: variableRecords, keepsNames: true)
  }

  mutating func run() {
    // In their order, so that none has to be followed far.
    for (index, definition) in policy.definitions.enumerated() where definition.parameters.isEmpty {
      _ = builder.definition(index)
    }
    for (index, definition) in policy.definitions.enumerated() {
      var environment = TermBuilder.Environment()
      environment.owner = .definition(index)
      look(definition.ruling, of: definition.name, environment)
      look(definition.steps, of: definition.name, environment)
    }
    for split in policy.splits {
      look(split.ruling, of: split.name, .init()) { builder, shares in
        .shares(
          shares.shares.map { share in
            .init(party: share.party, value: share.value.map { builder.term($0, .init()) })
          }, isInProportion: shares.isInProportion)
      }
    }
    for item in policy.items {
      around = [item.condition, item.loop?.condition].compactMap { $0 }.map { builder.term($0, .init()) }
      look(item.ruling, of: item.name, .init()) { builder, payment in Said(payment, &builder) }
      look(item.steps, of: item.name, .init())
    }
    for limit in policy.limits {
      around = [limit.loop?.condition].compactMap { $0 }.map { builder.term($0, .init()) }
      look(limit.steps, of: limit.name, .init())
    }
    for recourse in policy.recourses {
      around = [recourse.condition].compactMap { $0 }.map { builder.term($0, .init()) }
      look(recourse.ruling, of: recourse.name, .init())
      look(recourse.steps, of: recourse.name, .init())
    }
    around = []
    for deadline in policy.deadlines { look(deadline.ruling, of: deadline.name, .init()) }
  }

  private mutating func look(
    _ ruling: CheckedPolicy.Ruling<CheckedExpression, CheckedExpression>, of name: String,
    _ environment: TermBuilder.Environment
  ) {
    look(ruling, of: name, environment) { builder, value in .amount(builder.term(value, environment)) }
  }

  private mutating func look<Value>(
    _ ruling: CheckedPolicy.Ruling<Value, Value>, of name: String, _ environment: TermBuilder.Environment,
    said: (inout TermBuilder, Value) -> Said
  ) {
    guard !ruling.exceptions.isEmpty || !ruling.later.isEmpty, !builder.table.isExhausted else { return }
    let bases = ([ruling.base] + ruling.later.map(\.base)).map { said(&builder, $0) }
    lookForUnchanged(ruling, of: name, bases, environment)
    look(ruling.exceptions, of: name, bases, environment, said: said)
  }

  private mutating func look(
    _ steps: [CheckedPolicy.Step], of ruling: String, _ environment: TermBuilder.Environment
  ) {
    let outside = around
    defer { around = outside }
    for step in steps where !step.exceptions.isEmpty && !builder.table.isExhausted {
      around = outside + (step.condition.map { [builder.term($0, environment)] } ?? [])
      let base = step.form.amount.map { [Said.amount(builder.term($0, environment))] } ?? []
      look(step.exceptions, of: "\(ruling).\(step.name)", base, environment) { builder, value in
        switch value {
        case .waived: .waived
        case .value(let amount): .amount(builder.term(amount, environment))
        }
      }
    }
  }

  private mutating func look<Value>(
    _ exceptions: [CheckedPolicy.Exception<Value>], of ruling: String, _ bases: [Said],
    _ environment: TermBuilder.Environment, said: (inout TermBuilder, Value) -> Said
  ) {
    let values = exceptions.map { said(&builder, $0.value) }
    for (exception, value) in zip(exceptions, values)
    where !bases.isEmpty && !hasPlaceholders && exception.overrides.isEmpty && !unresolved.contains(exception.span)
      && bases.allSatisfy({ value.repeats($0) })
    {
      problems.append(.sense(.idle(.sameAsBase(Name(exception.name, exception.span), ruling: ruling))))
    }
    guard exceptions.count > 1 else { return }
    let conditions = exceptions.map { builder.term($0.condition, environment) }
    let space = ConditionSpace(conditions + around, in: builder)
    let path = Array(conditions.count..<(conditions.count + around.count))
    guard !space.isTooLarge else { return }
    let overrides = exceptions.map { Set($0.overrides) }
    var possible: [Regions?] = Array(repeating: nil, count: space.variables.count)
    var steps = Self.mostSteps
    var found = 0
    for second in exceptions.indices.dropFirst() {
      for first in 0..<second {
        if values[first] == values[second], conditions[first] == conditions[second] {
          repeated(exceptions[first], exceptions[second], overrides[first] == overrides[second])
          continue
        }
        // Of two of one name that is the mistake.
        guard values[first] != values[second], exceptions[first].name != exceptions[second].name,
          !overrides[first].contains(second), !overrides[second].contains(first),
          !unresolved.contains(exceptions[first].span), !unresolved.contains(exceptions[second].span)
        else { continue }
        guard let meeting = space.meeting([first, second] + path, &possible, steps: &steps) else { continue }
        let both = (
          Name(exceptions[first].name, exceptions[first].span), [first, second].map { conditions[$0] } + around
        )
        report(both.0, Name(exceptions[second].name, exceptions[second].span), ruling, both.1, meeting, space)
        found += 1
        if found >= Self.mostShown { return }
      }
      if steps <= 0 { return }
    }
  }

  /// Two that hold in the same cases and say the same.
  private mutating func repeated<Value>(
    _ first: CheckedPolicy.Exception<Value>, _ second: CheckedPolicy.Exception<Value>, _ overridesSame: Bool
  ) {
    guard overridesSame, !hasPlaceholders, first.name != second.name else { return }
    problems.append(
      .sense(.idle(.repeated(Name(second.name, second.span), first: Name(first.name, first.span)))))
  }

  private mutating func report(
    _ first: Name, _ second: Name, _ ruling: String, _ conditions: [Int], _ meeting: [(Int, Regions)],
    _ space: ConditionSpace
  ) {
    var witness = Witness(name: "\(first.text)_and_\(second.text)", policy: policy.name)
    var shown: [String] = []
    var hasFree = false
    for (variable, regions) in meeting {
      let known = space.variables[variable]
      guard let region = regions.first, let value = known.sample(region), let type = builder.types[known.term],
        let name = builder.name(of: known.term)
      else {
        hasFree = true
        continue
      }
      if case .definition = builder.table.terms[known.term].operation { hasFree = true }
      shown.append("\(name) \(builder.shown(value, type))")
      witness.values[known.term] = value
    }
    witness.settle(conditions, builder)
    problems.append(
      .sense(
        .conflict(
          Conflict(
            ruling: ruling, first: first, second: second, witness: shown, hasFreeConditions: hasFree,
            example: witness.text(builder)))))
  }
}
