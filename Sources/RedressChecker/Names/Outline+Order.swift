import RedressSyntax

extension Outline {
  /// Facts with each behind those its default is computed from; otherwise in the order of the file.
  func orderedByDefault() -> [Entry<FactSyntax>] {
    var words: [String: Set<String>] = [:]
    for kind in kinds { words[kind.syntax.name.text] = Set(kind.syntax.words.map(\.name.text)) }
    let positions = Dictionary(facts.enumerated().map { ($1.syntax.name.text, $0) }, uniquingKeysWith: { $1 })
    let edges = facts.map { entry -> [Int] in
      guard case .value(let value)? = entry.syntax.attributes.defaultValue else { return [] }
      if let name = value.bareName, Self.words(of: entry.syntax.attributes.type, words).contains(name.text) {
        return []
      }
      var result: [Int] = []
      value.visitMentions { mention in
        if case .value(let name, _) = mention, let position = positions[name.text] { result.append(position) }
      }
      return result
    }
    return Graph(edges: edges).postOrder().map { facts[$0] }
  }

  private static func words(of type: TypeSyntax, _ kinds: [String: Set<String>]) -> Set<String> {
    switch type.form {
    case .word(let name): kinds[name.text] ?? []
    case .words(let names): Set(names.map(\.text))
    default: []
    }
  }

  /// Definitions with each behind those whose values it needs, also where a table, tiers, a split, a choice, an item or a
  /// bar lies between.
  ///
  /// A name beside a comparison's sign may be a word of a kind; it is not followed where some kind has that word. So the
  /// order is right but for names that are both, and those the checker follows when it meets them.
  func orderedByValue() -> [Entry<DefineSyntax>] {
    var ambiguous: Set<String> = []
    for kind in kinds { ambiguous.formUnion(kind.syntax.words.map(\.name.text)) }
    for choice in choices { ambiguous.formUnion(choice.syntax.options.map(\.name.text)) }
    let first = ValueNodes(self)
    var edges: [[Int]] = Array(repeating: [], count: first.count)
    // The outline itself is too large to be handed into a closure for every name.
    let entities = entities
    for node in 0..<first.count {
      var found: [Int] = []
      visitValues(of: node, first) { mention in
        if case .value(let name, mayBeWord: true) = mention, ambiguous.contains(name.text) { return }
        if let target = first.target(of: mention, in: entities) { found.append(target) }
      }
      edges[node] = found
    }
    return Graph(edges: edges).postOrder().filter { $0 < first.table }.map { definitions[$0] }
  }

  private func visitValues(of node: Int, _ first: ValueNodes, _ visit: (Mention) -> Void) {
    if node < first.table {
      let syntax = definitions[node].syntax
      syntax.ruling.visitAnswers(
        base: { $0.visitMentions(mayBeWord: true, visit) }, exception: { $0.visitMentions(mayBeWord: true, visit) },
        visit)
      for step in syntax.steps { step.visitMentions(visit) }
    } else if node < first.tiers {
      tables[node - first.table].syntax.visitResults(visit)
    } else if node < first.split {
      for band in tiers[node - first.tiers].syntax.bands { band.rate.visitMentions(visit) }
    } else if node < first.choice {
      splits[node - first.split].syntax.ruling.visitAnswers(
        base: { $0.visitMentions(visit) }, exception: { $0.visitMentions(visit) }, visit)
    } else if node < first.item {
      choices[node - first.choice].syntax.condition?.visitMentions(visit)
    } else if node < first.bar {
      let syntax = items[node - first.item].syntax
      syntax.loop?.visitMentions(visit)
      syntax.condition?.visitMentions(visit)
      syntax.ruling.visitAnswers(
        base: { $0.visitMentions(visit) }, exception: { $0.visitMentions(visit) }, visit)
    }
  }
}

/// Where the nodes of each sort begin, in the graph of what needs whose value.
private struct ValueNodes {
  let table: Int
  let tiers: Int
  let split: Int
  let choice: Int
  let item: Int
  let bar: Int
  let count: Int

  init(_ outline: Outline) {
    table = outline.definitions.count
    tiers = table + outline.tables.count
    split = tiers + outline.tiers.count
    choice = split + outline.splits.count
    item = choice + outline.choices.count
    bar = item + outline.items.count
    count = bar + outline.bars.count
  }

  /// The node a name leads to, where that has a value others can need.
  func target(of mention: Mention, in entities: [String: Entity]) -> Int? {
    let name: Name
    switch mention {
    case .value(let value, _): name = value
    case .call(let callee): name = callee
    case .split(let split): name = split
    case .item(let item, .assessed): name = item
    case .item, .list, .field, .party, .unit, .calendar: return nil
    }
    switch (entities[name.text], mention) {
    case (.definition(let index), .value), (.definition(let index), .call): return index
    case (.table(let index), .call): return table + index
    case (.tiers(let index), .call): return tiers + index
    case (.choice(let index), .value): return choice + index
    case (.split(let index), .split): return split + index
    case (.item(let index), .item): return item + index
    default: return nil
    }
  }
}

extension RulingSyntax {
  /// Tells every answer, and every name in the conditions and in what the branches are dated by.
  func visitAnswers(
    base visitBase: (Base) -> Void, exception visitException: (Exception) -> Void, _ visit: (Mention) -> Void
  ) {
    visitBase(base)
    for branch in later { visitBase(branch.base) }
    if let datedBy { visit(.value(datedBy, mayBeWord: false)) }
    for exception in exceptions {
      visitException(exception.value)
      exception.condition.visitMentions(visit)
    }
  }
}

extension TableSyntax {
  /// Tells every name in what the rows give.
  func visitResults(_ visit: (Mention) -> Void) {
    var results: [TableResultSyntax] = otherwise.map { [$0.result] } ?? []
    if case .rows(let editions) = content { results += editions.flatMap(\.rows).map(\.result) }
    for case .value(let value) in results { value.visitMentions(mayBeWord: true, visit) }
  }
}

extension StepSyntax {
  /// Tells every name in the step's value, condition and exceptions.
  func visitMentions(_ visit: (Mention) -> Void) {
    switch form {
    case .atMost(let value), .atLeast(let value), .less(let value), .plus(let value), .times(let value),
      .nothingUnder(let value), .nothingUpTo(let value), .rounded(_, to: let value):
      value.visitMentions(visit)
    case .borneBy(let split): visit(.split(split))
    case .onlyTheLargest: break
    }
    condition?.visitMentions(visit)
    for exception in exceptions {
      exception.condition.visitMentions(visit)
      if case .value(let value) = exception.value { value.visitMentions(visit) }
    }
  }
}

extension SharesSyntax {
  func visitMentions(_ visit: (Mention) -> Void) {
    for share in shares {
      visit(.party(share.party))
      if case .value(let value) = share.portion { value.visitMentions(visit) }
    }
  }
}

extension PaymentSyntax {
  func visitMentions(_ visit: (Mention) -> Void) {
    switch self {
    case .apology, .right, .nothing: break
    case .pay(let amount, let remedy, let discretion):
      amount.visitMentions(visit)
      visitMentions(remedy, discretion, visit)
    case .share(let amount, let weight, let remedy, let discretion):
      amount.visitMentions(visit)
      weight.visitMentions(visit)
      visitMentions(remedy, discretion, visit)
    }
  }

  private func visitMentions(_ remedy: Name?, _ discretion: DiscretionSyntax?, _ visit: (Mention) -> Void) {
    if let remedy { visit(.value(remedy, mayBeWord: false)) }
    discretion?.lower.visitMentions(visit)
    discretion?.upper.visitMentions(visit)
  }
}
