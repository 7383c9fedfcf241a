import RedressSyntax

/// The layout of a policy: declarations with a blank line between them, but for runs of one line each.
struct PolicyLayout: Sendable {
  private var declarations: [Declaration] = []
  private var ending: [CommentLine] = []

  init(_ pieces: [Piece]) {
    for piece in pieces {
      if piece.words.isEmpty {
        ending = piece.ending
      } else if piece.opening == .declaration || declarations.isEmpty {
        declarations.append(Declaration(pieces: [piece]))
      } else {
        declarations[declarations.count - 1].pieces.append(piece)
      }
    }
  }

  func write(to sheet: inout Sheet) {
    var run: [(declaration: Declaration, columns: Columns)] = []
    for declaration in declarations {
      let columns = declaration.columns
      let continues =
        columns != nil && run.last?.declaration.keyword == declaration.keyword && !declaration.heading.followsBlankLine
      if !continues { flush(&run, to: &sheet) }
      if let columns {
        run.append((declaration, columns))
      } else {
        sheet.writeOpening(of: declaration.heading)
        BlockLayout(declaration).write(to: &sheet)
      }
    }
    flush(&run, to: &sheet)
    if ending.first?.followsBlankLine == true { sheet.writeBlankLine() }
    sheet.writeApart(ending)
  }

  /// One line for each, in columns; where columns would make a line too long, without.
  private func flush(_ run: inout [(declaration: Declaration, columns: Columns)], to sheet: inout Sheet) {
    let lines = run.map(\.columns)
    let widths = Sheet.widths(of: lines.map(\.cells))
    let isAligned = lines.allSatisfy { $0.fits(widths) }
    for (index, (declaration, columns)) in run.enumerated() {
      if index == 0 {
        sheet.writeOpening(of: declaration.heading)
      } else {
        sheet.write(declaration.heading.words.first?.comments ?? [], indentation: 0)
      }
      let own = isAligned ? widths : Sheet.widths(of: [columns.cells])
      columns.write(to: &sheet, widths: own, indentation: 0, comment: declaration.trailing)
    }
    run = []
  }
}

extension Piece {
  /// The comments before it, apart from those that stand right below what comes before, and away from it.
  var ownComments: (above: [CommentLine], own: [CommentLine]) {
    guard let word = words.first, let first = word.comments.first, !first.followsBlankLine else {
      return ([], words.first?.comments ?? [])
    }
    if let index = word.comments.firstIndex(where: \.followsBlankLine) {
      return (Array(word.comments[..<index]), Array(word.comments[index...]))
    }
    return word.followsBlankLine ? (word.comments, []) : ([], word.comments)
  }
}
