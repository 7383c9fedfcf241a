/// A claim; money is whole cents, shares and penalties whole percent.
struct Claim {
  var id: Int64 = 0
  var share: Int64 = 0
  var freight: Int64 = 0
  /// Where its losses lie in the array of all losses.
  var losses = 0..<0
}

struct Loss {
  enum Kind: UInt8 { case repairable, destroyed, wrongItem, delay, consequential }

  var kind = Kind.repairable
  /// Whether the goods are sent again, or whether the contract states what they were for.
  var flag = false
  /// Percent of the penalty, or days of delay.
  var count: Int32 = 0
  var value: Int64 = 0
  var repairCost: Int64 = 0

  static let names: [StaticString] = [
    "damage-repairable", "damage-destroyed", "wrong-item", "delay", "consequential",
  ]
}

/// What a loss comes to. The texts of decision and reason are only needed when it is written.
struct Award {
  enum Decision: UInt8 { case paid, inKind, denied }

  enum Reason: UInt8 {
    case repair, repairAboveValue, destroyedInKind, destroyedCash, wrongItemReship, wrongItemDeduct
    case delay, delayCapped, consequential, purposeNotStated, noShare
  }

  var decision = Decision.denied
  var reason = Reason.noShare
  var cash: Int64 = 0
  var inKind: Int64 = 0

  static let decisions: [StaticString] = ["paid", "in-kind", "denied"]
  static let reasons: [StaticString] = [
    "repair cost x carrier share",
    "repair costs more than the goods: value x carrier share",
    "destroyed goods reshipped in kind x carrier share",
    "value of destroyed goods x carrier share",
    "wrong item reshipped in kind, contract penalty in cash",
    "price of wrong item deducted plus contract penalty",
    "daily penalty 0.5% of value x carrier share",
    "daily penalty capped at 20% of value x carrier share",
    "purpose stated in contract: claimed loss x carrier share",
    "purpose of goods not stated in contract",
    "carrier bears no share of the cause",
  ]
}

struct Totals {
  var isCapped = false
  var deductible: Int64 = 0
  var cash: Int64 = 0
  var inKind: Int64 = 0
}
