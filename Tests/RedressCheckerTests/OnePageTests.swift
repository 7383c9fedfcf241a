import RedressChecker
import RedressDiagnostics
import Testing

@Suite struct `The policy on one page` {
  static let text = """
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
    # file sources/carriage-contract.md
    # Carriage contract

    ## 7 Liability

    7.1 The carrier answers for the goods from pick-up to hand-over.

    7.2 It packs them.

    **7.3** The customer answers for what its own crew does.
    """

  @Test func `checks without a word`() {
    #expect(problems(Self.text) == "")
  }

  @Test func `and is what it says`() throws {
    let policy = try #require(checked(Self.text, "damaged_goods"))
    #expect(policy.items.map(\.name) == ["repair", "replacement", "loss"])
    #expect(policy.facts.map(\.name) == ["incident_date", "cause", "lots", "proved_loss"])
    #expect(policy.datedBy == 0)
    #expect(policy.us == 0)
    #expect(policy.claimant == 1)
    #expect(policy.bars[0].items == [0, 1, 2])
    #expect(policy.items[0].steps.map(\.name) == ["at_most", "borne_by"])
    #expect(
      policy.splits[0].ruling.exceptions[0].reasons.citations[0].text
        == "The customer answers for what its own crew does.")
  }
}
