import RedressValues

/// Turns what limits did in numbers into what can be shown.
extension Evaluator {
  mutating func shownAdjustments(_ lines: [LineOutcome], _ detail: QuoteDetail) -> [Proposal.Adjustment] {
    if limits.adjustments.isEmpty { return [] }
    let indices = lineIndices(lines)
    return limits.adjustments.map { outcome in
      let limit = program.limits[outcome.limit]
      return standing(at: outcome.row, of: limit) { evaluator in
        evaluator.shown(outcome, limit, lines, indices, detail)
      }
    }
  }

  private mutating func shown(
    _ outcome: AdjustmentOutcome, _ limit: Program.Limit, _ lines: [LineOutcome], _ indices: [Int],
    _ detail: QuoteDetail
  ) -> Proposal.Adjustment {
    let step = limit.steps[outcome.step]
    let deciding = branches(outcome.decision, of: step)
    let texts = reasons(deciding, detail)
    let hasWords = detail != .codes
    let own = outcome.parts.filter { program.items[lines[$0.line].item].owedBy == nil }
    let amount = own.reduce(Rational.zero) { sum, part in
      within { () throws(ArithmeticError) in try sum + part.amount } ?? sum
    }
    return Proposal.Adjustment(
      limit: Quote.Labelled(name: limit.name, label: hasWords ? filled(limit.label) : nil),
      element: element(outcome.row, of: limit),
      step: step.form.words, name: step.branch.name, branch: deciding.first?.name ?? step.branch.name,
      amount: amount, reason: texts.reason, citations: texts.citations,
      spread: (hasWords ? outcome.parts : []).map { part in
        Proposal.Adjustment.Part(
          item: program.items[lines[part.line].item].name, index: indices[part.line], amount: part.amount)
      },
      cutsInKind: outcome.parts.contains { part in
        part.amount.isNegative && lines[part.line].payment.remedy?.isInKind == true
      },
      because: detail == .explanations ? readBack { $0.explanations(of: step, before: outcome.before) } : [])
  }

  /// The element a limit acts on by itself, as people name it: `passengers[2]`.
  private func element(_ row: Int32?, of limit: Program.Limit) -> String? {
    guard let loop = limit.loop, let row else { return nil }
    return facts.rowName(Int(row), of: loop.record, in: program.schema)
  }

  /// Does something with a limit's loop variable at an element.
  private mutating func standing<Result>(
    at row: Int32?, of limit: Program.Limit, _ body: (inout Evaluator) -> Result
  ) -> Result {
    guard let loop = limit.loop, let row else { return body(&self) }
    let outer = variables[loop.variable]
    variables[loop.variable] = row
    defer { variables[loop.variable] = outer }
    return body(&self)
  }

  /// Explanations are read by a copy, so that what only they look at leaves no trace in the proposal.
  func readBack(_ body: (inout Evaluator) -> [Explanation]) -> [Explanation] {
    var reader = self
    return body(&reader)
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

extension Remedy {
  /// Given in kind: one cannot give a part of it without deciding which.
  package var isInKind: Bool {
    switch self {
    case .reshipment, .replacement, .repair, .voucher: true
    case .cash, .credit: false
    }
  }
}
