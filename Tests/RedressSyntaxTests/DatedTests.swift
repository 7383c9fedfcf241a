import RedressSyntax
import Testing

/// Bases that change on dates, calendars, and payments that are shared out or left to a person.
@Suite struct DatedTests {
  @Test(arguments: [
    (
      "define d\n from 2019-12-28 is 22 CNY citing m \"1\"\n from 2024-12-28 is 26 CNY\n dated by day\n except e: 1 when a because \"x\"\n at most 5 because \"y\"",
      "define d from 2019-12-28 is 22CNY citing m'1' from 2024-12-28 is 26CNY dated-by day [e: 1 when a because 'x'] > at-most 5 because 'y'"
    ),
    ("define d is 0 from 2024-12-28 is 26 CNY", "define d is 0 from 2024-12-28 is 26CNY"),
    (
      "define d is whole months from a to b\n from 2024-12-28 is accrued r from a to b",
      "define d is (whole months a b) from 2024-12-28 is (accrued r a b)"
    ),
    (
      "figure f \"F {a}\" : money is 5 CNY\n at most a because \"x\"",
      "figure f 'F {a}' :money is 5CNY > at-most a because 'x'"
    ),
    (
      "figure f \"F\" from 2024-01-01 is 5 from 2025-01-01 is 6 dated by d",
      "figure f 'F' from 2024-01-01 is 5 from 2025-01-01 is 6 dated-by d"
    ),
    (
      "split s is a 100% because \"x\"\n from 2024-01-01 is in proportion a 1, b 2 because \"y\"",
      "split s is a 100% because 'x' from 2024-01-01 is in-proportion a 1, b 2 because 'y'"
    ),
    (
      "deadline d is 2 business days after r in china from 2024-01-01 is 1 hour after r",
      "deadline d is (business-after 2 r in china) from 2024-01-01 is (after 1hour r)"
    ),
    ("currency of the case", "currency of the case"),
    ("calendar c", "calendar c"),
    (
      "calendar c\n weekend saturday, sunday\n holiday 2026-10-01 to 2026-10-07, 2026-12-25\n workday 2026-10-10\n holiday 2027-01-01",
      "calendar c weekend saturday,sunday holiday 2026-10-01..2026-10-07,2026-12-25 workday 2026-10-10 holiday 2027-01-01"
    ),
    (
      "item i \"I\" for each l in a.ls where l.a largest first by l.v * 2 share t in proportion to l.w by credit discretion 0 to 5 CNY because \"x\" except e: share t in proportion to 1 when f because \"y\"",
      "item i 'I' each l:a.ls where l.a largest-first (* l.v 2) is share t to l.w by credit discretion 0..5CNY because 'x' [e: share t to 1 when f because 'y']"
    ),
    (
      "item i \"I\" for each l in ls smallest first by l.v where l.a pay 5 CNY discretion a to b because \"x\" except e: pay 1 discretion 0 to 2 when f because \"y\"",
      "item i 'I' each l:ls where l.a smallest-first l.v is pay 5CNY discretion a..b because 'x' [e: pay 1 discretion 0..2 when f because 'y']"
    ),
    (
      "note n \"N\" zh \"备注\" zh_Hant \"備註\" when a because \"x\" en \"y\"",
      "note n 'N' zh'备注' zh_Hant'備註' when a because 'x' en'y'"
    ),
    ("kind K is a \"A\" zh \"甲\" or zh \"Z\"", "kind K a 'A' zh'甲' | zh 'Z'"),
  ])
  func `trees`(_ text: String, _ expected: String) {
    #expect(read(text) == expected)
  }

  @Test(arguments: [
    ("define d\n from is 22 CNY\n from 2024-12-28 is 26 CNY", "R0112 `is`"),
    ("define d from 2024 is 22 CNY from 2025-01-01 is 5", "R0112 `2024`"),
    ("define d from 2024-1-1 is 22 CNY from 2025-01-01 is 5", "R0107 `2024-1-1`"),
    ("define d from 2024-01-01 22 CNY from 2025-01-01 is 5", "R0112 `22`"),
    ("define d is 1 because \"x\" is 2", "R0125 `is`"),
    ("define d dated by x is 1 from 2024-01-01 is 2", "R0126 `dated by`"),
    ("define d is 1 dated by x", "R0126 `dated by`"),
    ("define d is 1 except e: 2 when a because \"x\" from 2024-01-01 is 3", "R0126 `from`"),
    ("split s from 2024-01-01 is a 100% from 2025-01-01 is b 100% because \"x\"", "R0115 `is a 100%`"),
    ("figure f is 5", "R0112 `is`"), ("figure f \"F\"", "R0127 `f`"), ("figure \"F\" is 5", "R0112 `\"F\"`"),
    ("currency of case", "R0112 `of case`"), ("currency the case", "R0112 `the case`"),
    ("calendar c weekned saturday", "R0111 `weekned`"), ("calendar c weekend saturday and sunday", "R0112 `and`"),
    ("calendar c holiday tomorrow\n workday 2026-10-10", "R0112 `tomorrow`"),
    ("calendar c holiday 2026-10-01 - 2026-10-07", "R0112 `-`"),
    ("item i \"I\" share t because \"x\"", "R0112 `because`"),
    ("item i \"I\" share t in proportion to w", "R0115 `share t in proportion to w`"),
    ("item i \"I\" pay 5 discretion up to 5 CNY because \"x\"", "R0112 `up to`"),
    ("item i \"I\" pay 5 discretion 2-5 because \"x\"", "R0108 `2-5`"),
    ("item i \"I\" pay 5 discretion 5 CNY because \"x\"", "R0112 `because`"),
    ("item i \"I\" give apology discretion 0 to 5 CNY because \"x\"", "R0126 `discretion`"),
    ("item i \"I\" discretion 0 to 5 CNY because \"x\"", "R0126 `discretion`"),
    ("item i \"I\" pay 5 because \"x\" discretion 0 to 5 CNY", "R0126 `discretion`"),
    ("item i \"I\" pay 5 because \"x\" except e: 4 discretion 0 to 5 when a because \"y\"", "R0126 `discretion`"),
    ("item i \"I\" pay 5 because \"x\" only the largest because \"y\"", "R0126 `only the largest`"),
    ("item i \"I\" pay 5 because \"x\" except e: nohting when a because \"y\"", "R0111 `nohting`"),
    (
      "item i \"I\" pay 5 because \"x\" at most 4 because \"y\" except e: wiaved when a because \"z\"", "R0111 `wiaved`"
    ),
    ("item i \"I\" for each l in ls largest first l.v pay 5 because \"x\"", "R0112 `l`"),
    ("define d is count l in ls smallest first by l.v", "R0126 `smallest first`"),
  ])
  func `mistakes are seen once and at their place`(_ text: String, _ expected: String) {
    #expect(findings("policy p\n" + text).joined(separator: "; ") == expected)
  }

  @Test func `a word like waived that may be a name is a name`() {
    #expect(
      read("define d is 1 at most 4 because \"x\" except e: waiver when a because \"y\"")
        == "define d is 1 > at-most 4 because 'x' [e: waiver when a because 'y']")
  }
}
