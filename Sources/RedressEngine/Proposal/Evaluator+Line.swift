import RedressValues

/// Turns a line in numbers into one that can be shown.
extension Evaluator {
  mutating func line(_ outcome: LineOutcome, index: Int, isOnly: Bool, _ detail: QuoteDetail) -> Line {
    let item = program.items[outcome.item]
    stand(at: outcome)
    let isPending = outcome.status == .pending
    let because = deciding(outcome, detail)
    let taken = steps(outcome.steps, of: item.steps, detail)
    let hasWords = detail != .codes
    var line = Line(
      item: item.name, index: index, element: outcome.element, label: hasWords ? filled(item.label) ?? item.name : "",
      itemClass: item.itemClass, remedy: nil, payee: labelled(party: item.payee), status: status(outcome),
      claimed: isOnly ? facts.claimed[outcome.item] : nil, assessed: outcome.assessed.number,
      payable: isPending ? nil : outcome.payable.number, range: nil, discretion: discretion(outcome), branches: [],
      reason: nil, citations: [], steps: taken.shown, waived: taken.waived,
      bars: bars(outcome, detail),
      owedBy: filled(item.owedBy), isApology: false, right: nil, needs: [],
      because: detail == .explanations ? readBack(outcome) : [])
    switch outcome.payment.form {
    case .apology: line.isApology = true
    case .right(let text): line.right = hasWords ? filled(text) : ""
    case .amount: line.remedy = outcome.payment.remedy
    case .nothing, .open: break
    }
    if outcome.zero == .condition || outcome.zero == .noElement {
      line.remedy = nil
      line.assessed = nil
    }
    if isPending {
      if hasWords { line.needs = needs(of: outcome).sorted().map(need) }
      line.range = range(outcome)
    } else {
      line.branches = because.branches
      line.reason = because.reason
      line.citations = because.citations
    }
    return line
  }

  /// The explanations of a line. A copy reads them, so that what only they look at leaves no trace in the proposal.
  private func readBack(_ outcome: LineOutcome) -> [Explanation] {
    var reader = self
    return reader.explanations(of: outcome) + reader.waivedSteps(of: outcome)
  }

  /// What a line that waits can come to, before limits and after them.
  private func range(_ outcome: LineOutcome) -> Line.Span? {
    guard var range = possibility(outcome.payable) else { return nil }
    if let limited = possibility(outcome.limited) { range = range.joined(with: limited) }
    return Line.Span(low: range.low, high: range.high)
  }

  private func discretion(_ outcome: LineOutcome) -> Line.Span? {
    guard let bounds = outcome.payment.discretion, outcome.status != .denied else { return nil }
    return Line.Span(low: bounds.lower.number, high: bounds.upper.number)
  }

  private func status(_ outcome: LineOutcome) -> Line.Status {
    switch outcome.status {
    case .granted: .granted
    case .reduced: .reduced
    case .denied: .denied
    case .proposed: .proposed
    case .pending: .pending
    }
  }

  /// The branch, reason and citations a line's status rests on: the base's, or what first made it zero.
  private mutating func deciding(
    _ outcome: LineOutcome, _ detail: QuoteDetail
  ) -> (branches: [String], reason: String?, citations: [Citation]) {
    let item = program.items[outcome.item]
    // Where all ways an unknown condition could fall come to the same, the base speaks for them.
    let payment = branches(outcome.payment.decision ?? [], of: item.ruling)
    guard outcome.status == .denied, let zero = outcome.zero else { return named(payment, detail) }
    switch zero {
    case .bar: return named(outcome.bars.map { program.bars[$0.bar].grounds[$0.ground].branch }, detail)
    case .nothing, .base: return named(payment, detail)
    case .condition:
      return ([item.name + ".when"], detail == .codes ? nil : "this head does not arise: " + unmet(item), [])
    case .noElement:
      let reason = detail == .codes ? nil : filled(Program.Reasons.noElement.because)
      return ([item.name + ".where"], reason, [])
    case .step(let position):
      let step = item.steps[position]
      let taken = outcome.steps.first { $0.index == position }?.outcome.decision
      guard case .borneBy(let split) = step.form else { return named(branches(taken, of: step), detail) }
      let ruling = program.splits[split].ruling
      return named(branches(splitValue(split).decision ?? [], of: ruling), detail)
    }
  }

