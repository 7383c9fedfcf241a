package import RedressDiagnostics

/// The fixtures that do not hold, each with what was expected, what came and what that rests on; a blank line between
/// two of them. Empty where all hold.
package func text(ofFailuresIn results: [FixtureResult], texts: SourceTexts, style: LayoutStyle) -> String {
  results.filter { !$0.holds }.map { text(of: $0, in: texts, style: style) }.joined(separator: "\n\n")
}

private func text(of result: FixtureResult, in texts: SourceTexts, style: LayoutStyle) -> String {
  var lines = ["failed: \(result.name)  \(position(of: result.place, in: texts))"]
  for problem in result.problems { lines += ["", layout(problem, in: texts, style: style)] }
  for difference in result.differences {
    lines += [""] + RedressWorkbench.lines(of: difference, in: texts, style: style)
  }
  return lines.joined(separator: "\n")
}

private func lines(of difference: Difference, in texts: SourceTexts, style: LayoutStyle) -> [String] {
  let proposal = difference.proposal.isEmpty ? "" : " (\(difference.proposal.joined(separator: ", ")))"
  var lines = [
    "  \(difference.subject)\(proposal)  \(position(of: difference.place, in: texts))",
    "    expected    \(difference.expected)",
    "    came        \(difference.came)",
  ]
  for (index, ground) in difference.grounds.enumerated() {
    let value = ground.value.map { " = \($0)" } ?? ""
    let reason = ground.reason.map { ": \($0)" } ?? ""
    lines.append("    \(index == 0 ? "decided by" : "          ")  \(ground.name)\(value)\(reason)")
  }
  for (index, reading) in difference.readings.enumerated() {
    let origin = reading.origin == .assumed ? " (assumed)" : ""
    lines.append("    \(index == 0 ? "read      " : "          ")  \(reading.fact) = \(reading.value)\(origin)")
  }
  for refusal in difference.refusals { lines += ["", layout(refusal, in: texts, style: style)] }
  return lines
}

private func position(of span: Span, in texts: SourceTexts) -> String {
  guard let text = texts.text(of: span.source) else { return "" }
  let position = text.position(at: span.start)
  return "\(text.name):\(position.line):\(position.column)"
}
