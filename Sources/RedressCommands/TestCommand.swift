import ArgumentParser
import RedressBook
import RedressCases
import RedressDiagnostics
import RedressSyntax
import RedressWorkbench

/// `redress test`: whether the rules do what the fixtures say.
struct TestCommand: RedressSubcommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Run cases that say what they expect.",
    discussion: """
      Runs every case below `fixtures/`, or in the files and folders given, and shows those that do not come out as \
      they say, with the branches that decided and the facts they read.
      """)

  @Argument(help: ArgumentHelp("Files, or folders that hold .case files.", valueName: "path"))
  var paths: [String] = []

  @OptionGroup var rules: RulesOptions

  @Option(help: "How results are written: text or json.")
  var format: OutputFormat = .text

  var names: [String] { paths }

  func execute(on console: inout Console) async -> ExitStatus {
    var session: Session
    let files: [String]
    do throws(CommandProblem) {
      files = try fixtureFiles(on: console)
      session = Session(book: try rules.book(on: console))
    } catch {
      console.complain(error)
      return error.status
    }
    var run = FixtureRun()
    for file in files { run.add(file, to: &session, on: console) }
    let results = await run.results()
    console.complain(run.diagnostics, in: session.book.texts)
    let failed = results.filter { !$0.holds }.count
    switch format {
    case .text:
      let failures = text(ofFailuresIn: results, texts: session.book.texts, style: console.outputStyle)
      console.print(failures.isEmpty ? "" : failures + "\n\n")
      console.print("\(results.count - failed) passed, \(failed) failed")
    case .json: console.print(json(of: results, in: session.book.texts))
    }
    return max(run.status, failed == 0 && !results.isEmpty ? .holds : .doesNotHold)
  }

  /// The fixture files asked for, each once, in the order of the arguments.
  private func fixtureFiles(on console: Console) throws(CommandProblem) -> [String] {
    var wanted = paths
    if wanted.isEmpty {
      guard let folder = console.folderUpward(named: "fixtures") else { throw .noFolder("fixtures", option: nil) }
      wanted = [folder]
    }
    var files: [String] = []
    for path in wanted {
      var found = [path]
      switch Files.kind(at: console.resolve(path)) {
      case .file: break
      case nil: throw .book(.missing(path: path, nearest: console.nearestFixture(to: path, orFolder: true)))
      case .folder:
        do throws(FileFault) {
          found = try Files.paths(below: console.resolve(path), endings: [".case"]).map { joined(path, $0) }
        } catch {
          throw CommandProblem(error, at: path)
        }
      }
      for file in found where !files.contains(file) { files.append(file) }
    }
    guard !files.isEmpty else { throw .noFixtures(paths: wanted) }
    return files
  }
}

/// The fixtures of one run, in the order of their files, with the results of those that cannot be run.
private struct FixtureRun {
  private enum Entry {
    case result(FixtureResult)
    case fixture(Fixture)
  }

  private var entries: [Entry] = []
  /// Mistakes of policies, each once.
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var status = ExitStatus.holds
  private var reported: Set<Diagnostic> = []

  mutating func add(_ path: String, to session: inout Session, on console: Console) {
    let document: CaseDocument
    do throws(CommandProblem) {
      document = try session.readCases(in: path, on: console)
    } catch {
      diagnostics.append(error.diagnostic)
      status = max(status, error.status)
      return
    }
    guard document.problems.isEmpty else {
      let place = document.problems.lazy.compactMap(\.primary?.span).first ?? Span(session.book.lastSource, 0, 0)
      let problems = session.problems(ofUnfinished: document)
      entries.append(.result(FixtureResult(name: path, place: place, problems: problems, differences: [])))
      return
    }
    for syntax in document.cases { add(syntax, to: &session) }
  }

  private mutating func add(_ syntax: CaseSyntax, to session: inout Session) {
    switch session.program(for: syntax) {
    case .success(let program): entries.append(.fixture(Fixture(syntax, by: program)))
    case .failure(let problems):
      status = max(status, problems.status)
      let mayBeThere = session.book.has(policy: syntax.policy.text) || !session.book.unreadFiles.isEmpty
      entries.append(.result(result(of: syntax, without: problems, isKnownMissing: !mayBeThere)))
    }
  }

  /// What is wrong with a policy is said once, not once for each of its fixtures.
  private mutating func result(
    of syntax: CaseSyntax, without problems: Session.Problems, isKnownMissing: Bool
  ) -> FixtureResult {
    let name = syntax.policy.text
    var difference: [Difference] = []
    if !isKnownMissing {
      diagnostics += problems.diagnostics.filter { reported.insert($0).inserted }
      difference = [
        Difference(
          place: syntax.policy.span, proposal: [], subject: "the policy", expected: "a policy without errors",
          came: "`\(name)` has errors of its own; see `redress check \(name)`")
      ]
    }
    return FixtureResult(
      name: syntax.name.text, place: syntax.name.span, problems: isKnownMissing ? problems.diagnostics : [],
      differences: difference)
  }

  func results() async -> [FixtureResult] {
    let fixtures = entries.compactMap { entry in if case .fixture(let fixture) = entry { fixture } else { nil } }
    var judged = await judge(all: fixtures)[...]
    return entries.compactMap { entry in
      switch entry {
      case .result(let result): result
      case .fixture: judged.popFirst()
      }
    }
  }
}
