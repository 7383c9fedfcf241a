import RedressChecker
import Testing

/// Whether conditions can hold and can fail, against trying every value.
@Suite struct `Conditions over a few facts` {
  private static let facts = """
    kind Tier is basic < silver < gold
    fact tier : Tier "tier"
    fact small : yes or no "small"
    fact pieces : whole number from 0 to 4 "pieces"
    fact late : days above 0 days to 3 days "late"

    """

  /// What a case states: positions of words, and half days.
  private struct Values {
    let tier: Int
    let small: Bool
    let pieces: Int
    let halfDays: Int
  }

  private struct Condition {
    let text: String
    let holds: @Sendable (Values) -> Bool
  }

  private static let comparisons: [(String, @Sendable (Int, Int) -> Bool)] = [
    ("=", { $0 == $1 }), ("!=", { $0 != $1 }), ("<", { $0 < $1 }), ("<=", { $0 <= $1 }), (">", { $0 > $1 }),
    (">=", { $0 >= $1 }),
  ]

  private static func condition(_ depth: Int, _ random: inout SplitMix) -> Condition {
    let (sign, compares) = comparisons[Int(random.next(6))]
    switch random.next(depth > 0 ? 7 : 4) {
    case 0:
      let word = Int(random.next(3))
      return Condition(text: "tier \(sign) \(["basic", "silver", "gold"][word])") { compares($0.tier, word) }
    case 1: return Condition(text: "small") { $0.small }
    case 2:
      let count = Int(random.next(6))
      return Condition(text: "pieces \(sign) \(count)") { compares($0.pieces, count) }
    case 3:
      let days = Int(random.next(5))
      return Condition(text: "late \(sign) \(days) days") { compares($0.halfDays, 2 * days) }
    case 4:
      let inner = condition(depth - 1, &random)
      return Condition(text: "not (\(inner.text))") { !inner.holds($0) }
    case 5:
      let (left, right) = (condition(depth - 1, &random), condition(depth - 1, &random))
      return Condition(text: "((\(left.text)) and (\(right.text)))") { left.holds($0) && right.holds($0) }
    default:
      let (left, right) = (condition(depth - 1, &random), condition(depth - 1, &random))
      return Condition(text: "((\(left.text)) or (\(right.text)))") { left.holds($0) || right.holds($0) }
    }
  }

  private static let everything = (0..<3).flatMap { tier in
    [true, false].flatMap { small in
      (0...4).flatMap { pieces in
        (1...6).map { Values(tier: tier, small: small, pieces: pieces, halfDays: $0) }
      }
    }
  }

  private func found(_ text: String) -> [String] {
    codes(policy(Self.facts + text)).filter { $0 != "R0302" }
  }

  @Test func `never or always hold if no value makes a difference`() {
    for seed in 1...80 as ClosedRange<UInt64> {
      var random = SplitMix(state: seed)
      let condition = Self.condition(3, &random)
      let answers = Set(Self.everything.map(condition.holds))
      let expected = answers.count > 1 ? [] : answers.contains(true) ? ["R0364"] : ["R0363"]
      #expect(
        found("item a \"A\" when \(condition.text) pay 5 CNY because \"x\"") == expected,
        "seed \(seed): \(condition.text)")
    }
  }

  @Test func `conflict if some values make both hold`() {
    for seed in 1...80 as ClosedRange<UInt64> {
      var random = SplitMix(state: seed)
      let (one, other) = (Self.condition(2, &random), Self.condition(2, &random))
      let both = Self.everything.contains { one.holds($0) && other.holds($0) }
      let text = """
        item a "A" pay 5 CNY because "x"
          except b: 4 CNY when \(one.text) because "b"
          except c: 3 CNY when \(other.text) because "c"
        """
      #expect(found(text).contains("R0301") == both, "seed \(seed): \(one.text) / \(other.text)")
    }
  }

  @Test func `are overridden if another holds in all their cases`() {
    for seed in 1...80 as ClosedRange<UInt64> {
      var random = SplitMix(state: seed)
      let (one, other) = (Self.condition(2, &random), Self.condition(2, &random))
      let cases = Self.everything.filter(one.holds)
      let text = """
        item a "A" pay 5 CNY because "x"
          except b: 4 CNY when \(one.text) because "b"
          except c: 3 CNY when \(other.text) overriding b because "c"
        """
      let expected = !cases.isEmpty && cases.allSatisfy(other.holds)
      #expect(found(text).contains("R0365") == expected, "seed \(seed): \(one.text) / \(other.text)")
    }
  }
}
