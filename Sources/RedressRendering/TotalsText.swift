import RedressEngine
import RedressValues

extension TextPage {
  /// The sums below a rule, each form of payment that occurs, and all of them together.
  mutating func totals(of proposal: Proposal) {
    let totals = proposal.totals
    let isWaiting = proposal.lines.contains { $0.status == .pending }
    var rule = TextRow(style)
    rule.place(String(repeating: "─", count: payableEnd - statusStart), at: statusStart)
    append(rule)
    if !totals.cash.isZero { total("in cash", totals.cash, isSoFar: isWaiting) }
    if !totals.credit.isZero { total("as credit", totals.credit, isSoFar: isWaiting) }
    if !totals.inKind.isZero { total("in kind", totals.inKind, isSoFar: isWaiting) }
    var row = TextRow(style)
    if !totals.claimed.isZero { row.place(claim(totals.claimed), endingAt: claimedEnd) }
    row.place(named("in all", isSoFar: isWaiting), at: statusStart, .total)
    row.place(amount(totals.payable), endingAt: payableEnd, .total)
    append(row)
    if !totals.recovered.isZero {
      total("recovered", totals.recovered, isSoFar: !totals.isComplete)
      total("net cost", totals.net, isSoFar: !totals.isComplete)
    }
  }

  /// `claimed 20,000.00`, with the amount in a field of so many columns.
  func claim(_ value: Rational, width: Int = 0) -> String {
    let shown = amount(value)
    return "claimed " + String(repeating: " ", count: max(0, width - shown.utf8.count)) + shown
  }

  private mutating func total(_ name: String, _ value: Rational, isSoFar: Bool) {
    var row = TextRow(style)
    row.place(named(name, isSoFar: isSoFar), at: statusStart)
    row.place(amount(value), endingAt: payableEnd)
    append(row)
  }

  private func named(_ name: String, isSoFar: Bool) -> String {
    isSoFar ? "\(name) so far" : name
  }
}
