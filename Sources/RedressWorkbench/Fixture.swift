import RedressCases
package import RedressDiagnostics
package import RedressEngine
package import RedressSyntax
import RedressValues

/// A case that says what it expects, with the policy it is judged by.
package struct Fixture: Sendable {
  package let syntax: CaseSyntax
  package let program: Program

  package init(_ syntax: CaseSyntax, by program: Program) {
    self.syntax = syntax
    self.program = program
  }
}

/// Judges fixtures side by side; the results stand in the order of the fixtures.
package func judge(all fixtures: [Fixture]) async -> [FixtureResult] {
  await withTaskGroup(of: (Int, FixtureResult).self) { group in
    for (position, fixture) in fixtures.enumerated() {
      group.addTask { (position, judge(fixture)) }
    }
    var results: [(Int, FixtureResult)] = []
    for await result in group { results.append(result) }
    return results.sorted { $0.0 < $1.0 }.map(\.1)
  }
}

/// Compares what a case comes to with what it expects (rules 17 and 41 of the reference).
package func judge(_ fixture: Fixture) -> FixtureResult {
  let syntax = fixture.syntax
  let binding = bind(syntax, to: fixture.program)
  let problems = problems(
    of: syntax.expectations, in: fixture, currency: fixture.program.currency(of: binding.facts))
  guard problems.isEmpty else {
    // What is wrong with the facts is said along with it, unless that is what the fixture is about.
    let facts = syntax.expectations.contains(where: \.isRefusal) ? [] : binding.problems.map { $0.diagnostic }
    return FixtureResult(
      name: syntax.name.text, place: syntax.name.span, problems: problems.map { $0.diagnostic } + facts,
      differences: [])
  }
  let isExplained = syntax.expectations.contains { $0.asks(for: fixture.program.explainedBranchNames) }
  var differences = differences(of: fixture, binding: binding, explaining: isExplained)
  if !differences.isEmpty, !isExplained {
    // Explanations cost more than the figures; only what failed is explained, and what asks for them.
    differences = RedressWorkbench.differences(of: fixture, binding: binding, explaining: true)
  }
  return FixtureResult(
    name: syntax.name.text, place: syntax.name.span, problems: [], differences: differences)
}

/// What is wrong with a case of a file that could not be read in full: the names and values that could be. What is
/// missing from it may be what was not read.
package func mistakes(inUnfinished fixture: Fixture) -> [Diagnostic] {
  let expectations = fixture.syntax.expectations
  let binding = bind(fixture.syntax, to: fixture.program)
  let names = problems(
    ofNamesIn: expectations, in: fixture, currency: fixture.program.currency(of: binding.facts)
  ).map { $0.diagnostic }
  if expectations.contains(where: \.isRefusal) { return names }
  return binding.problems.map { $0.diagnostic } + names
}

extension Program {
  /// What a case is settled in; nil where the policy leaves it to a case that does not tell.
  fileprivate func currency(of facts: Facts?) -> Currency? {
    currency == .ofTheCase ? facts?.currency : currency
  }
}

/// What a case comes to.
private enum Outcome {
  case quote(Quote, Facts)
  case refused([Diagnostic])
}

private func outcome(of fixture: Fixture, binding: Binding, explaining: Bool) -> Outcome {
  guard let facts = binding.facts else { return .refused(binding.problems.map { $0.diagnostic }) }
  do {
    return .quote(try quote(fixture, for: facts, explaining: explaining), facts)
  } catch {
    return .refused([error.diagnostic(of: fixture.syntax)])
  }
}

private func quote(_ fixture: Fixture, for facts: Facts, explaining: Bool) throws(Refusal) -> Quote {
  try propose(
    fixture.program, for: facts, case: fixture.syntax.name.text, label: fixture.syntax.label?.plain,
    explaining: explaining)
}

