import RedressChecker
import Testing

/// Divisors and payments that hang on tables, tiers, dated rulings, limits and the rest.
@Suite struct `Signs of what is looked up` {
  private static let facts = """
    kind Tier is basic < silver < gold
    record Bag
      worth : money from 0 "worth"
      mass : kg above 0 "mass"
    record Passenger
      bags : list of Bag "bags"
    fact passengers : list of Passenger "passengers"
    fact bag_list : list of Bag "bags"
    fact day : date "day"
    fact other_day : date "other day"
    fact grade : Tier "grade"
    fact waited : days from 0 "waited"
    fact moved : days "either way"
    fact damage : money from 0 "damage"
    fact taken : money from 0 "taken"
    fact any_part : percent "any part"
    fact good_part : percent from 0% to 100% "a part"
    table rate of late : days, tier : Tier gives percent
      | late    | tier          | gives |
      | 0 to 2  | any           | 0%    |
      | above 2 | gold          | 10%   |
      | above 2 | silver, basic | 20%   |
    table divisor of late : days from 0 gives number
      | late    | gives |
      | up to 2 | 0     |
      | above 2 | 4     |
    table correction of tier : Tier gives money
      | tier          | gives   |
      | gold          | -10 CNY |
      | silver, basic | refused | because "no tariff"
    tiers fee of amount : money from 0
      | up to 100 | 10% |
      | up to 1_000 | 5% |
      | above | 0% |
    define dated_rate from 2020-01-01 is 5% from 2024-01-01 is 3%
    define dated_part from 2020-01-01 is 5 CNY from 2024-01-01 is 0 CNY
    define dated_number from 2020-01-01 is 5 from 2024-01-01 is 0

    """

  private func found(_ declarations: String) -> [String] {
    codes(policy(Self.facts + declarations, head: "  dated by day\n  in force from 2020-01-01\n"))
      .filter { !["R0302", "R0303", "R0304"].contains($0) }
  }

  private func shown(_ declarations: String) -> String {
    problems(policy(Self.facts + declarations, head: "  dated by day\n  in force from 2020-01-01\n"))
  }

  @Test(arguments: [
    "pay rate(waited, grade) of damage because \"x\"",
    "pay damage - (rate(waited, grade) of damage) because \"x\"",
    "pay damage reduced by rate(waited, grade) because \"x\"",
    "pay damage / (1 + divisor(waited)) because \"x\"",
    "when waited > 3 days pay damage / divisor(waited) because \"x\"",
    "pay fee(damage) because \"x\"",
    "pay damage - fee(damage) because \"x\"",
    "pay dated_rate of damage because \"x\"",
    "pay damage / dated_rate because \"x\"",
    "pay damage / dated_rate on other_day because \"x\"",
    "pay damage - (dated_rate on other_day) of damage because \"x\"",
    "pay 5 CNY per day * (business days from day to other_day) because \"x\"",
    "pay (accrued yearly_rate from day to other_day) of damage because \"x\"",
    "for each bag in bag_list largest first by bag.worth pay bag.worth / position of bag because \"x\"",
    "for each bag in bag_list pay 100 CNY * (bag.mass / (sum of b.mass for each b in bag_list)) because \"x\"",
    "for each bag in passengers.bags pay 5 CNY per kg * bag.mass because \"x\"",
    "for each bag in bag_list share damage in proportion to bag.worth because \"x\"",
    "pay sum of (rate(b.mass * 1 day / 1 kg, grade) of b.worth) for each b in bag_list because \"x\"",
    "pay damage discretion 0 CNY to damage because \"x\"",
  ])
  func `that are shown to be right`(payment: String) {
    let text = """
      define yearly_rate is 5%
      item loss "Loss" \(payment)
      recover back "Back" on all from packer good_part because "p"
      party packer "the packer"
      """
    #expect(found(text) == [], "\(shown(text))")
  }

  @Test(arguments: [
    ("pay rate(moved, grade) of damage because \"x\"", "R0316"),
    ("pay damage / divisor(waited) because \"x\"", "R0314"),
    ("pay damage + correction(grade) because \"x\"", "R0315"),
    ("pay taken - fee(damage) because \"x\"", "R0315"),
    ("pay fee(damage - taken) because \"x\"", "R0316"),
    ("pay damage / dated_number because \"x\"", "R0314"),
    ("pay damage - dated_part because \"x\"", "R0315"),
    ("pay damage - (dated_part on other_day) because \"x\"", "R0315"),
    ("for each bag in bag_list share damage - taken in proportion to bag.worth because \"x\"", "R0315"),
    ("for each bag in bag_list share damage in proportion to bag.worth - 5 CNY because \"x\"", "R0368"),
    ("pay damage because \"x\" borne by uneven", "R0368"),
  ])
  func `that are not`(payment: String, code: String) {
    let text = """
      item loss "Loss" \(payment)
      \(payment.contains("uneven") ? "split uneven is in proportion carrier 2, customer waited / 1 day - 1 because \"x\"" : "")
      """
    #expect(found(text) == [code], "\(shown(text))")
  }

  @Test func `of what is claimed back`() {
    let text = """
      item loss "Loss" pay damage because "x"
      party packer "the packer"
      recover back "Back" on all from packer any_part because "p"
      """
    #expect(found(text) == ["R0368"], "\(shown(text))")
  }

  @Test func `of every day of a split`() {
    let text = """
      item loss "Loss" pay damage because "x" borne by blame
      split blame from 2020-01-01 is carrier 100% because "x"
        from 2024-01-01 is carrier 60%, customer 30% because "y"
      """
    #expect(found(text) == ["R0306"], "\(shown(text))")
  }
}
