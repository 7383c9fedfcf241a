import RedressDiagnostics
import RedressValues

/// The exceptions that decide a ruling together; none where the base does.
typealias Decision = [Int]

/// How the conditions of a ruling's exceptions fall, as far as the stated facts tell.
enum Decisions {
  /// One where everything is known, several where an unknown condition may fall either way.
  case possible([Decision])
  case fault(Int32)
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

  /// Which exceptions hold and are not set aside, with those of the `otherwise` under way left out.
  mutating func decisions<V>(_ exceptions: [Program.Exception<V>], excluding excluded: [Int] = []) -> Decisions {
    if exceptions.isEmpty { return .possible([[]]) }
    var sure: [Int] = []
    var open: [Int] = []
    for index in exceptions.indices where !excluded.contains(index) {
      switch holding(exceptions[index].condition, exceptions[index].optionalReads) {
      case .no: continue
      case .yes: sure.append(index)
      case .maybe: open.append(index)
      case .fault(let index): return .fault(index)
      }
    }
    if open.isEmpty { return .possible([decisive(sure, exceptions)]) }
    if open.count > Self.combinedConditions {
      let alone = open.map { decisive(sure + [$0], exceptions) }
      return .possible([decisive(sure, exceptions)] + alone + (sure + open).map { [$0] })
    }
    var all: [Decision] = []
    for combination in 0..<(1 << open.count) {
      let holding = sure + open.enumerated().filter { combination >> $0.offset & 1 == 1 }.map(\.element)
      let decision = decisive(holding.sorted(), exceptions)
      if !all.contains(decision) { all.append(decision) }
    }
    return .possible(all)
  }

  private func decisive<V>(_ holding: [Int], _ exceptions: [Program.Exception<V>]) -> Decision {
    if holding.count < 2 { return holding }
    return holding.filter { candidate in
      !holding.contains { $0 != candidate && exceptions[$0].overrides.contains(candidate) }
    }
  }

  /// The value of a ruling whose branches are numbers, dates or words.
  mutating func outcome(
    of ruling: Program.Ruling<NodeID>, as context: OtherwiseContext.Ruling, excluding excluded: [Int] = [],
    showing type: ValueType
  ) -> RulingOutcome {
    switch decisions(ruling.exceptions, excluding: excluded) {
    case .fault(let index): return RulingOutcome(value: .fault(index), decision: nil)
    case .possible(let all):
      return settled(all, ruling.exceptions, ruling.branch, showing: type) { evaluator, exception in
        guard let exception else { return evaluator.evaluate(ruling.base) }
        return evaluator.leavingOut(excluded + [exception], of: context) {
          $0.evaluate(ruling.exceptions[exception].value)
        }
      }
    }
  }

  /// Brings together the values of every way a ruling can fall. `value` computes that of an exception, or of the base.
  mutating func settled<V>(
    _ all: [Decision], _ exceptions: [Program.Exception<V>], _ branch: Program.Branch,
    showing type: ValueType, value: (inout Evaluator, Int?) -> Value
  ) -> RulingOutcome {
    if all.count == 1 {
      return RulingOutcome(
        value: agreed(all[0], exceptions, branch, showing: type, value: value), decision: all[0])
    }
    var values: [Value] = []
    var failure: Value?
    for decision in all {
      let value = agreed(decision, exceptions, branch, showing: type, value: value)
      // A way that would refuse the case is left out: what is left is what a proposal can come to.
      if value.isFault { failure = value } else { values.append(value) }
    }
    if values.isEmpty, let failure { return RulingOutcome(value: failure, decision: nil) }
    return RulingOutcome(value: join(values, at: branch.span), decision: nil)
  }

  /// The value decisive exceptions agree on, or the conflict between two that do not.
  private mutating func agreed<V>(
    _ decision: Decision, _ exceptions: [Program.Exception<V>], _ branch: Program.Branch,
    showing type: ValueType, value: (inout Evaluator, Int?) -> Value
  ) -> Value {
    guard let first = decision.first else { return value(&self, nil) }
    let result = value(&self, first)
    if result.isFault { return result }
    for index in decision.dropFirst() {
      let other = value(&self, index)
      if other.isFault { return other }
      if isSame(result, other) || result.isUnknown || other.isUnknown { continue }
      return fault(
        .conflict(
          ruling: branch.name,
          Refusal.Side(
            name: exceptions[first].branch.name, value: shown(result, type), span: exceptions[first].branch.span),
          Refusal.Side(
            name: exceptions[index].branch.name, value: shown(other, type), span: exceptions[index].branch.span)))
    }
    return result
  }

  /// Computes something in which `otherwise` speaks of a ruling.
  mutating func leavingOut(
    _ excluded: [Int], of ruling: OtherwiseContext.Ruling, _ body: (inout Evaluator) -> Value
  ) -> Value {
    let outer = context
    defer { context = outer }
    context = OtherwiseContext(ruling: ruling, excluded: excluded)
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
        of: definition.ruling, as: context.ruling, excluding: context.excluded, showing: definition.type
      ).value
    case .deadline(let index):
      let deadline = program.deadlines[index]
      return outcome(
        of: deadline.ruling, as: context.ruling, excluding: context.excluded, showing: deadline.isTime ? .time : .date
      ).value
    case .item(let index): return payment(of: index, excluding: context.excluded).amount
    case .step(let step):
      guard let operand = step.form.operand else { return .unknown(1) }
      return stepOperand(step, operand, excluding: context.excluded).value
    }
  }

  // MARK: Definitions

  mutating func definitionValue(_ index: Int) -> Value {
    if let known = definitionValues[index] { return known }
    let value = computeDefinition(index)
    definitionValues[index] = value
    return value
  }

  private mutating func computeDefinition(_ index: Int) -> Value {
    let definition = program.definitions[index]
    let outerRunning = running
    let outerContext = context
    defer {
      running = outerRunning
      context = outerContext
    }
    let base = outcome(of: definition.ruling, as: .definition(index), showing: definition.type)
    var value = base.value
    for step in definition.steps {
      if value.isFault { return value }
      value = apply(step, to: value).value
    }
    return value
  }

  mutating func call(_ index: Int, _ arguments: NodeRange) -> Value {
    effort -= 20
    var values: [Value] = []
    for position in arguments.indices {
      let value = evaluate(program.operands[position])
      if value.isFault { return value }
      values.append(value)
    }
    let outerBase = parameterBase
    parameterBase = parameters.count
    parameters.append(contentsOf: values)
    defer {
      parameters.removeLast(values.count)
      parameterBase = outerBase
    }
    return computeDefinition(index)
  }
}
