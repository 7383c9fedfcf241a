import RedressDiagnostics
import RedressValues

/// The exceptions that decide a ruling together; none where the base does.
typealias Decision = [Int]

/// One way in which the conditions of a ruling's exceptions can fall.
struct Way {
  let decision: Decision
  /// The exceptions that hold in it; nil where too many are open to tell them apart.
  let holding: [Int]?
}

/// How the conditions of a ruling's exceptions fall, as far as the stated facts tell.
enum Ways {
  /// Everything is known.
  case sure(Way)
  /// Several, since an unknown condition may fall either way.
  case open([Way])
  case fault(Int32)

  /// The exceptions that decide, where only one way is possible.
  var only: Decision? {
    if case .sure(let way) = self { way.decision } else { nil }
  }

  /// All that are possible; nil where that cannot be told.
  var possible: [Way]? {
    switch self {
    case .sure(let way): [way]
    case .open(let all): all
    case .fault: nil
    }
  }
}

extension [Way] {
  /// The exceptions that speak for a value on which all ways agree: the base if it may decide, else those that decide
  /// in every way.
  var speaking: Decision {
    guard let first, !contains(where: \.decision.isEmpty) else { return [] }
    let common = first.decision.filter { exception in allSatisfy { $0.decision.contains(exception) } }
    return common.isEmpty ? first.decision : common
  }
}

/// What a ruling comes to.
struct RulingOutcome {
  var value: Value
  /// The branches that gave it; nil while it is open which.
  var decision: Decision?
}

extension Evaluator {
  /// Up to this many unknown conditions are tried out in every combination; beyond it, each by itself.
  private static let combinedConditions = 6

  /// The ways a ruling can fall, with the exceptions that the `otherwise` under way leaves out.
  mutating func ways<V>(
    _ exceptions: [Program.Exception<V>], excluding excluded: [Int] = [], given holding: [Int]? = nil
  ) -> Ways {
    if exceptions.isEmpty { return .sure(Way(decision: [], holding: [])) }
    if let holding {
      let left = holding.filter { !excluded.contains($0) }
      return .sure(Way(decision: decisive(left, exceptions), holding: left))
    }
    var sure: [Int] = []
    var open: [Int] = []
    for index in exceptions.indices where !excluded.contains(index) {
      switch self.holding(exceptions[index].condition, exceptions[index].optionalReads) {
      case .no: continue
      case .yes: sure.append(index)
      case .maybe: open.append(index)
      case .fault(let index): return .fault(index)
      }
    }
    if open.isEmpty { return .sure(Way(decision: decisive(sure, exceptions), holding: sure)) }
    if open.count > Self.combinedConditions { return .open(apart(sure, open, exceptions)) }
    var all: [Way] = []
    for combination in 0..<(1 << open.count) {
      let chosen = open.enumerated().filter { combination >> $0.offset & 1 == 1 }.map(\.element)
      let holding = (sure + chosen).sorted()
      all.append(Way(decision: decisive(holding, exceptions), holding: holding))
    }
    return .open(all)
  }

  /// Every exception that may decide by itself; more than can happen, never less.
  private func apart<V>(_ sure: [Int], _ open: [Int], _ exceptions: [Program.Exception<V>]) -> [Way] {
    let decisions = [decisive(sure, exceptions)] + open.map { decisive(sure + [$0], exceptions) }
    return (decisions + (sure + open).map { [$0] }).map { Way(decision: $0, holding: nil) }
  }

  private func decisive<V>(_ holding: [Int], _ exceptions: [Program.Exception<V>]) -> Decision {
    if holding.count < 2 { return holding }
    return holding.filter { candidate in
      !holding.contains { $0 != candidate && exceptions[$0].overrides.contains(candidate) }
    }
  }

  /// The value of a ruling whose branches are numbers, dates or words; `day` is the one asked for with `on`.
  mutating func outcome(
    of ruling: Program.Ruling<NodeID>, as context: OtherwiseContext.Ruling, excluding excluded: [Int] = [],
    given holding: [Int]? = nil, on day: Value? = nil, showing type: ValueType
  ) -> RulingOutcome {
    let ways = ways(ruling.exceptions, excluding: excluded, given: holding)
    return settled(ways, ruling.exceptions, ruling.branch, showing: type) { evaluator, exception, way in
      guard let exception else { return evaluator.baseValue(of: ruling, on: day) }
      let value = ruling.exceptions[exception].value
      if !ruling.exceptions[exception].mayReadOtherwise { return evaluator.evaluate(value) }
      return evaluator.leavingOut(excluded + [exception], of: context, in: way, on: day) { $0.evaluate(value) }
    }
  }

  /// Brings together the values of every way a ruling can fall. `value` computes that of an exception, or of the base.
  mutating func settled<V>(
    _ ways: Ways, _ exceptions: [Program.Exception<V>], _ branch: Program.Branch,
    showing type: ValueType, value: (inout Evaluator, Int?, Way) -> Value
  ) -> RulingOutcome {
    let all: [Way]
    switch ways {
    case .fault(let index): return RulingOutcome(value: .fault(index), decision: nil)
    case .sure(let way):
      return RulingOutcome(
        value: agreed(way, exceptions, branch, showing: type, value: value), decision: way.decision)
    case .open(let several): all = several
    }
    var values: [Value] = []
    var left: [Way] = []
    var failure: Value?
    for way in all {
      let value = agreed(way, exceptions, branch, showing: type, value: value)
      // A way that would refuse the case is left out: what is left is what a proposal can come to.
      if value.isFault {
        failure = value
      } else {
        values.append(value)
        left.append(way)
      }
    }
    if values.isEmpty, let failure { return RulingOutcome(value: failure, decision: nil) }
    let joined = join(values, at: branch.span)
    return RulingOutcome(value: joined, decision: joined.isUnknown ? nil : left.speaking)
  }

