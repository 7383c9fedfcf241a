import RedressDiagnostics

extension PolicyChecker {
  /// An amount that all lines share is one for all of them, and so must be the `otherwise` in it: what holds, or is
  /// paid, for one element and not for another cannot be what it speaks of.
  mutating func demandOneOtherwise(
    _ ruling: CheckedPolicy.Ruling<CheckedPolicy.Payment, CheckedPolicy.Payment>, ofLoop variable: Int
  ) {
    for (position, exception) in ruling.exceptions.enumerated() {
      guard case .share(let amount, _, _, _) = exception.value, amount.readsOtherwise else { continue }
      if let place = ruling.base.amountReading(variable) {
        report(.limiting(.otherwiseOfElement(exception.name, amount.span, other: nil, place)))
      }
      for (other, own) in ruling.exceptions.enumerated() where other != position {
        // What sets this one aside never holds beside it.
        if own.overrides.contains(position) { continue }
        guard let place = own.condition.reading(variable) ?? own.value.amountReading(variable) else { continue }
        report(.limiting(.otherwiseOfElement(exception.name, amount.span, other: own.name, place)))
        break
      }
    }
  }
}

extension CheckedPolicy.Payment {
  /// Where an amount that is paid by itself reads an element; what is shared reads none.
  fileprivate func amountReading(_ variable: Int) -> Span? {
    if case .pay(let amount, _, _) = self { amount.reading(variable) } else { nil }
  }
}

extension CheckedExpression {
  /// Where it stands, if it reads the element of a loop.
  fileprivate func reading(_ variable: Int) -> Span? {
    let reads = contains { part in
      switch part.form {
      case .variable(variable), .field(variable: variable, field: _), .position(variable: variable): true
      default: false
      }
    }
    return reads ? span : nil
  }
}
