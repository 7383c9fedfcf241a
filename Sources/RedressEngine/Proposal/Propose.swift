import RedressDiagnostics
import RedressValues

/// The most combinations of open choices that are put side by side.
private let proposalLimit = 64

/// Everything a case comes to: one proposal for each way the open choices can fall, the preferred one first.
///
/// - Parameter explaining: fills `Line.because`.
/// - Throws: why the case gets no proposal.
package func propose(
  _ program: Program, for facts: Facts, case name: String, label: String?, explaining: Bool
) throws(Refusal) -> Quote {
  var evaluator = Evaluator(program: program, facts: facts)
  try evaluator.demandForce()
  try evaluator.demandRequirements()
  let combinations = try evaluator.combinations()
  var drafts: [Draft] = []
  var waiting: [NeedKey: [String]] = [:]
  for (rank, combination) in combinations.enumerated() {
    evaluator.take(combination)
    let draft = try evaluator.draft(combination.options, rank: rank, explaining: explaining, &waiting)
    if !drafts.contains(where: { $0.isSame(as: draft) }) { drafts.append(draft) }
  }
  if program.choices.contains(where: { if case .cheapest = $0.preference { true } else { false } }) {
    drafts.sort { ($0.steadyRank, $0.proposal.totals.net, $0.rank) < ($1.steadyRank, $1.proposal.totals.net, $1.rank) }
  }
  var proposals = drafts.map(\.proposal)
  if !proposals.isEmpty { proposals[0].isPreferred = true }
  return Quote(
    caseName: name, caseLabel: label, policy: Quote.Labelled(name: program.name, label: program.label),
    edition: program.inForceFrom, date: evaluator.date, currency: program.currency,
    claimant: evaluator.labelled(party: program.claimant), assumed: evaluator.assumptions(),
    proposals: proposals, unknown: evaluator.unknown(waiting))
}

/// A proposal with what orders it among the others.
struct Draft {
  var proposal: Proposal
  var rank: Int
  /// The rank by the choices whose preference does not look at the sums.
  var steadyRank: Int

  /// Proposals whose lines agree are one.
  func isSame(as other: Draft) -> Bool {
    proposal.lines.count == other.proposal.lines.count
      && zip(proposal.lines, other.proposal.lines).allSatisfy { left, right in
        left.item == right.item && left.element == right.element && left.status == right.status
          && left.payable == right.payable && left.range?.low == right.range?.low
          && left.range?.high == right.range?.high && left.remedy == right.remedy
      }
  }
}

extension Evaluator {
  /// The case's date: what the policy is dated by, or the case's own.
  var date: CivilDate? {
    if let fact = program.datedBy, case .ordinal(let ordinal) = facts.values[fact] {
      return CivilDate(
        exactly: program.schema.facts[fact].type == .time ? ordinal.dividedDown(by: 1_440) : ordinal)
    }
    return facts.dated
  }

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

  /// The options of every combination of choices that arise and are not settled, in the order they are preferred.
  mutating func combinations() throws(Refusal) -> [Combination] {
    let none = Combination(
      options: Array(repeating: -1, count: program.choices.count),
      isOpen: Array(repeating: false, count: program.choices.count))
    var partial = [none]
    for index in program.choiceOrder {
      let choice = program.choices[index]
      var next: [Combination] = []
      for combination in partial {
        take(combination)
        let isOpen: Bool
        switch holding(choice.condition, choice.optionalReads) {
        case .fault(let fault): throw refusal(fault)
        case .no:
          next.append(combination)
          continue
        case .yes: isOpen = false
        case .maybe: isOpen = true
        }
        for option in facts.choices[index].map({ [$0] }) ?? Array(choice.options.indices) {
          var taken = combination
          taken.options[index] = option
          taken.isOpen[index] = isOpen
          next.append(taken)
        }
      }
      guard next.count <= proposalLimit else {
        let open = program.choices.indices.filter { facts.choices[$0] == nil }.map { program.choices[$0].name }
        throw .tooManyProposals(choices: open, limit: proposalLimit)
      }
      partial = next
    }
    return partial.map { ($0, ranks($0.options)) }.sorted { $0.1.lexicographicallyPrecedes($1.1) }.map(\.0)
  }

  /// By choice in the order of the file: 0 for the preferred option, then the file's order.
  private func ranks(_ options: [Int], steadyOnly: Bool = false) -> [Int] {
    options.enumerated().map { index, option in
      switch program.choices[index].preference {
      case .option(let preferred): option == preferred ? 0 : option + 1
      case .cheapest: steadyOnly ? 0 : option + 1
      case nil: option + 1
      }
    }
  }

  /// One proposal for one combination of options.
  mutating func draft(
    _ options: [Int], rank: Int, explaining: Bool, _ waiting: inout [NeedKey: [String]]
  ) throws(Refusal) -> Draft {
    var outcomes: [LineOutcome] = []
    for item in program.items.indices { outcomes += lines(of: item) }
    for outcome in outcomes { if case .fault(let index) = outcome.payable { throw refusal(index) } }
    if case .fault(let index)? = sum(outcomes) { throw refusal(index) }
    for invariant in program.invariants { try demand(invariant, isInvariant: true) }

    var shown: [Line] = []
    var counts: [Int: Int] = [:]
    for outcome in outcomes { counts[outcome.item, default: 0] += 1 }
    var index = 0
    for (position, outcome) in outcomes.enumerated() {
      index = position > 0 && outcomes[position - 1].item == outcome.item ? index + 1 : 1
      shown.append(line(outcome, index: index, isOnly: counts[outcome.item] == 1, explaining: explaining))
      if outcome.status == .pending {
        note(needs(of: outcome), for: program.items[outcome.item].name, &waiting)
      }
    }
    let steady = ranks(options, steadyOnly: true).reduce(0) { $0 * 65 + $1 }
    let proposal = Proposal(
      choices: choicesTaken(options), isPreferred: false, lines: shown, totals: shownTotals(),
      approvals: try remarks(program.approvals, &waiting), deadlines: try deadlines(&waiting),
      notes: try remarks(program.notes, &waiting))
    return Draft(proposal: proposal, rank: rank, steadyRank: steady)
  }

