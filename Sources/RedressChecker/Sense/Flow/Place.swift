import RedressValues

/// What is known where an expression stands.
struct Place {
  /// Conditions, each with whether it holds.
  var conditions: [(CheckedExpression, Bool)] = []
  var elements: [(list: CheckedLoop.List, variable: Int)] = []
  /// Whose parameters may be read.
  var owner: ParameterOwner?
  /// What the value without an exception can be.
  var otherwise = Interval.everything
  /// What the value reached can be.
  var it = Interval.everything

  func assuming(_ condition: CheckedExpression, _ isTrue: Bool = true) -> Place {
    var place = self
    place.conditions.append((condition, isTrue))
    return place
  }
}
