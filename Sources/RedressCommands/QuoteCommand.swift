import ArgumentParser
import RedressBook
import RedressCases
import RedressDiagnostics
import RedressEngine
import RedressRendering
import RedressSyntax

/// `redress quote`: what a case comes to.
struct QuoteCommand: RedressSubcommand {
  static let configuration = CommandConfiguration(
    commandName: "quote", abstract: "Show the proposal for a case.",
    discussion: """
      Reads cases in the notation of `.case` files or as JSON; `-` is standard input. A case may be tried out under \
      other facts:

        redress quote loss.case --set cause=handling --set 'lots[1].value=3_000 CNY'
        redress quote loss.case --choose wrong_goods=credit --on 2026-03-05
      """)

  @Argument(help: ArgumentHelp("Files that hold cases; - is standard input.", valueName: "file"))
  var files: [String]

  @OptionGroup var rules: RulesOptions

  @Option(help: "How the proposal is written: text or json.")
  var format: OutputFormat = .text

  @Flag(help: "Unfold every line to the facts it rests on.")
  var explain = false

  @Flag(help: "Show the lines of the alternatives too.")
  var all = false

  @Option(name: .customLong("set"), help: ArgumentHelp("Another fact than the case states.", valueName: "fact=value"))
  var settings: [String] = []

  @Option(name: .customLong("choose"), help: ArgumentHelp("Settle a choice.", valueName: "choice=option"))
  var choices: [String] = []

  @Option(name: .customLong("on"), help: ArgumentHelp("The case on another date, or today.", valueName: "date"))
  var date: String?

  var names: [String] { files }

  /// What a run has written so far.
  private struct Progress {
    var hasQuoted = false
    var reported: Set<Diagnostic> = []
  }

  func execute(on console: inout Console) -> ExitStatus {
    do throws(CommandProblem) {
      let date = try date.map { (text) throws(CommandProblem) in try civilDate(text, option: "--on", on: console) }
      var session = Session(book: try rules.closedBook(on: console))
      let changes = session.book.changes(set: settings, choose: choices, date: date)
      guard changes.problems.isEmpty else {
        console.complain(changes.problems, in: session.book.texts)
        return .wrongCommand
      }
      var status = ExitStatus.holds
      var progress = Progress()
      for file in files {
        status = max(status, quote(file, changes, in: &session, &progress, on: &console))
      }
      return status
    } catch {
      console.complain(error)
      return error.status
    }
  }

  /// Quotes every case of a file. A file with a mistake in it gets no proposal at all: what was misread might be money.
  private func quote(
    _ file: String, _ changes: CaseChanges, in session: inout Session, _ progress: inout Progress,
    on console: inout Console
  ) -> ExitStatus {
    let document: CaseDocument
    do throws(CommandProblem) {
      document = try session.readCases(in: file, on: console)
    } catch {
      console.complain([error.diagnostic], in: session.book.texts)
      return error.status
    }
    guard document.problems.isEmpty else {
      let problems = Session.Problems(
        diagnostics: session.problems(ofUnfinished: document), status: .doesNotHold)
      refuse(problems, case: nil, policy: nil, in: session.book, &progress, on: &console)
      return problems.status
    }
    var status = ExitStatus.holds
    for syntax in document.cases {
      switch session.quote(syntax, changes, explaining: explain || format == .json) {
      case .failure(let problems):
        let name = syntax.name.text.isEmpty ? nil : syntax.name.text
        refuse(problems, case: name, policy: syntax.policy.text, in: session.book, &progress, on: &console)
        status = max(status, problems.status)
      case .success(let quote):
        if progress.hasQuoted && format == .text { console.print("\n") }
        progress.hasQuoted = true
        console.print(shown(quote, in: session.book, on: console))
      }
    }
    return status
  }

  /// In JSON a refusal is a result as well. For people each mistake is said once: one of a policy or an option would
  /// stand there again for every case.
  private func refuse(
    _ problems: Session.Problems, case name: String?, policy: String?, in book: Book, _ progress: inout Progress,
    on console: inout Console
  ) {
    if format == .json && problems.status != .defect {
      console.print(json(refused: problems.diagnostics, case: name, policy: policy, in: book.texts))
    } else {
      let new = problems.diagnostics.filter { progress.reported.insert($0).inserted }
      console.complain(Session.Problems(diagnostics: new, status: problems.status), in: book.texts)
    }
  }

  private func shown(_ quote: Quote, in book: Book, on console: Console) -> String {
    switch format {
    case .json: json(of: quote, fingerprint: book.fingerprint(of: quote.policy.name))
    case .text:
      text(
        of: quote,
        style: TextStyle(colour: console.outputStyle == .colour, explains: explain, showsAll: all))
    }
  }
}
