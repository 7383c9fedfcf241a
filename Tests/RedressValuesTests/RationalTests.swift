import RedressValues
import Testing

@Suite struct RationalTests {
  @Test func `three thirds are one`() throws {
    let third = try fraction(1, 3)
    let sum = try third + third + third
    #expect(sum == .one)
    #expect(sum.hashValue == Rational.one.hashValue)
    #expect(sum.whole == 1)
    #expect(try Rational.one / Rational(3) * Rational(3) == .one)
  }

  @Test func `a tenth added ten times is one`() throws {
    var sum = Rational.zero
    for _ in 0..<10 { sum = try sum + decimal("0.1") }
    #expect(sum == .one)
  }

  @Test func `a fraction has one sign and no zero below it`() throws {
    #expect(try fraction(-1, -2) == fraction(1, 2))
    #expect(try fraction(1, -2) == fraction(-1, 2))
    #expect(try fraction(1, -2).denominator > 0)
    #expect(throws: ArithmeticError.divisionByZero) { try fraction(1, 0) }
    #expect(throws: ArithmeticError.divisionByZero) { try Rational.one / .zero }
  }

  @Test func `money keeps its denominator, so that adding it is an addition`() throws {
    let sum = try decimal("10.25") + decimal("0.25")
    #expect(sum.denominator == 100)
    #expect(try decimal("10.25") + decimal("0.125") == decimal("10.375"))
    #expect(try (decimal("10.25") + decimal("0.125")).denominator == 1_000)
  }

  @Test func `a long sum of unlike fractions stays small`() throws {
    var sum = Rational.zero
    for round in 0..<1_000 {
      for denominator: Int128 in [3, 7, 11, 13, 60, 100, 1_440, 365] {
        sum = try sum + fraction(Int128(round), denominator)
      }
    }
    var expected = Rational.zero
    for denominator: Int128 in [3, 7, 11, 13, 60, 100, 1_440, 365] {
      expected = try expected + fraction(499_500, denominator)
    }
    #expect(sum == expected)
  }

  @Test func `wholes are known as such however they are held`() throws {
    #expect(try fraction(300, 100).whole == 3)
    #expect(try fraction(-300, 100).whole == -3)
    #expect(try fraction(301, 100).whole == nil)
    #expect(try fraction(301, 100).isWhole == false)
    #expect(try fraction(.max, 1).isWhole)
    #expect(try fraction(.max, 1).whole == nil)
    #expect(Rational(.min).whole == .min)
    #expect(Rational(.max).whole == .max)
  }

  @Test func `signs`() throws {
    let minus = try decimal("-0.5")
    #expect(minus.isNegative && !minus.isPositive && !minus.isZero)
    #expect(minus.magnitude == (try decimal("0.5")))
    #expect(try -minus == decimal("0.5"))
    #expect(try fraction(0, -7) == .zero)
    #expect(!(try -Rational.zero).isNegative)
  }

  @Test func `reduced has no common divisor`() throws {
    let reduced = try fraction(-84, 36).reduced
    #expect(reduced.numerator == -7)
    #expect(reduced.denominator == 3)
    #expect(try fraction(0, 36).reduced.denominator == 1)
    #expect(reduced.description == "-7/3")
    #expect(try fraction(300, 100).description == "3")
  }

  @Test func `the ends of the range neither trap nor wrap`() throws {
    let largest = try fraction(.max, 1)
    let smallest = try fraction(1, .max)
    #expect(try largest * smallest == .one)
    #expect(try largest / largest == .one)
    #expect(try smallest / smallest == .one)
    #expect(try largest - largest == .zero)
    #expect(try -largest + largest == .zero)
    #expect(try fraction(.min, .min) == .one)
    #expect(try fraction(.min, 2) == fraction(.min / 2, 1))
    #expect(try fraction(2, .min) == fraction(1, .min / 2))
    #expect(smallest < largest)
    #expect(try -largest < smallest)
    #expect(largest.magnitude == largest)

    #expect(throws: ArithmeticError.overflow) { try fraction(.min, 1) }
    #expect(throws: ArithmeticError.overflow) { try fraction(.min, -1) }
    #expect(throws: ArithmeticError.overflow) { try fraction(1, .min) }
    #expect(throws: ArithmeticError.overflow) { try largest + .one }
    #expect(throws: ArithmeticError.overflow) { try -largest - .one }
    #expect(throws: ArithmeticError.overflow) { try largest * Rational(2) }
    #expect(throws: ArithmeticError.overflow) { try largest / smallest }
    #expect(throws: ArithmeticError.overflow) { try largest + smallest }
    #expect(throws: ArithmeticError.overflow) { try smallest * smallest }
  }
}
