import RedressDiagnostics
import RedressSyntax
import RedressValues

extension PolicyChecker {
  /// A loop: what it goes through, if that is known, and the place inside it.
  ///
  /// Where the list is poison the variable is too, so that what speaks of it reports nothing more.
  mutating func loop(
    _ syntax: LoopSyntax, _ scope: inout Scope, isAggregate: Bool = true
  ) -> (checked: CheckedLoop?, inside: Scope)? {
    let list = self.list(syntax.path, scope)
    checkShadowing(syntax.variable, scope)
    var inside = scope.fresh()
    inside.it = scope.it
    guard let list else {
      inside.locals.append(.init(name: syntax.variable, meaning: .poison))
      if let condition = syntax.condition {
        inside.allowsOptional = true
        _ = self.condition(condition, &inside)
      }
      return (nil, inside)
    }
    let variable = variableRecords.count
    variableRecords.append(list.record)
    variableNames.append(syntax.variable.text)
    inside.locals.append(.init(name: syntax.variable, meaning: .variable(variable, record: list.record)))
    var condition: CheckedExpression?
    var isBroken = false
    var whereScope = inside.fresh()
    whereScope.allowsOptional = true
    whereScope.aggregated = []
    if let written = syntax.condition {
      condition = self.condition(written, &whereScope)
      isBroken = condition == nil
    }
    inside.guarded.formUnion(whereScope.optionalReads)
    if isAggregate { inside.aggregated.insert(variable) }
    guard !isBroken else { return (nil, inside) }
    let checked = CheckedLoop(
      variable: variable, record: list.record, list: list.list, condition: condition,
      optionalReads: whereScope.optionalReads, span: syntax.span)
    return (checked, inside)
  }

  /// A name for an element, or a parameter, may not hide a declaration, nor another such name around it.
  mutating func checkShadowing(_ name: Name, _ scope: Scope) {
    if let local = scope.local(name.text) {
      report(.naming(.doubled(name, first: local.name.span)))
    } else if let place = outline.place(of: name.text) {
      report(.naming(.doubled(name, first: place)))
    } else if BuiltInNames.totals[name.text] != nil {
      report(.naming(.builtIn(name, .loopVariable)))
    }
  }

  /// The list a path leads to: a fact, or a field of an element.
  private mutating func list(_ path: [Name], _ scope: Scope) -> (list: CheckedLoop.List, record: Int)? {
    guard let head = path.first else { return nil }
    guard let local = scope.local(head.text) else { return list(fact: head, path.dropFirst(), scope) }
    switch local.meaning {
    case .poison: return nil
    case .parameter(let definition, let parameter, _):
      parameterReads[definition].insert(parameter)
      report(.typing(.misplaced(head.span, .listOfParameter(head.text))))
      return nil
    case .variable(let variable, let record):
      guard path.count == 2, let name = path.last else {
        report(.typing(.notAList(path[path.count - 1], nil)))
        return nil
      }
      guard let field = outline.records[record].positions[name.text] else {
        let lists = outline.records[record].fields.map(\.syntax.name.text)
        report(
          .naming(
            .unknownField(
              name, record: outline.records[record].syntax.name.text, fields: lists,
              suggestion: nearest(to: name.text, among: lists))))
        return nil
      }
      noteRead(of: outline.records[record].fields[field].node)
      guard let type = fieldTypes[record][field] else { return nil }
      guard case .list(let element) = type else {
        report(.typing(.notAList(name, described(type))))
        return nil
      }
      return (.field(variable: variable, field: field), element)
    }
  }

  private mutating func list(
    fact name: Name, _ rest: ArraySlice<Name>, _ scope: Scope
  ) -> (list: CheckedLoop.List, record: Int)? {
    if let loop = scope.itemLoop, loop.variable.text == name.text {
      report(.sense(.loopVariableInWhen(name, loop: loop.variable, list: loop.path.map(\.text).joined(separator: "."))))
      return nil
    }
    guard case .fact(let fact)? = entity(name, .list) else { return nil }
    noteRead(of: outline.facts[fact].node)
    guard let type = factTypes[fact] else { return nil }
    guard case .list(let record) = type else {
      report(.typing(.notAList(name, described(type))))
      return nil
    }
    if let field = rest.first {
      report(.typing(.misplaced(name.span.through(field.span), .fieldOfList(name.text, field: field.text))))
      return nil
    }
    return (.fact(fact), record)
  }

  /// `sum of lot.value for each lot in lots where …`, `largest of …`, `smallest of …`.
  mutating func aggregate(
    _ aggregate: ExpressionSyntax.Aggregate, _ body: ExpressionSyntax, _ syntax: LoopSyntax, _ span: Span,
    _ scope: inout Scope, _ expecting: ValueType?
  ) -> CheckedExpression? {
    guard let (loop, place) = self.loop(syntax, &scope) else { return nil }
    var inside = place
    let value = check(body, &inside, expecting: expecting)
    for read in inside.optionalReads { scope.noteOptional(read) }
    guard let value, let loop else { return nil }
    let form: Aggregate
    switch (aggregate, value.type) {
    case (.sum, .quantity): form = .sum
    case (.largest, .quantity), (.largest, .date), (.largest, .time): form = .largest
    case (.smallest, .quantity), (.smallest, .date), (.smallest, .time): form = .smallest
    default:
      report(.typing(.wrongType(body.span, found: described(value.type), expected: .amount, nil)))
      return nil
    }
    return CheckedExpression(.aggregate(form, value, loop), value.type, span)
  }

  /// `largest of (a, b)`.
  mutating func extreme(
    _ extreme: ExpressionSyntax.Extreme, _ elements: [ExpressionSyntax], _ span: Span, _ scope: inout Scope,
    _ expecting: ValueType?
  ) -> CheckedExpression? {
    // The literal 0 waits until the others have said what the unit is.
    var checked: [CheckedExpression?] = Array(repeating: nil, count: elements.count)
    var first: (value: CheckedExpression, place: Span)?
    var isWhole = true
    for (index, element) in elements.enumerated() where !element.isZeroLiteral {
      guard let value = check(element, &scope, expecting: first?.value.type ?? expecting) else {
        isWhole = false
        continue
      }
      checked[index] = value
      if let first {
        isWhole = fits(value, first.value.type, as: .otherSide, at: first.place) && isWhole
      } else {
        switch value.type {
        case .quantity, .date, .time: first = (value, element.span)
        default:
          report(.typing(.wrongType(element.span, found: described(value.type), expected: .amount, nil)))
          isWhole = false
        }
      }
    }
    for (index, element) in elements.enumerated() where element.isZeroLiteral && isWhole {
      guard let value = check(element, &scope, expecting: first?.value.type ?? expecting) else { return nil }
      if let first, !fits(value, first.value.type, as: .otherSide, at: first.place) { return nil }
      checked[index] = value
    }
    let values = checked.compactMap { $0 }
    guard isWhole, values.count == elements.count, let type = first?.value.type ?? values.first?.type else {
      return nil
    }
    return CheckedExpression(extreme == .largest ? .largest(values) : .smallest(values), type, span)
  }
}
