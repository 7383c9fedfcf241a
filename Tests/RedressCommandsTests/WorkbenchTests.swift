import RedressCases
import RedressDiagnostics
import RedressEngine
import RedressWorkbench
import Testing

/// What an expectation holds for, and what it does not.
@Suite struct WorkbenchTests {
  private static let policy = """
    policy parcels
      currency CNY

    party carrier "the carrier" is us
    party customer "the customer" is claimant

    record Lot "goods"
      value : money above 0 "their value"

    fact lots    : list of Lot  "the goods"
    fact own     : yes or no    "the customer's own crew unloaded"
    fact late    : yes or no    "the claim came late"
    fact extra   : money from 0 "other costs" default 0
    fact begun_on : date        "when it began"

    split fault
      is carrier 100%
        because "the carrier answers"
      except own_crew: customer 100% when own
        because "the customer's own crew"

    bar late_notice "Too late"
      on costs
      when late
        because "too late"
      when extra > 500 CNY
        because "too much"

    choice way "How it is paid" for customer
      option cash
      option credit
      prefer cash because "quick"

    item damage "Damage"
      for each lot in lots
      pay lot.value
        because "damaged"
      at most 100 CNY
        because "the cap"
      borne by fault

    item costs_paid "Costs"
      as costs
      when extra > 0
      pay extra by way
        because "costs"

    approval big "Big" when total_payable > 150 CNY because "big"
    note hint "Hint" when extra > 0 because "costs"
    deadline answer "Answer" is 2 days after begun_on
    """

  private static let usual = """
    given
      own      no
      late     no
      extra    50 CNY
      begun_on  2026-03-05
      lots
        | value   |
        | 80 CNY  |
        | 200 CNY |
    """

  private func result(_ given: String = usual, _ expectation: String) throws -> FixtureResult {
    let checked = CheckedText.of(Self.policy)
    var texts = checked.texts
    let program = try checked.compiled()
    let source = SourceText(name: "a.case", text: "case a\n  policy parcels\n\n\(given)\n\n\(expectation)\n")
    let document = readCases(source, as: texts.add(source), isJSON: false)
    #expect(document.problems.isEmpty, "\(layout(all: document.problems, in: texts, style: .plain))")
    return judge(Fixture(try #require(document.cases.first), by: program))
  }

  @Test(arguments: [
    "damage 180 CNY", "damage line 1 80 CNY", "damage line 2 100 CNY", "damage line 2 assessed 200 CNY",
    "damage assessed 280 CNY", "damage 180 CNY by cash", "damage line 1 granted", "damage line 2 reduced",
    "damage line 2 reduced because at_most", "damage line 2 reduced because damage.at_most",
    "damage granted because damage", "costs_paid 50 CNY by cash", "approval big", "note hint",
    "deadline answer 2026-03-07", "total_payable 230 CNY", "total_cash 230 CNY", "total_credit 0",
    "total_in_kind 0 CNY", "total_net 230 CNY", "total_claimed 0 CNY", "total_recovered 0 CNY",
    "damage 180 CNY\n  costs_paid 50 CNY\n  nothing else",
  ])
  func `what comes, holds`(entry: String) throws {
    let expectsEachLine = entry == "damage granted because damage"
    let result = try result(Self.usual, "expect\n  \(entry)")
    // A status without `line` is that of each line, and the second one is reduced.
    #expect(result.holds != expectsEachLine, "\(result.problems) \(result.differences)")
  }

  @Test(arguments: [
    ("damage 100 CNY", "180.00 CNY in all: line 1 80.00 CNY by cash, granted; line 2 100.00 CNY by cash, reduced"),
    ("damage -180 CNY", "180.00 CNY in all: line 1 80.00 CNY by cash, granted; line 2 100.00 CNY by cash, reduced"),
    ("damage 180.001 CNY", "180.00 CNY in all: line 1 80.00 CNY by cash, granted; line 2 100.00 CNY by cash, reduced"),
    ("damage line 2 100 CNY by credit", "100.00 CNY by cash, reduced"),
    ("damage line 2 assessed 100 CNY", "assessed 200.00 CNY"),
    ("damage line 3 0 CNY", "absent: damage has 2 lines"),
    ("damage denied", "line 1 80.00 CNY by cash, granted; line 2 100.00 CNY by cash, reduced"),
    ("damage line 2 reduced because own_crew", "reduced because damage, damage.at_most and fault"),
    ("damage pending", "line 1 80.00 CNY by cash, granted; line 2 100.00 CNY by cash, reduced"),
    ("costs_paid absent", "50.00 CNY by cash, granted"), ("approval big absent", "present"),
    ("note hint absent", "present"), ("deadline answer 2026-03-08", "2026-03-07"),
    ("deadline answer 2026-03-07 09:00", "2026-03-07"), ("total_payable 231 CNY", "230.00 CNY"),
    ("damage 180 CNY\n  nothing else", "costs_paid: 50.00 CNY by cash, granted"),
  ])
  func `what does not come, is shown with what came`(entry: String, came: String) throws {
    let result = try result(Self.usual, "expect\n  \(entry)")
    #expect(result.problems.isEmpty)
    #expect(result.differences.map(\.came) == [came])
  }

  @Test func `a difference names the branches that decided and the facts they read`() throws {
    let difference = try #require(try result(Self.usual, "expect\n  damage line 2 80 CNY").differences.first)
    #expect(difference.grounds.map(\.name).contains("damage.at_most"))
    #expect(difference.grounds.contains { $0.name == "fault" && $0.reason == "the carrier answers" })
    #expect(difference.readings.contains { $0.fact == "own" && $0.value == "no" && $0.origin == .stated })
    #expect(difference.readings.contains { $0.fact == "lots[2].value" && $0.value == "200.00 CNY" })
  }

  @Test func `denied lines are known by the bars and splits that deny them`() throws {
    let given = Self.usual.replacing("own      no", with: "own      yes").replacing("50 CNY", with: "600 CNY")
      .replacing("late     no", with: "late     yes")
    for entry in [
      "damage denied because own_crew", "damage denied because fault.own_crew", "costs_paid denied because late_notice",
      "damage 0 CNY", "nothing else", "approval big absent",
    ] {
      let result = try result(given, "expect\n  \(entry)")
      #expect(result.holds, "\(entry): \(result.problems) \(result.differences)")
    }
    #expect(try !result(given, "expect\n  damage denied because late_notice").holds)
  }

  @Test func `a pending line waits for the facts it names`() throws {
    let given = Self.usual.replacing("own      no\n", with: "")
    #expect(try result(given, "expect\n  damage pending\n  damage pending for own").holds)
    #expect(try !result(given, "expect\n  damage pending for late").holds)
    #expect(try !result(given, "expect\n  damage 180 CNY").holds)
  }

  @Test func `a block for an option is judged on the proposal with that option`() throws {
    #expect(
      try result(Self.usual, "expect with way = credit\n  costs_paid 50 CNY by credit\n  total_credit 50 CNY").holds)
    #expect(try !result(Self.usual, "expect with way = credit\n  costs_paid 50 CNY by cash").holds)
    // Without costs both ways come to the same lines and are one proposal; the option is there all the same.
    let given = Self.usual.replacing("50 CNY", with: "0 CNY")
    #expect(try result(given, "expect with way = credit\n  damage 180 CNY").holds)
    let settled = Self.usual + "\n  way cash"
    #expect(try result(settled, "expect with way = cash\n  costs_paid 50 CNY by cash").holds)
    #expect(
      try result(settled, "expect with way = credit\n  costs_paid 50 CNY").differences.map(\.came) == [
        "only way = cash"
      ])
  }

