import RedressDiagnostics
@testable import RedressEngine
import RedressValues
import Testing

@Suite struct `Lines of a list` {
  /// A list of interests with a value each, and an item over it.
  private struct Interests {
    var builder = ProgramBuilder()
    let list: (fact: Int, record: Int)
    let variable: Int

    init() {
      list = builder.list(
        "interests",
        of: [builder.attributes("value", builder.money, from: .zero), builder.attributes("mine", .yesOrNo)])
      variable = builder.variable(of: list.record)
    }

    mutating func loop(_ condition: NodeID? = nil, order: Program.Loop.Order? = nil) -> Program.Loop {
      builder.loop(.fact(list.fact), list.record, variable: variable, where: condition, order: order)
    }

    func proposal(_ values: [Facts.Stated], mine: [Facts.Stated]? = nil) throws -> Proposal {
      var facts = builder.facts()
      let rows = values.enumerated().map { [$0.element, mine?[$0.offset] ?? .ordinal(1)] }
      builder.state(rows, in: list, of: &facts)
      return try #require(try builder.quote(facts).proposals.first)
    }
  }

  private func numbers(_ values: [Int]) -> [Facts.Stated] { values.map { .number(Rational($0)) } }

  @Test func `share an amount to the cent, ties to the earlier line`() throws {
    var interests = Interests()
    let loop = interests.loop()
    let payment = Program.Payment.share(
      interests.builder.number("100"), weight: interests.builder.field(interests.variable, 0), by: nil, nil)
    interests.builder.item("contribution", payment, loop: loop)
    let proposal = try interests.proposal(numbers([1, 1, 1]))
    #expect(proposal.lines.map(\.payable) == [cny("33.34"), cny("33.33"), cny("33.33")])
    #expect(proposal.lines.map(\.assessed) == proposal.lines.map(\.payable))
  }

  @Test func `leave the other lines alone where an exception speaks of one`() throws {
    var interests = Interests()
    let loop = interests.loop()
    let value = interests.builder.field(interests.variable, 0)
    let payment = Program.Payment.share(interests.builder.number("90"), weight: value, by: nil, nil)
    let isSmall = interests.builder.node(.compare(.less, value, interests.builder.number("2")))
    let small = interests.builder.exception("contribution.small", Program.Payment.nothing, when: isSmall)
    interests.builder.item("contribution", payment, loop: loop, exceptions: [small])
    let proposal = try interests.proposal(numbers([1, 2, 6]))
    #expect(proposal.lines.map(\.payable) == [.zero, cny("20"), cny("60")])
    #expect(proposal.lines[0].branches == ["contribution.small"])
  }

  @Test func `share out another amount by an exception, which may speak of the first`() throws {
    var interests = Interests()
    let loop = interests.loop()
    let value = interests.builder.field(interests.variable, 0)
    let payment = Program.Payment.share(interests.builder.number("10"), weight: value, by: nil, nil)
    let double = interests.builder.node(
      .multiply(interests.builder.number("2"), interests.builder.node(.otherwise)))
    let more = interests.builder.exception(
      "contribution.double", Program.Payment.share(double, weight: value, by: nil, nil),
      when: interests.builder.yes())
    interests.builder.item("contribution", payment, loop: loop, exceptions: [more])
    let proposal = try interests.proposal(numbers([1, 3]))
    #expect(proposal.lines.map(\.payable) == [cny("5"), cny("15")])
  }

  @Test func `wait together while a weight is open`() throws {
    var interests = Interests()
    let loop = interests.loop()
    let payment = Program.Payment.share(
      interests.builder.number("90"), weight: interests.builder.field(interests.variable, 0), by: nil, nil)
    interests.builder.item("contribution", payment, loop: loop)
    let proposal = try interests.proposal([.number(.one), .notStated])
    #expect(proposal.lines.map(\.status) == [.pending, .pending])
    #expect(proposal.lines[0].range?.high == cny("90"))
    #expect(proposal.lines[0].needs.map(\.fact) == ["interests[2].value"])
  }

