package import RedressBook
package import RedressDiagnostics

/// What is wrong with a command or with the files it names: facts only; the wording stands in
/// `CommandProblem+Diagnostic.swift`.
package enum CommandProblem: Error, Sendable {
  /// With the rule book, or with another file or folder the command reads.
  case book(BookProblem)
  /// No folder of this name where the command was given, nor in any folder around it.
  case noFolder(String, option: String?)
  /// Where policies or rule files are named one by one.
  case folderInsteadOfRules(path: String)
  case noFixtures(paths: [String])
  case nothingToExplain(String, nearest: String?)
  case notADate(option: String, text: String)
  case noCases(path: String, Span)
  /// The reason is the system's: `No space left on device`.
  case unwritable(path: String, reason: String)
  /// Folders without rule files and cases.
  case nothingToFormat(paths: [String])
  /// An argument that should name something.
  case emptyName
}

extension CommandProblem {
  /// What a fault at a path the user gave comes to.
  init(_ fault: FileFault, at path: String, nearest: String? = nil) {
    self = .book(BookProblem(fault, at: path, nearest: nearest))
  }

  /// How the command ends.
  var status: ExitStatus {
    switch self {
    case .noFixtures, .nothingToFormat, .noCases, .book(.outsideBook): .doesNotHold
    case .book(.noPolicy(_, let span, _, _)): span == nil ? .wrongCommand : .doesNotHold
    default: .wrongCommand
    }
  }
}
