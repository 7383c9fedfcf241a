import RedressChecker
import Testing

@Suite struct `What would never change anything` {
  private static let facts = """
    kind Tier is basic < silver < gold
    record Lot
      value : money from 0 "value"
      broken : yes or no "broken"
    fact lots : list of Lot "lots"
    fact tier : Tier "tier"
    fact late : days from 0 "late"
    fact damage : money from 0 to 1_000 CNY "damage"
    fact declared : money above 0 "declared" optional
    fact small : yes or no "small"
    fact fragile : yes or no "fragile"
    fact way_by : sea or air "way"
    define threshold is 0 days
    define shown is yes
    define rate is 5% except gold_rate: 3% when tier = gold because "x"

    """

  private func found(_ declarations: String) -> [String] {
    codes(policy(Self.facts + declarations)).filter { $0 != "R0302" }
  }

  @Test(arguments: [
    ("item a \"A\" when late < 0 days pay 5 CNY because \"x\"", "R0363"),
    ("item a \"A\" when late >= 0 days pay 5 CNY because \"x\"", "R0364"),
    ("item a \"A\" when tier = any of (basic, silver, gold) pay 5 CNY because \"x\"", "R0364"),
    ("item a \"A\" when tier > gold pay 5 CNY because \"x\"", "R0363"),
    ("item a \"A\" when small and not small pay 5 CNY because \"x\"", "R0363"),
    ("item a \"A\" when small or not small pay 5 CNY because \"x\"", "R0364"),
    ("item a \"A\" when tier = gold pay 5 CNY because \"x\" except b: 4 CNY when tier = silver because \"y\"", "R0363"),
    (
      "item a \"A\" when tier = gold pay 5 CNY because \"x\" except b: 4 CNY when tier != silver because \"y\"", "R0364"
    ),
    ("item a \"A\" for each lot in lots where lot.value >= 0 pay lot.value because \"x\"", "R0364"),
    ("item a \"A\" pay sum of lot.value for each lot in lots where lot.value < 0 because \"x\"", "R0363"),
    ("item a \"A\" pay damage because \"x\" at most 5 CNY when damage > 2_000 CNY because \"x\"", "R0363"),
    ("item a \"A\" when declared < 0 pay 5 CNY because \"x\"", "R0363"),
    ("item a \"A\" when rate > 5% pay 5 CNY because \"x\"", "R0363"),
    (
      "item a \"A\" pay 5 CNY because \"x\"\nbar late_notice \"L\" on all when late < 0 days because \"x\"", "R0363"
    ),
    ("item a \"A\" pay 5 CNY because \"x\"\napproval b when damage <= 1_000 CNY", "R0364"),
    ("item a \"A\" pay 5 CNY because \"x\"\nnote b when damage > 1_000 CNY", "R0363"),
    ("item a \"A\" pay 5 CNY because \"x\"\nrequire damage >= 0 because \"x\"", "R0364"),
    ("item a \"A\" pay 5 CNY because \"x\"\nrequire damage < 0 because \"x\"", "R0363"),
    ("item a \"A\" pay 5 CNY because \"x\"\nalways damage < 0 because \"x\"", "R0363"),
    (
      "require late > 2 days because \"r\"\nitem a \"A\" when late > 1 day pay 5 CNY because \"x\"", "R0364"
    ),
    // Another overrides it wherever it holds.
    (
      """
      item a "A" pay 5 CNY because "x"
        except b: 4 CNY when tier = gold because "b"
        except c: 3 CNY when tier >= silver overriding b because "c"
      """, "R0365"
    ),
    ("item a \"A\" pay 5 CNY because \"x\" except b: 5 CNY when small because \"b\"", "R0366"),
    ("item a \"A\" pay 5 CNY by credit because \"x\" except b: pay 5 CNY by credit when small because \"b\"", "R0366"),
    (
      "item a \"A\" pay damage because \"x\" at most 50 CNY because \"y\" except b: 50 CNY when small because \"b\"",
      "R0366"
    ),
    ("item a \"A\" pay damage because \"x\" at most 2_000 CNY because \"y\"", "R0367"),
    ("item a \"A\" pay damage + 5 CNY because \"x\" at least 2 CNY because \"y\"", "R0367"),
    ("item a \"A\" pay damage because \"x\" less 0 because \"y\"", "R0367"),
    ("item a \"A\" pay damage because \"x\" times 1 because \"y\"", "R0367"),
    ("item a \"A\" pay damage because \"x\" times 100% because \"y\"", "R0367"),
    ("item a \"A\" pay damage because \"x\" nothing under 0 because \"y\"", "R0367"),
    ("item a \"A\" pay damage because \"x\" plus 0 when small because \"y\"", "R0367"),
    ("item a \"A\" pay damage because \"x\" at most 500 CNY because \"y\" at most 600 CNY because \"y\"", "R0367"),
    ("item a \"A\" pay damage discretion 500 CNY to 50 CNY because \"x\"", "R0369"),
    // From that day on everything is as it was.
    ("item a \"A\" pay fee because \"x\"\ndefine fee is 5 CNY from 2026-01-01 is 5 CNY", "R0366"),
    (
      """
      item a "A" pay fee because "x"
      define fee
        is 5 CNY because "the fee is {5 CNY}"
        from 2026-01-01 is 6 CNY because "at {damage}"
        from 2026-02-01 is 6 CNY because "at {damage}"
        from 2026-03-01 is 5 CNY because "at {damage}"
      """, "R0366"
    ),
    (
      """
      item a "A" pay damage because "x" borne by blame
      split blame
        is carrier 40%, customer rest because "both"
        from 2026-01-01 is carrier 40%, customer rest because "both"
        except fragile_goods: carrier 20%, customer rest when fragile because "fragile"
      """, "R0366"
    ),
  ])
  func `is found`(declarations: String, code: String) {
    #expect(found(declarations) == [code], "\(problems(policy(Self.facts + declarations)))")
  }

