/// A claim of the portfolio workload as plain numbers; sums of money are whole cents.
struct PortfolioCase {
  /// In the order of the policy's words.
  enum Kind: Int { case repairable, destroyed, wrongItem, delay, consequential }

  struct Loss {
    var kind: Kind
    var value: Int64
    var repairCost: Int64 = 0
    var isReshipped = false
    var penaltyPercent: Int64 = 0
    var days: Int64 = 0
    var isPurposeStated = false
  }

  var faultPercent: Int64
  var freight: Int64
  var losses: [Loss]

  /// With the distributions of `Benchmarks/portfolio/generate_cases.py`, but amounts spread evenly in their number of
  /// digits; with one to eight losses unless told how many.
  init(losses count: Int? = nil, random: inout SeededGenerator) {
    let shares: [Int64] = [0, 10, 25, 33, 50, 66, 75, 80, 100, 100, 100]
    faultPercent = shares[Int.random(in: 0..<shares.count, using: &random)]
    freight = Self.amount(from: 20_000, doublings: 6, &random)
    losses = []
    for _ in 0..<(count ?? Int.random(in: 1...8, using: &random)) {
      guard let kind = Kind(rawValue: Int.random(in: 0..<5, using: &random)) else { continue }
      var loss = Loss(kind: kind, value: Self.amount(from: 2_000, doublings: 11, &random))
      switch kind {
      case .repairable: loss.repairCost = Self.amount(from: 1_000, doublings: 10, &random)
      case .destroyed: loss.isReshipped = Bool.random(using: &random)
      case .wrongItem:
        loss.isReshipped = Bool.random(using: &random)
        loss.penaltyPercent = 5 * Int64.random(in: 1...4, using: &random)
      case .delay: loss.days = Int64.random(in: 1...60, using: &random)
      case .consequential: loss.isPurposeStated = Bool.random(using: &random)
      }
      losses.append(loss)
    }
  }

  private static func amount(from smallest: Int64, doublings: Int, _ random: inout SeededGenerator) -> Int64 {
    let low = smallest << Int.random(in: 0..<doublings, using: &random)
    return Int64.random(in: low...(2 * low), using: &random)
  }
}

/// What a claim comes to, in cents.
struct PortfolioSums: Equatable {
  var cash: Int64 = 0
  var inKind: Int64 = 0
}

extension PortfolioCase {
  /// The rules of the policy as a programmer would write them down for this one policy: what an evaluation costs at
  /// least. `lines` takes what each loss gives in cash, in as many places as there are losses.
  @inline(never)
  func settledByHand(_ lines: inout [Int64]) -> PortfolioSums {
    var sums = PortfolioSums()
    var cash: Int64 = 0
    for (position, loss) in losses.enumerated() {
      let (paid, inKind) = judged(loss)
      lines[position] = paid
      cash += paid
      sums.inKind += inKind
    }
    let ceiling = 3 * freight
    if cash > ceiling {
      var capped: Int64 = 0
      for position in losses.indices {
        lines[position] = Self.halfUp(Int128(lines[position]) * Int128(ceiling), over: Int128(cash))
        capped += lines[position]
      }
      cash = capped
    }
    sums.cash = cash - min(5_000, cash)
    return sums
  }

  /// Cash and in kind.
  @inline(__always)
  private func judged(_ loss: Loss) -> (Int64, Int64) {
    let value = Int128(loss.value)
    let fault = Int128(faultPercent)
    switch loss.kind {
    case .repairable: return (Self.halfUp(min(Int128(loss.repairCost), value) * fault, over: 100), 0)
    case .destroyed:
      let amount = Self.halfUp(value * fault, over: 100)
      return loss.isReshipped ? (0, amount) : (amount, 0)
    case .wrongItem:
      let penalty = Int128(loss.penaltyPercent)
      if loss.isReshipped { return (Self.halfUp(value * penalty, over: 100), loss.value) }
      return (Self.halfUp(value * (100 + penalty), over: 100), 0)
    case .delay: return (Self.halfUp(value * min(5 * Int128(loss.days), 200) * fault, over: 100_000), 0)
    case .consequential:
      return (loss.isPurposeStated ? Self.halfUp(value * fault, over: 100) : 0, 0)
    }
  }

  @inline(__always)
  private static func halfUp(_ numerator: Int128, over denominator: Int128) -> Int64 {
    Int64(truncatingIfNeeded: (2 * numerator + denominator) / (2 * denominator))
  }
}
