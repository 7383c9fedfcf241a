import RedressDiagnostics

/// Reads tokens one after another, never going back, and never stopping before the end.
///
/// A function `parseX` is called where X should stand. After a mistake that leaves the place unclear the parser
/// recovers: it sees only tokens that match nothing, so that everything under way returns at once and quietly, until
/// somebody synchronizes at the next clause or declaration.
struct Parser {
  /// Levels of brackets and other nesting; each costs some frames of the stack.
  static let deepestNesting = 192
  /// The height of an expression's tree, whatever it is made of; later passes recurse on it.
  static let highestTree: Int32 = 512

  let source: SourceID
  let bytes: [UInt8]
  /// The words that the text declares as units, wherever it does.
  let declaredUnits: Set<String>
  private(set) var tokens: [Token]
  private(set) var position = 0
  private(set) var problems = ProblemList()
  private(set) var isRecovering = false
  /// The clauses of the declaration being read, and those of them that may stand next.
  var clauses: [Keyword] = []
  var expectedClauses: [Keyword] = []
  /// Whether a word followed by a colon begins something of its own, as in a record.
  var isInRecord = false
  /// Whether cases are read: their entries are lines, and no declarations begin among them.
  var isInCase = false
  /// Where the present entry of a case begins.
  var entryStart = -1
  /// The clause offered last, and how often.
  var visitedClause = (position: -1, count: 0)
  var depth = 0
  var isTooHighReported = false
  /// A bracketed expression that was read before it was known where it belongs.
  var operandInHand: Operand?
  /// Where a word of a kind may stand, which may be any word, a keyword too.
  var anyWordPosition = -1
  /// The second word of a clause that a phrase of another wording implied, and where it would stand.
  var impliedWord: (position: Int, keyword: Keyword?) = (-1, nil)
  /// How far to the right the present declaration begins.
  var declarationColumn = 0
  /// What a formatter has to know; kept only where one asks.
  var layout: LayoutNotes?
  /// Whether rows may stand in the present declaration: each is a line that begins with a bar.
  var hasRows = false
  /// Whether the rows stand in a CSV file, with commas for the bars.
  var isTableFile = false
  /// Whether what is read stands in a list, where a comma may follow a number without a space.
  var listDepth = 0
  /// Whether shares are read, which have commas between them.
  var isInShares = false

  init(tokens: [Token], bytes: [UInt8], source: SourceID) {
    self.tokens = tokens
    self.bytes = bytes
    self.source = source
    var units: Set<String> = []
    for (index, token) in tokens.enumerated().dropLast() where token.keyword == .unit && token.followsLineBreak {
      let name = tokens[index + 1]
      units.insert(String(decoding: bytes[Int(name.start)..<max(Int(name.start), Int(name.end))], as: UTF8.self))
    }
    declaredUnits = units
  }

  // MARK: Looking

  var current: Token { isRecovering ? .nothing : tokens[position] }

  func token(ahead count: Int) -> Token {
    isRecovering ? .nothing : tokens[min(position + count, tokens.count - 1)]
  }

  func at(_ kind: Token.Kind) -> Bool { current.kind == kind }

  /// Whether the keyword stands here as such: in a record, a word before a colon is the next field instead.
  func at(_ keyword: Keyword) -> Bool {
    current.keyword == keyword && !(isInRecord && token(ahead: 1).kind == .colon)
  }

  func at(_ keyword: Keyword, _ next: Keyword) -> Bool {
    at(keyword) && token(ahead: 1).keyword == next
  }

  /// Whether the end of the text is reached, recovering or not.
  var isAtEnd: Bool { tokens[position].kind == .end }

  /// The token that is really there, also while recovering.
  var actual: Token { tokens[position] }

  func actual(ahead count: Int) -> Token { tokens[min(position + count, tokens.count - 1)] }

  /// The token before the present one; nothing at the beginning.
  var previous: Token? { position > 0 ? tokens[position - 1] : nil }

  func span(of token: Token) -> Span { Span(source, Int(token.start), Int(token.end)) }

  /// The place from the beginning of something to the last token read.
  func span(from start: Span) -> Span {
    guard let previous, previous.end > start.start else { return start }
    return Span(source, Int(start.start), Int(previous.end))
  }

  var currentSpan: Span { span(of: actual) }

  func string(_ span: Span) -> String {
    String(decoding: bytes[Int(span.start)..<max(Int(span.start), Int(span.end))], as: UTF8.self)
  }

  func string(of token: Token) -> String { string(span(of: token)) }

  func name(of token: Token) -> Name { Name(string(of: token), span(of: token)) }

  // MARK: Moving

  @discardableResult
  mutating func advance() -> Token {
    let token = current
    if !isRecovering, token.kind != .end { position += 1 }
    return token
  }

  mutating func accept(_ kind: Token.Kind) -> Token? {
    at(kind) ? advance() : nil
  }

  mutating func accept(_ keyword: Keyword) -> Token? {
    at(keyword) ? advance() : nil
  }

  /// The keyword, or one that was probably meant to be it; else a problem, after which the parser recovers.
  @discardableResult
  mutating func expect(_ keyword: Keyword) -> Token? {
    if at(keyword) { return advance() }
    if at(.word), current.keyword == nil, nearest(to: string(of: current), among: [keyword.rawValue]) != nil {
      reportMisspelling(of: keyword)
      return advance()
    }
    fail(expected: .oneOf([keyword.rawValue]))
    return nil
  }

