import RedressValues
import Testing

@Suite struct BusinessCalendarTests {
  private static func date(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

  /// China in the autumn of 2026: a week off, and a Saturday worked for it.
  private static func china() throws -> BusinessCalendar {
    BusinessCalendar(
      weekend: [5, 6], holidays: [try date("2026-10-01")...date("2026-10-07")],
      workdays: [try date("2026-10-10")...date("2026-10-10")])
  }

  @Test(arguments: [
    ("2026-10-09", true), ("2026-10-10", true), ("2026-10-11", false), ("2026-10-07", false), ("2026-10-03", false),
    ("2026-09-30", true), ("2026-10-17", false),
  ])
  func `a day is a business day or not`(day: String, expected: Bool) throws {
    #expect(try Self.china().isBusinessDay(Self.date(day)) == expected)
  }

  @Test func `saturday and sunday are off without a calendar`() throws {
    // 2026-03-05 is a Thursday.
    let offs = try (0..<7).map { try #require(Self.date("2026-03-05").adding(days: $0)) }
      .map { !BusinessCalendar.plain.isBusinessDay($0) }
    #expect(offs == [false, false, true, true, false, false, false])
  }

  @Test(arguments: [
    ("2026-09-30", 1, "2026-10-08"), ("2026-09-30", 3, "2026-10-10"), ("2026-10-10", 1, "2026-10-12"),
    ("2026-10-08", -1, "2026-09-30"), ("2026-10-03", 1, "2026-10-08"), ("2026-10-03", 0, "2026-10-03"),
  ])
  func `a number of business days leads to a day`(start: String, count: Int, end: String) throws {
    #expect(try Self.china().day(after: Self.date(start), by: count) == Self.date(end))
  }

  @Test func `counting agrees with going day by day`() throws {
    let seed: UInt64 = 20_261_001
    var generator = SeededGenerator(seed: seed)
    for round in 0..<100 {
      let calendar = try randomCalendar(&generator)
      let start = try #require(Self.date("2026-01-01").adding(days: Int.random(in: -400...400, using: &generator)))
      let end = try #require(start.adding(days: Int.random(in: -20...800, using: &generator)))
      var expected = 0
      var day = start
      while day < end {
        day = try #require(day.adding(days: 1))
        if isBusinessDay(day, calendar) { expected += 1 }
      }
      #expect(calendar.count(from: start, to: end) == expected, "seed \(seed), round \(round)")
      for sign in [1, -1] {
        let wanted = Int.random(in: 1...60, using: &generator)
        #expect(
          calendar.day(after: start, by: sign * wanted) == walk(from: start, wanted, sign, calendar),
          "seed \(seed), round \(round)")
      }
    }
  }

  @Test func `a calendar without business days leads nowhere, however far`() throws {
    let never = BusinessCalendar(weekend: [0, 1, 2, 3, 4, 5, 6], holidays: [], workdays: [])
    #expect(try never.day(after: Self.date("2026-03-05"), by: 1) == nil)
    #expect(try never.count(from: Self.date("0001-01-01"), to: Self.date("9999-12-31")) == 0)
    #expect(try BusinessCalendar.plain.day(after: Self.date("9999-12-31"), by: 1) == nil)
    #expect(try BusinessCalendar.plain.day(after: Self.date("0001-01-01"), by: -1) == nil)
    #expect(try BusinessCalendar.plain.day(after: Self.date("2026-03-05"), by: .max) == nil)
    #expect(try BusinessCalendar.plain.day(after: Self.date("2026-03-05"), by: .min) == nil)
    #expect(try BusinessCalendar.plain.count(from: Self.date("0001-01-01"), to: Self.date("9999-12-31")) == 2_608_614)
  }

  // MARK: The slow way

  private func isBusinessDay(_ day: CivilDate, _ calendar: BusinessCalendar) -> Bool {
    if calendar.workdays.contains(where: { $0.contains(day) }) { return true }
    return !calendar.weekend.contains(day.weekday - 1) && !calendar.holidays.contains { $0.contains(day) }
  }

  private func walk(from start: CivilDate, _ wanted: Int, _ sign: Int, _ calendar: BusinessCalendar) -> CivilDate? {
    var left = wanted
    var day = start
    // A calendar that leaves nothing to find within ten years is looked at by a test of its own.
    for _ in 0..<3_650 {
      guard let next = day.adding(days: sign) else { return nil }
      day = next
      if isBusinessDay(day, calendar) { left -= 1 }
      if left == 0 { return day }
    }
    return nil
  }

  private func randomCalendar(_ generator: inout SeededGenerator) throws -> BusinessCalendar {
    func spans(_ count: Int) throws -> [BusinessCalendar.Days] {
      try (0..<count).map { _ in
        let first = try #require(Self.date("2025-06-01").adding(days: Int.random(in: 0...900, using: &generator)))
        return try first...#require(first.adding(days: Int.random(in: 0...9, using: &generator)))
      }
    }
    let weekend = Set((0...6).filter { _ in Int.random(in: 0...3, using: &generator) == 0 })
    let days = try (spans(Int.random(in: 0...12, using: &generator)), spans(Int.random(in: 0...6, using: &generator)))
    return BusinessCalendar(weekend: weekend.count == 7 ? [6] : weekend, holidays: days.0, workdays: days.1)
  }
}
