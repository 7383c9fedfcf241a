import RedressValues

/// Which lines a limit acts on together.
extension Evaluator {
  /// The lines of a limit without `for each`; nil where there are none.
  mutating func wholeGroup(of index: Int) -> LimitGroup? {
    var members: [LimitMember] = []
    swap(&members, &spareMembers)
    members.removeAll(keepingCapacity: true)
    var causes: [LineOutcome] = []
    let canRaise = program.limits[index].steps.contains { $0.form.canRaiseZero }
    for item in program.limits[index].items {
      for position in linePlaces(of: item) { join(position, canRaise: canRaise, &members, &causes) }
    }
    return group(index, nil, members, causes)
  }

  /// The lines of a limit with `for each`: those of each element by themselves, in the order of the list.
  mutating func groups(of index: Int) -> [LimitGroup] {
    guard let loop = program.limits[index].loop, let elements = rows(of: loop), let path = path(of: loop) else {
      return []
    }
    let scope = program.limits[index].items.flatMap { linePlaces(of: $0) }
    // A line that stands for all elements may be a line of each.
    let whole = scope.filter { lines[$0].standsForSeveral }
    var byElement = Array(repeating: [Int](), count: elements.count)
    var owners: [Int: [Int32: Int]] = [:]
    for position in scope {
      guard let row = lines[position].row else { continue }
      let item = lines[position].item
      let known = owners[item] ?? owned(by: elements, path, item)
      owners[item] = known
      if let element = known[row] { byElement[element].append(position) }
    }
    let canRaise = program.limits[index].steps.contains { $0.form.canRaiseZero }
    return elements.indices.compactMap { element in
      var members: [LimitMember] = []
      var causes: [LineOutcome] = []
      for position in (byElement[element] + whole).sorted() {
        join(position, canRaise: canRaise, &members, &causes)
      }
      return group(index, elements[element], members, causes)
    }
  }

  @inline(__always)
  private func group(_ limit: Int, _ row: Int32?, _ members: [LimitMember], _ causes: [LineOutcome]) -> LimitGroup? {
    if members.isEmpty { return nil }
    return LimitGroup(
      limit: limit, row: row, members: members, sum: limits.sums.isEmpty ? nil : together(members),
      wait: LimitWait(limit: limit, row: row, steps: [], causes: causes))
  }

  /// What the members come to together, where earlier limits tell more of it than what each comes to.
  private func together(_ members: [LimitMember]) -> Possibility? {
    var left = Set(members.map(\.line))
    var sum: Possibility?
    for known in limits.sums where known.lines.isSubset(of: left) {
      left.subtract(known.lines)
      sum = sum.map { Operation.add.range($0, known.sum) } ?? known.sum
    }
    guard let sum else { return nil }
    return members.filter { left.contains($0.line) }.reduce(sum) { Operation.add.range($0, $1.amount) }
  }

  private mutating func join(
    _ position: Int, canRaise: Bool, _ members: inout [LimitMember], _ causes: inout [LineOutcome]
  ) {
    guard let member = member(position, canRaise: canRaise) else { return }
    members.append(member)
    if member.waits { causes.append(lines[position]) }
  }

  /// A line that no bar and no `nothing` denied and that carries an amount, be it zero.
  @inline(__always)
  private func member(_ position: Int, canRaise: Bool) -> LimitMember? {
    if !lines[position].bars.isEmpty { return nil }
    switch lines[position].zero {
    case .condition, .noElement: return nil
    default: break
    }
    let isOpen: Bool
    switch lines[position].payment.form {
    case .nothing, .apology, .right: return nil
    case .amount: isOpen = false
    case .open:
      if !lines[position].payment.mayPay { return nil }
      isOpen = true
    }
    guard let amount = possibility(lines[position].limited) else { return nil }
    // A line that is zero in any case is denied although a bar may hold; whether it is a line of the limit is open.
    let mayBeOut = lines[position].mayBeAbsent || lines[position].mayBeBarred || isOpen
    let isPending = lines[position].status == .pending
    // It stays zero whether it is one or not, so that nothing has to wait for that.
    if mayBeOut, !isPending, isZero(lines[position].limited), !canRaise { return nil }
    return LimitMember(
      line: position, amount: amount, waits: mayBeOut || isPending, mayBeOut: mayBeOut,
      isWhole: lines[position].standsForSeveral)
  }

  // MARK: Lists inside lists

  /// By the rows of an item's elements: the element, by its position, in whose list they stand.
  private mutating func owned(by elements: [Int32], _ path: ListPath, _ item: Int) -> [Int32: Int] {
    guard let loop = program.items[item].loop, let own = self.path(of: loop), own.fact == path.fact,
      own.fields.starts(with: path.fields), case .list(let first) = program.schema.facts[path.fact].type
    else { return [:] }
    var record = first
    for field in path.fields {
      guard case .list(let next) = program.schema.records[record].fields[field].type else { return [:] }
      record = next
    }
    let deeper = own.fields.dropFirst(path.fields.count)
    var owners: [Int32: Int] = [:]
    for (position, row) in elements.enumerated() {
      for inner in rows(inside: row, of: record, through: deeper) { owners[inner] = position }
    }
    return owners
  }

  private mutating func rows(inside row: Int32, of record: Int, through fields: ArraySlice<Int>) -> [Int32] {
    guard let field = fields.first else { return [row] }
    guard case .list(let next) = program.schema.records[record].fields[field].type,
      case .rows(let first, let count) = cellValue(Cell(record: record, row: row, field: field))
    else { return [] }
    var result: [Int32] = []
    for inner in first..<(first + count) {
      result += rows(inside: inner, of: next, through: fields.dropFirst())
    }
    return result
  }

  private struct ListPath {
    let fact: Int
    let fields: [Int]
  }

  private func path(of loop: Program.Loop) -> ListPath? {
    switch loop.list {
    case .fact(let fact): ListPath(fact: fact, fields: [])
    case .inside(let fact, let fields): ListPath(fact: fact, fields: fields)
    case .field: nil
    }
  }
}

extension Program.Step.Form {
  /// Whether a step can make something of lines that come to nothing.
  var canRaiseZero: Bool {
    switch self {
    case .atLeast, .plus: true
    case .atMost, .less, .times, .nothingUnder, .nothingUpTo, .rounded, .borneBy, .onlyTheLargest: false
    }
  }
}
