import RedressChecker
import Testing

/// One mistake, one diagnostic: what follows from it is not told as well.
@Suite struct `One mistake, one diagnostic` {
  @Test func `an unknown name in many places`() {
    let text = policy(
      """
      source cnotract "Contract"
      fact value : money from 0 "value"
      item one "One" pay value because "a" citing contract "1"
      item two "Two" pay value because "b" citing contract "2"
      item three "Three" pay value because "c" citing contract "3"
      """)
    #expect(
      problems(text) == """
        R0201: nothing is called `contract`
          > contract -- did you mean `cnotract`?
          = write `cnotract`
          = and 2 more places with `contract`
        """)
  }

  @Test func `an unknown field in two places`() {
    let text = policy(
      """
      record Lot "goods"
        vlaue : money from 0 "value"
      fact lots : list of Lot "the lots"
      item one "One" for each lot in lots pay lot.value because "a"
      item two "Two" for each lot in lots pay 2 * lot.value because "b"
      """)
    #expect(codes(text) == ["R0207"])
    #expect(problems(text).contains("= and 1 more place with `value`"))
  }

  @Test func `a misspelt element`() {
    let text = policy(
      """
      record Lot "goods"
        value : money from 0 "value"
        pieces : number from 0 "pieces"
      fact lots : list of Lot "the lots"
      item one "One" for each lto in lots pay lot.value * lot.pieces because "a {lot.pieces}" less lot.value because "b"
      """)
    let found = problems(text)
    #expect(found.hasPrefix("R0201: nothing is called `lot`\n  > lot -- did you mean `lto`?"), "\(found)")
    #expect(found.hasSuffix("= and 3 more places with `lot`"), "\(found)")
  }

  @Test func `two unknown names are two mistakes`() {
    #expect(
      codes(policy("item one \"One\" pay first_one because \"a\" item two \"Two\" pay other because \"b\"")) == [
        "R0201", "R0201",
      ])
  }

  @Test func `a use that leads nowhere`() {
    let shared = """

      # file shared.redress
      policy shared
        currency CNY
      party carrier "the carrier" is us
      party customer "the customer" is claimant
      kind Cause is packing or handling
      fact cause : Cause "the cause"
      fact value : money from 0 "value"
      """
    let own = """

      item one "One" when cause = packing pay value because "a"
      item two "Two" when cause = handling pay value because "b"
      """
    #expect(codes("policy p\n  use shraed\n" + own + shared) == ["R0201"])
    #expect(codes("policy p\n  use p\n" + own + shared) == ["R0251"])
    // What is wrong in itself is told.
    let wrong = "policy p\n  currency CNY\n  use shraed\n" + own.replacing("pay value", with: "pay 5%") + shared
    #expect(codes(wrong) == ["R0201", "R0216", "R0216"])
  }

  @Test func `names the parser could not read are not looked up`() {
    for declarations in [
      "source contract \"Contract\"\nitem one \"One\" pay 5 CNY because \"a\" citing \"8.1\"",
      "record Lot\n  value : money from 0 \"v\"\nfact lots : list of \"lots\"\nitem one \"One\" pay 5 CNY because \"a\"",
      "record Lot\n  value : money from 0 \"v\"\nfact lots : list of Lot \"lots\"\n"
        + "item one \"One\" for each lot lots pay lot.value because \"a\"",
      "kind Cause packing or handling\nfact cause : Cause \"the cause\"\n"
        + "item one \"One\" when cause = packing pay 5 CNY because \"a\"",
    ] {
      let found = problems(policy(declarations))
      #expect(!found.contains("``"), "\(found)")
      #expect(!found.split(separator: "\n").contains { $0.hasPrefix("R02") }, "\(found)")
    }
  }

  @Test func `exceptions of which one could not be read do not conflict`() {
    let text = policy(
      """
      fact first : yes or no "first"
      fact second : yes or no "second"
      fact value : money from 0 "value"
      item one "One" pay value because "a"
        except early: pay vlaue when first because "b"
        except late: pay 2 * value when second because "c"
      """)
    #expect(codes(text) == ["R0201"])
  }

  @Test func `a quotient of doubtful sign is one mistake`() {
    #expect(
      codes(
        policy(
          """
          fact value : money "value"
          fact salvage : money from 0 "salvage"
          item one "One" pay 100 CNY * (salvage / value) because "a"
          """)) == ["R0314"])
    #expect(
      codes(
        policy(
          """
          fact value : money "value"
          fact salvage : money from 0 "salvage"
          define ratio is salvage / value
          item one "One" pay 100 CNY * ratio because "a"
          """)) == ["R0314"])
  }

  @Test func `what builds on a broken definition is not judged`() {
    #expect(
      codes(
        policy(
          """
          define ratio : number is nobody
          item one "One" pay 100 CNY / ratio because "a"
          """)) == ["R0201"])
  }
}
