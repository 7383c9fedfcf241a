import RedressValues

/// Shows what a term can be where something is assumed; what it cannot show within its means counts as possible.
struct Proof {
  let assumptions: Assumptions
  private var known: [Int: Interval] = [:]
  private var steps = 4_000

  init(_ assumptions: Assumptions) {
    self.assumptions = assumptions
  }

  mutating func range(of number: Int, in builder: inout TermBuilder, depth: Int = 0) -> Interval {
    if let range = known[number] { return range }
    var range = builder.table.ranges[number]
    if let refined = builder.refined[number] { range = range.meeting(refined) }
    if let assumed = assumptions.ranges[number] { range = range.meeting(assumed) }
    guard depth < 60, steps > 0 else { return range }
    steps -= 1
    // Stands in should the term lead to itself.
    known[number] = range
    let term = builder.table.terms[number]
    if !term.operands.isEmpty, isNumber(term.operation) {
      var operands: [Int: Interval] = [:]
      for operand in term.operands where operands[operand] == nil {
        operands[operand] = self.range(of: operand, in: &builder, depth: depth + 1)
      }
      range = range.meeting(builder.table.range(of: term) { operands[$0] ?? .everything })
      range = range.meeting(special(number, term, range, in: &builder, depth: depth))
    }
    known[number] = range
    return range
  }

  private func isNumber(_ operation: Term.Operation) -> Bool {
    switch operation {
    case .equal, .less, .not, .and, .or, .any, .stated, .call, .callOn, .count, .elapsed, .months, .weekday, .dateOf,
      .accrued, .businessShift, .businessDays:
      false
    default: true
    }
  }

  /// What the ranges of the operands alone do not show.
  private mutating func special(
    _ number: Int, _ term: Term, _ range: Interval, in builder: inout TermBuilder, depth: Int
  ) -> Interval {
    switch term.operation {
    case .add where !range.isAboveZero:
      let sum = builder.linear(number)
      guard let isStrict = isFromZero(sum, in: &builder, depth: depth + 1) else { return .everything }
      return isStrict ? .aboveZero : .fromZero
    case .sum(let list, let level): return sum(list, level, term, in: &builder, depth: depth)
    case .table(let index) where builder.isSmall(table: index):
      return builder.range(ofTable: index, term.operands, .apart) { builder, number in
        self.range(of: number, in: &builder, depth: depth + 1)
      }
    case .tiers(let index):
      return builder.range(ofTiers: index, term.operands[0], .apart) { builder, number in
        self.range(of: number, in: &builder, depth: depth + 1)
      }
    default: return .everything
    }
  }

  /// A sum over a list is no less than what one of its elements adds, where none takes anything away.
  private mutating func sum(
    _ list: Term.List, _ level: Int, _ term: Term, in builder: inout TermBuilder, depth: Int
  ) -> Interval {
    guard builder.table.ranges[term.operands[0]].isFromZero else { return .everything }
    for element in assumptions.elements where element.list == list {
      if term.operands.count > 1 {
        let condition = builder.table.substitute(term.operands[1], level: level, by: element.variable)
        guard assumptions.holding.contains(condition) else { continue }
      }
      let body = builder.table.substitute(term.operands[0], level: level, by: element.variable)
      let one = range(of: body, in: &builder, depth: depth + 1)
      return Interval(lower: one.lower, excludesLower: one.excludesLower)
    }
    let count = builder.table.number(.count(list, level: level), Array(term.operands.dropFirst()))
    if let assumed = assumptions.ranges[count], assumed.isAboveZero, builder.table.ranges[term.operands[0]].isAboveZero
    {
      return .aboveZero
    }
    return .everything
  }

  /// Whether a sum is from zero on (false), or above it (true); nil where that cannot be shown.
  mutating func isFromZero(
    _ sum: Linear, in builder: inout TermBuilder, depth: Int, reductions: Int = 3
  ) -> Bool? {
    guard steps > 0, depth < 60 else { return nil }
    steps -= 1
    var range = Interval.point(sum.constant)
    for part in sum.parts {
      let partRange = self.range(of: part.term, in: &builder, depth: depth + 1)
      range = range.adding(partRange.multiplied(by: .point(part.factor)))
    }
    if range.isAboveZero { return true }
    if range.isFromZero { return false }
    guard reductions > 0 else { return nil }
    let constraints = assumptions.constraints + followingConstraints(sum, in: &builder, depth: depth)
    for part in sum.parts where part.factor.isNegative {
      for constraint in constraints {
        guard let factor = constraint.sum.factor(of: part.term), factor.isNegative,
          let times = try? part.factor / factor, let negative = try? -times,
          let rest = sum.adding(constraint.sum, times: negative)
        else { continue }
        if let isStrict = isFromZero(rest, in: &builder, depth: depth + 1, reductions: reductions - 1) {
          return isStrict || constraint.isStrict
        }
      }
    }
    return nil
  }

  /// What the terms of a sum say of one another by what they are.
  private mutating func followingConstraints(
    _ sum: Linear, in builder: inout TermBuilder, depth: Int
  ) -> [Assumptions.Constraint] {
    var result: [Assumptions.Constraint] = []
    func append(_ larger: Int, _ smaller: Int) {
      let less = builder.linear(smaller)
      guard let difference = builder.linear(larger).adding(less, times: Rational(-1)) else { return }
      result.append(.init(sum: difference, isStrict: false))
    }
    for part in sum.parts {
      let term = builder.table.terms[part.term]
      switch term.operation {
      case .multiply:
        for (share, whole) in [(term.operands[0], term.operands[1]), (term.operands[1], term.operands[0])] {
          let range = self.range(of: share, in: &builder, depth: depth + 1)
          guard range.isFromZero, let upper = range.upper, upper <= .one,
            self.range(of: whole, in: &builder, depth: depth + 1).isFromZero
          else { continue }
          append(whole, part.term)
        }
      case .tiers(let index):
        // No slice bears more than itself where no rate is above 100%.
        let rates = builder.rates(ofTiers: index, term.operands[0], .apart) { builder, number in
          self.range(of: number, in: &builder, depth: depth + 1)
        }
        guard let rates, rates.isFromZero, let upper = rates.upper, upper <= .one,
          range(of: term.operands[0], in: &builder, depth: depth + 1).isFromZero
        else { continue }
        append(term.operands[0], part.term)
      case .smallest:
        for operand in term.operands { append(operand, part.term) }
      case .largest:
        for operand in term.operands { append(part.term, operand) }
      case .rounded(.down):
        if range(of: term.operands[0], in: &builder, depth: depth + 1).isFromZero {
          append(term.operands[0], part.term)
        }
      case .definition:
        for ceiling in builder.ceilings[part.term] ?? [] { append(ceiling, part.term) }
      case .sum where term.operands.count > 1:
        // A sum over some elements is no more than the sum over all, where none takes anything away.
        guard builder.table.ranges[term.operands[0]].isFromZero else { continue }
        append(builder.table.number(term.operation, [term.operands[0]]), part.term)
      default: break
      }
    }
    return result
  }
}

extension TermBuilder.Environment {
  /// For what is looked into anew inside of some other term: its own loops are none of those around it.
  fileprivate static let apart: Self = {
    var environment = Self()
    environment.depth = 6
    environment.level = 64
    return environment
  }()
}
