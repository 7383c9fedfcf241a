import RedressValues
import Testing

@Suite struct RationalTextTests {
  @Test(arguments: [
    ("0", 0, 1), ("7", 7, 1), ("300_000", 300_000, 1), ("0.25", 1, 4), ("1_000.5", 2_001, 2), ("00.10", 1, 10),
    ("1_", 1, 1), ("0.1_25", 1, 8), ("3.000", 3, 1),
  ])
  func `numbers are read exactly`(text: String, numerator: Int128, denominator: Int128) throws {
    #expect(try Rational(decimal: text) == fraction(numerator, denominator))
  }

  @Test(arguments: [
    "", ".", "_", "1.", ".5", "_1", "1._5", "1.2.3", "1,000", "-1", "+1", " 1", "1e3", "0x1", "１", "1 ", "1._", "∞",
  ])
  func `what is no number is none`(text: String) throws {
    #expect(try Rational(decimal: text) == nil)
  }

  @Test func `ten thousand digits are an overflow, not a wait`() throws {
    let nines = String(repeating: "9", count: 10_000)
    let zeros = String(repeating: "0", count: 10_000)
    #expect(throws: ArithmeticError.overflow) { try Rational(decimal: nines) }
    #expect(throws: ArithmeticError.overflow) { try Rational(decimal: "0." + nines) }
    #expect(throws: ArithmeticError.overflow) { try Rational(decimal: "0." + zeros + "1") }
    #expect(throws: ArithmeticError.overflow) { try Rational(decimal: "1" + zeros) }
    #expect(try Rational(decimal: zeros + "1." + zeros) == .one)
    #expect(try Rational(decimal: nines + ",") == nil)
    #expect(try Rational(decimal: nines + "." + zeros + ".") == nil)
  }

  @Test func `the largest number is read, the next is not`() throws {
    #expect(try Rational(decimal: "170141183460469231731687303715884105727") == fraction(.max, 1))
    #expect(throws: ArithmeticError.overflow) {
      try Rational(decimal: "170141183460469231731687303715884105728")
    }
    #expect(throws: ArithmeticError.overflow) {
      try Rational(decimal: "999999999999999999999999999999999999999999999999")
    }
    let smallest = try Rational(decimal: "0.00000000000000000000000000000000000001")
    #expect(smallest?.denominator == 100_000_000_000_000_000_000_000_000_000_000_000_000)
  }

  @Test(arguments: [
    ("20", 6, "20"), ("0.5", 6, "0.5"), ("1234.250", 6, "1234.25"), ("0.1234565", 6, "0.123457"),
    ("0.1234564", 6, "0.123456"), ("0.9999999", 6, "1"), ("9.9999999", 6, "10"), ("0.0000004", 6, "0"),
    ("-0.0000004", 6, "0"), ("-0.0000005", 6, "-0.000001"), ("-12.5", 0, "-13"), ("12.5", -3, "13"), ("100", 2, "100"),
  ])
  func `decimals are cut to what they need`(value: String, places: Int, expected: String) throws {
    #expect(try decimal(value).decimalText(upTo: places) == expected)
  }

  @Test func `thirds stop at the last place`() throws {
    #expect(try fraction(1, 3).decimalText(upTo: 6) == "0.333333")
    #expect(try fraction(-2, 3).decimalText(upTo: 6) == "-0.666667")
    #expect(try fraction(2, 3).fixedText(places: 2) == "0.67")
  }

  @Test(arguments: [
    ("1000", 2, "1,000.00"), ("999.995", 2, "1,000.00"), ("-1234567.8", 2, "-1,234,567.80"), ("12", 0, "12"),
    ("123456", 0, "123,456"), ("-0.001", 2, "0.00"), ("0.5", 0, "1"), ("1.5", 3, "1.500"),
  ])
  func `fixed places with thousands apart`(value: String, places: Int, expected: String) throws {
    #expect(try decimal(value).fixedText(places: places, grouping: true) == expected)
    #expect(try decimal(value).fixedText(places: places) == expected.filter { $0 != "," })
  }

  @Test func `the ends of the range have a text`() throws {
    #expect(try fraction(.max, 1).decimalText(upTo: 6) == "170141183460469231731687303715884105727")
    #expect(
      try fraction(-.max, 1).fixedText(places: 2, grouping: true)
        == "-170,141,183,460,469,231,731,687,303,715,884,105,727.00")
    #expect(try fraction(1, .max).decimalText(upTo: 40) == "0.0000000000000000000000000000000000000059")
    #expect(try fraction(.max - 1, .max).decimalText(upTo: 6) == "1")
    #expect(try fraction(.max - 1, .max).decimalText(upTo: 3, grouping: true) == "1")
  }

  @Test(arguments: SeededGenerator.seeds)
  func `text read back is the value rounded`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<1_000 {
      let value = try fraction(
        Int128.random(in: -10_000_000...10_000_000, using: &generator),
        Int128.random(in: 1...2_000, using: &generator))
      let places = Int.random(in: 0...6, using: &generator)
      let rounded = try value.rounded(.halfUp, places: places)
      for text in [value.decimalText(upTo: places), value.fixedText(places: places)] {
        #expect(try decimal(text) == rounded, "seed \(seed): \(value) to \(places) places is \(text)")
      }
    }
  }
}
