import RedressChecker
import RedressValues

extension ReferenceEvaluator {
  private static let minutesPerDay = 1_440

  /// Rule 5: a date is moved by whole days or whole months, a time by whole minutes or whole months.
  func shifted(
    _ amount: Rational, _ unit: CheckedExpression.ShiftUnit, isBefore: Bool, _ moved: ReferenceValue
  ) throws(Stop) -> ReferenceValue {
    let amount = isBefore ? try RedressReference.difference(.zero, amount) : amount
    switch (unit, moved) {
    case (.months, .date(let date)):
      guard let months = amount.whole else { throw .refused("fractionOfMonth") }
      return .date(try known(date.adding(months: months)))
    case (.months, .time(let time)):
      guard let months = amount.whole else { throw .refused("fractionOfMonth") }
      guard let result = time.adding(months: months) else { throw .refused("dateOutOfRange") }
      return .time(result)
    case (.duration, .date(let date)):
      guard let days = try quotient(amount, Rational(Self.minutesPerDay)).whole else { throw .refused("fractionOfDay") }
      return .date(try known(date.adding(days: days)))
    case (.duration, .time(let time)):
      guard let minutes = amount.whole else { throw .refused("fractionOfDay") }
      guard let result = time.adding(minutes: minutes) else { throw .refused("dateOutOfRange") }
      return .time(result)
    default: throw .notCovered("a shift of what is no date")
    }
  }

  private func known(_ date: CivilDate?) throws(Stop) -> CivilDate {
    guard let date else { throw .refused("dateOutOfRange") }
    return date
  }

  /// Rule 6, in minutes.
  func difference(_ left: ReferenceValue, _ right: ReferenceValue) throws(Stop) -> Rational {
    switch (left, right) {
    case (.date(let left), .date(let right)):
      return Rational((Int(left.dayNumber) - Int(right.dayNumber)) * Self.minutesPerDay)
    case (.time(let left), .time(let right)): return Rational(left.minuteNumber - right.minuteNumber)
    default: throw .notCovered("a difference of what are no dates")
    }
  }

  /// Rule 33, in months: the greatest n with n months after a ≤ b, or the least with n months after a ≥ b; counted up.
  func elapsed(
    _ unit: CheckedExpression.CalendarUnit, isStarted: Bool, from first: CivilDate, to last: CivilDate
  ) throws(Stop) -> Rational {
    let months = unit == .years ? 12 : 1
    var count = 0
    if isStarted {
      while let reached = first.adding(months: count * months), reached < last { count += 1 }
    } else {
      while let next = first.adding(months: (count + 1) * months), next <= last { count += 1 }
    }
    return Rational(count * months)
  }

  // MARK: Business days

  private func isBusinessDay(_ day: CivilDate, _ calendar: Int?) -> Bool {
    let days = calendar.map { policy.calendars[$0].days } ?? .plain
    if days.workdays.contains(where: { $0.contains(day) }) { return true }
    return !days.weekend.contains(day.weekday - 1) && !days.holidays.contains { $0.contains(day) }
  }

  /// Rule 33, in minutes: the days after the first up to the second, one by one.
  func businessDays(from first: CivilDate, to last: CivilDate, _ calendar: Int?) throws(Stop) -> Rational {
    var count = 0
    var day = first
    while day < last, let next = day.adding(days: 1) {
      day = next
      if isBusinessDay(day, calendar) { count += 1 }
    }
    return Rational(count * Self.minutesPerDay)
  }

  /// Rule 35: the day itself never counts.
  func shifted(
    _ count: Rational, isBefore: Bool, _ day: CivilDate, businessDays calendar: Int?
  ) throws(Stop) -> CivilDate {
    guard let whole = count.whole else { throw .refused("fractionOfBusinessDay") }
    let goesBack = isBefore != (whole < 0)
    var left = whole.magnitude
    var day = day
    while left > 0 {
      day = try known(day.adding(days: goesBack ? -1 : 1))
      if isBusinessDay(day, calendar) { left -= 1 }
    }
    return day
  }

  // MARK: Interest

  /// Rule 33: day a counts, b does not, each day at the rate in force on it; a yearly rate.
  mutating func accrued(
    _ definition: Int, from first: CivilDate, to last: CivilDate, over days: Rational
  ) throws(Stop) -> Rational {
    var total = Rational.zero
    var day = first
    while day < last {
      guard case .number(let rate) = try self.definition(definition, [], on: day) else {
        throw .notCovered("interest at what is no rate")
      }
      total = try sum([total, rate])
      guard let next = day.adding(days: 1) else { break }
      day = next
    }
    return try quotient(try product(total, Rational(monthsOfYear(definition))), days)
  }

  /// A rate per year is held per month (rule 4).
  private func monthsOfYear(_ definition: Int) -> Int {
    guard case .quantity(let unit) = policy.definitions[definition].type else { return 1 }
    return unit.components.contains { $0.base == .calendar && $0.power == -1 } ? 12 : 1
  }
}
