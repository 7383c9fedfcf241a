import RedressValues

/// What a split comes to: a portion for each party, in the order written.
struct SplitValue {
  var fault: Value?
  /// Nil while an unknown fact leaves it open.
  var known: [(party: Int, portion: Rational)]?
  /// While it is open: by party, what its portion can be.
  var ranges: [Int: Possibility] = [:]
  /// The exceptions that decided it; nil while that is open.
  var decision: Decision?

  /// What a party's portion can be; nothing for a party that bears no share.
  func range(ofParty party: Int) -> Possibility {
    if let known {
      return .point(known.first { $0.party == party }?.portion ?? .zero, isOrdinal: false)
    }
    return ranges[party] ?? .point(.zero, isOrdinal: false)
  }
}

extension Evaluator {
  mutating func splitValue(_ index: Int) -> SplitValue {
    if let known = splitValues[index] { return known }
    let value = computeSplit(index)
    splitValues[index] = value
    return value
  }

  mutating func share(ofParty party: Int, in split: Int) -> Value {
    let outcome = splitValue(split)
    if let fault = outcome.fault { return fault }
    return value(outcome.range(ofParty: party))
  }

  private mutating func computeSplit(_ index: Int) -> SplitValue {
    let split = program.splits[index]
    switch ways(split.ruling.exceptions) {
    case .fault(let fault): return SplitValue(fault: .fault(fault))
    case .sure(let way): return agreed(way.decision, of: split)
    case .open(let all):
      var outcomes: [SplitValue] = []
      var left: [Way] = []
      var failure: Value?
      for way in all {
        let outcome = agreed(way.decision, of: split)
        if let fault = outcome.fault {
          failure = fault
        } else {
          outcomes.append(outcome)
          left.append(way)
        }
      }
      guard let first = outcomes.first else { return SplitValue(fault: failure) }
      var result = joined(outcomes, first)
      if result.known != nil { result.decision = left.speaking }
      return result
    }
  }

  /// The portions that decisive exceptions agree on, or the conflict between two that do not.
  private mutating func agreed(_ decision: Decision, of split: Program.Split) -> SplitValue {
    guard let first = decision.first else { return base(of: split) }
    let result = portions(split.ruling.exceptions[first].value, of: split, decision)
    if result.fault != nil { return result }
    for index in decision.dropFirst() {
      let other = portions(split.ruling.exceptions[index].value, of: split, decision)
      if other.fault != nil { return other }
      guard let known = result.known, let otherKnown = other.known else { continue }
      let parties = Set(known.map(\.party)).union(otherKnown.map(\.party))
      let agree = parties.allSatisfy { party in
        isSame(value(result.range(ofParty: party)), value(other.range(ofParty: party)))
      }
      if agree { continue }
      return SplitValue(
        fault: fault(
          .conflict(
            ruling: split.name, side(known, split.ruling.exceptions[first].branch),
            side(otherKnown, split.ruling.exceptions[index].branch))))
    }
    return result
  }

  /// The portions of the base, or of the base branches that remain possible where the day is not known.
  private mutating func base(of split: Program.Split) -> SplitValue {
    switch bases(of: split.ruling, on: nil) {
    case .fault(let index): return SplitValue(fault: .fault(index))
    case .possible(let positions):
      var outcomes: [SplitValue] = []
      var failure: SplitValue?
      for position in positions {
        let outcome = portions(split.ruling.base(at: position), of: split, [])
        if outcome.fault == nil { outcomes.append(outcome) } else { failure = failure ?? outcome }
      }
      guard let first = outcomes.first else { return failure ?? SplitValue() }
      if outcomes.count == 1 { return first }
      var result = joined(outcomes, first)
      if result.known != nil { result.decision = [] }
      return result
    }
  }

  private func side(_ known: [(party: Int, portion: Rational)], _ branch: Program.Branch) -> Refusal.Side {
    let shares = known.map { program.parties[$0.party].name + " " + quantityText($0.portion, unit: .percent) }
    return Refusal.Side(name: branch.name, value: shares.joined(separator: ", "), span: branch.span)
  }

  private mutating func joined(_ outcomes: [SplitValue], _ first: SplitValue) -> SplitValue {
    var ranges: [Int: Possibility] = [:]
    var isSettled = true
    for party in program.parties.indices {
      var range = first.range(ofParty: party)
      for outcome in outcomes.dropFirst() { range = range.joined(with: outcome.range(ofParty: party)) }
      if range.low == nil || range.low != range.high { isSettled = false }
      ranges[party] = range
    }
    return SplitValue(known: isSettled ? first.known : nil, ranges: ranges, decision: nil)
  }

  private mutating func portions(
    _ shares: Program.Shares, of split: Program.Split, _ decision: Decision
  ) -> SplitValue {
    var values: [Value] = []
    var total = Value.number(.zero)
    for share in shares.shares {
      guard let node = share.value else {
        values.append(.number(.zero))
        continue
      }
      let value = evaluate(node)
      if value.isFault { return SplitValue(fault: value) }
      if let number = value.number, number.isNegative {
        return SplitValue(
          fault: fault(
            .shareBelowZero(
              split: split.name, party: program.parties[share.party].name,
              value: number.decimalText(upTo: 6), at: span(node))))
      }
      values.append(value)
      total = apply(.add, total, value, node)
      if total.isFault { return SplitValue(fault: total) }
    }
    guard let sum = total.number else { return open(shares, values, decision) }
    return known(shares, of: split, values.map { $0.number ?? .zero }, sum, decision)
  }

  private mutating func known(
    _ shares: Program.Shares, of split: Program.Split, _ values: [Rational], _ sum: Rational, _ decision: Decision
  ) -> SplitValue {
    let takesRest = shares.shares.contains { $0.value == nil }
    if shares.isInProportion {
      if sum.isZero { return SplitValue(fault: fault(.noWeight(split: split.name, at: shares.span))) }
    } else if takesRest ? sum > .one : sum != .one {
      return SplitValue(
        fault: fault(
          .sharesNotWhole(split: split.name, total: quantityText(sum, unit: .percent), at: shares.span)))
    }
    do {
      var portions: [(party: Int, portion: Rational)] = []
      for (share, value) in zip(shares.shares, values) {
        let portion =
          shares.isInProportion ? try value / sum : share.value == nil ? try Rational.one - sum : value
        portions.append((share.party, portion))
      }
      return SplitValue(known: portions, decision: decision)
    } catch {
      return SplitValue(fault: fault(.overflow(at: shares.span)))
    }
  }

  /// Portions that depend on unknown facts: each between nothing and the whole, narrower where a percentage is known.
  private mutating func open(_ shares: Program.Shares, _ values: [Value], _ decision: Decision) -> SplitValue {
    let whole = Possibility(low: .zero, high: .one, isOrdinal: false)
    var ranges: [Int: Possibility] = [:]
    for (share, value) in zip(shares.shares, values) {
      guard !shares.isInProportion, share.value != nil, let range = possibility(value) else {
        ranges[share.party] = whole
        continue
      }
      ranges[share.party] = range.larger(.point(.zero, isOrdinal: false)).smaller(.point(.one, isOrdinal: false))
    }
    return SplitValue(known: nil, ranges: ranges, decision: decision)
  }
}
