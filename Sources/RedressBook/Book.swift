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

  /// A text that a policy names.
  struct Document {
    /// As the policy writes it.
    let path: String
    let source: SourceID
  }

  package private(set) var files: [File] = []
  package var texts = SourceTexts()
  private(set) var syntax = RuleBookSyntax(policies: [])

  /// Reads every rule file; throws where there is none. What is wrong in the files is told by `diagnostics`.
  package init(_ folder: BookFiles) throws(BookProblem) {
    guard !folder.paths.isEmpty else { throw .noRules(folder: folder.name) }
    for path in folder.paths { load(path, from: folder) }
  }

  /// The text taken in last.
  package var lastSource: SourceID { SourceID(texts.all.count - 1) }

  /// Takes a text into the run, for diagnostics to point at.
  package mutating func add(_ text: SourceText) -> SourceID { texts.add(text) }

  private mutating func load(_ path: String, from folder: BookFiles) {
    let name = folder.shown(path)
    let text: SourceText
    do throws(FileFault) {
      text = SourceText(name: name, bytes: try folder.contents(path))
    } catch {
      let source = texts.add(SourceText(name: name, bytes: []))
      let problem = BookProblem(error, at: name)
      files.append(
        File(path: path, source: source, policy: nil, documents: [], diagnostics: [problem.diagnostic], isLost: true))
      return
    }
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
