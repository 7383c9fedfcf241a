package import RedressDiagnostics

/// A policy as far as it could be read, what was wrong, and where its comments are.
package struct PolicyParse: Sendable {
  /// Nothing where not even the name of a policy could be read.
  package let policy: PolicySyntax?
  /// In the order of the text.
  package let problems: [SyntaxProblem]
  /// From `#` to the end of the line, without the line break.
  package let comments: [Span]
}

/// Texts above this many bytes are refused unread.
let greatestTextSize = 16 * 1024 * 1024

/// Reads the policy a text holds; any bytes give an answer.
package func parsePolicy(_ text: SourceText, as source: SourceID) -> PolicyParse {
  if let problem = wholeFileProblem(text, source) { return PolicyParse(policy: nil, problems: [problem], comments: []) }
  var lexer = Lexer(text, source: source)
  lexer.run()
  var parser = Parser(tokens: lexer.tokens, bytes: text.bytes, source: source)
  var policy = parser.parsePolicyFile()
  let end = Span(source, text.bytes.count, text.bytes.count)
  let problems = withoutUsesOfReservedNames(lexer.problems.sorted(with: parser.problems, end: end))
  policy?.isWhole = problems.isEmpty
  return PolicyParse(policy: policy, problems: problems, comments: lexer.comments)
}

/// The name of the policy a text begins with, without reading on; nil where that is not plain, so that only reading the
/// text can tell.
package func policyName(atBeginningOf text: SourceText) -> String? {
  let source = SourceID(0)
  guard wholeFileProblem(text, source) == nil else { return nil }
  var lexer = Lexer(text, source: source)
  // One more token than is looked at: only then is the one before it whole.
  while lexer.tokens.count < 3, lexer.offset < text.bytes.count { lexer.lexPiece() }
  guard lexer.tokens.count == 3, lexer.problems.count == 0, lexer.tokens[0].keyword == .policy,
    lexer.tokens[1].kind == .word, lexer.tokens[1].keyword == nil, !lexer.tokens[1].followsLineBreak
  else { return nil }
  return lexer.string(Int(lexer.tokens[1].start), Int(lexer.tokens[1].end))
}

/// Where a word of the language was taken as a name, its uses in place of a value say nothing new.
private func withoutUsesOfReservedNames(_ problems: [SyntaxProblem]) -> [SyntaxProblem] {
  let names = problems.compactMap { problem -> String? in
    if case .reservedName(let word, _, _) = problem { word } else { nil }
  }
  guard !names.isEmpty else { return problems }
  return problems.filter { problem in
    if case .unexpected(.piece(let piece), .value, _) = problem { !names.contains(piece) } else { true }
  }
}

extension Parser {
  /// The whole file: the policy's name, headers and declarations.
  mutating func parsePolicyFile() -> PolicySyntax? {
    let heading = parsePolicyHeading()
    var headers: [HeaderSyntax] = []
    var declarations: [DeclarationSyntax] = []
    var unread: [Name] = []
    var seen: [Keyword: Span] = [:]
    setClauses([])
    var progress = Progress()
    while !isAtEnd, progress.goesOn(at: position) {
      synchronizeToDeclaration()
      let wordLeftOut = isAtLostDeclaration ? correctLostDeclaration() : nil
      if !isAtBoundary, !opensHeaderHere { _ = nextClause() }
      if isAtHeader, at(.policy) {
        skipSecondPolicy()
      } else if isAtHeader || opensHeaderHere {
        if !declarations.isEmpty, let keyword = current.keyword {
          let spelling = keyword.clauseSpellings.first ?? keyword.rawValue
          report(.misplacedClause(spelling, .beforeDeclarations, currentSpan), at: currentSpan)
        }
        let isRepeated = noteHeader(in: &seen)
        if let header = parseHeader(), !isRepeated { headers.append(header) }
      } else if isAtDeclaration {
        noteOpening(.declaration)
        let keyword = advance()
        if keyword.followsLineBreak { declarationColumn = column(of: keyword) }
        let name = actual
        if let declaration = parseDeclaration(keyword) {
          declarations.append(declaration)
        } else if name.kind == .word, name.keyword?.isNameable ?? true, keyword.keyword != .apply {
          unread.append(self.name(of: name))
        }
      } else if let wordLeftOut {
        let missing = Token(kind: .word, keyword: wordLeftOut, flags: [], start: actual.start, end: actual.start)
        if let declaration = parseDeclaration(missing) { declarations.append(declaration) }
      }
    }
    guard let heading else { return nil }
    return PolicySyntax(
      name: heading.name, label: heading.label, headers: headers, declarations: declarations, unread: unread)
  }

  private mutating func parsePolicyHeading() -> (name: Name, label: TextSyntax?)? {
    if at(.word), current.keyword == nil, nearest(to: string(of: current), among: ["policy"]) != nil {
      reportMisspelling(of: .policy)
    }
    guard at(.policy) else {
      let problem: SyntaxProblem.Heading = at(.case) ? .caseAmongPolicies : .noPolicy(found(current))
      report(.heading(problem, currentSpan), at: currentSpan)
      if case .caseAmongPolicies = problem {
        while !isAtEnd { skip() }
      } else {
        beginRecovery()
        synchronizeToDeclaration()
      }
      return nil
    }
    noteOpening(.declaration)
    advance()
    let name = expectName(.policy)
    let label = parseTextIfPresent()
    return name.text.isEmpty ? nil : (name, label)
  }

