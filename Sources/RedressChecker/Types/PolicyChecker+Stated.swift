import RedressDiagnostics
import RedressSyntax
import RedressValues

extension PolicyChecker {
  /// Whether something optional is stated. To ask so is no read of it: the question has an answer where it is absent.
  mutating func stated(
    _ inner: ExpressionSyntax, isNegated: Bool, _ span: Span, _ scope: Scope
  ) -> CheckedExpression? {
    var inside = scope.fresh()
    inside.allowsOptional = true
    inside.aggregated = []
    guard let value = check(inner, &inside, expecting: nil) else { return nil }
    guard isOptional(value) else {
      report(.typing(.misplaced(inner.span, .statedAlways(inner.written))))
      return nil
    }
    let answer = CheckedExpression(.stated(value), .yesOrNo, span)
    return isNegated ? CheckedExpression(.not(answer), .yesOrNo, span) : answer
  }

  private func isOptional(_ value: CheckedExpression) -> Bool {
    switch value.form {
    case .fact(let fact): policy.facts[fact].isOptional
    case .field(let variable, let field): policy.records[variableRecords[variable]].fields[field].isOptional
    default: false
    }
  }
}

extension CheckedExpression {
  /// What is stated wherever this condition holds, because it asks for just that.
  var showsStated: Set<OptionalRead> {
    switch form {
    case .and(let left, let right): left.showsStated.union(right.showsStated)
    case .stated(let value):
      switch value.form {
      case .fact(let fact): [.fact(fact)]
      case .field(let variable, let field): [.field(variable: variable, field: field)]
      default: []
      }
    default: []
    }
  }
}
