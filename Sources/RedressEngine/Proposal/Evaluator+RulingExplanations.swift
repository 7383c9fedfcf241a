import RedressValues

/// Reads back what rulings, tables and tiers rest on, with the branch that gave their value.
extension Evaluator {
  /// What decided a ruling: the conditions of its exceptions, the day that picked its base, and the values that count.
  mutating func gather(
    _ ruling: Program.Ruling<NodeID>, as context: OtherwiseContext.Ruling, excluding excluded: [Int] = [],
    given holding: [Int]? = nil, on day: Value? = nil, _ result: inout [Explanation], _ explained: inout Explained
  ) {
    gather(
      exceptions: ruling.exceptions, of: context, excluding: excluded, given: holding, on: day, &result, &explained
    ) {
      evaluator, exception, result, explained in
      if let exception { return evaluator.gather(ruling.exceptions[exception].value, &result, &explained) }
      for node in evaluator.gather(basesOf: ruling, on: day, &result, &explained) {
        evaluator.gather(node, &result, &explained)
      }
    }
  }

  /// The base answers that may hold, after the day that picked among them.
  mutating func gather<V>(
    basesOf ruling: Program.Ruling<V>, on day: Value?, _ result: inout [Explanation], _ explained: inout Explained
  ) -> [V] {
    if ruling.isDated, day == nil {
      if let node = ruling.datedBy { gather(node, &result, &explained) } else { gatherCaseDate(&result, &explained) }
    }
    guard case .possible(let positions) = bases(of: ruling, on: day) else { return [] }
    return positions.map { ruling.base(at: $0) }
  }

  mutating func gatherCaseDate(_ result: inout [Explanation], _ explained: inout Explained) {
    if let fact = program.datedBy, facts.dated == nil || isStated(fact: fact) {
      return gather(fact: fact, &result, &explained)
    }
    guard let dated = facts.dated, explained.keys.insert(.caseDate).inserted else { return }
    result.append(
      Explanation(
        name: "dated", label: "the date of the case", origin: .stated, branch: nil, value: dated.description,
        reason: nil, citations: [], because: []))
  }

  private func isStated(fact: Int) -> Bool {
    if case .notStated = facts.values[fact] { false } else { true }
  }

  /// The value a step works on, where its text speaks of `it`.
  mutating func gatherRunning(_ result: inout [Explanation], _ explained: inout Explained) {
    guard let step = explained.step else { return }
    let value = shown(running, step.type)
    guard explained.keys.insert(.running(step.branch.name, value)).inserted else { return }
    result.append(before(step, value))
  }

  private func before(_ step: Program.Step, _ value: String) -> Explanation {
    Explanation(
      name: "it", label: "the value before `\(step.branch.name)`", origin: .ruling, branch: nil, value: value,
      reason: nil, citations: [], because: [])
  }

  // MARK: Definitions

  mutating func gather(
    call index: Int, _ arguments: NodeRange, on day: NodeID?, _ node: NodeID, _ result: inout [Explanation],
    _ explained: inout Explained
  ) {
    for operand in program.operands(of: node) { gather(operand, &result, &explained) }
    let value = evaluate(node)
    let day = day.map { evaluate($0) }
    inside(arguments) { evaluator in
      result.append(evaluator.definition(index, value, on: day, &explained, isCall: true))
    }
  }

  mutating func definition(
    _ index: Int, _ value: Value, on day: Value? = nil, _ explained: inout Explained, isCall: Bool
  ) -> Explanation {
    let definition = program.definitions[index]
    let isFirst = isCall || explained.keys.insert(.definition(index)).inserted
    var because: [Explanation] = []
    if isFirst {
      gather(definition.ruling, as: .definition(index), on: day, &because, &explained)
      gather(stepsOf: index, on: day, &because, &explained)
    }
    let deciding = branches(ways(definition.ruling.exceptions).only, of: definition.ruling, on: day)
    let texts = reasons(deciding)
    return Explanation(
      name: definition.name, label: definition.label, origin: value.isUnknown ? .unknown : .ruling,
      branch: deciding.first?.name, value: shown(value, definition.type), reason: texts.reason,
      citations: texts.citations, because: because)
  }

  /// Each step that changed the value, with the value before it.
  private mutating func gather(
    stepsOf index: Int, on day: Value?, _ result: inout [Explanation], _ explained: inout Explained
  ) {
    let definition = program.definitions[index]
    guard !definition.steps.isEmpty else { return }
    let outer = running
    defer { running = outer }
    var value = outcome(of: definition.ruling, as: .definition(index), on: day, showing: definition.type).value
    for step in definition.steps where !value.isFault {
      let outcome = apply(step, to: value)
      var because = [before(step, shown(value, definition.type))]
      explained.keys.insert(.running(step.branch.name, because[0].value))
      gather(step, before: value, &because, &explained)
      if !isSame(value, outcome.value) {
        let deciding = branches(outcome.decision, of: step)
        let texts = reasons(deciding)
        result.append(
          Explanation(
            name: step.branch.name, label: step.form.words, origin: outcome.value.isUnknown ? .unknown : .ruling,
            branch: deciding.first?.name, value: shown(outcome.value, definition.type), reason: texts.reason,
            citations: texts.citations, because: because))
      } else {
        result += because.dropFirst()
      }
      value = outcome.value
    }
  }

