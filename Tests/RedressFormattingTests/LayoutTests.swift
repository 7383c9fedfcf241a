import RedressFormatting
import Testing

@Suite struct LayoutTests {
  @Test func `a policy, with its comments where they stood`() {
    let text = """
      # head

      # about it
      policy   p “P” # trailing
      currency CNY  # money
      # before dated
      dated by d


      source a  "A" in "a.md"
      source   civil_code "Civil"  # c
      # between

      # own of party
      party 承运人 "我们" is us party consignee "the customer" is claimant
      fact 货物总值 ： money above 0 "value" # 总
      fact n : yes or no default no

      fact m : date "d" default 2026-01-01   proved by "papers"
      detail w : text "W" private
      define x is a + # why
        b # end
        # after x
      define y is f （a， b） and (1 - - -2 > 3) # hmm
      define longer_name "L" is 20％ of a
      item i "I" when a
        pay a by cash # one
        # two
        because "x" # three
        # four
        citing a "1" , civil_code "2"
        except e : b when c overriding all because "y"
        borne by s
        # at its end

      # last
      """
    #expect(
      layOut(policy: text) == """
        # head

        # about it
        policy p "P"  # trailing
          currency CNY  # money
          # before dated
          dated by d

        source a          "A"     in "a.md"
        source civil_code "Civil"  # c
        # between

        # own of party
        party 承运人    "我们"         is us
        party consignee "the customer" is claimant

        fact 货物总值 : money above 0  "value"  # 总
        fact n        : yes or no      default no

        fact m : date  "d"  default 2026-01-01  proved by "papers"

        detail w : text "W" private

        define x
          is a +  # why
              b  # end

        # after x
        define y               is f(a, b) and (1 - - -2 > 3)  # hmm
        define longer_name "L" is 20% of a

        item i "I"
          when a
          pay a by cash  # one
            # two
            because "x"  # three
            # four
            citing a "1", civil_code "2"
          except e: b when c overriding all
            because "y"
          borne by s
          # at its end

        # last

        """)
  }

  @Test func `tables and what else has rows`() {
    let text = """
      policy p
      table t of a : days,b:K gives percent
      # header
      | a | b | gives | # h
      # row
      |1 to 2|gold，silver|5%|because "x" citing c "1" # r
         | above 2 | any | refused |

      # tail
      otherwise 5%
        because "y"
      table u of a : days gives percent from 2024-01-01 | a | gives |
      | any | 5% |
      from 2025-01-01
      | a | gives |
      | any | 15% |
      table v of a : days gives percent in "v.csv"
      tiers w of a : money
      | up to 10_000 | 10% |
      | above | 1% |
      authority of total_cash
      | agent "the adjuster" | up to 500 CNY |
      | manager | any | because "z"
      """
    #expect(
      layOut(policy: text) == """
        policy p

        table t of a : days, b : K gives percent
          # header
          | a       | b            | gives   |  # h
          # row
          | 1 to 2  | gold, silver | 5%      | because "x" citing c "1"  # r
          | above 2 | any          | refused |
          # tail
          otherwise 5% because "y"

        table u of a : days gives percent
          from 2024-01-01
            | a   | gives |
            | any | 5%    |
          from 2025-01-01
            | a   | gives |
            | any | 15%   |

        table v of a : days gives percent in "v.csv"

        tiers w of a : money
          | up to 10_000 | 10% |
          | above        | 1%  |

        authority of total_cash
          | agent   "the adjuster" | up to 500 CNY |
          | manager                | any           | because "z"

        """)
  }

  @Test func `limits, recourse, choices and dated values`() {
    let text = """
      policy p
      limit l "L" on costs for each x in xs at most 5 CNY because "a" only the largest when b because "c"
      lift i "I" on l, d.at_most when e because "f" apply l then m because "g"
      recover r "R" on costs from packer 30% when a because "b" except e: 5% when c because "d"
      choice c "C" for p when a option cash "by cash" option credit "on the invoice" prefer cash because "e" citing f "1"
      define rate from 2019-12-28 is 22 CNY citing m "1" from 2024-12-28 is 26 CNY dated by day
      calendar china weekend saturday,sunday holiday 2026-10-01 to 2026-10-07
      deadline d "D" is 2 business days after a in china
      deadline longer "L" is 1 hour after a
      note n "N" when a
      """
    #expect(
      layOut(policy: text) == """
        policy p

        limit l "L"
          on costs
          for each x in xs
          at most 5 CNY
            because "a"
          only the largest when b
            because "c"

        lift i "I"
          on l, d.at_most
          when e
            because "f"

        apply l then m
          because "g"

        recover r "R"
          on costs
          from packer 30% when a
            because "b"
          except e: 5% when c
            because "d"

        choice c "C" for p
          when a
          option cash   "by cash"
          option credit "on the invoice"
          prefer cash because "e" citing f "1"

        define rate
          from 2019-12-28 is 22 CNY
            citing m "1"
          from 2024-12-28 is 26 CNY
          dated by day

        calendar china
          weekend saturday, sunday
          holiday 2026-10-01 to 2026-10-07

        deadline d      "D" is 2 business days after a in china
        deadline longer "L" is 1 hour after a

        note n "N" when a

        """)
  }

  @Test func `what is too long for a line`() {
    let long = String(repeating: "a long reason ", count: 6)
    let text = """
      policy p
      kind K is a_very_long_word_for_a_kind or another_very_long_word_for_a_kind or a_third_very_long_word_for_a_kind or d
      kind L is a "A" or b "B" or cc "C"
      fact a : money from 0 "\(long)" default 0 proved by "the invoice, photographs"
      define x "\(long)" is first_part_of_the_value + second_part
      item i "I" when first_condition > 5 CNY per kg and second_condition = any of (alpha, beta) and third_condition < 20%
      pay a because "\(long)" citing contract "7.1", civil_code "832"
      except e: b when first_condition > 5 CNY per kg and second_condition = any of (alpha, beta) and third because "y"
      note n "\(long)" when first_condition > 5 CNY and second_condition because "y"
      """
    #expect(
      layOut(policy: text) == """
        policy p

        kind K
          is a_very_long_word_for_a_kind
          or another_very_long_word_for_a_kind
          or a_third_very_long_word_for_a_kind
          or d

        kind L
          is a  "A"
          or b  "B"
          or cc "C"

        fact a : money from 0  "\(long)"
            default 0 proved by "the invoice, photographs"

        define x "\(long)"
          is first_part_of_the_value + second_part

        item i "I"
          when first_condition > 5 CNY per kg and second_condition = any of (alpha, beta) and third_condition < 20%
          pay a
            because "\(long)"
            citing contract "7.1", civil_code "832"
          except e: b when first_condition > 5 CNY per kg and second_condition = any of (alpha, beta) and third
            because "y"

        note n "\(long)"
          when first_condition > 5 CNY and second_condition
          because "y"

        """)
  }

  @Test func `cases`() {
    let text = """
      # what it is about

      case c "C" policy p dated 2026-03-05 # d
      currency EUR
      claimed a 5 CNY
        bb   -5.5 CNY   # comment
      given # g
       # first
       q 8.33 XDR per kg

       # second
       lots # rows
        |value|状态|
        # in rows
        | 9 CNY | 完好 |   # r
        | 10 CNY |  |
       shipments[1].packages[12].weight 5kg
      expect with a = b , c=item
       a line 2 assessed 4 CNY by credit
       b denied because x, y.z@2024-01-01
       c pending for lots[1].value , w
       approval m
       note n absent
       authority manager
       deadline f 2026-03-07 09:00
       nothing else
       # end of block

      # next
      case d policy p expect refused "x"
      """
    #expect(
      layOut(cases: text) == """
        # what it is about

        case c "C"
          policy p
          dated 2026-03-05  # d
          currency EUR

        claimed
          a   5 CNY
          bb  -5.5 CNY  # comment

        given  # g
          # first
          q  8.33 XDR per kg

          # second
          lots  # rows
            | value  | 状态 |
            # in rows
            | 9 CNY  | 完好 |  # r
            | 10 CNY |      |
          shipments[1].packages[12].weight  5 kg

        expect with a = b, c = item
          a line 2    assessed 4 CNY by credit
          b           denied because x, y.z@2024-01-01
          c           pending for lots[1].value, w
          approval m
          note n absent
          authority manager
          deadline f  2026-03-07 09:00
          nothing else
          # end of block

        # next
        case d
          policy p

        expect refused "x"

        """)
  }

  @Test func `what does not parse is not laid out`() {
    #expect(layOut(policy: "policy p\nfact a money\n") == "")
    #expect(layOut(policy: "case c policy p\n") == "")
    #expect(layOut(policy: "") == "")
    #expect(layOut(cases: "case c policy p given a\n") == "")
  }

  @Test func `numbers and texts are kept as written, with wide marks inside texts`() {
    let text = "policy p\ndefine x is 300_000.50 CNY + 1_0\nnote n \"他说：（好） {a（b）}  \" when x\n"
    #expect(
      layOut(policy: text)
        == "policy p\n\ndefine x is 300_000.50 CNY + 1_0\n\nnote n \"他说：（好） {a（b）}  \" when x\n")
  }
}
