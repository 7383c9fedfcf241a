import RedressDiagnostics
import RedressValues

extension FlowChecker {
  /// Steps that surely never change anything, whatever the case; `range` is what comes in.
  mutating func lookForIdle(
    _ steps: [CheckedPolicy.Step], of name: String, from range: Interval, _ environment: TermBuilder.Environment,
    _ type: ValueType
  ) {
    guard case .quantity(let unit) = type, !builder.table.isExhausted else { return }
    var range = range
    for step in steps {
      if let why = idleness(of: step, range, environment, unit) {
        report(.idle(.step(step.span, name: name, why)))
      }
      range = builder.stepped(range, by: step, environment)
    }
  }

  private mutating func idleness(
    of step: CheckedPolicy.Step, _ range: Interval, _ environment: TermBuilder.Environment, _ unit: Unit
  ) -> IdleStep? {
    // With another value it may well do something.
    guard !step.exceptions.contains(where: \.value.isValue), let amount = step.form.amount else { return nil }
    if let constant = amount.constant {
      guard !owners.hasPlaceholders || !constant.isZero else { return nil }
      switch step.form {
      case .less, .plus: if constant.isZero { return .neutral }
      case .times: if constant == .one { return .neutral }
      case .nothingUnder, .nothingUpTo: if constant.isZero, range.isFromZero { return .neutral }
      // A floor of 0 is there to be sure.
      case .atLeast: if constant.isZero { return nil }
      default: break
      }
    }
    // What has a name of its own may be changed there.
    guard !amount.readsWhatIsWorkedOut else { return nil }
    var inside = environment
    inside.it = builder.table.opaque(range)
    let bound = builder.range(of: amount, inside, builder.requirements)
    switch step.form {
    case .atMost:
      guard let most = range.upper, let least = bound.lower, most < least, most.isPositive else { return nil }
      return .above(quantityText(most, unit: unit))
    case .atLeast:
      guard let least = range.lower, let most = bound.upper, most < least else { return nil }
      return .below(quantityText(least, unit: unit))
    case .nothingUnder, .nothingUpTo:
      guard let least = range.lower, let most = bound.upper, most < least else { return nil }
      return .below(quantityText(least, unit: unit))
    case .less, .plus, .times, .rounded, .borneBy, .onlyTheLargest: return nil
    }
  }
}

extension CheckedPolicy.StepOverride {
  fileprivate var isValue: Bool {
    switch self {
    case .value: true
    case .waived: false
    }
  }
}