  private func note(_ keys: Set<NeedKey>, for name: String, _ waiting: inout [NeedKey: [String]]) {
    for key in keys where !(waiting[key] ?? []).contains(name) { waiting[key, default: []].append(name) }
  }

  private mutating func choicesTaken(_ options: [Int]) -> [Proposal.ChoiceTaken] {
    var result: [Proposal.ChoiceTaken] = []
    for (index, option) in options.enumerated() where option >= 0 {
      let choice = program.choices[index]
      var isPreferred = false
      if case .option(option) = choice.preference { isPreferred = true }
      result.append(
        Proposal.ChoiceTaken(
          choice: Quote.Labelled(name: choice.name, label: filled(choice.label)),
          option: Quote.Labelled(name: choice.options[option], label: filled(choice.optionLabels[option])),
          chooser: labelled(party: choice.chooser), isSettled: facts.choices[index] != nil, isPreferred: isPreferred,
          reason: isPreferred ? filled(choice.preferenceReasons.because) : nil))
    }
    return result
  }

  private func shownTotals() -> Proposal.Totals {
    let totals = totals ?? TotalsOutcome()
    let payable = within { () throws(ArithmeticError) in try totals.cash + totals.credit + totals.inKind } ?? .zero
    return Proposal.Totals(
      isComplete: totals.isComplete, claimed: totals.claimed, cash: totals.cash, credit: totals.credit,
      inKind: totals.inKind, payable: payable, recovered: .zero, net: payable)
  }

  private mutating func remarks(
    _ conditionals: [Program.Conditional], _ waiting: inout [NeedKey: [String]]
  ) throws(Refusal) -> [Proposal.Remark] {
    var result: [Proposal.Remark] = []
    for conditional in conditionals {
      let holding = holding(conditional.condition, conditional.optionalReads)
      let isUncertain: Bool
      switch holding {
      case .no: continue
      case .fault(let index): throw refusal(index)
      case .yes: isUncertain = false
      case .maybe:
        isUncertain = true
        note(needs(of: [conditional.condition]), for: conditional.name, &waiting)
      }
      result.append(
        Proposal.Remark(
          name: conditional.name, label: filled(conditional.label), reason: filled(conditional.reasons.because),
          citations: conditional.reasons.citations.map(citation), isUncertain: isUncertain))
    }
    return result
  }

  private mutating func deadlines(_ waiting: inout [NeedKey: [String]]) throws(Refusal) -> [Proposal.Deadline] {
    var result: [Proposal.Deadline] = []
    for (index, deadline) in program.deadlines.enumerated() {
      let type = deadline.isTime ? ValueType.time : .date
      let outcome = outcome(of: deadline.ruling, as: .deadline(index), showing: type)
      var at: String?
      var needed: Set<NeedKey> = []
      switch outcome.value {
      case .fault(let index): throw refusal(index)
      case .ordinal(let ordinal):
        at = deadline.isTime ? CivilTime(minuteNumber: Int(ordinal)).isoText : shown(.ordinal(ordinal), .date)
      default:
        needed = needs(ofDeadline: index)
        note(needed, for: deadline.name, &waiting)
      }
      let texts = reasons(branches(outcome.decision, of: deadline.ruling))
      result.append(
        Proposal.Deadline(
          name: deadline.name, label: filled(deadline.label), at: at, needs: needed.sorted().map(need),
          reason: texts.reason, citations: texts.citations))
    }
    return result
  }

  /// Defaults that something read, in the order of the schema.
  func assumptions() -> [Quote.Assumption] {
    var result: [Quote.Assumption] = []
    for (fact, isAssumed) in assumedFacts.enumerated() where isAssumed {
      let attributes = program.schema.facts[fact]
      result.append(
        Quote.Assumption(
          fact: attributes.name, label: attributes.label, value: assumed(attributes, factValues[fact] ?? .unknown(1))))
    }
    let cells = assumedCells.sorted { ($0.record, $0.row, $0.field) < ($1.record, $1.row, $1.field) }
    for cell in cells {
      let attributes = program.schema.records[cell.record].fields[cell.field]
      var reader = self
      result.append(
        Quote.Assumption(
          fact: need(.cell(record: cell.record, row: cell.row, field: cell.field)).fact, label: attributes.label,
          value: assumed(attributes, reader.cellValue(cell))))
    }
    return result
  }

  private func assumed(_ attributes: Schema.Attributes, _ value: Value) -> String {
    attributes.isPrivate ? "(private)" : shown(value, attributes.type)
  }

  func unknown(_ waiting: [NeedKey: [String]]) -> [Quote.Unknown] {
    waiting.keys.sorted().map { key in
      let need = need(key)
      return Quote.Unknown(
        fact: need.fact, label: need.label, provedBy: need.provedBy, affects: waiting[key] ?? [])
    }
  }
}
