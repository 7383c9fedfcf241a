import RedressChecker
package import RedressDiagnostics
package import RedressSyntax

/// The rule files of one folder as loaded for one run, and every other text the run reads.
package struct Book: Sendable {
  /// One rule file.
  package struct File: Sendable {
    /// Below the folder of the rule book: `transport/misdelivery.redress`. The same wherever the command is given.
    package let path: String
    package let source: SourceID
    /// Nil where not even the name of a policy could be read.
    package let policy: PolicySyntax?
    /// The texts its sources point at, and the tables that live in files of their own.
    let documents: [Document]
    /// What could not be read of the file.
    package let diagnostics: [Diagnostic]
    /// Its bytes could not be had.
    package var isLost = false
  }

  /// A rule file of which no more is known than which policy it holds.
  struct ClosedFile {
    let path: String
    let text: SourceText
    let policy: String
  }

  /// A text that a policy names.
  struct Document {
    /// As the policy writes it.
    let path: String
    let source: SourceID
  }

  /// Those that were read, in the order of their paths.
  package private(set) var files: [File] = []
  /// Those whose policies nobody has asked for yet, in the same order.
  private(set) var closedFiles: [ClosedFile] = []
  package var texts = SourceTexts()
  private(set) var syntax = RuleBookSyntax(policies: [])
  private let folder: BookFiles

  /// Reads every rule file; throws where there is none. What is wrong in the files is told by `diagnostics`.
  package init(_ folder: BookFiles) throws(BookProblem) {
    guard !folder.paths.isEmpty else { throw .noRules(folder: folder.name) }
    self.folder = folder
    for path in folder.paths {
      if let text = text(at: path) { load(path, text) }
    }
  }

  /// Looks no further into the rule files than to see which policies they hold; `open` reads what one is made of. Throws
  /// where there is no rule file.
  package init(closed folder: BookFiles) throws(BookProblem) {
    guard !folder.paths.isEmpty else { throw .noRules(folder: folder.name) }
    self.folder = folder
    for path in folder.paths {
      guard let text = text(at: path) else { continue }
      if let policy = policyName(atBeginningOf: text) {
        closedFiles.append(ClosedFile(path: path, text: text, policy: policy))
      } else {
        load(path, text)
      }
    }
  }

  /// Reads what a policy is made of: its own files, and those of the policies it uses.
  package mutating func open(policy name: String) {
    var names = [name]
    var next = 0
    while next < names.count {
      for file in closedFiles where file.policy == names[next] { load(file.path, file.text) }
      closedFiles.removeAll { $0.policy == names[next] }
      for file in files where file.holds(policy: names[next]) {
        for used in file.usedNames where !names.contains(used) { names.append(used) }
      }
      next += 1
    }
    files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// The text taken in last.
  package var lastSource: SourceID { SourceID(texts.all.count - 1) }

  /// Takes a text into the run, for diagnostics to point at.
  package mutating func add(_ text: SourceText) -> SourceID { texts.add(text) }

  /// The bytes of a rule file; nil where they cannot be had, which is noted.
  private mutating func text(at path: String) -> SourceText? {
    let name = folder.shown(path)
    do throws(FileFault) {
      return SourceText(name: name, bytes: try folder.contents(path))
    } catch {
      let source = texts.add(SourceText(name: name, bytes: []))
      let problem = BookProblem(error, at: name)
      files.append(
        File(path: path, source: source, policy: nil, documents: [], diagnostics: [problem.diagnostic], isLost: true))
      return nil
    }
  }

  private mutating func load(_ path: String, _ text: SourceText) {
    let source = texts.add(text)
    let parse = parsePolicy(text, as: source)
    var diagnostics = parse.problems.map(\.diagnostic)
    var documents: [Document] = []
    for (written, span, isTable) in parse.policy?.namedFiles ?? [] {
      guard !leavesTop(written, from: path) else {
        diagnostics.append(BookProblem.outsideBook(path: written, span, folder: folder.name).diagnostic)
        if isTable { syntax.reportedTables.insert(.init(policyFile: source, path: written)) }
        continue
      }
      let place = joined(RedressBook.folder(of: path), written)
      do throws(FileFault) {
        let document = SourceText(name: folder.shown(place), bytes: try folder.contents(place))
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
