/// A day of the Gregorian calendar in the years 0001 to 9999, without a time zone.
package struct CivilDate: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01, which is 0.
  package let dayNumber: Int32

  private static let firstDay = dayNumber(year: 1, month: 1, day: 1)
  private static let lastDay = dayNumber(year: 9_999, month: 12, day: 31)

  /// The day with that number; beyond the years 0001 to 9999 the first or the last day of them.
  package init(dayNumber: Int) {
    self.dayNumber = Int32(truncatingIfNeeded: max(Self.firstDay, min(Self.lastDay, dayNumber)))
  }

  /// Nil if there is no such day, or it lies beyond the years 0001 to 9999.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9_999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.length(ofMonth: month, year: year)
    else { return nil }
    self.init(dayNumber: Self.dayNumber(year: year, month: month, day: day))
  }

  /// Reads `2026-03-05`; nil if the text is malformed or names a day that does not exist.
  package init?(_ text: some StringProtocol) {
    let fields = CivilField.fields(of: text, pattern: "dddd-dd-dd")
    guard fields.count == 3 else { return nil }
    self.init(year: fields[0], month: fields[1], day: fields[2])
  }

  package static func < (left: CivilDate, right: CivilDate) -> Bool {
    left.dayNumber < right.dayNumber
  }

  /// 1 to 9999.
  package var year: Int { fields.year }
  /// 1 to 12.
  package var month: Int { fields.month }
  /// 1 to 31.
  package var day: Int { fields.day }

  /// 1 for Monday to 7 for Sunday.
  package var weekday: Int {
    // 1970-01-01 was a Thursday.
    let sinceMonday = (Int(dayNumber) + 3) % 7
    return (sinceMonday < 0 ? sinceMonday + 7 : sinceMonday) + 1
  }

  /// So many days later, or earlier if below zero; nil beyond the years 0001 to 9999.
  package func adding(days: Int) -> CivilDate? {
    let (sum, overflows) = Int(dayNumber).addingReportingOverflow(days)
    guard !overflows, (Self.firstDay...Self.lastDay).contains(sum) else { return nil }
    return CivilDate(dayNumber: sum)
  }

  /// The same day so many months later, or earlier if below zero, or the last day of a month that lacks it; nil
  /// beyond the years 0001 to 9999.
  package func adding(months: Int) -> CivilDate? {
    let fields = fields
    let (sum, overflows) = (fields.year * 12 + fields.month - 1).addingReportingOverflow(months)
    guard !overflows, sum >= 12 else { return nil }
    let (year, month) = (sum / 12, sum % 12 + 1)
    guard year <= 9_999 else { return nil }
    return CivilDate(year: year, month: month, day: min(fields.day, Self.length(ofMonth: month, year: year)))
  }
}

extension CivilDate {
  /// The greatest number of months, 0 or above, with which the first day is not moved past the second.
  package static func wholeMonths(from start: CivilDate, to end: CivilDate) -> Int {
    let months = monthsBetween(start, end)
    let isReached = start.adding(months: months).map { $0 <= end } ?? false
    return max(0, isReached ? months : months - 1)
  }

  /// The least number of months, 0 or above, with which the first day is moved to the second or past it.
  package static func startedMonths(from start: CivilDate, to end: CivilDate) -> Int {
    let months = monthsBetween(start, end)
    let isEnough = start.adding(months: months).map { $0 >= end } ?? true
    return max(0, isEnough ? months : months + 1)
  }

  /// The greatest number of years, 0 or above, with which the first day is not moved past the second.
  package static func wholeYears(from start: CivilDate, to end: CivilDate) -> Int {
    wholeMonths(from: start, to: end) / 12
  }

  /// The least number of years, 0 or above, with which the first day is moved to the second or past it.
  package static func startedYears(from start: CivilDate, to end: CivilDate) -> Int {
    (startedMonths(from: start, to: end) + 11) / 12
  }

  /// From the month of one day to the month of the other, whatever the days in them.
  private static func monthsBetween(_ start: CivilDate, _ end: CivilDate) -> Int {
    let (first, last) = (start.fields, end.fields)
    return (last.year - first.year) * 12 + last.month - first.month
  }
}

extension CivilDate: CustomStringConvertible {
  /// `2026-03-05`.
  package var description: String {
    let fields = fields
    return CivilField.text(fields.year, width: 4) + "-" + CivilField.text(fields.month, width: 2) + "-"
      + CivilField.text(fields.day, width: 2)
  }
}

extension CivilDate {
  // Both ways count in years that begin in March, so that the leap day is the last day of one. 719,468 days lie
  // between 0000-03-01 and 1970-01-01; 400 years have 146,097 days. All years here are above zero.

  /// The day's number; the month is 1 to 12.
  private static func dayNumber(year: Int, month: Int, day: Int) -> Int {
    let marchYear = month > 2 ? year : year - 1
    let marchMonth = month > 2 ? month - 3 : month + 9
    let daysBeforeMonth = (153 * marchMonth + 2) / 5
    let leapDays = marchYear / 4 - marchYear / 100 + marchYear / 400
    return marchYear * 365 + leapDays + daysBeforeMonth + day - 1 - 719_468
  }

  private var fields: (year: Int, month: Int, day: Int) {
    let days = Int(dayNumber) + 719_468
    let (era, dayOfEra) = days.quotientAndRemainder(dividingBy: 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    return (era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, day)
  }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
    default: 31
    }
  }
}
