import RedressDiagnostics
import RedressValues

/// Everything a case comes to: one proposal for each way the open choices can fall, the preferred one first.
///
/// - Parameter explaining: fills `Line.because`.
/// - Throws: why the case gets no proposal.
package func propose(
  _ program: Program, for facts: Facts, case name: String, label: String?, explaining: Bool
) throws(Refusal) -> Quote {
  try propose(program, for: facts, case: name, label: label, detail: explaining ? .explanations : .reasons)
}

/// How much of a quote is put into words. Amounts, statuses, branches and what is waited for are the same in all.
package enum QuoteDetail: Sendable {
  /// No words: no labels, reasons, citations and assumptions, and what is said of a person's part is left empty.
  case codes
  /// Everything but `because`.
  case reasons
  /// With what each line rests on.
  case explanations
}

/// The same with as many words as are asked for.
///
/// - Throws: why the case gets no proposal.
package func propose(
  _ program: Program, for facts: Facts, case name: String, label: String?, detail: QuoteDetail
) throws(Refusal) -> Quote {
  var evaluator = Evaluator(program: program, facts: facts)
  try evaluator.demandForce()
  try evaluator.demandRequirements()
  let combinations = try evaluator.combinations()
  var drafts: [Draft] = []
  var waiting: [NeedKey: [String]] = [:]
  for (rank, combination) in combinations.enumerated() {
    evaluator.take(combination)
    let draft = try evaluator.draft(combination.options, rank: rank, detail, &waiting)
    if let place = evaluator.exhaustion { throw .tooLaborious(at: place) }
    if !drafts.contains(where: { $0.isSame(as: draft) }) { drafts.append(draft) }
  }
  if program.choices.contains(where: { if case .cheapest = $0.preference { true } else { false } }) {
    drafts.sort { $0.isBefore($1) }
  }
  var proposals = drafts.map(\.proposal)
  if !proposals.isEmpty { proposals[0].isPreferred = true }
  return Quote(
    caseName: name, caseLabel: label, policy: Quote.Labelled(name: program.name, label: program.label),
    edition: program.inForceFrom, date: evaluator.date, currency: evaluator.currency,
    claimant: evaluator.labelled(party: program.claimant), assumed: detail == .codes ? [] : evaluator.assumptions(),
    proposals: proposals, unknown: evaluator.unknown(waiting))
}

/// A proposal with what orders it among the others.
struct Draft {
  var proposal: Proposal
  var rank: Int
  /// By choice: the rank of the option, 0 for all where the preference looks at the sums.
  var steadyRanks: [Int]

  /// The order where a choice prefers what is cheapest.
  func isBefore(_ other: Draft) -> Bool {
    if steadyRanks != other.steadyRanks { return steadyRanks.lexicographicallyPrecedes(other.steadyRanks) }
    return (proposal.totals.net, rank) < (other.proposal.totals.net, other.rank)
  }

  /// Proposals whose lines agree, and what becomes of them, are one.
  func isSame(as other: Draft) -> Bool {
    let (totals, others) = (proposal.totals, other.proposal.totals)
    return proposal.lines.count == other.proposal.lines.count && totals.payable == others.payable
      && totals.cash == others.cash && totals.credit == others.credit && totals.net == others.net
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

  /// One proposal for one combination of options.
  mutating func draft(
    _ options: [Int], rank: Int, _ detail: QuoteDetail, _ waiting: inout [NeedKey: [String]]
  ) throws(Refusal) -> Draft {
    try settle()
    let outcomes = lines
    let shown = shownLines(outcomes, detail, &waiting)
    let adjustments = shownAdjustments(outcomes, detail)
    let proposal = Proposal(
      choices: choicesTaken(options, detail), isPreferred: false, lines: shown, adjustments: adjustments.changed,
      waived: adjustments.waived, recourse: shownRecourses(detail, &waiting),
      figures: try figures(detail, &waiting), totals: shownTotals(), authorities: try authorities(detail, &waiting),
      approvals: try remarks(program.approvals, detail, &waiting), deadlines: try deadlines(detail, &waiting),
      notes: try remarks(program.notes, detail, &waiting))
    return Draft(proposal: proposal, rank: rank, steadyRanks: ranks(options, steadyOnly: true))
  }

  private mutating func shownLines(
    _ outcomes: [LineOutcome], _ detail: QuoteDetail, _ waiting: inout [NeedKey: [String]]
  ) -> [Line] {
    let indices = lineIndices(outcomes)
    var shown: [Line] = []
    shown.reserveCapacity(outcomes.count)
    for (position, outcome) in outcomes.enumerated() {
      // Lines of one item stand side by side.
      let isLast = position + 1 == outcomes.count || outcomes[position + 1].item != outcome.item
      shown.append(line(outcome, index: indices[position], isOnly: isLast && indices[position] == 1, detail))
      if outcome.status == .pending { note(needs(of: outcome), for: program.items[outcome.item].name, &waiting) }
    }
    return shown
  }

  /// By position among all lines: the place among those of the same item, from 1.
  func lineIndices(_ outcomes: [LineOutcome]) -> [Int] {
    var indices: [Int] = []
    indices.reserveCapacity(outcomes.count)
    for (position, outcome) in outcomes.enumerated() {
      let isNext = position > 0 && outcomes[position - 1].item == outcome.item
      indices.append(isNext ? indices[position - 1] + 1 : 1)
    }
    return indices
  }

  /// Notes who waits for some facts.
  func note(_ keys: Set<NeedKey>, for name: String, _ waiting: inout [NeedKey: [String]]) {
    for key in keys where !(waiting[key] ?? []).contains(name) { waiting[key, default: []].append(name) }
  }

  private func shownTotals() -> Proposal.Totals {
    let totals = totals ?? TotalsOutcome()
    let payable = within { () throws(ArithmeticError) in try totals.cash + totals.credit + totals.inKind } ?? .zero
    let net = within { () throws(ArithmeticError) in try payable - totals.recovered } ?? payable
    return Proposal.Totals(
      isComplete: totals.isComplete, claimed: totals.claimed, cash: totals.cash, credit: totals.credit,
      inKind: totals.inKind, payable: payable, recovered: totals.recovered, net: net)
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
