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
  /// Limits whose effect is open, by their positions in `LimitsOutcome.waits`.
  var waits: Set<Int> = []
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
      let place = facts.rowName(Int(row), of: record, in: program.schema).map { $0 + "." } ?? ""
      return Need(fact: place + attributes.name, label: attributes.label, provedBy: attributes.provedBy)
    }
  }

  /// - Parameter isBeforeLimits: only what the line was before any limit is asked for.
  mutating func collect(_ line: LineOutcome, isBeforeLimits: Bool = false, _ needs: inout Needs) {
    let item = program.items[line.item]
    if !isBeforeLimits { for wait in line.waits { collect(wait: wait, &needs) } }
    if let condition = item.condition { collect(condition, &needs) }
    if line.mayBeBarred {
      for bar in item.bars where barOutcome(bar).mayHold {
        for ground in program.bars[bar].grounds { collect(ground.condition, &needs) }
        for exception in program.bars[bar].exceptions { collect(exception.condition, &needs) }
      }
    }
    if let loop = item.loop {
      guard line.row != nil else { return collect(elementsOf: loop, &needs) }
      stand(at: line)
      if let condition = loop.condition { collect(condition, &needs) }
    }
    collect(exceptions: item.ruling.exceptions, of: .item(line.item), &needs) { evaluator, exception, needs in
      evaluator.collect(
        exception.map { item.ruling.exceptions[$0].value } ?? item.ruling.base, of: line.item, &needs)
    }
    for (index, outcome, before, _) in line.steps {
      let outer = running
      running = before
      defer { running = outer }
      if outcome.value.isUnknown { collect(item.steps[index], &needs) }
    }
  }

  private mutating func collect(_ payment: Program.Payment, of item: Int, _ needs: inout Needs) {
    let rule: Program.RemedyRule?
    let discretion: Program.Discretion?
    switch payment {
    case .pay(let amount, let by, let bounds):
      (rule, discretion) = (by, bounds)
      collect(amount, &needs)
    case .share(let amount, let weight, let by, let bounds):
      (rule, discretion) = (by, bounds)
      collect(amount, &needs)
      collect(weight, ofAllLinesOf: item, &needs)
    case .apology, .right, .nothing: return
    }
    if case .decided(let node, _) = rule { collect(node, &needs) }
    for bound in [discretion?.lower, discretion?.upper] { if let bound { collect(bound, &needs) } }
  }

  /// Every line waits for the weights of all of them.
  private mutating func collect(_ weight: NodeID, ofAllLinesOf item: Int, _ needs: inout Needs) {
    guard let loop = program.items[item].loop else { return collect(weight, &needs) }
    guard let rows = rows(of: loop) else { return collect(listOf: loop, &needs) }
    let outer = variables[loop.variable]
    defer { variables[loop.variable] = outer }
    for row in rows {
      variables[loop.variable] = row
      if let condition = loop.condition { collect(condition, &needs) }
      collect(weight, &needs)
    }
  }

  mutating func collect(_ step: Program.Step, _ needs: inout Needs) {
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

  /// What a ruling waits for; `day` is the one asked for with `on`.
  mutating func collect(
    _ ruling: Program.Ruling<NodeID>, as context: OtherwiseContext.Ruling, excluding excluded: [Int] = [],
    given holding: [Int]? = nil, on day: Value? = nil, _ needs: inout Needs
  ) {
    collect(exceptions: ruling.exceptions, of: context, excluding: excluded, given: holding, on: day, &needs) {
      evaluator, exception, needs in
      if let exception { return evaluator.collect(ruling.exceptions[exception].value, &needs) }
      for node in evaluator.collect(basesOf: ruling, on: day, &needs) { evaluator.collect(node, &needs) }
    }
  }

  /// The base answers that may hold, after what leaves open which of them does.
  private mutating func collect<V>(
    basesOf ruling: Program.Ruling<V>, on day: Value?, _ needs: inout Needs
  ) -> [V] {
    guard case .possible(let positions) = bases(of: ruling, on: day) else { return [] }
    if positions.count > 1, day == nil {
      if let node = ruling.datedBy { collect(node, &needs) } else { collectCaseDate(&needs) }
    }
    return positions.map { ruling.base(at: $0) }
  }

  private mutating func collectCaseDate(_ needs: inout Needs) {
    guard date == nil, let fact = program.datedBy, factValue(fact).isUnknown else { return }
    collect(.fact(fact), program.schema.facts[fact], &needs)
  }

  private mutating func collect(split index: Int, _ needs: inout Needs) {
    guard needs.splits.insert(index).inserted else { return }
    let ruling = program.splits[index].ruling
    collect(exceptions: ruling.exceptions, of: nil, &needs) { evaluator, exception, needs in
      let all = exception.map { [ruling.exceptions[$0].value] } ?? evaluator.collect(basesOf: ruling, on: nil, &needs)
      for share in all.flatMap(\.shares) { if let node = share.value { evaluator.collect(node, &needs) } }
    }
  }

  /// The conditions that leave open which branch holds, and whatever the branches that may hold wait for.
  private mutating func collect<V>(
    exceptions: [Program.Exception<V>], of ruling: OtherwiseContext.Ruling?, excluding excluded: [Int] = [],
    given holding: [Int]? = nil, on day: Value? = nil, _ needs: inout Needs,
    _ value: (inout Evaluator, Int?, inout Needs) -> Void
  ) {
    guard let all = ways(exceptions, excluding: excluded, given: holding).possible else { return }
    if all.count > 1 { for exception in exceptions { collect(exception.condition, &needs) } }
    if all.contains(where: \.decision.isEmpty) { value(&self, nil, &needs) }
    var seen: Set<Int> = []
    for way in all {
      for index in way.decision where seen.insert(index).inserted {
        guard let ruling else {
          value(&self, index, &needs)
          continue
        }
        leavingOut(excluded + [index], of: ruling, in: way, on: day) { value(&$0, index, &needs) }
      }
    }
  }

  /// What `otherwise` waits for: the ruling it speaks of, without the exceptions it leaves out.
  private mutating func collectOtherwise(_ needs: inout Needs) {
    guard let context else { return }
    let (excluded, holding) = (context.excluded, context.holding)
    switch context.ruling {
    case .definition(let index):
      collect(
        program.definitions[index].ruling, as: context.ruling, excluding: excluded, given: holding, on: context.day,
        &needs)
    case .deadline(let index):
      collect(program.deadlines[index].ruling, as: context.ruling, excluding: excluded, given: holding, &needs)
    case .recourse(let index):
      collect(program.recourses[index].ruling, as: context.ruling, excluding: excluded, given: holding, &needs)
    case .item(let index):
      let ruling = program.items[index].ruling
      collect(exceptions: ruling.exceptions, of: context.ruling, excluding: excluded, given: holding, &needs) {
        evaluator, exception, needs in
        evaluator.collect(exception.map { ruling.exceptions[$0].value } ?? ruling.base, of: index, &needs)
      }
    case .step(let step): if let operand = step.form.operand { collect(operand, &needs) }
    }
  }

  mutating func collect(listOf loop: Program.Loop, _ needs: inout Needs) {
    switch loop.list {
    case .fact(let fact): if rows(of: loop) == nil { needs.keys.insert(.fact(fact)) }
    case .field(let variable, let field):
      guard rows(of: loop) == nil else { return }
      needs.keys.insert(
        .cell(record: program.variableRecords[variable], row: variables[variable], field: field))
    case .inside(let fact, let fields):
      guard case .list(var record) = program.schema.facts[fact].type else { return }
      guard case .rows(let first, let count) = factValue(fact) else {
        needs.keys.insert(.fact(fact))
        return
      }
      var rows = Array(first..<(first + count))
      for field in fields {
        guard case .list(let inner) = program.schema.records[record].fields[field].type else { return }
        var elements: [Int32] = []
        for row in rows {
          switch cellValue(Cell(record: record, row: row, field: field)) {
          case .rows(let first, let count): elements += Array(first..<(first + count))
          default: needs.keys.insert(.cell(record: record, row: row, field: field))
          }
        }
        (record, rows) = (inner, elements)
      }
    }
  }

  mutating func collect(_ node: NodeID, _ needs: inout Needs) {
    guard evaluate(node).isUnknown else { return }
    depth += 1
    defer { depth -= 1 }
    if depth > Self.explanationDepthLimit { return }
    guard program.isPlain(node) else { return collect(named: node, &needs) }
    for operand in program.operands(of: node) { collect(operand, &needs) }
  }

  private mutating func collect(named node: NodeID, _ needs: inout Needs) {
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
    case .definitionOn(let index, let day): collect(definition: Int(index), on: day, &needs)
    case .callOn(let index, let arguments, let day):
      for operand in program.operands[arguments.indices] { collect(operand, &needs) }
      inside(arguments) { evaluator in evaluator.collect(definition: Int(index), on: day, &needs) }
    case .table(let index, let arguments): collect(table: Int(index), arguments, on: nil, node, &needs)
    case .tableOn(let index, let arguments, let day): collect(table: Int(index), arguments, on: day, node, &needs)
    case .tiers(let index, let amount):
      collect(amount, &needs)
      let value = evaluate(amount)
      guard case .known(let slices) = slices(of: Int(index), value, node) else { return }
      for slice in slices { with([value]) { $0.collect(slice.band.rate, &needs) } }
    case .accrued(let index, let from, let to, _):
      collect(from, &needs)
      collect(to, &needs)
      let ends = [evaluate(from), evaluate(to)].map { possibility($0) }
      for part in accruals(Int(index), from: ends[0]?.low?.whole, to: ends[1]?.high?.whole) where part.rate.isUnknown {
        let day = part.from ?? Int(CivilDate(dayNumber: .min).dayNumber)
        collect(definition: Int(index), asOf: .ordinal(Int64(day)), &needs)
      }
    case .caseDate: collectCaseDate(&needs)
    case .share(_, let split): collect(split: Int(split), &needs)
    case .itemAmount(let amount, let item):
      guard needs.items.insert(Int(item)).inserted else { return }
      // What a line is assessed at does not wait for limits; asking them would go round in a circle.
      for line in lines(of: Int(item)) where line.isOpen {
        collect(line, isBeforeLimits: amount == .assessed, &needs)
      }
    case .total:
      for item in program.items.indices where needs.items.insert(item).inserted {
        for line in lines(of: item) where line.status == .pending { collect(line, &needs) }
      }
      for recourse in recourses where recourse.amount.isUnknown { collect(recourse, &needs) }
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

  private mutating func collect(definition index: Int, on day: NodeID? = nil, _ needs: inout Needs) {
    guard let day else { return collect(definition: index, asOf: nil, &needs) }
    if program.definitions[index].ruling.isDated { collect(day, &needs) }
    collect(definition: index, asOf: evaluate(day), &needs)
  }

  mutating func collect(definition index: Int, asOf day: Value?, _ needs: inout Needs) {
    let definition = program.definitions[index]
    collect(definition.ruling, as: .definition(index), on: day, &needs)
    let outer = running
    defer { running = outer }
    var value = outcome(of: definition.ruling, as: .definition(index), on: day, showing: definition.type).value
    for step in definition.steps where !value.isFault {
      running = value
      collect(step, &needs)
      value = apply(step, to: value).value
    }
  }

  private mutating func collect(
    table index: Int, _ arguments: NodeRange, on day: NodeID?, _ node: NodeID, _ needs: inout Needs
  ) {
    for operand in program.operands[arguments.indices] { collect(operand, &needs) }
    if program.tables[index].isDated {
      if let day { collect(day, &needs) } else { collectCaseDate(&needs) }
    }
    let day = day.map { evaluate($0) }
    guard case .known(let values) = self.arguments(arguments),
      case .possible(let rows) = rows(of: index, for: values, on: day, node)
    else { return }
    for row in rows {
      guard let value = row.value else { continue }
      with(narrowed(values, to: row)) { $0.collect(value, &needs) }
    }
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
    let values = arguments.indices.map { evaluate(program.operands[$0]) }
    with(values, body)
  }
}
