package import RedressDiagnostics

/// What is wrong with the files of a rule book, or with what is asked of it: facts only; the wording stands in
/// `BookProblem+Diagnostic.swift`.
package enum BookProblem: Error, Sendable {
  case missing(path: String, nearest: String?)
  case folderInsteadOfFile(path: String)
  case fileInsteadOfFolder(path: String)
  /// The reason is the system's: `Permission denied`.
  case unreadable(path: String, reason: String)
  /// The folder is nil where the files were handed over by themselves.
  case noRules(folder: String?)
  /// A policy that is asked for by name; its place where a case names it.
  case noPolicy(String, Span?, nearest: String?, known: [String])
  /// A source whose text lies outside the folder of the rule book.
  case outsideBook(path: String, Span, folder: String?)
}

extension BookProblem {
  /// What a fault at a path comes to.
  package init(_ fault: FileFault, at path: String, nearest: String? = nil) {
    self =
      switch fault {
      case .missing: .missing(path: path, nearest: nearest)
      case .isFolder: .folderInsteadOfFile(path: path)
      case .isNoFolder: .fileInsteadOfFolder(path: path)
      case .tooLarge, .unreadable: .unreadable(path: path, reason: fault.words)
      }
  }
}
