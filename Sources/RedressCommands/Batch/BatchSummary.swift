import RedressEngine
import RedressValues

/// What a batch came to: counts, and sums over the preferred proposals.
struct BatchSummary: Sendable {
  var quoted = 0
  var refused = 0
  var incomplete = 0
  private var lines: [Line.Status: Int] = [:]
  private var payable: [String: (currency: Currency, sum: Rational?)] = [:]

  mutating func count(_ quote: Quote) {
    quoted += 1
    guard let proposal = quote.proposals.first else { return }
    if !proposal.totals.isComplete { incomplete += 1 }
    for line in proposal.lines { lines[line.status, default: 0] += 1 }
    add(proposal.totals.payable, in: quote.currency)
  }

  mutating func count(_ outcome: StraightOutcome) {
    quoted += 1
    for line in outcome.lines { lines[line.status, default: 0] += 1 }
    add(outcome.totals.payable, in: outcome.currency)
  }

  mutating func add(_ other: BatchSummary) {
    quoted += other.quoted
    refused += other.refused
    incomplete += other.incomplete
    for (status, count) in other.lines { lines[status, default: 0] += count }
    for (_, entry) in other.payable { add(entry.sum, in: entry.currency) }
  }

  private mutating func add(_ amount: Rational?, in currency: Currency) {
    let sum = payable[currency.code].map(\.sum) ?? .zero
    guard let amount, let sum, let total = try? sum + amount else {
      payable[currency.code] = (currency, nil)
      return
    }
    payable[currency.code] = (currency, total)
  }

  /// One fact a row, for people.
  var text: String {
    var rows = [("cases", "\(quoted + refused)"), ("quoted", "\(quoted)"), ("refused", "\(refused)")]
    if incomplete > 0 { rows.append(("waiting for facts", "\(incomplete)")) }
    for status in [Line.Status.granted, .reduced, .denied, .proposed, .pending] {
      if let count = lines[status] { rows.append(("lines \(status.rawValue)", "\(count)")) }
    }
    for code in payable.keys.sorted() {
      guard let entry = payable[code] else { continue }
      let sum = entry.sum?.fixedText(places: entry.currency.minorDigits, grouping: true) ?? "too large to be added up"
      rows.append(("payable in all", "\(sum) \(code)"))
    }
    let width = rows.map(\.0.count).max() ?? 0
    return rows.map { $0.0 + String(repeating: " ", count: width - $0.0.count + 2) + $0.1 }.joined(separator: "\n")
  }
}
