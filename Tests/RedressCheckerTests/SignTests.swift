import RedressChecker
import Testing

@Suite struct `Divisors and payments` {
  private static let facts = """
    record Lot
      value : money above 0 "value"
      repair : money from 0 "repair"
      destroyed : yes or no "destroyed"
    fact lots : list of Lot "lots"
    fact amount : money from 0 "amount"
    fact taken : money from 0 "taken"
    fact open_sum : money "either way"
    fact fault : percent from 0% to 100% "fault"
    fact pieces : number from 0 "pieces"
    fact boxes : number above 0 "boxes"
    fact agreed : date "agreed"
    fact delivered : date "delivered"
    fact rare : yes or no "rare"
    define late is delivered - agreed
    define total_value is sum of lot.value for each lot in lots
    define capped is taken at most amount because "never more"
    define shown(lot : Lot) is 10% of lot.value
    define of_each(whole_sum : money from 0, number_of : number above 0) is whole_sum / number_of
    define kept is amount except none_kept: 0 when rare because "x" except double_kept: 2 * otherwise when taken > 5 CNY overriding none_kept because "y"
    always capped + kept + total_value + (open_sum) + of_each(amount, boxes) + (5 CNY per day * late) < 1 CNY * pieces because "reads all"
    always (count lot in lots where lot.destroyed and lot.repair + shown(lot) > 2 CNY) > 0 or fault > 2% or rare because "reads all"

    """

  private func found(_ declarations: String) -> [String] {
    let text = policy(Self.facts + declarations)
    return codes(text).filter { $0 != "R0302" }
  }

  @Test(arguments: [
    "pay amount because \"x\"",
    "pay amount - 10% of amount because \"x\"",
    "pay amount - (fault of amount) because \"x\"",
    "pay amount reduced by fault because \"x\"",
    "pay (100% - fault) of amount because \"x\"",
    "pay amount - capped because \"x\"",
    "pay amount - (smallest of (amount, taken)) because \"x\"",
    "pay (largest of (amount, taken)) - taken because \"x\"",
    "pay largest of (amount - taken, 0) because \"x\"",
    "when taken <= amount pay amount - taken because \"x\"",
    "when not taken > amount pay 2 * (amount - taken) because \"x\"",
    "when taken < amount and rare pay (amount - taken) * boxes because \"x\"",
    "when late > 0 days pay 5 CNY per day * late because \"x\"",
    "when late >= 0 days pay 5 CNY for every 2 days of late, part counts as full because \"x\"",
    "pay 5 CNY for every 2 days of late, part ignored because \"x\"",
    "pay amount - taken because \"x\" at least 0 because \"never below\"",
    "pay amount - taken because \"x\" less 5 CNY because \"never below\"",
    "pay amount - taken because \"x\" except none_left: nothing when taken > amount because \"y\"",
    "pay 5 CNY because \"x\" except left_over: amount - taken when amount >= taken because \"y\"",
    "pay total_value - (sum of lot.value for each lot in lots where lot.destroyed) because \"x\"",
    "pay amount / boxes because \"x\"",
    "pay amount / (pieces + 1) because \"x\"",
    "when pieces > 0 pay amount / pieces because \"x\"",
    "when pieces != 0 pay amount / pieces because \"x\"",
    "when rare and (pieces > 0 and amount / pieces > 5 CNY) pay 5 CNY because \"x\"",
    "when pieces = 0 or amount / pieces > 5 CNY pay 5 CNY because \"x\"",
    "for each lot in lots pay amount * (lot.value / total_value) because \"x\"",
    "for each lot in lots where lot.destroyed pay amount * (lot.value / (sum of l.value for each l in lots where l.destroyed)) because \"x\"",
    "for each lot in lots where lot.repair > 0 pay amount * (lot.repair / (sum of l.repair for each l in lots)) because \"x\"",
    "for each lot in lots where lot.repair < lot.value pay lot.value - lot.repair because \"x\"",
    "for each lot in lots pay lot.value - shown(lot) because \"x\"",
    "when (count lot in lots) > 0 pay total_value / (count lot in lots) because \"x\"",
    "when any lot in lots where lot.destroyed pay total_value / (count lot in lots where lot.destroyed) because \"x\"",
    "when open_sum > 0 pay open_sum because \"x\"",
    "when pieces > 2 pay of_each(amount, pieces) because \"x\"",
    "pay kept because \"x\"",
    "pay amount rounded to 0.5 CNY because \"x\"",
    "pay amount because \"x\" except more: 2 * otherwise when rare because \"y\"",
    "pay assessed of other + (claimed of other) because \"x\"",
    "pay (share of carrier in blame) * amount because \"x\"",
  ])
  func `that are shown to be right`(payment: String) {
    let text = """
      split blame is carrier fault, customer rest because "x"
      item loss "Loss" \(payment)
      item other "Other" pay 5 CNY because "x" borne by blame
      """
    #expect(found(text) == [], "\(problems(policy(Self.facts + text)))")
  }

  @Test func `that a requirement shows to be right`() {
    let text = """
      fact third : money from 0 "third"
      require taken + third <= amount because "no more than there is"
      require delivered >= agreed because "goods are delivered after they are sent"
      item loss "Loss" pay amount - taken - third because "the rest"
      item delay "Delay" pay 5 CNY per day * late because "late"
      item half "Half" pay 50% of (amount - third) because "half"
      """
    #expect(found(text) == [], "\(problems(policy(Self.facts + text)))")
  }

  @Test(arguments: [
    ("pay amount - taken because \"x\"", "R0315"),
    ("pay open_sum because \"x\"", "R0315"),
    ("pay amount - 110% of amount because \"x\"", "R0315"),
    ("pay 5 CNY per day * late because \"x\"", "R0315"),
    ("when taken <= amount pay amount - 2 * taken because \"x\"", "R0315"),
    ("pay amount because \"x\" except less_taken: amount - taken when rare because \"y\"", "R0315"),
    ("pay amount - taken because \"x\" at least 0 when rare because \"y\"", "R0315"),
    ("pay amount / pieces because \"x\"", "R0314"),
    ("pay amount / (boxes - 1) because \"x\"", "R0314"),
    ("when pieces > 0 or rare pay amount / pieces because \"x\"", "R0314"),
    ("when amount / pieces > 5 CNY and pieces > 0 pay 5 CNY because \"x\"", "R0314"),
    ("pay amount * (5 CNY / total_value) because \"x\"", "R0314"),
    (
      "for each lot in lots pay amount * (lot.value / (sum of l.value for each l in lots where l.destroyed)) because \"x\"",
      "R0314"
    ),
    ("for each lot in lots pay amount * (lot.repair / (sum of l.repair for each l in lots)) because \"x\"", "R0314"),
    ("pay of_each(amount, pieces) because \"x\"", "R0316"),
    ("pay amount rounded to (taken + 0 CNY) because \"x\"", "R0314"),
  ])
  func `that are not`(payment: String, code: String) {
    #expect(
      found("item loss \"Loss\" \(payment)") == [code],
      "\(problems(policy(Self.facts + "item loss \"Loss\" \(payment)")))")
  }
}
