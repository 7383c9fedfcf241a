import RedressChecker
import RedressDiagnostics
import RedressSyntax
import RedressValues
import Testing

@Suite struct `Tables and tiers` {
  static let facts = """
    kind Tier is basic < silver < gold
    kind Zone is inland or abroad
    fact tier : Tier "tier"
    fact zone : Zone "zone"
    fact late : whole days from 0 days "late"
    fact share_lost : percent from 0% to 100% "share lost"
    fact heavy : yes or no "heavy"
    fact goods : money from 0 "goods"
    """

  /// A table of one column, and a call of it with a fact.
  private func table(
    _ column: String, _ argument: String, _ rows: [String], gives: String = "percent", file: String = ""
  )
    -> String
  {
    let others = ["tier = gold", "zone = inland", "late > 1 day", "share_lost > 1%", "heavy"]
    let readers = others.enumerated().map { "note n\($0) when \($1)" }.joined(separator: "\n")
    let content = file.isEmpty ? (["| x | gives |"] + rows).joined(separator: "\n") : "in \"\(file)\""
    let amount = gives == "percent" ? "t(\(argument)) of goods" : "t(\(argument))"
    return policy(
      """
      \(Self.facts)
      table t of x : \(column) gives \(gives)
      \(content)
      item a "A" pay \(amount) because "x"
      item b "B" as costs pay goods because "x"
      \(readers)
      """)
  }

  /// The codes that are not of sense.
  private func found(_ column: String, _ argument: String, _ rows: [String], gives: String = "percent") -> [String] {
    codes(table(column, argument, rows, gives: gives)).filter { !$0.hasPrefix("R03") }
  }

  @Test func `take the unit of their column`() {
    #expect(found("whole days from 0 days", "late", ["| up to 3 | 5% |", "| above 3 | 6% |"]) == [])
    #expect(found("whole days from 0 days", "late", ["| up to 1 week | 5% |", "| above 7 | 6% |"]) == [])
    #expect(found("whole days from 0 days", "late", ["| up to 3 kg | 5% |", "| above 3 | 6% |"]) == ["R0214"])
    #expect(found("percent from 0% to 100%", "share_lost", ["| up to 20% | 5% |", "| above 20% | 6% |"]) == [])
  }

