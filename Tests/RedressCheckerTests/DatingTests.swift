import RedressChecker
import RedressDiagnostics
import RedressSyntax
import RedressValues
import Testing

@Suite struct `Days in rules` {
  private func fee(_ branches: String, head: String = "", facts: String = "") -> String {
    policy("\(facts)\ndefine fee \(branches)\nitem handling \"Handling\" pay fee because \"fee\"", head: head)
  }

  @Test func `of branches rise`() {
    #expect(
      problems(fee("is 1 CNY from 2026-01-01 is 2 CNY from 2026-01-01 is 3 CNY")) == """
        R0260: two answers begin on 2026-01-01
          > 2026-01-01 -- and here once more
          - 2026-01-01 -- the one before begins here
          = keep one of the two, or give one of them another day
        """)
    #expect(
      problems(fee("is 1 CNY from 2026-01-01 is 2 CNY from 2025-12-31 is 3 CNY")) == """
        R0260: 2025-12-31 stands behind 2026-01-01
          > 2025-12-31 -- an earlier day
          - 2026-01-01 -- the one before begins here
          = write them by their days, the earliest first
        """)
  }

  @Test func `exist`() {
    #expect(codes(fee("is 1 CNY from 2026-02-30 is 2 CNY from 2026-03-01 is 3 CNY")) == ["R0226"])
    #expect(codes(fee("from 2025-02-29 is 2 CNY", head: "in force from 2025-03-01")) == ["R0226"])
  }

  @Test func `that begin an answer leave nothing unknown`() {
    let branches = "from 2025-07-01 is 1 CNY from 2026-01-01 is 2 CNY"
    #expect(
      problems(fee(branches)) == """
        R0340: no value of `fee` is known before 2025-07-01
          > 2025-07-01 -- the first day
          = say what held before, `is …` without a day, or that the policy begins then: `in force from 2025-07-01`
        """)
    #expect(codes(fee(branches, head: "in force from 2025-06-30")) == ["R0340"])
    #expect(codes(fee(branches, head: "in force from 2025-07-01")) == [])
    #expect(codes(fee("is 3 CNY " + branches)) == [])
  }

  @Test func `that branches are dated by may be bounded`() {
    let branches = "from 2025-07-01 is 1 CNY from 2026-01-01 is 2 CNY dated by signed"
    let bounded = "fact signed : date from 2025-07-01 \"signed on\""
    #expect(codes(fee(branches, facts: bounded)) == [])
    #expect(codes(fee(branches, facts: "fact signed : time from 2025-07-01 00:00 \"signed at\"")) == [])
    // That the policy begins later says nothing of the day the contract was signed on.
    let free = "fact signed : date \"signed on\""
    #expect(codes(fee(branches, head: "in force from 2026-01-01", facts: free)) == ["R0340"])
    #expect(problems(fee(branches, facts: free)).contains("`signed : date from 2025-07-01`"))
    #expect(codes(fee(branches, head: "dated by signed in force from 2026-01-01", facts: free)) == [])
  }

  @Test func `that branches are dated by are days`() {
    let branches = "is 1 CNY from 2026-01-01 is 2 CNY dated by late"
    #expect(codes(fee(branches, facts: "fact late : days from 0 days \"late\"")) == ["R0213"])
    #expect(codes(fee("is 1 CNY from 2026-01-01 is 2 CNY dated by nowhere")) == ["R0201"])
    let defined = "fact seen : date \"seen\"\ndefine start is 7 days before seen"
    #expect(codes(fee("is 1 CNY from 2026-01-01 is 2 CNY dated by start", facts: defined)) == [])
  }

  @Test func `of branches keep one type`() {
    #expect(codes(fee("is 1 CNY from 2026-01-01 is 2 EUR from 2026-02-01 is 3")) == ["R0214", "R0214"])
    // The literal 0 waits for the first answer that says what is counted.
    #expect(codes(fee("is 0 from 2026-01-01 is 2 CNY")) == [])
  }

  @Test func `may be asked for where an answer has some`() {
    let facts = "fact seen : date \"seen\""
    let dated = "define fee is 1 CNY from 2026-01-01 is 2 CNY"
    func asking(_ amount: String) -> [String] {
      codes(policy("\(facts)\n\(dated)\nitem a \"A\" pay \(amount) because \"x\""))
    }
    #expect(asking("fee on seen") == [])
    #expect(asking("fee on 2026-05-01 + fee on seen") == [])
    #expect(asking("fee on 3 CNY + 0 CNY * ((seen - seen) / 1 day)") == ["R0213"])
  }

  @Test func `of circles are followed`() {
    let text = """
      define a is 1 CNY from 2026-01-01 is b
      define b is a
      item x "X" pay a because "x"
      """
    #expect(codes(policy(text)) == ["R0209"])
  }

  @Test func `of business make sense`() {
    func calendar(_ clauses: String) -> String {
      policy(
        """
        calendar c \(clauses)
        fact seen : date "seen"
        item a "A" pay 5 CNY because "x"
        deadline d "D" is 2 business days after seen in c
        """)
    }
    #expect(codes(calendar("weekend friday, saturday holiday 2026-03-20 to 2026-03-22")) == [])
    #expect(codes(calendar("weekend saturday, saturday")) == ["R0202"])
    #expect(
      problems(calendar("weekend satturday")) == """
        R0205: `satturday` is not a day of the week
          > satturday -- did you mean `saturday`?
          = it can be `monday`, `tuesday`, `wednesday`, `thursday`, `friday`, `saturday` or `sunday`
        """)
    #expect(
      problems(calendar("holiday 2026-10-01 to 2026-10-07 workday 2026-10-06 to 2026-10-10")) == """
        R0265: 2026-10-06 is both a holiday and a workday
          > 2026-10-06 to 2026-10-10 -- worked here
          - 2026-10-01 to 2026-10-07 -- a holiday here
          = take the day out of one of the two; a workday is for weekends that are worked
        """)
    #expect(
      problems(calendar("holiday 2026-10-07 to 2026-10-01")) == """
        R0264: these days end before they begin
          > 2026-10-07 to 2026-10-01 -- from 2026-10-07 to 2026-10-01
          = write the earlier day first: `2026-10-01 to 2026-10-07`; both belong to it
        """)
    #expect(codes(calendar("holiday 2026-02-30")) == ["R0226"])
  }

  @Test func `of business are counted in a calendar that exists and is used`() {
    let rest = "fact seen : date \"seen\"\nitem a \"A\" pay 5 CNY because \"x\"\n"
    #expect(
      problems(policy(rest + "calendar china holiday 2026-10-01\ndeadline d \"D\" is 2 business days after seen"))
        == """
        R0302: a calendar that nobody reads: `china`
          > china -- nothing depends on it
          = use it, or delete it
        """)
    #expect(
      problems(
        policy(rest + "calendar china holiday 2026-10-01\ndeadline d \"D\" is 2 business days after seen in chnia")
      )
      .contains("did you mean `china`?"))
    #expect(codes(policy(rest + "deadline d \"D\" is 1.5 business days after seen")) == ["R0221"])
    #expect(codes(policy(rest + "deadline d \"D\" is 2 business days after seen in a")) == ["R0204"])
  }

  @Test func `bear interest at a yearly rate`() {
    func interest(_ rate: String) -> String {
      policy(
        """
        fact due : date "due"
        fact paid : date "paid"
        \(rate)
        item a "A" pay (accrued rate from due to paid over 360) of 100 CNY because "x" at least 0 because "y"
        """)
    }
    #expect(codes(interest("define rate is 6%")) == [])
    #expect(codes(interest("define rate is 6% per year from 2026-01-01 is 5% per year")) == [])
    #expect(codes(interest("define rate is 0.1% per day")) == ["R0263"])
    #expect(codes(interest("fact rate : percent from 0% \"rate\"")) == ["R0204"])
    #expect(codes(interest("define rate(amount : money from 0) is amount / 100 CNY * 6%")) == ["R0263"])
  }
}
