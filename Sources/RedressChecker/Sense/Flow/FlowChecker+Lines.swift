import RedressDiagnostics
import RedressValues

/// What makes lines, refuses and limits them.
extension FlowChecker {
  mutating func walk(_ item: CheckedPolicy.Item) {
    let before = doubts
    var place = Place()
    if let condition = item.condition {
      judge(condition, .item(item.name), item.conditionOptionalReads, place)
      place = place.assuming(condition)
    }
    // What is shared out knows nothing of the elements.
    let outside = place
    if let loop = item.loop { place = walk(loop, place) }
    walk(item.label, place)
    walk(item.owedBy, place)
    // Each branch of a payment is looked at by itself.
    place.otherwise = .fromZero
    let isLifted = item.steps.contains { $0.keepsFromZero }
    var range: Interval?
    walk(item.ruling, place) { checker, payment, place in
      checker.walk(payment, place, outside, isLifted: isLifted)
      guard !item.steps.isEmpty else { return }
      let amounts = checker.amounts(of: payment, place)
      range = range?.joining(amounts) ?? amounts
    }
    let isReadable = doubts == before
    place.otherwise = .everything
    walk(item.steps, place)
    guard isReadable, let range, let money = owners.money else { return }
    lookForIdle(item.steps, of: item.name, from: range, .init(), .quantity(money))
  }

  /// What a payment is made of.
  private mutating func walk(
    _ payment: CheckedPolicy.Payment, _ place: Place, _ outside: Place, isLifted: Bool
  ) {
    switch payment {
    case .pay(let amount, by: let rule, let discretion):
      // What is wrong inside the amount may be all that is wrong with it.
      if isClear(amount, place), !isLifted { requireFromZero(amount, place) }
      walk(rule, place)
      walk(discretion, place)
    case .share(let amount, let weight, by: let rule, let discretion):
      var shared = outside
      shared.conditions = place.conditions.filter { !$0.0.readsElements }
      shared.otherwise = place.otherwise
      if isClear(amount, shared), !isLifted { requireFromZero(amount, shared) }
      if isClear(weight, place) { requireFromZero(weight, .weight, place) }
      walk(rule, place)
      walk(discretion, place)
    case .right(let text): walk(text, place)
    case .apology, .nothing: break
    }
  }

  /// What a payment can come to.
  private mutating func amounts(of payment: CheckedPolicy.Payment, _ place: Place) -> Interval {
    switch payment {
    case .pay(let amount, by: _, nil): range(of: amount, place)
    case .pay, .share: .everything
    case .right, .apology, .nothing: .point(.zero)
    }
  }

  private mutating func walk(_ rule: CheckedPolicy.RemedyRule?, _ place: Place) {
    if case .decided(let value, _)? = rule { walk(value, place) }
  }

  private mutating func walk(_ discretion: CheckedPolicy.Discretion?, _ place: Place) {
    guard let discretion else { return }
    let before = doubts
    walk(discretion.lower, place)
    walk(discretion.upper, place)
    guard doubts == before, !owners.hasPlaceholders, let money = owners.money,
      let lower = range(of: discretion.lower, place).lower, let upper = range(of: discretion.upper, place).upper,
      lower > upper
    else { return }
    report(
      .idle(
        .emptyDiscretion(
          discretion.span, lower: quantityText(lower, unit: money), upper: quantityText(upper, unit: money))))
  }

  mutating func walk(_ shares: CheckedPolicy.Shares, _ place: Place) {
    for share in shares.shares {
      guard let value = share.value, isClear(value, place) else { continue }
      requireFromZero(value, shares.isInProportion ? .weight : .share, place)
    }
  }

  mutating func walk(_ bar: CheckedPolicy.Bar) {
    walk(bar.label, Place())
    for ground in bar.grounds {
      judge(ground.condition, .ground(bar: bar.name), ground.optionalReads, Place())
      walk(ground.reasons, Place().assuming(ground.condition))
    }
    for exception in bar.exceptions {
      judge(exception, Place())
      walk(exception.reasons, Place().assuming(exception.condition))
    }
  }

