/// What a quantity is measured in, down to the dimensions that convert into one another.
///
/// Amounts are held in base units (minutes, months, grams, metres, whole currency units), so that a unit
/// matters only where text is read or shown.
package struct Unit: Hashable, Sendable {
  /// A dimension; quantities of one base convert into one another, others never do.
  package enum Base: Hashable, Sendable, Comparable {
    /// Minutes, hours, days, weeks; held in minutes.
    case time
    /// Months and years; held in months.
    case calendar
    /// g, kg, t, lb; held in grams.
    case mass
    /// m, km, and m3 as its third power; held in metres.
    case length
    /// An ISO 4217 code; held in whole units of the currency.
    case currency(String)
    /// A unit that a policy declares without a size.
    case declared(String)
  }

  /// One base with its power and the word it is shown by: `kg` to the power of -1.
  package struct Component: Hashable, Sendable {
    package let base: Base
    package let power: Int
    /// The word as people write it: `kg`, `day`, `CNY`, `m3`.
    package let symbol: String
    /// How many base units (of `base` to the power that one symbol stands for) one of the symbol is.
    package let scale: Rational
    /// The power of `base` that one symbol stands for: 3 for `m3`, otherwise 1.
    package let symbolPower: Int

    package init(base: Base, power: Int, symbol: String, scale: Rational, symbolPower: Int = 1) {
      self.base = base
      self.power = power
      self.symbol = symbol
      self.scale = scale
      self.symbolPower = symbolPower
    }
  }

  /// At most one component a base, in the order of the bases; none for plain numbers.
  package let components: [Component]
  /// A percentage, or a percentage per something (`0.5% per day`).
  package let isPercent: Bool

  package init(components: [Component], isPercent: Bool) {
    self.components = components
    self.isPercent = isPercent
  }

  package static let number = Unit(components: [], isPercent: false)
  package static let percent = Unit(components: [], isPercent: true)
}

/// The static type of a value; kinds and records are known by their numbers in the policy.
package enum ValueType: Hashable, Sendable {
  case yesOrNo
  case kind(Int)
  case quantity(Unit)
  case date
  case time
  case text
  /// One element of a list, as a loop variable stands for it.
  case record(Int)
  /// A list of a record's elements.
  case list(Int)
}
