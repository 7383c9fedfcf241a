package import RedressDiagnostics

/// The rows of a CSV table file as far as they could be read, and what was wrong.
package struct TableFileParse: Sendable {
  /// Nothing where the first line could not be read as the header.
  package let rows: TableSyntax.Rows?
  /// In the order of the text.
  package let problems: [SyntaxProblem]
}

/// Reads a table from a CSV file; any bytes give an answer.
///
/// The first line has the names of the parameters and `gives`, and, if wanted, `because` (the words of the reason, without
/// quotation marks of their own) and `citing` (as in rules: `contract "7.1"`). All places are places of the CSV text.
package func parseTableFile(_ text: SourceText, as source: SourceID) -> TableFileParse {
  if let problem = wholeFileProblem(text, source) { return TableFileParse(rows: nil, problems: [problem]) }
  var reader = TableFileReader(text.bytes, source: source)
  reader.readRecords()
  let tokens = reader.tokens()
  var parser = Parser(tokens: tokens, bytes: reader.masked, source: source)
  let rows = tokens.count > 1 ? parser.parseTableFile() : nil
  let end = Span(source, text.bytes.count, text.bytes.count)
  return TableFileParse(rows: rows, problems: reader.problems.sorted(with: parser.problems, end: end))
}

extension Parser {
  /// The rows of a table file, whose tokens stand as those of a table in a policy.
  fileprivate mutating func parseTableFile() -> TableSyntax.Rows? {
    setClauses(RulingClauses.reasons)
    hasRows = true
    isTableFile = true
    return parseTableRows(from: nil)
  }
}

/// Cuts a CSV text into cells, and gives their tokens in the order a table of a policy has them.
///
/// The text is first masked: marks that only CSV knows become spaces or their twins in rules, byte for byte, so that the
/// lexer reads it and every place stays where it was.
private struct TableFileReader {
  struct Cell {
    /// What stands in the cell, without its marks.
    let start: Int
    let end: Int
    let isQuoted: Bool
  }

  let source: SourceID
  var masked: [UInt8]
  var records: [[Cell]] = []
  private(set) var problems = ProblemList()
  /// Whether a cell in quotation marks has no end, so that nobody knows what belongs to it.
  private var isUnclosed = false

  init(_ bytes: [UInt8], source: SourceID) {
    self.source = source
    masked = bytes
  }

  private func span(_ start: Int, _ end: Int) -> Span { Span(source, start, end) }

  private mutating func report(_ fault: SyntaxProblem.TableFault, _ start: Int, _ end: Int) {
    problems.add(.table(fault, span(start, end)), at: span(start, end))
  }

  // MARK: Records

  /// Finds all cells; lines without anything in them are read over.
  mutating func readRecords() {
    var offset = masked.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while offset < masked.count {
      var record: [Cell] = []
      let start = offset
      repeat {
        if !record.isEmpty { offset += 1 }
        record.append(isQuote(at: firstOfCell(offset)) ? readQuoted(&offset) : readBare(&offset))
      } while offset < masked.count && masked[offset] == UInt8(ascii: ",")
      offset += offset < masked.count && masked[offset] == UInt8(ascii: "\r") ? 2 : 1
      if isUnclosed { return }
      guard record.contains(where: { $0.end > $0.start }) else { continue }
      if let first = record.first, !first.isQuoted, first.start < first.end, masked[first.start] == UInt8(ascii: "#") {
        if problems.count == 0 { report(.commentInFile, first.start, first.start + 1) }
        continue
      }
      let line = masked[start..<min(offset, masked.count)]
      if records.isEmpty, record.count == 1, let mark = line.firstIndex(where: { isForeignSeparator($0) }) {
        report(.separators(masked[mark] == UInt8(ascii: ";") ? "semicolons" : "tabs"), mark, mark + 1)
        return
      }
      records.append(record)
    }
    if records.isEmpty, problems.count == 0 { report(.emptyFile, 0, 0) }
  }

  private func isQuote(at offset: Int) -> Bool { offset < masked.count && masked[offset] == UInt8(ascii: "\"") }

  private func isForeignSeparator(_ byte: UInt8) -> Bool { byte == UInt8(ascii: ";") || byte == UInt8(ascii: "\t") }

  private func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

