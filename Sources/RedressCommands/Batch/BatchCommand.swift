import ArgumentParser
import RedressBook
import RedressDiagnostics
import RedressRendering

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension BatchReasons: ExpressibleByArgument {}

/// `redress batch`: a case a line in, a proposal a line out.
struct BatchCommand: RedressSubcommand {
  static let configuration = CommandConfiguration(
    commandName: "batch", abstract: "Quote many cases: one JSON case a line in, one JSON proposal a line out.",
    discussion: """
      Reads standard input, or a file, and writes standard output in the same order, in memory that does not grow with \
      the number of cases. A line that cannot be quoted gives a record that says why, with its number, and the run goes \
      on; the status is then 1.

        redress batch misdelivery < cases.ndjson > quotes.ndjson
      """)

  @Argument(help: "The name of a policy.")
  var policy: String

  @Argument(help: ArgumentHelp("A file of cases; standard input without it.", valueName: "file"))
  var file: String?

  @OptionGroup var rules: RulesOptions

  @Option(help: "How much of the reasons a record carries: none, codes or full.")
  var reasons: BatchReasons = .codes

  @Option(help: ArgumentHelp("How many cases are quoted at once; without it one for each core.", valueName: "number"))
  var jobs: Int?

  @Flag(help: "Say at the end, on standard error, what it came to.")
  var summary = false

  var names: [String] { [policy] }

  func validate() throws {
    if let jobs, !(1...1_024).contains(jobs) { throw ValidationError("--jobs is a number from 1 to 1024") }
  }

  func execute(on console: inout Console) async -> ExitStatus {
    do throws(CommandProblem) {
      var book = try rules.closedBook(on: console)
      book.open(policy: policy)
      guard book.has(policy: policy) else {
        let problems = book.refusal(missing: policy, at: nil)
        console.complain(problems, in: book.texts)
        return problems.status
      }
      let ready: ReadyPolicy
      do throws(PolicyProblems) {
        ready = try book.ready(policy: policy)
      } catch {
        let problems = Session.Problems(error)
        console.complain(problems, in: book.texts)
        return problems.status
      }
      let work = BatchWork(policy: ready, reasons: reasons)
      let input = try descriptor(on: console)
      defer { if input != STDIN_FILENO { close(input) } }
      return await run(work, from: input, on: &console)
    } catch {
      console.complain(error)
      return error.status
    }
  }

  private func descriptor(on console: Console) throws(CommandProblem) -> Int32 {
    guard let file, file != "-" else { return console.inputDescriptor }
    let path = console.resolve(file)
    switch Files.kind(at: path) {
    case .folder: throw .book(.folderInsteadOfFile(path: file))
    case nil: throw .book(.missing(path: file, nearest: console.nearestFile(to: file)))
    case .file: break
    }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw CommandProblem(Files.currentFault(), at: file) }
    return descriptor
  }

  private func run(_ work: BatchWork, from input: Int32, on console: inout Console) async -> ExitStatus {
    Interruption.watch()
    var blocks = LineBlocks(input)
    var total = BatchSummary()
    var progress = BatchProgress(size: Files.size(of: input), isShown: console.showsProgress)
    var isOpen = true
    let window = jobs ?? processorCount()
    await withTaskGroup(of: BatchRecords.self) { group in
      var waiting: [Int: BatchRecords] = [:]
      var underWay = 0
      var next = 0
      var hasMore = true
      while true {
        // As many blocks are held as there are workers, and one that is ready while they work.
        while hasMore, isOpen, underWay < window, underWay + waiting.count <= window {
          guard let block = blocks.next(isStopped: { Interruption.isRequested }) else {
            hasMore = false
            break
          }
          underWay += 1
          group.addTask { work.records(of: block) }
        }
        guard let records = await group.next() else { break }
        underWay -= 1
        waiting[records.sequence] = records
        while let ready = waiting.removeValue(forKey: next) {
          next += 1
          guard isOpen else { continue }
          isOpen = console.write(records: ready.bytes)
          total.add(ready.summary)
          progress.show(done: blocks.bytesRead, cases: total.quoted + total.refused, on: &console)
        }
      }
    }
    progress.clear(on: &console)
    if let failure = blocks.failure {
      console.complain(CommandProblem.book(.unreadable(path: file ?? "<standard input>", reason: failure)))
      return .wrongCommand
    }
    if summary { console.complain(total.text) }
    return total.refused == 0 ? .holds : .doesNotHold
  }
}
