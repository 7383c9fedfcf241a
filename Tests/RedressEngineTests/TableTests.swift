import RedressEngine
import RedressValues
import Testing

@Suite struct TableTests {
  private static func range(_ low: Int?, _ high: Int?, under: Bool = false, above: Bool = false) -> TableCell {
    .range(
      lower: low.map { Rational($0) }, excludesLower: above, upper: high.map { Rational($0) }, excludesUpper: under)
  }

  /// The table of the tour, over whole days and three tiers, with a rate of the value.
  private static func policy(lateTo upper: Int? = nil) throws -> HandmadePolicy {
    var policy = HandmadePolicy()
    policy.program.schema.kinds = [
      Schema.Kind(name: "Tier", words: ["basic", "silver", "gold"], labels: [nil, nil, nil])
    ]
    let number = ValueType.quantity(.number)
    let late = policy.fact("late", number, from: 0, to: upper)
    let tier = policy.fact("tier", .kind(0))
    let rates = try [0, 5, 8, 20].map { try policy.percent($0) }
    let table = policy.table(
      "delay_rate",
      of: [HandmadePolicy.attributes("late", number, isWhole: true), HandmadePolicy.attributes("tier", .kind(0))],
      gives: .quantity(.percent),
      [
        (
          "",
          [
            ([range(0, 2), .any], rates[0]),
            ([range(3, 5), .values([Rational(2)])], rates[1]),
            ([range(3, 5), .values([Rational(1), Rational(0)])], rates[2]),
            ([range(5, nil, above: true), .any], rates[3]),
          ]
        )
      ])
    let rate = policy.add(.table(Int32(table), policy.operands([late, tier])))
    policy.pay(policy.add(.multiply(rate, policy.number(1_000))))
    return policy
  }

  @Test(arguments: [
    (0, 0, "0"), (2, 2, "0"), (3, 2, "50"), (5, 2, "50"), (3, 1, "80"), (5, 0, "80"), (6, 0, "200"), (60, 2, "200"),
  ])
  func `a row is found by all its cells`(late: Int, tier: Int64, expected: String) throws {
    #expect(try Self.policy().result([("late", .number(late)), ("tier", .ordinal(tier))]) == expected)
  }

  @Test func `what is not known leaves the rows it may fall under`() throws {
    #expect(try Self.policy().result([("late", .number(4))]) == "50 to 80 for tier")
    #expect(try Self.policy().result([("late", .number(1))]) == "0")
    #expect(try Self.policy().result([("tier", .ordinal(2))]) == "0 to 200 for late")
    #expect(try Self.policy(lateTo: 5).result([("tier", .ordinal(2))]) == "0 to 50 for late")
    #expect(try Self.policy().result() == "0 to 200 for late, tier")
  }

  @Test func `a refused row refuses the case once it is known to count`() throws {
    var policy = HandmadePolicy()
    let late = policy.fact("late", .quantity(.number), from: 0, to: 60)
    let parameter = HandmadePolicy.attributes("late", .quantity(.number))
    let value = policy.number(10)
    let table = policy.table(
      "rate", of: [parameter], gives: policy.money,
      [("", [([Self.range(nil, 30)], value), ([Self.range(30, nil, above: true)], nil)])])
    policy.pay(policy.add(.table(Int32(table), policy.operands([late]))))
    #expect(try policy.result([("late", .number(31))]) == "R0523")
    #expect(try policy.result([("late", .number(30))]) == "10")
    #expect(try policy.result() == "10")
  }

  @Test func `otherwise counts where no row does, and only where one may be missing`() throws {
    var policy = HandmadePolicy()
    let late = policy.fact("late", .quantity(.number), from: 1, to: 9)
    let values = [policy.number(10), policy.number(20), policy.number(30)]
    let table = policy.table(
      "rate", of: [HandmadePolicy.attributes("late", .quantity(.number))], gives: policy.money,
      [("", [([Self.range(0, 4, under: true)], values[0]), ([Self.range(4, 9)], values[1])])],
      otherwise: .some(values[2]))
    policy.pay(policy.add(.table(Int32(table), policy.operands([late]))))
    #expect(try policy.result([("late", .number(3))]) == "10")
    #expect(try policy.result([("late", .number(40))]) == "30")
    // Together the rows cover everything the bounds leave, so that `otherwise` cannot count.
    #expect(try policy.result() == "10 to 20 for late")
  }

  @Test func `whole values leave no gap between the rows`() throws {
    for (isWhole, expected) in [(true, "10 to 20 for late"), (false, "10 to 30 for late")] {
      var policy = HandmadePolicy()
      let late = policy.fact("late", .quantity(.number), from: 1, to: 6)
      let values = [policy.number(10), policy.number(20), policy.number(30)]
      let table = policy.table(
        "rate", of: [HandmadePolicy.attributes("late", .quantity(.number), isWhole: isWhole)], gives: policy.money,
        [("", [([Self.range(0, 3)], values[0]), ([Self.range(4, 9)], values[1])])], otherwise: .some(values[2]))
      policy.pay(policy.add(.table(Int32(table), policy.operands([late]))))
      #expect(try policy.result() == expected)
    }
  }