  private func isEnd(at offset: Int) -> Bool {
    guard offset < masked.count else { return true }
    let byte = masked[offset]
    return byte == UInt8(ascii: "\n")
      || byte == UInt8(ascii: "\r") && offset + 1 < masked.count && masked[offset + 1] == UInt8(ascii: "\n")
  }

  private func firstOfCell(_ offset: Int) -> Int {
    var index = offset
    while index < masked.count, isBlank(masked[index]) { index += 1 }
    return index
  }

  private func readBare(_ offset: inout Int) -> Cell {
    let start = firstOfCell(offset)
    offset = max(offset, start)
    while !isEnd(at: offset), masked[offset] != UInt8(ascii: ",") { offset += 1 }
    var end = offset
    while end > start, isBlank(masked[end - 1]) { end -= 1 }
    return Cell(start: start, end: end, isQuoted: false)
  }

  /// A cell in quotation marks, in which a doubled one stands for one.
  private mutating func readQuoted(_ offset: inout Int) -> Cell {
    let mark = firstOfCell(offset)
    offset = mark + 1
    while offset < masked.count {
      if masked[offset] == UInt8(ascii: "\"") {
        guard isQuote(at: offset + 1) else { break }
        offset += 1
      }
      offset += 1
    }
    let end = min(offset, masked.count)
    let cell = Cell(start: mark + 1, end: end, isQuoted: true)
    guard offset < masked.count else {
      report(.unclosedCell, mark, mark + 1)
      isUnclosed = true
      return cell
    }
    offset += 1
    let behind = offset
    while !isEnd(at: offset), masked[offset] != UInt8(ascii: ",") { offset += 1 }
    if !masked[behind..<offset].allSatisfy(isBlank) {
      report(.behindQuotedCell, behind, offset)
      for index in behind..<offset { masked[index] = UInt8(ascii: " ") }
    }
    return cell
  }

  // MARK: Columns

  private enum Column { case parameter, result, reason, citation }

  private func word(_ cell: Cell) -> String {
    String(decoding: masked[cell.start..<cell.end], as: UTF8.self)
  }

  private var columns: [Column] {
    (records.first ?? []).map { cell in
      switch word(cell) {
      case Keyword.gives.rawValue: .result
      case Keyword.because.rawValue: .reason
      case Keyword.citing.rawValue: .citation
      default: .parameter
      }
    }
  }

  /// The tokens of all rows, as they would stand in a policy.
  mutating func tokens() -> [Token] {
    let columns = columns
    let originals = masked
    maskAll(columns)
    var lexer = Lexer(SourceText(name: "", bytes: masked), source: source)
    lexer.run()
    problems.add(lexer.problems)
    var distribution = TokenDistribution(lexer.tokens)
    var result: [Token] = []
    for (index, record) in records.enumerated() {
      let cells = record.map { distribution.take($0) }
      append(record, cells, columns, isHeader: index == 0, originals, to: &result)
    }
    result.append(
      Token(
        kind: .end, keyword: nil, flags: .followsLineBreak, start: Int32(truncatingIfNeeded: masked.count),
        end: Int32(truncatingIfNeeded: masked.count)))
    return result
  }

  /// Leaves of the text only what is written as in rules.
  private mutating func maskAll(_ columns: [Column]) {
    var isCell = [Bool](repeating: false, count: masked.count)
    for (row, record) in records.enumerated() {
      for (index, cell) in record.enumerated() {
        let column = index < columns.count ? columns[index] : .parameter
        if row > 0, column == .reason {
          guard cell.isQuoted else { continue }
          maskReason(cell)
          for offset in (cell.start - 1)..<min(cell.end + 1, masked.count) { isCell[offset] = true }
        } else {
          if cell.isQuoted { maskQuoted(cell) }
          for offset in cell.start..<cell.end { isCell[offset] = true }
        }
      }
    }
    for offset in masked.indices where !isCell[offset] && !isLineEnd(offset) {
      // A bar keeps what stands in two cells from being read as one.
      masked[offset] = masked[offset] == UInt8(ascii: ",") ? UInt8(ascii: "|") : UInt8(ascii: " ")
    }
  }

  private func isLineEnd(_ offset: Int) -> Bool {
    masked[offset] == UInt8(ascii: "\n") || masked[offset] == UInt8(ascii: "\r")
  }

