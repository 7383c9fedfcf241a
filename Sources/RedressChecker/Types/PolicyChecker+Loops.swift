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
    inside.guarded.formUnion(condition?.showsStated ?? [])
    if isAggregate { inside.aggregated.insert(variable) }
    let order = syntax.order.map { self.order($0, inside) }
    if !isAggregate { inside.placed.insert(variable) }
    if case .some(nil) = order { isBroken = true }
    guard !isBroken else { return (nil, inside) }
    var checked = CheckedLoop(
      variable: variable, record: list.record, list: list.list, condition: condition,
      optionalReads: whereScope.optionalReads, span: syntax.span)
    checked.order = order.flatMap { $0 }
    return (checked, inside)
  }

  /// `largest first by injury.tariff`; reports where that has no order.
  private mutating func order(_ syntax: LoopSyntax.Order, _ place: Scope) -> CheckedLoop.Order? {
    var scope = place.fresh()
    guard let key = check(syntax.key, &scope) else { return nil }
    switch key.type {
    case .quantity, .date, .time: break
    case .kind(let kind) where policy.kinds[kind].isOrdered: break
    case .kind(let kind):
      report(.typing(.unordered(syntax.key.span, described(key.type), words: policy.kinds[kind].words)))
      return nil
    default:
      report(.typing(.wrongType(syntax.key.span, found: described(key.type), expected: .amount, nil)))
      return nil
    }
    return CheckedLoop.Order(isLargestFirst: syntax.first == .largest, key: key)
  }

  /// `position of injury`.
  mutating func position(of name: Name, _ span: Span, _ scope: Scope) -> CheckedExpression? {
    guard case .variable(let variable, _)? = scope.local(name.text)?.meaning, scope.placed.contains(variable) else {
      if case .poison? = scope.local(name.text)?.meaning { return nil }
      report(.typing(.misplaced(span, .position(name.text))))
      return nil
    }
    return CheckedExpression(.position(variable: variable), .quantity(.number), span)
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
    case .parameter(let node, let parameter, _):
      parameterReads[node, default: []].insert(parameter)
      report(.typing(.misplaced(head.span, .listOfParameter(head.text))))
      return nil
    case .variable(let variable, let record):
      guard path.count == 2, let name = path.last else {
        report(.typing(.notAList(path[path.count - 1], nil)))
        return nil
      }
      return list(field: name, of: record).map { (.field(variable: variable, field: $0.field), $0.record) }
    }
  }

  private mutating func list(
    fact name: Name, _ rest: ArraySlice<Name>, _ scope: Scope
  ) -> (list: CheckedLoop.List, record: Int)? {
    if let loop = scope.itemLoop, loop.variable.text == name.text {
      report(scope.loopVariableProblem(name, loop))
      return nil
    }
    guard case .fact(let fact)? = entity(name, .list) else { return nil }
    noteRead(of: outline.facts[fact].node)
    guard let type = factTypes[fact] else { return nil }
    guard case .list(let record) = type else {
      report(.typing(.notAList(name, described(type))))
      return nil
    }
    guard !rest.isEmpty else { return (.fact(fact), record) }
    var fields: [Int] = []
    var innermost = record
    for name in rest {
      guard let (field, inner) = list(field: name, of: innermost) else { return nil }
      fields.append(field)
      innermost = inner
    }
    return (.inside(fact: fact, fields: fields), innermost)
  }

  /// The field of a record that is a list, and the record of its elements; reports where it is none.
  private mutating func list(field name: Name, of record: Int) -> (field: Int, record: Int)? {
    guard let field = position(ofField: name, in: record) else { return nil }
    guard let type = fieldTypes[record][field] else { return nil }
    guard case .list(let element) = type else {
      report(.typing(.notAList(name, described(type))))
      return nil
    }
    return (field, element)
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
