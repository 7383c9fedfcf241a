import RedressValues

/// The elements an item makes lines for.
enum ElementsOutcome {
  case known
  /// Nobody has stated the list, or what orders it.
  case open
  case fault(Value)
}

extension Evaluator {
  /// Appends the elements of an item's list for which its condition holds or may hold, in the order of the lines.
  mutating func collect(elementsOf loop: Program.Loop, _ elements: inout [ItemElement]) -> ElementsOutcome {
    let outer = variables[loop.variable]
    defer { variables[loop.variable] = outer }
    if case .fact(let fact) = loop.list {
      // Most lists are a fact: their rows lie beside each other.
      guard case .rows(let first, let count) = factValue(fact) else { return .open }
      return collect(first..<(first + count), of: loop, &elements)
    }
    guard let rows = rows(of: loop) else { return .open }
    return collect(rows, of: loop, &elements)
  }

  private mutating func collect(
    _ rows: some Collection<Int32>, of loop: Program.Loop, _ elements: inout [ItemElement]
  ) -> ElementsOutcome {
    var keys: [Value] = []
    let cells = facts.tables[loop.record].cells
    let fieldCount = facts.tables[loop.record].fieldCount
    for (position, row) in rows.enumerated() {
      if let test = loop.wordTest {
        // Most elements are told by their word alone; nothing of them is evaluated.
        let cell = Int(row) * fieldCount + test.field
        if cells.indices.contains(cell), case .ordinal(let word) = cells[cell], word != test.word { continue }
      }
      variables[loop.variable] = row
      let isSure: Bool
      switch holding(loop) {
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
    guard let order = loop.order, elements.count > 1 else { return .known }
    let isOpen = elements.contains { !$0.isSure } || keys.contains { $0.isUnknown || $0.isFault }
    if isOpen { return .open }
    let sorted = elements.indices.sorted { first, second in
      // Ties stay in the order of the list.
      if isBelow(keys[first], keys[second]) { return !order.isLargestFirst }
      if isBelow(keys[second], keys[first]) { return order.isLargestFirst }
      return first < second
    }
    elements = sorted.map { elements[$0] }
    return .known
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
