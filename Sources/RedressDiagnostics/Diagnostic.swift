/// One finding about a text: what is wrong, where, and what would be right.
package struct Diagnostic: Hashable, Sendable {
  /// A place in a text with what is to be said of it.
  package struct Label: Hashable, Sendable {
    package let span: Span
    package let text: String

    package init(_ span: Span, _ text: String) {
      self.span = span
      self.text = text
    }
  }

  /// Stable, such as `R0214`; `redress explain R0214` shows its page.
  package let code: String
  /// What is wrong, in one line, lower case, without a full stop.
  package let message: String
  /// The place it is about; none where a whole file or a command is at fault.
  package let primary: Label?
  /// Other places that matter: the other side of a conflict, the declaration.
  package let secondary: [Label]
  /// What would be right, ready to paste where possible; each is one `= help:` line.
  package let helps: [String]

  package init(code: String, message: String, primary: Label?, secondary: [Label] = [], helps: [String] = []) {
    self.code = code
    self.message = message
    self.primary = primary
    self.secondary = secondary
    self.helps = helps
  }
}

/// The long story of a diagnostic code, for `redress explain` and the documentation.
package struct DiagnosticPage: Sendable {
  package let code: String
  /// The headline, as in the diagnostics of this code.
  package let title: String
  /// A few plain sentences: why this is refused and what to think about.
  package let explanation: String
  /// A small text that produces exactly this code, and how to mend it.
  package let wrong: String
  package let right: String

  package init(code: String, title: String, explanation: String, wrong: String, right: String) {
    self.code = code
    self.title = title
    self.explanation = explanation
    self.wrong = wrong
    self.right = right
  }
}
