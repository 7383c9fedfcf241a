/// A value in base units as people read it, in a unit of its dimension.
///
/// Money has thousands separators and the minor digits of its currency (`1,000.00 CNY`), more digits (up to 6) only
/// if it is not whole minor units. Everything else is exact up to 6 decimals with trailing zeros cut: `20%`,
/// `0.5% per day`, `1 day`, `2 hours`, `8.33 XDR per kg`.
package func quantityText(_ value: Rational, unit: Unit) -> String {
  if let code = unit.currencyCode {
    let digits = Currency.named(code)?.minorDigits ?? 2
    return value.decimalText(atLeast: digits, upTo: 6, grouping: true) + " " + code
  }
  guard let scale = try? unit.scale, let shown = try? value / scale else {
    return quantityTextInBaseUnits(value, unit: unit)
  }
  let figure = shown.decimalText(upTo: 6)
  return figure + unit.suffix(isOne: figure == "1" || figure == "-1")
}

/// For values so large that their unit cannot be counted any more: the same value, in units that need no conversion.
private func quantityTextInBaseUnits(_ value: Rational, unit: Unit) -> String {
  let components = unit.components.map {
    Unit.Component(base: $0.base, power: $0.power, symbol: $0.base.symbol, scale: .one)
  }
  let figure = value.decimalText(upTo: 6)
  let suffix = Unit(components: components, isPercent: false).suffix(isOne: false)
  return figure + (unit.isPercent ? " * 100%" : "") + suffix
}
