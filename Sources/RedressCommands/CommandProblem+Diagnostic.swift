import RedressBook
package import RedressDiagnostics

extension CommandProblem {
  /// The problem in the words of whoever gave the command.
  package var diagnostic: Diagnostic {
    switch self {
    case .book(let problem): problem.diagnostic
    case .noFolder(let name, let option):
      Diagnostic(
        code: "R0601", message: "there is no folder `\(name)` here, nor in any folder around this one", primary: nil,
        helps: [
          option.map { "name the folder, for example `\($0) path/to/\(name)`" }
            ?? "name the files or folders to test, for example `redress test path/to/\(name)`"
        ])
    case .folderInsteadOfRules(let path):
      Diagnostic(
        code: "R0603", message: "`\(path)` is a folder, and policies or rule files are wanted", primary: nil,
        helps: ["to check all rules in it, write `redress check --rules \(path)`"])
    case .noFixtures(let paths):
      Diagnostic(
        code: "R0607", message: "there is no fixture in \(list(paths.map { "`\($0)`" }))", primary: nil,
        helps: ["fixtures are files whose names end in `.case`; a run without one proves nothing"])
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
