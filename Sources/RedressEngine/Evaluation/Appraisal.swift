package import RedressValues

/// Cases of one program, evaluated one after another without a text: what their lines, limits and totals come to.
package struct Appraisal: Sendable {
  private let program: Program

  package init(of program: Program) {
    self.program = program
  }

  /// What a case comes to under the first combination of its open choices.
  package struct Sums: Sendable {
    package let lines: Int
    package let pending: Int
    package let cash: Rational
    package let inKind: Rational
  }

  /// - Throws: why the case gets no proposal.
  package mutating func sums(for facts: Facts) throws(Refusal) -> Sums {
    var evaluator = Evaluator(program: program, facts: facts)
    try evaluator.demandForce()
    try evaluator.demandRequirements()
    let combinations = try evaluator.combinations()
    if let first = combinations.first { evaluator.take(first) }
    let lines = try evaluator.settled()
    let totals = evaluator.totals ?? TotalsOutcome()
    return Sums(
      lines: lines.count, pending: lines.count { $0.status == .pending }, cash: totals.cash, inKind: totals.inKind)
  }
}
