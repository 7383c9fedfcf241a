package import RedressDiagnostics

/// A piece of a text as a formatter sees it: what stands there, and what the parser took it for.
package struct LayoutToken: Hashable, Sendable {
  /// What begins with a token.
  package enum Opening: Hashable, Sendable {
    /// The policy, a case, or a declaration.
    case declaration
    /// A clause between the name of a policy or case and what follows.
    case header
    /// A field of a record.
    case field
    case clause
    /// A row, with its first bar.
    case row
    /// `claimed`, `given` or `expect`.
    case part
    /// An entry of a case.
    case entry
    /// What an entry of a case states or expects.
    case value
  }

  /// As written, a whole text with what is filled in; marks as wide as Chinese characters are their narrow twins.
  package let text: String
  package let span: Span
  package let opening: Opening?
  /// No space stands before it: the bracket of a call, the colon of an exception.
  package let isGlued: Bool
  /// A sign, and no subtraction.
  package let isSign: Bool
  /// Whether it is a text in quotation marks.
  package let isText: Bool
  /// Whether it is a word of the language, which at the beginning of a line may mean something else.
  package let isReserved: Bool
}

/// A text without problems, cut into pieces for a formatter.
package struct LayoutParse: Sendable {
  package let tokens: [LayoutToken]
  /// From `#` to the end of the line, without the line break.
  package let comments: [Span]
}

/// The pieces of a policy; nothing where its text has a problem.
package func layoutOfPolicy(_ text: SourceText) -> LayoutParse? {
  layout(of: text) { $0.parsePolicyFile() != nil }
}

/// The pieces of a file of cases; nothing where its text has a problem.
package func layoutOfCases(_ text: SourceText) -> LayoutParse? {
  layout(of: text) { !$0.parseCaseFile().isEmpty }
}

private func layout(of text: SourceText, _ parse: (inout Parser) -> Bool) -> LayoutParse? {
  let source = SourceID(0)
  guard wholeFileProblem(text, source) == nil else { return nil }
  var lexer = Lexer(text, source: source)
  lexer.run()
  var parser = Parser(tokens: lexer.tokens, bytes: text.bytes, source: source)
  parser.layout = LayoutNotes()
  guard parse(&parser), lexer.problems.count == 0, parser.problems.count == 0 else { return nil }
  return LayoutParse(tokens: parser.layoutTokens(), comments: lexer.comments)
}

/// What a formatter has to know of the tokens, by their positions.
struct LayoutNotes: Sendable {
  var openings: [Int: LayoutToken.Opening] = [:]
  var glued: Set<Int> = []
  var signs: Set<Int> = []
}

extension Parser {
  /// Notes what the present token opens, if a formatter wants to know.
  mutating func noteOpening(_ opening: LayoutToken.Opening) {
    if !isRecovering { layout?.openings[position] = opening }
  }

  /// Notes that no space stands before the present token.
  mutating func noteGlued() { layout?.glued.insert(position) }

  /// Notes that the present token is a sign.
  mutating func noteSign() { layout?.signs.insert(position) }

  fileprivate func layoutTokens() -> [LayoutToken] {
    var result: [LayoutToken] = []
    var index = 0
    while index < tokens.count, tokens[index].kind != .end {
      let first = index
      if tokens[index].kind == .textStart {
        while index < tokens.count - 1, tokens[index].kind != .textEnd { index += 1 }
      }
      let place = span(of: tokens[first]).through(span(of: tokens[index]))
      result.append(
        LayoutToken(
          text: layoutText(of: tokens[first], place), span: place, opening: layout?.openings[first],
          isGlued: layout?.glued.contains(first) == true, isSign: layout?.signs.contains(first) == true,
          isText: isText(tokens[first]), isReserved: tokens[first].keyword.map { !$0.isNameable } ?? false))
      index += 1
    }
    return result
  }

  private func layoutText(of token: Token, _ place: Span) -> String {
    switch token.kind {
    case .colon: ":"
    case .comma: ","
    case .leftParenthesis: "("
    case .rightParenthesis: ")"
    case .pipe: "|"
    case .equal: "="
    case .percentage: string(place).hasSuffix("%") ? string(place) : string(place).dropLast() + "%"
    case .wholeText, .textStart: quoted(string(place))
    default: string(place)
    }
  }

  /// A text in straight quotation marks, which close no earlier than the curly ones did.
  private func quoted(_ text: String) -> String {
    "\"\(String(text.unicodeScalars.dropFirst().dropLast()))\""
  }
}
