import RedressEngine
import RedressValues

/// How the values of one fact, or of one field, are read. Numbers only: a form is copied for every value.
struct ValueForm: Sendable {
  enum Kind: Sendable {
    case yesOrNo
    case word(among: ByteTable)
    /// Endings stand in the table from this place on in the plan's endings.
    case quantity(endings: ByteTable, first: Int)
    case date
    case time
    case text
    case list(record: Int)
    /// Nothing that is read from bytes.
    case none
  }

  let kind: Kind
  var bounds: Schema.Bounds?
  /// A number without quotation marks is such a quantity.
  var takesNumbers = false
  /// Only whole multiples of this many base units may be stated.
  var step: Rational?

  init(_ kind: Kind) {
    self.kind = kind
  }
}

/// The forms of a policy's facts and fields while they are made, with the tables they need.
struct ValueForms {
  var tables = ByteTables()
  private(set) var endings: [UnitEnding] = []
  private(set) var currencies: [Currency] = []
  private let schema: Schema
  private let units: UnitWords

  init(_ schema: Schema) {
    self.schema = schema
    units = UnitWords(of: schema)
  }

  mutating func form(of attributes: Schema.Attributes) -> ValueForm {
    var form = form(of: attributes.type)
    form.bounds = attributes.bounds
    guard attributes.isWhole, case .quantity(let unit) = attributes.type else { return form }
    guard let scale = try? unit.scale else { return ValueForm(.none) }
    form.step = scale
    return form
  }

  private mutating func form(of type: ValueType) -> ValueForm {
    switch type {
    case .yesOrNo: return ValueForm(.yesOrNo)
    case .kind(let index):
      guard schema.kinds.indices.contains(index), let words = tables.add(schema.kinds[index].words) else {
        return ValueForm(.none)
      }
      return ValueForm(.word(among: words))
    case .quantity(let unit): return form(of: unit)
    case .date: return ValueForm(.date)
    case .time: return ValueForm(.time)
    case .text: return ValueForm(.text)
    case .list(let record): return ValueForm(schema.records.indices.contains(record) ? .list(record: record) : .none)
    case .record: return ValueForm(.none)
    }
  }

  /// Any quantity of a unit.
  mutating func form(of unit: Unit) -> ValueForm {
    let (texts, found) = unitEndings(of: unit, words: units)
    guard let table = tables.add(texts) else { return ValueForm(.none) }
    var form = ValueForm(.quantity(endings: table, first: endings.count))
    form.takesNumbers = unit.isNumber
    for ending in found {
      var position: Int?
      if let currency = ending.currency {
        position = currencies.firstIndex(of: currency) ?? currencies.count
        if position == currencies.count { currencies.append(currency) }
      }
      endings.append(UnitEnding(one: ending.one, isOne: ending.one == .one, currency: position))
    }
    return form
  }
}
