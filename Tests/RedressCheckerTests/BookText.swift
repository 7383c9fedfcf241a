import RedressChecker
import RedressDiagnostics
import RedressSyntax
import RedressValues

/// A rule book written in one text: files begin with a line `# file NAME`, the first needs none; files ending in `.md` are
/// documents, those in `.csv` rows of tables.
struct BookText {
  var texts = SourceTexts()
  var book = RuleBookSyntax(policies: [])
  /// What the parser found; a test of the checker wants none.
  var syntaxProblems: [Diagnostic] = []

  init(_ text: String) {
    var files: [(name: String, lines: [Substring])] = [("policy.redress", [])]
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("# file ") {
        files.append((String(line.dropFirst(7)), []))
      } else {
        files[files.count - 1].lines.append(line)
      }
    }
    var documents: [String: SourceDocument] = [:]
    var tables: [String: TableSyntax.Rows] = [:]
    for file in files {
      let content = file.lines.joined(separator: "\n")
      if file.name.hasSuffix(".md") {
        documents[file.name] = .reading(content)
      } else if file.name.hasSuffix(".csv") {
        let source = SourceText(name: file.name, text: content)
        let parse = parseTableFile(source, as: texts.add(source))
        syntaxProblems.append(contentsOf: parse.problems.map(\.diagnostic))
        tables[file.name] = parse.rows
      } else if content.contains("policy") {
        let source = SourceText(name: file.name, text: content)
        let parse = parsePolicy(source, as: texts.add(source))
        syntaxProblems.append(contentsOf: parse.problems.map(\.diagnostic))
        if let policy = parse.policy { book.policies.append(policy) }
      }
    }
    for reference in RuleBookSyntax.documentReferences(of: book.policies) {
      book.documents[reference] = documents[reference.path]
    }
    for reference in RuleBookSyntax.tableReferences(of: book.policies) {
      book.tables[reference] = tables[reference.path]
    }
  }

  /// All problems of the book in words.
  var diagnostics: [Diagnostic] { checkRuleBook(book).map(\.diagnostic) }

  /// A place as the text that stands there.
  func text(at span: Span) -> String {
    let bytes = texts[span.source].bytes
    return String(decoding: bytes[Int(span.start)..<Int(span.end)], as: UTF8.self)
  }

  /// A diagnostic as one block: code and message, the text it marks with its label, the other marks, the helps.
  func shown(_ diagnostic: Diagnostic) -> String {
    var lines = ["\(diagnostic.code): \(diagnostic.message)"]
    if let primary = diagnostic.primary { lines.append("  > \(text(at: primary.span)) -- \(primary.text)") }
    for label in diagnostic.secondary { lines.append("  - \(text(at: label.span)) -- \(label.text)") }
    for help in diagnostic.helps { lines.append("  = \(help)") }
    return lines.joined(separator: "\n")
  }

  var shown: String { diagnostics.map(shown).joined(separator: "\n") }
}

/// The problems of a text, each as one block; what the parser finds comes first.
func problems(_ text: String) -> String {
  let book = BookText(text)
  return (book.syntaxProblems.map { "syntax \(book.shown($0))" } + book.diagnostics.map(book.shown)).joined(
    separator: "\n")
}

/// The codes of the problems of a text.
func codes(_ text: String) -> [String] {
  let book = BookText(text)
  return book.syntaxProblems.map { "syntax " + $0.code } + book.diagnostics.map(\.code)
}

/// The checked policy of a text without problems.
func checked(_ text: String, _ name: String = "p") -> CheckedPolicy? {
  let book = BookText(text)
  return book.syntaxProblems.isEmpty ? checkPolicy(named: name, in: book.book).policy : nil
}

/// Declarations with the head and the parties that every policy with items needs.
func policy(_ declarations: String, head: String = "") -> String {
  """
  policy p
    currency CNY
  \(head)
  party carrier "the carrier" is us
  party customer "the customer" is claimant

  \(declarations)
  """
}
