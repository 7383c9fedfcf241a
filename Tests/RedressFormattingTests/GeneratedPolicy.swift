/// Policies with declarations of every kind, drawn from a seed; they parse, and mean nothing.
struct GeneratedPolicy {
  private var random: SplitMix
  private var lines: [String] = []

  init(seed: UInt64) { random = SplitMix(state: seed) }

  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: 0..<values.count, using: &random)]
  }

  private mutating func chance(_ one: Int, in total: Int) -> Bool { Int.random(in: 0..<total, using: &random) < one }

  private mutating func several(_ range: ClosedRange<Int>, _ draw: (inout Self) -> String) -> [String] {
    (0..<Int.random(in: range, using: &random)).map { _ in draw(&self) }
  }

  // MARK: Words

  private mutating func name() -> String {
    pick([
      "loss", "carrier", "lot", "proved_loss", "货物总值", "größe", "a", "consignment_value", "daily_rate_of_the_year",
      "weekend",
    ])
  }

  private mutating func quantity() -> String {
    pick(["0", "300_000 CNY", "0.25", "20%", "8.33 XDR per kg", "0.5% per day", "5 CNY per 100 kg", "3 days"])
  }

  private mutating func text() -> String {
    let plain = pick([
      "\"\"", "\"due\"", "\"货物已损坏\"", "\"{a.b} of {c} \\\"quoted\\\" \\{x\\}\"",
      "\"a text that is as long as reasons often are, with {several} things\"",
      "\"a text that is so long that nothing much else has room on its line, whatever one does with the rest of it\"",
    ])
    return chance(1, in: 9) ? plain + " zh \"维修费 {a}\"" : plain
  }

  private mutating func value(_ depth: Int = 0) -> String {
    if depth > 2 || chance(1, in: 3) {
      return pick([name(), quantity(), "\(name()).item", "2026-03-05", "-\(name())"])
    }
    let next = depth + 1
    return pick([
      "\(name()) + \(value(next))", "(\(value(next))) * \(name())", "f(\(value(next)), \(value(next)))",
      "largest of (\(value(next)), \(value(next)))", "(20% of \(name())) - \(name())", "(\(value(next)))",
      "(sum of lot.value for each lot in lots where \(condition(next)))", "whole months from a to b",
      "\(name()) on 2024-12-28",
      "3 business days after \(name()) in china", "(accrued r from a to b over 360)", "position of lot", "- -5 kg",
      "7 days before \(name())", "share of carrier in s", "total of goodwill", "\(name()) reduced by 5%",
      "(2 CNY for every 2 days of late, part ignored)", "(a rounded half up to 0.01 CNY)",
    ])
  }

  private mutating func condition(_ depth: Int = 0) -> String {
    let parts = several(1...(depth > 1 ? 1 : 4)) { generator in
      let left = generator.name()
      return generator.pick([
        "\(left) = any of (packing, handling, item)", "\(left) > \(generator.quantity())", "not \(left)", left,
        "(\(left) or \(generator.name()))", "\(left).a.b != packing", "(count lot in lots where lot.a) >= 3",
      ])
    }
    return parts.joined(separator: chance(1, in: 3) ? " or " : " and ")
  }

  // MARK: Clauses

  private mutating func reasons() -> [String] {
    ["because \(text().split(separator: " zh ").first ?? "\"\"")"]
      + (chance(1, in: 2) ? ["citing contract \"7.1\"" + (chance(1, in: 3) ? ", civil_code \"832\"" : "")] : [])
      + (chance(1, in: 9) ? ["leaving out \"5%\" because \"it is old\""] : [])
  }

  private mutating func exceptions(_ value: (inout Self) -> String) -> [String] {
    var lines: [String] = []
    for index in 0..<pick([0, 0, 1, 2]) {
      lines += ["except e\(index): \(value(&self))", "when \(condition())"]
      if chance(1, in: 4) { lines.append(pick(["overriding all", "overriding e0, e1"])) }
      lines += reasons()
    }
    return lines
  }

  private mutating func steps() -> [String] {
    var lines: [String] = []
    for _ in 0..<pick([0, 0, 1, 2]) {
      lines.append(
        pick(["at most", "at least", "less", "plus", "times", "nothing under", "nothing up to", "rounded to"])
          + " \(value(1))")
      if chance(1, in: 3) { lines.append("when \(condition())") }
      lines += reasons() + exceptions { $0.pick(["waived", $0.value(1)]) }
    }
    return lines
  }

  private mutating func base() -> [String] {
    guard chance(1, in: 3) else { return ["is \(value())"] + (chance(1, in: 2) ? reasons() : []) }
    return ["from 2019-12-28 is \(value())"] + reasons() + ["from 2024-12-28 is \(value())"]
      + (chance(1, in: 2) ? ["dated by day"] : [])
  }

  private mutating func attributes() -> String {
    let type = pick([
      "money above 0", "yes or no", "list of Lot", "whole days from 0 to 90", "XDR per kg", "packing or handling",
    ])
    let rest = several(0...1) { " " + $0.pick(["private", "proved by \"the survey\"", "default \($0.quantity())"]) }
    return ": \(type)" + (chance(3, in: 4) ? " \(text())" : "") + rest.joined()
  }

  private mutating func rows() -> [String] {
    ["| late | tier | gives |"]
      + several(1...4) { generator in
        let late = generator.pick(["any", "0 to 2", "above 5", "from 2 to under 5", "1,2, 3", "up to 5 days"])
        let row =
          "| \(late) | \(generator.pick(["any", "gold, silver", "item"])) | \(generator.pick(["5%", "refused", generator.value(1)])) |"
        return generator.chance(1, in: 3) ? row + " because \"as agreed\" citing contract \"9\"" : row
      }
  }

  // MARK: Declarations

  private mutating func declaration(_ index: Int) -> [String] {
    let name = "d\(index)"
    switch Int.random(in: 0..<20, using: &random) {
    case 0: return ["source \(name) \(text()) in \"a.md\""]
    case 1: return ["party \(name)" + (chance(1, in: 2) ? " \(text())" : "") + (chance(1, in: 3) ? " is us" : "")]
    case 2:
      let words = several(2...5) { "\($0.name())" + ($0.chance(1, in: 2) ? " \($0.text())" : "") }
      return ["kind K\(index) is " + words.joined(separator: chance(1, in: 2) ? " or " : " < ")]
    case 3: return ["unit \(name)" + (chance(1, in: 2) ? " = 800 kg" : "")]
    case 4: return ["record R\(index) \(text())"] + several(1...4) { "\($0.name()) \($0.attributes())" }
    case 5, 6: return ["fact \(name) \(attributes())"]
    case 7: return ["detail \(name) : text \(text())" + (chance(1, in: 2) ? " private" : "")]
    case 8: return [pick(["require", "always"]) + " \(condition())"] + reasons()
    case 9, 10:
      let parameters = chance(1, in: 3) ? "(a : Lot, b : number from 0 to 5)" : ""
      let head = "define \(name)\(parameters)" + (chance(1, in: 2) ? " \(text())" : "")
      return [head + (chance(1, in: 3) ? " : money" : "")] + base() + exceptions { $0.value() } + steps()
    case 11: return ["split \(name) \(text())", "is carrier 70%, packer \(value(1)), consignee rest"] + reasons()
    case 12:
      let loop = chance(1, in: 2) ? ["for each lot in a.lots where \(condition()) largest first by lot.value"] : []
      let payment = pick([
        "pay \(value()) by cash", "give apology", "share \(value(1)) in proportion to \(value(1))",
        "pay 0 discretion 0 to 5",
      ])
      return ["item \(name) \(text())", "as penalty"] + loop + ["when \(condition())", "payee p", payment] + reasons()
        + exceptions { $0.pick(["nothing", "pay \($0.value(1)) by credit", $0.value(1)]) } + steps() + ["borne by s"]
    case 13:
      return ["bar \(name) \(text())", "on all, costs", "when \(condition())"] + reasons()
        + exceptions { _ in "waived" }
    case 14:
      return ["limit \(name) \(text())", "on costs", "for each p in ps", "only the largest"] + reasons() + steps()
    case 15:
      return ["choice \(name) \(text())", "for consignee", "when \(condition())"]
        + several(2...3) { "option \($0.name()) \($0.text())" }
        + ["prefer cheapest"] + reasons()
    case 16:
      let editions = chance(1, in: 2) ? ["from 2024-01-01"] + rows() + ["from 2025-01-01"] + rows() : rows()
      return ["table \(name) of late : days, tier : Tier gives percent"] + editions
        + (chance(1, in: 2) ? ["otherwise refused"] + reasons() : [])
    case 17:
      return [pick(["note", "approval"]) + " \(name) \(text())", "when \(condition())"]
        + (chance(1, in: 2) ? reasons() : [])
    case 18: return ["deadline \(name) \(text())"] + base() + exceptions { $0.value() }
    default:
      return ["recover \(name) \(text())", "on \(self.name())", "from packer 30%", "when \(condition())"] + reasons()
        + steps()
    }
  }

  /// A policy of so many declarations, a clause a line.
  mutating func text(declarations: Int) -> String {
    var lines = ["policy p \"P\"", "currency CNY"]
    for index in 0..<declarations { lines += declaration(index) }
    return lines.joined(separator: "\n") + "\n"
  }
}
