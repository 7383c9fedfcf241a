import RedressValues

/// An amount of money: exact, never a binary fraction.
public struct Amount: Hashable, Sendable, CustomStringConvertible {
  /// The amount with the decimals of its currency: `1000.00`, `-50.00`, and `1000` for a currency without cents.
  public let decimal: String
  /// A code of ISO 4217.
  public let currency: String

  /// The amount in the smallest unit of its currency (cents, fen), for adding up; nil beyond the range of `Int`.
  public var minorUnits: Int? { Int(decimal.filter { $0 != "." }) }

  /// The amount with its currency: `1000.00 CNY`.
  public var description: String { "\(decimal) \(currency)" }
}

extension Amount {
  init(_ number: Rational, in currency: Currency) {
    decimal = number.fixedText(places: currency.minorDigits)
    self.currency = currency.code
  }
}
