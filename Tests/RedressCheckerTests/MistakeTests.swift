import RedressChecker
import Testing

/// The likeliest mistakes, each with everything that is said about it.
@Suite struct `The likeliest mistakes` {
  @Test func `words joined by or`() {
    let text = policy(
      """
      kind Cause is packing or handling or weather
      fact cause : Cause "the cause"
      item loss "Loss" when cause = packing or handling pay 100 CNY because "our work"
      """)
    #expect(
      problems(text) == """
        R0212: `handling` is not something that can be yes or no
          > handling -- did you mean any of these?
          = write `cause = any of (packing, handling)`
        """)
  }

  @Test func `a choice of words, negated`() {
    let text = policy(
      """
      kind Cause is packing or handling or weather
      fact cause : Cause "the cause"
      item loss "Loss" when cause != packing or handling or weather pay 100 CNY because "our work"
      """)
    #expect(problems(text).contains("= write `cause = none of (packing, handling, weather)`"))
  }

  @Test func `two exceptions that disagree`() {
    let text = policy(
      """
      kind Tier is basic < silver < gold
      kind Cause is packing or force_majeure
      fact tier : Tier "the tier"
      fact cause : Cause "the cause"
      define daily_rate is 0.5% per day
        except gold_rate: 0.3% per day when tier = gold because "agreed"
        except force_majeure: 0% per day when cause = force_majeure because "nobody's fault"
      fact late : days from 0 days "days late"
      item delay "Delay" pay daily_rate * late * 100 CNY because "the daily rate"
      """)
    #expect(
      problems(text) == """
        R0301: `gold_rate` and `force_majeure` can both hold, and say different things
          > force_majeure -- this exception of `daily_rate`
          - gold_rate -- and this one
          = say which prevails: add `overriding gold_rate` to `force_majeure`, or `overriding force_majeure` to `gold_rate`
          = a case that shows it: tier gold, cause force_majeure
          = to try it, as a fixture:
        case gold_rate_and_force_majeure
          policy p

        given
          tier   gold
          cause  force_majeure
        """)
  }

  @Test func `an amount in another currency`() {
    let text = policy(
      """
      fact gross_weight : kg from 0 "gross weight"
      item loss "Loss" pay 8.33 XDR per kg * gross_weight because "by weight"
      """)
    #expect(
      problems(text) == """
        R0214: the units do not fit
          > 8.33 XDR per kg * gross_weight -- this is XDR
          - loss -- lines of this policy are in CNY
          = multiply by a rate, such as a fact `sdr_rate : CNY per XDR`
        """)
  }

  @Test func `a rate that waits for its quantity`() {
    #expect(
      problems(policy("item loss \"Loss\" pay 8 CNY per kg because \"by weight\"")).contains(
        "= multiply by an amount in kg"))
  }

  @Test func `a step in another unit`() {
    #expect(
      problems(policy("item loss \"Loss\" pay 8 CNY because \"x\" at most 5 XDR because \"y\"")) == """
        R0214: the units do not fit
          > 5 XDR -- this is XDR
          - loss -- lines of this policy are in CNY
          = multiply by a rate, such as a fact `sdr_rate : CNY per XDR`
        """)
    #expect(
      problems(policy("define x is 8 kg at most 5 because \"y\"\nitem a \"A\" when x > 0 pay 5 CNY because \"x\""))
        == """
        R0214: the units do not fit
          > 5 -- this is a number
          - 8 kg -- this is kg
          = write `5 kg`
        """)
  }

  @Test func `money and percent`() {
    let text = policy(
      """
      fact loss_value : money from 0 "the loss"
      item loss "Loss" pay loss_value - 10% because "less a tenth"
      """)
    #expect(
      problems(text) == """
        R0215: `10%` cannot be taken from an amount without saying of what
          > 10% -- a percentage
          - loss_value -- this is an amount in CNY
          = write `loss_value reduced by 10%`, or say of what: `loss_value - 10% of …`
        """)
    #expect(codes(policy("define x is 5% + 4\nitem a \"A\" pay x of 5 CNY because \"x\"")) == ["R0215"])
  }

  @Test func `a deduction of 20% of what`() {
    let text = policy(
      """
      item loss "Loss" pay 100 CNY because "a fixed sum" less 20% because "own risk"
      """)
    #expect(
      problems(text) == """
        R0216: `less 20%`: a percentage of what?
          > 20% -- a percentage is no amount
          = of the amount reached here: `less 20% of it`; of something else: `less 20% of …`
        """)
  }

  @Test func `a bar on one head`() {
    let text = policy(
      """
      kind Cause is sender_packing or weather
      fact cause : Cause "the cause"
      item loss "Loss" pay 100 CNY because "a fixed sum"
      bar packing "Packing" on loss when cause = sender_packing because "the sender packed"
      """)
    #expect(
      problems(text) == """
        R0312: a bar is for several heads, and `packing` is on one
          > loss -- only on this item
          = write in the item `loss`: `except packing: nothing when cause = sender_packing because "…"`
        """)
  }

  @Test func `where and when`() {
    let text = policy(
      """
      kind Condition is repairable or destroyed
      record Lot
        condition : Condition "condition"
        value : money from 0 "value"
      fact lots : list of Lot "the lots"
      item loss "Loss" for each lot in lots when lot.condition = repairable pay lot.value because "the lot"
      """)
    #expect(
      problems(text) == """
        R0313: `when` asks once for the whole item, and `lot` is one element
          > lot -- of which element?
          = conditions on an element stand behind the list: `for each lot in lots where …`
        """)
  }

  @Test func `division by what may be nothing`() {
    let text = policy(
      """
      fact value : money from 0 "the value"
      fact loss_value : money from 0 "the loss"
      item loss "Loss" pay 100 CNY * (loss_value / value) because "the part lost"
      """)
    #expect(
      problems(text) == """
        R0314: nothing can be divided by 0, and this may be 0
          > value -- this may be 0
          = say that it cannot be so: `value : money above 0`
        """)
  }

  @Test func `below zero`() {
    let text = policy(
      """
      fact loss_value : money from 0 "the loss"
      fact avoidable_part : money from 0 "what could be avoided"
      item loss "Loss" pay loss_value - avoidable_part because "what could not be avoided"
      """)
    #expect(
      problems(text) == """
        R0315: a payment can come out below zero
          > loss_value - avoidable_part -- this can be below zero
          = or `require avoidable_part <= loss_value because "…"`
          = or add the step `at least 0`, with its reason
        """)
  }

  @Test func `a fact nobody reads`() {
    let text = policy(
      """
      fact 可整理货值 : money from 0 "what could be tidied"
      item loss "Loss" pay 100 CNY because "a fixed sum"
      """)
    #expect(
      problems(text) == """
        R0302: a fact that nobody reads: `可整理货值`
          > 可整理货值 -- asked of the adjuster for nothing
          = use it, delete it, or make it a `detail` of the letter
        """)
  }

  @Test func `a clause that is not there`() {
    let text =
      policy(
        """
        source contract "Contract" in "contract.md"
        item loss "Loss" pay 100 CNY because "a fixed sum" citing contract "7.33"
        """) + "\n# file contract.md\n7.1 One.\n\n7.2 Two.\n\n7.3 Three.\n"
    #expect(
      problems(text) == """
        R0309: `contract` has no clause `7.33`
          > "7.33" -- did you mean "7.3"?
          = it has 7.1, 7.2, 7.3
        """)
  }

  @Test func `shares that do not add up`() {
    let text = policy(
      """
      party packer "the packer"
      split blame is carrier 70%, packer 20% because "both"
      item loss "Loss" pay 100 CNY because "a fixed sum" borne by blame
      """)
    #expect(
      problems(text) == """
        R0306: these shares make 90%, not 100%
          > carrier 70%, packer 20% -- carrier 70% and packer 20%
          = who bears the other 10%? write `packer rest`, or name the party
        """)
  }
}
