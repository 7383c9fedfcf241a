@testable import RedressEngine
import RedressValues
import Testing

@Suite struct `Limits over several heads` {
  /// Three heads of 100, 200 and 300 with a limit on all.
  private func three(_ steps: (inout ProgramBuilder) -> [Program.Step]) throws -> Proposal {
    var builder = ProgramBuilder()
    for (name, amount) in [("a", "100"), ("b", "200"), ("c", "300")] { builder.pay(name, builder.number(amount)) }
    let taken = steps(&builder)
    builder.limit("cap", on: [0, 1, 2], taken)
    return try #require(try builder.quote(builder.facts()).proposals.first)
  }

  @Test func `cut the sum and spread the cut in proportion`() throws {
    let proposal = try three { [$0.step("cap.at_most", .atMost($0.number("500")))] }
    #expect(proposal.lines.map(\.payable) == [cny("100"), cny("200"), cny("300")])
    #expect(proposal.lines.allSatisfy { $0.status == .granted })
    let adjustment = try #require(proposal.adjustments.first)
    #expect(adjustment.amount == cny("-100"))
    #expect(adjustment.step == "at most")
    #expect(adjustment.name == "cap.at_most")
    #expect(adjustment.reason == "the step cap.at_most")
    #expect(adjustment.spread.map(\.amount) == [cny("-16.67"), cny("-33.33"), cny("-50")])
    #expect(proposal.totals.payable == cny("500"))
  }

  @Test func `leave no adjustment where they do not bind`() throws {
    let proposal = try three { [$0.step("cap.at_most", .atMost($0.number("600")))] }
    #expect(proposal.adjustments.isEmpty)
    #expect(proposal.totals.payable == cny("600"))
  }

  @Test func `take their steps in written order`() throws {
    let lessThenMost = try three {
      [$0.step("cap.less", .less($0.number("150"))), $0.step("cap.at_most", .atMost($0.number("400")))]
    }
    #expect(lessThenMost.adjustments.map(\.amount) == [cny("-150"), cny("-50")])
    let mostThenLess = try three {
      [$0.step("cap.at_most", .atMost($0.number("400"))), $0.step("cap.less", .less($0.number("150")))]
    }
    #expect(mostThenLess.adjustments.map(\.amount) == [cny("-200"), cny("-150")])
    #expect(mostThenLess.totals.payable == cny("250"))
  }

  @Test func `keep only the largest, the first of equals`() throws {
    var builder = ProgramBuilder()
    for (name, amount) in [("a", "100"), ("b", "300"), ("c", "300")] { builder.pay(name, builder.number(amount)) }
    builder.limit("one", on: [0, 1, 2], [builder.step("one.only_the_largest", .onlyTheLargest)])
    let proposal = try #require(try builder.quote(builder.facts()).proposals.first)
    #expect(proposal.adjustments.first?.spread.map(\.item) == ["a", "c"])
    #expect(proposal.adjustments.first?.amount == cny("-400"))
    #expect(proposal.totals.payable == cny("300"))
  }

  @Test func `multiply each line by itself`() throws {
    var builder = ProgramBuilder()
    for name in ["a", "b", "c"] { builder.pay(name, builder.number("0.05")) }
    builder.limit("half", on: [0, 1, 2], [builder.step("half.times", .times(builder.number("0.5")))])
    let proposal = try #require(try builder.quote(builder.facts()).proposals.first)
    // 0.025 is 0.03 for each, not 0.075 for all.
    #expect(proposal.totals.payable == cny("0.09"))
    #expect(proposal.adjustments.first?.amount == cny("-0.06"))
  }

  @Test func `raise the sum, the first line where all are zero`() throws {
    var builder = ProgramBuilder()
    for name in ["a", "b"] { builder.pay(name, builder.number("0")) }
    builder.limit("least", on: [0, 1], [builder.step("least.at_least", .atLeast(builder.number("25")))])
    let proposal = try #require(try builder.quote(builder.facts()).proposals.first)
    #expect(proposal.adjustments.first?.spread.map(\.item) == ["a"])
    #expect(proposal.totals.payable == cny("25"))
  }

