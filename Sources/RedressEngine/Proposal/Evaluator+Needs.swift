import RedressValues

/// A fact, or a field of one element, that nobody has stated.
enum NeedKey: Hashable, Comparable {
  case fact(Int)
  case cell(record: Int, row: Int32, field: Int)
}

/// The unknown facts something waits for, and what was gone through already.
struct Needs {
  var keys: Set<NeedKey> = []
  fileprivate var definitions: Set<Int> = []
  fileprivate var splits: Set<Int> = []
  fileprivate var items: Set<Int> = []
}

/// Reads back, from the program and the frame, which unknown facts an unknown value waits for.
extension Evaluator {
  mutating func needs(of line: LineOutcome) -> Set<NeedKey> {
    var needs = Needs()
    collect(line, &needs)
    return needs.keys
  }

  mutating func needs(of nodes: [NodeID]) -> Set<NeedKey> {
    var needs = Needs()
    for node in nodes { collect(node, &needs) }
    return needs.keys
  }

  mutating func needs(ofDeadline index: Int) -> Set<NeedKey> {
    var needs = Needs()
    collect(program.deadlines[index].ruling, as: .deadline(index), &needs)
    return needs.keys
  }

  func need(_ key: NeedKey) -> Need {
    switch key {
    case .fact(let fact):
      let attributes = program.schema.facts[fact]
      return Need(fact: attributes.name, label: attributes.label, provedBy: attributes.provedBy)
    case .cell(let record, let row, let field):
      let attributes = program.schema.records[record].fields[field]
      let names = facts.tables[record].rowNames
      let name = names.indices.contains(Int(row)) ? names[Int(row)] + "." + attributes.name : attributes.name
      return Need(fact: name, label: attributes.label, provedBy: attributes.provedBy)
    }
  }

  private mutating func collect(_ line: LineOutcome, _ needs: inout Needs) {
    let item = program.items[line.item]
    if let condition = item.condition { collect(condition, &needs) }
    if line.mayBeBarred {
      for bar in item.bars where barOutcome(bar).mayHold {
        for ground in program.bars[bar].grounds { collect(ground.condition, &needs) }
        for exception in program.bars[bar].exceptions { collect(exception.condition, &needs) }
      }
    }
    if let loop = item.loop {
      guard let row = line.row else { return collect(listOf: loop, &needs) }
      variables[loop.variable] = row
      if let condition = loop.condition { collect(condition, &needs) }
    }
    collect(exceptions: item.ruling.exceptions, of: .item(line.item), &needs) { evaluator, exception, needs in
      evaluator.collect(exception.map { item.ruling.exceptions[$0].value } ?? item.ruling.base, &needs)
    }
    for (index, outcome, before, _) in line.steps {
      let outer = running
      running = before
      defer { running = outer }
      if outcome.value.isUnknown { collect(item.steps[index], &needs) }
    }
  }

  private mutating func collect(_ payment: Program.Payment, _ needs: inout Needs) {
    guard case .pay(let node, let by) = payment else { return }
    collect(node, &needs)
    if case .decided(let node, _) = by { collect(node, &needs) }
  }

  private mutating func collect(_ step: Program.Step, _ needs: inout Needs) {
    if let condition = step.condition { collect(condition, &needs) }
    collect(exceptions: step.exceptions, of: .step(step), &needs) { evaluator, exception, needs in
      guard let exception else {
        if let operand = step.form.operand { evaluator.collect(operand, &needs) }
        if case .borneBy(let split) = step.form { evaluator.collect(split: split, &needs) }
        return
      }
      if case .value(let node) = step.exceptions[exception].value { evaluator.collect(node, &needs) }
    }
  }

  private mutating func collect(
    _ ruling: Program.Ruling<NodeID>, as context: OtherwiseContext.Ruling, _ needs: inout Needs
  ) {
    collect(exceptions: ruling.exceptions, of: context, &needs) { evaluator, exception, needs in
      evaluator.collect(exception.map { ruling.exceptions[$0].value } ?? ruling.base, &needs)
    }
  }

  private mutating func collect(split index: Int, _ needs: inout Needs) {
    guard needs.splits.insert(index).inserted else { return }
    let ruling = program.splits[index].ruling
    collect(exceptions: ruling.exceptions, of: nil, &needs) { evaluator, exception, needs in
      let shares = exception.map { ruling.exceptions[$0].value } ?? ruling.base
      for share in shares.shares { if let node = share.value { evaluator.collect(node, &needs) } }
    }
  }

  /// The conditions that leave open which branch holds, and whatever the branches that may hold wait for.
  private mutating func collect<V>(
    exceptions: [Program.Exception<V>], of ruling: OtherwiseContext.Ruling?, excluding excluded: [Int] = [],
    given holding: [Int]? = nil, _ needs: inout Needs, _ value: (inout Evaluator, Int?, inout Needs) -> Void
  ) {
    guard case .possible(let all) = ways(exceptions, excluding: excluded, given: holding) else { return }
    if all.count > 1 { for exception in exceptions { collect(exception.condition, &needs) } }
    if all.contains(where: \.decision.isEmpty) { value(&self, nil, &needs) }
    var seen: Set<Int> = []
    for way in all {
      for index in way.decision where seen.insert(index).inserted {
        guard let ruling else {
          value(&self, index, &needs)
          continue
        }
        leavingOut(excluded + [index], of: ruling, in: way) { value(&$0, index, &needs) }
      }
    }
  }

