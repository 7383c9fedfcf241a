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

  /// A whole document on a line of its own, put down piece by piece by somebody who writes many of them.
  package mutating func line(_ write: (inout [UInt8]) -> Void) {
    write(&bytes)
    lineBreak()
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
    bytes.append(jsonString: name)
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
    bytes.append(jsonString: value)
  }

  /// A whole number, as the document or an element of an array: a count or a place, never an amount.
  package mutating func element(_ value: Int) {
    separate()
    bytes.append(jsonNumber: value)
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
}
