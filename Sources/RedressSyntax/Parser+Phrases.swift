import RedressDiagnostics

/// Words with which people say what a clause of the language says in other words.
struct ForeignPhrase: Sendable {
  let words: [String]
  /// The clause as it is written here.
  let meant: String
  let keyword: Keyword
  /// The second word of the clause, where it has two.
  let second: Keyword?

  private init(_ text: String, _ meant: String, _ keyword: Keyword, _ second: Keyword? = nil) {
    words = text.split(separator: " ").map(String.init)
    self.meant = meant
    self.keyword = keyword
    self.second = second
  }

  /// Longer ones stand before those they begin with.
  private static let all: [ForeignPhrase] = [
    ForeignPhrase("not more than", "at most", .at, .most), ForeignPhrase("no more than", "at most", .at, .most),
    ForeignPhrase("capped at", "at most", .at, .most), ForeignPhrase("limited to", "at most", .at, .most),
    ForeignPhrase("up to", "at most", .at, .most), ForeignPhrase("maximum", "at most", .at, .most),
    ForeignPhrase("max", "at most", .at, .most), ForeignPhrase("cap at", "at most", .at, .most),
    ForeignPhrase("not less than", "at least", .at, .least),
    ForeignPhrase("no less than", "at least", .at, .least), ForeignPhrase("minimum", "at least", .at, .least),
    ForeignPhrase("min", "at least", .at, .least), ForeignPhrase("else", "otherwise", .otherwise),
    ForeignPhrase("minus", "less", .less),
    ForeignPhrase("deduct", "less", .less), ForeignPhrase("unless", "when not", .when),
    ForeignPhrase("if", "when", .when), ForeignPhrase("since", "because", .because),
    ForeignPhrase("reason", "because", .because),
  ]

  static let sinceDay = ForeignPhrase("since", "from", .from)

  static let byFirstWord: [String: [ForeignPhrase]] = Dictionary(grouping: all) { $0.words[0] }
}

extension Parser {
  /// The phrase that stands here for one of the clauses of this declaration.
  var foreignPhraseHere: ForeignPhrase? {
    guard at(.word), token(ahead: 1).kind != .colon, token(ahead: 1).kind != .period else { return nil }
    if token(ahead: 1).kind == .dateValue, clauses.contains(.from), string(of: current) == "since" {
      return ForeignPhrase.sinceDay
    }
    return ForeignPhrase.byFirstWord[string(of: current)]?.first { phrase in
      clauses.contains(phrase.keyword)
        && phrase.words.indices.allSatisfy { string(of: token(ahead: $0)) == phrase.words[$0] }
    }
  }

  /// Says how a phrase is written, and takes it for that where the clause may stand here; else skips it.
  mutating func correctForeignPhrase(_ phrase: ForeignPhrase) {
    let place = currentSpan.through(span(of: token(ahead: phrase.words.count - 1)))
    let problem = SyntaxProblem.unknownWord(
      phrase.words.joined(separator: " "), near: phrase.meant, isDeclaration: false, expected: [], place)
    report(problem, at: place)
    for _ in 1..<phrase.words.count { advance() }
    guard expectedClauses.contains(phrase.keyword) else { return skipAndSynchronize() }
    correct(to: phrase.keyword)
    impliedWord = (position + 1, phrase.second)
  }

  /// The second word of a clause, written or implied by the phrase that stands for it.
  mutating func acceptSecond(_ keyword: Keyword) -> Bool {
    if impliedWord.position == position, impliedWord.keyword == keyword, !isRecovering { return true }
    return accept(keyword) != nil
  }

  /// Whether a word that nobody knows stands here, and was probably meant to be an operator or a clause.
  var isAtMisspeltWord: Bool {
    guard at(.word), current.keyword == nil else { return false }
    let words = Self.operatorWords + clauses.map(\.rawValue)
    return nearest(to: string(of: current), among: words) != nil
  }

  static let operatorWords = ["and", "or", "of", "not", "after", "before", "reduced", "increased", "rounded"]
}
