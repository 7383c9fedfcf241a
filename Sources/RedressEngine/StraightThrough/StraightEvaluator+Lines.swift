import RedressValues

extension StraightEvaluator {
  /// Puts down the lines of an item, in the order of its list.
  mutating func putLines(of index: Int, _ facts: Facts) throws(NotStraight) {
    let first = outcome.lines.count
    let item = program.items[index]
    let claimed = facts.claimed[index]
    if try holds(item.condition, facts) {
      if let loop = item.loop {
        try putLines(of: index, item, for: loop, facts)
        if outcome.lines.count == first, claimed != nil { put(Self.absent(index, item.emptyBranch)) }
      } else {
        put(try line(of: index, item, number: 1, element: 0, facts))
      }
    } else if claimed != nil {
      put(Self.absent(index, item.absentBranch))
    }
    if let claimed, outcome.lines.count == first + 1 { Self.judge(&outcome.lines[first], claimed: claimed) }
    itemLines[index] = first..<outcome.lines.count
    itemsReached = index + 1
  }

  private mutating func putLines(
    of index: Int, _ item: StraightProgram.Item, for loop: Int, _ facts: Facts
  ) throws(NotStraight) {
    let first = outcome.lines.count
    try forEach(loop, facts) { (evaluator, facts, place) throws(NotStraight) in
      let number = evaluator.outcome.lines.count - first + 1
      evaluator.put(try evaluator.line(of: index, item, number: number, element: place, facts))
      return true
    }
  }

  private mutating func put(_ line: StraightOutcome.Line) {
    outcome.lines.append(line)
  }

  /// A claimed head without a line is one denied line.
  private static func absent(_ index: Int, _ branch: Int32) -> StraightOutcome.Line {
    var line = StraightOutcome.Line(item: index, index: 1, element: 0)
    line.status = .denied
    line.assessed = nil
    line.branch = branch
    line.isOutOfLimits = true
    return line
  }

  private mutating func line(
    of index: Int, _ item: StraightProgram.Item, number: Int, element: Int, _ facts: Facts
  ) throws(NotStraight) -> StraightOutcome.Line {
    try spend(50)
    var line = StraightOutcome.Line(item: index, index: number, element: element)
    let ground = try ground(against: item, facts)
    let (answer, branch) = try answer(of: item.ruling, on: nil, facts)
    guard case .payment(let payment) = answer else { throw NotStraight() }
    line.branch = branch
    var amount = Rational.zero
    switch payment {
    case .promise where isThorough: throw NotStraight()
    case .nothing, .promise: line.isOutOfLimits = true
    case .pay(let node, let remedy):
      amount = try self.number(node, facts)
      line.remedy = remedy
    }
    let assessed = try minorUnits(amount)
    line.assessed = assessed
    if let ground {
      line.branch = ground
      line.isBarred = true
      line.isOutOfLimits = true
      line.status = .denied
      return line
    }
    switch payment {
    case .nothing:
      line.status = .denied
      return line
    case .promise: return line
    case .pay: break
    }
    try takeSteps(of: item, on: amount, assessed, &line, facts)
    line.limited = line.payable
    line.status = line.payable.isZero ? .denied : line.payable < assessed ? .reduced : .granted
    return line
  }

  /// The claimed sum counts where an item has one line.
  private static func judge(_ line: inout StraightOutcome.Line, claimed: Rational) {
    if line.status == .granted, line.remedy != nil, line.payable < claimed { line.status = .reduced }
  }

  /// The steps in written order, then the minor unit; the step that first made it zero decides a denied line.
  private mutating func takeSteps(
    of item: StraightProgram.Item, on amount: Rational, _ assessed: Rational, _ line: inout StraightOutcome.Line,
    _ facts: Facts
  ) throws(NotStraight) {
    var value = amount
    var shown = assessed
    let first = outcome.stepBranches.count
    let branch = line.branch
    var zeroBranch = branch
    for position in item.steps.indices {
      let step = program.steps[position]
      let taken: Taken
      var isShown = false
      let firstShare = outcome.shares.count
      if case .borneBy(let split) = step.form {
        taken = try borne(value, by: split, step, facts)
        isShown = taken.acted
      } else {
        taken = try take(step, on: value, facts)
      }
      value = taken.value
      let after = try minorUnits(value)
      if isShown || after != shown {
        outcome.stepBranches.append(taken.branch)
        if isThorough { try detail(position, from: shown, to: after, firstShare) }
      }
      if after.isZero, !shown.isZero { zeroBranch = taken.branch }
      if !after.isZero { zeroBranch = branch }
      shown = after
    }
    if value.isNegative { throw NotStraight() }
    line.payable = shown
    line.steps = first..<outcome.stepBranches.count
    if shown.isZero { line.branch = zeroBranch }
  }

  private mutating func detail(
    _ step: Int, from before: Rational, to after: Rational, _ firstShare: Int
  ) throws(NotStraight) {
    let change = try exactly { () throws(ArithmeticError) in try after - before }
    outcome.stepDetails.append(
      StraightOutcome.StepDetail(step: step, change: change, shares: firstShare..<outcome.shares.count))
  }

  // MARK: Bars

  /// The ground on which a bar denies an item; several are left to the evaluator.
  private mutating func ground(
    against item: StraightProgram.Item, _ facts: Facts
  ) throws(NotStraight) -> Int32? {
    var found: Int32?
    for position in item.bars.indices {
      guard let ground = try ground(of: program.itemBars[position], facts) else { continue }
      if found != nil { throw NotStraight() }
      found = ground
    }
    return found
  }

  private mutating func ground(of index: Int, _ facts: Facts) throws(NotStraight) -> Int32? {
    if barValues[index].claim == claim { return barValues[index].ground }
    let bar = program.bars[index]
    var found: Int32?
    for position in bar.grounds.indices {
      guard try holds(program.grounds[position].condition, facts) else { continue }
      if found != nil { throw NotStraight() }
      found = program.grounds[position].branch
    }
    if found != nil, try isLifted(bar.exceptions, facts) { found = nil }
    barValues[index] = (claim, found)
    return found
  }

  /// Whether any exception holds; which of several decides does not matter.
  private mutating func isLifted(_ exceptions: StraightProgram.Run, _ facts: Facts) throws(NotStraight) -> Bool {
    try deciding(exceptions, facts) != nil
  }

  // MARK: Lines in other rulings

  mutating func itemAmount(_ amount: ItemAmount, _ item: Int, _ facts: Facts) throws(NotStraight) -> Rational {
    if amount == .claimed { return facts.claimed[item] ?? .zero }
    // Lines that are asked for before their turn are the evaluator's business.
    guard item < itemsReached else { throw NotStraight() }
    var sum = Rational.zero
    for line in outcome.lines[itemLines[item]] {
      let part = amount == .assessed ? line.assessed ?? .zero : line.limited
      sum = try exactly { () throws(ArithmeticError) in try sum + part }
    }
    return sum
  }
}
