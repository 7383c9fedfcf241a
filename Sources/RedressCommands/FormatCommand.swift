import ArgumentParser
import RedressBook
import RedressDiagnostics
import RedressFormatting
import RedressSyntax

/// `redress format`: one layout for all rules and cases.
struct FormatCommand: RedressSubcommand {
  static let configuration = CommandConfiguration(
    commandName: "format", abstract: "Lay out rules and cases in the one way.",
    discussion: """
      Rewrites the files given, or every file of `rules/` and `fixtures/`; what they mean stays as it is, and so do \
      comments. A file that cannot be read in full is left alone. `-` lays out standard input.
      """)

  @Argument(help: ArgumentHelp("Files, or folders that hold .redress and .case files.", valueName: "path"))
  var paths: [String] = []

  @Flag(help: "Change nothing; name the files that are laid out otherwise, and end with status 1 if there are any.")
  var check = false

  @OptionGroup var rules: RulesOptions

  var names: [String] { paths }

  func execute(on console: inout Console) -> ExitStatus {
    do throws(CommandProblem) {
      if paths == ["-"] { return try formatInput(on: &console) }
      var status = ExitStatus.holds
      var changed = 0
      var left = 0
      let files = try files(on: console)
      for file in files {
        let (result, isChanged) = format(file, on: &console)
        status = max(status, result)
        if isChanged { changed += 1 }
        if result > .holds { left += 1 }
      }
      console.print(summary(of: files.count, changed: changed, left: left))
      return check && changed > 0 ? max(status, .doesNotHold) : status
    } catch {
      console.complain(error)
      return error.status
    }
  }

  /// What became of the files; those left are the ones that could not be read or written.
  private func summary(of count: Int, changed: Int, left: Int = 0) -> String {
    let files = "\(count) \(count == 1 ? "file" : "files")"
    let rest = left == 0 ? "" : ", \(left) left as \(left == 1 ? "it is" : "they are")"
    if changed > 0 { return "\(changed) of \(files) \(check ? "to lay out" : "laid out anew")\(rest)" }
    guard left == 0 else { return "\(left) of \(files) left as \(left == 1 ? "it is" : "they are")" }
    return check ? "\(files) laid out as \(count == 1 ? "it" : "they") should be" : "\(files), nothing to change"
  }

  /// The files asked for, each once, in the order of the arguments.
  private func files(on console: Console) throws(CommandProblem) -> [String] {
    var wanted = paths
    if wanted.isEmpty {
      wanted = [rules.folder(on: console), console.folderUpward(named: "fixtures")].compactMap { $0 }
      guard !wanted.isEmpty else { throw .noFolder("rules", option: "--rules") }
    }
    var files: [String] = []
    for path in wanted {
      var found = [path]
      switch Files.kind(at: console.resolve(path)) {
      case .file: break
      case nil: throw .book(.missing(path: path, nearest: console.nearestFile(to: path)))
      case .folder:
        do throws(FileFault) {
          found = try Files.paths(below: console.resolve(path), endings: [".redress", ".case"]).map { joined(path, $0) }
        } catch {
          throw CommandProblem(error, at: path)
        }
      }
      for file in found where !files.contains(file) { files.append(file) }
    }
    guard !files.isEmpty else { throw .nothingToFormat(paths: wanted) }
    return files
  }

  /// Lays out one file. What cannot be read or written is said, and the other files go on.
  private func format(_ path: String, on console: inout Console) -> (status: ExitStatus, isChanged: Bool) {
    let bytes: [UInt8]
    do throws(CommandProblem) {
      bytes = try console.read(path)
    } catch {
      console.complain(error)
      return (error.status, false)
    }
    var texts = SourceTexts()
    let text = SourceText(name: path, bytes: bytes)
    guard let laidOut = laidOut(text, isPolicy: path.hasSuffix(".redress")) else {
      console.complain(problems(of: text, as: texts.add(text), isPolicy: path.hasSuffix(".redress")), in: texts)
      return (.doesNotHold, false)
    }
    let new = Array(laidOut.utf8)
    if new == bytes { return (.holds, false) }
    console.print(path)
    if check { return (.holds, true) }
    do throws(FileFault) {
      try Files.replace(console.resolve(path), with: new)
      return (.holds, true)
    } catch {
      let problem = CommandProblem.unwritable(path: path, reason: error.words)
      console.complain(problem)
      return (problem.status, false)
    }
  }

  private func formatInput(on console: inout Console) throws(CommandProblem) -> ExitStatus {
    let bytes: [UInt8]
    switch console.input() {
    case .success(let read): bytes = read
    case .failure(let fault): throw .book(.unreadable(path: "<standard input>", reason: fault.reason))
    }
    var texts = SourceTexts()
    let text = SourceText(name: "<standard input>", bytes: bytes)
    let isPolicy = !beginsAsCase(bytes)
    guard let laidOut = laidOut(text, isPolicy: isPolicy) else {
      console.complain(problems(of: text, as: texts.add(text), isPolicy: isPolicy), in: texts)
      return .doesNotHold
    }
    if check {
      let isSame = Array(laidOut.utf8) == bytes
      console.print(summary(of: 1, changed: isSame ? 0 : 1))
      return isSame ? .holds : .doesNotHold
    }
    console.print(laidOut)
    return .holds
  }

  private func laidOut(_ text: SourceText, isPolicy: Bool) -> String? {
    isPolicy ? formatted(policy: text) : formatted(cases: text)
  }

  /// Why a text cannot be laid out.
  private func problems(of text: SourceText, as source: SourceID, isPolicy: Bool) -> [Diagnostic] {
    isPolicy
      ? parsePolicy(text, as: source).problems.map(\.diagnostic)
      : parseCases(text, as: source).problems.map(\.diagnostic)
  }

  /// Whether the first word that is no comment is `case`.
  private func beginsAsCase(_ bytes: [UInt8]) -> Bool {
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let words = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0 == UInt8(ascii: "\r") }
      if words.isEmpty || words.first == UInt8(ascii: "#") { continue }
      return words.starts(with: Array("case".utf8))
    }
    return false
  }
}
