import RedressValues

extension Evaluator {
  /// The lines of an item, in the order of its list.
  mutating func lines(of index: Int) -> ArraySlice<LineOutcome> {
    let places = linePlaces(of: index)
    return lines[places]
  }

  /// Where the lines of an item stand among all.
  mutating func linePlaces(of index: Int) -> Range<Int> {
    if let known = itemLines[index] { return known }
    let places = computeLines(of: index)
    itemLines[index] = places
    return places
  }

  private mutating func computeLines(of index: Int) -> Range<Int> {
    switch holding(program.items[index].condition, program.items[index].conditionOptionalReads) {
    case .fault(let fault): return place(failed(.fault(fault), index, mayBeAbsent: false))
    case .no: return absent(index, .condition)
    case .yes: return arising(index, mayBeAbsent: false)
    case .maybe: return arising(index, mayBeAbsent: true)
    }
  }

  private func failed(_ fault: Value, _ index: Int, mayBeAbsent: Bool) -> LineOutcome {
    var line = LineOutcome(item: index, mayBeAbsent: mayBeAbsent)
    line.payable = fault
    return line
  }

  /// A claimed head without a line is one denied line; one that is not claimed is absent.
  private mutating func absent(_ index: Int, _ zero: LineOutcome.Zero) -> Range<Int> {
    guard facts.claimed[index] != nil else { return lines.count..<lines.count }
    var line = LineOutcome(item: index)
    line.zero = zero
    line.payment.remedy = nil
    return place(line)
  }

  /// Puts down the only line of an item.
  private mutating func place(_ line: LineOutcome) -> Range<Int> {
    var line = line
    judge(&line, claimed: facts.claimed[line.item])
    lines.append(line)
    return (lines.count - 1)..<lines.count
  }

  private mutating func arising(_ index: Int, mayBeAbsent: Bool) -> Range<Int> {
    guard let loop = program.items[index].loop else {
      var only = LineOutcome(item: index, mayBeAbsent: mayBeAbsent)
      fill(&only)
      return place(only)
    }
    var elements: [ItemElement] = []
    swap(&elements, &spareElements)
    defer { if elements.capacity > spareElements.capacity { swap(&elements, &spareElements) } }
    elements.removeAll(keepingCapacity: true)
    switch collect(elementsOf: loop, &elements) {
    case .fault(let fault): return place(failed(fault, index, mayBeAbsent: mayBeAbsent))
    case .open: return place(lineForAll(index))
    case .known:
      if elements.isEmpty { return absent(index, .noElement) }
      if program.items[index].mayShareOut { itemElements[index] = elements }
      return put(elements, index, loop.variable, mayBeAbsent: mayBeAbsent)
    }
  }

  /// Puts down a line for each element.
  private mutating func put(
    _ elements: [ItemElement], _ index: Int, _ variable: Int, mayBeAbsent: Bool
  ) -> Range<Int> {
    let outer = (variables[variable], positions[variable])
    defer { (variables[variable], positions[variable]) = outer }
    let claimed = elements.count == 1 ? facts.claimed[index] : nil
    let first = lines.count
    // Lines that come behind those of another item, whose amounts these ask for.
    var late: [LineOutcome] = []
    var areSure = true
    for (position, element) in elements.enumerated() {
      effort -= 50
      stand(at: element, position, of: variable)
      // Behind an element that may not count nobody can tell the place.
      areSure = areSure && element.isSure
      if !areSure { positions[variable] = 0 }
      var line = LineOutcome(item: index, row: element.row, element: element.place)
      line.mayBeAbsent = mayBeAbsent || !element.isSure
      line.position = positions[variable]
      fill(&line)
      judge(&line, claimed: claimed)
      if lines.count == first + position {
        lines.append(consume line)
      } else {
        late.append(consume line)
      }
    }
    return insert(late, at: first + elements.count - late.count, ofItemFrom: first)
  }

