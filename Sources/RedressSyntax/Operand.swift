import RedressDiagnostics

/// An expression while it is being put together, with the height of its tree.
///
/// Small, because every level of nesting holds several of them on the stack.
struct Operand {
  let expression: ExpressionSyntax
  let height: Int32

  init(_ expression: ExpressionSyntax, height: Int32 = 1) {
    self.expression = expression
    self.height = height
  }

  var span: Span { expression.span }
}

/// What the rules about brackets need to know of an expression; brackets hide what stands in them.
extension ExpressionSyntax {
  /// No operator stands in it outside brackets, but for a sign.
  var isUnary: Bool {
    switch form {
    case .binary, .oneOf, .rounded, .forEvery, .shifted, .shiftedBusinessDays, .unary(.not, _): false
    default: true
    }
  }

  /// `+` or `-` is its outermost operator.
  var isSum: Bool {
    switch form {
    case .binary(.plus, _, _, _), .binary(.minus, _, _, _): true
    default: false
    }
  }

  /// Its last piece is an aggregate over a list, which reaches as far right as it can.
  var endsInLoop: Bool {
    var piece = self
    while true {
      switch piece.form {
      case .aggregate, .count, .any: return true
      case .binary(_, _, _, let right): piece = right
      case .unary(_, let operand): piece = operand
      case .shifted(_, _, let moment), .shiftedBusinessDays(_, _, let moment, calendar: nil): piece = moment
      case .elapsed(_, _, _, let end), .businessDays(_, let end, calendar: nil), .accrued(_, _, let end, over: nil):
        piece = end
      case .on(_, let day): piece = day
      case .weekdayOf(let value), .dateOf(let value), .stated(let value, _): piece = value
      default: return false
      }
    }
  }

  /// Its first piece is a literal such as `5 CNY per kg`.
  var beginsWithPer: Bool {
    var piece = self
    while true {
      switch piece.form {
      case .quantity(let quantity): return quantity.unit?.divisors.isEmpty == false
      case .binary(.of, _, let left, _): piece = left
      case .unary(.minus, let operand): piece = operand
      default: return false
      }
    }
  }

  /// Both sides of the `of` that is its last part.
  var lastOf: (rate: Span, whole: Span)? {
    var piece = self
    while true {
      switch piece.form {
      case .binary(.of, _, let left, let right): return (left.span, right.span)
      case .binary(.times, _, _, let right), .binary(.divided, _, _, let right), .binary(.plus, _, _, let right),
        .binary(.minus, _, _, let right):
        piece = right
      default: return nil
      }
    }
  }
}

extension Parser {
  /// An expression that begins at a place and ends with the last token read, over others of at most this height; a tree
  /// that gets too high is cut, with a problem.
  mutating func make(_ form: ExpressionSyntax.Form, from start: Span, above height: Int32 = 0) -> Operand {
    let place = span(from: start)
    guard height < Self.highestTree else {
      if !isTooHighReported { report(.limit(.chain, start), at: start) }
      isTooHighReported = true
      return Operand(ExpressionSyntax(.missing, place))
    }
    return Operand(ExpressionSyntax(form, place), height: height + 1)
  }

  /// What stands for an expression that could not be read.
  func missingOperand() -> Operand {
    let place = currentSpan
    return Operand(ExpressionSyntax(.missing, Span(source, Int(place.start), Int(place.start))))
  }

  /// The text of a place for a suggestion, if it is short enough to be one.
  func shortText(_ place: Span) -> String? {
    guard place.end - place.start <= 100 else { return nil }
    let text = string(place)
    return text.contains { $0.isNewline || $0 == "#" } ? nil : text
  }
}

extension [Operand] {
  /// The height of the highest; 0 where there are none.
  var height: Int32 { map(\.height).max() ?? 0 }
}
