import RedressValues

/// A sum of terms with factors, and a constant.
struct Linear: Hashable, Sendable {
  /// Larger sums are not taken apart.
  static let most = 24

  var constant = Rational.zero
  /// In the order of the terms; no factor is zero.
  private(set) var parts: [(term: Int, factor: Rational)] = []

  static func == (left: Linear, right: Linear) -> Bool {
    left.constant == right.constant && left.parts.elementsEqual(right.parts) { $0 == $1 }
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(constant)
    for part in parts { hasher.combine(part.term) }
  }

  init(constant: Rational) { self.constant = constant }
  init(term: Int) { parts = [(term, .one)] }

  func factor(of term: Int) -> Rational? {
    parts.first { $0.term == term }?.factor
  }

  /// This and so many times the other; nil where that is too large to be held.
  func adding(_ other: Linear, times factor: Rational) -> Linear? {
    guard let moved = try? other.constant * factor, let constant = try? constant + moved else { return nil }
    var result = Linear(constant: constant)
    var left = parts[...]
    var right = other.parts[...]
    while let first = left.first ?? right.first {
      let term = min(first.term, right.first?.term ?? first.term)
      var sum = Rational.zero
      if let part = left.first, part.term == term {
        sum = part.factor
        left.removeFirst()
      }
      if let part = right.first, part.term == term {
        guard let product = try? part.factor * factor, let total = try? sum + product else { return nil }
        sum = total
        right.removeFirst()
      }
      if !sum.isZero { result.parts.append((term, sum)) }
    }
    return result.parts.count <= Self.most ? result : nil
  }
}

extension TermBuilder {
  /// A term as a sum of others that are no sums.
  mutating func linear(_ number: Int, depth: Int = 0) -> Linear {
    if let known = linears[number] { return known }
    guard depth < 40 else { return Linear(term: number) }
    let result = takenApart(number, depth: depth)
    linears[number] = result
    return result
  }

  private mutating func takenApart(_ number: Int, depth: Int) -> Linear {
    let term = table.terms[number]
    let asItIs = Linear(term: number)
    switch term.operation {
    case .constant(let value): return Linear(constant: value)
    case .add:
      return linear(term.operands[0], depth: depth + 1)
        .adding(linear(term.operands[1], depth: depth + 1), times: .one) ?? asItIs
    case .multiply:
      // A factor that is a known number; on either side.
      for (factor, other) in [(term.operands[0], term.operands[1]), (term.operands[1], term.operands[0])] {
        guard let value = table.constant(of: factor) else { continue }
        return Linear(constant: .zero).adding(linear(other, depth: depth + 1), times: value) ?? asItIs
      }
      return asItIs
    case .divide:
      guard let value = table.constant(of: term.operands[1]), let factor = try? Rational.one / value else {
        return asItIs
      }
      return Linear(constant: .zero).adding(linear(term.operands[0], depth: depth + 1), times: factor) ?? asItIs
    default: return asItIs
    }
  }
}
