import RedressDiagnostics

extension Parser {
  /// Whether a line begins here that looks like a declaration whose first word is misspelt or left out: a word nobody
  /// knows at the margin, followed by a colon, a text, a name and one of these, or by a name where the word is nearly one
  /// that opens a declaration.
  var isAtLostDeclaration: Bool {
    let token = actual
    guard !isInCase, token.kind == .word, token.keyword == nil, token.followsLineBreak, position > 0 else {
      return false
    }
    let next = actual(ahead: 1)
    guard !next.followsLineBreak, next.kind == .colon || next.kind == .word || isText(next),
      column(of: token) <= declarationColumn, !isInRecord || next.kind != .colon
    else { return false }
    let word = string(of: token)
    if nearest(to: word, among: clausesBeforeTexts) != nil { return false }
    guard next.kind == .word else { return true }
    if isMisspeltHeader(word) || nearestDeclaration(to: word) != nil { return true }
    let third = actual(ahead: 2)
    return !third.followsLineBreak && next.keyword?.isNameable ?? true && (third.kind == .colon || isText(third))
  }

  private func isMisspeltHeader(_ word: String) -> Bool {
    actual(ahead: 1).keyword == .by && nearest(to: word, among: ["dated"]) != nil
  }

  /// The clauses of this declaration behind which a text or a name and a text stand, as behind most declarations' words.
  private var clausesBeforeTexts: [String] {
    let all: [Keyword] = [.because, .citing, .option, .leaving, .owed, .proved, .give]
    return all.filter(clauses.contains).map(\.rawValue)
  }

  /// How many characters stand before a token that is the first of its line.
  func column(of token: Token) -> Int {
    var index = Int(token.start)
    while index > 0, bytes[index - 1] == UInt8(ascii: " ") || bytes[index - 1] == UInt8(ascii: "\t") { index -= 1 }
    return Int(token.start) - index
  }

  /// Reports a declaration whose first word is misspelt, and takes it for that one, or whose first word was left out: then
  /// the word that is to be read as if it stood here.
  mutating func correctLostDeclaration() -> Keyword? {
    let word = string(of: current)
    if isMisspeltHeader(word) {
      reportMisspelling(of: .dated)
      return nil
    }
    if let near = nearestDeclaration(to: word) {
      reportMisspelling(of: near, isDeclaration: true)
      return nil
    }
    guard actual(ahead: 1).kind != .word, let left = declarationLeftOut else {
      report(.unknownWord(word, near: nil, isDeclaration: true, expected: [], currentSpan), at: currentSpan)
      skip()
      beginRecovery()
      synchronizeToDeclaration()
      return nil
    }
    let problem = SyntaxProblem.unknownWord(
      word, near: "\(left.rawValue) \(word)", isDeclaration: true, expected: [], currentSpan)
    report(problem, at: currentSpan)
    return left
  }

  /// What a declaration without its first word is, by what stands in it.
  private var declarationLeftOut: Keyword? {
    if actual(ahead: 1).kind == .colon { return actual(ahead: 2).keyword == .text ? .detail : .fact }
    var count = 1
    while count < 40, actual(ahead: count).kind != .end {
      switch actual(ahead: count).keyword {
      case .pay?, .give?, .as?, .payee?: return .item
      case .is?: return actual(ahead: count + 1).keyword == .us ? .party : .split
      case .on?: return .bar
      case .option?: return .choice
      case .in?: return .source
      case .because?: return nil
      case .some(let keyword) where keyword.opensDeclaration: return nil
      default: count += 1
      }
    }
    return nil
  }
}
