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

  private static let minutesPerDay: Int64 = 1_440

  mutating func shiftDate(_ amount: NodeID, _ isBefore: Bool, _ date: NodeID, _ node: NodeID) -> Value {
    let amount = evaluate(amount)
    if amount.isFault { return amount }
    let date = evaluate(date)
    guard case .number(let minutes) = amount else { return date.isFault ? date : .unknown(2) }
    guard let whole = minutes.whole, whole % Int(Self.minutesPerDay) == 0 else {
      return fault(.fractionOfDay(value: quantityText(minutes, unit: .known("hours") ?? .number), at: span(node)))
    }
    let days = Int64(whole) / Self.minutesPerDay * (isBefore ? -1 : 1)
    return moved(date, node) { ordinal in
      guard let date = CivilDate(exactly: ordinal), let days = Int(exactly: days),
        let result = date.adding(days: days)
      else { return nil }
      return Int64(result.dayNumber)
    }
  }

  mutating func shiftTime(_ amount: NodeID, _ isBefore: Bool, _ time: NodeID, _ node: NodeID) -> Value {
    let amount = evaluate(amount)
    if amount.isFault { return amount }
    let time = evaluate(time)
    guard case .number(let minutes) = amount else { return time.isFault ? time : .unknown(2) }
    guard let whole = minutes.whole else {
      return fault(.fractionOfDay(value: quantityText(minutes, unit: .known("minutes") ?? .number), at: span(node)))
    }
    return moved(time, node) { ordinal in
      let (sum, overflows) = ordinal.addingReportingOverflow(Int64(isBefore ? -whole : whole))
      return overflows || CivilDate(exactly: sum.dividedDown(by: Self.minutesPerDay)) == nil ? nil : sum
    }
  }

  mutating func shiftMonths(
    _ amount: NodeID, _ isBefore: Bool, _ isTime: Bool, _ date: NodeID, _ node: NodeID
  ) -> Value {
    let amount = evaluate(amount)
    if amount.isFault { return amount }
    let date = evaluate(date)
    guard case .number(let months) = amount else { return date.isFault ? date : .unknown(2) }
    guard let whole = months.whole, whole.magnitude < 1_000_000 else {
      return fault(.fractionOfMonth(value: quantityText(months, unit: .known("months") ?? .number), at: span(node)))
    }
    let minutesPerDay = isTime ? Self.minutesPerDay : 1
    return moved(date, node) { ordinal in
      let day = ordinal.dividedDown(by: minutesPerDay)
      guard let date = CivilDate(exactly: day), let result = date.adding(months: isBefore ? -whole : whole) else {
        return nil
      }
      return Int64(result.dayNumber) * minutesPerDay + (ordinal - day * minutesPerDay)
    }
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
    if isYears {
      let years =
        isStarted ? CivilDate.startedYears(from: first, to: last) : CivilDate.wholeYears(from: first, to: last)
      return .number(Rational(years * 12))
    }
    let months =
      isStarted ? CivilDate.startedMonths(from: first, to: last) : CivilDate.wholeMonths(from: first, to: last)
    return .number(Rational(months))
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
