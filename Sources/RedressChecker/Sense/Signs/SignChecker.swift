import RedressDiagnostics
import RedressValues

/// Looks for divisors that may be zero and payments that may be below zero.
///
/// It walks through every expression with what is known around it: the conditions under which the expression is computed
/// at all. Only where something must be shown are these conditions worked out.
struct SignChecker {
  /// What is known where an expression stands.
  struct Place {
    /// Conditions, each with whether it holds.
    var conditions: [(CheckedExpression, Bool)] = []
    var elements: [(list: CheckedLoop.List, variable: Int)] = []
    /// The definition whose parameters may be read.
    var definition = -1
    /// What the value without an exception can be.
    var otherwise = Interval.everything

    func assuming(_ condition: CheckedExpression, _ isTrue: Bool = true) -> Place {
      var place = self
      place.conditions.append((condition, isTrue))
      return place
    }
  }

  let policy: CheckedPolicy
  let owners: Owners
  var builder: TermBuilder
  var problems: [CheckProblem] = []
  /// Definitions that may be what is wrong: with a mistake, a problem found here, or one that builds on such.
  private var doubtful: Set<Int>
  /// How many problems and doubtful definitions were met so far; what lies around one is not looked at as well.
  private var doubts = 0

  /// Where the declarations stand that messages speak of.
  struct Owners {
    let money: Unit?
  }

  /// `unresolved` are definitions that could not be read in full.
  init(policy: CheckedPolicy, variableRecords: [Int], money: Unit?, unresolved: Set<Int>) {
    self.policy = policy
    doubtful = unresolved
    owners = Owners(money: money)
    builder = TermBuilder(policy: policy, variableRecords: variableRecords, keepsNames: false)
  }

  /// Everything of the policy, in the order in which it is declared.
  mutating func run() {
    builder.assumeRequirements()
    for requirement in policy.requirements { walk(requirement.condition, Place()) }
    for (index, definition) in policy.definitions.enumerated() { walk(definition, index) }
    for split in policy.splits {
      walk(split.ruling, Place()) { checker, shares, place in
        for share in shares.shares { if let value = share.value { checker.walk(value, place) } }
      }
    }
    for choice in policy.choices {
      if let condition = choice.condition { walk(condition, Place()) }
      walk(choice.preferenceReasons, Place())
    }
    for item in policy.items { walk(item) }
    for bar in policy.bars {
      for ground in bar.grounds {
        walk(ground.condition, Place())
        walk(ground.reasons, Place().assuming(ground.condition))
      }
      for exception in bar.exceptions { walk(exception.condition, Place()) }
    }
    for conditional in policy.approvals + policy.notes {
      walk(conditional.condition, Place())
      walk(conditional.reasons, Place().assuming(conditional.condition))
      walk(conditional.label, Place().assuming(conditional.condition))
    }
    for invariant in policy.invariants { walk(invariant.condition, Place()) }
    for deadline in policy.deadlines {
      walk(deadline.ruling, Place()) { checker, value, place in checker.walk(value, place) }
    }
    // Past its means the analysis knows nothing any more, and must not complain.
    if builder.table.isExhausted { problems = [] }
  }

  private mutating func walk(_ definition: CheckedPolicy.Definition, _ index: Int) {
    let before = doubts
    var place = Place()
    place.definition = index
    walk(definition.ruling, place) { checker, value, place in checker.walk(value, place) }
    walk(definition.steps, place)
    if doubts != before { doubtful.insert(index) }
  }

  /// Walks through an expression; whether nothing in it is in doubt, so that it is worth looking at as a whole.
  private mutating func isClear(_ expression: CheckedExpression, _ place: Place) -> Bool {
    let before = doubts
    walk(expression, place)
    return doubts == before
  }

  mutating func report(_ problem: SenseProblem) {
    doubts += 1
    problems.append(.sense(problem))
  }