  /// The value decisive exceptions agree on, or the conflict between two that do not.
  private mutating func agreed<V>(
    _ way: Way, _ exceptions: [Program.Exception<V>], _ branch: Program.Branch,
    showing type: ValueType, value: (inout Evaluator, Int?, Way) -> Value
  ) -> Value {
    guard let first = way.decision.first else { return value(&self, nil, way) }
    let result = value(&self, first, way)
    if result.isFault { return result }
    for index in way.decision.dropFirst() {
      let other = value(&self, index, way)
      if other.isFault { return other }
      if isSame(result, other) || result.isUnknown || other.isUnknown { continue }
      return fault(
        .conflict(
          ruling: branch.name,
          Refusal.Side(
            name: exceptions[first].branch.name, value: exactly(result, type), span: exceptions[first].branch.span),
          Refusal.Side(
            name: exceptions[index].branch.name, value: exactly(other, type), span: exceptions[index].branch.span)))
    }
    return result
  }

  /// Computes or reads back something in which `otherwise` speaks of a ruling.
  mutating func leavingOut<Result>(
    _ excluded: [Int], of ruling: OtherwiseContext.Ruling, in way: Way, on day: Value? = nil,
    _ body: (inout Evaluator) -> Result
  ) -> Result {
    let outer = context
    defer { context = outer }
    context = OtherwiseContext(ruling: ruling, excluded: excluded, holding: way.holding, day: day)
    return body(&self)
  }

  mutating func otherwiseValue(_ node: NodeID) -> Value {
    guard let context else { return .unknown(1) }
    // Each level leaves one exception out, so that this ends; siblings may still multiply.
    effort -= 100
    switch context.ruling {
    case .definition(let index):
      let definition = program.definitions[index]
      return outcome(
        of: definition.ruling, as: context.ruling, excluding: context.excluded, given: context.holding,
        on: context.day, showing: definition.type
      ).value
    case .deadline(let index):
      let deadline = program.deadlines[index]
      return outcome(
        of: deadline.ruling, as: context.ruling, excluding: context.excluded, given: context.holding,
        showing: deadline.isTime ? .time : .date
      ).value
    case .item(let index):
      return payment(of: index, excluding: context.excluded, given: context.holding).amount
    case .recourse(let index):
      return outcome(
        of: program.recourses[index].ruling, as: context.ruling, excluding: context.excluded, given: context.holding,
        showing: .quantity(.percent)
      ).value
    case .step(let step):
      guard let operand = step.form.operand else { return .unknown(1) }
      // The step's own value has no place for `waived`: what would lift the step gives it no other value.
      let waivers = step.exceptions.indices.filter { isWaiver(step.exceptions[$0]) }
      return stepOperand(step, operand, excluding: context.excluded + waivers, given: context.holding).value
    }
  }

  // MARK: Definitions

  mutating func definitionValue(_ index: Int) -> Value {
    if let known = definitionValues[index] { return known }
    let value = computeDefinition(index)
    definitionValues[index] = value
    return value
  }

  /// The value of a definition without parameters as of a day, or of a call whose arguments are in place.
  mutating func computeDefinition(_ index: Int, on day: Value? = nil) -> Value {
    depth += Self.rulingDepth
    defer { depth -= Self.rulingDepth }
    if program.definitions[index].isPlain { return evaluate(program.definitions[index].ruling.base) }
    let definition = program.definitions[index]
    let base = outcome(of: definition.ruling, as: .definition(index), on: day, showing: definition.type)
    var value = base.value
    for step in definition.steps {
      if value.isFault { return value }
      value = apply(step, to: value).value
    }
    return value
  }

  mutating func call(_ index: Int, _ arguments: NodeRange, on day: NodeID? = nil) -> Value {
    effort -= 20
    let values: [Value]
    switch self.arguments(arguments) {
    case .failure(let fault): return fault
    case .known(let known): values = known
    }
    let day = day.map { evaluate($0) }
    if let day, day.isFault { return day }
    return with(values) { $0.computeDefinition(index, on: day) }
  }

  /// The values of a call's arguments, or the first that cannot be computed.
  enum Arguments {
    case known([Value])
    case failure(Value)
  }

  mutating func arguments(_ range: NodeRange) -> Arguments {
    var values: [Value] = []
    for position in range.indices {
      let value = evaluate(program.operands[position])
      if value.isFault { return .failure(value) }
      values.append(value)
    }
    return .known(values)
  }

  /// Computes or reads back something with arguments in place.
  mutating func with<Result>(_ values: [Value], _ body: (inout Evaluator) -> Result) -> Result {
    let outerBase = parameterBase
    parameterBase = parameters.count
    parameters.append(contentsOf: values)
    defer {
      parameters.removeLast(values.count)
      parameterBase = outerBase
    }
    return body(&self)
  }
}
