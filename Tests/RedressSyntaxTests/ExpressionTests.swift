import RedressDiagnostics
import RedressSyntax
import Testing

@Suite struct ExpressionTests {
  @Test(arguments: [
    ("a + b * c", "(+ a (* b c))"), ("a - b - c", "(- (- a b) c)"), ("a / b * c", "(* (/ a b) c)"),
    ("a + 20% of b", "(+ a (of 20% b))"), ("20% of 10% of a", "(of 20% (of 10% a))"),
    ("(20% of a) + b", "(+ [(of 20% a)] b)"),
    ("20% of a * 2 + b", "(+ (* (of 20% a) 2) b)"), ("-a of b", "(of (- a) b)"), ("- -a", "(- (- a))"),
    ("70% reduced by 10% + 5%", "(reduced by 70% (+ 10% 5%))"),
    ("a reduced by 10% increased by 5%", "(increased by (reduced by a 10%) 5%)"),
    ("a * 2 rounded up to 0.01 CNY", "(rounded up (* a 2) 0.01CNY)"),
    ("a rounded to 1 CNY = b", "(= (rounded a 1CNY) b)"),
    ("a rounded half even to 1 CNY", "(rounded halfEven a 1CNY)"), ("a + b >= c", "(>= (+ a b) c)"),
    ("not a = b", "(not (= a b))"),
    ("not not a and b", "(and (not (not a)) b)"), ("(a and b) or c", "(or [(and a b)] c)"),
    ("a or b or c", "(or (or a b) c)"),
    ("a = any of (b, c) and d", "(and (any-of a b c) d)"), ("a = none of (b)", "(none-of a b)"), ("a != b", "(!= a b)"),
    ("lot.cost.value", "lot.cost.value"), ("f(a, b + 1).c", "(call f a (+ b 1)).c"), ("it", "it"),
    ("2 * otherwise", "(* 2 otherwise)"),
    ("8.33 XDR per kg * w", "(* 8.33XDR/kg w)"), ("5 CNY per 100 kg", "5CNY/100kg"), ("0.5% per day", "0.5%/day"),
    ("w / (5 CNY per kg)", "(/ w [5CNY/kg])"),
    ("7 days after a", "(after 7days a)"), ("2 months before a - 3 days", "(before 2months (- a 3days))"),
    ("(a * 1 day) after b", "(after [(* a 1day)] b)"),
    ("a > 7 days after b", "(> a (after 7days b))"), ("f(a) after b", "(after (call f a) b)"),
    ("whole months from a to b + c", "(whole months a (+ b c))"), ("started years from a to b", "(started years a b)"),
    ("weekday of a", "(weekday a)"), ("date of a.b", "(date a.b)"), ("share of carrier in s", "(share carrier s)"),
    ("assessed of repair + claimed of loss", "(+ (assessed repair) (claimed loss))"), ("payable of x", "(payable x)"),
    ("total of goodwill", "(total-of goodwill)"), ("total to shipper", "(total-to shipper)"),
    ("total_cash", "total_cash"),
    ("3 business days after a", "(business-after 3 a)"),
    ("2 business days before a + 1 day in china", "(business-before 2 (+ a 1day) in china)"),
    ("(n + 1) business days after a.b in c > d", "(> (business-after [(+ n 1)] a.b in c) d)"),
    ("business days from a to b", "(business a b)"),
    ("business days from a to b in c + 1 day", "(+ (business a b in c) 1day)"),
    ("accrued r from a to b", "(accrued r a b)"),
    ("x * accrued r from a to b over 360", "(* x (accrued r a b over 360))"),
    ("r on 2024-12-28", "(on r date:2024-12-28)"), ("f(a, b) on d.e + 1", "(+ (on (call f a b) d.e) 1)"),
    ("position of lot > 3", "(> (position lot) 3)"), ("over + weekend", "(+ over weekend)"),
    ("\"x\" zh \"y {a}\" en \"z\"", "'x' zh'y {a}' en'z'"),
    (
      "sum of lot.value for each lot in lots where lot.a = b and c",
      "(sum lot.value lot:lots where (and (= lot.a b) c))"
    ),
    ("a + sum of l.v for each l in s.ls", "(+ a (sum l.v l:s.ls))"),
    ("(sum of l.v for each l in ls) * 2", "(* [(sum l.v l:ls)] 2)"),
    ("largest of (a, b + 1)", "(largest a (+ b 1))"), ("largest of l.v for each l in ls", "(largest l.v l:ls)"),
    ("largest of (l.v + 1) * 2 for each l in ls", "(largest (* [(+ l.v 1)] 2) l:ls)"),
    ("smallest of (a) for each l in ls", "(smallest [a] l:ls)"),
    ("count l in ls where l.a > 1", "(count l:ls where (> l.a 1))"), ("not any l in ls", "(not (any l:ls))"),
    ("any l in ls where any p in l.ps where p.x", "(any l:ls where (any p:l.ps where p.x))"),
    ("2 CNY for every 2 days of late, part in proportion", "(for-every 2CNY 2days late inProportion)"),
    ("a * 2 for every 3 kg of w - 1 kg, part counts as full", "(for-every (* a 2) 3kg (- w 1kg) countsAsFull)"),
    ("5 + (2 CNY for every 1 day of late, part ignored)", "(+ 5 [(for-every 2CNY 1day late ignored)])"),
    ("yes", "yes"), ("a = no", "(= a no)"), ("\"x\"", "'x'"), ("status = refused", "(= status refused)"),
    ("k = any of (item, limit, none)", "(any-of k item limit none)"),
    ("k = date and b", "(and (= k date) b)"), ("k = penalty", "(= k penalty)"),
  ])
  func `expressions and their trees`(_ text: String, _ expected: String) {
    #expect(expression(text) == expected)
  }

