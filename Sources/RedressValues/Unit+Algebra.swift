extension Unit {
  /// Whether quantities of both convert into one another: the bases and powers agree, and both or neither are
  /// percentages. `kg` and `t` do, `3 days` and `% per day` do not.
  package func sameDimension(as other: Unit) -> Bool {
    isPercent == other.isPercent && components.count == other.components.count
      && zip(components, other.components).allSatisfy { $0.base == $1.base && $0.power == $1.power }
  }

  /// Whether it is a plain number.
  package var isNumber: Bool { components.isEmpty && !isPercent }

  /// Whether it is a percentage of something, not a percentage per something.
  package var isPlainPercent: Bool { components.isEmpty && isPercent }

  /// The code of the currency if this is a sum of money, not a rate or a product with money in it.
  package var currencyCode: String? {
    guard !isPercent, components.count == 1, components[0].power == 1, case .currency(let code) = components[0].base
    else { return nil }
    return code
  }

  /// Whether it is a sum of money in that currency.
  package func isMoney(in currency: String) -> Bool { currencyCode == currency }

  /// How many base units one of this unit is: 1440 for `day`, 1/1000 for `CNY per kg`, 1/100 for `percent`.
  ///
  /// - Throws: `overflow` if that is a number no quantity could be converted with.
  package var scale: Rational {
    get throws(ArithmeticError) {
      var scale = isPercent ? Rational(held: 1, over: 100) : Rational.one
      for component in components where component.scale != .one {
        // A scale other than 1 to an absurd power overflows long before the loop gets long.
        for _ in 0..<component.symbolCount.magnitude {
          scale = component.symbolCount > 0 ? try scale * component.scale : try scale / component.scale
        }
      }
      return scale
    }
  }

  /// The unit of a product.
  ///
  /// A percentage times a number or a percentage is a percentage; a rate whose `per` is used up by the other side
  /// too (`0.5% per day * 10 days`). Any other product of a percentage has the other side's dimensions.
  package func multiplied(by other: Unit) -> Unit {
    let components = merged(with: other, sign: 1)
    let isPercent =
      switch (self.isPercent, other.isPercent) {
      case (false, false): false
      case (true, true): true
      case (true, false): other.isNumber || components.isEmpty
      case (false, true): isNumber || components.isEmpty
      }
    return Unit(components: components, isPercent: isPercent)
  }

  /// The unit of a quotient.
  ///
  /// A percentage divided by a number or a quantity stays one (`20% / 10 days` is a percentage per day); a ratio of
  /// two percentages, or of two quantities of one dimension, is a number; a quantity divided by a percentage is a
  /// quantity.
  package func divided(by other: Unit) -> Unit {
    Unit(components: merged(with: other, sign: -1), isPercent: isPercent && !other.isPercent)
  }

  /// The bases of both with their powers added (or subtracted, with the sign -1), in order.
  private func merged(with other: Unit, sign: Int) -> [Component] {
    var merged: [Component] = []
    merged.reserveCapacity(components.count + other.components.count)
    var left = components[...]
    var right = other.components[...]
    while let first = left.first, let second = right.first {
      if first.base < second.base {
        merged.append(first)
        left.removeFirst()
      } else if second.base < first.base {
        merged.append(second.raised(to: sign * second.power))
        right.removeFirst()
      } else {
        if let component = first.joined(with: second, sign: sign) { merged.append(component) }
        left.removeFirst()
        right.removeFirst()
      }
    }
    merged.append(contentsOf: left)
    merged.append(contentsOf: right.lazy.map { $0.raised(to: sign * $0.power) })
    return merged
  }
}

extension Unit.Component {
  /// Beyond this a power stays as it is: nothing means it, but repeated squaring must not overflow.
  private static let largestPower = 1_000_000

  /// How many of the symbol are multiplied, below zero divided by: 1 for `m3`, -1 for `per m3`.
  var symbolCount: Int {
    symbolPower > 1 ? power / symbolPower : power
  }

  /// The same base and symbol to another power.
  func raised(to power: Int) -> Unit.Component {
    Unit.Component(base: base, power: power, symbol: symbol, scale: scale, symbolPower: symbolPower)
  }

  /// The product with (the sign 1) or quotient by (-1) a component of the same base, shown by this one's symbol where
  /// that goes; nil if they cancel.
  func joined(with other: Unit.Component, sign: Int) -> Unit.Component? {
    let sum = power + sign * other.power
    let bounded = max(-Self.largestPower, min(Self.largestPower, sum))
    guard bounded != 0 else { return nil }
    // No whole number of m3 is a square metre.
    if bounded.isMultiple(of: max(1, symbolPower)) { return raised(to: bounded) }
    if bounded.isMultiple(of: max(1, other.symbolPower)) { return other.raised(to: bounded) }
    return Unit.Component(base: base, power: bounded, symbol: base.symbol, scale: .one)
  }
}

extension Unit.Base {
  /// The word for one base unit.
  var symbol: String {
    switch self {
    case .time: "minute"
    case .calendar: "month"
    case .mass: "g"
    case .length: "m"
    case .currency(let code): code
    case .declared(let word): word
    }
  }
}
