import RedressDiagnostics
import RedressSyntax
import RedressValues

extension PolicyChecker {
  /// `require`: what a case must not contradict.
  mutating func checkRequirements() {
    policy.requirements = outline.requirements.map { entry in
      owner = entry.node
      // Of a used policy only those that speak of what is read anyway.
      if entry.isOwn || outline.items.isEmpty { roots.append(entry.node) }
      return requirement(entry.syntax, allowsTotals: false)
    }
    owner = nil
  }

  private mutating func requirement(_ syntax: RequireSyntax, allowsTotals: Bool) -> CheckedPolicy.Requirement {
    var scope = Scope()
    scope.allowsTotals = allowsTotals
    let condition = condition(syntax.condition, &scope) ?? .placeholder(.yesOrNo, syntax.condition.span)
    return .init(
      condition: condition, reasons: reasons(syntax.reasons, scope), optionalReads: [],
      span: syntax.keyword.through(syntax.condition.span))
  }

  /// Approvals and notes, and what must always hold.
  mutating func checkConditionals() {
    policy.approvals = outline.approvals.map { conditional($0) }
    policy.notes = outline.notes.map { conditional($0) }
    policy.invariants = outline.invariants.map { entry in
      owner = entry.node
      roots.append(entry.node)
      return requirement(entry.syntax, allowsTotals: true)
    }
    owner = nil
  }

  private mutating func conditional(_ entry: Entry<ConditionalSyntax>) -> CheckedPolicy.Conditional {
    owner = entry.node
    roots.append(entry.node)
    var scope = Scope()
    scope.allowsTotals = true
    let syntax = entry.syntax
    let condition = condition(syntax.condition, &scope) ?? .placeholder(.yesOrNo, syntax.condition.span)
    return .init(
      name: syntax.name.text, label: text(syntax.label, scope), condition: condition, optionalReads: [],
      reasons: reasons(syntax.reasons, scope))
  }

  mutating func checkDeadlines() {
    for entry in outline.deadlines {
      owner = entry.node
      roots.append(entry.node)
      let syntax = entry.syntax
      var scope = Scope()
      scope.allowsTotals = true
      var baseScope = scope
      var base = check(syntax.ruling.base, &baseScope)
      if let value = base, value.type != .date, value.type != .time {
        report(.typing(.wrongType(value.span, found: described(value.type), expected: .dateOrTime, nil)))
        base = nil
      }
      let type = base?.type
      let dates = dates(of: syntax.ruling, scope) { checker, branch in
        var inside = scope.fresh()
        return checker.moment(branch, type, like: syntax.ruling.base.span, &inside)
      }
      var names = BranchNames()
      var exceptionScope = scope
      exceptionScope.otherwise = type.map { .type($0) } ?? .poison
      let exceptions = exceptions(syntax.ruling.exceptions, exceptionScope, &names) { checker, exception, scope in
        checker.moment(exception.value, type, like: syntax.ruling.base.span, &scope)
      }
      policy.deadlines.append(
        .init(
          name: syntax.name.text, label: text(syntax.label, scope), type: type ?? .date,
          ruling: .init(
            base: base ?? .placeholder(.date, syntax.ruling.base.span), dates,
            reasons: reasons(syntax.ruling.reasons, scope), span: syntax.ruling.baseSpan, exceptions: exceptions)))
    }
    owner = nil
  }

  /// A date or a time of the same type as the first answer of a deadline.
  private mutating func moment(
    _ syntax: ExpressionSyntax, _ type: ValueType?, like place: Span, _ scope: inout Scope
  ) -> CheckedExpression {
    let placeholder = CheckedExpression.placeholder(type ?? .date, syntax.span)
    guard let checked = check(syntax, &scope), let type else { return placeholder }
    return fits(checked, type, as: .base, at: place) ? checked : placeholder
  }
}
