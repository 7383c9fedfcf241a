/// A directed graph of numbered nodes; everything on it works without recursion, so that no input is too deep.
struct Graph {
  let edges: [[Int]]

  /// Every node behind those it leads to; edges that close a circle do not count. Otherwise in the order of the numbers.
  func postOrder() -> [Int] {
    var order: [Int] = []
    order.reserveCapacity(edges.count)
    search {
      order.append($0)
    } onCircle: { _ in
    }
    return order
  }

  /// Circles, each from its first node on; no node stands in two of them.
  func circles() -> [[Int]] {
    var taken = Array(repeating: false, count: edges.count)
    var found: [[Int]] = []
    search { _ in
    } onCircle: { path in
      guard !path.contains(where: { taken[$0] }) else { return }
      for node in path { taken[node] = true }
      let least = path.enumerated().min { $0.element < $1.element }?.offset ?? 0
      found.append(Array(path[least...]) + Array(path[..<least]))
    }
    return found
  }

  /// The nodes that can be reached from these, with themselves.
  func reachable(from roots: some Sequence<Int>) -> [Bool] {
    var reached = Array(repeating: false, count: edges.count)
    var waiting: [Int] = []
    for root in roots where !reached[root] {
      reached[root] = true
      waiting.append(root)
    }
    while let node = waiting.popLast() {
      for next in edges[node] where !reached[next] {
        reached[next] = true
        waiting.append(next)
      }
    }
    return reached
  }

  private func search(onLeaving leave: (Int) -> Void, onCircle: ([Int]) -> Void) {
    enum Mark { case untouched, onPath, done }
    var marks = Array(repeating: Mark.untouched, count: edges.count)
    var path: [(node: Int, next: Int)] = []
    for start in edges.indices where marks[start] == .untouched {
      marks[start] = .onPath
      path.append((start, 0))
      while let (node, next) = path.last {
        guard next < edges[node].count else {
          marks[node] = .done
          leave(node)
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let target = edges[node][next]
        switch marks[target] {
        case .untouched:
          marks[target] = .onPath
          path.append((target, 0))
        case .onPath:
          let first = path.firstIndex { $0.node == target } ?? 0
          onCircle(path[first...].map(\.node))
        case .done: break
        }
      }
    }
  }
}
