import RedressDiagnostics
import RedressValues

/// What is shared out: by item, and by the exception that shares; -1 stands for the base.
struct SharingKey: Hashable {
  let item: Int
  let exception: Int
}

/// The parts of something shared out over the lines of an item.
enum Sharing {
  case fault(Value)
  /// By the element's row; -1 for an item without a list, and of one with a list for what is shared out, which is what
  /// `otherwise` stands for in an amount that is shared out in its place.
  case parts([Int32: Value])
}

extension Evaluator {
  /// What the element the loop variable stands at gets of an amount that is shared out over all the item's lines.
  mutating func part(of amount: NodeID, by weight: NodeID, _ key: SharingKey) -> Value {
    let sharing = sharings[key] ?? shared(amount, by: weight, key.item)
    sharings[key] = sharing
    switch sharing {
    case .fault(let fault): return fault
    case .parts(let parts):
      let row = program.items[key.item].loop.map { variables[$0.variable] } ?? -1
      return parts[row] ?? .unknown(1)
    }
  }

  private mutating func shared(_ amount: NodeID, by weight: NodeID, _ index: Int) -> Sharing {
    let item = program.items[index]
    let rows: [Int32]
    let weights: [Value]
    var isSure = true
    var total: Value
    if let loop = item.loop {
      guard let elements = itemElements[index] else { return .parts([:]) }
      let outer = (variables[loop.variable], positions[loop.variable])
      defer { (variables[loop.variable], positions[loop.variable]) = outer }
      // The amount is one for all lines.
      (variables[loop.variable], positions[loop.variable]) = (-1, 0)
      total = evaluate(amount)
      var values: [Value] = []
      for (position, element) in elements.enumerated() {
        stand(at: element, position, of: loop.variable)
        values.append(evaluate(weight))
        if !element.isSure { isSure = false }
      }
      rows = elements.map(\.row)
      weights = values
    } else {
      total = evaluate(amount)
      rows = [-1]
      weights = [evaluate(weight)]
    }
    total = minorUnits(total, span(amount))
    if total.isFault { return .fault(total) }
    var numbers: [Rational] = []
    for value in weights {
      if value.isFault, isSure { return .fault(value) }
      guard let number = value.number else { continue }
      if number.isNegative {
        return .fault(
          fault(.weightBelowZero(item: item.name, value: number.decimalText(upTo: 6), at: span(weight))))
      }
      numbers.append(number)
    }
    guard isSure, numbers.count == rows.count else { return .parts(open(rows, total, at: span(amount))) }
    return apportioned(total, rows, numbers, item, span(amount), span(weight))
  }

  private mutating func apportioned(
    _ total: Value, _ rows: [Int32], _ weights: [Rational], _ item: Program.Item, _ amountSpan: Span,
    _ weightSpan: Span
  ) -> Sharing {
    if weights.allSatisfy(\.isZero) { return .fault(fault(.noWeight(split: item.name, at: weightSpan))) }
    do {
      if let number = total.number {
        let parts = try Apportionment.parts(of: number, weights: weights, step: minorUnit)
        return .parts(byRow(rows, parts.map { .number($0) }, of: total))
      }
      var whole = Rational.zero
      for weight in weights { whole = try whole + weight }
      var values: [Value] = []
      for weight in weights { values.append(value(part(of: possibility(total), by: try weight / whole))) }
      return .parts(byRow(rows, values, of: total))
    } catch {
      return .fault(fault(error, at: amountSpan))
    }
  }

  /// A part of an amount that is not known: to the minor unit around the exact part.
  private func part(of total: Possibility?, by portion: Rational) -> Possibility {
    if portion.isZero { return .point(.zero, isOrdinal: false) }
    let unit = minorUnit
    let low = total?.low.flatMap { low in
      within { () throws(ArithmeticError) in
        let part = try (low * portion).rounded(.down, to: unit)
        return low.isNegative ? try part - unit : part
      }
    }
    let high = total?.high.flatMap { high in
      within { () throws(ArithmeticError) in
        let part = try (high * portion).rounded(.down, to: unit)
        return high.isNegative ? part : try part + unit
      }
    }
    return Possibility(low: low, high: high, isOrdinal: false)
  }

  /// While a weight is open, each line gets something between nothing and all.
  private mutating func open(_ rows: [Int32], _ total: Value, at span: Span) -> [Int32: Value] {
    let all = join([total, .number(.zero)], at: span)
    return byRow(rows, rows.map { _ in all }, of: total)
  }

  private func byRow(_ rows: [Int32], _ values: [Value], of total: Value) -> [Int32: Value] {
    Dictionary(zip(rows + [-1], values + [total])) { first, _ in first }
  }
}