  private mutating func named(
    _ branches: [Program.Branch], _ detail: QuoteDetail
  ) -> (branches: [String], reason: String?, citations: [Citation]) {
    let texts = reasons(branches, detail)
    return (branches.map(\.name), texts.reason, texts.citations)
  }

  /// What stands in the way of a head whose `when` does not hold: the values it was judged by.
  private mutating func unmet(_ item: Program.Item) -> String {
    guard let condition = item.condition else { return "" }
    let read = explanations(reading: condition)
    if read.isEmpty { return "its condition does not hold" }
    return read.map { "\($0.name) is \($0.value)" }.joined(separator: ", ")
  }

  /// Every step that changed the amount, and `borne by` whenever it acted; beside them those that are waived.
  mutating func steps(
    _ outcomes: [(index: Int, outcome: StepOutcome, before: Value, after: Value)], of steps: [Program.Step],
    _ detail: QuoteDetail
  ) -> (shown: [Line.Step], waived: [Line.Waiver]) {
    var result: [Line.Step] = []
    var waived: [Line.Waiver] = []
    for (position, taken, before, after) in outcomes {
      if taken.isWaived {
        let waiver = waiver(of: steps[position], taken.decision, before: before, place: result.count, detail)
        if let waiver { waived.append(waiver) }
        continue
      }
      guard let before = before.number, let after = after.number,
        let change = within({ () throws(ArithmeticError) in
          try after - before
        })
      else { continue }
      let step = steps[position]
      if case .borneBy(let split) = step.form {
        guard taken.acted == true else { continue }
        result.append(borne(step, split, taken, change: change, after: after, detail))
      } else if !change.isZero {
        let deciding = branches(taken.decision, of: step)
        let texts = reasons(deciding, detail)
        result.append(
          Line.Step(
            step: step.form.words, name: step.branch.name, branch: deciding.first?.name ?? step.branch.name,
            change: change, after: after, reason: texts.reason, citations: texts.citations, shares: []))
      }
    }
    return (result, waived)
  }

  private mutating func borne(
    _ step: Program.Step, _ split: Int, _ taken: StepOutcome, change: Rational, after: Rational,
    _ detail: QuoteDetail
  ) -> Line.Step {
    let ruling = program.splits[split].ruling
    let deciding = branches(splitValue(split).decision ?? [], of: ruling)
    let texts = reasons(deciding, detail)
    let parts = detail == .codes ? [] : taken.parts
    let shares = parts.map { part in
      Line.Share(
        party: labelled(party: part.party), amount: part.amount,
        portion: quantityText(part.portion, unit: .percent))
    }
    return Line.Step(
      step: step.form.words, name: program.splits[split].name,
      branch: deciding.first?.name ?? program.splits[split].name,
      change: change, after: after, reason: texts.reason, citations: texts.citations, shares: shares)
  }

  private mutating func bars(_ outcome: LineOutcome, _ detail: QuoteDetail) -> [Line.Bar] {
    outcome.bars.map { bar, ground in
      let branch = program.bars[bar].grounds[ground].branch
      let texts = reasons([branch], detail)
      let label = detail == .codes ? nil : filled(program.bars[bar].label)
      return Line.Bar(
        bar: Quote.Labelled(name: program.bars[bar].name, label: label), branch: branch.name,
        reason: texts.reason, citations: texts.citations)
    }
  }
}

extension Program.Reasons {
  /// Of a claimed head whose list has no element that counts.
  static let noElement = Program.Reasons(
    because: Program.Text([.literal("nothing that is stated comes under this head")]), citations: [])
}
