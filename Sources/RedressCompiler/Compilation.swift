package import RedressChecker
package import RedressDiagnostics
package import RedressEngine

/// What compiling one policy of a rule book comes to: a program, or what stands in its way.
package struct Compilation: Sendable {
  /// Nil exactly when there are diagnostics.
  package let program: Program?
  package let diagnostics: [Diagnostic]
}

/// Takes one policy of a rule book, with everything it uses, from its syntax tree to a program.
package func compile(policy name: String, in book: RuleBookSyntax) -> Compilation {
  let result = checkPolicy(named: name, in: book)
  guard result.problems.isEmpty, let policy = result.policy else {
    return Compilation(program: nil, diagnostics: result.problems.map { $0.diagnostic })
  }
  return Compilation(program: program(of: policy), diagnostics: [])
}

/// Translates a checked policy into a flat program. Nothing can go wrong here: the checker saw to it.
package func program(of policy: CheckedPolicy) -> Program {
  var translation = Translation(policy)
  return translation.program()
}
