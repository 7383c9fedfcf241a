import RedressValues

extension ConflictChecker {
  /// Remembers the types of everything that a condition asks about.
  mutating func note(_ expression: CheckedExpression, _ environment: TermBuilder.Environment) {
    switch expression.form {
    case .not(let inner): note(inner, environment)
    case .and(let left, let right), .or(let left, let right):
      note(left, environment)
      note(right, environment)
    case .compare(_, let left, let right):
      for side in [left, right] { types[builder.term(side, environment)] = side.type }
    case .oneOf(let subject, _, _): types[builder.term(subject, environment)] = subject.type
    case .definition(let definition) where expression.type == .yesOrNo:
      types[builder.term(expression, environment)] = .yesOrNo
      note(definition: definition)
    default: types[builder.term(expression, environment)] = expression.type
    }
  }

  /// A yes or no that only names a condition is followed into it.
  mutating func note(definition: Int) {
    let checked = policy.definitions[definition]
    guard checked.ruling.exceptions.isEmpty, checked.steps.isEmpty, notedDefinitions.insert(definition).inserted else {
      return
    }
    var inside = TermBuilder.Environment()
    inside.definition = definition
    note(checked.ruling.base, inside)
  }

  /// What a value can be, and the steps it takes.
  func range(of term: Int, _ type: ValueType?) -> (range: Interval, step: Rational?, unit: Rational) {
    let range = builder.table.ranges[term]
    switch type {
    case .yesOrNo?, nil: return (range.meeting(Interval(lower: .zero, upper: .one)), .one, .one)
    case .kind(let kind)?:
      var lowest = Rational.zero
      // A choice that does not arise has none of its options.
      if case .choice = builder.table.terms[term].operation { lowest = Rational(-1) }
      return (
        range.meeting(Interval(lower: lowest, upper: Rational(policy.kinds[kind].words.count - 1))), .one, .one
      )
    case .date?, .time?: return (range, .one, .one)
    case .quantity(let unit)?:
      let scale = try? unit.scale
      return (range, isWhole(term) ? scale : nil, scale ?? .one)
    case .text?, .record?, .list?: return (range, nil, .one)
    }
  }

  private func isWhole(_ term: Int) -> Bool {
    switch builder.table.terms[term].operation {
    case .fact(let fact): policy.facts[fact].isWhole
    case .field(let variable, let field) where variable >= 0:
      policy.records[builder.variableRecords[variable]].fields[field].isWhole
    case .parameter(let definition, let parameter) where definition >= 0:
      policy.definitions[definition].parameters[parameter].isWhole
    case .count: true
    default: false
    }
  }

  /// What a case would call the value; nil where it has no name.
  func name(of term: Int) -> String? {
    switch builder.table.terms[term].operation {
    case .fact(let fact): policy.facts[fact].name
    case .choice(let choice): policy.choices[choice].name
    case .field(let variable, let field) where variable >= 0:
      policy.records[builder.variableRecords[variable]].fields[field].name
    case .parameter(let definition, let parameter) where definition >= 0:
      policy.definitions[definition].parameters[parameter].name
    case .definition(let definition): policy.definitions[definition].name
    default: nil
    }
  }

  /// A value as a case states it.
  func shown(_ value: Rational, _ type: ValueType) -> String {
    switch type {
    case .yesOrNo: return value.isZero ? "no" : "yes"
    case .kind(let kind):
      let words = policy.kinds[kind].words
      guard let position = value.whole, words.indices.contains(position) else { return "open" }
      return words[position]
    case .date: return value.whole.map { CivilDate(dayNumber: $0).description } ?? ""
    case .time: return value.whole.map { CivilTime(minuteNumber: $0).description } ?? ""
    case .quantity(let unit): return quantityText(value, unit: unit)
    case .text, .record, .list: return ""
    }
  }
}