  /// A reason in quotation marks is a text as rules have it, but for the marks inside.
  private mutating func maskReason(_ cell: Cell) {
    var isFirst = true
    for offset in cell.start..<cell.end {
      if masked[offset] == UInt8(ascii: "\"") {
        if isFirst { masked[offset] = UInt8(ascii: "\\") }
        isFirst.toggle()
      } else if isLineEnd(offset) {
        masked[offset] = UInt8(ascii: " ")
      }
    }
  }

  /// A doubled mark in another cell opens or closes a text: `"contract ""7.1"""`.
  private mutating func maskQuoted(_ cell: Cell) {
    var count = 0
    for offset in cell.start..<cell.end {
      if masked[offset] == UInt8(ascii: "\"") {
        // The first of the two before a text goes, and the second of the two behind it.
        if count % 4 == 0 || count % 4 == 3 { masked[offset] = UInt8(ascii: " ") }
        count += 1
      } else if isLineEnd(offset) {
        masked[offset] = UInt8(ascii: " ")
      }
    }
  }

  // MARK: Tokens

  private mutating func append(
    _ record: [Cell], _ cells: [[Token]], _ columns: [Column], isHeader: Bool, _ originals: [UInt8],
    to result: inout [Token]
  ) {
    guard let first = record.first else { return }
    result.append(mark(.pipe, at: first.start, flags: .followsLineBreak))
    let surplus = record.indices.dropFirst(columns.count)
    for index in indices(of: record, columns, .parameter) + indices(of: record, columns, .result) + surplus {
      result += cells[index].map { cleared($0) }
      let isLeftOut = cells[index].isEmpty && record[index].end > record[index].start
      result.append(mark(.pipe, at: record[index].end, flags: isLeftOut ? .followsStray : []))
    }
    guard !isHeader else { return }
    for index in indices(of: record, columns, .reason) where record[index].end > record[index].start {
      result.append(mark(.word, at: record[index].start, keyword: .because))
      result += reason(record[index], cells[index], originals)
    }
    for index in indices(of: record, columns, .citation) where record[index].end > record[index].start {
      result.append(mark(.word, at: record[index].start, keyword: .citing))
      result += cells[index].map { cleared($0) }
    }
  }

  private func indices(of record: [Cell], _ columns: [Column], _ wanted: Column) -> [Int] {
    zip(record.indices, columns).filter { $0.1 == wanted }.map(\.0)
  }

  private mutating func reason(_ cell: Cell, _ tokens: [Token], _ originals: [UInt8]) -> [Token] {
    if cell.isQuoted { return tokens.map { cleared($0) } }
    if let brace = originals[cell.start..<cell.end].firstIndex(of: UInt8(ascii: "{")) {
      report(.bareReasonWithBraces, brace, brace + 1)
    }
    // A text without its closing mark is read to its end, and what stands before the cell for its opening mark.
    masked.replaceSubrange(cell.start..<cell.end, with: originals[cell.start..<cell.end])
    return [
      Token(
        kind: .wholeText, keyword: nil, flags: .isUnterminated, start: Int32(truncatingIfNeeded: cell.start - 1),
        end: Int32(truncatingIfNeeded: cell.end))
    ]
  }

  private func mark(
    _ kind: Token.Kind, at offset: Int, keyword: Keyword? = nil, flags: Token.Flags = []
  ) -> Token {
    let place = Int32(truncatingIfNeeded: offset)
    return Token(kind: kind, keyword: keyword, flags: flags, start: place, end: place)
  }

  private func cleared(_ token: Token) -> Token {
    var token = token
    token.flags.remove(.followsLineBreak)
    return token
  }
}

/// Hands out tokens by their places.
private struct TokenDistribution {
  private let tokens: [Token]
  private var next = 0

  init(_ tokens: [Token]) { self.tokens = tokens }

  /// The tokens of a cell; those of the cells before it were handed out.
  mutating func take(_ cell: TableFileReader.Cell) -> [Token] {
    let first = next
    let end = cell.isQuoted ? cell.end + 1 : cell.end
    while next < tokens.count, Int(tokens[next].start) < end, tokens[next].kind != .end { next += 1 }
    return tokens[first..<next].filter { $0.kind != .pipe || Int($0.start) >= cell.start }
  }
}
