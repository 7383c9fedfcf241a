import RedressEngine
import RedressValues
import Testing

@Suite struct ListTests {
  /// `shipments`, each with `packages`, each with a `worth`.
  private static func policy() -> HandmadePolicy {
    var policy = HandmadePolicy()
    policy.program.schema.records = [
      Schema.Record(
        name: "Shipment", label: nil, fields: [HandmadePolicy.attributes("packages", .list(1))]),
      Schema.Record(
        name: "Package", label: nil, fields: [HandmadePolicy.attributes("worth", policy.money, from: 0)]),
    ]
    _ = policy.fact("shipments", .list(0))
    policy.program.variableRecords = [1, 1]
    return policy
  }

  private static let loop = Program.Loop(
    variable: 0, record: 1, list: .inside(fact: 0, fields: [0]), condition: nil, optionalReads: [])

  /// Facts with the packages of each shipment; nil where nobody has stated them.
  private static func facts(_ shipments: [[Int]?], _ policy: HandmadePolicy) -> Facts {
    var facts = Facts(of: policy.program)
    facts.values[0] = .rows(first: 0, count: Int32(shipments.count))
    facts.tables[0].beginList(.fact(0))
    for (index, packages) in shipments.enumerated() {
      guard let packages else {
        facts.tables[0].addRow()
        continue
      }
      facts.tables[0].addRow([.rows(first: Int32(facts.tables[1].rowCount), count: Int32(packages.count))])
      facts.tables[1].beginList(.field(0, record: 0, row: index))
      for worth in packages { facts.tables[1].addRow([.number(worth)]) }
    }
    return facts
  }

  private static func lines(_ shipments: [[Int]?], _ policy: HandmadePolicy) throws -> [Line] {
    let facts = facts(shipments, policy)
    let quote = try propose(policy.program, for: facts, case: "example", label: nil, explaining: false)
    return try #require(quote.proposals.first).lines
  }

  @Test func `a loop over a list inside a list goes through all of them`() throws {
    var policy = Self.policy()
    policy.pay(policy.add(.field(variable: 0, field: 0)), for: Self.loop)
    let lines = try Self.lines([[1, 2], [], [3]], policy)
    #expect(lines.map(\.payable) == [Rational(1), Rational(2), Rational(3)])
    #expect(lines.map(\.element) == [1, 2, 3])
  }

  @Test func `a sum over a list inside a list`() throws {
    var policy = Self.policy()
    policy.program.loops = [Self.loop]
    let worth = policy.add(.field(variable: 0, field: 0))
    policy.pay(policy.add(.aggregate(.sum, worth, loop: 0, isDate: false)))
    #expect(try Self.lines([[1, 2], [], [3]], policy).map(\.payable) == [Rational(6)])
    #expect(try Self.lines([], policy).map(\.payable) == [Rational.zero])
    let open = try Self.lines([[1, 2], nil], policy)
    #expect(open.map(\.status) == [.pending])
    #expect(open.first?.needs.map(\.fact) == ["shipments[2].packages"])
  }
}

@Suite struct CurrencyOfTheCaseTests {
  @Test(arguments: [
    ("JPY", 2_002, "1,001 JPY at 2 XDR per JPY", "10"), ("KWD", 2_001, "1,000.500 KWD at 2 XDR per KWD", "10.005"),
    ("EUR", 2_001, "1,000.50 EUR at 2 XDR per EUR", "10.01"),
  ])
  func `amounts are rounded and shown in the currency of the case`(
    code: String, halves: Int, label: String, paid: String
  ) throws {
    var policy = HandmadePolicy(currency: .ofTheCase)
    let perMoney = ValueType.quantity(HandmadePolicy.unit("XDR").divided(by: .money(in: .ofTheCase)))
    let price = policy.fact("price", policy.money)
    let rate = policy.fact("rate", perMoney)
    policy.pay(policy.add(.multiply(price, try policy.percent(1))))
    let item = policy.program.items[0]
    policy.program.items[0] = Program.Item(
      name: item.name, label: Program.Text([.value(price, policy.money), .literal(" at "), .value(rate, perMoney)]),
      itemClass: item.itemClass, loop: nil, condition: nil, conditionOptionalReads: [], payee: 1, owedBy: nil,
      ruling: item.ruling, steps: [], bars: [], span: HandmadePolicy.place)
    var facts = Facts(of: policy.program)
    facts.currency = Currency.named(code)
    facts.values = [.number(try Rational(halves) / Rational(2)), .number(2)]
    let quote = try propose(policy.program, for: facts, case: "example", label: nil, explaining: false)
    #expect(quote.currency == Currency.named(code))
    let line = try #require(quote.proposals.first?.lines.first)
    #expect(line.label == label)
    #expect(line.payable?.decimalText(upTo: 6) == paid)
  }
}

@Suite struct AlternativeTests {
  @Test func `the explanation names what lost as well as what won`() throws {
    var policy = HandmadePolicy()
    let price = policy.fact("price", policy.money)
    let floor = policy.number(60)
    let node = policy.add(.largest(policy.operands([price, floor])))
    policy.program.alternatives[node] = [
      Program.Alternative(text: "price", type: policy.money),
      Program.Alternative(text: "60.00 CNY", type: policy.money),
    ]
    policy.pay(node)
    let line = try policy.line([("price", .number(50))], explaining: true)
    #expect(line.because.map(\.name) == ["price", "60.00 CNY"])
    #expect(line.because.map(\.value) == ["50.00 CNY", "60.00 CNY"])
    #expect(line.because.map(\.isLost) == [true, false])
    let equal = try policy.line([("price", .number(60))], explaining: true)
    #expect(equal.because.map(\.isLost) == [false, false])
    let open = try policy.line(explaining: true)
    #expect(open.because.map(\.isLost) == [false, false])
  }

  @Test func `a definition shows the value before each of its steps`() throws {
    var policy = HandmadePolicy()
    let price = policy.fact("price", policy.money)
    let tenth = policy.add(.multiply(policy.number(try Rational(1) / Rational(10)), policy.add(.it)))
    func step(_ name: String, _ form: Program.Step.Form) -> Program.Step {
      Program.Step(
        branch: HandmadePolicy.branch(name, because: name), form: form, type: policy.money, condition: nil,
        optionalReads: [], exceptions: [])
    }
    let cap = policy.number(80)
    let loss = policy.define(
      "loss", policy.money, policy.ruling("loss", price),
      steps: [step("loss.less", .less(tenth)), step("loss.at_most", .atMost(cap))])
    policy.pay(policy.add(.definition(Int32(loss))))
    let line = try policy.line([("price", .number(100))], explaining: true)
    let explained = try #require(line.because.first)
    #expect(explained.value == "80.00 CNY")
    #expect(explained.because.map(\.name) == ["price", "loss.less", "loss.at_most"])
    #expect(explained.because.map(\.value) == ["100.00 CNY", "90.00 CNY", "80.00 CNY"])
    #expect(explained.because[1].because.map(\.value) == ["100.00 CNY"])
    #expect(explained.because[2].because.map(\.value) == ["90.00 CNY"])
  }
}
