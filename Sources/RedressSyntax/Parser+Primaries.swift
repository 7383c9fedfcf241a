import RedressDiagnostics

extension Parser {
  /// A value without operators outside brackets.
  mutating func parsePrimary() -> Operand {
    if let operand = operandInHand {
      operandInHand = nil
      return operand
    }
    let token = current
    switch token.kind {
    case .number, .percentage: return parseQuantityOperand()
    case .dateValue, .timeValue: return parseMoment()
    case .wholeText, .textStart: return parseTextOperand()
    case .leftParenthesis: return parseBracketed()
    case .word:
      guard let keyword = token.keyword, !keyword.isNameable else { return parseNamed() }
      return parseKeywordPrimary(keyword)
    default:
      fail(expected: .value)
      return missingOperand()
    }
  }

  @inline(never)
  private mutating func parseMoment() -> Operand {
    let token = advance()
    let place = span(of: token)
    guard !token.flags.contains(.isMalformed) else { return Operand(ExpressionSyntax(.missing, place)) }
    let text = string(of: token)
    return make(token.kind == .dateValue ? .date(text) : .time(text), from: place)
  }

  @inline(never)
  private mutating func parseTextOperand() -> Operand {
    let text = expectText()
    return make(.text(text), from: text.span)
  }

  @inline(never)
  private mutating func parseQuantityOperand() -> Operand {
    let start = currentSpan
    let quantity = parseQuantity()
    guard let quantity else { return Operand(ExpressionSyntax(.missing, span(from: start))) }
    return make(.quantity(quantity), from: start)
  }

  /// `(a + b)`, or `(RATE for every …)`.
  @inline(never)
  private mutating func parseBracketed() -> Operand {
    let start = span(of: advance())
    let inner = parseAmountOperand()
    expect(.rightParenthesis, ")")
    return make(.bracketed(inner.expression), from: start, above: inner.height)
  }

  /// `name`, or `name(a, b)`.
  @inline(never)
  private mutating func parseNamed() -> Operand {
    let name = name(of: advance())
    if isCurrencyCode(name.text), at(.number), !current.followsLineBreak { return parseAmountBehindCurrency(name) }
    let operand: Operand
    if at(.leftBracket) {
      fail(expected: .oneOf(["("]))
      return missingOperand()
    }
    if at(.leftParenthesis) {
      noteGlued()
      let values = parseList()
      operand = make(.call(name, values.map(\.expression)), from: name.span, above: values.height)
    } else {
      operand = make(.name(name), from: name.span)
    }
    return isAtDayAskedFor ? parseOnDay(operand) : operand
  }

  /// Whether `on` stands here and begins no clause: those begin a line.
  private var isAtDayAskedFor: Bool { at(.on) && !(current.followsLineBreak && clauses.contains(.on)) }

  /// `CNY 50`, which is written `50 CNY`.
  @inline(never)
  private mutating func parseAmountBehindCurrency(_ code: Name) -> Operand {
    reportCurrencyBefore(advance(), code)
    return Operand(ExpressionSyntax(.missing, span(from: code.span)))
  }

  /// Says that a currency stands behind its number.
  mutating func reportCurrencyBefore(_ number: Token, _ code: Name) {
    let place = code.span.through(span(of: number))
    report(.malformedNumber(string(place), suggestion: "\(string(of: number)) \(code.text)", place), at: place)
  }

