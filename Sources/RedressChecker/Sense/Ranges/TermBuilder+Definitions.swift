import RedressValues

extension TermBuilder {
  /// The term of a definition without parameters: what it says, or a name with a range where it has exceptions or steps.
  mutating func definition(_ definition: Int) -> Int {
    if let known = definitionTerms[definition] { return known }
    // Stands in while the definition is looked into, should it lead to itself.
    definitionTerms[definition] = table.opaque(.everything)
    let checked = policy.definitions[definition]
    var environment = Environment()
    environment.owner = .definition(definition)
    let isPlain = checked.saysOneThing
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
    let isPlain = checked.saysOneThing
    guard outer.depth < 12, !keepsNames else { return table.number(.call(definition), arguments) }
    var environment = Environment()
    environment.owner = .definition(definition)
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
      requirementTerms.append(condition)
    }
    requirements = assumed
    for definition in policy.definitions.indices where policy.definitions[definition].parameters.isEmpty {
      guard let term = definitionTerms[definition], case .definition = table.terms[term].operation else { continue }
      var environment = Environment()
      environment.owner = .definition(definition)
      refined[term] = range(of: policy.definitions[definition], environment).meeting(table.ranges[term])
    }
  }

  /// What a definition's value can be: the base where no exception holds, each exception where it does, then the steps.
  mutating func range(of definition: CheckedPolicy.Definition, _ environment: Environment) -> Interval {
    var result = rangeBeforeSteps(of: definition, environment)
    for step in definition.steps { result = stepped(result, by: step, environment) }
    return result
  }

  /// What the branches of a definition give, of all its days.
  mutating func rangeBeforeSteps(of definition: CheckedPolicy.Definition, _ environment: Environment) -> Interval {
    let conditions = definition.ruling.exceptions.map { term($0.condition, environment) }
    var baseAssumptions = requirements
    for (exception, condition) in zip(definition.ruling.exceptions, conditions) where exception.optionalReads.isEmpty {
      baseAssumptions.assume(condition, isTrue: false, in: &self)
    }
    var result = range(of: definition.ruling.base, environment, baseAssumptions)
    for branch in definition.ruling.later {
      result = result.joining(range(of: branch.base, environment, baseAssumptions))
    }
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
    return result
  }

  mutating func range(
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
    case .borneBy, .onlyTheLargest: return range.multiplied(by: Interval(lower: .zero, upper: .one))
    }
  }

  /// Terms that a definition's value never exceeds: its limits, as long as nothing after them adds to it.
  private mutating func ceilings(of definition: CheckedPolicy.Definition, _ environment: Environment) -> [Int] {
    var result: [Int] = []
    if definition.ruling.exceptions.isEmpty, definition.ruling.later.isEmpty {
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
      case .less, .nothingUnder, .nothingUpTo, .onlyTheLargest: break
      case .rounded(.down, to: _): break
      case .atLeast, .plus, .times, .rounded, .borneBy: result = []
      }
    }
    return result
  }
}

extension CheckedPolicy.Definition {
  /// Whether it has one value, without exceptions, steps and other days.
  var saysOneThing: Bool { ruling.exceptions.isEmpty && ruling.later.isEmpty && steps.isEmpty }
}