  @Test func `want the sign of a percentage`() {
    #expect(
      problems(table("percent from 0% to 100%", "share_lost", ["| up to 20 | 5% |", "| above 20% | 6% |"])) == """
        R0214: the units do not fit
          > 20 -- this is a number
          - x -- a column of percentages
          = write `20%`
        """)
    #expect(found("whole days from 0 days", "late", ["| up to 3 | 5 |", "| above 3 | 6% |"]) == ["R0214"])
  }

  @Test func `cover words, yes and no`() {
    #expect(found("Zone", "zone", ["| inland | 5% |", "| abroad | 6% |"]) == [])
    #expect(found("Zone", "zone", ["| inland | 5% |", "| abrod | 6% |"]) == ["R0205"])
    #expect(found("Zone", "zone", ["| up to inland | 5% |", "| abroad | 6% |"]) == ["R0222"])
    #expect(found("Tier", "tier", ["| up to silver | 5% |", "| gold | 6% |"]) == [])
    #expect(found("yes or no", "heavy", ["| yes | 5% |", "| no | 6% |"]) == [])
    #expect(found("yes or no", "heavy", ["| from no | 5% |", "| no | 6% |"]) == ["R0222"])
  }

  @Test func `have cells that are the same for every case`() {
    let rows = ["| up to goods | 5% |", "| above 3 | 6% |"]
    #expect(found("whole days from 0 days", "late", rows) == ["R0234"])
    #expect(problems(table("whole days from 0 days", "late", rows)).contains("R0234: cells are fixed values"))
    #expect(found("whole days from 0 days", "late", ["| up to 2 * 2 | 5% |", "| above 1 + 3 | 6% |"]) == [])
    #expect(found("whole days from 0 days", "late", ["| 5 to 3 | 5% |", "| above 5 | 6% |"]) == ["R0241"])
  }

  @Test func `give anything of their type`() {
    #expect(found("Zone", "zone", ["| inland | goods |", "| abroad | 6 |"], gives: "money") == [])
    #expect(found("Zone", "zone", ["| inland | goods |", "| abroad | 6% |"], gives: "money") == ["R0214"])
    #expect(found("Zone", "zone", ["| inland | goods |", "| abroad | x |"], gives: "money") == ["R0213"])
    #expect(found("Zone", "zone", ["| inland | 1 CNY |", "| abroad | 6 EUR |"], gives: "money") == ["R0214"])
  }

  @Test func `are called with what they ask for`() {
    let rows = ["| inland | 5% |", "| abroad | 6% |"]
    #expect(found("Zone", "tier", rows) == ["R0213"])
    #expect(found("Zone", "zone, tier", rows) == ["R0223"])
    #expect(problems(table("Zone", "zone", rows).replacing("t(zone)", with: "t")).contains("R0223: `t` asks for `x`"))
    #expect(
      problems(table("Zone", "zone", rows).replacing("t(zone) of", with: "t(zone) on 2026-01-01 of"))
        .contains("R0261: `t` is the same on every day"))
  }

  @Test func `name all their columns`() {
    let text = policy(
      """
      \(Self.facts)
      table t of days_late : whole days from 0, grade : Tier gives percent
        | days_late | gives |
        | any       | 5%    |
      item a "A" pay t(late, tier) of goods because "x"
      note n when zone = inland and heavy and share_lost > 1%
      """)
    #expect(
      problems(text) == """
        R0271: the column `grade` is missing
          > days_late | gives -- the header of the table
          - t -- declared here
          = the header names all that `t` asks for, and `gives` at the end
        """)
  }

  @Test func `are read, and read what they ask for`() {
    let text = policy(
      """
      fact goods : money from 0 "goods"
      table t of a : money from 0, b : money from 0 gives money
        | a     | b   | gives |
        | any   | any | 5     |
      table unread of a : money from 0 gives money
        | a     | gives |
        | any   | a     |
      item a_line "A" pay t(goods, goods) because "x"
      """)
    let found = problems(text)
    #expect(found.contains("R0303: `t` does not read its `a`") && found.contains("R0303: `t` does not read its `b`"))
    #expect(found.contains("R0302: a table that nobody reads: `unread`"))
    #expect(codes(text).filter { $0 == "R0303" }.count == 2)
  }

  @Test func `live in files of their own`() throws {
    let text = table("Zone", "zone", [], file: "rates.csv")
    #expect(
      problems(text) == """
        R0275: the rows of `t` could not be read
          > "rates.csv" -- no such file: `rates.csv`
          = the path starts at the folder of this policy; or write the rows here
        """)
    let whole = text + "\n# file rates.csv\nx,gives,citing\ninland,5%,\nabroad,6%,\n"
    #expect(codes(whole).filter { !$0.hasPrefix("R03") } == [])
    #expect(BookText(whole).book.tables.count == 1)
    let wrong = text + "\n# file rates.csv\nx,gives\ninland,5%\nabrod,6%\n"
    #expect(problems(wrong).contains("R0205: `abrod` is not a word of `Zone`\n  > abrod"))
  }

  @Test func `with one mistake have one problem`() {
    let text = table("Zon", "zone", ["| inland | 5% |", "| abroad | 6% |"])
    #expect(codes(text) == ["R0201"])
    #expect(found("Zone", "zone", ["| inland | 5% |", "| abroad | nowhere |"]) == ["R0201"])
    #expect(found("whole days from 0 days", "late", ["| 2.5 | 5% |", "| 1, 3.5 | 6% |"]) == ["R0274", "R0274"])
  }

  @Test func `refuse for a reason`() {
    #expect(found("Zone", "zone", ["| inland | 5% |", "| abroad | refused |"]) == ["R0273"])
    #expect(found("Zone", "zone", ["| inland | 5% |", "| abroad | refused | because \"no tariff\""]) == [])
    #expect(found("Zone", "zone", ["| inland | 5% |", "otherwise refused"]) == ["R0273"])
    #expect(found("Zone", "zone", ["| inland | 5% |", "otherwise 6%"]) == [])
  }

  // MARK: Tiers

  private func tiers(_ declaration: String, _ bands: [String], pay: String = "fee(goods)") -> [String] {
    codes(
      policy(
        """
        fact goods : money from 0 "goods"
        fact weight : kg from 0 "weight"
        tiers fee of \(declaration)
        \(bands.joined(separator: "\n"))
        item a "A" pay \(pay) because "x" at least 0 because "y"
        note n when weight > 1 kg and goods > 1 CNY
        """)
    ).filter { !$0.hasPrefix("R03") }
  }

  @Test func `multiply slices by rates`() {
    #expect(tiers("amount : money from 0", ["| up to 100 | 10% |", "| above | 5% |"]) == [])
    #expect(tiers("amount : money from 0", ["| up to 100 | 10% |", "| above | 0 |"]) == [])
    #expect(tiers("amount : money from 0", ["| up to 100 | 10% |", "| above | 0.05 |"]) == ["R0214"])
    let weight = ["| up to 10 | 2 CNY per kg |", "| above | 1 CNY per kg |"]
    #expect(tiers("w : kg from 0", weight, pay: "fee(weight)") == [])
    #expect(tiers("w : kg from 0 gives money", weight, pay: "fee(weight)") == [])
    #expect(tiers("w : kg from 0 gives percent", weight, pay: "fee(weight) of goods") == ["R0277"])
    #expect(tiers("w : kg from 0", ["| up to 10 | 2% |", "| above | 1% |"], pay: "fee(weight)") == ["R0214"])
  }

  @Test func `cut amounts`() {
    #expect(tiers("d : date", ["| up to 2026-01-01 | 10% |", "| above | 5% |"], pay: "goods") == ["R0270"])
    #expect(tiers("amount : money from 0", ["| up to 0 | 10% |", "| above | 5% |"]) == ["R0276"])
    #expect(tiers("amount : money from 0", ["| up to goods | 10% |", "| above | 5% |"]) == ["R0234"])
  }

  @Test func `in a circle are told`() {
    let text = """
      fact goods : money from 0 "goods"
      define rate is fee(goods) / 100 CNY
      tiers fee of amount : money from 0
        | up to 100 | rate |
        | above     | 5%   |
      item a "A" pay fee(goods) because "x" at least 0 because "y"
      """
    #expect(codes(policy(text)).contains("R0209"))
  }
}

@Suite struct `One mistake in what others build on` {
  @Test func `is told once of a name that a table is asked about`() {
    let text = policy(
      """
      kind Tier is basic or gold
      table t of grade : Tier gives money
        | grade | gives |
        | basic | 5     |
        | gold  | 6     |
      item a "A" pay t(tier) because "x"
      item b "B" when tier = gold pay 5 CNY because "x"
      """)
    #expect(codes(text) == ["R0201"])
  }

  @Test func `is told once where no currency is known`() {
    let text = """
      policy p
      party carrier is us
      party customer is claimant
      fact goods : money from 0 "goods"
      table t of amount : money from 0 gives money
        | amount   | gives |
        | up to 10 | 5     |
        | above 10 | 6     |
      tiers f of amount_of_all : money from 0
        | up to 10 | 5% |
        | above    | 6% |
      item a "A" pay t(goods) + f(goods) because "x"
      limit l "L" on all at most 500 because "x"
      """
    #expect(codes(text) == ["R0237"])
  }
}
