import RedressDiagnostics
import RedressValues

extension Evaluator {
  /// The bounds a person decides within.
  mutating func bounds(_ discretion: Program.Discretion?) -> PaymentOutcome.Bounds? {
    discretion.map { PaymentOutcome.Bounds(lower: evaluate($0.lower), upper: evaluate($0.upper)) }
  }

  func isSameDiscretion(_ left: PaymentOutcome.Bounds?, _ right: PaymentOutcome.Bounds?) -> Bool {
    guard let left, let right else { return (left == nil) == (right == nil) }
    return (isSame(left.lower, right.lower) || left.lower.isUnknown || right.lower.isUnknown)
      && (isSame(left.upper, right.upper) || left.upper.isUnknown || right.upper.isUnknown)
  }

  /// Brings together the bounds of two ways an item's ruling can fall.
  mutating func joinDiscretion(of other: PaymentOutcome, into result: inout PaymentOutcome, at span: Span) {
    guard let own = result.discretion, let others = other.discretion else {
      if result.discretion != nil || other.discretion != nil { result.isDiscretionOpen = true }
      return
    }
    result.discretion = PaymentOutcome.Bounds(
      lower: join([own.lower, others.lower], at: span), upper: join([own.upper, others.upper], at: span))
    if result.discretion?.isOpen == true { result.isDiscretionOpen = true }
  }

  /// A figure outside the bounds of its discretion refuses the case; one that is not known lies within them.
  mutating func holdToDiscretion(_ line: inout LineOutcome) {
    guard let bounds = line.payment.discretion, !line.payment.isDiscretionOpen, !line.assessed.isFault else { return }
    for bound in [bounds.lower, bounds.upper] where bound.isFault {
      line.payment.amount = bound
      line.assessed = bound
      return
    }
    if bounds.isOpen { line.payment.isDiscretionOpen = true }
    guard let figure = possibility(line.assessed), let lower = possibility(bounds.lower),
      let upper = possibility(bounds.upper)
    else { return }
    if figure.isBelow(lower) || upper.isBelow(figure) {
      let item = program.items[line.item]
      line.payment.amount = fault(
        .outsideDiscretion(
          item: item.name, figure: shown(line.assessed, money), lower: shown(bounds.lower, money),
          upper: shown(bounds.upper, money), at: item.ruling.branch.span))
      line.assessed = line.payment.amount
    } else if line.assessed.isUnknown {
      let bounded = Possibility(low: lower.low, high: upper.high, isOrdinal: false)
      line.assessed = value(figure.limited(to: bounded))
      guard let amount = possibility(line.payment.amount) else { return }
      line.payment.amount = value(amount.limited(to: widened(bounded)))
    }
  }

  /// Everything that rounds into a range.
  private func widened(_ range: Possibility) -> Possibility {
    let unit = minorUnit
    return Possibility(
      low: range.low.flatMap { low in within { () throws(ArithmeticError) in try low - unit } },
      high: range.high.flatMap { high in within { () throws(ArithmeticError) in try high + unit } },
      isOrdinal: false)
  }
}

extension PaymentOutcome.Bounds {
  /// One of them is not known.
  var isOpen: Bool { lower.isUnknown || upper.isUnknown }
}
