import RedressDiagnostics
import RedressSyntax
import RedressValues

extension PolicyChecker {
  /// How deep one definition may be met inside another's expression before its own turn; the order of the definitions
  /// makes this rare.
  private static let deepest = 300

  /// All definitions: first their values, so that every type is known; then their reasons, which may speak of any.
  mutating func checkDefinitions() {
    let count = outline.definitions.count
    definitionTypes = Array(repeating: nil, count: count)
    definitionStates = Array(repeating: .untouched, count: count)
    checkedParameterTypes = Array(repeating: [], count: count)
    policy.definitions = outline.definitions.map { .placeholder($0.syntax) }
    defersReasons = true
    for definition in 0..<count { _ = typeOfDefinition(definition) }
    defersReasons = false
    for (definition, entry) in outline.definitions.enumerated() {
      owner = entry.node
      if outline.figureNodes.contains(entry.node) { roots.append(entry.node) }
      giveReasons(definition, entry.syntax)
    }
    owner = nil
  }

  /// The type of a definition, which is checked now if it has not been; nil where it is poison or in a circle (which is
  /// reported when everything is read).
  mutating func typeOfDefinition(_ definition: Int) -> ValueType? {
    guard definitionStates[definition] == .untouched else {
      return definitionStates[definition] == .done ? definitionTypes[definition] : nil
    }
    guard depth < Self.deepest else {
      report(.naming(.chainTooLong(outline.definitions[definition].syntax.name, limit: Self.longestChain)))
      definitionStates[definition] = .done
      return nil
    }
    let (outerOwner, outerNeeds) = (owner, recordsNeeds)
    definitionStates[definition] = .inProgress
    owner = outline.definitions[definition].node
    recordsNeeds = true
    let before = unresolvedCount
    checkDefinition(definition)
    if unresolvedCount != before { unresolvedDefinitions.insert(definition) }
    definitionStates[definition] = .done
    (owner, recordsNeeds) = (outerOwner, outerNeeds)
    return definitionTypes[definition]
  }

  func parameterTypes(_ definition: Int) -> [ValueType?] { checkedParameterTypes[definition] }

  private mutating func checkDefinition(_ definition: Int) {
    let entry = outline.definitions[definition]
    let syntax = entry.syntax
    let parameters = self.parameters(syntax.parameters)
    checkedParameterTypes[definition] = parameters.map(\.type)
    let scope = scope(of: definition, syntax)
    let declared = syntax.type.map { self.type($0, for: .result)?.type }
    let telling = declared == nil ? telling(syntax.ruling, scope) : nil
    let known: ValueType? = declared ?? telling?.value?.type
    var base = scope.fresh()
    let value = check(syntax.ruling.base, &base, expecting: known)
    var type = known ?? value?.type
    if case .some(nil) = declared { type = nil }
    if let telling, telling.value == nil { type = nil }
    if let value, let wanted = type, !isAnswer(value) || !fits(value, wanted, as: .statedType, at: syntax.type?.span) {
      if declared == nil { type = nil }
    }
    let wanted = WantedType(type: type, place: syntax.type?.span ?? syntax.ruling.base.span, telling: telling)
    let dates = self.dates(of: syntax.ruling, Scope()) { checker, base in
      var inside = scope.fresh()
      return checker.answer(base, wanted, &inside)
    }
    var names = BranchNames()
    var exceptionScope = scope.fresh()
    exceptionScope.otherwise = type.map { .type($0) } ?? .poison
    let exceptions = exceptions(syntax.ruling.exceptions, exceptionScope, &names) { checker, exception, scope in
      checker.answer(exception.value, wanted, &scope)
    }
    let steps = steps(
      syntax.steps, of: StepTarget(type: type, place: syntax.ruling.base.span, role: .base), scope, &names)
    definitionTypes[definition] = type
    let placeholder = CheckedExpression.placeholder(type ?? .quantity(.number), syntax.ruling.base.span)
    var checked = CheckedPolicy.Definition(
      name: syntax.name.text, label: plain(syntax.label), parameters: parameters.map(\.attributes),
      type: type ?? .quantity(.number),
      ruling: .init(
        base: value ?? placeholder, dates, reasons: .init(because: nil, citations: []), span: syntax.ruling.baseSpan,
        exceptions: exceptions),
      steps: steps, span: syntax.name.span)
    checked.isFigure = outline.figureNodes.contains(entry.node)
    policy.definitions[definition] = checked
  }

  /// A value that says the type, met before its turn.
  private struct Telling {
    let place: Span
    let value: CheckedExpression?
    let reads: [OptionalRead]
  }

  /// What the answers behind the first one have to be.
  private struct WantedType {
    let type: ValueType?
    /// Where the type comes from.
    let place: Span
    let telling: Telling?
  }

  /// Where the base is the literal 0, the first other answer that is not says what is counted.
  private mutating func telling(_ ruling: RulingSyntax<ExpressionSyntax, ExpressionSyntax>, _ scope: Scope) -> Telling?
  {
    guard ruling.base.isZeroLiteral else { return nil }
    var inside = scope.fresh()
    if let branch = ruling.later.first(where: { !$0.base.isZeroLiteral }) {
      let value = check(branch.base, &inside)
      return Telling(place: branch.base.span, value: value, reads: [])
    }
    let exception = ruling.exceptions.first { !$0.value.isZeroLiteral && !$0.value.readsOtherwise }
    guard let exception else { return nil }
    inside.allowsOptional = true
    let value = check(exception.value, &inside)
    return Telling(place: exception.value.span, value: value, reads: inside.optionalReads)
  }

