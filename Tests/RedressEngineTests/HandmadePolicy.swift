import RedressDiagnostics
import RedressEngine
import RedressValues
import Testing

/// A program made by hand, with a single head of claim for what is to be looked at.
struct HandmadePolicy {
  static let place = Span(SourceID(7), 0, 4)

  var program: Program

  init(currency: Currency = Currency.named("CNY") ?? .ofTheCase) {
    program = Program(name: "handmade", currency: currency, rounding: .halfUp)
    program.parties = [
      Program.Party(name: "carrier", label: nil), Program.Party(name: "customer", label: nil),
    ]
    program.us = 0
    program.claimant = 1
  }

  var money: ValueType { .quantity(.money(in: program.currency)) }

  static func unit(_ word: String) -> Unit { Unit.known(word) ?? .declared(word) }

  static func day(_ text: String) -> CivilDate { CivilDate(text) ?? CivilDate(dayNumber: 0) }

  // MARK: Nodes

  mutating func add(_ node: Node) -> NodeID {
    program.nodes.append(node)
    program.spans.append(Self.place)
    return NodeID(program.nodes.count - 1)
  }

  mutating func number(_ value: Rational) -> NodeID {
    program.numbers.append(value)
    return add(.number(Int32(program.numbers.count - 1)))
  }

  mutating func number(_ value: Int) -> NodeID { number(Rational(value)) }

  mutating func percent(_ value: Int) throws -> NodeID { number(try Rational(value) / Rational(100)) }

  mutating func date(_ text: String) -> NodeID { add(.ordinal(Int64(Self.day(text).dayNumber))) }

  mutating func operands(_ nodes: [NodeID]) -> NodeRange {
    program.operands += nodes
    return NodeRange(first: program.operands.count - nodes.count, count: nodes.count)
  }

  // MARK: Facts

  mutating func fact(
    _ name: String, _ type: ValueType, from lower: Int? = nil, to upper: Int? = nil, isOptional: Bool = false
  ) -> NodeID {
    program.schema.facts.append(Self.attributes(name, type, from: lower, to: upper, isOptional: isOptional))
    return add(.fact(Int32(program.schema.facts.count - 1)))
  }

  static func attributes(
    _ name: String, _ type: ValueType, from lower: Int? = nil, to upper: Int? = nil, isWhole: Bool = false,
    isOptional: Bool = false
  ) -> Schema.Attributes {
    Schema.Attributes(
      name: name, type: type, isWhole: isWhole,
      bounds: lower == nil && upper == nil
        ? nil
        : Schema.Bounds(lower: lower.map { Rational($0) }, excludesLower: false, upper: upper.map { Rational($0) }),
      label: nil, defaultValue: nil, isOptional: isOptional, isPrivate: false, provedBy: nil, span: place)
  }

  func position(of fact: String) throws -> Int {
    try #require(program.schema.facts.firstIndex { $0.name == fact })
  }

  // MARK: Rulings

  static func branch(_ name: String, because: String? = nil) -> Program.Branch {
    Program.Branch(
      name: name,
      reasons: Program.Reasons(because: because.map { Program.Text([.literal($0)]) }, citations: []), span: place)
  }

  /// Base answers by the days from which they hold; an empty text is the beginning of time.
  func dated<Value>(_ name: String, _ branches: [(from: String, value: Value)], by day: NodeID? = nil)
    -> Program.Ruling<Value>
  {
    func named(_ from: String) -> Program.Branch {
      Self.branch(from.isEmpty ? name : "\(name)@\(from)", because: "as of \(from)")
    }
    var ruling = Program.Ruling(
      base: branches[0].value, branch: named(branches[0].from), exceptions: [Program.Exception<Value>]())
    ruling.from = branches[0].from.isEmpty ? nil : Self.day(branches[0].from)
    ruling.later = branches.dropFirst().map {
      Program.DatedBranch(from: Self.day($0.from), value: $0.value, branch: named($0.from))
    }
    ruling.datedBy = day
    return ruling
  }

  mutating func define(
    _ name: String, _ type: ValueType, _ ruling: Program.Ruling<NodeID>, steps: [Program.Step] = []
  ) -> Int {
    program.definitions.append(
      Program.Definition(name: name, label: nil, parameters: [], type: type, ruling: ruling, steps: steps))
    return program.definitions.count - 1
  }

  func ruling<Value>(_ name: String, _ base: Value) -> Program.Ruling<Value> {
    Program.Ruling(base: base, branch: Self.branch(name, because: "reason of \(name)"), exceptions: [])
  }

  mutating func table(
    _ name: String, of parameters: [Schema.Attributes], gives type: ValueType,
    _ editions: [(from: String, rows: [(cells: [TableCell], value: NodeID?)])], otherwise: NodeID?? = .none
  ) -> Int {
    let editions = editions.map { edition in
      Program.Table.Edition(
        from: edition.from.isEmpty ? nil : Self.day(edition.from),
        rows: edition.rows.enumerated().map { index, row in
          let owner = edition.from.isEmpty ? name : "\(name)@\(edition.from)"
          return Program.Table.Row(
            cells: row.cells, value: row.value,
            branch: Self.branch("\(owner).row_\(index + 1)", because: "row \(index + 1)"))
        })
    }
    program.tables.append(
      Program.Table(
        name: name, label: nil, parameters: parameters, type: type, editions: editions,
        otherwise: otherwise.map {
          Program.Table.Row(cells: [], value: $0, branch: Self.branch("\(name).otherwise", because: "the rest"))
        }, span: Self.place))
    return program.tables.count - 1
  }

  mutating func pay(_ amount: NodeID, named name: String = "damage", for loop: Program.Loop? = nil) {
    program.items.append(
      Program.Item(
        name: name, label: Program.Text([.literal(name)]), itemClass: .compensation, loop: loop, condition: nil,
        conditionOptionalReads: [], payee: 1, owedBy: nil,
        ruling: ruling(name, .pay(amount, by: nil, nil)), steps: [], bars: [], span: Self.place))
  }

  // MARK: Cases

  /// What a case comes to that states these facts; numbers in base units, dates as texts.
  func quote(_ given: [(String, Facts.Stated)] = [], dated: String? = nil, explaining: Bool = false) throws -> Quote {
    var facts = Facts(of: program)
    for (name, value) in given { facts.values[try position(of: name)] = value }
    facts.dated = dated.map { Self.day($0) }
    return try propose(program, for: facts, case: "example", label: nil, explaining: explaining)
  }

  func line(_ given: [(String, Facts.Stated)] = [], dated: String? = nil, explaining: Bool = false) throws -> Line {
    try #require(try quote(given, dated: dated, explaining: explaining).proposals.first?.lines.first)
  }

  /// What the first line pays, or the code of the refusal.
  func result(_ given: [(String, Facts.Stated)] = [], dated: String? = nil) throws -> String {
    do {
      let line = try line(given, dated: dated)
      if let payable = line.payable { return payable.decimalText(upTo: 6) }
      let range = line.range
      let (low, high) = (range?.low?.decimalText(upTo: 2) ?? "…", range?.high?.decimalText(upTo: 2) ?? "…")
      return "\(low) to \(high) for \(line.needs.map(\.fact).joined(separator: ", "))"
    } catch let refusal as Refusal {
      return refusal.diagnostic.code
    }
  }
}

extension Facts.Stated {
  static func number(_ value: Int) -> Facts.Stated { .number(Rational(value)) }
  static func date(_ text: String) -> Facts.Stated { .ordinal(Int64(HandmadePolicy.day(text).dayNumber)) }
}
