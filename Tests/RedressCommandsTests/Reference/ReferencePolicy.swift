import Foundation
import RedressChecker
import RedressCompiler
import RedressDiagnostics
import RedressEngine
import RedressReference
import RedressSyntax
import Testing

/// A policy as the reference takes it, and as the engine does.
struct ReferencePolicy: Sendable, CustomTestStringConvertible {
  let name: String
  let checked: CheckedPolicy
  let program: Program

  var testDescription: String { name }

  init(_ checked: CheckedPolicy) {
    name = checked.name
    self.checked = checked
    program = RedressCompiler.program(of: checked)
  }

  /// A policy by itself; nil where it does not check.
  init?(text: SourceText) {
    let parse = parsePolicy(text, as: SourceID(0))
    guard let syntax = parse.policy, parse.problems.isEmpty,
      let checked = checkPolicy(at: 0, in: RuleBookSyntax(policies: [syntax])).policy
    else { return nil }
    self.init(checked)
  }

  /// Every edition of every policy with items: of the repository, of the portfolio, of the page of the language, of the
  /// snippets of meaning, and those under `Policies`, which put together what seldom meets.
  static let all: [ReferencePolicy] = {
    let books = [RepositoryCases.book, ExamplePage(reading: "docs/language.md").book]
    let fromBooks = books.flatMap { book in
      book.policies.indices.compactMap { checkPolicy(at: $0, in: book).policy }.map { ReferencePolicy($0) }
    }
    let alone = entangled + MeaningTests.names.map { "Tests/RedressCommandsTests/Snippets/meaning/\($0).redress" }
    let fromFiles = (alone + ["Benchmarks/portfolio/rules/portfolio.redress"]).compactMap { path in
      ReferencePolicy(text: RepositoryCases.read(path))
    }
    return (fromBooks + fromFiles).filter { !$0.checked.items.isEmpty }
  }()

  static let entangled = RepositoryCases.files(
    below: "Tests/RedressCommandsTests/Reference/Policies", ending: ".redress")

  /// Puts a case to both, and says where they differ; nil where they agree or the reference has no answer.
  func difference(of facts: Facts, _ ways: inout BatchWays, _ tally: inout Tally) -> String? {
    var quote: Quote?
    var refusal = ""
    do throws(Refusal) {
      quote = try propose(program, for: facts, case: "generated", label: nil, detail: .reasons)
    } catch {
      refusal = "\(error)"
    }
    let difference =
      ways.difference(from: quote, for: facts) ?? difference(of: facts, from: quote, refusal, &tally)
    if difference != nil { tally.differing += 1 }
    return difference
  }

  private func difference(
    of facts: Facts, from quote: Quote?, _ refusal: String, _ tally: inout Tally
  ) -> String? {
    let expected: Settlement
    do throws(Stop) {
      expected = try settle(checked, ReferenceCase(facts, of: checked))
      tally.answered += 1
    } catch {
      switch error {
      case .refused(let name):
        tally.refused += 1
        if quote == nil, refusal.prefix(while: { $0 != "(" }) == name { return nil }
        return "  reference: refused, \(name)\n  engine:    \(quote == nil ? refusal : "an answer")"
      case .unknown, .tooLarge: tally.unknown += 1
      case .notCovered(let construct): tally.notCovered[construct, default: 0] += 1
      }
      return nil
    }
    guard let quote else { return "  reference: an answer\n  engine:    \(refusal)" }
    var came = Settlement(quote)
    came.leaveOpen(what: expected)
    if came.text == expected.text { return nil }
    let (right, wrong) = (expected.text.split(separator: "\n"), came.text.split(separator: "\n"))
    return right.difference(from: wrong).map { change in
      switch change {
      case .insert(_, let line, _): "  reference: \(line)"
      case .remove(_, let line, _): "  engine:    \(line)"
      }
    }.joined(separator: "\n")
  }

  /// The facts, to take up a difference by hand.
  func shown(_ facts: Facts) -> String {
    let stated = ReferenceCase(facts, of: checked)
    var lines = checked.facts.enumerated().compactMap { fact, attributes in
      stated.facts[fact].map { "  \(attributes.name): \($0)" }
    }
    for (item, amount) in facts.claimed.enumerated() {
      if let amount { lines.append("  claimed \(checked.items[item].name): \(amount)") }
    }
    for (choice, option) in facts.choices.enumerated() {
      if let option { lines.append("  \(checked.choices[choice].name): \(checked.choices[choice].options[option])") }
    }
    if let dated = facts.dated { lines.append("  dated: \(dated)") }
    return lines.joined(separator: "\n")
  }
}
