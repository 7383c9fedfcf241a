import RedressEngine
import RedressRendering
import Testing

@Suite struct `The lines of a quote as text` {
  @Test func `shows steps, shares, bars, apologies, rights and what others owe`() {
    #expect(
      text(of: workings, style: TextStyle())
        == """
        Proposal for workings · policy carriage, in force from 2026-01-01                                CNY
        payable to the customer unless a line says otherwise

          1  Repair (row 1)                                            reduced             6,300.00
               assessed: a repair for 9,500.00 CNY makes goods worth          9,500.00        [contract 8.1]
                 9,000.00 CNY saleable again
               at most: a repair is worth no more than the goods               -500.00        [contract 8.2,
                                                                                             civil_code 584,
                                                                                             civil_code 591]
               carrier 70% = 6,300.00, packer 20% = 1,800.00,                -2,700.00        [contract 7.1]
                 customer 10% = 900.00: weak packing and rough handling
                 both played their part
          2  Repair (row 3)                                            cash                  140.50
               assessed: a repair for 120.50 CNY makes goods worth 900.00       120.50        [contract 8.1]
                 CNY saleable again
               plus: a fixed sum for the trouble                                +20.00
          3  Penalty for late delivery        claimed 12,345,678.90    reduced,       10,000,000.05
                                                                       penalty,
                                                                       voucher
               assessed: 9 days late                                     11,000,000.00        [contract 9.1]
               at most: the penalty has an end                             -999,999.95
          4  Economic loss                    claimed      4,000.00    denied                  0.00
               assessed                                                       4,000.00
               Notified too late: damage was notified 9 days after delivery; the limit is 7  [contract 12.1]
                 days
               Notified too late: the notice was not in writing                              [contract 12.2]
               Force majeure: nobody answers for an event that could be neither foreseen    [civil_code 832]
                 nor averted
          5  Letter of apology                                         apology
               the driver was rude
          6  Right to withdraw                                         right
               the customer may end the contract
               the delivery is 30 days late                                                 [civil_code 563]
          7  Freight back to the shipper                               refund                300.00
               freight is not earned on goods that are lost                                 [civil_code 835]
               payable to the shipper
                                                                       ────────────────────────────
                                                                       in cash             6,740.50
                                                                       in kind        10,000,000.05
                                              claimed 12,349,678.90    in all         10,006,740.55
                                                                       recovered           1,000.00
                                                                       net cost       10,005,740.55

          Owed by others, no part of the sums above
          8  Contribution of Hai Tong Insurance                        cash                2,000.00
               the insurer's part of the general average
               owed by Hai Tong Insurance

          Notes      Ask for photographs of the packing
                     recourse (may apply): the packer bears a part                              [contract 4]
          Sources    contract: Carriage contract · civil_code: Civil Code of the PRC

        """)
  }

  @Test func `says what is waited for, and sums so far`() {
    #expect(
      text(of: pending, style: TextStyle())
        == """
        Proposal for pending · policy carriage, in force from 2026-01-01                                 CNY
        dated 2026-03-05 · payable to the customer

          1  Goods beyond repair                  claimed 81,000.00    reshipment         81,000.00
               goods worth 81,000.00 CNY are beyond repair and are sent again
          2  Repair                               claimed  3,000.00    pending
                                                                          between 0.00 and 4,000.00
               waits for estimate for making them saleable again (lots[1].repair_cost), proved by a
                 quotation of a workshop, photographs
               waits for gross_weight
          3  Survey                                                    pending
               waits for gross_weight                                               at least 150.00
          4  Storage                                                   pending
               waits for gross_weight                                             80.00 in any case
          5  Wages                                                     pending
               waits for gross_weight
                                                                       ────────────────────────────
                                                                       in kind so far     81,000.00
                                                  claimed 84,000.00    in all so far      81,000.00

          Unknown    estimate for making them saleable again (lots[1].repair_cost), proved by a quotation of
                       a workshop, photographs; open until then: repair, finance
                     gross_weight
          Approvals  Legal department: more than 80,000.00 CNY                                 [contract 15]
                     finance (may be needed): more than 84,000.00 CNY
          Deadlines  First reply 2026-03-05 10:00: small delays go the short way             [contract 14.2]
                     appeal: waits for day of our answer (answered_on), proved by the delivery receipt
          Source     contract: Carriage contract

        """)
  }

  @Test func `gives waiting lines and sums a colour`() {
    #expect(
      text(of: pending, style: TextStyle(colour: true))
        == """
        Proposal for pending · policy carriage, in force from 2026-01-01                                 CNY
        dated 2026-03-05 · payable to the customer

          1  Goods beyond repair                  claimed 81,000.00    reshipment         81,000.00
               goods worth 81,000.00 CNY are beyond repair and are sent again
          2  Repair                               claimed  3,000.00    \u{1B}[33mpending\u{1B}[0m
                                                                          between 0.00 and 4,000.00
               waits for estimate for making them saleable again (lots[1].repair_cost), proved by a
                 quotation of a workshop, photographs
               waits for gross_weight
          3  Survey                                                    \u{1B}[33mpending\u{1B}[0m
               waits for gross_weight                                               at least 150.00
          4  Storage                                                   \u{1B}[33mpending\u{1B}[0m
               waits for gross_weight                                             80.00 in any case
          5  Wages                                                     \u{1B}[33mpending\u{1B}[0m
               waits for gross_weight
                                                                       ────────────────────────────
                                                                       in kind so far     81,000.00
                                                  claimed 84,000.00    \u{1B}[1min all so far\u{1B}[0m      \u{1B}[1m81,000.00\u{1B}[0m

          Unknown    estimate for making them saleable again (lots[1].repair_cost), proved by a quotation of
                       a workshop, photographs; open until then: repair, finance
                     gross_weight
          Approvals  Legal department: more than 80,000.00 CNY                                 [contract 15]
                     finance (may be needed): more than 84,000.00 CNY
          Deadlines  First reply 2026-03-05 10:00: small delays go the short way             [contract 14.2]
                     appeal: waits for day of our answer (answered_on), proved by the delivery receipt
          Source     contract: Carriage contract

        """)
  }

  @Test func `is aligned in Chinese`() {
    #expect(
      text(of: chinese, style: TextStyle())
        == """
        Proposal for 赠品误送 · policy 误送赔付, in force from 2026-01-01                                CNY
        促销赠品送错、部分损坏 · dated 2026-03-05 · payable to 托运人

          误送货物的处理: 补发正确的货物  (settled)

          1  货损                                 claimed 20,000.00    denied                  0.00
               assessed                                                      10,000.00
               承运人 0%, 托运人 100%: 卸货由客户自己的员工完成，损坏发生   -10,000.00        [运输合同 7.3]
                 在卸货过程中，与承运人的包装和运输无关
          2  整理费                                                    goodwill            2,000.00
               损坏并非我方造成，但我方比约定时间早到2小时，因此愿意承担可整理货物的整理费    [运输合同 7.3]
                 用；这笔款项不表示承认责任，仅出于双方的长期合作关系而支付
          3  因促销赠品送错而造成的主要产品销售   claimed 50,000.00    denied                  0.00
             损失以及由此产生的其他间接损失
               合同没有约定货物的用途
                                                                       ────────────────────────────
                                                                       in cash             2,000.00
                                                  claimed 70,000.00    in all              2,000.00

          Assumed    已付运费 (运费): 0.00 CNY
          Source     运输合同: 货物运输合同

        """)
  }

  @Test func `has no decimals in a currency without a minor unit`() {
    #expect(
      text(of: yen, style: TextStyle())
        == """
        Proposal for yen · policy carriage                                                               JPY
        dated 2026-03-05 · payable to the customer

          1  Fare                                    claimed 12,000    refund                12,000
               the train was 2 hours late
                                                                       ────────────────────────────
                                                                       in cash               12,000
                                                     claimed 12,000    in all                12,000

        """)
  }

  @Test func `says that no line arises`() {
    #expect(
      text(of: empty, style: TextStyle())
        == """
        Proposal for empty · policy carriage, in force from 2026-01-01                                   CNY
        dated 2026-03-05 · payable to the customer

          No line arises in this case.
                                                                       ────────────────────────────
                                                                       in all                  0.00

        """)
  }
}

