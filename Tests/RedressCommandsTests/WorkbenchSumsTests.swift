import RedressCases
import RedressDiagnostics
import RedressEngine
import RedressWorkbench
import Testing

/// What may be expected of limits, recourses, figures and authorities.
@Suite struct WorkbenchSumsTests {
  private static let policy = """
    policy parcels
      currency CNY
      in force from 2020-01-01

    party carrier "the carrier" is us
    party customer "the customer" is claimant
    party packer "the packer"

    fact damage_value : money from 0 to 5_000 CNY "the damage"
    fact packing : yes or no "badly packed"

    define rate
      from 2020-01-01 is 50%
      from 2026-01-01 is 40%
      except gold: 60% when damage_value > 4_000 CNY because "large losses"

    item damage "Damage"
      pay damage_value because "damaged"

    item extra "Extra"
      when damage_value > 4_500 CNY
      pay 10 CNY because "more"

    limit cap "Cap"
      on damage
      times rate because "only a part is insured"
      at most 1_500 CNY because "the cap"

    recover packing_fault "Recourse"
      on damage
      from packer 20% when packing because "it packed badly"

    figure loss_rate "Rate" is rate

    authority of total_payable
      | agent   | up to 500 CNY |
      | manager | any           |
    """

  private func result(_ expectation: String, packing: String = "packing yes") throws -> FixtureResult {
    let checked = CheckedText.of(Self.policy)
    var texts = checked.texts
    let program = try checked.compiled()
    let source = SourceText(
      name: "a.case",
      text: """
        case a
          policy parcels
          dated 2025-06-01

        given
          damage_value 4_000 CNY
          \(packing)

        expect
          \(expectation)

        """)
    let document = readCases(source, as: texts.add(source), isJSON: false)
    #expect(document.problems.isEmpty, "\(layout(all: document.problems, in: texts, style: .plain))")
    return judge(Fixture(try #require(document.cases.first), by: program))
  }

  @Test(arguments: [
    "damage 4_000 CNY", "cap -2_500 CNY", "packing_fault 300 CNY", "loss_rate 50%", "authority manager",
    "total_payable 1_500 CNY", "total_net 1_200 CNY", "extra 0 CNY", "extra 0", "extra absent",
    "damage granted because rate@2020-01-01", "damage granted because cap.at_most",
  ])
  func `what comes, holds`(entry: String) throws {
    let result = try result(entry)
    #expect(result.holds, "\(result.problems) \(result.differences)")
  }

  @Test(arguments: [
    ("cap -1 CNY", "-2,500.00 CNY"), ("cap absent", "-2,500.00 CNY"), ("packing_fault 1 CNY", "300.00 CNY"),
    ("packing_fault absent", "300.00 CNY"), ("packing_fault pending", "300.00 CNY"), ("loss_rate 40%", "50%"),
    ("loss_rate pending", "50%"), ("authority agent", "manager"), ("extra 1 CNY", "absent"),
    ("extra line 1 0 CNY", "absent"), ("damage granted because rate@2026-01-01", "granted because damage"),
    ("damage granted because gold", "granted because damage"),
  ])
  func `what does not come, is shown with what came`(entry: String, came: String) throws {
    let result = try result(entry)
    #expect(result.problems.isEmpty)
    #expect(result.differences.map(\.came) == [came])
  }

  @Test func `what waits, waits for the facts it names`() throws {
    for entry in ["packing_fault pending", "packing_fault pending for packing", "damage 4_000 CNY"] {
      let result = try result(entry, packing: "")
      #expect(result.holds, "\(entry): \(result.problems) \(result.differences)")
    }
    for entry in ["packing_fault pending for damage_value", "packing_fault 0 CNY", "packing_fault absent"] {
      #expect(try !result(entry, packing: "").holds, "\(entry)")
    }
  }

  @Test(arguments: [
    ("cap denied", "R0485"), ("cap line 1 3 CNY", "R0485"), ("cap pending", "R0485"), ("cap 3 EUR", "R0484"),
    ("packing_fault granted", "R0485"), ("loss_rate absent", "R0485"), ("loss_rate 3", "R0489"),
    ("authority chief", "R0481"), ("capp 3 CNY", "R0481"), ("damage granted because rate@2021-01-01", "R0482"),
  ])
  func `an expectation that can neither hold nor fail is a mistake`(entry: String, code: String) throws {
    let result = try result(entry)
    #expect(result.problems.map(\.code) == [code])
    #expect(!result.holds)
  }
}
