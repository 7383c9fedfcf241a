import RedressValues

/// Names that every policy has.
enum BuiltInNames {
  /// The totals, which approvals, deadlines, notes and `always` may read.
  static let totals: [String: Total] = [
    "total_claimed": .claimed, "total_cash": .cash, "total_credit": .credit, "total_in_kind": .inKind,
    "total_payable": .payable, "total_recovered": .recovered, "total_net": .net,
  ]

  static let totalNames = [
    "total_claimed", "total_cash", "total_credit", "total_in_kind", "total_payable", "total_recovered", "total_net",
  ]

  static let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

  /// Whether the language has the name for itself.
  static func isTaken(_ name: String, by sort: DeclarationSort) -> Bool {
    guard sort == .unit else { return totals[name] != nil }
    return Unit.known(name) != nil || ["money", "number", "percent"].contains(name)
  }
}
