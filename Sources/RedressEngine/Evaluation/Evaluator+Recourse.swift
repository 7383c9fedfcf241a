import RedressValues

extension Evaluator {
  /// What may be claimed back, of what is payable after all limits.
  ///
  /// - Returns: the fault of a recourse that arises and cannot be computed.
  mutating func takeRecourses() -> Value? {
    for index in program.recourses.indices {
      let recourse = program.recourses[index]
      let mayBeAbsent: Bool
      switch holding(recourse.condition, recourse.optionalReads) {
      case .no: continue
      case .fault(let fault): return .fault(fault)
      case .yes: mayBeAbsent = false
      case .maybe: mayBeAbsent = true
      }
      var outcome = RecourseOutcome(index: index)
      outcome.mayBeAbsent = mayBeAbsent
      recover(recourse, &outcome)
      if outcome.amount.isFault {
        guard mayBeAbsent else { return outcome.amount }
        // Where it arises the case is refused; what is left is that it does not.
        outcome.amount = .number(.zero)
      } else if mayBeAbsent {
        outcome.amount = join([.number(.zero), outcome.amount], at: recourse.span)
      }
      recourses.append(outcome)
    }
    return nil
  }

  private mutating func recover(
    _ recourse: Program.Recourse, _ outcome: inout RecourseOutcome
  ) {
    let items = recourse.items.sorted().filter { program.items[$0].owedBy == nil }
    let whole = sum(of: items.flatMap { linePlaces(of: $0) }, recourse.ruling.base)
    let ruled = self.outcome(
      of: recourse.ruling, as: .recourse(outcome.index), showing: .quantity(.percent))
    outcome.decision = ruled.decision
    var value = apply(.multiply, whole, ruled.value, recourse.ruling.base)
    outcome.base = minorUnits(value, recourse.span)
    var shown = outcome.base
    for (position, step) in recourse.steps.enumerated() {
      if value.isFault { break }
      let taken = apply(step, to: value)
      value = taken.value
      let after = minorUnits(value, step.branch.span)
      outcome.steps.append((position, taken, shown, after))
      shown = after
    }
    outcome.amount = minorUnits(
      notBelowZero(value, of: recourse.name, at: recourse.ruling.branch.span), recourse.span)
  }
}
