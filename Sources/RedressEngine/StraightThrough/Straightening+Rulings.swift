import RedressValues

extension Straightening {
  private typealias Run = StraightProgram.Run

  // MARK: Heads

  mutating func put(_ item: Program.Item) throws(NotStraight) {
    guard item.owedBy == nil else { throw NotStraight() }
    let ruling = try ruling(item.ruling) { (straightening, value) throws(NotStraight) in
      .payment(try straightening.payment(value, of: item))
    } exception: { (straightening, value) throws(NotStraight) in
      .payment(try straightening.payment(value, of: item))
    }
    let steps = try self.steps(item.steps)
    let bars = Run(first: Int32(result.itemBars.count), count: Int32(item.bars.count))
    result.itemBars += item.bars
    let condition = try condition(item.condition, item.conditionOptionalReads)
    var loop: Int?
    if let own = item.loop { loop = try self.loop(own) }
    result.items.append(
      StraightProgram.Item(
        loop: loop, condition: condition, ruling: ruling, steps: steps, bars: bars, itemClass: item.itemClass,
        payee: item.payee, absentBranch: result.branch(named: item.name + ".when", nil),
        emptyBranch: result.branch(named: item.name + ".where", item.ruling.isDated ? nil : .noElement)))
  }

  private mutating func payment(
    _ payment: Program.Payment, of item: Program.Item
  ) throws(NotStraight) -> StraightProgram.Payment {
    switch payment {
    case .nothing: return .nothing
    case .apology, .right: return .promise
    case .pay(let node, let by, nil): return .pay(try number(node), try remedy(by ?? baseRemedy(of: item)))
    case .pay, .share: throw NotStraight()
    }
  }

  private func baseRemedy(of item: Program.Item) -> Program.RemedyRule? {
    if case .pay(_, let by, _) = item.ruling.base { by } else { nil }
  }

  private func remedy(_ rule: Program.RemedyRule?) throws(NotStraight) -> Remedy {
    switch rule {
    case nil: return .cash
    case .fixed(let remedy): return remedy
    case .decided: throw NotStraight()
    }
  }

  // MARK: Bars, limits and splits

  mutating func put(_ bar: Program.Bar) throws(NotStraight) {
    var grounds: [StraightProgram.Ground] = []
    for ground in bar.grounds {
      grounds.append(
        StraightProgram.Ground(
          condition: try condition(ground.condition, ground.optionalReads),
          branch: result.branch(ground.branch)))
    }
    let run = Run(first: Int32(result.grounds.count), count: Int32(grounds.count))
    result.grounds += grounds
    result.bars.append(StraightProgram.Bar(grounds: run, exceptions: try overrides(bar.exceptions)))
  }

  mutating func put(_ limit: Program.Limit) throws(NotStraight) {
    guard limit.loop == nil else { throw NotStraight() }
    let items = Run(first: Int32(result.limitItems.count), count: Int32(limit.items.count))
    result.limitItems += limit.items
    for step in limit.steps { if case .borneBy = step.form { throw NotStraight() } }
    result.limits.append(StraightProgram.Limit(items: items, steps: try steps(limit.steps)))
  }

  mutating func splitPosition(_ index: Int) throws(NotStraight) -> Int {
    try once(.split(index)) { (straightening) throws(NotStraight) in
      try straightening.put(straightening.program.splits[index])
    }
  }

  private mutating func put(_ split: Program.Split) throws(NotStraight) -> Int {
    let ruling = try ruling(split.ruling) { (straightening, shares) throws(NotStraight) in
      .division(try straightening.division(shares))
    } exception: { (straightening, shares) throws(NotStraight) in
      .division(try straightening.division(shares))
    }
    result.splits.append(StraightProgram.Split(ruling: ruling))
    return result.splits.count - 1
  }

  private mutating func division(_ shares: Program.Shares) throws(NotStraight) -> Int {
    var all: [StraightProgram.Share] = []
    for share in shares.shares {
      var value: StraightNodeID?
      if let node = share.value { value = try number(node) }
      all.append(StraightProgram.Share(party: share.party, value: value))
    }
    let run = Run(first: Int32(result.shares.count), count: Int32(all.count))
    result.shares += all
    result.divisions.append(StraightProgram.Division(isInProportion: shares.isInProportion, shares: run))
    return result.divisions.count - 1
  }

  // MARK: Rulings and steps

  mutating func ruling<Value>(
    _ ruling: Program.Ruling<Value>,
    base: (inout Straightening, Value) throws(NotStraight) -> StraightProgram.Answer,
    exception: (inout Straightening, Value) throws(NotStraight) -> StraightProgram.Answer
  ) throws(NotStraight) -> StraightProgram.Ruling {
    var bases: [StraightProgram.Base] = []
    for (position, start) in ruling.starts.enumerated() {
      bases.append(
        StraightProgram.Base(
          from: start.map { Int64($0.dayNumber) }, answer: try base(&self, ruling.base(at: position)),
          branch: result.branch(ruling.branch(at: position))))
    }
    let run = Run(first: Int32(result.bases.count), count: Int32(bases.count))
    result.bases += bases
    var day: StraightNodeID?
    if ruling.isDated, let own = ruling.datedBy { day = try ordinal(own) }
    return StraightProgram.Ruling(
      bases: run, day: day, exceptions: try exceptions(ruling.exceptions, exception))
  }

