import RedressDiagnostics
import RedressSyntax
import RedressValues

extension PolicyChecker {
  mutating func checkItems() {
    for entry in outline.items {
      owner = entry.node
      roots.append(entry.node)
      checkItem(entry.syntax)
    }
    owner = nil
  }

  private mutating func checkItem(_ syntax: ItemSyntax) {
    var outer = Scope()
    outer.allowsOptional = true
    var scope = Scope()
    var loop: CheckedLoop?
    if let written = syntax.loop, let (checked, inside) = self.loop(written, &outer, isAggregate: false) {
      loop = checked
      scope = inside
      scope.allowsOptional = false
    }
    var whenScope = Scope()
    whenScope.allowsOptional = true
    whenScope.itemLoop = syntax.loop
    let condition = syntax.condition.map {
      self.condition($0, &whenScope) ?? .placeholder(.yesOrNo, $0.span)
    }
    scope.guarded.formUnion(whenScope.optionalReads)
    let payee = syntax.payee.flatMap { party($0) }
    let ruling = payment(syntax, scope)
    let itemClass = syntax.classWord.flatMap { self.itemClass($0) } ?? .compensation
    policy.items.append(
      .init(
        name: syntax.name.text, label: text(syntax.label, scope) ?? CheckedText([], syntax.label.span),
        itemClass: itemClass, loop: loop, condition: condition, conditionOptionalReads: whenScope.optionalReads,
        payee: payee, owedBy: text(syntax.owedBy, scope), ruling: ruling.ruling, steps: ruling.steps,
        span: syntax.name.span))
  }

  private mutating func itemClass(_ name: Name) -> ItemClass? {
    if let itemClass = ItemClass(rawValue: name.text) { return itemClass }
    let classes = ItemClass.allCases.map(\.rawValue)
    report(.naming(.unknown(name, .itemClass, suggestion: nearest(to: name.text, among: classes))))
    return nil
  }

  private mutating func payment(
    _ syntax: ItemSyntax, _ scope: Scope
  ) -> (ruling: CheckedPolicy.Ruling<CheckedPolicy.Payment, CheckedPolicy.Payment>, steps: [CheckedPolicy.Step]) {
    var baseScope = scope.fresh()
    let base = payment(syntax.ruling.base, of: syntax.name.span, &baseScope)
    var names = BranchNames()
    var exceptionScope = scope.fresh()
    if case .pay = syntax.ruling.base {
      exceptionScope.otherwise = money.map { .type(.quantity($0)) } ?? .poison
    }
    let exceptions = exceptions(syntax.ruling.exceptions, exceptionScope, &names) { checker, exception, scope in
      checker.payment(exception.value, of: syntax.name.span, &scope)
    }
    let paysAnything = ([syntax.ruling.base] + syntax.ruling.exceptions.map(\.value)).contains {
      if case .pay = $0 { return true }
      return false
    }
    var steps: [CheckedPolicy.Step] = []
    if paysAnything || syntax.steps.isEmpty {
      let outerNeeds = recordsNeeds
      // What is assessed does not depend on the steps.
      recordsNeeds = false
      let target = StepTarget(type: money.map { .quantity($0) }, place: syntax.name.span, role: .linesOfPolicy)
      steps = self.steps(syntax.steps, of: target, scope, &names)
      recordsNeeds = outerNeeds
    } else {
      report(.declaring(.stepsWithoutAmount(syntax.steps[0].keyword, nil)))
    }
    let ruling = CheckedPolicy.Ruling(
      base: base, reasons: reasons(syntax.ruling.reasons, scope), span: syntax.ruling.baseSpan, exceptions: exceptions)
    return (ruling, steps)
  }

  private mutating func payment(_ syntax: PaymentSyntax, of item: Span, _ scope: inout Scope) -> CheckedPolicy.Payment {
    switch syntax {
    case .apology: return .apology
    case .nothing: return .nothing
    case .right(let words): return .right(text(words, scope) ?? CheckedText([], words.span))
    case .pay(let amount, by: let name):
      let remedy = name.flatMap { self.remedy($0, scope) }
      let type: ValueType = .quantity(moneyUnit(at: amount.span) ?? .number)
      guard let value = check(amount, &scope, expecting: type), money != nil, isPayable(value, type, amount, item)
      else {
        return .pay(.placeholder(type, amount.span), by: remedy)
      }
      return .pay(value, by: remedy)
    }
  }

  private mutating func isPayable(
    _ value: CheckedExpression, _ type: ValueType, _ amount: ExpressionSyntax, _ name: Span
  ) -> Bool {
    if case .quantity(let unit) = value.type, unit.isPlainPercent {
      report(.typing(.percentOfWhat(amount.span, percent: amount.written, step: "pay")))
      return false
    }
    return fits(value, type, as: .linesOfPolicy, at: name)
  }

  /// A fixed remedy, or something whose words are remedies.
  private mutating func remedy(_ name: Name, _ scope: Scope) -> CheckedPolicy.RemedyRule? {
    if let fixed = Remedy(rawValue: name.text) { return .fixed(fixed) }
    let deciding = outline.entities[name.text]
    switch deciding {
    case .fact?, .definition?, .choice?: break
    case let entity?:
      report(.naming(.wrongSort(name, found: entity.sort, expected: .remedy, declared: outline.place(of: name.text))))
      return nil
    case nil:
      let candidates =
        Remedy.allCases.map(\.rawValue) + outline.choices.map(\.syntax.name.text)
        + outline.facts.map(\.syntax.name.text)
        + outline.definitions.map(\.syntax.name.text)
      report(.naming(.unknown(name, .remedy, suggestion: nearest(to: name.text, among: candidates))))
      return nil
    }
    var inside = scope.fresh()
    let expression = ExpressionSyntax(.name(name), name.span)
    guard let value = operand(expression, &inside, expecting: nil) else { return nil }
    guard case .kind(let kind) = value.type else {
      report(.declaring(.remedyWords(name, found: described(value.type), strange: [])))
      return nil
    }
    let remedies = policy.kinds[kind].words.map { Remedy(rawValue: $0) }
    let strange = zip(policy.kinds[kind].words, remedies).filter { $1 == nil }.map(\.0)
    guard strange.isEmpty else {
      report(.declaring(.remedyWords(name, found: described(value.type), strange: strange)))
      return nil
    }
    if case .choice(let choice) = kindOrigins[kind] { mentionedOptions[choice].formUnion(remedies.indices) }
    return .decided(value, remedies.compactMap { $0 })
  }
}
