import RedressDiagnostics
import RedressValues

extension FlowChecker {
  /// A divisor, or what is rounded to, is above zero.
  mutating func requireAboveZero(_ expression: CheckedExpression, _ what: AboveZero, _ place: Place) {
    if owners.hasPlaceholders, expression.constant?.isZero == true { return }
    guard !range(of: expression, place).isAboveZero, !builder.table.isExhausted else { return }
    report(.mayBeZero(expression.span, what, mends: boundMends(expression, place, isStrict: true)))
  }

  /// What is paid is not below zero.
  mutating func requireFromZero(_ expression: CheckedExpression, _ place: Place) {
    guard !range(of: expression, place).isFromZero, !builder.table.isExhausted else { return }
    var mends = boundMends(expression, place, isStrict: false)
    if case .subtract(let larger, let smaller) = expression.form, let larger = name(of: larger),
      let smaller = name(of: smaller)
    {
      mends.append(.require(smaller: smaller, larger: larger))
    }
    report(.paymentMayBeNegative(expression.span, mends: mends))
  }

  /// A weight, a share, or what is claimed back is not below zero.
  mutating func requireFromZero(_ expression: CheckedExpression, _ word: ShareWord, _ place: Place) {
    guard !range(of: expression, place).isFromZero, !builder.table.isExhausted else { return }
    report(.shareMayBeNegative(expression.span, word, mends: boundMends(expression, place, isStrict: false)))
  }

  /// An argument keeps to the lower bound of its parameter, on which what is asked counts.
  mutating func require(
    _ arguments: [CheckedExpression], of parameters: [CheckedPolicy.Attributes], _ place: Place
  ) {
    for (parameter, argument) in zip(parameters, arguments) {
      guard let bounds = parameter.bounds, case .quantity(let unit) = parameter.type else { continue }
      let range = range(of: argument, place)
      guard !builder.table.isExhausted else { return }
      if let lower = bounds.lower {
        let isInside = range.lower.map { $0 > lower || ($0 == lower && (!bounds.excludesLower || range.excludesLower)) }
        if isInside != true {
          let written = lower.isZero ? "0" : quantityText(lower, unit: unit)
          let text = (bounds.excludesLower ? "above " : "from ") + written
          let mends = lower.isZero ? boundMends(argument, place, isStrict: bounds.excludesLower) : []
          report(
            .argumentMayBeOutside(argument.span, parameter: parameter.name, bound: text, parameter.span, mends: mends))
          continue
        }
      }
      if let upper = bounds.upper, let lower = range.lower, lower > upper {
        report(
          .argumentMayBeOutside(
            argument.span, parameter: parameter.name, bound: "up to " + quantityText(upper, unit: unit),
            parameter.span, mends: []))
      }
    }
  }

  /// What an expression can be where it stands.
  mutating func range(of expression: CheckedExpression, _ place: Place) -> Interval {
    let environment = environment(place)
    let term = builder.term(expression, environment)
    if builder.table.ranges[term].isAboveZero { return builder.table.ranges[term] }
    var assumptions = builder.requirements
    for (condition, isTrue) in place.conditions {
      assumptions.assume(builder.term(condition, environment), isTrue: isTrue, in: &builder)
    }
    for element in place.elements {
      assumptions.elements.append((builder.list(element.list), element.variable))
    }
    var proof = Proof(assumptions)
    return proof.range(of: term, in: &builder)
  }

  /// The facts and fields in an expression that lack a lower bound.
  private mutating func boundMends(_ expression: CheckedExpression, _ place: Place, isStrict: Bool) -> [SignMend] {
    var mends: [SignMend] = []
    var waiting = [expression]
    var looked = 0
    while let next = waiting.popLast(), looked < 200, mends.count < 3 {
      looked += 1
      let attributes: CheckedPolicy.Attributes?
      switch next.form {
      case .fact(let fact): attributes = policy.facts[fact]
      case .field(let variable, let field): attributes = policy.records[builder.variableRecords[variable]].fields[field]
      case .parameter(let parameter):
        let parameters = policy.parameters(of: place.owner)
        attributes = parameters.indices.contains(parameter) ? parameters[parameter] : nil
      case .definition(let definition):
        let checked = policy.definitions[definition]
        waiting.append(checked.ruling.base)
        attributes = nil
      default:
        attributes = nil
        // What a divisor is divided by, or counted from, needs no bound.
        waiting.append(contentsOf: next.parts.reversed())
      }
      guard let attributes, case .quantity(let unit) = attributes.type else { continue }
      let range = TermBuilder.range(attributes)
      guard isStrict ? !range.isAboveZero : !range.isFromZero else { continue }
      let type = unit == owners.money ? "money" : unit.name
      let mend = SignMend.bound(
        attributes.name, type: (attributes.isWhole ? "whole " : "") + type, bound: isStrict ? "above 0" : "from 0",
        changesDefault: attributes.hasDefault(outsideAboveZero: isStrict))
      if !mends.contains(mend) { mends.append(mend) }
    }
    return mends
  }

  /// The name of a simple expression, as people write it.
  private func name(of expression: CheckedExpression) -> String? {
    switch expression.form {
    case .fact(let fact): policy.facts[fact].name
    case .definition(let definition): policy.definitions[definition].name
    default: nil
    }
  }
}

extension CheckedPolicy.Attributes {
  /// Whether its default is below zero, or zero where that is excluded as well.
  fileprivate func hasDefault(outsideAboveZero excludesZero: Bool) -> Bool {
    guard case .value(let value)? = defaultValue, let constant = value.constant else { return false }
    return constant.isNegative || (excludesZero && constant.isZero)
  }
}
