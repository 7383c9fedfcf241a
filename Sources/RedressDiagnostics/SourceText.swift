/// The number of a source text within the run that loaded it.
package struct SourceID: Hashable, Sendable {
  package let index: Int32

  package init(_ index: Int) {
    self.index = Int32(truncatingIfNeeded: index)
  }
}

/// A stretch of a source text, in UTF-8 bytes; `end` is the first byte after it.
package struct Span: Hashable, Sendable {
  package let source: SourceID
  package let start: Int32
  package let end: Int32

  package init(_ source: SourceID, _ start: Int, _ end: Int) {
    self.source = source
    self.start = Int32(truncatingIfNeeded: start)
    self.end = Int32(truncatingIfNeeded: end)
  }

  /// The stretch from the beginning of this one to the end of another of the same text.
  package func through(_ other: Span) -> Span {
    Span(source, Int(min(start, other.start)), Int(max(end, other.end)))
  }
}

/// A file's text with the name people know it by.
package struct SourceText: Sendable {
  /// The path as the user would type it, or `<standard input>`.
  package let name: String
  package let bytes: [UInt8]
  /// The byte offset at which each line begins; the first is 0.
  package let lineStarts: [Int32]

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
    var starts: [Int32] = [0]
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(Int32(truncatingIfNeeded: offset + 1))
    }
    lineStarts = starts
  }

  package init(name: String, text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  /// The zero-based line that holds a byte offset.
  package func line(at offset: Int32) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}

/// The texts of one run, by their numbers.
package struct SourceTexts: Sendable {
  package private(set) var all: [SourceText] = []

  package init() {}

  /// Takes a text in and gives the number it is known by from here on.
  package mutating func add(_ text: SourceText) -> SourceID {
    all.append(text)
    return SourceID(all.count - 1)
  }

  package subscript(_ source: SourceID) -> SourceText { all[Int(source.index)] }
}
