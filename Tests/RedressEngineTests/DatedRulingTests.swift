import RedressEngine
import RedressValues
import Testing

@Suite struct DatedRulingTests {
  /// `define rate from 2024-01-01 is 10 from 2025-01-01 is 20 from 2026-01-01 is 20`, and an item that pays it.
  private static func policy(from first: String = "2024-01-01", datedBy fact: Bool = true) -> HandmadePolicy {
    var policy = HandmadePolicy()
    let date = policy.fact("incident_date", .date)
    if fact { policy.program.datedBy = 0 }
    let values = [policy.number(10), policy.number(20), policy.number(20)]
    let rate = policy.define(
      "rate", policy.money, policy.dated("rate", Array(zip([first, "2025-01-01", "2026-01-01"], values))))
    policy.pay(policy.add(.definition(Int32(rate))))
    _ = date
    return policy
  }

  @Test(arguments: [
    ("2023-12-31", "R0521"), ("2024-01-01", "10"), ("2024-12-31", "10"), ("2025-01-01", "20"), ("2030-05-05", "20"),
  ])
  func `the latest branch not after the date holds`(date: String, expected: String) throws {
    #expect(try Self.policy().result([("incident_date", .date(date))]) == expected)
    #expect(try Self.policy(datedBy: false).result(dated: date) == expected)
    #expect(try Self.policy().result(dated: date) == expected)
  }

  @Test func `an undated branch holds before the others`() throws {
    #expect(try Self.policy(from: "").result(dated: "1900-01-01") == "10")
  }

  @Test func `a date nobody has stated leaves all branches possible`() throws {
    #expect(try Self.policy().result() == "10 to 20 for incident_date")
  }

  @Test func `branches that agree are settled whatever the date`() throws {
    var policy = HandmadePolicy()
    _ = policy.fact(
      "incident_date", .date, from: Int(HandmadePolicy.day("2025-06-01").dayNumber),
      to: Int(HandmadePolicy.day("2027-01-01").dayNumber))
    policy.program.datedBy = 0
    let values = [policy.number(10), policy.number(20), policy.number(20)]
    let rate = policy.define(
      "rate", policy.money, policy.dated("rate", Array(zip(["", "2025-01-01", "2026-01-01"], values))))
    policy.pay(policy.add(.definition(Int32(rate))))
    #expect(try policy.result() == "20")
    // What the bounds rule out is not possible.
    #expect(try policy.line().branches == ["damage"])
  }

  @Test func `without any date what needs one is refused`() throws {
    #expect(try Self.policy(datedBy: false).result() == "R0522")
    var optional = HandmadePolicy()
    _ = optional.fact("incident_date", .date, isOptional: true)
    optional.program.datedBy = 0
    let values = [optional.number(10), optional.number(20)]
    let rate = optional.define("rate", optional.money, optional.dated("rate", Array(zip(["", "2025-01-01"], values))))
    optional.pay(optional.add(.definition(Int32(rate))))
    #expect(try optional.result() == "R0522")
    #expect(try optional.result(dated: "2024-12-31") == "10")
    var undated = HandmadePolicy()
    undated.pay(undated.number(10))
    #expect(try undated.result() == "10")
  }

  @Test func `a ruling may be dated by another day, and asked for another day`() throws {
    var policy = HandmadePolicy()
    _ = policy.fact("incident_date", .date)
    let contract = policy.fact("contract_date", .date)
    policy.program.datedBy = 0
    let values = [policy.number(10), policy.number(20)]
    let rate = policy.define(
      "rate", policy.money, policy.dated("rate", Array(zip(["2024-01-01", "2025-01-01"], values)), by: contract))
    policy.pay(policy.add(.definition(Int32(rate))))
    #expect(
      try policy.result([("incident_date", .date("2026-01-01")), ("contract_date", .date("2024-05-01"))]) == "10")
    #expect(try policy.result([("incident_date", .date("2026-01-01"))]) == "10 to 20 for contract_date")
    let asked = policy.add(.definitionOn(Int32(rate), policy.date("2025-02-01")))
    policy.program.items = []
    policy.pay(asked)
    #expect(try policy.result([("contract_date", .date("2024-05-01"))]) == "20")
  }

  @Test func `otherwise speaks of the branch in force on the day asked for`() throws {
    var policy = HandmadePolicy()
    let values = [policy.number(10), policy.number(20)]
    let always = policy.add(.ordinal(1))
    let twice = policy.add(.multiply(policy.number(2), policy.add(.otherwise)))
    let base = policy.dated("rate", Array(zip(["2024-01-01", "2025-01-01"], values)))
    var ruling = Program.Ruling(
      base: base.base, branch: base.branch,
      exceptions: [
        Program.Exception(
          branch: HandmadePolicy.branch("rate.double"), value: twice, condition: always, optionalReads: [],
          overrides: [])
      ])
    (ruling.from, ruling.later) = (base.from, base.later)
    let rate = policy.define("rate", policy.money, ruling)
    policy.pay(policy.add(.definitionOn(Int32(rate), policy.date("2024-02-01"))))
    #expect(try policy.result(dated: "2026-01-01") == "20")
  }

  @Test func `a dated split shares by its day`() throws {
    var policy = HandmadePolicy()
    policy.program.datedBy = 0
    _ = policy.fact("incident_date", .date)
    func shares(_ ours: Int) throws -> Program.Shares {
      Program.Shares(
        isInProportion: false,
        shares: [
          Program.Shares.Share(party: 0, value: try policy.percent(ours)), Program.Shares.Share(party: 1, value: nil),
        ], span: HandmadePolicy.place)
    }
    let both = [("", try shares(100)), ("2026-01-01", try shares(40))]
    policy.program.splits = [
      Program.Split(name: "liability", label: nil, ruling: policy.dated("liability", both))
    ]
    let share = policy.add(.share(party: 0, split: 0))
    policy.pay(policy.add(.multiply(share, policy.number(500))))
    #expect(try policy.result([("incident_date", .date("2025-12-31"))]) == "500")
    #expect(try policy.result([("incident_date", .date("2026-01-01"))]) == "200")
    #expect(try policy.result() == "200 to 500 for incident_date")
  }

  @Test func `explanations name the branch and the day that picked it`() throws {
    let line = try Self.policy().line([("incident_date", .date("2025-03-01"))], explaining: true)
    let rate = try #require(line.because.first { $0.name == "rate" })
    #expect(rate.branch == "rate@2025-01-01")
    #expect(rate.reason == "as of 2025-01-01")
    #expect(rate.because.map(\.name) == ["incident_date"])
    let dated = try Self.policy(datedBy: false).line(dated: "2024-03-01", explaining: true)
    #expect(dated.because.first?.branch == "rate@2024-01-01")
    #expect(dated.because.first?.because.map(\.value) == ["2024-03-01"])
  }
}
