import RedressCases
import RedressChecker
import RedressCompiler
import RedressDiagnostics
import RedressEngine
import RedressSyntax
import Testing

/// The examples on the pages of refusals are what they say.
@Suite struct RefusalPagesTests {
  @Test(arguments: refusalDiagnosticPages.filter { !$0.wrong.isEmpty }.map(\.code))
  func `the wrong text of a page is refused with its code, the right one not`(code: String) throws {
    let page = try #require(refusalDiagnosticPages.first { $0.code == code })
    #expect(try Self.codes(of: page.wrong) == [code])
    #expect(try Self.codes(of: page.right) == [])
  }

  private static func codes(of text: String) throws -> [String] {
    let start = try #require(text.firstRange(of: "\ncase ")).lowerBound
    let policy = String(text[..<start])
    let parse = parsePolicy(SourceText(name: "example", text: policy), as: SourceID(3))
    try #require(parse.problems.map { $0.diagnostic.message } == [])
    let compilation = compile(policy: "example", in: RuleBookSyntax(policies: [try #require(parse.policy)]))
    try #require(compilation.diagnostics.map { $0.code + " " + $0.message } == [])
    let program = try #require(compilation.program)
    let document = readCases(
      SourceText(name: "one", text: String(text[start...].dropFirst())), as: SourceID(4), isJSON: false)
    try #require(document.problems.map(\.message) == [])
    let syntax = try #require(document.cases.first)
    let facts = try #require(bind(syntax, to: program).facts)
    do throws(Refusal) {
      _ = try propose(program, for: facts, case: "one", label: nil, explaining: true)
      return []
    } catch {
      return [error.diagnostic.code]
    }
  }
}
