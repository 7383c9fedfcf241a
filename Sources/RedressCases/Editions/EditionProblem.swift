package import RedressDiagnostics
package import RedressSyntax
package import RedressValues

/// Why no edition of a policy can be picked for a case.
package enum EditionProblem: Error, Hashable, Sendable {
  /// The days an edition is in force, both included.
  package struct Period: Hashable, Sendable {
    package let from: CivilDate?
    package let until: CivilDate?
  }

  /// The case has no date; the fact that would give it one, if the policy is dated by any.
  case noDate(Name, fact: String?, count: Int)
  case notInForce(Name, date: CivilDate, periods: [Period])
}

extension EditionProblem {
  /// The problem in words.
  package var diagnostic: Diagnostic {
    switch self {
    case .noDate(let policy, let fact, let count):
      Diagnostic(
        code: "R0430", message: "the case has no date, and `\(policy.text)` has \(count) editions",
        primary: .init(policy.span, "which of them counts depends on the date"),
        helps: [
          fact.map { "state `\($0)` under `given`, or write `dated 2026-03-05` behind the policy" }
            ?? "write `dated 2026-03-05` behind the policy"
        ])
    case .notInForce(let policy, let date, let periods):
      Diagnostic(
        code: "R0431", message: "no edition of `\(policy.text)` is in force on \(date)",
        primary: .init(policy.span, "in force \(periods.map(\.text).joined(separator: "; "))"),
        helps: ["see that the date of the case is right"])
    }
  }
}

extension EditionProblem.Period {
  fileprivate var text: String {
    switch (from, until) {
    case (let from?, let until?): "from \(from) until \(until)"
    case (let from?, nil): "from \(from)"
    case (nil, let until?): "until \(until)"
    case (nil, nil): "always"
    }
  }
}

/// The pages of the codes R0430 and R0431.
package let editionDiagnosticPages: [DiagnosticPage] = [
  DiagnosticPage(
    code: "R0430", title: "the case has no date, and the policy has several editions",
    explanation: """
      Several files carry this policy, each in force for a period of its own; the case's date says which of them \
      counts. There is no clock in the language: a case without a date is refused rather than judged by the edition \
      of the day. State the fact the policy is dated by, or `dated` behind the policy.
      """,
    wrong: "", right: ""),
  DiagnosticPage(
    code: "R0431", title: "no edition of the policy is in force on the case's date",
    explanation: """
      Several files carry this policy, each in force for a period of its own, and the case's date lies in none of \
      them. Either the date is wrong, or the rules of its day are missing from the rule book.
      """,
    wrong: "", right: ""),
]
