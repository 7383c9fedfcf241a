import RedressDiagnostics
import RedressSyntax

extension PolicyChecker {
  /// By node: whether a line, approval, deadline, note, letter or requirement can depend on it.
  func reachedNodes() -> [Bool] {
    let graph = Graph(edges: reads)
    var reached = graph.reachable(from: roots)
    // Of a used policy a requirement counts where everything it speaks of is read anyway.
    let inherited = outline.requirements.filter { !$0.isOwn && !reached[$0.node] }
    let taken = inherited.filter { requirement in
      let spoken = graph.reachable(from: [requirement.node])
      return outline.facts.allSatisfy { !spoken[$0.node] || reached[$0.node] }
    }
    if !taken.isEmpty { reached = graph.reachable(from: roots + taken.map(\.node)) }
    return reached
  }

  /// What nobody reads, of the policy itself or of one it uses. A thing that only an unread thing reads is not told as well.
  func unused(_ reached: [Bool], among isCandidate: (Outline.Node) -> Bool) -> [CheckProblem] {
    var hasReader = Array(repeating: false, count: reads.count)
    for (node, targets) in reads.enumerated() where !reached[node] {
      for target in targets where target != node { hasReader[target] = true }
    }
    var result: [CheckProblem] = []
    for (index, node) in outline.nodes.enumerated() where !reached[index] && !hasReader[index] && isCandidate(node) {
      guard let name = node.name, let sort = node.sort else { continue }
      switch sort {
      case .item, .bar, .approval, .note, .deadline, .field, .limit, .lift, .recourse, .figure: continue
      default: result.append(.sense(.unused(name, sort)))
      }
    }
    for record in outline.records where reached[record.node] {
      for field in record.fields where !reached[field.node] && !hasReader[field.node] {
        if isCandidate(outline.nodes[field.node]) { result.append(.sense(.unused(field.syntax.name, .field))) }
      }
    }
    return result
  }

  /// Parameters that their definition does not read, and options that nothing tells apart.
  func unusedInside(_ reached: [Bool]) -> [CheckProblem] {
    var result: [CheckProblem] = []
    func add(_ parameters: [DefineSyntax.Parameter], of name: Name, _ node: Int) {
      guard reached[node] else { return }
      for (position, parameter) in parameters.enumerated() {
        guard !(parameterReads[node]?.contains(position) ?? false) else { continue }
        result.append(.sense(.unusedParameter(parameter.name, definition: name.text)))
      }
    }
    for entry in outline.definitions { add(entry.syntax.parameters, of: entry.syntax.name, entry.node) }
    for entry in outline.tables { add(entry.syntax.parameters, of: entry.syntax.name, entry.node) }
    for (index, entry) in outline.choices.enumerated() where reached[entry.node] {
      let words = policy.kinds[choiceKinds[index]].words
      let silent = words.indices.filter { !mentionedOptions[index].contains($0) }
      if silent.count > 1 {
        result.append(.sense(.unreadOptions(choice: entry.syntax.name, options: silent.map { words[$0] })))
      }
    }
    return result
  }
}
