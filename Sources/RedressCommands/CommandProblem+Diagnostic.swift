package import RedressDiagnostics

extension CommandProblem {
  /// The problem in the words of whoever gave the command.
  package var diagnostic: Diagnostic {
    switch self {
    case .noFolder(let name, let option):
      Diagnostic(
        code: "R0601", message: "there is no folder `\(name)` here, nor in any folder around this one", primary: nil,
        helps: [
          option.map { "name the folder, for example `\($0) path/to/\(name)`" }
            ?? "name the files or folders to test, for example `redress test path/to/\(name)`"
        ])
    case .missing(let path, let nearest):
      Diagnostic(
        code: "R0602", message: "there is no `\(path)`", primary: nil,
        helps: nearest.map { ["did you mean `\($0)`?"] } ?? [])
    case .folderInsteadOfFile(let path):
      Diagnostic(
        code: "R0603", message: "`\(path)` is a folder, and a file is wanted", primary: nil,
        helps: ["name a file in it, for example `\(path.hasSuffix("/") ? path : path + "/")loss.case`"])
    case .folderInsteadOfRules(let path):
      Diagnostic(
        code: "R0603", message: "`\(path)` is a folder, and policies or rule files are wanted", primary: nil,
        helps: ["to check all rules in it, write `redress check --rules \(path)`"])
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
        code: "R0606", message: "the folder `\(folder)` holds no rules", primary: nil,
        helps: ["rules are files whose names end in `.redress`"])
    case .noFixtures(let paths):
      Diagnostic(
        code: "R0607", message: "there is no fixture in \(list(paths.map { "`\($0)`" }))", primary: nil,
        helps: ["fixtures are files whose names end in `.case`; a run without one proves nothing"])
    case .noPolicy(let name, let span, let nearest, let known):
      Diagnostic(
        code: "R0608", message: "no policy is called `\(name)`", primary: span.map { .init($0, "no such policy") },
        helps: nearest.map { ["did you mean `\($0)`?"] }
          ?? (known.isEmpty ? [] : ["the policies are \(list(known.map { "`\($0)`" }))"]))
    case .nothingToExplain(let word, let nearest):
      Diagnostic(
        code: "R0609", message: "there is nothing to explain under `\(word)`", primary: nil,
        helps: nearest.map { ["did you mean `\($0)`?"] }
          ?? [
            "ask for a code such as `R0201`, for a policy, or for a name in one, such as `late_delivery.late_penalty`"
          ])
    case .notADate(let option, let text):
      Diagnostic(
        code: "R0610", message: "`\(text)` is not a date", primary: nil,
        helps: ["write for example `\(option) 2026-03-05`, or `\(option) today`"])
    case .noCases(let path, let span):
      Diagnostic(
        code: "R0611", message: "`\(path)` holds no case", primary: .init(span, "nothing stands here"),
        helps: ["a case begins with its name and its policy:\ncase first_loss\n  policy late_delivery"])
    case .outsideBook(let path, let span, let folder):
      Diagnostic(
        code: "R0612", message: "`\(path)` leads out of the rule book",
        primary: .init(span, "not below `\(folder)`"),
        helps: ["put a copy of the text beside the rules, for example `in \"sources/\(fileName(of: path))\"`"])
    case .unwritable(let path, let reason):
      Diagnostic(
        code: "R0614", message: "`\(path)` cannot be written: \(reason)", primary: nil,
        helps: ["the file is as it was; see that you may write it and its folder"])
    case .nothingToFormat(let paths):
      Diagnostic(
        code: "R0615", message: "there is nothing to lay out in \(list(paths.map { "`\($0)`" }))", primary: nil,
        helps: ["rules are files whose names end in `.redress`, cases those that end in `.case`"])
    case .emptyName:
      Diagnostic(
        code: "R0613", message: "the name is empty", primary: nil,
        helps: ["name a file, a folder or a policy; in a script, see that the variable that should hold it is set"])
    }
  }
}

private func fileName(of path: String) -> String {
  path.split(separator: "/").last.map(String.init) ?? "contract.md"
}

private func list(_ words: [String]) -> String {
  guard let last = words.last, words.count > 1 else { return words.first ?? "" }
  return words.dropLast().joined(separator: ", ") + " and " + last
}
