import RedressDiagnostics
import RedressSyntax
import Testing

@Suite struct TableTests {
  @Test(arguments: [
    (
      """
      table t "T" of late : whole days, tier : Tier from basic to gold gives percent
        | late            | tier          | gives   |
        | 0 to 2          | any           | 0%      |
        | 3 to 5          | gold          | 5%      | because "x"
        | above 5         | silver, item  | a * 20% | citing c "9.3", d "1"
        | from 7 days     | basic to gold | refused |
      """,
      "table t 'T' of late:whole <days>, tier:Tier [basic..gold] gives percent <late tier gives> ([0..2] | any | 0%) ([3..5] | gold | 5% because 'x') ((5..] | silver,item | (* a 20%) citing c'9.3' citing d'1') ([7days..] | [basic..gold] | refused!)"
    ),
    (
      """
      table t of a : number gives money
        | a | gives |
        | up to -5 | 1 CNY |
        | under 2 * 3 | 1 |
        | from 2 under 3 | 1 |
        | from 3 to under 4 | 1 |
        | above 4 to 5 | 1 |
        | 6, 7,8 | 1 |
        | 2026-01-01 to 2026-02-01 | 1 |
        | yes | otherwise + 1 |
        otherwise refused because "x"
      """,
      "table t of a:number gives money <a gives> ([..(- 5)] | 1CNY) ([..(* 2 3)) | 1) ([2..3) | 1) ([3..4) | 1) ((4..5] | 1) (6,7,8 | 1) ([date:2026-01-01..date:2026-02-01] | 1) (yes | (+ otherwise 1)) otherwise refused! because 'x'"
    ),
    (
      """
      table t of a : K gives K
        from 2024-01-01
        | a    | gives |
        | from | when  |
        from 2025-01-01 | gives |
        | x |
        otherwise 5 * a
      """,
      "table t of a:K gives K from 2024-01-01 <a gives> (from | when) from 2025-01-01 <gives> (x) otherwise (* 5 a)"
    ),
    (
      "table t of a : days gives percent in \"zones.csv\" otherwise 5% citing c \"1\"",
      "table t of a:days gives percent in 'zones.csv' otherwise 5% citing c'1'"
    ),
    ("table t of a : days gives percent | a | gives |\n | any | 5%\n", "R0112"),
    (
      """
      tiers c "C" of amount : money gives money
        | up to 10_000     | 10% |
        | up to 100 * 1000 |  5% | because "x"
        | above            |  r  | citing c "1"
      tiers d of amount : money | above | 1% |
      """,
      "tiers c 'C' of amount:money gives money (10_000 | 10%) ((* 100 1000) | 5% because 'x') (above | r citing c'1')\ntiers d of amount:money (above | 1%)"
    ),
  ])
  func `trees`(_ text: String, _ expected: String) {
    #expect(read(text).hasPrefix(expected))
    #expect(!expected.hasPrefix("table") && !expected.hasPrefix("tiers") || read(text) == expected)
  }

  /// A table of two parameters with these rows, and what follows it.
  private func withRows(_ rows: String) -> String {
    "policy p\ntable t of a : days, b : K gives percent\n | a | b | gives |\n\(rows)\nfact claimed : money"
  }

  @Test(arguments: [
    ("| 2-5 | any | 5% |", "R0108 `2-5`"), ("| 2 days - 5 days | any | 5% |", "R0108 `2 days - 5 days`"),
    ("| 2 - 5 | 3-4 | 5% |", "R0108 `2 - 5`"), ("| 2–5 | any | 5% |", "R0102 `–`"),
    ("| any | 5% |", "R0131 `| any | 5% |`"), ("| any | x | 5% | 6% |", "R0131 `| any | x | 5% | 6% |`"),
    ("| any  x | 5% |", "R0131 `| any  x | 5% |`"), ("| any | x | 5%", "R0112 `5%`"),
    ("any | x | 5% |", "R0112 `any`"), ("| any | x | 5% | foo", "R0131 `| any | x | 5% |`"),
    ("| any | x | 5% | becuase \"x\"", "R0131 `| any | x | 5% |`"),
    ("| any | x | | because \"x\"", "R0133 `|`"), ("|  | x | 5% |", "R0133 `|`"),
    ("| - | x | 5% |", "R0112 `-`"), ("| * | x | 5% |", "R0112 `*`"), ("| > 5 | x | 5% |", "R0112 `> 5`"),
    ("| \"x\" | x | 5% |", "R0112 `\"x\"`"), ("| up 5 | x | 5% |", "R0112 `up`"),
    ("| 1 to | x | 5% |", "R0112 `|`"), ("| 1 | x | (5% |", "R0112 `|`"),
    ("|---|---|---|\n| any | x | 5% |", "R0133 `|---|---|---|`"),
    ("| --- | :-: | --- |\n| any | x | 5% |", "R0133 `| --- | :-: | --- |`"),
    ("| any | x | 5% +\n 3% |", "R0133 `| any | x |`"),
    ("| any | x | 5% | because\n \"x\"", "R0133 `| any | x | 5% |`"),
    ("| any | x | 5% |\n because \"x\"", "R0126 `because`"),
    ("| any | x | 5% |\n ohterwise 5%", "R0111 `ohterwise`"),
    ("| any | x | 5% |\n otherwise", "R0112 `otherwise`"),
    ("| any | x | 5% |\n otherwise 5%\n otherwise 6%", "R0125 `otherwise`"),
    ("| any | x | 5% |\n otherwise 5%\n | 1 | x | 5% |", "R0133 `|`"),
    ("| any | x | 5% |\n from 2024-01-01\n | a | b | gives |\n | any | x | 5% |", "R0133 `from`"),
    ("| any | x | 5% |\n | any | y | 300,000% |\n | 1 | x | 5% |", "R0105 `300,000`"),
  ])
  func `a broken row costs one diagnostic, and what follows is read`(_ rows: String, _ expected: String) {
    #expect(findings(withRows(rows)).joined(separator: "; ") == expected + "; R0113 `claimed`")
  }

