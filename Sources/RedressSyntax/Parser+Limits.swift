import RedressDiagnostics

extension Parser {
  /// `limit carriage_limit "…" on compensation for each p in passengers at most …`.
  mutating func parseLimit() -> LimitSyntax? {
    setClauses([.on, .for] + RulingClauses.exceptions + RulingClauses.steps)
    expectedClauses = [.on]
    let before = problems.count
    let name = expectName(.limit)
    let label = expectText()
    rejectConditionsBeforeTargets()
    let targets = parseTargets(of: "limit", name, since: before)
    expectedClauses = [.for] + RulingClauses.steps.filter { $0 != .borne }
    var loop: LoopSyntax?
    if nextClause() == .for {
      let place = span(of: advance())
      expect(.each)
      loop = parseLoop(from: place, in: .limit).syntax
    }
    expectedClauses.removeFirst()
    let beforeSteps = problems.count
    var steps: [StepSyntax] = []
    while let clause = nextClause() {
      if RulingClauses.steps.contains(clause) {
        if let step = parseStep(in: .limit) { steps.append(step) }
        expectedClauses = RulingClauses.behindBase.filter { $0 != .borne } + [.only]
      } else {
        rejectClause(clause)
      }
    }
    if steps.isEmpty, !hasProblems(since: min(before, beforeSteps)) {
      report(.incomplete(.limitWithoutStep(name.text), name.span), at: name.span)
    }
    guard !name.isMissing, loop?.lacksName != true else { return nil }
    return LimitSyntax(name: name, label: label, targets: targets, loop: loop, steps: steps)
  }

  /// `lift intent "…" on mass_limit, delay.at_most when … because "…"`.
  mutating func parseLift() -> LiftSyntax? {
    setClauses([.on] + RulingClauses.exceptions)
    expectedClauses = [.on]
    let before = problems.count
    let name = expectName(.lift)
    let label = expectText()
    var branches: [[Name]] = []
    if nextClause() == .on {
      advance()
      repeat { branches.append(parseLifted()) } while accept(.comma) != nil
      branches.removeAll { $0.contains(where: \.isMissing) }
    } else if !hasProblems(since: before) {
      report(.incomplete(.liftWithoutBranches(name.text), name.span), at: name.span)
    }
    expectedClauses = [.when]
    let beforeCondition = problems.count
    var condition: ExpressionSyntax?
    if nextClause() == .when {
      advance()
      condition = parseExpression()
    } else if !hasProblems(since: beforeCondition) {
      report(.incomplete(.conditionalWithoutCondition(name.text), name.span), at: name.span)
    }
    let reasons = parseReasonsToEnd()
    guard !name.isMissing else { return nil }
    return LiftSyntax(
      name: name, label: label, branches: branches, condition: condition ?? ExpressionSyntax(.missing, name.span),
      reasons: reasons)
  }

  /// `mass_limit`, or `delay.at_most`.
  private mutating func parseLifted() -> [Name] {
    if at(.all) || current.keyword?.isClass == true {
      reportUnexpected(.name(.lifted))
      advance()
      return [Name("", currentSpan)]
    }
    var names = [expectName(.lifted)]
    if accept(.period) != nil {
      names.append(expectWord(.stepOf))
    } else if let item = names.first, !item.isMissing, let step = parseStepInWords(of: item) {
      names.append(step)
    }
    return names
  }

  /// `delay at most` for `delay.at_most`.
  private mutating func parseStepInWords(of item: Name) -> Name? {
    let count: Int
    switch (current.keyword, token(ahead: 1).keyword) {
    case (.at, .most), (.at, .least), (.nothing, .under): count = 2
    case (.less, _), (.plus, _), (.times, _): count = 1
    default: return nil
    }
    guard !current.followsLineBreak else { return nil }
    let start = currentSpan
    for _ in 0..<count { advance() }
    let words = span(from: start)
    let name = string(words).split(separator: " ").joined(separator: "_")
    let place = item.span.through(words)
    report(.unexpected(.piece(string(place)), .oneOf(["\(item.text).\(name)"]), place), at: place)
    return Name(name, words)
  }

  /// Reasons, and no clause behind them.
  private mutating func parseReasonsToEnd() -> ReasonsSyntax {
    expectedClauses = RulingClauses.reasons
    let reasons = parseReasons()
    while let clause = nextClause() { rejectClause(clause) }
    return reasons
  }

  /// `apply excess then carriage_limit because "…"`.
  mutating func parseApply(_ keyword: Span) -> ApplySyntax? {
    setClauses(RulingClauses.reasons)
    let before = problems.count
    var limits = [expectName(.limitOf)]
    while acceptThen() { limits.append(expectName(.limitOf)) }
    if limits.count < 2, let first = limits.first, !hasProblems(since: before) {
      report(.incomplete(.applyWithOne(first.text), first.span), at: first.span)
    }
    let head = span(from: keyword)
    let reasons = parseReasonsToEnd()
    requireReason(reasons, for: .apply, at: head, since: before)
    limits.removeAll(where: \.isMissing)
    return limits.count < 2 ? nil : ApplySyntax(keyword: keyword, limits: limits, reasons: reasons)
  }

