import RedressValues

/// What a step made of the running value.
struct StepOutcome {
  var value: Value
  /// Whether the step acted; nil while that is open.
  var acted: Bool?
  /// The exceptions that decided its value; nil while that is open.
  var decision: Decision?
  /// For `borne by`: every party's part, by party, in the order written.
  var parts: [(party: Int, amount: Rational, portion: Rational)] = []

  /// An exception waives the step; where its `when` is no, nothing decides.
  var isWaived: Bool { acted == false && decision?.isEmpty == false }
}

extension Program.Step.Form {
  /// The value of the step, where it has one.
  var operand: NodeID? {
    switch self {
    case .atMost(let node), .atLeast(let node), .less(let node), .plus(let node), .times(let node),
      .nothingUnder(let node), .nothingUpTo(let node), .rounded(_, let node):
      node
    case .borneBy, .onlyTheLargest: nil
    }
  }

  /// As the rules write it.
  var words: String {
    switch self {
    case .atMost: "at most"
    case .atLeast: "at least"
    case .less: "less"
    case .plus: "plus"
    case .times: "times"
    case .nothingUnder: "nothing under"
    case .nothingUpTo: "nothing up to"
    case .rounded: "rounded"
    case .borneBy: "borne by"
    case .onlyTheLargest: "only the largest"
    }
  }
}

extension Evaluator {
  /// Takes a step, with `it` as the value reached; `largest` is what `only the largest` keeps of it.
  mutating func apply(_ step: Program.Step, to value: Value, largest: Value? = nil) -> StepOutcome {
    let outer = running
    running = value
    defer { running = outer }
    switch holding(step.condition, step.optionalReads) {
    case .no: return StepOutcome(value: value, acted: false, decision: nil)
    case .fault(let index): return StepOutcome(value: .fault(index), acted: nil, decision: nil)
    case .yes: return taken(step, value, largest)
    case .maybe:
      let with = taken(step, value, largest)
      // Whether it acts is open: where it cannot be computed, what remains is that it does not act.
      if with.value.isFault { return StepOutcome(value: value, acted: nil, decision: nil) }
      return StepOutcome(value: join([value, with.value], at: step.branch.span), acted: nil, decision: nil)
    }
  }

  private mutating func taken(_ step: Program.Step, _ value: Value, _ largest: Value?) -> StepOutcome {
    guard let operand = step.form.operand else {
      return unlessWaived(step, value) { evaluator in
        if case .borneBy(let split) = step.form { return evaluator.borne(value, by: split, step) }
        return StepOutcome(value: largest ?? value, acted: true, decision: [])
      }
    }
    let ruled = stepOperand(step, operand, excluding: [])
    if case .waivedOrNot = ruled.waiver {
      let with = acting(step, value, ruled.value)
      if with.isFault { return StepOutcome(value: value, acted: nil, decision: nil) }
      return StepOutcome(value: join([value, with], at: step.branch.span), acted: nil, decision: nil)
    }
    if case .waived = ruled.waiver { return StepOutcome(value: value, acted: false, decision: ruled.decision) }
    return StepOutcome(value: acting(step, value, ruled.value), acted: true, decision: ruled.decision)
  }

  /// A step without a value of its own acts unless an exception waives it.
  private mutating func unlessWaived(
    _ step: Program.Step, _ value: Value, _ act: (inout Evaluator) -> StepOutcome
  ) -> StepOutcome {
    switch ways(step.exceptions) {
    case .fault(let index): return StepOutcome(value: .fault(index), acted: nil, decision: nil)
    case .sure(let way):
      return way.decision.isEmpty ? act(&self) : StepOutcome(value: value, acted: false, decision: way.decision)
    case .open(let all):
      if all.allSatisfy({ !$0.decision.isEmpty }) {
        return StepOutcome(value: value, acted: false, decision: all.speaking)
      }
      let with = act(&self)
      if with.value.isFault { return StepOutcome(value: value, acted: nil, decision: nil) }
      return StepOutcome(value: join([value, with.value], at: step.branch.span), acted: nil, decision: nil)
    }
  }

  /// Whether an exception lifts a step.
  enum Waiver { case not, waived, waivedOrNot }

  struct StepRuling {
    var value: Value
    var waiver: Waiver
    var decision: Decision?
  }

