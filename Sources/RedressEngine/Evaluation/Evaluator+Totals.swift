import RedressValues

extension Evaluator {
  /// The sums over all lines, in the order of the items.
  mutating func sum(_ lines: [LineOutcome]) -> Value? {
    var outcome = TotalsOutcome()
    var failure: Value?
    func add(_ amount: Value, to total: Total, _ evaluator: inout Evaluator, _ node: NodeID) {
      let sum = evaluator.apply(.add, outcome.values[total] ?? .number(.zero), amount, node)
      if sum.isFault { failure = sum }
      outcome.values[total] = sum
    }
    do {
      for claim in facts.claimed { if let claim { outcome.claimed = try outcome.claimed + claim } }
      for line in lines {
        let item = program.items[line.item]
        if line.status == .pending { outcome.isComplete = false }
        if item.owedBy != nil { continue }
        let node = item.anchor
        for total in totals(of: line, item) {
          let isSure = total.isSure
          add(
            isSure ? line.payable : join([.number(.zero), line.payable], at: item.span), to: total.total, &self, node)
        }
        guard line.status != .pending, let payable = line.payable.number else { continue }
        switch line.payment.remedy {
        case .cash: outcome.cash = try outcome.cash + payable
        case .credit: outcome.credit = try outcome.credit + payable
        case .reshipment, .replacement, .repair, .voucher: outcome.inKind = try outcome.inKind + payable
        case nil: break
        }
      }
    } catch {
      return fault(.overflow(at: program.items[0].span))
    }
    outcome.values[.claimed] = .number(outcome.claimed)
    totals = outcome
    return failure
  }

  /// The totals a line counts in; unsure while its remedy is open.
  private func totals(of line: LineOutcome, _ item: Program.Item) -> [(total: Total, isSure: Bool)] {
    var result: [(total: Total, isSure: Bool)] = [
      (.payable, true), (.net, true), (.ofClass(item.itemClass), true), (.toParty(item.payee), true),
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
}

extension Program.Item {
  /// The node sums over this item's lines are reported at.
  var anchor: NodeID {
    if case .pay(let node, _) = ruling.base { node } else { condition ?? NodeID(0) }
  }
}
