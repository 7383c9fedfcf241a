import RedressDiagnostics
import RedressSyntax
import RedressValues

extension PolicyChecker {
  /// The limits, in the order in which they act.
  mutating func checkLimits() {
    var checked: [CheckedPolicy.Limit] = []
    for (position, entry) in outline.limits.enumerated() {
      owner = entry.node
      let limit = entry.syntax.name
      let items = targets(entry.syntax.targets, isOwn: entry.isOwn) { .limiting(.emptyClass($0, of: limit, .limit)) }
      // A limit of a used policy on classes that this one does not have asks for nothing.
      if entry.isOwn || !items.isEmpty || outline.items.isEmpty { roots.append(entry.node) }
      checked.append(self.limit(entry.syntax, items, position))
    }
    owner = nil
    policy.limits = inOrder(checked).map { checked[$0] }
  }

  private mutating func limit(_ syntax: LimitSyntax, _ items: [Int], _ position: Int) -> CheckedPolicy.Limit {
    var scope = Scope()
    var loop: CheckedLoop?
    if let written = syntax.loop {
      var outer = Scope()
      if let (checked, inside) = self.loop(written, &outer, isAggregate: false) {
        loop = checked
        scope = inside
        scope.placed = []
        checkLoops(of: items, syntax, written)
      }
    }
    var names = BranchNames()
    let target = StepTarget(type: money.map { .quantity($0) }, place: syntax.name.span, role: .linesOfPolicy)
    let steps = steps(
      syntax.steps, of: target, scope, &names, lifted: lifts(onLimit: position, syntax.steps))
    return .init(
      name: syntax.name.text, label: text(syntax.label, scope) ?? CheckedText([], syntax.label.span), items: items,
      loop: loop, steps: steps, span: syntax.name.span)
  }

  /// The lines a limit takes for each element must be those of such an element, or of one inside it.
  private mutating func checkLoops(of items: [Int], _ limit: LimitSyntax, _ loop: LoopSyntax) {
    let path = loop.path.map(\.text)
    guard let list = path.first, outline.entities[list] != nil else { return }
    for item in items {
      let syntax = outline.items[item].syntax
      guard syntax.carriesAmount else { continue }
      let own = syntax.loop?.path.map(\.text) ?? []
      guard !own.starts(with: path) else { continue }
      report(.limiting(.itemOutsideLoop(item: syntax.name, limit: limit.name, loop.span, list: path)))
    }
  }

  // MARK: Their order

  /// The positions of the limits in the order in which they act: as `apply` says, otherwise as in the file.
  private mutating func inOrder(_ limits: [CheckedPolicy.Limit]) -> [Int] {
    var later: [[Int]] = Array(repeating: [], count: limits.count)
    var isUnderstood = true
    for entry in outline.applies {
      owner = entry.node
      roots.append(entry.node)
      _ = reasons(entry.syntax.reasons, Scope())
      let named = entry.syntax.limits.compactMap { applied($0, limits, isOwn: entry.isOwn) }
      if entry.isOwn, named.count < entry.syntax.limits.count { isUnderstood = false }
      for (first, second) in zip(named, named.dropFirst()) { later[first].append(second) }
    }
    owner = nil
    let graph = Graph(edges: later)
    let circles = graph.circles()
    for circle in circles { report(.naming(.circle(circle.map { outline.limits[$0].syntax.name }, of: .limit))) }
    guard circles.isEmpty else { return Array(limits.indices) }
    // A name that leads nowhere may have been the one whose order is missing.
    if isUnderstood { checkOrder(limits, graph) }
    return Self.ordered(later)
  }

  private mutating func applied(_ name: Name, _ limits: [CheckedPolicy.Limit], isOwn: Bool) -> Int? {
    // A limit of a used policy may touch nothing here, and be left out.
    if !isOwn, outline.entities[name.text] == nil { return nil }
    guard case .limit(let limit)? = entity(name, .limit) else { return nil }
    if isOwn || !limits[limit].items.isEmpty { noteRead(of: outline.limits[limit].node, isNeeded: false) }
    return limit
  }

  /// Two limits that can touch one line need their order. Of each the nearest one before it is told, which makes a chain.
  private mutating func checkOrder(_ limits: [CheckedPolicy.Limit], _ graph: Graph) {
    let follows = limits.indices.map { graph.reachable(from: [$0]) }
    for second in limits.indices {
      let items = Set(limits[second].items.filter { outline.items[$0].syntax.carriesAmount })
      let unordered = limits.indices.prefix(second).last { first in
        !follows[first][second] && !follows[second][first] && limits[first].items.contains(where: items.contains)
      }
      guard let first = unordered, let item = limits[first].items.first(where: items.contains) else { continue }
      report(
        .limiting(
          .orderMissing(
            outline.limits[second].syntax.name, with: outline.limits[first].syntax.name,
            item: outline.items[item].syntax.name)))
    }
  }

  /// Each before those that come later, of several the first in the file.
  private static func ordered(_ later: [[Int]]) -> [Int] {
    var waitsFor = Array(repeating: 0, count: later.count)
    for target in later.joined() { waitsFor[target] += 1 }
    var result: [Int] = []
    var isDone = Array(repeating: false, count: later.count)
    while let next = later.indices.first(where: { !isDone[$0] && waitsFor[$0] == 0 }) {
      isDone[next] = true
      result.append(next)
      for target in later[next] { waitsFor[target] -= 1 }
    }
    return result
  }
}
