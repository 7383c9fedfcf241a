import RedressDiagnostics
import RedressSyntax
import RedressValues

extension PolicyChecker {
  /// The value a name stands for. A word of a kind counts where that kind is expected.
  mutating func value(of name: Name, _ scope: inout Scope, expecting: ValueType?) -> CheckedExpression? {
    if case .kind(let kind)? = expecting, let word = word(name.text, of: kind) {
      return CheckedExpression(.ordinal(word), .kind(kind), name.span)
    }
    if name.text.isEmpty { return nil }
    if let local = scope.local(name.text) { return value(of: name, local) }
    if let loop = scope.itemLoop, loop.variable.text == name.text {
      report(scope.loopVariableProblem(name, loop))
      return nil
    }
    if let entity = outline.entities[name.text] { return value(of: name, entity, &scope) }
    if let total = BuiltInNames.totals[name.text] {
      guard scope.allowsTotals else {
        report(.typing(.misplaced(name.span, .total(name.text))))
        return nil
      }
      return moneyUnit(at: name.span).map { CheckedExpression(.total(total), .quantity($0), name.span) }
    }
    reportUnknown(name, scope, expecting: expecting)
    return nil
  }

  /// The position of a word in a kind; an option of a choice counts as mentioned from now on.
  mutating func word(_ word: String, of kind: Int) -> Int? {
    guard let position = wordPositions[kind][word] else { return nil }
    if case .choice(let choice) = kindOrigins[kind] { mentionedOptions[choice].insert(position) }
    return position
  }

  private mutating func value(of name: Name, _ local: Scope.Local) -> CheckedExpression? {
    switch local.meaning {
    case .variable(let variable, let record):
      return CheckedExpression(.variable(variable), .record(record), name.span)
    case .parameter(let node, let parameter, let type):
      parameterReads[node, default: []].insert(parameter)
      return type.map { CheckedExpression(.parameter(parameter), $0, name.span) }
    case .poison: return nil
    }
  }

  private mutating func value(of name: Name, _ entity: Entity, _ scope: inout Scope) -> CheckedExpression? {
    if scope.reach == .constants {
      report(.typing(.misplaced(name.span, scope.notConstant(name.text))))
      return nil
    }
    switch entity {
    case .fact(let fact): return value(of: name, fact: fact, &scope)
    case .definition(let definition):
      guard reaches(name, scope) else { return nil }
      noteRead(of: outline.definitions[definition].node)
      let parameters = outline.definitions[definition].syntax.parameters
      guard parameters.isEmpty else {
        report(.typing(.missingArguments(name, parameters: parameters.map(\.name.text))))
        return nil
      }
      return typeOfDefinition(definition).map { CheckedExpression(.definition(definition), $0, name.span) }
    case .choice(let choice):
      guard reaches(name, scope) else { return nil }
      noteRead(of: outline.choices[choice].node)
      report(.typing(.misplaced(name.span, .choiceAlone(name.text, options: policy.kinds[choiceKinds[choice]].words))))
      return nil
    case .detail(let detail):
      noteRead(of: outline.details[detail].node, isNeeded: false)
      guard scope.isText else {
        report(.typing(.misplaced(name.span, .detail(name.text))))
        return nil
      }
      return CheckedExpression(.detail(detail), .text, name.span)
    case .table(let table):
      noteRead(of: outline.tables[table].node)
      report(
        .typing(.missingArguments(name, parameters: outline.tables[table].syntax.parameters.map(\.name.text))))
      return nil
    case .tiers(let tiers):
      noteRead(of: outline.tiers[tiers].node)
      report(.typing(.missingArguments(name, parameters: [outline.tiers[tiers].syntax.parameter.name.text])))
      return nil
    default:
      report(.naming(.wrongSort(name, found: entity.sort, expected: .value, declared: outline.place(of: name.text))))
      return nil
    }
  }

  private mutating func value(of name: Name, fact: Int, _ scope: inout Scope) -> CheckedExpression? {
    noteRead(of: outline.facts[fact].node)
    guard let type = factTypes[fact] else { return nil }
    if case .list = type {
      report(.typing(.misplaced(name.span, .list(name.text))))
      return nil
    }
    if policy.facts[fact].isOptional, !scope.guarded.contains(.fact(fact)) {
      guard scope.allowsOptional else {
        report(.typing(.misplaced(name.span, .optional(name.text))))
        return nil
      }
      scope.noteOptional(.fact(fact))
    }
    return CheckedExpression(.fact(fact), type, name.span)
  }

  /// Defaults read facts alone.
  private mutating func reaches(_ name: Name, _ scope: Scope) -> Bool {
    guard scope.reach != .everything else { return true }
    report(.typing(.misplaced(name.span, .notInDefault(name.text))))
    return false
  }

