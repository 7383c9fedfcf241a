/// Which days are business days: no weekend and no holiday, or a workday.
package struct BusinessCalendar: Hashable, Sendable {
  /// A day, or the days from one to another, both included.
  package typealias Days = ClosedRange<CivilDate>

  /// Saturday and Sunday off, and nothing else.
  package static let plain = BusinessCalendar(weekend: [5, 6], holidays: [], workdays: [])

  /// 0 for Monday to 6 for Sunday.
  package let weekend: Set<Int>
  package let holidays: [Days]
  /// Worked all the same, such as a Saturday that makes up for a holiday.
  package let workdays: [Days]

  // What the functions below count with, in day numbers: ascending, apart from one another.

  /// Holidays that are not worked.
  private let off: [ClosedRange<Int>]
  /// The workdays.
  private let worked: [ClosedRange<Int>]

  package init(weekend: Set<Int>, holidays: [Days], workdays: [Days]) {
    self.weekend = weekend
    self.holidays = holidays
    self.workdays = workdays
    worked = Self.apart(workdays)
    off = Self.apart(holidays).flatMap { [worked] in Self.without(worked, $0) }
  }

  package func isBusinessDay(_ day: CivilDate) -> Bool {
    let number = Int(day.dayNumber)
    if worked.contains(where: { $0.contains(number) }) { return true }
    return !weekend.contains(day.weekday - 1) && !off.contains { $0.contains(number) }
  }

  /// How many business days lie after the first day up to the second, the second included; 0 if it is not after the
  /// first. The span may be any; the effort depends on the number of holidays only.
  package func count(from start: CivilDate, to end: CivilDate) -> Int {
    businessDays(Int(start.dayNumber) + 1, Int(end.dayNumber))
  }

  /// The business day that is so many business days after a day, or before it if below zero; the day itself never
  /// counts, and by 0 it is the result. Nil where the years 0001 to 9999 have none.
  package func day(after start: CivilDate, by count: Int) -> CivilDate? {
    if count == 0 { return start }
    let start = Int(start.dayNumber)
    let edge = Int(CivilDate(dayNumber: count > 0 ? .max : .min).dayNumber)
    let wanted = count.magnitude
    func isEnough(_ distance: Int) -> Bool {
      let found =
        count > 0 ? businessDays(start + 1, start + distance) : businessDays(start - distance, start - 1)
      return found.magnitude >= wanted
    }
    var farthest = abs(edge - start)
    guard isEnough(farthest) else { return nil }
    var nearest = 1
    while nearest < farthest {
      let middle = nearest + (farthest - nearest) / 2
      if isEnough(middle) { farthest = middle } else { nearest = middle + 1 }
    }
    return CivilDate(dayNumber: count > 0 ? start + nearest : start - nearest)
  }

  // MARK: Counting

  /// The business days among these, first and last included.
  private func businessDays(_ first: Int, _ last: Int) -> Int {
    var count = ordinaryDays(first, last)
    for days in off { count -= ordinaryDays(max(first, days.lowerBound), min(last, days.upperBound)) }
    for days in worked {
      let (first, last) = (max(first, days.lowerBound), min(last, days.upperBound))
      if first <= last { count += last - first + 1 - ordinaryDays(first, last) }
    }
    return count
  }

  /// The days among these that are no weekend.
  private func ordinaryDays(_ first: Int, _ last: Int) -> Int {
    guard first <= last else { return 0 }
    let length = last - first + 1
    var count = length / 7 * (0...6).count { !weekend.contains($0) }
    let weekday = CivilDate(dayNumber: first).weekday - 1
    for day in 0..<(length % 7) where !weekend.contains((weekday + day) % 7) { count += 1 }
    return count
  }

  /// Spans in order, those that touch or overlap joined.
  private static func apart(_ spans: [Days]) -> [ClosedRange<Int>] {
    var result: [ClosedRange<Int>] = []
    let sorted = spans.map { Int($0.lowerBound.dayNumber)...Int($0.upperBound.dayNumber) }
      .sorted { $0.lowerBound < $1.lowerBound }
    for span in sorted {
      if let last = result.last, span.lowerBound <= last.upperBound + 1 {
        result[result.count - 1] = last.lowerBound...max(last.upperBound, span.upperBound)
      } else {
        result.append(span)
      }
    }
    return result
  }

  /// What is left of a span without these.
  private static func without(_ removed: [ClosedRange<Int>], _ span: ClosedRange<Int>) -> [ClosedRange<Int>] {
    var result: [ClosedRange<Int>] = []
    var next = span.lowerBound
    for hole in removed where hole.overlaps(span) {
      if next < hole.lowerBound { result.append(next...(hole.lowerBound - 1)) }
      next = hole.upperBound + 1
    }
    if next <= span.upperBound { result.append(next...span.upperBound) }
    return result
  }
}
