import ArgumentParser
import RedressBook
import RedressDiagnostics
import RedressSyntax

/// `redress check`: whether policies say what can be calculated without contradiction.
struct CheckCommand: RedressSubcommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "See whether policies are right.",
    discussion: "Without arguments the whole rule book is checked.")

  @Argument(help: ArgumentHelp("Names of policies, or rule files.", valueName: "policy"))
  var policies: [String] = []

  @OptionGroup var rules: RulesOptions

  @Option(help: "How findings are written: text or json.")
  var format: OutputFormat = .text

  var names: [String] { policies }

  func execute(on console: inout Console) -> ExitStatus {
    do throws(CommandProblem) {
      let checks = try checks(on: console)
      switch format {
      case .text: return report(checks, on: &console)
      case .json: return reportInJSON(checks, on: &console)
      }
    } catch {
      console.complain(error)
      return error.status
    }
  }

  /// What is to be checked: the whole rule book, policies of it by name, and files, each in the rule book of its folder.
  private func checks(on console: Console) throws(CommandProblem) -> [Check] {
    if policies.isEmpty { return [Check(wholeOf: try rules.book(on: console))] }
    var checks: [Check] = []
    let isPath = { (argument: String) in argument.hasSuffix(".redress") || argument.contains("/") }
    let names = policies.filter { !isPath($0) }
    if !names.isEmpty {
      checks.append(try check(ofPolicies: names, on: console))
    }
    for path in policies where isPath(path) {
      switch Files.kind(at: console.resolve(path)) {
      case .file: break
      case .folder: throw .folderInsteadOfRules(path: path)
      case nil: throw .book(.missing(path: path, nearest: console.nearestFile(to: path)))
      }
      checks.append(try check(ofFile: path, on: console))
    }
    return checks
  }

  /// A policy that is not there may stand in a file that could not be read far enough.
  private func check(ofPolicies names: [String], on console: Console) throws(CommandProblem) -> Check {
    let book = try rules.book(on: console)
    var files = book.files.filter { file in names.contains(where: file.holds(policy:)) }
    for name in names where !book.has(policy: name) {
      guard book.unreadFiles.isEmpty else {
        files += book.unreadFiles
        break
      }
      if Files.kind(at: console.resolve(name)) == .folder { throw .folderInsteadOfRules(path: name) }
      throw .book(.noPolicy(name, nil, nearest: nearest(to: name, among: book.policies), known: book.policies))
    }
    return Check(of: files, in: book)
  }

  /// A file of the rule book is checked with it, another one with the folder it lies in.
  private func check(ofFile path: String, on console: Console) throws(CommandProblem) -> Check {
    if let rules = rules.folder(on: console), path.hasPrefix(rules + "/") {
      let name = String(path.dropFirst(rules.count + 1))
      let book = try Book(folder: rules, including: [name], on: console)
      return Check(of: book.files.filter { $0.path == name }, in: book)
    }
    let place = folder(of: path)
    let name = place.isEmpty ? path : String(path.dropFirst(place == "/" ? 1 : place.count + 1))
    let book = try Book(folder: place.isEmpty ? "." : place, including: [name], on: console)
    return Check(of: book.files.filter { $0.path == name }, in: book)
  }

  private func report(_ checks: [Check], on console: inout Console) -> ExitStatus {
    for check in checks { console.complain(check.diagnostics, in: check.book.texts) }
    let status = checks.map(\.status).max() ?? .holds
    guard status == .holds else { return status }
    console.print(Counts(of: checks.flatMap(\.files)).text)
    return .holds
  }

  /// `{"schema":"redress/check/1","holds":…,"policies":[…],"diagnostics":[…]}`
  private func reportInJSON(_ checks: [Check], on console: inout Console) -> ExitStatus {
    let status = checks.map(\.status).max() ?? .holds
    var policies = JSONWriter(.compact)
    policies.array { json in
      for file in checks.flatMap(\.files) { if let policy = file.policy { json.element(policy.name.text) } }
    }
    let findings = checks.flatMap { check in
      sortedByPlace(check.diagnostics).map { json(of: $0, in: check.book.texts) }
    }
    console.print(
      "{\"schema\":\"redress/check/1\",\"holds\":\(status == .holds),\"policies\":\(policies.text),"
        + "\"diagnostics\":[\(findings.joined(separator: ","))]}")
    return status
  }
}

/// Some files of a rule book with what is wrong in them.
private struct Check {
  let book: Book
  let files: [Book.File]
  let diagnostics: [Diagnostic]

  /// How a check ends that comes to this.
  var status: ExitStatus {
    if diagnostics.isEmpty { return .holds }
    return max(.doesNotHold, files.filter { !$0.diagnostics.isEmpty }.map(\.status).max() ?? .doesNotHold)
  }

  init(wholeOf book: Book) {
    self.book = book
    files = book.files
    diagnostics = book.diagnostics()
  }

  init(of files: [Book.File], in book: Book) {
    self.book = book
    self.files = files
    diagnostics = book.diagnostics(of: files)
  }
}

/// What a check looked at.
private struct Counts {
  private let policies: Int
  private var facts = 0
  private var rulings = 0
  private var items = 0

  init(of files: [Book.File]) {
    policies = files.count
    for declaration in files.flatMap({ $0.policy?.declarations ?? [] }) {
      switch declaration {
      case .fact, .detail: facts += 1
      case .define, .figure, .split, .table, .tiers, .bar, .limit, .recourse, .choice, .authority, .approval, .note,
        .deadline, .require, .always:
        rulings += 1
      case .item: items += 1
      case .source, .party, .kind, .unit, .calendar, .record, .lift, .apply: break
      }
    }
  }

  var text: String {
    "no errors in \(count(policies, "policy", "policies")): \(count(items, "item", "items")), "
      + "\(count(rulings, "other rule", "other rules")), \(count(facts, "fact", "facts"))"
  }

  private func count(_ number: Int, _ one: String, _ many: String) -> String {
    "\(number) \(number == 1 ? one : many)"
  }
}
