import RedressDiagnostics
import RedressSyntax
import RedressValues

/// What steps change.
struct StepTarget {
  /// Nil where it is poison.
  let type: ValueType?
  /// Where the type comes from, and how.
  let place: Span
  let role: UnitRole
}

extension PolicyChecker {
  /// The steps of a definition, an item, a limit or a recourse. `lifted` are the exceptions that lifts make, by the name
  /// of the step.
  mutating func steps(
    _ list: [StepSyntax], of target: StepTarget, _ scope: Scope, _ names: inout BranchNames,
    lifted: [String: [CheckedPolicy.Exception<CheckedPolicy.StepOverride>]] = [:]
  ) -> [CheckedPolicy.Step] {
    if let first = list.first, let type = target.type {
      guard case .quantity = type else {
        report(.declaring(.stepsWithoutAmount(first.keyword, described(type))))
        return []
      }
    }
    var inside = scope.fresh()
    inside.it = target.type.map { .type($0) } ?? .poison
    // The names of the steps are taken before those of their exceptions.
    let stepNames = list.map { names.step($0) }
    return zip(list, stepNames).map { syntax, name in
      step(syntax, name: name, of: target, inside, &names, lifted: lifted[name] ?? [])
    }
  }

  private mutating func step(
    _ syntax: StepSyntax, name: String, of target: StepTarget, _ scope: Scope, _ names: inout BranchNames,
    lifted: [CheckedPolicy.Exception<CheckedPolicy.StepOverride>]
  ) -> CheckedPolicy.Step {
    var inside = scope.fresh()
    inside.allowsOptional = true
    let (form, amount) = stepForm(syntax, of: target, &inside)
    let condition = syntax.condition.map {
      self.condition($0, &inside) ?? .placeholder(.yesOrNo, $0.span)
    }
    var exceptionScope = scope
    exceptionScope.otherwise = amount.map { .type($0) } ?? .poison
    let exceptions = exceptions(
      syntax.exceptions, exceptionScope, &names, lifted: lifted,
      isWaived: {
        if case .waived = $0 { return true }
        return false
      },
      value: { checker, exception, scope in
        checker.stepOverride(exception.value, of: syntax, amount: amount, target, &scope)
      })
    return CheckedPolicy.Step(
      name: name, form: form, condition: condition, optionalReads: inside.optionalReads,
      reasons: reasons(syntax.reasons, scope), exceptions: exceptions, span: syntax.keyword)
  }

  private mutating func stepForm(
    _ syntax: StepSyntax, of target: StepTarget, _ scope: inout Scope
  ) -> (CheckedPolicy.Step.Form, amount: ValueType?) {
    switch syntax.form {
    case .atMost(let value):
      let amount = stepAmount(value, syntax, of: target, &scope)
      return (.atMost(amount.value), amount.type)
    case .atLeast(let value):
      let amount = stepAmount(value, syntax, of: target, &scope)
      return (.atLeast(amount.value), amount.type)
    case .less(let value):
      let amount = stepAmount(value, syntax, of: target, &scope)
      return (.less(amount.value), amount.type)
    case .plus(let value):
      let amount = stepAmount(value, syntax, of: target, &scope)
      return (.plus(amount.value), amount.type)
    case .nothingUnder(let value):
      let amount = stepAmount(value, syntax, of: target, &scope)
      return (.nothingUnder(amount.value), amount.type)
    case .nothingUpTo(let value):
      let amount = stepAmount(value, syntax, of: target, &scope)
      return (.nothingUpTo(amount.value), amount.type)
    case .times(let value):
      let factor = check(value, &scope).flatMap { isFactor($0, value.span) ? $0 : nil }
      return (.times(factor ?? .placeholder(.quantity(.number), value.span)), factor?.type)
    case .rounded(let mode, to: let value):
      let amount = stepAmount(value, syntax, of: target, &scope)
      return (.rounded(roundingMode(mode), to: amount.value), amount.type)
    case .borneBy(let name):
      // The parser refuses it outside items.
      return (.borneBy(split: split(name) ?? 0), nil)
    case .onlyTheLargest:
      // The parser refuses it outside limits.
      return (.onlyTheLargest, nil)
    }
  }

  /// The amount of a step, which is of the same dimension as what it changes.
  private mutating func stepAmount(
    _ value: ExpressionSyntax, _ syntax: StepSyntax, of target: StepTarget, _ scope: inout Scope
  ) -> (value: CheckedExpression, type: ValueType?) {
    let checked = check(value, &scope, expecting: target.type)
    guard let checked, isStepAmount(checked, value, syntax, of: target) else {
      return (.placeholder(target.type ?? .quantity(.number), value.span), target.type)
    }
    return (checked, checked.type)
  }

  private mutating func isStepAmount(
    _ checked: CheckedExpression, _ value: ExpressionSyntax, _ syntax: StepSyntax, of target: StepTarget
  ) -> Bool {
    guard let type = target.type else { return true }
    if case .quantity(let unit) = checked.type, unit.isPlainPercent, case .quantity(let expected) = type,
      !expected.isPercent
    {
      report(.typing(.percentOfWhat(value.span, percent: value.written, step: syntax.form.words)))
      return false
    }
    return fits(checked, type, as: target.role, at: target.place)
  }

  /// A number or a percentage, that something may be multiplied by.
  private mutating func isFactor(_ value: CheckedExpression, _ span: Span) -> Bool {
    if case .quantity(let unit) = value.type, unit.components.isEmpty { return true }
    report(.typing(.wrongType(span, found: described(value.type), expected: .factor, nil)))
    return false
  }

  private mutating func stepOverride(
    _ value: StepExceptionSyntax, of step: StepSyntax, amount: ValueType?, _ target: StepTarget,
    _ scope: inout Scope
  ) -> CheckedPolicy.StepOverride {
    guard case .value(let expression) = value else { return .waived }
    switch step.form {
    case .borneBy:
      report(.declaring(.valueForSplit(expression.span)))
      return .waived
    case .onlyTheLargest:
      report(.limiting(.valueForLargest(expression.span)))
      return .waived
    default: break
    }
    let placeholder = CheckedExpression.placeholder(amount ?? .quantity(.number), expression.span)
    guard let checked = check(expression, &scope, expecting: amount) else { return .value(placeholder) }
    if case .times = step.form { return .value(isFactor(checked, expression.span) ? checked : placeholder) }
    return .value(isStepAmount(checked, expression, step, of: target) ? checked : placeholder)
  }
}

extension StepSyntax.Form {
  /// The words of the step as people write them.
  var words: String {
    switch self {
    case .atMost: "at most"
    case .atLeast: "at least"
    case .less: "less"
    case .plus: "plus"
    case .times: "times"
    case .nothingUnder: "nothing under"
    case .nothingUpTo: "nothing up to"
    case .rounded: "rounded to"
    case .borneBy: "borne by"
    case .onlyTheLargest: "only the largest"
    }
  }
}
