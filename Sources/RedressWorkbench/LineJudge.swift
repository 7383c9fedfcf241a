import RedressDiagnostics
import RedressEngine
import RedressSyntax
import RedressValues

/// Compares the lines of one item, or one of them, with one entry of an expectation.
struct LineJudge {
  private let judge: ProposalJudge
  private let item: String
  private let line: Int?
  private let place: Span
  /// The lines the entry speaks of.
  private let lines: [Line]

  init(_ judge: ProposalJudge, item: String, line: Int?, at place: Span) {
    self.judge = judge
    self.item = item
    self.line = line
    self.place = place
    lines = judge.proposal.lines.filter { $0.item == item && (line == nil || $0.index == line) }
  }

  func differences(from outcome: ExpectationSyntax.Outcome) -> [Difference] {
    switch outcome {
    case .amount(let value, let isAssessed, let remedy):
      guard let expected = amount(of: value) else { return [] }
      return judge(expected, isAssessed: isAssessed, remedy: remedy?.text)
    case .status(let status, let branches): return judge(status, because: branches.map(\.text))
    case .pending(let keys): return judgePending(for: keys.map(\.text))
    case .absent: return lines.isEmpty ? [] : [difference(expected: "absent")]
    }
  }

  // MARK: Amounts

  private func judge(_ expected: Rational, isAssessed: Bool, remedy: String?) -> [Difference] {
    let wanted =
      (isAssessed ? "assessed " : "") + text(of: expected, in: judge.currency) + (remedy.map { " by \($0)" } ?? "")
    // The sum of no lines is 0; a line that is named has to be there.
    guard let sum = sum(isAssessed: isAssessed), !lines.isEmpty || line == nil else {
      return [difference(expected: wanted)]
    }
    if lines.isEmpty { return expected.isZero ? [] : [difference(expected: wanted)] }
    if sum != expected {
      let total = (isAssessed ? "assessed " : "") + text(of: sum, in: judge.currency)
      if isAssessed { return [difference(expected: wanted, came: total)] }
      return [difference(expected: wanted, came: lines.count > 1 ? "\(total) in all: \(words)" : words)]
    }
    guard let remedy else { return [] }
    let paid = lines.filter { $0.status != .denied }
    let isSettledSo = (paid.isEmpty ? lines : paid).allSatisfy { $0.remedy?.rawValue == remedy }
    return isSettledSo ? [] : [difference(expected: wanted)]
  }

  /// What the lines come to together; nil while one of them is unknown.
  private func sum(isAssessed: Bool) -> Rational? {
    var sum = Rational.zero
    for line in lines {
      guard let amount = isAssessed ? line.assessed : line.payable, let next = try? sum + amount else { return nil }
      sum = next
    }
    return sum
  }

  // MARK: Statuses

  private func judge(_ status: ExpectationSyntax.Status, because branches: [String]) -> [Difference] {
    let reasons = branches.isEmpty ? "" : " because \(list(branches))"
    let wanted = status.rawValue + reasons
    guard !lines.isEmpty else { return [difference(expected: wanted)] }
    if lines.contains(where: { $0.status.rawValue != status.rawValue }) { return [difference(expected: wanted)] }
    return lines.compactMap { line in
      let names = line.decidingNames + explained(line)
      guard !branches.allSatisfy({ branch in names.contains { $0.answers(to: branch) } })
      else { return nil }
      var difference = judge.difference(
        at: place, subject(of: line), expected: wanted,
        came: "\(line.status.rawValue) because \(list(line.decidingNames.removingDuplicates))")
      difference.rest(on: [line])
      return difference
    }
  }

  /// The branches of definitions, tables and limits that the line, or what a limit did to it, rests on; they are known
  /// where the quote was made with explanations.
  private func explained(_ line: Line) -> [String] {
    let names = Set(judge.program.explainedBranchNames)
    let adjustments = judge.proposal.adjustments.filter { adjustment in
      adjustment.spread.contains { $0.item == line.item && $0.index == line.index }
    }
    var found = adjustments.map(\.branch)
    var waiting = line.because + adjustments.flatMap(\.because)
    while let explanation = waiting.popLast() {
      if explanation.isLost { continue }
      if let branch = explanation.branch, names.contains(branch) { found.append(branch) }
      waiting += explanation.because
    }
    return found
  }

  private func judgePending(for keys: [String]) -> [Difference] {
    let wanted = "pending" + (keys.isEmpty ? "" : " for \(list(keys))")
    guard !lines.isEmpty, lines.allSatisfy({ $0.status == .pending }) else { return [difference(expected: wanted)] }
    let needs = Set(lines.flatMap(\.needs).map(\.fact))
    return keys.allSatisfy(needs.contains) ? [] : [difference(expected: wanted)]
  }

  // MARK: Words

  private func difference(expected: String, came: String? = nil) -> Difference {
    let subject = line.map { "\(item) line \($0)" } ?? item
    var difference = judge.difference(at: place, subject, expected: expected, came: came ?? words)
    difference.rest(on: lines)
    return difference
  }

  private func subject(of line: Line) -> String {
    self.line == nil && lines.count == 1 ? item : "\(item) line \(line.index)"
  }

  /// The lines as they came, in a few words.
  private var words: String {
    guard !lines.isEmpty else {
      let others = judge.proposal.lines.filter { $0.item == item }.count
      return line == nil || others == 0 ? "absent" : "absent: \(item) has \(others == 1 ? "1 line" : "\(others) lines")"
    }
    return lines.map { line in
      lines.count > 1 ? "line \(line.index) \(judge.describe(line))" : judge.describe(line)
    }.joined(separator: "; ")
  }
}

extension Line {
  /// Names of the branches, steps and bars the line's status rests on (rule 17 of the reference).
  var decidingNames: [String] {
    var names = branches
    for bar in bars { names += [bar.bar.name, bar.branch] }
    for step in steps { names += [step.name, step.branch] }
    return names
  }
}

extension String {
  /// `own_crew` of `damage_liability.own_crew`; nil without a dot.
  var partBehindTheDot: String? {
    firstIndex(of: ".").map { String(self[index(after: $0)...]) }
  }

  /// Whether a branch of this name may be called so: in full, by the part behind a dot, or, an exception of a step, by
  /// the ruling and its own name (`delay.at_most.waiver` by `delay.waiver`).
  func answers(to name: String) -> Bool {
    self == name || hasSuffix("." + name) || firstAndLastPart == name
  }

  /// `delay.waiver` of `delay.at_most.waiver`; the name itself where it has no more than two parts.
  var firstAndLastPart: String {
    let parts = split(separator: ".")
    guard parts.count > 2, let first = parts.first, let last = parts.last else { return self }
    return "\(first).\(last)"
  }
}

extension [String] {
  /// The words in their order, each once.
  var removingDuplicates: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
