import RedressChecker
import RedressCompiler
import RedressDiagnostics
import RedressEngine
import RedressSyntax

/// The rule book that fuzzed input meets: its files, and its policies ready to be evaluated.
package struct FuzzBook: Sendable {
  /// Why there is no rule book to fuzz with.
  package struct Failure: Error {
    package let message: String
  }

  /// The files a rule book is made of, below its folder.
  package static let files = [
    "carriage_common.redress", "damaged_goods.redress", "misdelivery.redress", "sources/carriage-contract.md",
    "sources/civil-code.md",
  ]

  let policies: [PolicySyntax]
  let texts: SourceTexts
  private let documents: [String: SourceDocument]
  /// Of the policies that have items, in the order of the files.
  let programs: [Program]

  /// Makes the rule book ready from its files.
  ///
  /// - Parameter contents: gives the bytes of a file below the folder of the rule book.
  /// - Throws: `Failure` if a policy of the book does not hold.
  package init<Fault: Error>(reading contents: (String) throws(Fault) -> [UInt8]) throws {
    var texts = SourceTexts()
    var policies: [PolicySyntax] = []
    var documents: [String: SourceDocument] = [:]
    for path in Self.files {
      let text = SourceText(name: path, bytes: try contents(path))
      if path.hasSuffix(".md") {
        documents[path] = SourceDocument.reading(String(decoding: text.bytes, as: UTF8.self))
        continue
      }
      let parse = parsePolicy(text, as: texts.add(text))
      guard let policy = parse.policy, parse.problems.isEmpty else { throw Failure(message: "\(path) cannot be read") }
      policies.append(policy)
    }
    self.texts = texts
    self.policies = policies
    self.documents = documents
    let book = Self.book(policies, documents)
    var programs: [Program] = []
    for name in ["damaged_goods", "misdelivery"] {
      let compilation = compile(policy: name, in: book)
      guard let program = compilation.program, compilation.diagnostics.isEmpty else {
        throw Failure(message: layout(all: compilation.diagnostics, in: texts, style: .plain))
      }
      programs.append(program)
    }
    self.programs = programs
  }

  /// A rule book of these policies; they may cite the documents of this one.
  func book(_ policies: [PolicySyntax]) -> RuleBookSyntax { Self.book(policies, documents) }

  private static func book(_ policies: [PolicySyntax], _ documents: [String: SourceDocument]) -> RuleBookSyntax {
    var book = RuleBookSyntax(policies: policies)
    for reference in RuleBookSyntax.documentReferences(of: policies) {
      book.documents[reference] = documents[reference.path]
    }
    return book
  }
}
