import RedressCases
import RedressChecker
import RedressCompiler
import RedressDiagnostics
import RedressEngine
import RedressSyntax
import Testing

@Suite struct CasePagesTests {
  private static let base =
    "case late\n  policy parcels\n\ngiven\n  lots\n    | value     |\n    | 2_000 CNY |\n"

  /// The codes a page's text leads to: a case, a case in JSON, or an option laid over a case that is right.
  private func codes(of text: String, for program: Program) throws -> [String] {
    var texts = SourceTexts()
    if text.hasPrefix("policy "), let start = text.firstRange(of: "\ncase ") {
      let own = try Self.program(of: String(text[..<start.lowerBound]))
      return try codes(of: String(text[start.lowerBound...].dropFirst()), for: own)
    }
    let isOption = text.hasPrefix("--")
    let source = texts.add(SourceText(name: "page", text: isOption ? Self.base : text))
    let document = readCases(texts[source], as: source, isJSON: text.hasPrefix("{"))
    guard document.problems.isEmpty else { return document.problems.map(\.code) }
    let option = text.split(separator: " ", maxSplits: 1).last.map { String($0) } ?? ""
    let settings = readSettings(set: isOption ? [option] : [], choose: [], into: &texts)
    guard settings.problems.isEmpty else { return settings.problems.map(\.code) }
    let (syntax, problems) = overriding(try #require(document.cases.first), with: settings, for: program)
    return (problems + bind(syntax, to: program).problems).map { $0.diagnostic.code }
  }

  private static func program(of text: String) throws -> Program {
    let parse = parsePolicy(SourceText(name: "parcels", text: text), as: SourceID(9))
    #expect(parse.problems.map(\.diagnostic.message) == [])
    let compilation = compile(policy: "parcels", in: RuleBookSyntax(policies: [try #require(parse.policy)]))
    #expect(compilation.diagnostics.map(\.message) == [])
    return try #require(compilation.program)
  }

  @Test func `the wrong text of a page gives its code and the right one none`() throws {
    let program = try Self.program(of: casePagesPolicy)
    for page in caseDiagnosticPages {
      #expect(try codes(of: page.wrong, for: program) == [page.code], "\(page.code)")
      #expect(try codes(of: page.right, for: program) == [], "\(page.code)")
    }
  }

  @Test func `codes are in order and none is doubled`() {
    let codes = caseDiagnosticPages.map(\.code)
    #expect(codes == Set(codes).sorted())
    #expect(caseDiagnosticPages.allSatisfy { !$0.title.isEmpty && !$0.explanation.isEmpty })
  }
}
