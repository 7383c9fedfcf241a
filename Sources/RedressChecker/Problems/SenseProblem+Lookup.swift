package import RedressDiagnostics
package import RedressSyntax

/// Whether a cell ends before a gap or begins behind it.
package enum CellEdge: Hashable, Sendable { case ends, begins }

/// What would close a gap.
package enum LookupMend: Hashable, Sendable {
  /// The column has whole values only: its declaration.
  case whole(String, type: String)
  /// A cell that reaches as far as the gap begins.
  case widen(cell: String, mended: String)
  /// The gap lies outside what there can be: the column's declaration.
  case bound(String, type: String)
  /// The condition cells of one more row.
  case row([String])
}

/// A part of a table that no row covers.
package struct Gap: Hashable, Sendable {
  package struct Edge: Hashable, Sendable {
    package let span: Span
    package let edge: CellEdge
  }

  package let table: String
  package let place: Span
  /// The day from which these rows hold.
  package let day: String?
  /// `late above 3 to under 4 days, tier silver`; nil where there is no row at all.
  package let region: String?
  package let edges: [Edge]
  package let mends: [LookupMend]
}

/// A part of a table that two rows cover.
package struct Overlap: Hashable, Sendable {
  package struct Mend: Hashable, Sendable {
    package let cell: String
    package let mended: String
    /// Whether the cell reaches down to whatever there is.
    package let isOpenBelow: Bool
  }

  package let table: String
  package let day: String?
  package let first: Span
  package let second: Span
  /// Nil where it is everything.
  package let region: String?
  package let example: String
  package let mend: Mend?
}

/// Rows, bands and levels that leave something out, fit twice, or are never come to.
package enum LookupProblem: Hashable, Sendable {
  case noRow(Gap)
  case noLevel(Span, sum: String)
  case rowsOverlap(Overlap)
  case rowNeverReached(Span, table: String, parameter: String, range: String?)
  case bandNeverReached(Span, tiers: String, parameter: String, range: String)
  /// A band that does not end above the one before it.
  case bandsDoNotRise(Span, before: Span)
  case levelNeverReached(Name)

  var place: Span {
    switch self {
    case .noRow(let gap): gap.edges.first?.span ?? gap.place
    case .rowsOverlap(let overlap): overlap.second
    case .noLevel(let span, _), .rowNeverReached(let span, _, _, _),
      .bandNeverReached(let span, _, _, _), .bandsDoNotRise(let span, _):
      span
    case .levelNeverReached(let name): name.span
    }
  }
}

extension LookupProblem {
  var diagnostic: Diagnostic {
    switch self {
    case .noRow(let gap): gap.diagnostic
    case .noLevel(let span, let sum):
      CheckProblem.finding(
        "R0360", "nobody has the authority for \(sum)", span, "no level covers it",
        ["let one of the levels begin or end there"])
    case .rowsOverlap(let overlap): overlap.diagnostic
    case .rowNeverReached(let span, let table, let parameter, let range):
      CheckProblem.finding(
        "R0362", "no case ever comes to this row of `\(table)`", span,
        range.map { "`\(parameter)` is never there: it is \($0)" } ?? "nothing lies in it",
        ["mend the cell, or take the row out"])
    case .bandNeverReached(let span, let tiers, let parameter, let range):
      CheckProblem.finding(
        "R0362", "nothing ever falls into this band of `\(tiers)`", span,
        "`\(parameter)` is never there: it is \(range)",
        ["mend the band or the bounds, or take the band out"])
    case .bandsDoNotRise(let span, let before):
      CheckProblem.finding(
        "R0362", "this band does not end above the one before it", span, "each band begins where the last one ended",
        ["write the bands in rising order, and each end once"], also: [(before, "the one before it")])
    case .levelNeverReached(let name):
      CheckProblem.finding(
        "R0362", "`\(name.text)` is never asked: the levels before it cover the same sums", name.span,
        "the first level that covers the sum counts",
        ["put the lower sums first, or take the level out"])
    }
  }
}

extension Gap {
  fileprivate var diagnostic: Diagnostic {
    let rows = day.map { " from \($0)" } ?? ""
    let message =
      region.map { "no row of `\(table)`\(rows) fits \($0)" } ?? "no row of `\(table)`\(rows) fits any case"
    let primary = edges.first.map { Diagnostic.Label($0.span, $0.edge.words) } ?? .init(place, "in this table")
    return Diagnostic(
      code: "R0360", message: message, primary: primary,
      secondary: edges.dropFirst().map { .init($0.span, $0.edge.words) },
      helps: mends.enumerated().map { ($0.offset > 0 ? "or " : "") + $0.element.help })
  }
}

extension CellEdge {
  fileprivate var words: String {
    switch self {
    case .begins: "this begins behind it"
    case .ends: "this ends before it"
    }
  }
}

extension LookupMend {
  fileprivate var help: String {
    switch self {
    case .whole(let name, let type): "if it is always whole, say so: `\(name) : \(type)`"
    case .widen(let cell, let mended): "for `\(cell)` write `\(mended)`"
    case .bound(let name, let type): "if it is never so, say so: `\(name) : \(type)`"
    case .row(let cells):
      "add a row `| \(cells.joined(separator: " | ")) | … |`, or behind the rows `otherwise refused because \"…\"`"
    }
  }
}

extension Overlap {
  fileprivate var diagnostic: Diagnostic {
    let rows = day.map { " from \($0)" } ?? ""
    var helps: [String] = []
    if let mend {
      helps.append(
        mend.isOpenBelow
          ? "`\(mend.cell)` begins at the very bottom; did you mean `\(mend.mended)`?"
          : "did you mean `\(mend.mended)` for `\(mend.cell)`?")
    }
    helps.append((mend == nil ? "" : "or ") + "take one of them out, or tell them apart in another column")
    return Diagnostic(
      code: "R0361",
      message: region.map { "two rows of `\(table)`\(rows) fit \($0)" }
        ?? "two rows of `\(table)`\(rows) fit every case",
      primary: .init(second, "fits \(example)"), secondary: [.init(first, "and so does this one")], helps: helps)
  }
}
