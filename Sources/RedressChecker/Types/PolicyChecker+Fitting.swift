import RedressDiagnostics
import RedressSyntax
import RedressValues

extension PolicyChecker {
  /// Whether a value can stand where a type is wanted; reports where it cannot. `place` is where the type comes from.
  mutating func fits(
    _ value: CheckedExpression, _ type: ValueType, as role: UnitRole, at place: Span? = nil
  ) -> Bool {
    switch (value.type, type) {
    case (.quantity(let unit), .quantity(let expected)):
      if unit.sameDimension(as: expected) { return true }
      reportUnits(value, unit, expected: expected, as: role, at: place)
      return false
    case (let found, let expected):
      if found == expected { return true }
      report(.typing(.wrongType(value.span, found: described(found), expected: described(expected), place)))
      return false
    }
  }

  /// Two units of different dimensions, with what would mend it.
  mutating func reportUnits(
    _ value: CheckedExpression, _ unit: Unit, expected: Unit, as role: UnitRole, at place: Span?
  ) {
    report(
      .typing(
        .unitsDoNotFit(
          UnitMismatch(
            place: value.span, unit: unit.name, expected: expected.name, otherPlace: place, role: role,
            mend: mend(value, unit, expected, role)))))
  }

  /// `40_000` as rules write it.
  private static func grouped(_ digits: String) -> String {
    let whole = digits.prefix { $0 != "." }
    guard whole.count > 4, whole.allSatisfy(\.isNumber) else { return digits }
    var result = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { result.append("_") }
      result.append(digit)
    }
    return result + digits.dropFirst(whole.count)
  }

  private func mend(_ value: CheckedExpression, _ unit: Unit, _ expected: Unit, _ role: UnitRole) -> UnitMend? {
    if unit.isNumber, case .number(let number) = value.form {
      if expected.components.contains(where: { $0.base == .currency(Currency.ofTheCase.code) }) {
        return role == .bound ? .onlyZero : .ratedAmount
      }
      // No amount is written in `per kg` alone.
      guard expected.components.isEmpty || expected.components.contains(where: { $0.power > 0 }) else { return nil }
      let suffix = expected.isPlainPercent ? "%" : expected.isPercent ? expected.name : " " + expected.name
      let written = Self.grouped(number.decimalText(upTo: 6))
      // Who writes 0.3 for a percentage rather means 30%.
      if expected.isPlainPercent, number.isPositive, number < .one, let hundredfold = try? number * Rational(100) {
        return .amounts(["\(hundredfold.decimalText(upTo: 6))%", "\(written)%"])
      }
      // Between two times both are counted in.
      return .amounts(expected == .hours ? ["\(written) hours", "\(written) days"] : [written + suffix])
    }
    if unit.isPercent != expected.isPercent {
      return unit.isPlainPercent && !expected.isNumber ? .percentOf : nil
    }
    let ratio = expected.divided(by: unit)
    if let code = unit.currencyCode, let other = expected.currencyCode {
      // Into the policy's currency, whichever side is foreign.
      let isForeign = code != policy.currency.code
      let (foreign, rate) = isForeign ? (code, ratio) : (other, unit.divided(by: expected))
      return .rate(name: foreign == "XDR" ? "sdr_rate" : "\(foreign.lowercased())_rate", unit: rate.name)
    }
    guard ratio.components.count == 1, let component = ratio.components.first else { return nil }
    let single = Unit(
      components: [
        Unit.Component(
          base: component.base, power: abs(component.power), symbol: component.symbol, scale: component.scale,
          symbolPower: component.symbolPower)
      ], isPercent: false)
    return component.power > 0 ? .multiply(by: single.name) : .divide(by: single.name)
  }
}
