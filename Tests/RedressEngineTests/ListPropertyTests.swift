@testable import RedressEngine
import RedressValues
import Testing

/// A list with heads over its elements, shares among them, and limits for each and for all; the same from the same seed.
private struct RandomList {
  var builder = ProgramBuilder()
  var generator: SeededGenerator
  private(set) var rows: [[Facts.Stated]] = []
  private let list: (fact: Int, record: Int)
  private let share: (fact: Int, node: NodeID)
  private var shared = Facts.Stated.notStated

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
    list = builder.list(
      "things",
      of: [
        builder.attributes("value", builder.money, from: .zero, to: Rational(60)),
        builder.attributes("counts", .yesOrNo), builder.attributes("weight", .quantity(.number), from: .zero),
      ])
    share = builder.fact("shared", builder.money, from: .zero, to: Rational(100))
    shared = .number(cents(Int.random(in: 0...10_000, using: &generator)))
    for _ in 0..<Int.random(in: 0...4, using: &generator) {
      rows.append([
        .number(cents(Int.random(in: 0...6_000, using: &generator))),
        .ordinal(Int64.random(in: 0...1, using: &generator)),
        .number(Rational(Int.random(in: 0...5, using: &generator))),
      ])
    }
    item("paid", isShare: false)
    item("shared_out", isShare: true)
    limits()
  }

  private mutating func item(_ name: String, isShare: Bool) {
    let variable = builder.variable(of: list.record)
    let value = builder.field(variable, 0)
    let counts = builder.field(variable, 1)
    let isOrdered = Int.random(in: 0...2, using: &generator) == 0
    let order =
      isOrdered ? Program.Loop.Order(isLargestFirst: Bool.random(using: &generator), key: value) : nil
    let loop = builder.loop(
      .fact(list.fact), list.record, variable: variable,
      where: Bool.random(using: &generator) ? counts : nil, order: order)
    var exceptions: [Program.Exception<Program.Payment>] = []
    switch Int.random(in: 0...3, using: &generator) {
    case 0:
      let position = builder.node(.position(variable: Int32(variable)))
      let condition =
        isOrdered ? builder.node(.compare(.greater, position, builder.number("2"))) : counts
      exceptions.append(builder.exception(name + ".none", .nothing, when: condition))
    case 1:
      let half = builder.node(.multiply(builder.number("0.5"), builder.node(.otherwise)))
      exceptions.append(builder.exception(name + ".half", .pay(half, by: nil, nil), when: counts))
    default: break
    }
    var steps: [Program.Step] = []
    if Bool.random(using: &generator) {
      steps.append(builder.step(name + ".less", .less(builder.number("7.77"))))
    }
    let payment: Program.Payment =
      isShare
      ? .share(share.node, weight: builder.field(variable, 2), by: nil, nil) : .pay(value, by: nil, nil)
    builder.item(name, payment, loop: loop, exceptions: exceptions, steps: steps)
  }

  private mutating func limits() {
    let variable = builder.variable(of: list.record)
    let loop = builder.loop(.fact(list.fact), list.record, variable: variable)
    let bound = builder.number(cents(Int.random(in: 0...6_000, using: &generator)))
    let form: Program.Step.Form =
      switch Int.random(in: 0...3, using: &generator) {
      case 0: .atMost(bound)
      case 1: .atLeast(bound)
      case 2: .onlyTheLargest
      default: .less(bound)
      }
    let counts = builder.field(variable, 1)
    let isPartial = Bool.random(using: &generator)
    builder.limit("each", on: [0, 1], loop: loop, [builder.step("each.step", form, when: isPartial ? counts : nil)])
    let most = builder.number(cents(Int.random(in: 0...20_000, using: &generator)))
    builder.limit("all", on: [0, 1], [builder.step("all.at_most", .atMost(most))])
  }

  func facts() -> Facts {
    var facts = builder.facts([share.fact: shared])
    builder.state(rows, in: list, of: &facts)
    return facts
  }

  mutating func partial() -> Facts {
    var facts = facts()
    for cell in facts.tables[list.record].cells.indices where Int.random(in: 0...3, using: &generator) == 0 {
      facts.tables[list.record].cells[cell] = .notStated
    }
    switch Int.random(in: 0...7, using: &generator) {
    case 0: facts.values[list.fact] = .notStated
    case 1, 2: facts.values[share.fact] = .notStated
    default: break
    }
    return facts
  }
}

@Suite struct `Random lists` {
  private func result(_ policy: RandomList, _ facts: Facts) -> (lines: [LineOutcome], evaluator: Evaluator)? {
    var evaluator = Evaluator(program: policy.builder.program, facts: facts)
    guard (try? evaluator.settle()) != nil else { return nil }
    return (evaluator.lines, evaluator)
  }

  @Test(arguments: SeededGenerator.seeds) func `stay sound when facts are forgotten`(seed: UInt64) throws {
    for round in 0..<1_000 {
      var policy = RandomList(seed: seed &+ UInt64(round) &* 104_729)
      guard let complete = result(policy, policy.facts()) else { continue }
      let comment: Comment = "seed \(seed), round \(round)"
      let partial = try #require(result(policy, policy.partial()), comment)
      var evaluator = partial.evaluator
      for line in partial.lines {
        let other = complete.lines.first { $0.item == line.item && $0.row == line.row }
        let payable = other?.payable.number ?? .zero
        let limited = other?.limited.number ?? .zero
        guard line.status == .pending else {
          #expect(line.payable.number == payable, comment)
          #expect(line.limited.number == limited, comment)
          continue
        }
        #expect(!evaluator.needs(of: line).isEmpty, comment)
        if line.standsForSeveral { continue }
        let range = try #require(evaluator.possibility(line.limited), comment)
        #expect(range.low ?? .zero <= limited && limited <= range.high ?? limited, comment)
      }
      let open = evaluator.total(.payable)
      let total = try #require(evaluator.possibility(open), comment)
      var all = complete.evaluator
      let number = all.total(.payable).number ?? .zero
      #expect(total.low ?? .zero <= number && number <= total.high ?? number, comment)
    }
  }

  @Test(arguments: SeededGenerator.seeds) func `share out to the cent`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for round in 0..<200 {
      var builder = ProgramBuilder()
      let list = builder.list("things", of: [builder.attributes("weight", .quantity(.number))])
      let variable = builder.variable(of: list.record)
      let amount = cents(Int.random(in: 0...1_000_000, using: &generator))
      let loop = builder.loop(.fact(list.fact), list.record, variable: variable)
      builder.item(
        "part", .share(builder.number(amount), weight: builder.field(variable, 0), by: nil, nil), loop: loop)
      var facts = builder.facts()
      let weights = (0..<Int.random(in: 1...7, using: &generator)).map { _ in
        Rational(Int.random(in: 1...1_000, using: &generator))
      }
      builder.state(weights.map { [.number($0)] }, in: list, of: &facts)
      let proposal = try #require(try builder.quote(facts).proposals.first)
      #expect(sum(proposal.lines.compactMap(\.payable)) == amount, "seed \(seed), round \(round)")
      #expect(proposal.lines.allSatisfy { $0.payable?.isNegative == false }, "seed \(seed), round \(round)")
    }
  }
}
