import RedressDiagnostics
import RedressEngine
import RedressSyntax
import RedressValues

/// Compares one proposal with the entries of one `expect` block. The entries name only what the policy has.
struct ProposalJudge {
  let proposal: Proposal
  let program: Program
  let currency: Currency
  /// Nil where nothing is to be explained.
  private let readings: FactReadings?

  init(_ proposal: Proposal, of program: Program, currency: Currency, readings: FactReadings?) {
    self.proposal = proposal
    self.program = program
    self.currency = currency
    self.readings = readings
  }

  /// What did not come as expected, in the order of the entries.
  func differences(from entries: [ExpectationSyntax.Entry]) -> [Difference] {
    var differences: [Difference] = []
    for entry in entries {
      switch entry.form {
      case .item(let name, let line, let outcome):
        if let total = NamedTotal(rawValue: name.text) {
          differences += judge(total, outcome, at: entry.span)
        } else if let judged = judgeBesideTheLines(name.text, outcome, at: entry.span) {
          differences += judged
        } else {
          differences += LineJudge(self, item: name.text, line: line.flatMap { Int($0.text) }, at: entry.span)
            .differences(from: outcome)
        }
      case .approval(let name, let isAbsent):
        differences += judge(proposal.approvals, "approval \(name.text)", name, isAbsent: isAbsent, at: entry.span)
      case .note(let name, let isAbsent):
        differences += judge(proposal.notes, "note \(name.text)", name, isAbsent: isAbsent, at: entry.span)
      case .deadline(let name, let value):
        differences += judge(deadline: name, value, at: entry.span)
      case .authority(let name):
        differences += judge(authority: name, at: entry.span)
      case .nothingElse:
        differences += judgeNothingElse(besides: entries, at: entry.span)
      }
    }
    return differences
  }

  func difference(at place: Span, _ subject: String, expected: String, came: String) -> Difference {
    Difference(place: place, proposal: proposal.settings, subject: subject, expected: expected, came: came)
  }

  // MARK: Totals

  private func judge(
    _ total: NamedTotal, _ outcome: ExpectationSyntax.Outcome, at place: Span
  ) -> [Difference] {
    guard case .amount(let value, _, _) = outcome, let expected = amount(of: value) else { return [] }
    let came = total.amount(in: proposal.totals)
    if came == expected { return [] }
    let isWaiting = !proposal.totals.isComplete && total != .claimed
    var difference = difference(
      at: place, total.rawValue, expected: text(of: expected, in: currency),
      came: text(of: came, in: currency) + (isWaiting ? " so far: a line is pending" : ""))
    difference.grounds = proposal.lines.filter { total.counts($0) }.map { line in
      Difference.Ground(name: line.item, value: describe(line), reason: line.reason)
    }
    if total != .claimed { difference.grounds += proposal.adjustments.map(ground(of:)) }
    return [difference]
  }

  // MARK: Approvals, notes, deadlines

  private func judge(
    _ remarks: [Proposal.Remark], _ subject: String, _ name: Name, isAbsent: Bool, at place: Span
  ) -> [Difference] {
    let found = remarks.first { $0.name == name.text }
    switch (found, isAbsent) {
    case (nil, true): return []
    case (nil, false):
      var difference = difference(at: place, subject, expected: "present", came: "absent")
      difference.readings = readings?.readings(of: name.text) ?? []
      return [difference]
    case (let remark?, false) where !remark.isUncertain: return []
    case (let remark?, _):
      var difference = difference(
        at: place, subject, expected: isAbsent ? "absent" : "present",
        came: remark.isUncertain ? "open: it depends on what is not known yet" : "present")
      difference.grounds = [Difference.Ground(name: remark.name, value: nil, reason: remark.reason)]
      difference.readings = readings?.readings(of: name.text) ?? []
      return [difference]
    }
  }

