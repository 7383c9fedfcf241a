import RedressSyntax

/// The layout of a declaration of several lines: its clauses, fields and rows below its heading.
struct BlockLayout: Sendable {
  private let declaration: Declaration

  init(_ declaration: Declaration) { self.declaration = declaration }

  /// Pieces that stand on one line where they fit.
  private struct Group {
    var pieces: [Piece]
    let indentation: Int
    let continuation: Int
    var role = Role.clause

    enum Role { case heading, clause, exception, reasons, rows, options, fields }
  }

  func write(to sheet: inout Sheet) {
    for (index, group) in groups.enumerated() {
      if index > 0, let first = group.pieces.first?.words.first, group.role != .fields, group.role != .rows {
        sheet.write(first.comments, indentation: group.indentation)
      }
      switch group.role {
      case .rows: writeRows(group, to: &sheet)
      case .options: writeOptions(group, to: &sheet)
      case .fields: writeFields(group, to: &sheet)
      case .heading where declaration.keyword == "kind": writeKind(group, to: &sheet)
      default: sheet.fill(group.pieces, indentation: group.indentation, continuation: group.continuation)
      }
    }
  }

  // MARK: Groups

  private static let reasons: Set<String> = ["because", "citing", "leaving"]
  private static let attributes: Set<String> = ["default", "optional", "private", "proved"]
  /// Declarations whose heading is what gives the reason.
  private static let reasonsBelowHeading: Set<String> = ["require", "always", "apply", "note", "approval"]

  private var groups: [Group] {
    let clausesGoOn = ["note", "approval", "choice"].contains(declaration.keyword)
    var groups = [
      Group(pieces: [declaration.heading], indentation: 0, continuation: clausesGoOn ? 2 : 4, role: .heading)
    ]
    var isDated = false
    for piece in declaration.clauses {
      let last = groups.count - 1
      switch piece.opening {
      case .field:
        append(piece, as: .fields, 2, to: &groups)
      case .row:
        append(piece, as: .rows, isDated ? 4 : 2, to: &groups)
      case .clause where joins(piece, groups[last]):
        groups[last].pieces.append(piece)
      case .clause where Self.reasons.contains(piece.keyword):
        let indentation = Self.reasonsBelowHeading.contains(declaration.keyword) ? 2 : 4
        groups.append(Group(pieces: [piece], indentation: indentation, continuation: indentation, role: .reasons))
      case .clause where piece.keyword == "option":
        append(piece, as: .options, 2, to: &groups)
      default:
        if declaration.keyword == "table", piece.keyword == "from" { isDated = true }
        let role = Self.roles[piece.keyword] ?? .clause
        let continuation = Self.keepReasons.contains(piece.keyword) ? 4 : 6
        groups.append(Group(pieces: [piece], indentation: 2, continuation: continuation, role: role))
      }
    }
    return groups
  }

  /// Clauses with their reasons on the same line.
  private static let keepReasons: Set<String> = ["prefer", "otherwise"]

  /// Clauses that others stand beside: conditions of exceptions and steps, reasons of a preference.
  private static let roles: [String: Group.Role] = [
    "except": .exception, "at": .exception, "less": .exception, "plus": .exception, "times": .exception,
    "nothing": .exception, "rounded": .exception, "only": .exception, "prefer": .exception, "otherwise": .exception,
  ]

  private func append(_ piece: Piece, as role: Group.Role, _ indentation: Int, to groups: inout [Group]) {
    if let last = groups.indices.last, groups[last].role == role {
      groups[last].pieces.append(piece)
    } else {
      groups.append(Group(pieces: [piece], indentation: indentation, continuation: indentation + 4, role: role))
    }
  }

  /// Whether a clause stands on the line of those before it.
  private func joins(_ piece: Piece, _ group: Group) -> Bool {
    let first = group.pieces.first?.keyword ?? ""
    switch piece.keyword {
    case "because", "citing", "leaving":
      return group.role == .reasons || group.role == .rows || Self.keepReasons.contains(first)
    case "overriding": return true
    case "when":
      if group.role == .heading { return ["note", "approval"].contains(declaration.keyword) }
      return group.role == .exception || first == "from" || first == "borne"
    case "for": return group.role == .heading && declaration.keyword == "choice"
    case "of", "gives", "in": return group.role == .heading
    default: return Self.attributes.contains(piece.keyword)
    }
  }

  // MARK: Groups with columns

  private func writeRows(_ group: Group, to sheet: inout Sheet) {
    var layout = RowLayout()
    layout.hasLabels = declaration.keyword == "authority"
    for piece in group.pieces {
      if piece.opening == .row {
        layout.rows.append(RowLayout.Row(piece: piece))
      } else if let last = layout.rows.indices.last {
        layout.rows[last].reasons.append(piece)
      }
    }
    layout.write(to: &sheet, indentation: group.indentation)
  }

  private func writeOptions(_ group: Group, to sheet: inout Sheet) {
    let cells = group.pieces.map { [Piece.join($0.words.prefix(2)), Piece.join($0.words.dropFirst(2))] }
    let widths = Sheet.widths(of: cells)
    for (index, piece) in group.pieces.enumerated() {
      if index > 0, let first = piece.words.first { sheet.write(first.comments, indentation: 2) }
      if piece.isBroken {
        sheet.fill([piece], indentation: 2, continuation: 6)
      } else {
        sheet.write(Sheet.align(cells[index], to: widths, gaps: [0, 1]), indentation: 2, comment: piece.trailing)
      }
    }
  }

  private func writeKind(_ group: Group, to sheet: inout Sheet) {
    guard let heading = group.pieces.first, !heading.isBroken, let kind = KindWords(heading) else {
      return sheet.fill(group.pieces, indentation: 0, continuation: 2)
    }
    sheet.write(kind.name, indentation: 0)
    let widths = Sheet.widths(of: kind.parts)
    for (index, part) in kind.parts.enumerated() {
      let comment = index == kind.parts.count - 1 ? heading.trailing : nil
      sheet.write(Sheet.align(part, to: widths, gaps: [0, 1, 1]), indentation: 2, comment: comment)
    }
  }

  /// The fields of a record, in columns; a blank line begins new ones.
  private func writeFields(_ group: Group, to sheet: inout Sheet) {
    var fields: [[Piece]] = []
    for piece in group.pieces {
      if piece.opening == .field {
        if piece.followsBlankLine, !fields.isEmpty {
          write(fields, to: &sheet)
          sheet.writeBlankLine()
          fields = []
        }
        fields.append([piece])
      } else if !fields.isEmpty {
        fields[fields.count - 1].append(piece)
      }
    }
    write(fields, to: &sheet)
  }

  private func write(_ fields: [[Piece]], to sheet: inout Sheet) {
    let columns = fields.map { pieces in
      Columns(typed: pieces[0], attributes: Array(pieces.dropFirst()), nameLength: 1)
    }
    let widths = Sheet.widths(of: columns.map(\.cells))
    for (pieces, columns) in zip(fields, columns) {
      if let first = pieces[0].words.first { sheet.write(first.comments, indentation: 2) }
      let isBroken =
        pieces.contains(where: \.isBroken) || pieces.dropFirst().contains(where: \.hasCommentsBefore)
        || pieces.dropLast().contains { $0.trailing != nil }
      if isBroken {
        sheet.fill(pieces, indentation: 2, continuation: 6)
      } else {
        columns.write(to: &sheet, widths: widths, indentation: 2, comment: pieces.last?.trailing)
      }
    }
  }
}
