extension Unit {
  /// The unit a word stands for, in the singular or the plural, or the currency an ISO 4217 code stands for.
  ///
  /// - Returns: nil for `money`, `number` and `percent`, which are no units of their own, and for declared units.
  package static func known(_ word: String) -> Unit? {
    if let measure = measures.first(where: { $0.symbol == word }) ?? measures.first(where: { $0.plural == word }) {
      return Unit(components: [measure.component], isPercent: false)
    }
    return currency(word)
  }

  /// Whole units of a currency by its ISO 4217 code; nil if there is no such currency.
  package static func currency(_ code: String) -> Unit? {
    guard Currency.named(code) != nil else { return nil }
    return Unit(
      components: [Component(base: .currency(code), power: 1, symbol: code, scale: .one)], isPercent: false)
  }

  /// A sum of money in a currency, also in the one that stands for the case's (`Currency.ofTheCase`).
  package static func money(in currency: Currency) -> Unit {
    Unit(
      components: [Component(base: .currency(currency.code), power: 1, symbol: currency.code, scale: .one)],
      isPercent: false)
  }

  /// The same unit with the money of one currency, also in `XDR per money`, called that of another.
  ///
  /// It is for reading and showing; where the other currency stands in the unit already, the two stay apart.
  package func replacing(_ currency: Currency, with other: Currency) -> Unit {
    guard components.contains(where: { $0.base == .currency(currency.code) }) else { return self }
    let components = components.map { component in
      component.base == .currency(currency.code)
        ? Component(base: .currency(other.code), power: component.power, symbol: other.code, scale: component.scale)
        : component
    }
    // Units are compared base by base, in the order of the bases.
    return Unit(components: components.sorted { $0.base < $1.base }, isPercent: isPercent)
  }

  /// Whether the currency of the case stands somewhere in it.
  package var hasMoneyOfTheCase: Bool {
    components.contains { $0.base == .currency(Currency.ofTheCase.code) }
  }

  /// A unit that a policy declares without a size: `unit parcel`.
  package static func declared(_ word: String) -> Unit {
    Unit(components: [Component(base: .declared(word), power: 1, symbol: word, scale: .one)], isPercent: false)
  }

  /// A unit that a policy declares as so much of another: `unit pallet = 800 kg`, with the size in base units.
  ///
  /// - Returns: nil if the other is not a single unit (a number, a percentage, something per something) or the size
  ///   is not above zero.
  package static func declared(_ word: String, size: Rational, of other: Unit) -> Unit? {
    guard !other.isPercent, other.components.count == 1, other.components[0].power > 0, size.isPositive else {
      return nil
    }
    let component = Component(
      base: other.components[0].base, power: other.components[0].power, symbol: word, scale: size,
      symbolPower: other.components[0].power)
    return Unit(components: [component], isPercent: false)
  }

  /// Every word of a built-in unit that is no currency, singular before plural: for suggestions.
  package static let knownWords = measures.flatMap { $0.plural == $0.symbol ? [$0.symbol] : [$0.symbol, $0.plural] }

  /// The plural of a built-in or declared unit: 5 days, 5 kg, 5 parcels, and, where the script has no `s`, 5 箱.
  static func plural(of symbol: String) -> String {
    if let measure = measures.first(where: { $0.symbol == symbol }) { return measure.plural }
    guard let last = symbol.unicodeScalars.last, ("a"..."z").contains(last), last != "s" else { return symbol }
    return symbol + "s"
  }

  private struct Measure {
    let symbol: String
    let plural: String
    let base: Base
    var power = 1
    let scale: Rational

    var component: Component {
      Component(base: base, power: power, symbol: symbol, scale: scale, symbolPower: power)
    }
  }

  private static let measures = [
    Measure(symbol: "minute", plural: "minutes", base: .time, scale: .one),
    Measure(symbol: "hour", plural: "hours", base: .time, scale: Rational(60)),
    Measure(symbol: "day", plural: "days", base: .time, scale: Rational(1_440)),
    Measure(symbol: "week", plural: "weeks", base: .time, scale: Rational(10_080)),
    Measure(symbol: "month", plural: "months", base: .calendar, scale: .one),
    Measure(symbol: "year", plural: "years", base: .calendar, scale: Rational(12)),
    Measure(symbol: "g", plural: "g", base: .mass, scale: .one),
    Measure(symbol: "kg", plural: "kg", base: .mass, scale: Rational(1_000)),
    Measure(symbol: "t", plural: "t", base: .mass, scale: Rational(1_000_000)),
    Measure(symbol: "lb", plural: "lb", base: .mass, scale: Rational(held: 45_359_237, over: 100_000)),
    Measure(symbol: "m", plural: "m", base: .length, scale: .one),
    Measure(symbol: "km", plural: "km", base: .length, scale: Rational(1_000)),
    Measure(symbol: "m3", plural: "m3", base: .length, power: 3, scale: .one),
  ]
}
