import RedressDiagnostics
import RedressSyntax
import Testing

/// Mistakes that people make often: each is seen once, at its place, and costs nothing of what stands around it.
@Suite struct MendedTests {
  @Test(arguments: [
    // Header clauses stand once.
    ("in force from 2026-01-01\nin force from 2026-05-01", "R0125 `in`"),
    ("currency CNY\ncurrency USD", "R0125 `currency`"),
    ("dated by a\ndated by b", "R0125 `dated`"), ("rounding up\nrounding down", "R0125 `rounding`"),
    ("use a\nuse b", ""),
    // What is forgotten does not take the next word with it.
    ("currency\ndated by d", "R0112 `currency`"), ("dated by\nrounding up", "R0112 `by`"),
    ("choice c for d option a option b prefer because \"x\"", "R0112 `because`"),
    ("require a because \"x\" citing \"8.1\"", "R0112 `\"8.1\"`"), ("kind K a or b", "R0112 `a`"),
    ("item i \"I\" for each l ls pay l.v because \"x\"", "R0112 `ls`"), ("fact l : list of \"x\"", "R0112 `\"x\"`"),
    // Exceptions.
    ("item i \"I\" pay a because \"x\" except e pay b by cash when c because \"y\"", "R0123 `except`"),
    (
      "item i \"I\" pay a because \"x\" at most b because \"y\" except e: pay c by cash when d because \"z\"",
      "R0130 `pay`"
    ),
    ("item i \"I\" pay a by cash unless b because \"x\"", "R0111 `unless`"),
    // The order of clauses.
    ("item i \"I\"\n pay a\n when b\n because \"x\"", "R0126 `when`"),
    ("item i \"I\"\n because \"x\"\n pay a", "R0126 `because`"), ("item i \"I\"\n because \"x\"", "R0127 `i`"),
    ("item i \"I\" pay a plus b because \"x\"", "R0115 `pay a`"),
    // Declarations whose word is left out or misspelt.
    ("kind K is a or b\nsold : yes or no \"s\" default no", "R0111 `sold`"),
    ("fact a : money\nloss \"Loss\"\n  pay a because \"x\"", "R0111 `loss`"),
    ("kind K is a or b\nrceord Lot \"x\"\n  value : money", "R0111 `rceord`"),
    ("kind K is\na \"A\" or\nb \"B\"", ""), ("dtaed by d", "R0111 `dtaed`"),
    ("in froce from 2026-01-01", "R0111 `froce`"),
    ("rqeuire a because \"x\"", "R0111 `rqeuire`"), ("fact a : money aobve 0", "R0111 `aobve`"),
    // Words that are no units.
    ("item i \"I\"\n when a > 0\n pya b\n because \"x\"", "R0111 `pya`"),
    ("note n when a > 0 adn b = c", "R0111 `adn`"),
    // Money as others write it.
    ("define a is 50,5 CNY", "R0105 `50,5`"), ("define a is $50", "R0102 `$`"), ("define a is 50 €", "R0102 `€`"),
    ("define a is CNY 50", "R0106 `CNY 50`"), ("define a is 1 000 CNY", "R0106 `1 000`"),
    ("define a is 1e999 CNY", "R0106 `1e999`"), ("define a is ５０ CNY", "R0102 `５０`"),
    // Quotation marks.
    ("note n \"a b \"c\" d\n when e", "R0103 `\"a b \"c\" d`"),
    ("note n \"a, contract \"8.1\"\n when b", "R0103 `\"a, contract \"8.1\"`"),
    ("item i Repair\"\n pay a because \"x\"", "R0103 `\"`"),
    // Other words and signs for what the language has.
    ("item i \"I\" pay a because \"x\"\n maximum b because \"y\"", "R0111 `maximum`"),
    ("item i \"I\" pay a because \"x\"\n not more than b because \"y\"", "R0111 `not more than`"),
    ("item i \"I\"\n if a\n pay b because \"x\"", "R0111 `if`"), ("note n when a // b", "R0102 `//`"),
    ("-- b\nnote n when a", "R0102 `--`"), ("define a is 5 - -3", ""),
    ("define a is 2% of b for each hour of c, part ignored", "R0112 `each hour`"),
    ("define a is 2% of b for every hour of c, part ignored", "R0112 `every hour`"),
    ("define a is 20% b", "R0112 `20%`"),
    ("split s is a 70% and b 30% because \"x\"", "R0112 `and`"),
    ("split s is a 70% b 30% because \"x\"", "R0112 `70%`"),
    ("note n when a is greater than 0", "R0117 `is`"), ("note n when a in (b, c)", "R0112 `in`"),
  ])
  func `one mistake, one diagnostic`(_ text: String, _ expected: String) {
    #expect(findings("policy p\n" + text).joined(separator: "; ") == expected)
  }

  @Test func `a second header clause is not handed on`() {
    #expect(policy("policy p\ncurrency CNY\ncurrency USD\n").policy.map { dump($0) } == "policy p\ncurrency CNY")
  }

  @Test(arguments: [
    ("case c policy p currency CNY currency USD", "R0125"),
    ("case c policy p dated 2026-01-01 dated 2026-01-02", "R0125"),
    ("case c policy p given\n a 1 000 CNY", "R0106"), ("case c policy p given\n a CNY 50", "R0106"),
    ("case c policy p given\n a 50,5 CNY", "R0105"),
  ])
  func `one mistake in a case, one diagnostic`(_ text: String, _ expected: String) {
    #expect(caseCodes(text).joined(separator: " ") == expected)
  }

  @Test func `names that were not read are not handed on`() {
    let parse = policy(
      "policy p\nrequire a because \"x\" citing \"8.1\"\nitem i \"I\" for each l in pay 1 because \"x\"\n")
    guard case .require(let require)? = parse.policy?.declarations.first else {
      Issue.record("no requirement")
      return
    }
    #expect(require.reasons.citations.isEmpty)
    #expect(parse.policy?.unread.map(\.text) == ["i"])
  }

  @Test(arguments: [
    "table t of a : percent gives percent", "table t of a : percent\n | a | gives |\n | any | 5% |",
    "table t of a : days gives percent\n | a | b |\n | any | 5% |", "tiers t of a : money\n | up to 5 | 1% |",
    "limit t \"T\" on all for each in x at most 5 because \"x\"", "recover t \"T\" on a because \"x\"",
  ])
  func `what could not be read is handed on as unread`(_ text: String) {
    let parse = policy("policy p\n" + text)
    #expect(parse.problems.count == 1)
    #expect(parse.policy?.unread.map(\.text) == ["t"])
  }

  @Test func `an expression in which the place was lost is missing as a whole`() {
    let parse = policy("policy p\ndefine d is 2 business days behind received_at\n")
    guard case .define(let define)? = parse.policy?.declarations.first, case .missing = define.ruling.base.form else {
      Issue.record("half an expression was handed on")
      return
    }
  }
}
