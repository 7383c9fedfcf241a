import RedressDiagnostics
import RedressValues

/// Looks for divisors that may be zero, payments that may be below zero, and for conditions and steps that decide nothing.
///
/// It walks through every expression with what is known around it: the conditions under which the expression is computed
/// at all. Only where something must be shown are these conditions worked out.
struct FlowChecker {
  let policy: CheckedPolicy
  let owners: Owners
  var builder: TermBuilder
  var problems: [CheckProblem] = []
  /// Verdicts on conditions, in the order in which they were met.
  var verdicts: [(place: Span, role: ConditionRole, verdict: Verdict, known: [KnownRange])] = []
  /// By term of a condition: what it asks about.
  var subjects: [Int: [Int]] = [:]
  /// By what they ask about: the conditions of every `require`.
  var requirementsBySubject: [Int: [Int]] = [:]
  /// By definition: whether it is, or hangs on, one fixed value: a setting, made to be changed.
  var isSetting: [Bool] = []
  private var tableParameters: [Int: [CheckedPolicy.Attributes]] = [:]
  /// Definitions that may be what is wrong: with a mistake, a problem found here, or one that builds on such.
  private(set) var doubtful: Set<Int>
  /// How many problems and doubtful definitions were met so far; what lies around one is not looked at as well.
  private(set) var doubts = 0

  /// Where the declarations stand that messages speak of.
  struct Owners {
    let money: Unit?
    /// Whether other mistakes were found, so that a zero or a `no` may stand for what could not be read.
    let hasPlaceholders: Bool
    /// Of these nothing is known.
    let lookups: DoubtfulLookups
  }

  /// `unresolved` are definitions that could not be read in full.
  init(policy: CheckedPolicy, variableRecords: [Int], unresolved: Set<Int>, owners: Owners) {
    self.policy = policy
    doubtful = unresolved
    self.owners = owners
    builder = TermBuilder(policy: policy, variableRecords: variableRecords, keepsNames: false)
  }

  /// Everything of the policy, in the order in which it is declared.
  mutating func run() {
    builder.assumeRequirements()
    indexRequirements()
    findSettings()
    for requirement in policy.requirements { walk(requirement, as: .requirement) }
    for (index, definition) in policy.definitions.enumerated() { walk(definition, index) }
    for (index, table) in policy.tables.enumerated() { walk(table, index) }
    for (index, tiers) in policy.tiers.enumerated() { walk(tiers, index) }
    for split in policy.splits {
      walk(split.ruling, Place()) { checker, shares, place in checker.walk(shares, place) }
    }
    for choice in policy.choices {
      judge(choice.condition, .choice(choice.name), choice.optionalReads, Place())
      walk(choice.preferenceReasons, Place())
    }
    for item in policy.items { walk(item) }
    for bar in policy.bars { walk(bar) }
    for limit in policy.limits { walk(limit) }
    for recourse in policy.recourses { walk(recourse) }
    for authority in policy.authorities { walk(authority) }
    for approval in policy.approvals { walk(approval, as: .approval(approval.name)) }
    for note in policy.notes { walk(note, as: .note(note.name)) }
    for invariant in policy.invariants { walk(invariant, as: .invariant) }
    for deadline in policy.deadlines {
      walk(deadline.ruling, Place()) { checker, value, place in checker.walk(value, place) }
    }
    reportVerdicts()
    // Past its means the analysis knows nothing any more, and must not complain.
    if builder.table.isExhausted { problems = [] }
  }

  mutating func report(_ problem: SenseProblem) {
    doubts += 1
    problems.append(.sense(problem))
  }

  /// Walks through an expression; whether nothing in it is in doubt, so that it is worth looking at as a whole.
  mutating func isClear(_ expression: CheckedExpression, _ place: Place) -> Bool {
    let before = doubts
    walk(expression, place)
    return doubts == before
  }

  /// What stands around an expression, as its terms need it.
  mutating func environment(_ place: Place) -> TermBuilder.Environment {
    var environment = TermBuilder.Environment()
    environment.owner = place.owner
    // Where nothing is known of them they are made when they are read.
    if place.otherwise != .everything { environment.otherwise = builder.table.opaque(place.otherwise) }
    if place.it != .everything { environment.it = builder.table.opaque(place.it) }
    return environment
  }

  private mutating func walk(_ definition: CheckedPolicy.Definition, _ index: Int) {
    let before = doubts
    var place = Place()
    place.owner = .definition(index)
    walk(definition.ruling, place) { checker, value, place in checker.walk(value, place) }
    let isReadable = doubts == before && !doubtful.contains(index)
    walk(definition.steps, place)
    if isReadable, !definition.steps.isEmpty, case .quantity = definition.type {
      var environment = TermBuilder.Environment()
      environment.owner = .definition(index)
      let range = builder.rangeBeforeSteps(of: definition, environment)
      lookForIdle(definition.steps, of: definition.name, from: range, environment, definition.type)
    }
    if doubts != before { doubtful.insert(index) }
  }

