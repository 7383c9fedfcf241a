import RedressSyntax
import Testing

/// Limits, their lifts and order, and recourse.
@Suite struct LimitTests {
  @Test(arguments: [
    (
      "limit l \"L\" on compensation, repair at most 5 CNY * w when a because \"x\" except e: waived when b because \"y\"",
      "limit l 'L' on compensation,repair > at-most (* 5CNY w) when a because 'x' [e: waived when b because 'y']"
    ),
    (
      "limit l \"L\" on all for each p in t.passengers less 5 because \"x\" times 2 because \"y\" only the largest when a because \"z\"",
      "limit l 'L' on all each p:t.passengers > less 5 because 'x' > times 2 because 'y' > only-the-largest when a because 'z'"
    ),
    (
      "lift i \"I\" on mass_limit, delay.at_most\n when a because \"x\" citing c \"29\"",
      "lift i 'I' on mass_limit,delay.at_most when a because 'x' citing c'29'"
    ),
    ("lift i \"I\" on a when b", "lift i 'I' on a when b"),
    ("apply a then b then c because \"x\"", "apply a > b > c because 'x'"),
    (
      "recover r \"R\" on repair, costs from packer 30% of x when a because \"x\" except e: 5% when b because \"y\" at most 5 CNY because \"z\"",
      "recover r 'R' on repair,costs from packer when a is (of 30% x) because 'x' [e: 5% when b because 'y'] > at-most 5CNY because 'z'"
    ),
    ("recover r \"R\" on all\n from p 100%\n because \"x\"", "recover r 'R' on all from p is 100% because 'x'"),
    (
      "authority of total_cash\n | agent \"the adjuster\" zh \"甲\" | up to 500 CNY | because \"x\"\n | item | any |",
      "authority of total_cash (agent 'the adjuster' zh'甲' | [..500CNY] because 'x') (item | any)"
    ),
  ])
  func `trees`(_ text: String, _ expected: String) {
    #expect(read(text) == expected)
  }

  @Test(arguments: [
    ("limit l \"L\" at most 5 because \"x\"", "R0127 `l`"), ("limit l \"L\" on all", "R0127 `l`"),
    ("limit l \"L\" on all at most 5", "R0115 `at most 5`"), ("limit l on all at most 5 because \"x\"", "R0112 `on`"),
    ("limit l \"L\" on all borne by s", "R0126 `borne by`"),
    ("limit l \"L\" on all for each p in ps where p.a at most 5 because \"x\"", "R0126 `where`"),
    ("limit l \"L\" on all only largest because \"x\"", "R0112 `largest`"),
    ("limit l \"L\" on all except e: waived when a because \"x\" at most 5 because \"y\"", "R0126 `except`"),
    ("limit l \"L\" on all at most 5 because \"x\" except e: wiaved when a because \"y\"", "R0111 `wiaved`"),
    ("limit l \"L\" on all when a at most 5 because \"x\"", "R0126 `when`"),
    ("lift l \"L\" when a because \"x\"", "R0127 `l`"), ("lift l \"L\" on a because \"x\"", "R0127 `l`"),
    ("lift l \"L\" on a, b. when c because \"x\"", "R0112 `c`"),
    ("lift l \"L\" on a when b because \"x\" except e: 5 when c because \"y\"", "R0126 `except`"),
    ("apply a because \"x\"", "R0127 `a`"), ("apply a b because \"x\"", "R0112 `b`"),
    ("apply a, b because \"x\"", "R0112 `,`"), ("apply a and b because \"x\"", "R0112 `and`"),
    ("apply a thne b because \"x\"", "R0111 `thne`"), ("apply a then b", "R0115 `apply a then b`"),
    ("recover r \"R\" on a because \"x\"", "R0127 `r`"), ("recover r \"R\" from p 30% because \"x\"", "R0127 `r`"),
    ("recover r \"R\" on a from p because \"x\"", "R0112 `because`"),
    ("recover r \"R\" on a from p 30%", "R0115 `from p 30%`"),
    ("recover r \"R\" on a from 30% because \"x\"", "R0112 `30%`"),
    ("recover r \"R\" on a from p 30% because \"x\" borne by s", "R0126 `borne by`"),
    ("authority of a", "R0127 `authority`"), ("authority a\n | b | any |", "R0112 `a`"),
    ("authority of a\n | b | any | c |", "R0131 `| b | any | c |`"),
    ("authority of a\n | b |  |\n | c | any |", "R0133 `|`"),
    ("authority of a\n | b | 2-5 |\n | c | any |", "R0108 `2-5`"),
    ("authority of a\n | b | any |\n because \"x\"", "R0126 `because`"),
  ])
  func `mistakes are seen once and at their place`(_ text: String, _ expected: String) {
    #expect(findings("policy p\n" + text).joined(separator: "; ") == expected)
  }

  @Test func `an order of limits that could not be read does not hide its limits`() {
    #expect(policy("policy p\napply a because \"x\"").policy?.unread.isEmpty == true)
  }
}
