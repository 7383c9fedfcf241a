import Foundation
import RedressCommands
import Testing

/// Which edition of a policy a case is judged by, and what is said where none can be picked: R0430 and R0431.
@Suite struct EditionTests {
  /// Three days late, of goods worth 100 CNY: 1% until June, 5% from July on.
  private func quote(_ policy: String, given day: String? = nil, _ options: String...) async -> CommandRun {
    let text = """
      case late
        policy \(policy)

      given
        late   3 days
        value  100 CNY
      """
    return await CommandRun.redress(
      ["quote", "-", "--rules", "editions"] + options, in: Snippets.project.path(),
      input: text + (day.map { "\n  day    \($0)\n" } ?? "\n"))
  }

  @Test(arguments: [
    ("2026-01-01", "1.00", "2026-01-01"), ("2026-06-30", "1.00", "2026-01-01"), ("2026-07-01", "5.00", "2026-07-01"),
    ("2099-12-31", "5.00", "2026-07-01"),
  ])
  func `the date picks it, be it a fact, the case's own or asked for`(
    date: String, payable: String, edition: String
  ) async {
    let runs = [
      await quote("tariffs", given: date), await quote("tariffs\n  dated \(date)"),
      await quote("tariffs", given: "2026-05-05", "--on", date),
    ]
    for run in runs {
      #expect(run.status == .holds && run.output.contains("in all" + String(repeating: " ", count: 18) + payable))
      #expect(run.output.contains("in force from \(edition)"))
    }
  }

  @Test(arguments: ["2025-12-31", "0001-01-01"])
  func `none is in force`(date: String) async {
    let run = await quote("tariffs", given: date)
    #expect(
      run.transcript == """
        --- standard error
        error[R0431]: no edition of `tariffs` is in force on \(date)
          <standard input>:2:10
          |
        2 |   policy tariffs
          |          ^^^^^^^ in force from 2026-01-01 until 2026-06-30; from 2026-07-01
          = help: see that the date of the case is right

        1 error
        --- exit status 1

        """)
  }

  @Test func `there is no date`() async {
    let run = await quote("tariffs")
    #expect(
      run.transcript == """
        --- standard error
        error[R0430]: the case has no date, and `tariffs` has 2 editions
          <standard input>:2:10
          |
        2 |   policy tariffs
          |          ^^^^^^^ which of them counts depends on the date
          = help: state `day` under `given`, or write `dated 2026-03-05` behind the policy

        1 error
        --- exit status 1

        """)
  }

  @Test func `a policy of one edition needs no date`() async {
    let run = await CommandRun.redress(
      ["quote", "-"], in: Snippets.project.path(),
      input: "case undated\n  policy late_delivery\n\ngiven\n  goods_value  100 CNY\n")
    #expect(run.status == .holds && run.output.contains("pending"))
  }
}
