import RedressSyntax

/// A name in an expression, before anything is known of it.
enum Mention {
  /// `name`; it may be a word of a kind where it stands beside a comparison's sign.
  case value(Name, mayBeWord: Bool)
  case call(Name)
  case list(Name)
  case field(Name)
  case split(Name)
  case party(Name)
  case item(Name, ExpressionSyntax.ItemAmount)
  case unit(Name)
  case calendar(Name)
}

extension ExpressionSyntax {
  /// Tells every name that stands in this expression.
  func visitMentions(mayBeWord: Bool = false, _ visit: (Mention) -> Void) {
    switch form {
    case .date, .time, .yesNo, .it, .otherwise, .missing, .totalOf, .positionOf: break
    case .quantity(let quantity):
      if let numerator = quantity.unit?.numerator { visit(.unit(numerator)) }
      for divisor in quantity.unit?.divisors ?? [] { visit(.unit(divisor.word)) }
    case .text(let text): text.visitMentions(visit)
    case .name(let name): visit(.value(name, mayBeWord: mayBeWord))
    case .call(let name, let arguments):
      visit(.call(name))
      for argument in arguments { argument.visitMentions(mayBeWord: true, visit) }
    case .field(let inner, let name):
      inner.visitMentions(visit)
      visit(.field(name))
    case .unary(_, let inner), .weekdayOf(let inner), .dateOf(let inner), .stated(let inner, _):
      inner.visitMentions(visit)
    case .bracketed(let inner): inner.visitMentions(mayBeWord: mayBeWord, visit)
    case .binary(let op, _, let left, let right):
      left.visitMentions(mayBeWord: op.isComparison, visit)
      right.visitMentions(mayBeWord: op.isComparison || op == .or, visit)
    case .oneOf(let subject, _, let others):
      subject.visitMentions(mayBeWord: true, visit)
      for other in others { other.visitMentions(mayBeWord: true, visit) }
    case .rounded(let left, _, let right), .forEvery(let left, _, let right, _), .shifted(let left, _, let right),
      .elapsed(_, _, let left, let right), .on(let left, let right):
      left.visitMentions(visit)
      right.visitMentions(visit)
    case .shiftedBusinessDays(let left, _, let right, let calendar), .businessDays(let left, let right, let calendar):
      left.visitMentions(visit)
      right.visitMentions(visit)
      if let calendar { visit(.calendar(calendar)) }
    case .accrued(let rate, let from, let to, _):
      visit(.value(rate, mayBeWord: false))
      from.visitMentions(visit)
      to.visitMentions(visit)
    case .aggregate(_, let body, let loop):
      body.visitMentions(visit)
      loop.visitMentions(visit)
    case .extreme(_, let list):
      for element in list { element.visitMentions(visit) }
    case .count(let loop), .any(let loop): loop.visitMentions(visit)
    case .shareOf(let party, let split):
      visit(.party(party))
      visit(.split(split))
    case .itemAmount(let amount, let item): visit(.item(item, amount))
    case .totalTo(let party): visit(.party(party))
    }
  }

  /// The expression without the brackets around it.
  var withoutBrackets: ExpressionSyntax {
    var result = self
    while case .bracketed(let inner) = result.form { result = inner }
    return result
  }

  /// The name, where the expression is nothing else.
  var bareName: Name? {
    if case .name(let name) = withoutBrackets.form { return name }
    return nil
  }

  /// Whether it is the literal 0, which fits every unit.
  var isZeroLiteral: Bool {
    guard case .quantity(let quantity) = withoutBrackets.form, !quantity.isPercent, quantity.unit == nil else {
      return false
    }
    return quantity.number.text.utf8.allSatisfy { byte in
      byte == UInt8(ascii: "0") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_")
    }
  }

  /// Whether `otherwise` stands in it.
  var readsOtherwise: Bool {
    switch form {
    case .otherwise: true
    case .unary(_, let inner), .bracketed(let inner): inner.readsOtherwise
    case .binary(_, _, let left, let right), .rounded(let left, _, let right), .forEvery(let left, _, let right, _):
      left.readsOtherwise || right.readsOtherwise
    case .extreme(_, let list): list.contains(where: \.readsOtherwise)
    case .call(_, let arguments): arguments.contains(where: \.readsOtherwise)
    default: false
    }
  }
}

extension LoopSyntax {
  func visitMentions(_ visit: (Mention) -> Void) {
    if let list = path.first { visit(.list(list)) }
    for field in path.dropFirst() { visit(.field(field)) }
    condition?.visitMentions(visit)
    order?.key.visitMentions(visit)
  }
}

extension TextSyntax {
  func visitMentions(_ visit: (Mention) -> Void) {
    for case .expression(let expression) in segments { expression.visitMentions(visit) }
    for translation in translations { translation.text.visitMentions(visit) }
  }
}

extension ExpressionSyntax.BinaryOperator {
  var isComparison: Bool {
    switch self {
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: true
    default: false
    }
  }
}
