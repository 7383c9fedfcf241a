import Foundation
import RedressCases
import RedressCommands
import RedressDiagnostics
import RedressEngine
import RedressSyntax
import RedressWorkbench

/// What the example of a diagnostic's page comes to, by the phase the page belongs to.
struct PageExample {
  var codes: [String]
  var shown: String

  static func of(_ text: String, on page: DiagnosticPage) async -> PageExample {
    switch page.code.prefix(3) {
    case "R01": return syntax(of: text)
    case "R04" where jsonDiagnosticPages.contains { $0.code == page.code }:
      // Pages of JSON speak of no policy in particular; only what makes a text JSON counts.
      var example = reading(text, isJSON: true)
      example.codes.removeAll { code in !jsonDiagnosticPages.contains { $0.code == code } }
      return example
    case "R04" where !text.hasPrefix("policy "): return caseText(text, policy: casePagesPolicy)
    case "R04", "R05":
      // A policy and a case of it.
      guard let start = text.range(of: "\ncase ")?.lowerBound else { return policy(text) }
      return caseText(String(text[text.index(after: start)...]), policy: String(text[..<start]))
    case "R06": return await command(text)
    default: return policy(text)
    }
  }

  private init(_ diagnostics: [Diagnostic], in texts: SourceTexts) {
    codes = diagnostics.map(\.code)
    shown = layout(all: diagnostics, in: texts, style: .plain) + "\n"
  }

  /// Pages of syntax speak of names that nothing declares; only what is read counts.
  private static func syntax(of text: String) -> PageExample {
    if text.hasPrefix("case ") { return reading(text, isJSON: false) }
    var texts = SourceTexts()
    let source = SourceText(name: "policy.redress", text: text)
    return PageExample(parsePolicy(source, as: texts.add(source)).problems.map(\.diagnostic), in: texts)
  }

  private static func reading(_ text: String, isJSON: Bool) -> PageExample {
    var texts = SourceTexts()
    let source = SourceText(name: isJSON ? "loss.json" : "loss.case", text: text)
    return PageExample(readCases(source, as: texts.add(source), isJSON: isJSON).problems, in: texts)
  }

  private static func policy(_ text: String) -> PageExample {
    let checked = CheckedText.of(text)
    return PageExample(checked.diagnostics, in: checked.texts)
  }

  private static func command(_ lines: String) async -> PageExample {
    let run = await CommandRun.of(lines, in: Snippets.project.path())
    var example = PageExample([], in: SourceTexts())
    example.codes = (run.errors + run.output).matches(of: /error\[(R\d+)\]/).map { String($0.1) }
    // A batch says what is wrong in the record of the line.
    example.codes += run.output.matches(of: /"code":"(R\d+)"/).map { String($0.1) }
    example.shown = run.errors.isEmpty ? run.output : run.errors
    return example
  }

  private static func caseText(_ text: String, policy: String) -> PageExample {
    let checked = CheckedText.of(policy)
    guard let program = checked.program else { return PageExample(checked.diagnostics, in: checked.texts) }
    var texts = checked.texts
    let isOption = text.hasPrefix("--")
    // An option is laid over a case that is right.
    let source = SourceText(
      name: "loss.case",
      text: isOption ? "case a\n  policy parcels\n\ngiven\n  lots\n    | value |\n    | 500 CNY |\n" : text)
    let document = readCases(source, as: texts.add(source), isJSON: text.hasPrefix("{") || text.hasPrefix("["))
    let option = isOption ? text.drop { $0 != " " }.trimmingCharacters(in: .whitespaces) : ""
    let settings = readSettings(
      set: text.hasPrefix("--set") ? [option] : [], choose: text.hasPrefix("--choose") ? [option] : [], into: &texts)
    var diagnostics = document.problems + settings.problems
    if diagnostics.isEmpty {
      diagnostics = document.cases.flatMap { mistakes(in: $0, settings, program) }
    }
    return PageExample(diagnostics, in: texts)
  }

  private static func mistakes(
    in syntax: CaseSyntax, _ settings: CaseSettings, _ program: Program
  ) -> [Diagnostic] {
    let (changed, problems) = overriding(syntax, with: settings, for: program)
    if !problems.isEmpty { return problems.map { $0.diagnostic } }
    let binding = bind(changed, to: program)
    guard let facts = binding.facts else { return binding.problems.map { $0.diagnostic } }
    do {
      _ = try propose(program, for: facts, case: syntax.name.text, label: nil, explaining: true)
    } catch {
      return [error.diagnostic]
    }
    let speaksOfExpectations = program.name == "late_delivery" || !syntax.expectations.isEmpty
    return speaksOfExpectations ? judge(Fixture(changed, by: program)).problems : []
  }
}
