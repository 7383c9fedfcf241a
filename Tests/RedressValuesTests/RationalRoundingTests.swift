import RedressValues
import Testing

@Suite struct RationalRoundingTests {
  @Test(arguments: [
    // value, half up, half even, up, down
    ("0.124", "0.12", "0.12", "0.13", "0.12"),
    ("0.125", "0.13", "0.12", "0.13", "0.12"),
    ("0.135", "0.14", "0.14", "0.14", "0.13"),
    ("0.126", "0.13", "0.13", "0.13", "0.12"),
    ("0.12", "0.12", "0.12", "0.12", "0.12"),
    ("1.995", "2", "2", "2", "1.99"),
    ("2.005", "2.01", "2", "2.01", "2"),
    ("0.001", "0", "0", "0.01", "0"),
    (
      "1000000000000000000000000.125", "1000000000000000000000000.13", "1000000000000000000000000.12",
      "1000000000000000000000000.13", "1000000000000000000000000.12"
    ),
  ])
  func `modes act on the magnitude`(value: String, halfUp: String, halfEven: String, up: String, down: String) throws {
    for (mode, text) in [(RoundingMode.halfUp, halfUp), (.halfEven, halfEven), (.up, up), (.down, down)] {
      let expected = try decimal(text)
      #expect(try decimal(value).rounded(mode, places: 2) == expected)
      #expect(try decimal("-" + value).rounded(mode, places: 2) == -expected)
      #expect(try decimal(value).rounded(mode, to: decimal("0.01")) == expected)
      #expect(try decimal("-" + value).rounded(mode, to: decimal("0.01")) == -expected)
    }
  }

  @Test func `a half of whole numbers goes to the even one`() throws {
    let halves = ["0.5": 0, "1.5": 2, "2.5": 2, "3.5": 4, "-0.5": 0, "-1.5": -2, "-2.5": -2]
    for (text, expected) in halves {
      #expect(try decimal(text).rounded(.halfEven, places: 0) == Rational(expected), "\(text)")
    }
  }

  @Test func `steps need not be decimal`() throws {
    #expect(try Rational(7).rounded(.halfUp, to: Rational(5)) == Rational(5))
    #expect(try Rational(8).rounded(.halfUp, to: Rational(5)) == Rational(10))
    #expect(try decimal("1.02").rounded(.halfUp, to: decimal("0.05")) == decimal("1"))
    #expect(try decimal("1.025").rounded(.halfUp, to: decimal("0.05")) == decimal("1.05"))
    #expect(try Rational.one.rounded(.down, to: fraction(2, 3)) == fraction(2, 3))
    #expect(try Rational(1_250).rounded(.halfUp, places: -2) == Rational(1_300))
    #expect(try Rational(-1_250).rounded(.halfEven, places: -2) == Rational(-1_200))
  }

  @Test func `a step must be above zero`() {
    #expect(throws: ArithmeticError.divisionByZero) { try Rational.one.rounded(.up, to: .zero) }
    #expect(throws: ArithmeticError.divisionByZero) { try Rational.one.rounded(.up, to: Rational(-1)) }
  }

  @Test func `floor and ceiling do not mirror`() throws {
    #expect(try decimal("-1.5").floor() == Rational(-2))
    #expect(try decimal("-1.5").ceiling() == Rational(-1))
    #expect(try decimal("1.5").floor() == Rational(1))
    #expect(try decimal("1.5").ceiling() == Rational(2))
    #expect(try fraction(300, 100).floor() == Rational(3))
    #expect(try fraction(300, 100).ceiling() == Rational(3))
  }

  @Test func `the ends of the range round without a trap`() throws {
    let largest = try fraction(.max, 1)
    let half = try fraction(.max, 2)
    let smallest = try fraction(1, .max)
    #expect(try largest.rounded(.up, places: 2) == largest)
    #expect(try smallest.rounded(.up, places: 2) == decimal("0.01"))
    #expect(try smallest.rounded(.halfUp, places: 2) == .zero)
    #expect(try half.rounded(.up, places: 0) == fraction(.max / 2 + 1, 1))
    #expect(try half.rounded(.halfEven, places: 0) == fraction(.max / 2 + 1, 1))
    #expect(try half.floor() == fraction(.max / 2, 1))
    #expect(try fraction(.max, 3).rounded(.down, places: 0) == fraction(.max / 3, 1))
    #expect(throws: ArithmeticError.overflow) { try fraction(.max, 3).rounded(.up, places: 2) }
    #expect(throws: ArithmeticError.overflow) { try half.rounded(.up, places: .max) }
    #expect(throws: ArithmeticError.overflow) { try half.rounded(.up, places: .min) }
    #expect(throws: ArithmeticError.overflow) { try largest.rounded(.up, to: smallest) }
  }

  @Test(arguments: SeededGenerator.seeds)
  func `a rounded value is a multiple of its step and the one its mode asks for`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<2_000 {
      let value = try fraction(
        Int128.random(in: -1_000_000...1_000_000, using: &generator), Int128.random(in: 1...1_500, using: &generator))
      let places = Int.random(in: 0...4, using: &generator)
      let step = try fraction(1, (0..<places).reduce(1) { power, _ in power * 10 })
      for mode in RoundingMode.allCases {
        let rounded = try value.rounded(mode, places: places)
        let comment: Comment = "seed \(seed): \(value) \(mode) to \(step) gave \(rounded)"
        #expect(try value.rounded(mode, to: step) == rounded, comment)
        #expect(try (rounded / step).isWhole, comment)
        let distance = try (rounded - value).magnitude
        let twice = try distance + distance
        switch mode {
        case .halfUp: #expect(twice < step || (twice == step && rounded.magnitude > value.magnitude), comment)
        case .halfEven:
          let isEven = try (rounded / step / Rational(2)).isWhole
          #expect(twice < step || (twice == step && isEven), comment)
        case .up: #expect(distance < step && rounded.magnitude >= value.magnitude, comment)
        case .down: #expect(distance < step && rounded.magnitude <= value.magnitude, comment)
        }
      }
      let (floor, ceiling) = (try value.floor(), try value.ceiling())
      #expect(floor <= value && value <= ceiling && floor.isWhole && ceiling.isWhole, "seed \(seed): \(value)")
      #expect(try ceiling - floor == (value.isWhole ? .zero : .one), "seed \(seed): \(value)")
    }
  }
}
