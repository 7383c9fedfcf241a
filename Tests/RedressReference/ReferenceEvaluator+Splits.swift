import RedressChecker
import RedressValues

/// Who bears how much, in the order written.
struct ReferencePortions {
  var shares: [(party: Int, portion: Rational)]
  /// The branches they are from.
  var branches: [String]
}

extension ReferenceEvaluator {
  mutating func portions(of index: Int) throws(Stop) -> ReferencePortions {
    let split = policy.splits[index]
    let decision = try decisive(split.ruling.exceptions, without: [], Place())
    let branches = try names(of: decision, in: split.ruling, named: split.name, Place())
    if decision.isEmpty {
      let base = try branch(of: split.ruling, on: nil, Place()).base
      return ReferencePortions(shares: try portions(base), branches: branches)
    }
    var agreed: [(party: Int, portion: Rational)]?
    for exception in decision {
      let shares = try portions(split.ruling.exceptions[exception].value)
      // Rule 15: they agree party by party; who is not named bears nothing.
      if let agreed, byParty(agreed) != byParty(shares) { throw .refused("conflict") }
      agreed = agreed ?? shares
    }
    return ReferencePortions(shares: agreed ?? [], branches: branches)
  }

  private func byParty(_ shares: [(party: Int, portion: Rational)]) -> [Int: Rational] {
    var result: [Int: Rational] = [:]
    for share in shares where !share.portion.isZero { result[share.party] = share.portion }
    return result
  }

  private mutating func portions(
    _ shares: CheckedPolicy.Shares
  ) throws(Stop) -> [(party: Int, portion: Rational)] {
    var stated: [Rational?] = []
    for share in shares.shares {
      guard let expression = share.value else {
        stated.append(nil)
        continue
      }
      let number = try number(expression, Place())
      if number.isNegative { throw .refused("shareBelowZero") }
      stated.append(number)
    }
    let whole = try sum(stated.compactMap { $0 })
    if shares.isInProportion {
      if whole.isZero { throw .refused("noWeight") }
    } else if stated.contains(nil) ? whole > .one : whole != .one {
      throw .refused("sharesNotWhole")
    }
    var result: [(party: Int, portion: Rational)] = []
    for (share, number) in zip(shares.shares, stated) {
      if shares.isInProportion {
        result.append((share.party, try quotient(number ?? .zero, whole)))
      } else {
        let rest = try RedressReference.difference(.one, whole)
        result.append((share.party, number ?? rest))
      }
    }
    return result
  }
}
