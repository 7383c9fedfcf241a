import RedressValues

/// Who has to agree, what is due, and what a person should know.
extension Evaluator {
  /// Approvals or notes that hold or may hold.
  mutating func remarks(
    _ conditionals: [Program.Conditional], _ detail: QuoteDetail, _ waiting: inout [NeedKey: [String]]
  ) throws(Refusal) -> [Proposal.Remark] {
    var result: [Proposal.Remark] = []
    for conditional in conditionals {
      let holding = holding(conditional.condition, conditional.optionalReads)
      let isUncertain: Bool
      switch holding {
      case .no: continue
      case .fault(let index): throw refusal(index)
      case .yes: isUncertain = false
      case .maybe:
        isUncertain = true
        note(needs(of: [conditional.condition]), for: conditional.name, &waiting)
      }
      if detail == .codes { continue }
      result.append(
        Proposal.Remark(
          name: conditional.name, label: filled(conditional.label), reason: filled(conditional.reasons.because),
          citations: conditional.reasons.citations.map(citation), isUncertain: isUncertain))
    }
    return result
  }

  mutating func deadlines(
    _ detail: QuoteDetail, _ waiting: inout [NeedKey: [String]]
  ) throws(Refusal) -> [Proposal.Deadline] {
    var result: [Proposal.Deadline] = []
    for (index, deadline) in program.deadlines.enumerated() {
      let type = deadline.isTime ? ValueType.time : .date
      let outcome = outcome(of: deadline.ruling, as: .deadline(index), showing: type)
      var at: String?
      var needed: Set<NeedKey> = []
      switch outcome.value {
      case .fault(let index): throw refusal(index)
      case .ordinal(let ordinal):
        at = deadline.isTime ? CivilTime(minuteNumber: Int(ordinal)).isoText : shown(.ordinal(ordinal), .date)
      default:
        needed = needs(ofDeadline: index)
        note(needed, for: deadline.name, &waiting)
      }
      if detail == .codes { continue }
      let texts = reasons(branches(outcome.decision, of: deadline.ruling))
      result.append(
        Proposal.Deadline(
          name: deadline.name, label: filled(deadline.label), at: at, needs: needed.sorted().map(need),
          reason: texts.reason, citations: texts.citations))
    }
    return result
  }

  /// Of every authority the first level that covers its sum; of a sum that is not known, that of the most it can be.
  mutating func authorities(
    _ detail: QuoteDetail, _ waiting: inout [NeedKey: [String]]
  ) throws(Refusal) -> [Proposal.Remark] {
    var result: [Proposal.Remark] = []
    for authority in program.authorities where !isAbsent(authority.optionalReads) {
      let sum = evaluate(authority.sum)
      if case .fault(let index) = sum { throw refusal(index) }
      guard let range = possibility(sum) else { continue }
      guard let position = authority.levels.firstIndex(where: { $0.cell.covers(most: range.high) }) else { continue }
      let level = authority.levels[position]
      let isCertain =
        level.cell.match(range) == .yes
        && authority.levels[..<position].allSatisfy { $0.cell.match(range) == .no }
      if !isCertain { note(needs(of: [authority.sum]), for: level.name, &waiting) }
      if detail == .codes { continue }
      result.append(
        Proposal.Remark(
          name: level.name, label: filled(level.label), reason: filled(level.reasons.because),
          citations: level.reasons.citations.map(citation), isUncertain: !isCertain))
    }
    return result
  }
}

extension TableCell {
  /// Whether it covers the most a sum can be; nil is beyond all bounds.
  fileprivate func covers(most: Rational?) -> Bool {
    if let most { return covers(most) }
    return switch self {
    case .any, .range(_, _, nil, _): true
    case .range, .values: false
    }
  }
}