  @Test func `do nothing without lines`() throws {
    var builder = ProgramBuilder()
    let no = builder.no()
    let amount = builder.number("10")
    builder.item("a", .pay(amount, by: nil, nil), when: no)
    builder.limit("least", on: [0], [builder.step("least.at_least", .atLeast(builder.number("25")))])
    let proposal = try #require(try builder.quote(builder.facts()).proposals.first)
    #expect(proposal.totals.payable == .zero)
    #expect(proposal.adjustments.isEmpty)
  }

  @Test func `leave alone what a bar or nothing denied`() throws {
    var builder = ProgramBuilder()
    let yes = builder.yes()
    let bar = builder.bar("late", when: yes)
    let amount = builder.number("100")
    builder.item("a", .pay(amount, by: nil, nil), bars: [bar])
    builder.item("b", .nothing)
    builder.pay("c", amount)
    builder.limit("more", on: [0, 1, 2], [builder.step("more.plus", .plus(builder.number("30")))])
    let proposal = try #require(try builder.quote(builder.facts()).proposals.first)
    #expect(proposal.adjustments.first?.spread.map(\.item) == ["c"])
    #expect(proposal.totals.payable == cny("130"))
  }

  @Test func `are waived by an exception, which gives its reason`() throws {
    var builder = ProgramBuilder()
    builder.pay("a", builder.number("900"))
    let yes = builder.yes()
    let waiver = builder.exception("cap.intent", Program.StepOverride.waived, when: yes)
    builder.limit("cap", on: [0], [builder.step("cap.at_most", .atMost(builder.number("500")), exceptions: [waiver])])
    let proposal = try #require(try builder.quote(builder.facts(), explaining: true).proposals.first)
    #expect(proposal.adjustments.isEmpty)
    #expect(proposal.totals.payable == cny("900"))
    let waived = try #require(proposal.lines[0].because.first { $0.name == "cap.at_most" })
    #expect(waived.branch == "cap.intent")
    #expect(waived.reason == "because of cap.intent")
    let limit = try #require(proposal.waived.first)
    #expect(proposal.waived.count == 1 && limit.limit.name == "cap" && limit.element == nil)
    #expect(limit.waiver.step == "at most" && limit.waiver.name == "cap.at_most")
    #expect(limit.waiver.branch == "cap.intent" && limit.waiver.reason == "because of cap.intent")
  }

  @Test func `stand, where they are waived, among those that act`() throws {
    let proposal = try three { builder in
      let waiver = builder.exception("cap.intent", Program.StepOverride.waived, when: builder.yes())
      let others = builder.exception("cap.not_so", Program.StepOverride.waived, when: builder.no())
      return [
        builder.step("cap.times", .times(builder.number("0.5")), exceptions: [waiver]),
        builder.step("cap.less", .less(builder.number("50")), exceptions: [others]),
        builder.step("cap.only_the_largest", .onlyTheLargest, exceptions: [waiver]),
        builder.step("cap.at_most", .atMost(builder.number("100")), when: builder.no(), exceptions: [waiver]),
      ]
    }
    #expect(proposal.totals.payable == cny("550"))
    #expect(proposal.adjustments.map(\.name) == ["cap.less"])
    #expect(proposal.waived.map(\.waiver.name) == ["cap.times", "cap.only_the_largest"])
    #expect(proposal.waived.map(\.waiver.place) == [0, 1])
  }