  mutating func walk(_ limit: CheckedPolicy.Limit) {
    var place = Place()
    if let loop = limit.loop { place = walk(loop, place) }
    walk(limit.label, place)
    // Lines carry nothing below zero.
    place.it = .fromZero
    let before = doubts
    walk(limit.steps, place)
    guard doubts == before, let money = owners.money else { return }
    lookForIdle(limit.steps, of: limit.name, from: .fromZero, .init(), .quantity(money))
    let isSingle =
      !owners.hasPlaceholders && limit.loop == nil && limit.items.count == 1 && policy.items[limit.items[0]].loop == nil
    for step in limit.steps {
      if isSingle, case .onlyTheLargest = step.form {
        report(.idle(.step(step.span, name: limit.name, .single)))
      }
    }
  }

  mutating func walk(_ recourse: CheckedPolicy.Recourse) {
    var place = Place()
    walk(recourse.label, place)
    if let condition = recourse.condition {
      judge(condition, .recourse(recourse.name), recourse.optionalReads, place)
      place = place.assuming(condition)
    }
    place.otherwise = .fromZero
    walk(recourse.ruling, place) { checker, value, place in
      if checker.isClear(value, place) { checker.requireFromZero(value, .recourse, place) }
    }
    place.otherwise = .everything
    place.it = .fromZero
    walk(recourse.steps, place)
  }

  mutating func walk(_ authority: CheckedPolicy.Authority) {
    walk(authority.sum, Place())
    for level in authority.levels {
      walk(level.label, Place())
      walk(level.reasons, Place())
    }
  }

  mutating func walk(_ conditional: CheckedPolicy.Conditional, as role: ConditionRole) {
    judge(conditional.condition, role, conditional.optionalReads, Place())
    walk(conditional.reasons, Place().assuming(conditional.condition))
    walk(conditional.label, Place().assuming(conditional.condition))
  }

  mutating func walk(_ requirement: CheckedPolicy.Requirement, as role: ConditionRole) {
    judge(requirement.condition, role, requirement.optionalReads, Place())
    walk(requirement.reasons, Place())
  }

  /// Every row where its cells are met.
  mutating func walk(_ table: CheckedPolicy.Table, _ index: Int) {
    var place = Place()
    place.owner = .table(index)
    for row in table.editions.flatMap(\.rows) {
      guard case .value(let value) = row.result, value.constant == nil || row.reasons.because != nil else { continue }
      var inside = place
      for (position, cell) in row.cells.enumerated() where table.parameters.indices.contains(position) {
        inside.conditions += cell.conditions(on: position, table.parameters[position].type, row.span)
      }
      walk(value, inside)
      walk(row.reasons, inside)
    }
    guard let otherwise = table.otherwise else { return }
    if case .value(let value) = otherwise.result { walk(value, place) }
    walk(otherwise.reasons, place)
  }

  mutating func walk(_ tiers: CheckedPolicy.Tiers, _ index: Int) {
    var place = Place()
    place.owner = .tiers(index)
    for band in tiers.bands {
      walk(band.rate, place)
      walk(band.reasons, place)
    }
  }
}

extension CheckedExpression {
  /// Whether it speaks of an element of a list.
  fileprivate var readsElements: Bool {
    contains {
      switch $0.form {
      case .field, .variable, .position: true
      default: false
      }
    }
  }
}

extension CheckedPolicy.Step {
  /// Whether nothing below zero is left after it.
  var keepsFromZero: Bool {
    guard condition == nil, exceptions.isEmpty, optionalReads.isEmpty else { return false }
    switch form {
    case .atLeast, .less, .nothingUnder, .nothingUpTo: return true
    case .atMost, .plus, .times, .rounded, .borneBy, .onlyTheLargest: return false
    }
  }
}

extension TableCell {
  /// What is known of a parameter where the cell is met.
  fileprivate func conditions(on parameter: Int, _ type: ValueType, _ span: Span) -> [(CheckedExpression, Bool)] {
    let subject = CheckedExpression(.parameter(parameter), type, span)
    func compared(_ comparison: Comparison, _ value: Rational) -> (CheckedExpression, Bool) {
      (.init(.compare(comparison, subject, .init(.number(value), type, span)), .yesOrNo, span), true)
    }
    switch self {
    case .any: return []
    case .range(let lower, let excludesLower, let upper, let excludesUpper):
      return (lower.map { [compared(excludesLower ? .greater : .greaterOrEqual, $0)] } ?? [])
        + (upper.map { [compared(excludesUpper ? .less : .lessOrEqual, $0)] } ?? [])
    case .values(let values):
      guard values.count < 20 else { return [] }
      let others = values.map { CheckedExpression(.number($0), type, span) }
      return [(.init(.oneOf(subject, isNegated: false, others), .yesOrNo, span), true)]
    }
  }
}
