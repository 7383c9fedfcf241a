import RedressDiagnostics

extension Parser {
  /// Whether a declaration begins at the token really there.
  var isAtDeclaration: Bool { opensDeclaration(ahead: 0) }

  private func opensDeclaration(ahead count: Int) -> Bool {
    guard !isInCase else { return false }
    let token = actual(ahead: count)
    guard let keyword = token.keyword, keyword.opensDeclaration else { return false }
    if position + count > 0, tokens[position + count - 1].kind == .period { return false }
    let next = actual(ahead: count + 1)
    if next.kind == .colon { return false }
    if token.followsLineBreak || keyword == .require || keyword == .always { return true }
    return next.kind == .word
  }

  /// Whether the next field of a record begins at the token really there.
  var isAtField: Bool {
    isInRecord && actual.kind == .word && actual(ahead: 1).kind == .colon && previous?.kind != .period
  }

  /// Whether a header clause begins at the token really there.
  var isAtHeader: Bool {
    guard let keyword = actual.keyword, keyword.opensHeader || keyword == .policy, actual.followsLineBreak else {
      return false
    }
    let next = actual(ahead: 1)
    if next.kind == .colon { return false }
    switch keyword {
    // A value that changes on dates has a `dated by` of its own.
    case .dated: return next.keyword == .by && !clauses.contains(.dated)
    case .in:
      return next.keyword == .force
        || next.kind == .word && next.keyword == nil && actual(ahead: 2).keyword == .from
    default: return next.kind == .word
    }
  }

  /// Whether the declaration being read is over at the token really there.
  var isAtBoundary: Bool { isAtKnownBoundary || isAtLostDeclaration }

  /// The same, but for a declaration whose first word is not known.
  var isAtKnownBoundary: Bool { isAtEnd || isAtDeclaration || isAtField || isAtHeader }

  /// Moves to the next clause or declaration, if something went wrong before.
  mutating func synchronize() {
    guard isRecovering else { return }
    while !isAtBoundary, !isAtClause, !isAtRow { skipWhole() }
    endRecovery()
  }

  /// Moves to the next declaration, if something went wrong before.
  mutating func synchronizeToDeclaration() {
    guard isRecovering else { return }
    while !isAtEnd, !isAtDeclaration, !isAtHeader, !isAtLostDeclaration { skipWhole() }
    endRecovery()
  }

  /// Moves to the next line, if something went wrong before.
  mutating func synchronizeToLine() {
    guard isRecovering else { return }
    while !isAtEnd, !actual.followsLineBreak { skip() }
    endRecovery()
  }

  /// Moves over a token, or over a whole text with what is filled in.
  mutating func skipWhole() {
    if actual.kind == .textStart {
      while !isAtEnd, actual.kind != .textEnd { skip() }
    }
    skip()
  }

  /// Whether a row begins at the token really there.
  var isAtRow: Bool { hasRows && actual.kind == .pipe && actual.followsLineBreak }

  private var isAtClause: Bool {
    guard let keyword = actual.keyword, clauses.contains(keyword), previous?.kind != .period else { return false }
    if keyword.alwaysOpensClause { return true }
    switch (keyword, actual(ahead: 1).keyword) {
    case (.at, .most), (.at, .least), (.borne, .by), (.owed, .by), (.dated, .by): return true
    case (.from, _): return actual.followsLineBreak || actual(ahead: 2).keyword == .is
    default: return actual.followsLineBreak && keyword.opensClauseOnNewLine
    }
  }

  /// The word that opens the next clause of this declaration, not yet consumed; nothing where the declaration is over.
  ///
  /// What is neither is reported and skipped.
  mutating func nextClause() -> Keyword? {
    var progress = Progress()
    while true {
      synchronize()
      if let keyword = current.keyword, clauses.contains(keyword), !isAtField, !isAtHeader {
        if countVisit() {
          noteOpening(.clause)
          return keyword
        }
        beginRecovery()
        continue
      }
      if isAtBoundary || isAtRow { return nil }
      guard progress.goesOn(at: position) else { return nil }
      reportNoClause()
    }
  }