  @Test func `say for each element that they are waived`() throws {
    var builder = ProgramBuilder()
    let lots = builder.list("lots", of: [builder.attributes("value", builder.money)])
    let lot = builder.variable(of: lots.record)
    let value = builder.field(lot, 0)
    builder.item(
      "goods", .pay(value, by: nil, nil), loop: builder.loop(.fact(lots.fact), lots.record, variable: lot))
    let limited = builder.variable(of: lots.record)
    let isDear = builder.node(.compare(.greater, builder.field(limited, 0), builder.number("50")))
    let waiver = builder.exception("cap.dear", Program.StepOverride.waived, when: isDear)
    let cap = builder.step("cap.at_most", .atMost(builder.number("30")), exceptions: [waiver])
    builder.limit("cap", on: [0], loop: builder.loop(.fact(lots.fact), lots.record, variable: limited), [cap])
    var facts = builder.facts()
    builder.state([40, 60, 90].map { [.number(Rational($0))] }, in: lots, of: &facts)
    let proposal = try #require(try builder.quote(facts).proposals.first)
    #expect(proposal.adjustments.map(\.element) == ["lots[1]"])
    #expect(proposal.waived.map(\.element) == ["lots[2]", "lots[3]"])
    #expect(proposal.totals.payable == cny("180"))
  }

  @Test func `say nothing of a waiver where there is nothing to take`() throws {
    var builder = ProgramBuilder()
    builder.pay("a", builder.number("0"))
    let waiver = builder.exception("cap.intent", Program.StepOverride.waived, when: builder.yes())
    builder.limit(
      "cap", on: [0],
      [
        builder.step("cap.at_most", .atMost(builder.number("500")), exceptions: [waiver]),
        builder.step("cap.at_least", .atLeast(builder.number("500")), exceptions: [waiver]),
      ])
    let proposal = try #require(try builder.quote(builder.facts()).proposals.first)
    // What was not raised would be missed; what was not taken would not.
    #expect(proposal.waived.map(\.waiver.name) == ["cap.at_least"])
  }

  @Test func `act on the lines of each element by themselves, in lists inside lists too`() throws {
    var builder = ProgramBuilder()
    let bags = builder.list("bags", of: [builder.attributes("value", builder.money)])
    let passengers = builder.list(
      "passengers", of: [builder.attributes("fare", builder.money), builder.attributes("bags", .list(bags.record))])
    let bag = builder.variable(of: bags.record)
    let passenger = builder.variable(of: passengers.record)
    let person = builder.variable(of: passengers.record)
    let value = builder.field(bag, 0)
    let fare = builder.field(passenger, 0)
    builder.item(
      "fare", .pay(fare, by: nil, nil),
      loop: builder.loop(.fact(passengers.fact), passengers.record, variable: passenger))
    builder.item(
      "bag", .pay(value, by: nil, nil),
      loop: builder.loop(.inside(fact: passengers.fact, fields: [1]), bags.record, variable: bag))
    let cap = builder.step("cap.at_most", .atMost(builder.number("100")))
    builder.limit(
      "cap", on: [0, 1], loop: builder.loop(.fact(passengers.fact), passengers.record, variable: person), [cap])
    var facts = builder.facts()
    builder.state([50, 80, 90].map { [.number(Rational($0))] }, in: bags, of: &facts)
    builder.state(
      [
        [.number(Rational(70)), .rows(first: 0, count: 2)], [.number(Rational(10)), .rows(first: 2, count: 1)],
        [.number(Rational(101)), .rows(first: 0, count: 0)],
      ], in: passengers, of: &facts)
    let proposal = try #require(try builder.quote(facts).proposals.first)
    #expect(proposal.lines.count == 6)
    #expect(proposal.adjustments.map(\.element) == ["passengers[1]", "passengers[3]"])
    #expect(proposal.adjustments.map(\.amount) == [cny("-100"), cny("-1")])
    #expect(proposal.adjustments[0].spread.map(\.index) == [1, 1, 2])
    #expect(proposal.totals.payable == cny("300"))
  }

  @Test func `reach lines owed by others, which are no part of the totals`() throws {
    var builder = ProgramBuilder()
    let amount = builder.number("100")
    builder.pay("ours", amount)
    builder.item("theirs", .pay(amount, by: nil, nil), owedBy: "an insurer")
    builder.limit("cap", on: [0, 1], [builder.step("cap.at_most", .atMost(builder.number("150")))])
    let proposal = try #require(try builder.quote(builder.facts()).proposals.first)
    #expect(proposal.adjustments.first?.amount == cny("-25"))
    #expect(proposal.adjustments.first?.spread.map(\.amount) == [cny("-25"), cny("-25")])
    #expect(proposal.totals.payable == cny("75"))
  }

