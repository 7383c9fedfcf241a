package import RedressValues

/// Evaluates cases of one program one after another without a text: what their lines, limits and totals come to.
package struct Appraisal: Sendable {
  private var evaluator: Evaluator

  package init(of program: Program) {
    evaluator = Evaluator(program: program, facts: Facts(of: program))
  }

  /// What a case comes to under the combination of its open choices that is preferred.
  package struct Sums: Sendable {
    package let lineCount: Int
    package let cash: Rational
    package let inKind: Rational
  }

  /// - Throws: why the case gets no proposal.
  package mutating func sums(for facts: Facts) throws(Refusal) -> Sums {
    evaluator.begin(facts)
    try evaluator.demandForce()
    try evaluator.demandRequirements()
    if !evaluator.program.choices.isEmpty, let first = try evaluator.combinations().first { evaluator.take(first) }
    try evaluator.settle()
    let totals = evaluator.totals ?? TotalsOutcome()
    return Sums(lineCount: evaluator.lines.count, cash: totals.cash, inKind: totals.inKind)
  }
}
