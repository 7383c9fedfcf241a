package import RedressValues

extension Program {
  /// A side of `largest of (…)` or `smallest of (…)`.
  package struct Alternative: Sendable {
    /// As the rules would write it: `10% of price`.
    package let text: String
    package let type: ValueType

    package init(text: String, type: ValueType) {
      self.text = text
      self.type = type
    }
  }

  /// The nodes an operation works on directly, in the order they are written; loops give their condition and body.
  package func operands(of node: NodeID) -> [NodeID] {
    switch nodes[Int(node.index)] {
    case .number, .ordinal, .text, .fact, .detail, .variable, .field, .parameter, .parameterField, .definition, .choice,
      .caseDate, .position, .it, .otherwise, .share, .itemAmount, .total:
      []
    case .call(_, let range), .table(_, let range), .largest(let range), .smallest(let range):
      Array(operands[range.indices])
    case .callOn(_, let range, let day), .tableOn(_, let range, let day): operands[range.indices] + [day]
    case .add(let left, let right), .subtract(let left, let right), .multiply(let left, let right),
      .divide(let left, let right), .reduced(let left, let right), .increased(let left, let right),
      .and(let left, let right), .or(let left, let right), .compare(_, let left, let right),
      .rounded(let left, _, let right), .shiftDate(let left, _, let right), .shiftTime(let left, _, let right),
      .shiftMonths(let left, _, _, let right), .dateDifference(let left, let right),
      .timeDifference(let left, let right), .elapsed(_, _, let left, let right), .forEvery(let left, _, let right, _),
      .shiftBusinessDays(let left, _, let right, _, _), .businessDays(let left, let right, _),
      .accrued(_, let left, let right, _):
      [left, right]
    case .negate(let operand), .not(let operand), .weekday(let operand), .dateOf(let operand), .stated(let operand),
      .definitionOn(_, let operand), .tiers(_, let operand):
      [operand]
    case .oneOf(let operand, _, let range): [operand] + operands[range.indices]
    case .aggregate(_, let body, let loop, _): [loops[Int(loop)].condition, body].compactMap { $0 }
    case .count(let loop), .any(let loop): [loops[Int(loop)].condition].compactMap { $0 }
    }
  }

  /// Whether nothing has a name or a loop of its own here: there are only the operands to look at.
  func isPlain(_ node: NodeID) -> Bool {
    switch nodes[Int(node.index)] {
    case .number, .ordinal, .text, .add, .subtract, .multiply, .divide, .reduced, .increased, .negate, .not, .compare,
      .oneOf, .rounded, .forEvery, .shiftDate, .shiftTime, .shiftMonths, .shiftBusinessDays, .businessDays,
      .dateDifference, .timeDifference, .elapsed, .weekday, .dateOf:
      true
    default: false
    }
  }

  /// The loop of an aggregate.
  package func loop(of node: NodeID) -> Loop? {
    switch nodes[Int(node.index)] {
    case .aggregate(_, _, let loop, _), .count(let loop), .any(let loop): loops[Int(loop)]
    default: nil
    }
  }

  /// Whether a text that shows this node would show something private.
  func readsPrivate(_ node: NodeID) -> Bool {
    switch nodes[Int(node.index)] {
    case .fact(let fact): schema.facts[Int(fact)].isPrivate
    case .detail(let detail): schema.details[Int(detail)].isPrivate
    case .field(let variable, let field):
      schema.records[variableRecords[Int(variable)]].fields[Int(field)].isPrivate
    case .parameterField(_, let record, let field): schema.records[Int(record)].fields[Int(field)].isPrivate
    case .caseDate: datedBy.map { schema.facts[$0].isPrivate } ?? false
    default: operands(of: node).contains { readsPrivate($0) }
    }
  }
}
