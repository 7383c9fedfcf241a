import RedressChecker
import RedressDiagnostics
import RedressSyntax
import RedressValues
import Testing

@Suite struct `Editions of a policy` {
  private func book(_ headers: [String]) -> String {
    headers.enumerated().map { index, header in
      """
      # file edition_\(index).redress
      policy p
        currency CNY
        \(header)
      party carrier is us
      party customer is claimant
      item a "A" pay \(index + 1) CNY because "x"
      """
    }.joined(separator: "\n")
  }

  @Test func `follow one another without a gap`() {
    let whole = [
      "in force from 2026-01-01", "in force from 2024-01-01 until 2024-12-31",
      "in force from 2025-01-01 until 2025-12-31",
    ]
    #expect(problems(book(whole)) == "")
    #expect(
      problems(book([whole[1], "in force from 2025-02-01"])) == """
        R0268: no edition of `p` is in force from 2025-01-01 to 2025-01-31
          > p -- begins only behind these days
          - p -- ends before these days
          = let this edition begin on 2025-01-01, or the earlier one end on 2025-01-31
        """)
    #expect(
      problems(book([whole[1], "in force from 2025-01-02"])).hasPrefix(
        "R0268: no edition of `p` is in force on 2025-01-01\n"))
  }

  @Test func `do not overlap`() {
    #expect(
      problems(book(["in force from 2024-01-01", "in force from 2025-01-01"])) == """
        R0267: two editions of `p` are in force on the same days
          > p -- this edition
          - p -- and this one
          = end the earlier one on the day before: `until 2024-12-31`
        """)
    let sameDays = "in force from 2024-01-01 until 2024-12-31"
    #expect(codes(book([sameDays, sameDays])) == ["R0267"])
    // One that lasts longer than those after it is not followed by a gap.
    let inside = ["in force from 2020-01-01", "in force from 2021-01-01 until 2021-12-31", "in force from 2023-01-01"]
    #expect(codes(book(inside)) == ["R0267", "R0267"])
  }

  @Test func `say when they are in force`() {
    #expect(codes(book(["", ""])) == ["R0252"])
    #expect(codes(book(["in force from 2024-01-01", ""])) == ["R0252"])
    #expect(problems(book(["", ""])).contains("say in each when it is in force"))
  }

  @Test func `are checked one by one, the earliest first`() throws {
    let text = BookText(book(["in force from 2026-01-01", "in force from 2024-01-01 until 2025-12-31"]))
    #expect(editions(of: "p", in: text.book) == [1, 0])
    #expect(editions(of: "q", in: text.book) == [])
    let first = try #require(checkPolicy(named: "p", in: text.book).policy)
    #expect(first.inForceUntil?.description == "2025-12-31")
    #expect(try #require(checkPolicy(at: 0, in: text.book).policy).inForceFrom?.description == "2026-01-01")
    #expect(checkPolicy(at: 2, in: text.book).policy == nil)
    #expect(checkPolicy(at: -1, in: text.book).policy == nil)
  }

  @Test func `of a used policy are taken by their days`() throws {
    let text = """
      policy main
        currency CNY
        in force from 2026-01-01
        use terms
      party carrier is us
      party customer is claimant
      item a "A" pay fee because "x"
      # file old_main.redress
      policy main
        currency CNY
        in force from 2025-01-01 until 2025-12-31
        use terms
      party carrier is us
      party customer is claimant
      item a "A" pay fee because "x"
      # file old_terms.redress
      policy terms
        in force from 2025-01-01 until 2025-12-31
      define fee is 1 CNY
      # file terms.redress
      policy terms
        in force from 2026-01-01
      define fee is 2 CNY
      """
    #expect(problems(text) == "")
    let book = BookText(text).book
    func fee(_ index: Int) throws -> Rational? {
      guard case .number(let number)? = checkPolicy(at: index, in: book).policy?.definitions.first?.ruling.base.form
      else { return nil }
      return number
    }
    #expect(try fee(0) == Rational(2))
    #expect(try fee(1) == Rational(1))
    #expect(
      codes(text.replacing("in force from 2026-01-01\n  use", with: "in force from 2026-01-01 until 2026-12-31\n  use"))
        == [])
    #expect(codes(text.replacing("until 2025-12-31\n  use", with: "\n  use")).contains("R0269"))
  }

  @Test func `may be in the currency of the case`() throws {
    func text(_ amount: String) -> String {
      """
      policy p
        currency of the case
      party carrier is us
      party customer is claimant
      fact loss : money from 0 "loss"
      fact rate : money per CNY above 0 "rate"
      item a "A" pay loss because "x"
      item b "B" as costs pay \(amount) because "x"
      """
    }
    #expect(problems(text("5 CNY * rate")) == "")
    let policy = try #require(checked(text("5 CNY * rate")))
    #expect(policy.currency == .ofTheCase)
    #expect(
      problems(text("5 CNY + 0 CNY * (rate / rate)")) == """
        R0214: the units do not fit
          > 5 CNY + 0 CNY * (rate / rate) -- this is CNY
          - b -- lines of this policy are in the currency of the case
          = multiply by a rate, such as a fact `cny_rate : money per CNY`
        """)
  }
}