  @Test func `tell where they cut something given in kind`() throws {
    var builder = ProgramBuilder()
    builder.pay("goods", builder.number("100"), by: .reshipment)
    builder.limit("cap", on: [0], [builder.step("cap.at_most", .atMost(builder.number("61")))])
    let proposal = try #require(try builder.quote(builder.facts()).proposals.first)
    #expect(proposal.adjustments.first?.cutsInKind == true)
    #expect(proposal.totals.inKind == cny("61"))
  }

  // MARK: Unknown

  /// One head of 300 and one that is not stated, up to a bound, under a limit of 500.
  private func open(upTo bound: Int, _ form: (inout ProgramBuilder) -> Program.Step.Form) throws -> Proposal {
    var builder = ProgramBuilder()
    builder.pay("known", builder.number("300"))
    let unknown = builder.fact("loss", builder.money, from: .zero, to: Rational(bound))
    builder.pay("unknown", unknown.node)
    let step = builder.step("cap.step", form(&builder))
    builder.limit("cap", on: [0, 1], [step])
    return try #require(try builder.quote(builder.facts()).proposals.first)
  }

  @Test func `let lines wait with those that are open`() throws {
    let proposal = try open(upTo: 700) { .atMost($0.number("500")) }
    #expect(proposal.lines.map(\.status) == [.pending, .pending])
    #expect(proposal.lines[0].needs.map(\.fact) == ["loss"])
    // 300 of 1,000 in the worst case, less two cents for rounding.
    #expect(proposal.lines[0].range?.low == cny("149.98"))
    #expect(proposal.lines[0].range?.high == cny("300"))
    #expect(!proposal.totals.isComplete)
    #expect(proposal.totals.payable == .zero)
  }

  @Test func `hold nothing back where they cannot bind`() throws {
    let proposal = try open(upTo: 200) { .atMost($0.number("500")) }
    #expect(proposal.lines.map(\.status) == [.granted, .pending])
    #expect(proposal.totals.payable == cny("300"))
  }

  @Test func `say that they are waived while lines wait`() throws {
    for isTimes in [false, true] {
      var builder = ProgramBuilder()
      builder.pay("known", builder.number("300"))
      let unknown = builder.fact("loss", builder.money, from: .zero, to: Rational(700))
      builder.pay("unknown", unknown.node)
      let form = isTimes ? Program.Step.Form.times(builder.number("0.5")) : .atMost(builder.number("500"))
      let waiver = builder.exception("cap.intent", Program.StepOverride.waived, when: builder.yes())
      builder.limit("cap", on: [0, 1], [builder.step("cap.step", form, exceptions: [waiver])])
      let proposal = try #require(try builder.quote(builder.facts()).proposals.first)
      #expect(proposal.lines.map(\.status) == [.granted, .pending])
      #expect(proposal.adjustments.isEmpty)
      #expect(proposal.waived.map(\.waiver.branch) == ["cap.intent"])
    }
  }

  @Test func `do not call waived what may be waived`() throws {
    var builder = ProgramBuilder()
    builder.pay("known", builder.number("300"))
    let intent = builder.fact("intent", .yesOrNo)
    let waiver = builder.exception("cap.intent", Program.StepOverride.waived, when: intent.node)
    builder.limit("cap", on: [0], [builder.step("cap.step", .atMost(builder.number("100")), exceptions: [waiver])])
    let proposal = try #require(try builder.quote(builder.facts()).proposals.first)
    #expect(proposal.lines.map(\.status) == [.pending])
    #expect(proposal.waived.isEmpty)
  }

  @Test func `hold nothing back where they multiply`() throws {
    let proposal = try open(upTo: 700) { .times($0.number("0.5")) }
    #expect(proposal.lines.map(\.status) == [.granted, .pending])
    #expect(proposal.adjustments.map(\.amount) == [cny("-150")])
    #expect(proposal.totals.payable == cny("150"))
  }
}
