import RedressValues

/// What is known to hold at a place, because a condition around it says so.
struct Assumptions {
  /// A sum that is not below zero, or above it.
  struct Constraint {
    let sum: Linear
    let isStrict: Bool
  }

  private(set) var ranges: [Int: Interval] = [:]
  private(set) var constraints: [Constraint] = []
  /// Conditions that hold.
  private(set) var holding: Set<Int> = []
  /// Conditions that do not.
  private(set) var failing: Set<Int> = []
  /// Loops around the place: the list, and the variable that goes through it.
  var elements: [(list: Term.List, variable: Int)] = []

  /// Takes in that a condition holds, or does not.
  mutating func assume(_ condition: Int, isTrue: Bool, in builder: inout TermBuilder, depth: Int = 0) {
    guard depth < 200 else { return }
    let term = builder.table.terms[condition]
    guard isTrue ? holding.insert(condition).inserted : failing.insert(condition).inserted else { return }
    switch term.operation {
    case .not: assume(term.operands[0], isTrue: !isTrue, in: &builder, depth: depth + 1)
    case .and where isTrue, .or where !isTrue:
      for operand in term.operands { assume(operand, isTrue: isTrue, in: &builder, depth: depth + 1) }
    case .less:
      if isTrue {
        order(term.operands[0], term.operands[1], isStrict: true, in: &builder)
      } else {
        order(term.operands[1], term.operands[0], isStrict: false, in: &builder)
      }
    case .equal:
      if isTrue {
        order(term.operands[0], term.operands[1], isStrict: false, in: &builder)
        order(term.operands[1], term.operands[0], isStrict: false, in: &builder)
      } else {
        exclude(term.operands[0], term.operands[1], in: builder)
        exclude(term.operands[1], term.operands[0], in: builder)
      }
    case .any where isTrue: assumeElement(term, in: &builder)
    default: break
    }
  }

  /// A smaller value and a larger one.
  private mutating func order(_ smaller: Int, _ larger: Int, isStrict: Bool, in builder: inout TermBuilder) {
    if let bound = builder.table.constant(of: larger) {
      narrow(smaller, Interval(upper: bound, excludesUpper: isStrict))
    } else if let bound = builder.table.constant(of: smaller) {
      narrow(larger, Interval(lower: bound, excludesLower: isStrict))
    }
    let less = builder.linear(smaller)
    guard let sum = builder.linear(larger).adding(less, times: Rational(-1)), !sum.parts.isEmpty else { return }
    constraints.append(Constraint(sum: sum, isStrict: isStrict))
  }

  /// A value that is not the end of its range.
  private mutating func exclude(_ term: Int, _ value: Int, in builder: TermBuilder) {
    guard let constant = builder.table.constant(of: value) else { return }
    let range = (ranges[term] ?? .everything).meeting(builder.table.ranges[term])
    if range.lower == constant { narrow(term, Interval(lower: constant, excludesLower: true)) }
    if range.upper == constant { narrow(term, Interval(upper: constant, excludesUpper: true)) }
  }

  private mutating func narrow(_ term: Int, _ range: Interval) {
    ranges[term] = (ranges[term] ?? .everything).meeting(range)
  }

  /// `any lot in lots where …` says that there is one, so their number is not zero.
  private mutating func assumeElement(_ term: Term, in builder: inout TermBuilder) {
    guard case .any(let list, let level) = term.operation else { return }
    narrow(builder.table.number(.count(list, level: level), term.operands), .aboveZero)
    narrow(builder.table.number(.count(list, level: level)), .aboveZero)
  }
}