  /// What `otherwise` waits for: the ruling it speaks of, without the exceptions it leaves out.
  private mutating func collectOtherwise(_ needs: inout Needs) {
    guard let context else { return }
    let (excluded, holding) = (context.excluded, context.holding)
    switch context.ruling {
    case .definition(let index):
      let ruling = program.definitions[index].ruling
      collect(exceptions: ruling.exceptions, of: context.ruling, excluding: excluded, given: holding, &needs) {
        evaluator, exception, needs in
        evaluator.collect(exception.map { ruling.exceptions[$0].value } ?? ruling.base, &needs)
      }
    case .deadline(let index):
      let ruling = program.deadlines[index].ruling
      collect(exceptions: ruling.exceptions, of: context.ruling, excluding: excluded, given: holding, &needs) {
        evaluator, exception, needs in
        evaluator.collect(exception.map { ruling.exceptions[$0].value } ?? ruling.base, &needs)
      }
    case .item(let index):
      let ruling = program.items[index].ruling
      collect(exceptions: ruling.exceptions, of: context.ruling, excluding: excluded, given: holding, &needs) {
        evaluator, exception, needs in
        evaluator.collect(exception.map { ruling.exceptions[$0].value } ?? ruling.base, &needs)
      }
    case .step(let step): if let operand = step.form.operand { collect(operand, &needs) }
    }
  }

  private mutating func collect(listOf loop: Program.Loop, _ needs: inout Needs) {
    switch loop.list {
    case .fact(let fact): if rows(of: loop) == nil { needs.keys.insert(.fact(fact)) }
    case .field(let variable, let field):
      guard rows(of: loop) == nil else { return }
      needs.keys.insert(
        .cell(record: program.variableRecords[variable], row: variables[variable], field: field))
    }
  }

  private mutating func collect(_ node: NodeID, _ needs: inout Needs) {
    guard evaluate(node).isUnknown else { return }
    switch program.nodes[Int(node.index)] {
    case .fact(let fact): collect(.fact(Int(fact)), program.schema.facts[Int(fact)], &needs)
    case .field(let variable, let field):
      let record = program.variableRecords[Int(variable)]
      collect(
        .cell(record: record, row: variables[Int(variable)], field: Int(field)),
        program.schema.records[record].fields[Int(field)], &needs)
    case .parameterField(let parameter, let record, let field):
      guard case .ordinal(let row) = parameters[parameterBase + Int(parameter)] else { return }
      collect(
        .cell(record: Int(record), row: Int32(truncatingIfNeeded: row), field: Int(field)),
        program.schema.records[Int(record)].fields[Int(field)], &needs)
    case .definition(let index):
      if needs.definitions.insert(Int(index)).inserted { collect(definition: Int(index), &needs) }
    case .call(let index, let arguments):
      for operand in program.operands(of: node) { collect(operand, &needs) }
      inside(arguments) { evaluator in evaluator.collect(definition: Int(index), &needs) }
    case .share(_, let split): collect(split: Int(split), &needs)
    case .itemAmount(_, let item):
      guard needs.items.insert(Int(item)).inserted else { return }
      for line in lines(of: Int(item)) where line.isOpen { collect(line, &needs) }
    case .total:
      for item in program.items.indices where needs.items.insert(item).inserted {
        for line in lines(of: item) where line.status == .pending { collect(line, &needs) }
      }
    case .otherwise: collectOtherwise(&needs)
    case .choice(let choice): if let condition = program.choices[Int(choice)].condition { collect(condition, &needs) }
    case .aggregate, .count, .any: collect(loop: node, &needs)
    default: for operand in program.operands(of: node) { collect(operand, &needs) }
    }
  }

  private mutating func collect(_ key: NeedKey, _ attributes: Schema.Attributes, _ needs: inout Needs) {
    if case .value(let node) = attributes.defaultValue {
      collect(node, &needs)
    } else if !attributes.isOptional {
      needs.keys.insert(key)
    }
  }

  private mutating func collect(definition index: Int, _ needs: inout Needs) {
    let definition = program.definitions[index]
    collect(definition.ruling, as: .definition(index), &needs)
    for step in definition.steps { collect(step, &needs) }
  }

  private mutating func collect(loop node: NodeID, _ needs: inout Needs) {
    guard let loop = program.loop(of: node) else { return }
    guard let rows = rows(of: loop) else { return collect(listOf: loop, &needs) }
    let outer = variables[loop.variable]
    defer { variables[loop.variable] = outer }
    for row in rows {
      variables[loop.variable] = row
      for operand in program.operands(of: node) { collect(operand, &needs) }
    }
  }

  /// Reads something back with the arguments of a call in place.
  mutating func inside(_ arguments: NodeRange, _ body: (inout Evaluator) -> Void) {
    var values: [Value] = []
    for position in arguments.indices { values.append(evaluate(program.operands[position])) }
    let outerBase = parameterBase
    parameterBase = parameters.count
    parameters.append(contentsOf: values)
    body(&self)
    parameters.removeLast(values.count)
    parameterBase = outerBase
  }
}
