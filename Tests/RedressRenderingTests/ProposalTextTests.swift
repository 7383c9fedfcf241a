import RedressRendering
import Testing

@Suite struct `A quote as text` {
  @Test func `shows the preferred proposal and its alternative in a row`() {
    #expect(
      text(of: promotionalGifts, style: TextStyle())
        == """
        Proposal for promotional_gifts · policy misdelivery, in force from 2026-01-01                    CNY
        Gifts for a promotion, wrong and damaged · dated 2026-03-05 · payable to the customer

          Wrong goods: send the right goods  (preferred: it keeps the promotion running)

          1  Damaged goods                        claimed 20,000.00    denied                  0.00
               assessed                                                      10,000.00
               carrier 0%, customer 100%: the customer's own crew           -10,000.00        [contract 7.3]
                 unloaded the goods
          2  Reconditioning                                            goodwill            2,000.00
               the damage was not ours, but we came 2 hours before the agreed time            [contract 5.2]
          3  The right goods                                           reshipment          1,000.00
               goods worth 1,000.00 CNY differ from the contract and are sent again           [contract 9.1]
          4  Penalty for wrong goods                                   penalty               200.00
               20% of 1,000.00 CNY                                                            [contract 9.2]
          5  Lost sales of the main product       claimed 50,000.00    denied                  0.00
               the contract does not say what the goods were for                            [civil_code 584]
                                                                       ────────────────────────────
                                                                       in cash             2,200.00
                                                                       in kind             1,000.00
                                                  claimed 70,000.00    in all              3,200.00

          Or: take the price off the invoice      cash 2,000.00 · credit 1,200.00 · in all 3,200.00
                                                                            (--all shows the lines)

          Assumed    freight paid (freight): 0.00 CNY
          Approval   Customer service manager: a goodwill line
          Deadlines  First reply 2026-03-07 09:00 · Preliminary review 2026-03-10
          Sources    contract: Carriage contract · civil_code: Civil Code of the PRC

        """)
  }

  @Test func `unfolds each line to what it rests on`() {
    #expect(
      text(of: promotionalGifts, style: TextStyle(explains: true))
        == """
        Proposal for promotional_gifts · policy misdelivery, in force from 2026-01-01                    CNY
        Gifts for a promotion, wrong and damaged · dated 2026-03-05 · payable to the customer

          Wrong goods: send the right goods  (preferred: it keeps the promotion running)

          1  Damaged goods                        claimed 20,000.00    denied                  0.00
               assessed                                                      10,000.00
               carrier 0%, customer 100%: the customer's own crew           -10,000.00        [contract 7.3]
                 unloaded the goods
               decided by damage_liability.own_crew
                 damage_liability = carrier 0%, consignee 100%, by own_crew: the customer's   [contract 7.3]
                   own crew unloaded the goods
                   unloaded_by = consignee (who unloaded)
                 lost_value = 10,000.00 CNY (goods beyond reconditioning)
          2  Reconditioning                                            goodwill            2,000.00
               the damage was not ours, but we came 2 hours before the agreed time            [contract 5.2]
               rests on
                 early = 2 hours
                   agreed_at = 2026-03-05 14:00 (agreed delivery)
                   delivered_at = 2026-03-05 12:00 (actual delivery)
                 reconditioning_cost = 2,000.00 CNY
                 early = 2 hours
                   agreed_at = 2026-03-05 14:00, see above
          3  The right goods                                           reshipment          1,000.00
               goods worth 1,000.00 CNY differ from the contract and are sent again           [contract 9.1]
          4  Penalty for wrong goods                                   penalty               200.00
               20% of 1,000.00 CNY                                                            [contract 9.2]
          5  Lost sales of the main product       claimed 50,000.00    denied                  0.00
               the contract does not say what the goods were for                            [civil_code 584]
               decided by lost_sales.unknown_purpose
                 purpose_in_contract = no
                 freight = 0.00 CNY, assumed (freight paid)
                                                                       ────────────────────────────
                                                                       in cash             2,200.00
                                                                       in kind             1,000.00
                                                  claimed 70,000.00    in all              3,200.00

          Or: take the price off the invoice      cash 2,000.00 · credit 1,200.00 · in all 3,200.00
                                                                            (--all shows the lines)

          Assumed    freight paid (freight): 0.00 CNY
          Approval   Customer service manager: a goodwill line
          Deadlines  First reply 2026-03-07 09:00 · Preliminary review 2026-03-10
          Sources    contract: Carriage contract · civil_code: Civil Code of the PRC
          Clauses    contract 7.3: “What the customer's crew unloads travels at the customer's risk.”

        """)
  }

  @Test func `shows every proposal in full when asked`() {
    #expect(
      text(of: promotionalGifts, style: TextStyle(showsAll: true))
        == """
        Proposal for promotional_gifts · policy misdelivery, in force from 2026-01-01                    CNY
        Gifts for a promotion, wrong and damaged · dated 2026-03-05 · payable to the customer

          Wrong goods: send the right goods  (preferred: it keeps the promotion running)

          1  Damaged goods                        claimed 20,000.00    denied                  0.00
               assessed                                                      10,000.00
               carrier 0%, customer 100%: the customer's own crew           -10,000.00        [contract 7.3]
                 unloaded the goods
          2  Reconditioning                                            goodwill            2,000.00
               the damage was not ours, but we came 2 hours before the agreed time            [contract 5.2]
          3  The right goods                                           reshipment          1,000.00
               goods worth 1,000.00 CNY differ from the contract and are sent again           [contract 9.1]
          4  Penalty for wrong goods                                   penalty               200.00
               20% of 1,000.00 CNY                                                            [contract 9.2]
          5  Lost sales of the main product       claimed 50,000.00    denied                  0.00
               the contract does not say what the goods were for                            [civil_code 584]
                                                                       ────────────────────────────
                                                                       in cash             2,200.00
                                                                       in kind             1,000.00
                                                  claimed 70,000.00    in all              3,200.00

          Approval   Customer service manager: a goodwill line
          Deadlines  First reply 2026-03-07 09:00 · Preliminary review 2026-03-10

          Or: take the price off the invoice  (the customer chooses)

          1  Damaged goods                        claimed 20,000.00    denied                  0.00
               assessed                                                      10,000.00
               carrier 0%, customer 100%: the customer's own crew           -10,000.00        [contract 7.3]
                 unloaded the goods
          2  Reconditioning                                            goodwill            2,000.00
               the damage was not ours, but we came 2 hours before the agreed time            [contract 5.2]
          3  Price of the wrong goods                                  credit              1,000.00
               the customer keeps no wrong goods and pays for none            [contract 9.1, civil_code 590,
                                                                                             civil_code 621]
          4  Penalty for wrong goods                                   penalty, credit       200.00
               20% of 1,000.00 CNY                                                            [contract 9.2]
          5  Lost sales of the main product       claimed 50,000.00    denied                  0.00
               the contract does not say what the goods were for                            [civil_code 584]
                                                                       ────────────────────────────
                                                                       in cash             2,000.00
                                                                       as credit           1,200.00
                                                  claimed 70,000.00    in all              3,200.00

          Approval   Customer service manager: a goodwill line
          Deadlines  First reply 2026-03-07 09:00 · Preliminary review 2026-03-10

          Assumed    freight paid (freight): 0.00 CNY
          Sources    contract: Carriage contract · civil_code: Civil Code of the PRC

        """)
  }
}
