import RedressValues

/// Reads back what a line rests on: the facts and rulings behind it, each with what that rests on in turn.
extension Evaluator {
  /// What was explained already stands in full only once.
  struct Explained {
    var keys: Set<ExplanationKey> = []
    /// The step whose value is being explained: what `it` speaks of.
    var step: Program.Step?
  }

  enum ExplanationKey: Hashable {
    case fact(Int)
    case caseDate
    /// By the step's name and what is shown.
    case running(String, String)
    case cell(Cell)
    case definition(Int)
    case split(Int)
    case choice(Int)
    case item(Int, ItemAmount)
  }

  mutating func explanations(of line: LineOutcome) -> [Explanation] {
    let item = program.items[line.item]
    var explained = Explained()
    var result: [Explanation] = []
    if let condition = item.condition { gather(condition, &result, &explained) }
    if let loop = item.loop, line.row != nil {
      stand(at: line)
      if let condition = loop.condition { gather(condition, &result, &explained) }
    }
    if line.zero == .condition || line.zero == .noElement { return result }
    for (bar, ground) in line.bars { gather(program.bars[bar].grounds[ground].condition, &result, &explained) }
    gather(exceptions: item.ruling.exceptions, of: .item(line.item), &result, &explained) {
      evaluator, exception, result, explained in
      let payment = exception.map { item.ruling.exceptions[$0].value } ?? item.ruling.base
      evaluator.gather(payment, &result, &explained)
    }
    for step in line.steps { gather(item.steps[step.index], before: step.before, &result, &explained) }
    return result
  }

  /// What a payment is computed from.
  private mutating func gather(
    _ payment: Program.Payment, _ result: inout [Explanation], _ explained: inout Explained
  ) {
    let rule: Program.RemedyRule?
    let bounds: Program.Discretion?
    switch payment {
    case .pay(let amount, let by, let discretion):
      (rule, bounds) = (by, discretion)
      gather(amount, &result, &explained)
    case .share(let amount, let weight, let by, let discretion):
      (rule, bounds) = (by, discretion)
      gather(amount, &result, &explained)
      gather(weight, &result, &explained)
    case .apology, .right, .nothing: return
    }
    if case .decided(let node, _) = rule { gather(node, &result, &explained) }
    for bound in [bounds?.lower, bounds?.upper] { if let bound { gather(bound, &result, &explained) } }
  }

  /// What a step of a line, a limit or a recourse rests on, with the value it worked on as `it`.
  mutating func gather(
    _ step: Program.Step, before: Value, _ result: inout [Explanation], _ explained: inout Explained
  ) {
    let outer = running
    running = before
    gather(step, &result, &explained)
    running = outer
  }

  private mutating func gather(_ step: Program.Step, _ result: inout [Explanation], _ explained: inout Explained) {
    let outer = explained.step
    explained.step = step
    defer { explained.step = outer }
    if let condition = step.condition { gather(condition, &result, &explained) }
    gather(exceptions: step.exceptions, of: .step(step), &result, &explained) {
      evaluator, exception, result, explained in
      if let exception {
        if case .value(let node) = step.exceptions[exception].value { evaluator.gather(node, &result, &explained) }
      } else if case .borneBy(let split) = step.form {
        evaluator.gather(split: split, &result, &explained)
      } else if let operand = step.form.operand {
        evaluator.gather(operand, &result, &explained)
      }
    }
  }

  /// The conditions of all exceptions, since each of them told which branch holds, and the values that decided.
  mutating func gather<V>(
    exceptions: [Program.Exception<V>], of ruling: OtherwiseContext.Ruling?, excluding excluded: [Int] = [],
    given holding: [Int]? = nil, on day: Value? = nil, _ result: inout [Explanation], _ explained: inout Explained,
    _ value: (inout Evaluator, Int?, inout [Explanation], inout Explained) -> Void
  ) {
    for exception in exceptions { gather(exception.condition, &result, &explained) }
    guard let all = ways(exceptions, excluding: excluded, given: holding).possible else { return }
    if all.contains(where: \.decision.isEmpty) { value(&self, nil, &result, &explained) }
    var seen: Set<Int> = []
    for way in all {
      for index in way.decision where seen.insert(index).inserted {
        guard let ruling else {
          value(&self, index, &result, &explained)
          continue
        }
        leavingOut(excluded + [index], of: ruling, in: way, on: day) { value(&$0, index, &result, &explained) }
      }
    }
  }

