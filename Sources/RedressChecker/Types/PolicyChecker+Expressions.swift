import RedressDiagnostics
import RedressSyntax
import RedressValues

extension PolicyChecker {
  /// An expression with its names resolved and its type known; nil where a problem was reported, so that nothing above it
  /// reports another.
  ///
  /// `expecting` is what the place wants, where that is known: it gives kind words and the literal 0 their type. It is a
  /// hint only; whether the result fits is for the caller to see.
  mutating func check(
    _ syntax: ExpressionSyntax, _ scope: inout Scope, expecting: ValueType? = nil
  ) -> CheckedExpression? {
    depth += 1
    defer { depth -= 1 }
    // In groups, so that what lies on the stack while an operand is checked stays small.
    let result: CheckedExpression? =
      switch syntax.form {
      case .quantity, .date, .time, .text, .yesNo, .it, .otherwise, .shareOf, .itemAmount, .totalOf, .totalTo:
        leaf(syntax, scope, expecting)
      case .name(let name): value(of: name, &scope, expecting: expecting)
      case .field(let inner, let name): field(inner, name, span: syntax.span, &scope)
      case .bracketed(let inner): check(inner, &scope, expecting: expecting)
      case .unary, .binary, .weekdayOf, .dateOf, .stated: operation(syntax, &scope, expecting)
      case .aggregate, .extreme, .count, .any: overMany(syntax, &scope, expecting)
      case .call, .oneOf, .rounded, .forEvery, .shifted, .elapsed: composed(syntax, &scope, expecting)
      case .on, .shiftedBusinessDays, .businessDays, .accrued, .positionOf: dated(syntax, &scope)
      case .missing: nil
      }
    if result == nil { unresolvedCount += 1 }
    return result
  }

  private mutating func leaf(
    _ syntax: ExpressionSyntax, _ scope: Scope, _ expecting: ValueType?
  ) -> CheckedExpression? {
    let span = syntax.span
    switch syntax.form {
    case .quantity(let quantity): return literal(quantity, isZero: syntax.isZeroLiteral, span, expecting)
    case .date(let text): return date(text, span)
    case .time(let text): return time(text, span)
    case .text(let text): return plain(text).map { CheckedExpression(.text($0), .text, span) }
    case .yesNo(let isYes): return CheckedExpression(.ordinal(isYes ? 1 : 0), .yesOrNo, span)
    case .it: return stand(scope.it, .it, span)
    case .otherwise: return stand(scope.otherwise, .otherwise, span)
    case .shareOf(let party, let split): return share(of: party, in: split, span, scope)
    case .itemAmount(let amount, let item): return itemAmount(amount, item, span, scope)
    case .totalOf(let name): return total(ofClass: name, span, scope)
    case .totalTo(let name): return total(to: name, span, scope)
    default: return nil
    }
  }

  private mutating func operation(
    _ syntax: ExpressionSyntax, _ scope: inout Scope, _ expecting: ValueType?
  ) -> CheckedExpression? {
    switch syntax.form {
    case .unary(.minus, let inner): return negated(inner, syntax.span, &scope, expecting)
    case .unary(.not, let inner):
      return condition(inner, &scope).map { CheckedExpression(.not($0), .yesOrNo, syntax.span) }
    case .binary(let op, _, let left, let right): return binary(op, left, right, syntax.span, &scope, expecting)
    case .weekdayOf(let inner): return weekday(of: inner, syntax.span, &scope)
    case .dateOf(let inner): return date(of: inner, syntax.span, &scope)
    case .stated(let inner, let isNegated): return stated(inner, isNegated: isNegated, syntax.span, scope)
    default: return nil
    }
  }

  private mutating func overMany(
    _ syntax: ExpressionSyntax, _ scope: inout Scope, _ expecting: ValueType?
  ) -> CheckedExpression? {
    switch syntax.form {
    case .aggregate(let aggregate, let body, let loop):
      return self.aggregate(aggregate, body, loop, syntax.span, &scope, expecting)
    case .extreme(let extreme, let elements): return self.extreme(extreme, elements, syntax.span, &scope, expecting)
    case .count(let loop):
      return self.loop(loop, &scope)?.checked.map { CheckedExpression(.count($0), .quantity(.number), syntax.span) }
    case .any(let loop):
      return self.loop(loop, &scope)?.checked.map { CheckedExpression(.any($0), .yesOrNo, syntax.span) }
    default: return nil
    }
  }

  private mutating func composed(
    _ syntax: ExpressionSyntax, _ scope: inout Scope, _ expecting: ValueType?
  ) -> CheckedExpression? {
    switch syntax.form {
    case .call(let name, let arguments): return call(name, arguments, syntax.span, &scope)
    case .oneOf(let subject, let isNegated, let others): return oneOf(subject, isNegated, others, syntax.span, &scope)
    case .rounded(let value, let mode, let step): return rounded(value, mode, to: step, syntax.span, &scope, expecting)
    case .forEvery(let rate, let period, let quantity, let part):
      return forEvery(rate, period, quantity, part, syntax.span, &scope, expecting)
    case .shifted(let amount, let isBefore, let base): return shifted(amount, isBefore, base, syntax.span, &scope)
    case .elapsed(let unit, let isStarted, let from, let to):
      return elapsed(unit, isStarted, from, to, syntax.span, &scope)
    default: return nil
    }
  }

