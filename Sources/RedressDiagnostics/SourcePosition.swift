/// A place in a text as people say it: line and character, both counted from 1.
package struct SourcePosition: Hashable, Sendable {
  package let line: Int
  /// Counts characters, not bytes and not columns of a terminal.
  package let column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

extension SourceText {
  /// The line and character at a byte offset; an offset outside the text counts as its nearest end.
  package func position(at offset: Int32) -> SourcePosition {
    let place = scalarStart(in: bytes, at: Int(offset))
    let line = line(at: Int32(truncatingIfNeeded: place))
    let before = bytes[Int(lineStarts[line])..<place]
    let characters = before.allSatisfy { $0 < 0x80 } ? before.count : String(decoding: before, as: UTF8.self).count
    return SourcePosition(line: line + 1, column: characters + 1)
  }

  /// The bytes of a zero-based line without its line break.
  func content(ofLine line: Int) -> Range<Int> {
    let start = Int(lineStarts[line])
    var end = line + 1 < lineStarts.count ? Int(lineStarts[line + 1]) - 1 : bytes.count
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return start..<max(start, end)
  }
}

extension SourceTexts {
  /// The text of a number, or nothing where no text has this number.
  package func text(of source: SourceID) -> SourceText? {
    all.indices.contains(Int(source.index)) ? all[Int(source.index)] : nil
  }
}