  /// Moves lines to those of the same item, and what stands there behind them.
  private mutating func insert(_ late: [LineOutcome], at place: Int, ofItemFrom first: Int) -> Range<Int> {
    if late.isEmpty { return first..<place }
    lines.insert(contentsOf: late, at: place)
    for item in itemLines.indices {
      guard let places = itemLines[item], places.lowerBound >= place else { continue }
      itemLines[item] = (places.lowerBound + late.count)..<(places.upperBound + late.count)
    }
    return first..<(place + late.count)
  }

  /// Puts a loop's variable at one of the elements an item makes lines for.
  mutating func stand(at element: ItemElement, _ position: Int, of variable: Int) {
    variables[variable] = element.row
    positions[variable] = Int32(clamping: position + 1)
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
  private mutating func fill(_ line: inout LineOutcome) {
    let index = line.item
    let bars = barsOfItem(index)
    line.bars = bars.holding
    line.mayBeBarred = bars.mayHold
    if let fault = bars.fault {
      line.payable = fault
      return
    }
    line.payment = payment(of: index)
    line.assessed = minorUnits(line.payment.amount, program.items[index].ruling.branch.span)
    if !line.bars.isEmpty {
      // A bar denies whatever the amount is, even one that cannot be computed.
      if line.assessed.isFault { line.assessed = .unknown(1) }
      line.zero = .bar
      return
    }
    switch line.payment.form {
    case .nothing:
      line.zero = .nothing
      return
    case .apology, .right: return
    case .amount: if line.payment.discretion != nil { holdToDiscretion(&line) }
    case .open: break
    }
    takeSteps(of: index, &line)
  }

  private mutating func takeSteps(of index: Int, _ line: inout LineOutcome) {
    var value = line.payment.amount
    var shown = line.assessed
    if isZero(shown), !value.isFault { line.zero = .base }
    if program.items[index].steps.isEmpty, case .number(let amount) = value, !amount.isNegative,
      case .amount = line.payment.form
    {
      line.payable = shown
      return
    }
    for position in program.items[index].steps.indices {
      if value.isFault { break }
      let step = program.items[index].steps[position]
      if case .borneBy = step.form { value = notBelowZero(value, ofItem: index) }
      let outcome = apply(step, to: value)
      value = outcome.value
      let after = minorUnits(value, step.branch.span)
      line.steps.append((position, outcome, shown, after))
      if line.zero == nil, isZero(after) { line.zero = .step(position) }
      if !isZero(after) { line.zero = nil }
      shown = after
    }
    let span = program.items[index].ruling.branch.span
    if case .open = line.payment.form { value = join([value, .number(.zero)], at: span) }
    line.payable = minorUnits(notBelowZero(value, ofItem: index), span)
  }

  @inline(__always)
  func isZero(_ value: Value) -> Bool { value.number?.isZero == true }

  /// Puts the status on a line; `claimed` is what is asked, where the item has this one line.
  private mutating func judge(_ line: inout LineOutcome, claimed: Rational?) {
    putStatus(on: &line, claimed: claimed)
    line.limited = line.payable
  }

  /// In the order of rule 29 of the reference.
  private mutating func putStatus(on line: inout LineOutcome, claimed: Rational?) {
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
      let assessed = line.assessed.number ?? possibility(line.assessed)?.low ?? payable
      line.status = payable < max(assessed, claimed ?? assessed) ? .reduced : .granted
    }
  }

  // MARK: Bars

  private mutating func barsOfItem(
    _ index: Int
  ) -> (holding: [(bar: Int, ground: Int)], mayHold: Bool, fault: Value?) {
    if program.items[index].bars.isEmpty { return ([], false, nil) }
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
    case .sure(let way): return way.decision.isEmpty ? outcome : BarOutcome()
    case .open(let all):
      if all.allSatisfy({ !$0.decision.isEmpty }) { return BarOutcome() }
      outcome.mayHold = true
      return outcome
    }
  }
}
