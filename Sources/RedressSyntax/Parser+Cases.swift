package import RedressDiagnostics

/// The cases of a file as far as they could be read, what was wrong, and where the comments are.
package struct CaseParse: Sendable {
  /// Without those whose name or policy could not be read.
  package let cases: [CaseSyntax]
  /// In the order of the text.
  package let problems: [SyntaxProblem]
  /// From `#` to the end of the line, without the line break.
  package let comments: [Span]
}

/// Reads the cases a text holds; any bytes give an answer.
package func parseCases(_ text: SourceText, as source: SourceID) -> CaseParse {
  if let problem = wholeFileProblem(text, source) { return CaseParse(cases: [], problems: [problem], comments: []) }
  var lexer = Lexer(text, source: source)
  lexer.run()
  var parser = Parser(tokens: lexer.tokens, bytes: text.bytes, source: source)
  let cases = parser.parseCaseFile()
  let end = Span(source, text.bytes.count, text.bytes.count)
  return CaseParse(
    cases: cases, problems: lexer.problems.sorted(with: parser.problems, end: end), comments: lexer.comments)
}

/// Reads one value as a case states it, such as `3 kg`, `packing` or `2026-03-05`, with nothing behind it.
package func parseCaseValue(_ text: SourceText, as source: SourceID) -> (CaseValueSyntax, [SyntaxProblem]) {
  parsePiece(text, source, otherwise: CaseValueSyntax(.missing, Span(source, 0, 0))) { $0.parseCaseValue() }
}

/// Reads the key of a given value, such as `lots[1].value`, with nothing behind it; empty where it is no key.
package func parseGivenKey(_ text: SourceText, as source: SourceID) -> ([GivenSyntax.Step], [SyntaxProblem]) {
  parsePiece(text, source, otherwise: []) { $0.parseGivenKey() }
}

private func parsePiece<Piece>(
  _ text: SourceText, _ source: SourceID, otherwise fallback: Piece, _ parse: (inout Parser) -> Piece
) -> (Piece, [SyntaxProblem]) {
  if let problem = wholeFileProblem(text, source) { return (fallback, [problem]) }
  var lexer = Lexer(text, source: source)
  lexer.run()
  var parser = Parser(tokens: lexer.tokens, bytes: text.bytes, source: source)
  let piece = parser.parsePiece(parse)
  let end = Span(source, text.bytes.count, text.bytes.count)
  let problems = lexer.problems.sorted(with: parser.problems, end: end)
  return (problems.isEmpty ? piece : fallback, problems)
}

extension Parser {
  fileprivate mutating func parsePiece<Piece>(_ parse: (inout Parser) -> Piece) -> Piece {
    isInCase = true
    entryStart = 0
    let piece = parse(&self)
    if !isRecovering, !isAtEnd { report(.entryLine(found(current), currentSpan), at: currentSpan) }
    return piece
  }

  /// All cases of the file.
  mutating func parseCaseFile() -> [CaseSyntax] {
    var cases: [CaseSyntax] = []
    var progress = Progress()
    isInCase = true
    if isAtEnd { report(.heading(.noCase(.end), currentSpan), at: currentSpan) }
    while !isAtEnd, progress.goesOn(at: position) {
      if at(.case) {
        if let one = parseCase() { cases.append(one) }
      } else {
        let problem: SyntaxProblem.Heading = at(.policy) ? .policyAmongCases : .noCase(found(current))
        report(.heading(problem, currentSpan), at: currentSpan)
        skip()
      }
      while !isAtEnd, !isAtCase { skip() }
      endRecovery()
    }
    return cases
  }

  private var isAtCase: Bool { actual.keyword == .case && actual.followsLineBreak }

  /// Whether a part of a case begins here, or the case is over.
  private var opensPart: Bool {
    guard !isAtEnd else { return true }
    guard let keyword = actual.keyword else { return false }
    return [.case, .policy, .currency, .dated, .claimed, .given, .expect].contains(keyword)
  }

  /// Moves to the line on which the next part begins.
  private mutating func skipToPart() {
    while !isAtEnd, !(actual.followsLineBreak && opensPart) { skip() }
    endRecovery()
  }

