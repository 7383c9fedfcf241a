import RedressValues

extension TermBuilder {
  /// The term of a definition without parameters: what it says, or a name with a range where it has exceptions or steps.
  mutating func definition(_ definition: Int) -> Int {
    if let known = definitionTerms[definition] { return known }
    // Stands in while the definition is looked into, should it lead to itself.
    definitionTerms[definition] = table.opaque(.everything)
    let checked = policy.definitions[definition]
    var environment = Environment()
    environment.definition = definition
    let isPlain = checked.ruling.exceptions.isEmpty && checked.steps.isEmpty
    let term: Int
    if isPlain, !keepsNames || checked.type == .yesOrNo {
      term = self.term(checked.ruling.base, environment)
    } else if keepsNames {
      term = table.number(.definition(definition))
    } else {
      let range = range(of: checked, environment)
      term = table.number(.definition(definition), range: range)
      ceilings[term] = ceilings(of: checked, environment)
    }
    definitionTerms[definition] = term
    return term
  }

  /// The term of a call: what the definition says of these arguments.
  mutating func call(_ definition: Int, _ arguments: [Int], _ outer: Environment) -> Int {
    let checked = policy.definitions[definition]
    let isPlain = checked.ruling.exceptions.isEmpty && checked.steps.isEmpty
    guard outer.depth < 12, !keepsNames else { return table.number(.call(definition), arguments) }
    var environment = Environment()
    environment.definition = definition
    environment.arguments = arguments
    environment.depth = outer.depth + 1
    environment.level = outer.level
    let call = Call(definition: definition, arguments: arguments, level: outer.level)
    if let known = callTerms[call] { return known }
    let result: Int
    if isPlain {
      result = term(checked.ruling.base, environment)
    } else {
      let range = range(of: checked, environment)
      result = table.number(.call(definition), arguments, range: range)
    }
    callTerms[call] = result
    return result
  }

  struct Call: Hashable {
    let definition: Int
    let arguments: [Int]
    /// How many loops of the term are around it.
    let level: Int
  }

  /// Once every definition is known: what the requirements say, and what follows from it for the definitions.
  mutating func assumeRequirements() {
    for definition in policy.definitions.indices where policy.definitions[definition].parameters.isEmpty {
      _ = self.definition(definition)
    }
    guard !policy.requirements.isEmpty else { return }
    var assumed = Assumptions()
    for requirement in policy.requirements {
      let condition = term(requirement.condition, Environment())
      assumed.assume(condition, isTrue: true, in: &self)
    }
    requirements = assumed
    for definition in policy.definitions.indices where policy.definitions[definition].parameters.isEmpty {
      guard let term = definitionTerms[definition], case .definition = table.terms[term].operation else { continue }
      var environment = Environment()
      environment.definition = definition
      refined[term] = range(of: policy.definitions[definition], environment).meeting(table.ranges[term])
    }
  }

  /// What a definition's value can be: the base where no exception holds, each exception where it does, then the steps.
  private mutating func range(of definition: CheckedPolicy.Definition, _ environment: Environment) -> Interval {
    let conditions = definition.ruling.exceptions.map { term($0.condition, environment) }
    var baseAssumptions = requirements
    for (exception, condition) in zip(definition.ruling.exceptions, conditions) where exception.optionalReads.isEmpty {
      baseAssumptions.assume(condition, isTrue: false, in: &self)
    }
    var result = range(of: definition.ruling.base, environment, baseAssumptions)
    var relative: [(CheckedPolicy.Exception<CheckedExpression>, Int)] = []
    for (exception, condition) in zip(definition.ruling.exceptions, conditions) {
      if exception.value.readsOtherwise {
        relative.append((exception, condition))
        continue
      }
      var assumptions = requirements
      assumptions.assume(condition, isTrue: true, in: &self)
      result = result.joining(range(of: exception.value, environment, assumptions))
    }
    if !relative.isEmpty { result = widened(result, by: relative, environment) }
    for step in definition.steps { result = stepped(result, by: step, environment) }
    return result
  }

  private mutating func range(
    of expression: CheckedExpression, _ environment: Environment, _ assumptions: Assumptions
  ) -> Interval {
    let term = self.term(expression, environment)
    var proof = Proof(assumptions)
    return proof.range(of: term, in: &self)
  }

  /// With exceptions that build on `otherwise`: above zero or from zero, if all of them keep it so.
  private mutating func widened(
    _ plain: Interval, by exceptions: [(CheckedPolicy.Exception<CheckedExpression>, Int)], _ environment: Environment
  ) -> Interval {
    for candidate in [Interval.aboveZero, .fromZero] {
      guard candidate == .aboveZero ? plain.isAboveZero : plain.isFromZero else { continue }
      var holds = true
      for (exception, condition) in exceptions {
        var inside = environment
        inside.otherwise = table.opaque(candidate)
        var assumptions = requirements
        assumptions.assume(condition, isTrue: true, in: &self)
        let range = range(of: exception.value, inside, assumptions)
        holds = holds && (candidate == .aboveZero ? range.isAboveZero : range.isFromZero)
      }
      if holds { return candidate }
    }
    return .everything
  }

