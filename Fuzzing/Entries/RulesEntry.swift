import RedressCases
import RedressChecker
import RedressCompiler
import RedressDiagnostics
import RedressEngine
import RedressFormatting
import RedressSyntax
import RedressWorkbench

/// Bytes as a policy, beside the common declarations of the rule book, which it may use.
struct RulesEntry {
  let book: FuzzBook

  func run(_ bytes: [UInt8]) -> [String] {
    var texts = book.texts
    let text = SourceText(name: "fuzzed.redress", bytes: bytes)
    let source = texts.add(text)
    let parse = parsePolicy(text, as: source)
    var broken = brokenPromises(ofShowing: parse.problems.map(\.diagnostic), in: texts)
    if let laidOut = formatted(policy: text) {
      let again = SourceText(name: text.name, text: laidOut)
      if formatted(policy: again) != laidOut { broken.append("laying out twice is not laying out once") }
    } else if parse.problems.isEmpty {
      broken.append("a policy without problems cannot be laid out")
    }
    for comment in parse.comments where Int(comment.end) > bytes.count { broken.append("a comment ends outside") }
    guard let policy = parse.policy else {
      return parse.problems.isEmpty ? broken + ["there is neither a policy nor a problem"] : broken
    }

    // A policy that could not be read is checked all the same, as the editor will.
    let rules = book.book(book.policies.prefix(1) + [policy])
    let name = policy.name.text
    let check = checkPolicy(named: name, in: rules)
    broken += brokenPromises(ofShowing: check.problems.map(\.diagnostic), in: texts)
    broken += brokenPromises(ofShowing: checkRuleBook(rules).map(\.diagnostic), in: texts)
    if (check.policy == nil) != !check.problems.isEmpty {
      broken.append("there is a checked policy exactly where there are no problems, but not here")
    }
    for named in namesToExplain(in: policy).prefix(8) {
      _ = page(of: named, in: policy, text: text, programs: [])?.text(in: texts)
    }
    // A policy that was not read as it stands is not promised to evaluate to anything sensible.
    guard parse.problems.isEmpty, let checked = check.policy else { return broken }
    return broken + run(program(of: checked), policy, text, seededBy: bytes, texts)
  }

  /// Cases of a policy that holds: one that states nothing, and a few with whatever facts.
  private func run(
    _ program: Program, _ policy: PolicySyntax, _ text: SourceText, seededBy bytes: [UInt8], _ texts: SourceTexts
  ) -> [String] {
    _ = jsonSchema(of: program)
    for name in namesToExplain(in: policy).prefix(8) {
      _ = page(of: name, in: policy, text: text, programs: [program])?.text(in: texts)
    }
    var trial = Trial(program: program, texts: texts)
    var broken = trial.run(Facts(of: program))
    var random = SeededGenerator(
      seed: bytes.reduce(14_695_981_039_346_656_037) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 })
    for _ in 0..<3 {
      var source = ByteSource((0..<400).map { _ in UInt8.random(in: 0...255, using: &random) })
      let facts = source.facts(of: program)
      broken += trial.run(facts)
      if trial.hasGivenUp { break }
      broken += Forgetting(program: program).run(facts, &source)
    }
    return broken
  }
}
