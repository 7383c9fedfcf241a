@testable import RedressEngine
import RedressValues
import Testing

/// Heads, limits and recourse of every shape over a few facts, the same from the same seed.
private struct RandomPolicy {
  var builder = ProgramBuilder()
  var generator: SeededGenerator
  /// Amounts, percentages and answers by fact.
  var values: [Facts.Stated] = []

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
    for index in 0..<Int.random(in: 1...4, using: &generator) { item(index) }
    for index in 0..<Int.random(in: 1...3, using: &generator) { limit(index) }
    let percent = amount(from: 0, to: 1)
    let condition = Bool.random(using: &generator) ? answer() : nil
    builder.recourse("back", on: scope(), percent, when: condition)
  }

  private mutating func fact(_ type: ValueType, _ lower: Rational?, _ upper: Rational?, _ value: Facts.Stated) -> NodeID
  {
    values.append(value)
    return builder.fact("fact_\(values.count)", type, from: lower, to: upper).node
  }

  private mutating func amount(from lower: Int, to upper: Int) -> NodeID {
    let value = cents(Int.random(in: (lower * 100)...(upper * 100), using: &generator))
    switch Int.random(in: 0...4, using: &generator) {
    case 0: return fact(builder.money, Rational(lower), nil, .number(value))
    case 1, 2: return fact(builder.money, Rational(lower), Rational(upper), .number(value))
    default: return builder.number(value)
    }
  }

  private mutating func answer() -> NodeID {
    fact(.yesOrNo, nil, nil, .ordinal(Int64.random(in: 0...1, using: &generator)))
  }

  private mutating func perhaps() -> NodeID? {
    Int.random(in: 0...3, using: &generator) == 0 ? answer() : nil
  }

  private mutating func item(_ index: Int) {
    let pays = amount(from: 0, to: Bool.random(using: &generator) ? 3 : 300)
    let remedies: [Remedy] = [.cash, .credit, .reshipment]
    var exceptions: [Program.Exception<Program.Payment>] = []
    if let condition = perhaps() {
      exceptions.append(builder.exception("item_\(index).none", .nothing, when: condition))
    }
    let bars = perhaps().map { [builder.bar("bar_\(index)", when: $0)] } ?? []
    builder.item(
      "item_\(index)", .pay(pays, by: .fixed(remedies[Int.random(in: 0...2, using: &generator)]), nil),
      when: perhaps(), exceptions: exceptions, bars: bars,
      owedBy: Int.random(in: 0...5, using: &generator) == 0 ? "others" : nil)
  }

  private mutating func scope() -> [Int] {
    let items = builder.program.items.indices.filter { _ in Int.random(in: 0...3, using: &generator) > 0 }
    return items.isEmpty ? [0] : items
  }

  private mutating func limit(_ index: Int) {
    var steps: [Program.Step] = []
    for position in 0..<Int.random(in: 1...3, using: &generator) {
      let name = "limit_\(index).step_\(position)"
      let condition = perhaps()
      var exceptions: [Program.Exception<Program.StepOverride>] = []
      if let condition = perhaps() { exceptions.append(builder.exception(name + "_waived", .waived, when: condition)) }
      steps.append(builder.step(name, form(), when: condition, exceptions: exceptions))
    }
    builder.limit("limit_\(index)", on: scope(), steps)
  }

  private mutating func form() -> Program.Step.Form {
    switch Int.random(in: 0...8, using: &generator) {
    case 0, 1: .atMost(amount(from: 0, to: 400))
    case 2: .atLeast(amount(from: 0, to: 300))
    case 3: .less(amount(from: 0, to: 200))
    case 4: .plus(amount(from: 0, to: 100))
    case 5: .times(amount(from: 0, to: 2))
    case 6: .nothingUnder(amount(from: 0, to: 200))
    case 7: .rounded(.halfUp, to: builder.number(Int.random(in: 0...1, using: &generator) == 0 ? "5" : "0.3"))
    default: .onlyTheLargest
    }
  }

  mutating func forget() -> [Facts.Stated] {
    values.map { Int.random(in: 0...2, using: &generator) == 0 ? .notStated : $0 }
  }
}

/// What a case comes to in numbers.
private struct Result {
  var lines: [LineOutcome]
  var evaluator: Evaluator
}

