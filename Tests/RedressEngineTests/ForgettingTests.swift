import RedressEngine
import RedressValues
import Testing

/// What is said while a fact is not known holds whatever the fact turns out to be (rule 12 of the reference).
@Suite struct ForgettingTests {
  /// One policy that goes through a dated definition, a table, tiers, an accrued rate and business days.
  private static func policy(_ generator: inout SeededGenerator) throws -> HandmadePolicy {
    var policy = HandmadePolicy()
    let first = Int(HandmadePolicy.day("2025-11-01").dayNumber)
    let last = Int(HandmadePolicy.day("2026-03-31").dayNumber)
    let number = ValueType.quantity(.number)
    let day = policy.fact("day", .date, from: first, to: last)
    policy.program.datedBy = 0
    let other = policy.fact("other", .date, from: first, to: last)
    let late = policy.fact("late", number, from: 0, to: 12)
    let amount = policy.fact("amount", policy.money, from: 0, to: 2_000)
    let any = { (range: ClosedRange<Int>, generator: inout SeededGenerator) in Int.random(in: range, using: &generator)
    }
    let rates = try (0..<3).map { _ in try policy.percent(any(-5...20, &generator)) }
    let rate = policy.define(
      "rate", .quantity(.percent), policy.dated("rate", Array(zip(["", "2026-01-01", "2026-02-15"], rates))))
    let edges = [any(0...4, &generator), any(5...11, &generator)].map { Rational($0) }
    let values = (0..<6).map { _ in any(0...50, &generator) }.map { policy.number($0) }
    func rows(_ values: ArraySlice<NodeID>) -> [(cells: [TableCell], value: NodeID?)] {
      let values = Array(values)
      return [
        ([.range(lower: nil, excludesLower: false, upper: edges[0], excludesUpper: false)], values[0]),
        ([.range(lower: edges[0], excludesLower: true, upper: edges[1], excludesUpper: true)], values[1]),
        ([.range(lower: edges[1], excludesLower: false, upper: nil, excludesUpper: false)], values[2]),
      ]
    }
    let table = policy.table(
      "fee", of: [HandmadePolicy.attributes("late", number)], gives: policy.money,
      [("2025-01-01", rows(values[..<3])), ("2026-01-15", rows(values[3...]))])
    let tierRates = try (0..<3).map { _ in try policy.percent(any(-3...10, &generator)) }
    policy.program.tiers = [
      Program.Tiers(
        name: "commission", label: nil, parameter: HandmadePolicy.attributes("amount", policy.money),
        type: policy.money,
        bands: zip([Rational(500), Rational(1_000), nil], tierRates).map {
          Program.Tiers.Band(upper: $0, rate: $1, branch: HandmadePolicy.branch("commission.band"))
        }, span: HandmadePolicy.place)
    ]
    policy.program.numbers.append(Rational(360))
    let over = Int32(policy.program.numbers.count - 1)
    let accrued = policy.add(.accrued(definition: Int32(rate), from: day, to: other, over: over))
    let businessDays = policy.add(.businessDays(from: day, to: other, calendar: 0))
    let minutes = policy.number(1_440)
    let parts = [
      policy.add(.multiply(policy.add(.definition(Int32(rate))), amount)),
      policy.add(.table(Int32(table), policy.operands([late]))),
      policy.add(.tiers(0, amount)),
      policy.add(.multiply(accrued, policy.number(10_000))),
      policy.add(.divide(businessDays, minutes)),
    ]
    for (index, part) in parts.enumerated() {
      // A payment is never below zero.
      policy.pay(policy.add(.largest(policy.operands([part, policy.number(0)]))), named: "part_\(index)")
    }
    return policy
  }

  @Test(arguments: SeededGenerator.seeds)
  func `a line that is settled stays, and a range holds what comes`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for round in 0..<60 {
      let policy = try Self.policy(&generator)
      let facts = ["day", "other", "late", "amount"]
      let bounds = policy.program.schema.facts.map { $0.bounds }
      func value(_ fact: Int, _ generator: inout SeededGenerator) -> Facts.Stated {
        let low = bounds[fact]?.lower?.whole ?? 0
        let drawn = Int.random(in: low...(bounds[fact]?.upper?.whole ?? low), using: &generator)
        return fact < 2 ? .ordinal(Int64(drawn)) : .number(drawn)
      }
      let forgotten = Int.random(in: 1...15, using: &generator)
      let stated = facts.indices.filter { forgotten >> $0 & 1 == 0 }.map { (facts[$0], value($0, &generator)) }
      let before = try policy.quote(stated).proposals[0].lines
      for _ in 0..<12 {
        let filled = facts.indices.filter { forgotten >> $0 & 1 == 1 }.map { (facts[$0], value($0, &generator)) }
        let after = try policy.quote(stated + filled).proposals[0].lines
        for (open, known) in zip(before, after) {
          let payable = try #require(known.payable, "seed \(seed), round \(round)")
          if let settled = open.payable {
            #expect(settled == payable, "\(open.item), seed \(seed), round \(round)")
          } else {
            #expect(open.range?.low.map { $0 <= payable } ?? true, "\(open.item), seed \(seed), round \(round)")
            #expect(open.range?.high.map { payable <= $0 } ?? true, "\(open.item), seed \(seed), round \(round)")
            #expect(!open.needs.isEmpty, "\(open.item), seed \(seed), round \(round)")
          }
        }
      }
    }
  }
}

@Suite struct ExhaustionTests {
  /// The first row asks for a table that asks for the one before it twice, forty times over; the second pays 1.
  @Test func `what takes too much work is refused even where it may not count`() throws {
    var policy = HandmadePolicy()
    let number = ValueType.quantity(.number)
    let late = policy.fact("late", number, from: 0, to: 9)
    let argument = [HandmadePolicy.attributes("late", number)]
    let parameter = policy.add(.parameter(0))
    var value = parameter
    for index in 0..<40 {
      _ = policy.table("double_\(index)", of: argument, gives: policy.money, [("", [([.any], value)])])
      let calls = (0..<2).map { _ in policy.add(.table(Int32(index), policy.operands([parameter]))) }
      value = policy.add(.add(calls[0], calls[1]))
    }
    let table = policy.table(
      "rate", of: argument, gives: policy.money,
      [
        (
          "",
          [
            ([.range(lower: nil, excludesLower: false, upper: Rational(4), excludesUpper: false)], value),
            ([.range(lower: Rational(4), excludesLower: true, upper: nil, excludesUpper: false)], policy.number(1)),
          ]
        )
      ])
    policy.pay(policy.add(.table(Int32(table), policy.operands([late]))))
    #expect(try policy.result([("late", .number(5))]) == "1")
    #expect(try policy.result([("late", .number(4))]) == "R0517")
    #expect(try policy.result() == "R0517")
  }
}
