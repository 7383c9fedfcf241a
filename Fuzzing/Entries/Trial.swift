import RedressCases
import RedressDiagnostics
import RedressEngine
import RedressRendering
import RedressValues

/// One case evaluated and shown in every way, and its proposals held against what they promise.
struct Trial {
  let program: Program
  let texts: SourceTexts
  /// A case was refused because it takes too many operations; more of them would only take time.
  private(set) var hasGivenUp = false

  init(program: Program, texts: SourceTexts) {
    self.program = program
    self.texts = texts
  }

  mutating func run(_ facts: Facts, case name: String = "fuzzed", label: String? = nil) -> [String] {
    do throws(Refusal) {
      let quote = try propose(program, for: facts, case: name, label: label, explaining: true)
      var broken = Sums(quote: quote, facts: facts).brokenPromises()
      broken += shown(quote)
      let plain = try propose(program, for: facts, case: name, label: label, explaining: false)
      if json(of: bare(quote), fingerprint: "") != json(of: plain, fingerprint: "") {
        broken.append("with explanations the case comes to something else than without")
      }
      return broken + straight(facts, case: name, record(of: quote))
    } catch {
      if case .tooLaborious = error { hasGivenUp = true }
      return brokenPromises(ofShowing: [error.diagnostic], in: texts) + straight(facts, case: name, nil)
    }
  }

  private func record(of quote: Quote) -> String {
    var json = JSONWriter(.compact)
    write(record: quote, reasons: .codes, fingerprint: "", to: &json)
    return json.text
  }

  /// What goes straight through comes to the same record; nil where the case is refused.
  private func straight(_ facts: Facts, case name: String, _ record: String?) -> [String] {
    guard let straight = StraightProgram(of: program), let form = StraightRecord(straight, reasons: .codes) else {
      return []
    }
    var evaluator = StraightEvaluator(straight)
    guard evaluator.settle(facts) else { return [] }
    var json = JSONWriter(.compact)
    form.write(evaluator.outcome, case: name, to: &json)
    return json.text == record ? [] : ["settled straight through the case comes to something else"]
  }

  private func shown(_ quote: Quote) -> [String] {
    var broken: [String] = []
    for style in [TextStyle(), TextStyle(width: 80, explains: true, showsAll: true)] {
      if let scalar = commandingScalar(in: text(of: quote, style: style)) {
        broken.append("a proposal lets a control character through: \(scalar)")
      }
    }
    _ = text(of: quote, style: TextStyle(colour: true, explains: true))
    let written = SourceText(name: "quote.json", text: json(of: bare(quote), fingerprint: "sha256:"))
    if !parseJSON(written, as: SourceID(0)).1.isEmpty { broken.append("a quote in JSON is no JSON") }
    _ = json(of: quote, fingerprint: "sha256:")
    return broken
  }

  /// The quote as it is without explanations, which may nest deeper than a reader of JSON likes.
  private func bare(_ quote: Quote) -> Quote {
    var quote = quote
    for proposal in quote.proposals.indices {
      for line in quote.proposals[proposal].lines.indices { quote.proposals[proposal].lines[line].because = [] }
      for index in quote.proposals[proposal].adjustments.indices {
        quote.proposals[proposal].adjustments[index].because = []
      }
      for index in quote.proposals[proposal].recourse.indices { quote.proposals[proposal].recourse[index].because = [] }
      for index in quote.proposals[proposal].figures.indices { quote.proposals[proposal].figures[index].because = [] }
    }
    return quote
  }
}
