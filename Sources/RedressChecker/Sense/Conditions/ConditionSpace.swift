import RedressValues

/// Conditions as formulas over the same variables.
struct ConditionSpace {
  private(set) var variables: [ConditionVariable] = []
  private(set) var formulas: [Formula] = []
  private var positions: [Int: Int] = [:]
  /// Parts of formulas that may still be made; conditions that need more are not looked into.
  private var budget = 20_000

  var isTooLarge: Bool { budget <= 0 }

  /// `terms` are the conditions' terms.
  init(_ terms: [Int], in builder: TermBuilder) {
    var constants: [Int: [Rational]] = [:]
    var order: [Int] = []
    var seen: Set<Int> = []
    for term in terms { Self.collect(term, builder.table, &constants, &order, &seen, depth: 0) }
    for term in order {
      let known = Set(constants[term] ?? []).sorted()
      let (range, step, unit) = builder.values(of: term)
      positions[term] = variables.count
      variables.append(ConditionVariable(term: term, constants: known, range: range, step: step, unit: unit))
    }
    formulas = terms.map { formula($0, isTrue: true, builder.table, depth: 0) }
  }

  /// What a condition asks about: the terms that are variables of it.
  static func subjects(of term: Int, in table: TermTable) -> [Int] {
    var constants: [Int: [Rational]] = [:]
    var order: [Int] = []
    var seen: Set<Int> = []
    collect(term, table, &constants, &order, &seen, depth: 0)
    return order
  }

  private static func collect(
    _ number: Int, _ table: TermTable, _ constants: inout [Int: [Rational]], _ order: inout [Int],
    _ seen: inout Set<Int>, depth: Int
  ) {
    guard seen.insert(number).inserted else { return }
    func note(_ variable: Int, _ constant: Rational?) {
      if constants[variable] == nil {
        constants[variable] = []
        order.append(variable)
      }
      if let constant { constants[variable]?.append(constant) }
    }
    let term = table.terms[number]
    switch term.operation {
    case .constant: break
    case .not, .and, .or:
      guard depth < 600 else { return note(number, .one) }
      for operand in term.operands { collect(operand, table, &constants, &order, &seen, depth: depth + 1) }
    case .equal, .less:
      let (left, right) = (term.operands[0], term.operands[1])
      if let constant = table.constant(of: right) {
        note(left, constant)
      } else if let constant = table.constant(of: left) {
        note(right, constant)
      } else {
        note(number, .one)
      }
    default: note(number, .one)
    }
  }

  private mutating func formula(_ number: Int, isTrue: Bool, _ table: TermTable, depth: Int) -> Formula {
    budget -= 1
    guard budget > 0 else { return .known(true) }
    let term = table.terms[number]
    switch term.operation {
    case .constant(let value): return .known(value.isZero != isTrue)
    case .not where depth < 600: return formula(term.operands[0], isTrue: !isTrue, table, depth: depth + 1)
    case .and where depth < 600, .or where depth < 600:
      let parts = term.operands.map { formula($0, isTrue: isTrue, table, depth: depth + 1) }
      return (term.operation == .and) == isTrue ? .all(parts) : .any(parts)
    case .equal, .less:
      let (left, right) = (term.operands[0], term.operands[1])
      if let constant = table.constant(of: right), let variable = positions[left] {
        return among(variable, isTrue) { region, place in
          term.operation == .equal ? region == 2 * place + 1 : region < 2 * place + 1
        } of: {
          constant
        }
      }
      if let constant = table.constant(of: left), let variable = positions[right] {
        return among(variable, isTrue) { region, place in
          term.operation == .equal ? region == 2 * place + 1 : region > 2 * place + 1
        } of: {
          constant
        }
      }
      return yes(number, isTrue)
    default: return yes(number, isTrue)
    }
  }

  /// A condition that is looked at as a whole: a fact that is yes or no, or one that nothing is known of.
  private func yes(_ number: Int, _ isTrue: Bool) -> Formula {
    guard let variable = positions[number] else { return .known(true) }
    return among(variable, isTrue) { region, place in
      region == 2 * place + 1
    } of: {
      .one
    }
  }

  private func among(
    _ variable: Int, _ isTrue: Bool, _ belongs: (_ region: Int, _ place: Int) -> Bool, of constant: () -> Rational
  ) -> Formula {
    let known = variables[variable]
    guard let place = known.constants.firstIndex(of: constant()) else { return .known(true) }
    var regions = Regions(count: known.regionCount, filled: false)
    for region in 0..<known.regionCount where belongs(region, place) == isTrue { regions.insert(region) }
    return .among(variable: variable, regions)
  }

  /// Regions of a variable that hold any value at all.
  func possible(_ variable: Int) -> Regions {
    let known = variables[variable]
    var regions = Regions(count: known.regionCount, filled: false)
    for region in 0..<known.regionCount where known.sample(region) != nil { regions.insert(region) }
    return regions
  }

  /// Where all these conditions hold: the regions of the variables that matter; nil if they cannot, or if the search took
  /// more steps than are left.
  func meeting(_ conditions: [Int], _ possible: inout [Regions?], steps: inout Int) -> [(Int, Regions)]? {
    var found: [Int: Regions] = [:]
    guard solve(conditions.map { formulas[$0] }, &found, &possible, &steps) else { return nil }
    return found.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  private func solve(
    _ work: [Formula], _ domains: inout [Int: Regions], _ possible: inout [Regions?], _ steps: inout Int
  ) -> Bool {
    var work = work
    var alternatives: [[Formula]] = []
    while let next = work.popLast() {
      steps -= 1
      guard steps > 0 else { return false }
      switch next {
      case .known(let holds): if !holds { return false }
      case .all(let parts): work.append(contentsOf: parts)
      case .any(let parts): alternatives.append(parts)
      case .among(let variable, let regions):
        if possible[variable] == nil { possible[variable] = self.possible(variable) }
        var domain = domains[variable] ?? possible[variable] ?? regions
        domain.meet(regions)
        if domain.isEmpty { return false }
        domains[variable] = domain
      }
    }
    guard let parts = alternatives.popLast() else { return true }
    guard alternatives.count < 200 else {
      steps = 0
      return false
    }
    for part in parts {
      var attempt = domains
      if solve([part] + alternatives.map { .any($0) }, &attempt, &possible, &steps) {
        domains = attempt
        return true
      }
      guard steps > 0 else { return false }
    }
    return false
  }
}
