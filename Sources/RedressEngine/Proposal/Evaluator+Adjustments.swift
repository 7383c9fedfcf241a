import RedressValues

/// Turns what limits did in numbers into what can be shown.
extension Evaluator {
  mutating func shownAdjustments(
    _ lines: [LineOutcome], _ detail: QuoteDetail
  ) -> (changed: [Proposal.Adjustment], waived: [Proposal.LimitWaiver]) {
    if limits.adjustments.isEmpty { return ([], []) }
    let indices = lineIndices(lines)
    var changed: [Proposal.Adjustment] = []
    var waived: [Proposal.LimitWaiver] = []
    for outcome in limits.adjustments {
      let limit = program.limits[outcome.limit]
      standing(at: outcome.row, of: limit) { evaluator in
        if outcome.isWaiver {
          if let waiver = evaluator.waiver(outcome, limit, place: changed.count, detail) { waived.append(waiver) }
        } else {
          changed.append(evaluator.shown(outcome, limit, lines, indices, detail))
        }
      }
    }
    return (changed, waived)
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
  func element(_ row: Int32?, of limit: Program.Limit) -> String? {
    guard let loop = limit.loop, let row else { return nil }
    return facts.rowName(Int(row), of: loop.record, in: program.schema)
  }

  /// Does something with a limit's loop variable at an element.
  mutating func standing<Result>(
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
