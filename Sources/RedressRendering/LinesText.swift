import RedressDiagnostics
import RedressEngine
import RedressValues

/// What the lines of a proposal have in common on the page.
struct LineLayout {
  /// Where labels begin, after the widest number.
  let labelStart: Int
  /// Columns of the widest amount claimed.
  let claimedWidth: Int
  /// How many lines of one item are called alike; those are told apart by their row.
  let linesByLabel: [String: Int]
  /// Who is paid where a line does not say otherwise.
  let payee: Quote.Labelled?
}

extension TextPage {
  /// Every line with its reasons and workings; those that others owe stand below the sums, by `linesOwedByOthers`.
  mutating func lines(of proposal: Proposal, payableTo payee: Quote.Labelled?) {
    let own = proposal.lines.filter { $0.owedBy == nil }
    if proposal.lines.isEmpty { paragraph("No line arises in this case.", at: 2) }
    let layout = layout(of: proposal, payableTo: payee)
    for (position, line) in own.enumerated() { show(line, number: position + 1, layout) }
    adjustments(of: proposal)
  }

  /// Lines that are shown but are no part of the sums.
  mutating func linesOwedByOthers(of proposal: Proposal, payableTo payee: Quote.Labelled?) {
    let others = proposal.lines.filter { $0.owedBy != nil }
    guard !others.isEmpty else { return }
    blank()
    paragraph("Owed by others, no part of the sums above", at: 2)
    let first = proposal.lines.count - others.count + 1
    let layout = layout(of: proposal, payableTo: payee)
    for (position, line) in others.enumerated() { show(line, number: first + position, layout) }
    adjustmentsOwedByOthers(of: proposal)
  }

  private func layout(of proposal: Proposal, payableTo payee: Quote.Labelled?) -> LineLayout {
    let claims = proposal.lines.compactMap(\.claimed) + [proposal.totals.claimed]
    var linesByLabel: [String: Int] = [:]
    for line in proposal.lines { linesByLabel[key(of: line), default: 0] += 1 }
    return LineLayout(
      labelStart: max(5, 4 + String(proposal.lines.count).utf8.count),
      claimedWidth: claims.map { amount($0).utf8.count }.max() ?? 0,
      linesByLabel: linesByLabel,
      payee: payee)
  }

  private func key(of line: Line) -> String { "\(line.item) \(line.label)" }

  private mutating func show(_ line: Line, number: Int, _ layout: LineLayout) {
    head(of: line, number: number, layout)
    let indent = layout.labelStart + 2
    reasons(of: line, at: indent)
    discretion(of: line, at: indent)
    if let owedBy = line.owedBy { paragraph("owed by \(owedBy)", at: indent) }
    if line.payee != layout.payee { paragraph("payable to \(title(of: line.payee))", at: indent) }
    needs(of: line, at: indent)
    if style.explains { explanation(of: line, at: indent) }
  }

  /// Number, label, what is claimed, status or remedy, what is payable.
  private mutating func head(of line: Line, number: Int, _ layout: LineLayout) {
    let claimed = line.claimed.map { claim($0, width: layout.claimedWidth) }
    let payable = payable(of: line)
    let labelEnd = claimed.map { claimedEnd - $0.utf8.count } ?? statusStart
    let several = layout.linesByLabel[key(of: line), default: 0] > 1
    let label = line.label + (several ? " (row \(line.element ?? line.index))" : "")
    let labels = wrapped(label, to: max(12, labelEnd - 2 - layout.labelStart))
    let statusEnd = payable.map { payableEnd - $0.utf8.count - 2 } ?? payableEnd
    let statuses = wrapped(standing(of: line), to: max(14, statusEnd - statusStart))
    for position in 0..<max(labels.count, statuses.count, 1) {
      var row = TextRow(style)
      if position == 0 { row.place(String(number), endingAt: layout.labelStart - 2) }
      if labels.indices.contains(position) { row.place(labels[position], at: layout.labelStart) }
      if position == 0, let claimed { row.place(claimed, endingAt: claimedEnd) }
      if statuses.indices.contains(position) { row.place(statuses[position], at: statusStart, tint(of: line)) }
      if position == 0, let payable { row.place(payable, endingAt: payableEnd) }
      append(row)
    }
  }

  /// The status where nothing is paid for certain; otherwise class and remedy where they are not the usual ones.
  private func standing(of line: Line) -> String {
    switch line.status {
    case .denied, .pending, .proposed: return line.status.rawValue
    case .granted, .reduced: break
    }
    if line.isApology { return "apology" }
    if line.right != nil { return "right" }
    var words: [String] = []
    if line.status == .reduced { words.append("reduced") }
    if line.itemClass != .compensation { words.append(line.itemClass.rawValue) }
    if let remedy = line.remedy, remedy != .cash || words.isEmpty { words.append(remedy.rawValue) }
    return words.isEmpty ? line.status.rawValue : words.joined(separator: ", ")
  }

  private func tint(of line: Line) -> TextStyle.Tint {
    switch line.status {
    case .denied: .denied
    case .pending, .proposed: .pending
    case .granted, .reduced: .plain
    }
  }

  private func payable(of line: Line) -> String? {
    if line.status == .pending || line.isApology || line.right != nil { return nil }
    return line.payable.map { amount($0) }
  }
}
