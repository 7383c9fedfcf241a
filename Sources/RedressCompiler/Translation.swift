import RedressChecker
import RedressDiagnostics
import RedressEngine
import RedressValues

/// A program while it is put together.
struct Translation {
  let policy: CheckedPolicy
  var result: Program
  /// By item: the bars that may refuse it, in the order of the file.
  let barsByItem: [[Int]]
  /// The types of the parameters of the definition under way.
  var parameterTypes: [ValueType] = []
  /// Beside the types, the names of those parameters.
  var parameterNames: [String] = []

  init(_ policy: CheckedPolicy) {
    self.policy = policy
    var barsByItem: [[Int]] = Array(repeating: [], count: policy.items.count)
    for (index, bar) in policy.bars.enumerated() {
      for item in bar.items { barsByItem[item].append(index) }
    }
    self.barsByItem = barsByItem
    result = Program(name: policy.name, currency: policy.currency, rounding: policy.rounding)
  }

  mutating func program() -> Program {
    result.label = policy.label
    result.inForceFrom = policy.inForceFrom
    result.inForceUntil = policy.inForceUntil
    result.datedBy = policy.datedBy
    result.parties = policy.parties.map { Program.Party(name: $0.name, label: $0.label) }
    result.us = policy.us
    result.claimant = policy.claimant
    result.sources = policy.sources.map { Program.Source(name: $0.name, label: $0.label) }
    result.variableRecords = Array(repeating: 0, count: policy.variableCount)
    result.schema.kinds = policy.kinds.map { Schema.Kind(name: $0.name, words: $0.words, labels: $0.labels) }
    result.schema.records = policy.records.map { record in
      Schema.Record(name: record.name, label: record.label, fields: record.fields.map { attributes($0) })
    }
    result.schema.units = policy.units
    result.schema.facts = policy.facts.map { attributes($0) }
    result.schema.details = policy.details.map {
      Schema.Detail(name: $0.name, label: $0.label, isPrivate: $0.isPrivate)
    }
    result.requirements = policy.requirements.map { requirement($0) }
    result.calendars += policy.calendars.map(\.days)
    result.definitions = policy.definitions.map { definition($0) }
    result.tables = policy.tables.map { table($0) }
    result.tiers = policy.tiers.map { tiers($0) }
    (parameterTypes, parameterNames) = ([], [])
    result.splits = policy.splits.map { split($0) }
    result.items = policy.items.indices.map { item($0) }
    result.bars = policy.bars.map { bar($0) }
    result.limits = policy.limits.map { limit($0) }
    result.recourses = policy.recourses.map { recourse($0) }
    result.choices = policy.choices.map { choice($0) }
    result.authorities = policy.authorities.map { authority($0) }
    result.approvals = policy.approvals.map { conditional($0) }
    result.notes = policy.notes.map { conditional($0) }
    result.deadlines = policy.deadlines.map { deadline($0) }
    result.invariants = policy.invariants.map { requirement($0) }
    result.choiceOrder = choiceOrder()
    return result
  }

  // MARK: Facts

  private mutating func attributes(_ attributes: CheckedPolicy.Attributes) -> Schema.Attributes {
    var defaultValue: Schema.Default?
    switch attributes.defaultValue {
    case .value(let expression): defaultValue = .value(node(expression))
    case .noElements: defaultValue = .noElements
    case nil: break
    }
    return Schema.Attributes(
      name: attributes.name, type: attributes.type, isWhole: attributes.isWhole,
      bounds: attributes.bounds.map {
        Schema.Bounds(lower: $0.lower, excludesLower: $0.excludesLower, upper: $0.upper)
      }, label: attributes.label, defaultValue: defaultValue, isOptional: attributes.isOptional,
      isPrivate: attributes.isPrivate, provedBy: attributes.provedBy, span: attributes.span)
  }

  mutating func reads(_ reads: [OptionalRead]) -> [Program.OptionalRead] {
    reads.map { read in
      switch read {
      case .fact(let fact): .fact(fact)
      case .field(let variable, let field): .field(variable: variable, field: field)
      }
    }
  }

  private mutating func requirement(_ requirement: CheckedPolicy.Requirement) -> Program.Requirement {
    Program.Requirement(
      condition: node(requirement.condition), reasons: reasons(requirement.reasons),
      optionalReads: reads(requirement.optionalReads), span: requirement.span)
  }

  // MARK: Texts and reasons

  mutating func text(_ text: CheckedText) -> Program.Text {
    Program.Text(
      text.segments.map { segment in
        switch segment {
        case .literal(let literal): .literal(literal)
        case .expression(let expression): .value(node(expression), expression.type)
        }
      })
  }

  mutating func text(_ text: CheckedText?) -> Program.Text? {
    guard let text else { return nil }
    return self.text(text) as Program.Text
  }

  mutating func reasons(_ reasons: CheckedReasons) -> Program.Reasons {
    Program.Reasons(
      because: text(reasons.because),
      citations: reasons.citations.map {
        Program.Reasons.Citation(source: $0.source, place: $0.place, text: $0.text)
      })
  }

  // MARK: The order of choices

  /// Each choice behind those its condition depends on, otherwise in the order of the file.
  private func choiceOrder() -> [Int] {
    var order: [Int] = []
    var visited: Set<Int> = []
    func visit(_ choice: Int) {
      guard visited.insert(choice).inserted else { return }
      if let condition = result.choices[choice].condition {
        var seen = DependenceWalk()
        result.collectChoices(condition, &seen)
        for other in seen.choices.sorted() { visit(other) }
      }
      order.append(choice)
    }
    for choice in result.choices.indices { visit(choice) }
    return order
  }
}
