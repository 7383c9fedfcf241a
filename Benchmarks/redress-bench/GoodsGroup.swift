/// One group of goods of a generated policy: the declarations, clauses and stated facts that go with its number.
struct GoodsGroup {
  private(set) var rules: [String] = []
  private(set) var clauses: [String] = []
  private(set) var given: [String] = []
  private(set) var claimed: [String] = []

  private let number: Int
  /// The clause of the contract this group is about.
  private let clause: Int
  private let goods: String
  private var random: SeededGenerator

  private static let goods = [
    "furniture", "porcelain", "machine parts", "textiles", "lamps", "instruments", "tiles", "paper", "tools", "toys",
  ]

  init(number: Int, random: inout SeededGenerator) {
    self.number = number
    self.random = random
    clause = number + 1
    goods = Self.goods[Int.random(in: 0..<Self.goods.count, using: &self.random)]
    addFacts()
    addRates()
    addLiability()
    addDelay()
    if number == 1 || self.random.next() % 3 > 0 { addPieces() }
    addLoss()
    if self.random.next() % 2 > 0 { addFreight() }
    if self.random.next() % 4 == 0 { addBar() }
    addNote()
    clauses.insert("## \(clause) Group \(number): \(goods)", at: 0)
    random = self.random
  }

  private mutating func write(_ text: String) {
    rules += text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    rules.append("")
  }

  /// A new paragraph of the contract, and the citation of it.
  private mutating func citing(_ words: String) -> String {
    let place = "\(clause).\(clauses.count + 1)"
    clauses.append("\(place) \(words)")
    return "citing contract \"\(place)\""
  }

