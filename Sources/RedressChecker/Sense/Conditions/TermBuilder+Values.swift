import RedressValues

extension TermBuilder {
  /// What a value that a condition asks about can be, the steps it takes, and what people count it in.
  func values(of term: Int) -> (range: Interval, step: Rational?, unit: Rational) {
    var range = table.ranges[term]
    if let refined = refined[term] { range = range.meeting(refined) }
    switch types[term] {
    case .yesOrNo?, nil: return (range.meeting(Interval(lower: .zero, upper: .one)), .one, .one)
    case .kind(let kind)?:
      var lowest = Rational.zero
      // A choice that does not arise has none of its options.
      if case .choice = table.terms[term].operation { lowest = Rational(-1) }
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

  /// What was declared of a fact, a field or a parameter.
  func attributes(of term: Int) -> CheckedPolicy.Attributes? {
    switch table.terms[term].operation {
    case .fact(let fact): return policy.facts[fact]
    case .field(let variable, let field) where variable >= 0:
      return policy.records[variableRecords[variable]].fields[field]
    case .parameter(let owner, let parameter):
      let parameters = policy.parameters(of: owner)
      return parameters.indices.contains(parameter) ? parameters[parameter] : nil
    default: return nil
    }
  }

  private func isWhole(_ term: Int) -> Bool {
    switch table.terms[term].operation {
    case .count, .position: true
    default: attributes(of: term)?.isWhole ?? false
    }
  }

  /// What a case would call the value; nil where it has no name.
  func name(of term: Int) -> String? {
    switch table.terms[term].operation {
    case .choice(let choice): policy.choices[choice].name
    case .definition(let definition): policy.definitions[definition].name
    default: attributes(of: term)?.name
    }
  }

  /// A value as a case states it.
  func shown(_ value: Rational, _ type: ValueType) -> String {
    policy.shown(value, type) ?? "open"
  }
}

extension CheckedPolicy {
  /// A value as a case or a table writes it; nil where the type has no such value.
  func shown(_ value: Rational, _ type: ValueType) -> String? {
    switch type {
    case .yesOrNo: return value.isZero ? "no" : "yes"
    case .kind(let kind):
      let words = kinds[kind].words
      guard let position = value.whole, words.indices.contains(position) else { return nil }
      return words[position]
    case .date: return value.whole.map { CivilDate(dayNumber: $0).description }
    case .time: return value.whole.map { CivilTime(minuteNumber: $0).description }
    case .quantity(let unit): return quantityText(value, unit: unit)
    case .text, .record, .list: return nil
    }
  }

  /// A number as rules write it: without separators in it that a rule does not take.
  func written(_ value: Rational, _ type: ValueType) -> String? {
    guard case .quantity = type else { return shown(value, type) }
    return shown(value, type)?.split(separator: ",").joined(separator: "_")
  }
}
