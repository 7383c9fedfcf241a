import RedressValues

/// Reads back what a line rests on: the facts and rulings behind it, each with what that rests on in turn.
extension Evaluator {
  /// What was explained already stands in full only once.
  struct Explained {
    fileprivate var keys: Set<Key> = []
  }

  fileprivate enum Key: Hashable {
    case fact(Int)
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
    if let loop = item.loop, let row = line.row {
      variables[loop.variable] = row
      if let condition = loop.condition { gather(condition, &result, &explained) }
    }
    if line.zero == .condition || line.zero == .noElement { return result }
    for (bar, ground) in line.bars { gather(program.bars[bar].grounds[ground].condition, &result, &explained) }
    gather(exceptions: item.ruling.exceptions, of: .item(line.item), &result, &explained) {
      evaluator, exception, result, explained in
      let payment = exception.map { item.ruling.exceptions[$0].value } ?? item.ruling.base
      guard case .pay(let node, let by) = payment else { return }
      evaluator.gather(node, &result, &explained)
      if case .decided(let node, _) = by { evaluator.gather(node, &result, &explained) }
    }
    for step in line.steps {
      let outer = running
      running = step.before
      gather(item.steps[step.index], &result, &explained)
      running = outer
    }
    return result
  }

  private mutating func gather(_ step: Program.Step, _ result: inout [Explanation], _ explained: inout Explained) {
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
  private mutating func gather<V>(
    exceptions: [Program.Exception<V>], of ruling: OtherwiseContext.Ruling?, excluding excluded: [Int] = [],
    given holding: [Int]? = nil, _ result: inout [Explanation], _ explained: inout Explained,
    _ value: (inout Evaluator, Int?, inout [Explanation], inout Explained) -> Void
  ) {
    for exception in exceptions { gather(exception.condition, &result, &explained) }
    guard case .possible(let all) = ways(exceptions, excluding: excluded, given: holding) else { return }
    if all.contains(where: \.decision.isEmpty) { value(&self, nil, &result, &explained) }
    var seen: Set<Int> = []
    for way in all {
      for index in way.decision where seen.insert(index).inserted {
        guard let ruling else {
          value(&self, index, &result, &explained)
          continue
        }
        leavingOut(excluded + [index], of: ruling, in: way) { value(&$0, index, &result, &explained) }
      }
    }
  }

  private mutating func gather(_ node: NodeID, _ result: inout [Explanation], _ explained: inout Explained) {
    switch program.nodes[Int(node.index)] {
    case .fact(let fact):
      guard explained.keys.insert(.fact(Int(fact))).inserted else { return }
      let isStated = if case .notStated = facts.values[Int(fact)] { false } else { true }
      result.append(
        leaf(program.schema.facts[Int(fact)], program.schema.facts[Int(fact)].name, evaluate(node), isStated))
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
    case .call(let index, let arguments):
      for operand in program.operands(of: node) { gather(operand, &result, &explained) }
      let value = evaluate(node)
      inside(arguments) { evaluator in
        result.append(evaluator.definition(Int(index), value, &explained, isCall: true))
      }
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
      let ruling = program.definitions[index].ruling
      gather(
        exceptions: ruling.exceptions, of: context.ruling, excluding: excluded, given: holding, &result, &explained
      ) {
        evaluator, exception, result, explained in
        evaluator.gather(exception.map { ruling.exceptions[$0].value } ?? ruling.base, &result, &explained)
      }
    case .item(let index):
      let ruling = program.items[index].ruling
      gather(
        exceptions: ruling.exceptions, of: context.ruling, excluding: excluded, given: holding, &result, &explained
      ) {
        evaluator, exception, result, explained in
        guard case .pay(let node, _) = exception.map({ ruling.exceptions[$0].value }) ?? ruling.base else { return }
        evaluator.gather(node, &result, &explained)
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
    if case .fact(let fact) = loop.list, explained.keys.insert(.fact(fact)).inserted {
      let isStated = if case .notStated = facts.values[fact] { false } else { true }
      result.append(
        leaf(program.schema.facts[fact], program.schema.facts[fact].name, factValue(fact), isStated))
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

  private mutating func definition(
    _ index: Int, _ value: Value, _ explained: inout Explained, isCall: Bool
  ) -> Explanation {
    let definition = program.definitions[index]
    let isFirst = isCall || explained.keys.insert(.definition(index)).inserted
    var because: [Explanation] = []
    if isFirst {
      gather(exceptions: definition.ruling.exceptions, of: .definition(index), &because, &explained) {
        evaluator, exception, because, explained in
        let node = exception.map { definition.ruling.exceptions[$0].value } ?? definition.ruling.base
        evaluator.gather(node, &because, &explained)
      }
      for step in definition.steps { gather(step, &because, &explained) }
    }
    let deciding = branches(ways(definition.ruling.exceptions).only, of: definition.ruling)
    let texts = reasons(deciding)
    return Explanation(
      name: definition.name, label: definition.label, origin: value.isUnknown ? .unknown : .ruling,
      branch: deciding.first?.name, value: shown(value, definition.type), reason: texts.reason,
      citations: texts.citations, because: because)
  }

  private mutating func gather(split index: Int, _ result: inout [Explanation], _ explained: inout Explained) {
    guard explained.keys.insert(.split(index)).inserted else { return }
    let split = program.splits[index]
    var because: [Explanation] = []
    gather(exceptions: split.ruling.exceptions, of: nil, &because, &explained) {
      evaluator, exception, because, explained in
      let shares = exception.map { split.ruling.exceptions[$0].value } ?? split.ruling.base
      for share in shares.shares { if let node = share.value { evaluator.gather(node, &because, &explained) } }
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
