import RedressCases
package import RedressDiagnostics
package import RedressEngine
import RedressSyntax

/// A policy ready to quote cases that come as JSON one by one, from any number of threads.
package struct ReadyPolicy: Sendable {
  package let name: String
  /// In the order in which they came into force; never empty.
  package let editions: [Program]
  /// Of the rules: `sha256:…`.
  package let fingerprint: String
  /// The texts of the rules, for the places of refusals.
  package let texts: SourceTexts
}

/// Why a policy cannot be used; without a diagnostic it is a defect of ours.
package struct PolicyProblems: Error, Sendable {
  package let diagnostics: [Diagnostic]
}

/// Why a case gets no proposal.
package struct CaseRefusal: Error, Sendable {
  /// Nil where the case could not be read far enough.
  package let caseName: String?
  package let diagnostics: [Diagnostic]
  /// Those the diagnostics point into: the rules, and the case behind them.
  package let texts: SourceTexts
}

extension Book {
  /// Compiles a policy of the book.
  package func ready(policy name: String) throws(PolicyProblems) -> ReadyPolicy {
    guard has(policy: name) else { throw PolicyProblems(diagnostics: problems(missing: name, at: nil)) }
    let compilation = compilation(of: name)
    guard !compilation.programs.isEmpty else { throw PolicyProblems(diagnostics: compilation.diagnostics) }
    return ReadyPolicy(
      name: name, editions: compilation.programs, fingerprint: fingerprint(of: name), texts: texts)
  }
}

extension ReadyPolicy {
  /// What one case in JSON comes to.
  package func quote(_ text: SourceText, detail: QuoteDetail) throws(CaseRefusal) -> Quote {
    let source = SourceID(texts.all.count)
    let document = readCases(text, as: source, isJSON: true)
    func refusal(_ diagnostics: [Diagnostic]) -> CaseRefusal {
      var texts = texts
      _ = texts.add(text)
      let name = document.cases.first?.name.text
      return CaseRefusal(caseName: name?.isEmpty == false ? name : nil, diagnostics: diagnostics, texts: texts)
    }
    guard document.problems.isEmpty else { throw refusal(document.problems) }
    guard let syntax = document.cases.first, document.cases.count == 1 else {
      let problem = QuotingProblem.notOneCase(count: document.cases.count, Span(source, 0, text.bytes.count))
      throw refusal([problem.diagnostic])
    }
    guard syntax.policy.text == name else {
      throw refusal([QuotingProblem.otherPolicy(syntax.policy, wanted: name).diagnostic])
    }
    let program: Program
    do throws(EditionProblem) {
      program = try edition(among: editions, for: syntax)
    } catch {
      throw refusal([error.diagnostic])
    }
    let binding = bind(syntax, to: program)
    guard let facts = binding.facts else { throw refusal(binding.problems.map { $0.diagnostic }) }
    do throws(Refusal) {
      return try propose(
        program, for: facts, case: syntax.name.text, label: syntax.label?.plain, detail: detail)
    } catch {
      throw refusal([error.diagnostic(of: syntax)])
    }
  }
}
