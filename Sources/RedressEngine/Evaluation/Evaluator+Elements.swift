import RedressValues

/// The elements an item makes lines for.
enum ElementsOutcome {
  case known([ItemElement])
  /// Nobody has stated the list, or what orders it.
  case open
  case fault(Value)
}

extension Evaluator {
  /// The elements of an item's list for which its condition holds or may hold, in the order of the lines.
  mutating func elements(of loop: Program.Loop) -> ElementsOutcome {
    guard let rows = rows(of: loop) else { return .open }
    let outer = variables[loop.variable]
    defer { variables[loop.variable] = outer }
    var elements: [ItemElement] = []
    var keys: [Value] = []
    for (position, row) in rows.enumerated() {
      variables[loop.variable] = row
      let isSure: Bool
      switch holding(loop.condition, loop.optionalReads) {
      case .no: continue
      case .fault(let fault): return .fault(.fault(fault))
      case .yes: isSure = true
      case .maybe: isSure = false
      }
      elements.append(ItemElement(row: row, place: position + 1, isSure: isSure))
      if let order = loop.order {
        let key = evaluate(order.key)
        if key.isFault, isSure { return .fault(key) }
        keys.append(key)
      }
    }
    guard let order = loop.order, elements.count > 1 else { return .known(elements) }
    let isOpen = elements.contains { !$0.isSure } || keys.contains { $0.isUnknown || $0.isFault }
    if isOpen { return .open }
    let sorted = elements.indices.sorted { first, second in
      // Ties stay in the order of the list.
      if isBelow(keys[first], keys[second]) { return !order.isLargestFirst }
      if isBelow(keys[second], keys[first]) { return order.isLargestFirst }
      return first < second
    }
    return .known(sorted.map { elements[$0] })
  }

  private func isBelow(_ left: Value, _ right: Value) -> Bool {
    switch (left, right) {
    case (.number(let left), .number(let right)): left < right
    case (.ordinal(let left), .ordinal(let right)): left < right
    case (.text(let left), .text(let right)): text(left) < text(right)
    default: false
    }
  }
}
