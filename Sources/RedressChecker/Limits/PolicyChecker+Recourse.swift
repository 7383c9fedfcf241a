import RedressDiagnostics
import RedressSyntax
import RedressValues

extension PolicyChecker {
  /// What may be claimed back from others.
  mutating func checkRecourses() {
    for entry in outline.recourses {
      owner = entry.node
      let name = entry.syntax.name
      let items = targets(entry.syntax.targets, isOwn: entry.isOwn) { .limiting(.emptyClass($0, of: name, .recourse)) }
      // Recourse of a used policy for classes that this one does not have asks for nothing.
      if entry.isOwn || !items.isEmpty || outline.items.isEmpty { roots.append(entry.node) }
      policy.recourses.append(recourse(entry.syntax, items))
    }
    owner = nil
  }

  private mutating func recourse(_ syntax: RecourseSyntax, _ items: [Int]) -> CheckedPolicy.Recourse {
    let party = party(syntax.party)
    if let party { checkParty(party, syntax, items) }
    var whenScope = Scope()
    whenScope.allowsOptional = true
    let condition = syntax.condition.map { self.condition($0, &whenScope) ?? .placeholder(.yesOrNo, $0.span) }
    var scope = Scope()
    scope.guarded = Set(whenScope.optionalReads).union(condition?.showsStated ?? [])
    let percent: ValueType = .quantity(.percent)
    var baseScope = scope.fresh()
    let base = part(syntax.ruling.base, &baseScope)
    var names = BranchNames()
    var exceptionScope = scope
    exceptionScope.otherwise = .type(percent)
    let exceptions = exceptions(syntax.ruling.exceptions, exceptionScope, &names) { checker, exception, scope in
      checker.part(exception.value, &scope)
    }
    let target = StepTarget(type: money.map { .quantity($0) }, place: syntax.name.span, role: .linesOfPolicy)
    let steps = steps(syntax.steps, of: target, scope, &names)
    return .init(
      name: syntax.name.text, label: text(syntax.label, scope) ?? CheckedText([], syntax.label.span), items: items,
      party: party ?? 0, condition: condition, optionalReads: whenScope.optionalReads,
      ruling: .init(
        base: base, reasons: reasons(syntax.ruling.reasons, scope), span: syntax.ruling.baseSpan, exceptions: exceptions
      ),
      steps: steps, span: syntax.name.span)
  }

  /// A percentage of what is payable.
  private mutating func part(_ syntax: ExpressionSyntax, _ scope: inout Scope) -> CheckedExpression {
    let percent: ValueType = .quantity(.percent)
    guard let value = check(syntax, &scope, expecting: percent), fits(value, percent, as: .recourse) else {
      return .placeholder(percent, syntax.span)
    }
    return value
  }

  /// Nobody takes recourse against himself, nor against a party that bears its share of the same item already.
  private mutating func checkParty(_ party: Int, _ syntax: RecourseSyntax, _ items: [Int]) {
    if case .us? = outline.parties[party].syntax.role {
      report(.limiting(.recourseAgainstUs(syntax.party, recourse: syntax.name)))
      return
    }
    for item in items {
      for step in outline.items[item].syntax.steps {
        guard case .borneBy(let name) = step.form, case .split(let split)? = outline.entities[name.text],
          let share = share(of: syntax.party.text, in: outline.splits[split].syntax)
        else { continue }
        report(
          .limiting(
            .recourseAgainstBearer(syntax.party, item: outline.items[item].syntax.name, split: name.text, share: share))
        )
        return
      }
    }
  }

  /// The place where a split gives a party a share; `packer 0%` is none.
  private func share(of party: String, in split: SplitSyntax) -> Span? {
    let all = [split.ruling.base] + split.ruling.later.map(\.base) + split.ruling.exceptions.map(\.value)
    for share in all.flatMap(\.shares) where share.party.text == party {
      if case .value(let value) = share.portion, value.isNothing { continue }
      return share.party.span
    }
    return nil
  }

  // MARK: Who may decide

  /// The levels of authority, each with what it covers of a sum.
  mutating func checkAuthorities() {
    for entry in outline.authorities {
      owner = entry.node
      roots.append(entry.node)
      policy.authorities.append(authority(entry.syntax))
    }
    owner = nil
  }

  private mutating func authority(_ syntax: AuthoritySyntax) -> CheckedPolicy.Authority {
    var scope = Scope()
    scope.allowsTotals = true
    var sumScope = scope
    var sum = check(syntax.sum, &sumScope)
    if let value = sum, !isAmount(value, syntax.sum.span) { sum = nil }
    var seen: [String: Span] = [:]
    let levels = syntax.levels.map { level in
      if let first = seen[level.name.text] {
        report(.naming(.doubled(level.name, first: first)))
      } else {
        seen[level.name.text] = level.name.span
      }
      // Where the sum is poison, nothing is known of what the cells must be.
      var covered: TableCell?
      if let sum {
        covered = cell(level.cell, CellPlace(type: sum.type, isWhole: false, place: syntax.sum.span))
      }
      return CheckedPolicy.Authority.Level(
        name: level.name.text, label: text(level.label, scope), cell: covered ?? .any,
        reasons: reasons(level.reasons, scope), span: level.name.span)
    }
    return .init(
      sum: sum ?? .placeholder(.quantity(.number), syntax.sum.span), optionalReads: [], levels: levels,
      span: syntax.keyword)
  }
}

extension ExpressionSyntax {
  /// Whether it is the literal 0, or 0%.
  fileprivate var isNothing: Bool {
    guard case .quantity(let quantity) = withoutBrackets.form else { return false }
    return quantity.number.text.allSatisfy { $0 == "0" || $0 == "." || $0 == "_" }
  }
}
