import RedressValues
import Testing

@Suite struct CivilDateTests {
  @Test func `every day has the number a day counter gives it`() throws {
    var (year, month, day) = (1, 1, 1)
    var number = -719_162
    while year <= 9_999 {
      // All days of four hundred years, and of the others those at which something can go wrong.
      if (1_900...2_300).contains(year) || day == 1 || day >= 28 {
        let date = try #require(CivilDate(year: year, month: month, day: day))
        guard date.dayNumber == number, date.year == year, date.month == month, date.day == day else {
          Issue.record("\(year)-\(month)-\(day) is \(date), day \(date.dayNumber) instead of \(number)")
          return
        }
      }
      number += 1
      day += 1
      if day > lengthOfMonth(month, year) { (month, day) = (month + 1, 1) }
      if month > 12 { (year, month) = (year + 1, 1) }
    }
    #expect(number == 2_932_897)
  }

  private func lengthOfMonth(_ month: Int, _ year: Int) -> Int {
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    let isLeapYear = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
    return lengths[month - 1] + (month == 2 && isLeapYear ? 1 : 0)
  }

  @Test(arguments: ["2026-03-05", "0001-01-01", "9999-12-31", "2024-02-29", "2000-02-29", "1969-12-31"])
  func `a date reads as it is written`(text: String) throws {
    #expect(try #require(CivilDate(text)).description == text)
  }

  @Test(arguments: [
    "", "2026-3-5", "2026-03-5", "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-01-00", "2026-04-31",
    "0000-01-01", "2026/03/05", "2026-03-05 ", " 2026-03-05", "2026-03-055", "-026-03-05", "２026-03-05", "2026-0３-05",
    "2026-03", "2026-03-05 14:00", "20260305",
  ])
  func `a day that does not exist is none`(text: String) {
    #expect(CivilDate(text) == nil)
  }

  @Test func `impossible fields are refused, whatever their size`() {
    #expect(CivilDate(year: .max, month: .max, day: .max) == nil)
    #expect(CivilDate(year: .min, month: .min, day: .min) == nil)
    #expect(CivilDate(year: 2026, month: 2, day: .max) == nil)
    #expect(CivilDate(dayNumber: .max).description == "9999-12-31")
    #expect(CivilDate(dayNumber: .min).description == "0001-01-01")
  }

  @Test func `days are counted over month ends and leap days`() throws {
    let day = try date("2024-02-28")
    #expect(day.adding(days: 1)?.description == "2024-02-29")
    #expect(day.adding(days: 2)?.description == "2024-03-01")
    #expect(day.adding(days: -59)?.description == "2023-12-31")
    #expect(day.adding(days: .max) == nil)
    #expect(day.adding(days: .min) == nil)
    #expect(try date("9999-12-31").adding(days: 1) == nil)
    #expect(try date("0001-01-01").adding(days: -1) == nil)
  }

  @Test(arguments: [
    ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2026-01-31", 3, "2026-04-30"),
    ("2026-03-31", -1, "2026-02-28"), ("2024-02-29", 12, "2025-02-28"), ("2024-02-29", 48, "2028-02-29"),
    ("2026-12-15", 1, "2027-01-15"), ("2026-01-15", -1, "2025-12-15"), ("2026-05-05", 0, "2026-05-05"),
  ])
  func `a month that lacks the day gives its last`(start: String, months: Int, expected: String) throws {
    #expect(try date(start).adding(months: months)?.description == expected)
  }

