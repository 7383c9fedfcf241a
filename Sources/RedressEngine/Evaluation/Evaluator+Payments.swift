import RedressDiagnostics
import RedressValues

extension Evaluator {
  /// The smallest amount of the currency.
  var minorUnit: Rational {
    (try? Rational(numerator: 1, denominator: Int128(minorDigits.powerOfTen))) ?? .one
  }

  /// An amount rounded to the minor unit as the policy rounds.
  mutating func minorUnits(_ value: Value, _ span: Span) -> Value {
    let digits = minorDigits
    let mode = program.rounding
    switch value {
    case .number(let number):
      do {
        return .number(try number.rounded(mode, places: digits))
      } catch {
        return fault(.overflow(at: span))
      }
    case .unknown(let index):
      let range = possibilities[Int(index)]
      func end(_ bound: Rational?) -> Rational? {
        bound.flatMap { bound in within { () throws(ArithmeticError) in try bound.rounded(mode, places: digits) } }
      }
      return self.value(Possibility(low: end(range.low), high: end(range.high), isOrdinal: false))
    default: return value
    }
  }

  /// What an item pays by its base and exceptions, before steps, for the element the loop variable stands at.
  mutating func payment(
    of item: Int, excluding excluded: [Int] = [], given holding: [Int]? = nil
  ) -> PaymentOutcome {
    switch ways(program.items[item].ruling.exceptions, excluding: excluded, given: holding) {
    case .fault(let index): return PaymentOutcome(amount: .fault(index))
    case .sure(let way): return agreed(way, of: item, excluded)
    case .open(let all): return joined(all, of: item, excluded)
    }
  }

  /// Several ways remain possible: what they share is known, the rest is open.
  private mutating func joined(_ all: [Way], of item: Int, _ excluded: [Int]) -> PaymentOutcome {
    let span = program.items[item].ruling.branch.span
    var outcomes: [PaymentOutcome] = []
    var left: [Way] = []
    var failure: PaymentOutcome?
    for way in all {
      let outcome = agreed(way, of: item, excluded)
      if outcome.amount.isFault {
        failure = outcome
      } else {
        outcomes.append(outcome)
        left.append(way)
      }
    }
    guard var result = outcomes.first else { return failure ?? PaymentOutcome() }
    result.amount = join(outcomes.map(\.amount), at: span)
    for other in outcomes.dropFirst() {
      if other.remedy != result.remedy { result.remedy = nil }
      if !givesTheSame(result.form, other.form) { result.form = .open }
      joinDiscretion(of: other, into: &result, at: span)
    }
    if result.form.isSame(as: .open) {
      result.mayPromise = outcomes.contains { $0.form.isPromise }
      result.mayPay = outcomes.contains { $0.form.isSame(as: .amount) }
    }
    let isOpen = result.amount.isUnknown || result.form.isSame(as: .open)
    result.decision = isOpen ? nil : left.speaking
    return result
  }

  /// Two ways give the same kind of thing, and the same right.
  private mutating func givesTheSame(_ form: PaymentOutcome.Form, _ other: PaymentOutcome.Form) -> Bool {
    if case .right(let text) = form, case .right(let another) = other { return filled(text) == filled(another) }
    return form.isSame(as: other)
  }

  private mutating func agreed(_ way: Way, of item: Int, _ excluded: [Int]) -> PaymentOutcome {
    guard let first = way.decision.first else {
      return paid(program.items[item].ruling.base, item, nil, excluded, way)
    }
    if way.decision.count == 1 {
      return paid(program.items[item].ruling.exceptions[first].value, item, first, excluded, way)
    }
    let ruling = program.items[item].ruling
    let result = paid(ruling.exceptions[first].value, item, first, excluded, way)
    if result.amount.isFault { return result }
    for index in way.decision.dropFirst() {
      let other = paid(ruling.exceptions[index].value, item, index, excluded, way)
      if other.amount.isFault { return other }
      let agree =
        (isSame(result.amount, other.amount) || result.amount.isUnknown || other.amount.isUnknown)
        && result.remedy == other.remedy && result.form.isSame(as: other.form)
        && isSameDiscretion(result.discretion, other.discretion)
      if agree { continue }
      let conflict = Refusal.conflict(
        ruling: ruling.branch.name,
        side(result, ruling.exceptions[first].branch), side(other, ruling.exceptions[index].branch))
      return PaymentOutcome(amount: fault(conflict))
    }
    return result
  }

