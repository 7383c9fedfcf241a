import RedressChecker
import RedressValues

extension ReferenceEvaluator {
  /// All elements a loop goes through, before its `where`.
  mutating func allElements(of loop: CheckedLoop, _ place: Place) throws(Stop) -> [ReferenceElement] {
    switch loop.list {
    case .fact(let fact): return try elements(of: try self.fact(fact))
    case .field(let variable, let field):
      return try elements(of: try self.field(field, of: try place.element(variable)))
    case .inside(let fact, let fields):
      var result = try elements(of: try self.fact(fact))
      for field in fields {
        var inner: [ReferenceElement] = []
        for element in result { inner += try elements(of: try self.field(field, of: element)) }
        result = inner
      }
      return result
    }
  }

  private func elements(of value: ReferenceValue) throws(Stop) -> [ReferenceElement] {
    guard case .list(let elements) = value else { throw .notCovered("a loop over what is no list") }
    return elements
  }

  /// The elements whose `where` is yes; the `where` of a loop counts for itself (rule 10).
  mutating func elements(of loop: CheckedLoop, _ place: Place) throws(Stop) -> [ReferenceElement] {
    var result: [ReferenceElement] = []
    for element in try allElements(of: loop, place) {
      var inside = place
      inside.elements[loop.variable] = element
      if try holds(loop.condition, loop.optionalReads, inside) { result.append(element) }
    }
    return result
  }

  /// Yes as soon as one is: what stands behind it is not looked at.
  mutating func any(_ loop: CheckedLoop, _ place: Place) throws(Stop) -> Bool {
    for element in try allElements(of: loop, place) {
      var inside = place
      inside.elements[loop.variable] = element
      if try holds(loop.condition, loop.optionalReads, inside) { return true }
    }
    return false
  }

  /// Rule 34: the largest of no quantity is 0, of no date a refusal, the sum of nothing 0.
  mutating func aggregate(
    _ aggregate: Aggregate, _ body: CheckedExpression, _ loop: CheckedLoop, _ place: Place
  ) throws(Stop) -> ReferenceValue {
    var values: [ReferenceValue] = []
    for element in try elements(of: loop, place) {
      var inside = place
      inside.elements[loop.variable] = element
      values.append(try value(body, inside))
    }
    if values.isEmpty {
      guard case .quantity = body.type else { throw .refused("noDate") }
      return .number(.zero)
    }
    switch aggregate {
    case .largest: return try extreme(values) { $0 > $1 }
    case .smallest: return try extreme(values) { $0 < $1 }
    case .sum:
      var numbers: [Rational] = []
      for case .number(let number) in values { numbers.append(number) }
      return .number(try sum(numbers))
    }
  }

  /// Rule 18: the elements an item makes lines for, in the order of the list or in the stated one, ties in that of the
  /// list; with the place each has in its list, from 1.
  mutating func elements(
    ofItem loop: CheckedLoop
  ) throws(Stop) -> [(element: ReferenceElement, place: Int)] {
    var result: [(element: ReferenceElement, place: Int, key: ReferenceValue)] = []
    for (index, element) in try allElements(of: loop, Place()).enumerated() {
      var inside = Place()
      inside.elements[loop.variable] = element
      guard try holds(loop.condition, loop.optionalReads, inside) else { continue }
      let key = if let order = loop.order { try value(order.key, inside) } else { ReferenceValue.number(.zero) }
      result.append((element, index + 1, key))
    }
    // Insertion: each one goes before the first it is to stand before.
    var sorted: [(element: ReferenceElement, place: Int, key: ReferenceValue)] = []
    for next in result {
      var position = sorted.count
      for (index, other) in sorted.enumerated().reversed() {
        let isBefore =
          loop.order?.isLargestFirst == true
          ? try isLess(other.key, next.key) : try isLess(next.key, other.key)
        if isBefore { position = index } else { break }
      }
      sorted.insert(next, at: position)
    }
    return sorted.map { ($0.element, $0.place) }
  }
}
