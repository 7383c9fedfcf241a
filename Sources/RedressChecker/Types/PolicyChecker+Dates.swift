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
  mutating func day(_ value: CheckedExpression) -> CheckedExpression? {
    switch value.type {
    case .date: return value
    case .time: return CheckedExpression(.dateOf(value), .date, value.span)
    default:
      report(.typing(.wrongType(value.span, found: described(value.type), expected: .dateOrTime, nil)))
      return nil
    }
  }

  /// `3 business days after a in china`.
  mutating func shiftedBusinessDays(
    _ amount: ExpressionSyntax, _ isBefore: Bool, _ base: ExpressionSyntax, _ calendar: Name?, _ span: Span,
    _ scope: inout Scope
  ) -> CheckedExpression? {
    let moved = check(amount, &scope)
    let date = check(base, &scope).flatMap { dateOrTime($0) }
    let days = calendar.map { self.calendar($0) }
    if case .some(nil) = days { return nil }
    guard let moved, let date else { return nil }
    guard moved.type == .quantity(.number) else {
      report(.dating(.businessDayCount(amount.span, amount.written, found: described(moved.type))))
      return nil
    }
    if let constant = moved.constant, !constant.isWhole {
      report(.typing(.partOfDay(amount.span, amount.written, .day)))
      return nil
    }
    return CheckedExpression(
      .shiftedBusinessDays(moved, isBefore: isBefore, date, calendar: days.flatMap { $0 }), .date, span)
  }

  /// `business days from a to b in china`.
  mutating func businessDays(
    _ from: ExpressionSyntax, _ to: ExpressionSyntax, _ calendar: Name?, _ span: Span, _ scope: inout Scope
  ) -> CheckedExpression? {
    let first = check(from, &scope).flatMap { day($0) }
    let last = check(to, &scope).flatMap { day($0) }
    let days = calendar.map { self.calendar($0) }
    if case .some(nil) = days { return nil }
    guard let first, let last else { return nil }
    return CheckedExpression(
      .businessDays(from: first, to: last, calendar: days.flatMap { $0 }), .quantity(.days), span)
  }

  /// `accrued base_rate from a to b over 360`: the rate is yearly, and a definition without parameters.
  mutating func accrued(
    _ rate: Name, _ from: ExpressionSyntax, _ to: ExpressionSyntax, _ over: Name?, _ span: Span, _ scope: inout Scope
  ) -> CheckedExpression? {
    let first = check(from, &scope).flatMap { day($0) }
    let last = check(to, &scope).flatMap { day($0) }
    let definition = yearlyRate(rate, scope)
    var year = Rational(365)
    if let over {
      guard let number = number(over) else { return nil }
      guard number.isPositive else {
        report(.declaring(.notAboveZero(over.span, .divisor)))
        return nil
      }
      year = number
    }
    guard let first, let last, let definition else { return nil }
    return CheckedExpression(
      .accrued(definition: definition, from: first, to: last, over: year), .quantity(.percent), span)
  }

  private mutating func yearlyRate(_ name: Name, _ scope: Scope) -> Int? {
    guard case .definition(let definition)? = entity(name, .rate) else { return nil }
    guard reachesRulings(name.span, scope, name.text) else { return nil }
    noteRead(of: outline.definitions[definition].node)
    let parameters = outline.definitions[definition].syntax.parameters
    guard parameters.isEmpty else {
      report(.dating(.rateWithParameters(name, parameters: parameters.map(\.name.text))))
      return nil
    }
    guard let type = typeOfDefinition(definition) else { return nil }
    guard case .quantity(let unit) = type, unit.isPlainPercent || unit.isYearlyPercent else {
      report(.dating(.notYearlyRate(name, found: described(type), declared: outline.place(of: name.text))))
      return nil
    }
    return definition
  }

  private mutating func calendar(_ name: Name) -> Int? {
    guard case .calendar(let calendar)? = entity(name, .calendar) else { return nil }
    noteRead(of: outline.calendars[calendar].node)
    return calendar
  }

  private mutating func dateOrTime(_ value: CheckedExpression) -> CheckedExpression? {
    if value.type == .date || value.type == .time { return value }
    report(.typing(.wrongType(value.span, found: described(value.type), expected: .dateOrTime, nil)))
    return nil
  }
}

extension Unit {
  /// Whether it is a percentage per year or per month.
  fileprivate var isYearlyPercent: Bool {
    isPercent && components.count == 1 && components[0].power == -1 && components[0].base == .calendar
  }
}
