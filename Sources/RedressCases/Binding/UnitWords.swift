import RedressEngine
import RedressSyntax
import RedressValues

/// The unit words a case of a policy may use, and the reading of quantities with them.
struct UnitWords {
  /// A quantity as read.
  struct Quantity {
    /// In base units.
    let value: Rational
    let unit: Unit
    /// A number without any unit.
    let isBare: Bool
    /// The literal `0`, which fits every unit.
    let isLiteralZero: Bool
  }

  enum Failure: Error {
    case tooLarge
    case unknownUnit(Name)
  }

  private let declared: [Unit]

  init(of schema: Schema) {
    var units = schema.units
    // A unit without a size is known by the facts that are measured in it, too.
    for attributes in schema.facts + schema.records.flatMap(\.fields) {
      guard case .quantity(let unit) = attributes.type else { continue }
      for component in unit.components {
        guard case .declared(let word) = component.base else { continue }
        if !units.contains(where: { $0.components.first?.symbol == word }) { units.append(.declared(word)) }
      }
    }
    declared = units
  }

  /// The words of the declared units, singular before plural.
  var declaredWords: [String] {
    declared.compactMap { $0.components.first?.symbol }.flatMap { [$0, $0 + "s"] }
  }

  /// The unit a word stands for; a declared one also with an `s`.
  func unit(of word: String) -> Unit? {
    if let unit = declared.first(where: { $0.components.first?.symbol == word }) { return unit }
    if let known = Unit.known(word) { return known }
    guard word.hasSuffix("s") else { return nil }
    let singular = String(word.dropLast())
    return declared.first { $0.components.first?.symbol == singular }
  }

  /// The value in base units and the unit it is written in.
  func read(_ quantity: QuantitySyntax, isNegative: Bool) throws(Failure) -> Quantity {
    var unit: Unit = quantity.isPercent ? .percent : .number
    var factor = quantity.isPercent ? try Self.scale(of: .percent) : .one
    if let numerator = quantity.unit?.numerator {
      let known = try self.unit(named: numerator)
      unit = known
      factor = try Self.scale(of: known)
    }
    for divisor in quantity.unit?.divisors ?? [] {
      let known = try self.unit(named: divisor.word)
      unit = unit.divided(by: known)
      let count = try divisor.count.map { count throws(Failure) in try Self.number(count.text) } ?? .one
      let size = try Self.scale(of: known)
      factor = try Self.exact { () throws(ArithmeticError) in try factor / (count * size) }
    }
    let number = try Self.number(quantity.number.text)
    let value = try Self.exact { () throws(ArithmeticError) in
      let product = try number * factor
      return isNegative ? try -product : product
    }
    let isBare = quantity.unit == nil && !quantity.isPercent
    return Quantity(
      value: value, unit: unit, isBare: isBare,
      isLiteralZero: isBare && !isNegative && quantity.number.text == "0")
  }

  private func unit(named word: Name) throws(Failure) -> Unit {
    guard let known = unit(of: word.text) else { throw .unknownUnit(word) }
    return known
  }

  private static func number(_ text: String) throws(Failure) -> Rational {
    guard let number = try exact({ () throws(ArithmeticError) in try Rational(decimal: text) }) else { throw .tooLarge }
    return number
  }

  private static func scale(of unit: Unit) throws(Failure) -> Rational {
    try exact { () throws(ArithmeticError) in try unit.scale }
  }

  private static func exact<Value>(_ compute: () throws(ArithmeticError) -> Value) throws(Failure) -> Value {
    do { return try compute() } catch { throw .tooLarge }
  }
}
