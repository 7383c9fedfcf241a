import RedressValues

/// A case that shows two conditions holding together, as far as facts can show it.
struct Witness {
  /// Enough for conditions over a few facts; past this the rest is left as it is.
  private static let mostAttempts = 3_000

  let name: String
  let policy: String
  /// By term.
  var values: [Int: Rational] = [:]

  /// Looks for values with which all conditions hold, also what they ask of several facts together.
  mutating func settle(_ conditions: [Int], _ builder: TermBuilder) {
    func holds(_ values: [Int: Rational]) -> Bool {
      conditions.allSatisfy { Self.value(of: $0, values, builder.table, depth: 0) == .one }
    }
    guard !holds(values) else { return }
    var leaves: [Int] = []
    var seen: Set<Int> = []
    for condition in conditions { Self.collect(condition, builder.table, &leaves, &seen, depth: 0) }
    let candidates = leaves.map { Self.candidates(for: $0, values[$0], builder) }
    guard !leaves.isEmpty, leaves.count <= 8 else { return }
    var places = Array(repeating: 0, count: leaves.count)
    for _ in 0..<Self.mostAttempts {
      var attempt = values
      for (index, leaf) in leaves.enumerated() { attempt[leaf] = candidates[index][places[index]] }
      if holds(attempt) {
        values = attempt
        return
      }
      guard let next = places.indices.first(where: { places[$0] + 1 < candidates[$0].count }) else { return }
      places[next] += 1
      for index in 0..<next { places[index] = 0 }
    }
  }

  private static func candidates(for term: Int, _ known: Rational?, _ builder: TermBuilder) -> [Rational] {
    let (range, step, unit) = builder.values(of: term)
    var result = known.map { [$0] } ?? []
    var constants: [Rational] = [.zero, unit]
    for end in [range.lower, range.upper] {
      guard let end else { continue }
      constants.append(end)
      for times in [1, 2, -1, -2] {
        if let moved = try? Rational(times) * unit, let near = try? end + moved { constants.append(near) }
      }
    }
    for times in [2, 5, 10, 100, -1] {
      if let value = try? Rational(times) * unit { constants.append(value) }
    }
    for value in constants where range.contains(value) && !result.contains(value) {
      if let step, (try? value / step)?.isWhole != true { continue }
      result.append(value)
    }
    return result.isEmpty ? [.zero] : result
  }

  private static func collect(
    _ number: Int, _ table: TermTable, _ leaves: inout [Int], _ seen: inout Set<Int>, depth: Int
  ) {
    guard depth < 200, seen.insert(number).inserted else { return }
    let term = table.terms[number]
    switch term.operation {
    case .fact, .caseDate: leaves.append(number)
    case .field(let variable, _) where variable >= 0: leaves.append(number)
    case .parameter: leaves.append(number)
    default: for operand in term.operands { collect(operand, table, &leaves, &seen, depth: depth + 1) }
    }
  }

  /// What a term is with these values; nil where they do not tell. Yes is 1 and no is 0.
  private static func value(
    of number: Int, _ values: [Int: Rational], _ table: TermTable, depth: Int
  ) -> Rational? {
    guard depth < 200 else { return nil }
    let term = table.terms[number]
    func operand(_ index: Int) -> Rational? { value(of: term.operands[index], values, table, depth: depth + 1) }
    switch term.operation {
    case .constant(let value): return value
    case .and, .or:
      let decisive: Rational = term.operation == .and ? .zero : .one
      let (left, right) = (operand(0), operand(1))
      if left == decisive || right == decisive { return decisive }
      return left == nil || right == nil ? nil : term.operation == .and ? .one : .zero
    case .not: return operand(0).map { $0.isZero ? .one : .zero }
    case .equal, .less, .add, .multiply, .divide:
      guard let left = operand(0), let right = operand(1) else { return values[number] }
      switch term.operation {
      case .equal: return left == right ? .one : .zero
      case .less: return left < right ? .one : .zero
      case .add: return try? left + right
      case .multiply: return try? left * right
      default: return right.isZero ? nil : try? left / right
      }
    default: return values[number]
    }
  }

  /// The case as a file has it; nil where no fact can show it.
  func text(_ builder: TermBuilder) -> String? {
    var facts: [(Int, String)] = []
    let width = stated(builder).map { builder.policy.facts[$0].name.count }.max() ?? 0
    var rows: [Int: [(Int, String, String)]] = [:]
    var dated: String?
    for (term, value) in values {
      guard let type = builder.types[term], let shown = builder.policy.written(value, type) else { continue }
      switch builder.table.terms[term].operation {
      case .fact(let fact):
        let name = builder.policy.facts[fact].name
        facts.append((fact, "  \(name)\(String(repeating: " ", count: max(0, width - name.count) + 2))\(shown)"))
      case .caseDate: dated = shown
      case .field(let variable, let field):
        guard let list = Self.list(of: variable, builder.policy), let name = builder.name(of: term) else { continue }
        rows[list, default: []].append((field, name, shown))
      default: break
      }
    }
    for (list, cells) in rows {
      let cells = cells.sorted { $0.0 < $1.0 }
      facts.append(
        (
          list,
          """
            \(builder.policy.facts[list].name)
              | \(cells.map(\.1).joined(separator: " | ")) |
              | \(cells.map(\.2).joined(separator: " | ")) |
          """
        ))
    }
    guard !facts.isEmpty else { return nil }
    let lines =
      ["case \(name)", "  policy \(policy)"] + (dated.map { ["  dated \($0)"] } ?? []) + ["", "given"]
      + facts.sorted { $0.0 < $1.0 }.map(\.1)
    return lines.joined(separator: "\n")
  }

  /// The facts it states that are no lists.
  private func stated(_ builder: TermBuilder) -> [Int] {
    values.keys.compactMap { term in
      guard case .fact(let fact) = builder.table.terms[term].operation else { return nil }
      return fact
    }
  }

  /// The list whose elements an item's or a limit's loop goes through.
  private static func list(of variable: Int, _ policy: CheckedPolicy) -> Int? {
    for loop in policy.items.compactMap(\.loop) + policy.limits.compactMap(\.loop) where loop.variable == variable {
      if case .fact(let fact) = loop.list { return fact }
    }
    return nil
  }
}