  private mutating func overrides(
    _ exceptions: [Program.Exception<Program.StepOverride>]
  ) throws(NotStraight) -> StraightProgram.Run {
    try self.exceptions(exceptions) { (straightening, value) throws(NotStraight) in
      switch value {
      case .waived: return .waived
      case .value(let node): return .value(try straightening.number(node))
      }
    }
  }

  mutating func exceptions<Value>(
    _ exceptions: [Program.Exception<Value>],
    _ translate: (inout Straightening, Value) throws(NotStraight) -> StraightProgram.Answer
  ) throws(NotStraight) -> StraightProgram.Run {
    guard exceptions.count <= UInt64.bitWidth else { throw NotStraight() }
    var all: [StraightProgram.Exception] = []
    for exception in exceptions {
      let overrides = exception.overrides.reduce(into: UInt64(0)) { bits, other in bits |= 1 << UInt64(other) }
      all.append(
        StraightProgram.Exception(
          condition: try condition(exception.condition, exception.optionalReads),
          answer: try translate(&self, exception.value), overrides: overrides,
          branch: result.branch(exception.branch)))
    }
    let run = Run(first: Int32(result.exceptions.count), count: Int32(all.count))
    result.exceptions += all
    return run
  }

  mutating func steps(_ steps: [Program.Step]) throws(NotStraight) -> StraightProgram.Run {
    var all: [StraightProgram.Step] = []
    for step in steps {
      var operand: StraightNodeID?
      if let node = step.form.operand { operand = try number(node) }
      all.append(
        StraightProgram.Step(
          form: try form(step.form), operand: operand, condition: try condition(step.condition, step.optionalReads),
          exceptions: try overrides(step.exceptions), mayReadIt: step.mayReadIt,
          branch: result.branch(step.branch)))
    }
    let run = Run(first: Int32(result.steps.count), count: Int32(all.count))
    result.steps += all
    result.stepTitles += steps.map { step in
      var name = step.branch.name
      if case .borneBy(let split) = step.form { name = program.splits[split].name }
      return StraightProgram.StepTitle(words: step.form.words, name: name)
    }
    return run
  }

  private mutating func form(_ form: Program.Step.Form) throws(NotStraight) -> StraightProgram.Step.Form {
    switch form {
    case .atMost: return .atMost
    case .atLeast: return .atLeast
    case .less: return .less
    case .plus: return .plus
    case .times: return .times
    case .nothingUnder: return .nothingUnder
    case .nothingUpTo: return .nothingUpTo
    case .rounded(let mode, _): return .rounded(mode)
    case .borneBy(let split): return .borneBy(split: try splitPosition(split))
    case .onlyTheLargest: throw NotStraight()
    }
  }

  // MARK: Conditions and lists

  mutating func condition(
    _ node: NodeID?, _ reads: [Program.OptionalRead]
  ) throws(NotStraight) -> StraightProgram.Condition {
    let run = Run(first: Int32(result.reads.count), count: Int32(reads.count))
    result.reads += reads.map { read($0) }
    guard let node else { return StraightProgram.Condition(node: nil, reads: run) }
    return StraightProgram.Condition(node: try ordinal(node), reads: run)
  }

  private func read(_ read: Program.OptionalRead) -> StraightProgram.Read {
    switch read {
    case .fact(let fact): .fact(Int32(fact))
    case .field(let variable, let field):
      .field(variable: Int32(variable), record: Int32(program.variableRecords[variable]), field: Int32(field))
    }
  }

  mutating func loop(_ loop: Program.Loop) throws(NotStraight) -> Int {
    guard case .fact(let fact) = loop.list, loop.order == nil else { throw NotStraight() }
    var group: (Int, Int)?
    var rest = loop.condition
    if let test = loop.wordTest, case .kind(let kind) = program.schema.records[loop.record].fields[test.field].type {
      let words = program.schema.kinds[kind].words.count
      group = (grouping(fact: fact, record: loop.record, field: test.field, words), Int(test.word))
      rest = test.rest
    }
    result.loops.append(
      StraightProgram.Loop(
        variable: loop.variable, record: loop.record, fact: fact, group: group,
        condition: try condition(rest, loop.optionalReads)))
    return result.loops.count - 1
  }

  private mutating func grouping(fact: Int, record: Int, field: Int, _ words: Int) -> Int {
    if let known = result.groupings.firstIndex(where: { $0.fact == fact && $0.field == field }) { return known }
    let firstWord = result.groupings.last.map { $0.firstWord + $0.wordCount } ?? 0
    result.groupings.append(
      StraightProgram.Grouping(fact: fact, record: record, field: field, wordCount: words, firstWord: firstWord))
    return result.groupings.count - 1
  }
}
