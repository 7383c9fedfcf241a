import RedressEngine
import RedressValues

/// How the cases of one program are read from bytes: its names as tables, its facts as forms. Made once; a class, so that
/// all its tables are at hand by one reference and nothing counts them one by one for every case.
final class ReadingPlan: Sendable {
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
    /// Where its fields begin in `fields`.
    let firstField: Int
    let use: Use
  }

  let tables: ByteTables
  /// The parts of a case, as `Part` has them.
  let parts: ByteTable
  let keys: ByteTable
  let meanings: [Key]
  let facts: [ValueForm]
  let records: [Record]
  /// Of all records.
  let fields: [ValueForm]
  /// By choice.
  let options: [ByteTable]
  let items: ByteTable
  let money: ValueForm
  /// What endings of quantities come to, for all units.
  let endings: [UnitEnding]
  /// What forms speak of.
  let bounds: [Schema.Bounds]
  let steps: [Rational]
  let currency: Currency
  let isInCurrencyOfTheCase: Bool
  /// Under `currency of the case`: those the endings speak of.
  let currencies: [Currency]
  /// The policy's name alone.
  let policy: ByteTable

  enum Part: Int, CaseIterable {
    case `case`, policy, given, dated, currency, claimed
  }

  /// Nil for a program whose names the bytes alone do not tell apart.
  init?(_ program: Program) {
    let schema = program.schema
    var forms = ValueForms(schema)
    let names = schema.facts.map(\.name) + schema.details.map(\.name) + program.choices.map(\.name)
    guard let parts = forms.tables.add(Part.allCases.map { "\($0)" }), let keys = forms.tables.add(names),
      let items = forms.tables.add(program.items.map(\.name)), let policy = forms.tables.add([program.name])
    else { return nil }
    var facts: [ValueForm] = []
    for fact in schema.facts { facts.append(forms.form(of: fact)) }
    var records: [Record] = []
    var fields: [ValueForm] = []
    for (index, record) in schema.records.enumerated() {
      guard let fieldNames = forms.tables.add(record.fields.map(\.name)) else { return nil }
      records.append(
        Record(
          fieldNames: fieldNames, firstField: fields.count,
          use: Self.use(of: index, in: schema)))
      for field in record.fields { fields.append(forms.form(of: field)) }
    }
    var options: [ByteTable] = []
    for choice in program.choices {
      guard let table = forms.tables.add(choice.options) else { return nil }
      options.append(table)
    }
    money = forms.form(of: .money(in: program.currency), step: nil)
    meanings =
      schema.facts.indices.map { .fact($0) } + schema.details.indices.map { .detail($0) }
      + program.choices.indices.map { .choice($0) }
    tables = forms.tables
    endings = forms.endings
    (bounds, steps, currencies) = (forms.bounds, forms.steps, forms.currencies)
    (self.parts, self.keys, self.items, self.options, self.policy) = (parts, keys, items, options, policy)
    (self.facts, self.records, self.fields) = (facts, records, fields)
    currency = program.currency
    isInCurrencyOfTheCase = program.currency == .ofTheCase
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