@Suite struct `Random limits` {
  private func result(_ policy: RandomPolicy, _ values: [Facts.Stated]) -> Result? {
    let facts = policy.builder.facts(Dictionary(uniqueKeysWithValues: values.enumerated().map { ($0, $1) }))
    var evaluator = Evaluator(program: policy.builder.program, facts: facts)
    guard (try? evaluator.settle()) != nil else { return nil }
    return Result(lines: evaluator.lines, evaluator: evaluator)
  }

  @Test(arguments: SeededGenerator.seeds) func `add up to the cent and flip no sign`(seed: UInt64) throws {
    for round in 0..<300 {
      let policy = RandomPolicy(seed: seed &+ UInt64(round))
      guard let result = result(policy, policy.values) else { continue }
      let program = policy.builder.program
      var amounts = result.lines.map { $0.payable.number ?? .zero }
      for adjustment in result.evaluator.limits.adjustments {
        for part in adjustment.parts { amounts[part.line] = try amounts[part.line] + part.amount }
        let form = program.limits[adjustment.limit].steps[adjustment.step].form
        if case .times = form { continue }
        let isCut = adjustment.parts.allSatisfy(\.amount.isNegative)
        let isRaise = adjustment.parts.allSatisfy(\.amount.isPositive)
        #expect(isCut || isRaise, "seed \(seed), round \(round)")
      }
      #expect(amounts == result.lines.map { $0.limited.number }, "seed \(seed), round \(round)")
      #expect(amounts.allSatisfy { !$0.isNegative }, "seed \(seed), round \(round)")
      let hundredths = try amounts.map { try $0 * Rational(100) }
      #expect(hundredths.allSatisfy { $0.isWhole }, "seed \(seed), round \(round)")

      let proposal = try #require(
        try policy.builder.quote(result.evaluator.facts).proposals.first, "seed \(seed), round \(round)")
      let own = proposal.lines.filter { $0.owedBy == nil }.compactMap(\.payable)
      let total = try sum(own) + sum(proposal.adjustments.map(\.amount))
      #expect(total == proposal.totals.payable, "seed \(seed), round \(round)")
      for adjustment in proposal.adjustments where proposal.lines.allSatisfy({ $0.owedBy == nil }) {
        #expect(sum(adjustment.spread.map(\.amount)) == adjustment.amount, "seed \(seed), round \(round)")
      }
    }
  }

  @Test(arguments: SeededGenerator.seeds) func `stay sound when facts are forgotten`(seed: UInt64) throws {
    var waiting = 0
    for round in 0..<1_000 {
      var policy = RandomPolicy(seed: seed &+ UInt64(round) &* 7_919)
      guard let complete = result(policy, policy.values) else { continue }
      let comment: Comment = "seed \(seed), round \(round)"
      let partial = try #require(result(policy, policy.forget()), comment)
      compare(partial, complete, comment)
      waiting += partial.evaluator.limits.waits.count
    }
    #expect(waiting > 50, "too few limits wait to tell anything")
  }

  private func compare(_ partial: Result, _ complete: Result, _ comment: Comment) {
    for line in partial.lines {
      let other = complete.lines.first { $0.item == line.item }
      let payable = other?.payable.number ?? .zero
      let limited = other?.limited.number ?? .zero
      if line.status == .pending {
        expect(line.limited, holds: limited, partial.evaluator, comment)
        var reader = partial.evaluator
        #expect(!reader.needs(of: line).isEmpty, comment)
      } else {
        #expect(line.payable.number == payable, comment)
        #expect(line.limited.number == limited, comment)
      }
    }
    for (total, value) in complete.evaluator.totals?.values ?? [:] {
      guard let number = value.number, let open = partial.evaluator.totals?.values[total] else { continue }
      expect(open, holds: number, partial.evaluator, comment)
    }
    for (total, value) in partial.evaluator.totals?.values ?? [:]
    where complete.evaluator.totals?.values[total] == nil {
      expect(value, holds: .zero, partial.evaluator, comment)
    }
  }

  private func expect(_ value: Value, holds number: Rational, _ evaluator: Evaluator, _ comment: Comment) {
    guard let range = evaluator.possibility(value) else {
      Issue.record(comment)
      return
    }
    if let low = range.low { #expect(low <= number, comment) }
    if let high = range.high { #expect(number <= high, comment) }
  }
}
