import RedressDiagnostics
import RedressValues

/// A line on which a limit acts.
struct LimitMember {
  /// Its position among all lines.
  let line: Int
  /// What is payable of it after earlier limits; a point where that is known.
  var amount: Possibility
  /// It waits for something, so that it may still come to nothing or to another amount.
  var waits: Bool
  /// It is open whether it is a line of the limit at all.
  let mayBeOut: Bool
  /// It stands for elements nobody can tell apart yet.
  let isWhole: Bool
  /// Something may have been done to it that is not known.
  var mayHaveChanged = false
}

/// The lines on which a limit acts together.
struct LimitGroup {
  let limit: Int
  /// The element limited by itself; nil without `for each`.
  let row: Int32?
  var members: [LimitMember]
  /// What they come to together, where that tells more than what each comes to.
  var sum: Possibility?
  var wait: LimitWait

  /// At least one of the lines is a line of the limit for certain.
  var isSure: Bool { members.contains { !$0.mayBeOut } }
  var isKnown: Bool { !members.contains(where: \.waits) }
}

extension Evaluator {
  /// Takes every limit in its order over all lines of a proposal, which lie in the order of the items.
  ///
  /// - Returns: the fault of a limit that acts and cannot be computed.
  mutating func takeLimits() -> Value? {
    for index in program.limits.indices {
      if program.limits[index].loop == nil {
        if var group = wholeGroup(of: index), let fault = take(&group) { return fault }
        continue
      }
      for group in groups(of: index) {
        var group = group
        if let fault = take(&group) { return fault }
      }
    }
    if !lines.contains(where: { $0.status == .pending }) { return nil }
    // What a line that waits was given or lost by an earlier limit is no part of the sums so far.
    limits.adjustments = limits.adjustments.compactMap { adjustment in
      if adjustment.isWaiver { return adjustment }
      var adjustment = adjustment
      adjustment.parts.removeAll { lines[$0.line].status == .pending }
      return adjustment.parts.isEmpty ? nil : adjustment
    }
    return nil
  }

  private mutating func take(_ group: inout LimitGroup) -> Value? {
    effort -= 50
    let variable = group.row == nil ? nil : program.limits[group.limit].loop?.variable
    let outer = variable.map { variables[$0] }
    if let variable, let row = group.row { variables[variable] = row }
    defer { if let variable, let outer { variables[variable] = outer } }

    for position in program.limits[group.limit].steps.indices {
      let fault: Value? =
        if case .times = program.limits[group.limit].steps[position].form {
          multiply(position, &group)
        } else if group.isKnown {
          act(position, &group)
        } else {
          actPerhaps(position, &group)
        }
      if let fault { return fault }
    }
    if group.isKnown {
      for member in group.members { lines[member.line].limited = value(member.amount) }
    } else {
      writeBack(group)
    }
    swap(&spareMembers, &group.members)
    return nil
  }

  private mutating func writeBack(_ group: LimitGroup) {
    // What was known of lines together holds no longer, even where what each can come to stayed the same.
    let touched = Set(group.members.filter(\.mayHaveChanged).map(\.line))
    limits.sums.removeAll { !$0.lines.isDisjoint(with: touched) }
    if let sum = group.sum, !group.members.contains(where: \.isWhole) {
      limits.sums.append(LimitedSum(lines: Set(group.members.map(\.line)), sum: sum))
    }
    var number: Int?
    for member in group.members {
      lines[member.line].limited = value(member.amount)
      guard member.mayHaveChanged, lines[member.line].status != .pending else { continue }
      if number == nil {
        limits.waits.append(group.wait)
        number = limits.waits.count - 1
      }
      lines[member.line].status = .pending
      if let number { lines[member.line].waits.append(number) }
    }
  }

  // MARK: Known lines

