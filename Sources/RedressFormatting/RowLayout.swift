import RedressDiagnostics

/// Rows that stand below one another, their cells in columns.
struct RowLayout: Sendable {
  /// A row, and its reasons.
  struct Row: Sendable {
    let piece: Piece
    var reasons: [Piece] = []
  }

  var rows: [Row] = []
  /// Whether the first cell is a word and its label, as in authorities.
  var hasLabels = false

  /// The cells of a row, without the bars.
  private func cells(of piece: Piece) -> [ArraySlice<Word>] {
    var cells: [ArraySlice<Word>] = []
    var start = piece.words.startIndex + 1
    for index in piece.words.indices.dropFirst() where piece.words[index].text == "|" {
      cells.append(piece.words[start..<index])
      start = index + 1
    }
    return cells
  }

  func write(to sheet: inout Sheet, indentation: Int) {
    let words = rows.map { cells(of: $0.piece) }
    let labelled = words.map { line in line.first.map { [Piece.join($0.prefix(1)), Piece.join($0.dropFirst())] } ?? [] }
    let labelWidths = Sheet.widths(of: labelled)
    let texts = zip(words, labelled).map { line, label in
      var cells = line.map { Piece.join($0) }
      if hasLabels, !cells.isEmpty { cells[0] = Sheet.align(label, to: labelWidths, gaps: [0, 1]) }
      return cells
    }
    let widths = Sheet.widths(of: texts)
    for (row, cells) in zip(rows, texts) {
      var line = "|"
      for (cell, width) in zip(cells, widths) {
        line += " " + cell + String(repeating: " ", count: max(0, width - displayWidth(of: cell))) + " |"
      }
      for reason in row.reasons { line += " " + reason.line }
      if let first = row.piece.words.first {
        sheet.write(first.comments, indentation: indentation)
      }
      sheet.write(line, indentation: indentation, comment: (row.reasons.last ?? row.piece).trailing)
    }
  }
}
