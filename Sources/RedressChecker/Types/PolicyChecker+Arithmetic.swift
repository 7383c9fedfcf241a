import RedressDiagnostics
import RedressSyntax
import RedressValues

extension PolicyChecker {
  mutating func binary(
    _ op: ExpressionSyntax.BinaryOperator, _ left: ExpressionSyntax, _ right: ExpressionSyntax, _ span: Span,
    _ scope: inout Scope, _ expecting: ValueType?
  ) -> CheckedExpression? {
    switch op {
    case .plus, .minus: return sum(left, right, isDifference: op == .minus, span, &scope, expecting)
    case .times, .divided: return product(left, right, isQuotient: op == .divided, span, &scope)
    case .of: return part(left, of: right, span, &scope, expecting)
    case .reducedBy, .increasedBy: return changed(left, by: right, isReduced: op == .reducedBy, span, &scope, expecting)
    case .and, .or: return joined(left, right, isOr: op == .or, span, &scope)
    case .equal: return comparison(.equal, left, right, span, &scope)
    case .notEqual: return comparison(.notEqual, left, right, span, &scope)
    case .less: return comparison(.less, left, right, span, &scope)
    case .lessOrEqual: return comparison(.lessOrEqual, left, right, span, &scope)
    case .greater: return comparison(.greater, left, right, span, &scope)
    case .greaterOrEqual: return comparison(.greaterOrEqual, left, right, span, &scope)
    }
  }

  /// Two operands, the literal 0 taking its unit from the other one.
  mutating func pair(
    _ left: ExpressionSyntax, _ right: ExpressionSyntax, _ scope: inout Scope, _ expecting: ValueType? = nil
  ) -> (CheckedExpression?, CheckedExpression?) {
    if left.isZeroLiteral, !right.isZeroLiteral {
      let second = check(right, &scope, expecting: expecting)
      return (check(left, &scope, expecting: second?.type ?? expecting), second)
    }
    let first = check(left, &scope, expecting: expecting)
    return (first, check(right, &scope, expecting: first?.type ?? expecting))
  }

  mutating func negated(
    _ inner: ExpressionSyntax, _ span: Span, _ scope: inout Scope, _ expecting: ValueType?
  ) -> CheckedExpression? {
    guard let value = check(inner, &scope, expecting: expecting) else { return nil }
    guard case .quantity = value.type else {
      report(.typing(.noArithmetic(span, .negate, left: described(value.type), right: nil)))
      return nil
    }
    return CheckedExpression(.negate(value), value.type, span)
  }

  private mutating func sum(
    _ left: ExpressionSyntax, _ right: ExpressionSyntax, isDifference: Bool, _ span: Span, _ scope: inout Scope,
    _ expecting: ValueType?
  ) -> CheckedExpression? {
    let (first, second) = pair(left, right, &scope, expecting)
    guard let first, let second else { return nil }
    return summed(first, left, second, right, isDifference: isDifference, span)
  }

  private mutating func summed(
    _ first: CheckedExpression, _ left: ExpressionSyntax, _ second: CheckedExpression, _ right: ExpressionSyntax,
    isDifference: Bool, _ span: Span
  ) -> CheckedExpression? {
    switch (first.type, second.type) {
    case (.quantity(let unit), .quantity(let other)):
      guard unit.sameDimension(as: other) else {
        reportMismatch(of: second, right, with: first, left, isDifference: isDifference)
        return nil
      }
      let form: CheckedExpression.Form = isDifference ? .subtract(first, second) : .add(first, second)
      return CheckedExpression(form, first.type, span)
    case (.date, .date) where isDifference:
      return CheckedExpression(.difference(first, second), .quantity(.days), span)
    case (.time, .time) where isDifference:
      return CheckedExpression(.difference(first, second), .quantity(.hours), span)
    case (.date, .time) where isDifference:
      report(.typing(.dateAndTime(span, date: left.written, time: right.written)))
    case (.time, .date) where isDifference:
      report(.typing(.dateAndTime(span, date: right.written, time: left.written)))
    case (.date, .quantity), (.time, .quantity):
      let direction = isDifference ? "before" : "after"
      report(.typing(.dateArithmetic(span, suggestion: "\(moved(right, second)) \(direction) \(left.writtenAsPart)")))
    case (.quantity, .date) where !isDifference, (.quantity, .time) where !isDifference:
      report(.typing(.dateArithmetic(span, suggestion: "\(moved(left, first)) after \(right.writtenAsPart)")))
    default:
      let op: ArithmeticWord = isDifference ? .subtract : .add
      report(.typing(.noArithmetic(span, op, left: described(first.type), right: described(second.type))))
    }
    return nil
  }

