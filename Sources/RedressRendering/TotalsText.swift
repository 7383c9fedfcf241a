import RedressEngine
import RedressValues

extension TextPage {
  /// The sums below a rule, each form of payment that occurs, and all of them together.
  mutating func totals(of totals: Proposal.Totals) {
    var rule = TextRow(style)
    rule.place(String(repeating: "─", count: payableEnd - statusStart), at: statusStart)
    append(rule)
    if !totals.cash.isZero { total("in cash", totals.cash, of: totals) }
    if !totals.credit.isZero { total("as credit", totals.credit, of: totals) }
    if !totals.inKind.isZero { total("in kind", totals.inKind, of: totals) }
    var row = TextRow(style)
    if !totals.claimed.isZero { row.place(claim(totals.claimed), endingAt: claimedEnd) }
    row.place(named("in all", totals), at: statusStart, .total)
    row.place(amount(totals.payable), endingAt: payableEnd, .total)
    append(row)
    if !totals.recovered.isZero {
      total("recovered", totals.recovered, of: totals)
      total("net cost", totals.net, of: totals)
    }
  }

  /// `claimed 20,000.00`, with the amount in a field of so many columns.
  func claim(_ value: Rational, width: Int = 0) -> String {
    let shown = amount(value)
    return "claimed " + String(repeating: " ", count: max(0, width - shown.utf8.count)) + shown
  }

  private mutating func total(_ name: String, _ value: Rational, of totals: Proposal.Totals) {
    var row = TextRow(style)
    row.place(named(name, totals), at: statusStart)
    row.place(amount(value), endingAt: payableEnd)
    append(row)
  }

  private func named(_ name: String, _ totals: Proposal.Totals) -> String {
    totals.isComplete ? name : "\(name) so far"
  }
}
