/// A minute of a civil day in the years 0001 to 9999, without a time zone: every day has 24 hours.
package struct CivilTime: Hashable, Comparable, Sendable {
  /// Minutes since 1970-01-01 00:00, which is 0.
  package let minuteNumber: Int

  private static let minutesPerDay = 1_440
  private static let firstMinute = Int(CivilDate(dayNumber: .min).dayNumber) * minutesPerDay
  private static let lastMinute = (Int(CivilDate(dayNumber: .max).dayNumber) + 1) * minutesPerDay - 1

  /// The minute with that number; beyond the years 0001 to 9999 the first or the last minute of them.
  package init(minuteNumber: Int) {
    self.minuteNumber = max(Self.firstMinute, min(Self.lastMinute, minuteNumber))
  }

  /// Midnight at the beginning of a day.
  package init(_ date: CivilDate) {
    self.init(minuteNumber: Int(date.dayNumber) * Self.minutesPerDay)
  }

  /// Reads `2026-03-05 14:00`; nil if the text is malformed or names a minute that does not exist (`24:00`).
  package init?(_ text: some StringProtocol) {
    let fields = CivilField.fields(of: text, pattern: "dddd-dd-dd dd:dd")
    guard fields.count == 5, let date = CivilDate(year: fields[0], month: fields[1], day: fields[2]),
      fields[3] < 24, fields[4] < 60
    else { return nil }
    self.init(minuteNumber: CivilTime(date).minuteNumber + fields[3] * 60 + fields[4])
  }

  package static func < (left: CivilTime, right: CivilTime) -> Bool {
    left.minuteNumber < right.minuteNumber
  }

  /// The day it lies in.
  package var date: CivilDate {
    let (day, minute) = minuteNumber.quotientAndRemainder(dividingBy: Self.minutesPerDay)
    return CivilDate(dayNumber: minute < 0 ? day - 1 : day)
  }

  /// Minutes since the beginning of its day, 0 to 1439.
  package var minuteOfDay: Int {
    minuteNumber - Int(date.dayNumber) * Self.minutesPerDay
  }

  /// So many minutes later, or earlier if below zero; nil beyond the years 0001 to 9999.
  package func adding(minutes: Int) -> CivilTime? {
    let (sum, overflows) = minuteNumber.addingReportingOverflow(minutes)
    guard !overflows, (Self.firstMinute...Self.lastMinute).contains(sum) else { return nil }
    return CivilTime(minuteNumber: sum)
  }

  /// The same time of day so many months later or earlier, on the last day of a month that lacks the day; nil beyond
  /// the years 0001 to 9999.
  package func adding(months: Int) -> CivilTime? {
    guard let day = date.adding(months: months) else { return nil }
    return CivilTime(minuteNumber: CivilTime(day).minuteNumber + minuteOfDay)
  }
}

extension CivilTime: CustomStringConvertible {
  /// `2026-03-05 14:00`.
  package var description: String { text(separator: " ") }

  /// `2026-03-05T14:00`.
  package var isoText: String { text(separator: "T") }

  private func text(separator: String) -> String {
    let (hour, minute) = minuteOfDay.quotientAndRemainder(dividingBy: 60)
    return date.description + separator + CivilField.text(hour, width: 2) + ":" + CivilField.text(minute, width: 2)
  }
}
