import RedressChecker
import RedressDiagnostics
import RedressSyntax
import RedressValues
import Testing

@Suite struct `Limits, lifts and recourse` {
  static let heads = """
    record Passenger
      loss : money from 0 "loss"
    fact passengers : list of Passenger "passengers"
    fact cost : money from 0 "cost"
    fact intent : yes or no "intent"
    note intended when intent
    item repair "Repair" pay cost because "x" at most 500 CNY because "y" at most 400 CNY because "z"
    item baggage "Baggage" as costs for each passenger in passengers pay passenger.loss because "x"

    """

  private func found(_ text: String) -> [String] {
    codes(policy(Self.heads + text))
  }

  @Test func `touch items that exist`() {
    #expect(found("limit a \"A\" on all at most 600 CNY because \"x\"") == [])
    #expect(found("limit a \"A\" on repairs at most 600 CNY because \"x\"") == ["R0201"])
    #expect(found("limit a \"A\" on penalty at most 600 CNY because \"x\"") == ["R0341"])
    #expect(found("limit a \"A\" on repair, repair at most 600 CNY because \"x\"") == ["R0202"])
    #expect(found("limit a \"A\" on cost at most 600 CNY because \"x\"") == ["R0204"])
  }

  @Test func `are in the money of the lines`() {
    #expect(found("limit a \"A\" on all at most 600 EUR because \"x\"") == ["R0214"])
    #expect(found("limit a \"A\" on all less 10% because \"x\"") == ["R0216"])
    #expect(found("limit a \"A\" on all less 10% of it because \"x\"") == [])
    #expect(found("limit a \"A\" on all at most payable of repair because \"x\"") == ["R0229"])
  }

