import RedressValues
import Testing

@Suite struct QuantityTextTests {
  @Test(arguments: [
    // figure in the unit, unit, text
    ("1000", "CNY", "1,000.00 CNY"), ("1234567.8", "CNY", "1,234,567.80 CNY"), ("0", "CNY", "0.00 CNY"),
    ("-12.5", "CNY", "-12.50 CNY"), ("1000.125", "CNY", "1,000.125 CNY"), ("0.1234567", "CNY", "0.123457 CNY"),
    ("10.0000001", "CNY", "10.00 CNY"), ("1", "CNY", "1.00 CNY"),
    ("1000", "JPY", "1,000 JPY"), ("1000.5", "JPY", "1,000.5 JPY"), ("1.5", "KWD", "1.500 KWD"),
    ("8.33", "XDR", "8.33 XDR"),
    ("20", "percent", "20%"), ("0.5", "% per day", "0.5% per day"), ("10.5", "percent", "10.5%"),
    ("-5", "percent", "-5%"),
    ("3", "number", "3"), ("0.25", "number", "0.25"), ("300000", "number", "300000"),
    ("1", "days", "1 day"), ("-1", "days", "-1 day"), ("2", "hours", "2 hours"), ("0", "days", "0 days"),
    ("0.5", "days", "0.5 days"), ("1.5", "weeks", "1.5 weeks"), ("1", "months", "1 month"), ("3", "years", "3 years"),
    ("1", "kg", "1 kg"), ("120", "kg", "120 kg"), ("2.5", "lb", "2.5 lb"), ("4", "m3", "4 m3"),
    ("8.33", "XDR per kg", "8.33 XDR per kg"), ("7.5", "CNY per USD", "7.5 CNY per USD"),
    ("2", "CNY per kg and day", "2 CNY per kg and day"), ("1", "number per day", "1 per day"),
    ("4", "days per month", "4 days per month"),
    ("1", "days per month", "1 day per month"),
  ])
  func `quantities read as people write them`(figure: String, unit name: String, expected: String) throws {
    let unit = try unitNamed(name)
    #expect(quantityText(try decimal(figure) * unit.scale, unit: unit) == expected)
  }

  @Test func `what is not exact is rounded at the sixth decimal`() throws {
    #expect(quantityText(try fraction(1, 3), unit: .number) == "0.333333")
    #expect(quantityText(try fraction(1, 3), unit: .percent) == "33.333333%")
    #expect(quantityText(try fraction(2, 3), unit: try unitNamed("CNY")) == "0.666667 CNY")
    #expect(quantityText(try fraction(99_999_999, 100_000_000), unit: try unitNamed("minutes")) == "1 minute")
  }

  @Test func `declared units are counted`() throws {
    let parcel = Unit.declared("parcel")
    #expect(quantityText(.one, unit: parcel) == "1 parcel")
    #expect(quantityText(Rational(3), unit: parcel) == "3 parcels")
    #expect(quantityText(Rational(3), unit: .declared("箱")) == "3 箱")
    #expect(quantityText(Rational(12), unit: try unitNamed("CNY").divided(by: parcel)) == "12 CNY per parcel")
    let pallet = try #require(Unit.declared("pallet", size: Rational(800_000), of: unitNamed("kg")))
    #expect(quantityText(Rational(1_200_000), unit: pallet) == "1.5 pallets")
  }

  @Test func `a value too large for its unit is shown in base units`() throws {
    let largest = try fraction(.max, 1)
    let figure = "170141183460469231731687303715884105727"
    #expect(quantityText(largest, unit: .percent) == "\(figure) * 100%")
    #expect(quantityText(largest, unit: try unitNamed("% per day")) == "\(figure) * 100% per minute")
    #expect(quantityText(largest, unit: try unitNamed("CNY per kg")) == "\(figure) CNY per g")
    #expect(quantityText(largest, unit: try unitNamed("minutes")) == "\(figure) minutes")
    #expect(quantityText(largest, unit: try unitNamed("CNY")).hasSuffix("105,727.00 CNY"))
  }
}

@Suite struct CurrencyTests {
  @Test(arguments: [
    ("CNY", 2), ("EUR", 2), ("USD", 2), ("JPY", 0), ("KRW", 0), ("KWD", 3), ("BHD", 3), ("CLF", 4), ("XDR", 2),
    ("XAU", 2),
    ("ISK", 0), ("HUF", 2), ("TND", 3), ("XCG", 2),
  ])
  func `currencies know their minor unit`(code: String, digits: Int) {
    #expect(Currency.named(code)?.minorDigits == digits)
    #expect(Currency.named(code)?.code == code)
  }

  @Test(arguments: ["", "cny", "RMB", "XXX", "XTS", "HRK", "EURO", "CN", "CNY "])
  func `other words are no currency`(word: String) {
    #expect(Currency.named(word) == nil)
  }

  @Test func `codes are three capitals, each once, in order`() {
    #expect(Currency.codes == Currency.codes.sorted())
    #expect(Set(Currency.codes).count == Currency.codes.count)
    #expect(Currency.codes.allSatisfy { $0.utf8.count == 3 && $0.utf8.allSatisfy { (65...90).contains($0) } })
    #expect(Currency.codes.count == 178)
  }
}