  @Test(arguments: [
    // A name that stands for a fixed value is made to be changed.
    "item a \"A\" when late >= threshold and shown pay 5 CNY because \"x\"",
    "item a \"A\" when shown pay 5 CNY because \"x\"",
    // A note for every case.
    "item a \"A\" pay 5 CNY because \"x\"\nnote b \"B\" when yes",
    // Where what is optional is absent, the condition does not hold.
    "item a \"A\" when declared > 0 pay 5 CNY because \"x\"",
    "item a \"A\" when tier = gold or late > 2 days pay 5 CNY because \"x\" except b: 4 CNY when tier = gold because \"y\"",
    // What is set aside counts where another builds on it.
    """
    item a "A" pay 5 CNY because "x"
      except b: 4 CNY when tier = gold because "b"
      except c: 2 * otherwise when tier >= silver overriding b because "c"
    """,
    """
    item a "A" pay 5 CNY because "x"
      except b: 4 CNY when tier >= silver because "b"
      except c: 3 CNY when tier = gold overriding b because "c"
    """,
    // It keeps another from counting.
    """
    item a "A" pay 5 CNY because "x"
      except b: 4 CNY when tier = gold because "b"
      except c: 5 CNY when small overriding b because "c"
    """,
    // A floor of 0 is there to be sure.
    "item a \"A\" pay damage + 5 CNY because \"x\" at least 0 because \"y\"",
    // Two exceptions with one value for two reasons.
    """
    item a "A" pay 5 CNY because "x"
      except b: 4 CNY when tier = gold because "b"
      except c: 4 CNY when small because "c"
    """,
    // Every word has an exception of its own.
    """
    item a "A" pay 5 CNY because "x"
      except b: 4 CNY when way_by = sea because "b"
      except c: 3 CNY when way_by = air because "c"
    """,
    // A floor at what is reached anyway, and a cap at it.
    "item a \"A\" pay damage because \"x\" at least 0 because \"never below\"",
    "item a \"A\" pay damage because \"x\" at most 1_000 CNY because \"the contract's sum\"",
    "item a \"A\" pay damage because \"x\" at most declared because \"as declared\"",
    "item a \"A\" pay damage because \"x\" at most 2_000 CNY because \"x\" except b: 20 CNY when small because \"y\"",
    // The value stays, and its ground changes.
    """
    item a "A" pay fee because "x"
    define fee
      is 5 CNY
      from 2026-01-01 is 5 CNY because "the new list keeps it"
      from 2026-02-01 is 5 CNY because "the list of {damage}"
      from 2026-03-01 is 5 CNY because "the list of {late}"
      from 2026-04-01 is 6 CNY because "the list of {late}"
      from 2026-05-01 is 5 CNY because "the list of {late}"
    """,
    // It watches what the policy works out.
    "item a \"A\" pay damage because \"x\"\nalways total_payable >= 0 because \"x\"",
    "item a \"A\" pay sum of lot.value for each lot in lots where lot.broken because \"x\" at most 5 CNY because \"y\"",
  ])
  func `is not looked for too eagerly`(declarations: String) {
    #expect(found(declarations) == [], "\(problems(policy(Self.facts + declarations)))")
  }

  @Test func `does not follow from what could not be read`() {
    #expect(
      found("fact waited : days from nowhere \"w\"\nitem a \"A\" when waited > 0 days pay 5 CNY because \"x\"") == [
        "R0201"
      ])
    #expect(
      !found(
        "kind Cause is wind of rain\nfact cause : Cause \"c\"\nitem a \"A\" when cause = wind pay 5 CNY because \"x\""
      )
      .contains("R0364"))
    #expect(found("item a \"A\" when nowhere > 3 pay 5 CNY because \"x\"") == ["R0201"])
    #expect(
      found("item a \"A\" when late is above 2 days pay 5 CNY because \"x\"").allSatisfy { $0.hasPrefix("syntax") })
    #expect(
      found("item a \"A\" pay nowhere because \"x\" except b: 0 when small because \"y\" less nowhere because \"z\"")
        == ["R0201"])
  }

  @Test func `is not what a used policy says for others`() {
    let text = """
      policy p
        currency CNY
        use common
      require late > 5 days because "only long delays"
      item a "A" pay fee because "x"
      # file common.redress
      policy common
      party carrier is us
      party customer is claimant
      fact late : days from 0 "late"
      define fee is 5 CNY except short_delay: 2 CNY when late < 2 days because "y"
      """
    #expect(codes(text) == [], "\(problems(text))")
  }

  @Test func `does not follow from overriding in circles`() {
    let exceptions = """
      item a "A" pay 5 CNY because "x"
        except b: 3 CNY when small overriding c because "b"
        except c: 2 CNY when small overriding b because "c"
      """
    #expect(found(exceptions) == ["R0209"])
  }

  @Test func `says where and why`() {
    #expect(
      problems(policy("fact late : days from 0 \"l\"\nitem a \"A\" when late < 0 days pay 5 CNY because \"x\"")) == """
        R0363: this can never hold
          > late < 0 days -- `a` would never arise
          - late -- `late` is from 0 days
          = look at the bounds and words of what it asks; mend the condition, or take out what hangs on it
        """)
  }
}
