import RedressDiagnostics
import RedressSyntax

extension BatchProblem {
  /// The problem in the words of whoever hands the lines over.
  var diagnostic: Diagnostic {
    switch self {
    case .lineTooLong(let length, let longest):
      Diagnostic(
        code: "R0616", message: "the line has \(length) bytes; the longest that is read has \(longest)", primary: nil,
        helps: ["one case stands on each line"])
    case .notOneCase(let count, let span):
      Diagnostic(
        code: "R0617", message: "the line holds \(count) cases", primary: .init(span, "one case stands on each line"),
        helps: ["write each case on a line of its own"])
    case .otherPolicy(let name, let batch):
      Diagnostic(
        code: "R0618", message: "the case is one of the policy `\(name.text)`",
        primary: .init(name.span, "this batch quotes cases of `\(batch)`"),
        helps: ["give each policy's cases to a batch of their own, for example `redress batch \(name.text)`"])
    }
  }
}
