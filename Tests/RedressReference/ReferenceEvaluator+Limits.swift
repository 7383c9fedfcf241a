import RedressChecker
import RedressValues

extension ReferenceEvaluator {
  /// Rule 24: what the limits, in their order, take of the lines.
  mutating func takeLimits(_ lines: inout [ReferenceLine]) throws(Stop) -> [Settlement.Adjustment] {
    var adjustments: [Settlement.Adjustment] = []
    for limit in policy.limits {
      // A limit's lines: those that carry an amount, be it zero.
      let scope = lines.indices.filter { position in
        let line = lines[position]
        return limit.items.contains(line.item) && line.arises && line.bars.isEmpty && line.payment.form == .amount
      }
      guard let loop = limit.loop else {
        try take(limit, nil, scope, Place(), &lines, &adjustments)
        continue
      }
      for element in try allElements(of: loop, Place()) {
        let own = scope.filter { lines[$0].element?.isInside(element) ?? false }
        var place = Place()
        place.elements[loop.variable] = element
        try take(limit, element, own, place, &lines, &adjustments)
      }
    }
    return adjustments
  }

  private mutating func take(
    _ limit: CheckedPolicy.Limit, _ element: ReferenceElement?, _ scope: [Int], _ place: Place,
    _ lines: inout [ReferenceLine], _ adjustments: inout [Settlement.Adjustment]
  ) throws(Stop) {
    if scope.isEmpty { return }
    for step in limit.steps {
      let (parts, branches) = try parts(of: step, in: limit, scope.map { lines[$0].limited }, place)
      var own: [Rational] = []
      var spread: [String] = []
      var cutsInKind = false
      for (position, part) in zip(scope, parts) where !part.isZero {
        lines[position].limited = try sum([lines[position].limited, part])
        let item = policy.items[lines[position].item]
        if item.owedBy == nil { own.append(part) }
        let number = lines[...position].count { $0.item == lines[position].item }
        spread.append("\(item.name) \(number): \(part)")
        // Rule 28.
        if part.isNegative, lines[position].payment.remedy?.isGivenInKind == true { cutsInKind = true }
      }
      if spread.isEmpty { continue }
      adjustments.append(
        Settlement.Adjustment(
          name: limit.name + "." + step.name, element: element?.name, branch: branches.first ?? "",
          amount: try sum(own), spread: spread, cutsInKind: cutsInKind))
    }
  }

  /// What a step adds to each line.
  private mutating func parts(
    of step: CheckedPolicy.Step, in limit: CheckedPolicy.Limit, _ amounts: [Rational], _ place: Place
  ) throws(Stop) -> (parts: [Rational], branches: [String]) {
    let whole = try sum(amounts)
    switch step.form {
    case .times:
      var parts: [Rational] = []
      var branches: [String] = []
      for amount in amounts {
        let taken = try taken(step, on: amount, place)
        let part = try RedressReference.difference(try shown(taken.value), amount)
        parts.append(part)
        if !part.isZero, branches.isEmpty { branches = names(of: taken.decision, in: step, of: limit.name) }
      }
      return (parts, branches)
    case .onlyTheLargest:
      let (acts, decision) = try acts(step, on: whole, place)
      let largest = amounts.max() ?? .zero
      let kept = acts ? amounts.firstIndex(of: largest) : nil
      var parts: [Rational] = []
      for (position, amount) in amounts.enumerated() {
        parts.append(!acts || position == kept ? .zero : try RedressReference.difference(.zero, amount))
      }
      return (parts, names(of: decision, in: step, of: limit.name))
    default:
      let taken = try taken(step, on: whole, place)
      let change = try RedressReference.difference(try shown(taken.value), whole)
      let branches = names(of: taken.decision, in: step, of: limit.name)
      if change.isZero { return (amounts.map { _ in .zero }, branches) }
      if whole.isZero { return (amounts.indices.map { $0 == 0 ? change : .zero }, branches) }
      return (try shared(change, by: amounts, step: try minorUnit), branches)
    }
  }
}

extension Remedy {
  /// One cannot give a part of it without deciding which.
  var isGivenInKind: Bool { self != .cash && self != .credit }
}
