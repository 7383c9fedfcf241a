import RedressChecker
import Testing

@Suite struct `Exceptions that can hold together` {
  private static let facts = """
    kind Tier is basic < silver < gold
    kind Cause is packing or customs or unloading
    fact tier : Tier "tier"
    fact cause : Cause "cause"
    fact late : days from 0 days "days late"
    fact waited : days from 0 days "days waited"
    fact pieces : whole number from 0 to 10 "pieces"
    fact small : yes or no "small"
    fact fragile : yes or no "fragile"
    define ours is cause = any of (packing, unloading)
    item used "Uses all" when tier = gold or cause = packing or late > waited or small or fragile or pieces > 2 or ours
      pay rate because "the rate"
    define rate is 5 CNY

    """

  private func conflicts(_ exceptions: String) -> [String] {
    codes(policy(Self.facts + exceptions)).filter { $0 == "R0301" }
  }

  @Test(arguments: [
    // Words of one kind exclude one another, also in order.
    "except a: 3 CNY when tier = gold because \"a\" except b: 2 CNY when tier = silver because \"b\"",
    "except a: 3 CNY when tier >= silver because \"a\" except b: 2 CNY when tier < silver because \"b\"",
    "except a: 3 CNY when tier > silver because \"a\" except b: 2 CNY when not tier = gold because \"b\"",
    "except a: 3 CNY when ours because \"a\" except b: 2 CNY when cause = customs because \"b\"",
    "except a: 3 CNY when cause = any of (packing, customs) because \"a\" except b: 2 CNY when cause = unloading because \"b\"",
    "except a: 3 CNY when cause = none of (packing, customs) because \"a\" except b: 2 CNY when cause = packing because \"b\"",
    // Yes and no.
    "except a: 3 CNY when small because \"a\" except b: 2 CNY when not small and fragile because \"b\"",
    "except a: 3 CNY when small = no because \"a\" except b: 2 CNY when small because \"b\"",
    // One fact with constants, at the edge and between.
    "except a: 3 CNY when late > 3 days because \"a\" except b: 2 CNY when late <= 3 days because \"b\"",
    "except a: 3 CNY when late >= 3 days because \"a\" except b: 2 CNY when late < 72 hours because \"b\"",
    "except a: 3 CNY when pieces > 2 because \"a\" except b: 2 CNY when pieces < 3 because \"b\"",
    "except a: 3 CNY when pieces > 2 and pieces < 4 because \"a\" except b: 2 CNY when pieces != 3 because \"b\"",
    // What lies outside its bounds never holds.
    "except a: 3 CNY when late < 0 days because \"a\" except b: 2 CNY when small because \"b\"",
    // The same comparison both ways round.
    "except a: 3 CNY when late > waited because \"a\" except b: 2 CNY when waited >= late because \"b\"",
    // The same value.
    "except a: 3 CNY when small because \"a\" except b: 3 CNY when fragile because \"b\"",
    "except a: 3 CNY + 10% of 5 CNY when small because \"a\" except b: 3 CNY + 10% of 5 CNY when fragile because \"b\"",
    // One overrides the other, directly or through a third.
    "except a: 3 CNY when small because \"a\" except b: 2 CNY when fragile overriding a because \"b\"",
    """
    except a: 3 CNY when small because "a" except b: 2 CNY when fragile overriding a because "b"
    except c: 1 CNY when tier = gold overriding b because "c"
    """,
    """
    except a: 3 CNY when small because "a" except b: 2 CNY when not small because "b"
    except c: 1 CNY when tier = gold overriding all because "c"
    """,
    // `waived` prevails in a step, unless it is overridden.
    "at most 9 CNY because \"x\" except a: 3 CNY when small because \"a\" except b: waived when fragile because \"b\"",
    """
    at most 9 CNY because "x" except a: 3 CNY when small overriding b because "a"
    except b: waived when fragile because "b"
    """,
  ])
  func `are none`(exceptions: String) {
    #expect(conflicts(exceptions) == [], "\(problems(policy(Self.facts + exceptions)))")
  }

  @Test(arguments: [
    ("except a: 3 CNY when tier >= silver because \"a\" except b: 2 CNY when tier = gold because \"b\"", "tier gold"),
    (
      "except a: 3 CNY when tier < gold because \"a\" except b: 2 CNY when cause = customs because \"b\"",
      "tier basic, cause customs"
    ),
    (
      "except a: 3 CNY when late > 3 days because \"a\" except b: 2 CNY when late > 5 days because \"b\"", "late 6 days"
    ),
    (
      "except a: 3 CNY when late >= 3 days because \"a\" except b: 2 CNY when late <= 3 days because \"b\"",
      "late 3 days"
    ),
    ("except a: 3 CNY when pieces > 2 because \"a\" except b: 2 CNY when pieces < 4 because \"b\"", "pieces 3"),
    (
      "except a: 3 CNY when small or fragile because \"a\" except b: 2 CNY when not small because \"b\"",
      "small no, fragile yes"
    ),
    (
      "except a: 3 CNY when small because \"a\" except b: 2 * otherwise when fragile because \"b\"",
      "small yes, fragile yes"
    ),
  ])
  func `are shown with a case`(exceptions: String, witness: String) {
    let shown = problems(policy(Self.facts + exceptions))
    #expect(conflicts(exceptions) == ["R0301"], "\(shown)")
    #expect(shown.contains("= a case that shows it: \(witness)"), "\(shown)")
  }

  @Test func `count whatever else they ask as free`() {
    let exceptions = "except a: 3 CNY when late > waited because \"a\" except b: 2 CNY when small because \"b\""
    #expect(problems(policy(Self.facts + exceptions)).contains("is not looked into"))
  }

  @Test func `are looked for in splits, payments and steps`() {
    let text = policy(
      """
      fact small : yes or no "small"
      fact fragile : yes or no "fragile"
      split blame is carrier 100% because "x"
        except a: customer 100% when small because "a"
        except b: carrier 50%, customer 50% when fragile because "b"
      item loss "Loss" pay 5 CNY because "x"
        except a: nothing when small because "a"
        except b: pay 5 CNY by credit when fragile because "b"
        at most 4 CNY because "x"
          except c: 3 CNY when small because "c"
          except d: 2 CNY when fragile because "d"
        borne by blame
      """)
    #expect(codes(text) == ["R0301", "R0301", "R0301"], "\(problems(text))")
  }

  @Test func `override in circles`() {
    let exceptions = """
      except a: 3 CNY when small overriding b because "a" except b: 2 CNY when fragile overriding a because "b"
      """
    #expect(
      problems(policy(Self.facts + exceptions)) == """
        R0209: these override one another in a circle: `a` → `b` → `a`
          > a -- the circle begins and ends here
          - b -- `b` is part of the circle
          = say which one prevails; take one `overriding` out
        """)
  }

  @Test func `are followed to the end of their chains`() throws {
    let text = policy(
      Self.facts + """
        except a: 3 CNY when small because "a" except b: 2 CNY when fragile overriding a because "b"
        except c: 1 CNY when tier = gold overriding b because "c"
        at most 9 CNY because "x" except d: 8 CNY when small because "d" except e: waived when fragile because "e"
        """)
    let policy = try #require(checked(text))
    let rate = try #require(policy.definitions.first { $0.name == "rate" })
    #expect(rate.ruling.exceptions.map(\.overrides) == [[], [0], [0, 1]])
    #expect(rate.steps[0].exceptions.map(\.overrides) == [[], [0]])
  }
}
