import RedressDiagnostics
import RedressSyntax
import RedressValues

/// The names a ruling has given to its branches and steps so far.
struct BranchNames {
  var places: [String: Span] = [:]
  private var stepCounts: [String: Int] = [:]

  /// The name of a step: `at_most`, the second one `at_most_2`.
  mutating func step(_ syntax: StepSyntax) -> String {
    let base = syntax.form.name
    let count = (stepCounts[base] ?? 0) + 1
    stepCounts[base] = count
    let name = count == 1 ? base : "\(base)_\(count)"
    places[name] = syntax.keyword
    return name
  }
}

extension StepSyntax.Form {
  /// The name of the step in results and expectations.
  var name: String {
    switch self {
    case .atMost: "at_most"
    case .atLeast: "at_least"
    case .less: "less"
    case .plus: "plus"
    case .times: "times"
    case .nothingUnder: "nothing_under"
    case .nothingUpTo: "nothing_up_to"
    case .rounded: "rounded"
    case .borneBy: "borne_by"
    case .onlyTheLargest: "only_the_largest"
    }
  }
}

extension PolicyChecker {
  /// The exceptions of a base or a step. `value` makes the checked value of one, or what stands in for it. Behind them
  /// stand those that the lifts of a step make.
  mutating func exceptions<Syntax, Value>(
    _ list: [ExceptionSyntax<Syntax>], _ scope: Scope, _ names: inout BranchNames,
    lifted: [CheckedPolicy.Exception<Value>] = [], isWaived: (Syntax) -> Bool = { _ in false },
    value: (inout PolicyChecker, ExceptionSyntax<Syntax>, inout Scope) -> Value
  ) -> [CheckedPolicy.Exception<Value>] {
    guard !list.isEmpty || !lifted.isEmpty else { return [] }
    for exception in list {
      let lift = lifted.first { $0.name == exception.name.text }?.span
      if let first = lift ?? names.places[exception.name.text] {
        report(.naming(.doubled(exception.name, first: first)))
      } else {
        names.places[exception.name.text] = exception.name.span
      }
    }
    let overrides = overriding(list, isWaived: list.map { isWaived($0.value) } + lifted.map { _ in true })
    let behind = zip(lifted, overrides[list.count...]).map { exception, overrides in
      CheckedPolicy.Exception(
        name: exception.name, value: exception.value, condition: exception.condition,
        optionalReads: exception.optionalReads, overrides: overrides, reasons: exception.reasons, span: exception.span)
    }
    let written = list.enumerated().map { index, exception in
      var inside = scope.fresh()
      inside.allowsOptional = true
      let before = unresolvedCount
      let checked = value(&self, exception, &inside)
      inside.otherwise = .absent
      let condition = condition(exception.condition, &inside) ?? .placeholder(.yesOrNo, exception.condition.span)
      if unresolvedCount != before { unresolvedExceptions.insert(exception.name.span) }
      return CheckedPolicy.Exception(
        name: exception.name.text, value: checked, condition: condition, optionalReads: inside.optionalReads,
        overrides: overrides[index], reasons: reasons(exception.reasons, scope), span: exception.name.span)
    }
    return written + behind
  }

  /// Which exceptions each one sets aside, chains followed to their end; `waived` sets aside all values, unless one of
  /// them overrides it. `isWaived` goes on behind the list for those that lifts make.
  private mutating func overriding<Syntax>(_ list: [ExceptionSyntax<Syntax>], isWaived: [Bool]) -> [[Int]] {
    var positions: [String: Int] = [:]
    for (index, exception) in list.enumerated() where positions[exception.name.text] == nil {
      positions[exception.name.text] = index
    }
    var edges: [[Int]] = Array(repeating: [], count: isWaived.count)
    for (index, exception) in list.enumerated() {
      switch exception.overriding {
      case nil: break
      case .all: edges[index] = isWaived.indices.filter { $0 != index }
      case .names(let names):
        for name in names {
          if let other = positions[name.text], other != index {
            edges[index].append(other)
          } else if positions[name.text] == index {
            report(.naming(.circle([exception.name], of: .exception)))
          } else {
            let others = list.map(\.name.text).filter { $0 != exception.name.text }
            report(.naming(.unknown(name, .exception, suggestion: nearest(to: name.text, among: others))))
          }
        }
      }
    }
    let circles = Graph(edges: edges).circles()
    for circle in circles { report(.naming(.circle(circle.map { list[$0].name }, of: .exception))) }
    // In a circle nothing is said of conflicts: it is the mistake.
    guard circles.isEmpty else { return isWaived.indices.map { index in isWaived.indices.filter { $0 != index } } }
    guard edges.contains(where: { !$0.isEmpty }) || isWaived.contains(true) else { return edges }
    var closure = closed(edges)
    guard isWaived.contains(true), isWaived.contains(false) else { return closure.map { $0.sorted() } }
    for (index, waives) in isWaived.enumerated() where waives {
      for other in isWaived.indices where !isWaived[other] && !closure[other].contains(index) {
        edges[index].append(other)
      }
    }
    closure = closed(edges)
    return closure.enumerated().map { index, set in set.filter { $0 != index }.sorted() }
  }

  private func closed(_ edges: [[Int]]) -> [Set<Int>] {
    var result: [Set<Int>] = Array(repeating: [], count: edges.count)
    // Every node stands behind those it leads to.
    for node in Graph(edges: edges).postOrder() {
      for next in edges[node] {
        result[node].insert(next)
        result[node].formUnion(result[next])
      }
    }
    return result
  }
}
