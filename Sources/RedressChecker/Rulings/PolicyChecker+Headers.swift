import RedressDiagnostics
import RedressSyntax
import RedressValues

extension PolicyChecker {
  /// The headers: the policy's own, and of the policies it uses those that it leaves unsaid.
  mutating func checkHeaders() {
    policy.label = plain(outline.policy.label)
    checkCurrency()
    checkRounding()
    checkInForce()
  }

  private mutating func checkCurrency() {
    var first: (place: Span, currency: Currency)?
    var isKnown = true
    for source in [outline.policy] + outline.used {
      for header in source.headers {
        let (place, currency): (Span, Currency?)
        switch header {
        case .currency(let code):
          (place, currency) = (code.span, Currency.named(code.text))
          // A code that could not be read is reported already.
          if currency == nil, !code.isMissing {
            report(.declaring(.unknownCurrency(code, suggestion: Self.currency(near: code.text))))
          }
        case .currencyOfCase(let span): (place, currency) = (span, .ofTheCase)
        default: continue
        }
        guard let currency else {
          isKnown = false
          continue
        }
        if let first {
          if first.currency != currency { report(.declaring(.headersDiffer(.currency, place, first.place))) }
        } else {
          first = (place, currency)
        }
      }
    }
    if let currency = first?.currency ?? fallbackCurrency {
      policy.currency = currency
      money = currency == .ofTheCase ? .ofTheCase : Unit.currency(currency.code)
    } else if !isKnown {
      // Reported; whatever speaks of money stays silent.
      isCurrencyMissed = true
    } else if !outline.items.isEmpty {
      _ = moneyUnit(at: outline.policy.name.span)
    }
  }

  /// The code that was probably meant; what everybody calls the yuan is not the code nearest to it in letters.
  private static func currency(near word: String) -> String? {
    ["RMB", "YUAN", "CNH"].contains(word.uppercased()) ? "CNY" : nearest(to: word, among: Currency.codes)
  }

  private mutating func checkRounding() {
    func modes(_ source: PolicySyntax) -> [RoundingSyntax] {
      source.headers.compactMap { header in
        if case .rounding(let rounding) = header { return rounding }
        return nil
      }
    }
    if let own = modes(outline.policy).first {
      policy.rounding = roundingMode(own)
      return
    }
    let inherited = outline.used.flatMap { modes($0) }
    guard let first = inherited.first else { return }
    policy.rounding = roundingMode(first)
    for other in inherited where other.mode != first.mode {
      report(.declaring(.headersDiffer(.rounding, other.span, first.span)))
    }
  }

  private mutating func checkInForce() {
    for case .inForce(let from, let until, let span) in outline.policy.headers {
      let start = date(from)
      policy.inForceFrom = start
      guard let until, let end = date(until) else { continue }
      policy.inForceUntil = end
      if let start, end < start { report(.declaring(.inForceReversed(span, from: from.text, until: until.text))) }
    }
  }

  /// `dated by`: a fact that is a date or a time.
  mutating func checkDates() {
    func names(_ source: PolicySyntax) -> [Name] {
      source.headers.compactMap { header in
        if case .datedBy(let name) = header { return name }
        return nil
      }
    }
    let own = names(outline.policy)
    let inherited = outline.used.flatMap { names($0) }
    owner = nil
    guard let name = own.first ?? inherited.first else { return }
    if own.isEmpty {
      for other in inherited where other.text != name.text {
        report(.declaring(.headersDiffer(.datedBy, other.span, name.span)))
      }
    }
    guard case .fact(let fact)? = entity(name, .fact) else { return }
    noteRead(of: outline.facts[fact].node)
    guard let type = factTypes[fact] else { return }
    guard type == .date || type == .time else {
      report(
        .typing(.wrongType(name.span, found: described(type), expected: .dateOrTime, outline.place(of: name.text))))
      return
    }
    policy.datedBy = fact
  }
}

extension Unit {
  /// Money under `currency of the case`.
  static let ofTheCase = Unit(
    components: [
      Component(base: .currency(Currency.ofTheCase.code), power: 1, symbol: Currency.ofTheCase.code, scale: .one)
    ], isPercent: false)
}