  @Test func `a refusal must say what is expected of it`() throws {
    let given = Self.usual.replacing("80 CNY  |", with: "-80 CNY |")
    #expect(try result(given, "expect refused \"bounds\"").holds)
    #expect(try !result(given, "expect refused \"weight\"").holds)
    #expect(try !result(Self.usual, "expect refused \"bounds\"").holds)
    let refused = try result(given, "expect\n  damage 180 CNY\n\nexpect with way = credit\n  damage 180 CNY")
    #expect(refused.differences.count == 1)
    #expect(refused.differences.first?.refusals.map(\.code) == ["R0406"])
  }

  @Test(arguments: [
    ("", "R0480"), ("expect\n", "R0480"), ("expect\n  damge 180 CNY", "R0481"), ("expect\n  approval bigg", "R0481"),
    ("expect\n  note hints", "R0481"), ("expect\n  deadline reply 2026-03-07", "R0481"),
    ("expect with weg = cash\n  damage 180 CNY", "R0481"), ("expect with way = cheque\n  damage 180 CNY", "R0481"),
    ("expect\n  damage pending for wheight", "R0481"), ("expect\n  damage denied because own_crow", "R0482"),
    ("expect\n  damage 180 EUR", "R0484"), ("expect\n  total_cash granted", "R0485"),
  ])
  func `an expectation that can neither hold nor fail is a mistake`(expectation: String, code: String) throws {
    let result = try result(Self.usual, expectation)
    #expect(result.problems.map(\.code) == [code])
    #expect(!result.holds)
  }

  @Test func `fixtures judged side by side come back in their order`() async throws {
    let checked = CheckedText.of(Self.policy)
    let program = try checked.compiled()
    var text = ""
    for number in 0..<200 {
      text +=
        "case c\(number)\n  policy parcels\n\n\(Self.usual)\n\nexpect\n  damage \(number.isMultiple(of: 3) ? 180 : 0) CNY\n\n"
    }
    let document = readCases(SourceText(name: "a.case", text: text), as: SourceID(1), isJSON: false)
    let results = await judge(all: document.cases.map { Fixture($0, by: program) })
    #expect(results.map(\.name) == (0..<200).map { "c\($0)" })
    #expect(results.map(\.holds) == (0..<200).map { $0.isMultiple(of: 3) })
  }
}