  /// A length of time as it stands before `after`; a plain number means days.
  private func moved(_ amount: ExpressionSyntax, _ value: CheckedExpression) -> String {
    amount.writtenAsPart + (value.type == .quantity(.number) ? " days" : "")
  }

  /// Two sides of a sum that are of different dimensions.
  private mutating func reportMismatch(
    of second: CheckedExpression, _ right: ExpressionSyntax, with first: CheckedExpression, _ left: ExpressionSyntax,
    isDifference: Bool
  ) {
    guard case .quantity(let unit) = first.type, case .quantity(let other) = second.type else { return }
    if other.isPlainPercent, !unit.isPercent {
      report(
        .typing(
          .percentAndAmount(
            right.span, percent: right.written, amount: left.written, isDifference: isDifference,
            amountUnit: unit.name, amountPlace: left.span)))
    } else if unit.isPlainPercent, !other.isPercent {
      report(
        .typing(
          .percentAndAmount(
            left.span, percent: left.written, amount: right.written, isDifference: false, amountUnit: other.name,
            amountPlace: right.span)))
    } else {
      reportUnits(second, other, expected: unit, as: .otherSide, at: left.span)
    }
  }

  private mutating func product(
    _ left: ExpressionSyntax, _ right: ExpressionSyntax, isQuotient: Bool, _ span: Span, _ scope: inout Scope
  ) -> CheckedExpression? {
    let first = check(left, &scope)
    let second = check(right, &scope)
    guard let first, let second else { return nil }
    return multiplied(first, second, isQuotient: isQuotient, span)
  }

  private mutating func multiplied(
    _ first: CheckedExpression, _ second: CheckedExpression, isQuotient: Bool, _ span: Span
  ) -> CheckedExpression? {
    guard case .quantity(let unit) = first.type, case .quantity(let other) = second.type else {
      let op: ArithmeticWord = isQuotient ? .divide : .multiply
      report(.typing(.noArithmetic(span, op, left: described(first.type), right: described(second.type))))
      return nil
    }
    return isQuotient
      ? CheckedExpression(.divide(first, second), .quantity(unit.divided(by: other)), span)
      : CheckedExpression(.multiply(first, second), .quantity(unit.multiplied(by: other)), span)
  }

  /// `20% of value`.
  private mutating func part(
    _ left: ExpressionSyntax, of right: ExpressionSyntax, _ span: Span, _ scope: inout Scope, _ expecting: ValueType?
  ) -> CheckedExpression? {
    let first = check(left, &scope)
    let second = check(right, &scope, expecting: expecting)
    guard let first, let second else { return nil }
    return taken(first, of: second, span)
  }

  private mutating func taken(
    _ first: CheckedExpression, of second: CheckedExpression, _ span: Span
  ) -> CheckedExpression? {
    guard case .quantity(let unit) = first.type, case .quantity(let other) = second.type else {
      report(.typing(.noArithmetic(span, .of, left: described(first.type), right: described(second.type))))
      return nil
    }
    guard unit.isPercent || unit.isNumber else {
      report(.typing(.wrongType(first.span, found: described(first.type), expected: .quantity("percent"), nil)))
      return nil
    }
    let type: ValueType = unit.components.isEmpty ? second.type : .quantity(unit.multiplied(by: other))
    return CheckedExpression(.multiply(first, second), type, span)
  }

