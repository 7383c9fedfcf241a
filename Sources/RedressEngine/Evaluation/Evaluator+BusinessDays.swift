import RedressValues

extension Evaluator {
  /// Moves a date, or the day of a time, by business days; both grow with it, so that ends of ranges give ends.
  mutating func shiftBusinessDays(
    _ amount: NodeID, _ isBefore: Bool, _ date: NodeID, _ isTime: Bool, _ calendar: BusinessCalendar, _ node: NodeID
  ) -> Value {
    effort -= 200
    let amount = evaluate(amount)
    if amount.isFault { return amount }
    let moved = evaluate(date)
    let date = isTime ? day(ofTime: moved) : moved
    if date.isFault { return date }
    if let number = amount.number, number.whole == nil {
      return fault(.fractionOfBusinessDay(value: number.decimalText(upTo: 6), at: span(node)))
    }
    if let count = amount.number?.whole, case .ordinal(let day) = date {
      let result = CivilDate(exactly: day).flatMap {
        calendar.day(after: $0, by: isBefore ? 0 &- count : count)
      }
      return result.map { .ordinal(Int64($0.dayNumber)) } ?? fault(.dateOutOfRange(at: span(node)))
    }
    guard let counts = possibility(amount).map({ isBefore ? $0.negated : $0 }), let days = possibility(date) else {
      return .unknown(2)
    }
    func end(_ day: Rational?, _ count: Rational?) -> Rational? {
      guard let day = day?.whole.flatMap({ CivilDate(exactly: Int64($0)) }), let count = count?.whole else {
        return nil
      }
      return calendar.day(after: day, by: count).map { Rational(Int($0.dayNumber)) }
    }
    return value(
      Possibility(
        low: end(days.low, counts.low.flatMap { low in within { () throws(ArithmeticError) in try low.floor() } }),
        high: end(
          days.high, counts.high.flatMap { high in within { () throws(ArithmeticError) in try high.ceiling() } }),
        isOrdinal: true))
  }

  /// In minutes; more the earlier the first day and the later the last.
  mutating func businessDays(from: NodeID, to: NodeID, _ calendar: BusinessCalendar) -> Value {
    effort -= 20
    let from = evaluate(from)
    let to = evaluate(to)
    if from.isFault { return from }
    if to.isFault { return to }
    guard let starts = possibility(from), let ends = possibility(to) else { return .unknown(1) }
    func count(_ start: Rational?, _ end: Rational?) -> Rational? {
      guard let start = start?.whole.flatMap({ CivilDate(exactly: Int64($0)) }),
        let end = end?.whole.flatMap({ CivilDate(exactly: Int64($0)) })
      else { return nil }
      return Rational(calendar.count(from: start, to: end) * 1_440)
    }
    return value(
      Possibility(
        low: count(starts.high, ends.low) ?? .zero, high: count(starts.low, ends.high), isOrdinal: false))
  }
}
