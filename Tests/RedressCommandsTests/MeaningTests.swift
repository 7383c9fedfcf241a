import Foundation
import RedressCases
import RedressChecker
import RedressCompiler
import RedressDiagnostics
import RedressEngine
import RedressSyntax
import RedressWorkbench
import Testing

/// Pairs of files under Snippets/meaning: a policy, and the cases that pin what it means.
@Suite struct MeaningTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Snippets/meaning")

  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    return files.filter { $0.hasSuffix(".redress") }.map { String($0.dropLast(".redress".count)) }.sorted()
  }()

  @Test func `there are policies and each has its cases`() throws {
    #expect(Self.names.count >= 15)
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path())
    #expect(Set(files) == Set(Self.names.flatMap { [$0 + ".redress", $0 + ".case"] }))
  }

  @Test(arguments: names) func `the cases come out as they say`(name: String) throws {
    var texts = SourceTexts()
    let program = try #require(try Self.program(of: name, &texts))
    let text = SourceText(
      name: name + ".case", text: try String(contentsOf: Self.folder.appending(path: name + ".case"), encoding: .utf8))
    let source = texts.add(text)
    let document = readCases(text, as: source, isJSON: false)
    #expect(document.problems.isEmpty, "\(layout(all: document.problems, in: texts, style: .plain))")
    #expect(!document.cases.isEmpty)
    for syntax in document.cases {
      let result = judge(Fixture(syntax, by: program))
      let problems = layout(all: result.problems, in: texts, style: .plain)
      let differences = result.differences.map { difference in
        "\(difference.subject): expected \(difference.expected), came \(difference.came) "
          + layout(all: difference.refusals, in: texts, style: .plain)
      }
      #expect(
        result.problems.isEmpty && result.differences.isEmpty,
        "\(syntax.name.text): \(problems)\n\(differences.joined(separator: "\n"))")
    }
  }

  private static func program(of name: String, _ texts: inout SourceTexts) throws -> Program? {
    let text = SourceText(
      name: name + ".redress", text: try String(contentsOf: folder.appending(path: name + ".redress"), encoding: .utf8))
    let parse = parsePolicy(text, as: texts.add(text))
    #expect(parse.problems.isEmpty, "\(layout(all: parse.problems.map(\.diagnostic), in: texts, style: .plain))")
    guard let policy = parse.policy else { return nil }
    var book = RuleBookSyntax(policies: [])
    book.policies = [policy]
    let compilation = compile(policy: policy.name.text, in: book)
    #expect(compilation.diagnostics.isEmpty, "\(layout(all: compilation.diagnostics, in: texts, style: .plain))")
    return compilation.program
  }
}
