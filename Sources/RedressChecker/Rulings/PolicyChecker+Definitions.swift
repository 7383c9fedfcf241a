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
    parameterReads = Array(repeating: [], count: count)
    checkedParameterTypes = Array(repeating: [], count: count)
    policy.definitions = outline.definitions.map { .placeholder($0.syntax) }
    defersReasons = true
    for definition in 0..<count { _ = typeOfDefinition(definition) }
    defersReasons = false
    for (definition, entry) in outline.definitions.enumerated() {
      owner = entry.node
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
    let syntax = outline.definitions[definition].syntax
    let parameters = self.parameters(syntax, definition)
    let scope = scope(of: definition, syntax)
    let declared = syntax.type.map { self.type($0, for: .result)?.type }
    let telling = declared == nil ? tellingException(syntax, scope) : nil
    let known: ValueType? = declared ?? telling?.value?.type
    var base = scope.fresh()
    let value = check(syntax.ruling.base, &base, expecting: known)
    var type = known ?? value?.type
    if case .some(nil) = declared { type = nil }
    if let telling, telling.value == nil { type = nil }
    if let value, let wanted = type, !isAnswer(value) || !fits(value, wanted, as: .statedType, at: syntax.type?.span) {
      if declared == nil { type = nil }
    }
    var names = BranchNames()
    var exceptionScope = scope.fresh()
    exceptionScope.otherwise = type.map { .type($0) } ?? .poison
    let exceptions = exceptions(syntax.ruling.exceptions, exceptionScope, &names) { checker, exception, scope in
      let placeholder = CheckedExpression.placeholder(type ?? .quantity(.number), exception.value.span)
      let checked: CheckedExpression?
      if let telling, telling.place == exception.value.span {
        checked = telling.value
        if checked == nil { checker.unresolvedCount += 1 }
        for read in telling.reads { scope.noteOptional(read) }
      } else {
        checked = checker.check(exception.value, &scope, expecting: type)
      }
      guard let checked, let type else { return placeholder }
      return checker.fits(checked, type, as: .base, at: syntax.type?.span ?? syntax.ruling.base.span)
        ? checked : placeholder
    }
    let steps = steps(
      syntax.steps, of: StepTarget(type: type, place: syntax.ruling.base.span, role: .base), scope, &names)
    definitionTypes[definition] = type
    let placeholder = CheckedExpression.placeholder(type ?? .quantity(.number), syntax.ruling.base.span)
    policy.definitions[definition] = .init(
      name: syntax.name.text, label: plain(syntax.label), parameters: parameters, type: type ?? .quantity(.number),
      ruling: .init(
        base: value ?? placeholder, reasons: .init(because: nil, citations: []), span: syntax.ruling.baseSpan,
        exceptions: exceptions),
      steps: steps, span: syntax.name.span)
  }

  /// Where the base is the literal 0, the first exception that is not says what is counted.
  private mutating func tellingException(
    _ syntax: DefineSyntax, _ scope: Scope
  ) -> (place: Span, value: CheckedExpression?, reads: [OptionalRead])? {
    guard syntax.ruling.base.isZeroLiteral else { return nil }
    let telling = syntax.ruling.exceptions.first { !$0.value.isZeroLiteral && !$0.value.readsOtherwise }
    guard let telling else { return nil }
    var inside = scope.fresh()
    inside.allowsOptional = true
    let value = check(telling.value, &inside)
    return (telling.value.span, value, inside.optionalReads)
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

  private mutating func parameters(_ syntax: DefineSyntax, _ definition: Int) -> [CheckedPolicy.Attributes] {
    var seen: [String: Span] = [:]
    var types: [ValueType?] = []
    var result: [CheckedPolicy.Attributes] = []
    for parameter in syntax.parameters {
      if let first = seen[parameter.name.text] {
        report(.naming(.doubled(parameter.name, first: first)))
      } else {
        checkShadowing(parameter.name, Scope())
        seen[parameter.name.text] = parameter.name.span
      }
      let known = type(parameter.type, for: .parameter)
      types.append(known?.type)
      var attributes = CheckedPolicy.Attributes(
        name: parameter.name.text, type: known?.type ?? .quantity(.number), span: parameter.name.span)
      attributes.isWhole = known?.isWhole ?? false
      if let bounds = parameter.bounds, let type = known?.type {
        attributes.bounds = self.bounds(bounds, type: type) ?? .placeholder
      }
      result.append(attributes)
    }
    checkedParameterTypes[definition] = types
    return result
  }

  private func scope(of definition: Int, _ syntax: DefineSyntax) -> Scope {
    var scope = Scope()
    for (index, parameter) in syntax.parameters.enumerated() {
      let type = checkedParameterTypes[definition][index]
      scope.locals.append(.init(name: parameter.name, meaning: .parameter(definition: definition, index, type)))
    }
    return scope
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
    policy.definitions[definition] = .init(
      name: old.name, label: old.label, parameters: old.parameters, type: old.type,
      ruling: .init(base: old.ruling.base, reasons: base, span: old.ruling.span, exceptions: exceptions), steps: steps,
      span: old.span)
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
