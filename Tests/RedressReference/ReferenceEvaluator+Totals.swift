import RedressChecker
import RedressValues

extension ReferenceEvaluator {
  /// Rule 27: what may be claimed back of what is payable after all limits.
  mutating func takeRecourses(_ lines: [ReferenceLine]) throws(Stop) -> [Settlement.Recourse] {
    var result: [Settlement.Recourse] = []
    for recourse in policy.recourses {
      guard try holds(recourse.condition, recourse.optionalReads, Place()) else { continue }
      let own = lines.filter { recourse.items.contains($0.item) && policy.items[$0.item].owedBy == nil }
      let (portion, decision) = try ruled(recourse.ruling, Place())
      guard case .number(let percentage) = portion else { throw .notCovered("recourse of no percentage") }
      var value = try product(try sum(own.map(\.limited)), percentage)
      var before = try shown(value)
      var steps: [Settlement.Line.Step] = []
      for step in recourse.steps {
        let taken = try taken(step, on: value, Place())
        value = taken.value
        let after = try shown(value)
        let change = try RedressReference.difference(after, before)
        if !change.isZero {
          let branches = names(of: taken.decision, in: step, of: recourse.name)
          steps.append(
            Settlement.Line.Step(
              name: recourse.name + "." + step.name, branch: branches.first ?? "", change: change, after: after,
              shares: []))
        }
        before = after
      }
      if value.isNegative { throw .refused("paymentBelowZero") }
      let amount = try shown(value)
      recovered = try sum([recovered, amount])
      if amount.isZero { continue }
      result.append(
        Settlement.Recourse(
          name: recourse.name, party: policy.parties[recourse.party].name, amount: amount,
          branch: try names(of: decision, in: recourse.ruling, named: recourse.name, Place()).first ?? "",
          steps: steps))
    }
    return result
  }

  /// Rules 30 and 31. What others owe is in none of them.
  func total(_ total: Total) throws(Stop) -> Rational {
    guard let settledLines else { throw .notCovered("a total before all lines are known") }
    let own = settledLines.filter { policy.items[$0.item].owedBy == nil }
    switch total {
    case .claimed: return try sum(stated.claimed.keys.sorted().compactMap { stated.claimed[$0] })
    case .cash: return try sum(own.filter { $0.payment.remedy == .cash }.map(\.limited))
    case .credit: return try sum(own.filter { $0.payment.remedy == .credit }.map(\.limited))
    case .inKind: return try sum(own.filter { $0.payment.remedy?.isGivenInKind == true }.map(\.limited))
    case .payable: return try sum(own.map(\.limited))
    case .recovered: return recovered
    case .net: return try RedressReference.difference(try self.total(.payable), recovered)
    case .ofClass(let itemClass):
      return try sum(own.filter { policy.items[$0.item].itemClass == itemClass }.map(\.limited))
    case .toParty(let party):
      return try sum(own.filter { (policy.items[$0.item].payee ?? policy.claimant) == party }.map(\.limited))
    }
  }
}
