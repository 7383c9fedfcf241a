import RedressEngine
import RedressValues

/// How the values of one fact, or of one field, are read. Numbers only.
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

  /// What lies within the bounds.
  enum Extent: Sendable {
    case everything
    /// Of a quantity, which has no sign.
    case aboveZero
    /// A position in the plan's bounds.
    case within(Int)
  }

  let kind: Kind
  var extent = Extent.everything
  /// A number without quotation marks is such a quantity.
  var takesNumbers = false
  /// Only whole multiples of this many base units may be stated: a position in the plan's steps.
  var step: Int?

  init(_ kind: Kind) {
    self.kind = kind
  }
}

/// The forms of a policy's facts and fields while they are made, with the tables they need.
struct ValueForms {
  var tables = ByteTables()
  private(set) var endings: [UnitEnding] = []
  private(set) var currencies: [Currency] = []
  private(set) var bounds: [Schema.Bounds] = []
  private(set) var steps: [Rational] = []
  private let schema: Schema
  private let units: UnitWords

  init(_ schema: Schema) {
    self.schema = schema
    units = UnitWords(of: schema)
  }

  mutating func form(of attributes: Schema.Attributes) -> ValueForm {
    guard case .quantity(let unit) = attributes.type else {
      var form = form(of: attributes.type)
      if let bounds = attributes.bounds { form.extent = extent(within: bounds) }
      return form
    }
    var step: Rational?
    if attributes.isWhole {
      guard let scale = try? unit.scale else { return ValueForm(.none) }
      step = scale
    }
    var form = form(of: unit, step: step)
    if let bounds = attributes.bounds { form.extent = extent(ofQuantitiesWithin: bounds) }
    return form
  }

  private mutating func extent(within bounds: Schema.Bounds) -> ValueForm.Extent {
    self.bounds.append(bounds)
    return .within(self.bounds.count - 1)
  }

  /// A quantity that is read has no sign: what asks for no more than that needs no comparison.
  private mutating func extent(ofQuantitiesWithin bounds: Schema.Bounds) -> ValueForm.Extent {
    let lower = bounds.lower.flatMap { $0.isNegative || ($0.isZero && !bounds.excludesLower) ? nil : $0 }
    guard bounds.upper == nil else {
      return extent(within: Schema.Bounds(lower: lower, excludesLower: bounds.excludesLower, upper: bounds.upper))
    }
    guard let lower else { return .everything }
    return lower.isZero ? .aboveZero : extent(within: bounds)
  }

  private mutating func form(of type: ValueType) -> ValueForm {
    switch type {
    case .yesOrNo: return ValueForm(.yesOrNo)
    case .kind(let index):
      guard schema.kinds.indices.contains(index), let words = tables.add(schema.kinds[index].words) else {
        return ValueForm(.none)
      }
      return ValueForm(.word(among: words))
    case .quantity(let unit): return form(of: unit, step: nil)
    case .date: return ValueForm(.date)
    case .time: return ValueForm(.time)
    case .text: return ValueForm(.text)
    case .list(let record): return ValueForm(schema.records.indices.contains(record) ? .list(record: record) : .none)
    case .record: return ValueForm(.none)
    }
  }

  /// The quantities of a unit, all of them or only whole multiples of a step.
  mutating func form(of unit: Unit, step: Rational?) -> ValueForm {
    let (texts, found) = unitEndings(of: unit, words: units)
    guard let table = tables.add(texts) else { return ValueForm(.none) }
    var form = ValueForm(.quantity(endings: table, first: endings.count))
    form.takesNumbers = unit.isNumber && !found.isEmpty
    if let step {
      form.step = steps.count
      steps.append(step)
    }
    for ending in found {
      var position: Int?
      if let currency = ending.currency {
        position = currencies.firstIndex(of: currency) ?? currencies.count
        if position == currencies.count { currencies.append(currency) }
      }
      let isStep = step.flatMap { try? ending.one / $0 }?.isWhole ?? false
      endings.append(
        UnitEnding(one: ending.one, isOne: ending.one == .one, currency: position, isStep: isStep))
    }
    return form
  }
}