  @Test(arguments: [
    ("a and b or c", "R0118"), ("a or b and c", "R0118"), ("(a or b and c)", "R0118"), ("20% of a + b", "R0119"),
    ("a + 20% of b - c", "R0119"),
    ("2 * 20% of a + b", "R0119"), ("sum of l.v for each l in ls + 1", "R0120"),
    ("a + sum of l.v for each l in ls * 2", "R0120"),
    ("count l in ls > 2", "R0120"), ("any l in ls and b", "R0120"),
    ("largest of l.v for each l in ls rounded to 1 CNY", "R0120"),
    ("a + b for every 2 days of c, part ignored", "R0120"), ("b for every 2 days of c, part ignored + 1", "R0120"),
    ("2 * 3 days after a", "R0120"),
    ("b + 3 days after a", "R0120"), ("w / 5 CNY per kg", "R0121"), ("w / -5 CNY per kg", "R0121"),
    ("w / 5% per day of b", "R0121"),
    ("a < b < c", "R0122"), ("a = b = c", "R0122"), ("a is b", "R0117"), ("a is not b", "R0117"),
    ("a is any of (b, c)", "R0117"),
    ("a for every 2 days of b", "R0116"), ("a for every 2 days of b, c", "R0116"),
    ("a for every 2 days of b part ignored", "R0112"),
    ("a for every 2 days of b, part ignore", "R0111"), ("a for every b of c, part ignored", "R0112"),
    ("largest of (a)", "R0112"), ("largest of a", "R0112"),
    ("sum of a", "R0112"), ("any of (a, b)", "R0112"), ("a = reduced b", "R0112"), ("a = not b", "R0112"),
    ("f(a", "R0112"), ("f()", "R0112"), ("(a", "R0112"),
    ("a b", "R0112"), ("a.", "R0112"), ("a + + b", "R0112"), ("total of repair", "R0129"),
    ("3 days after b in china", "R0126"), ("3 business days", "R0112"), ("2 * 3 business days after a", "R0120"),
    ("business days from a", "R0112"), ("accrued r from a", "R0112"), ("accrued r from a to b over", "R0112"),
    ("position of", "R0112"), ("r on", "R0112"), ("(count l in ls) on a", "R0126"),
    ("a\n  kg", "R0112"), ("5\n  kg", "R0128"), ("\"x\" de \"y\"", "R0112"),
    ("sum of l.v for each l in ls largest first by l.v", "R0126"),
  ])
  func `expressions that are none, as one problem`(_ text: String, _ code: String) {
    #expect(expression(text) == "[\(code)]")
  }

  @Test func `readings of unclear expressions can be pasted`() {
    let mixed = policy("policy p note n when a and b or c and not d")
    #expect(
      mixed.problems.first?.diagnostic.helps == [
        "write `(a and b) or (c and not d)`", "write `a and (b or c) and not d`",
      ])
    let percentage = policy("policy p define x is 20% of value + freight * 2")
    #expect(
      percentage.problems.first?.diagnostic.helps == [
        "write `(20% of value) + freight * 2`", "write `20% of (value + freight * 2)`",
      ])
    let question = policy("policy p note n when lot.cause is not packing")
    #expect(question.problems.first?.diagnostic.helps == ["write `lot.cause != packing`"])
    let part = policy("policy p define x is a for every 2 days of late")
    #expect(part.problems.first?.diagnostic.helps.first == "add `, part in proportion`: 5 days count 2½ times")
  }

  @Test func `brackets and operators have their places`() {
    let text = "policy p\ndefine x is (a + b) * c"
    guard case .define(let define)? = policy(text).policy?.declarations.first,
      case .binary(.times, let sign, let left, let right) = define.ruling.base.form
    else {
      Issue.record("not a product")
      return
    }
    let bytes = Array(text.utf8)
    func piece(_ span: Span) -> String { String(decoding: bytes[Int(span.start)..<Int(span.end)], as: UTF8.self) }
    #expect([define.ruling.base.span, sign, left.span, right.span].map(piece) == ["(a + b) * c", "*", "(a + b)", "c"])
  }
}
