import RedressChecker
import RedressValues

/// A line of a proposal while it is worked out.
struct ReferenceLine {
  let item: Int
  /// What it is a line of, and its place in its list, from 1.
  var element: ReferenceElement?
  var place: Int?
  /// The item does not arise, or has no element, though it was claimed.
  var arises = true
  /// Grounds that hold.
  var bars: [String] = []
  var payment = ReferencePayment(form: .nothing)
  /// A bar denies the line, and nobody can say what it would have been.
  var isOpen = false
  /// Nil where it is open, and where the line does not arise.
  var assessed: Rational?
  var payable: Rational = .zero
  /// What limits leave of it.
  var limited: Rational = .zero
  var status = "granted"
  var claimed: Rational?
  var branches: [String] = []
  var steps: [Settlement.Line.Step] = []
}

extension ReferenceEvaluator {
  /// Rule 18: the lines of an item.
  mutating func lines(of index: Int) throws(Stop) -> [ReferenceLine] {
    if let known = lines[index] { return known }
    let item = policy.items[index]
    var result: [ReferenceLine] = []
    let arises = try holds(item.condition, item.conditionOptionalReads, Place())
    if arises {
      if let loop = item.loop {
        for (position, found) in try elements(ofItem: loop).enumerated() {
          var place = Place()
          place.elements[loop.variable] = found.element
          place.positions[loop.variable] = position + 1
          var line = try line(of: index, place)
          (line.element, line.place) = (found.element, found.place)
          result.append(line)
        }
      } else {
        result.append(try line(of: index, Place()))
      }
    }
    if result.isEmpty, stated.claimed[index] != nil {
      // A claimed item without a line is one denied line.
      var line = ReferenceLine(item: index)
      line.arises = false
      line.branches = [item.name + (arises ? ".where" : ".when")]
      result.append(line)
    }
    for position in result.indices {
      // Rule 29: a claim stands on the line if its item has one.
      if result.count == 1 { result[position].claimed = stated.claimed[index] }
      result[position].status = try status(of: result[position])
      result[position].limited = result[position].payable
    }
    lines[index] = result
    return result
  }

  /// Rule 19: bars, base and exceptions, steps in the order written, the minor unit.
  private mutating func line(of index: Int, _ place: Place) throws(Stop) -> ReferenceLine {
    let item = policy.items[index]
    var line = ReferenceLine(item: index)
    line.bars = try grounds(against: index)
    if !line.bars.isEmpty {
      // Rule 23: a bar denies whatever the amount is, even one that is unknown or cannot be computed.
      do throws(Stop) {
        line.payment = try payment(of: index, place)
        line.assessed = try shown(line.payment.amount)
      } catch {
        line.isOpen = true
      }
      line.branches = line.bars
      return line
    }
    line.payment = try payment(of: index, place)
    line.assessed = try shown(line.payment.amount)
    line.branches = try names(of: line.payment.decision, in: item.ruling, named: item.name, place)
    guard line.payment.form == .amount else { return line }
    try demandDiscretion(of: line)
    try takeSteps(of: item, place, &line)
    return line
  }

  /// A figure outside its bounds refuses the case.
  private func demandDiscretion(of line: ReferenceLine) throws(Stop) {
    guard line.payment.discretion.count == 2, let assessed = line.assessed else { return }
    if assessed < line.payment.discretion[0] || assessed > line.payment.discretion[1] {
      throw .refused("outsideDiscretion")
    }
  }

  private mutating func takeSteps(
    of item: CheckedPolicy.Item, _ place: Place, _ line: inout ReferenceLine
  ) throws(Stop) {
    let base = line.branches
    var value = line.payment.amount
    var before = try shown(value)
    var denying = before.isZero ? base : nil
    for step in item.steps {
      var branches: [String]
      var parts: [String] = []
      var name = item.name + "." + step.name
      var acted: Bool
      if case .borneBy(let split) = step.form {
        if value.isNegative { throw .refused("paymentBelowZero") }
        let decision: [Int]
        (acted, decision) = try acts(step, on: value, place)
        branches = names(of: decision, in: step, of: item.name)
        if acted {
          let borne = try portions(of: split)
          (value, parts) = try borneByUs(try shown(value), borne)
          (name, branches) = (policy.splits[split].name, borne.branches)
        }
      } else {
        let taken = try taken(step, on: value, place)
        (value, acted) = (taken.value, taken.acted)
        branches = names(of: taken.decision, in: step, of: item.name)
      }
      let after = try shown(value)
      let change = try RedressReference.difference(after, before)
      if !change.isZero || !parts.isEmpty {
        let branch = branches.first ?? ""
        line.steps.append(
          Settlement.Line.Step(name: name, branch: branch, change: change, after: after, shares: parts))
      }
      // Rule 29: what first made it zero, unless a later step revives it.
      if !after.isZero { denying = nil } else if denying == nil { denying = branches }
      before = after
    }
    if value.isNegative { throw .refused("paymentBelowZero") }
    line.payable = try shown(value)
    if let denying { line.branches = denying }
  }

  /// Rule 19: the rounded value shared out over the parties by largest remainder; and our part.
  private func borneByUs(
    _ amount: Rational, _ portions: ReferencePortions
  ) throws(Stop) -> (ours: Rational, parts: [String]) {
    let amounts = try shared(amount, by: portions.shares.map(\.portion), step: try minorUnit)
    var ours = Rational.zero
    var parts: [String] = []
    for (share, part) in zip(portions.shares, amounts) {
      parts.append("\(policy.parties[share.party].name) \(part)")
      if share.party == policy.us { ours = part }
    }
    return (ours, parts)
  }

  /// Rule 29, in its order.
  private func status(of line: ReferenceLine) throws(Stop) -> String {
    if !line.arises || !line.bars.isEmpty || line.payment.form == .nothing { return "denied" }
    if line.payment.form == .apology || line.payment.form == .right { return "granted" }
    if line.payable.isZero { return "denied" }
    if !line.payment.discretion.isEmpty { return "proposed" }
    let asked = max(line.assessed ?? .zero, line.claimed ?? .zero)
    return line.payable < asked ? "reduced" : "granted"
  }

  /// Rule 23: every ground of every bar on the item that holds.
  private mutating func grounds(against item: Int) throws(Stop) -> [String] {
    var result: [String] = []
    for bar in policy.bars where bar.items.contains(item) {
      var holding: [String] = []
      for (index, ground) in bar.grounds.enumerated() {
        if try holds(ground.condition, ground.optionalReads, Place()) {
          holding.append(bar.grounds.count == 1 ? bar.name : "\(bar.name).\(index + 1)")
        }
      }
      if holding.isEmpty { continue }
      if try decisive(bar.exceptions, without: [], Place()).isEmpty { result += holding }
    }
    return result
  }

  /// Rules 22 and 31: what other rulings may read of an item.
  mutating func amount(_ amount: ItemAmount, of item: Int) throws(Stop) -> Rational {
    switch amount {
    case .claimed: return stated.claimed[item] ?? .zero
    case .assessed:
      let lines = try lines(of: item)
      if lines.contains(where: \.isOpen) { throw .unknown("assessed of \(policy.items[item].name)") }
      return try sum(lines.map { $0.assessed ?? .zero })
    case .payable:
      guard let settledLines else { throw .notCovered("`payable of` before all lines are known") }
      return try sum(settledLines.filter { $0.item == item }.map(\.limited))
    }
  }
}