  /// The value of an operand that may be a choice, as in comparisons.
  mutating func operand(_ syntax: ExpressionSyntax, _ scope: inout Scope, expecting: ValueType?) -> CheckedExpression? {
    if let name = syntax.bareName, scope.local(name.text) == nil,
      case .choice(let choice)? = outline.entities[name.text],
      scope.reach == .everything, !isWord(name, expecting)
    {
      noteRead(of: outline.choices[choice].node)
      return CheckedExpression(.choice(choice), .kind(choiceKinds[choice]), syntax.span)
    }
    return check(syntax, &scope, expecting: expecting)
  }

  /// Whether a name is a word of the kind that is expected.
  func isWord(_ name: Name, _ type: ValueType?) -> Bool {
    guard case .kind(let kind)? = type else { return false }
    return wordPositions[kind][name.text] != nil
  }

  /// Whether a bare name leads to a value by itself, without a kind being expected.
  func leadsToValue(_ name: Name, _ scope: Scope) -> Bool {
    if scope.local(name.text) != nil { return true }
    switch outline.entities[name.text] {
    case .fact, .definition, .choice, .detail: return true
    default: return BuiltInNames.totals[name.text] != nil
    }
  }

  /// `lot.value`.
  mutating func field(
    _ inner: ExpressionSyntax, _ name: Name, span: Span, _ scope: inout Scope
  ) -> CheckedExpression? {
    guard let field = fieldReference(inner, name, &scope) else { return nil }
    return value(of: field, name, span, &scope)
  }

  private mutating func value(
    of field: (subject: FieldSubject, record: Int, field: Int), _ name: Name, _ span: Span, _ scope: inout Scope
  ) -> CheckedExpression? {
    guard let type = fieldTypes[field.record][field.field] else { return nil }
    if case .list = type {
      report(.typing(.misplaced(span, .list(name.text))))
      return nil
    }
    let isOptional = policy.records[field.record].fields[field.field].isOptional
    switch field.subject {
    case .variable(let variable):
      if isOptional, !permits(.field(variable: variable, field: field.field), variable, name, &scope) { return nil }
      return CheckedExpression(.field(variable: variable, field: field.field), type, span)
    case .parameter(let parameter):
      if isOptional {
        report(.typing(.misplaced(name.span, .optionalOfParameter(name.text))))
        return nil
      }
      return CheckedExpression(.parameterField(parameter: parameter, field: field.field), type, span)
    }
  }

  private mutating func permits(_ read: OptionalRead, _ variable: Int, _ name: Name, _ scope: inout Scope) -> Bool {
    if scope.guarded.contains(read) { return true }
    guard scope.allowsOptional, !scope.aggregated.contains(variable) else {
      report(.typing(.misplaced(name.span, .optional(name.text))))
      return false
    }
    scope.noteOptional(read)
    return true
  }

  enum FieldSubject {
    case variable(Int)
    case parameter(Int)
  }

  /// The field of an element that a path speaks of.
  private mutating func fieldReference(
    _ inner: ExpressionSyntax, _ name: Name, _ scope: inout Scope
  ) -> (subject: FieldSubject, record: Int, field: Int)? {
    if isFieldOfList(inner, name, scope) { return nil }
    guard let element = check(inner, &scope) else { return nil }
    return fieldReference(element, name)
  }

  private mutating func isFieldOfList(_ inner: ExpressionSyntax, _ name: Name, _ scope: Scope) -> Bool {
    guard let list = inner.bareName, scope.local(list.text) == nil, case .fact(let fact)? = outline.entities[list.text],
      case .list? = factTypes[fact]
    else { return false }
    noteRead(of: outline.facts[fact].node)
    report(.typing(.misplaced(inner.span, .fieldOfList(list.text, field: name.text))))
    return true
  }

  private mutating func fieldReference(
    _ element: CheckedExpression, _ name: Name
  ) -> (subject: FieldSubject, record: Int, field: Int)? {
    guard case .record(let record) = element.type else {
      report(.typing(.fieldOfValue(name, described(element.type))))
      return nil
    }
    guard let field = position(ofField: name, in: record) else { return nil }
    switch element.form {
    case .variable(let variable): return (.variable(variable), record, field)
    case .parameter(let parameter): return (.parameter(parameter), record, field)
    default: return nil
    }
  }

  /// The field of that name, which is noted as read; reports where the record has none.
  mutating func position(ofField name: Name, in record: Int) -> Int? {
    guard let field = outline.records[record].positions[name.text] else {
      let fields = outline.records[record].fields.map(\.syntax.name.text)
      report(
        .naming(
          .unknownField(
            name, record: outline.records[record].syntax.name.text, fields: fields,
            suggestion: nearest(to: name.text, among: fields))))
      return nil
    }
    noteRead(of: outline.records[record].fields[field].node)
    return field
  }