  mutating func gather(_ node: NodeID, _ result: inout [Explanation], _ explained: inout Explained) {
    // Deeper than anybody reads; what is read back may go deeper than what was evaluated at once.
    depth += 1
    defer { depth -= 1 }
    if depth > Self.explanationDepthLimit { return }
    guard program.isPlain(node) else { return gather(named: node, &result, &explained) }
    for operand in program.operands(of: node) { gather(operand, &result, &explained) }
  }

  private mutating func gather(named node: NodeID, _ result: inout [Explanation], _ explained: inout Explained) {
    switch program.nodes[Int(node.index)] {
    case .fact(let fact): gather(fact: Int(fact), &result, &explained)
    case .field(let variable, let field):
      cell(
        Cell(
          record: program.variableRecords[Int(variable)], row: variables[Int(variable)], field: Int(field)), &result,
        &explained)
    case .parameterField(let parameter, let record, let field):
      guard case .ordinal(let row) = parameters[parameterBase + Int(parameter)] else { return }
      cell(
        Cell(record: Int(record), row: Int32(truncatingIfNeeded: row), field: Int(field)), &result, &explained)
    case .definition(let index):
      result.append(definition(Int(index), evaluate(node), &explained, isCall: false))
    case .call(let index, let arguments): gather(call: Int(index), arguments, on: nil, node, &result, &explained)
    case .callOn(let index, let arguments, let day):
      gather(call: Int(index), arguments, on: day, node, &result, &explained)
    case .definitionOn(let index, let day):
      gather(call: Int(index), NodeRange(first: 0, count: 0), on: day, node, &result, &explained)
    case .table(let index, let arguments): gather(table: Int(index), arguments, on: nil, node, &result, &explained)
    case .tableOn(let index, let arguments, let day):
      gather(table: Int(index), arguments, on: day, node, &result, &explained)
    case .tiers(let index, let amount): gather(tiers: Int(index), amount, node, &result, &explained)
    case .accrued(let index, let from, let to, _): gather(accrued: Int(index), from, to, &result, &explained)
    case .caseDate: gatherCaseDate(&result, &explained)
    case .it: gatherRunning(&result, &explained)
    case .position:
      result.append(
        Explanation(
          name: "position", label: "the place in the order", origin: .ruling, branch: nil,
          value: shown(evaluate(node), .quantity(.number)), reason: nil, citations: [], because: []))
    case .largest(let range), .smallest(let range): gather(extreme: range, node, &result, &explained)
    case .choice(let index): choice(Int(index), &result, &explained)
    case .share(_, let split): gather(split: Int(split), &result, &explained)
    case .itemAmount(let amount, let item):
      guard explained.keys.insert(.item(Int(item), amount)).inserted else { return }
      let words: String =
        switch amount {
        case .assessed: "assessed of "
        case .claimed: "claimed of "
        case .payable: "payable of "
        }
      result.append(
        Explanation(
          name: words + program.items[Int(item)].name, label: nil, origin: .ruling, branch: nil,
          value: shown(evaluate(node), money), reason: nil, citations: [], because: []))
    case .aggregate, .count, .any: gather(loop: node, &result, &explained)
    case .otherwise: gatherOtherwise(&result, &explained)
    case .and(let left, let right): gather(left, right, unless: .no, &result, &explained)
    case .or(let left, let right): gather(left, right, unless: .yes, &result, &explained)
    default: for operand in program.operands(of: node) { gather(operand, &result, &explained) }
    }
  }

