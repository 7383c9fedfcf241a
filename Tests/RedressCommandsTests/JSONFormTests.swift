import RedressCases
import RedressDiagnostics
import RedressEngine
import RedressRendering
import RedressSyntax
import Testing

/// The JSON form of a case says what the case file says.
@Suite struct JSONFormTests {
  @Test(arguments: RepositoryCases.all) func `a fixture in JSON comes to the same`(fixture: RepositoryCase) throws {
    let text = SourceText(name: "case.json", text: jsonForm(of: fixture.syntax, program: fixture.program))
    var texts = SourceTexts()
    let document = readCases(text, as: texts.add(text), isJSON: true)
    #expect(document.problems.isEmpty, "\(layout(all: document.problems, in: texts, style: .plain))")
    let syntax = try #require(document.cases.first)
    let binding = bind(syntax, to: fixture.program)
    let problems = layout(all: binding.problems.map(\.diagnostic), in: texts, style: .plain)
    let facts = try #require(binding.facts, "\(problems)")
    let same = fixture.quote(facts).map { json(of: $0, fingerprint: "") }
    #expect(same == fixture.quote(fixture.facts).map { json(of: $0, fingerprint: "") })
  }
}