  @Test func `each broken row is reported`() {
    #expect(
      codes(withRows("| 2-5 | any | 5% |\n | any | 5% |\n | any | x | 5% |\n | any | | 5% |")) == [
        "R0108", "R0131", "R0133", "R0113",
      ])
  }

  @Test func `a broken row stands in the tree with what is missing`() {
    guard case .table(let table)? = policy(withRows(" | 5% |\n | any | x | 5% |")).policy?.declarations.first else {
      Issue.record("no table")
      return
    }
    #expect(dump(table).hasSuffix("<a b gives> (? | ? | ?) (any | x | 5%)"))
  }

  @Test(arguments: [
    ("table t of a : days gives percent\n | a | b |\n | any | x |", "R0127 `| a | b |`"),
    ("table t of a : days gives percent\n | a | givs |\n | any | x |", "R0111 `givs`"),
    ("table t of a : days gives percent\n | gives | a |\n | any | x |", "R0133 `gives`"),
    ("table t of a : days gives percent\n | a (days) | gives |\n | any | 5% |", "R0112 `(`"),
    ("table t gives percent\n | a | gives |\n | any | 5% |", "R0127 `t`"),
    ("table t of a : days\n | a | gives |\n | any | 5% |", "R0127 `t`"),
    ("table t of a : days givse percent\n | a | gives |\n | any | 5% |", "R0111 `givse`"),
    ("table t of a gives percent\n | a | gives |\n | any | 5% |", "R0112 `gives`"),
    ("table t of a : days gives percent", "R0127 `t`"), ("table t of a : days gives percent otherwise 5%", "R0127 `t`"),
    ("table t of a : days gives percent from\n | a | gives |\n | any | 5% |", "R0112 `from`"),
    ("table t of a : days gives percent from 2024-01-01", "R0112 `2024-01-01`"),
    ("table t of a : days gives percent in zones.csv", "R0112 `zones`"),
    ("table t of a : days gives percent in \"z.csv\"\n | a | gives |\n | any | 5% |", "R0133 `|`"),
    ("tiers t of a : money\n | up to 5 | 10% |", "R0127 `| up to 5 | 10% |`"),
    ("tiers t of a : money\n | above | 10% |\n | up to 5 | 10% |", "R0133 `| above | 10% |`"),
    ("tiers t of a : money\n | up to 5 | 10% |\n | above 5 | 1% |", "R0133 `above 5`"),
    ("tiers t of a : money\n | 0 to 5 | 10% |\n | above | 1% |", "R0133 `0 to 5`"),
    ("tiers t of a : money\n | 0-5 | 10% |\n | above | 1% |", "R0108 `0-5`"),
    ("tiers t of a : money\n | under 5 | 10% |\n | above | 1% |", "R0112 `under`"),
    ("tiers t of a : money, b : money\n | above | 1% |", "R0133 `b`"), ("tiers t of a : money", "R0127 `t`"),
    ("tiers t of a : money\n | up to 5 CNY per | 1% |\n | above | 1% |", "R0112 `|`"),
  ])
  func `mistakes are seen once and at their place`(_ text: String, _ expected: String) {
    #expect(
      findings("policy p\n" + text + "\nfact claimed : money").joined(separator: "; ") == expected + "; R0113 `claimed`"
    )
  }

  @Test func `the messages can be pasted`() {
    func help(_ text: String) -> [String]? { policy("policy p\n" + text).problems.first?.diagnostic.helps }
    #expect(
      help("table t of a : days gives percent\n | a | gives |\n | 2-5 | 5% |") == [
        "write `2 to 5`: both ends belong to it", "or `from 2 to under 5`: 5 does not",
      ])
    #expect(
      help("table t of a : days gives percent\n | a |\n | any |") == ["the last column is `gives`: `| a | gives |`"])
    #expect(help("tiers t of a : money\n | 0 to 5 CNY | 10% |\n | above | 1% |") == ["write `up to 5 CNY`"])
    let length = policy("policy p\ntable t of a : days gives percent\n | a | gives |\n | 5% |").problems.first?
      .diagnostic
    #expect(length?.message == "this row has 1 cell, and the table has 2 columns")
  }
}