  private mutating func changed(
    _ left: ExpressionSyntax, by right: ExpressionSyntax, isReduced: Bool, _ span: Span, _ scope: inout Scope,
    _ expecting: ValueType?
  ) -> CheckedExpression? {
    let first = check(left, &scope, expecting: expecting)
    let second = check(right, &scope)
    guard let first, let second, isChange(second, right, of: first, left, isReduced: isReduced, span) else {
      return nil
    }
    return CheckedExpression(isReduced ? .reduced(first, by: second) : .increased(first, by: second), first.type, span)
  }

  private mutating func isChange(
    _ second: CheckedExpression, _ right: ExpressionSyntax, of first: CheckedExpression, _ left: ExpressionSyntax,
    isReduced: Bool, _ span: Span
  ) -> Bool {
    guard case .quantity = first.type, case .quantity(let unit) = second.type else {
      let op: ArithmeticWord = isReduced ? .reduce : .increase
      report(.typing(.noArithmetic(span, op, left: described(first.type), right: described(second.type))))
      return false
    }
    if unit.isPlainPercent { return true }
    let suggestion = "\(left.written) \(isReduced ? "-" : "+") \(right.written)"
    report(.typing(.changedByAmount(right.span, found: described(second.type), suggestion: suggestion)))
    return false
  }

  mutating func rounded(
    _ value: ExpressionSyntax, _ mode: RoundingSyntax?, to step: ExpressionSyntax, _ span: Span, _ scope: inout Scope,
    _ expecting: ValueType?
  ) -> CheckedExpression? {
    let first = check(value, &scope, expecting: expecting)
    let second = check(step, &scope, expecting: first?.type)
    guard let first, let second, isAmount(first, value.span), fits(second, first.type, as: .base, at: value.span) else {
      return nil
    }
    return CheckedExpression(.rounded(first, roundingMode(mode), to: second), first.type, span)
  }

  func roundingMode(_ syntax: RoundingSyntax?) -> RoundingMode {
    switch syntax?.mode {
    case nil, .halfUp: .halfUp
    case .halfEven: .halfEven
    case .up: .up
    case .down: .down
    }
  }

  mutating func forEvery(
    _ rate: ExpressionSyntax, _ period: QuantitySyntax, _ quantity: ExpressionSyntax, _ part: ExpressionSyntax.Part,
    _ span: Span, _ scope: inout Scope, _ expecting: ValueType?
  ) -> CheckedExpression? {
    let first = check(rate, &scope, expecting: expecting)
    let length = self.quantity(period)
    let second = check(quantity, &scope, expecting: length.map { .quantity($0.unit) })
    guard let first, let length, let second, isAmount(first, rate.span) else { return nil }
    guard length.value.isPositive else {
      report(.declaring(.notAboveZero(period.span, .period)))
      return nil
    }
    guard fits(second, .quantity(length.unit), as: .period, at: period.span) else { return nil }
    let checkedPart: BrokenPart
    switch part {
    case .inProportion: checkedPart = .inProportion
    case .countsAsFull: checkedPart = .countsAsFull
    case .ignored: checkedPart = .ignored
    }
    return CheckedExpression(.forEvery(first, period: length.value, of: second, checkedPart), first.type, span)
  }

  /// Whether a value is something that can be counted or added; reports where it is not.
  mutating func isAmount(_ value: CheckedExpression, _ span: Span) -> Bool {
    if case .quantity = value.type { return true }
    report(.typing(.wrongType(span, found: described(value.type), expected: .amount, nil)))
    return false
  }
}

extension Unit {
  /// What the difference of two dates, and of two times, is shown in.
  static var days: Unit { Unit.known("days") ?? .number }
  static var hours: Unit { Unit.known("hours") ?? .number }
  static var months: Unit { Unit.known("months") ?? .number }
  static var years: Unit { Unit.known("years") ?? .number }

  /// Whether it counts a length of time that dates can be moved by.
  var isDuration: Bool {
    !isPercent && components.count == 1 && components[0].power == 1 && components[0].base == .time
  }

  var isCalendarDuration: Bool {
    !isPercent && components.count == 1 && components[0].power == 1 && components[0].base == .calendar
  }
}