  /// What `otherwise` rests on: the base of the ruling it speaks of, or the exceptions it does not leave out.
  private mutating func gatherOtherwise(_ result: inout [Explanation], _ explained: inout Explained) {
    guard let context else { return }
    let (excluded, holding) = (context.excluded, context.holding)
    switch context.ruling {
    case .definition(let index):
      gather(
        program.definitions[index].ruling, as: context.ruling, excluding: excluded, given: holding, on: context.day,
        &result, &explained)
    case .recourse(let index):
      gather(
        program.recourses[index].ruling, as: context.ruling, excluding: excluded, given: holding, &result, &explained)
    case .item(let index):
      let ruling = program.items[index].ruling
      gather(
        exceptions: ruling.exceptions, of: context.ruling, excluding: excluded, given: holding, &result, &explained
      ) {
        evaluator, exception, result, explained in
        evaluator.gather(exception.map { ruling.exceptions[$0].value } ?? ruling.base, &result, &explained)
      }
    case .step(let step): if let operand = step.form.operand { gather(operand, &result, &explained) }
    case .deadline: return
    }
  }

  /// One side that settles an `and` or an `or` by itself stands for it: the other side told nothing.
  private mutating func gather(
    _ left: NodeID, _ right: NodeID, unless settling: Value, _ result: inout [Explanation],
    _ explained: inout Explained
  ) {
    if isSame(evaluate(left), settling) { return gather(left, &result, &explained) }
    if isSame(evaluate(right), settling) { return gather(right, &result, &explained) }
    gather(left, &result, &explained)
    gather(right, &result, &explained)
  }

  private mutating func gather(loop node: NodeID, _ result: inout [Explanation], _ explained: inout Explained) {
    guard let loop = program.loop(of: node) else { return }
    switch loop.list {
    case .fact(let fact), .inside(let fact, _): gather(fact: fact, &result, &explained)
    case .field: break
    }
    guard let rows = rows(of: loop) else { return }
    let outer = variables[loop.variable]
    defer { variables[loop.variable] = outer }
    // A long list would bury the reason; its length stands for it.
    guard rows.count <= 20 else { return }
    for row in rows {
      variables[loop.variable] = row
      for operand in program.operands(of: node) { gather(operand, &result, &explained) }
    }
  }

  mutating func gather(fact: Int, _ result: inout [Explanation], _ explained: inout Explained) {
    guard explained.keys.insert(.fact(fact)).inserted else { return }
    let isStated = if case .notStated = facts.values[fact] { false } else { true }
    result.append(leaf(program.schema.facts[fact], program.schema.facts[fact].name, factValue(fact), isStated))
  }

  private func leaf(
    _ attributes: Schema.Attributes, _ name: String, _ value: Value, _ isStated: Bool
  ) -> Explanation {
    let origin: Explanation.Origin =
      isStated ? .stated : attributes.defaultValue != nil ? .assumed : attributes.isOptional ? .stated : .unknown
    let text =
      attributes.isPrivate
      ? "(private)" : !isStated && attributes.isOptional ? "(none)" : shown(value, attributes.type)
    return Explanation(
      name: name, label: attributes.label, origin: origin, branch: nil, value: text, reason: nil, citations: [],
      because: [])
  }

  private mutating func cell(_ cell: Cell, _ result: inout [Explanation], _ explained: inout Explained) {
    guard explained.keys.insert(.cell(cell)).inserted else { return }
    let attributes = program.schema.records[cell.record].fields[cell.field]
    let isStated =
      if case .notStated = stated(record: cell.record, row: cell.row, field: cell.field) { false } else { true }
    let name = need(.cell(record: cell.record, row: cell.row, field: cell.field)).fact
    result.append(leaf(attributes, name, cellValue(cell), isStated))
  }

  private mutating func choice(_ index: Int, _ result: inout [Explanation], _ explained: inout Explained) {
    guard explained.keys.insert(.choice(index)).inserted else { return }
    let choice = program.choices[index]
    let option = options[index]
    result.append(
      Explanation(
        name: choice.name, label: filled(choice.label), origin: .stated, branch: nil,
        value: choice.options.indices.contains(option) ? choice.options[option] : "(does not arise)", reason: nil,
        citations: [], because: []))
  }
}

extension Evaluator {
  /// What a condition reads, without what that rests on.
  mutating func explanations(reading condition: NodeID) -> [Explanation] {
    var explained = Explained()
    var result: [Explanation] = []
    gather(condition, &result, &explained)
    return result
  }
}