  private mutating func skipSecondPolicy() {
    advance()
    let name = expectWord(.policy)
    report(.heading(.secondPolicy(name.text), name.span), at: name.span)
    _ = parseTextIfPresent()
  }

  /// Header clauses that follow one another on a line.
  private var opensHeaderHere: Bool {
    switch current.keyword {
    case .currency, .rounding, .use: true
    case .dated: token(ahead: 1).keyword == .by
    case .in: token(ahead: 1).keyword == .force
    default: false
    }
  }

  /// Reports a header clause that the policy has already; only `use` stands more than once.
  private mutating func noteHeader(in seen: inout [Keyword: Span]) -> Bool {
    guard let keyword = current.keyword, keyword != .use else { return false }
    let isRepeated = seen[keyword] != nil
    noteClause(keyword, in: &seen)
    return isRepeated
  }

  private mutating func parseHeader() -> HeaderSyntax? {
    noteOpening(.header)
    let start = span(of: current)
    switch advance().keyword {
    case .currency?:
      return parseCurrency(from: start)
    case .dated?:
      advance()
      let name = expectName(.dating)
      return name.text.isEmpty ? nil : .datedBy(name)
    case .in?:
      expect(.force)
      expect(.from)
      let from = expectDate()
      let until = accept(.until) != nil ? expectDate() : nil
      return from.map { .inForce(from: $0, until: until, span: span(from: start)) }
    case .rounding?:
      if let mode = parseRoundingMode() { return .rounding(mode) }
      if !isRecovering { fail(expected: .oneOf(["half up", "half even", "up", "down"])) }
      return nil
    default:
      let name = expectName(.usedPolicy)
      return name.text.isEmpty ? nil : .use(name)
    }
  }

  /// `CNY`, or `of the case`. Where neither could be read a currency without a name stands for what was meant.
  private mutating func parseCurrency(from start: Span) -> HeaderSyntax {
    guard !at(.of, .the) else {
      advance()
      advance()
      expect(.case)
      return .currencyOfCase(span(from: start))
    }
    let place = currentSpan
    let words = [Keyword.of, .the, .case].filter { accept($0) != nil }
    guard words.isEmpty else {
      let written = span(from: place)
      report(.unexpected(.piece(string(written)), .oneOf(["of the case"]), written), at: written)
      return .currencyOfCase(written)
    }
    return .currency(expectName(.currency))
  }

  /// A date; where none stands, a problem and nothing.
  mutating func expectDate() -> Name? {
    guard at(.dateValue) else {
      fail(expected: .date)
      return nil
    }
    let token = advance()
    return token.flags.contains(.isMalformed) ? nil : name(of: token)
  }

  /// One declaration; what follows it and is none is left for the loop over all.
  private mutating func parseDeclaration(_ first: Token) -> DeclarationSyntax? {
    setClauses([])
    let keyword = span(of: first)
    let word = first.keyword
    defer {
      setClauses([])
      hasRows = false
      depth = 0
    }
    switch word {
    case .source?: return parseSource().map(DeclarationSyntax.source)
    case .party?: return parseParty().map(DeclarationSyntax.party)
    case .kind?: return parseKind().map(DeclarationSyntax.kind)
    case .unit?: return parseUnitDeclaration().map(DeclarationSyntax.unit)
    case .record?: return parseRecord().map(DeclarationSyntax.record)
    case .fact?: return parseFact().map(DeclarationSyntax.fact)
    case .detail?: return parseDetail().map(DeclarationSyntax.detail)
    case .require?: return parseRequire(.require, keyword: keyword).map(DeclarationSyntax.require)
    case .always?: return parseRequire(.always, keyword: keyword).map(DeclarationSyntax.always)
    case .define?: return parseDefine().map(DeclarationSyntax.define)
    case .split?: return parseSplit().map(DeclarationSyntax.split)
    case .item?: return parseItem().map(DeclarationSyntax.item)
    case .bar?: return parseBar().map(DeclarationSyntax.bar)
    case .choice?: return parseChoice().map(DeclarationSyntax.choice)
    case .approval?: return parseConditional().map(DeclarationSyntax.approval)
    case .note?: return parseConditional().map(DeclarationSyntax.note)
    case .deadline?: return parseDeadline().map(DeclarationSyntax.deadline)
    case .calendar?: return parseCalendar().map(DeclarationSyntax.calendar)
    case .figure?: return parseDefine(isFigure: true).map(DeclarationSyntax.figure)
    case .table?: return parseTable().map(DeclarationSyntax.table)
    case .tiers?: return parseTiers().map(DeclarationSyntax.tiers)
    case .limit?: return parseLimit().map(DeclarationSyntax.limit)
    case .lift?: return parseLift().map(DeclarationSyntax.lift)
    case .apply?: return parseApply(keyword).map(DeclarationSyntax.apply)
    case .recover?: return parseRecourse().map(DeclarationSyntax.recourse)
    case .authority?: return parseAuthority(keyword).map(DeclarationSyntax.authority)
    default: return nil
    }
  }
}
