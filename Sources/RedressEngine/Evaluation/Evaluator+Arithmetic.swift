import RedressDiagnostics
import RedressValues

/// The operations on two numbers.
enum Operation {
  case add, subtract, multiply, divide
  /// `a reduced by p` is a·(1 − p).
  case reduce
  /// `a increased by p` is a·(1 + p).
  case increase

  func callAsFunction(_ left: Rational, _ right: Rational) throws(ArithmeticError) -> Rational {
    switch self {
    case .add: try left + right
    case .subtract: try left - right
    case .multiply: try left * right
    case .divide: try left / right
    case .reduce: try left * (Rational.one - right)
    case .increase: try left * (Rational.one + right)
    }
  }
}

extension Evaluator {
  mutating func arithmetic(_ operation: Operation, _ left: NodeID, _ right: NodeID, _ node: NodeID) -> Value {
    apply(operation, evaluate(left), evaluate(right), node)
  }

  mutating func apply(_ operation: Operation, _ left: Value, _ right: Value, _ node: NodeID) -> Value {
    if case .number(let left) = left, case .number(let right) = right {
      do {
        return .number(try operation(left, right))
      } catch {
        return fault(error, at: span(node))
      }
    }
    if left.isFault { return left }
    if right.isFault { return right }
    // Whatever the other side is, the product stays zero; an unknown divisor is shown elsewhere to be above zero.
    if left.number?.isZero == true {
      switch operation {
      case .multiply, .divide, .reduce, .increase: return left
      case .add, .subtract: break
      }
    }
    if operation == .multiply, right.number?.isZero == true { return right }
    if operation == .divide, right.number?.isZero == true { return fault(.divisionByZero(at: span(node))) }
    guard let left = possibility(left), let right = possibility(right) else { return .unknown(1) }
    return value(operation.range(left, right))
  }

  /// The result of exact arithmetic, or the fault at the place that asked for it.
  mutating func computed(at node: NodeID, _ body: () throws(ArithmeticError) -> Rational) -> Value {
    do {
      return .number(try body())
    } catch {
      return fault(error, at: span(node))
    }
  }

  mutating func fault(_ error: ArithmeticError, at span: Span) -> Value {
    switch error {
    case .overflow: fault(.overflow(at: span))
    case .divisionByZero: fault(.divisionByZero(at: span))
    }
  }

  mutating func negated(_ operand: NodeID, _ node: NodeID) -> Value {
    apply(.subtract, .number(.zero), evaluate(operand), node)
  }

  mutating func rounded(_ operand: NodeID, _ mode: RoundingMode, _ step: NodeID, _ node: NodeID) -> Value {
    let operand = evaluate(operand)
    if operand.isFault { return operand }
    return rounded(operand, mode, to: evaluate(step), node)
  }

  mutating func rounded(_ operand: Value, _ mode: RoundingMode, to step: Value, _ node: NodeID) -> Value {
    switch step {
    case .fault: return step
    case .number(let step) where !step.isPositive:
      return fault(.roundingStep(value: step.decimalText(upTo: 6), at: span(node)))
    case .number(let step):
      return map(operand, at: node) { (number) throws(ArithmeticError) in try number.rounded(mode, to: step) }
    default:
      if operand.number?.isZero == true { return operand }
      return .unknown(1)
    }
  }

  /// A function that never falls as its argument grows, on a number or on both ends of what it can be.
  mutating func map(
    _ operand: Value, at node: NodeID, _ function: (Rational) throws(ArithmeticError) -> Rational
  ) -> Value {
    switch operand {
    case .number(let number):
      return computed(at: node) { () throws(ArithmeticError) in try function(number) }
    case .unknown(let index):
      let range = possibilities[Int(index)]
      return value(
        Possibility(
          low: range.low.flatMap { bound in within { () throws(ArithmeticError) in try function(bound) } },
          high: range.high.flatMap { bound in within { () throws(ArithmeticError) in try function(bound) } },
          isOrdinal: false))
    default: return operand
    }
  }

