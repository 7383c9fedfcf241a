import Foundation
import RedressCases
import RedressDiagnostics
import RedressEngine
import RedressRendering
import RedressSyntax
import Testing

/// What is settled straight through is what the evaluator makes of it, to the byte of its record, short or whole.
/// BATCH_DIFFERENTIAL asks for more cases.
@Suite struct StraightThroughTests {
  private static let count = ProcessInfo.processInfo.environment["BATCH_DIFFERENTIAL"].flatMap { Int($0) } ?? 200

  /// Both ways of one policy.
  private struct Ways {
    let program: Program
    let record: StraightRecord
    var evaluator: StraightEvaluator
    /// Nil for a policy whose whole quotes are never written so.
    let quote: StraightQuote?
    var thoroughEvaluator: StraightEvaluator

    /// Nil for a policy that is never settled straight through.
    init?(_ program: Program) {
      guard let straight = StraightProgram(of: program), let record = StraightRecord(straight, reasons: .codes) else {
        return nil
      }
      self.program = program
      self.record = record
      evaluator = StraightEvaluator(straight)
      quote = StraightQuote(program, straight, fingerprint: "sha256:0")
      thoroughEvaluator = StraightEvaluator(straight, isThorough: true)
    }

    /// Nil where the claim does not go straight through.
    mutating func straight(_ facts: Facts) -> String? {
      guard evaluator.settle(facts) else { return nil }
      var json = JSONWriter(.compact)
      record.write(evaluator.outcome, case: "case", to: &json)
      return json.text
    }

    /// The same for whole quotes.
    mutating func straightQuote(_ facts: Facts) -> String? {
      guard let quote, thoroughEvaluator.settle(facts) else { return nil }
      var json = JSONWriter(.compact)
      guard quote.write(thoroughEvaluator.outcome, of: facts, case: "case", to: &json) else { return nil }
      return json.text
    }

    func plain(_ facts: Facts, _ reasons: BatchReasons = .codes) -> String {
      do throws(Refusal) {
        let quote = try propose(program, for: facts, case: "case", label: nil, detail: reasons.detail)
        var json = JSONWriter(.compact)
        write(record: quote, reasons: reasons, fingerprint: "sha256:0", to: &json)
        return json.text
      } catch {
        return "refused: \(error)"
      }
    }

    /// How many of so many random claims go straight through, each the same on both ways.
    mutating func settle(_ count: Int, _ random: inout SeededGenerator) -> Settled {
      let generated = GeneratedCase(program)
      let seed = random.seed
      var settled = Settled()
      for number in 0..<count {
        let line = generated.line(named: "c\(number)", &random)
        let document = readCases(SourceText(name: "line", text: line), as: SourceID(0), isJSON: true)
        guard let syntax = document.cases.first, let facts = bind(syntax, to: program).facts else { continue }
        settled += settle(facts, "seed \(seed), \(program.name): \(line)")
      }
      return settled
    }

    /// Which of its records a claim has straight through.
    mutating func settle(_ facts: Facts, _ comment: Comment) -> Settled {
      var settled = Settled()
      if let straight = straight(facts) {
        settled.records += 1
        #expect(straight == plain(facts), comment)
      }
      if let straight = straightQuote(facts) {
        settled.quotes += 1
        settled.parts.formUnion(Settled.allParts.filter(straight.contains))
        #expect(straight == plain(facts, .full), comment)
      }
      return settled
    }
  }

  private struct Settled {
    var records = 0
    var quotes = 0
    /// What whole quotes said, of what not every quote says.
    var parts: Set<String> = []

    static let allParts: Set = [
      "\"date\":\"2", "\"assumed\":[{", "(private)", "].weight\"", "\"claimed\":\"1", "\"steps\":[{", "\"shares\":{",
      "\"bars\":[{", "\"citations\":[{", "\"spread\":{\"", "\"cuts_in_kind\":true", "nothing that is stated",
    ]

    static func += (left: inout Settled, right: Settled) {
      left.records += right.records
      left.quotes += right.quotes
      left.parts.formUnion(right.parts)
    }
  }

  @Test func `random claims of the book`() throws {
    var random = SeededGenerator(seed: UInt64.random(in: 0...UInt64.max))
    print("straight through, book: seed \(random.seed)")
    var settled = Settled()
    for (_, program) in RepositoryCases.programs.sorted(by: { $0.key < $1.key }) {
      guard var ways = Ways(program) else { continue }
      settled += ways.settle(Self.count, &random)
    }
    #expect(settled.records > 4 * Self.count, "only \(settled) went straight through")
    #expect(settled.quotes > Self.count / 4, "only \(settled) went straight through")
  }

