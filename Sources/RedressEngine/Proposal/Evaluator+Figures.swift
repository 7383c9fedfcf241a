import RedressValues

/// Turns what is recovered, and what is shown beside the lines, into what can be shown.
extension Evaluator {
  /// What may be claimed back, or may turn out to be.
  mutating func shownRecourses(
    _ detail: QuoteDetail, _ waiting: inout [NeedKey: [String]]
  ) -> [Proposal.Recourse] {
    var result: [Proposal.Recourse] = []
    for outcome in recourses where !isZero(outcome.amount) {
      let recourse = program.recourses[outcome.index]
      let isKnown = outcome.amount.number != nil
      var needed: Set<NeedKey> = []
      if !isKnown {
        needed = needs(of: outcome)
        note(needed, for: recourse.name, &waiting)
      }
      let deciding = isKnown ? branches(outcome.decision ?? [], of: recourse.ruling) : []
      let texts = reasons(deciding, detail)
      let taken = isKnown ? steps(outcome.steps, of: recourse.steps, detail) : (shown: [], waived: [])
      result.append(
        Proposal.Recourse(
          name: recourse.name, label: detail == .codes ? "" : filled(recourse.label) ?? recourse.name,
          from: labelled(party: recourse.party),
          amount: outcome.amount.number,
          range: isKnown ? nil : possibility(outcome.amount).map { Line.Span(low: $0.low, high: $0.high) },
          branch: deciding.first?.name, reason: texts.reason, citations: texts.citations,
          steps: taken.shown, waived: taken.waived, needs: needed.sorted().map(need),
          because: detail == .explanations ? readBack { $0.explanations(of: outcome) } : []))
    }
    return result
  }

  /// The policy's figures, in the order of the file.
  mutating func figures(
    _ detail: QuoteDetail, _ waiting: inout [NeedKey: [String]]
  ) throws(Refusal) -> [Proposal.Figure] {
    var result: [Proposal.Figure] = []
    for (index, definition) in program.definitions.enumerated() where definition.isFigure {
      let value = definitionValue(index)
      if case .fault(let index) = value { throw refusal(index) }
      var needed: Set<NeedKey> = []
      if value.isUnknown {
        needed = needs(ofDefinition: index)
        note(needed, for: definition.name, &waiting)
      }
      let deciding = value.isUnknown ? [] : branches(ways(definition.ruling.exceptions).only, of: definition.ruling)
      let texts = reasons(deciding, detail)
      result.append(
        Proposal.Figure(
          name: definition.name, label: definition.label, number: value.number, type: resolved(definition.type),
          value: detail == .codes ? "" : shown(value, definition.type), branch: deciding.first?.name,
          reason: texts.reason,
          citations: texts.citations, needs: needed.sorted().map(need),
          because: detail == .explanations ? readBack { $0.explanations(ofDefinition: index, value) } : []))
    }
    return result
  }
}
