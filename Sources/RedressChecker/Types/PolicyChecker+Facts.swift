import RedressDiagnostics
import RedressSyntax
import RedressValues

extension PolicyChecker {
  /// Records and facts: first all types and bounds, then the defaults, which may read any fact.
  mutating func declareRecordsAndFacts() {
    for record in outline.records {
      owner = record.node
      let label = plain(record.syntax.label)
      var fields: [CheckedPolicy.Attributes] = []
      var types: [ValueType?] = []
      for field in record.fields {
        owner = field.node
        let (attributes, type) = self.attributes(field.syntax.name, field.syntax.attributes, for: .field)
        fields.append(attributes)
        types.append(type)
      }
      policy.records.append(.init(name: record.syntax.name.text, label: label, fields: fields))
      fieldTypes.append(types)
    }
    for fact in outline.facts {
      owner = fact.node
      let (attributes, type) = self.attributes(fact.syntax.name, fact.syntax.attributes, for: .fact)
      policy.facts.append(attributes)
      factTypes.append(type)
    }
    checkRecordCircles()
    checkDefaults()
    owner = nil
  }

  private mutating func attributes(
    _ name: Name, _ syntax: AttributesSyntax, for use: TypeUse
  ) -> (CheckedPolicy.Attributes, ValueType?) {
    let known = type(syntax.type, for: use)
    var attributes = CheckedPolicy.Attributes(
      name: name.text, type: known?.type ?? .quantity(.number), span: name.span)
    attributes.isWhole = known?.isWhole ?? false
    attributes.label = plain(syntax.label)
    attributes.provedBy = plain(syntax.provedBy)
    attributes.isOptional = syntax.optional != nil
    attributes.isPrivate = syntax.isPrivate
    guard let type = known?.type else { return (attributes, nil) }
    // Where bounds are wrong, nothing that follows from them is reported: as if they were the narrowest.
    if let bounds = syntax.bounds { attributes.bounds = self.bounds(bounds, type: type) ?? .placeholder }
    if let optional = syntax.optional {
      if case .list = type {
        report(.declaring(.optionalList(name, optional)))
      } else if let value = syntax.defaultValue {
        report(.declaring(.optionalWithDefault(name, optional, value.span)))
      }
    }
    return (attributes, type)
  }

  /// Bounds in base units; reports where they do not fit the type or one another.
  mutating func bounds(_ syntax: BoundsSyntax, type: ValueType) -> CheckedPolicy.Bounds? {
    switch type {
    case .quantity, .date, .time: break
    case .kind(let kind) where policy.kinds[kind].isOrdered: break
    default:
      report(.declaring(.boundsOnType(syntax.span, described(type))))
      return nil
    }
    let lower = syntax.lower.map { constant($0, type: type) }
    let upper = syntax.upper.map { constant($0, type: type) }
    if case .some(nil) = lower { return nil }
    if case .some(nil) = upper { return nil }
    if let low = lower.flatMap({ $0 }), let high = upper.flatMap({ $0 }),
      high < low || (high == low && syntax.excludesLower)
    {
      report(.declaring(.boundsReversed(syntax.span)))
      return nil
    }
    return .init(lower: lower.flatMap { $0 }, excludesLower: syntax.excludesLower, upper: upper.flatMap { $0 })
  }

  /// A constant of a type as a number: in base units, as a day or minute number, as the position of a word.
  private mutating func constant(_ syntax: ExpressionSyntax, type: ValueType) -> Rational? {
    var scope = Scope()
    scope.reach = .constants
    guard let value = check(syntax, &scope, expecting: type), fits(value, type, as: .bound) else { return nil }
    return value.constant
  }

  private mutating func checkDefaults() {
    for (record, entry) in outline.records.enumerated() {
      for (index, field) in entry.fields.enumerated() {
        owner = field.node
        guard let type = fieldTypes[record][index] else { continue }
        let value = defaultValue(
          field.syntax.attributes, field.syntax.name, type, policy.records[record].fields[index].bounds)
        guard let value else { continue }
        var fields = policy.records[record].fields
        fields[index].defaultValue = value
        let old = policy.records[record]
        policy.records[record] = .init(name: old.name, label: old.label, fields: fields)
      }
    }
    for (index, entry) in outline.facts.enumerated() {
      owner = entry.node
      guard let type = factTypes[index] else { continue }
      policy.facts[index].defaultValue = defaultValue(
        entry.syntax.attributes, entry.syntax.name, type, policy.facts[index].bounds)
    }
  }

  private mutating func defaultValue(
    _ syntax: AttributesSyntax, _ name: Name, _ type: ValueType, _ bounds: CheckedPolicy.Bounds?
  ) -> CheckedPolicy.Attributes.Default? {
    guard let written = syntax.defaultValue else { return nil }
    if case .list = type {
      guard case .noElements = written else {
        report(.declaring(.defaultOfList(name, written.span)))
        return nil
      }
      return .noElements
    }
    guard case .value(let expression) = written else {
      report(.declaring(.defaultNone(name, written.span)))
      return nil
    }
    var scope = Scope()
    scope.reach = .facts
    guard let value = check(expression, &scope, expecting: type), fits(value, type, as: .statedType, at: name.span)
    else {
      return nil
    }
    if let constant = value.constant, let bounds {
      let isBelow = bounds.lower.map { constant < $0 || (bounds.excludesLower && constant == $0) } ?? false
      let isAbove = bounds.upper.map { constant > $0 } ?? false
      if isBelow || isAbove, let written = syntax.bounds {
        report(.declaring(.defaultOutsideBounds(name, expression.span, bounds: written.span)))
      }
    }
    return .value(value)
  }

  /// A record may hold a list of another, and so on, but not of itself.
  private mutating func checkRecordCircles() {
    let edges = fieldTypes.map { types in
      types.compactMap { type -> Int? in
        if case .list(let record)? = type { return record }
        return nil
      }
    }
    for circle in Graph(edges: edges).circles() {
      report(.naming(.circle(circle.map { outline.records[$0].syntax.name }, of: .record)))
    }
  }
}

extension CheckedPolicy.Bounds {
  /// What stands where bounds could not be read.
  static let placeholder = CheckedPolicy.Bounds(lower: .zero, excludesLower: true, upper: nil)
}

extension AttributesSyntax.Default {
  var span: Span {
    switch self {
    case .value(let expression): expression.span
    case .noElements(let span): span
    }
  }
}

extension CheckedExpression {
  /// The number a constant stands for: in base units, a day or minute number, the position of a word.
  var constant: Rational? {
    switch form {
    case .number(let number): number
    case .ordinal(let position): Rational(position)
    case .date(let date): Rational(Int(date.dayNumber))
    case .time(let time): Rational(time.minuteNumber)
    case .negate(let inner): inner.constant.flatMap { try? -$0 }
    case .add(let left, let right): Self.folded(left, right) { try? $0 + $1 }
    case .subtract(let left, let right): Self.folded(left, right) { try? $0 - $1 }
    case .multiply(let left, let right): Self.folded(left, right) { try? $0 * $1 }
    case .divide(let left, let right): Self.folded(left, right) { $1.isZero ? nil : try? $0 / $1 }
    default: nil
    }
  }

  private static func folded(
    _ left: CheckedExpression, _ right: CheckedExpression, _ operation: (Rational, Rational) -> Rational?
  ) -> Rational? {
    guard let first = left.constant, let second = right.constant else { return nil }
    return operation(first, second)
  }
}
