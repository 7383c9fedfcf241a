import RedressEngine
import RedressValues
import Testing

/// From what is written to what comes of it, for what the language adds to plain rulings.
@Suite struct TranslationTests {
  @Test func `dated branches are called by their days`() throws {
    let policy = try WrittenPolicy(
      """
      fact loss : money from 0 "the loss"
      fact contract_date : date "day of the contract"
      define rate
        is 10%
        from 2025-01-01 is 20%
        from 2026-01-01 is 30%
        dated by contract_date
      item damage "Damage"
        pay rate of loss because "the loss"
          at least 0 because "never less than nothing"
      """)
    let rate = try #require(policy.program.definitions.first { $0.name == "rate" })
    #expect(
      [rate.ruling.branch.name] + rate.ruling.later.map(\.branch.name)
        == ["rate", "rate@2025-01-01", "rate@2026-01-01"])
    #expect(try policy.result("loss 100 CNY\n  contract_date 2025-06-01") == "20")
    #expect(try policy.result("loss 100 CNY") == "10 to 30 for contract_date")
    #expect(try policy.result("contract_date 2025-06-01\n  loss 0 CNY") == "0")
  }

  @Test func `another day's value can be asked for`() throws {
    let policy = try WrittenPolicy(
      """
      fact loss : money from 0 "the loss"
      fact signed : time "when the contract was signed"
      define rate
        from 2025-01-01 is 20%
        from 2026-01-01 is 30%
      item damage "Damage"
        pay (rate of loss) + (rate on (date of signed) of loss) because "the loss"
          at least 0 because "never less than nothing"
      """, header: "in force from 2025-01-01")
    #expect(try policy.result("loss 100 CNY\n  signed 2025-06-01 10:00", head: "dated 2026-02-02") == "50")
    #expect(try policy.result("loss 100 CNY\n  signed 2025-06-01 10:00") == "R0522")
    #expect(try policy.result("loss 100 CNY\n  signed 2024-06-01 10:00", head: "dated 2026-02-02") == "R0521")
  }

  @Test func `tables are read by their cells`() throws {
    let policy = try WrittenPolicy(
      """
      kind Tier is basic < silver < gold
      fact loss : money from 0 "the loss"
      fact late : whole days from 0 days "days late"
      fact customer_tier : Tier "the customer's tier"
      table delay_rate of days_late : whole days from 0 days, tier : Tier gives percent
        | days_late | tier        | gives |
        | 0 to 2  | any           | 0%    |
        | 3 to 5  | gold          | 5%    |
        | 3 to 5  | silver, basic | 8%    | because "a short delay"
        | above 5 | any           | 20%   |
      item damage "Damage"
        pay delay_rate(late, customer_tier) of loss because "the loss"
          at least 0 because "never less than nothing"
      """)
    #expect(policy.program.tables[0].editions[0].rows.map(\.branch.name).last == "delay_rate.row_4")
    #expect(try policy.result("loss 100 CNY\n  late 4 days\n  customer_tier basic") == "8")
    #expect(try policy.result("loss 100 CNY\n  late 4 days") == "5 to 8 for customer_tier")
    #expect(try policy.result("loss 100 CNY\n  customer_tier gold") == "0 to 20 for late")
    #expect(try policy.result("loss 100 CNY\n  late 9 days") == "20")
    let line = try policy.line("loss 100 CNY\n  late 4 days\n  customer_tier basic", explaining: true)
    let row = try #require(line.because.first { $0.name == "delay_rate" })
    #expect(row.branch == "delay_rate.row_3")
    #expect(row.reason == "a short delay")
  }

  @Test func `tiers take each slice at its rate`() throws {
    let policy = try WrittenPolicy(
      """
      fact loss : money from 0 "the loss"
      tiers commission of amount : money
        | up to 10_000  | 10% |
        | up to 100_000 |  5% |
        | above         |  1% |
      item damage "Damage"
        pay commission(loss) because "the loss"
          at least 0 because "never less than nothing"
      """)
    #expect(try policy.result("loss 300_000 CNY") == "7500")
    #expect(try policy.result("") == "0 to … for loss")
    #expect(policy.program.tiers[0].bands.map(\.branch.name).last == "commission.band_3")
  }

  @Test func `interest accrues at the rate of each day`() throws {
    let policy = try WrittenPolicy(
      """
      fact loss : money from 0 "the loss"
      fact due : date "when it was due"
      fact paid : date "when it was paid"
      define base_rate
        is 3%
        from 2024-01-01 is 4%
        from 2025-01-01 is 6%
      item damage "Damage"
        pay (accrued base_rate from due to paid over 360) * loss because "the interest"
          at least 0 because "never less than nothing"
      """)
    #expect(try policy.result("loss 36_000 CNY\n  due 2024-12-31\n  paid 2025-01-02") == "10")
  }

  @Test func `calendars tell business days`() throws {
    let policy = try WrittenPolicy(
      """
      calendar china
        weekend saturday, sunday
        holiday 2026-10-01 to 2026-10-07
        workday 2026-10-10
      fact received : time "when the notice came"
      deadline review "Review" is 3 business days after received in china
      deadline plain "Plainly" is 3 business days after received
      item damage "Damage"
        pay 1 CNY per day * business days from (date of received) to 2026-10-12 in china because "each day"
          at least 0 because "never less than nothing"
      """)
    let proposal = try #require(try policy.quote("received 2026-09-30 17:00").proposals.first)
    #expect(proposal.deadlines.map(\.at) == ["2026-10-10", "2026-10-05"])
    #expect(proposal.lines.first?.payable == Rational(4))
  }

  @Test func `a list inside a list is gone through as a whole`() throws {
    let policy = try WrittenPolicy(
      """
      record Bag "a bag"
        worth : money from 0 "what it is worth"
      record Passenger "a passenger"
        age : whole years from 0 years "age"
        bags : list of Bag "the bags"
      fact passengers : list of Passenger "the passengers"
      item bags_lost "Bags"
        for each bag in passengers.bags
        pay bag.worth because "the bag"
      item young "Children"
        for each passenger in passengers where passenger.age < 18 years
        pay 5 CNY because "a child"
      """)
    let proposal = try #require(
      try policy.quote(
        """
        passengers
            | age      |
            | 30 years |
            | 40 years |
          passengers[1].bags
            | worth  |
            | 10 CNY |
            | 20 CNY |
          passengers[2].bags
            | worth  |
            | 30 CNY |
        """
      ).proposals.first)
    #expect(proposal.lines.map(\.payable) == [Rational(10), Rational(20), Rational(30)])
  }

  @Test func `the sides of largest of are explained as written`() throws {
    let policy = try WrittenPolicy(
      """
      fact loss : money from 0 "the loss"
      item damage "Damage"
        pay largest of (10% of loss, 60 CNY, loss - 500 CNY) because "the loss"
          at least 0 because "never less than nothing"
      """)
    let line = try policy.line("loss 300 CNY", explaining: true)
    #expect(line.because.map(\.name) == ["10% of loss", "60.00 CNY", "loss - 500.00 CNY"])
    #expect(line.because.map(\.value) == ["30.00 CNY", "60.00 CNY", "-200.00 CNY"])
    #expect(line.because.map(\.isLost) == [true, false, true])
  }

  @Test func `the case's own currency is that of its money`() throws {
    let policy = try WrittenPolicy(
      """
      fact price : money from 0 "the price"
      fact fee : money per kg "fee per kilogram" default 0
      item damage "Damage of {price}"
        pay price + fee * 2 kg because "at {fee}"
          at least 0 because "never less than nothing"
      """, currency: "of the case")
    let quote = try policy.quote("price 300 EUR\n  fee 2 EUR per kg")
    #expect(quote.currency.code == "EUR")
    #expect(quote.proposals.first?.lines.first?.label == "Damage of 300.00 EUR")
    #expect(quote.proposals.first?.lines.first?.reason == "at 2 EUR per kg")
    #expect(quote.proposals.first?.lines.first?.payable == Rational(304))
    #expect(try policy.quote("fee 0", head: "currency JPY").currency.code == "JPY")
  }
}
