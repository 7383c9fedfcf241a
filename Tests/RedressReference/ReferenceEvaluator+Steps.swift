import RedressChecker
import RedressValues

/// What a step makes of the value reached.
struct ReferenceStep {
  var value: Rational
  /// Whether it acted: its `when` holds and nothing waives it.
  var acted: Bool
  var decision: [Int]
}

extension ReferenceEvaluator {
  /// Rule 20. `borne by` and `only the largest` stand elsewhere.
  mutating func taken(
    _ step: CheckedPolicy.Step, on value: Rational, _ place: Place
  ) throws(Stop) -> ReferenceStep {
    var place = place
    place.it = value
    guard try holds(step.condition, step.optionalReads, place) else {
      return ReferenceStep(value: value, acted: false, decision: [])
    }
    guard let operand = step.form.operand else { throw .notCovered("the step \(step.name)") }
    let (number, decision) = try self.operand(operand, of: step, without: [], place)
    guard let number else { return ReferenceStep(value: value, acted: false, decision: decision) }
    let result = try acting(step.form, on: value, number)
    return ReferenceStep(value: result, acted: true, decision: decision)
  }

  /// The step's own value with its exceptions; nil where it is waived.
  private mutating func operand(
    _ operand: CheckedExpression, of step: CheckedPolicy.Step, without: Set<Int>, _ place: Place
  ) throws(Stop) -> (number: Rational?, decision: [Int]) {
    let decision = try decisive(step.exceptions, without: without, place)
    if decision.isEmpty { return (try number(operand, place), []) }
    var values: [Rational?] = []
    for exception in decision {
      switch step.exceptions[exception].value {
      case .waived: values.append(nil)
      case .value(let expression):
        // Rule 14: `otherwise` is the step's own value, which no waiver gives.
        let others = without.union([exception]).union(step.waivers)
        var inside = place
        inside.otherwise = { (evaluator: inout ReferenceEvaluator) throws(Stop) in
          .number(try evaluator.operand(operand, of: step, without: others, place).number ?? .zero)
        }
        values.append(try number(expression, inside))
      }
    }
    if values.contains(where: { $0 != values[0] }) { throw .refused("conflict") }
    return (values[0], decision)
  }

  private func acting(
    _ form: CheckedPolicy.Step.Form, on value: Rational, _ number: Rational
  ) throws(Stop) -> Rational {
    switch form {
    case .rounded(let mode, _): return try rounded(value, mode, to: number)
    case .atMost: return min(value, max(number, .zero))
    default: if number.isNegative { throw .refused("stepBelowZero") }
    }
    switch form {
    case .atLeast: return max(value, number)
    case .less: return max(try RedressReference.difference(value, number), .zero)
    case .plus: return try sum([value, number])
    case .times: return try product(value, number)
    case .nothingUnder: return value < number ? .zero : value
    case .nothingUpTo: return value <= number ? .zero : value
    case .atMost, .rounded, .borneBy, .onlyTheLargest: throw .notCovered("a step without a value")
    }
  }

  /// Whether a step without a value of its own acts: `borne by`, `only the largest`.
  mutating func acts(
    _ step: CheckedPolicy.Step, on value: Rational, _ place: Place
  ) throws(Stop) -> (acts: Bool, decision: [Int]) {
    var place = place
    place.it = value
    guard try holds(step.condition, step.optionalReads, place) else { return (false, []) }
    let waiving = try decisive(step.exceptions, without: [], place)
    return (waiving.isEmpty, waiving)
  }

  /// Rule 17.
  func names(of decision: [Int], in step: CheckedPolicy.Step, of owner: String) -> [String] {
    let name = owner + "." + step.name
    return decision.isEmpty ? [name] : decision.map { name + "." + step.exceptions[$0].name }
  }
}

extension CheckedPolicy.Step {
  fileprivate var waivers: [Int] {
    exceptions.indices.filter { if case .waived = exceptions[$0].value { true } else { false } }
  }
}

extension CheckedPolicy.Step.Form {
  /// The step's own value, where it has one.
  var operand: CheckedExpression? {
    switch self {
    case .atMost(let value), .atLeast(let value), .less(let value), .plus(let value), .times(let value),
      .nothingUnder(let value), .nothingUpTo(let value), .rounded(_, let value):
      value
    case .borneBy, .onlyTheLargest: nil
    }
  }
}