private func differences(of fixture: Fixture, binding: Binding, explaining: Bool) -> [Difference] {
  var differences: [Difference] = []
  let outcome = outcome(of: fixture, binding: binding, explaining: explaining)
  var hasReportedRefusal = false
  for expectation in fixture.syntax.expectations {
    switch (expectation.form, outcome) {
    case (.refused(let text), .refused(let diagnostics)):
      guard !diagnostics.contains(where: { $0.says(text) }) else { continue }
      differences.append(
        refusal(diagnostics, at: expectation.keyword, expected: "a refusal that says \"\(text)\""))
    case (.refused(let text), .quote(let quote, _)):
      differences.append(
        Difference(
          place: expectation.keyword, proposal: [], subject: "the case",
          expected: "a refusal that says \"\(text)\"", came: summary(of: quote)))
    case (.proposal, .refused(let diagnostics)):
      guard !hasReportedRefusal else { continue }
      hasReportedRefusal = true
      differences.append(refusal(diagnostics, at: expectation.keyword, expected: "a proposal"))
    case (.proposal(let settings, let entries), .quote(let quote, let facts)):
      let proposals = proposals(with: settings, of: quote, for: facts, fixture, explaining: explaining)
      if proposals.isEmpty {
        differences.append(missingProposal(with: settings, of: quote, at: expectation.keyword))
      }
      for proposal in proposals {
        let judge = ProposalJudge(
          proposal, of: fixture.program, currency: quote.currency,
          readings: explaining ? FactReadings(of: fixture) : nil)
        differences += judge.differences(from: entries)
      }
    }
  }
  return differences
}

/// The proposals a block speaks of: the preferred one, or those in which the named options are taken.
private func proposals(
  with settings: [ExpectationSyntax.Setting], of quote: Quote, for facts: Facts, _ fixture: Fixture, explaining: Bool
) -> [Proposal] {
  guard !settings.isEmpty else { return Array(quote.proposals.prefix(1)) }
  let found = quote.proposals.filter { $0.takes(settings) }
  if !found.isEmpty { return found }
  // Options that come to the same lines are one proposal (rule 36); taken by itself, the option shows it.
  var settled = facts
  for setting in settings {
    guard
      let choice = fixture.program.choices.firstIndex(where: { $0.name == setting.choice.text }),
      let option = fixture.program.choices[choice].options.firstIndex(of: setting.option.text),
      facts.choices[choice] == nil || facts.choices[choice] == option
    else { return [] }
    settled.choices[choice] = option
  }
  guard let again = try? RedressWorkbench.quote(fixture, for: settled, explaining: explaining) else { return [] }
  return again.proposals.filter { $0.takes(settings) }
}

private func missingProposal(
  with settings: [ExpectationSyntax.Setting], of quote: Quote, at place: Span
) -> Difference {
  let wanted = settings.map { "\($0.choice.text) = \($0.option.text)" }.joined(separator: ", ")
  let offered = quote.proposals.map { $0.settings.joined(separator: ", ") }.filter { !$0.isEmpty }
  return Difference(
    place: place, proposal: [], subject: "the case", expected: "a proposal with \(wanted)",
    came: offered.isEmpty ? "no choice arises in this case" : "only " + offered.joined(separator: "; "))
}

private func refusal(_ diagnostics: [Diagnostic], at place: Span, expected: String) -> Difference {
  var difference = Difference(
    place: place, proposal: [], subject: "the case", expected: expected,
    came: "refused: " + diagnostics.map(\.message).joined(separator: "; "))
  difference.refusals = diagnostics
  return difference
}

private func summary(of quote: Quote) -> String {
  guard let preferred = quote.proposals.first else { return "no proposal" }
  let amount = text(of: preferred.totals.payable, in: quote.currency)
  return "a proposal of \(amount)" + (preferred.totals.isComplete ? "" : " so far")
}

extension ExpectationSyntax {
  /// Whether a `because` names one of these branches, in full or by the part behind the dot.
  fileprivate func asks(for branches: [String]) -> Bool {
    guard case .proposal(_, let entries) = form else { return false }
    return entries.contains { entry in
      guard case .item(_, _, .status(_, let because)) = entry.form else { return false }
      return because.contains { name in branches.contains { $0.answers(to: name.text) } }
    }
  }

  fileprivate var isRefusal: Bool {
    if case .refused = form { true } else { false }
  }
}

extension Diagnostic {
  /// Whether any of its sentences contains a text.
  fileprivate func says(_ text: String) -> Bool {
    let labels = ([primary].compactMap { $0 } + secondary).map(\.text)
    return ([message] + labels + helps).contains { $0.contains(text) }
  }
}

extension Proposal {
  /// `wrong_goods = credit`, for each choice that arises.
  var settings: [String] {
    choices.map { "\($0.choice.name) = \($0.option.name)" }
  }

  fileprivate func takes(_ settings: [ExpectationSyntax.Setting]) -> Bool {
    settings.allSatisfy { setting in
      choices.contains { $0.choice.name == setting.choice.text && $0.option.name == setting.option.text }
    }
  }
}
