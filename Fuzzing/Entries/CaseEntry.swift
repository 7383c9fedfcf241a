import RedressCases
import RedressDiagnostics
import RedressEngine
import RedressFormatting
import RedressRendering
import RedressSyntax
import RedressWorkbench

/// Bytes as cases of either notation, put to the policy they name, or to some where there is none of the name.
struct CaseEntry {
  let book: FuzzBook
  let isJSON: Bool

  func run(_ bytes: [UInt8]) -> [String] {
    var texts = book.texts
    let source = texts.add(SourceText(name: isJSON ? "fuzzed.json" : "fuzzed.case", bytes: bytes))
    let document = readCases(texts[source], as: source, isJSON: isJSON)
    var broken = brokenPromises(ofShowing: document.problems, in: texts)
    if !isJSON, let laidOut = formatted(cases: texts[source]) {
      let again = SourceText(name: "laid-out.case", text: laidOut)
      if formatted(cases: again) != laidOut { broken.append("laying out twice is not laying out once") }
    }
    if isJSON { broken += readFromBytes(bytes, document) }
    // A file may hold any number of cases; a few show what there is to see.
    for syntax in document.cases.prefix(4) {
      let named = book.programs.filter { $0.name == syntax.policy.text }
      for program in named.isEmpty ? Array(book.programs.prefix(2)) : named {
        broken += run(syntax, by: program, isWhole: document.problems.isEmpty, texts)
      }
    }
    return broken
  }

  private func run(_ syntax: CaseSyntax, by program: Program, isWhole: Bool, _ texts: SourceTexts) -> [String] {
    let binding = bind(syntax, to: program)
    var broken = brokenPromises(ofShowing: binding.problems.map(\.diagnostic), in: texts)
    if (binding.facts == nil) != !binding.problems.isEmpty {
      broken.append("there are facts exactly where there are no problems, but not here")
    }
    let result = judge(Fixture(syntax, by: program))
    _ = text(ofFailuresIn: [result], texts: texts, style: .plain)
    _ = RedressWorkbench.json(of: [result], in: texts)
    guard let facts = binding.facts else { return broken }
    var trial = Trial(program: program, texts: texts)
    broken += trial.run(facts, case: syntax.name.text, label: syntax.label?.plain)
    if isWhole, !isJSON { broken += rewritten(syntax, of: program, stating: facts) }
    return broken
  }

  /// What is read straight from bytes is what the ordinary way reads, and nothing else.
  private func readFromBytes(_ bytes: [UInt8], _ document: CaseDocument) -> [String] {
    var broken: [String] = []
    for (program, reader) in zip(book.programs, book.readers) {
      guard var reader, reader.read(bytes, 0..<bytes.count) else { continue }
      guard let syntax = document.cases.first, document.cases.count == 1, document.problems.isEmpty,
        syntax.policy.text == program.name, let facts = bind(syntax, to: program).facts
      else {
        broken.append("bytes are read as a case of \(program.name) that is none")
        continue
      }
      if quoteText(reader.facts, program) != quoteText(facts, program) {
        broken.append("a case read from its bytes comes to something else")
      }
    }
    return broken
  }

  /// A case means the same when it is written in JSON.
  private func rewritten(_ syntax: CaseSyntax, of program: Program, stating facts: Facts) -> [String] {
    var texts = book.texts
    let source = texts.add(SourceText(name: "rewritten.json", text: jsonForm(of: syntax, program: program)))
    let document = readCases(texts[source], as: source, isJSON: true)
    guard let again = document.cases.first, document.problems.isEmpty else {
      return ["a case rewritten in JSON cannot be read: " + layout(all: document.problems, in: texts, style: .plain)]
    }
    let binding = bind(again, to: program)
    guard let restated = binding.facts else {
      let shown = layout(all: binding.problems.map(\.diagnostic), in: texts, style: .plain)
      return ["a case rewritten in JSON cannot be taken up: " + shown]
    }
    return quoteText(facts, program) == quoteText(restated, program)
      ? [] : ["a case rewritten in JSON comes to something else"]
  }

  private func quoteText(_ facts: Facts, _ program: Program) -> String {
    do throws(Refusal) {
      let quote = try propose(program, for: facts, case: "rewritten", label: nil, explaining: true)
      return RedressRendering.json(of: quote, fingerprint: "")
    } catch {
      return error.diagnostic.message
    }
  }
}
