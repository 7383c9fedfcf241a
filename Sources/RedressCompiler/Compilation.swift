package import RedressChecker
package import RedressDiagnostics
package import RedressEngine

/// What compiling one policy of a rule book comes to: a program, or what stands in its way.
package struct Compilation: Sendable {
  /// The editions of the policy, in the order in which they came into force; empty exactly when there are diagnostics.
  package let programs: [Program]
  package let diagnostics: [Diagnostic]

  /// The edition in force last.
  package var program: Program? { programs.last }
}

/// Takes one policy of a rule book, with everything it uses, from its syntax tree to a program; several editions to one
/// each.
package func compile(policy name: String, in book: RuleBookSyntax) -> Compilation {
  var programs: [Program] = []
  var diagnostics: [Diagnostic] = []
  for edition in editions(of: name, in: book) {
    let result = checkPolicy(at: edition, in: book)
    diagnostics += result.problems.map { $0.diagnostic }
    if let policy = result.policy { programs.append(program(of: policy)) }
  }
  return diagnostics.isEmpty
    ? Compilation(programs: programs, diagnostics: []) : Compilation(programs: [], diagnostics: diagnostics)
}

/// Translates a checked policy into a flat program. Nothing can go wrong here: the checker saw to it.
package func program(of policy: CheckedPolicy) -> Program {
  var translation = Translation(policy)
  return translation.program()
}
