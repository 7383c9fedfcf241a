/// One line of a text and the marks below it.
struct Excerpt: Sendable {
  /// What is underlined, with what is said of it.
  struct Mark: Sendable {
    let columns: Range<Int>
    let text: String
    let isPrimary: Bool
  }

  let source: SourceID
  /// Where the first of its labels begins.
  let position: SourcePosition
  let line: ShownLine
  private(set) var marks: [Mark]

  /// The lines that the labels of a diagnostic stand on, the primary's first, those of one text together; labels on
  /// the same line share it. A label of a text that is not among `texts` is left out.
  static func excerpts(of diagnostic: Diagnostic, in texts: SourceTexts) -> [Excerpt] {
    var excerpts: [Excerpt] = []
    if let primary = diagnostic.primary { add(primary, isPrimary: true, to: &excerpts, texts) }
    for label in diagnostic.secondary { add(label, isPrimary: false, to: &excerpts, texts) }
    return excerpts
  }

  private static func add(
    _ label: Diagnostic.Label, isPrimary: Bool, to excerpts: inout [Excerpt], _ texts: SourceTexts
  ) {
    guard let text = texts.text(of: label.span.source) else { return }
    let start = min(max(Int(label.span.start), 0), text.bytes.count)
    let lineIndex = text.line(at: Int32(truncatingIfNeeded: start))
    let marked = markedBytes(of: label.span, from: start, in: text.content(ofLine: lineIndex), of: text.bytes)

    func mark(below line: ShownLine) -> Mark {
      Mark(columns: line.columns(of: marked), text: label.text, isPrimary: isPrimary)
    }
    let sameSource = excerpts.lastIndex { $0.source == label.span.source }
    if let same = excerpts.firstIndex(where: {
      $0.source == label.span.source && $0.line.number == lineIndex + 1 && $0.line.shows(marked.lowerBound)
    }) {
      excerpts[same].marks.append(mark(below: excerpts[same].line))
      return
    }
    let line = ShownLine(text, line: lineIndex, around: marked)
    let excerpt = Excerpt(
      source: label.span.source, position: text.position(at: Int32(truncatingIfNeeded: start)), line: line,
      marks: [mark(below: line)])
    excerpts.insert(excerpt, at: sameSource.map { $0 + 1 } ?? excerpts.count)
  }

  /// The part of a span that stands on its first line, without blanks at the end of that line.
  private static func markedBytes(
    of span: Span, from start: Int, in content: Range<Int>, of bytes: [UInt8]
  ) -> Range<Int> {
    let lower = min(start, content.upperBound)
    var upper = min(max(Int(span.end), lower), content.upperBound)
    if span.end > content.upperBound {
      while upper > lower, bytes[upper - 1] == UInt8(ascii: " ") || bytes[upper - 1] == UInt8(ascii: "\t") {
        upper -= 1
      }
    }
    return lower..<upper
  }
}
