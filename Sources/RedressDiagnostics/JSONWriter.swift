/// Writes JSON, piece by piece, as UTF-8 bytes.
///
/// Members stand in the order they are written. There are no fractions: exact decimals are written as strings. Objects
/// and arrays are closures, so every bracket closes:
///
///     var json = JSONWriter(.pretty)
///     json.object { json in
///       json.member("case", "late_delivery")
///       json.array("lines") { json in json.element("damage") }
///     }
package struct JSONWriter: Sendable {
  /// On one line, or spread out with two spaces a level.
  package enum Style: Sendable {
    case compact
    case pretty
  }

  /// What has been written and not yet taken.
  package private(set) var bytes: [UInt8] = []
  private let style: Style
  private var depth = 0
  private var isFirst = true
  private var followsName = false

  package init(_ style: Style) {
    self.style = style
  }

  /// What has been written and not yet taken, as text.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Hands over what has been written so far and goes on with nothing, so that a long document can be streamed.
  package mutating func take() -> [UInt8] {
    let taken = bytes
    bytes = []
    return taken
  }

  /// Ends the line after a whole document; the next value begins a document of its own.
  package mutating func lineBreak() {
    bytes.append(UInt8(ascii: "\n"))
    isFirst = true
  }

  // MARK: Objects and arrays

  /// An object, as the document or an element of an array.
  package mutating func object<Failure: Error>(
    _ members: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    open(UInt8(ascii: "{"))
    try members(&self)
    close(UInt8(ascii: "}"))
  }

  /// An object as a member of an object.
  package mutating func object<Failure: Error>(
    _ name: String, _ members: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    self.name(name)
    try object(members)
  }

  /// An array, as the document or an element of an array.
  package mutating func array<Failure: Error>(
    _ elements: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    open(UInt8(ascii: "["))
    try elements(&self)
    close(UInt8(ascii: "]"))
  }

  /// An array as a member of an object.
  package mutating func array<Failure: Error>(
    _ name: String, _ elements: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) {
    self.name(name)
    try array(elements)
  }

  // MARK: Members

  /// The name of a member whose value is written next, for values whose kind is known only there.
  package mutating func name(_ name: String) {
    separate()
    write(string: name)
    bytes.append(UInt8(ascii: ":"))
    if style == .pretty { bytes.append(UInt8(ascii: " ")) }
    followsName = true
  }

  /// A string as a member of an object; null where there is none.
  package mutating func member(_ name: String, _ value: String?) {
    self.name(name)
    if let value { element(value) } else { null() }
  }

  /// A whole number as a member of an object: a count or a place, never an amount.
  package mutating func member(_ name: String, _ value: Int) {
    self.name(name)
    element(value)
  }

  /// Yes or no as a member of an object.
  package mutating func member(_ name: String, _ value: Bool) {
    self.name(name)
    element(value)
  }

  /// Nothing as a member of an object.
  package mutating func null(_ name: String) {
    self.name(name)
    null()
  }

  // MARK: Elements

  /// A string, as the document or an element of an array.
  package mutating func element(_ value: String) {
    separate()
    write(string: value)
  }

  /// A whole number, as the document or an element of an array: a count or a place, never an amount.
  package mutating func element(_ value: Int) {
    separate()
    bytes.append(contentsOf: String(value).utf8)
  }

  /// Yes or no, as the document or an element of an array.
  package mutating func element(_ value: Bool) {
    separate()
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  /// Nothing, as the document or an element of an array.
  package mutating func null() {
    separate()
    bytes.append(contentsOf: "null".utf8)
  }

  // MARK: Punctuation

  private mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    depth += 1
    isFirst = true
  }

  private mutating func close(_ bracket: UInt8) {
    depth -= 1
    if !isFirst { breakLine() }
    bytes.append(bracket)
    isFirst = false
  }

  private mutating func separate() {
    if followsName {
      followsName = false
      return
    }
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    if depth > 0 { breakLine() }
    isFirst = false
  }

  private mutating func breakLine() {
    guard style == .pretty else { return }
    bytes.append(UInt8(ascii: "\n"))
    for _ in 0..<depth * 2 { bytes.append(UInt8(ascii: " ")) }
  }

  // MARK: Strings

  private mutating func write(string: String) {
    bytes.append(UInt8(ascii: "\""))
    if string.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) {
      bytes.append(contentsOf: string.utf8)
    } else {
      for scalar in string.unicodeScalars { write(scalar) }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func write(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": bytes.append(contentsOf: #"\""#.utf8)
    case "\\": bytes.append(contentsOf: #"\\"#.utf8)
    case "\n": bytes.append(contentsOf: #"\n"#.utf8)
    case "\r": bytes.append(contentsOf: #"\r"#.utf8)
    case "\t": bytes.append(contentsOf: #"\t"#.utf8)
    // Beyond what JSON asks for: characters that command a terminal or end a line elsewhere.
    case "\0"..<" ", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
      let digits = String(scalar.value, radix: 16)
      bytes.append(contentsOf: (#"\u"# + String(repeating: "0", count: 4 - digits.count) + digits).utf8)
    default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
  }
}
