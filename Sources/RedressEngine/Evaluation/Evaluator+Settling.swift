import RedressValues

/// What a case comes to under one combination of options, and what may refuse it.
extension Evaluator {
  /// A dated case is judged only by rules that are in force on its day.
  func demandForce() throws(Refusal) {
    guard let date, let from = program.inForceFrom else { return }
    if from <= date, program.inForceUntil.map({ date <= $0 }) ?? true { return }
    throw .notInForce(
      policy: program.name, date: date.description, from: from.description,
      until: program.inForceUntil?.description)
  }

  mutating func demandRequirements() throws(Refusal) {
    for requirement in program.requirements { try demand(requirement, isInvariant: false) }
  }

  private mutating func demand(_ requirement: Program.Requirement, isInvariant: Bool) throws(Refusal) {
    if isAbsent(requirement.optionalReads) { return }
    switch holding(requirement.condition) {
    case .yes, .maybe: return
    case .fault(let index): throw refusal(index)
    case .no:
      let reason = filled(requirement.reasons.because) ?? ""
      throw isInvariant
        ? .invariant(reason: reason, at: requirement.span) : .requirement(reason: reason, at: requirement.span)
    }
  }

  /// Every line in the order of the items, with limits, recourse and totals taken.
  mutating func settled() throws(Refusal) -> [LineOutcome] {
    var outcomes: [LineOutcome] = []
    for item in program.items.indices { outcomes += lines(of: item) }
    for outcome in outcomes { if case .fault(let index) = outcome.payable { throw refusal(index) } }
    if let place = exhaustion { throw .tooLaborious(at: place) }
    if case .fault(let index)? = takeLimits(&outcomes) { throw refusal(index) }
    if case .fault(let index)? = takeRecourses(outcomes) { throw refusal(index) }
    if case .fault(let index)? = sum(outcomes) { throw refusal(index) }
    for invariant in program.invariants { try demand(invariant, isInvariant: true) }
    return outcomes
  }
}
