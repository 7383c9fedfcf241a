import RedressDiagnostics

extension Parser {
  /// `item repair "Repair"` with everything that stands under it.
  mutating func parseItem() -> ItemSyntax? {
    setClauses(
      [.as, .for, .payee, .owed, .pay, .give, .share, .discretion] + RulingClauses.exceptions + RulingClauses.steps)
    let before = problems.count
    let name = expectName(.item)
    let label = expectText()
    let header = parseItemHeader()
    let payment = parsePaymentClause(of: name, since: before)
    expectedClauses = RulingClauses.behindBase

    var exceptions: [ExceptionSyntax<PaymentSyntax>] = []
    var steps: [StepSyntax] = []
    while let clause = nextClause() {
      if clause == .except {
        exceptions += parseExceptions { $0.parsePaymentException() }
      } else if RulingClauses.steps.contains(clause) {
        if let step = parseStep(in: .item) { steps.append(step) }
      } else if clause == .discretion {
        rejectDiscretion(payment == nil ? .behindPayment : .beforeReasons)
      } else {
        rejectItemClause(clause, payment?.span)
      }
    }
    guard let payment, !name.isMissing, header.loop?.lacksName != true else { return nil }
    let ruling = RulingSyntax(
      base: payment.value, baseSpan: payment.span, reasons: payment.reasons, exceptions: exceptions)
    return ItemSyntax(
      name: name, label: label, classWord: header.classWord, loop: header.loop, condition: header.condition,
      payee: header.payee, owedBy: header.owedBy, ruling: ruling, steps: steps)
  }

  private mutating func rejectItemClause(_ clause: Keyword, _ payment: Span?) {
    switch clause {
    case .as, .for, .when, .payee, .owed: rejectClause(clause, .beforePayment)
    case .pay, .give, .share:
      if let payment {
        report(.repeatedClause(clause.rawValue, first: payment, currentSpan), at: currentSpan)
      }
      skip()
      beginRecovery()
      skipReasons()
    default: rejectClause(clause)
    }
  }

  /// What stands between the label of an item and its payment.
  private struct ItemHeader {
    var classWord: Name?
    var loop: LoopSyntax?
    var condition: ExpressionSyntax?
    var payee: Name?
    var owedBy: TextSyntax?
  }

  private mutating func parseItemHeader() -> ItemHeader {
    expectedClauses = [.as, .for, .when, .payee, .owed, .pay, .give]
    var header = ItemHeader()
    var seen: [Keyword: Span] = [:]
    while let clause = nextClause(), [.as, .for, .when, .payee, .owed].contains(clause) {
      noteClause(clause, in: &seen)
      let place = span(of: advance())
      switch clause {
      case .as: header.classWord = parseClass()
      case .for:
        expect(.each)
        let loop = parseLoop(from: place, in: .item)
        header.loop = loop.syntax
      case .when: header.condition = parseExpression()
      case .payee:
        let payee = expectName(.payee)
        header.payee = payee.isMissing ? nil : payee
      default:
        expect(.by)
        header.owedBy = expectText()
      }
    }
    return header
  }

  /// The payment with its reasons.
  private mutating func parsePaymentClause(
    of name: Name, since before: Int
  ) -> (value: PaymentSyntax, span: Span, reasons: ReasonsSyntax)? {
    let start = problems.count
    var clause = nextClause()
    if let early = clause, RulingClauses.reasons.contains(early) || RulingClauses.steps.contains(early) {
      let place = currentSpan
      skipToPayment()
      clause = nextClause()
      if clause == .pay || clause == .give {
        let spelling = early.clauseSpellings.first ?? early.rawValue
        report(.misplacedClause(spelling, .behindPayment, place), at: place)
      }
    }
    let place = currentSpan
    switch clause {
    case .pay?, .give?, .share?:
      expectedClauses = (clause == .give ? [] : [.by, .discretion]) + RulingClauses.behindBase
      let value = parsePayment()
      let head = span(from: place)
      if at(.discretion) { rejectDiscretion(.notWithGive) }
      let reasons = parseReasons()
      requireReason(reasons, for: reasonedPayment, at: head, since: start)
      return value.map { ($0, place, reasons) }
    case .discretion?:
      rejectDiscretion(.behindPayment)
      _ = parseReasons()
    default:
      if !hasProblems(since: before) {
        report(.incomplete(.itemWithoutPayment(name.text), name.span), at: name.span)
      }
      skipReasons()
    }
    return nil
  }

  /// Moves over reasons and steps that stand before the payment they belong to.
  private mutating func skipToPayment() {
    while let clause = nextClause(), RulingClauses.reasons.contains(clause) || RulingClauses.steps.contains(clause) {
      skip()
      beginRecovery()
    }
  }

  /// The payment, as what must give a reason: with the step that stands right behind it, if one does.
  private var reasonedPayment: SyntaxProblem.Reasoned {
    guard let keyword = current.keyword, RulingClauses.steps.contains(keyword), !current.followsLineBreak else {
      return .payment
    }
    let second = keyword == .at ? token(ahead: 1).keyword.map { " \($0.rawValue)" } : nil
    return .paymentBeforeStep(keyword.rawValue + (second ?? ""))
  }

  // MARK: Bars

  /// `bar late_notice "Notified too late" on compensation when …`.
  mutating func parseBar() -> BarSyntax? {
    setClauses([.on] + RulingClauses.exceptions)
    expectedClauses = [.on]
    let before = problems.count
    let name = expectName(.bar)
    let label = expectText()
    let targets = parseTargets(of: "bar", name, since: before)
    expectedClauses = [.when]
    let beforeGrounds = problems.count
    var grounds: [BarSyntax.Ground] = []
    while nextClause() == .when { grounds.append(parseGround()) }
    if grounds.isEmpty, !hasProblems(since: beforeGrounds) {
      report(.incomplete(.barWithoutGround(name.text), name.span), at: name.span)
    }
    let exceptions = parseOnlyExceptions { $0.parseBarException() }
    guard !name.text.isEmpty else { return nil }
    return BarSyntax(name: name, label: label, targets: targets, grounds: grounds, exceptions: exceptions)
  }

  private mutating func parseGround() -> BarSyntax.Ground {
    let before = problems.count
    let keyword = span(of: advance())
    let condition = parseExpression()
    let head = span(from: keyword)
    let reasons = parseReasons()
    requireReason(reasons, for: .ground, at: head, since: before)
    return BarSyntax.Ground(condition: condition, reasons: reasons, keyword: keyword)
  }

  private mutating func parseBarException() -> StepExceptionSyntax? {
    correctMisspeltValue(.waived)
    if at(.waived) { return .waived(span(of: advance())) }
    let start = currentSpan
    let value = parseAmount()
    guard !isRecovering else { return nil }
    report(.waiving(.barHasNoValue, value.span), at: start)
    return nil
  }
}
