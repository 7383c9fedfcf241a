import RedressDiagnostics
import RedressEngine
import RedressValues

extension TextPage {
  /// Why a line comes to what it does: what was assessed, each step that changed it, each ground that bars it.
  mutating func reasons(of line: Line, at indent: Int) {
    if let right = line.right { paragraph(right, at: indent) }

    // On a denied line the reason is that of the step or bar that denied it, and stands there.
    let deciding = line.steps.map(\.branch) + line.bars.map(\.branch)
    let isSaidBelow = line.branch.map(deciding.contains) ?? false
    let reason = isSaidBelow ? nil : line.reason
    let citations = isSaidBelow ? [] : line.citations
    if let assessed = line.assessed, showsWorkings(of: line) {
      paragraph(
        "assessed" + (reason.map { ": \($0)" } ?? ""), at: indent, amount: amount(assessed), citations: citations)
    } else {
      paragraph(reason ?? "", at: indent, citations: citations)
    }

    for (position, step) in line.steps.enumerated() {
      waivers(line.waived, at: position, indent)
      paragraph(
        pieces(of: step), at: indent, amount: step.change.isZero ? nil : change(step.change), citations: step.citations)
    }
    waivers(line.waived, at: line.steps.count, indent)
    for bar in line.bars {
      paragraph(title(of: bar.bar) + (bar.reason.map { ": \($0)" } ?? ""), at: indent, citations: bar.citations)
    }
  }

  /// `at most waived: …`, where the waived steps would have stood: behind so many others.
  mutating func waivers(_ waived: [Line.Waiver], at place: Int, _ indent: Int) {
    for waiver in waived where waiver.place == place { show(waiver, at: indent) }
  }

  mutating func show(_ waiver: Line.Waiver, at indent: Int) {
    let reason = waiver.reason.map { ": \($0)" } ?? ""
    paragraph("\(waiver.step) waived\(reason)", at: indent, citations: waiver.citations)
  }

  /// What a pending line waits for, and what it can come to.
  mutating func needs(of line: Line, at indent: Int) {
    let range = line.range.flatMap { said(of: $0) } ?? ""
    var needs = line.needs.map { need in
      "waits for " + describedNeed(need.fact, label: need.label, provedBy: need.provedBy)
    }
    if !range.isEmpty {
      var row = TextRow(style)
      if let first = needs.first, indent + displayWidth(of: first) + 2 + displayWidth(of: range) <= payableEnd {
        row.place(needs.removeFirst(), at: indent)
      }
      row.place(range, endingAt: payableEnd)
      append(row)
    }
    for need in needs { paragraph(need, at: indent) }
  }

  /// `between 0.00 and 4,000.00`.
  func said(of range: Line.Span) -> String? {
    switch (range.low, range.high) {
    case (let low?, let high?):
      low == high ? "\(amount(low)) in any case" : "between \(amount(low)) and \(amount(high))"
    case (let low?, nil): "at least \(amount(low))"
    case (nil, let high?): "at most \(amount(high))"
    case (nil, nil): nil
    }
  }

  /// `between 0.00 and 5,000.00, for a person to decide`.
  mutating func discretion(of line: Line, at indent: Int) {
    guard let bounds = line.discretion else { return }
    paragraph((said(of: bounds).map { "\($0), " } ?? "") + "for a person to decide", at: indent)
  }

  private func showsWorkings(of line: Line) -> Bool {
    if line.isApology || line.right != nil { return false }
    if line.steps.contains(where: { !$0.change.isZero }) { return true }
    return line.payable != line.assessed
  }

  /// `at most: …`; for a split every party's part.
  private func pieces(of step: Line.Step) -> [TextPiece] {
    let colon = step.reason == nil ? "" : ":"
    let reason = words(of: TextPiece(step.reason ?? ""))
    guard !step.shares.isEmpty else { return [TextPiece(step.step + colon)] + reason }
    let isDivided = step.shares.count { !$0.amount.isZero } > 1
    let parts = step.shares.enumerated().map { position, share in
      TextPiece(
        "\(shortTitle(of: share.party)) \(share.portion)" + (isDivided ? " = \(amount(share.amount))" : "")
          + (position < step.shares.count - 1 ? "," : colon))
    }
    return parts + reason
  }

  /// `customer` for a party called `the customer`: in a row of shares the article is in the way.
  private func shortTitle(of party: Quote.Labelled) -> String {
    let title = title(of: party)
    return title.hasPrefix("the ") ? String(title.dropFirst(4)) : title
  }
}
