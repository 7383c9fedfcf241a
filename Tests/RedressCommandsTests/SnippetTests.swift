import RedressCases
import RedressCompiler
import RedressDiagnostics
import RedressEngine
import RedressSyntax
import RedressWorkbench
import Testing

/// Mistakes, and the full text of what is said about them.
///
/// `check/topic/name.redress` is a policy, `case/topic/name.case` and `json/topic/name.json` are cases of the policy
/// `name.policy` beside them, or of the policy `parcels` of the case pages; `name.err` is what is said.
@Suite struct SnippetTests {
  @Test(arguments: Snippets.names(in: "check", ending: ".redress"))
  func `a mistake in a policy is explained`(name: String) throws {
    let checked = CheckedText.of(
      try #require(Snippets.text(at: name + ".redress")), named: base(name) + ".redress",
      documents: ["contract.md": try #require(Snippets.text(at: "check/contract.md"))])
    try Snippets.expect(layout(all: checked.diagnostics, in: checked.texts, style: .plain) + "\n", asIn: name + ".err")
    #expect(!checked.diagnostics.isEmpty, "nothing is wrong with \(name)")
  }

  @Test(arguments: Snippets.names(in: "case", ending: ".case"))
  func `a mistake in a case is explained`(name: String) throws { try judgeCase(name, ending: ".case", isJSON: false) }

  @Test(arguments: Snippets.names(in: "json", ending: ".json"))
  func `a mistake in a JSON case is explained`(name: String) throws {
    try judgeCase(name, ending: ".json", isJSON: true)
  }

  private func judgeCase(_ name: String, ending: String, isJSON: Bool) throws {
    let policy = Snippets.text(at: name + ".policy") ?? casePagesPolicy
    let checked = CheckedText.of(policy)
    var texts = checked.texts
    let program = try checked.compiled()
    let source = SourceText(name: base(name) + ending, text: try #require(Snippets.text(at: name + ending)))
    let document = readCases(source, as: texts.add(source), isJSON: isJSON)
    var diagnostics = document.problems
    if diagnostics.isEmpty { diagnostics = document.cases.flatMap { mistakes(in: $0, program) } }
    try Snippets.expect(layout(all: diagnostics, in: texts, style: .plain) + "\n", asIn: name + ".err")
    #expect(!diagnostics.isEmpty, "nothing is wrong with \(name)")
  }

  private func mistakes(in syntax: CaseSyntax, _ program: Program) -> [Diagnostic] {
    if !syntax.expectations.isEmpty { return judge(Fixture(syntax, by: program)).problems }
    let binding = bind(syntax, to: program)
    guard let facts = binding.facts else { return binding.problems.map { $0.diagnostic } }
    do {
      _ = try propose(program, for: facts, case: syntax.name.text, label: nil, explaining: true)
      return []
    } catch {
      return [error.diagnostic]
    }
  }

  private func base(_ name: String) -> String { String(name.split(separator: "/").last ?? "") }

  @Test func `every baseline has its input`() {
    #expect(Snippets.orphans(in: "check", inputs: [".redress"], baselines: [".err"]).isEmpty)
    #expect(Snippets.orphans(in: "case", inputs: [".case"], baselines: [".err", ".policy"]).isEmpty)
    #expect(Snippets.orphans(in: "json", inputs: [".json"], baselines: [".err", ".policy"]).isEmpty)
  }
}
