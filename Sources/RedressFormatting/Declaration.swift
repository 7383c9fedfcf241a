import RedressDiagnostics
import RedressSyntax

/// A declaration with its clauses, fields and rows.
struct Declaration: Sendable {
  var pieces: [Piece]

  /// The word it begins with.
  var keyword: String { pieces.first?.keyword ?? "" }

  /// The words before its first clause.
  var heading: Piece { pieces.first ?? Piece(words: []) }

  var clauses: ArraySlice<Piece> { pieces.dropFirst() }

  /// Whether a comment stands inside it, so that it is laid out clause by clause.
  private var isBroken: Bool {
    pieces.contains(where: \.isBroken) || clauses.contains(where: \.hasCommentsBefore)
      || pieces.dropLast().contains { $0.trailing != nil }
  }

  /// The comment behind its last word.
  var trailing: String? { pieces.last?.trailing }

  /// Its columns where it can stand on one line beside others of its kind.
  var columns: Columns? {
    guard !isBroken else { return nil }
    let columns: Columns
    switch keyword {
    case "source", "party", "unit":
      guard clauses.isEmpty else { return nil }
      columns = Columns(cells: headingCells, gaps: [0, 1, 1, 1, 1])
    case "fact": return Columns(typed: heading, attributes: Array(clauses), nameLength: 2)
    case "detail":
      let words = heading.words[...]
      let label = words.firstIndex { $0.token.isText } ?? words.endIndex
      columns = Columns(
        cells: [Piece.join(words.prefix(2)), Piece.join(words[..<label].dropFirst(2)), Piece.join(words[label...])],
        gaps: [0, 1, 1])
    case "kind":
      guard let kind = KindWords(heading), kind.isShort else { return nil }
      columns = Columns(cells: [kind.name, kind.line], gaps: [0, 1])
    case "define", "figure", "deadline", "note", "approval":
      guard let only = clauses.first, clauses.count == 1, ["is", "when"].contains(only.keyword) else { return nil }
      columns = Columns(cells: headingCells + [only.line], gaps: [0, 1, 1, 1, 1])
    default: return nil
    }
    return columns.isShort ? columns : nil
  }

  /// Keyword, name and parameters; what stands before the label; the label; and what stands behind it.
  private var headingCells: [String] {
    let words = heading.words[...]
    var start = min(2, words.count)
    if start < words.count, words[start].token.isGlued {
      var depth = 0
      repeat {
        depth += words[start].text == "(" ? 1 : words[start].text == ")" ? -1 : 0
        start += 1
      } while depth > 0 && start < words.count
    }
    let end = words[start...].firstIndex { !$0.token.isText && !isLanguage($0, in: words) } ?? words.endIndex
    return [Piece.join(words[..<start]), Piece.join(words[start..<end]), Piece.join(words[end...])]
  }

  /// Whether the word is the `zh` of a translation: a text stands on both sides of it.
  private func isLanguage(_ word: Word, in words: ArraySlice<Word>) -> Bool {
    guard let index = words.firstIndex(where: { $0.token.span == word.token.span }),
      index > words.startIndex, index + 1 < words.endIndex
    else { return false }
    return ["en", "zh", "zh_Hant"].contains(word.text) && words[index - 1].token.isText && words[index + 1].token.isText
  }
}

/// What stands on a line, in columns that those of the lines above and below share.
struct Columns: Sendable {
  var cells: [String]
  let gaps: [Int]
  /// Clauses that go to lines of their own where there is no room.
  var attributes: [Piece] = []

  init(cells: [String], gaps: [Int]) {
    self.cells = cells
    self.gaps = gaps
  }

  /// A fact, a detail or a field: its name, its type and bounds, its label, and the rest.
  init(typed piece: Piece, attributes: [Piece], nameLength: Int) {
    let words = piece.words[...]
    var label = words.endIndex
    while label > nameLength + 1, words[label - 1].token.isText {
      label -= 1
      let isTranslation = label > nameLength + 2 && words[label - 2].token.isText
      if isTranslation, ["en", "zh", "zh_Hant"].contains(words[label - 1].text) { label -= 1 }
    }
    cells = [Piece.join(words.prefix(nameLength)), Piece.join(words[nameLength..<label]), Piece.join(words[label...])]
    gaps = [0, 1, 2]
    self.attributes = attributes
  }

  /// Whether it fits on a line without regard to others.
  var isShort: Bool {
    displayWidth(of: Sheet.align(cells, to: Sheet.widths(of: [cells]), gaps: gaps)) <= widestLine
  }

  /// Whether it fits on a line in columns of these widths; attributes may go to lines of their own.
  func fits(_ widths: [Int]) -> Bool {
    displayWidth(of: Sheet.align(cells, to: widths, gaps: gaps)) <= widestLine
  }

  /// The last cell with the attributes behind it.
  private var lastCell: String {
    (cells.suffix(1).filter { !$0.isEmpty } + attributes.map(\.line)).joined(separator: "  ")
  }

  /// Writes it as the line it shares columns with others in.
  func write(to sheet: inout Sheet, widths: [Int], indentation: Int, comment: String?) {
    let last = lastCell
    let full = Sheet.align(cells.dropLast() + [last], to: widths.dropLast() + [displayWidth(of: last)], gaps: gaps)
    if attributes.isEmpty || indentation + displayWidth(of: full) <= widestLine {
      return sheet.write(full, indentation: indentation, comment: comment)
    }
    sheet.write(Sheet.align(cells, to: widths, gaps: gaps), indentation: indentation)
    sheet.fill(attributes, indentation: indentation + 4, continuation: indentation + 4)
  }
}

/// `kind Cause is packing "weak packing" or handling`.
struct KindWords: Sendable {
  let name: String
  /// `is`, `or` or `<`, the word behind it, and its label.
  let parts: [[String]]

  init?(_ heading: Piece) {
    let words = heading.words[...]
    guard words.count > 3 else { return nil }
    name = Piece.join(words.prefix(2))
    var parts: [[String]] = []
    var index = words.startIndex + 2
    while index + 1 < words.endIndex {
      var end = index + 2
      while end < words.endIndex {
        let isTranslation = end + 1 < words.endIndex && words[end + 1].token.isText && words[end - 1].token.isText
        guard words[end].token.isText || isTranslation else { break }
        end += 1
      }
      parts.append([words[index].text, words[index + 1].text, Piece.join(words[(index + 2)..<end])])
      index = end
    }
    self.parts = parts
  }

  var line: String { parts.map { $0.filter { !$0.isEmpty }.joined(separator: " ") }.joined(separator: " ") }

  /// Whether it stands on one line: where it fits, and has no more than two labels.
  var isShort: Bool {
    parts.count { !$0[2].isEmpty } <= 2 && displayWidth(of: name) + 1 + displayWidth(of: line) <= widestLine
  }
}