  /// What is left of a range after a step; it may be lifted or have another value where it has conditions.
  mutating func stepped(_ range: Interval, by step: CheckedPolicy.Step, _ environment: Environment) -> Interval {
    var inside = environment
    inside.it = table.opaque(range)
    var result = applied(step.form, value: nil, to: range, inside)
    for exception in step.exceptions {
      switch exception.value {
      case .waived: result = result.joining(range)
      case .value(let value):
        inside.otherwise = table.opaque(.everything)
        result = result.joining(applied(step.form, value: value, to: range, inside))
      }
    }
    if step.condition != nil || !step.optionalReads.isEmpty { result = result.joining(range) }
    return result
  }

  private mutating func applied(
    _ form: CheckedPolicy.Step.Form, value: CheckedExpression?, to range: Interval, _ environment: Environment
  ) -> Interval {
    // A step's amount below zero refuses the case, or counts as zero.
    func amount(_ written: CheckedExpression, _ builder: inout TermBuilder) -> Interval {
      builder.range(of: value ?? written, environment, builder.requirements).meeting(.fromZero)
    }
    switch form {
    case .atMost(let limit): return range.smallest(with: amount(limit, &self))
    case .atLeast(let limit): return range.largest(with: amount(limit, &self))
    case .less(let part): return range.subtracting(amount(part, &self)).largest(with: .point(.zero))
    case .plus(let part): return range.adding(amount(part, &self))
    case .times(let factor): return range.multiplied(by: amount(factor, &self))
    case .nothingUnder, .nothingUpTo: return range.joining(.point(.zero)).meeting(.fromZero)
    case .rounded(let mode, to: let step):
      if let constant = amount(step, &self).constant { return range.rounded(mode, to: constant) }
      return range.isFromZero ? .fromZero : .everything
    case .borneBy: return range.multiplied(by: Interval(lower: .zero, upper: .one))
    }
  }

  /// Terms that a definition's value never exceeds: its limits, as long as nothing after them adds to it.
  private mutating func ceilings(of definition: CheckedPolicy.Definition, _ environment: Environment) -> [Int] {
    var result: [Int] = []
    if definition.ruling.exceptions.isEmpty {
      let base = term(definition.ruling.base, environment)
      if table.ranges[base].isFromZero { result.append(base) }
    }
    for step in definition.steps {
      switch step.form {
      case .atMost(let limit):
        guard step.condition == nil, step.exceptions.isEmpty, step.optionalReads.isEmpty, !limit.readsIt else {
          continue
        }
        let term = self.term(limit, environment)
        if table.ranges[term].isFromZero { result.append(term) }
      case .less, .nothingUnder, .nothingUpTo: break
      case .rounded(.down, to: _): break
      case .atLeast, .plus, .times, .rounded, .borneBy: result = []
      }
    }
    return result
  }
}

extension CheckedExpression {
  /// Whether `otherwise` stands in it.
  var readsOtherwise: Bool { contains { if case .otherwise = $0.form { true } else { false } } }
  /// Whether `it` stands in it.
  var readsIt: Bool { contains { if case .it = $0.form { true } else { false } } }

  /// Whether this expression or one inside it is such a one.
  func contains(where matches: (CheckedExpression) -> Bool) -> Bool {
    matches(self) || parts.contains { $0.contains(where: matches) }
  }

  /// The expressions it is made of.
  var parts: [CheckedExpression] {
    switch form {
    case .number, .ordinal, .date, .time, .text, .fact, .detail, .variable, .field, .parameter, .parameterField,
      .definition, .choice, .it, .otherwise, .shareOf, .itemAmount, .total:
      []
    case .call(_, let arguments): arguments
    case .largest(let values), .smallest(let values): values
    case .negate(let inner), .not(let inner), .weekday(let inner), .dateOf(let inner): [inner]
    case .add(let left, let right), .subtract(let left, let right), .multiply(let left, let right),
      .divide(let left, let right), .reduced(let left, by: let right), .increased(let left, by: let right),
      .and(let left, let right), .or(let left, let right), .compare(_, let left, let right),
      .rounded(let left, _, to: let right), .forEvery(let left, _, of: let right, _),
      .shifted(let left, _, _, let right),
      .difference(let left, let right), .elapsed(_, _, from: let left, to: let right):
      [left, right]
    case .oneOf(let subject, _, let others): [subject] + others
    case .aggregate(_, let body, let loop): [body] + (loop.condition.map { [$0] } ?? [])
    case .count(let loop), .any(let loop): loop.condition.map { [$0] } ?? []
    }
  }
}
