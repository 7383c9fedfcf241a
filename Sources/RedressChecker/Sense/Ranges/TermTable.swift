import RedressValues

/// All terms of a policy, each once, with what its number can be whatever the case.
struct TermTable {
  /// More than any policy that a person wrote; past this nothing is looked into any more.
  static let most = 200_000

  private(set) var terms: [Term] = []
  /// By term.
  private(set) var ranges: [Interval] = []
  private var numbers: [Term: Int] = [:]
  private var opaqueCount = 0

  var isExhausted: Bool { terms.count > Self.most }

  /// The number of a term; a new one is given its range.
  mutating func number(_ operation: Term.Operation, _ operands: [Int] = [], range: Interval? = nil) -> Int {
    if let folded = folded(operation, operands) { return folded }
    let term = Term(operation: operation, operands: operands)
    if let known = numbers[term] { return known }
    let number = terms.count
    terms.append(term)
    numbers[term] = number
    ranges.append(range ?? self.range(of: term) { ranges[$0] })
    return number
  }

  mutating func constant(_ value: Rational) -> Int { number(.constant(value)) }

  /// A term of its own, of which only the range is known.
  mutating func opaque(_ range: Interval) -> Int {
    opaqueCount += 1
    return number(.opaque(opaqueCount), range: range)
  }

  /// Notes that a term cannot be outside a range; it comes back.
  mutating func narrow(_ number: Int, to range: Interval) -> Int {
    ranges[number] = ranges[number].meeting(range)
    return number
  }

  func constant(of number: Int) -> Rational? {
    if case .constant(let value) = terms[number].operation { return value }
    return nil
  }

  /// Constants are computed at once.
  private mutating func folded(_ operation: Term.Operation, _ operands: [Int]) -> Int? {
    switch operation {
    case .add, .multiply, .divide:
      guard operands.count == 2, let left = constant(of: operands[0]), let right = constant(of: operands[1]) else {
        return nil
      }
      let value: Rational?
      switch operation {
      case .add: value = try? left + right
      case .multiply: value = try? left * right
      default: value = try? left / right
      }
      return value.map { constant($0) }
    case .not:
      if let value = constant(of: operands[0]) { return constant(value.isZero ? .one : .zero) }
      if terms[operands[0]].operation == .not { return terms[operands[0]].operands[0] }
      return nil
    default: return nil
    }
  }

  /// The range of a term from the ranges of its operands.
  func range(of term: Term, _ range: (Int) -> Interval) -> Interval {
    switch term.operation {
    case .constant(let value): return .point(value)
    case .add: return range(term.operands[0]).adding(range(term.operands[1]))
    case .multiply: return range(term.operands[0]).multiplied(by: range(term.operands[1]))
    // That a divisor is above zero is shown, or reported, where it stands.
    case .divide: return range(term.operands[0]).divided(by: range(term.operands[1]).meeting(.aboveZero))
    case .largest:
      return term.operands.dropFirst().reduce(range(term.operands[0])) { $0.largest(with: range($1)) }
    case .smallest:
      return term.operands.dropFirst().reduce(range(term.operands[0])) { $0.smallest(with: range($1)) }
    case .rounded(let mode):
      guard let step = range(term.operands[1]).constant else {
        return range(term.operands[0]).isFromZero ? .fromZero : .everything
      }
      return range(term.operands[0]).rounded(mode, to: step)
    case .forEvery(let period, let part):
      return range(term.operands[0]).multiplied(by: range(term.operands[1]).counted(in: period, part))
    case .sum:
      let body = range(term.operands[0])
      if body.isFromZero { return .fromZero }
      return body.isUpToZero ? Interval(upper: .zero) : .everything
    // The largest of no quantity is 0.
    case .largestIn, .smallestIn: return range(term.operands[0]).joining(.point(.zero))
    case .count, .elapsed, .itemAmount, .total, .businessDays: return .fromZero
    case .position: return Interval(lower: .one)
    case .shareOf: return Interval(lower: .zero, upper: .one)
    case .weekday: return Interval(lower: .zero, upper: Rational(6))
    case .equal, .less, .not, .and, .or, .any, .stated: return Interval(lower: .zero, upper: .one)
    case .text, .fact, .choice, .element, .field, .parameter, .parameterField, .definition, .call, .callOn, .table,
      .tiers, .caseDate, .accrued, .businessShift, .opaque, .months, .dateOf:
      return .everything
    }
  }

  /// A term with the variable of its outermost loop standing for an element of a loop around it.
  mutating func substitute(_ number: Int, level: Int, by variable: Int) -> Int {
    var known: [Int: Int] = [:]
    return substitute(number, -(level + 1), variable, &known, depth: 0)
  }

  private mutating func substitute(
    _ number: Int, _ bound: Int, _ variable: Int, _ known: inout [Int: Int], depth: Int
  ) -> Int {
    if let result = known[number] { return result }
    guard depth < 200, !isExhausted else { return number }
    let term = terms[number]
    let operands = term.operands.map { substitute($0, bound, variable, &known, depth: depth + 1) }
    func list(_ list: Term.List) -> Term.List {
      if case .field(bound, let field) = list { return .field(variable: variable, field: field) }
      return list
    }
    let operation: Term.Operation
    switch term.operation {
    case .element(variable: bound): operation = .element(variable: variable)
    case .field(variable: bound, let field): operation = .field(variable: variable, field: field)
    case .position(variable: bound): operation = .position(variable: variable)
    case .sum(let inner, let level): operation = .sum(list(inner), level: level)
    case .largestIn(let inner, let level): operation = .largestIn(list(inner), level: level)
    case .smallestIn(let inner, let level): operation = .smallestIn(list(inner), level: level)
    case .count(let inner, let level): operation = .count(list(inner), level: level)
    case .any(let inner, let level): operation = .any(list(inner), level: level)
    default: operation = term.operation
    }
    let keepsRange = operands.isEmpty || operation.isLookup
    let result =
      operation == term.operation && operands == term.operands
      ? number : self.number(operation, operands, range: keepsRange ? ranges[number] : nil)
    known[number] = result
    return result
  }
}

extension Term.Operation {
  /// Whether its range comes from elsewhere than from its operands; an element of the same list does not change it.
  fileprivate var isLookup: Bool {
    switch self {
    case .call, .callOn, .table, .tiers, .accrued: true
    default: false
    }
  }
}