  @Test func `random claims of the snippets`() throws {
    var random = SeededGenerator(seed: UInt64.random(in: 0...UInt64.max))
    print("straight through, snippets: seed \(random.seed)")
    let folder = "Tests/RedressCommandsTests/Snippets/"
    var settled = Settled()
    for path in RepositoryCases.files(below: folder + "meaning", ending: ".redress")
      + RepositoryCases.files(below: folder + "check", ending: ".redress")
    {
      let text = String(decoding: RepositoryCases.read(path).bytes, as: UTF8.self)
      guard let program = CheckedText.of(text).program, var ways = Ways(program) else { continue }
      settled += ways.settle(Self.count / 4, &random)
    }
    #expect(settled.records > Self.count && settled.quotes > Self.count, "only \(settled) went straight through")
  }

  /// Says in its quotes whatever a quote that is settled straight through can say.
  private static let talkative = """
    policy talkative "Says \\"everything\\", in every way"
      currency CNY
      dated by delivered_on
      in force from 2020-01-01

    party carrier  "the carrier"  is us
    party customer "the customer" is claimant
    party insurer  "the insurer"

    source terms "Terms of the carrier" in "terms.md"

    kind Gauge is wide "the wide gauge" or narrow
    kind State is sound or cracked

    record Lot "a lot"
      worth  : money above 0  "its worth"
      cut    : money from 0   "what was cut off"  default 12.50 CNY
      gauge  : Gauge          "its gauge"
      weight : kg from 0 kg   "its weight"  default 1500 kg

    fact delivered_on : date                    "day of delivery"
    fact ordered_on   : date                    "day of the order"  default 2026-01-31
    fact insured      : percent from 0 to 100%  "what the insurer bears"  private  default 12.5%
    fact late         : yes or no               "notified too late"  default no
    fact excused      : yes or no               "it had a reason"  default yes
    fact fee          : money from 0            "a fee"  default 1234.56 CNY
    fact lots         : list of Lot             "lots"
    fact pallets      : list of Pallet          "pallets"

    record Pallet "a pallet"
      state : State "its state" default sound

    bar notice "Too late"
      on costs
      when late
        because "notified too late" citing terms "2"
      except excuse: waived when excused
        because "it had a reason"

    split bearing "Who bears it"
      is insurer insured, carrier rest
        because "by the contract" citing terms "1"
      except all_ours: carrier 100% when insured > 90%
        because "the insurer is out"

    item heavy "Heavy lots"
      for each lot in lots where lot.gauge = wide and lot.weight > 1000 kg
      pay largest of (lot.worth - lot.cut, 0 CNY)
        because "worth \\"less\\" the cut"
      except old: nothing when ordered_on < 2026-01-01
        because "ordered long ago"
      borne by bearing

    item narrow_lots "Narrow lots"
      for each lot in lots where lot.gauge = narrow
      pay lot.worth by replacement
        because "the worth"
      at most 200 CNY when lot.cut > 10 CNY
        because "cut lots end at 200" citing terms "1"
      less 30 CNY
        because "the first 30"

    item broken "Broken pallets"
      for each pallet in pallets where pallet.state = cracked
      when late
      pay 5 CNY because "a pallet is 5"

    item fees "Fee"
      as costs
      when delivered_on > ordered_on
      pay fee
        because "the fee"
      rounded down to 1 CNY
        because "whole sums"

    limit in_all "All in all"
      on all
      at most 200 CNY
        because "all in all 200" citing terms "2"
    """

  @Test func `random claims of a policy that says whatever can be said`() throws {
    var random = SeededGenerator(seed: UInt64.random(in: 0...UInt64.max))
    print("straight through, talkative: seed \(random.seed)")
    let documents = ["terms.md": "# Terms\n\n## 1\n\nWho bears \"what\".\n\n## 2\n\nIn time.\n"]
    let program = try CheckedText.of(Self.talkative, documents: documents).compiled()
    var ways = try #require(Ways(program))
    let settled = ways.settle(Self.count * 8, &random)
    #expect(settled.quotes > Self.count / 2, "only \(settled) went straight through")
    let missing = Settled.allParts.subtracting(settled.parts)
    #expect(missing.isEmpty, "no quote says \(missing.sorted())")
  }

  @Test func `random claims of the portfolio`() throws {
    var random = SeededGenerator(seed: UInt64.random(in: 0...UInt64.max))
    print("straight through, portfolio: seed \(random.seed)")
    let path = "Benchmarks/portfolio/rules/portfolio.redress"
    let program = try CheckedText.of(String(decoding: RepositoryCases.read(path).bytes, as: UTF8.self)).compiled()
    var ways = try #require(Ways(program))
    let settled = ways.settle(Self.count, &random)
    #expect(settled.records > Self.count / 10, "only \(settled) went straight through")
    #expect(settled.quotes > Self.count / 10, "only \(settled) went straight through")
  }

  @Test func `all cases of the repository`() throws {
    var all: [String: Ways?] = [:]
    var settled = Settled()
    for one in RepositoryCases.all {
      let name = one.program.name
      if all[name] == nil { all[name] = .some(Ways(one.program)) }
      settled += all[name]??.settle(one.facts, "\(one.path)") ?? Settled()
    }
    #expect(settled.records > 150, "only \(settled) of \(RepositoryCases.all.count) went straight through")
  }
}
