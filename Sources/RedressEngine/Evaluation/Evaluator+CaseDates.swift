import RedressDiagnostics
import RedressValues

/// What is in force on a day, by its position.
enum InForce {
  /// One where the day is known, several where it is not; never empty.
  case possible([Int])
  /// The day lies before everything, or there is none.
  case fault(Int32)
}

extension Evaluator {
  /// The case's own date: what the policy is dated by, else the case's `dated`, else what the fact can be.
  mutating func caseDay(at span: Span) -> Value {
    if let date { return .ordinal(Int64(date.dayNumber)) }
    guard let fact = program.datedBy else { return fault(.noDateOfCase(fact: nil, at: span)) }
    let attributes = program.schema.facts[fact]
    // Silence about something optional means that there is none.
    if attributes.isOptional { return fault(.noDateOfCase(fact: attributes.name, at: span)) }
    let value = factValue(fact)
    return attributes.type == .time ? day(ofTime: value) : value
  }

  /// The base branches that may hold; `day` is the one asked for with `on`.
  mutating func bases<V>(of ruling: Program.Ruling<V>, on day: Value?) -> InForce {
    guard ruling.isDated else { return .possible([0]) }
    let day = day ?? ruling.datedBy.map { evaluate($0) } ?? caseDay(at: ruling.branch.span)
    return inForce(ruling.starts, on: day, ruling: ruling.branch.name, at: ruling.branch.span)
  }

  /// What may be in force on a day, of things with ascending first days; nil is the beginning of time.
  ///
  /// A day before the first of them refuses the case; of a day that is not known, what remains is that it is not.
  mutating func inForce(_ starts: [CivilDate?], on day: Value, ruling: String, at span: Span) -> InForce {
    if case .fault(let index) = day { return .fault(index) }
    let range = possibility(day)
    let earliest = range?.low
    let latest = range?.high
    var positions: [Int] = []
    for (position, start) in starts.enumerated() {
      if let start, let latest, latest < Rational(Int(start.dayNumber)) { break }
      if position + 1 < starts.count, let next = starts[position + 1], let earliest,
        earliest >= Rational(Int(next.dayNumber))
      {
        continue
      }
      positions.append(position)
    }
    if !positions.isEmpty { return .possible(positions) }
    let name = ruling.split(separator: "@").first.map(String.init) ?? ruling
    return faulty(
      .beforeFirstBranch(
        ruling: name, date: latest.flatMap(\.whole).map { CivilDate(dayNumber: $0).description } ?? "",
        first: starts.first.flatMap { $0 }?.description ?? "", at: span))
  }

  private mutating func faulty(_ refusal: Refusal) -> InForce {
    faults.append(refusal)
    return .fault(Int32(faults.count - 1))
  }

  /// The value of a ruling's base: of the branch in force, or of all that remain possible.
  mutating func baseValue(of ruling: Program.Ruling<NodeID>, on day: Value?) -> Value {
    switch bases(of: ruling, on: day) {
    case .fault(let index): return .fault(index)
    case .possible(let positions):
      if positions.count == 1 { return evaluate(ruling.base(at: positions[0])) }
      return joined(positions.map { evaluate(ruling.base(at: $0)) }, at: ruling.branch.span)
    }
  }

  /// The value that stands for several ways a case may still fall; a way that would refuse the case is left out.
  mutating func joined(_ values: [Value], at span: Span) -> Value {
    let left = values.filter { !$0.isFault }
    if left.isEmpty, let fault = values.first { return fault }
    return join(left, at: span)
  }

  /// The day a time lies in.
  mutating func day(ofTime time: Value) -> Value {
    switch time {
    case .ordinal(let minute): return .ordinal(minute.dividedDown(by: 1_440))
    case .unknown(let index):
      let range = possibilities[Int(index)]
      func day(_ bound: Rational?) -> Rational? {
        bound?.whole.map { Rational(Int(Int64($0).dividedDown(by: 1_440))) }
      }
      return value(Possibility(low: day(range.low), high: day(range.high), isOrdinal: true))
    case let other: return other
    }
  }
}
