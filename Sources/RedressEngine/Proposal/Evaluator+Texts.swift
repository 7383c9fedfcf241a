import RedressValues

extension Evaluator {
  /// Sums in the currency of the case.
  var money: ValueType { .quantity(Unit.money(in: currency)) }

  /// A unit as this case shows it: `CNY per kg` where the policy says `money per kg`.
  func resolved(_ unit: Unit) -> Unit {
    program.currency == .ofTheCase ? unit.replacing(.ofTheCase, with: currency) : unit
  }

  /// A type whose unit is as this case shows it.
  func resolved(_ type: ValueType) -> ValueType {
    guard case .quantity(let unit) = type else { return type }
    return .quantity(resolved(unit))
  }

  /// A text with everything filled in, as rule 37 of the reference shows values.
  mutating func filled(_ text: Program.Text?) -> String? {
    guard let text else { return nil }
    // Most texts have nothing to fill in.
    if text.segments.count == 1, case .literal(let literal) = text.segments[0] { return literal }
    var result = ""
    for segment in text.segments {
      switch segment {
      case .literal(let literal): result += literal
      case .value(let node, let type): result += filled(node, type)
      }
    }
    return result
  }

  private mutating func filled(_ node: NodeID, _ type: ValueType) -> String {
    if program.readsPrivate(node) { return "(private)" }
    switch program.nodes[Int(node.index)] {
    case .detail(let detail): return facts.details[Int(detail)] ?? "(not stated)"
    case .fact(let fact):
      if isAbsent([.fact(Int(fact))]), program.schema.facts[Int(fact)].isOptional { return "(none)" }
    case .field(let variable, let field):
      let record = program.variableRecords[Int(variable)]
      let isOptional = program.schema.records[record].fields[Int(field)].isOptional
      if isOptional, isAbsent([.field(variable: Int(variable), field: Int(field))]) { return "(none)" }
    case .choice(let choice):
      let option = options[Int(choice)]
      let labels = program.choices[Int(choice)].optionLabels
      guard labels.indices.contains(option) else { return "(none)" }
      return filled(labels[option]) ?? program.choices[Int(choice)].options[option]
    default: break
    }
    return shown(evaluate(node), type)
  }

  /// A value to the last decimal that is shown anywhere: two sides of a conflict may differ in what texts leave out.
  func exactly(_ value: Value, _ type: ValueType) -> String {
    guard case .number(let number) = value, case .quantity(let unit) = type else { return shown(value, type) }
    return quantityText(number, unit: resolved(unit))
  }

  /// A value as texts show it, money to its minor digits.
  func shown(_ value: Value, _ type: ValueType) -> String {
    switch (value, type) {
    case (.number(let number), .quantity(let unit)):
      let unit = resolved(unit)
      guard let code = unit.currencyCode else { return quantityText(number, unit: unit) }
      let digits = Currency.named(code)?.minorDigits ?? currency.minorDigits
      return number.fixedText(places: digits, grouping: true) + " " + code
    case (.number(let number), _): return number.decimalText(upTo: 6)
    case (.ordinal(let ordinal), .yesOrNo): return ordinal == 0 ? "no" : "yes"
    case (.ordinal(let ordinal), .kind(let kind)):
      let words = program.schema.kinds[kind]
      guard words.words.indices.contains(Int(ordinal)) else { return "(none)" }
      return words.labels[Int(ordinal)] ?? words.words[Int(ordinal)]
    case (.ordinal(let ordinal), .date): return CivilDate(exactly: ordinal).map(\.description) ?? "(not stated)"
    case (.ordinal(let ordinal), .time): return CivilTime(minuteNumber: Int(ordinal)).description
    case (.ordinal(let ordinal), .record(let record)):
      return facts.rowName(Int(ordinal), of: record, in: program.schema) ?? "(not stated)"
    case (.ordinal(let ordinal), _): return String(ordinal)
    case (.text(let index), _): return text(index)
    case (.rows(_, let count), _): return count == 1 ? "1 entry" : "\(count) entries"
    case (.unknown, _): return "(not stated)"
    case (.fault, _): return "(not calculated)"
    }
  }

  /// The reasons of the branches that decided, one after the other, and all their citations.
  mutating func reasons(
    _ branches: [Program.Branch], _ detail: QuoteDetail = .reasons
  ) -> (reason: String?, citations: [Citation]) {
    if detail == .codes { return (nil, []) }
    if branches.count == 1, branches[0].reasons.citations.isEmpty { return (filled(branches[0].reasons.because), []) }
    var texts: [String] = []
    var citations: [Citation] = []
    for branch in branches {
      if let text = filled(branch.reasons.because), !texts.contains(text) { texts.append(text) }
      for citation in branch.reasons.citations.map(self.citation) where !citations.contains(citation) {
        citations.append(citation)
      }
    }
    return (texts.isEmpty ? nil : texts.joined(separator: "; "), citations)
  }

  func citation(_ citation: Program.Reasons.Citation) -> Citation {
    let source = program.sources[citation.source]
    return Citation(source: source.name, sourceLabel: source.label, place: citation.place, text: citation.text)
  }

  /// The branches of a decision: its exceptions, or the base; of a dated base those that may be in force.
  mutating func branches<V>(
    _ decision: Decision?, of ruling: Program.Ruling<V>, on day: Value? = nil
  ) -> [Program.Branch] {
    guard let decision else { return [] }
    if !decision.isEmpty { return decision.map { ruling.exceptions[$0].branch } }
    guard case .possible(let positions) = bases(of: ruling, on: day) else { return [ruling.branch] }
    return positions.map { ruling.branch(at: $0) }
  }

  func branches(_ decision: Decision?, of step: Program.Step) -> [Program.Branch] {
    guard let decision, !decision.isEmpty else { return [step.branch] }
    return decision.map { step.exceptions[$0].branch }
  }

  func labelled(party: Int) -> Quote.Labelled {
    guard program.parties.indices.contains(party) else { return Quote.Labelled(name: "", label: nil) }
    return Quote.Labelled(name: program.parties[party].name, label: program.parties[party].label)
  }
}
