import RedressDiagnostics
import RedressSyntax

extension PolicyChecker {
  /// How many definitions, splits, choices and items may build on one another, so that evaluation need not go deeper.
  static let longestChain = 200

  /// Values that need themselves, and chains of values that are too long.
  mutating func checkCircles() {
    let graph = Graph(edges: needs)
    let circles = graph.circles()
    for circle in circles {
      report(.naming(.circle(circle.compactMap { outline.nodes[$0].name }, of: circleSort(circle))))
    }
    hasEndlessValues =
      !circles.isEmpty || problems.contains { if case .naming(.chainTooLong) = $0 { true } else { false } }
    guard circles.isEmpty else { return }
    var heights = Array(repeating: 0, count: needs.count)
    for node in graph.postOrder() {
      let below = needs[node].map { heights[$0] }.max() ?? 0
      heights[node] = below + (isLink(node) ? 1 : 0)
      if isLink(node), heights[node] == Self.longestChain + 1, let name = outline.nodes[node].name {
        hasEndlessValues = true
        report(.naming(.chainTooLong(name, limit: Self.longestChain)))
        return
      }
    }
  }

  private func isLink(_ node: Int) -> Bool {
    switch outline.nodes[node].sort {
    case .fact, .definition, .figure, .table, .tiers, .split, .choice, .item, .bar: true
    default: false
    }
  }

  /// What the circle is made of, where that is one sort.
  private func circleSort(_ circle: [Int]) -> DeclarationSort? {
    let sorts = Set(circle.compactMap { outline.nodes[$0].sort })
    return sorts.count == 1 ? sorts.first : nil
  }
}
