import RedressCommands
import RedressValues

/// What a command line wrote, and how it ended.
struct CommandRun {
  let output: String
  let errors: String
  let status: ExitStatus

  /// Runs `redress …` in a folder; `cd` lines before it change the folder.
  static func of(_ lines: String, in folder: String, input: String = "") async -> CommandRun {
    var folder = folder
    var run = CommandRun(output: "", errors: "", status: .defect)
    for line in lines.split(separator: "\n") {
      var words = words(of: line)
      guard !words.isEmpty else { continue }
      let program = words.removeFirst()
      if program == "cd" {
        folder = words[0].hasPrefix("/") ? words[0] : folder + "/" + words[0]
      } else {
        run = await redress(words, in: folder, input: input)
      }
    }
    return run
  }

  static func redress(_ words: [String], in folder: String, input: String = "") async -> CommandRun {
    let bytes = Array(input.utf8)
    var console = Console(
      output: "", errors: "", input: { .success(bytes) }, folder: folder,
      today: { CivilDate("2026-03-05") })
    let status = await runRedress(words, on: &console)
    return CommandRun(
      output: console.output as? String ?? "", errors: console.errors as? String ?? "", status: status)
  }

  /// The words of a command line; single quotes hold blanks together.
  private static func words(of line: Substring) -> [String] {
    var words: [String] = []
    for (index, part) in line.split(separator: Character("'"), omittingEmptySubsequences: false).enumerated() {
      if index.isMultiple(of: 2) {
        let isGlued = index > 0 && part.first != " "
        var pieces = part.split(separator: " ").map(String.init)
        if isGlued, !pieces.isEmpty, !words.isEmpty { words[words.count - 1] += pieces.removeFirst() }
        words += pieces
      } else {
        words.append(String(part))
      }
    }
    return words
  }

  /// As a baseline shows it.
  var transcript: String {
    var text = output
    if !errors.isEmpty { text += "--- standard error\n" + errors }
    return text + "--- exit status \(status.rawValue)\n"
  }
}
