import RedressValues

/// Limits whose lines, or whose own value, are not known: whether they bind, and what that leaves possible.
extension Evaluator {
  /// What a step does to lines that wait.
  private enum Effect {
    case none
    /// An exception waives it.
    case waived(Decision)
    /// It may bind; the step's own value, where it has one.
    case perhaps(Possibility)
    case fault(Value)
  }

  /// A step on lines some of which wait, or with a value that is not known: the lines wait, unless it cannot bind.
  ///
  /// - Returns: the fault of a step that acts and cannot be computed.
  mutating func actPerhaps(_ position: Int, _ group: inout LimitGroup) -> Value? {
    let step = program.limits[group.limit].steps[position]
    let plain = group.members.reduce(Possibility.point(.zero, isOrdinal: false)) {
      Operation.add.range($0, $1.amount)
    }
    let sum = group.sum.map { plain.limited(to: $0) } ?? plain
    let before = value(sum)
    let operand: Possibility
    switch effect(of: step, on: sum, before, group.members) {
    case .none: return nil
    case .waived(let decision):
      if group.isSure { noteWaiver(of: position, decision, before: before, in: group) }
      return nil
    // Without a line the limit does nothing; with one the case is refused.
    case .fault(let fault): return group.isSure ? fault : nil
    case .perhaps(let possibility): operand = possibility
    }
    let outcome = apply(step, to: before, largest: value(largest(of: group.members)))
    let after = minorUnits(outcome.value, step.branch.span)
    if after.isFault { return group.isSure ? after : nil }
    guard var target = possibility(after) else { return nil }
    target.low = max(target.low ?? .zero, .zero)
    if !group.isSure { target = target.joined(with: .point(.zero, isOrdinal: false)) }

    for place in group.members.indices {
      group.members[place].waits = true
      group.members[place].mayHaveChanged = true
      // What several elements come to is bounded by what bounds each of them.
      if group.members[place].isWhole { continue }
      if group.members.count == 1 {
        group.members[place].amount = target
        continue
      }
      let amount = group.members[place].amount
      let others = difference(plain.high, amount.high)
      group.members[place].amount = left(of: amount, step.form, operand, others: others, from: sum, to: target)
    }
    group.sum = target
    group.wait.steps.append((position, before))
    return nil
  }

  private func largest(of members: [LimitMember]) -> Possibility {
    members.dropFirst().reduce(members.first?.amount ?? .point(.zero, isOrdinal: false)) { $0.larger($1.amount) }
  }

  // MARK: Whether it binds

  private mutating func effect(
    of step: Program.Step, on sum: Possibility, _ before: Value, _ members: [LimitMember]
  ) -> Effect {
    let outer = running
    running = before
    defer { running = outer }
    var mayNotAct = false
    switch holding(step.condition, step.optionalReads) {
    case .no: return .none
    case .fault(let index): return .fault(.fault(index))
    case .yes: break
    case .maybe: mayNotAct = true
    }
    guard let node = step.form.operand else {
      if let all = ways(step.exceptions).possible, all.allSatisfy({ !$0.decision.isEmpty }) {
        return .waived(all.speaking)
      }
      let several = members.count { $0.amount.high?.isZero != true } > 1
      return several ? .perhaps(.anyNumber) : .none
    }
    let ruled = stepOperand(step, node, excluding: [])
    if case .waived = ruled.waiver { return .waived(ruled.decision ?? []) }
    if case .waivedOrNot = ruled.waiver { mayNotAct = true }
    if ruled.value.isFault { return mayNotAct ? .none : .fault(ruled.value) }
    guard var operand = possibility(ruled.value) else { return .perhaps(.anyNumber) }
    // Below zero it counts as zero, or refuses the case.
    operand.low = max(operand.low ?? .zero, .zero)
    if let high = operand.high { operand.high = max(high, .zero) }
    return cannotBind(step.form, operand, on: sum) ? .none : .perhaps(operand)
  }

  private func cannotBind(_ form: Program.Step.Form, _ operand: Possibility, on sum: Possibility) -> Bool {
    let isNothing = sum.high?.isZero == true
    switch form {
    case .atMost: return isNothing || sum.isAtMost(operand)
    case .atLeast: return operand.high?.isZero == true || operand.isAtMost(sum)
    case .less: return isNothing || operand.high?.isZero == true
    case .plus: return operand.high?.isZero == true
    case .nothingUnder: return isNothing || operand.isAtMost(sum)
    case .nothingUpTo: return isNothing || operand.isBelow(sum)
    case .rounded:
      guard let step = operand.low, step == operand.high, step.isPositive else { return isNothing }
      return isNothing || within { () throws(ArithmeticError) in try minorUnit / step }?.isWhole == true
    case .times, .borneBy, .onlyTheLargest: return false
    }
  }

  // MARK: What is left

  /// What a line can come to where a step takes the sum of the lines from one range to another, if it acts.
  private func left(
    of amount: Possibility, _ form: Program.Step.Form, _ operand: Possibility, others: Rational?,
    from sum: Possibility, to target: Possibility
  ) -> Possibility {
    var result = Possibility(low: .zero, high: amount.high, isOrdinal: false)
    switch form {
    case .atMost: result.low = shrunk(amount.low, operand.low, others, sum.high)
    case .less: result.low = lessened(amount.low, operand.high, sum.low)
    case .nothingUnder, .nothingUpTo, .onlyTheLargest: break
    case .atLeast, .plus:
      result.low = amount.low
      result.high = added(amount.high, difference(target.high, sum.low))
    case .rounded:
      let most = added(operand.high, minorUnit)
      result.low = difference(amount.low, most).map { max($0, .zero) } ?? .zero
      result.high = added(amount.high, most)
    case .times, .borneBy: return amount
    }
    // No line comes to more than all of them.
    if let bound = target.high { result.high = result.high.map { min($0, bound) } ?? bound }
    if let low = result.low, let high = result.high, low > high { result.low = high }
    return result
  }

  /// The least of a line when the sum is cut to a bound: its part of the bound, when all other lines come to the most.
  private func shrunk(_ low: Rational?, _ bound: Rational?, _ others: Rational?, _ sum: Rational?) -> Rational {
    guard let low, let bound, let all = [added(others, low), sum].compactMap({ $0 }).min() else { return .zero }
    if all <= bound { return low }
    return floored { () throws(ArithmeticError) in try low * bound / all }
  }

  /// The least of a line when something comes off the sum: when all lines come to the least.
  private func lessened(_ low: Rational?, _ taken: Rational?, _ sum: Rational?) -> Rational {
    guard let low, let taken, let sum, sum > taken else { return .zero }
    return floored { () throws(ArithmeticError) in try low * (sum - taken) / sum }
  }

  /// Two minor units below an exact part: for the rounding of the sum, and for what is shared out of it.
  private func floored(_ part: () throws(ArithmeticError) -> Rational) -> Rational {
    let unit = minorUnit
    let low = within { () throws(ArithmeticError) in
      try part().rounded(.down, to: unit) - unit - unit
    }
    return max(low ?? .zero, .zero)
  }

  private func difference(_ left: Rational?, _ right: Rational?) -> Rational? {
    guard let left, let right else { return nil }
    return within { () throws(ArithmeticError) in try left - right }
  }

  private func added(_ left: Rational?, _ right: Rational?) -> Rational? {
    guard let left, let right else { return nil }
    return within { () throws(ArithmeticError) in try left + right }
  }
}