  @Test func `refuse the case where there is nothing to share by`() throws {
    var interests = Interests()
    let loop = interests.loop()
    let payment = Program.Payment.share(
      interests.builder.number("90"), weight: interests.builder.field(interests.variable, 0), by: nil, nil)
    interests.builder.item("contribution", payment, loop: loop)
    let error = #expect(throws: Refusal.self) { try interests.proposal(numbers([0, 0])) }
    #expect(error?.diagnostic.code == "R0511")
  }

  @Test func `stand in the order that is asked for, ties in that of the list`() throws {
    var interests = Interests()
    let value = interests.builder.field(interests.variable, 0)
    let mine = interests.builder.field(interests.variable, 1)
    let loop = interests.loop(mine, order: Program.Loop.Order(isLargestFirst: true, key: value))
    let position = interests.builder.node(.position(variable: Int32(interests.variable)))
    let isLate = interests.builder.node(.compare(.greater, position, interests.builder.number("2")))
    let late = interests.builder.exception("tariff.beyond_two", Program.Payment.nothing, when: isLate)
    interests.builder.item("tariff", .pay(value, by: nil, nil), loop: loop, exceptions: [late])
    let proposal = try interests.proposal(
      numbers([5, 9, 7, 9]), mine: [.ordinal(1), .ordinal(1), .ordinal(0), .ordinal(1)])
    #expect(proposal.lines.map(\.element) == [2, 4, 1])
    #expect(proposal.lines.map(\.payable) == [cny("9"), cny("9"), .zero])
    #expect(proposal.lines[2].branches == ["tariff.beyond_two"])
  }

  @Test(arguments: [true, false]) func `are one while the order is open`(isKeyOpen: Bool) throws {
    var interests = Interests()
    let value = interests.builder.field(interests.variable, 0)
    let mine = interests.builder.field(interests.variable, 1)
    let loop = interests.loop(mine, order: Program.Loop.Order(isLargestFirst: true, key: value))
    interests.builder.item("tariff", .pay(value, by: nil, nil), loop: loop)
    let proposal = try interests.proposal(
      isKeyOpen ? [.number(.one), .notStated] : numbers([1, 2]),
      mine: isKeyOpen ? nil : [.ordinal(1), .notStated])
    #expect(proposal.lines.count == 1)
    #expect(proposal.lines[0].status == .pending)
    #expect(proposal.lines[0].needs.map(\.fact) == [isKeyOpen ? "interests[2].value" : "interests[2].mine"])
  }

  // MARK: Discretion

  private func discretion(_ figure: String, status bar: Bool = false) throws -> Proposal {
    var builder = ProgramBuilder()
    let bounds = Program.Discretion(lower: builder.number("10"), upper: builder.number("500"))
    let holds = builder.node(.ordinal(bar ? 1 : 0))
    let position = builder.bar("late", when: holds)
    builder.item("goodwill", .pay(builder.number(figure), by: nil, bounds), bars: [position])
    return try #require(try builder.quote(builder.facts()).proposals.first)
  }

  @Test func `are proposed where a person decides`() throws {
    let proposal = try discretion("200")
    #expect(proposal.lines[0].status == .proposed)
    #expect(proposal.lines[0].discretion?.low == cny("10"))
    #expect(proposal.lines[0].discretion?.high == cny("500"))
    #expect(proposal.totals.payable == cny("200"))
    #expect(proposal.totals.isComplete)
  }

  @Test(arguments: ["9.99", "500.01"]) func `refuse the case outside the discretion`(figure: String) throws {
    let error = #expect(throws: Refusal.self) { try discretion(figure) }
    #expect(error?.diagnostic.code == "R0530")
    // A bar denies whatever the amount is.
    #expect(try discretion(figure, status: true).lines[0].status == .denied)
  }
}