  @Test func `for each element are on lines of such elements`() {
    let limit = "limit a \"A\" on costs for each p in passengers at most 600 CNY because \"x\""
    #expect(found(limit) == [])
    #expect(found(limit.replacing("600 CNY", with: "10% of p.loss")) == [])
    #expect(
      problems(policy(Self.heads + limit.replacing("costs", with: "all"))) == """
        R0280: `a` is taken for each element of a list, and `repair` has no line for each
          > for each p in passengers -- for each element of `passengers`
          - repair -- not one of them
          = write `for each … in passengers` in the item too, or name the items the limit is on
        """)
  }

  @Test func `on one item have an order`() {
    let two = """
      limit first "A" on repair at most 600 CNY because "x"
      limit second "B" on all less 10 CNY because "x"

      """
    #expect(
      problems(policy(Self.heads + two)) == """
        R0342: `first` and `second` both act on `repair`, and nothing says which comes first
          > second -- this limit
          - first -- and this one
          - repair -- the item both act on
          = write `apply first then second because "…"`, or the other way round
        """)
    #expect(found(two + "apply second then first because \"x\"") == [])
    #expect(found(two.replacing("on all", with: "on costs")) == [])
    #expect(found(two + "apply second then first because \"x\" apply first then second because \"x\"") == ["R0209"])
    #expect(found(two + "apply first then first because \"x\"") == ["R0209"])
    #expect(found(two + "apply first then third because \"x\"").contains("R0201"))
  }

  @Test func `follow an order through others`() throws {
    let three = """
      limit a "A" on all at most 600 CNY because "x"
      limit b "B" on all less 10 CNY because "x"
      limit c "C" on all less 20 CNY because "x"

      """
    #expect(found(three) == ["R0342", "R0342"])
    // Neither `a` nor `c` is told whether it comes before `b`.
    #expect(found(three + "apply c then a because \"x\"") == ["R0342", "R0342"])
    let whole = three + "apply c then a because \"x\" apply a then b because \"x\""
    #expect(found(whole) == [])
    #expect(try #require(checked(policy(Self.heads + whole))).limits.map(\.name) == ["c", "a", "b"])
  }

  @Test func `are lifted by name`() throws {
    func lift(_ branches: String, _ condition: String = "intent") -> String {
      """
      limit ceiling "Ceiling" on costs less 10 CNY because "x" at most 600 CNY because "x"
      lift wilful "Wilful" on \(branches) when \(condition) because "no limit protects intent"
      """
    }
    let policy = try #require(checked(RedressCheckerTests.policy(Self.heads + lift("ceiling.less, repair.at_most_2"))))
    #expect(policy.limits[0].steps.map { $0.exceptions.map(\.name) } == [["wilful"], []])
    #expect(policy.items[0].steps.map { $0.exceptions.map(\.name) } == [[], ["wilful"]])
    guard case .waived = policy.items[0].steps[1].exceptions[0].value else {
      Issue.record("a lift that does not waive")
      return
    }
    #expect(found(lift("ceiling")) == [])
    #expect(
      problems(RedressCheckerTests.policy(Self.heads + lift("repair.at_msot"))) == """
        R0279: `repair` has no step `at_msot`
          > at_msot -- did you mean `at_most`?
          = its steps are `at_most` and `at_most_2`
        """)
    #expect(found(lift("cieling")) == ["R0201"])
    #expect(found(lift("repair")) == ["R0279"])
    #expect(found(lift("cost")) == ["R0279"])
    #expect(found(lift("ceiling, ceiling")) == ["R0202"])
    let taken = "    except wilful: 5 CNY when cost > 1 CNY because \"x\"\n"
    #expect(
      found(
        lift("ceiling").replacing("at most 600 CNY because \"x\"\n", with: "at most 600 CNY because \"x\"\n" + taken))
        == ["R0202"])
    // The element of an item is not known to a lift.
    #expect(found(lift("repair.at_most", "passenger.loss > 1 CNY")) == ["R0201"])
    #expect(found(lift("ceiling, repair.at_most", "intnet")) == ["R0201"])
  }

  @Test func `give way to an exception that overrides all`() throws {
    let text =
      Self.heads + """
        limit ceiling "Ceiling" on costs at most 600 CNY because "x"
          except agreed: 700 CNY when cost > 1 CNY overriding all because "agreed"
        lift wilful "Wilful" on ceiling when intent because "no limit protects intent"
        """
    let step = try #require(checked(policy(text))).limits[0].steps[0]
    #expect(step.exceptions.map(\.overrides) == [[1], []])
  }

  @Test func `take back a percentage from others`() {
    func recourse(_ rest: String, _ split: String = "") -> [String] {
      found("party packer \"the packer\"\n\(split)\nrecover fault \"Recourse\" on repair from \(rest) because \"x\"")
    }
    #expect(recourse("packer 30%") == [])
    #expect(recourse("packer 30% when cost > 5 CNY") == [])
    #expect(recourse("packer 30 CNY") == ["R0214"])
    #expect(recourse("packr 30%").contains("R0201"))
    #expect(recourse("carrier 30%").contains("R0282"))
    #expect(recourse("packer total_payable / 100 CNY").contains("R0229"))
  }

  @Test func `do not charge a party twice`() {
    func text(_ shares: String, _ party: String = "packer") -> String {
      policy(
        """
        party packer "the packer"
        party other "another"
        fact cost : money from 0 "cost"
        fact intent : yes or no "intent"
        split blame is \(shares) because "x"
          except intended: other 10%, carrier rest when intent because "y"
        item repair "Repair" pay cost because "x" borne by blame
        recover fault "Recourse" on repair from \(party) 30% because "x"
        """)
    }
    #expect(codes(text("carrier 100%")) == [])
    #expect(codes(text("packer 0%, carrier rest")) == [])
    #expect(
      problems(text("packer 40%, carrier rest")) == """
        R0343: `packer` already bears a share of `repair`
          > packer -- recourse on top of its share
          - packer -- its share
          - repair -- the item
          = keep its share in `blame`, or the recourse; both would charge it twice
        """)
    // A share that only an exception gives counts too.
    #expect(codes(text("carrier 100%", "other")).contains("R0343"))
  }

  @Test func `hand their sums to those who may decide`() {
    func authority(_ of: String, _ cell: String) -> [String] {
      found("authority of \(of)\n| clerk | up to \(cell) |\n| chief | any |").filter { !$0.hasPrefix("R03") }
    }
    #expect(authority("total_cash", "500") == [])
    #expect(authority("total_cash", "500 CNY") == [])
    #expect(authority("total_cash + payable of repair", "2 * 500") == [])
    #expect(authority("total_cash", "500 EUR") == ["R0214"])
    #expect(authority("total_cash > 5 CNY", "500") == ["R0213"])
    #expect(found("authority of total_cash\n| clerk | up to 5 |\n| clerk | any |") == ["R0202"])
  }

  @Test func `share amounts that are the same for all lines`() {
    func shared(_ item: String) -> [String] { found("item x \"X\" as goodwill \(item)") }
    #expect(shared("for each p in passengers share cost in proportion to p.loss because \"x\"") == [])
    #expect(shared("share cost in proportion to 1 because \"x\"") == ["R0281"])
    #expect(shared("for each p in passengers share p.loss in proportion to p.loss because \"x\"") == ["R0281"])
    #expect(shared("for each p in passengers share 5% in proportion to p.loss because \"x\"") == ["R0216"])
    #expect(shared("for each p in passengers share cost in proportion to intent because \"x\"") == ["R0213"])
  }

  @Test func `leave a person bounds in money`() {
    func decided(_ bounds: String) -> [String] {
      found("item x \"X\" as goodwill pay cost discretion \(bounds) because \"x\"").filter { !$0.hasPrefix("R03") }
    }
    #expect(decided("0 to 500 CNY") == [])
    #expect(decided("0 to 500 EUR") == ["R0214"])
    #expect(decided("0 to 50%") == ["R0214"])
  }

  @Test func `know the position of a line only`() {
    func placed(_ item: String) -> [String] { found("item x \"X\" as goodwill \(item)") }
    let rest = "pay cost because \"x\" except others: nothing when position of p > 3 because \"y\""
    #expect(placed("for each p in passengers \(rest)") == [])
    #expect(placed("for each p in passengers largest first by p.loss \(rest)") == [])
    #expect(placed(rest) == ["R0283"])
    #expect(placed("for each p in passengers where position of p < 3 pay cost because \"x\"") == ["R0283"])
    #expect(placed("for each p in passengers largest first by intent \(rest)") == ["R0213"])
  }

  @Test func `of a used policy reach the items of the policy that uses it`() throws {
    let text = """
      policy main
        currency CNY
        use shared
      party carrier is us
      party customer is claimant
      fact cost : money from 0 "cost"
      item repair "Repair" pay cost because "x"
      # file second.redress
      policy second
        currency CNY
        use shared
      party carrier is us
      party customer is claimant
      fact cost : money from 0 "cost"
      item fine "Fine" as penalty pay cost because "x"
      # file shared.redress
      policy shared
      fact intent : yes or no "intent"
      limit first "A" on compensation at most 600 CNY because "x"
      limit second_limit "B" on all less 10 CNY because "x"
      limit third "C" on penalty at most 10 CNY because "x"
      apply second_limit then first because "x"
      apply second_limit then third because "x"
      lift wilful "Wilful" on first when intent because "x"
      """
    #expect(problems(text) == "")
    let main = try #require(checked(text, "main"))
    #expect(main.limits.map(\.name) == ["second_limit", "first"])
    #expect(main.facts.map(\.name) == ["cost", "intent"] || main.facts.map(\.name) == ["intent", "cost"])
    let second = try #require(checked(text, "second"))
    #expect(second.limits.map(\.name) == ["second_limit", "third"])
    // Nothing that is lifted here, so nothing that is asked.
    #expect(second.facts.map(\.name) == ["cost"])
  }
}
