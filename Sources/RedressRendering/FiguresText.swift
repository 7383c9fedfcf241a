import RedressEngine

extension TextPage {
  /// What may be claimed back, and from whom.
  mutating func recourse(of proposal: Proposal) {
    section("Recourse", proposal.recourse) { page, recourse, heading in
      let from = title(of: recourse.from)
      let said: String
      if let amount = recourse.amount {
        said = "we may claim back from \(from) \(page.amount(amount))"
      } else {
        let range = recourse.range.flatMap { page.said(of: $0) }.map { " \($0)" } ?? ""
        said = "we may be able to claim back from \(from)\(range); " + page.waiting(for: recourse.needs)
      }
      let reason = recourse.reason.map { ": \($0)" } ?? ""
      page.paragraph(
        "\(recourse.label): \(said)\(reason)", at: page.sectionStart, heading: heading, citations: recourse.citations)
      for (position, step) in recourse.steps.enumerated() {
        page.waivers(recourse.waived, at: position, page.sectionStart + 2)
        let reason = step.reason.map { ": \($0)" } ?? ""
        page.paragraph(
          "\(step.step) \(page.change(step.change))\(reason)", at: page.sectionStart + 2, citations: step.citations)
      }
      page.waivers(recourse.waived, at: recourse.steps.count, page.sectionStart + 2)
      if page.style.explains {
        page.explanation(
          because: recourse.because, branch: recourse.branch, of: recourse.name, at: page.sectionStart + 2)
      }
    }
  }

  /// Figures that stand beside the lines.
  mutating func figures(of proposal: Proposal) {
    section(proposal.figures.count == 1 ? "Figure" : "Figures", proposal.figures) { page, figure, heading in
      let name = figure.label ?? figure.name
      let said = figure.needs.isEmpty ? figure.value : page.waiting(for: figure.needs)
      let reason = figure.reason.map { "; \($0)" } ?? ""
      page.paragraph(
        "\(name): \(said)\(reason)", at: page.sectionStart, heading: heading, citations: figure.citations)
      if page.style.explains {
        page.explanation(because: figure.because, branch: figure.branch, of: figure.name, at: page.sectionStart + 2)
      }
    }
  }

  /// Who may decide.
  mutating func authorities(of proposal: Proposal) {
    section("Authority", proposal.authorities) { page, authority, heading in
      let who = authority.label ?? authority.name
      let said =
        "may be decided by \(who)" + (authority.isUncertain ? " (as far as is known yet)" : "")
        + (authority.reason.map { ": \($0)" } ?? "")
      page.paragraph(said, at: page.sectionStart, heading: heading, citations: authority.citations)
    }
  }

  /// `waits for the cause (cause), proved by a report`.
  func waiting(for needs: [Need]) -> String {
    let said = needs.map { describedNeed($0.fact, label: $0.label, provedBy: $0.provedBy) }
    return "waits for \(said.isEmpty ? "a fact" : said.joined(separator: "; "))"
  }
}
