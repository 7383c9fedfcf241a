/// The rules, with products in 128 bits as Redress has them.
enum Rules {
  /// Awards each loss, cuts the cash to three freights, and takes the deductible off. `awards` has room for every loss.
  @inline(__always)
  static func settle(
    _ losses: UnsafeBufferPointer<Loss>, of claim: Claim, into awards: UnsafeMutableBufferPointer<Award>
  ) -> Totals {
    var totals = Totals()
    var sum: Int64 = 0
    for position in losses.indices {
      let award = judge(losses[position], share: claim.share)
      awards[position] = award
      sum += award.cash
      totals.inKind += award.inKind
    }
    let limit = claim.freight * 3
    if sum > limit {
      totals.isCapped = true
      var left: Int64 = 0
      for position in losses.indices {
        let cash = halfUp(Int128(awards[position].cash) * Int128(limit), over: Int128(sum))
        awards[position].cash = cash
        left += cash
      }
      sum = left
    }
    totals.deductible = min(5_000, sum)
    totals.cash = sum - totals.deductible
    return totals
  }

  @inline(__always)
  private static func judge(_ loss: Loss, share: Int64) -> Award {
    let value = Int128(loss.value)
    if loss.kind == .wrongItem {
      let penalty = Int128(loss.count)
      return loss.flag
        ? Award(
          decision: .inKind, reason: .wrongItemReship, cash: halfUp(value * penalty, over: 100), inKind: loss.value)
        : paid(halfUp(value * (100 + penalty), over: 100), .wrongItemDeduct)
    }
    if loss.kind == .consequential && !loss.flag { return Award(decision: .denied, reason: .purposeNotStated) }
    if share == 0 { return Award(decision: .denied, reason: .noShare) }
    let share = Int128(share)
    switch loss.kind {
    case .repairable:
      return loss.repairCost > loss.value
        ? paid(halfUp(value * share, over: 100), .repairAboveValue)
        : paid(halfUp(Int128(loss.repairCost) * share, over: 100), .repair)
    case .destroyed:
      let amount = halfUp(value * share, over: 100)
      return loss.flag
        ? Award(decision: .inKind, reason: .destroyedInKind, inKind: amount) : paid(amount, .destroyedCash)
    case .delay:
      return loss.count > 40
        ? paid(halfUp(value * 20 * share, over: 10_000), .delayCapped)
        : paid(halfUp(value * 5 * Int128(loss.count) * share, over: 100_000), .delay)
    case .consequential, .wrongItem: return paid(halfUp(value * share, over: 100), .consequential)
    }
  }

  @inline(__always)
  private static func paid(_ cash: Int64, _ reason: Award.Reason) -> Award {
    Award(decision: .paid, reason: reason, cash: cash)
  }

  @inline(__always)
  private static func halfUp(_ numerator: Int128, over denominator: Int128) -> Int64 {
    Int64(truncatingIfNeeded: (2 * numerator + denominator) / (2 * denominator))
  }
}
