import RedressValues

/// By what a date or a time is moved.
enum DateShift: Sendable {
  /// A date by whole days, held in minutes.
  case days
  /// A time by whole minutes.
  case minutes
  /// A date by whole months.
  case months
  /// A time by whole months.
  case monthsOfTime

  private static let minutesPerDay: Int64 = 1_440

  /// How many steps an amount is; nil where it is no whole number of them.
  func steps(of amount: Rational) -> Int? {
    guard let whole = amount.whole else { return nil }
    switch self {
    case .days: return whole % Int(Self.minutesPerDay) == 0 ? whole / Int(Self.minutesPerDay) : nil
    case .minutes: return whole
    case .months, .monthsOfTime: return whole.magnitude < 1_000_000 ? whole : nil
    }
  }

  /// The day, or the minute, so many steps later, or earlier; nil outside the years 1 to 9999.
  func moved(_ ordinal: Int64, by steps: Int, isBefore: Bool) -> Int64? {
    // A negative number that has no positive one lies far outside of the calendar.
    guard steps != .min else { return nil }
    let steps = isBefore ? -steps : steps
    switch self {
    case .days: return CivilDate(exactly: ordinal)?.adding(days: steps).map { Int64($0.dayNumber) }
    case .minutes:
      let (sum, overflows) = ordinal.addingReportingOverflow(Int64(steps))
      return overflows || CivilDate(exactly: sum.dividedDown(by: Self.minutesPerDay)) == nil ? nil : sum
    case .months: return moved(ordinal, byMonths: steps, perDay: 1)
    case .monthsOfTime: return moved(ordinal, byMonths: steps, perDay: Self.minutesPerDay)
    }
  }

  private func moved(_ ordinal: Int64, byMonths months: Int, perDay: Int64) -> Int64? {
    let day = ordinal.dividedDown(by: perDay)
    guard let result = CivilDate(exactly: day)?.adding(months: months) else { return nil }
    return Int64(result.dayNumber) * perDay + (ordinal - day * perDay)
  }
}

/// Months between two days.
func elapsedMonths(isYears: Bool, isStarted: Bool, from first: CivilDate, to last: CivilDate) -> Int {
  if isYears {
    return 12
      * (isStarted ? CivilDate.startedYears(from: first, to: last) : CivilDate.wholeYears(from: first, to: last))
  }
  return isStarted ? CivilDate.startedMonths(from: first, to: last) : CivilDate.wholeMonths(from: first, to: last)
}