  @discardableResult
  mutating func expect(_ kind: Token.Kind, _ spelling: String) -> Token? {
    if let token = accept(kind) { return token }
    fail(expected: .oneOf([spelling]))
    return nil
  }

  /// Moves to another token while recovering.
  mutating func skip() {
    if !isAtEnd { position += 1 }
  }

  /// Takes the present word for the keyword it was probably meant to be.
  mutating func correct(to keyword: Keyword) {
    tokens[position].keyword = keyword
  }

  mutating func endRecovery() { isRecovering = false }

  // MARK: Problems

  /// Notes a problem that does not hinder reading on.
  mutating func report(_ problem: SyntaxProblem, at span: Span) {
    if !isRecovering { problems.add(problem, at: span) }
  }

  /// Notes a problem after which the place is unclear.
  mutating func fail(_ problem: SyntaxProblem, at span: Span) {
    report(problem, at: span)
    isRecovering = true
  }

  /// Says what should stand at the present token, and recovers.
  mutating func fail(expected: SyntaxProblem.Expectation) {
    reportUnexpected(expected)
    isRecovering = true
  }

  /// Starts recovering without a problem of its own: what is read next was reported already.
  mutating func beginRecovery() { isRecovering = true }

  /// Says what should stand at the present token.
  mutating func reportUnexpected(_ expected: SyntaxProblem.Expectation) {
    guard !isRecovering else { return }
    let token = current
    if token.flags.contains(.followsStray) || reportKnownMistake() { return }
    if case .oneOf(let words) = expected, token.kind == .word, token.keyword == nil, position != entryStart,
      let near = nearest(
        to: string(of: token), among: words.compactMap { $0.split(separator: " ").first }.map(String.init))
    {
      report(
        .unknownWord(string(of: token), near: near, isDeclaration: false, expected: [], currentSpan), at: currentSpan)
      return
    }
    if let previous, token.kind == .end || token.followsLineBreak, position != entryStart {
      let place = span(of: previous)
      report(.missing(expected, after: place), at: place)
    } else {
      report(.unexpected(found(token), expected, currentSpan), at: currentSpan)
    }
  }

  /// Mistakes with a better word than that something else was expected.
  mutating func reportKnownMistake() -> Bool {
    guard let previous else { return false }
    let token = current
    let next = self.token(ahead: 1)
    if token.kind == .comma, previous.kind == .number, isDecimalComma { return reportDecimalComma(previous) }
    if token.kind == .word, token.keyword == nil, token.followsLineBreak, previous.kind == .number,
      next.kind != .colon, isUnitInUse(string(of: token)),
      next.followsLineBreak || next.kind != .word || next.keyword != nil, !isText(next)
    {
      let problem = SyntaxProblem.unitOnNextLine(
        number: string(of: previous), unit: string(of: token), currentSpan, numberSpan: span(of: previous))
      report(problem, at: currentSpan)
      return true
    }
    return false
  }

  /// Whether a comma stands here between two digits without a space.
  var isDecimalComma: Bool {
    let next = token(ahead: 1)
    return at(.comma) && previous?.end == current.start && current.end == next.start
      && (next.kind == .number || next.kind == .percentage)
  }

  /// Says how `50,5` is written; what stands here is the comma.
  mutating func reportDecimalComma(_ whole: Token) -> Bool {
    let fraction = token(ahead: 1)
    let place = span(of: whole).through(span(of: fraction))
    let digits = String(string(of: whole).map { $0 == "." ? "_" : $0 })
    report(.commaInNumber(string(place), suggestion: "\(digits).\(string(of: fraction))", place), at: place)
    return true
  }

  func isText(_ token: Token) -> Bool { token.kind == .wholeText || token.kind == .textStart }

  /// Says that a word is a misspelt keyword, and takes it for that.
  mutating func reportMisspelling(of keyword: Keyword, isDeclaration: Bool = false) {
    let problem = SyntaxProblem.unknownWord(
      string(of: current), near: keyword.rawValue, isDeclaration: isDeclaration, expected: [], currentSpan)
    report(problem, at: currentSpan)
    correct(to: keyword)
  }

  func found(_ token: Token) -> SyntaxProblem.Found {
    switch token.kind {
    case .end, .hidden: return .end
    case .wholeText, .textStart, .textPart, .textEnd: return .text
    default:
      let text = string(of: token)
      return .piece(text.unicodeScalars.count > 60 ? String(text.prefix(60)) + "…" : text)
    }
  }

  /// Whether anything was found since a count taken earlier.
  func hasProblems(since count: Int) -> Bool { isRecovering || problems.count > count }

  // MARK: Nesting

  /// Goes one level deeper, unless that is too deep: then a problem, and false.
  mutating func enter() -> Bool {
    guard depth < Self.deepestNesting else {
      fail(.limit(.nesting, currentSpan), at: currentSpan)
      return false
    }
    depth += 1
    return true
  }

  mutating func leave() { depth -= 1 }
}

/// Watches that a loop of the parser gets somewhere: it must not look at the same place twice.
struct Progress {
  private var last = -1

  /// Whether the place lies behind the one before; if not, that is a defect, and the loop has to end.
  mutating func goesOn(at position: Int) -> Bool {
    assert(position > last, "the parser stands still")
    defer { last = position }
    return position > last
  }
}