  @inline(never)
  private mutating func parseKeywordPrimary(_ keyword: Keyword) -> Operand {
    let next = token(ahead: 1)
    switch (keyword, next.keyword) {
    case (.sum, .of?): return parseSum()
    case (.largest, .of?), (.smallest, .of?): return parseExtreme()
    case (.count, _) where opensBinder, (.any, _) where opensBinder: return parseBinder(keyword)
    case (.whole, .months?), (.whole, .years?), (.started, .months?), (.started, .years?): return parseElapsed()
    case (.weekday, .of?), (.date, .of?): return parsePartOfDate()
    case (.share, .of?): return parseShareOf()
    case (.assessed, .of?), (.claimed, .of?), (.payable, .of?): return parseItemAmount(keyword)
    case (.total, .of?), (.total, .to?): return parseTotal()
    case (.accrued, _) where [.word, .number, .percentage].contains(next.kind): return parseAccrued()
    case (.business, .days?): return parseBusinessDays()
    case (.position, .of?): return parsePosition()
    default: break
    }
    let form: ExpressionSyntax.Form
    switch keyword {
    case .yes: form = .yesNo(true)
    case .no: form = .yesNo(false)
    case .it: form = .it
    case .otherwise: form = .otherwise
    default:
      guard isAnyWordHere else {
        fail(expected: keyword.openingOfValue.map { .oneOf($0) } ?? .value)
        return missingOperand()
      }
      form = .name(name(of: current))
    }
    let start = span(of: advance())
    return make(form, from: start)
  }

  /// Whether a keyword stands where a word of a kind may, and does not look like the clause it opens elsewhere.
  private var isAnyWordHere: Bool {
    guard position == anyWordPosition, !current.followsLineBreak else { return false }
    let next = token(ahead: 1)
    switch next.kind {
    case .wholeText, .textStart, .number, .percentage, .dateValue, .timeValue: return false
    case .word: return next.followsLineBreak || next.keyword.map { !$0.isNameable } ?? false
    default: return true
    }
  }

  /// Whether `count` or `any` is followed by `lot in`.
  private var opensBinder: Bool {
    token(ahead: 1).kind == .word && token(ahead: 2).keyword == .in
  }

  // MARK: Splits, items and totals

  /// `share of carrier in damage_liability`.
  @inline(never)
  private mutating func parseShareOf() -> Operand {
    let start = span(of: advance())
    advance()
    let party = expectName(.partyOf)
    expect(.in)
    let split = expectName(.splitOf)
    guard !party.isMissing, !split.isMissing else { return missingOperand() }
    return make(.shareOf(party: party, split: split), from: start)
  }

  /// `assessed of repair`.
  @inline(never)
  private mutating func parseItemAmount(_ keyword: Keyword) -> Operand {
    let start = span(of: advance())
    advance()
    let item = expectName(.itemOf)
    guard !item.isMissing else { return missingOperand() }
    let amount: ExpressionSyntax.ItemAmount
    switch keyword {
    case .assessed: amount = .assessed
    case .claimed: amount = .claimed
    default: amount = .payable
    }
    return make(.itemAmount(amount, item), from: start)
  }

  /// `total of goodwill`, `total to shipper`.
  @inline(never)
  private mutating func parseTotal() -> Operand {
    let start = span(of: advance())
    if advance().keyword == .to {
      let party = expectName(.partyOf)
      return party.isMissing ? missingOperand() : make(.totalTo(party), from: start)
    }
    guard let name = parseClass() else { return missingOperand() }
    return make(.totalOf(name), from: start)
  }

  /// One of the class words; nothing, with a problem, for another.
  @inline(never)
  mutating func parseClass() -> Name? {
    let token = current
    if token.keyword?.isClass == true { return name(of: advance()) }
    guard token.kind == .word, token.keyword == nil || !token.followsLineBreak else {
      fail(expected: .name(.classWord))
      return nil
    }
    let classes = Keyword.allCases.filter(\.isClass).map(\.rawValue)
    let word = string(of: token)
    report(.unknownClass(word, near: nearest(to: word, among: classes), currentSpan), at: currentSpan)
    advance()
    return nil
  }
}

extension Keyword {
  /// How a value begins that this word opens together with others; nil where it opens none.
  fileprivate var openingOfValue: [String]? {
    switch self {
    case .position: ["position of"]
    case .whole: ["whole months", "whole years"]
    case .started: ["started months", "started years"]
    case .weekday: ["weekday of"]
    default: nil
    }
  }
}
