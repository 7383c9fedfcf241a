package import RedressDiagnostics

/// What is wrong with a command or with the files it names: facts only; the wording stands in
/// `CommandProblem+Diagnostic.swift`.
package enum CommandProblem: Error, Sendable {
  /// No folder of this name where the command was given, nor in any folder around it.
  case noFolder(String, option: String?)
  case missing(path: String, nearest: String?)
  case folderInsteadOfFile(path: String)
  /// Where policies or rule files are named one by one.
  case folderInsteadOfRules(path: String)
  case fileInsteadOfFolder(path: String)
  /// The reason is the system's: `Permission denied`.
  case unreadable(path: String, reason: String)
  case noRules(folder: String)
  case noFixtures(paths: [String])
  /// A policy that is asked for by name; its place where a case names it.
  case noPolicy(String, Span?, nearest: String?, known: [String])
  case nothingToExplain(String, nearest: String?)
  case notADate(option: String, text: String)
  case noCases(path: String, Span)
  /// A source whose text lies outside the folder of the rule book.
  case outsideBook(path: String, Span, folder: String)
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
    self =
      switch fault {
      case .missing: .missing(path: path, nearest: nearest)
      case .isFolder: .folderInsteadOfFile(path: path)
      case .isNoFolder: .fileInsteadOfFolder(path: path)
      case .tooLarge, .unreadable: .unreadable(path: path, reason: fault.words)
      }
  }

  /// How the command ends.
  var status: ExitStatus {
    switch self {
    case .noFixtures, .nothingToFormat, .noCases, .outsideBook: .doesNotHold
    case .noPolicy(_, let span, _, _): span == nil ? .wrongCommand : .doesNotHold
    default: .wrongCommand
    }
  }
}