  private mutating func parseCase() -> CaseSyntax? {
    noteOpening(.declaration)
    advance()
    let before = problems.count
    let name = expectWord(.caseName)
    let label = parseTextIfPresent()
    noteOpening(.header)
    expect(.policy)
    let policy = expectWord(.usedPolicy)
    var currency: Name?
    var dated: Name?
    var seen: [Keyword: Span] = [:]
    while let clause = current.keyword, clause == .currency || clause == .dated {
      noteClause(clause, in: &seen)
      noteOpening(.header)
      advance()
      if clause == .currency {
        let code = expectName(.currency)
        if currency == nil, !code.isMissing { currency = code }
      } else {
        let date = expectDate()
        dated = dated ?? date
      }
    }
    let claimed = parseClaimed()
    let given = parseGiven()
    let expectations = parseExpectations()
    if !isRecovering, !isAtEnd, !at(.case) {
      let isHeadingSound = !name.text.isEmpty && !policy.text.isEmpty
      if isHeadingSound || !hasProblems(since: before) {
        report(.misplacedClause(string(of: current), .orderOfCase, currentSpan), at: currentSpan)
      }
      beginRecovery()
    }
    guard !name.text.isEmpty, !policy.text.isEmpty else { return nil }
    return CaseSyntax(
      name: name, label: label, policy: policy, currency: currency, dated: dated, claimed: claimed, given: given,
      expectations: expectations)
  }

  /// Moves to the next part if something is wrong before it, and says so.
  private mutating func isAtPart(_ keyword: Keyword) -> Bool {
    if isRecovering {
      skipToPart()
    } else if !opensPart {
      let parts = ["claimed", "given", "expect"]
      if at(.word), current.keyword == nil, let near = nearest(to: string(of: current), among: parts),
        let part = Keyword(rawValue: near)
      {
        reportMisspelling(of: part)
      } else {
        reportUnexpected(.oneOf(parts))
        skipToPart()
      }
    }
    return at(keyword)
  }

  private mutating func parseClaimed() -> [CaseSyntax.Claim] {
    guard isAtPart(.claimed) else { return [] }
    noteOpening(.part)
    advance()
    var claims: [CaseSyntax.Claim] = []
    parseEntries { parser in
      let item = parser.expectName(.itemOf)
      if parser.at(.minusSign) || parser.at(.number) || parser.at(.percentage) {
        parser.noteOpening(.value)
        let amount = parser.parseCaseValue()
        if !parser.isRecovering { claims.append(CaseSyntax.Claim(item: item, amount: amount)) }
      } else {
        parser.fail(expected: .amount)
      }
    }
    return claims
  }

  private mutating func parseGiven() -> [GivenSyntax] {
    guard isAtPart(.given) else { return [] }
    noteOpening(.part)
    advance()
    var given: [GivenSyntax] = []
    parseEntries { parser in
      let start = parser.currentSpan
      let key = parser.parseGivenKey()
      let keySpan = parser.span(from: start)
      let content: GivenSyntax.Content =
        parser.at(.pipe) ? parser.parseRows() : .value(parser.parseGivenValue())
      if !key.isEmpty { given.append(GivenSyntax(key: key, keySpan: keySpan, content: content)) }
    }
    return given
  }

  /// The entries of a part, one a line; a mistake costs its line.
  mutating func parseEntries(_ parseEntry: (inout Parser) -> Void) {
    var progress = Progress()
    while !opensPart, progress.goesOn(at: position) {
      let start = position
      entryStart = position
      if let part = misspeltPart {
        reportMisspelling(of: part)
        return
      }
      noteOpening(.entry)
      parseEntry(&self)
      if !isRecovering, !isAtEnd, !current.followsLineBreak {
        fail(.entryLine(found(current), currentSpan), at: currentSpan)
      }
      if isRecovering, position == start { skip() }
      synchronizeToLine()
    }
  }

  /// The part of a case that a line of its own was probably meant to open.
  private var misspeltPart: Keyword? {
    let next = token(ahead: 1)
    guard at(.word), current.keyword == nil, current.followsLineBreak, next.kind != .pipe,
      next.followsLineBreak || next.kind == .end || next.keyword == .with || next.keyword == .refused
    else { return nil }
    return nearest(to: string(of: current), among: ["claimed", "given", "expect"]).flatMap(Keyword.init(rawValue:))
  }

