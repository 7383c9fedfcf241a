import RedressValues

extension Evaluator {
  /// The lines of an item, in the order of its list.
  mutating func lines(of index: Int) -> [LineOutcome] {
    if let known = itemLines[index] { return known }
    let lines = computeLines(of: index)
    itemLines[index] = lines
    return lines
  }

  private mutating func computeLines(of index: Int) -> [LineOutcome] {
    let item = program.items[index]
    let outerRunning = running
    let outerContext = context
    defer {
      running = outerRunning
      context = outerContext
    }
    var lines: [LineOutcome]
    switch holding(item.condition, item.conditionOptionalReads) {
    case .fault(let fault): lines = [failed(.fault(fault), index, mayBeAbsent: false)]
    case .no: lines = absent(index, .condition)
    case .yes: lines = arising(index, mayBeAbsent: false)
    case .maybe: lines = arising(index, mayBeAbsent: true)
    }
    let claimed = lines.count == 1 ? facts.claimed[index] : nil
    for position in lines.indices {
      judge(&lines[position], claimed: claimed)
      lines[position].limited = lines[position].payable
    }
    return lines
  }

  private func failed(_ fault: Value, _ index: Int, mayBeAbsent: Bool) -> LineOutcome {
    var line = LineOutcome(item: index, mayBeAbsent: mayBeAbsent)
    line.payable = fault
    return line
  }

  /// A claimed head without a line is one denied line; one that is not claimed is absent.
  private func absent(_ index: Int, _ zero: LineOutcome.Zero) -> [LineOutcome] {
    guard facts.claimed[index] != nil else { return [] }
    var line = LineOutcome(item: index)
    line.zero = zero
    line.payment.remedy = nil
    return [line]
  }

  private mutating func arising(_ index: Int, mayBeAbsent: Bool) -> [LineOutcome] {
    guard let loop = program.items[index].loop else {
      return [line(index, nil, mayBeAbsent: mayBeAbsent)]
    }
    switch elements(of: loop) {
    case .fault(let fault): return [failed(fault, index, mayBeAbsent: mayBeAbsent)]
    case .open: return [lineForAll(index)]
    case .known(let elements):
      itemElements[index] = elements
      if elements.isEmpty { return absent(index, .noElement) }
      let outer = (variables[loop.variable], positions[loop.variable])
      defer { (variables[loop.variable], positions[loop.variable]) = outer }
      var lines: [LineOutcome] = []
      var areSure = true
      for (position, element) in elements.enumerated() {
        effort -= 50
        stand(at: element, position, of: loop)
        // Behind an element that may not count nobody can tell the place.
        areSure = areSure && element.isSure
        if !areSure { positions[loop.variable] = 0 }
        lines.append(line(index, element, mayBeAbsent: mayBeAbsent || !element.isSure))
      }
      return lines
    }
  }

  /// Puts a loop's variable at one of the elements an item makes lines for.
  mutating func stand(at element: ItemElement, _ position: Int, of loop: Program.Loop) {
    variables[loop.variable] = element.row
    positions[loop.variable] = Int32(clamping: position + 1)
  }

  /// Puts the variable of an item's loop back where it stood for a line, to read the line back.
  mutating func stand(at line: LineOutcome) {
    guard let loop = program.items[line.item].loop else { return }
    (variables[loop.variable], positions[loop.variable]) = (line.row ?? -1, line.position)
  }

  /// Nobody can tell yet which elements a list has, or in which order: one line stands for all of them.
  private mutating func lineForAll(_ index: Int) -> LineOutcome {
    var line = LineOutcome(item: index, mayBeAbsent: true)
    line.standsForSeveral = true
    line.assessed = value(Possibility(low: .zero, high: nil, isOrdinal: false))
    line.payable = line.assessed
    line.payment = PaymentOutcome(form: .open, amount: line.assessed, remedy: nil)
    let bars = barsOfItem(index)
    line.bars = bars.holding
    line.mayBeBarred = bars.mayHold
    if !bars.holding.isEmpty { line.zero = .bar }
    if let fault = bars.fault { line.payable = fault }
    return line
  }

  /// One line: bars, base and exceptions, steps in written order, the minor unit.
  private mutating func line(_ index: Int, _ element: ItemElement?, mayBeAbsent: Bool) -> LineOutcome {
    let item = program.items[index]
    var line = LineOutcome(item: index, row: element?.row, element: element?.place, mayBeAbsent: mayBeAbsent)
    if let loop = item.loop { line.position = positions[loop.variable] }
    let bars = barsOfItem(index)
    line.bars = bars.holding
    line.mayBeBarred = bars.mayHold
    if let fault = bars.fault {
      line.payable = fault
      return line
    }
    line.payment = payment(of: index)
    line.assessed = minorUnits(line.payment.amount, item.ruling.branch.span)
    if !line.bars.isEmpty {
      // A bar denies whatever the amount is, even one that cannot be computed.
      if line.assessed.isFault { line.assessed = .unknown(1) }
      line.zero = .bar
      return line
    }
    switch line.payment.form {
    case .nothing:
      line.zero = .nothing
      return line
    case .apology, .right: return line
    case .amount: holdToDiscretion(&line)
    case .open: break
    }
    takeSteps(of: item, &line)
    return line
  }

