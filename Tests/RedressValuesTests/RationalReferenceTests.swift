import RedressValues
import Testing

/// Operators against integers of any size: the same value, and an overflow only where the reduced result has no room.
@Suite struct RationalReferenceTests {
  @Test(arguments: SeededGenerator.seeds)
  func `every operation agrees with slow arithmetic`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var overflows = 0
    for round in 0..<400 {
      let left = try generator.rational()
      let right = try generator.rational()
      let (first, second) = (slow(left), slow(right))
      let comment: Comment = "seed \(seed), round \(round): \(left) and \(right)"
      let crossed = (first.numerator * second.denominator, second.numerator * first.denominator)
      let denominator = first.denominator * second.denominator

      let operations: [(SlowFraction, () throws -> Rational)] = [
        (SlowFraction(numerator: crossed.0 + crossed.1, denominator: denominator), { try left + right }),
        (SlowFraction(numerator: crossed.0 - crossed.1, denominator: denominator), { try left - right }),
        (
          SlowFraction(numerator: first.numerator * second.numerator, denominator: denominator),
          { try left * right }
        ),
        (
          SlowFraction(
            numerator: right.isNegative ? -crossed.0 : crossed.0, denominator: crossed.1.magnitude),
          { try right.isZero ? .zero : left / right }
        ),
      ]
      for (expected, operation) in operations where !expected.denominator.isZero {
        do throws(any Error) {
          let result = try operation()
          #expect(slow(result) == expected, comment)
          #expect(result.denominator > 0 && result.numerator != .min, comment)
        } catch {
          overflows += 1
          #expect(error as? ArithmeticError == .overflow, comment)
          #expect(!expected.fitsWhenReduced, comment)
        }
      }
      #expect((left < right) == (first < second), comment)
      #expect((right < left) == (second < first), comment)
      #expect((left == right) == (first == second), comment)
    }
    #expect(overflows > 50, "seed \(seed): the extremes were not reached")
  }

  @Test(arguments: SeededGenerator.seeds)
  func `comparison tells neighbours near overflow apart`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<1_000 {
      let numerator = Int128.max - Int128.random(in: 1...1_000, using: &generator)
      let denominator = Int128.max - Int128.random(in: 1...1_000, using: &generator)
      let value = try fraction(numerator, denominator)
      for neighbour in try [
        fraction(numerator + 1, denominator), fraction(numerator, denominator + 1),
        fraction(numerator - 1, denominator - 1), fraction(-numerator, denominator),
      ] {
        let comment: Comment = "seed \(seed): \(value) and \(neighbour)"
        #expect((value < neighbour) == (slow(value) < slow(neighbour)), comment)
        #expect((neighbour < value) == (slow(neighbour) < slow(value)), comment)
        #expect((value == neighbour) == (slow(value) == slow(neighbour)), comment)
        #expect((try -value < -neighbour) == (slow(neighbour) < slow(value)), comment)
      }
    }
  }

  @Test(arguments: SeededGenerator.seeds)
  func `equal values have equal hashes however they are held`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<1_000 {
      let value = try fraction(
        Int128.random(in: -1_000...1_000, using: &generator), Int128.random(in: 1...60, using: &generator))
      let factor = Int128.random(in: 1...10_000, using: &generator)
      let expanded = try fraction(value.numerator * factor, value.denominator * factor)
      #expect(expanded == value, "seed \(seed)")
      #expect(expanded.hashValue == value.hashValue, "seed \(seed)")
    }
  }

  private func slow(_ value: Rational) -> SlowFraction {
    SlowFraction(numerator: SlowInteger(value.numerator), denominator: SlowInteger(value.denominator))
  }
}
