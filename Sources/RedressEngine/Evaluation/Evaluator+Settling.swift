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
  mutating func settle() throws(Refusal) {
    putLines()
    for position in lines.indices {
      if case .fault(let index) = lines[position].payable { throw refusal(index) }
    }
    if let place = exhaustion { throw .tooLaborious(at: place) }
    if case .fault(let index)? = takeLimits() { throw refusal(index) }
    if case .fault(let index)? = takeRecourses() { throw refusal(index) }
    if case .fault(let index)? = takeTotals() { throw refusal(index) }
    for invariant in program.invariants { try demand(invariant, isInvariant: true) }
  }

  /// The lines of every item, in the order of the items.
  mutating func putLines() {
    var isInOrder = true
    var end = 0
    for item in program.items.indices {
      let places = linePlaces(of: item)
      if places.lowerBound != end { isInOrder = false }
      end = places.upperBound
    }
    if isInOrder { return }
    // An item that asks for the amounts of a later one has it computed first.
    var ordered: [LineOutcome] = []
    ordered.reserveCapacity(lines.count)
    for item in program.items.indices {
      let first = ordered.count
      ordered += lines(of: item)
      itemLines[item] = first..<ordered.count
    }
    lines = ordered
  }
}