  /// A base of every day, where no exception holds, and the exceptions, each where it does.
  mutating func walk<Value: RulingValue>(
    _ ruling: CheckedPolicy.Ruling<Value, Value>, _ place: Place, _ value: (inout FlowChecker, Value, Place) -> Void
  ) {
    var base = place
    for exception in ruling.exceptions where exception.optionalReads.isEmpty {
      base.conditions.append((exception.condition, false))
    }
    value(&self, ruling.base, base)
    walk(ruling.reasons, base)
    for branch in ruling.later {
      value(&self, branch.base, base)
      walk(branch.reasons, base)
    }
    if let day = ruling.datedBy { walk(day, place) }
    for exception in ruling.exceptions {
      judge(exception, place)
      let inside = place.assuming(exception.condition)
      value(&self, exception.value, inside)
      walk(exception.reasons, inside)
    }
    lookForOverridden(ruling.exceptions, place)
  }

  mutating func walk(_ steps: [CheckedPolicy.Step], _ place: Place) {
    for step in steps {
      var inside = place
      if let condition = step.condition {
        judge(condition, .step(step.name), step.optionalReads, place)
        inside = place.assuming(condition)
      }
      if case .rounded(_, to: let value) = step.form {
        if isClear(value, inside) { requireAboveZero(value, .step, inside) }
      } else if let value = step.form.amount {
        walk(value, inside)
      }
      walk(step.reasons, inside)
      for exception in step.exceptions {
        judge(exception, inside)
        if case .value(let value) = exception.value { walk(value, inside.assuming(exception.condition)) }
        walk(exception.reasons, inside.assuming(exception.condition))
      }
      lookForOverridden(step.exceptions, inside)
    }
  }

  mutating func walk(_ reasons: CheckedReasons, _ place: Place) {
    walk(reasons.because, place)
  }

  mutating func walk(_ text: CheckedText?, _ place: Place) {
    guard let text else { return }
    for case .expression(let expression) in text.segments { walk(expression, place) }
  }

  /// An expression and everything in it.
  mutating func walk(_ expression: CheckedExpression, _ place: Place) {
    switch expression.form {
    case .divide(let left, let right):
      walk(left, place)
      if isClear(right, place) { requireAboveZero(right, .divisor, place) }
    case .rounded(let value, _, to: let step):
      walk(value, place)
      if isClear(step, place) { requireAboveZero(step, .step, place) }
    case .and(let left, let right):
      walk(left, place)
      // The right side is computed only where the left one is not no.
      walk(right, place.assuming(left))
    case .or(let left, let right):
      walk(left, place)
      walk(right, place.assuming(left, false))
    case .aggregate(_, let body, let loop): walk(body, walk(loop, place))
    case .count(let loop), .any(let loop): _ = walk(loop, place)
    case .call(let definition, let arguments), .callOn(let definition, let arguments, _):
      let before = doubts
      for part in expression.parts { walk(part, place) }
      if doubtful.contains(definition) { doubts += 1 }
      if doubts == before { require(arguments, of: policy.definitions[definition].parameters, place) }
    case .definition(let definition), .accrued(let definition, from: _, to: _, over: _),
      .definitionOn(let definition, _):
      for part in expression.parts { walk(part, place) }
      if doubtful.contains(definition) { doubts += 1 }
    case .table(let table, let arguments), .tableOn(let table, let arguments, _):
      let before = doubts
      for part in expression.parts { walk(part, place) }
      if owners.lookups.tables.contains(table) { doubts += 1 }
      if doubts == before { require(arguments, of: parameters(ofTable: table), place) }
    case .tiers(let tiers, let amount):
      if owners.lookups.tiers.contains(tiers) { doubts += 1 }
      if isClear(amount, place) { require([amount], of: [policy.tiers[tiers].parameter], place) }
    default:
      for part in expression.parts { walk(part, place) }
    }
  }

  /// With the bounds that its rows count on; worked out once.
  private mutating func parameters(ofTable index: Int) -> [CheckedPolicy.Attributes] {
    if let known = tableParameters[index] { return known }
    let parameters = policy.tables[index].boundedParameters
    tableParameters[index] = parameters
    return parameters
  }

  /// The place inside a loop.
  mutating func walk(_ loop: CheckedLoop, _ place: Place) -> Place {
    var inside = place
    inside.elements.append((loop.list, loop.variable))
    if let condition = loop.condition {
      judge(condition, .elements, loop.optionalReads, inside)
      inside = inside.assuming(condition)
    }
    if let order = loop.order { walk(order.key, inside) }
    return inside
  }
}
