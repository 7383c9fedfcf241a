package import RedressDiagnostics
package import RedressSyntax

/// Why what is handed over to be quoted is not one case of the policy: facts only; the wording stands in
/// `QuotingProblem+Diagnostic.swift`.
package enum QuotingProblem: Error, Hashable, Sendable {
  case notOneCase(count: Int, Span)
  /// The case names another policy than the one that quotes it.
  case otherPolicy(Name, wanted: String)
}
