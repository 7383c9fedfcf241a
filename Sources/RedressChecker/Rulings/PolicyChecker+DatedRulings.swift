import RedressDiagnostics
import RedressSyntax
import RedressValues

/// What makes a ruling depend on a day.
struct RulingDates<Base: Sendable> {
  var from: CivilDate?
  var later: [CheckedPolicy.DatedBranch<Base>] = []
  var datedBy: CheckedExpression?
}

extension CheckedPolicy.Ruling {
  init(
    base: Base, _ dates: RulingDates<Base>, reasons: CheckedReasons, span: Span,
    exceptions: [CheckedPolicy.Exception<Value>]
  ) {
    self.init(base: base, reasons: reasons, span: span, exceptions: exceptions)
    from = dates.from
    later = dates.later
    datedBy = dates.datedBy
  }
}

extension PolicyChecker {
  /// The days of a ruling's branches, and its branches behind the first. `scope` is the place of their reasons.
  mutating func dates<Base, Exception, Checked>(
    of ruling: RulingSyntax<Base, Exception>, _ scope: Scope, _ check: (inout PolicyChecker, Base) -> Checked
  ) -> RulingDates<Checked> {
    var dates = RulingDates<Checked>()
    var latest: (day: CivilDate, name: Name)?
    if let from = ruling.from, let day = date(from) {
      dates.from = day
      latest = (day, from)
    }
    for branch in ruling.later {
      let base = check(&self, branch.base)
      let reasons = reasons(branch.reasons, scope)
      guard let day = date(branch.from) else { continue }
      if let latest, day <= latest.day {
        report(.dating(.outOfOrder(branch.from, after: latest.name)))
        misorderedAfter.insert(latest.name.span)
        continue
      }
      latest = (day, branch.from)
      dates.later.append(.init(from: day, base: base, reasons: reasons, span: branch.from.span))
    }
    guard let name = ruling.datedBy else { return dates }
    // The parser refuses it where no branch has a date; what it names is read all the same.
    let day = day(named: name)
    if ruling.from != nil || !ruling.later.isEmpty { dates.datedBy = day }
    return dates
  }

  /// A day as written; reports where the calendar has none.
  mutating func date(_ text: Name) -> CivilDate? {
    guard let date = CivilDate(text.text) else {
      report(.typing(.impossibleDate(text.span, text.text)))
      return nil
    }
    return date
  }

  /// The fact or the definition that branches are dated by, as a day.
  private mutating func day(named name: Name) -> CheckedExpression? {
    var scope = Scope()
    return check(ExpressionSyntax(.name(name), name.span), &scope).flatMap { day($0) }
  }

  /// Where the answer is dated from the first branch on, and the policy is in force before that day.
  func daysWithoutValue(_ reached: [Bool]) -> [CheckProblem] {
    var result: [CheckProblem] = []
    func add(_ from: CivilDate?, _ written: Name?, _ datedBy: CheckedExpression?, _ name: Name, _ node: Int) {
      guard let from, let written, reached[node], CivilDate(written.text) == from, !isKnown(from: from, datedBy),
        !misorderedAfter.contains(written.span)
      else { return }
      let fact: String? =
        if case .fact(let fact)? = datedBy?.withoutDay.form { policy.facts[fact].name } else { nil }
      result.append(.dating(.nothingKnownBefore(written, of: name, datedBy: fact)))
    }
    // Where something could not be read, the checked rulings are not those written.
    for (ruling, entry) in zip(policy.definitions.map(\.ruling), outline.definitions) {
      add(ruling.from, entry.syntax.ruling.from, ruling.datedBy, entry.syntax.name, entry.node)
    }
    for (ruling, entry) in zip(policy.splits.map(\.ruling), outline.splits) {
      add(ruling.from, entry.syntax.ruling.from, ruling.datedBy, entry.syntax.name, entry.node)
    }
    for (ruling, entry) in zip(policy.deadlines.map(\.ruling), outline.deadlines) {
      add(ruling.from, entry.syntax.ruling.from, ruling.datedBy, entry.syntax.name, entry.node)
    }
    for (table, entry) in zip(policy.tables, outline.tables) {
      guard case .rows(let editions) = entry.syntax.content else { continue }
      add(table.editions.first?.from, editions.first?.from, nil, entry.syntax.name, entry.node)
    }
    return result
  }

  /// Whether no earlier day can be asked for: the policy is not in force by then, or the fact it is dated by is bounded.
  private func isKnown(from day: CivilDate, _ datedBy: CheckedExpression?) -> Bool {
    let fact: Int?
    switch datedBy?.withoutDay.form {
    case nil: fact = policy.datedBy
    case .fact(let other)?: fact = other
    default: fact = nil
    }
    if datedBy == nil || (fact != nil && fact == policy.datedBy), let start = policy.inForceFrom, start >= day {
      return true
    }
    guard let fact, let lower = policy.facts[fact].bounds?.lower else { return false }
    let isTime = policy.facts[fact].type == .time
    return lower >= Rational(isTime ? CivilTime(day).minuteNumber : Int(day.dayNumber))
  }
}

extension CheckedExpression {
  /// The time itself, where this is a time's day.
  fileprivate var withoutDay: CheckedExpression {
    if case .dateOf(let inner) = form { return inner }
    return self
  }
}