  private func side(_ payment: PaymentOutcome, _ branch: Program.Branch) -> Refusal.Side {
    let value: String =
      switch payment.form {
      case .nothing: "nothing"
      case .apology: "an apology"
      case .right: "a right"
      case .amount, .open:
        exactly(payment.amount, money) + (payment.remedy.map { $0 == .cash ? "" : " by \($0.rawValue)" } ?? "")
          + (payment.discretion.map { " (\(exactly($0.lower, money)) to \(exactly($0.upper, money)))" } ?? "")
      }
    return Refusal.Side(name: branch.name, value: value, span: branch.span)
  }

  private mutating func paid(
    _ payment: Program.Payment, _ item: Int, _ exception: Int?, _ excluded: [Int], _ way: Way
  ) -> PaymentOutcome {
    switch payment {
    case .nothing: return PaymentOutcome(form: .nothing, remedy: nil, decision: way.decision)
    case .apology: return PaymentOutcome(form: .apology, remedy: nil, decision: way.decision)
    case .right(let text): return PaymentOutcome(form: .right(text), remedy: nil, decision: way.decision)
    case .pay(let node, let by, let bounds):
      return leaving(exception, excluded, item, way) { evaluator in
        PaymentOutcome(
          form: .amount, amount: evaluator.evaluate(node), remedy: evaluator.remedy(by, item),
          discretion: evaluator.bounds(bounds), decision: way.decision)
      }
    case .share(let node, let weight, let by, let bounds):
      let key = SharingKey(item: item, exception: exception ?? -1)
      return leaving(exception, excluded, item, way) { evaluator in
        PaymentOutcome(
          form: .amount, amount: evaluator.part(of: node, by: weight, key), remedy: evaluator.remedy(by, item),
          discretion: evaluator.bounds(bounds), decision: way.decision)
      }
    }
  }

  /// Computes what an exception pays, in which `otherwise` leaves it out; or what the base pays.
  private mutating func leaving(
    _ exception: Int?, _ excluded: [Int], _ item: Int, _ way: Way, _ body: (inout Evaluator) -> PaymentOutcome
  ) -> PaymentOutcome {
    guard let exception, program.items[item].ruling.exceptions[exception].mayReadOtherwise else {
      return body(&self)
    }
    return leavingOut(excluded + [exception], of: .item(item), in: way, body)
  }

  /// An amount that is paid or shared out: below zero it refuses the case; of an unknown one the rest remains possible.
  mutating func notBelowZero(_ amount: Value, ofItem item: Int) -> Value {
    if case .number(let number) = amount, !number.isNegative { return amount }
    return notBelowZero(amount, of: program.items[item].name, at: program.items[item].ruling.branch.span)
  }

  mutating func notBelowZero(_ amount: Value, of name: String, at span: Span) -> Value {
    switch amount {
    case .number(let number) where number.isNegative:
      return fault(.paymentBelowZero(item: name, amount: exactly(amount, money), at: span))
    case .unknown(let index):
      var range = possibilities[Int(index)]
      range.low = max(range.low ?? .zero, .zero)
      if let high = range.high { range.high = max(high, .zero) }
      return value(range)
    default: return amount
    }
  }

  /// Nil while the fact that decides it is unknown.
  private mutating func remedy(_ rule: Program.RemedyRule?, _ item: Int) -> Remedy? {
    switch rule {
    case .fixed(let remedy): return remedy
    case .decided(let node, let remedies):
      if case .choice(let choice) = program.nodes[Int(node.index)], isOpenChoice[Int(choice)] {
        // Where it does not arise it is cash; only then both ways are the same.
        let taken = options[Int(choice)]
        return remedies.indices.contains(taken) && remedies[taken] != .cash ? nil : .cash
      }
      guard case .ordinal(let position) = evaluate(node) else { return nil }
      return remedies.indices.contains(Int(position)) ? remedies[Int(position)] : .cash
    case nil:
      switch program.items[item].ruling.base {
      case .pay(_, let by?, _), .share(_, _, let by?, _): return remedy(by, item)
      default: return .cash
      }
    }
  }
}

extension PaymentOutcome.Form {
  /// Something other than an amount is given.
  var isPromise: Bool { isSame(as: .apology) || isRight }

  private var isRight: Bool { if case .right = self { true } else { false } }

  func isSame(as other: PaymentOutcome.Form) -> Bool {
    switch (self, other) {
    case (.amount, .amount), (.nothing, .nothing), (.apology, .apology), (.open, .open), (.right, .right): true
    default: false
    }
  }
}

extension Int {
  /// Ten to this power; currencies have at most four minor digits.
  var powerOfTen: Int {
    (0..<Swift.max(0, Swift.min(self, 18))).reduce(1) { power, _ in power * 10 }
  }
}
