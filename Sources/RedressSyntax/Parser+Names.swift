import RedressDiagnostics

extension Parser {
  /// A name of the author's. Where none stands: a problem, and an empty name.
  mutating func expectName(_ role: SyntaxProblem.NameRole) -> Name {
    let token = current
    guard token.kind == .word else { return missingName(role) }
    guard let keyword = token.keyword, !keyword.isNameable else {
      advance()
      return name(of: token)
    }
    // A word of the language that a clause begins with, or a line, rather opens the next clause.
    let opensNext = keyword.opensCommonClause || keyword.alwaysOpensClause && clauses.contains(keyword)
    if opensNext, self.token(ahead: 1).kind != .colon { return missingName(role) }
    if token.followsLineBreak, !isInCase, self.token(ahead: 1).kind != .colon { return missingName(role) }
    report(
      .reservedName(keyword.rawValue, suggestion: keyword.suggestedName, currentSpan), at: currentSpan)
    advance()
    return name(of: token)
  }

  /// Any word, as kinds, fields, options and the keys of a case may have.
  mutating func expectWord(_ role: SyntaxProblem.NameRole) -> Name {
    let token = current
    guard token.kind == .word else { return missingName(role) }
    if token.followsLineBreak, isInCase ? position != entryStart : isAtKnownBoundary { return missingName(role) }
    if let keyword = token.keyword, keyword.opensCommonClause, role != .option, clauses.contains(keyword),
      isText(self.token(ahead: 1))
    {
      return missingName(role)
    }
    advance()
    return name(of: token)
  }

  private mutating func missingName(_ role: SyntaxProblem.NameRole) -> Name {
    let place = currentSpan
    failBeforeClause(expected: .name(role))
    return Name("", Span(source, Int(place.start), Int(place.start)))
  }

  /// Says what is missing here, and recovers unless what follows it stands here.
  private mutating func failBeforeClause(expected: SyntaxProblem.Expectation) {
    let isFollowed = isAtText || at(.colon) || current.keyword.map(clauses.contains) ?? false
    if isFollowed { reportUnexpected(expected) } else { fail(expected: expected) }
  }

  /// `a, b, c`.
  mutating func parseNames(_ role: SyntaxProblem.NameRole) -> [Name] {
    var names = [expectName(role)]
    while accept(.comma) != nil { names.append(expectName(role)) }
    return names.filter { !$0.isMissing }
  }

  // MARK: Texts

  var isAtText: Bool { at(.wholeText) || at(.textStart) }

  /// A text if one stands here.
  mutating func parseTextIfPresent() -> TextSyntax? {
    isAtText ? parseText() : nil
  }

  /// A text; where none stands, a problem and an empty one.
  mutating func expectText() -> TextSyntax {
    if let text = parseTextIfPresent() { return text }
    let place = currentSpan
    failBeforeClause(expected: .text)
    return TextSyntax([], Span(source, Int(place.start), Int(place.start)))
  }

  /// A text in which nothing may be filled in.
  mutating func expectFixedText() -> TextSyntax {
    let text = isAtText ? parseOwnText() : expectText()
    for case .expression(let expression) in text.segments {
      report(.textContent(.fixedText, expression.span), at: expression.span)
      return TextSyntax([], text.span)
    }
    return text
  }

  private mutating func parseText() -> TextSyntax {
    var text = parseOwnText()
    text.translations = parseTranslations()
    return text
  }

  /// The text without its translations.
  private mutating func parseOwnText() -> TextSyntax {
    let first = advance()
    let text: TextSyntax
    if first.kind == .wholeText {
      let place = span(of: first)
      text = TextSyntax([.literal(content(of: first))], place)
    } else {
      text = parseFilledText(first)
    }
    return text
  }

  private mutating func parseFilledText(_ opening: Token) -> TextSyntax {
    var segments: [TextSyntax.Segment] = []
    var progress = Progress()
    while !at(.textEnd), !isAtEnd, progress.goesOn(at: position) {
      let token = advance()
      switch token.kind {
      case .textPart:
        segments.append(.literal(unescaped(span(of: token), hasEscapes: token.flags.contains(.hasEscapes))))
      case .braceOpen:
        if at(.braceClose) {
          advance()
        } else {
          let expression = parseExpression()
          if !isRecovering, !at(.braceClose) { fail(expected: .oneOf(["}"])) }
          closeBraces()
          segments.append(.expression(expression))
        }
      default: break
      }
    }
    advance()
    return TextSyntax(segments, span(from: span(of: opening)))
  }

  /// Moves behind the closing brace, whatever went wrong inside.
  private mutating func closeBraces() {
    while !isAtEnd, actual.kind != .braceClose, actual.kind != .textEnd { skip() }
    endRecovery()
    _ = accept(.braceClose)
  }

  /// What stands between the marks of a text.
  private func content(of token: Token) -> String {
    let start = Int(token.start) + scalarLength(at: Int(token.start))
    var end = Int(token.end)
    if !token.flags.contains(.isUnterminated) {
      repeat { end -= 1 } while end > start && bytes[end] & 0xC0 == 0x80
    }
    return unescaped(
      Span(source, start, max(start, end)), hasEscapes: token.flags.contains(.hasEscapes))
  }

  private func scalarLength(at offset: Int) -> Int {
    decodeScalar(in: bytes, at: offset, before: bytes.count).length
  }

  private func unescaped(_ span: Span, hasEscapes: Bool) -> String {
    guard hasEscapes else { return string(span) }
    var result: [UInt8] = []
    var isEscaped = false
    for byte in bytes[Int(span.start)..<Int(span.end)] {
      if byte == UInt8(ascii: "\\"), !isEscaped {
        isEscaped = true
      } else {
        isEscaped = false
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// `zh "维修费"` behind a text, as many as there are.
  private mutating func parseTranslations() -> [TextSyntax.Translation] {
    var translations: [TextSyntax.Translation] = []
    var seen: [String: Span] = [:]
    while let language = parseLanguage() {
      guard isAtText else {
        fail(expected: .text)
        break
      }
      let text = parseOwnText()
      if let first = seen[language.text] {
        report(.repeatedClause(language.text, first: first, language.span), at: language.span)
        continue
      }
      seen[language.text] = language.span
      translations.append(TextSyntax.Translation(language: language, text: text))
    }
    return translations
  }

  /// `zh` behind a text; a language that texts have not is reported.
  private mutating func parseLanguage() -> Name? {
    let next = token(ahead: 1)
    guard at(.english) || at(.chinese) || at(.traditionalChinese) else {
      guard at(.word), current.keyword == nil, current.end - current.start == 2, isText(next) else { return nil }
      report(.unexpected(found(current), .oneOf(["en", "zh", "zh_Hant"]), currentSpan), at: currentSpan)
      return name(of: advance())
    }
    if isText(next) { return name(of: advance()) }
    guard !current.followsLineBreak else { return nil }
    let start = currentSpan
    if at(.chinese), next.kind == .minusSign, string(of: token(ahead: 2)) == "Hant", isText(token(ahead: 3)) {
      for _ in 0..<3 { advance() }
      let place = span(from: start)
      report(.unexpected(.piece(string(place)), .oneOf(["zh_Hant"]), place), at: place)
      return Name("zh_Hant", place)
    }
    let name = name(of: advance())
    if at(.colon), isText(token(ahead: 1)) {
      reportUnexpected(.text)
      advance()
    }
    return name
  }
}
