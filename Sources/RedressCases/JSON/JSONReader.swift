package import RedressDiagnostics

/// Reads a text strictly as one JSON document.
///
/// There is a value exactly where there are no problems. Reading goes on after a mistake where it is clear what was
/// meant, so several mistakes are found at once. Brackets deeper than 64 levels are refused.
package func parseJSON(_ text: SourceText, as source: SourceID) -> (JSONValue?, [JSONProblem]) {
  var reader = JSONReader(text.bytes, source)
  let value = try? reader.readDocument()
  return reader.problems.isEmpty ? (value, []) : (nil, reader.problems)
}

/// The place reached in a text and what was found wrong on the way; what it reads is in the extensions.
struct JSONReader {
  /// Reading ends here; the problem is among `problems`.
  struct Stop: Error {}

  static let deepest = 64
  private static let mostProblems = 20

  let bytes: [UInt8]
  let source: SourceID
  var position = 0
  private(set) var problems: [JSONProblem] = []
  /// The habits reported once already: comments, another kind of quotes.
  private var reportedHabits: Set<String> = []

  init(_ bytes: [UInt8], _ source: SourceID) {
    self.bytes = bytes
    self.source = source
  }

  mutating func readDocument() throws(Stop) -> JSONValue {
    try checkEncoding()
    try skipBlanks()
    guard !isAtEnd else { throw problems.isEmpty ? try stop(.empty(Span(source, 0, bytes.count))) : Stop() }
    let value = try readValue(depth: 0)
    try skipBlanks()
    guard isAtEnd else {
      let lineEnd = bytes[position...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
      let isAnotherDocument = current == UInt8(ascii: "{") || current == UInt8(ascii: "[")
      throw try stop(.trailing(span(from: position, to: lineEnd), isAnotherDocument: isAnotherDocument))
    }
    return value
  }

  private mutating func checkEncoding() throws(Stop) {
    guard bytes.count < Int(Int32.max) else { throw try stop(.tooLong(Span(source, 0, 0))) }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw try stop(.sixteenBits(Span(source, 0, 2)))
    }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    if bytes.starts(with: mark) {
      position = mark.count
      // Whatever put a second mark there took the first one for a part of the text.
      if bytes[position...].starts(with: mark) {
        try report(.byteOrderMark(span(from: position, to: position + mark.count)))
        position += mark.count
      }
    }
    var offset = position
    while offset < bytes.count {
      if bytes[offset] < 0x80 {
        offset += 1
        continue
      }
      let decoded = decodeScalar(in: bytes, at: offset, before: bytes.count)
      guard decoded.scalar != nil else {
        throw try stop(.notUTF8(span(from: offset, to: offset + decoded.length)))
      }
      offset += decoded.length
    }
  }

  // MARK: Problems

  mutating func report(_ problem: JSONProblem) throws(Stop) {
    problems.append(problem)
    if problems.count >= Self.mostProblems { throw Stop() }
  }

  /// Reports a problem that reading cannot go on from: `throw try stop(…)`.
  mutating func stop(_ problem: JSONProblem) throws(Stop) -> Stop {
    try report(problem)
    return Stop()
  }

  /// Reports a way of writing that is likely to be the same all over the text, once.
  mutating func report(habit name: String, _ notation: JSONForeignNotation, _ span: Span) throws(Stop) {
    if reportedHabits.insert(name).inserted { try report(.foreign(notation, span)) }
  }

  mutating func unexpected(_ expected: JSONExpectation) throws(Stop) -> Stop {
    let end = isAtEnd ? position : wordEnd(from: position)
    let text = String(decoding: bytes[position..<min(end, position + 40)], as: UTF8.self)
    return try stop(.unexpected(found: text, expected: expected, span(from: position, to: end)))
  }

  // MARK: Places

  var isAtEnd: Bool { position >= bytes.count }

  var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  func byte(at offset: Int) -> UInt8? { offset < bytes.count ? bytes[offset] : nil }

  func span(from start: Int, to end: Int) -> Span { Span(source, start, end) }

  /// The scalar at the place reached; the whole text has been found to be UTF-8 before.
  var currentScalar: Unicode.Scalar? {
    decodeScalar(in: bytes, at: position, before: bytes.count).scalar
  }

  /// The end of the word that begins at an offset, or of the one character there.
  func wordEnd(from start: Int) -> Int {
    var end = start
    while let length = wordCharacterLength(at: end) { end += length }
    return end > start ? end : start + decodeScalar(in: bytes, at: start, before: bytes.count).length
  }

  /// How many bytes the letter, digit, `_` or `$` at an offset takes.
  func wordCharacterLength(at offset: Int) -> Int? {
    guard let byte = byte(at: offset) else { return nil }
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"):
      return 1
    case 0x80...:
      let decoded = decodeScalar(in: bytes, at: offset, before: bytes.count)
      return decoded.scalar?.properties.isAlphabetic == true ? decoded.length : nil
    default:
      return nil
    }
  }

  // MARK: Blanks

  mutating func skipBlanks() throws(Stop) {
    while let byte = current {
      switch byte {
      case 0x20, 0x09, 0x0A, 0x0D:
        position += 1
      case UInt8(ascii: "#"):
        try skipComment(until: [0x0A])
      case UInt8(ascii: "/") where self.byte(at: position + 1) == UInt8(ascii: "/"):
        try skipComment(until: [0x0A])
      case UInt8(ascii: "/") where self.byte(at: position + 1) == UInt8(ascii: "*"):
        try skipComment(until: [UInt8(ascii: "*"), UInt8(ascii: "/")])
      case 0x0B, 0x0C, 0x80...:
        let decoded = decodeScalar(in: bytes, at: position, before: bytes.count)
        guard let scalar = decoded.scalar, Self.isOddBlank(scalar) else { return }
        try report(habit: "blank", .oddBlank, span(from: position, to: position + decoded.length))
        position += decoded.length
      default:
        return
      }
    }
  }

  private mutating func skipComment(until ending: [UInt8]) throws(Stop) {
    let start = position
    position += 1
    while !isAtEnd, !bytes[position...].starts(with: ending) { position += 1 }
    let lineEnd = bytes[start..<position].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? position
    position = min(position + ending.count, bytes.count)
    try report(habit: "comment", .comment, span(from: start, to: lineEnd))
  }

  private static func isOddBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar.value == 0x200B || scalar.value == 0xFEFF
  }
}
