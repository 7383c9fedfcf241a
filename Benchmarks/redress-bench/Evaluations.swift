import RedressDiagnostics
import RedressEngine
import RedressValues

/// What evaluating costs by itself: facts bound before, no texts afterwards.
struct Evaluations {
  /// How many claims the portfolio has.
  let claims: Int
  let seed: UInt64

  /// The portfolio beside the same rules written by hand, then the same with more claims and with longer ones.
  func measurePortfolio(in root: String) throws(BenchFailure) -> [Measurement] {
    let path = root + "/Benchmarks/portfolio/rules/portfolio.redress"
    let texts = RuleTexts(
      policies: [SourceText(name: path, bytes: try Folder.contents(of: path))], documents: [])
    var compiling = Stages(group: "", subject: "portfolio")
    let programs = try compiling.compile(texts, policies: ["portfolio"], size: 0)
    guard let program = programs.first else { throw BenchFailure(message: "the policy portfolio has no program") }
    var random = SeededGenerator(seed: seed)
    var measurements: [Measurement] = []
    let portfolio = (0..<claims).map { _ in PortfolioCase(random: &random) }
    // So few that their facts stay in the cache, as those of a batch do that have just been read.
    let some = Array(portfolio.prefix(250))
    measurements += try timed(some, by: program, subject: "portfolio", size: some.count, passes: claims / 250 + 1)
    measurements.append(try Readings(program: program).measure(some, passes: claims / 250 + 1))
    for part in [8, 4, 2, 1] {
      let some = Array(portfolio.prefix(claims / part))
      measurements += try timed(some, by: program, subject: "claims", size: some.count)
    }
    for losses in [625, 1_250, 2_500, 5_000, 10_000] {
      let one = [PortfolioCase(losses: losses, random: &random)]
      measurements += try timed(one, by: program, subject: "losses of one claim", size: losses)
    }
    return measurements
  }

  private func timed(
    _ cases: [PortfolioCase], by program: Program, subject: String, size: Int, passes: Int? = nil
  ) throws(BenchFailure) -> [Measurement] {
    let places = try PortfolioFacts(of: program)
    var facts: [Facts] = []
    for claim in cases {
      guard let bound = try? places.facts(of: claim) else { throw BenchFailure(message: "an amount does not fit") }
      facts.append(bound)
    }
    var byHand: [PortfolioSums] = []
    byHand.reserveCapacity(cases.count)
    var lines = [Int64](repeating: 0, count: cases.map(\.losses.count).max() ?? 0)
    let (writing, _) = Stopwatch.time {
      for _ in 0..<(passes ?? 1) {
        byHand.removeAll(keepingCapacity: true)
        for claim in cases { byHand.append(claim.settledByHand(&lines)) }
      }
    }

    var evaluated: [Appraisal.Sums?] = []
    evaluated.reserveCapacity(cases.count)
    var appraisal = Appraisal(of: program)
    let (evaluating, _) = Stopwatch.time {
      for _ in 0..<(passes ?? 1) {
        evaluated.removeAll(keepingCapacity: true)
        for one in facts { evaluated.append(try? appraisal.sums(for: one)) }
      }
    }
    var settled: [StraightSums?] = []
    settled.reserveCapacity(cases.count)
    guard let straight = StraightProgram(of: program) else {
      throw BenchFailure(message: "the policy portfolio is not settled straight through")
    }
    var evaluator = StraightEvaluator(straight)
    let (settling, _) = Stopwatch.time {
      for _ in 0..<(passes ?? 1) {
        settled.removeAll(keepingCapacity: true)
        for one in facts { settled.append(evaluator.settle(one) ? StraightSums(evaluator.outcome.totals) : nil) }
      }
    }
    for (right, found) in zip(byHand, settled) {
      guard let found, Self.cents(found.cash) == right.cash, Self.cents(found.inKind) == right.inKind else {
        throw BenchFailure(message: "claims settled straight through and the rules by hand come to different sums")
      }
    }
    for (right, found) in zip(byHand, evaluated) {
      guard let found, Self.cents(found.cash) == right.cash, Self.cents(found.inKind) == right.inKind else {
        throw BenchFailure(message: "the policy portfolio and the rules by hand come to different sums")
      }
    }
    let group = passes == nil ? "evaluation, growing" : "evaluation"
    let count = passes.map { $0 * cases.count } ?? 1
    return [
      Measurement(
        group: group, subject: subject, size: size, stage: "by hand", unit: "claim", nanoseconds: writing,
        count: count),
      Measurement(
        group: group, subject: subject, size: size, stage: "evaluate", unit: "claim", nanoseconds: evaluating,
        count: count, comparedWith: "by hand"),
      Measurement(
        group: group, subject: subject, size: size, stage: "straight through", unit: "claim", nanoseconds: settling,
        count: count, comparedWith: "by hand"),
    ]
  }

  private struct StraightSums {
    let cash: Rational
    let inKind: Rational

    init(_ totals: StraightOutcome.Totals) {
      (cash, inKind) = (totals.cash, totals.inKind)
    }
  }

  private static func cents(_ amount: Rational) -> Int64? {
    guard let hundred = try? amount * Rational(100), let whole = hundred.whole else { return nil }
    return Int64(whole)
  }

  /// One case of a policy with more and more rulings, half of them definitions, half items that pay them.
  func measureRulings(_ sizes: [Int]) throws(BenchFailure) -> [Measurement] {
    var measurements: [Measurement] = []
    for rulings in sizes {
      let texts = RuleTexts(policies: [Self.policy(rulings: rulings)], documents: [])
      var stages = Stages(group: "evaluation, growing", subject: "rulings")
      guard let program = try stages.compile(texts, policies: ["many"], size: rulings).first else { continue }
      var facts = Facts(of: program)
      facts.values[0] = .number(Rational(1_000))
      facts.values[1] = .ordinal(1)
      var appraisal = Appraisal(of: program)
      let (evaluating, sums) = Stopwatch.time { try? appraisal.sums(for: facts) }
      guard sums?.lineCount == rulings / 2 else { throw BenchFailure(message: "a case of many rulings is refused") }
      measurements += stages.measurements
      measurements.append(
        Measurement(
          group: "evaluation, growing", subject: "rulings", size: rulings, stage: "evaluate", unit: "claim",
          nanoseconds: evaluating, count: 1))
    }
    return measurements
  }

  private static func policy(rulings: Int) -> SourceText {
    var text = """
      policy many "Many rulings"
        currency CNY

      party carrier  "the carrier"  is us
      party customer "the customer" is claimant

      fact value   : money above 0  "value of the goods"
      fact fragile : yes or no      "the goods are fragile"

      """
    for number in 1...max(1, rulings / 2) {
      text += """

        define rate_\(number) "rate \(number)"
          is \(number % 90 + 5)%
            because "the usual rate"
          except fragile: \(number % 4 + 1)% when fragile
            because "fragile goods have a low rate"

        item part_\(number) "Part \(number)"
          pay rate_\(number) of value
            because "the rate of part \(number)"
          at most 500 CNY
            because "no part is above 500 CNY"

        """
    }
    return SourceText(name: "many.redress", text: text)
  }
}