  /// `lots[1].value`.
  mutating func parseGivenKey() -> [GivenSyntax.Step] {
    var steps: [GivenSyntax.Step] = []
    repeat {
      let name = expectWord(.key)
      var index: Name?
      if accept(.leftBracket) != nil {
        guard at(.number) else {
          fail(expected: .anyNumber)
          return []
        }
        index = self.name(of: advance())
        expect(.rightBracket, "]")
      }
      guard !isRecovering else { return [] }
      steps.append(GivenSyntax.Step(name: name, index: index))
    } while accept(.period) != nil
    return steps
  }

  // MARK: Values

  private mutating func parseGivenValue() -> CaseValueSyntax {
    noteOpening(.value)
    return parseCaseValue()
  }

  /// A quantity, a word, a date, a time, a text, yes or no.
  mutating func parseCaseValue() -> CaseValueSyntax {
    let start = currentSpan
    let token = current
    guard !token.followsLineBreak || position == 0 else {
      fail(expected: .caseValue)
      return CaseValueSyntax(.missing, start)
    }
    switch token.kind {
    case .minusSign, .number, .percentage: return parseCaseQuantity()
    case .dateValue, .timeValue:
      advance()
      guard !token.flags.contains(.isMalformed) else { break }
      let text = string(of: token)
      return CaseValueSyntax(token.kind == .dateValue ? .date(text) : .time(text), start)
    case .wholeText, .textStart:
      let text = expectFixedText()
      return CaseValueSyntax(.text(text.plain ?? ""), text.span)
    case .word where !token.followsLineBreak || position == 0:
      advance()
      if isCurrencyCode(string(of: token)), at(.number), !current.followsLineBreak {
        reportCurrencyBefore(advance(), name(of: token))
        break
      }
      switch token.keyword {
      case .yes?: return CaseValueSyntax(.yesNo(true), start)
      case .no?: return CaseValueSyntax(.yesNo(false), start)
      default: return CaseValueSyntax(.word(string(of: token)), start)
      }
    default: fail(expected: .caseValue)
    }
    return CaseValueSyntax(.missing, start)
  }

  private mutating func parseCaseQuantity() -> CaseValueSyntax {
    let start = currentSpan
    if at(.minusSign) { noteSign() }
    let isNegative = accept(.minusSign) != nil
    guard at(.number) || at(.percentage), !current.followsLineBreak || position == 0 else {
      fail(expected: .anyNumber)
      return CaseValueSyntax(.missing, start)
    }
    guard let quantity = parseQuantity() else { return CaseValueSyntax(.missing, span(from: start)) }
    return CaseValueSyntax(.quantity(quantity, isNegative: isNegative), span(from: start))
  }

  // MARK: Rows

  /// A header row, then a row for each element.
  private mutating func parseRows() -> GivenSyntax.Content {
    let headerStart = currentSpan
    var header: [Name] = []
    parseCells { parser in
      header.append(parser.expectWord(.fieldOf))
    }
    let headerSpan = span(from: headerStart)
    var isBroken = isRecovering
    synchronizeToLine()
    var rows: [[GivenSyntax.Cell]] = []
    var progress = Progress()
    while at(.pipe), current.followsLineBreak, progress.goesOn(at: position) {
      let start = currentSpan
      let row = parseRow()
      if isRecovering {
        synchronizeToLine()
        isBroken = true
        continue
      }
      if row.count != header.count, !isBroken {
        let place = span(from: start)
        report(
          .rowLength(cells: row.count, columns: header.count, in: .list, place, header: headerSpan), at: place)
      }
      rows.append(row)
    }
    return .rows(header: header, rows: rows)
  }

  private mutating func parseRow() -> [GivenSyntax.Cell] {
    var cells: [GivenSyntax.Cell] = []
    parseCells { parser in
      let start = parser.currentSpan
      if parser.at(.pipe) {
        cells.append(GivenSyntax.Cell(value: nil, span: start))
      } else {
        let value = parser.parseCaseValue()
        cells.append(GivenSyntax.Cell(value: value, span: value.span))
      }
    }
    return cells
  }

  /// `| … | … |`, to the end of the line.
  private mutating func parseCells(_ parseCell: (inout Parser) -> Void) {
    noteOpening(.row)
    advance()
    var progress = Progress()
    while !isRecovering, !isAtEnd, !current.followsLineBreak, progress.goesOn(at: position) {
      parseCell(&self)
      guard !isRecovering else { return }
      if at(.pipe), !current.followsLineBreak {
        advance()
      } else {
        fail(expected: .oneOf(["|"]))
      }
    }
  }
}
