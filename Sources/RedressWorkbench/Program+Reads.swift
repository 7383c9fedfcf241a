import RedressEngine

/// Which named things of a policy read which: facts, definitions, splits, items and the rest, by their names.
struct Reads {
  /// A named thing, with the names it reads, in the order they are first read.
  struct Reader {
    let name: String
    let names: [String]
    let citations: [Program.Reasons.Citation]
  }

  let readers: [Reader]

  init(of program: Program) {
    var readers: [Reader] = []
    for fact in program.schema.facts {
      var walk = Walk(program)
      if case .value(let node)? = fact.defaultValue { walk.visit(node) }
      readers.append(walk.reader(named: fact.name))
    }
    for definition in program.definitions {
      var walk = Walk(program)
      walk.visit(definition.ruling) { $0.visit($1) }
      walk.visit(definition.steps)
      readers.append(walk.reader(named: definition.name))
    }
    for table in program.tables {
      var walk = Walk(program)
      walk.visit(table)
      readers.append(walk.reader(named: table.name))
    }
    for tiers in program.tiers {
      var walk = Walk(program)
      for band in tiers.bands {
        walk.visit(band.rate)
        walk.visit(band.branch.reasons)
      }
      readers.append(walk.reader(named: tiers.name))
    }
    for split in program.splits {
      var walk = Walk(program)
      walk.visit(split.ruling) { walk, shares in
        for share in shares.shares { if let value = share.value { walk.visit(value) } }
      }
      readers.append(walk.reader(named: split.name))
    }
    for item in program.items {
      var walk = Walk(program)
      walk.visit(item)
      readers.append(walk.reader(named: item.name))
    }
    for bar in program.bars {
      var walk = Walk(program)
      walk.visit(bar.label)
      for ground in bar.grounds {
        walk.visit(ground.condition)
        walk.visit(ground.branch.reasons)
      }
      walk.visit(bar.exceptions) { $0.visit($1) }
      readers.append(walk.reader(named: bar.name))
    }
    for limit in program.limits {
      var walk = Walk(program)
      walk.visit(limit)
      readers.append(walk.reader(named: limit.name))
    }
    for recourse in program.recourses {
      var walk = Walk(program)
      walk.visit(recourse)
      readers.append(walk.reader(named: recourse.name))
    }
    for choice in program.choices {
      var walk = Walk(program)
      if let condition = choice.condition { walk.visit(condition) }
      walk.visit(choice.preferenceReasons)
      readers.append(walk.reader(named: choice.name))
    }
    for authority in program.authorities {
      for level in authority.levels {
        var walk = Walk(program)
        walk.visit(authority.sum)
        if let label = level.label { walk.visit(label) }
        walk.visit(level.reasons)
        readers.append(walk.reader(named: level.name))
      }
    }
    for conditional in program.approvals + program.notes {
      var walk = Walk(program)
      walk.visit(conditional.condition)
      walk.visit(conditional.reasons)
      readers.append(walk.reader(named: conditional.name))
    }
    for deadline in program.deadlines {
      var walk = Walk(program)
      walk.visit(deadline.ruling) { $0.visit($1) }
      readers.append(walk.reader(named: deadline.name))
    }
    for requirement in program.requirements { readers.append(Self.reader(of: requirement, "require", in: program)) }
    for invariant in program.invariants { readers.append(Self.reader(of: invariant, "always", in: program)) }
    self.readers = readers
  }

  private static func reader(of requirement: Program.Requirement, _ name: String, in program: Program) -> Reader {
    var walk = Walk(program)
    walk.visit(requirement.condition)
    walk.visit(requirement.reasons)
    return walk.reader(named: name)
  }
}

/// A walk over part of a program that notes the names it comes by.
private struct Walk {
  private let program: Program
  private var names: [String] = []
  private var citations: [Program.Reasons.Citation] = []

  init(_ program: Program) {
    self.program = program
  }

  func reader(named name: String) -> Reads.Reader {
    Reads.Reader(name: name, names: names.removingDuplicates.filter { $0 != name }, citations: citations)
  }

  // MARK: Rulings

  mutating func visit<Value>(_ ruling: Program.Ruling<Value>, _ value: (inout Walk, Value) -> Void) {
    value(&self, ruling.base)
    visit(ruling.branch.reasons)
    for later in ruling.later {
      value(&self, later.value)
      visit(later.branch.reasons)
    }
    if ruling.isDated { if let day = ruling.datedBy { visit(day) } else { visitCaseDate() } }
    visit(ruling.exceptions, value)
  }

  mutating func visit(_ table: Program.Table) {
    for row in table.editions.flatMap(\.rows) + [table.otherwise].compactMap({ $0 }) {
      if let value = row.value { visit(value) }
      visit(row.branch.reasons)
    }
    if table.isDated { visitCaseDate() }
  }

