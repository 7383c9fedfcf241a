extension CheckedExpression {
  /// Whether `otherwise` stands in it.
  var readsOtherwise: Bool { contains { if case .otherwise = $0.form { true } else { false } } }
  /// Whether `it` stands in it.
  var readsIt: Bool { contains { if case .it = $0.form { true } else { false } } }

  /// Whether this expression or one inside it is such a one.
  func contains(where matches: (CheckedExpression) -> Bool) -> Bool {
    matches(self) || parts.contains { $0.contains(where: matches) }
  }

  /// The expressions it is made of.
  var parts: [CheckedExpression] {
    switch form {
    case .number, .ordinal, .date, .time, .text, .fact, .detail, .variable, .field, .parameter, .parameterField,
      .definition, .choice, .caseDate, .position, .it, .otherwise, .shareOf, .itemAmount, .total:
      []
    case .call(_, let arguments), .table(_, let arguments): arguments
    case .callOn(_, let arguments, let day), .tableOn(_, let arguments, let day): arguments + [day]
    case .definitionOn(_, let day): [day]
    case .tiers(_, let amount): [amount]
    case .largest(let values), .smallest(let values): values
    case .negate(let inner), .not(let inner), .weekday(let inner), .dateOf(let inner), .stated(let inner): [inner]
    case .add(let left, let right), .subtract(let left, let right), .multiply(let left, let right),
      .divide(let left, let right), .reduced(let left, by: let right), .increased(let left, by: let right),
      .and(let left, let right), .or(let left, let right), .compare(_, let left, let right),
      .rounded(let left, _, to: let right), .forEvery(let left, _, of: let right, _),
      .shifted(let left, _, _, let right),
      .difference(let left, let right), .elapsed(_, _, from: let left, to: let right),
      .accrued(_, from: let left, to: let right, over: _), .shiftedBusinessDays(let left, _, let right, _),
      .businessDays(from: let left, to: let right, calendar: _):
      [left, right]
    case .oneOf(let subject, _, let others): [subject] + others
    case .aggregate(_, let body, let loop): [body] + (loop.condition.map { [$0] } ?? [])
    case .count(let loop), .any(let loop): loop.condition.map { [$0] } ?? []
    }
  }
}
