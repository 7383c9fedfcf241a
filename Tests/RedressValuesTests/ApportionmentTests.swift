import RedressValues
import Testing

@Suite struct ApportionmentTests {
  private let cent: Rational
  init() throws { cent = try fraction(1, 100) }

  @Test func `a cent too many goes to the earlier of equals`() throws {
    let equal = [Rational.one, .one, .one]
    #expect(try shares("100", equal) == ["33.34", "33.33", "33.33"])
    #expect(try shares("0.02", equal) == ["0.01", "0.01", "0.00"])
    #expect(try shares("-100", equal) == ["-33.34", "-33.33", "-33.33"])
  }

  @Test func `the largest remainder comes first`() throws {
    #expect(try shares("0.05", [Rational(1), Rational(2)]) == ["0.02", "0.03"])
    #expect(try shares("100", [Rational(1), Rational(1), Rational(4)]) == ["16.67", "16.67", "66.66"])
    #expect(try shares("10.01", [decimal("0.7"), decimal("0.3")]) == ["7.01", "3.00"])
  }

  @Test func `who has no weight gets nothing`() throws {
    #expect(try shares("0.01", [.zero, Rational(5), .zero]) == ["0.00", "0.01", "0.00"])
    #expect(try shares("100.01", [.zero, Rational(1), Rational(1)]) == ["0.00", "50.01", "50.00"])
  }

  @Test func `a step can be any amount`() throws {
    let parts = try Apportionment.parts(of: Rational(50), weights: [.one, .one, .one], step: Rational(5))
    #expect(parts == [Rational(20), Rational(15), Rational(15)])
  }

  @Test func `weights that are no weights are refused`() throws {
    for weights in [[], [.zero, .zero], [Rational(2), Rational(-1)]] {
      #expect(throws: ArithmeticError.divisionByZero) {
        try Apportionment.parts(of: .one, weights: weights, step: cent)
      }
    }
    for step in [Rational.zero, Rational(-1)] {
      #expect(throws: ArithmeticError.divisionByZero) {
        try Apportionment.parts(of: .one, weights: [.one], step: step)
      }
    }
  }

  @Test func `a total that is no multiple of the step still adds up`() throws {
    let total = try decimal("1.005")
    let parts = try Apportionment.parts(of: total, weights: [.one, .one], step: cent)
    #expect(try sum(parts) == total)
  }

  @Test func `extremes overflow rather than trap`() throws {
    let largest = try fraction(.max, 1)
    #expect(throws: ArithmeticError.overflow) {
      try Apportionment.parts(of: largest, weights: [.one, .one], step: cent)
    }
    #expect(throws: ArithmeticError.overflow) {
      try Apportionment.parts(of: .one, weights: [largest, largest], step: cent)
    }
    #expect(try Apportionment.parts(of: largest, weights: [.one], step: .one) == [largest])
  }

  @Test(arguments: SeededGenerator.seeds)
  func `parts add up, are multiples, stay within a step, and ties go to the earlier`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      let total = try fraction(Int128.random(in: -1_000_000...1_000_000, using: &generator), 100)
      let denominators: [Int128] = [1, 3, 7, 100]
      var weights: [Rational] = []
      for _ in 0..<Int.random(in: 1...9, using: &generator) {
        let denominator = denominators[Int.random(in: 0..<denominators.count, using: &generator)]
        weights.append(try fraction(Int128.random(in: 0...20, using: &generator), denominator))
      }
      let whole = try sum(weights)
      guard whole.isPositive else { continue }
      let comment: Comment = "seed \(seed): \(total) over \(weights)"

      let parts = try Apportionment.parts(of: total, weights: weights, step: cent)
      #expect(parts.count == weights.count, comment)
      #expect(try sum(parts) == total, comment)
      var remainders: [Rational] = []
      for (part, weight) in zip(parts, weights) {
        let exact = try total.magnitude * weight / whole
        #expect(try (part / cent).isWhole, comment)
        #expect(try (part.magnitude - exact).magnitude < cent, comment)
        #expect(part.isZero || part.isNegative == total.isNegative, comment)
        remainders.append(try exact - exact.rounded(.down, to: cent))
      }
      // Nobody was passed over by one who lost less, or as much but comes later.
      for (winner, part) in parts.enumerated() {
        let exact = try total.magnitude * weights[winner] / whole
        guard part.magnitude > exact else { continue }
        for (loser, other) in parts.enumerated() {
          let otherExact = try total.magnitude * weights[loser] / whole
          guard other.magnitude < otherExact else { continue }
          let isFirst = remainders[winner] > remainders[loser]
          #expect(isFirst || (remainders[winner] == remainders[loser] && winner < loser), comment)
        }
      }
    }
  }

  private func sum(_ values: [Rational]) throws -> Rational {
    try values.reduce(.zero) { try $0 + $1 }
  }

  private func shares(_ total: String, _ weights: [Rational]) throws -> [String] {
    try Apportionment.parts(of: decimal(total), weights: weights, step: cent).map { $0.fixedText(places: 2) }
  }
}
