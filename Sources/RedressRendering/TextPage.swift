import RedressDiagnostics
import RedressEngine
import RedressValues

/// A page of text that fills row by row: its columns, its paragraphs, and how amounts stand on it.
struct TextPage {
  let style: TextStyle
  /// The decimals of the currency's minor unit.
  let digits: Int
  private(set) var rows: [String] = []
  /// The next row stands apart from the last.
  private var standsApart = false

  init(style: TextStyle, digits: Int) {
    self.style = style
    self.digits = digits
  }

  /// The page as one text; every row ends with a line break.
  var text: String { rows.map { $0 + "\n" }.joined() }

  // MARK: Columns

  /// Where amounts claimed end.
  var claimedEnd: Int { style.width - 41 }
  /// Where a line's status or remedy begins.
  var statusStart: Int { style.width - 37 }
  /// Where the workings of a line end: what is assessed, and what steps take off.
  var workingEnd: Int { style.width - 22 }
  /// Where amounts payable end.
  var payableEnd: Int { style.width - 9 }
  /// Where sections below the lines begin, after their headings.
  let sectionStart = 13

  // MARK: Amounts

  /// `20,000.00`.
  func amount(_ value: Rational) -> String {
    value.fixedText(places: digits, grouping: true)
  }

  /// `-500.00` or `+20.00`.
  func change(_ value: Rational) -> String {
    (value.isNegative ? "-" : "+") + amount(value.magnitude)
  }

  // MARK: Rows

  /// Sets what follows, if anything follows, apart from what is there.
  mutating func blank() {
    standsApart = !rows.isEmpty
  }

  mutating func append(_ row: TextRow) {
    if standsApart { rows.append("") }
    standsApart = false
    rows.append(row.text)
  }

  /// A text in its own block: wrapped before its amount and its citations, which stand at the right of its first rows.
  ///
  /// - Parameters:
  ///   - indent: where the text begins; rows after the first begin two columns later.
  ///   - heading: what stands left of the first row.
  ///   - amount: ends where workings end.
  ///   - citations: in brackets at the right margin.
  mutating func paragraph(
    _ text: String, at indent: Int, heading: String? = nil, amount: String? = nil, citations: [Citation] = []
  ) {
    paragraph([TextPiece(text)], at: indent, heading: heading, amount: amount, citations: citations)
  }

  mutating func paragraph(
    _ pieces: [TextPiece], at indent: Int, heading: String? = nil, amount: String? = nil, citations: [Citation] = []
  ) {
    let sources = bracketed(citations, to: amount == nil ? 30 : style.width - workingEnd - 2)
    let sourcesWidth = sources.map { displayWidth(of: $0) }.max()
    let end =
      amount.map { workingEnd - max(11, $0.utf8.count) - 2 } ?? sourcesWidth.map { style.width - $0 - 2 } ?? style.width
    let lines = filled(pieces, to: max(20, end - indent), indent: 2)
    for position in 0..<max(lines.count, sources.count, amount == nil ? 0 : 1) {
      var row = TextRow(style)
      if position == 0, let heading { row.place(heading, at: 2) }
      if lines.indices.contains(position) {
        row.place(lines[position], at: position == 0 ? indent : indent + 2)
      }
      if position == 0, let amount { row.place(amount, endingAt: workingEnd) }
      if sources.indices.contains(position) { row.place(sources[position], endingAt: style.width) }
      append(row)
    }
  }

  /// `[contract 9.1, civil_code 590]`, in several rows where one is too short.
  private func bracketed(_ citations: [Citation], to width: Int) -> [String] {
    let pieces = citations.enumerated().map { position, citation in
      TextPiece(
        (position == 0 ? "[" : "") + shortForm(of: citation) + (position == citations.count - 1 ? "]" : ","))
    }
    return filled(pieces, to: width)
  }
}

/// `contract 7.3`.
func shortForm(of citation: Citation) -> String {
  citation.place.isEmpty ? citation.source : "\(citation.source) \(citation.place)"
}

/// `estimate of the repair (lots[1].repair_cost)`.
func described(_ name: String, label: String?) -> String {
  label.map { "\($0) (\(name))" } ?? name
}

/// `estimate of the repair (lots[1].repair_cost), proved by an invoice`.
func describedNeed(_ fact: String, label: String?, provedBy: String?) -> String {
  described(fact, label: label) + (provedBy.map { ", proved by \($0)" } ?? "")
}
