import RedressDiagnostics
import RedressSyntax
import Testing

@Suite struct ExampleTests {
  @Test func `a policy on one page parses without problems`() {
    let parse = policy(onePagePolicy)
    #expect(parse.problems.map(\.diagnostic.message) == [])
    #expect(parse.policy?.declarations.count == 16)
  }

  @Test func `its case parses without problems`() {
    let parse = cases(onePageCase)
    #expect(parse.problems.map(\.diagnostic.message) == [])
    #expect(parse.cases.count == 1)
    #expect(parse.cases.first?.given.count == 4)
  }
}

let onePagePolicy = #"""
  policy damaged_goods "Damaged goods in storage and transport"
    currency CNY
    dated by incident_date
    in force from 2026-01-01

  source contract   "Carriage contract" in "sources/carriage-contract.md"
  source civil_code "Civil Code of the PRC"

  party carrier   "the carrier"  is us
  party consignee "the customer" is claimant

  kind Cause     is packing or handling or unloading or force_majeure
  kind Condition is repairable or destroyed

  record Lot "goods of one condition"
    value       : money above 0  "invoice value"
    condition   : Condition      "what became of them"
    repair_cost : money from 0   "estimate for making them saleable again"

  fact incident_date : date          "day of the loss"
  fact cause         : Cause         "what caused the damage"
  fact lots          : list of Lot   "the damaged goods, one lot for each condition"
  fact proved_loss   : money from 0  "other loss the customer has proved"  default 0

  split damage_liability "Who answers for the damage"
    is carrier 100%
      because "goods are in the carrier's charge from pick-up to hand-over" citing contract "7.1"
    except own_crew: consignee 100% when cause = unloading
      because "the customer's own crew unloaded the goods" citing contract "7.3"

  bar force_majeure "Force majeure"
    on compensation
    when cause = force_majeure
      because "nobody answers for an event that could be neither foreseen nor averted" citing civil_code "832"

  item repair "Repair"
    for each lot in lots where lot.condition = repairable
    pay lot.repair_cost
      because "a repair for {lot.repair_cost} makes goods worth {lot.value} saleable again"
    at most lot.value
      because "a repair is worth no more than the goods"
    borne by damage_liability

  item replacement "Goods beyond repair"
    for each lot in lots where lot.condition = destroyed
    pay lot.value by reshipment
      because "goods worth {lot.value} are beyond repair and are sent again"
    borne by damage_liability

  item loss "Economic loss"
    when proved_loss > 0
    pay proved_loss
      because "the customer has proved this loss"
    borne by damage_liability
  """#

let onePageCase = """
  case weak_packing "Weak packing crushed part of a consignment"
    policy damaged_goods

  claimed
    replacement  81_000 CNY

  given
    incident_date  2026-03-05
    cause          packing
    proved_loss    1_000 CNY
    lots
      | value      | condition  | repair_cost |
      | 9_000 CNY  | repairable | 3_000 CNY   |
      | 81_000 CNY | destroyed  |             |

  expect
    repair       3_000 CNY
    replacement  81_000 CNY by reshipment
    loss         1_000 CNY
    total_cash   4_000 CNY
    nothing else
  """
