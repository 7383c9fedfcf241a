import RedressDiagnostics
import RedressSyntax
import RedressValues

extension PolicyChecker {
  mutating func checkSplits() {
    for entry in outline.splits {
      owner = entry.node
      let syntax = entry.syntax
      var scope = Scope()
      let base = shares(syntax.ruling.base, &scope)
      let dates = dates(of: syntax.ruling, Scope()) { checker, branch in
        var inside = Scope()
        return checker.shares(branch, &inside)
      }
      var names = BranchNames()
      let exceptions = exceptions(syntax.ruling.exceptions, Scope(), &names) { checker, exception, scope in
        checker.shares(exception.value, &scope)
      }
      policy.splits.append(
        .init(
          name: syntax.name.text, label: plain(syntax.label),
          ruling: .init(
            base: base, dates, reasons: reasons(syntax.ruling.reasons, Scope()), span: syntax.ruling.baseSpan,
            exceptions: exceptions)))
    }
    owner = nil
  }

  private mutating func shares(_ syntax: SharesSyntax, _ scope: inout Scope) -> CheckedPolicy.Shares {
    var checked: [CheckedPolicy.Shares.Share] = []
    var seen: [Int: Name] = [:]
    var rest: Span?
    var weight: CheckedExpression?
    for share in syntax.shares {
      let party = self.party(share.party)
      if let party {
        if let first = seen[party] {
          report(.sense(.partyTwice(share.party, first: first.span)))
        } else {
          seen[party] = share.party
        }
      }
      switch share.portion {
      case .rest(let span):
        if syntax.isInProportion {
          report(.sense(.restInProportion(span)))
        } else if let rest {
          report(.sense(.restTwice(span, first: rest)))
        }
        rest = span
        checked.append(.init(party: party ?? 0, value: nil))
      case .value(let expression):
        let value = portion(expression, isInProportion: syntax.isInProportion, like: weight, &scope)
        if weight == nil { weight = value }
        checked.append(
          .init(party: party ?? 0, value: value ?? .placeholder(.quantity(.percent), expression.span)))
        if value == nil { hasPoisonedShare.insert(syntax.span) }
      }
    }
    return .init(isInProportion: syntax.isInProportion, shares: checked, span: syntax.span)
  }

  private mutating func portion(
    _ syntax: ExpressionSyntax, isInProportion: Bool, like first: CheckedExpression?, _ scope: inout Scope
  ) -> CheckedExpression? {
    let wanted: ValueType? = isInProportion ? first?.type : .quantity(.percent)
    guard let value = check(syntax, &scope, expecting: wanted), isAmount(value, syntax.span) else { return nil }
    guard let wanted else { return value }
    return fits(value, wanted, as: .share, at: first?.span) ? value : nil
  }
}
