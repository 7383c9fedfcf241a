import RedressBook
import RedressChecker
import RedressCommands
import RedressCompiler
import RedressDiagnostics
import RedressEngine
import RedressSyntax

/// A policy's text taken as far as it goes.
struct CheckedText {
  let texts: SourceTexts
  /// Nil where there is any diagnostic.
  let program: Program?
  /// In the order of the text.
  let diagnostics: [Diagnostic]

  /// The program; throws what stands in its way.
  func compiled() throws -> Program {
    if let program { return program }
    throw Unchecked(description: layout(all: diagnostics, in: texts, style: .plain))
  }

  private struct Unchecked: Error, CustomStringConvertible {
    let description: String
  }

  /// Parses and checks a policy, or a rule book: further files begin with a line `# file NAME`, and those whose names
  /// do not end in `.redress` are documents that are cited.
  static func of(
    _ text: String, named name: String = "policy.redress", documents: [String: String] = [:]
  ) -> CheckedText {
    var texts = SourceTexts()
    var parses: [PolicyParse] = []
    var documents = documents
    for file in files(of: text, named: name) {
      guard file.name.hasSuffix(".redress") else {
        documents[file.name] = file.text
        continue
      }
      let source = SourceText(name: file.name, text: file.text)
      parses.append(parsePolicy(source, as: texts.add(source)))
    }
    let policies = parses.compactMap(\.policy)
    var book = RuleBookSyntax(policies: policies)
    for reference in RuleBookSyntax.documentReferences(of: policies) {
      if let document = documents[reference.path] { book.documents[reference] = SourceDocument.reading(document) }
    }
    let diagnostics = sortedByPlace(
      findings(
        reading: parses.flatMap(\.problems).map(\.diagnostic), checking: checkRuleBook(book).map(\.diagnostic)))
    let program = diagnostics.isEmpty ? policies.first.flatMap { compile(policy: $0.name.text, in: book).program } : nil
    return CheckedText(texts: texts, program: program, diagnostics: diagnostics)
  }

  private static func files(of text: String, named name: String) -> [(name: String, text: String)] {
    var files: [(name: String, text: String)] = []
    for part in ("# file \(name)\n" + text).split(separator: "# file ") {
      let lines = part.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
      files.append((String(lines[0]), lines.count > 1 ? String(lines[1]) : ""))
    }
    return files
  }
}