  private mutating func takeSteps(of item: Program.Item, _ line: inout LineOutcome) {
    var value = line.payment.amount
    var shown = line.assessed
    if isZero(shown), !value.isFault { line.zero = .base }
    for (position, step) in item.steps.enumerated() {
      if value.isFault { break }
      if case .borneBy = step.form { value = notBelowZero(value, of: item) }
      let outcome = apply(step, to: value)
      value = outcome.value
      let after = minorUnits(value, step.branch.span)
      line.steps.append((position, outcome, shown, after))
      if line.zero == nil, isZero(after) { line.zero = .step(position) }
      if !isZero(after) { line.zero = nil }
      shown = after
    }
    if line.payment.form.isSame(as: .open) { value = join([value, .number(.zero)], at: item.ruling.branch.span) }
    line.payable = minorUnits(notBelowZero(value, of: item), item.ruling.branch.span)
  }

  func isZero(_ value: Value) -> Bool { value.number?.isZero == true }

  /// Puts the status on a line, in the order of rule 29 of the reference; `claimed` is what is asked, where the item
  /// has this one line.
  private mutating func judge(_ line: inout LineOutcome, claimed: Rational?) {
    if line.payable.isFault {
      guard line.mayBeAbsent || line.mayBeBarred else { return }
      // What cannot be computed refuses the case only once the line is known to arise; until then nothing is payable
      // in every way that is left.
      line.payable = .number(.zero)
      line.assessed = .unknown(1)
      line.status = .pending
      return
    }
    if line.zero == .condition || line.zero == .noElement || !line.bars.isEmpty {
      line.status = .denied
      line.payable = .number(.zero)
      return
    }
    if line.mayBeBarred, !isZero(line.payable) {
      line.payable = join([.number(.zero), line.payable], at: program.items[line.item].span)
    }
    switch line.payment.form {
    case .apology, .right:
      line.status = line.mayBeAbsent || line.mayBeBarred ? .pending : .granted
      return
    case .nothing, .amount, .open: break
    }
    guard let payable = line.payable.number, !line.mayBeAbsent else {
      line.status = .pending
      if line.mayBeAbsent { line.payable = join([.number(.zero), line.payable], at: program.items[line.item].span) }
      return
    }
    if payable.isZero {
      // That nothing is payable says nothing of what is promised.
      line.status = line.payment.mayPromise ? .pending : .denied
    } else if line.payment.remedy == nil || line.payment.form.isSame(as: .open) || line.payment.isDiscretionOpen {
      line.status = .pending
    } else if line.payment.discretion != nil {
      line.status = .proposed
    } else {
      // Of an assessed amount that is not known, the least it can be tells.
      let assessed = possibility(line.assessed)?.low ?? payable
      line.status = payable < max(assessed, claimed ?? assessed) ? .reduced : .granted
    }
  }

  // MARK: Bars

  private mutating func barsOfItem(
    _ index: Int
  ) -> (holding: [(bar: Int, ground: Int)], mayHold: Bool, fault: Value?) {
    var holding: [(bar: Int, ground: Int)] = []
    var mayHold = false
    for bar in program.items[index].bars {
      let outcome = barOutcome(bar)
      if let fault = outcome.fault { return ([], false, fault) }
      if outcome.mayHold { mayHold = true } else { holding += outcome.grounds.map { (bar, $0) } }
    }
    return (holding, mayHold, nil)
  }

  mutating func barOutcome(_ index: Int) -> BarOutcome {
    if let known = barHoldings[index] { return known }
    let outcome = computeBar(index)
    barHoldings[index] = outcome
    return outcome
  }

  private mutating func computeBar(_ index: Int) -> BarOutcome {
    let bar = program.bars[index]
    var outcome = BarOutcome()
    var open = false
    for (position, ground) in bar.grounds.enumerated() {
      switch holding(ground.condition, ground.optionalReads) {
      case .no: continue
      case .yes: outcome.grounds.append(position)
      case .maybe: open = true
      case .fault(let fault): return BarOutcome(fault: .fault(fault))
      }
    }
    if outcome.grounds.isEmpty && !open { return outcome }
    outcome.mayHold = outcome.grounds.isEmpty
    switch ways(bar.exceptions) {
    case .fault(let fault): return BarOutcome(fault: .fault(fault))
    case .possible(let all):
      if all.allSatisfy({ !$0.decision.isEmpty }) { return BarOutcome() }
      if all.count > 1 { outcome.mayHold = true }
      return outcome
    }
  }
}
