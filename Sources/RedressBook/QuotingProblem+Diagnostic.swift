package import RedressDiagnostics
import RedressSyntax

extension QuotingProblem {
  /// The problem in the words of whoever hands cases over.
  package var diagnostic: Diagnostic {
    switch self {
    case .notOneCase(let count, let span):
      Diagnostic(
        code: "R0617", message: "the line holds \(count) cases",
        primary: .init(span, "one case stands on each line"), helps: ["write each case on a line of its own"])
    case .otherPolicy(let name, let wanted):
      Diagnostic(
        code: "R0618", message: "the case is one of the policy `\(name.text)`",
        primary: .init(name.span, "cases of `\(wanted)` are quoted here"),
        helps: ["give each policy's cases to a batch of their own, for example `redress batch \(name.text)`"])
    }
  }
}

/// The pages of the codes R0617 and R0618. Their examples are commands, like those of the pages of commands.
package let quotingDiagnosticPages: [DiagnosticPage] = [
  DiagnosticPage(
    code: "R0617", title: "a line does not hold one case",
    explanation: """
      Where cases are quoted in bulk, each is a JSON object on a line of its own, so that every answer can be told by \
      its line. A list of cases on one line, even an empty one, is refused.
      """,
    wrong: "redress batch late_delivery drafts/list_on_a_line.ndjson",
    right: "redress batch late_delivery drafts/cases.ndjson"),
  DiagnosticPage(
    code: "R0618", title: "the case belongs to another policy",
    explanation: """
      Bulk quoting takes the cases of one policy, which is named once. A case that names another one is most likely in \
      the wrong file; it is refused rather than judged by rules it was not meant for.
      """,
    wrong: "redress batch late_delivery drafts/other_policy.ndjson",
    right: "redress batch late_delivery drafts/cases.ndjson"),
]
