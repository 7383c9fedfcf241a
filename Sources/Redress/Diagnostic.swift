import RedressDiagnostics

/// One finding about rules or about a case: what is wrong, where, and what would be right.
public struct Diagnostic: Hashable, Sendable, CustomStringConvertible {
  /// A stretch of a text, in lines and characters counted from 1; the end is the first character after it.
  public struct Place: Hashable, Sendable {
    /// The file, as the rule book was given it; `<case>` for the JSON of a case.
    public let file: String
    public let line: Int
    public let column: Int
    public let endLine: Int
    public let endColumn: Int
  }

  /// Stable, such as `R0214`; `redress explain R0214` shows its page.
  public let code: String
  /// What is wrong, in one line.
  public let message: String
  /// What it is about; nil where a whole file is at fault.
  public let place: Place?
  /// What would be right.
  public let helps: [String]
  /// All of it as people read it, with the lines of the text it points at; several lines, without a line break at the end.
  public let text: String

  public var description: String { text }
}

extension Diagnostic {
  init(_ diagnostic: RedressDiagnostics.Diagnostic, in texts: SourceTexts) {
    code = diagnostic.code
    message = diagnostic.message
    place = diagnostic.primary.flatMap { Place($0.span, in: texts) }
    helps = diagnostic.helps
    text = layout(diagnostic, in: texts, style: .plain)
  }
}

extension Diagnostic.Place {
  fileprivate init?(_ span: Span, in texts: SourceTexts) {
    guard let text = texts.text(of: span.source) else { return nil }
    let start = text.position(at: span.start)
    let end = text.position(at: max(span.start, span.end))
    file = text.name
    line = start.line
    column = start.column
    endLine = end.line
    endColumn = end.column
  }
}
