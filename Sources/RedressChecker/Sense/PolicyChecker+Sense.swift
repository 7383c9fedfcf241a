import RedressDiagnostics
import RedressSyntax
import RedressValues

extension PolicyChecker {
  /// Whether what the policy says makes sense, once it is known what it says.
  mutating func checkSense() {
    let mistakes = problems.map(\.place)
    let hasPlaceholders = unresolvedCount > 0 || !mistakes.isEmpty || !isWhole
    checkShares()
    var lookups = LookupChecker(
      policy: policy, source: outline.policy.name.span.source, mistakes: mistakes + unresolvedRows,
      isUnreadable: isCurrencyMissed || !isWhole)
    lookups.run()
    problems.append(contentsOf: lookups.problems)
    // Values that need themselves cannot be followed.
    guard !hasEndlessValues else { return }
    var conflicts = ConflictChecker(
      policy: policy, variableRecords: variableRecords, unresolved: unresolvedExceptions,
      hasPlaceholders: hasPlaceholders)
    conflicts.run()
    problems.append(contentsOf: conflicts.problems.filter(isOwn))
    var flow = FlowChecker(
      policy: policy, variableRecords: variableRecords, unresolved: unresolvedDefinitions,
      owners: .init(money: money, hasPlaceholders: hasPlaceholders, lookups: lookups.doubtful))
    flow.run()
    problems.append(contentsOf: flow.problems.filter(isOwn))
  }

  /// Whether no part of a condition, a row or a declaration may be missing.
  private var isWhole: Bool { outline.policy.isWhole && outline.used.allSatisfy(\.isWhole) }

  /// What never happens here, by what this policy requires or asks, may well happen where another one uses the same: of a
  /// used policy that is judged where it is checked itself.
  private func isOwn(_ problem: CheckProblem) -> Bool {
    guard case .sense(.idle(let idle)) = problem else { return true }
    return isWhole && idle.place.source == outline.policy.name.span.source
  }

  /// Shares that are known beforehand add up to 100%.
  private mutating func checkShares() {
    var builder = TermBuilder(policy: policy, variableRecords: variableRecords, keepsNames: true)
    for (split, entry) in zip(policy.splits, outline.splits) {
      let ruling = entry.syntax.ruling
      let parties = ([ruling.base] + ruling.later.map(\.base) + ruling.exceptions.map(\.value)).flatMap(\.shares)
        .map(\.party.text)
      check(split.ruling.base, ruling.base, among: parties, &builder)
      for (branch, syntax) in zip(split.ruling.later, ruling.later) {
        check(branch.base, syntax.base, among: parties, &builder)
      }
      for (exception, syntax) in zip(split.ruling.exceptions, ruling.exceptions) {
        check(exception.value, syntax.value, among: parties, &builder)
      }
    }
  }

  private mutating func check(
    _ shares: CheckedPolicy.Shares, _ syntax: SharesSyntax, among parties: [String], _ builder: inout TermBuilder
  ) {
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
          missing: missing.map { quantityText($0, unit: .percent) }, mend: mend(written, last.party.text, parties))))
  }

  /// The last party takes the rest; one that stands alone leaves it to another, rather of the same split.
  private func mend(_ written: [String], _ last: String, _ parties: [String]) -> String {
    guard written.count == 1 else { return "\(last) rest" }
    let other = (parties + outline.parties.map(\.syntax.name.text)).first { $0 != last }
    return "\(written[0]), \(other ?? "…") rest"
  }
}
