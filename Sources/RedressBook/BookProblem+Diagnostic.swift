package import RedressDiagnostics

extension BookProblem {
  /// The problem in the words of whoever keeps the rule book.
  package var diagnostic: Diagnostic {
    switch self {
    case .missing(let path, let nearest):
      Diagnostic(
        code: "R0602", message: "there is no `\(path)`", primary: nil,
        helps: nearest.map { ["did you mean `\($0)`?"] } ?? [])
    case .folderInsteadOfFile(let path):
      Diagnostic(
        code: "R0603", message: "`\(path)` is a folder, and a file is wanted", primary: nil,
        helps: ["name a file in it, for example `\(path.hasSuffix("/") ? path : path + "/")loss.case`"])
    case .fileInsteadOfFolder(let path):
      Diagnostic(
        code: "R0604", message: "`\(path)` is a file, and a folder is wanted", primary: nil,
        helps: ["name the folder that holds the rule files"])
    case .unreadable(let path, let reason):
      Diagnostic(
        code: "R0605", message: "`\(path)` cannot be read: \(reason)", primary: nil,
        helps: ["see that the file is in its place and that you may read it"])
    case .noRules(let folder):
      Diagnostic(
        code: "R0606",
        message: folder.map { "the folder `\($0)` holds no rules" } ?? "there are no rules among the files",
        primary: nil,
        helps: ["rules are files whose names end in `.redress`"])
    case .noPolicy(let name, let span, let nearest, let known):
      Diagnostic(
        code: "R0608", message: "no policy is called `\(name)`", primary: span.map { .init($0, "no such policy") },
        helps: nearest.map { ["did you mean `\($0)`?"] }
          ?? (known.isEmpty ? [] : ["the policies are \(list(known.map { "`\($0)`" }))"]))
    case .outsideBook(let path, let span, let folder):
      Diagnostic(
        code: "R0612", message: "`\(path)` leads out of the rule book",
        primary: .init(span, folder.map { "not below `\($0)`" } ?? "not below the files given"),
        helps: ["put a copy of the text beside the rules, for example `in \"sources/\(fileName(of: path))\"`"])
    }
  }
}

private func fileName(of path: String) -> String {
  path.split(separator: "/").last.map(String.init) ?? "contract.md"
}

/// Words as people list them: `a, b and c`.
package func list(_ words: [String]) -> String {
  guard let last = words.last, words.count > 1 else { return words.first ?? "" }
  return words.dropLast().joined(separator: ", ") + " and " + last
}
