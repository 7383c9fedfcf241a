import RedressDiagnostics

extension Parser {
  /// An expression, or `RATE for every PERIOD of QUANTITY, part …`.
  mutating func parseAmount() -> ExpressionSyntax {
    if depth == 0 { isTooHighReported = false }
    let operand = parseAmountOperand()
    return whole(operand)
  }

  mutating func parseAmountOperand() -> Operand {
    let rate = parseOperand()
    return at(.for, .every) || isAtPeriodOfEach ? parseForEvery(rate) : rate
  }

  @inline(never)
  private mutating func parseForEvery(_ rate: Operand) -> Operand {
    reportLoop(in: rate, followedBy: "for every")
    if rate.expression.isSum {
      let suggestion = shortText(rate.span).map { "(\($0)) for every …" }
      report(.needsBrackets(.forEvery, suggestion: suggestion, rate.span), at: rate.span)
    }
    advance()
    let every = span(of: advance())
    let period: QuantitySyntax?
    if at(.number) || at(.percentage) {
      period = parseQuantity()
    } else if isAtUnitWord, token(ahead: 1).keyword == .of {
      period = parsePeriodWithoutNumber(every)
    } else {
      fail(expected: .amount)
      return missingOperand()
    }
    expect(.of)
    let measured = parseOperand()
    guard !isRecovering else { return missingOperand() }
    reportLoop(in: measured, followedBy: "part")
    guard let part = parsePart(period, every: every), let period else { return missingOperand() }
    let result = make(
      .forEvery(rate.expression, period: period, of: measured.expression, part), from: rate.span,
      above: max(rate.height, measured.height))
    reportOperatorBehind(result)
    return result
  }

  /// `for each hour of late`: no loop, which has `in` there.
  private var isAtPeriodOfEach: Bool { at(.for, .each) && token(ahead: 3).keyword == .of }

  /// `for every hour`, or `for each hour`: read as `for every 1 hour`, and reported.
  private mutating func parsePeriodWithoutNumber(_ every: Span) -> QuantitySyntax {
    let unit = name(of: advance())
    let place = every.through(unit.span)
    report(.unexpected(.piece(string(place)), .oneOf(["every 1 \(unit.text)"]), place), at: place)
    return QuantitySyntax(
      number: Name("1", unit.span), isPercent: false, unit: UnitSyntax(numerator: unit, divisors: [], span: unit.span),
      span: unit.span)
  }

  /// The ending that says what a broken part counts.
  private mutating func parsePart(_ period: QuantitySyntax?, every: Span) -> ExpressionSyntax.Part? {
    let next = token(ahead: 1)
    let hasEnding = at(.comma) && next.keyword == .part
    guard hasEnding || at(.part) else {
      let place = period?.span ?? every
      let problem = SyntaxProblem.missingPart(period: string(place), example: period.flatMap(example), place)
      if at(.comma) { fail(problem, at: place) } else { report(problem, at: place) }
      return nil
    }
    if accept(.comma) == nil { reportUnexpected(.oneOf([","])) }
    advance()
    if accept(.in) != nil {
      expect(.proportion)
      return .inProportion
    }
    if accept(.counts) != nil {
      expect(.as)
      expect(.full)
      return .countsAsFull
    }
    if accept(.ignored) != nil { return .ignored }
    fail(expected: .oneOf(["in proportion", "counts as full", "ignored"]))
    return nil
  }

  /// What lies between two and three periods, worked out for small whole numbers.
  private func example(_ period: QuantitySyntax) -> SyntaxProblem.PartExample? {
    guard let count = Int(period.number.text), (2...1000).contains(count) else { return nil }
    let unit = period.unit?.numerator?.text
    let quantity = "\(2 * count + 1)" + (unit.map { " \($0)" } ?? "")
    let proportion = count == 2 ? "2½" : "2 1/\(count)"
    return SyntaxProblem.PartExample(
      quantity: quantity, inProportion: "\(proportion) times", countsAsFull: "3 times", ignored: "2 times")
  }

  private mutating func reportOperatorBehind(_ amount: Operand) {
    switch current.kind {
    case .plusSign, .minusSign, .star, .slash, .equal, .notEqual, .lessThan, .lessOrEqual, .greater, .greaterOrEqual:
      let place = amount.span
      let suggestion = shortText(place).map { "(\($0)) \(string(of: current)) …" }
      fail(.needsBrackets(.forEvery, suggestion: suggestion, place), at: place)
    default: break
    }
  }

