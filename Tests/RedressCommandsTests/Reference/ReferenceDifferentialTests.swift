import Foundation
import RedressDiagnostics
import RedressEngine
import RedressSyntax
import Testing

/// What the engine makes of a case is what the plain reference evaluator makes of it: amounts, statuses, branches,
/// steps, limits, recourse, totals, and the refusals. What a batch makes of it is the same, to the byte.
///
/// REFERENCE_DIFFERENTIAL is the number of random cases of every policy; REFERENCE_POLICY names one policy to look at,
/// and REFERENCE_SEED a seed to run again.
@Suite struct ReferenceDifferentialTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let count = environment["REFERENCE_DIFFERENTIAL"].flatMap { Int($0) } ?? 40

  private static let policies = ReferencePolicy.all.filter { policy in
    environment["REFERENCE_POLICY"].map { $0 == policy.name } ?? true
  }

  private static func generator() -> SeededGenerator {
    let seed = environment["REFERENCE_SEED"].flatMap { UInt64($0) } ?? UInt64.random(in: 0...UInt64.max)
    return SeededGenerator(seed: seed)
  }

  @Test(arguments: policies) func `random cases come out as the reference says`(policy: ReferencePolicy) {
    var random = Self.generator()
    var tally = Tally()
    if let (number, difference) = Self.firstDifference(in: policy, Self.count, &tally, &random) {
      Issue.record("seed \(random.seed), case \(number) of \(policy.name):\n\(difference)")
    } else {
      #expect(tally.answered + tally.refused >= Self.count / 2, "seed \(random.seed): \(tally.text)")
    }
    print("reference, \(policy.name): \(tally.text)")
    #expect(tally.notCovered.isEmpty, "seed \(random.seed)")
  }

  /// A policy for every four cases of each of the others, and twenty cases of each.
  @Test func `random policies come out as the reference says`() {
    var random = Self.generator()
    var (tried, taken) = (0, 0)
    var tally = Tally()
    while taken < max(1, Self.count / 4), tried < 20 * Self.count {
      tried += 1
      var rules = GeneratedRules(seed: random.next())
      let text = rules.text()
      // What never or always holds, or is set aside anyway, does not check.
      guard let policy = ReferencePolicy(text: SourceText(name: "generated.redress", text: text)) else { continue }
      taken += 1
      guard let (_, difference) = Self.firstDifference(in: policy, 20, &tally, &random) else { continue }
      Issue.record("seed \(random.seed), policy \(taken):\n\(difference)\n\(text)")
      if tally.differing > 4 { break }
    }
    print("reference, \(taken) random policies of \(tried): \(tally.text)")
    #expect(tally.notCovered.isEmpty, "seed \(random.seed)")
    #expect(taken * 10 > tried, "seed \(random.seed)")
    #expect(tally.answered > 10 * taken, "seed \(random.seed): \(tally.text)")
    #expect(tally.settledStraight > taken, "seed \(random.seed): \(tally.text)")
  }

  private static func firstDifference(
    in policy: ReferencePolicy, _ count: Int, _ tally: inout Tally, _ random: inout SeededGenerator
  ) -> (case: Int, words: String)? {
    let generated = GeneratedFacts(policy.program)
    var ways = BatchWays(policy.program)
    defer { tally.settledStraight += ways.settled }
    for number in 1...max(1, count) {
      let facts = generated.facts(leavingOut: number % 4 == 0 ? 10 : 0, &random)
      if let words = policy.difference(of: facts, &ways, &tally) { return (number, words + "\n" + policy.shown(facts)) }
    }
    return nil
  }

  @Test func `every fixture comes out as the reference says`() throws {
    var tally = Tally()
    for fixture in RepositoryCases.all {
      let policy = try #require(ReferencePolicy.all.first { $0.name == fixture.program.name })
      var ways = BatchWays(policy.program)
      if let difference = policy.difference(of: fixture.facts, &ways, &tally) {
        Issue.record("\(fixture.path), \(fixture.syntax.name.text):\n\(difference)")
      }
    }
    print("reference, fixtures: \(tally.text)")
    #expect(tally.notCovered.isEmpty)
    #expect(tally.answered > RepositoryCases.all.count / 2)
  }

  @Test func `no policy is left out`() {
    #expect(ReferencePolicy.all.count >= 100)
    #expect(ReferencePolicy.entangled.count >= 4)
  }
}
