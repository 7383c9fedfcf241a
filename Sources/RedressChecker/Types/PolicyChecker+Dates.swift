import RedressDiagnostics
import RedressSyntax
import RedressValues

extension PolicyChecker {
  /// `7 days after a`.
  mutating func shifted(
    _ amount: ExpressionSyntax, _ isBefore: Bool, _ base: ExpressionSyntax, _ span: Span, _ scope: inout Scope
  ) -> CheckedExpression? {
    let moved = check(amount, &scope)
    let date = check(base, &scope)
    guard let moved, let date else { return nil }
    return shifted(moved, amount, isBefore, date, span)
  }

  private mutating func shifted(
    _ moved: CheckedExpression, _ amount: ExpressionSyntax, _ isBefore: Bool, _ date: CheckedExpression, _ span: Span
  ) -> CheckedExpression? {
    guard date.type == .date || date.type == .time else {
      report(.typing(.wrongType(date.span, found: described(date.type), expected: .dateOrTime, nil)))
      return nil
    }
    guard case .quantity(let unit) = moved.type, unit.isDuration || unit.isCalendarDuration else {
      report(.typing(.wrongType(moved.span, found: described(moved.type), expected: .duration, nil)))
      return nil
    }
    let part: WholePart = unit.isCalendarDuration ? .month : date.type == .date ? .day : .minute
    if let constant = moved.constant {
      let isWhole = part == .day ? (try? constant / Rational(1_440))?.isWhole ?? false : constant.isWhole
      guard isWhole else {
        report(.typing(.partOfDay(amount.span, amount.written, part)))
        return nil
      }
    }
    let shift: CheckedExpression.ShiftUnit = unit.isCalendarDuration ? .months : .duration
    return CheckedExpression(.shifted(moved, shift, isBefore: isBefore, date), date.type, span)
  }

  /// `whole months from a to b`.
  mutating func elapsed(
    _ unit: ExpressionSyntax.CalendarUnit, _ isStarted: Bool, _ from: ExpressionSyntax, _ to: ExpressionSyntax,
    _ span: Span, _ scope: inout Scope
  ) -> CheckedExpression? {
    let first = check(from, &scope).flatMap { day($0) }
    let last = check(to, &scope).flatMap { day($0) }
    guard let first, let last else { return nil }
    return CheckedExpression(
      .elapsed(unit == .months ? .months : .years, isStarted: isStarted, from: first, to: last),
      .quantity(unit == .months ? .months : .years), span)
  }

  mutating func weekday(of inner: ExpressionSyntax, _ span: Span, _ scope: inout Scope) -> CheckedExpression? {
    guard let value = check(inner, &scope), let date = day(value) else { return nil }
    return CheckedExpression(.weekday(date), .kind(kindOfWeekdays()), span)
  }

  mutating func date(of inner: ExpressionSyntax, _ span: Span, _ scope: inout Scope) -> CheckedExpression? {
    guard let value = check(inner, &scope) else { return nil }
    guard value.type == .time else {
      report(.typing(.wrongType(inner.span, found: described(value.type), expected: .time, nil)))
      return nil
    }
    return CheckedExpression(.dateOf(value), .date, span)
  }

  /// A date as it is, a time's day; reports where it is neither.
  private mutating func day(_ value: CheckedExpression) -> CheckedExpression? {
    switch value.type {
    case .date: return value
    case .time: return CheckedExpression(.dateOf(value), .date, value.span)
    default:
      report(.typing(.wrongType(value.span, found: described(value.type), expected: .dateOrTime, nil)))
      return nil
    }
  }
}
