/// A diagnostic as people read it: the message, the lines it is about with their places marked, what would be right.
///
/// Lines are separated by a line break; there is none at the end. Nothing that could command a terminal gets through
/// from the text or from the diagnostic's own wording.
package func layout(_ diagnostic: Diagnostic, in texts: SourceTexts, style: LayoutStyle) -> String {
  let excerpts = Excerpt.excerpts(of: diagnostic, in: texts)
  let gutter = excerpts.reduce(1) { max($0, String($1.line.number).count) }
  var lines = [
    style.paint("error[\(printable(diagnostic.code))]", as: .error)
      + style.paint(": " + printable(diagnostic.message), as: .message)
  ]
  var source: SourceID?
  for excerpt in excerpts {
    if excerpt.source != source {
      source = excerpt.source
      let name = texts.text(of: excerpt.source)?.name ?? ""
      lines.append("  \(printable(name)):\(excerpt.position.line):\(excerpt.position.column)")
    }
    lines += layout(excerpt, gutter: gutter, style: style)
  }
  let margin = String(repeating: " ", count: gutter + 1)
  for help in diagnostic.helps {
    lines += layout(help: help, margin: margin, style: style)
  }
  return lines.joined(separator: "\n")
}

/// Several diagnostics as people read them: in the order of their places, those without a place first, a blank line
/// between two of them, and at the end how many there are. The empty text where there are none.
package func layout(all diagnostics: [Diagnostic], in texts: SourceTexts, style: LayoutStyle) -> String {
  guard !diagnostics.isEmpty else { return "" }
  let count = diagnostics.count == 1 ? "1 error" : "\(diagnostics.count) errors"
  let parts = sortedByPlace(diagnostics).map { layout($0, in: texts, style: style) }
  return (parts + [style.paint(count, as: .error)]).joined(separator: "\n\n")
}

/// The diagnostics in the order of their places: by text, then by where they begin and end, then as they came; those
/// without a place first.
package func sortedByPlace(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
  func key(_ diagnostic: Diagnostic) -> (Int32, Int32, Int32) {
    guard let span = diagnostic.primary?.span else { return (-1, 0, 0) }
    return (span.source.index, span.start, span.end)
  }
  let keyed = diagnostics.enumerated().map { (key: key($0.element), offset: $0.offset, diagnostic: $0.element) }
  return keyed.sorted { $0.key == $1.key ? $0.offset < $1.offset : $0.key < $1.key }.map(\.diagnostic)
}

private func layout(_ excerpt: Excerpt, gutter: Int, style: LayoutStyle) -> [String] {
  let number = String(excerpt.line.number)
  let empty = style.paint(String(repeating: " ", count: gutter + 1) + "|", as: .gutter)
  let numbered = String(repeating: " ", count: gutter - number.count) + number + " |"
  let text = excerpt.line.text
  var lines = [empty, style.paint(numbered, as: .gutter) + (text.isEmpty ? "" : " " + text)]
  for mark in excerpt.marks {
    let line = String(repeating: mark.isPrimary ? "^" : "-", count: mark.columns.count)
    let said = mark.text.isEmpty ? line : line + " " + printable(mark.text)
    lines.append(
      empty + String(repeating: " ", count: mark.columns.lowerBound + 1)
        + style.paint(said, as: mark.isPrimary ? .primary : .secondary))
  }
  return lines
}

/// A help may be several lines to paste; they stay under each other.
private func layout(help: String, margin: String, style: LayoutStyle) -> [String] {
  help.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated().map { index, line in
    let text = printable(String(line))
    if index > 0 { return text.isEmpty ? "" : margin + "        " + text }
    return margin + style.paint("=", as: .gutter) + " " + style.paint("help:", as: .help) + " " + text
  }
}
