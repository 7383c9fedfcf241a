package import RedressEngine
package import RedressSyntax
package import RedressValues

/// The number an expectation writes for a value of this type, in base units; nil where it is no such quantity. The
/// literal `0` fits every unit.
///
/// - Parameter currency: what the case is settled in, where the policy leaves that to the case.
package func expectedNumber(
  _ value: CaseValueSyntax, as type: ValueType, by program: Program, in currency: Currency?
) -> Rational? {
  guard case .quantity(let quantity, let isNegative) = value.form, case .quantity(let unit) = type,
    let found = try? UnitWords(of: program.schema).read(quantity, isNegative: isNegative)
  else { return nil }
  let wanted = currency.map { unit.replacing(.ofTheCase, with: $0) } ?? unit
  return found.unit.sameDimension(as: wanted) || found.isLiteralZero ? found.value : nil
}
