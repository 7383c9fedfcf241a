package import RedressDiagnostics

/// A value of a JSON text and where it stands.
package struct JSONValue: Hashable, Sendable {
  /// What the value is.
  package enum Content: Hashable, Sendable {
    case null
    case boolean(Bool)
    /// The digits as written, such as `300000.00` or `1e3`: never a floating-point number, and of any length.
    case number(String)
    case string(String)
    case array([JSONValue])
    /// The members in the order of the text; no name occurs twice.
    case object([JSONMember])
  }

  package let content: Content
  /// From the first to the last byte of the value, brackets and quotes included.
  package let span: Span

  package init(_ content: Content, _ span: Span) {
    self.content = content
    self.span = span
  }
}

/// A name and its value in an object of a JSON text.
package struct JSONMember: Hashable, Sendable {
  package let name: String
  /// Where the name stands, quotes included.
  package let nameSpan: Span
  package let value: JSONValue

  package init(name: String, nameSpan: Span, value: JSONValue) {
    self.name = name
    self.nameSpan = nameSpan
    self.value = value
  }
}