  /// A base, where no exception holds, and the exceptions, each where it does.
  private mutating func walk<Value>(
    _ ruling: CheckedPolicy.Ruling<Value, Value>, _ place: Place, _ value: (inout SignChecker, Value, Place) -> Void
  ) {
    var base = place
    for exception in ruling.exceptions where exception.optionalReads.isEmpty {
      base.conditions.append((exception.condition, false))
    }
    value(&self, ruling.base, base)
    walk(ruling.reasons, base)
    for exception in ruling.exceptions {
      walk(exception.condition, place)
      let inside = place.assuming(exception.condition)
      value(&self, exception.value, inside)
      walk(exception.reasons, inside)
    }
  }

  private mutating func walk(_ steps: [CheckedPolicy.Step], _ place: Place) {
    for step in steps {
      var inside = place
      if let condition = step.condition {
        walk(condition, place)
        inside = place.assuming(condition)
      }
      switch step.form {
      case .atMost(let value), .atLeast(let value), .less(let value), .plus(let value), .times(let value),
        .nothingUnder(let value), .nothingUpTo(let value):
        walk(value, inside)
      case .rounded(_, to: let value):
        if isClear(value, inside) { requireAboveZero(value, .step, inside) }
      case .borneBy: break
      }
      walk(step.reasons, inside)
      for exception in step.exceptions {
        walk(exception.condition, inside)
        if case .value(let value) = exception.value { walk(value, inside.assuming(exception.condition)) }
        walk(exception.reasons, inside.assuming(exception.condition))
      }
    }
  }

  private mutating func walk(_ item: CheckedPolicy.Item) {
    var place = Place()
    if let condition = item.condition {
      walk(condition, place)
      place = place.assuming(condition)
    }
    if let loop = item.loop {
      place.elements.append((loop.list, loop.variable))
      if let condition = loop.condition {
        walk(condition, place)
        place = place.assuming(condition)
      }
    }
    walk(item.label, place)
    walk(item.owedBy, place)
    // Each branch of a payment is looked at by itself.
    place.otherwise = .fromZero
    let isLifted = item.steps.contains { $0.keepsFromZero }
    walk(item.ruling, place) { checker, payment, place in
      switch payment {
      case .pay(let amount, _):
        // What is wrong inside the amount may be all that is wrong with it.
        if checker.isClear(amount, place), !isLifted { checker.requireFromZero(amount, place) }
      case .right(let text): checker.walk(text, place)
      case .apology, .nothing: break
      }
    }
    place.otherwise = .everything
    walk(item.steps, place)
  }

  private mutating func walk(_ reasons: CheckedReasons, _ place: Place) {
    walk(reasons.because, place)
  }

  private mutating func walk(_ text: CheckedText?, _ place: Place) {
    guard let text else { return }
    for case .expression(let expression) in text.segments { walk(expression, place) }
  }

  /// An expression and everything in it.
  private mutating func walk(_ expression: CheckedExpression, _ place: Place) {
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
    case .call(let definition, let arguments):
      let before = doubts
      for argument in arguments { walk(argument, place) }
      if doubtful.contains(definition) { doubts += 1 }
      if doubts == before { requireArguments(definition, arguments, place) }
    case .definition(let definition):
      if doubtful.contains(definition) { doubts += 1 }
    default:
      for part in expression.parts { walk(part, place) }
    }
  }

  /// The place inside a loop.
  private mutating func walk(_ loop: CheckedLoop, _ place: Place) -> Place {
    var inside = place
    inside.elements.append((loop.list, loop.variable))
    if let condition = loop.condition {
      walk(condition, inside)
      inside = inside.assuming(condition)
    }
    return inside
  }
}

extension CheckedPolicy.Step {
  /// Whether nothing below zero is left after it.
  var keepsFromZero: Bool {
    guard condition == nil, exceptions.isEmpty, optionalReads.isEmpty else { return false }
    switch form {
    case .atLeast, .less, .nothingUnder, .nothingUpTo: return true
    case .atMost, .plus, .times, .rounded, .borneBy: return false
    }
  }
}
