import RedressCases
import RedressChecker
import RedressCompiler
import RedressDiagnostics
import RedressEngine
import RedressRendering
import RedressSyntax

/// Rule texts and cited documents as a loader would hand them over.
struct RuleTexts {
  struct Document {
    /// As policies name it: `sources/contract.md`.
    let path: String
    let markdown: String
  }

  var policies: [SourceText]
  var documents: [Document]

  var lineCount: Int { policies.reduce(0) { $0 + $1.lineStarts.count - 1 } }

  /// Everything up to the syntax trees.
  func parsed() -> [PolicyParse] {
    policies.enumerated().map { parsePolicy($1, as: SourceID($0)) }
  }

  /// The documents cut into their clauses.
  func documentsRead() -> [String: SourceDocument] {
    var result: [String: SourceDocument] = [:]
    for document in documents { result[document.path] = SourceDocument.reading(document.markdown) }
    return result
  }

  func book(_ parses: [PolicyParse], _ documents: [String: SourceDocument]) -> RuleBookSyntax {
    var book = RuleBookSyntax(policies: parses.compactMap(\.policy))
    for reference in RuleBookSyntax.documentReferences(of: book.policies) {
      book.documents[reference] = documents[reference.path]
    }
    return book
  }
}

/// The stages one after another, each timed by itself on what the one before has made.
struct Stages {
  let group: String
  let subject: String
  private(set) var measurements: [Measurement] = []

  init(group: String, subject: String) {
    self.group = group
    self.subject = subject
  }

  private mutating func note(_ stage: String, _ unit: String, size: Int, _ nanoseconds: Int, count: Int = 1) {
    measurements.append(
      Measurement(
        group: group, subject: subject, size: size, stage: stage, unit: unit, nanoseconds: nanoseconds, count: count))
  }

  /// Reading, checking and compiling; gives the program of each policy named.
  mutating func compile(
    _ texts: RuleTexts, policies names: [String], size: Int
  ) throws(BenchFailure) -> [Program] {
    let (parsing, parses) = Stopwatch.time { texts.parsed() }
    note("lex and parse", "rule book", size: size, parsing)
    let mistakes = parses.flatMap(\.problems).map(\.diagnostic)
    guard mistakes.isEmpty else { throw failure(mistakes, in: texts.policies) }
    let (reading, documents) = Stopwatch.time { texts.documentsRead() }
    note("read cited texts", "rule book", size: size, reading)
    let book = texts.book(parses, documents)
    let (checking, results) = Stopwatch.time { names.map { checkPolicy(named: $0, in: book) } }
    note("check", "rule book", size: size, checking)
    let problems = results.flatMap(\.problems).map(\.diagnostic)
    guard problems.isEmpty else { throw failure(problems, in: texts.policies) }
    let checked = results.compactMap(\.policy)
    let (compiling, programs) = Stopwatch.time { checked.map { program(of: $0) } }
    note("compile", "rule book", size: size, compiling)
    return programs
  }

  /// From case texts to shown proposals; cases that are refused are left out behind the stage that refuses them.
  mutating func quote(_ cases: [SourceText], isJSON: Bool = false, by programs: [Program], size: Int) {
    let count = cases.count
    let prefix = isJSON ? "JSON case" : "case"
    let (reading, documents) = Stopwatch.time {
      cases.enumerated().map { readCases($1, as: SourceID($0), isJSON: isJSON) }
    }
    note("read \(prefix)", "case", size: size, reading, count: count)

    let work = documents.flatMap(\.cases).compactMap { syntax in
      programs.first { $0.name == syntax.policy.text }.map { (syntax: syntax, program: $0) }
    }
    let (binding, bindings) = Stopwatch.time { work.map { bind($0.syntax, to: $0.program) } }
    note("bind \(prefix)", "case", size: size, binding, count: count)
    if isJSON { return }

    let bound = zip(work, bindings).compactMap { work, binding in
      binding.facts.map { (name: work.syntax.name.text, program: work.program, facts: $0) }
    }
    let (evaluating, quotes) = Stopwatch.time {
      bound.map { try? propose($0.program, for: $0.facts, case: $0.name, label: nil, explaining: false) }
    }
    note("evaluate", "case", size: size, evaluating, count: count)
    let (explaining, explained) = Stopwatch.time {
      bound.map { try? propose($0.program, for: $0.facts, case: $0.name, label: nil, explaining: true) }
    }
    note("evaluate and explain", "case", size: size, explaining, count: count)

    let plain = quotes.compactMap { $0 }
    let (laying, _) = Stopwatch.time { plain.map { text(of: $0, style: TextStyle()).utf8.count } }
    note("render text", "case", size: size, laying, count: count)
    let full = explained.compactMap { $0 }
    let (unfolding, _) = Stopwatch.time { full.map { text(of: $0, style: TextStyle(explains: true)).utf8.count } }
    note("render explained text", "case", size: size, unfolding, count: count)
    let (writing, _) = Stopwatch.time { full.map { json(of: $0, fingerprint: "sha256:").utf8.count } }
    note("render JSON", "case", size: size, writing, count: count)
  }

  private func failure(_ diagnostics: [Diagnostic], in texts: [SourceText]) -> BenchFailure {
    var sources = SourceTexts()
    for text in texts { _ = sources.add(text) }
    let shown = layout(all: Array(diagnostics.prefix(5)), in: sources, style: .plain)
    return BenchFailure(message: "the rules of \(subject) do not hold:\n\(shown)")
  }
}
