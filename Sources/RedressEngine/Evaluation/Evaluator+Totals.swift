import RedressValues

extension Evaluator {
  /// The sums over all lines after all limits, in the order of the items, and what is recovered of them.
  ///
  /// - Returns: the fault of a sum that cannot be computed.
  mutating func sum(_ lines: [LineOutcome]) -> Value? {
    var outcome = TotalsOutcome()
    do {
      for claim in facts.claimed { if let claim { outcome.claimed = try outcome.claimed + claim } }
      for line in lines {
        if line.status == .pending { outcome.isComplete = false }
        if program.items[line.item].owedBy != nil { continue }
        guard line.status != .pending, let payable = line.limited.number else { continue }
        switch line.payment.remedy {
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
    outcome.values[.claimed] = .number(outcome.claimed)
    if let fault = addUp(lines, &outcome) { return fault }
    totals = outcome
    return nil
  }

  /// What rules may ask for.
  private mutating func addUp(_ lines: [LineOutcome], _ outcome: inout TotalsOutcome) -> Value? {
    guard let anchor = program.items.first?.anchor else { return nil }
    var counted: [Total: [Int]] = [:]
    var unsure: [Total: Set<Int>] = [:]
    for (position, line) in lines.enumerated() where program.items[line.item].owedBy == nil {
      for (total, isSure) in totals(of: line, program.items[line.item]) {
        counted[total, default: []].append(position)
        if !isSure { unsure[total, default: []].insert(position) }
      }
    }
    for (total, positions) in counted {
      let sum = sum(of: positions, lines, anchor, unsure: unsure[total] ?? [])
      if sum.isFault { return sum }
      outcome.values[total] = sum
    }
    var recovered = Value.number(.zero)
    for recourse in recourses { recovered = apply(.add, recovered, recourse.amount, anchor) }
    let net = apply(.subtract, outcome.values[.payable] ?? .number(.zero), recovered, anchor)
    outcome.values[.recovered] = recovered
    outcome.values[.net] = net
    return [recovered, net].first(where: \.isFault)
  }

  /// What some lines come to together after all limits; `unsure` are those that may not count.
  mutating func sum(
    of positions: [Int], _ lines: [LineOutcome], _ node: NodeID, unsure: Set<Int> = []
  ) -> Value {
    var sum = Value.number(.zero)
    var left = Set(positions).subtracting(unsure)
    // What a limit leaves of several lines together says more than what it leaves of each.
    for group in limits.sums where group.lines.isSubset(of: left) {
      sum = apply(.add, sum, value(group.sum), node)
      left.subtract(group.lines)
    }
    for position in positions {
      let amount = lines[position].limited
      if left.contains(position) {
        sum = apply(.add, sum, amount, node)
      } else if unsure.contains(position) {
        sum = apply(.add, sum, join([.number(.zero), amount], at: span(node)), node)
      }
      if sum.isFault { return sum }
    }
    return sum
  }

  /// The totals a line counts in; unsure while its remedy is open.
  private func totals(of line: LineOutcome, _ item: Program.Item) -> [(total: Total, isSure: Bool)] {
    var result: [(total: Total, isSure: Bool)] = [
      (.payable, true), (.ofClass(item.itemClass), true), (.toParty(item.payee), true),
    ]
    switch line.payment.remedy {
    case .cash: result.append((.cash, true))
    case .credit: result.append((.credit, true))
    case .reshipment, .replacement, .repair, .voucher: result.append((.inKind, true))
    case nil:
      if line.status == .pending { result += [(.cash, false), (.credit, false), (.inKind, false)] }
    }
    return result
  }

  mutating func total(_ total: Total) -> Value {
    totals?.values[total] ?? .number(.zero)
  }

  /// What an item's lines come to after all limits.
  mutating func payable(of item: Int, _ node: NodeID) -> Value {
    var result = Value.number(.zero)
    for line in lines(of: item) {
      if line.limited.isFault { return line.limited }
      result = apply(.add, result, line.limited, node)
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
