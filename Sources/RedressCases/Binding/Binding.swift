package import RedressEngine
package import RedressSyntax

/// What a case states, by the positions of a program, or why it cannot be taken up.
package struct Binding: Sendable {
  /// Nil if there are problems.
  package let facts: Facts?
  /// In the order of the text.
  package let problems: [CaseProblem]
}

/// Resolves everything a case states against the facts, details, choices and items of a program.
///
/// Values come out in base units. What the case does not state stays not stated: defaults are the program's business.
/// Whether the case is one of this policy at all is for the caller to look at.
package func bind(_ syntax: CaseSyntax, to program: Program) -> Binding {
  var binder = Binder(program: program, syntax: syntax)
  binder.bindHead(of: syntax)
  binder.bindClaims(of: syntax)
  binder.bindEntries(of: syntax)
  return binder.finish()
}
