import RedressChecker
import RedressValues

extension ReferenceEvaluator {
  /// Rule 36: one proposal for each combination of options of the choices that arise and are not settled.
  mutating func proposals() throws(Stop) -> Settlement {
    var found: [(proposal: Settlement.Proposal, options: [Int])] = []
    let combinations = try self.combinations()
    if combinations.count > 64 { throw .refused("tooManyProposals") }
    for options in combinations {
      var evaluator = ReferenceEvaluator(policy, stated, options: options)
      let proposal = try evaluator.proposal()
      if combinations.count > 1, proposal.lines.contains(where: \.isOpen) {
        throw .unknown("whether two proposals are one")
      }
      if !found.contains(where: { isSame($0.proposal, proposal) }) { found.append((proposal, options)) }
    }
    if policy.choices.contains(where: { if case .cheapest = $0.preference { true } else { false } }) {
      let ordered = found.enumerated().sorted { first, second in
        let (left, right) = (
          ranks(first.element.options, leavingSums: true), ranks(second.element.options, leavingSums: true)
        )
        if left != right { return left.lexicographicallyPrecedes(right) }
        let (net, otherNet) = (
          first.element.proposal.totals.last ?? .zero, second.element.proposal.totals.last ?? .zero
        )
        return net != otherNet ? net < otherNet : first.offset < second.offset
      }
      found = ordered.map(\.element)
    }
    return Settlement(proposals: found.map(\.proposal))
  }

  /// Every way the choices can fall: each is tried, and stays where every choice that arises in it has an option (the
  /// settled one, if it is settled) and every other has none.
  private func combinations() throws(Stop) -> [[Int]] {
    var all: [[Int]] = [[]]
    for choice in policy.choices {
      all = all.flatMap { options in ([-1] + Array(choice.options.indices)).map { options + [$0] } }
      if all.count > 100_000 { throw .notCovered("very many combinations of options") }
    }
    var result: [[Int]] = []
    for options in all {
      if try isPossible(options) { result.append(options) }
    }
    return result.sorted { ranks($0).lexicographicallyPrecedes(ranks($1)) }
  }

  private func isPossible(_ options: [Int]) throws(Stop) -> Bool {
    var stop: Stop?
    for (index, choice) in policy.choices.enumerated() {
      if options[index] >= 0, let settled = stated.settled[index], settled != options[index] { return false }
      var evaluator = ReferenceEvaluator(policy, stated, options: options)
      do throws(Stop) {
        let arises = try evaluator.holds(choice.condition, choice.optionalReads, Place())
        if arises != (options[index] >= 0) { return false }
      } catch {
        // In a combination that falls away for another reason it does not matter.
        stop = stop ?? error
      }
    }
    if let stop { throw stop }
    return true
  }

  /// The preferred option first, then the order of the file.
  private func ranks(_ options: [Int], leavingSums: Bool = false) -> [Int] {
    options.enumerated().map { index, option in
      switch policy.choices[index].preference {
      case .option(let preferred) where option == preferred: 0
      case .cheapest where leavingSums: 0
      default: option + 1
      }
    }
  }

  /// Proposals whose lines agree, and what they come to, are one.
  private func isSame(_ left: Settlement.Proposal, _ right: Settlement.Proposal) -> Bool {
    left.lines.count == right.lines.count && left.totals == right.totals
      && zip(left.lines, right.lines).allSatisfy { line, other in
        line.item == other.item && line.element == other.element && line.status == other.status
          && line.payable == other.payable && line.remedy == other.remedy
      }
  }

  /// The proposal for the options taken.
  private mutating func proposal() throws(Stop) -> Settlement.Proposal {
    var proposal = Settlement.Proposal()
    for (index, option) in options.enumerated() where option >= 0 {
      proposal.choices.append("\(policy.choices[index].name) = \(policy.choices[index].options[option])")
    }
    var all: [ReferenceLine] = []
    for item in policy.items.indices { all += try lines(of: item) }
    proposal.adjustments = try takeLimits(&all)
    proposal.recourses = try takeRecourses(all)
    settledLines = all
    proposal.lines = all.map { shown($0) }
    proposal.totals = [
      try total(.claimed), try total(.cash), try total(.credit), try total(.inKind), try total(.payable),
      try total(.recovered), try total(.net),
    ]
    for invariant in policy.invariants { try demand(invariant, orElse: "invariant") }
    try addRemarks(to: &proposal)
    return proposal
  }

  private func shown(_ line: ReferenceLine) -> Settlement.Line {
    let item = policy.items[line.item]
    var shown = Settlement.Line(
      item: item.name, element: line.place, status: line.status, payable: line.payable,
      payee: policy.parties[item.payee ?? policy.claimant].name)
    shown.claimed = line.claimed
    shown.isOpen = line.isOpen
    shown.assessed = line.assessed
    shown.branches = line.branches
    shown.bars = line.bars
    shown.steps = line.steps
    if line.payment.form == .amount { shown.remedy = line.payment.remedy }
    if line.payment.form == .apology { shown.promise = "an apology" }
    if line.payment.form == .right { shown.promise = "a right" }
    if line.status != "denied" { shown.discretion = line.payment.discretion }
    return shown
  }

  /// What looks at the finished lines.
  private mutating func addRemarks(to proposal: inout Settlement.Proposal) throws(Stop) {
    for (index, definition) in policy.definitions.enumerated() where definition.isFigure {
      let value = try self.definition(index, [], on: nil)
      let decision = try decisive(definition.ruling.exceptions, without: [], Place())
      let names = try names(of: decision, in: definition.ruling, named: definition.name, Place())
      let number: Rational? = if case .number(let number) = value { number } else { nil }
      proposal.figures.append(Settlement.Figure(name: definition.name, number: number, branch: names.first ?? ""))
    }
    for authority in policy.authorities {
      if try isAbsent(authority.optionalReads, Place()) { continue }
      let sum = try value(authority.sum, Place())
      // Rule 32: the first row that covers the sum counts.
      for level in authority.levels {
        guard try covers(level.cell, sum) else { continue }
        proposal.authorities.append(level.name)
        break
      }
    }
    for approval in policy.approvals {
      if try holds(approval.condition, approval.optionalReads, Place()) { proposal.approvals.append(approval.name) }
    }
    for deadline in policy.deadlines {
      switch try ruled(deadline.ruling, Place()).value {
      case .date(let date): proposal.deadlines.append("\(deadline.name) \(date)")
      case .time(let time): proposal.deadlines.append("\(deadline.name) \(time)")
      default: throw .notCovered("a deadline that is no date")
      }
    }
    for note in policy.notes {
      if try holds(note.condition, note.optionalReads, Place()) { proposal.notes.append(note.name) }
    }
  }
}