  /// The step's own value, exceptions considered.
  mutating func stepOperand(
    _ step: Program.Step, _ operand: NodeID, excluding excluded: [Int], given holding: [Int]? = nil
  ) -> StepRuling {
    switch ways(step.exceptions, excluding: excluded, given: holding) {
    case .fault(let index): return StepRuling(value: .fault(index), waiver: .not, decision: nil)
    case .sure(let way) where way.decision.isEmpty:
      return StepRuling(value: evaluate(operand), waiver: .not, decision: way.decision)
    case let possible:
      let all = possible.possible ?? []
      let valued = all.filter { way in !way.decision.contains { isWaiver(step.exceptions[$0]) } }
      guard !valued.isEmpty else {
        return StepRuling(value: .unknown(1), waiver: .waived, decision: all.speaking)
      }
      let outcome = settled(
        valued.count == 1 ? .sure(valued[0]) : .open(valued), step.exceptions, step.branch, showing: step.type
      ) {
        evaluator, exception, way in
        guard let exception, case .value(let node) = step.exceptions[exception].value else {
          return evaluator.evaluate(operand)
        }
        return evaluator.leavingOut(excluded + [exception], of: .step(step), in: way) { $0.evaluate(node) }
      }
      let isOpen = valued.count < all.count
      return StepRuling(
        value: outcome.value, waiver: isOpen ? .waivedOrNot : .not, decision: isOpen ? nil : outcome.decision)
    }
  }

  func isWaiver(_ exception: Program.Exception<Program.StepOverride>) -> Bool {
    if case .waived = exception.value { true } else { false }
  }

  /// What the step makes of the value reached.
  mutating func acting(_ step: Program.Step, _ value: Value, _ operand: Value) -> Value {
    guard let node = step.form.operand else { return value }
    if value.isFault { return value }
    if operand.isFault { return operand }
    if case .rounded(let mode, _) = step.form { return rounded(value, mode, to: operand, node) }
    var operand = operand
    if let number = operand.number, number.isNegative {
      guard case .atMost = step.form else {
        return fault(
          .stepBelowZero(step: step.branch.name, value: number.decimalText(upTo: 6), at: span(node)))
      }
      operand = .number(.zero)
    } else if case .unknown(let index) = operand {
      // Below zero it counts as zero, or refuses the case.
      var range = possibilities[Int(index)]
      range.low = max(range.low ?? .zero, .zero)
      if let high = range.high { range.high = max(high, .zero) }
      operand = self.value(range)
    }
    switch step.form {
    case .atMost: return more(.smallest, value, operand)
    case .atLeast: return more(.largest, value, operand)
    case .less:
      let rest = apply(.subtract, value, operand, node)
      return rest.isFault ? rest : more(.largest, rest, .number(.zero))
    case .plus: return apply(.add, value, operand, node)
    case .times: return apply(.multiply, value, operand, node)
    case .nothingUnder: return unless(compare(.less, value, operand), value, node)
    case .nothingUpTo: return unless(compare(.lessOrEqual, value, operand), value, node)
    case .rounded, .borneBy, .onlyTheLargest: return value
    }
  }

  /// Zero where the comparison holds.
  private mutating func unless(_ comparison: Value, _ value: Value, _ node: NodeID) -> Value {
    switch comparison {
    case .ordinal(let holds): return holds == 1 ? .number(.zero) : value
    case .fault: return comparison
    default: return join([.number(.zero), value], at: span(node))
    }
  }

  /// Rounds the value reached, shares it out and goes on with our part.
  private mutating func borne(_ value: Value, by split: Int, _ step: Program.Step) -> StepOutcome {
    if value.isFault { return StepOutcome(value: value, acted: nil, decision: nil) }
    let outcome = splitValue(split)
    if let fault = outcome.fault { return StepOutcome(value: fault, acted: nil, decision: nil) }
    let whole = minorUnits(value, step.branch.span)
    guard let amount = whole.number, let shares = outcome.known else {
      if whole.isFault { return StepOutcome(value: whole, acted: nil, decision: nil) }
      return StepOutcome(value: ourPart(of: whole, outcome, step), acted: true, decision: nil)
    }
    do {
      let parts = try Apportionment.parts(of: amount, weights: shares.map(\.portion), step: minorUnit)
      let all = zip(shares, parts).map { (party: $0.party, amount: $1, portion: $0.portion) }
      let ours = all.first { $0.party == program.us }?.amount ?? .zero
      return StepOutcome(value: .number(ours), acted: true, decision: [], parts: all)
    } catch {
      return StepOutcome(value: fault(error, at: step.branch.span), acted: nil, decision: nil)
    }
  }

  /// What our part can be where the amount or the shares are not known: to the minor unit around the exact part.
  private mutating func ourPart(of whole: Value, _ outcome: SplitValue, _ step: Program.Step) -> Value {
    let portion = outcome.range(ofParty: program.us)
    if portion.high?.isZero == true { return .number(.zero) }
    guard let amount = possibility(whole) else { return .unknown(1) }
    let exact = Operation.multiply.range(amount, portion)
    let unit = minorUnit
    return value(
      Possibility(
        low: exact.low.flatMap { low in within { () throws(ArithmeticError) in try low.rounded(.down, to: unit) } },
        high: exact.high.flatMap { high in within { () throws(ArithmeticError) in try high.rounded(.up, to: unit) } },
        isOrdinal: false))
  }
}
