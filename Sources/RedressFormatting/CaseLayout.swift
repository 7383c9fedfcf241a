import RedressDiagnostics
import RedressSyntax

/// The layout of a file of cases: parts with entries in two columns.
struct CaseLayout: Sendable {
  private let pieces: [Piece]

  init(_ pieces: [Piece]) { self.pieces = pieces }

  /// An entry: what it is about, what is said of it, and the rows below it.
  private struct Entry {
    let key: Piece
    var value: Piece?
    var rows: [Piece] = []
  }

  func write(to sheet: inout Sheet) {
    var entries: [Entry] = []
    for piece in pieces {
      switch piece.opening {
      case .entry: entries.append(Entry(key: piece))
      case .value where !entries.isEmpty: entries[entries.count - 1].value = piece
      case .row where !entries.isEmpty: entries[entries.count - 1].rows.append(piece)
      default:
        flush(&entries, to: &sheet)
        writeHeading(piece, to: &sheet)
      }
    }
    flush(&entries, to: &sheet)
  }

  private func writeHeading(_ piece: Piece, to sheet: inout Sheet) {
    guard let first = piece.words.first else {
      if piece.ending.first?.followsBlankLine == true { sheet.writeBlankLine() }
      return sheet.writeApart(piece.ending)
    }
    guard piece.opening != .header else {
      sheet.write(first.comments, indentation: 2)
      return sheet.fill([piece], indentation: 2, continuation: 6)
    }
    sheet.writeOpening(of: piece)
    sheet.fill([piece], indentation: 0, continuation: 4)
  }

  private func flush(_ entries: inout [Entry], to sheet: inout Sheet) {
    var group: [Entry] = []
    for entry in entries {
      if entry.key.followsBlankLine, !group.isEmpty {
        write(group, to: &sheet)
        sheet.writeBlankLine()
        group = []
      }
      group.append(entry)
    }
    write(group, to: &sheet)
    entries = []
  }

  private func write(_ group: [Entry], to sheet: inout Sheet) {
    let widths = Sheet.widths(of: group.filter { $0.value != nil }.map { [$0.key.line] })
    for entry in group {
      if let first = entry.key.words.first { sheet.write(first.comments, indentation: 2) }
      guard let value = entry.value else {
        sheet.write(entry.key.line, indentation: 2, comment: entry.key.trailing)
        RowLayout(rows: entry.rows.map { RowLayout.Row(piece: $0) }).write(to: &sheet, indentation: 4)
        continue
      }
      guard !entry.key.isBroken, !value.isBroken, entry.key.trailing == nil, !value.hasCommentsBefore else {
        sheet.fill([entry.key, value], indentation: 2, continuation: 6)
        continue
      }
      let line = Sheet.align([entry.key.line, value.line], to: widths + [displayWidth(of: value.line)], gaps: [0, 2])
      sheet.write(line, indentation: 2, comment: value.trailing)
    }
  }
}