@Suite struct `Limits, recourse and figures as text` {
  @Test func `stand between the lines and the sums, and below them`() {
    let text = text(of: limited, style: TextStyle()).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(
      text.dropFirst(3).joined(separator: "\n")
        == """
          1  Repair                                                    cash                  600.00
               the carrier answers for it                                                     [contract 8.1]
          2  Goods sent again                                          reshipment            300.00
               they are beyond repair
          3  A gesture                                                 proposed              200.00
               a good customer
               between 0.00 and 5,000.00, for a person to decide
             Limit of the carrier's liability                                                -90.00
               at most: 8.33 units of account for each kilogram                              [contract 23.3]
               line 1 -60.00 · line 2 -30.00
               this cuts what is given in kind: a person has to decide how
             excess (passengers[2])                                                          -50.00
               less
                                                                       ────────────────────────────
                                                                       in cash               690.00
                                                                       in kind               270.00
                                                                       in all                960.00
                                                                       recovered so far      150.00
                                                                       net cost so far       810.00

          Owed by others, no part of the sums above
          4  Contribution of Hai Tong Insurance                        cash                  100.00
               the insurer's part
               owed by Hai Tong Insurance
             Limit of the carrier's liability                                                -10.00

          Recourse   Recourse against the packer: we may claim back from the packer 150.00:     [contract 4]
                       the packer guaranteed the packing
                       at most -30.00: its guarantee ends there
                     Recourse against the port: we may be able to claim back from port between 0.00 and
                       40.00; waits for port_fault, proved by a report
          Figures    Fee for the extra cover: 12.50 CNY; 1% of the value
                     other_fee: waits for the price (price)
          Authority  may be decided by the team manager (as far as is known yet)
          Source     contract: Carriage contract

        """)
  }

