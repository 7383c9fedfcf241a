import RedressSyntax

extension Outline {
  /// Every name that stands anywhere but where it is declared.
  func mentionedNames() -> Set<String> {
    var collector = MentionCollector()
    for entry in units { entry.syntax.size?.unit.map { collector.add($0) } }
    for record in records {
      for field in record.fields { collector.add(field.syntax.attributes) }
    }
    for entry in facts { collector.add(entry.syntax.attributes) }
    for entry in requirements + invariants {
      collector.add(entry.syntax.condition)
      collector.add(entry.syntax.reasons)
    }
    for entry in definitions { collector.add(entry.syntax) }
    for entry in splits {
      collector.add(entry.syntax.ruling) {
        $0.visitMentions($1)
      } exception: {
        $0.visitMentions($1)
      }
    }
    for entry in items { collector.add(entry.syntax) }
    for entry in bars {
      collector.add(entry.syntax.label)
      for ground in entry.syntax.grounds {
        collector.add(ground.condition)
        collector.add(ground.reasons)
      }
      collector.add(entry.syntax.exceptions) { _, _ in }
    }
    for entry in choices {
      collector.names.insert(entry.syntax.chooser.text)
      if let condition = entry.syntax.condition { collector.add(condition) }
      collector.add(entry.syntax.preferenceReasons)
    }
    for entry in approvals + notes {
      collector.add(entry.syntax.condition)
      collector.add(entry.syntax.reasons)
      collector.add(entry.syntax.label)
    }
    for entry in deadlines {
      collector.add(entry.syntax.ruling) {
        $0.visitMentions($1)
      } exception: {
        $0.visitMentions($1)
      }
      collector.add(entry.syntax.label)
    }
    addLimits(to: &collector)
    for entry in tables { collector.add(entry.syntax) }
    for entry in tiers {
      collector.add(entry.syntax.parameter)
      if let type = entry.syntax.type { collector.add(type) }
      for band in entry.syntax.bands {
        if let upper = band.upper { collector.add(upper) }
        collector.add(band.rate)
        collector.add(band.reasons)
      }
    }
    return collector.names
  }

  private func addLimits(to collector: inout MentionCollector) {
    for entry in limits {
      collector.add(entry.syntax.label)
      entry.syntax.loop?.visitMentions { collector.add($0) }
      collector.add(entry.syntax.steps)
    }
    for entry in lifts {
      collector.add(entry.syntax.label)
      for name in entry.syntax.branches.flatMap({ $0 }) { collector.names.insert(name.text) }
      collector.add(entry.syntax.condition)
      collector.add(entry.syntax.reasons)
    }
    for entry in applies {
      collector.names.formUnion(entry.syntax.limits.map(\.text))
      collector.add(entry.syntax.reasons)
    }
    for entry in recourses {
      collector.add(entry.syntax.label)
      collector.names.insert(entry.syntax.party.text)
      if let condition = entry.syntax.condition { collector.add(condition) }
      collector.add(entry.syntax.ruling) {
        $0.visitMentions($1)
      } exception: {
        $0.visitMentions($1)
      }
      collector.add(entry.syntax.steps)
    }
    for entry in authorities {
      collector.add(entry.syntax.sum)
      for level in entry.syntax.levels {
        collector.add(level.label)
        collector.add(level.cell)
        collector.add(level.reasons)
      }
    }
  }
}

/// Collects names wherever they can stand.
private struct MentionCollector {
  var names: Set<String> = []

  mutating func add(_ mention: Mention) {
    switch mention {
    case .value(let name, _), .call(let name), .list(let name), .field(let name), .split(let name), .party(let name),
      .item(let name, _), .unit(let name), .calendar(let name):
      names.insert(name.text)
      // A declared unit may stand in the plural.
      if case .unit = mention, name.text.hasSuffix("s") { names.insert(String(name.text.dropLast())) }
    }
  }

  mutating func add(_ expression: ExpressionSyntax) { expression.visitMentions { add($0) } }
  mutating func add(_ text: TextSyntax?) { text?.visitMentions { add($0) } }

  mutating func add(_ unit: UnitSyntax) {
    if let numerator = unit.numerator { add(.unit(numerator)) }
    for divisor in unit.divisors { add(.unit(divisor.word)) }
  }

  mutating func add(_ type: TypeSyntax) {
    switch type.form {
    case .word(let name), .list(let name): add(.unit(name))
    case .quantity(let unit): add(unit)
    case .yesOrNo, .date, .time, .text, .words, .missing: break
    }
  }

  mutating func add(_ bounds: BoundsSyntax?) {
    if let lower = bounds?.lower { add(lower) }
    if let upper = bounds?.upper { add(upper) }
  }

  mutating func add(_ attributes: AttributesSyntax) {
    add(attributes.type)
    add(attributes.bounds)
    if case .value(let value)? = attributes.defaultValue { add(value) }
  }

  mutating func add(_ reasons: ReasonsSyntax) {
    for because in reasons.because { add(because) }
    for citation in reasons.citations { names.insert(citation.source.text) }
  }

  mutating func add<Value>(_ exceptions: [ExceptionSyntax<Value>], _ visit: (Value, (Mention) -> Void) -> Void) {
    for exception in exceptions {
      visit(exception.value) { add($0) }
      add(exception.condition)
      add(exception.reasons)
    }
  }

  mutating func add<Base, Value>(
    _ ruling: RulingSyntax<Base, Value>, base: (Base, (Mention) -> Void) -> Void,
    exception: (Value, (Mention) -> Void) -> Void
  ) {
    base(ruling.base) { add($0) }
    add(ruling.reasons)
    for branch in ruling.later {
      base(branch.base) { add($0) }
      add(branch.reasons)
    }
    if let datedBy = ruling.datedBy { names.insert(datedBy.text) }
    add(ruling.exceptions, exception)
  }

  mutating func add(_ steps: [StepSyntax]) {
    for step in steps {
      step.visitMentions { add($0) }
      add(step.reasons)
      for exception in step.exceptions { add(exception.reasons) }
    }
  }

  mutating func add(_ definition: DefineSyntax) {
    for parameter in definition.parameters { add(parameter) }
    if let type = definition.type { add(type) }
    add(definition.ruling) {
      $0.visitMentions($1)
    } exception: {
      $0.visitMentions($1)
    }
    add(definition.steps)
  }

  mutating func add(_ parameter: DefineSyntax.Parameter) {
    add(parameter.type)
    add(parameter.bounds)
  }

  mutating func add(_ cell: CellSyntax) {
    switch cell.form {
    case .any, .missing: break
    case .range(let lower, _, let upper, _):
      if let lower { add(lower) }
      if let upper { add(upper) }
    case .values(let values):
      for value in values { add(value) }
    }
  }

  mutating func add(_ table: TableSyntax) {
    for parameter in table.parameters { add(parameter) }
    add(table.type)
    table.visitResults { add($0) }
    if let otherwise = table.otherwise { add(otherwise.reasons) }
    guard case .rows(let editions) = table.content else { return }
    for row in editions.flatMap(\.rows) {
      for cell in row.cells { add(cell) }
      add(row.reasons)
    }
  }

  mutating func add(_ item: ItemSyntax) {
    add(item.label)
    add(item.owedBy)
    item.loop?.visitMentions { add($0) }
    if let condition = item.condition { add(condition) }
    if let payee = item.payee { names.insert(payee.text) }
    add(item.ruling) {
      $0.visitMentions($1)
    } exception: {
      $0.visitMentions($1)
    }
    add(item.steps)
  }
}
