import RedressDiagnostics

extension Parser {
  /// `7 days after a`; the word itself is read already.
  @inline(never)
  mutating func parseShift(behind duration: Operand, isBefore: Bool) -> Operand {
    guard enter() else { return missingOperand() }
    defer { leave() }
    reportBrackets(of: duration, before: isBefore ? "before" : "after")
    let moment = parseOperators(.sum)
    if let calendar = parseCalendarName() {
      report(.misplacedClause("in \(calendar.text)", .onlyBusinessDays, calendar.span), at: calendar.span)
    }
    return make(
      .shifted(duration.expression, isBefore: isBefore, moment.expression), from: duration.span,
      above: max(duration.height, moment.height))
  }

  /// `3 business days after a in china`; the word `business` is read already.
  @inline(never)
  mutating func parseBusinessShift(behind count: Operand) -> Operand {
    guard enter() else { return missingOperand() }
    defer { leave() }
    expect(.days)
    let isBefore = at(.before)
    guard isBefore || at(.after) else {
      fail(expected: .oneOf(["after", "before"]))
      return missingOperand()
    }
    advance()
    reportBrackets(of: count, before: "business days")
    let moment = parseOperators(.sum)
    let calendar = parseCalendarName()
    return make(
      .shiftedBusinessDays(count.expression, isBefore: isBefore, moment.expression, calendar: calendar),
      from: count.span, above: max(count.height, moment.height))
  }

  private mutating func reportBrackets(of duration: Operand, before word: String) {
    guard !duration.expression.isUnary else { return }
    let suggestion = shortText(duration.span).map { "(\($0)) \(word) …" }
    report(.needsBrackets(.duration(word), suggestion: suggestion, duration.span), at: duration.span)
  }

  /// `in china` behind what is counted in business days, if it stands here.
  private mutating func parseCalendarName() -> Name? {
    guard at(.in), token(ahead: 1).kind == .word, token(ahead: 1).keyword != .proportion, !isAtHeader else {
      return nil
    }
    advance()
    let name = expectName(.calendarOf)
    return name.isMissing ? nil : name
  }

  /// `business days from a to b in china`.
  @inline(never)
  mutating func parseBusinessDays() -> Operand {
    let start = span(of: advance())
    advance()
    let ends = parseEnds()
    let calendar = parseCalendarName()
    return make(
      .businessDays(from: ends.from.expression, to: ends.to.expression, calendar: calendar), from: start,
      above: max(ends.from.height, ends.to.height))
  }

  /// `accrued base_rate from a to b over 360`.
  @inline(never)
  mutating func parseAccrued() -> Operand {
    let start = span(of: advance())
    let rate = expectName(.rateOf)
    let ends = parseEnds()
    if case .binary(.of, operatorSpan: let place, let last, _) = ends.to.expression.form {
      let interest = start.through(last.span)
      let suggestion = shortText(interest).map { "(\($0)) \(string(place)) …" }
      report(.needsBrackets(.interest, suggestion: suggestion, interest), at: interest)
      return missingOperand()
    }
    var year: Name?
    if accept(.over) != nil {
      if at(.number) { year = name(of: advance()) } else { fail(expected: .anyNumber) }
    }
    guard !rate.isMissing else { return missingOperand() }
    return make(
      .accrued(rate, from: ends.from.expression, to: ends.to.expression, over: year), from: start,
      above: max(ends.from.height, ends.to.height))
  }

  /// `whole months from a to b`.
  @inline(never)
  mutating func parseElapsed() -> Operand {
    let first = advance()
    let unit: ExpressionSyntax.CalendarUnit = advance().keyword == .years ? .years : .months
    let ends = parseEnds()
    return make(
      .elapsed(unit, isStarted: first.keyword == .started, from: ends.from.expression, to: ends.to.expression),
      from: span(of: first), above: max(ends.from.height, ends.to.height))
  }

  /// `from a to b`.
  @inline(never)
  private mutating func parseEnds() -> (from: Operand, to: Operand) {
    guard enter() else { return (missingOperand(), missingOperand()) }
    defer { leave() }
    expect(.from)
    let from = parseOperators(.sum)
    expect(.to)
    return (from, parseOperators(.sum))
  }

  /// `weekday of a`, `date of a`.
  @inline(never)
  mutating func parsePartOfDate() -> Operand {
    guard enter() else { return missingOperand() }
    defer { leave() }
    let first = advance()
    advance()
    let value = parseUnary()
    let form: ExpressionSyntax.Form =
      first.keyword == .date ? .dateOf(value.expression) : .weekdayOf(value.expression)
    return make(form, from: span(of: first), above: value.height)
  }

  /// `limit_rate on day`; the word `on` stands here.
  @inline(never)
  mutating func parseOnDay(_ named: Operand) -> Operand {
    guard enter() else { return missingOperand() }
    defer { leave() }
    advance()
    let day = parseUnary()
    return make(.on(named.expression, day.expression), from: named.span, above: max(named.height, day.height))
  }

  /// `position of injury`.
  @inline(never)
  mutating func parsePosition() -> Operand {
    let start = span(of: advance())
    advance()
    let element = expectName(.variableOf)
    return element.isMissing ? missingOperand() : make(.positionOf(element), from: start)
  }
}
