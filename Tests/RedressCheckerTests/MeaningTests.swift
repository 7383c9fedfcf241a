import RedressChecker
import RedressValues
import Testing

/// What checked expressions say, where the text says it in another way.
@Suite struct `Checked expressions` {
  private func base(_ declarations: String, of name: String = "x") -> CheckedExpression? {
    checked(policy(declarations))?.definitions.first { $0.name == name }?.ruling.base
  }

  private static let reader = "item a \"A\" when x pay 5 CNY because \"x\"\n"

  @Test func `hold amounts in base units and show them in the left operand's`() throws {
    let sum = try #require(
      base("fact d : hours from 0 \"d\"\ndefine s is 2 days + d\ndefine x is s > 90 hours\n" + Self.reader, of: "s"))
    #expect(sum.type == .quantity(try #require(Unit.known("days"))))
    guard case .add(let left, _) = sum.form, case .number(let two) = left.form else {
      Issue.record("not a sum")
      return
    }
    #expect(two == Rational(2_880))
  }

  @Test func `give the literal 0 the unit of the other side`() throws {
    let comparison = try #require(base("fact d : kg from 0 \"d\"\ndefine x is d > 0\n" + Self.reader))
    guard case .compare(.greater, _, let zero) = comparison.form else {
      Issue.record("not a comparison")
      return
    }
    #expect(zero.type == .quantity(try #require(Unit.known("kg"))))
  }

  @Test func `give a base of 0 the unit of its exceptions`() throws {
    let text = policy(
      """
      fact small : yes or no "small"
      define x is 0 except y: 5 CNY when small because "x"
      item a "A" pay x because "x"
      """)
    let definition = try #require(checked(text)?.definitions.first)
    #expect(definition.type == .quantity(try #require(Unit.known("CNY"))))
  }

  @Test func `know words of a kind where the kind is expected`() throws {
    let text = policy(
      """
      kind Way is cash < credit < voucher
      fact cash : Way up to credit "a fact that is called like a word" default credit
      define way(given_way : Way) : Way is given_way except w: cash when cash = cash because "x"
      item a "A" pay 5 CNY by chosen because "x"
      define chosen is way(credit)
      """)
    let policy = try #require(checked(text), "\(problems(text))")
    #expect(policy.facts[0].bounds?.upper == Rational(1))
    let way = try #require(policy.definitions.first { $0.name == "way" })
    guard case .compare(.equal, let left, let right) = way.ruling.exceptions[0].condition.form else {
      Issue.record("not a comparison")
      return
    }
    guard case .fact(0) = left.form, case .ordinal(0) = right.form else {
      Issue.record("\(left.form) = \(right.form)")
      return
    }
    guard case .pay(_, by: .decided(_, let remedies)?, _) = policy.items[0].ruling.base else {
      Issue.record("no remedy")
      return
    }
    #expect(remedies == [.cash, .credit, .voucher])
  }

  @Test func `take units through products`() throws {
    let text = policy(
      """
      fact weight : kg from 0 "weight"
      fact rate : CNY per XDR from 0 "rate"
      fact late : days from 0 "late"
      item a "A" pay 8.33 XDR per kg * weight * rate because "x"
      item b "B" pay 0.5% per day * late * 100 CNY because "x"
      item c "C" pay (12 CNY per 100 kg) * weight because "x"
      item d "D" when weight / 2 kg > 50% pay 20% of 3 CNY * 2 because "x"
      item e "E" pay 5 CNY * (weight / (weight + 1 g)) because "x"
      """)
    #expect(problems(text) == "")
  }

  @Test func `collect what is optional`() throws {
    let text = policy(
      """
      record Lot
        agreed : money from 0 "agreed" optional
        value : money from 0 "value"
      fact lots : list of Lot "lots"
      fact cap : money from 0 "cap" optional
      fact share_cap : money from 0 "cap" optional
      item a "A" for each lot in lots where lot.agreed > 5 CNY when cap > 3 CNY pay lot.value because "x"
        except c: 4 CNY when lot.agreed < cap because "x"
        at most share_cap when lot.value > 3 CNY because "x"
      """)
    let policy = try #require(checked(text), "\(problems(text))")
    let item = policy.items[0]
    #expect(item.loop?.optionalReads == [.field(variable: 0, field: 0)])
    #expect(item.conditionOptionalReads == [.fact(1)])
    #expect(item.steps[0].optionalReads == [.fact(2)])
    // What the item's `when` and `where` read already is stated here.
    #expect(item.ruling.exceptions[0].optionalReads == [])
  }

  @Test func `put each definition behind those it builds on`() throws {
    let text = policy(
      """
      define last is first + (share of carrier in blame) * second
      define second is 5 CNY
      define first is second + third(second)
      define third(amount : money) is amount + assessed of b
      split blame is carrier half, customer rest because "x"
      define half is 50%
      item a "A" pay last because "x"
      item b "B" pay fourth because "x"
      define fourth is 3 CNY
      """)
    let names = try #require(checked(text), "\(problems(text))").definitions.map(\.name)
    #expect(names.firstIndex(of: "half") ?? 9 < names.firstIndex(of: "last") ?? 0)
    #expect(names.firstIndex(of: "fourth") ?? 9 < names.firstIndex(of: "third") ?? 0)
    #expect(names.firstIndex(of: "first") ?? 9 < names.firstIndex(of: "last") ?? 0)
  }

  @Test func `put each fact behind those its default reads`() throws {
    let text = policy(
      """
      fact a : money from 0 "a" default 20% of b
      fact b : money from 0 "b"
      item x "X" pay a because "x"
      """)
    #expect(checked(text)?.facts.map(\.name) == ["b", "a"])
  }

  @Test func `number steps that stand twice`() throws {
    let text = policy(
      """
      fact damage : money from 0 "d"
      item x "X" pay damage because "x"
        at most 50 CNY because "x"
        less 5 CNY because "x"
        at most 40 CNY because "x"
        nothing up to 3 CNY because "x"
        rounded up to 1 CNY because "x"
      """)
    #expect(checked(text)?.items[0].steps.map(\.name) == ["at_most", "less", "at_most_2", "nothing_up_to", "rounded"])
  }

  @Test func `compare choices with their options`() throws {
    let text = policy(
      """
      choice way "What happens" for customer
        option cash "a"
        option reshipment "b"
        prefer reshipment because "x"
      item a "A" when reshipment = way pay 5 CNY because "x"
      item b "B" when way = none of (cash, reshipment) pay 5 CNY by way because "x"
      """)
    let policy = try #require(checked(text), "\(problems(text))")
    #expect(policy.choices[0].options == ["cash", "reshipment"])
    guard case .compare(_, let left, let right) = policy.items[0].condition?.form, case .ordinal(1) = left.form,
      case .choice(0) = right.form
    else {
      Issue.record("\(String(describing: policy.items[0].condition))")
      return
    }
  }

  @Test func `show dates as what they are`() throws {
    let text = policy(
      """
      fact a : date "a"
      fact b : date "b"
      fact t : time "t"
      item x "X" when b - a > 2 weeks and t > 2026-03-05 14:00 and weekday of t = sunday and whole years from a to b >= 18 years
        pay 5 CNY because "{b - a} late, {started_months}"
      define started_months is started months from a to t
      deadline r "R" is 2 months after a
      deadline s "S" is 1 day before 90 minutes after t
      """)
    let policy = try #require(checked(text), "\(problems(text))")
    #expect(policy.kinds.last?.words.first == "monday")
    #expect(policy.deadlines.map(\.type) == [.date, .time])
  }
}
