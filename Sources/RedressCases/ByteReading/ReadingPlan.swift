import RedressEngine
import RedressValues

/// How the cases of one program are read from bytes: its names as tables, its facts as forms. Made once.
struct ReadingPlan: Sendable {
  /// What a key under `given` speaks of, by position in `keys`.
  enum Key: Sendable {
    case fact(Int)
    case detail(Int)
    case choice(Int)
  }

  /// Where lists of one record may stand.
  enum Use: Sendable {
    /// In one fact, or in one field of another record.
    case once
    /// In several facts.
    case severalFacts
    /// In facts and fields: the order of the rows is not that of the bytes.
    case mixed
  }

  struct Record: Sendable {
    let fieldNames: ByteTable
    let fields: [ValueForm]
    let use: Use
  }

  let keys: ByteTable
  let meanings: [Key]
  let facts: [ValueForm]
  let records: [Record]
  /// By choice.
  let options: [ByteTable]
  let items: ByteTable
  let money: ValueForm
  let currency: Currency
  let policy: [UInt8]
  /// By fact and by field of a record: for names of rows.
  let factNames: [String]
  let fieldNames: [[String]]

  /// Nil for a program whose names the bytes alone do not tell apart.
  init?(_ program: Program) {
    let schema = program.schema
    let units = UnitWords(of: schema)
    let names = schema.facts.map(\.name) + schema.details.map(\.name) + program.choices.map(\.name)
    guard let keys = ByteTable(names), let items = ByteTable(program.items.map(\.name)) else { return nil }
    self.keys = keys
    self.items = items
    meanings =
      schema.facts.indices.map { .fact($0) } + schema.details.indices.map { .detail($0) }
      + program.choices.indices.map { .choice($0) }
    facts = schema.facts.map { ValueForm($0, in: schema, units) }
    var records: [Record] = []
    for (index, record) in schema.records.enumerated() {
      guard let fieldNames = ByteTable(record.fields.map(\.name)) else { return nil }
      records.append(
        Record(
          fieldNames: fieldNames, fields: record.fields.map { ValueForm($0, in: schema, units) },
          use: Self.use(of: index, in: schema)))
    }
    self.records = records
    var options: [ByteTable] = []
    for choice in program.choices {
      guard let table = ByteTable(choice.options) else { return nil }
      options.append(table)
    }
    self.options = options
    currency = program.currency
    money = ValueForm(quantity: .money(in: program.currency), units)
    policy = Array(program.name.utf8)
    factNames = schema.facts.map(\.name)
    fieldNames = schema.records.map { $0.fields.map(\.name) }
  }

  private static func use(of record: Int, in schema: Schema) -> Use {
    let inFacts = schema.facts.count { $0.type == .list(record) }
    let inFields = schema.records.reduce(0) { count, other in
      count + other.fields.count { $0.type == .list(record) }
    }
    if inFacts + inFields <= 1 { return .once }
    return inFields == 0 ? .severalFacts : .mixed
  }
}

/// How the values of one fact, or of one field, are read.
struct ValueForm: Sendable {
  enum Kind: Sendable {
    case yesOrNo
    case word
    case quantity
    case date
    case time
    case text
    case list(record: Int)
    /// Nothing that is read from bytes.
    case none
  }

  let kind: Kind
  let bounds: Schema.Bounds?
  /// The words of a kind.
  var words = ByteTable.empty
  var endings: UnitEndings?
  /// A number without quotation marks is such a quantity.
  var takesNumbers = false
  /// Only whole multiples of this many base units may be stated.
  var step: Rational?

  init(_ attributes: Schema.Attributes, in schema: Schema, _ units: UnitWords) {
    bounds = attributes.bounds
    switch attributes.type {
    case .yesOrNo: kind = .yesOrNo
    case .kind(let index):
      guard schema.kinds.indices.contains(index), let words = ByteTable(schema.kinds[index].words) else {
        kind = .none
        return
      }
      kind = .word
      self.words = words
    case .quantity(let unit):
      guard let scale = try? unit.scale else {
        kind = .none
        return
      }
      kind = .quantity
      endings = UnitEndings(of: unit, words: units)
      takesNumbers = unit.isNumber
      step = attributes.isWhole ? scale : nil
    case .date: kind = .date
    case .time: kind = .time
    case .text: kind = .text
    case .list(let record): kind = schema.records.indices.contains(record) ? .list(record: record) : .none
    case .record: kind = .none
    }
  }

  /// Any quantity of this unit.
  init(quantity unit: Unit, _ units: UnitWords) {
    kind = .quantity
    bounds = nil
    endings = UnitEndings(of: unit, words: units)
  }
}