  @Test func `say what is waived and why, where it would have stood`() {
    let text = text(of: lifted, style: TextStyle()).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(
      text.dropFirst(3).joined(separator: "\n")
        == """
          1  Goods lost                                                reduced               950.00
               assessed: the goods were worth 1,200.00 CNY                    1,200.00        [contract 8.1]
               less: the salvage is yours                                      -200.00
               at most waived: no limit protects wilful misconduct                             [contract 29]
               rounded                                                          -50.00
               borne by waived
             small_sums (lots[2])
               nothing under waived
             excess                                                                          -50.00
               less: the first 50 are yours
             Limit of the carrier's liability
               at most waived: no limit protects wilful misconduct                             [contract 29]
               less waived: no limit protects wilful misconduct                             [civil_code 832]
                                                                       ────────────────────────────
                                                                       in cash               900.00
                                                                       in all                900.00
                                                                       recovered              90.00
                                                                       net cost              810.00

          Recourse   Recourse against the packer: we may claim back from the packer 90.00: the packer
                       guaranteed the packing
                       at most waived: no limit protects wilful misconduct
          Sources    contract: Carriage contract · civil_code: Civil Code of the PRC

        """)
  }

  @Test func `unfold to what a limit rests on`() {
    let text = text(of: limited, style: TextStyle(explains: true))
    #expect(text.contains("gross_weight = 120 kg (gross weight)"))
  }

  @Test func `name the sides that did not count`() {
    var lost = fact("10% of price", "20.00 CNY")
    lost.isLost = true
    var quote = limited
    quote.proposals[0].lines[0].because = [lost]
    #expect(
      RedressRendering.text(of: quote, style: TextStyle(explains: true)).contains(
        "10% of price = 20.00 CNY, which does not count"))
  }
}
