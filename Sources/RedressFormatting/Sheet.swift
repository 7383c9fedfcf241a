import RedressDiagnostics
import RedressSyntax

/// The lines written so far.
struct Sheet: Sendable {
  private var lines: [String] = []

  /// All lines, each with its line break.
  var text: String { lines.map { $0 + "\n" }.joined() }

  /// A line with its indentation, and a comment behind it.
  mutating func write(_ text: String, indentation: Int, comment: String? = nil) {
    var line = text.isEmpty ? "" : String(repeating: " ", count: indentation) + text
    if let comment { line += (line.isEmpty ? String(repeating: " ", count: indentation) : "  ") + comment }
    while line.hasSuffix(" ") { line.removeLast() }
    lines.append(line)
  }

  /// What stands between the last line and a declaration or a part of a case: a blank line, and its comments; those right
  /// below the last line and away from the piece stay there.
  mutating func writeOpening(of piece: Piece) {
    let comments = lines.isEmpty ? ([], piece.words.first?.comments ?? []) : piece.ownComments
    writeApart(comments.0)
    writeBlankLine()
    write(comments.1, indentation: 0)
    if !comments.1.isEmpty, piece.words.first?.followsBlankLine == true { writeBlankLine() }
  }

  /// Comments that belong to no line, at the margin or one step further in, as they stood.
  mutating func writeApart(_ comments: [CommentLine]) {
    for (index, comment) in comments.enumerated() {
      if comment.followsBlankLine, index > 0 { writeBlankLine() }
      write("", indentation: comment.isIndented ? 2 : 0, comment: comment.text)
    }
  }

  /// A blank line, but not at the beginning and not a second one.
  mutating func writeBlankLine() {
    if let last = lines.last, !last.isEmpty { lines.append("") }
  }

  /// Comments on lines of their own; a blank line before the first is the caller's.
  mutating func write(_ comments: [CommentLine], indentation: Int) {
    for (index, comment) in comments.enumerated() {
      if comment.followsBlankLine, index > 0 { writeBlankLine() }
      write("", indentation: indentation, comment: comment.text)
    }
  }

  // MARK: Filling

  /// Pieces on one line where they fit and nothing stands between them, else each on a line of its own; the first line is
  /// indented less than the others. Comments before the first piece are written by the caller.
  mutating func fill(_ pieces: [Piece], indentation: Int, continuation: Int) {
    var line = ""
    var margin = indentation
    for (index, piece) in pieces.enumerated() {
      let text = piece.line
      let fits = margin + displayWidth(of: line) + 1 + displayWidth(of: text) <= widestLine
      let isFree = index == 0 || !piece.hasCommentsBefore && pieces[index - 1].trailing == nil
      if !line.isEmpty, fits, isFree, !piece.isBroken {
        line += " " + text
        continue
      }
      if !line.isEmpty {
        write(line, indentation: margin, comment: pieces[index - 1].trailing)
        margin = continuation
      }
      line = ""
      if index > 0, let first = piece.words.first {
        write(first.comments, indentation: margin)
      }
      if piece.isBroken || margin + displayWidth(of: text) > widestLine {
        writeBroken(piece, indentation: margin, continuation: margin + 4)
        margin = continuation
      } else {
        line = text
      }
    }
    if !line.isEmpty { write(line, indentation: margin, comment: pieces.last?.trailing) }
  }

  /// A piece that is too long, or has comments between its words, on as many lines as it takes.
  private mutating func writeBroken(_ piece: Piece, indentation: Int, continuation: Int) {
    var margin = indentation
    var line: ArraySlice<Word> = []
    for chunk in Self.chunks(of: piece) {
      let joined = line + chunk
      let fits = margin + displayWidth(of: Piece.join(joined)) <= widestLine
      let isFree = line.isEmpty || line.last?.trailing == nil && chunk.first?.comments.isEmpty == true
      if line.isEmpty || fits && isFree {
        line = joined
        continue
      }
      write(Piece.join(line), indentation: margin, comment: line.last?.trailing)
      margin = continuation
      write(chunk.first?.comments ?? [], indentation: margin)
      line = chunk
    }
    write(Piece.join(line), indentation: margin, comment: line.last?.trailing)
  }

  /// The words of a piece, cut where a line may end: before `and` and `or`, behind commas, and where a comment stands.
  private static func chunks(of piece: Piece) -> [ArraySlice<Word>] {
    var chunks: [ArraySlice<Word>] = []
    var start = piece.words.startIndex
    for index in piece.words.indices.dropFirst() {
      let before = piece.words[index - 1]
      let word = piece.words[index]
      let isLogic = (word.text == "and" || word.text == "or") && before.text != "."
      let isListed = before.text == "," && !word.token.isReserved
      guard isLogic || isListed || before.trailing != nil || !word.comments.isEmpty else { continue }
      chunks.append(piece.words[start..<index])
      start = index
    }
    chunks.append(piece.words[start...])
    return chunks
  }

  // MARK: Columns

  /// The width each column needs, by the cells of all lines.
  static func widths(of lines: [[String]]) -> [Int] {
    var widths: [Int] = []
    for line in lines {
      for (index, cell) in line.enumerated() {
        let width = displayWidth(of: cell)
        if index < widths.count { widths[index] = max(widths[index], width) } else { widths.append(width) }
      }
    }
    return widths
  }

  /// Cells padded to the widths of their columns, with a gap behind each column that is not empty.
  static func align(_ cells: [String], to widths: [Int], gaps: [Int]) -> String {
    var result = ""
    for (index, cell) in cells.enumerated() where index < widths.count && widths[index] > 0 {
      if !result.isEmpty || index > 0 && widths[..<index].contains(where: { $0 > 0 }) {
        result += String(repeating: " ", count: gaps[index])
      }
      result += cell + String(repeating: " ", count: max(0, widths[index] - displayWidth(of: cell)))
    }
    while result.hasSuffix(" ") { result.removeLast() }
    return result
  }
}