  @Test func `a row without an answer for the case is refused`() throws {
    var policy = HandmadePolicy()
    let late = policy.fact("late", .quantity(.number))
    let table = policy.table(
      "rate", of: [HandmadePolicy.attributes("late", .quantity(.number))], gives: policy.money,
      [("", [([Self.range(0, 3)], policy.number(10))])])
    policy.pay(policy.add(.table(Int32(table), policy.operands([late]))))
    #expect(try policy.result([("late", .number(4))]) == "R0524")
  }

  @Test func `dated rows are those of the day`() throws {
    var policy = HandmadePolicy()
    let late = policy.fact("late", .quantity(.number))
    let values = [policy.number(10), policy.number(20)]
    let table = policy.table(
      "rate", of: [HandmadePolicy.attributes("late", .quantity(.number))], gives: policy.money,
      [("2025-01-01", [([.any], values[0])]), ("2026-01-01", [([.any], values[1])])])
    policy.pay(policy.add(.table(Int32(table), policy.operands([late]))))
    #expect(try policy.result([("late", .number(4))], dated: "2025-12-31") == "10")
    #expect(try policy.result([("late", .number(4))], dated: "2026-01-01") == "20")
    #expect(try policy.result([("late", .number(4))], dated: "2024-01-01") == "R0521")
    #expect(try policy.result([("late", .number(4))]) == "R0522")
    policy.program.items = []
    policy.pay(policy.add(.tableOn(Int32(table), policy.operands([late]), policy.date("2025-05-05"))))
    #expect(try policy.result([("late", .number(4))]) == "10")
  }

  @Test func `a row may count with its argument, which it bounds`() throws {
    var policy = HandmadePolicy()
    let late = policy.fact("late", .quantity(.number), from: 0, to: 9)
    let parameter = policy.add(.parameter(0))
    let table = policy.table(
      "rate", of: [HandmadePolicy.attributes("late", .quantity(.number))], gives: policy.money,
      [("", [([Self.range(nil, 4)], parameter), ([Self.range(4, nil, above: true)], policy.number(2))])])
    policy.pay(policy.add(.table(Int32(table), policy.operands([late]))))
    #expect(try policy.result([("late", .number(3))]) == "3")
    #expect(try policy.result() == "0 to 4 for late")
  }

  @Test func `explanations name the row`() throws {
    let line = try Self.policy().line([("late", .number(4)), ("tier", .ordinal(1))], explaining: true)
    let rate = try #require(line.because.first { $0.name == "delay_rate" })
    #expect(rate.branch == "delay_rate.row_3")
    #expect(rate.reason == "row 3")
    #expect(rate.value == "8%")
    #expect(rate.because.map(\.name) == ["late", "tier"])
  }

  // MARK: Tiers

  /// 10% up to 10,000, 5% up to 100,000, 1% above.
  private static func tiers(rates: [Int] = [10, 5, 1], from lower: Int? = 0, to upper: Int? = nil) throws
    -> HandmadePolicy
  {
    var policy = HandmadePolicy()
    let amount = policy.fact("amount", policy.money, from: lower, to: upper)
    let nodes = try rates.map { try policy.percent($0) }
    let ends = [Rational(10_000), Rational(100_000), nil]
    policy.program.tiers = [
      Program.Tiers(
        name: "commission", label: nil, parameter: HandmadePolicy.attributes("amount", policy.money),
        type: policy.money,
        bands: zip(ends, nodes).enumerated().map { index, band in
          Program.Tiers.Band(
            upper: band.0, rate: band.1, branch: HandmadePolicy.branch("commission.band_\(index + 1)"))
        }, span: HandmadePolicy.place)
    ]
    policy.pay(policy.add(.tiers(0, amount)))
    return policy
  }

  @Test(arguments: [
    (0, "0"), (5_000, "500"), (10_000, "1000"), (10_001, "1000.05"), (100_000, "5500"), (300_000, "7500"),
    (-1, "R0525"),
  ])
  func `each slice has its own rate`(amount: Int, expected: String) throws {
    #expect(try Self.tiers().result([("amount", .number(amount))]) == expected)
  }

  @Test func `an amount that is not known gives the tiers of its bounds`() throws {
    #expect(try Self.tiers(from: 5_000, to: 20_000).result() == "500 to 1500 for amount")
    #expect(try Self.tiers(from: 5_000).result() == "500 to … for amount")
    // Rates below zero: still every value in between lies within.
    let falling = try Self.tiers(rates: [10, -5, 1], from: 5_000, to: 200_000)
    let range = try #require(try falling.line().range)
    for amount in stride(from: 5_000, through: 200_000, by: 5_000) {
      guard let payable = try? falling.line([("amount", .number(amount))]).payable else { continue }
      #expect((range.low.map { $0 <= payable } ?? true) && (range.high.map { payable <= $0 } ?? true))
    }
  }

  @Test func `explanations show the bands an amount reaches`() throws {
    let line = try Self.tiers().line([("amount", .number(20_000))], explaining: true)
    let tiers = try #require(line.because.first { $0.name == "commission" })
    #expect(tiers.value == "1,500.00 CNY")
    let bands = tiers.because.filter { $0.branch != nil }
    #expect(bands.map(\.name) == ["commission.band_1", "commission.band_2"])
    #expect(bands.map(\.value) == ["1,000.00 CNY", "500.00 CNY"])
  }
}
