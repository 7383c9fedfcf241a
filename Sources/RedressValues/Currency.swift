/// A currency of ISO 4217.
package struct Currency: Hashable, Sendable {
  /// Three capital letters: `CNY`.
  package let code: String
  /// The decimals of its minor unit: 2 for CNY, none for JPY, 3 for KWD; 2 for what has no minor unit, such as XDR.
  package let minorDigits: Int

  /// Stands for the currency of the case under `currency of the case`, until a case says which that is.
  package static let ofTheCase = Currency(code: "money", minorDigits: 2)

  /// The currency of that code; nil if ISO 4217 has none.
  ///
  /// Not among them are the codes for tests (`XTS`) and for no currency (`XXX`).
  package static func named(_ code: String) -> Currency? {
    minorDigitsByCode[code].map { Currency(code: code, minorDigits: $0) }
  }

  /// All codes in alphabetical order: for suggestions.
  package static let codes = minorDigitsByCode.keys.sorted()

  private static let minorDigitsByCode: [String: Int] = {
    let digitsAndCodes = [
      (0, withoutMinorUnit), (2, withHundredths), (2, withoutDefinedMinorUnit), (2, lately), (3, withThousandths),
      (4, withTenThousandths),
    ]
    var digits: [String: Int] = [:]
    for (count, codes) in digitsAndCodes {
      for code in codes.split(whereSeparator: \.isWhitespace) { digits[String(code)] = count }
    }
    return digits
  }()

  private static let withoutMinorUnit = """
    BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF
    """

  private static let withHundredths = """
    AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY
    COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS
    INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR
    MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP
    STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG
    """

  /// Precious metals, units of account and bond units: counted in hundredths here (reference, rule 8).
  private static let withoutDefinedMinorUnit = """
    XAG XAU XBA XBB XBC XBD XDR XPD XPT XSU XUA
    """

  /// Withdrawn in 2025 and 2026; claims about earlier years are still made in them.
  private static let lately = """
    ANG BGN
    """

  private static let withThousandths = """
    BHD IQD JOD KWD LYD OMR TND
    """

  private static let withTenThousandths = """
    CLF UYW
    """
}
