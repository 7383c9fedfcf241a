import RedressEngine
import RedressValues

/// What a batch came to: counts, and sums over the preferred proposals.
struct BatchSummary: Sendable {
  var quoted = 0
  var refused = 0
  var incomplete = 0
  private var lines = StatusCounts()
  /// By currency, in the order in which they were met; nil where a sum does not fit.
  private var payable: [(currency: Currency, sum: Rational?)] = []

  mutating func count(_ quote: Quote) {
    quoted += 1
    guard let proposal = quote.proposals.first else { return }
    if !proposal.totals.isComplete { incomplete += 1 }
    for line in proposal.lines { lines[line.status] += 1 }
    add(proposal.totals.payable, in: quote.currency)
  }

  mutating func count(_ outcome: StraightOutcome) {
    quoted += 1
    for place in outcome.lines.indices { lines[outcome.lines[place].status] += 1 }
    add(outcome.totals.payable, in: outcome.currency)
  }

  mutating func add(_ other: BatchSummary) {
    quoted += other.quoted
    refused += other.refused
    incomplete += other.incomplete
    for status in StatusCounts.order { lines[status] += other.lines[status] }
    for entry in other.payable { add(entry.sum, in: entry.currency) }
  }

  private mutating func add(_ amount: Rational?, in currency: Currency) {
    guard let place = payable.firstIndex(where: { $0.currency == currency }) else {
      payable.append((currency, amount))
      return
    }
    guard let amount, let sum = payable[place].sum else {
      payable[place].sum = nil
      return
    }
    payable[place].sum = try? sum + amount
  }

  /// One fact a row, for people.
  var text: String {
    var rows = [("cases", "\(quoted + refused)"), ("quoted", "\(quoted)"), ("refused", "\(refused)")]
    if incomplete > 0 { rows.append(("waiting for facts", "\(incomplete)")) }
    for status in StatusCounts.order where lines[status] > 0 {
      rows.append(("lines \(status.rawValue)", "\(lines[status])"))
    }
    for entry in payable.sorted(by: { $0.currency.code < $1.currency.code }) {
      let sum = entry.sum?.fixedText(places: entry.currency.minorDigits, grouping: true) ?? "too large to be added up"
      rows.append(("payable in all", "\(sum) \(entry.currency.code)"))
    }
    let width = rows.map(\.0.count).max() ?? 0
    return rows.map { $0.0 + String(repeating: " ", count: width - $0.0.count + 2) + $0.1 }.joined(separator: "\n")
  }
}

/// How many lines have each status.
private struct StatusCounts: Sendable {
  static let order = [Line.Status.granted, .reduced, .denied, .proposed, .pending]

  private var granted = 0
  private var reduced = 0
  private var denied = 0
  private var proposed = 0
  private var pending = 0

  subscript(status: Line.Status) -> Int {
    get {
      switch status {
      case .granted: granted
      case .reduced: reduced
      case .denied: denied
      case .proposed: proposed
      case .pending: pending
      }
    }
    set {
      switch status {
      case .granted: granted = newValue
      case .reduced: reduced = newValue
      case .denied: denied = newValue
      case .proposed: proposed = newValue
      case .pending: pending = newValue
      }
    }
  }
}
