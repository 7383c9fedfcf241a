/// Random policies: rulings on rulings, with everything that can stand in an amount or a condition.
///
/// Not every one of them checks (a condition may never hold, a threshold may be idle); who uses them counts those that do.
struct GeneratedRules {
  private var random: SeededGenerator
  /// Only what a batch may settle straight through (decision 0031).
  private var isPlain = false
  /// Names of loop variables are used once.
  private var loopCount = 0
  /// Definitions of sums without and with a parameter, and items, that stand before.
  private var definitions: [String] = []
  private var functions: [String] = []
  private var items: [String] = []
  /// Those of them that make a line for each row.
  private var listedItems: [String] = []
  private var choices: [String] = []

  /// What may be read where an expression stands.
  private struct Place {
    var depth = 3
    /// The variable of an item's loop.
    var row: String?
    var words: [String] = []
    var readsItems = true
    var readsChoices = true
    var readsSplit = true
    var readsOtherwise = true
  }

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
  }

  /// The text of a policy.
  mutating func text() -> String {
    isPlain = chance(40)
    var parts = [
      """
      policy generated "Generated"
        currency CUR
        dated by t0
        rounding \(pick(["half up", "half even", "up", "down"]))
      party us_all "we" is us
      party you_all "you" is claimant
      party they_all "they"
      kind Level is low < middle < high
      kind Way is cash or credit or voucher
      record Row "a row"
        v : money from 0 "v"
        r : percent from 0% to 100% "r"
        q : yes or no "q"
        l : Level "l" default middle
        \(isPlain ? "" : "cells : list of Cell \"cells\" default none")
      fact t0 : date from 2026-01-01 to 2026-12-31 "t0"
      fact t1 : date "t1"
      fact y0 : yes or no "y0"
      fact y1 : yes or no "y1"
      fact y2 : yes or no "y2" default no
      fact k : Level "k"
      fact way : Way "way" default credit
      fact m0 : money from 0 "m0"
      fact m1 : money from 0 "m1" default 120.55 CUR
      fact m2 : money from 0 "m2" optional
      fact p0 : percent from 0% to 100% "p0"
      fact p1 : percent from 0% to 100% "p1" default 12.5%
      fact d0 : days from 0 days "d0"
      fact n0 : number above 0 "n0"
      fact rows : list of Row "rows"
      table grid of late : days from 0 days, level : Level gives percent
        | late | level | gives |
        | under 3 | any | \(number(40))% |
        | 3 to 9 | low, middle | \(number(40))% |
        | 3 to 9 | high | \(number(40))% |
        | above 9 | low | \(number(40))% |
        otherwise \(number(40))%
      tiers bands of slice : money
        | up to 100 | 10% |
        | up to 2_500 | \(number(20))% |
        | above | 1% |
      """
    ]
    if !isPlain { parts.append(Self.lessPlain) }
    let split = splitText()
    for number in 0..<Int.random(in: 1...3, using: &random) { parts.append(definitionText(number)) }
    parts.append(split)
    if !isPlain, chance(60) { parts.append(choiceText()) }
    for number in 0..<Int.random(in: 2...4, using: &random) { parts.append(itemText(number)) }
    if chance(50) { parts.append(barText()) }
    parts.append(limitTexts())
    if !isPlain { parts.append(recourseText()) }
    parts += remarks()
    let currency = pick(["CNY", "JPY", "KWD"])
    return (parts.joined(separator: "\n") + "\n").split(separator: "CUR", omittingEmptySubsequences: false)
      .joined(separator: currency)
  }

  // MARK: Declarations

  private static let lessPlain = """
    party maker_all "the maker"
    record Cell "a cell"
      z : money from 0 "z"
      f : yes or no "f"
    calendar bank
      weekend saturday, sunday
      holiday 2026-03-02 to 2026-03-06, 2026-05-01
      workday 2026-03-07
    define rate
      from 2026-01-01 is 3%
      from 2026-02-15 is 4.5%
      from 2026-06-01 is 2.1%
    """

  private mutating func definitionText(_ number: Int) -> String {
    let name = "def\(number)"
    var place = Place()
    (place.readsItems, place.readsChoices) = (false, false)
    if chance(40) {
      let text = ruling("define \(name)(sum_of : money) : money", place, word: "is", extra: ["sum_of"])
      functions.append(name)
      return text
    }
    var text = "define \(name) : money"
    if chance(40) {
      text += " is \(money(place)) from 2026-03-01 is \(money(place)) from 2026-07-01 is \(money(place)) because \"b\""
      if chance(40) { text += " dated by t1" }
      text += exceptions(place, indent: "  ") { $0.money($1) } + steps(place)
    } else {
      text = ruling(text, place, word: "is", extra: [])
    }
    definitions.append(name)
    return text
  }

  private mutating func ruling(_ head: String, _ place: Place, word: String, extra: [String]) -> String {
    var place = place
    place.words += extra
    let base =
      extra.isEmpty ? money(place) : "(\(pick(["sum_of + ", "m0 + sum_of + ", "2 * sum_of + "]))\(money(place)))"
    return head + " \(word) \(base) because \"b\"" + exceptions(place, indent: "  ") { $0.money($1) } + steps(place)
  }

  private mutating func splitText() -> String {
    var text = "split fault \"fault\" is us_all 100% because \"b\""
    var names: [String] = []
    for number in 0..<Int.random(in: 1...3, using: &random) {
      let shares = pick([
        "us_all \(Int.random(in: 0...99, using: &random))%, they_all rest",
        "us_all p0, you_all rest", "in proportion us_all m0, they_all m1 + 1 CUR",
        "they_all 33.333%, us_all 33.333%, you_all rest", "you_all 100%",
      ])
      let overriding = names.isEmpty ? "" : " overriding \(names.joined(separator: ", "))"
      let place = Place(depth: 1, readsItems: false, readsChoices: false, readsSplit: false)
      text += "\n  except s\(number): \(shares) when \(condition(place))\(overriding) because \"b\""
      names.append("s\(number)")
    }
    return text
  }

  private mutating func choiceText() -> String {
    choices.append("wanted")
    let place = Place(depth: 1, readsItems: false, readsChoices: false)
    let condition = chance(50) ? " when \(condition(place))" : ""
    let preference = pick(["", "prefer second because \"b\"", "prefer cheapest because \"b\""])
    var text = "choice wanted \"wanted\" for you_all\(condition)\n  option first\n  option second\n  \(preference)"
    if chance(50) {
      text += "\nchoice paid \"paid\" for us_all when wanted = second\n  option cash\n  option voucher"
      choices.append("paid")
    }
    return text
  }

  private mutating func itemText(_ number: Int) -> String {
    let name = "item\(number)"
    var place = Place()
    var text = "item \(name) \"\(name)\"\n  as \(pick(["compensation", "costs", "penalty", "goodwill", "refund"]))"
    let isListed = chance(60)
    if isListed {
      let variable = loopVariable()
      place.row = variable
      let order = !isPlain && chance(30) ? " \(pick(["largest", "smallest"])) first by \(variable).v" : ""
      let filter = chance(40) ? " where \(condition(Place(depth: 1, row: variable)))" : ""
      text += "\n  for each \(variable) in rows\(filter)\(order)"
    }
    if chance(30) {
      var outside = place
      outside.row = nil
      text += "\n  when \(condition(outside))"
    }
    if chance(15) { text += "\n  payee they_all" }
    if !isPlain, chance(20) { text += "\n  owed by \"somebody\"" }
    let remedy =
      choices.contains("paid") && chance(30)
      ? " by paid" : pick(["", "", " by credit", " by voucher", isPlain ? "" : " by way"])
    if !isPlain, isListed, chance(30), let row = place.row {
      var outside = place
      outside.row = nil
      text += "\n  share \(money(outside)) in proportion to \(row).v\(remedy) because \"b\""
      // What is shared out is one amount for all lines: where it is built on `otherwise`, nothing about it may depend on
      // the element.
      var around = chance(50) ? outside : place
      around.readsOtherwise = around.row == nil
      text += exceptions(around, indent: "    ") { rules, inside in
        var amount = inside
        amount.row = nil
        return rules.chance(40)
          ? rules.pick(["nothing", rules.money(inside)])
          : "share \(rules.money(amount)) in proportion to \(row).r"
      }
    } else {
      text += "\n  pay \(money(place))\(remedy) because \"b\""
      text += exceptions(place, indent: "    ") { rules, place in
        if rules.chance(15) { return "nothing" }
        return rules.chance(30)
          ? "pay \(rules.money(place)) by \(rules.pick(["cash", "repair", rules.isPlain ? "credit" : "way"]))"
          : rules.money(place)
      }
    }
    text += steps(place, bears: true)
    items.append(name)
    if isListed { listedItems.append(name) }
    return text
  }

  private mutating func barText() -> String {
    let targets = chance(50) ? "all" : "\(items[0]), \(items[1])"
    var text = "bar barred \"barred\" on \(targets)"
    let place = Place(depth: 1, readsItems: false)
    for _ in 0..<Int.random(in: 1...2, using: &random) { text += "\n  when \(condition(place)) because \"b\"" }
    if chance(50) { text += "\n  except meant: waived when \(condition(place)) because \"b\"" }
    return text
  }

  private mutating func limitTexts() -> String {
    var text = ""
    let count = Int.random(in: 0...3, using: &random)
    for number in 0..<count {
      var place = Place(depth: 2)
      if !isPlain, !listedItems.isEmpty, chance(30) {
        let variable = loopVariable()
        place.row = variable
        text += "limit limit\(number) \"limit\" on \(listedItems.joined(separator: ", ")) for each \(variable) in rows"
      } else {
        text += "limit limit\(number) \"limit\" on \(chance(50) ? "all" : pick(items))"
      }
      text += steps(place, atLeast: 1, isLimit: true) + "\n"
    }
    if count > 1 {
      text += "apply \((0..<count).map { "limit\($0)" }.joined(separator: " then ")) because \"b\""
    }
    return text
  }

  private mutating func recourseText() -> String {
    let place = Place(depth: 1)
    return
      "recover back \"back\" on \(pick(items)) from maker_all \(percent(place)) when \(condition(place)) because \"b\""
      + exceptions(place, indent: "    ") { $0.percent($1) } + steps(place)
  }

  private mutating func remarks() -> [String] {
    var texts = [
      "approval boss \"boss\" when total_payable > 500 CUR or payable of \(pick(items)) > 100 CUR",
      "authority of total_net\n  | clerk | up to 100 |\n  | head | under 2_000 |\n  | board | any |",
      // Everything is read by something.
      "note reads_facts when y0 or y1 or y2 or k = high or way = cash or m0 > m1 or p0 > p1 or d0 > 4 days or n0 > 3 or t1 > t0",
      "note reads_rows when any row in rows where row.q or row.r > 5% or row.l = low",
      "note reads_more when y0 and (m2 is stated or share of us_all in fault > 3% or grid(d0, k) > 7% or bands(m0) > 9 CUR)",
    ]
    if !isPlain {
      texts += [
        "deadline answer \"answer\" is \(pick([1, 4, 9])) business days after t0 in bank"
          + "\n  except soon: 2 days after otherwise when \(condition(Place(depth: 1))) because \"b\"",
        "figure shown \"shown\" is (accrued rate from t0 to t1) * m0",
        "note reads_cells when any row in rows where (any cell in row.cells where cell.f and cell.z > 3 CUR)",
      ]
    }
    for name in definitions { texts.append("note reads_\(name) when \(name) > 3 CUR") }
    for name in functions { texts.append("note reads_\(name) when \(name)(m0) > 3 CUR") }
    if choices.contains("wanted") { texts.append("note reads_wanted when wanted = second") }
    if choices.contains("paid") { texts.append("note reads_paid when paid = cash") }
    return texts
  }

  // MARK: Rulings

  private mutating func exceptions(
    _ place: Place, indent: String, value: (inout GeneratedRules, Place) -> String
  ) -> String {
    var text = ""
    var names: [String] = []
    for number in 0..<pick([0, 0, 1, 1, 2, 3]) {
      var inside = place
      if !isPlain, place.readsOtherwise { inside.words.append("otherwise") }
      let overriding = names.isEmpty ? "" : " overriding \(names.joined(separator: ", "))"
      let name = "e\(number)_\(loopCount)"
      loopCount += 1
      let condition = condition(
        Place(
          depth: 1, row: place.row, readsItems: place.readsItems, readsChoices: place.readsChoices,
          readsSplit: place.readsSplit))
      text += "\n\(indent)except \(name): \(value(&self, inside)) when \(condition)\(overriding) because \"b\""
      names.append(name)
    }
    return text
  }

  private mutating func steps(
    _ place: Place, bears: Bool = false, atLeast: Int = 0, isLimit: Bool = false
  ) -> String {
    var text = ""
    var inside = place
    inside.depth = 2
    inside.words.append("it")
    for _ in 0..<Int.random(in: atLeast...3, using: &random) {
      let kind = Int.random(in: 0..<(isLimit ? (isPlain ? 8 : 9) : bears ? 10 : 8), using: &random)
      var overridden = true
      switch kind {
      case 0: text += "\n  at most \(money(inside))"
      case 1: text += "\n  at least \(money(inside))"
      case 2: text += "\n  less \(money(inside))"
      case 3: text += "\n  plus \(money(inside))"
      case 4: text += "\n  times \(percent(inside))"
      case 5: text += "\n  nothing under \(money(inside))"
      case 6: text += "\n  nothing up to \(money(inside))"
      case 7:
        text += "\n  rounded \(pick(["", "half even ", "up ", "down "]))to \(pick(["5", "0.5", "3", "10"])) CUR"
        overridden = false
      case 8 where isLimit:
        text += "\n  only the largest"
        overridden = false
      default:
        text += "\n  borne by fault"
        overridden = false
      }
      if chance(30) { text += " when \(condition(inside))" }
      if kind < 9, !(kind == 8 && bears) { text += " because \"b\"" }
      if overridden {
        let isPercent = kind == 4
        text += exceptions(inside, indent: "    ") { rules, place in
          if rules.chance(25) { return "waived" }
          return isPercent ? rules.percent(place) : rules.money(place)
        }
      }
    }
    return text
  }

  // MARK: Expressions

  /// A sum that is not below zero, in brackets where it is not one word.
  private mutating func money(_ place: Place) -> String {
    if let word = place.words.filter({ $0 == "otherwise" || $0 == "it" || $0 == "sum_of" }).last, chance(25) {
      return word
    }
    if place.depth == 0 || chance(20) { return leaf(place) }
    var inner = place
    inner.depth -= 1
    switch Int.random(in: 0..<15, using: &random) {
    case 0: return "(\(money(inner)) + \(money(inner)))"
    case 1: return "(largest of (\(money(inner)) - \(money(inner)), 0))"
    case 2: return "(smallest of (\(money(inner)), \(money(inner))))"
    case 3: return "(largest of (\(money(inner)), \(money(inner))))"
    case 4: return "(\(percent(inner)) of \(money(inner)))"
    case 5: return "(\(money(inner)) reduced by \(pick(["p0", "p1", "20%"])))"
    case 6: return "(\(money(inner)) increased by \(percent(inner)))"
    case 7:
      return "(\(money(inner)) rounded \(pick(["half even ", "up ", "down ", ""]))to \(pick(["1", "0.5", "7"])) CUR)"
    case 8: return "(\(money(inner)) \(pick(["*", "/"])) n0)"
    case 9:
      let part = pick(["in proportion", "counts as full", "ignored"])
      return "(\(money(inner)) for every \(pick([1, 2, 7])) days of d0, part \(part))"
    case 10:
      let variable = loopVariable()
      let filter = condition(Place(depth: 1, row: variable))
      return "(\(pick(["sum", "largest", "smallest"])) of \(variable).v for each \(variable) in rows where \(filter))"
    case 11 where !isPlain:
      let variable = loopVariable()
      let list = place.row.map { "\($0).cells" } ?? "rows.cells"
      return "(sum of \(variable).z for each \(variable) in \(list) where \(pick(["", "not "]))\(variable).f)"
    case 12 where !functions.isEmpty: return "\(pick(functions))(\(money(inner)))"
    case 13 where place.readsItems && !items.isEmpty: return "(\(pick(["assessed", "claimed"])) of \(pick(items)))"
    case 14: return "bands(\(money(inner)))"
    default: return leaf(place)
    }
  }

  private mutating func leaf(_ place: Place) -> String {
    var leaves = ["m0", "m1", "\(number(300)) CUR"] + definitions
    if let row = place.row { leaves += ["\(row).v", "\(row).v"] }
    return pick(leaves)
  }

  private mutating func percent(_ place: Place) -> String {
    var leaves = ["p0", "p1", "\(number(90))%", "grid(d0, k)"]
    if !isPlain { leaves.append("(accrued rate from t0 to t1)") }
    if place.readsSplit { leaves.append("share of us_all in fault") }
    if let row = place.row { leaves += ["\(row).r", "grid(d0, \(row).l)"] }
    return chance(20) ? "(largest of (\(pick(leaves)), \(pick(leaves))))" : pick(leaves)
  }

  private mutating func condition(_ place: Place) -> String {
    if place.depth > 0, chance(45) {
      var inner = place
      inner.depth -= 1
      switch Int.random(in: 0..<5, using: &random) {
      case 0: return "(not \(condition(inner)))"
      case 1: return "(\(condition(inner)) and \(condition(inner)))"
      case 2: return "(\(condition(inner)) or \(condition(inner)))"
      case 3:
        let variable = loopVariable()
        return "(any \(variable) in rows where \(condition(Place(depth: 0, row: variable))))"
      default:
        let variable = loopVariable()
        return "((count \(variable) in rows where \(condition(Place(depth: 0, row: variable)))) >= \(pick([1, 2, 3])))"
      }
    }
    var leaves = [
      "y0", "y1", "y2", "(k >= middle)", "(k = any of (low, high))", "(m0 > m1)", "(m0 <= \(number(500)) CUR)",
      "(d0 > \(pick([1, 3, 9])) days)", "(t1 > \(pick([3, 30])) days after t0)", "(weekday of t0 = monday)",
      "(m1 >= \(number(400)) CUR)", "((whole months from t0 to t1) >= 1 month)", "(p0 < p1)",
      "(m2 > \(number(90)) CUR)",
    ]
    if !isPlain { leaves.append("(2 business days after t0 in bank < t1)") }
    if place.readsSplit { leaves.append("(share of they_all in fault > 10%)") }
    if let row = place.row {
      leaves += ["\(row).q", "(\(row).v > \(number(200)) CUR)", "(\(row).r >= p0)", "(\(row).l < high)"]
    }
    if place.words.contains("it") { leaves += ["(it > \(number(300)) CUR)", "(it <= m0)"] }
    if place.readsChoices {
      if choices.contains("wanted") { leaves += ["(wanted = first)", "(wanted != second)"] }
      if choices.contains("paid") { leaves.append("(paid = cash)") }
    }
    return pick(leaves)
  }

  // MARK: Drawing

  private mutating func loopVariable() -> String {
    loopCount += 1
    return "x\(loopCount)"
  }

  /// A number with up to three decimals.
  private mutating func number(_ most: Int) -> String {
    "\(Int.random(in: 1...most, using: &random))" + pick(["", "", ".5", ".05", ".125", ".333"])
  }

  private mutating func chance(_ hundredths: Int) -> Bool { Int.random(in: 0..<100, using: &random) < hundredths }

  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: 0..<values.count, using: &random)]
  }
}