  mutating func gather(split index: Int, _ result: inout [Explanation], _ explained: inout Explained) {
    guard explained.keys.insert(.split(index)).inserted else { return }
    let split = program.splits[index]
    var because: [Explanation] = []
    gather(exceptions: split.ruling.exceptions, of: nil, &because, &explained) {
      evaluator, exception, because, explained in
      let all =
        exception.map { [split.ruling.exceptions[$0].value] }
        ?? evaluator.gather(basesOf: split.ruling, on: nil, &because, &explained)
      for share in all.flatMap(\.shares) {
        if let node = share.value { evaluator.gather(node, &because, &explained) }
      }
    }
    let outcome = splitValue(index)
    let deciding = branches(outcome.decision, of: split.ruling)
    let texts = reasons(deciding)
    let value = outcome.known?.map { labelled(party: $0.party).name + " " + quantityText($0.portion, unit: .percent) }
    result.append(
      Explanation(
        name: split.name, label: split.label, origin: outcome.known == nil ? .unknown : .ruling,
        branch: deciding.first?.name, value: value?.joined(separator: ", ") ?? "(not stated)", reason: texts.reason,
        citations: texts.citations, because: because))
  }

  // MARK: Tables and tiers

  mutating func gather(
    table index: Int, _ arguments: NodeRange, on day: NodeID?, _ node: NodeID, _ result: inout [Explanation],
    _ explained: inout Explained
  ) {
    let table = program.tables[index]
    var because: [Explanation] = []
    for operand in program.operands(of: node) { gather(operand, &because, &explained) }
    if table.isDated, day == nil { gatherCaseDate(&because, &explained) }
    let value = evaluate(node)
    let day = day.map { evaluate($0) }
    guard case .known(let values) = self.arguments(arguments),
      case .possible(let rows) = rows(of: index, for: values, on: day, node)
    else { return result += because }
    for row in rows.prefix(20) {
      guard let node = row.value else { continue }
      with(narrowed(values, to: row)) { $0.gather(node, &because, &explained) }
    }
    let deciding = value.isUnknown ? [] : rows.map(\.branch)
    let texts = with(values) { $0.reasons(deciding) }
    result.append(
      Explanation(
        name: table.name, label: table.label, origin: value.isUnknown ? .unknown : .ruling,
        branch: deciding.first?.name, value: shown(value, table.type), reason: texts.reason,
        citations: texts.citations, because: because))
  }

  mutating func gather(
    tiers index: Int, _ amount: NodeID, _ node: NodeID, _ result: inout [Explanation], _ explained: inout Explained
  ) {
    let tiers = program.tiers[index]
    var because: [Explanation] = []
    gather(amount, &because, &explained)
    let value = evaluate(node)
    let argument = evaluate(amount)
    if case .known(let slices) = slices(of: index, argument, node) {
      for slice in slices {
        var inner: [Explanation] = []
        let texts = with([argument]) { evaluator in
          evaluator.gather(slice.band.rate, &inner, &explained)
          return evaluator.reasons([slice.band.branch])
        }
        because.append(
          Explanation(
            name: slice.band.branch.name, label: "on " + shown(slice.amount, tiers.parameter.type),
            origin: slice.value.isUnknown ? .unknown : .ruling, branch: slice.band.branch.name,
            value: shown(slice.value, tiers.type), reason: texts.reason, citations: texts.citations, because: inner))
      }
    }
    result.append(
      Explanation(
        name: tiers.name, label: tiers.label, origin: value.isUnknown ? .unknown : .ruling, branch: nil,
        value: shown(value, tiers.type), reason: nil, citations: [], because: because))
  }

  /// The rates that were in force between two days, each from the first day it counts for.
  mutating func gather(
    accrued index: Int, _ from: NodeID, _ to: NodeID, _ result: inout [Explanation], _ explained: inout Explained
  ) {
    gather(from, &result, &explained)
    gather(to, &result, &explained)
    let ends = [evaluate(from), evaluate(to)].map { possibility($0) }
    if let start = ends[0]?.low, let end = ends[1]?.high, end <= start { return }
    for part in accruals(index, from: ends[0]?.low?.whole, to: ends[1]?.high?.whole) where !part.rate.isFault {
      let first = CivilDate(dayNumber: part.from ?? .min)
      let day = Value.ordinal(Int64(first.dayNumber))
      let rate = definition(index, computeDefinition(index, on: day), on: day, &explained, isCall: true)
      let isKnown = ends.allSatisfy { $0?.low != nil && $0?.low == $0?.high }
      let span = part.to.map { $0 - Int(first.dayNumber) }.map { "\($0) \($0 == 1 ? "day" : "days") from \(first)" }
      result.append(
        Explanation(
          name: rate.name, label: isKnown ? span : rate.label, origin: rate.origin, branch: rate.branch,
          value: rate.value, reason: rate.reason, citations: rate.citations, because: rate.because))
    }
  }

  // MARK: Largest and smallest

  /// Every side with its value; those that did not count are marked.
  mutating func gather(
    extreme range: NodeRange, _ node: NodeID, _ result: inout [Explanation], _ explained: inout Explained
  ) {
    guard let alternatives = program.alternatives[node] else {
      for operand in program.operands[range.indices] { gather(operand, &result, &explained) }
      return
    }
    let chosen = evaluate(node)
    for (operand, alternative) in zip(program.operands[range.indices], alternatives) {
      let value = evaluate(operand)
      var because: [Explanation] = []
      gather(operand, &because, &explained)
      let isLost = !value.isUnknown && !chosen.isUnknown && !isSame(value, chosen)
      if because.count == 1, because[0].name == alternative.text {
        because[0].isLost = isLost
        result += because
        continue
      }
      result.append(
        Explanation(
          name: alternative.text, label: nil, origin: value.isUnknown ? .unknown : .ruling, branch: nil,
          value: program.readsPrivate(operand) ? "(private)" : shown(value, alternative.type), reason: nil,
          citations: [], because: because, isLost: isLost))
    }
  }
}
