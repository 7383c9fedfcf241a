import RedressDiagnostics
import RedressSyntax
import RedressValues

extension PolicyChecker {
  /// What can be called with arguments.
  private enum Callee {
    case definition(Int)
    case table(Int)
    case tiers(Int)
  }

  /// `daily_rate(lot)`, `delay_rate(late, tier)`, `commission(amount)`.
  mutating func call(
    _ name: Name, _ arguments: [ExpressionSyntax], _ span: Span, _ scope: inout Scope
  ) -> CheckedExpression? {
    guard let callee = callee(name, scope),
      let (checked, type) = checkedArguments(arguments, callee, name, span, &scope)
    else { return nil }
    switch callee {
    case .definition(let definition):
      return CheckedExpression(.call(definition: definition, checked), type, span)
    case .table(let table): return CheckedExpression(.table(table, checked), type, span)
    case .tiers(let tiers): return checked.first.map { CheckedExpression(.tiers(tiers, $0), type, span) }
    }
  }

  /// `limit_rate on day`, `delay_rate(late, tier) on day`.
  mutating func value(
    _ value: ExpressionSyntax, on day: ExpressionSyntax, _ span: Span, _ scope: inout Scope
  ) -> CheckedExpression? {
    let asked = check(day, &scope).flatMap { self.day($0) }
    let name: Name
    var arguments: [ExpressionSyntax] = []
    switch value.withoutBrackets.form {
    case .name(let bare): name = bare
    case .call(let called, let list): (name, arguments) = (called, list)
    default: return nil
    }
    guard scope.local(name.text) == nil, let callee = callee(name, scope) else {
      if let local = scope.local(name.text) { report(.dating(.notDated(name, declared: local.name.span))) }
      return nil
    }
    guard isDated(callee) else {
      report(.dating(.notDated(name, declared: outline.place(of: name.text))))
      return nil
    }
    guard let (checked, type) = checkedArguments(arguments, callee, name, span, &scope), let asked else { return nil }
    switch callee {
    case .definition(let definition):
      return CheckedExpression(
        checked.isEmpty ? .definitionOn(definition, asked) : .callOn(definition: definition, checked, asked), type, span
      )
    case .table(let table): return CheckedExpression(.tableOn(table, checked, asked), type, span)
    case .tiers: return nil
    }
  }

  private func isDated(_ callee: Callee) -> Bool {
    switch callee {
    case .definition(let definition):
      let ruling = outline.definitions[definition].syntax.ruling
      return ruling.from != nil || !ruling.later.isEmpty
    case .table(let table):
      guard case .rows(let editions) = outline.tables[table].syntax.content else { return false }
      return editions.contains { $0.from != nil }
    case .tiers: return false
    }
  }

  private mutating func callee(_ name: Name, _ scope: Scope) -> Callee? {
    guard let entity = entity(name, .callable) else { return nil }
    guard scope.reach == .everything else {
      report(
        .typing(.misplaced(name.span, scope.reach == .facts ? .notInDefault(name.text) : scope.notConstant(name.text))))
      return nil
    }
    switch entity {
    case .definition(let definition):
      noteRead(of: outline.definitions[definition].node)
      return .definition(definition)
    case .table(let table):
      noteRead(of: outline.tables[table].node)
      return .table(table)
    case .tiers(let tiers):
      noteRead(of: outline.tiers[tiers].node)
      return .tiers(tiers)
    default: return nil
    }
  }

  /// The arguments and the type of what is called; nil where either is unknown.
  private mutating func checkedArguments(
    _ arguments: [ExpressionSyntax], _ callee: Callee, _ name: Name, _ span: Span, _ scope: inout Scope
  ) -> ([CheckedExpression], ValueType)? {
    let parameters: [Name]
    let type: ValueType?
    let types: [ValueType?]
    switch callee {
    case .definition(let definition):
      type = typeOfDefinition(definition)
      parameters = outline.definitions[definition].syntax.parameters.map(\.name)
      types = parameterTypes(definition)
    case .table(let table):
      type = tableTypes[table]
      parameters = outline.tables[table].syntax.parameters.map(\.name)
      types = tableParameterTypes[table]
    case .tiers(let tiers):
      type = typeOfTiers(tiers)
      parameters = [outline.tiers[tiers].syntax.parameter.name]
      types = [tiersParameterTypes[tiers]]
    }
    // In a circle, which is reported when everything is read, nothing is known of the parameters yet.
    guard arguments.count == parameters.count, types.count == parameters.count else {
      if arguments.count != parameters.count { reportArguments(arguments.count, of: name, parameters, span) }
      return nil
    }
    var checked: [CheckedExpression] = []
    for (index, argument) in arguments.enumerated() {
      guard let value = check(argument, &scope, expecting: types[index]), let wanted = types[index],
        fits(value, wanted, as: .parameter, at: parameters[index].span)
      else { continue }
      checked.append(value)
    }
    guard checked.count == arguments.count, let type else { return nil }
    return (checked, type)
  }

  private mutating func reportArguments(_ count: Int, of name: Name, _ parameters: [Name], _ span: Span) {
    let names = parameters.map(\.text)
    report(
      .typing(
        count == 0
          ? .missingArguments(name, parameters: names)
          : .wrongArgumentCount(name, parameters: names, found: count, span)))
  }
}
