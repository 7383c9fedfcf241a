@testable import RedressEngine
import RedressValues
import Testing

@Suite struct `Recourse, authorities and figures` {
  @Test func `recover of what is payable after all limits`() throws {
    var builder = ProgramBuilder()
    builder.pay("repair", builder.number("1_000"))
    builder.pay("other", builder.number("50"))
    builder.limit("cap", on: [0], [builder.step("cap.at_most", .atMost(builder.number("600")))])
    let percent = builder.number("0.3")
    builder.recourse(
      "packing_fault", on: [0], percent,
      steps: [builder.step("packing_fault.at_most", .atMost(builder.number("150")))])
    let proposal = try #require(try builder.quote(builder.facts()).proposals.first)
    #expect(proposal.recourse.map(\.amount) == [cny("150")])
    #expect(proposal.recourse[0].from.name == "packer")
    #expect(proposal.recourse[0].steps.map(\.change) == [cny("-30")])
    #expect(proposal.totals.recovered == cny("150"))
    #expect(proposal.totals.net == cny("500"))
    #expect(proposal.totals.payable == cny("650"))
  }

  @Test func `wait for what they depend on`() throws {
    var builder = ProgramBuilder()
    builder.pay("repair", builder.number("1_000"))
    let cause = builder.fact("packed_by_them", .yesOrNo)
    builder.recourse("packing_fault", on: [0], builder.number("0.3"), when: cause.node)
    let quote = try builder.quote(builder.facts())
    let recourse = try #require(quote.proposals.first?.recourse.first)
    #expect(recourse.amount == nil)
    #expect(recourse.range?.low == .zero)
    #expect(recourse.range?.high == cny("300"))
    #expect(recourse.needs.map(\.fact) == ["packed_by_them"])
    #expect(quote.unknown.map(\.affects) == [["packing_fault"]])
    #expect(quote.proposals[0].totals.isComplete == false)
    #expect(quote.proposals[0].totals.payable == cny("1_000"))
  }

  @Test func `let an exception speak of what it replaces`() throws {
    var builder = ProgramBuilder()
    builder.pay("repair", builder.number("1_000"))
    let half = builder.node(.multiply(builder.number("0.5"), builder.node(.otherwise)))
    let insolvent = builder.exception("packing_fault.insolvent", half, when: builder.yes())
    builder.recourse("packing_fault", on: [0], builder.number("0.3"), exceptions: [insolvent])
    let recourse = try #require(try builder.quote(builder.facts()).proposals.first?.recourse.first)
    #expect(recourse.amount == cny("150"))
    #expect(recourse.branch == "packing_fault.insolvent")
  }

  /// Levels up to 500, up to 10,000 and any.
  private func authority(_ amount: (inout ProgramBuilder) -> NodeID) throws -> [Proposal.Remark] {
    var builder = ProgramBuilder()
    builder.pay("repair", amount(&builder))
    func level(_ name: String, upTo bound: Int?) -> Program.Authority.Level {
      let cell: TableCell =
        bound.map { .range(lower: nil, excludesLower: false, upper: Rational($0), excludesUpper: false) } ?? .any
      return Program.Authority.Level(name: name, label: nil, cell: cell, reasons: ProgramBuilder.reasons())
    }
    builder.program.totals = [.payable]
    let sum = builder.node(.total(0))
    builder.program.authorities = [
      Program.Authority(
        sum: sum, optionalReads: [],
        levels: [level("agent", upTo: 500), level("manager", upTo: 10_000), level("finance", upTo: nil)])
    ]
    return try #require(try builder.quote(builder.facts()).proposals.first).authorities
  }

  @Test(arguments: [("500", "agent"), ("500.01", "manager"), ("20_000", "finance")])
  func `have the first level that covers the sum decide`(amount: String, level: String) throws {
    let authorities = try authority { $0.number(amount) }
    #expect(authorities.map(\.name) == [level])
    #expect(authorities.allSatisfy { !$0.isUncertain })
  }

  @Test func `have the level of the most an open sum can be decide`() throws {
    let bounded = try authority { $0.fact("loss", $0.money, from: .zero, to: Rational(3_000)).node }
    #expect(bounded.map(\.name) == ["manager"])
    #expect(bounded.map(\.isUncertain) == [true])
    let small = try authority { $0.fact("loss", $0.money, from: .zero, to: Rational(300)).node }
    #expect(small.map(\.name) == ["agent"])
    #expect(small.map(\.isUncertain) == [false])
    let unbounded = try authority { $0.fact("loss", $0.money, from: .zero).node }
    #expect(unbounded.map(\.name) == ["finance"])
    #expect(unbounded.map(\.isUncertain) == [true])
  }

  @Test func `show figures, those that wait too`() throws {
    var builder = ProgramBuilder()
    builder.pay("repair", builder.number("10"))
    let price = builder.fact("price", builder.money)
    for (name, node) in [("fee", builder.number("12.5")), ("open_fee", price.node)] {
      var figure = Program.Definition(
        name: name, label: nil, parameters: [], type: builder.money,
        ruling: Program.Ruling(base: node, branch: ProgramBuilder.branch(name), exceptions: []), steps: [])
      figure.isFigure = true
      builder.program.definitions.append(figure)
    }
    let figures = try #require(try builder.quote(builder.facts()).proposals.first).figures
    #expect(figures.map(\.value) == ["12.50 CNY", "(not stated)"])
    #expect(figures.map(\.number) == [cny("12.5"), nil])
    #expect(figures[1].needs.map(\.fact) == ["price"])
  }
}
