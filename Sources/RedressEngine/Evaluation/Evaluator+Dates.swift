import RedressValues

extension Evaluator {
  /// Whether the case states an optional fact or field.
  func whetherStated(_ node: NodeID) -> Value {
    switch program.nodes[Int(node.index)] {
    case .fact(let fact): Value(!isAbsent([.fact(Int(fact))]))
    case .field(let variable, let field): Value(!isAbsent([.field(variable: Int(variable), field: Int(field))]))
    default: .no
    }
  }

  mutating func shiftDate(_ amount: NodeID, _ isBefore: Bool, _ date: NodeID, _ node: NodeID) -> Value {
    let place = span(node)
    return shift(.days, amount, isBefore, date, node) { minutes in
      .fractionOfDay(
        value: quantityText(minutes, unit: .known("hours") ?? .number), at: place)
    }
  }

  mutating func shiftTime(_ amount: NodeID, _ isBefore: Bool, _ time: NodeID, _ node: NodeID) -> Value {
    let place = span(node)
    return shift(.minutes, amount, isBefore, time, node) { minutes in
      .fractionOfDay(
        value: quantityText(minutes, unit: .known("minutes") ?? .number), at: place)
    }
  }

  mutating func shiftMonths(
    _ amount: NodeID, _ isBefore: Bool, _ isTime: Bool, _ date: NodeID, _ node: NodeID
  ) -> Value {
    let place = span(node)
    return shift(isTime ? .monthsOfTime : .months, amount, isBefore, date, node) { months in
      .fractionOfMonth(
        value: quantityText(months, unit: .known("months") ?? .number), at: place)
    }
  }

  private mutating func shift(
    _ shift: DateShift, _ amount: NodeID, _ isBefore: Bool, _ date: NodeID, _ node: NodeID,
    fraction: (Rational) -> Refusal
  ) -> Value {
    let amount = evaluate(amount)
    if amount.isFault { return amount }
    let date = evaluate(date)
    guard case .number(let number) = amount else { return date.isFault ? date : .unknown(2) }
    guard let steps = shift.steps(of: number) else { return fault(fraction(number)) }
    return moved(date, node) { shift.moved($0, by: steps, isBefore: isBefore) }
  }

  /// A date or time moved by a function that keeps order, on both ends where it is unknown.
  private mutating func moved(_ value: Value, _ node: NodeID, _ function: (Int64) -> Int64?) -> Value {
    switch value {
    case .ordinal(let ordinal):
      return function(ordinal).map { .ordinal($0) } ?? fault(.dateOutOfRange(at: span(node)))
    case .unknown(let index):
      let range = possibilities[Int(index)]
      func end(_ bound: Rational?) -> Rational? {
        bound?.whole.flatMap { function(Int64($0)) }.map { Rational(Int($0)) }
      }
      return self.value(Possibility(low: end(range.low), high: end(range.high), isOrdinal: true))
    default: return value
    }
  }

  /// In minutes.
  mutating func difference(_ left: NodeID, _ right: NodeID, minutesPerUnit: Int, _ node: NodeID) -> Value {
    let left = evaluate(left)
    let right = evaluate(right)
    if left.isFault { return left }
    if right.isFault { return right }
    if case .ordinal(let left) = left, case .ordinal(let right) = right {
      return .number(Rational(Int(left - right) * minutesPerUnit))
    }
    guard let left = possibility(left), let right = possibility(right) else { return .unknown(1) }
    var range = Operation.subtract.range(left, right)
    range.isOrdinal = false
    return apply(.multiply, value(range), .number(Rational(minutesPerUnit)), node)
  }

  mutating func elapsed(_ isYears: Bool, _ isStarted: Bool, _ from: NodeID, _ to: NodeID) -> Value {
    let from = evaluate(from)
    let to = evaluate(to)
    if from.isFault { return from }
    if to.isFault { return to }
    guard case .ordinal(let first) = from, case .ordinal(let last) = to, let first = CivilDate(exactly: first),
      let last = CivilDate(exactly: last)
    else { return value(Possibility(low: .zero, high: nil, isOrdinal: false)) }
    return .number(Rational(elapsedMonths(isYears: isYears, isStarted: isStarted, from: first, to: last)))
  }

  mutating func weekday(_ date: NodeID) -> Value {
    switch evaluate(date) {
    case .ordinal(let day):
      return CivilDate(exactly: day).map { .ordinal(Int64($0.weekday - 1)) } ?? .unknown(2)
    case .fault(let index): return .fault(index)
    default: return value(Possibility(low: .zero, high: Rational(6), isOrdinal: true))
    }
  }

  mutating func dateOf(_ time: NodeID) -> Value { day(ofTime: evaluate(time)) }
}

extension Int64 {
  /// The quotient rounded towards minus infinity: the day a minute lies in, before 1970 too.
  func dividedDown(by divisor: Int64) -> Int64 {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }
}

extension CivilDate {
  /// The date of a day number, where it lies in the years 1 to 9999.
  init?(exactly dayNumber: Int64) {
    guard let day = Int(exactly: dayNumber) else { return nil }
    self.init(dayNumber: day)
    guard self.dayNumber == day else { return nil }
  }
}
