package import RedressDiagnostics
package import RedressSyntax

/// Why a fixture cannot be judged: facts only; the wording stands in `FixtureProblem+Diagnostic.swift`.
package enum FixtureProblem: Sendable {
  /// What an expectation may name.
  package enum Subject: Hashable, Sendable { case item, approval, note, deadline, authority, choice, fact }

  /// The case has no `expect`.
  case noExpectation(caseName: Name)
  /// An `expect` without an entry below it.
  case emptyExpectation(keyword: Span)
  case unknownName(Subject, Name, known: [String])
  case unknownOption(choice: Name, Name, known: [String])
  case unknownBranch(ExpectationSyntax.Branch, known: [String])
  /// Several rulings have a branch that ends in this name.
  case ambiguousBranch(ExpectationSyntax.Branch, meanings: [String])
  case otherCurrency(CaseValueSyntax, currency: String)
  /// A status, a remedy or a line where a total, a limit, a recourse or a figure stands.
  case totalWithoutAmount(Name, Span)
  /// A value of another kind than the figure has; how one would look.
  case wrongFigure(Name, CaseValueSyntax, value: String?)
  case unknownRemedy(Name, known: [String])
  /// Lines are counted from 1.
  case noSuchLine(Name)
  case deadlineWithoutDate(Name, CaseValueSyntax)
}