  private func judge(deadline name: Name, _ value: CaseValueSyntax, at place: Span) -> [Difference] {
    guard let expected = instant(of: value) else { return [] }
    let found = proposal.deadlines.first { $0.name == name.text }
    let came = found?.at
    // A day stands for its midnight, as everywhere in a case.
    if let came, came == expected || came == expected + "T00:00" { return [] }
    var difference = difference(
      at: place, "deadline \(name.text)", expected: expected,
      came: came ?? (found == nil ? "absent" : "waits for \(list(found?.needs.map(\.fact) ?? []))"))
    if let found, let reason = found.reason {
      difference.grounds = [Difference.Ground(name: found.name, value: came, reason: reason)]
    }
    difference.readings = readings?.readings(of: name.text) ?? []
    return [difference]
  }

  // MARK: Nothing else

  private func judgeNothingElse(besides entries: [ExpectationSyntax.Entry], at place: Span) -> [Difference] {
    var named: Set<String> = []
    for case .item(let name, _, _) in entries.map(\.form) { named.insert(name.text) }
    return proposal.lines.filter { $0.status != .denied && !named.contains($0.item) }.map { line in
      var difference = difference(
        at: place, "nothing else", expected: "no other line", came: "\(line.item): \(describe(line))")
      difference.rest(on: [line])
      return difference
    }
  }

  // MARK: Words

  /// A line in a few words: `2,000.00 CNY in cash, reduced`.
  func describe(_ line: Line) -> String {
    guard let payable = line.payable else {
      return "pending" + (line.needs.isEmpty ? "" : " for \(list(line.needs.map(\.fact)))")
    }
    var words = line.isApology || line.right != nil ? "" : text(of: payable, in: currency)
    if let remedy = line.remedy, !words.isEmpty { words += " by \(remedy.rawValue)" }
    return (words.isEmpty ? "" : words + ", ") + line.status.rawValue
  }
}

/// The sums of a proposal by the names expectations use.
enum NamedTotal: String, CaseIterable {
  case claimed = "total_claimed"
  case cash = "total_cash"
  case credit = "total_credit"
  case inKind = "total_in_kind"
  case payable = "total_payable"
  case recovered = "total_recovered"
  case net = "total_net"

  func amount(in totals: Proposal.Totals) -> Rational {
    switch self {
    case .claimed: totals.claimed
    case .cash: totals.cash
    case .credit: totals.credit
    case .inKind: totals.inKind
    case .payable: totals.payable
    case .recovered: totals.recovered
    case .net: totals.net
    }
  }

  /// Whether a line stands in this sum, or may once it is known.
  func counts(_ line: Line) -> Bool {
    if self == .claimed { return line.claimed != nil }
    guard line.owedBy == nil, line.status != .denied else { return false }
    switch (self, line.remedy) {
    case (.cash, .cash?), (.cash, nil), (.credit, .credit?), (.credit, nil): return true
    case (.cash, _), (.credit, _): return false
    case (.inKind, .cash?), (.inKind, .credit?): return false
    default: return true
    }
  }
}

/// The exact amount an expectation writes; nil where it is none.
func amount(of value: CaseValueSyntax) -> Rational? {
  guard case .quantity(let quantity, let isNegative) = value.form,
    let number = try? Rational(decimal: quantity.number.text)
  else { return nil }
  return isNegative ? try? -number : number
}

/// A date or a time as proposals write it: `2026-03-07`, `2026-03-07T09:00`.
func instant(of value: CaseValueSyntax) -> String? {
  switch value.form {
  case .date(let text): CivilDate(text).map { "\($0)" }
  case .time(let text): CivilTime(text).map(\.isoText)
  default: nil
  }
}

/// An amount with its currency; more decimals than the currency has are shown, not rounded away.
func text(of amount: Rational, in currency: Currency) -> String {
  let exact = amount.decimalText(upTo: 6, grouping: true)
  let fixed = amount.fixedText(places: currency.minorDigits, grouping: true)
  let decimals = exact.split(separator: ".").dropFirst().first?.count ?? 0
  return (decimals > currency.minorDigits ? exact : fixed) + " \(currency.code)"
}

/// `a`, `a and b`, `a, b and c`.
func list(_ words: [String]) -> String {
  guard let last = words.last, words.count > 1 else { return words.first ?? "" }
  return words.dropLast().joined(separator: ", ") + " and " + last
}
