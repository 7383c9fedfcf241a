import RedressEngine

/// How far an explanation is unfolded, in steps from the line; what goes deeper is left out.
let deepestExplanation = 200

/// One value of an explanation as it is shown.
struct UnfoldedExplanation {
  let explanation: Explanation
  /// 1 for what the line itself rests on.
  let depth: Int
  /// It stands above already, with all it rests on.
  let isRepeated: Bool
}

/// An explanation from top to bottom, in which every value is unfolded once.
func unfolded(_ because: [Explanation]) -> [UnfoldedExplanation] {
  var rows: [UnfoldedExplanation] = []
  var names: Set<[String]> = []
  var values: Set<[String]> = []
  var waiting = because.reversed().map { (explanation: $0, depth: 1) }
  while let (explanation, depth) = waiting.popLast() {
    let name = [explanation.name, explanation.value, explanation.branch ?? "", explanation.reason ?? ""]
    // Calls of one definition share a name, so what they rest on tells them apart.
    let value = name + explanation.because.flatMap { [$0.name, $0.value] }
    let isRepeated = explanation.because.isEmpty ? names.contains(name) : values.contains(value)
    names.insert(name)
    values.insert(value)
    rows.append(UnfoldedExplanation(explanation: explanation, depth: depth, isRepeated: isRepeated))
    guard !isRepeated, depth < deepestExplanation else { continue }
    waiting += explanation.because.reversed().map { (explanation: $0, depth: depth + 1) }
  }
  return rows
}

extension TextPage {
  /// The branch a line rests on, and below it every value that led there.
  mutating func explanation(of line: Line, at indent: Int) {
    explanation(because: line.because, branch: line.branch, of: line.item, at: indent)
  }

  /// The branch that decided something of this name, and below it every value that led there.
  mutating func explanation(because: [Explanation], branch: String?, of name: String, at indent: Int) {
    if let branch, branch != name {
      paragraph("decided by \(branch)", at: indent)
    } else if !because.isEmpty {
      paragraph("rests on", at: indent)
    }
    for row in unfolded(because) {
      let explanation = row.explanation
      paragraph(
        said(of: row), at: min(indent + row.depth * 2, style.width / 2),
        citations: row.isRepeated ? [] : explanation.citations)
    }
  }

  /// `daily_rate = 0.3% per day, by gold_rate: gold customers agreed to a lower rate`.
  private func said(of row: UnfoldedExplanation) -> String {
    let explanation = row.explanation
    var said = "\(explanation.name) = \(explanation.value)"
    if explanation.isLost { said += ", which does not count" }
    if row.isRepeated { return said + ", see above" }
    if explanation.origin == .assumed { said += ", assumed" }
    if let branch = explanation.branch, branch != explanation.name {
      let isOwn = branch.hasPrefix(explanation.name + ".")
      said += ", by \(isOwn ? String(branch.dropFirst(explanation.name.count + 1)) : branch)"
    }
    if let reason = explanation.reason { return said + ": \(reason)" }
    return said + (explanation.label.map { " (\($0))" } ?? "")
  }
}
