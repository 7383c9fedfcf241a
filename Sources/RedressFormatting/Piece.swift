import RedressDiagnostics
import RedressSyntax

/// A comment on lines of its own.
struct CommentLine: Sendable {
  let text: String
  let followsBlankLine: Bool
  /// Whether it stood further in than declarations do.
  let isIndented: Bool
}

/// A token with what stands around it and means nothing.
struct Word: Sendable {
  let token: LayoutToken
  /// The comments between the line of the token before it and its own.
  var comments: [CommentLine] = []
  /// Whether a blank line stands right before it.
  var followsBlankLine = false
  /// The comment behind it on its line.
  var trailing: String?

  var text: String { token.text }
}

/// The tokens from one that opens something to the next such one.
struct Piece: Sendable {
  var words: [Word]
  /// The comments behind the last token of the text; only in the last piece, which has no tokens.
  var ending: [CommentLine] = []

  var opening: LayoutToken.Opening? { words.first?.token.opening }

  /// The word it begins with.
  var keyword: String { words.first?.text ?? "" }

  /// Whether a comment stands before it.
  var hasCommentsBefore: Bool { words.first?.comments.isEmpty == false }

  /// Whether a blank line stands before it, or before the comments before it.
  var followsBlankLine: Bool {
    guard let first = words.first else { return false }
    return first.comments.first?.followsBlankLine ?? first.followsBlankLine
  }

  /// Whether a comment stands between its words, so that it cannot be one line.
  var isBroken: Bool {
    words.dropFirst().contains { !$0.comments.isEmpty } || words.dropLast().contains { $0.trailing != nil }
  }

  /// The comment behind its last word.
  var trailing: String? { words.last?.trailing }

  /// All pieces of a text, with its comments; the last has none but the comments at the end.
  static func read(_ parse: LayoutParse, of text: SourceText) -> [Piece] {
    var pieces: [Piece] = []
    var comments = parse.comments[...]
    var previousEnd: Int32 = 0
    for token in parse.tokens {
      var word = Word(token: token)
      while let next = comments.first, next.start < token.span.start {
        comments = comments.dropFirst()
        let letters = comment(next, of: text)
        if previousEnd > 0, lineBreaks(in: text, previousEnd, next.start) == 0, let last = pieces.indices.last {
          pieces[last].words[pieces[last].words.count - 1].trailing = letters
        } else {
          let isBlank = lineBreaks(in: text, previousEnd, next.start) > 1
          word.comments.append(line(letters, next, of: text, followsBlankLine: isBlank))
        }
        previousEnd = next.end
      }
      word.followsBlankLine = lineBreaks(in: text, previousEnd, token.span.start) > 1
      previousEnd = token.span.end
      if token.opening != nil || pieces.isEmpty {
        pieces.append(Piece(words: [word]))
      } else {
        pieces[pieces.count - 1].words.append(word)
      }
    }
    pieces.append(Piece(words: []))
    for next in comments {
      let letters = comment(next, of: text)
      let breaks = lineBreaks(in: text, previousEnd, next.start)
      if breaks == 0, pieces.count > 1 {
        let last = pieces.count - 2
        pieces[last].words[pieces[last].words.count - 1].trailing = letters
      } else {
        pieces[pieces.count - 1].ending.append(line(letters, next, of: text, followsBlankLine: breaks > 1))
      }
      previousEnd = next.end
    }
    return pieces
  }

  private static func line(
    _ letters: String, _ span: Span, of text: SourceText, followsBlankLine: Bool
  ) -> CommentLine {
    let isAtMargin = span.start == 0 || text.bytes[Int(span.start) - 1] == UInt8(ascii: "\n")
    return CommentLine(text: letters, followsBlankLine: followsBlankLine, isIndented: !isAtMargin)
  }

  private static func lineBreaks(in text: SourceText, _ start: Int32, _ end: Int32) -> Int {
    guard start < end else { return 0 }
    return text.bytes[Int(start)..<Int(end)].count { $0 == UInt8(ascii: "\n") }
  }
}

extension Piece {
  /// Its words on one line; comments are left out.
  var line: String { Piece.join(words[...]) }

  /// Words on one line, with a space where one belongs.
  static func join(_ words: ArraySlice<Word>) -> String {
    var result = ""
    var previous: LayoutToken?
    for word in words {
      if let previous, needsSpace(previous, word.token) { result += " " }
      result += word.text
      previous = word.token
    }
    return result
  }

  private static func needsSpace(_ left: LayoutToken, _ right: LayoutToken) -> Bool {
    // Two signs side by side would begin a comment in other languages.
    if left.isSign { return right.isSign }
    if right.isGlued { return false }
    switch right.text {
    case ",", ")", ".", "[", "]", "@": return false
    default: break
    }
    switch left.text {
    case "(", ".", "[", "@": return false
    default: return true
    }
  }
}
