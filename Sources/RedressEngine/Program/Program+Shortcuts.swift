import RedressValues

/// What can be told of expressions before any case, so that less is evaluated for each.
extension Program.Loop {
  /// The condition holds only for elements whose field is this word: `loss.kind = delay and …`.
  package struct WordTest: Sendable {
    package let field: Int
    package let word: Int64
    /// What is left to judge where it is that word; nil where nothing is.
    package let rest: NodeID?
  }
}

extension Program {
  /// The comparison a loop's condition begins with, where it is one of the element's own field with a word.
  package func wordTest(of condition: NodeID, for variable: Int) -> Loop.WordTest? {
    switch nodes[Int(condition.index)] {
    case .compare(.equal, let left, let right):
      guard case .field(let owner, let field) = nodes[Int(left.index)], Int(owner) == variable,
        case .ordinal(let word) = nodes[Int(right.index)]
      else { return nil }
      return Loop.WordTest(field: Int(field), word: word, rest: nil)
    case .and(let left, let right):
      guard let first = wordTest(of: left, for: variable) else { return nil }
      return Loop.WordTest(field: first.field, word: first.word, rest: first.rest == nil ? right : condition)
    default: return nil
    }
  }
}

extension Program.Payment {
  /// It is shared out over the lines of its item.
  var isShare: Bool {
    if case .share = self { true } else { false }
  }
}