  /// Counts how often a clause was offered; if nobody takes it, that is a defect, and it is skipped.
  private mutating func countVisit() -> Bool {
    if position == visitedClause.position {
      visitedClause.count += 1
    } else {
      visitedClause = (position, 1)
    }
    assert(visitedClause.count <= 32, "nobody takes the clause")
    if visitedClause.count <= 32 { return true }
    skip()
    return false
  }

  /// Deals with a token that opens neither a clause nor a declaration.
  private mutating func reportNoClause() {
    let token = current
    let expected = expectedClauses.flatMap(\.clauseSpellings)
    if let phrase = foreignPhraseHere { return correctForeignPhrase(phrase) }
    if token.flags.contains(.followsStray) || reportKnownMistake() { return skipAndSynchronize() }
    if isAtText, reportMisspellingBehind() { return skipAndSynchronize() }
    if token.kind == .word, token.keyword == nil {
      let word = string(of: token)
      let words = clauses.map(\.rawValue)
      if let near = nearest(to: word, among: words).flatMap(Keyword.init(rawValue:)), clauses.contains(near),
        near != .for || self.token(ahead: 1).keyword == .each
      {
        return reportMisspelling(of: near)
      }
      if token.followsLineBreak, let near = nearestDeclaration(to: word) {
        reportMisspelling(of: near, isDeclaration: true)
        return isAtBoundary ? () : skipAndSynchronize()
      }
      if token.followsLineBreak, looksLikeDeclaration {
        report(
          .unknownWord(word, near: nil, isDeclaration: true, expected: expected, currentSpan), at: currentSpan)
        skip()
        beginRecovery()
        return synchronizeToDeclaration()
      }
      if !token.followsLineBreak, let near = nearest(to: word, among: Self.operatorWords) {
        report(
          .unknownWord(word, near: near, isDeclaration: false, expected: expected, currentSpan), at: currentSpan)
        return skipAndSynchronize()
      }
    }
    if let keyword = token.keyword, keyword.opensClauseOnNewLine, !expected.isEmpty {
      report(.misplacedClause(keyword.rawValue, .notHere(expected), currentSpan), at: currentSpan)
    } else if token.followsLineBreak {
      report(.unexpected(found(token), .clause(expected), currentSpan), at: currentSpan)
      skipAndSynchronize()
      return skipReasonsOfUnknownClause()
    } else {
      reportUnexpected(isBehindValue ? .operatorOrClause(expected) : .clause(expected))
    }
    skipAndSynchronize()
  }

  /// `pay 5 becuase "…"`, where the misspelt word was taken for a unit.
  private mutating func reportMisspellingBehind() -> Bool {
    guard let previous, previous.kind == .word, previous.keyword == nil,
      let near = nearest(to: string(of: previous), among: clauses.map(\.rawValue))
    else { return false }
    let place = span(of: previous)
    report(
      .unknownWord(string(of: previous), near: near, isDeclaration: false, expected: [], place), at: place)
    return true
  }

  private var isBehindValue: Bool {
    switch previous?.kind {
    case .number, .percentage, .rightParenthesis, .dateValue, .timeValue: true
    case .word: previous?.keyword == nil
    default: false
    }
  }

  /// The reasons behind a line that nobody knows belong to it.
  private mutating func skipReasonsOfUnknownClause() {
    while let keyword = current.keyword, RulingClauses.reasons.contains(keyword), clauses.contains(keyword) {
      skip()
      beginRecovery()
      synchronize()
    }
  }

  mutating func skipAndSynchronize() {
    skip()
    beginRecovery()
    synchronize()
  }

  /// Whether a word, a name and a text or a colon stand here, as at the beginning of most declarations.
  private var looksLikeDeclaration: Bool {
    guard actual(ahead: 1).kind == .word, !actual(ahead: 1).followsLineBreak else { return false }
    switch actual(ahead: 2).kind {
    case .wholeText, .textStart, .colon: return !actual(ahead: 2).followsLineBreak
    default: return clauses.isEmpty
    }
  }

  /// The declaration a word was probably meant to open, if what follows looks like one.
  func nearestDeclaration(to word: String) -> Keyword? {
    guard actual(ahead: 1).kind == .word else { return nil }
    let words = Keyword.allCases.filter(\.opensDeclaration).map(\.rawValue) + ["currency", "rounding", "use", "dated"]
    return nearest(to: word, among: words).flatMap(Keyword.init(rawValue:))
  }
}