  private mutating func reportUnknown(_ name: Name, _ scope: Scope, expecting: ValueType?) {
    if case .kind(let kind)? = expecting, policy.kinds[kind].words.isEmpty {
      // The parser reported that it has no words.
      unresolvedCount += 1
      return
    }
    let values =
      scope.locals.reversed().map(\.name.text) + outline.facts.map(\.syntax.name.text)
      + outline.definitions.map(\.syntax.name.text) + outline.choices.map(\.syntax.name.text)
      + (scope.allowsTotals ? BuiltInNames.totalNames : [])
      + (scope.isText ? outline.details.map(\.syntax.name.text) : [])
    if case .kind(let kind)? = expecting {
      let words = policy.kinds[kind].words
      report(
        .naming(
          .unknownWord(
            name, of: described(.kind(kind)), words: words, suggestion: nearest(to: name.text, among: words + values))))
      return
    }
    if let kind = kindsByWord[name.text] {
      let fact = outline.facts.indices.first { factTypes.indices.contains($0) && factTypes[$0] == .kind(kind) }
      report(
        .naming(
          .wordWithoutKind(
            name, kind: policy.kinds[kind].name, fact: fact.map { outline.facts[$0].syntax.name.text })))
      return
    }
    let suggestion = ForeignWords.values[name.text] ?? nearest(to: name.text, among: values)
    report(.naming(.unknown(name, expecting.map(expected) ?? .value, suggestion: suggestion)))
  }

  /// A value of a type, as a declaration would say it.
  private func expected(_ type: ValueType) -> ExpectedSort {
    switch type {
    case .quantity(let unit): .valueOf(type: (unit == money ? "money" : unit.name) + " from 0")
    case .yesOrNo: .valueOf(type: "yes or no")
    case .date: .valueOf(type: "date")
    case .time: .valueOf(type: "time")
    case .text: .valueOf(type: "text")
    case .kind, .record, .list: .value
    }
  }

  /// The entity of one sort that a name must lead to; reports where it leads elsewhere or nowhere.
  mutating func entity(_ name: Name, _ expected: ExpectedSort) -> Entity? {
    guard let entity = outline.entities[name.text] else {
      // Its declaration could not be read, and that is reported.
      if outline.unread.contains(name.text) { return nil }
      report(.naming(.unknown(name, expected, suggestion: nearest(to: name.text, among: names(of: expected)))))
      return nil
    }
    guard expected.accepts(entity.sort) else {
      report(
        .naming(
          .wrongSort(
            name, found: entity.sort, expected: expected, declared: outline.place(of: name.text),
            known: names(of: expected))))
      return nil
    }
    return entity
  }

  /// What a name of a sort may have been meant for.
  private func names(of expected: ExpectedSort) -> [String] {
    switch expected {
    case .callable:
      outline.definitions.map(\.syntax.name.text) + outline.tables.map(\.syntax.name.text)
        + outline.tiers.map(\.syntax.name.text)
    case .fact: outline.facts.map(\.syntax.name.text)
    case .list:
      outline.facts.indices.compactMap { index in
        if case .list? = factTypes[index] { outline.facts[index].syntax.name.text } else { nil }
      }
    case .party: outline.parties.map(\.syntax.name.text)
    case .item: outline.items.map(\.syntax.name.text)
    case .target: outline.items.map(\.syntax.name.text) + ItemClass.allCases.map(\.rawValue) + ["all"]
    case .split: outline.splits.map(\.syntax.name.text)
    case .source: outline.sources.map(\.syntax.name.text)
    case .record: outline.records.map(\.syntax.name.text)
    case .calendar: outline.calendars.map(\.syntax.name.text)
    case .limit: outline.limits.map(\.syntax.name.text)
    case .rate:
      outline.definitions.map(\.syntax).filter { $0.parameters.isEmpty }.map(\.name.text)
    case .value, .valueOf, .type, .remedy, .itemClass, .option, .exception, .policy: []
    }
  }

  /// The position of a party.
  mutating func party(_ name: Name) -> Int? {
    guard case .party(let party)? = entity(name, .party) else {
      return nil
    }
    noteRead(of: outline.parties[party].node, isNeeded: false)
    return party
  }

  /// The position of an item.
  mutating func item(_ name: Name) -> Int? {
    guard case .item(let item)? = entity(name, .item) else { return nil }
    return item
  }

  /// The position of a split.
  mutating func split(_ name: Name) -> Int? {
    guard case .split(let split)? = entity(name, .split) else {
      return nil
    }
    noteRead(of: outline.splits[split].node)
    return split
  }
}
