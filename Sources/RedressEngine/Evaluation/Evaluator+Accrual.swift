import RedressDiagnostics
import RedressValues

extension Evaluator {
  /// Days on which one rate is in force: from the first on, the end excluded; nil where nothing bounds them.
  struct Accrual {
    let from: Int?
    let to: Int?
    /// A year's rate.
    let rate: Value
  }

  /// The sum of a yearly rate over days, each at the rate in force on it, by the days of a year.
  mutating func accrued(
    _ definition: Int, from: NodeID, to: NodeID, over: Rational, _ node: NodeID
  ) -> Value {
    let from = evaluate(from)
    if from.isFault { return from }
    let to = evaluate(to)
    if to.isFault { return to }
    guard let starts = possibility(from), let ends = possibility(to) else { return .unknown(1) }
    if let start = starts.low, let end = ends.high, end <= start { return .number(.zero) }
    var low: Rational? = .zero
    var high: Rational? = .zero
    for part in accruals(definition, from: starts.low?.whole, to: ends.high?.whole) {
      // Days that surely count lie after the latest start and before the earliest end; the others may count.
      let sure = days(part, from: starts.high?.whole, to: ends.low?.whole, isBounded: true) ?? 0
      if part.rate.isFault {
        if sure > 0 { return part.rate }
        continue
      }
      guard let rate = possibility(part.rate) else { return .unknown(1) }
      let all = days(part, from: starts.low?.whole, to: ends.high?.whole, isBounded: false)
      let open = all.map { $0 - sure }
      func bound(_ sum: Rational?, _ rate: Rational?, _ worse: (Rational) -> Bool) -> Rational? {
        guard let sum, let rate else { return nil }
        let fixed = within { () throws(ArithmeticError) in try sum + rate * Rational(sure) }
        if open == 0 || !worse(rate) { return fixed }
        guard let fixed, let open else { return nil }
        return within { () throws(ArithmeticError) in try fixed + rate * Rational(open) }
      }
      low = bound(low, rate.low) { $0.isNegative }
      high = bound(high, rate.high) { $0.isPositive }
    }
    if let known = low, known == high { return apply(.divide, .number(known), .number(over), node) }
    // A sum of known numbers that has no bounds does not fit.
    if !from.isUnknown, !to.isUnknown, low == nil || high == nil, hasKnownRates(definition, starts, ends) {
      return fault(.overflow(at: span(node)))
    }
    return apply(.divide, value(Possibility(low: low, high: high, isOrdinal: false)), .number(over), node)
  }

  private mutating func hasKnownRates(_ definition: Int, _ starts: Possibility, _ ends: Possibility) -> Bool {
    accruals(definition, from: starts.low?.whole, to: ends.high?.whole).allSatisfy { $0.rate.number != nil }
  }

  /// The rates in force between two days, in order.
  mutating func accruals(_ index: Int, from: Int?, to: Int?) -> [Accrual] {
    let definition = program.definitions[index]
    // Every base branch begins a part of its own, and so does what lies before the first.
    var edges: [Int?] = [from]
    for start in definition.ruling.starts {
      guard let day = start.map({ Int($0.dayNumber) }) else { continue }
      if from.map({ day > $0 }) ?? true, to.map({ day < $0 }) ?? true { edges.append(day) }
    }
    var result: [Accrual] = []
    for (position, edge) in edges.enumerated() {
      let day = edge ?? Int(CivilDate(dayNumber: .min).dayNumber)
      let end = position + 1 < edges.count ? edges[position + 1] : to
      let rate = computeDefinition(index, on: .ordinal(Int64(day)))
      result.append(Accrual(from: edge, to: end, rate: yearly(rate, definition)))
    }
    return result
  }

  /// `% per year` is held per month.
  private mutating func yearly(_ rate: Value, _ definition: Program.Definition) -> Value {
    guard case .quantity(let unit) = definition.type,
      unit.components.contains(where: { $0.base == .calendar && $0.power == -1 })
    else { return rate }
    return apply(.multiply, rate, .number(Rational(12)), definition.ruling.base)
  }

  /// How many days of a part lie between two; nil where an end is open and `isBounded` does not ask for both.
  private func days(_ part: Accrual, from: Int?, to: Int?, isBounded: Bool) -> Int? {
    if isBounded, from == nil || to == nil { return 0 }
    let starts = [part.from, from].compactMap { $0 }
    let ends = [part.to, to].compactMap { $0 }
    guard let start = starts.max(), let end = ends.min() else { return nil }
    return max(0, end - start)
  }
}
