import RedressEngine
import RedressValues
import Testing

@Suite struct TimeTests {
  // MARK: Accrued rates

  /// A dated yearly rate over the days between two facts, of 365,000.
  private static func interest(first: String = "2024-01-01") throws -> HandmadePolicy {
    var policy = HandmadePolicy()
    let from = policy.fact(
      "due_on", .date, from: Int(HandmadePolicy.day("2024-01-01").dayNumber),
      to: Int(HandmadePolicy.day("2026-12-31").dayNumber))
    let to = policy.fact(
      "paid_on", .date, from: Int(HandmadePolicy.day("2024-01-01").dayNumber),
      to: Int(HandmadePolicy.day("2026-12-31").dayNumber))
    let rates = try [4, 6, 2].map { try policy.percent($0) }
    let rate = policy.define(
      "base_rate", .quantity(.percent),
      policy.dated("base_rate", Array(zip([first, "2025-01-01", "2025-07-01"], rates))))
    policy.program.numbers.append(Rational(365))
    let accrued = policy.add(
      .accrued(definition: Int32(rate), from: from, to: to, over: Int32(policy.program.numbers.count - 1)))
    policy.pay(policy.add(.multiply(accrued, policy.number(365_000))))
    return policy
  }

  @Test(arguments: [
    ("2024-03-01", "2024-03-02", "40"), ("2024-03-01", "2024-03-01", "0"), ("2024-03-02", "2024-03-01", "0"),
    ("2024-12-31", "2025-01-02", "100"), ("2025-06-30", "2025-07-02", "80"), ("2024-12-31", "2025-07-02", "10920"),
  ])
  func `each day counts at the rate in force on it`(from: String, to: String, expected: String) throws {
    #expect(try Self.interest().result([("due_on", .date(from)), ("paid_on", .date(to))]) == expected)
  }

  @Test func `days before the first rate refuse the case only if they count`() throws {
    let policy = try Self.interest(first: "2024-02-01")
    #expect(try policy.result([("due_on", .date("2024-01-31")), ("paid_on", .date("2024-02-02"))]) == "R0521")
    #expect(try policy.result([("due_on", .date("2024-01-31")), ("paid_on", .date("2024-01-31"))]) == "0")
    #expect(try policy.result([("due_on", .date("2024-02-01")), ("paid_on", .date("2024-02-02"))]) == "40")
  }

  @Test func `an unknown day leaves all the days it may add`() throws {
    let policy = try Self.interest()
    #expect(try policy.result([("paid_on", .date("2024-01-11"))]) == "0 to 400 for due_on")
    #expect(try policy.result([("due_on", .date("2026-12-21"))]) == "0 to 200 for paid_on")
    let range = try #require(try policy.line([("due_on", .date("2024-11-01"))]).range)
    for day in ["2024-11-02", "2025-01-01", "2025-07-01", "2026-12-31"] {
      let payable = try #require(
        try policy.line([("due_on", .date("2024-11-01")), ("paid_on", .date(day))]).payable)
      #expect((range.low.map { $0 <= payable } ?? true) && (range.high.map { payable <= $0 } ?? true))
    }
  }

  @Test func `a rate per year is a rate per year`() throws {
    var policy = HandmadePolicy()
    let perYear = Unit.percent.divided(by: HandmadePolicy.unit("year"))
    let rate = policy.define(
      "base_rate", .quantity(perYear),
      policy.ruling("base_rate", policy.number(try Rational(6) / Rational(1_200))))
    policy.program.numbers.append(Rational(360))
    let accrued = policy.add(
      .accrued(
        definition: Int32(rate), from: policy.date("2026-01-01"), to: policy.date("2026-01-31"),
        over: Int32(policy.program.numbers.count - 1)))
    policy.pay(policy.add(.multiply(accrued, policy.number(1_200))))
    #expect(try policy.result() == "6")
  }

  @Test func `explanations show every rate that was in force`() throws {
    let line = try Self.interest().line(
      [("due_on", .date("2024-12-01")), ("paid_on", .date("2025-02-01"))], explaining: true)
    #expect(
      line.because.filter { $0.name == "base_rate" }.map(\.branch) == [
        "base_rate@2024-01-01", "base_rate@2025-01-01",
      ])
  }

  // MARK: Business days

  /// Pays the number of days between the result and 2026-01-01.
  private static func shifted(_ amount: Int, isBefore: Bool = false) throws -> HandmadePolicy {
    var policy = HandmadePolicy()
    let day = policy.fact(
      "received", .date, from: Int(HandmadePolicy.day("2026-03-02").dayNumber),
      to: Int(HandmadePolicy.day("2026-03-06").dayNumber))
    let moved = policy.add(
      .shiftBusinessDays(policy.number(amount), isBefore: isBefore, day, isTime: false, calendar: 0))
    let between = policy.add(.dateDifference(moved, policy.date("2026-01-01")))
    policy.pay(policy.add(.divide(between, policy.number(1_440))))
    return policy
  }

  @Test func `business days move a date over weekends`() throws {
    // Friday 6 March is day 64 of the year counted from 0; the Monday after it is day 67.
    #expect(try Self.shifted(1).result([("received", .date("2026-03-06"))]) == "67")
    #expect(try Self.shifted(2).result([("received", .date("2026-03-06"))]) == "68")
    #expect(try Self.shifted(5, isBefore: true).result([("received", .date("2026-03-06"))]) == "57")
    #expect(try Self.shifted(-1).result([("received", .date("2026-03-06"))]) == "63")
    #expect(try Self.shifted(1).result() == "61 to 67 for received")
  }

  @Test func `half a business day refuses the case`() throws {
    var policy = HandmadePolicy()
    let half = policy.number(try Rational(1) / Rational(2))
    let moved = policy.add(
      .shiftBusinessDays(half, isBefore: false, policy.date("2026-03-02"), isTime: false, calendar: 0))
    policy.pay(policy.add(.dateDifference(moved, policy.date("2026-01-01"))))
    #expect(try policy.result() == "R0512")
  }

  @Test func `business days are counted in minutes, whichever day is not known`() throws {
    var policy = HandmadePolicy()
    let from = policy.fact("from", .date, from: Int(HandmadePolicy.day("2026-03-02").dayNumber))
    let to = policy.fact("to", .date, to: Int(HandmadePolicy.day("2026-03-13").dayNumber))
    let days = policy.add(.businessDays(from: from, to: to, calendar: 0))
    policy.pay(policy.add(.divide(days, policy.number(1_440))))
    #expect(try policy.result([("from", .date("2026-03-06")), ("to", .date("2026-03-09"))]) == "1")
    #expect(try policy.result([("from", .date("2026-03-09")), ("to", .date("2026-03-06"))]) == "0")
    #expect(try policy.result() == "0 to 9 for from, to")
  }

  // MARK: Largest of dates

  @Test func `the later of two days, one of them unknown`() throws {
    var policy = HandmadePolicy()
    let first = policy.fact(
      "first", .date, from: Int(HandmadePolicy.day("2026-01-05").dayNumber),
      to: Int(HandmadePolicy.day("2026-01-08").dayNumber))
    let later = policy.add(.largest(policy.operands([first, policy.date("2026-01-06")])))
    let between = policy.add(.dateDifference(later, policy.date("2026-01-01")))
    policy.pay(policy.add(.divide(between, policy.number(1_440))))
    #expect(try policy.result() == "5 to 7 for first")
    #expect(try policy.result([("first", .date("2026-01-05"))]) == "5")
  }
}