  mutating func forEvery(
    _ rate: NodeID, _ period: Rational, _ quantity: NodeID, _ part: BrokenPart, _ node: NodeID
  ) -> Value {
    let rate = evaluate(rate)
    if rate.isFault { return rate }
    let quantity = evaluate(quantity)
    if quantity.isFault { return quantity }
    if let stated = quantity.number, stated.isNegative {
      return fault(.countBelowZero(value: stated.decimalText(upTo: 6), at: span(node)))
    }
    let periods = map(quantity, at: node) { (number) throws(ArithmeticError) in
      let quotient = try number / period
      return switch part {
      case .inProportion: quotient
      case .countsAsFull: try quotient.ceiling()
      case .ignored: try quotient.floor()
      }
    }
    if case .unknown(let index) = periods {
      // A quantity below zero refuses the case, so that what remains possible begins at zero.
      var range = possibilities[Int(index)]
      range.low = max(range.low ?? .zero, .zero)
      return apply(.multiply, rate, value(range), node)
    }
    return apply(.multiply, rate, periods, node)
  }

  mutating func extreme(_ aggregate: Aggregate, _ range: NodeRange, _ node: NodeID) -> Value {
    var result: Value?
    for index in range.indices {
      let value = evaluate(program.operands[index])
      if value.isFault { return value }
      result = result.map { more(aggregate, $0, value) } ?? value
    }
    return result ?? .number(.zero)
  }

  /// The larger, or the smaller, of two values.
  mutating func more(_ aggregate: Aggregate, _ left: Value, _ right: Value) -> Value {
    switch (left, right) {
    case (.number(let first), .number(let second)):
      return (first < second) == (aggregate == .largest) ? right : left
    case (.ordinal(let first), .ordinal(let second)):
      return (first < second) == (aggregate == .largest) ? right : left
    default:
      guard let first = possibility(left), let second = possibility(right) else { return left }
      return value(aggregate == .largest ? first.larger(second) : first.smaller(second))
    }
  }

  // MARK: Comparing

  mutating func compare(_ comparison: Comparison, _ left: Value, _ right: Value) -> Value {
    if case .number(let left) = left, case .number(let right) = right {
      return Value(comparison.holds(left, right))
    }
    if case .ordinal(let left) = left, case .ordinal(let right) = right {
      return Value(comparison.holds(left, right))
    }
    if left.isFault { return left }
    if right.isFault { return right }
    if case .text(let first) = left, case .text(let second) = right {
      return Value(comparison.holds(text(first), text(second)))
    }
    guard let left = possibility(left), let right = possibility(right) else { return .unknown(0) }
    switch comparison {
    case .equal: return left.isDisjoint(from: right) ? .no : .unknown(0)
    case .notEqual: return left.isDisjoint(from: right) ? .yes : .unknown(0)
    case .less: return settled(yes: left.isBelow(right), no: right.isAtMost(left))
    case .lessOrEqual: return settled(yes: left.isAtMost(right), no: right.isBelow(left))
    case .greater: return settled(yes: right.isBelow(left), no: left.isAtMost(right))
    case .greaterOrEqual: return settled(yes: right.isAtMost(left), no: left.isBelow(right))
    }
  }

  private func settled(yes: Bool, no: Bool) -> Value {
    yes ? .yes : no ? .no : .unknown(0)
  }

  mutating func membership(_ operand: NodeID, _ isNegated: Bool, _ range: NodeRange) -> Value {
    let operand = evaluate(operand)
    var isOpen = false
    for index in range.indices {
      switch compare(.equal, operand, evaluate(program.operands[index])) {
      case .fault(let index): return .fault(index)
      case .ordinal(let holds):
        if holds == 1 { return Value(!isNegated) }
      default: isOpen = true
      }
    }
    return isOpen ? .unknown(0) : Value(isNegated)
  }
}

extension Comparison {
  func holds<Compared: Comparable>(_ left: Compared, _ right: Compared) -> Bool {
    switch self {
    case .equal: left == right
    case .notEqual: left != right
    case .less: left < right
    case .lessOrEqual: left <= right
    case .greater: left > right
    case .greaterOrEqual: left >= right
    }
  }
}