  // MARK: Quantities

  /// A number with its unit; nothing where the number was malformed, which is reported already.
  @inline(never)
  mutating func parseQuantity() -> QuantitySyntax? {
    let token = advance()
    let start = span(of: token)
    let isPercent = token.kind == .percentage
    let unitStart = currentSpan
    var isMalformed = token.flags.contains(.isMalformed) || token.flags.contains(.followsStray)
    if skipRestOfNumber(token) { isMalformed = true }
    var numerator: Name?
    var divisors: [UnitSyntax.Divisor] = []
    correctWorkingDays()
    if !isPercent, isAtUnitWord { numerator = name(of: advance()) }
    while numerator != nil || isPercent, at(.per), !current.followsLineBreak {
      advance()
      let count = at(.number) && !current.followsLineBreak ? advance() : nil
      guard isAtUnitWord else {
        fail(expected: .unit)
        break
      }
      if count?.flags.contains(.isMalformed) == true { isMalformed = true }
      divisors.append(UnitSyntax.Divisor(count: count.map { name(of: $0) }, word: name(of: advance())))
    }
    guard !isMalformed else { return nil }
    let hasUnit = numerator != nil || !divisors.isEmpty
    let unit = UnitSyntax(numerator: numerator, divisors: divisors, span: span(from: unitStart))
    let digits = string(of: token).prefix { $0 == "." || $0 == "_" || $0.isASCII && $0.isNumber }
    return QuantitySyntax(
      number: Name(String(digits), start), isPercent: isPercent, unit: hasUnit ? unit : nil, span: span(from: start))
  }

  /// `2 working days`, which are business days.
  private mutating func correctWorkingDays() {
    guard at(.word), string(of: current) == "working", token(ahead: 1).kind == .word,
      token(ahead: 1).keyword == .days || string(of: token(ahead: 1)) == "day"
    else { return }
    reportMisspelling(of: .business)
  }

  /// Whether a unit stands here: a word on the line of its number that opens nothing of its own.
  var isAtUnitWord: Bool {
    let token = current
    guard token.kind == .word, !token.followsLineBreak, self.token(ahead: 1).kind != .colon else { return false }
    if let keyword = token.keyword { return keyword.isNameable }
    let isNone = foreignPhraseHere != nil || opensValue(self.token(ahead: 1)) && isAtMisspeltWord
    return isInCase || !isNone || isUnitInUse(string(of: token))
  }

  /// Whether a value begins with the token, on the line of the one before: no unit stands before that.
  private func opensValue(_ token: Token) -> Bool {
    guard token.kind == .word, !token.followsLineBreak else { return false }
    switch token.keyword {
    case nil, .not?, .any?, .count?, .sum?, .largest?, .smallest?, .share?, .assessed?: return true
    default: return false
    }
  }

  /// Moves over what follows a number and belongs to it as other people write it: `50,5` and `1 000`; and reports it.
  private mutating func skipRestOfNumber(_ first: Token) -> Bool {
    if listDepth == 0, first.kind == .number, isDecimalComma {
      _ = reportDecimalComma(first)
      advance()
      advance()
      return true
    }
    guard first.kind == .number, isAtThousands else { return false }
    let start = span(of: first)
    while isAtThousands { advance() }
    let text = string(span(from: start))
    let suggestion = text.split(separator: " ").joined(separator: "_")
    report(.malformedNumber(text, suggestion: suggestion, span(from: start)), at: start)
    return true
  }

  /// Whether three digits stand here, behind others on the line.
  private var isAtThousands: Bool {
    guard at(.number), !current.followsLineBreak, current.end - current.start >= 3 else { return false }
    return string(of: current).prefix { $0 != "." }.count == 3
  }

  /// Whether a word is a unit: one that everybody uses, or one of the policy's own.
  func isUnitInUse(_ word: String) -> Bool {
    Self.commonUnits.contains(word) || isCurrencyCode(word) || declaredUnits.contains(word)
  }

  /// Whether the word is written as currencies are: three capitals.
  func isCurrencyCode(_ word: String) -> Bool {
    word.utf8.count == 3 && word.utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
  }

  private static let commonUnits: Set<String> = [
    "kg", "g", "t", "lb", "m", "cm", "km", "mi", "l", "m3", "hour", "hours", "minute", "minutes", "day", "days", "week",
    "weeks", "month", "months", "year", "years", "percent",
  ]
}
