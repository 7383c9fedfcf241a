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

  /// Definitions with each behind those whose values it needs, also where a split, a choice or an item lies between.
  ///
  /// A name beside a comparison's sign may be a word of a kind; it is not followed where some kind has that word. So the
  /// order is right but for names that are both, and those the checker follows when it meets them.
  func orderedByValue() -> [Entry<DefineSyntax>] {
    var ambiguous: Set<String> = []
    for kind in kinds { ambiguous.formUnion(kind.syntax.words.map(\.name.text)) }
    for choice in choices { ambiguous.formUnion(choice.syntax.options.map(\.name.text)) }

    let firstSplit = definitions.count
    let firstChoice = firstSplit + splits.count
    let firstItem = firstChoice + choices.count
    let firstBar = firstItem + items.count
    let count = firstBar + bars.count
    var edges: [[Int]] = Array(repeating: [], count: count)
    // The outline itself is too large to be handed into a closure for every name.
    let entities = entities
    for node in 0..<count {
      var found: [Int] = []
      visitValues(of: node, firstSplit, firstChoice, firstItem, firstBar) { mention in
        switch mention {
        case .value(let name, let mayBeWord):
          guard !(mayBeWord && ambiguous.contains(name.text)) else { return }
          switch entities[name.text] {
          case .definition(let index): found.append(index)
          case .choice(let index): found.append(firstChoice + index)
          default: break
          }
        case .call(let name):
          if case .definition(let index) = entities[name.text] { found.append(index) }
        case .split(let name):
          if case .split(let index) = entities[name.text] { found.append(firstSplit + index) }
        case .item(let name, .assessed):
          if case .item(let index) = entities[name.text] { found.append(firstItem + index) }
        default: break
        }
      }
      edges[node] = found
    }
    return Graph(edges: edges).postOrder().filter { $0 < firstSplit }.map { definitions[$0] }
  }

  private func visitValues(
    of node: Int, _ firstSplit: Int, _ firstChoice: Int, _ firstItem: Int, _ firstBar: Int, _ visit: (Mention) -> Void
  ) {
    func visitExceptions<Value>(_ exceptions: [ExceptionSyntax<Value>], _ value: (Value) -> Void) {
      for exception in exceptions {
        value(exception.value)
        exception.condition.visitMentions(visit)
      }
    }
    if node < firstSplit {
      let syntax = definitions[node].syntax
      syntax.ruling.base.visitMentions(mayBeWord: true, visit)
      visitExceptions(syntax.ruling.exceptions) { $0.visitMentions(mayBeWord: true, visit) }
      for step in syntax.steps { step.visitMentions(visit) }
    } else if node < firstChoice {
      let syntax = splits[node - firstSplit].syntax
      syntax.ruling.base.visitMentions(visit)
      visitExceptions(syntax.ruling.exceptions) { $0.visitMentions(visit) }
    } else if node < firstItem {
      choices[node - firstChoice].syntax.condition?.visitMentions(visit)
    } else if node < firstBar {
      let syntax = items[node - firstItem].syntax
      syntax.loop?.visitMentions(visit)
      syntax.condition?.visitMentions(visit)
      syntax.ruling.base.visitMentions(visit)
      visitExceptions(syntax.ruling.exceptions) { $0.visitMentions(visit) }
    }
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
    guard case .pay(let amount, let remedy) = self else { return }
    amount.visitMentions(visit)
    if let remedy { visit(.value(remedy, mayBeWord: false)) }
  }
}
