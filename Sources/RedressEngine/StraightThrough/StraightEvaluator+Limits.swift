import RedressValues

extension StraightEvaluator {
  /// Takes a limit over the lines of its items.
  mutating func take(_ index: Int, _ facts: Facts) throws(NotStraight) {
    try spend(50)
    let limit = program.limits[index]
    members.removeAll(keepingCapacity: true)
    amounts.removeAll(keepingCapacity: true)
    for position in limit.items.indices {
      for line in itemLines[program.limitItems[position]] where !outcome.lines[line].isOutOfLimits {
        members.append(line)
        amounts.append(outcome.lines[line].limited)
      }
    }
    if members.isEmpty { return }
    for position in limit.steps.indices {
      let step = program.steps[position]
      if case .times = step.form {
        try multiply(position, step, index, facts)
      } else {
        try act(position, step, index, facts)
      }
    }
    for place in members.indices { outcome.lines[members[place]].limited = amounts[place] }
  }

  /// A step on what the lines come to together.
  private mutating func act(
    _ position: Int, _ step: StraightProgram.Step, _ limit: Int, _ facts: Facts
  ) throws(NotStraight) {
    var sum = Rational.zero
    for amount in amounts { sum = try exactly { () throws(ArithmeticError) in try sum + amount } }
    let taken = try take(step, on: sum, facts)
    let target = try minorUnits(taken.value)
    let change = try exactly { () throws(ArithmeticError) in try target - sum }
    if change.isZero { return }
    let first = outcome.parts.count
    if sum.isZero {
      try add(change, at: 0)
    } else {
      try share(change, by: amounts)
      for place in room.parts.indices { try add(room.parts[place], at: place) }
    }
    outcome.adjustments.append(
      StraightOutcome.Adjustment(
        limit: limit, step: position, amount: change, branch: taken.branch, parts: first..<outcome.parts.count))
  }

  /// `times` acts on each line by itself.
  private mutating func multiply(
    _ position: Int, _ step: StraightProgram.Step, _ limit: Int, _ facts: Facts
  ) throws(NotStraight) {
    var factor: Rational?
    if !step.mayReadIt {
      // The same for every line.
      guard try holds(step.condition, facts), let operand = step.operand else { return }
      factor = try number(operand, facts)
    }
    let first = outcome.parts.count
    var change = Rational.zero
    var branch: Int32?
    for place in members.indices {
      let before = amounts[place]
      var deciding = step.branch
      var value: Rational
      if let factor {
        value = try Self.acting(step.form, on: before, by: factor)
      } else {
        let taken = try take(step, on: before, facts)
        (value, deciding) = (taken.value, taken.branch)
      }
      value = try minorUnits(value)
      let part = try exactly { () throws(ArithmeticError) in try value - before }
      if part.isZero { continue }
      if branch == nil { branch = deciding }
      try add(part, at: place)
      change = try exactly { () throws(ArithmeticError) in try change + part }
    }
    if let branch {
      outcome.adjustments.append(
        StraightOutcome.Adjustment(
          limit: limit, step: position, amount: change, branch: branch, parts: first..<outcome.parts.count))
    }
  }

  private mutating func add(_ part: Rational, at place: Int) throws(NotStraight) {
    let amount = amounts[place]
    amounts[place] = try exactly { () throws(ArithmeticError) in try amount + part }
    if isThorough, !part.isZero { outcome.parts.append(StraightOutcome.Part(line: members[place], amount: part)) }
  }
}
