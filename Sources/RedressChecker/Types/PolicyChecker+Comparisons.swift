import RedressDiagnostics
import RedressSyntax
import RedressValues

extension PolicyChecker {
  /// `a and b`, `a or b`.
  mutating func joined(
    _ left: ExpressionSyntax, _ right: ExpressionSyntax, isOr: Bool, _ span: Span, _ scope: inout Scope
  ) -> CheckedExpression? {
    if isOr, let words = wordsJoinedByOr(left, right, &scope) {
      report(.typing(words))
      return nil
    }
    let first = condition(left, &scope)
    let second = condition(right, &scope)
    guard let first, let second else { return nil }
    return CheckedExpression(isOr ? .or(first, second) : .and(first, second), .yesOrNo, span)
  }

  /// `cause = packing or handling`: words where conditions should be, with what was meant.
  private mutating func wordsJoinedByOr(
    _ left: ExpressionSyntax, _ right: ExpressionSyntax, _ scope: inout Scope
  ) -> TypeProblem? {
    var words: [Name] = []
    var rest = right
    var before = left
    while let name = rest.bareName, !leadsToValue(name, scope) {
      words.insert(name, at: 0)
      guard case .binary(let op, _, let subject, let other) = before.form else { return nil }
      if op == .or {
        before = subject
        rest = other
        continue
      }
      guard op == .equal || op == .notEqual, let first = other.bareName else { return nil }
      guard case .kind(let kind)? = kindOfOperand(subject, scope),
        ([first] + words).allSatisfy({ word($0.text, of: kind) != nil })
      else { return nil }
      // The subject is read, though nothing else is made of it.
      _ = operand(subject, &scope, expecting: nil)
      let list = ([first] + words).map(\.text)
      return .wordsJoinedByOr(
        words[0].span, words: words.map(\.text),
        suggestion: "\(subject.written) = \(op == .equal ? "any" : "none") of (\(list.joined(separator: ", ")))")
    }
    return nil
  }

  /// The kind of an operand that is a plain name or a field, without reporting anything.
  private func kindOfOperand(_ syntax: ExpressionSyntax, _ scope: Scope) -> ValueType? {
    switch syntax.withoutBrackets.form {
    case .name(let name):
      if case .parameter(_, _, let type)? = scope.local(name.text)?.meaning { return type }
      switch outline.entities[name.text] {
      case .fact(let fact): return factTypes[fact]
      case .definition(let definition): return definitionTypes[definition]
      case .choice(let choice): return .kind(choiceKinds[choice])
      default: return nil
      }
    case .field(let inner, let field):
      guard let name = inner.bareName, let local = scope.local(name.text) else { return nil }
      let record: Int
      switch local.meaning {
      case .variable(_, let known): record = known
      case .parameter(_, _, .record(let known)?): record = known
      default: return nil
      }
      return outline.records[record].positions[field.text].flatMap { fieldTypes[record][$0] }
    default: return nil
    }
  }

  mutating func comparison(
    _ op: Comparison, _ left: ExpressionSyntax, _ right: ExpressionSyntax, _ span: Span,
    _ scope: inout Scope
  ) -> CheckedExpression? {
    let (first, second) = operands(left, right, &scope)
    guard let first, let second, areComparable(first, left, second, right, op) else { return nil }
    return CheckedExpression(.compare(op, first, second), .yesOrNo, span)
  }

  /// Both sides, a bare word taking its kind from the other side.
  private mutating func operands(
    _ left: ExpressionSyntax, _ right: ExpressionSyntax, _ scope: inout Scope
  ) -> (CheckedExpression?, CheckedExpression?) {
    if rightTells(left, right, scope) {
      let second = operand(right, &scope, expecting: nil)
      return (second == nil && left.mayWait ? nil : operand(left, &scope, expecting: second?.type), second)
    }
    let first = operand(left, &scope, expecting: nil)
    return (first, first == nil && right.mayWait ? nil : operand(right, &scope, expecting: first?.type))
  }

  /// Whether the right side says what the left one is.
  private func rightTells(_ left: ExpressionSyntax, _ right: ExpressionSyntax, _ scope: Scope) -> Bool {
    guard left.mayWait else { return false }
    guard right.mayWait else { return true }
    // Two bare words: the one that leads to a value by itself says what the other is.
    let leftLeads = left.bareName.map { leadsToValue($0, scope) } ?? false
    let rightLeads = right.bareName.map { leadsToValue($0, scope) } ?? false
    if leftLeads, rightLeads, let name = left.bareName, let other = right.bareName {
      return isWord(name, kindOfOperand(right, scope)) && !isWord(other, kindOfOperand(left, scope))
    }
    return !leftLeads && (rightLeads || left.isZeroLiteral)
  }

  private mutating func areComparable(
    _ first: CheckedExpression, _ left: ExpressionSyntax, _ second: CheckedExpression, _ right: ExpressionSyntax,
    _ op: Comparison
  ) -> Bool {
    let isOrder = op != .equal && op != .notEqual
    switch (first.type, second.type) {
    case (.quantity(let unit), .quantity(let other)):
      if unit.sameDimension(as: other) { return true }
      // A ratio compares with a percentage.
      if unit.isPercent != other.isPercent,
        Unit(components: unit.components, isPercent: false).sameDimension(
          as: Unit(components: other.components, isPercent: false))
      {
        return true
      }
      reportUnits(second, other, expected: unit, as: .otherSide, at: left.span)
      return false
    case (.date, .date), (.time, .time): return true
    case (.date, .time), (.time, .date):
      report(
        .typing(
          .dateAndTime(
            left.span.through(right.span), date: first.type == .date ? left.written : right.written,
            time: first.type == .time ? left.written : right.written)))
      return false
    case (.kind(let kind), .kind(let other)) where kind == other:
      guard isOrder, !policy.kinds[kind].isOrdered else { return true }
      report(.typing(.unordered(left.span.through(right.span), described(first.type), words: policy.kinds[kind].words)))
      return false
    case (.yesOrNo, .yesOrNo), (.text, .text):
      guard isOrder else { return true }
      report(.typing(.unordered(left.span.through(right.span), described(first.type), words: [])))
      return false
    default:
      report(
        .typing(
          .wrongType(right.span, found: described(second.type), expected: described(first.type), left.span)))
      return false
    }
  }

  /// `cause = any of (packing, handling)`.
  mutating func oneOf(
    _ subject: ExpressionSyntax, _ isNegated: Bool, _ others: [ExpressionSyntax], _ span: Span, _ scope: inout Scope
  ) -> CheckedExpression? {
    guard let first = operand(subject, &scope, expecting: nil) else { return nil }
    var checked: [CheckedExpression] = []
    for other in others {
      guard let second = operand(other, &scope, expecting: first.type),
        areComparable(first, subject, second, other, .equal)
      else { continue }
      checked.append(second)
    }
    guard checked.count == others.count else { return nil }
    return CheckedExpression(.oneOf(first, isNegated: isNegated, checked), .yesOrNo, span)
  }
}

extension ExpressionSyntax {
  /// Whether its type may have to come from the other side: a bare word, or the literal 0.
  fileprivate var mayWait: Bool { isZeroLiteral || bareName != nil }
}