  @Test func `months beyond the calendar are none`() throws {
    let day = try date("2026-03-05")
    for months in [.max, .min, 12 * 8_000, -12 * 2_026] { #expect(day.adding(months: months) == nil) }
    #expect(day.adding(months: -12 * 2_025)?.description == "0001-03-05")
  }

  @Test func `weekdays`() throws {
    #expect(try date("1970-01-01").weekday == 4)
    #expect(try date("2026-03-02").weekday == 1)
    #expect(try date("2026-03-08").weekday == 7)
    #expect(try date("0001-01-01").weekday == 1)
    #expect(try date("1969-12-28").weekday == 7)
    #expect(try date("9999-12-31").weekday == 5)
  }

  @Test(arguments: SeededGenerator.seeds)
  func `whole and started months and years agree with counting`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<2_000 {
      let start = CivilDate(dayNumber: Int.random(in: 15_000...18_000, using: &generator))
      let end = CivilDate(dayNumber: Int.random(in: 15_000...18_000, using: &generator))
      let comment: Comment = "seed \(seed): from \(start) to \(end)"
      // Enough months for the eight years that the days lie in.
      let reached = (0...120).filter { months in start.adding(months: months).map { $0 <= end } ?? false }
      let enough = (0...120).filter { months in start.adding(months: months).map { $0 >= end } ?? false }
      #expect(CivilDate.wholeMonths(from: start, to: end) == reached.last ?? 0, comment)
      #expect(CivilDate.startedMonths(from: start, to: end) == enough.first, comment)
      #expect(CivilDate.wholeYears(from: start, to: end) == (reached.last { $0 % 12 == 0 } ?? 0) / 12, comment)
      #expect(CivilDate.startedYears(from: start, to: end) == enough.first { $0 % 12 == 0 }.map { $0 / 12 }, comment)
    }
  }

  @Test func `months at the ends of the calendar`() {
    let (first, last) = (CivilDate(dayNumber: .min), CivilDate(dayNumber: .max))
    #expect(CivilDate.wholeMonths(from: first, to: last) == 9_999 * 12 - 1)
    #expect(CivilDate.startedMonths(from: first, to: last) == 9_999 * 12)
    #expect(CivilDate.wholeMonths(from: last, to: first) == 0)
    #expect(CivilDate.startedMonths(from: last, to: first) == 0)
    #expect(CivilDate.startedMonths(from: first, to: first) == 0)
  }

  private func date(_ text: String) throws -> CivilDate {
    try #require(CivilDate(text))
  }
}

@Suite struct CivilTimeTests {
  @Test(arguments: ["2026-03-05 14:00", "1969-12-31 23:59", "1970-01-01 00:00", "0001-01-01 00:00", "9999-12-31 23:59"])
  func `a time reads as it is written`(text: String) throws {
    let time = try #require(CivilTime(text))
    #expect(time.description == text)
    #expect(time.date.description == text.prefix(10))
    #expect(time.isoText == text.replacing(" ", with: "T"))
  }

  @Test(arguments: [
    "2026-03-05", "2026-03-05 24:00", "2026-03-05 12:60", "2026-03-05T14:00", "2026-03-05 1:00", "2026-02-30 12:00",
    "2026-03-05  14:00", "2026-03-05 14:00:00", "",
  ])
  func `a minute that does not exist is none`(text: String) {
    #expect(CivilTime(text) == nil)
  }

  @Test func `hours cross days and months keep the hour`() throws {
    let time = try #require(CivilTime("2026-01-31 23:30"))
    #expect(time.adding(minutes: 60)?.description == "2026-02-01 00:30")
    #expect(time.adding(minutes: -1_440)?.description == "2026-01-30 23:30")
    #expect(time.adding(months: 1)?.description == "2026-02-28 23:30")
    #expect(time.minuteOfDay == 1_410)
    #expect(CivilTime(time.date).description == "2026-01-31 00:00")
    #expect(CivilTime(time.date) < time)
    #expect(try #require(CivilTime("1969-12-31 00:01")).minuteNumber == -1_439)
  }

  @Test func `beyond the calendar there is no time`() throws {
    let time = try #require(CivilTime("2026-01-31 23:30"))
    for minutes in [Int.max, .min, 8_000 * 366 * 1_440] { #expect(time.adding(minutes: minutes) == nil) }
    #expect(time.adding(months: .max) == nil)
    #expect(CivilTime(minuteNumber: .max).description == "9999-12-31 23:59")
    #expect(CivilTime(minuteNumber: .min).description == "0001-01-01 00:00")
  }
}
