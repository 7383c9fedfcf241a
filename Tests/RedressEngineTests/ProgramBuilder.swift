import RedressDiagnostics
@testable import RedressEngine
import RedressValues

/// Makes programs by hand, as the compiler would, in the fewest words.
struct ProgramBuilder {
  var program: Program
  static let nowhere = Span(SourceID(80), 0, 1)

  init(currency: String = "CNY", rounding: RoundingMode = .halfUp) {
    program = Program(
      name: "sample", currency: Currency.named(currency) ?? .ofTheCase,
      rounding: rounding)
    program.parties = [
      Program.Party(name: "carrier", label: "the carrier"), Program.Party(name: "customer", label: "the customer"),
      Program.Party(name: "packer", label: "the packer"),
    ]
    program.claimant = 1
  }

  var money: ValueType { .quantity(Unit.currency(program.currency.code) ?? .number) }

  // MARK: Nodes

  mutating func node(_ node: Node) -> NodeID {
    program.nodes.append(node)
    program.spans.append(Self.nowhere)
    return NodeID(program.nodes.count - 1)
  }

  mutating func number(_ text: String) -> NodeID {
    let magnitude = text.hasPrefix("-") ? String(text.dropFirst()) : text
    let value = (try? Rational(decimal: magnitude)) ?? .zero
    return number(text.hasPrefix("-") ? (try? -value) ?? .zero : value)
  }

  mutating func number(_ value: Rational) -> NodeID {
    program.numbers.append(value)
    return node(.number(Int32(program.numbers.count - 1)))
  }

  mutating func yes() -> NodeID { node(.ordinal(1)) }
  mutating func no() -> NodeID { node(.ordinal(0)) }

  // MARK: Facts

  func attributes(_ name: String, _ type: ValueType, from lower: Rational? = nil, to upper: Rational? = nil)
    -> Schema.Attributes
  {
    Schema.Attributes(
      name: name, type: type, isWhole: false,
      bounds: lower == nil && upper == nil ? nil : Schema.Bounds(lower: lower, excludesLower: false, upper: upper),
      label: nil, defaultValue: nil, isOptional: false, isPrivate: false, provedBy: nil, span: Self.nowhere)
  }

  /// A fact, and the node that reads it.
  mutating func fact(
    _ name: String, _ type: ValueType, from lower: Rational? = nil, to upper: Rational? = nil
  ) -> (fact: Int, node: NodeID) {
    program.schema.facts.append(attributes(name, type, from: lower, to: upper))
    let position = program.schema.facts.count - 1
    return (position, node(.fact(Int32(position))))
  }

  /// A record, and a fact that lists its elements.
  mutating func list(_ name: String, of fields: [Schema.Attributes]) -> (fact: Int, record: Int) {
    program.schema.records.append(Schema.Record(name: name + "_record", label: nil, fields: fields))
    let record = program.schema.records.count - 1
    program.schema.facts.append(attributes(name, .list(record)))
    return (program.schema.facts.count - 1, record)
  }

  mutating func variable(of record: Int) -> Int {
    program.variableRecords.append(record)
    return program.variableRecords.count - 1
  }

  mutating func field(_ variable: Int, _ field: Int) -> NodeID {
    node(.field(variable: Int32(variable), field: Int32(field)))
  }

  mutating func loop(
    _ list: Program.Loop.List, _ record: Int, variable: Int, where condition: NodeID? = nil,
    order: Program.Loop.Order? = nil
  ) -> Program.Loop {
    var loop = Program.Loop(
      variable: variable, record: record, list: list, condition: condition, optionalReads: [])
    loop.order = order
    return loop
  }

  // MARK: Rulings

  static func reasons(_ text: String? = nil) -> Program.Reasons {
    Program.Reasons(because: text.map { Program.Text([.literal($0)]) }, citations: [])
  }

  static func branch(_ name: String, _ reason: String? = nil) -> Program.Branch {
    Program.Branch(name: name, reasons: reasons(reason), span: nowhere)
  }

