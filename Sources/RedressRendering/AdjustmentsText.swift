import RedressEngine
import RedressValues

/// Where the lines of a proposal stand on its page, by `repair#2`.
private struct LinePlaces {
  /// The number a line has on the page, where those of others stand last.
  var numbers: [String: Int] = [:]
  var owedByOthers: Set<String> = []

  init(of proposal: Proposal) {
    let others = proposal.lines.filter { $0.owedBy != nil }
    let ordered = proposal.lines.filter { $0.owedBy == nil } + others
    for (position, line) in ordered.enumerated() { numbers["\(line.item)#\(line.index)"] = position + 1 }
    owedByOthers = Set(others.map { "\($0.item)#\($0.index)" })
  }
}

extension Proposal.Adjustment.Part {
  fileprivate var place: String { "\(item)#\(index)" }
}

extension TextPage {
  /// What limits over several heads changed: a row each, with its reason and how it falls on the lines. Between them
  /// the limits that are waived.
  mutating func adjustments(of proposal: Proposal) {
    if proposal.adjustments.isEmpty, proposal.waived.isEmpty { return }
    let places = LinePlaces(of: proposal)
    for (position, adjustment) in proposal.adjustments.enumerated() {
      waivedLimits(proposal.waived, at: position)
      let own = adjustment.spread.filter { !places.owedByOthers.contains($0.place) }
      guard !own.isEmpty else { continue }
      head(of: adjustment, change(adjustment.amount), at: 5)
      let indent = 7
      let reason = adjustment.reason.map { ": \($0)" } ?? ""
      paragraph(adjustment.step + reason, at: indent, citations: adjustment.citations)
      spread(own, places, at: indent)
      if adjustment.cutsInKind {
        paragraph("this cuts what is given in kind: a person has to decide how", at: indent)
      }
      if style.explains {
        explanation(because: adjustment.because, branch: adjustment.branch, of: adjustment.name, at: indent)
      }
    }
    waivedLimits(proposal.waived, at: proposal.adjustments.count)
  }

  /// The limits that are waived behind so many adjustments; several steps of one stand below its name.
  private mutating func waivedLimits(_ waived: [Proposal.LimitWaiver], at place: Int) {
    var last: Proposal.LimitWaiver?
    for limit in waived where limit.waiver.place == place {
      if last?.limit != limit.limit || last?.element != limit.element {
        paragraph(label(of: limit.limit, element: limit.element), at: 5)
      }
      show(limit.waiver, at: 7)
      last = limit
    }
  }

  /// `Limit of the carrier's liability (passengers[2])`.
  private func label(of limit: Quote.Labelled, element: String?) -> String {
    title(of: limit) + (element.map { " (\($0))" } ?? "")
  }

  /// What limits changed of lines that others owe; it is no part of the sums.
  mutating func adjustmentsOwedByOthers(of proposal: Proposal) {
    if proposal.adjustments.isEmpty { return }
    let places = LinePlaces(of: proposal)
    for adjustment in proposal.adjustments {
      let others = adjustment.spread.filter { places.owedByOthers.contains($0.place) }
      guard !others.isEmpty else { continue }
      let amount = others.reduce(Rational.zero) { sum, part in (try? sum + part.amount) ?? sum }
      head(of: adjustment, change(amount), at: 5)
      if let reason = adjustment.reason, others.count == adjustment.spread.count {
        paragraph("\(adjustment.step): \(reason)", at: 7, citations: adjustment.citations)
      }
      spread(others, places, at: 7)
    }
  }

  /// `Limit of the carrier's liability (passengers[2])      -120.00`.
  private mutating func head(of adjustment: Proposal.Adjustment, _ amount: String, at indent: Int) {
    let label = label(of: adjustment.limit, element: adjustment.element)
    let rows = wrapped(label, to: max(12, payableEnd - amount.utf8.count - 2 - indent))
    for position in 0..<max(rows.count, 1) {
      var row = TextRow(style)
      if rows.indices.contains(position) { row.place(rows[position], at: indent) }
      if position == 0 { row.place(amount, endingAt: payableEnd) }
      append(row)
    }
  }

  /// `line 1 -16.67 · line 2 -33.33`, where there are several.
  private mutating func spread(_ parts: [Proposal.Adjustment.Part], _ places: LinePlaces, at indent: Int) {
    guard parts.count > 1 else { return }
    let said = parts.map { part in
      let number = places.numbers[part.place].map { "line \($0)" } ?? part.item
      return "\(number) \(change(part.amount))"
    }
    paragraph(dotted(said), at: indent)
  }
}
