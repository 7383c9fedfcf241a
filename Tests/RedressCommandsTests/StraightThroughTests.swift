import Foundation
import RedressCases
import RedressDiagnostics
import RedressEngine
import RedressRendering
import RedressSyntax
import Testing

/// What is settled straight through is what the evaluator makes of it, to the byte of its record.
/// BATCH_DIFFERENTIAL asks for more cases.
@Suite struct StraightThroughTests {
  private static let count = ProcessInfo.processInfo.environment["BATCH_DIFFERENTIAL"].flatMap { Int($0) } ?? 200

  /// Both ways of one policy.
  private struct Ways {
    let program: Program
    let record: StraightRecord
    var evaluator: StraightEvaluator

    /// Nil for a policy that is never settled straight through.
    init?(_ program: Program) {
      guard let straight = StraightProgram(of: program), let record = StraightRecord(straight, reasons: .codes) else {
        return nil
      }
      self.program = program
      self.record = record
      evaluator = StraightEvaluator(straight)
    }

    /// Nil where the claim does not go straight through.
    mutating func straight(_ facts: Facts) -> String? {
      guard evaluator.settle(facts) else { return nil }
      var json = JSONWriter(.compact)
      record.write(evaluator.outcome, case: "case", to: &json)
      return json.text
    }

    func plain(_ facts: Facts) -> String {
      do throws(Refusal) {
        let quote = try propose(program, for: facts, case: "case", label: nil, detail: .codes)
        var json = JSONWriter(.compact)
        write(record: quote, reasons: .codes, fingerprint: "", to: &json)
        return json.text
      } catch {
        return "refused: \(error)"
      }
    }

    /// How many of so many random claims go straight through, each the same on both ways.
    mutating func settle(_ count: Int, _ random: inout SeededGenerator) -> Int {
      let generated = GeneratedCase(program)
      let seed = random.seed
      var settled = 0
      for number in 0..<count {
        let line = generated.line(named: "c\(number)", &random)
        let document = readCases(SourceText(name: "line", text: line), as: SourceID(0), isJSON: true)
        guard let syntax = document.cases.first, let facts = bind(syntax, to: program).facts,
          let straight = straight(facts)
        else { continue }
        settled += 1
        #expect(straight == plain(facts), "seed \(seed), \(program.name): \(line)")
      }
      return settled
    }
  }

  @Test func `random claims of the book`() throws {
    var random = SeededGenerator(seed: UInt64.random(in: 0...UInt64.max))
    print("straight through, book: seed \(random.seed)")
    var settled = 0
    for (_, program) in RepositoryCases.programs.sorted(by: { $0.key < $1.key }) {
      guard var ways = Ways(program) else { continue }
      settled += ways.settle(Self.count, &random)
    }
    #expect(settled > 4 * Self.count, "only \(settled) went straight through")
  }

  @Test func `random claims of the snippets`() throws {
    var random = SeededGenerator(seed: UInt64.random(in: 0...UInt64.max))
    print("straight through, snippets: seed \(random.seed)")
    let folder = "Tests/RedressCommandsTests/Snippets/"
    var settled = 0
    for path in RepositoryCases.files(below: folder + "meaning", ending: ".redress")
      + RepositoryCases.files(below: folder + "check", ending: ".redress")
    {
      let text = String(decoding: RepositoryCases.read(path).bytes, as: UTF8.self)
      guard let program = CheckedText.of(text).program, var ways = Ways(program) else { continue }
      settled += ways.settle(Self.count / 4, &random)
    }
    #expect(settled > Self.count, "only \(settled) went straight through")
  }

  @Test func `all cases of the repository`() throws {
    var all: [String: Ways?] = [:]
    var settled = 0
    for one in RepositoryCases.all {
      let name = one.program.name
      if all[name] == nil { all[name] = .some(Ways(one.program)) }
      guard let straight = all[name]??.straight(one.facts), let plain = all[name]??.plain(one.facts) else { continue }
      settled += 1
      #expect(straight == plain, "\(one.path)")
    }
    #expect(settled > 150, "only \(settled) of \(RepositoryCases.all.count) went straight through")
  }
}
