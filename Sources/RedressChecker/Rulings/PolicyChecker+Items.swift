import RedressDiagnostics
import RedressSyntax
import RedressValues

extension PolicyChecker {
  mutating func checkItems() {
    for (position, entry) in outline.items.enumerated() {
      owner = entry.node
      roots.append(entry.node)
      checkItem(entry.syntax, position)
    }
    owner = nil
  }

  private mutating func checkItem(_ syntax: ItemSyntax, _ position: Int) {
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
    let guarded = Set(whenScope.optionalReads).union(condition?.showsStated ?? [])
    scope.guarded.formUnion(guarded)
    let payee = syntax.payee.flatMap { party($0) }
    var place = ItemPlace(line: scope, shared: Scope(), name: syntax.name, loop: syntax.loop)
    place.shared.guarded.formUnion(guarded)
    place.shared.itemLoop = syntax.loop
    place.shared.isShared = true
    let ruling = payment(syntax, place, lifts(onItem: position))
    if let loop { demandOneOtherwise(ruling.ruling, ofLoop: loop.variable) }
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

  /// The places of an item's expressions: of one line, and, where its lines share an amount, of all of them.
  private struct ItemPlace {
    let line: Scope
    var shared: Scope
    let name: Name
    let loop: LoopSyntax?
  }

  private mutating func payment(
    _ syntax: ItemSyntax, _ place: ItemPlace, _ lifted: [String: [CheckedPolicy.Exception<CheckedPolicy.StepOverride>]]
  ) -> (ruling: CheckedPolicy.Ruling<CheckedPolicy.Payment, CheckedPolicy.Payment>, steps: [CheckedPolicy.Step]) {
    let scope = place.line
    var baseScope = scope.fresh()
    let base = payment(syntax.ruling.base, place, &baseScope)
    var names = BranchNames()
    var exceptionScope = scope.fresh()
    if syntax.ruling.base.isAmount {
      exceptionScope.otherwise = money.map { .type(.quantity($0)) } ?? .poison
    }
    let exceptions = exceptions(syntax.ruling.exceptions, exceptionScope, &names) { checker, exception, scope in
      checker.payment(exception.value, place, &scope)
    }
    var steps: [CheckedPolicy.Step] = []
    if syntax.carriesAmount || syntax.steps.isEmpty {
      let outerNeeds = recordsNeeds
      // What is assessed does not depend on the steps.
      recordsNeeds = false
      let target = StepTarget(type: money.map { .quantity($0) }, place: syntax.name.span, role: .linesOfPolicy)
      steps = self.steps(syntax.steps, of: target, scope, &names, lifted: lifted)
      recordsNeeds = outerNeeds
    } else {
      report(.declaring(.stepsWithoutAmount(syntax.steps[0].keyword, nil)))
    }
    let ruling = CheckedPolicy.Ruling(
      base: base, reasons: reasons(syntax.ruling.reasons, scope), span: syntax.ruling.baseSpan, exceptions: exceptions)
    return (ruling, steps)
  }

  private mutating func payment(
    _ syntax: PaymentSyntax, _ place: ItemPlace, _ scope: inout Scope
  ) -> CheckedPolicy.Payment {
    switch syntax {
    case .apology: return .apology
    case .nothing: return .nothing
    case .right(let words): return .right(text(words, scope) ?? CheckedText([], words.span))
    case .pay(let amount, by: let name, let discretion):
      let remedy = name.flatMap { self.remedy($0, scope) }
      return .pay(
        self.amount(amount, "pay", place.name, &scope), by: remedy,
        discretion.flatMap { self.discretion($0, place.name, &scope) })
    case .share(let amount, weight: let weight, by: let name, let discretion):
      let remedy = name.flatMap { self.remedy($0, scope) }
      if place.loop == nil { report(.limiting(.shareWithoutLoop(place.name, amount.span))) }
      var shared = place.shared.fresh()
      shared.allowsOptional = scope.allowsOptional
      shared.otherwise = scope.otherwise
      let value = self.amount(amount, "share", place.name, &shared)
      for read in shared.optionalReads { scope.noteOptional(read) }
      let key = check(weight, &scope).flatMap { isAmount($0, weight.span) ? $0 : nil }
      return .share(
        value, weight: key ?? .placeholder(.quantity(.number), weight.span), by: remedy,
        discretion.flatMap { self.discretion($0, place.name, &scope) })
    }
  }

  /// What is paid or shared, in the money of the policy's lines.
  private mutating func amount(
    _ syntax: ExpressionSyntax, _ verb: String, _ item: Name, _ scope: inout Scope
  ) -> CheckedExpression {
    let type: ValueType = .quantity(moneyUnit(at: syntax.span) ?? .number)
    guard let value = check(syntax, &scope, expecting: type), money != nil,
      isPayable(value, type, syntax, verb, item.span)
    else { return .placeholder(type, syntax.span) }
    return value
  }

  /// `discretion 0 to 5_000 CNY`.
  private mutating func discretion(
    _ syntax: DiscretionSyntax, _ item: Name, _ scope: inout Scope
  ) -> CheckedPolicy.Discretion? {
    guard let money = moneyUnit(at: syntax.span) else { return nil }
    let type: ValueType = .quantity(money)
    let lower = check(syntax.lower, &scope, expecting: type)
    let upper = check(syntax.upper, &scope, expecting: type)
    guard let lower, let upper, fits(lower, type, as: .linesOfPolicy, at: item.span),
      fits(upper, type, as: .linesOfPolicy, at: item.span)
    else { return nil }
    return .init(lower: lower, upper: upper, span: syntax.span)
  }

  private mutating func isPayable(
    _ value: CheckedExpression, _ type: ValueType, _ amount: ExpressionSyntax, _ verb: String, _ name: Span
  ) -> Bool {
    if case .quantity(let unit) = value.type, unit.isPlainPercent {
      report(.typing(.percentOfWhat(amount.span, percent: amount.written, step: verb)))
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

extension ItemSyntax {
  /// Whether any of its lines may come to a sum of money.
  var carriesAmount: Bool {
    ([ruling.base] + ruling.exceptions.map(\.value)).contains(where: \.isAmount)
  }
}

extension PaymentSyntax {
  /// Whether it is a sum of money.
  var isAmount: Bool {
    switch self {
    case .pay, .share: true
    case .apology, .right, .nothing: false
    }
  }
}
