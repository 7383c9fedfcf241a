import RedressChecker
import RedressDiagnostics
import Testing

@Suite struct `A conflict comes with a case` {
  private static let facts = """
    kind Tier is basic < silver < gold
    record Lot
      value : money above 0 "value"
      tier : Tier "tier"
    fact lots : list of Lot "lots"
    fact late : days from 0 "late"
    fact waited : whole days from 2 days "waited"
    fact tier : Tier "tier"
    fact worth : money from 0 "sum"

    """

  private func example(_ declarations: String) -> String {
    let helps = BookText(policy(Self.facts + declarations)).diagnostics.filter { $0.code == "R0301" }.flatMap(\.helps)
    return helps.first { $0.hasPrefix("to try it") } ?? "none of \(helps)"
  }

  @Test func `that states the facts it turns on`() {
    let text = example(
      """
      item a "A" pay 5 CNY because "x"
        except b: 4 CNY when tier >= silver because "b"
        except c: 3 CNY when worth > 1_500 CNY because "c"
      """)
    #expect(
      text == """
        to try it, as a fixture:
        case b_and_c
          policy p

        given
          tier   silver
          worth  1_501.00 CNY
        """)
  }

  @Test func `also where two facts are compared`() {
    let text = example(
      """
      item a "A" pay 5 CNY because "x"
        except b: 4 CNY when late > waited because "b"
        except c: 3 CNY when late + waited > 4 days because "c"
      """)
    #expect(
      text == """
        to try it, as a fixture:
        case b_and_c
          policy p

        given
          late    5 days
          waited  2 days
        """)
  }

  @Test func `in which the item arises`() {
    let text = example(
      """
      item a "A" when tier < gold and late > 10 days pay 5 CNY because "x"
        except b: 4 CNY when late > 3 days and tier != basic because "b"
        except c: 3 CNY when waited > 4 days because "c"
      """)
    #expect(
      text == """
        to try it, as a fixture:
        case b_and_c
          policy p

        given
          late    11 days
          waited  5 days
          tier    silver
        """)
    let apart = """
      item a "A" when tier < gold pay 5 CNY because "x"
        at most 3 CNY when late > 3 days because "y"
          except b: 2 CNY when late < 5 days because "b"
          except c: 1 CNY when late >= 5 days because "c"
          except d: 4 CNY when late > 8 days and tier = silver overriding c because "d"
      """
    #expect(example(apart).hasPrefix("none of"))
  }

  @Test func `with an element of a list`() {
    let text = example(
      """
      item a "A" for each lot in lots pay lot.value because "x"
        except b: 4 CNY when lot.tier = gold because "b"
        except c: 3 CNY when late > 2 days because "c"
      """)
    #expect(
      text == """
        to try it, as a fixture:
        case b_and_c
          policy p

        given
          lots
            | tier |
            | gold |
          late  3 days
        """)
  }

  @Test func `and none where no fact can show it`() {
    let text = example(
      """
      define fee(pieces : number from 0) is 5 CNY * pieces
        except b: 4 CNY when pieces > 2 because "b"
        except c: 3 CNY when pieces > 3 because "c"
      item a "A" pay fee(2) because "x"
      """)
    #expect(text.hasPrefix("none of"))
  }
}