  private mutating func pick(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

  private mutating func addFacts() {
    let n = number
    write(
      """
      # Group \(n): \(goods)

      kind Cause_\(n)
        is packing  "poor packing"
        or handling "rough handling"
        or weather  "bad weather"
        or unknown  "a cause nobody has found"

      fact cause_\(n)   : Cause_\(n)      "what caused the damage to the \(goods)"
      fact value_\(n)   : money above 0 "invoice value of the \(goods)"
      fact late_\(n)    : hours from 0  "how long after the agreed time the \(goods) came"  default 0
      fact weight_\(n)  : kg above 0    "weight of the \(goods)"
      fact fragile_\(n) : yes or no     "the \(goods) were marked as fragile"  default no
      fact proved_\(n)  : money from 0  "other loss the customer has proved"  default 0
      fact ceiling_\(n) : money from 0  "ceiling for other loss on the waybill"  optional
      """)
    let causes = ["packing", "handling", "weather", "unknown"]
    given += [
      "  cause_\(n)  \(causes[pick(0...3)])", "  value_\(n)  \(pick(1_000...90_000)) CNY",
      "  weight_\(n)  \(pick(10...9_000)) kg", "  fragile_\(n)  \(pick(0...1) == 0 ? "yes" : "no")",
    ]
    if pick(0...2) > 0 { given.append("  late_\(n)  \(pick(1...200)) hours") }
    if pick(0...2) > 0 { given.append("  proved_\(n)  \(pick(1...5_000)).\(pick(10...99)) CNY") }
    if pick(0...3) == 0 { given.append("  ceiling_\(n)  \(pick(100...4_000)) CNY") }
    if pick(0...3) == 0 { claimed.append("  delay_\(n)  \(pick(100...9_000)) CNY") }
  }

  private mutating func addRates() {
    let n = number
    let rate = pick(2...9)
    let low = citing("The rate is 0.\(rate)% for each day, 0.1% where the \(goods) were badly packed.")
    let free = citing("Nobody answers for the weather.")
    write(
      """
      define daily_rate_\(n) "rate for the delay of the \(goods)"
        is 0.\(rate)% per day
          because "the contract's rate" \(low)
        except packed: 0.1% per day when cause_\(n) = packing
          because "half the delay came from the packing" \(low)
        except weather: 0% per day when cause_\(n) = weather
          because "nobody answers for the weather" \(free)

      define delay_share_\(n) "part of the value that is owed for the delay"
        is daily_rate_\(n) * late_\(n)
        at most 20%
          because "a penalty for delay ends at 20%" \(low)

      define basis_\(n) "value that charges are reckoned from"
        is value_\(n)\(number % 8 == 1 ? "" : " + 1% of basis_\(number - (number - 1) % 8)")
        at most \(pick(20...90))_000 CNY
          because "charges are reckoned from no more than this" \(low)
      """)
  }

  private mutating func addLiability() {
    let n = number
    let ours = pick(4...9) * 10
    let rule = citing("The carrier answers for the \(goods), the packing firm for its packing.")
    let shared = citing("Where nobody finds the cause, the carrier bears \(ours)%.")
    write(
      """
      split liability_\(n) "Who answers for the \(goods)"
        is carrier 100%
          because "the \(goods) are in our charge" \(rule)
        except packing: packer 60%, carrier rest when cause_\(n) = packing
          because "the packing firm did not pack well" \(rule)
        except weather: consignee 100% when cause_\(n) = weather
          because "nobody answers for the weather" \(rule)
        except shared: carrier \(ours)%, consignee \(100 - ours)% when cause_\(n) = unknown
          because "nobody has found the cause" \(shared)
      """)
  }

  private mutating func addDelay() {
    let n = number
    let cap = citing("The penalty for late \(goods) ends at \(pick(5...60)),000 CNY.")
    write(
      """
      item delay_\(n) "Late delivery of group \(n)"
        as penalty
        when late_\(n) > 0
        pay delay_share_\(n) of value_\(n)
          because "the \(goods) came {late_\(n)} late, for which we owe {delay_share_\(n)} of {value_\(n)}" \(cap)
        except gone: 15% of value_\(n) when late_\(n) > 30 days and not fragile_\(n)
          because "\(goods) that come a month late are of little use" \(cap)
        at most \(pick(5...60))_000 CNY
          because "the penalty ends here" \(cap)
        less \(pick(1...9))% of it when fragile_\(n)
          because "fragile \(goods) travel at the customer's risk" \(cap)
        except light: waived when weight_\(n) < \(pick(20...90)) kg
          because "light \(goods) are not held against the customer" \(cap)
      """)
  }

  private mutating func addPieces() {
    let n = number
    let rule = citing("Repairs are paid up to the value of the piece.")
    write(
      """
      record Piece_\(n) "one piece of the \(goods)"
        worth   : money above 0  "invoice value of the piece"
        state   : State          "what became of it"
        mending : money from 0   "estimate for repairing it"

      fact pieces_\(n) : list of Piece_\(n) "the damaged \(goods), piece by piece"  default none

      item repair_\(n) "Repair of group \(n)"
        for each piece in pieces_\(n) where piece.state = repairable
        pay piece.mending
          because "a repair for {piece.mending} makes a piece worth {piece.worth} good again" \(rule)
        at most piece.worth
          because "a repair is never worth more than the piece" \(rule)
        borne by liability_\(n)

      item lost_\(n) "Pieces of group \(n) beyond repair"
        for each piece in pieces_\(n) where piece.state = destroyed
        pay piece.worth by replacement
          because "a piece worth {piece.worth} is beyond repair" \(rule)
        except many: pay piece.worth by cash when (sum of other.worth for each other in pieces_\(n)) > 10_000 CNY
          because "so many \(goods) cannot be had at once" \(rule)
        borne by liability_\(n)
      """)
    let count = pick(0...4)
    guard count > 0 else { return }
    given += ["  pieces_\(n)", "    | worth | state | mending |"]
    for _ in 0..<count {
      let worth = "\(pick(50...5_000)).\(pick(10...99)) CNY"
      let isDestroyed = pick(0...2) == 0
      given.append(
        isDestroyed ? "    | \(worth) | destroyed | |" : "    | \(worth) | repairable | \(pick(10...3_000)) CNY |")
    }
  }

  private mutating func addLoss() {
    let n = number
    let least = pick(2...9) * 10
    let rule = citing("Other loss is made good from \(least) CNY on.")
    write(
      """
      item loss_\(n) "Other loss in group \(n)"
        as consequential
        when proved_\(n) > 0
        pay proved_\(n)
          because "the customer has proved a loss of {proved_\(n)}" \(rule)
        nothing under \(least) CNY
          because "a loss under \(least) CNY is not made good" \(rule)
        at most ceiling_\(n)
          because "the waybill sets a ceiling of {ceiling_\(n)}" \(rule)
        borne by liability_\(n)
      """)
  }

  private mutating func addFreight() {
    let n = number
    let rule = citing("Where the \(goods) came damaged, a part of the freight is given back.")
    write(
      """
      item freight_\(n) "Freight of group \(n)"
        as refund
        when cause_\(n) = any of (packing, handling)
        pay \(pick(1...9)).\(pick(10...99)) CNY per kg * weight_\(n) by pay_way
          because "the freight for {weight_\(n)} is given back" \(rule)
        at most \(pick(10...40))% of basis_\(n)
          because "never more than a part of the value" \(rule)
        rounded down to 1 CNY
          because "freight is reckoned in whole yuan" \(rule)
        borne by liability_\(n)
      """)
  }

  private mutating func addBar() {
    let n = number
    let rule = citing("Nothing is owed for \(goods) the customer has taken without looking.")
    write(
      """
      fact taken_\(n) : yes or no "the \(goods) were taken without a look"  default no

      bar unseen_\(n) "Taken without a look"
        on delay_\(n), loss_\(n)
        when taken_\(n) and weight_\(n) < \(pick(100...900)) kg
          because "the \(goods) were taken without a look" \(rule)
        except hidden: waived when fragile_\(n)
          because "what is broken inside cannot be seen" \(rule)
      """)
    if pick(0...5) == 0 { given.append("  taken_\(n)  yes") }
  }

  private mutating func addNote() {
    let n = number
    let rule = citing("Heavy \(goods) are weighed again.")
    write(
      """
      note weigh_\(n) "Have the \(goods) weighed again"
        when weight_\(n) > \(pick(2...8)) t and basis_\(n) > \(pick(1...9))_000 CNY
        because "the weight decides what is owed" \(rule)
      """)
  }
}
