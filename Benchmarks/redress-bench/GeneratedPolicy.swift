import RedressDiagnostics

/// A policy about as long as asked for, in the manner of the real ones: groups of goods, each with its facts, rates,
/// shares, items and notes, every one of them used, with the text it cites and a case that states its facts.
struct GeneratedPolicy {
  let name: String
  private var ruleLines: [String] = []
  private var clauses: [String] = []
  private var given: [String] = []
  private var claimed: [String] = []
  private var random: SeededGenerator

  /// - Parameter lines: the policy ends with the first group of goods that reaches them.
  init(name: String, lines: Int, seed: UInt64) {
    self.name = name
    random = SeededGenerator(seed: seed)
    addHead()
    var number = 1
    while ruleLines.count < lines {
      add(GoodsGroup(number: number, random: &random))
      number += 1
    }
  }

  var rules: SourceText { SourceText(name: "\(name).redress", text: ruleLines.joined(separator: "\n") + "\n") }

  var document: RuleTexts.Document {
    RuleTexts.Document(
      path: "sources/\(name).md",
      markdown: "# Framework contract\n\n" + clauses.joined(separator: "\n\n") + "\n")
  }

  var caseText: SourceText {
    SourceText(
      name: "\(name).case",
      text: """
        case everything_at_once "Every group of goods has something wrong with it"
          policy \(name)

        claimed
        \(claimed.joined(separator: "\n"))

        given
        \(given.joined(separator: "\n"))

        """)
  }

  private mutating func addHead() {
    ruleLines += """
      # Claims under a framework contract with many groups of goods.

      policy \(name) "Claims under the framework contract"
        currency CNY
        dated by delivered_at
        in force from 2026-01-01

      source contract "Framework contract" in "sources/\(name).md"

      party carrier   "the carrier"  is us
      party packer    "the packing firm"
      party consignee "the customer" is claimant

      kind State is repairable "can be repaired" or destroyed "beyond repair"

      fact delivered_at : time "when the goods were delivered"
      fact received_at  : time "when the customer's notice reached us"

      require received_at >= delivered_at
        because "a notice cannot come before the delivery it is about"

      bar late_notice "Notified too late"
        on all
        when received_at > 7 days after delivered_at
          because "the notice came on {received_at}, more than 7 days after {delivered_at}" citing contract "1.1"

      choice pay_way "How costs are paid" for consignee
        option cash   "we pay them"
        option credit "we take them off the invoice"
        prefer cash because "most customers want it so" citing contract "1.2"

      choice early_visit "Who looks at the goods first" for consignee
        when total_weight > 20 t
        option ours   "our own surveyor"
        option theirs "the customer's surveyor"

      item visit "First look at the goods"
        as costs
        when early_visit = theirs
        pay 400 CNY by pay_way
          because "the customer's surveyor costs 400 CNY" citing contract "1.2"

      approval finance "Finance department" when total_payable > 50_000 CNY
        because "an offer of more than 50,000 CNY needs a second signature" citing contract "1.3"

      deadline first_reply "First reply"
        is 24 hours after received_at
          because "every claim is answered within 24 hours" citing contract "1.4"

      define total_weight "weight of the first group" is weight_1

      """.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    clauses += [
      "## 1 General", "1.1 A notice comes within 7 days of the delivery.", "1.2 The customer says how costs are paid.",
      "1.3 Offers of more than 50,000 CNY are signed twice.", "1.4 Every claim is answered within 24 hours.",
    ]
    given += ["  delivered_at  2026-03-05 10:00", "  received_at  2026-03-06 09:00"]
  }

  private mutating func add(_ group: GoodsGroup) {
    ruleLines += group.rules
    clauses += group.clauses
    given += group.given
    claimed += group.claimed
  }
}