  private mutating func dated(_ syntax: ExpressionSyntax, _ scope: inout Scope) -> CheckedExpression? {
    switch syntax.form {
    case .on(let value, let day): return self.value(value, on: day, syntax.span, &scope)
    case .shiftedBusinessDays(let amount, let isBefore, let base, let calendar):
      return shiftedBusinessDays(amount, isBefore, base, calendar, syntax.span, &scope)
    case .businessDays(let from, let to, let calendar): return businessDays(from, to, calendar, syntax.span, &scope)
    case .accrued(let rate, let from, let to, let over): return accrued(rate, from, to, over, syntax.span, &scope)
    case .positionOf(let variable): return position(of: variable, syntax.span, scope)
    default: return nil
    }
  }

  /// A condition: an expression that is yes or no.
  mutating func condition(_ syntax: ExpressionSyntax, _ scope: inout Scope) -> CheckedExpression? {
    guard let value = check(syntax, &scope, expecting: .yesOrNo) else { return nil }
    guard value.type == .yesOrNo else {
      report(.typing(.notYesOrNo(syntax.span, found: described(value.type))))
      return nil
    }
    return value
  }

  private mutating func literal(
    _ syntax: QuantitySyntax, isZero: Bool, _ span: Span, _ expecting: ValueType?
  ) -> CheckedExpression? {
    guard let (value, unit) = quantity(syntax) else { return nil }
    if isZero, case .quantity(let wanted)? = expecting {
      return CheckedExpression(.number(.zero), .quantity(wanted), span)
    }
    return CheckedExpression(.number(value), .quantity(unit), span)
  }

  private mutating func date(_ text: String, _ span: Span) -> CheckedExpression? {
    guard let date = CivilDate(text) else {
      report(.typing(.impossibleDate(span, text)))
      return nil
    }
    return CheckedExpression(.date(date), .date, span)
  }

  private mutating func time(_ text: String, _ span: Span) -> CheckedExpression? {
    guard let time = CivilTime(text) else {
      report(.typing(.impossibleDate(span, text)))
      return nil
    }
    return CheckedExpression(.time(time), .time, span)
  }

  private mutating func stand(_ stand: Scope.Stand, _ form: CheckedExpression.Form, _ span: Span) -> CheckedExpression?
  {
    switch stand {
    case .type(let type): return CheckedExpression(form, type, span)
    case .poison: return nil
    case .absent:
      if case .it = form {
        report(.typing(.misplaced(span, .it)))
      } else {
        report(.typing(.misplaced(span, .otherwise)))
      }
      return nil
    }
  }

  private mutating func share(of party: Name, in split: Name, _ span: Span, _ scope: Scope) -> CheckedExpression? {
    let party = self.party(party)
    guard reachesRulings(span, scope, "share of"), let split = self.split(split), let party else { return nil }
    return CheckedExpression(.shareOf(party: party, split: split), .quantity(.percent), span)
  }

  private mutating func itemAmount(
    _ amount: ExpressionSyntax.ItemAmount, _ name: Name, _ span: Span, _ scope: Scope
  ) -> CheckedExpression? {
    guard let item = item(name), let unit = moneyUnit(at: span) else { return nil }
    let kind: ItemAmount
    switch amount {
    case .assessed: kind = .assessed
    case .claimed: kind = .claimed
    case .payable: kind = .payable
    }
    guard reachesRulings(span, scope, "an amount of an item") else { return nil }
    if kind == .payable, !scope.allowsTotals {
      report(.typing(.misplaced(span, .payable(name.text))))
      return nil
    }
    noteRead(of: outline.items[item].node, isNeeded: kind == .assessed)
    return CheckedExpression(.itemAmount(kind, item: item), .quantity(unit), span)
  }

  private mutating func total(ofClass name: Name, _ span: Span, _ scope: Scope) -> CheckedExpression? {
    guard let itemClass = ItemClass(rawValue: name.text) else {
      report(
        .naming(
          .unknown(name, .itemClass, suggestion: nearest(to: name.text, among: ItemClass.allCases.map(\.rawValue)))))
      return nil
    }
    guard scope.allowsTotals else {
      report(.typing(.misplaced(span, .total("total of \(name.text)"))))
      return nil
    }
    return moneyUnit(at: span).map { CheckedExpression(.total(.ofClass(itemClass)), .quantity($0), span) }
  }

  private mutating func total(to name: Name, _ span: Span, _ scope: Scope) -> CheckedExpression? {
    guard let party = party(name) else { return nil }
    guard scope.allowsTotals else {
      report(.typing(.misplaced(span, .total("total to \(name.text)"))))
      return nil
    }
    return moneyUnit(at: span).map { CheckedExpression(.total(.toParty(party)), .quantity($0), span) }
  }

  mutating func reachesRulings(_ span: Span, _ scope: Scope, _ what: String) -> Bool {
    guard scope.reach != .everything else { return true }
    report(.typing(.misplaced(span, scope.reach == .facts ? .notInDefault(what) : scope.notConstant(what))))
    return false
  }
}
