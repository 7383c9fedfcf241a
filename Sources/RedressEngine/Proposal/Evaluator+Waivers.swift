import RedressValues

/// Steps that an exception or a `lift` waives: whoever looks for what such a step took finds why it took nothing.
extension Evaluator {
  /// A waived step of a line, or of recourse, as it is shown.
  ///
  /// - Parameter place: how many steps that are shown stand before it.
  mutating func waiver(
    of step: Program.Step, _ decision: Decision?, before: Value, place: Int, _ detail: QuoteDetail
  ) -> Line.Waiver? {
    if isZero(before), !step.form.canRaiseZero { return nil }
    let deciding = branches(decision, of: step)
    let texts = reasons(deciding, detail)
    return Line.Waiver(
      step: step.form.words, name: step.branch.name, branch: deciding.first?.name ?? step.branch.name,
      reason: texts.reason, citations: texts.citations, place: place)
  }

  /// A waived step of a limit, with the limit's variable at the element it stands for.
  mutating func waiver(
    _ outcome: AdjustmentOutcome, _ limit: Program.Limit, place: Int, _ detail: QuoteDetail
  ) -> Proposal.LimitWaiver? {
    let step = limit.steps[outcome.step]
    guard let waiver = waiver(of: step, outcome.decision, before: outcome.before, place: place, detail) else {
      return nil
    }
    return Proposal.LimitWaiver(
      limit: Quote.Labelled(name: limit.name, label: detail == .codes ? nil : filled(limit.label)),
      element: element(outcome.row, of: limit), waiver: waiver)
  }

  /// The steps of a line, and of limits on it, that an exception waives, with the reason.
  mutating func waivedSteps(of line: LineOutcome) -> [Explanation] {
    guard line.bars.isEmpty, line.payment.form.isSame(as: .amount), line.zero != .condition, line.zero != .noElement
    else { return [] }
    let item = program.items[line.item]
    var result: [Explanation] = []
    for (position, outcome, before, _) in line.steps where outcome.acted == false {
      result += waiver(of: item.steps[position], before: before, label: nil)
    }
    for limit in program.limits where limit.items.contains(line.item) {
      // Whose element a line is, is plain where the item goes through the same list.
      if let loop = limit.loop, item.loop?.list != loop.list { continue }
      let label = filled(limit.label)
      standing(at: line.row, of: limit) { evaluator in
        for step in limit.steps { result += evaluator.waiver(of: step, before: line.limited, label: label) }
      }
    }
    return result
  }

  private mutating func waiver(of step: Program.Step, before: Value, label: String?) -> [Explanation] {
    let outer = running
    running = before
    defer { running = outer }
    guard case .yes = holding(step.condition, step.optionalReads), let decision = ways(step.exceptions).only,
      let first = decision.first, isWaiver(step.exceptions[first])
    else { return [] }
    let texts = reasons(decision.map { step.exceptions[$0].branch })
    return [
      Explanation(
        name: step.branch.name, label: label, origin: .ruling, branch: step.exceptions[first].branch.name,
        value: "waived", reason: texts.reason, citations: texts.citations,
        because: explanations(reading: step.exceptions[first].condition))
    ]
  }
}
