import RedressDiagnostics
import RedressSyntax

/// The whole of a policy text as one parse.
func policy(_ text: String) -> PolicyParse {
  parsePolicy(SourceText(name: "test.redress", text: text), as: SourceID(0))
}

/// The whole of a case text as one parse.
func cases(_ text: String) -> CaseParse {
  parseCases(SourceText(name: "test.case", text: text), as: SourceID(0))
}

/// The codes of the problems of a policy, in order.
func codes(_ text: String) -> [String] {
  policy(text).problems.map(\.diagnostic.code)
}

/// The codes of the problems of a case file, in order.
func caseCodes(_ text: String) -> [String] {
  cases(text).problems.map(\.diagnostic.code)
}

/// Code and marked text of each problem, for tests that care where a problem is seen.
func findings(_ text: String) -> [String] {
  policy(text).problems.map { problem in
    let diagnostic = problem.diagnostic
    guard let span = diagnostic.primary?.span else { return diagnostic.code }
    let bytes = Array(text.utf8)[Int(span.start)..<Int(span.end)]
    return "\(diagnostic.code) `\(String(decoding: bytes, as: UTF8.self))`"
  }
}

/// The dump of the declarations of a policy without problems, else its findings.
func read(_ text: String) -> String {
  let text = "policy p\n" + text
  let parse = policy(text)
  guard parse.problems.isEmpty, let tree = parse.policy else { return findings(text).joined(separator: "; ") }
  return dump(tree).split(separator: "\n").dropFirst().joined(separator: "\n")
}
