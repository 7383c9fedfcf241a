import Foundation
import RedressCases
import RedressChecker
import RedressCompiler
import RedressDiagnostics
import RedressEngine
import RedressSyntax
import Testing

/// A fixture of the repository, bound to its policy.
struct RepositoryCase: Sendable, CustomTestStringConvertible {
  let order: Int
  let path: String
  let syntax: CaseSyntax
  let program: Program
  let facts: Facts

  var testDescription: String { path }

  /// Nil where the case is refused.
  func quote(_ facts: Facts) -> Quote? {
    try? propose(program, for: facts, case: syntax.name.text, label: nil, explaining: false)
  }
}

/// The rule book and the fixtures of the repository, loaded once. Cases that do not bind are left out.
enum RepositoryCases {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static let book: RuleBookSyntax = {
    var book = RuleBookSyntax(policies: [])
    var texts = SourceTexts()
    for path in files(below: "rules", ending: ".redress") {
      let text = read(path)
      let source = texts.add(text)
      guard let policy = parsePolicy(text, as: source).policy else { continue }
      book.policies.append(policy)
      let folder = (path as NSString).deletingLastPathComponent
      for case .source(let declared) in policy.declarations {
        guard let place = declared.path?.plain else { continue }
        let reference = RuleBookSyntax.DocumentReference(policyFile: source, path: place)
        let document = read(folder + "/" + place)
        book.documents[reference] = SourceDocument.reading(String(decoding: document.bytes, as: UTF8.self))
      }
    }
    return book
  }()

  static let programs: [String: Program] = {
    var programs: [String: Program] = [:]
    for policy in book.policies {
      programs[policy.name.text] = compile(policy: policy.name.text, in: book).program
    }
    return programs
  }()

  static let all: [RepositoryCase] = {
    var cases: [RepositoryCase] = []
    var texts = SourceTexts()
    for path in files(below: "fixtures", ending: ".case") {
      let text = read(path)
      for syntax in readCases(text, as: texts.add(text), isJSON: false).cases {
        guard let program = programs[syntax.policy.text], let facts = bind(syntax, to: program).facts else { continue }
        cases.append(
          RepositoryCase(order: cases.count, path: path, syntax: syntax, program: program, facts: facts))
      }
    }
    return cases
  }()

  static func read(_ path: String) -> SourceText {
    let data = (try? Data(contentsOf: root.appending(path: path))) ?? Data()
    return SourceText(name: path, bytes: Array(data))
  }

  static func files(below folder: String, ending: String) -> [String] {
    let paths = FileManager.default.enumerator(atPath: root.appending(path: folder).path())?.allObjects ?? []
    return paths.compactMap { $0 as? String }.filter { $0.hasSuffix(ending) }.sorted().map { folder + "/" + $0 }
  }
}
