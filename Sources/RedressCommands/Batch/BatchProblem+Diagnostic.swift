import RedressDiagnostics

extension BatchProblem {
  /// The problem in the words of whoever hands the lines over.
  var diagnostic: Diagnostic {
    switch self {
    case .lineTooLong(let length, let longest):
      Diagnostic(
        code: "R0616", message: "the line has \(length) bytes; the longest that is read has \(longest)", primary: nil,
        helps: ["one case stands on each line"])
    }
  }
}
