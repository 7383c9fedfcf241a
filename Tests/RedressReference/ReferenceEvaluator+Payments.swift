import RedressChecker
import RedressValues

/// What an item pays by its base and exceptions, before steps.
struct ReferencePayment {
  enum Form: Hashable { case amount, nothing, apology, right }

  var form: Form
  var amount: Rational = .zero
  var remedy: Remedy?
  /// The bounds a person decides within.
  var discretion: [Rational] = []
  var decision: [Int] = []

  /// Rule 15: amount, remedy and bounds.
  func agrees(with other: ReferencePayment) -> Bool {
    form == other.form && amount == other.amount && remedy == other.remedy && discretion == other.discretion
  }
}

extension ReferenceEvaluator {
  /// - Parameter isWhole: what is shared out is asked for, not the part of the element at this place.
  mutating func payment(
    of index: Int, without: Set<Int> = [], isWhole: Bool = false, _ place: Place
  ) throws(Stop) -> ReferencePayment {
    let ruling = policy.items[index].ruling
    let decision = try decisive(ruling.exceptions, without: without, place)
    if decision.isEmpty { return try paid(try branch(of: ruling, on: nil, place).base, by: index, isWhole, place) }
    var result: ReferencePayment?
    for exception in decision {
      let others = without.union([exception])
      var inside = place
      inside.leftOut = others
      inside.otherwise = alternative(of: index, isWhole: isWhole, without: others, place)
      inside.otherwiseWhole = alternative(of: index, isWhole: true, without: others, place)
      let paid = try paid(ruling.exceptions[exception].value, by: index, isWhole, inside)
      if let result, !result.agrees(with: paid) { throw .refused("conflict") }
      result = result ?? paid
    }
    result?.decision = decision
    return result ?? ReferencePayment(form: .nothing)
  }

  /// Rule 14: what would be paid without these exceptions.
  private func alternative(
    of index: Int, isWhole: Bool, without others: Set<Int>, _ place: Place
  ) -> Place.Alternative {
    { (evaluator: inout ReferenceEvaluator) throws(Stop) in
      .number(try evaluator.payment(of: index, without: others, isWhole: isWhole, place).amount)
    }
  }

  private mutating func paid(
    _ payment: CheckedPolicy.Payment, by item: Int, _ isWhole: Bool, _ place: Place
  ) throws(Stop) -> ReferencePayment {
    switch payment {
    case .nothing: return ReferencePayment(form: .nothing)
    case .apology: return ReferencePayment(form: .apology)
    case .right: return ReferencePayment(form: .right)
    case .pay(let amount, let remedy, let discretion):
      let amount = try number(amount, isWhole ? withoutElement(of: item, place) : place)
      return ReferencePayment(
        form: .amount, amount: amount, remedy: try self.remedy(remedy, of: item, place),
        discretion: try bounds(discretion, place))
    case .share(let amount, let weight, let remedy, let discretion):
      let readsBefore = otherwiseReads
      let whole = try shown(try number(amount, withoutElement(of: item, place)))
      if otherwiseReads > readsBefore { try demandOneAmount(whole, amount, of: item, place) }
      // What cannot be shared out has no value that `otherwise` could stand for either.
      let part = try part(of: whole, by: weight, ofItem: item, place)
      return ReferencePayment(
        form: .amount, amount: isWhole ? whole : part,
        remedy: try self.remedy(remedy, of: item, place), discretion: try bounds(discretion, place))
    }
  }

  /// What is shared out is one amount for all lines. Where `otherwise` makes another of it for another element, the
  /// meaning does not say which counts.
  private mutating func demandOneAmount(
    _ whole: Rational, _ amount: CheckedExpression, of item: Int, _ place: Place
  ) throws(Stop) {
    guard let loop = policy.items[item].loop else { return }
    for (index, found) in try elements(ofItem: loop).enumerated() {
      var other = place
      other.elements[loop.variable] = found.element
      other.positions[loop.variable] = index + 1
      other.otherwiseWhole = alternative(of: item, isWhole: true, without: place.leftOut, other)
      if try shown(try number(amount, withoutElement(of: item, other))) != whole {
        throw .notCovered("`otherwise` in a shared amount that is not one for all lines")
      }
    }
  }

  private mutating func bounds(_ discretion: CheckedPolicy.Discretion?, _ place: Place) throws(Stop) -> [Rational] {
    guard let discretion else { return [] }
    return [try number(discretion.lower, place), try number(discretion.upper, place)]
  }

  /// An exception without `by` has the remedy of the base; a base without it pays cash. A choice that does not arise is
  /// cash as well (rule 36).
  private mutating func remedy(
    _ rule: CheckedPolicy.RemedyRule?, of item: Int, _ place: Place
  ) throws(Stop) -> Remedy {
    switch rule {
    case .fixed(let remedy): return remedy
    case .decided(let expression, let remedies):
      guard case .ordinal(let position) = try value(expression, place) else { throw .notCovered("a remedy of numbers") }
      return remedies.indices.contains(position) ? remedies[position] : .cash
    case nil:
      switch policy.items[item].ruling.base {
      case .pay(_, let rule?, _), .share(_, _, let rule?, _): return try remedy(rule, of: item, place)
      default: return .cash
      }
    }
  }

  /// Rule 21: an amount that is shared out knows nothing of the loop variable.
  private func withoutElement(of item: Int, _ place: Place) -> Place {
    guard let loop = policy.items[item].loop else { return place }
    var outside = place
    outside.elements[loop.variable] = nil
    outside.positions[loop.variable] = nil
    outside.otherwise = place.otherwiseWhole
    return outside
  }

  /// Rule 21: the rounded amount is spread over the item's arising lines by largest remainder.
  private mutating func part(
    of whole: Rational, by weight: CheckedExpression, ofItem index: Int, _ place: Place
  ) throws(Stop) -> Rational {
    guard let loop = policy.items[index].loop else {
      if try self.weight(weight, place).isZero { throw .refused("noWeight") }
      return whole
    }
    let own = try place.element(loop.variable)
    var weights: [Rational] = []
    var position = 0
    for (index, found) in try elements(ofItem: loop).enumerated() {
      var inside = place
      inside.elements[loop.variable] = found.element
      inside.positions[loop.variable] = index + 1
      weights.append(try self.weight(weight, inside))
      if found.element == own { position = index }
    }
    if weights.allSatisfy(\.isZero) { throw .refused("noWeight") }
    return try shared(whole, by: weights, step: try minorUnit)[position]
  }

  private mutating func weight(_ weight: CheckedExpression, _ place: Place) throws(Stop) -> Rational {
    let number = try number(weight, place)
    if number.isNegative { throw .refused("weightBelowZero") }
    return number
  }
}
