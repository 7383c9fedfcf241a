import RedressChecker
import RedressDiagnostics
import RedressSyntax

/// The rule files of one folder as loaded for one run, and every other text the run reads.
struct Book {
  /// One rule file.
  struct File {
    /// Below the folder of the rule book: `transport/misdelivery.redress`. The same wherever the command is given.
    let path: String
    let source: SourceID
    /// Nil where not even the name of a policy could be read.
    let policy: PolicySyntax?
    /// The texts its sources point at, and the tables that live in files of their own.
    let documents: [Document]
    /// What could not be read of the file.
    let diagnostics: [Diagnostic]
    /// How a command ends that needs what could not be read.
    var status = ExitStatus.doesNotHold
  }

  /// A text that a policy names.
  struct Document {
    /// As the policy writes it.
    let path: String
    let source: SourceID
  }

  /// As shown to people: `rules`, `../rules`.
  let folder: String
  private(set) var files: [File] = []
  var texts = SourceTexts()
  private(set) var syntax = RuleBookSyntax(policies: [])

  /// Loads every rule file below a folder; throws where there is none.
  init(folder: String, on console: Console) throws(CommandProblem) {
    try self.init(folder: folder, including: [], on: console)
  }

  /// Loads every rule file below a folder, and files of it whose names do not end as those of rule files do.
  init(folder: String, including others: [String], on console: Console) throws(CommandProblem) {
    self.folder = folder
    var paths: [String]
    do throws(FileFault) {
      paths = try Files.paths(below: console.resolve(folder), endings: [".redress"])
    } catch {
      throw CommandProblem(error, at: folder)
    }
    for other in others where !paths.contains(other) { paths.append(other) }
    guard !paths.isEmpty else { throw .noRules(folder: folder) }
    for path in paths { load(path, on: console) }
  }

  /// The text taken in last.
  var lastSource: SourceID { SourceID(texts.all.count - 1) }

  /// Takes a text into the run, for diagnostics to point at.
  mutating func add(_ text: SourceText) -> SourceID { texts.add(text) }

  private mutating func load(_ path: String, on console: Console) {
    let name = joined(folder, path)
    let text: SourceText
    do throws(CommandProblem) {
      text = SourceText(name: name, bytes: try console.read(name))
    } catch {
      let source = texts.add(SourceText(name: name, bytes: []))
      files.append(
        File(
          path: path, source: source, policy: nil, documents: [], diagnostics: [error.diagnostic],
          status: error.status))
      return
    }
    let source = texts.add(text)
    let parse = parsePolicy(text, as: source)
    var diagnostics = parse.problems.map(\.diagnostic)
    var documents: [Document] = []
    for (written, span, isTable) in parse.policy?.namedFiles ?? [] {
      guard !leavesTop(written, from: path) else {
        diagnostics.append(CommandProblem.outsideBook(path: written, span, folder: folder).diagnostic)
        if isTable { syntax.reportedTables.insert(.init(policyFile: source, path: written)) }
        continue
      }
      let place = joined(RedressCommands.folder(of: name), written)
      do throws(FileFault) {
        let document = SourceText(name: place, bytes: try Files.contents(at: console.resolve(place)))
        let place = texts.add(document)
        documents.append(Document(path: written, source: place))
        let reference = RuleBookSyntax.DocumentReference(policyFile: source, path: written)
        guard isTable else {
          syntax.documents[reference] = SourceDocument.reading(String(decoding: document.bytes, as: UTF8.self))
          continue
        }
        let table = parseTableFile(document, as: place)
        diagnostics += table.problems.map(\.diagnostic)
        if let rows = table.rows, table.problems.isEmpty || !rows.rows.isEmpty {
          syntax.tables[reference] = rows
        } else if !table.problems.isEmpty {
          syntax.reportedTables.insert(reference)
        }
      } catch {
        // The checker says so where it matters: it finds the text missing from the book.
        continue
      }
    }
    if let policy = parse.policy { syntax.policies.append(policy) }
    files.append(
      File(path: path, source: source, policy: parse.policy, documents: documents, diagnostics: diagnostics))
  }
}

extension PolicySyntax {
  /// The paths of the texts its sources point at and of the tables that live in files, as written, each once, with
  /// where it stands first.
  fileprivate var namedFiles: [(path: String, span: Span, isTable: Bool)] {
    var found: [(path: String, span: Span, isTable: Bool)] = []
    func add(_ text: TextSyntax?, isTable: Bool) {
      guard let text, let path = text.plain, !found.contains(where: { $0.path == path && $0.isTable == isTable }) else {
        return
      }
      found.append((path, text.span, isTable))
    }
    for declaration in declarations {
      switch declaration {
      case .source(let source): add(source.path, isTable: false)
      case .table(let table): if case .file(let path) = table.content { add(path, isTable: true) }
      default: continue
      }
    }
    return found
  }
}
