package import RedressValues

/// What whole quotes say in words of claims that are settled straight through, as far as it is the same for every claim:
/// by the positions of a straight program.
package struct StraightWords: Sendable {
  package struct Item: Sendable {
    package let name: String
    package let label: String
    package let itemClass: ItemClass
    package let payee: String
  }

  package struct Branch: Sendable {
    package let name: String
    package let reason: String?
    package let citations: [Citation]
    /// The bar it is a ground of.
    package let bar: Quote.Labelled?
  }

  /// A default, as quotes show it.
  package struct Default: Sendable {
    package let name: String
    package let value: String
  }

  package let policy: String
  package let edition: CivilDate?
  /// By item, limit and branch; nil where something is filled in that depends on the claim.
  package private(set) var items: [Item?] = []
  package private(set) var limits: [Quote.Labelled?] = []
  package private(set) var branches: [Branch?] = []
  package let steps: [StraightProgram.StepTitle]
  package let parties: [String]
  /// By fact; nil where there is no default that is the same for every claim.
  package private(set) var facts: [Default?] = []
  /// The same by record and field.
  package private(set) var fields: [[Default?]] = []

  /// Nil for a program whose quotes say more than what stands here: figures, deadlines, notes, who has to agree.
  package init?(_ program: Program, _ straight: StraightProgram) {
    guard !program.definitions.contains(where: \.isFigure), program.deadlines.isEmpty, program.authorities.isEmpty,
      program.approvals.isEmpty, program.notes.isEmpty
    else { return nil }
    policy = program.name
    edition = program.inForceFrom
    steps = straight.stepTitles
    parties = program.parties.map(\.name)
    let reader = Evaluator(program: program, facts: Facts(of: program))
    for item in program.items {
      items.append(
        Self.constant(item.label).map { label in
          Item(
            name: item.name, label: label, itemClass: item.itemClass,
            payee: reader.labelled(party: item.payee).name)
        })
    }
    for limit in program.limits {
      limits.append(Self.constant(limit.label).map { Quote.Labelled(name: limit.name, label: $0) })
    }
    putBranches(straight, program, reader)
    facts = program.schema.facts.map { Self.standard($0, program, reader) }
    fields = program.schema.records.map { record in record.fields.map { Self.standard($0, program, reader) } }
  }

  private mutating func putBranches(_ straight: StraightProgram, _ program: Program, _ reader: Evaluator) {
    for (name, reasons) in zip(straight.branchNames, straight.branchReasons) {
      branches.append(reasons.flatMap { Self.branch(name, $0, reader) })
    }
    for (position, bar) in straight.bars.enumerated() {
      let label = Self.constant(program.bars[position].label)
      for ground in bar.grounds.indices {
        let place = Int(straight.grounds[ground].branch)
        guard let branch = branches[place] else { continue }
        branches[place] = label.map { label in
          Branch(
            name: branch.name, reason: branch.reason, citations: branch.citations,
            bar: Quote.Labelled(name: program.bars[position].name, label: label))
        }
      }
    }
  }

  private static func branch(_ name: String, _ reasons: Program.Reasons, _ reader: Evaluator) -> Branch? {
    var reason: String?
    if let because = reasons.because {
      guard let text = constant(because) else { return nil }
      reason = text
    }
    var citations: [Citation] = []
    for citation in reasons.citations.map(reader.citation) where !citations.contains(citation) {
      citations.append(citation)
    }
    return Branch(name: name, reason: reason, citations: citations, bar: nil)
  }

  /// A text into which nothing is filled in.
  private static func constant(_ text: Program.Text) -> String? {
    var result = ""
    for segment in text.segments {
      guard case .literal(let literal) = segment else { return nil }
      result += literal
    }
    return result
  }

  private static func standard(_ attributes: Schema.Attributes, _ program: Program, _ reader: Evaluator) -> Default? {
    guard case .value(let node) = attributes.defaultValue else { return nil }
    if attributes.isPrivate { return Default(name: attributes.name, value: "(private)") }
    // Sums look otherwise in every currency.
    if program.currency == .ofTheCase, case .quantity = attributes.type { return nil }
    switch program.nodes[Int(node.index)] {
    case .number(let index):
      return Default(
        name: attributes.name, value: reader.shown(.number(program.numbers[Int(index)]), attributes.type))
    case .ordinal(let ordinal):
      return Default(name: attributes.name, value: reader.shown(.ordinal(ordinal), attributes.type))
    default: return nil
    }
  }
}
