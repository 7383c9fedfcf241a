import RedressValues

extension Evaluator {
  /// The sums over all lines after all limits, in the order of the items, and what is recovered of them.
  ///
  /// - Returns: the fault of a sum that cannot be computed.
  mutating func takeTotals() -> Value? {
    var outcome = TotalsOutcome()
    do {
      for claim in facts.claimed { if let claim { outcome.claimed = try outcome.claimed + claim } }
      for position in lines.indices {
        if lines[position].status == .pending { outcome.isComplete = false }
        if program.items[lines[position].item].owedBy != nil { continue }
        guard lines[position].status != .pending, let payable = lines[position].limited.number else { continue }
        switch lines[position].payment.remedy {
        case .cash: outcome.cash = try outcome.cash + payable
        case .credit: outcome.credit = try outcome.credit + payable
        case .reshipment, .replacement, .repair, .voucher: outcome.inKind = try outcome.inKind + payable
        case nil: break
        }
      }
      for recourse in recourses {
        if let amount = recourse.amount.number {
          outcome.recovered = try outcome.recovered + amount
        } else {
          outcome.isComplete = false
        }
      }
    } catch {
      return program.items.first.map { fault(.overflow(at: $0.span)) }
    }
    if let fault = addUp(&outcome) { return fault }
    totals = outcome
    return nil
  }

  /// What rules may ask for: what is payable and what remains of it in any case, the rest where a rule does ask.
  private mutating func addUp(_ outcome: inout TotalsOutcome) -> Value? {
    guard let anchor = program.items.first?.anchor else { return nil }
    let payable = sum(of: .payable, anchor)
    if payable.isFault { return payable }
    var recovered = Value.number(.zero)
    for recourse in recourses { recovered = apply(.add, recovered, recourse.amount, anchor) }
    let net = apply(.subtract, payable, recovered, anchor)
    if recovered.isFault { return recovered }
    if net.isFault { return net }
    if program.totals.isEmpty { return nil }
    outcome.values = [
      .claimed: .number(outcome.claimed), .payable: payable, .recovered: recovered, .net: net,
    ]
    for total in program.totals where outcome.values[total] == nil {
      let sum = sum(of: total, anchor)
      if sum.isFault { return sum }
      outcome.values[total] = sum
    }
    return nil
  }

  /// A sum over the lines that count in it.
  private mutating func sum(of total: Total, _ anchor: NodeID) -> Value {
    var positions: [Int] = []
    var unsure: Set<Int> = []
    var sum = Value.number(.zero)
    for position in lines.indices {
      guard let isSure = counts(position, in: total) else { continue }
      if limits.sums.isEmpty {
        sum = apply(.add, sum, amount(of: position, isSure: isSure, anchor), anchor)
        if sum.isFault { return sum }
      } else {
        positions.append(position)
        if !isSure { unsure.insert(position) }
      }
    }
    return limits.sums.isEmpty ? sum : self.sum(of: positions, anchor, unsure: unsure)
  }

  /// What some lines come to together after all limits; `unsure` are those that may not count.
  mutating func sum(of positions: [Int], _ node: NodeID, unsure: Set<Int> = []) -> Value {
    var sum = Value.number(.zero)
    var left = Set(positions).subtracting(unsure)
    // What a limit leaves of several lines together says more than what it leaves of each.
    for group in limits.sums where group.lines.isSubset(of: left) {
      sum = apply(.add, sum, value(group.sum), node)
      left.subtract(group.lines)
    }
    for position in positions {
      let isSure = left.contains(position)
      if isSure || unsure.contains(position) {
        sum = apply(.add, sum, amount(of: position, isSure: isSure, node), node)
      }
      if sum.isFault { return sum }
    }
    return sum
  }

  /// What is payable of a line after all limits, or nothing where it may not count.
  private mutating func amount(of position: Int, isSure: Bool, _ node: NodeID) -> Value {
    let amount = lines[position].limited
    return isSure ? amount : join([.number(.zero), amount], at: span(node))
  }

  /// Whether a line counts in a total for certain; unsure while its remedy is open, nil where it does not count.
  @inline(__always)
  private func counts(_ position: Int, in total: Total) -> Bool? {
    let item = lines[position].item
    if program.items[item].owedBy != nil { return nil }
    let holds: Bool
    switch total {
    case .payable: holds = true
    case .ofClass(let itemClass): holds = program.items[item].itemClass == itemClass
    case .toParty(let party): holds = program.items[item].payee == party
    case .claimed, .recovered, .net: holds = false
    case .cash, .credit, .inKind:
      guard let remedy = lines[position].payment.remedy else { return lines[position].status == .pending ? false : nil }
      switch remedy {
      case .cash: holds = total == .cash
      case .credit: holds = total == .credit
      case .reshipment, .replacement, .repair, .voucher: holds = total == .inKind
      }
    }
    return holds ? true : nil
  }

  mutating func total(_ total: Total) -> Value {
    totals?.values[total] ?? .number(.zero)
  }

  /// What an item's lines come to after all limits.
  mutating func payable(of item: Int, _ node: NodeID) -> Value {
    var result = Value.number(.zero)
    for position in linePlaces(of: item) {
      let limited = lines[position].limited
      if limited.isFault { return limited }
      result = apply(.add, result, limited, node)
    }
    return result
  }
}

extension Program.Item {
  /// The node sums over this item's lines are reported at.
  var anchor: NodeID {
    switch ruling.base {
    case .pay(let node, _, _), .share(let node, _, _, _): node
    case .apology, .right, .nothing: condition ?? NodeID(0)
    }
  }
}
