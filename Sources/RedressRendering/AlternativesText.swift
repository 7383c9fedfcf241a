import RedressDiagnostics
import RedressEngine
import RedressValues

extension TextPage {
  /// What was chosen, one row a choice: `Wrong goods: send the right goods  (preferred: …)`.
  mutating func choices(of proposal: Proposal) {
    for taken in proposal.choices {
      let said = "\(title(of: taken.choice)): \(title(of: taken.option))"
      paragraph([TextPiece(said), TextPiece(standing(of: taken), gap: 2)], at: 2)
    }
    if !proposal.choices.isEmpty { blank() }
  }

  /// The other proposals, one row each, with their sums.
  mutating func alternatives(_ others: [Proposal], to shown: Proposal, in quote: Quote) {
    guard !others.isEmpty else { return }
    blank()
    for other in others {
      let said = "Or: " + difference(of: other, from: shown, in: quote)
      let sums = sums(of: other.totals)
      let fits = 2 + displayWidth(of: said) + 2 + displayWidth(of: sums) <= payableEnd
      if !fits { paragraph(said, at: 2) }
      var row = TextRow(style)
      if fits { row.place(said, at: 2) }
      row.place(sums, endingAt: payableEnd)
      append(row)
    }
    var row = TextRow(style)
    row.place("(--all shows the lines)", endingAt: payableEnd)
    append(row)
  }

  /// The heading of an alternative that is shown in full.
  mutating func heading(ofAlternative other: Proposal, to shown: Proposal, in quote: Quote) {
    blank()
    let taken = open(in: other, unlike: shown)
    let standings = taken.count == 1 ? taken.map { TextPiece(standing(of: $0), gap: 2) } : []
    paragraph([TextPiece("Or: " + difference(of: other, from: shown, in: quote))] + standings, at: 2)
    blank()
  }

  private func standing(of taken: Proposal.ChoiceTaken) -> String {
    if taken.isSettled { return "(settled)" }
    if taken.isPreferred { return taken.reason.map { "(preferred: \($0))" } ?? "(preferred)" }
    return "(\(title(of: taken.chooser)) chooses)"
  }

  /// What is chosen otherwise than in the proposal shown first.
  private func difference(of other: Proposal, from shown: Proposal, in quote: Quote) -> String {
    let taken = open(in: other, unlike: shown)
    let names = Set(quote.proposals.flatMap(\.choices).filter { !$0.isSettled }.map(\.choice.name))
    let said = taken.map {
      names.count == 1 ? title(of: $0.option) : "\(title(of: $0.choice)): \(title(of: $0.option))"
    }
    return said.isEmpty ? "otherwise" : said.joined(separator: ", ")
  }

  private func open(in other: Proposal, unlike shown: Proposal) -> [Proposal.ChoiceTaken] {
    other.choices.filter { taken in
      !taken.isSettled
        && !shown.choices.contains { $0.choice.name == taken.choice.name && $0.option.name == taken.option.name }
    }
  }

  private func sums(of totals: Proposal.Totals) -> String {
    var sums: [String] = []
    if !totals.cash.isZero { sums.append("cash \(amount(totals.cash))") }
    if !totals.credit.isZero { sums.append("credit \(amount(totals.credit))") }
    if !totals.inKind.isZero { sums.append("in kind \(amount(totals.inKind))") }
    sums.append("in all \(totals.isComplete ? "" : "so far ")\(amount(totals.payable))")
    return sums.joined(separator: " · ")
  }
}
