import RedressDiagnostics

extension Parser {
  /// `pay AMOUNT by REMEDY`, `share AMOUNT in proportion to WEIGHT`, `give apology`, `give right "…"`.
  mutating func parsePayment() -> PaymentSyntax? {
    let keyword = advance().keyword
    if keyword == .give {
      if at(.apology) { return .apology(span(of: advance())) }
      if accept(.right) != nil { return .right(expectText()) }
      fail(expected: .oneOf(["apology", "right"]))
      return nil
    }
    let amount = keyword == .share ? parseExpression() : parseAmount()
    let weight = keyword == .share ? parseWeight() : nil
    var remedy: Name?
    if accept(.by) != nil { remedy = expectName(.remedy) }
    if remedy?.isMissing == true { remedy = nil }
    let discretion = at(.discretion) ? parseDiscretion() : nil
    guard let weight else { return .pay(amount, by: remedy, discretion) }
    return .share(amount, weight: weight, by: remedy, discretion)
  }

  /// `in proportion to WEIGHT`.
  private mutating func parseWeight() -> ExpressionSyntax {
    if at(.in, .proportion) {
      advance()
      advance()
      expect(.to)
    } else {
      fail(expected: .oneOf(["in proportion to"]))
    }
    return parseExpression()
  }

  /// `discretion 0 to 5_000 CNY`; the word stands here.
  private mutating func parseDiscretion() -> DiscretionSyntax? {
    let start = span(of: advance())
    if at(.up, .to) {
      let place = currentSpan.through(span(of: token(ahead: 1)))
      report(.unexpected(.piece("up to"), .oneOf(["0 to"]), place), at: place)
      advance()
    } else if !isRecovering, reportUnclearEdge(in: .discretion) {
      beginRecovery()
      return nil
    } else {
      let lower = parseExpression()
      if accept(.to) != nil {
        let upper = parseExpression()
        return isRecovering ? nil : DiscretionSyntax(lower: lower, upper: upper, span: span(from: start))
      }
      fail(expected: .oneOf(["to"]))
      return nil
    }
    advance()
    _ = parseExpression()
    return nil
  }

  /// Says that a discretion cannot stand here, and reads over it.
  mutating func rejectDiscretion(_ misplacement: SyntaxProblem.Misplacement) {
    report(.misplacedClause("discretion", misplacement, currentSpan), at: currentSpan)
    _ = parseDiscretion()
  }

  /// What an exception of an item says: a payment, an amount, or `nothing`.
  mutating func parsePaymentException() -> PaymentSyntax? {
    correctMisspeltValue(.nothing)
    if at(.nothing) { return .nothing(span(of: advance())) }
    if at(.waived) {
      report(.waiving(.nothingToWaive, currentSpan), at: currentSpan)
      return .nothing(span(of: advance()))
    }
    if at(.pay) || at(.give) || at(.share) && token(ahead: 1).keyword != .of {
      let payment = parsePayment()
      if at(.discretion) { rejectDiscretion(.notWithGive) }
      return payment
    }
    let amount = parseAmount()
    if at(.discretion) { rejectDiscretion(.onlyWithPay) }
    return .pay(amount, by: nil, nil)
  }
}
