import RedressEngine

extension TextPage {
  /// Recourse, figures, who decides, approvals, deadlines and notes of a proposal.
  mutating func remarks(of proposal: Proposal) {
    recourse(of: proposal)
    figures(of: proposal)
    authorities(of: proposal)
    let approvals = proposal.approvals
    section(approvals.count == 1 ? "Approval" : "Approvals", approvals) { page, approval, heading in
      page.show(approval, doubt: "may be needed", heading)
    }
    deadlines(proposal.deadlines)
    section(proposal.notes.count == 1 ? "Note" : "Notes", proposal.notes) { page, note, heading in
      page.show(note, doubt: "may apply", heading)
    }
  }

  /// Facts assumed, and facts nobody has stated yet.
  mutating func facts(of quote: Quote) {
    section("Assumed", quote.assumed) { page, assumption, heading in
      let fact = described(assumption.fact, label: assumption.label)
      page.paragraph("\(fact): \(assumption.value)", at: page.sectionStart, heading: heading)
    }
    section("Unknown", quote.unknown) { page, unknown, heading in
      var said = describedNeed(unknown.fact, label: unknown.label, provedBy: unknown.provedBy)
      if !unknown.affects.isEmpty { said += "; open until then: \(unknown.affects.joined(separator: ", "))" }
      page.paragraph(said, at: page.sectionStart, heading: heading)
    }
  }

  /// Contents one below the other, with their heading left of the first; nothing where there are none.
  mutating func section<Content>(
    _ heading: String, _ contents: [Content], show: (inout TextPage, Content, String?) -> Void
  ) {
    for (position, content) in contents.enumerated() { show(&self, content, position == 0 ? heading : nil) }
  }

  private mutating func show(_ remark: Proposal.Remark, doubt: String, _ heading: String?) {
    let said =
      (remark.label ?? remark.name) + (remark.isUncertain ? " (\(doubt))" : "")
      + (remark.reason.map { ": \($0)" } ?? "")
    paragraph(said, at: sectionStart, heading: heading, citations: remark.citations)
  }

  /// In a row where there is nothing to add to the dates, otherwise one below the other.
  private mutating func deadlines(_ deadlines: [Proposal.Deadline]) {
    guard !deadlines.isEmpty else { return }
    let heading = deadlines.count == 1 ? "Deadline" : "Deadlines"
    let isPlain = deadlines.allSatisfy { $0.at != nil && $0.reason == nil && $0.citations.isEmpty }
    if isPlain {
      paragraph(dotted(deadlines.map { said(of: $0) }), at: sectionStart, heading: heading)
      return
    }
    section(heading, deadlines) { page, deadline, heading in
      page.paragraph(
        page.said(of: deadline), at: page.sectionStart, heading: heading, citations: deadline.citations)
    }
  }

  /// `First reply 2026-03-07 09:00: small delays go the short way`.
  private func said(of deadline: Proposal.Deadline) -> String {
    let name = deadline.label ?? deadline.name
    guard let at = deadline.at else {
      return "\(name): \(waiting(for: deadline.needs))"
    }
    let day = String(at.map { $0 == "T" ? " " : $0 })
    return "\(name) \(day)" + (deadline.reason.map { ": \($0)" } ?? "")
  }
}
