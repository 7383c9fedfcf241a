import RedressValues

/// Which unknown facts limits, recourse, ordered lists and figures wait for.
extension Evaluator {
  mutating func needs(of recourse: RecourseOutcome) -> Set<NeedKey> {
    var needs = Needs()
    collect(recourse, &needs)
    return needs.keys
  }

  mutating func needs(ofDefinition index: Int) -> Set<NeedKey> {
    var needs = Needs()
    collect(definition: index, asOf: nil, &needs)
    return needs.keys
  }

  /// A limit whose effect is open: what it depends on, and what its other lines wait for.
  mutating func collect(wait number: Int, _ needs: inout Needs) {
    guard needs.waits.insert(number).inserted else { return }
    if let known = limits.waits[number].needs {
      needs.keys.formUnion(known)
      return
    }
    // Limits wait for lines of earlier limits only, so that this ends; all lines of one wait for the same.
    var own = Needs()
    collect(limits.waits[number], &own)
    limits.waits[number].needs = own.keys
    needs.keys.formUnion(own.keys)
  }

  private mutating func collect(_ wait: LimitWait, _ needs: inout Needs) {
    let limit = program.limits[wait.limit]
    let outer = (variables, running)
    defer { (variables, running) = outer }
    if let loop = limit.loop, let row = wait.row { variables[loop.variable] = row }
    for (position, before) in wait.steps {
      running = before
      collect(limit.steps[position], &needs)
    }
    for line in wait.causes { collect(line, &needs) }
  }

  mutating func collect(_ recourse: RecourseOutcome, _ needs: inout Needs) {
    let rules = program.recourses[recourse.index]
    if let condition = rules.condition { collect(condition, &needs) }
    collect(rules.ruling, as: .recourse(recourse.index), &needs)
    let outer = running
    defer { running = outer }
    for (position, outcome, before, _) in recourse.steps where outcome.value.isUnknown {
      running = before
      collect(rules.steps[position], &needs)
    }
    for item in rules.items {
      for line in lines(of: item) where line.status == .pending { collect(line, &needs) }
    }
  }

  /// What leaves open for which elements a list makes lines, and in which order.
  mutating func collect(elementsOf loop: Program.Loop, _ needs: inout Needs) {
    guard let rows = rows(of: loop) else { return collect(listOf: loop, &needs) }
    let outer = variables[loop.variable]
    defer { variables[loop.variable] = outer }
    for row in rows {
      variables[loop.variable] = row
      if let condition = loop.condition { collect(condition, &needs) }
      if let order = loop.order { collect(order.key, &needs) }
    }
  }
}

/// What adjustments, recourse and figures rest on.
extension Evaluator {
  mutating func explanations(of step: Program.Step, before: Value) -> [Explanation] {
    var explained = Explained()
    var result: [Explanation] = []
    gather(step, before: before, &result, &explained)
    return result
  }

  mutating func explanations(of recourse: RecourseOutcome) -> [Explanation] {
    let rules = program.recourses[recourse.index]
    var explained = Explained()
    var result: [Explanation] = []
    if let condition = rules.condition { gather(condition, &result, &explained) }
    gather(rules.ruling, as: .recourse(recourse.index), &result, &explained)
    for step in recourse.steps { gather(rules.steps[step.index], before: step.before, &result, &explained) }
    return result
  }

  mutating func explanations(ofDefinition index: Int, _ value: Value) -> [Explanation] {
    var explained = Explained()
    return definition(index, value, &explained, isCall: false).because
  }
}
