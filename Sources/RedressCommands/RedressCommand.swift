import ArgumentParser
import RedressBook
import RedressDiagnostics

/// The whole command line: parses the arguments of this process, runs the command they name and gives the status to
/// end with.
package func runRedress() async -> Int32 {
  ignoreBrokenPipes()
  var console = Console.ofProcess()
  var status = await runRedress(Array(CommandLine.arguments.dropFirst()), on: &console)
  if let failure = (console.output as? DescriptorStream)?.failure {
    console.complain("error: the result cannot be written: \(failure)")
    status = max(status, .wrongCommand)
  }
  return Interruption.status ?? status.rawValue
}

/// Runs one command line, without the name of the program, on a console.
package func runRedress(_ arguments: [String], on console: inout Console) async -> ExitStatus {
  var arguments = arguments
  // The parser would show the overview as if it had been asked for.
  if arguments.first == "help", let word = arguments.dropFirst().first, !commandNames.contains(word) {
    arguments.removeFirst()
  }
  do {
    var command = try RedressCommand.parseAsRoot(arguments)
    if let subcommand = command as? any RedressSubcommand {
      guard !subcommand.names.contains(""), subcommand.rules.rules != "" else {
        console.complain(CommandProblem.emptyName)
        return CommandProblem.emptyName.status
      }
      return await subcommand.execute(on: &console)
    }
    if command is RedressCommand {
      console.complain(RedressCommand.helpMessage())
      return .wrongCommand
    }
    // Help and version are commands of the parser, which answer by throwing.
    try command.run()
    return .holds
  } catch {
    let message = RedressCommand.fullMessage(for: error)
    if RedressCommand.exitCode(for: error) == .success {
      console.print(message)
      return .holds
    }
    console.complain(misspeltCommand(in: arguments) ?? message)
    return .wrongCommand
  }
}

private var commandNames: [String] {
  RedressCommand.configuration.subcommands.compactMap { $0.configuration.commandName }
}

/// What to say where the first word is nearly the name of a command.
private func misspeltCommand(in arguments: [String]) -> String? {
  guard let word = arguments.first, !word.hasPrefix("-"), let near = nearest(to: word, among: commandNames),
    !commandNames.contains(word)
  else { return nil }
  return "error: there is no command `\(word)`; did you mean `redress \(near)`?"
}

/// The root: it only knows its subcommands.
struct RedressCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "redress",
    abstract: "Works out what a claim is owed, and why, from rules that read like the contract.",
    discussion: """
      Rules are looked for in `rules/` and fixtures in `fixtures/`, in this folder and the ones around it. Results go \
      to standard output, everything else to standard error.

      Exit status: 0 it holds; 1 it was looked at and does not hold; 2 the command was wrong; 70 a defect of Redress.
      """,
    version: "redress \(redressVersion)",
    subcommands: [
      QuoteCommand.self, BatchCommand.self, CheckCommand.self, FormatCommand.self, TestCommand.self,
      ExplainCommand.self,
      SchemaCommand.self,
    ])
}

/// The version of this program.
let redressVersion = "0.1.0"

/// A command that runs on a console.
protocol RedressSubcommand: ParsableCommand {
  /// What the arguments name: files, folders, policies.
  var names: [String] { get }
  var rules: RulesOptions { get }

  func execute(on console: inout Console) async -> ExitStatus
}

/// How results look.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable, Sendable { case text, json }

/// Where the rules are.
struct RulesOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The folder that holds the rules.", valueName: "folder"))
  var rules: String?

  /// The rule book the command is about.
  func book(on console: Console) throws(CommandProblem) -> Book {
    try Book(folder: folderNeeded(on: console), on: console)
  }

  /// The same for a command that needs few of its policies: each is read when it is opened.
  func closedBook(on console: Console) throws(CommandProblem) -> Book {
    try Book(closed: folderNeeded(on: console), on: console)
  }

  private func folderNeeded(on console: Console) throws(CommandProblem) -> String {
    guard let folder = folder(on: console) else { throw .noFolder("rules", option: "--rules") }
    return folder
  }

  /// The folder of the rule book, without a slash at its end; nil where there is none.
  func folder(on console: Console) -> String? {
    guard var folder = rules else { return console.folderUpward(named: "rules") }
    while folder.count > 1 && folder.hasSuffix("/") { folder.removeLast() }
    return folder
  }
}

extension Console {
  /// The folder of this name in the working folder or the nearest one around it, as a path from the working folder.
  func folderUpward(named name: String) -> String? {
    var prefix = ""
    for _ in 0...folder.split(separator: "/").count {
      if Files.kind(at: resolve(prefix + name)) == .folder { return prefix + name }
      prefix += "../"
    }
    return nil
  }

  /// Says what is wrong with the command, without a place.
  mutating func complain(_ problem: CommandProblem) {
    complain([problem.diagnostic], in: .init())
  }

  /// Says why a policy is not there, or that it is missing without a reason.
  mutating func complain(_ problems: Session.Problems, in texts: SourceTexts) {
    complain(problems.diagnostics, in: texts)
    if problems.status == .defect {
      complain(
        "error: this is a defect of Redress: a policy without errors cannot be used; please report it with its rules")
    }
  }
}
