import RedressEngine
import RedressValues

/// Whether parts add up to their whole: steps to lines, shares to what they share out, lines to totals.
struct Sums {
  let quote: Quote
  let facts: Facts

  func brokenPromises() -> [String] {
    var broken: [String] = []
    if quote.proposals.isEmpty { broken.append("there is no proposal") }
    if quote.proposals.first?.isPreferred == false || quote.proposals.dropFirst().contains(where: \.isPreferred) {
      broken.append("not the first proposal alone is the preferred one")
    }
    for proposal in quote.proposals {
      for line in proposal.lines {
        broken += brokenPromises(of: line).map { "\(line.item) line \(line.index): \($0)" }
      }
      broken += numbering(of: proposal.lines)
      broken += totals(of: proposal)
    }
    return broken
  }

  // MARK: Lines

  private func brokenPromises(of line: Line) -> [String] {
    var broken: [String] = []
    for amount in [line.assessed, line.payable].compactMap({ $0 }) + line.steps.flatMap({ [$0.change, $0.after] }) {
      if !isShown(amount) { broken.append("\(amount) has parts of the smallest coin") }
    }
    if line.payable?.isNegative == true { broken.append("less than nothing is payable") }
    if line.status == .pending {
      if line.payable != nil { broken.append("a pending line has an amount") }
      if line.needs.isEmpty { broken.append("a pending line waits for nothing") }
      if let low = line.range?.low, let high = line.range?.high, high < low { broken.append("an inverted range") }
      return broken
    }
    guard let payable = line.payable else { return broken + ["a line that is not pending has no amount"] }
    let isWithoutAmount = line.isApology || line.right != nil
    let asked = max(line.assessed ?? payable, line.claimed ?? payable)
    let expected: Line.Status =
      payable.isZero ? .denied : line.discretion != nil ? .proposed : payable < asked ? .reduced : .granted
    if !isWithoutAmount, line.status != expected {
      broken.append("is \(line.status), though \(payable) of \(asked) is payable")
    }
    if line.branch == nil, !payable.isZero { broken.append("is paid without a reason") }
    return broken + steps(of: line, upTo: payable)
  }

  /// From what is assessed by the steps to what is payable.
  private func steps(of line: Line, upTo payable: Rational) -> [String] {
    var broken: [String] = []
    for step in line.steps where !step.shares.isEmpty {
      let before = difference(step.after, step.change)
      if let shared = sum(step.shares.map(\.amount)), let before, shared != before {
        broken.append("\(step.name) shares out \(shared) of \(before)")
      }
      if step.shares.contains(where: \.amount.isNegative) { broken.append("\(step.name) gives a share below zero") }
    }
    guard line.bars.isEmpty, let assessed = line.assessed, line.status != .denied || !line.steps.isEmpty else {
      return line.bars.isEmpty || payable.isZero ? broken : broken + ["a barred line is paid"]
    }
    var running = assessed
    for step in line.steps {
      guard let after = sum([running, step.change]) else { return broken }
      if after != step.after { broken.append("\(step.name) goes from \(running) by \(step.change) to \(step.after)") }
      running = step.after
    }
    if running != payable { broken.append("the steps end at \(running), but \(payable) is payable") }
    return broken
  }

  private func numbering(of lines: [Line]) -> [String] {
    var counts: [String: Int] = [:]
    return lines.compactMap { line in
      counts[line.item, default: 0] += 1
      return counts[line.item] == line.index ? nil : "\(line.item) has a line \(line.index) out of turn"
    }
  }

  // MARK: Totals

  private func totals(of proposal: Proposal) -> [String] {
    let ours = proposal.lines.filter { $0.owedBy == nil && $0.status != .pending }
    let totals = proposal.totals
    var broken: [String] = []
    func compare(_ total: Rational, _ parts: [Rational?], _ name: String) {
      guard let sum = sum(parts.compactMap { $0 }), sum != total else { return }
      broken.append("\(name) is \(total), but its parts come to \(sum)")
    }
    func amounts(_ remedies: Set<Remedy>) -> [Rational?] {
      ours.filter { line in line.remedy.map { remedies.contains($0) } ?? false }.map { net($0, of: proposal) }
    }
    compare(totals.cash, amounts([.cash]), "total_cash")
    compare(totals.credit, amounts([.credit]), "total_credit")
    compare(totals.inKind, amounts([.reshipment, .replacement, .repair, .voucher]), "total_in_kind")
    compare(totals.payable, ours.map(\.payable) + proposal.adjustments.map(\.amount), "total_payable")
    compare(totals.payable, ours.map { net($0, of: proposal) }, "total_payable")
    compare(totals.recovered, proposal.recourse.map(\.amount), "total_recovered")
    for adjustment in proposal.adjustments {
      // What falls on lines that others owe is in the spread and not in the amount.
      let onOurs = adjustment.spread.filter { part in
        ours.contains { $0.item == part.item && $0.index == part.index }
      }
      compare(adjustment.amount, onOurs.map(\.amount), adjustment.name)
    }
    compare(totals.payable, [totals.cash, totals.credit, totals.inKind], "total_payable")
    compare(totals.payable, [totals.net, totals.recovered], "total_payable")
    compare(totals.claimed, facts.claimed, "total_claimed")
    let waits =
      proposal.lines.contains { $0.status == .pending } || proposal.recourse.contains { $0.amount == nil }
    if totals.isComplete == waits {
      broken.append("the totals say wrongly whether they are complete")
    }
    return broken
  }

  /// What a line comes to after the limits.
  private func net(_ line: Line, of proposal: Proposal) -> Rational? {
    let parts = proposal.adjustments.flatMap(\.spread).filter { $0.item == line.item && $0.index == line.index }
    return line.payable.flatMap { sum([$0] + parts.map(\.amount)) }
  }

  // MARK: Arithmetic

  /// Nil where it does not fit.
  private func sum(_ values: [Rational]) -> Rational? {
    do throws(ArithmeticError) {
      var sum = Rational.zero
      for value in values { sum = try sum + value }
      return sum
    } catch {
      return nil
    }
  }

  private func difference(_ left: Rational, _ right: Rational) -> Rational? { try? left - right }

  /// Whether it is a whole number of the currency's smallest coins.
  private func isShown(_ amount: Rational) -> Bool {
    var coins = amount
    do throws(ArithmeticError) {
      for _ in 0..<quote.currency.minorDigits { coins = try coins * Rational(10) }
      return coins.isWhole
    } catch {
      return true
    }
  }
}
