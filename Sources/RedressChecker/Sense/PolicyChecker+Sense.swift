import RedressDiagnostics
import RedressSyntax
import RedressValues

extension PolicyChecker {
  /// Whether what the policy says makes sense, once it is known what it says.
  mutating func checkSense() {
    checkShares()
    // Values that need themselves cannot be followed.
    guard !hasEndlessValues else { return }
    var conflicts = ConflictChecker(policy: policy, variableRecords: variableRecords)
    conflicts.run()
    problems.append(contentsOf: conflicts.problems)
    var signs = SignChecker(policy: policy, variableRecords: variableRecords, money: money)
    signs.run()
    problems.append(contentsOf: signs.problems)
  }

  /// Shares that are known beforehand add up to 100%.
  private mutating func checkShares() {
    var builder = TermBuilder(policy: policy, variableRecords: variableRecords, keepsNames: true)
    for (split, entry) in zip(policy.splits, outline.splits) {
      check(split.ruling.base, entry.syntax.ruling.base, &builder)
      for (exception, syntax) in zip(split.ruling.exceptions, entry.syntax.ruling.exceptions) {
        check(exception.value, syntax.value, &builder)
      }
    }
  }

  private mutating func check(_ shares: CheckedPolicy.Shares, _ syntax: SharesSyntax, _ builder: inout TermBuilder) {
    guard !shares.isInProportion, !hasPoisonedShare.contains(shares.span), shares.shares.count == syntax.shares.count
    else { return }
    var total = Rational.zero
    var isConstant = true
    var written: [String] = []
    for (share, part) in zip(shares.shares, syntax.shares) {
      guard let value = share.value else { continue }
      let term = builder.term(value, .init())
      guard let constant = builder.table.constant(of: term), let sum = try? total + constant else {
        isConstant = false
        continue
      }
      total = sum
      written.append("\(part.party.text) \(quantityText(constant, unit: .percent))")
    }
    let hasRest = shares.shares.contains { $0.value == nil }
    let isWrong = isConstant && !hasRest ? total != .one : total > .one
    guard isWrong, let last = syntax.shares.last else { return }
    let missing = total < .one ? try? Rational.one - total : nil
    report(
      .sense(
        .sharesDoNotAddUp(
          syntax.span, shares: written, total: quantityText(total, unit: .percent),
          missing: missing.map { quantityText($0, unit: .percent) }, lastParty: last.party.text)))
  }
}
