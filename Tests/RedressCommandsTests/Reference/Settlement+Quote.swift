import RedressEngine
import RedressReference
import RedressValues

extension Settlement {
  /// What the engine says, as far as the reference speaks of it.
  init(_ quote: Quote) {
    self.init(proposals: quote.proposals.map { Proposal($0) })
  }

  /// Says nothing of what the other one leaves open.
  mutating func leaveOpen(what other: Settlement) {
    for (proposal, otherProposal) in zip(proposals.indices, other.proposals) {
      for (line, otherLine) in zip(proposals[proposal].lines.indices, otherProposal.lines) where otherLine.isOpen {
        proposals[proposal].lines[line].assessed = nil
        proposals[proposal].lines[line].remedy = nil
        proposals[proposal].lines[line].promise = nil
      }
    }
  }
}

extension Settlement.Proposal {
  fileprivate init(_ proposal: RedressEngine.Proposal) {
    self.init()
    choices = proposal.choices.map { "\($0.choice.name) = \($0.option.name)" }
    lines = proposal.lines.map { Settlement.Line($0) }
    adjustments = proposal.adjustments.map { adjustment in
      Settlement.Adjustment(
        name: adjustment.name, element: adjustment.element, branch: adjustment.branch, amount: adjustment.amount,
        spread: adjustment.spread.map { "\($0.item) \($0.index): \($0.amount)" }, cutsInKind: adjustment.cutsInKind)
    }
    recourses = proposal.recourse.map { recourse in
      Settlement.Recourse(
        name: recourse.name, party: recourse.from.name, amount: recourse.amount ?? .zero,
        branch: recourse.amount == nil ? "not known" : recourse.branch ?? "",
        steps: recourse.steps.map { Settlement.Line.Step($0) })
    }
    figures = proposal.figures.map {
      Settlement.Figure(name: $0.name, number: $0.number, branch: $0.branch ?? "not known")
    }
    let totals = proposal.totals
    self.totals = [
      totals.claimed, totals.cash, totals.credit, totals.inKind, totals.payable, totals.recovered, totals.net,
    ]
    authorities = proposal.authorities.map { $0.name + ($0.isUncertain ? " perhaps" : "") }
    approvals = proposal.approvals.map { $0.name + ($0.isUncertain ? " perhaps" : "") }
    notes = proposal.notes.map { $0.name + ($0.isUncertain ? " perhaps" : "") }
    deadlines = proposal.deadlines.map { deadline in
      "\(deadline.name) " + (deadline.at ?? "not known").map { $0 == "T" ? " " : "\($0)" }.joined()
    }
  }
}

extension Settlement.Line {
  fileprivate init(_ line: RedressEngine.Line) {
    self.init(
      item: line.item, element: line.element, status: line.status.rawValue, payable: line.payable ?? .zero,
      payee: line.payee.name)
    claimed = line.claimed
    assessed = line.assessed
    remedy = line.remedy
    discretion = [line.discretion?.low, line.discretion?.high].compactMap { $0 }
    branches = line.branches
    bars = line.bars.map(\.branch)
    steps = line.steps.map { Step($0) }
    promise = line.isApology ? "an apology" : line.right != nil ? "a right" : nil
  }
}

extension Settlement.Line.Step {
  fileprivate init(_ step: RedressEngine.Line.Step) {
    self.init(
      name: step.name, branch: step.branch, change: step.change, after: step.after,
      shares: step.shares.map { "\($0.party.name) \($0.amount)" })
  }
}
