/// What a branch of a ruling or of a step says.
protocol RulingValue {
  /// The expressions in it that may build on the value without an exception.
  var amounts: [CheckedExpression] { get }
}

extension RulingValue {
  /// Whether `otherwise` stands in it.
  var buildsOnOtherwise: Bool { amounts.contains { $0.readsOtherwise } }
}

extension CheckedExpression: RulingValue {
  var amounts: [CheckedExpression] { [self] }
}

extension CheckedPolicy.Shares: RulingValue {
  var amounts: [CheckedExpression] { shares.compactMap(\.value) }
}

extension CheckedPolicy.Payment: RulingValue {
  var amounts: [CheckedExpression] {
    switch self {
    case .pay(let amount, by: _, let discretion):
      [amount] + (discretion.map { [$0.lower, $0.upper] } ?? [])
    case .share(let amount, let weight, by: _, let discretion):
      [amount, weight] + (discretion.map { [$0.lower, $0.upper] } ?? [])
    case .apology, .right, .nothing: []
    }
  }
}

extension CheckedPolicy.StepOverride: RulingValue {
  var amounts: [CheckedExpression] {
    switch self {
    case .value(let value): [value]
    case .waived: []
    }
  }
}

extension CheckedPolicy.Step.Form {
  /// The amount the step works with; `borne by` and `only the largest` have none.
  var amount: CheckedExpression? {
    switch self {
    case .atMost(let value), .atLeast(let value), .less(let value), .plus(let value), .times(let value),
      .nothingUnder(let value), .nothingUpTo(let value), .rounded(_, to: let value):
      value
    case .borneBy, .onlyTheLargest: nil
    }
  }
}