  private mutating func visitCaseDate() {
    if let fact = program.datedBy { note(program.schema.facts, fact, \.name) }
  }

  mutating func visit<Value>(_ exceptions: [Program.Exception<Value>], _ value: (inout Walk, Value) -> Void) {
    for exception in exceptions {
      value(&self, exception.value)
      visit(exception.condition)
      visit(exception.branch.reasons)
    }
  }

  mutating func visit(_ override: Program.StepOverride) {
    if case .value(let node) = override { visit(node) }
  }

  mutating func visit(_ steps: [Program.Step]) {
    for step in steps {
      switch step.form {
      case .atMost(let node), .atLeast(let node), .less(let node), .plus(let node), .times(let node),
        .nothingUnder(let node), .nothingUpTo(let node), .rounded(_, let node):
        visit(node)
      case .borneBy(let split): note(program.splits, split, \.name)
      case .onlyTheLargest: break
      }
      if let condition = step.condition { visit(condition) }
      visit(step.branch.reasons)
      visit(step.exceptions) { $0.visit($1) }
    }
  }

  mutating func visit(_ item: Program.Item) {
    visit(item.label)
    if let loop = item.loop { visit(loop) }
    if let condition = item.condition { visit(condition) }
    visit(item.ruling) { $0.visit($1) }
    visit(item.steps)
    for bar in item.bars { note(program.bars, bar, \.name) }
  }

  mutating func visit(_ limit: Program.Limit) {
    visit(limit.label)
    for item in limit.items { note(program.items, item, \.name) }
    if let loop = limit.loop { visit(loop) }
    visit(limit.steps)
  }

  mutating func visit(_ recourse: Program.Recourse) {
    visit(recourse.label)
    for item in recourse.items { note(program.items, item, \.name) }
    if let condition = recourse.condition { visit(condition) }
    visit(recourse.ruling) { $0.visit($1) }
    visit(recourse.steps)
  }

  mutating func visit(_ payment: Program.Payment) {
    switch payment {
    case .pay(let amount, let remedy, let discretion):
      visit(amount)
      visit(remedy, discretion)
    case .share(let amount, let weight, let remedy, let discretion):
      visit(amount)
      visit(weight)
      visit(remedy, discretion)
    case .right(let text): visit(text)
    case .apology, .nothing: break
    }
  }

  private mutating func visit(_ remedy: Program.RemedyRule?, _ discretion: Program.Discretion?) {
    if case .decided(let node, _)? = remedy { visit(node) }
    if let discretion {
      visit(discretion.lower)
      visit(discretion.upper)
    }
  }

  // MARK: Texts

  mutating func visit(_ reasons: Program.Reasons) {
    if let because = reasons.because { visit(because) }
    for citation in reasons.citations where !citations.contains(citation) { citations.append(citation) }
  }

  mutating func visit(_ text: Program.Text) {
    for case .value(let node, _) in text.segments { visit(node) }
  }

  // MARK: Expressions

  mutating func visit(_ loop: Program.Loop) {
    visit(loop.list)
    if let condition = loop.condition { visit(condition) }
    if let order = loop.order { visit(order.key) }
  }

  private mutating func visit(_ list: Program.Loop.List) {
    switch list {
    case .fact(let fact), .inside(let fact, _): note(program.schema.facts, fact, \.name)
    case .field: break
    }
  }

  mutating func visit(_ node: NodeID) {
    switch program.nodes[Int(node.index)] {
    case .fact(let fact): note(program.schema.facts, Int(fact), \.name)
    case .detail(let detail): note(program.schema.details, Int(detail), \.name)
    case .definition(let definition), .call(let definition, _), .definitionOn(let definition, _),
      .callOn(let definition, _, _), .accrued(let definition, _, _, _):
      note(program.definitions, Int(definition), \.name)
    case .table(let table, _), .tableOn(let table, _, _): note(program.tables, Int(table), \.name)
    case .tiers(let tiers, _): note(program.tiers, Int(tiers), \.name)
    case .caseDate: visitCaseDate()
    case .choice(let choice): note(program.choices, Int(choice), \.name)
    case .share(_, let split): note(program.splits, Int(split), \.name)
    case .itemAmount(_, let item): note(program.items, Int(item), \.name)
    default: break
    }
    if let loop = program.loop(of: node) { visit(loop.list) }
    for operand in program.operands(of: node) { visit(operand) }
  }

  private mutating func note<Thing>(_ things: [Thing], _ position: Int, _ name: (Thing) -> String) {
    names.append(name(things[position]))
  }
}
