package import RedressDiagnostics

extension NamePage {
  /// The page as people read it.
  package func text(in texts: SourceTexts) -> String {
    var lines = ["\(policy).\(name): \(keyword)" + (label.map { ", \"\($0)\"" } ?? "")]
    if let file = texts.text(of: place.source) {
      lines.append("  \(file.name):\(file.position(at: place.start).line)")
    }
    lines.append("")
    for line in words.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      lines.append(line.isEmpty ? "" : "    " + line)
    }
    if !reads.isEmpty || !readBy.isEmpty { lines.append("") }
    if !reads.isEmpty { lines.append("  reads    \(reads.joined(separator: ", "))") }
    if !readBy.isEmpty { lines.append("  read by  \(readBy.joined(separator: ", "))") }
    for clause in clauses {
      lines += ["", "  \(clause.source) \(clause.place)  \(clause.label)"]
      guard let words = clause.words else { continue }
      for line in words.split(whereSeparator: \.isNewline) { lines.append("    \(line)") }
    }
    return lines.joined(separator: "\n")
  }
}
