import RedressValues

/// Which lines a limit acts on together.
extension Evaluator {
  /// The lines of a limit; with `for each` those of each element by themselves, in the order of the list.
  mutating func groups(of index: Int, _ lines: [LineOutcome]) -> [LimitGroup] {
    let limit = program.limits[index]
    let scope = lines.indices.filter { limit.items.contains(lines[$0].item) }
    guard let loop = limit.loop else {
      let group = group(index, nil, scope, lines)
      return group.members.isEmpty ? [] : [group]
    }
    guard let rows = rows(of: loop), let path = path(of: loop) else { return [] }
    let elements = Array(rows)
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
    return elements.indices.compactMap { element in
      let group = group(index, elements[element], (byElement[element] + whole).sorted(), lines)
      return group.members.isEmpty ? nil : group
    }
  }

  private func group(_ limit: Int, _ row: Int32?, _ positions: [Int], _ lines: [LineOutcome]) -> LimitGroup {
    let canRaise = program.limits[limit].steps.contains(where: \.form.canRaiseZero)
    let members = positions.compactMap { member($0, lines[$0], canRaise: canRaise) }
    let waiting = Set(members.filter(\.waits).map(\.line))
    let causes = positions.filter { waiting.contains($0) }.map { lines[$0] }
    return LimitGroup(
      limit: limit, row: row, members: members, sum: together(members),
      wait: LimitWait(limit: limit, row: row, steps: [], causes: causes))
  }

  /// What the members come to together, where earlier limits tell more of it than what each comes to.
  private func together(_ members: [LimitMember]) -> Possibility? {
    if limits.sums.isEmpty { return nil }
    var left = Set(members.map(\.line))
    var sum: Possibility?
    for known in limits.sums where known.lines.isSubset(of: left) {
      left.subtract(known.lines)
      sum = sum.map { Operation.add.range($0, known.sum) } ?? known.sum
    }
    guard let sum else { return nil }
    return members.filter { left.contains($0.line) }.reduce(sum) { Operation.add.range($0, $1.amount) }
  }

  /// A line that no bar and no `nothing` denied and that carries an amount, be it zero.
  private func member(_ position: Int, _ line: LineOutcome, canRaise: Bool) -> LimitMember? {
    if !line.bars.isEmpty || line.zero == .condition || line.zero == .noElement { return nil }
    switch line.payment.form {
    case .nothing, .apology, .right: return nil
    case .open where !line.payment.mayPay: return nil
    case .amount, .open: break
    }
    guard let amount = possibility(line.limited) else { return nil }
    // A line that is zero in any case is denied although a bar may hold; whether it is a line of the limit is open.
    let mayBeOut = line.mayBeAbsent || line.mayBeBarred || line.payment.form.isSame(as: .open)
    // It stays zero whether it is one or not, so that nothing has to wait for that.
    if mayBeOut, line.status != .pending, isZero(line.limited), !canRaise { return nil }
    return LimitMember(
      line: position, amount: amount, waits: mayBeOut || line.status == .pending, mayBeOut: mayBeOut,
      isWhole: line.standsForSeveral)
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