  func exception<Value>(
    _ name: String, _ value: Value, when condition: NodeID, overriding: [Int] = []
  ) -> Program.Exception<Value> {
    Program.Exception(
      branch: Self.branch(name, "because of \(name)"), value: value, condition: condition, optionalReads: [],
      overrides: overriding)
  }

  func step(
    _ name: String, _ form: Program.Step.Form, when condition: NodeID? = nil,
    exceptions: [Program.Exception<Program.StepOverride>] = []
  ) -> Program.Step {
    Program.Step(
      branch: Self.branch(name, "the step \(name)"), form: form, type: money, condition: condition, optionalReads: [],
      exceptions: exceptions)
  }

  mutating func item(
    _ name: String, _ payment: Program.Payment, loop: Program.Loop? = nil, when condition: NodeID? = nil,
    exceptions: [Program.Exception<Program.Payment>] = [], steps: [Program.Step] = [], bars: [Int] = [],
    owedBy: String? = nil
  ) {
    program.items.append(
      Program.Item(
        name: name, label: Program.Text([.literal(name)]), itemClass: .compensation, loop: loop, condition: condition,
        conditionOptionalReads: [], payee: 1, owedBy: owedBy.map { Program.Text([.literal($0)]) },
        ruling: Program.Ruling(base: payment, branch: Self.branch(name, "the base"), exceptions: exceptions),
        steps: steps, bars: bars, span: Self.nowhere))
  }

  mutating func pay(_ name: String, _ amount: NodeID, by remedy: Remedy = .cash) {
    item(name, .pay(amount, by: .fixed(remedy), nil))
  }

  mutating func bar(_ name: String, when condition: NodeID) -> Int {
    program.bars.append(
      Program.Bar(
        name: name, label: Program.Text([.literal(name)]),
        grounds: [Program.Bar.Ground(branch: Self.branch(name), condition: condition, optionalReads: [])],
        exceptions: []))
    return program.bars.count - 1
  }

  mutating func limit(_ name: String, on items: [Int], loop: Program.Loop? = nil, _ steps: [Program.Step]) {
    program.limits.append(
      Program.Limit(
        name: name, label: Program.Text([.literal("Limit \(name)")]), items: items, loop: loop, steps: steps,
        span: Self.nowhere))
  }

  mutating func recourse(
    _ name: String, on items: [Int], _ percent: NodeID, when condition: NodeID? = nil,
    exceptions: [Program.Exception<NodeID>] = [], steps: [Program.Step] = []
  ) {
    program.recourses.append(
      Program.Recourse(
        name: name, label: Program.Text([.literal(name)]), items: items, party: 2, condition: condition,
        optionalReads: [],
        ruling: Program.Ruling(base: percent, branch: Self.branch(name, "it answers for it"), exceptions: exceptions),
        steps: steps, span: Self.nowhere))
  }

  // MARK: Cases

  func facts(_ values: [Int: Facts.Stated] = [:]) -> Facts {
    var facts = Facts(of: program)
    for (fact, value) in values { facts.values[fact] = value }
    return facts
  }

  /// Puts elements into a list; each row has a cell for each field.
  func state(_ rows: [[Facts.Stated]], in list: (fact: Int, record: Int), of facts: inout Facts) {
    let first = facts.tables[list.record].rowCount
    facts.tables[list.record].beginList(.fact(list.fact))
    for row in rows { facts.tables[list.record].addRow(row) }
    facts.values[list.fact] = .rows(first: Int32(first), count: Int32(rows.count))
  }

  func quote(_ facts: Facts, explaining: Bool = false) throws(Refusal) -> Quote {
    try propose(program, for: facts, case: "sample", label: nil, explaining: explaining)
  }
}

func cny(_ text: String) -> Rational {
  let magnitude = text.hasPrefix("-") ? String(text.dropFirst()) : text
  let value = (try? Rational(decimal: magnitude)) ?? .zero
  return text.hasPrefix("-") ? (try? -value) ?? .zero : value
}

/// So many hundredths.
func cents(_ count: Int) -> Rational {
  (try? Rational(numerator: Int128(count), denominator: 100)) ?? .zero
}

func sum(_ amounts: [Rational]) -> Rational {
  amounts.reduce(.zero) { sum, amount in (try? sum + amount) ?? sum }
}