  /// A later branch's or an exception's answer, which is of the same type as the first.
  private mutating func answer(
    _ syntax: ExpressionSyntax, _ wanted: WantedType, _ scope: inout Scope
  ) -> CheckedExpression {
    let placeholder = CheckedExpression.placeholder(wanted.type ?? .quantity(.number), syntax.span)
    let checked: CheckedExpression?
    if let telling = wanted.telling, telling.place == syntax.span {
      checked = telling.value
      if checked == nil { unresolvedCount += 1 }
      for read in telling.reads { scope.noteOptional(read) }
    } else {
      checked = check(syntax, &scope, expecting: wanted.type)
    }
    guard let checked, let type = wanted.type else { return placeholder }
    return fits(checked, type, as: .base, at: wanted.place) ? checked : placeholder
  }

  /// Elements and lists cannot be what a definition says.
  private mutating func isAnswer(_ value: CheckedExpression) -> Bool {
    switch value.type {
    case .record, .list:
      report(.typing(.wrongType(value.span, found: described(value.type), expected: .value, nil)))
      return false
    default: return true
    }
  }

  /// What is asked for in brackets, each with its type, or without where that could not be read. The columns of a table
  /// may be called like the facts they are for (decision 0021).
  mutating func parameters(
    _ list: [DefineSyntax.Parameter], areColumns: Bool = false
  ) -> [(attributes: CheckedPolicy.Attributes, type: ValueType?)] {
    var seen: [String: Span] = [:]
    return list.map { parameter in
      if let first = seen[parameter.name.text] {
        report(.naming(.doubled(parameter.name, first: first)))
      } else {
        if !(areColumns && outline.isFact(parameter.name.text)) { checkShadowing(parameter.name, Scope()) }
        seen[parameter.name.text] = parameter.name.span
      }
      let known = type(parameter.type, for: .parameter)
      var attributes = CheckedPolicy.Attributes(
        name: parameter.name.text, type: known?.type ?? .quantity(.number), span: parameter.name.span)
      attributes.isWhole = known?.isWhole ?? false
      if let bounds = parameter.bounds, let type = known?.type {
        attributes.bounds = self.bounds(bounds, type: type) ?? .placeholder
      }
      return (attributes, known?.type)
    }
  }

  /// A place where parameters are known, and nothing else that is not known everywhere.
  func scope(of parameters: [DefineSyntax.Parameter], _ types: [ValueType?], node: Int) -> Scope {
    var scope = Scope()
    for (index, (parameter, type)) in zip(parameters, types).enumerated() {
      scope.locals.append(.init(name: parameter.name, meaning: .parameter(node: node, index, type)))
    }
    return scope
  }

  private func scope(of definition: Int, _ syntax: DefineSyntax) -> Scope {
    scope(of: syntax.parameters, checkedParameterTypes[definition], node: outline.definitions[definition].node)
  }

  /// The second pass over a definition: its reasons.
  private mutating func giveReasons(_ definition: Int, _ syntax: DefineSyntax) {
    let scope = scope(of: definition, syntax)
    let old = policy.definitions[definition]
    let base = reasons(syntax.ruling.reasons, scope)
    let exceptions = given(syntax.ruling.exceptions, to: old.ruling.exceptions, scope)
    let steps = zip(syntax.steps, old.steps).map { syntax, step in
      CheckedPolicy.Step(
        name: step.name, form: step.form, condition: step.condition, optionalReads: step.optionalReads,
        reasons: reasons(syntax.reasons, scope), exceptions: given(syntax.exceptions, to: step.exceptions, scope),
        span: step.span)
    }
    var dates = RulingDates(from: old.ruling.from, later: old.ruling.later, datedBy: old.ruling.datedBy)
    let texts = Dictionary(syntax.ruling.later.map { ($0.from.span, $0.reasons) }) { first, _ in first }
    dates.later = dates.later.map { branch in
      .init(
        from: branch.from, base: branch.base, reasons: texts[branch.span].map { reasons($0, scope) } ?? branch.reasons,
        span: branch.span)
    }
    var checked = CheckedPolicy.Definition(
      name: old.name, label: old.label, parameters: old.parameters, type: old.type,
      ruling: .init(base: old.ruling.base, dates, reasons: base, span: old.ruling.span, exceptions: exceptions),
      steps: steps, span: old.span)
    checked.isFigure = old.isFigure
    policy.definitions[definition] = checked
  }

  private mutating func given<Syntax, Value>(
    _ syntax: [ExceptionSyntax<Syntax>], to exceptions: [CheckedPolicy.Exception<Value>], _ scope: Scope
  ) -> [CheckedPolicy.Exception<Value>] {
    zip(syntax, exceptions).map { syntax, exception in
      .init(
        name: exception.name, value: exception.value, condition: exception.condition,
        optionalReads: exception.optionalReads, overrides: exception.overrides, reasons: reasons(syntax.reasons, scope),
        span: exception.span)
    }
  }
}

extension CheckedPolicy.Definition {
  fileprivate static func placeholder(_ syntax: DefineSyntax) -> CheckedPolicy.Definition {
    .init(
      name: syntax.name.text, label: nil, parameters: [], type: .quantity(.number),
      ruling: .init(
        base: .placeholder(.quantity(.number), syntax.ruling.base.span), reasons: .init(because: nil, citations: []),
        span: syntax.ruling.baseSpan, exceptions: []),
      steps: [], span: syntax.name.span)
  }
}