  /// A step on lines that are all known.
  private mutating func act(_ position: Int, _ group: inout LimitGroup) -> Value? {
    let step = program.limits[group.limit].steps[position]
    let amounts = group.members.map { $0.amount.low ?? .zero }
    do {
      let sum = try amounts.sum()
      var largest = Rational.zero
      if case .onlyTheLargest = step.form { largest = amounts.max() ?? .zero }
      let outcome = apply(step, to: .number(sum), largest: .number(largest))
      let after = minorUnits(outcome.value, step.branch.span)
      if after.isFault { return after }
      if outcome.isWaived {
        noteWaiver(of: position, outcome.decision, before: .number(sum), in: group)
        return nil
      }
      guard let target = after.number else { return actPerhaps(position, &group) }
      let change = try target - sum
      if change.isZero { return nil }
      let parts: [Rational]
      if case .onlyTheLargest = step.form {
        let kept = amounts.firstIndex(of: largest)
        parts = try amounts.enumerated().map { (place, amount) throws(ArithmeticError) in
          place == kept ? Rational.zero : try -amount
        }
      } else {
        parts = try spread(change, over: amounts)
      }
      try add(parts, of: position, outcome.decision, before: .number(sum), to: &group)
      return nil
    } catch {
      return fault(error, at: step.branch.span)
    }
  }

  /// Shares out what a limit changed in proportion to the lines; where all are zero, the first has it all.
  private func spread(
    _ change: Rational, over amounts: [Rational]
  ) throws(ArithmeticError) -> [Rational] {
    if amounts.allSatisfy(\.isZero) { return amounts.indices.map { $0 == 0 ? change : .zero } }
    return try Apportionment.parts(of: change, weights: amounts, step: minorUnit)
  }

  private mutating func add(
    _ parts: [Rational], of position: Int, _ decision: Decision?, before: Value, to group: inout LimitGroup
  ) throws(ArithmeticError) {
    var shown: [(line: Int, amount: Rational)] = []
    shown.reserveCapacity(parts.count)
    for (place, part) in parts.enumerated() where !part.isZero {
      let amount = try (group.members[place].amount.low ?? .zero) + part
      group.members[place].amount = .point(amount, isOrdinal: false)
      shown.append((group.members[place].line, part))
    }
    if shown.isEmpty { return }
    limits.adjustments.append(
      AdjustmentOutcome(
        limit: group.limit, row: group.row, step: position, decision: decision, before: before, parts: shown))
  }

  /// Keeps the place of a step that an exception waives, among those that changed something.
  mutating func noteWaiver(of position: Int, _ decision: Decision?, before: Value, in group: LimitGroup) {
    limits.adjustments.append(
      AdjustmentOutcome(
        limit: group.limit, row: group.row, step: position, decision: decision, before: before, parts: []))
  }

  /// `times` acts on each line by itself.
  private mutating func multiply(_ position: Int, _ group: inout LimitGroup) -> Value? {
    let step = program.limits[group.limit].steps[position]
    var factor: Value?
    if !step.mayReadIt {
      // The same for every line.
      switch holding(step.condition, step.optionalReads) {
      case .no: return nil
      case .yes: factor = step.form.operand.map { evaluate($0) }
      case .maybe, .fault: break
      }
    }
    var parts = Array(repeating: Rational.zero, count: group.members.count)
    var deciding: Decision?
    var first: Value?
    var isWaived = false
    for (place, member) in group.members.enumerated() {
      let before = value(member.amount)
      let outcome =
        factor.map { StepOutcome(value: acting(step, before, $0), acted: true, decision: []) }
        ?? apply(step, to: before)
      let after = minorUnits(outcome.value, step.branch.span)
      if after.isFault {
        if member.mayBeOut { continue }
        return after
      }
      if outcome.isWaived {
        if !isWaived, !member.mayBeOut {
          noteWaiver(of: position, outcome.decision, before: before, in: group)
          isWaived = true
        }
        continue
      }
      if !member.waits, let amount = member.amount.low, let target = after.number {
        guard let part = within({ () throws(ArithmeticError) in try target - amount }) else {
          return fault(.overflow(at: step.branch.span))
        }
        parts[place] = part
        if !part.isZero, first == nil { (first, deciding) = (before, outcome.decision) }
        continue
      }
      guard var range = possibility(after) else { continue }
      if member.mayBeOut { range = range.joined(with: .point(.zero, isOrdinal: false)) }
      if !member.waits { group.wait.steps.append((position, before)) }
      group.members[place].waits = true
      group.members[place].amount = range
      if outcome.acted == false || isZero(before) { continue }
      group.members[place].mayHaveChanged = true
      group.sum = nil
    }
    do {
      try add(parts, of: position, deciding, before: first ?? .number(.zero), to: &group)
      return nil
    } catch {
      return fault(error, at: step.branch.span)
    }
  }
}

extension [Rational] {
  fileprivate func sum() throws(ArithmeticError) -> Rational {
    var sum = Rational.zero
    for number in self { sum = try sum + number }
    return sum
  }
}