  /// `then`, or what was written for it.
  private mutating func acceptThen() -> Bool {
    if accept(.then) != nil { return true }
    let isWord = at(.word) && !current.followsLineBreak && (current.keyword?.isNameable ?? true)
    if isWord, token(ahead: 1).kind == .word, token(ahead: 1).keyword == nil,
      nearest(to: string(of: current), among: ["then"]) != nil
    {
      reportMisspelling(of: .then)
      advance()
      return true
    }
    guard isWord || at(.comma) || at(.and) || at(.before) else { return false }
    reportUnexpected(.oneOf(["then"]))
    if !isWord { advance() }
    _ = accept(.then)
    return true
  }

  // MARK: Recourse

  /// `recover packing_fault "…" on repair from packer 30% when … because "…"` with exceptions and steps.
  mutating func parseRecourse() -> RecourseSyntax? {
    setClauses([.on, .from] + RulingClauses.exceptions + RulingClauses.steps)
    expectedClauses = [.on]
    let before = problems.count
    let name = expectName(.recourse)
    let label = expectText()
    rejectConditionsBeforeTargets()
    let targets = parseTargets(of: "recourse", name, since: before)
    expectedClauses = [.from]
    let source = parseRecourseBase(name, since: problems.count)
    expectedClauses = RulingClauses.behindBase.filter { $0 != .borne }
    var exceptions: [ExceptionSyntax<ExpressionSyntax>] = []
    var steps: [StepSyntax] = []
    while let clause = nextClause() {
      if clause == .except {
        exceptions += parseExceptions { $0.parseExpression() }
      } else if RulingClauses.steps.contains(clause) {
        if let step = parseStep(in: .recourse) { steps.append(step) }
      } else {
        rejectClause(clause)
      }
    }
    guard let source, !name.isMissing, !source.party.isMissing else { return nil }
    return RecourseSyntax(
      name: name, label: label, targets: targets, party: source.party, condition: source.condition,
      ruling: source.base.ruling(exceptions), steps: steps)
  }

  /// `from packer 30% when …` with its reasons.
  private mutating func parseRecourseBase(
    _ name: Name, since before: Int
  ) -> (party: Name, base: BaseSyntax<ExpressionSyntax>, condition: ExpressionSyntax?)? {
    guard nextClause() == .from else {
      if !hasProblems(since: before) {
        report(.incomplete(.recourseWithoutParty(name.text), name.span), at: name.span)
      }
      while let clause = nextClause(), clause == .when || RulingClauses.reasons.contains(clause) {
        skip()
        beginRecovery()
      }
      return nil
    }
    let start = problems.count
    let place = span(of: advance())
    let party = expectName(.partyOf)
    expectedClauses = [.when] + RulingClauses.behindBase.filter { $0 != .borne }
    let value = parseExpression()
    let head = span(from: place)
    var condition: ExpressionSyntax?
    if nextClause() == .when {
      advance()
      condition = parseExpression()
    }
    expectedClauses.removeFirst()
    let reasons = parseReasons()
    requireReason(reasons, for: .recourse, at: head, since: start)
    return (party, BaseSyntax(value: value, span: place, from: nil, reasons: reasons), condition)
  }

  // MARK: Targets

  /// A limit has no condition of its own, and that of a recourse stands behind its share.
  private mutating func rejectConditionsBeforeTargets() {
    if nextClause() == .when { rejectClause(.when, .behindStep) }
  }

  /// `on compensation, repair`: what a bar, a limit or a recourse reaches.
  mutating func parseTargets(of declaration: String, _ name: Name, since before: Int) -> [TargetSyntax] {
    if nextClause() == .for, token(ahead: 1).keyword != .each {
      report(.unexpected(found(current), .oneOf(["on"]), currentSpan), at: currentSpan)
      correct(to: .on)
    }
    guard nextClause() == .on else {
      if !hasProblems(since: before) {
        report(.incomplete(.withoutTargets(declaration, name.text), name.span), at: name.span)
      }
      return []
    }
    advance()
    var targets: [TargetSyntax] = []
    repeat {
      if at(.all) {
        targets.append(.all(span(of: advance())))
      } else if current.keyword?.isClass == true {
        targets.append(.name(self.name(of: advance())))
      } else {
        let name = expectName(.target)
        if !name.isMissing { targets.append(.name(name)) }
      }
    } while accept(.comma) != nil
    return targets
  }
}
