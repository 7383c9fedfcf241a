import RedressEngine

extension TextPage {
  /// What the short names in brackets stand for; with explanations also the words of each clause that is cited.
  mutating func sources(of proposals: [Proposal]) {
    var seen: Set<Citation> = []
    let cited = proposals.flatMap(citations(in:)).filter { seen.insert($0).inserted }
    var names: Set<String> = []
    let named = cited.filter { $0.sourceLabel != $0.source && names.insert($0.source).inserted }
    let heading = names.count == 1 ? "Source" : "Sources"
    if !named.isEmpty {
      paragraph(
        dotted(named.map { "\($0.source): \($0.sourceLabel)" }), at: sectionStart, heading: heading)
    }

    guard style.explains else { return }
    section("Clauses", cited.filter { $0.text != nil }) { page, citation, heading in
      page.paragraph(
        "\(shortForm(of: citation)): “\(citation.text ?? "")”", at: page.sectionStart, heading: heading)
    }
  }

  private func citations(in because: [Explanation]) -> [Citation] {
    style.explains ? unfolded(because).flatMap(\.explanation.citations) : []
  }

  private func citations(in proposal: Proposal) -> [Citation] {
    var cited: [Citation] = []
    for line in proposal.lines {
      cited += line.citations + line.steps.flatMap(\.citations) + line.waived.flatMap(\.citations)
      cited += line.bars.flatMap(\.citations)
      cited += citations(in: line.because)
    }
    for adjustment in proposal.adjustments { cited += adjustment.citations + citations(in: adjustment.because) }
    cited += proposal.waived.flatMap(\.waiver.citations)
    for recourse in proposal.recourse {
      cited += recourse.citations + recourse.steps.flatMap(\.citations) + recourse.waived.flatMap(\.citations)
      cited += citations(in: recourse.because)
    }
    for figure in proposal.figures { cited += figure.citations + citations(in: figure.because) }
    let remarks = proposal.authorities + proposal.approvals
    return cited + remarks.flatMap(\.citations) + proposal.deadlines.flatMap(\.citations)
      + proposal.notes.flatMap(\.citations)
  }
}
