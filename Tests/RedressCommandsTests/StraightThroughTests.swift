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
  private static let count = ProcessInfo.processInfo.environment["BATCH_DIFFERENTIAL"].flatMap { Int($0) } ?? 400

  /// The record of a claim on both ways; nil where the claim does not go straight through.
  private func records(
    _ facts: Facts, _ evaluator: inout StraightEvaluator, _ program: Program, _ form: StraightRecord
  ) -> (straight: String, plain: String?)? {
    guard evaluator.settle(facts) else { return nil }
    var straight = JSONWriter(.compact)
    form.write(evaluator.outcome, case: "case", to: &straight)
    guard let quote = try? propose(program, for: facts, case: "case", label: nil, detail: .codes) else {
      return (straight.text, nil)
    }
    var plain = JSONWriter(.compact)
    write(record: quote, reasons: .codes, fingerprint: "", to: &plain)
    return (straight.text, plain.text)
  }

  @Test func `random claims of every policy of the book`() throws {
    var random = SeededGenerator(seed: UInt64.random(in: 0...UInt64.max))
    print("straight through: seed \(random.seed)")
    var straightPolicies = 0
    var straightClaims = 0
    for (name, program) in RepositoryCases.programs.sorted(by: { $0.key < $1.key }) {
      guard let straight = StraightProgram(of: program) else { print("ordinary: \(name)"); continue }
      let form = try #require(StraightRecord(straight, reasons: .codes))
      straightPolicies += 1
      var evaluator = StraightEvaluator(straight)
      let generated = GeneratedCase(program)
      var settled = 0
      for number in 0..<Self.count {
        let line = generated.line(named: "c\(number)", &random)
        let document = readCases(SourceText(name: "line", text: line), as: SourceID(0), isJSON: true)
        guard let syntax = document.cases.first, let facts = bind(syntax, to: program).facts,
          let both = records(facts, &evaluator, program, form)
        else { continue }
        settled += 1
        #expect(both.straight == both.plain, "seed \(random.seed), \(name): \(line)")
      }
      print("straight: \(name): \(settled) of \(Self.count)")
      straightClaims += settled
    }
    #expect(straightPolicies > 0)
  }
}
