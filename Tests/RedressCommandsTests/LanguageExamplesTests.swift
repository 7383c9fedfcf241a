import Foundation
import RedressCases
import RedressChecker
import RedressCompiler
import RedressDiagnostics
import RedressEngine
import RedressRendering
import RedressSyntax
import RedressWorkbench
import Testing

/// The examples in `docs/language.md` and in the README are what they say they are.
@Suite struct LanguageExamplesTests {
  private static let language = ExamplePage(reading: "docs/language.md")
  private static let pages = [language, ExamplePage(reading: "README.md")]

  @Test func `every block is of a sort that is looked at`() {
    for page in Self.pages {
      #expect(!page.policyNames.isEmpty)
      for block in page.blocks where block.sort == nil { page.fail("what is `\(block.info)`?", at: block.line) }
    }
  }

  @Test(arguments: pages) func `every policy checks`(page: ExamplePage) {
    page.fail(page.checkedBook())
  }

  @Test(arguments: pages) func `every case comes out as it says, and can be shown`(page: ExamplePage) throws {
    var tried: Set<String> = []
    for (syntax, source) in page.cases {
      let checked = page.checked(syntax.policy.text, with: source)
      guard !checked.programs.isEmpty else { continue }
      let program = try edition(among: checked.programs, for: syntax)
      tried.insert(syntax.policy.text)
      if syntax.notation == .caseFile {
        let result = judge(Fixture(syntax, by: program))
        if !result.holds {
          let place = result.differences.first?.place ?? result.place
          page.fail(
            text(ofFailuresIn: [result], texts: checked.texts, style: .plain),
            at: checked.texts[place.source].line(at: place.start))
        }
      }
      try expectShown(syntax, program, checked, on: page)
    }
    for name in page.policyNames where !tried.contains(name) && !page.lends(name) {
      page.fail("no case tries the policy \(name)", at: 0)
    }
  }

  private func expectShown(
    _ syntax: CaseSyntax, _ program: Program, _ checked: ExamplePage.Checked, on page: ExamplePage
  ) throws {
    let binding = bind(syntax, to: program)
    var diagnostics = binding.problems.map { $0.diagnostic }
    if let facts = binding.facts {
      do throws(Refusal) {
        let quote = try propose(program, for: facts, case: syntax.name.text, label: nil, explaining: true)
        let shown = RedressRendering.text(of: quote, style: TextStyle(colour: false, explains: true, showsAll: true))
        #expect(shown.contains(syntax.name.text))
        let document = Data(json(of: quote, fingerprint: "sha256:0").utf8)
        let object = try? JSONSerialization.jsonObject(with: document) as? [String: Any]
        #expect(object?["case"] as? String == syntax.name.text)
      } catch {
        diagnostics = [error.diagnostic]
      }
    }
    let isRefusalExpected = syntax.expectations.contains { expectation in
      if case .refused = expectation.form { true } else { false }
    }
    if !isRefusalExpected {
      page.fail(ExamplePage.Checked(programs: [program], diagnostics: diagnostics, texts: checked.texts))
    }
  }

  @Test func `what is marked as wrong has that one mistake`() {
    let page = Self.language
    for block in page.blocks {
      guard case .wrong(let code, let policy)? = block.sort else { continue }
      let checked = page.checked(policy, adding: block)
      if checked.diagnostics.map(\.code) == [code] { continue }
      page.fail("expected \(code); came: \(checked.words)", at: block.line)
    }
  }

  @Test func `reserved words are no names, and free ones are`() {
    let page = Self.language
    var seen: Set<String> = []
    for block in page.blocks {
      guard case .words(let areReserved)? = block.sort else { continue }
      for word in block.lines.joined(separator: " ").split(separator: " ").map(String.init) {
        #expect(seen.insert(word).inserted, "\(word) stands twice")
        if parsePolicy(policy(declaring: "fact \(word) : number"), as: SourceID(0)).problems.isEmpty == areReserved {
          page.fail("`\(word)` is \(areReserved ? "not " : "")reserved", at: block.line)
        }
      }
    }
    #expect(seen.count > 150)
  }

  @Test func `every word of the grammar stands in an example`() {
    let page = Self.language
    var grammar: Set<String> = []
    var used: Set<String> = []
    for block in page.blocks {
      switch block.sort {
      case .grammar:
        for line in block.lines { grammar.formUnion(line.matches(of: /"([a-z]+)"/).map { String($0.1) }) }
      case .policy, .part, .cases:
        for line in block.lines { used.formUnion(line.matches(of: /\w+/).map { String($0.0) }) }
      default: break
      }
    }
    #expect(grammar.count > 100)
    #expect(grammar.subtracting(used).sorted() == [], "no example on \(page.name) shows them")
  }

  private func policy(declaring declaration: String) -> SourceText {
    SourceText(name: Self.language.name, text: "policy p currency CNY\n\(declaration)")
  }
}

/// A Markdown page with blocks of code.
///
/// Each policy and each file of cases becomes a text of as many lines as the page, blank where the page has something
/// else, so that its places are places on the page.
struct ExamplePage: Sendable, CustomTestStringConvertible {
  /// What the words behind a fence say of the block.
  enum Sort: Hashable {
    /// `redress`: a whole policy.
    case policy(String)
    /// `redress part of NAME`: declarations of a policy that begins with `heading`.
    case part(of: String)
    /// `redress wrong CODE in NAME`: declarations that have this mistake, behind those of a policy.
    case wrong(code: String, in: String)
    /// `case`, and `json case`.
    case cases, jsonCase
    /// `markdown PATH`: a text that policies cite; `csv PATH`: the rows of a table.
    case document(path: String), tableFile(path: String)
    /// `ebnf`, and `words reserved`, `words free`.
    case grammar
    case words(areReserved: Bool)
    /// `text`, `sh`, `json`, `swift`: not run.
    case other
  }

  struct Block {
    let info: String
    let sort: Sort?
    /// The number of the first line behind the fence, from 0.
    let line: Int
    let lines: [String]
  }

  /// A policy as far as it goes.
  struct Checked {
    /// The editions.
    let programs: [Program]
    let diagnostics: [Diagnostic]
    let texts: SourceTexts

    var words: String { diagnostics.isEmpty ? "nothing" : layout(all: diagnostics, in: texts, style: .plain) }
  }

  let name: String
  let path: String
  let blocks: [Block]
  /// In the order of the page.
  let policyNames: [String]
  private let lineCount: Int

  var testDescription: String { name }

  init(reading name: String) {
    self.name = name
    path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: name).path()
    let lines = ((try? String(contentsOfFile: path, encoding: .utf8)) ?? "").components(separatedBy: "\n")
    lineCount = lines.count
    blocks = Self.blocks(of: lines)
    var names: [String] = []
    for case let policy? in blocks.map(\.policy) where !names.contains(policy) { names.append(policy) }
    policyNames = names
  }

  private static func blocks(of lines: [String]) -> [Block] {
    var blocks: [Block] = []
    var start: Int?
    for (number, line) in lines.enumerated() where line.hasPrefix("```") {
      if let first = start {
        let content = Array(lines[(first + 1)..<number])
        let info = String(lines[first].dropFirst(3))
        blocks.append(Block(info: info, sort: sort(info, content), line: first + 1, lines: content))
        start = nil
      } else {
        start = number
      }
    }
    return blocks
  }

  private static func sort(_ info: String, _ lines: [String]) -> Sort? {
    let words = info.split(separator: " ").map(String.init)
    switch (words.first, words.count) {
    case ("redress", 1):
      return lines.joined(separator: "\n").firstMatch(of: /policy (\w+)/).map { .policy(String($0.1)) }
    case ("redress", 4) where words[1] == "part" && words[2] == "of": return .part(of: words[3])
    case ("redress", 5) where words[1] == "wrong" && words[3] == "in": return .wrong(code: words[2], in: words[4])
    case ("case", 1): return .cases
    case ("json", 2) where words[1] == "case": return .jsonCase
    case ("markdown", 2): return .document(path: words[1])
    case ("csv", 2): return .tableFile(path: words[1])
    case ("ebnf", 1): return .grammar
    case ("words", 2): return .words(areReserved: words[1] == "reserved")
    case ("text", 1), ("sh", 1), ("json", 1), ("swift", 1): return .other
    default: return nil
    }
  }

  /// What a policy in pieces begins with, as the page says.
  private static func heading(of policy: String) -> String {
    """
    policy \(policy) currency CNY in force from 2026-01-01 \
    party carrier "the carrier" is us party customer "the customer" is claimant
    """
  }

  private func text(of blocks: [Block], heading: String = "") -> SourceText {
    var lines = Array(repeating: "", count: lineCount)
    lines[0] = heading
    for block in blocks { lines.replaceSubrange(block.line..<(block.line + block.lines.count), with: block.lines) }
    return SourceText(name: name, text: lines.joined(separator: "\n"))
  }

  /// The file of a policy, or of each of its editions: every block that is a whole policy is one.
  private func texts(ofPolicy policy: String, adding extra: Block? = nil) -> [SourceText] {
    let own = blocks.filter { $0.policy == policy }
    let rest = own.filter { $0.sort != .policy(policy) } + [extra].compactMap { $0 }
    let whole = own.filter { $0.sort == .policy(policy) }
    if whole.isEmpty { return [text(of: rest, heading: Self.heading(of: policy))] }
    return whole.map { text(of: [$0] + rest) }
  }

  /// Parses, checks and compiles a policy of the page; `source` is a text of cases that diagnostics may point at.
  func checked(_ policy: String, adding extra: Block? = nil, with source: SourceText? = nil) -> Checked {
    var texts = SourceTexts()
    if let source { _ = texts.add(source) }
    let (book, problems) = read(policy, adding: extra, into: &texts)
    let compilation = compile(policy: policy, in: book)
    return Checked(programs: compilation.programs, diagnostics: problems + compilation.diagnostics, texts: texts)
  }

  /// The page's policies as one rule book.
  var book: RuleBookSyntax {
    var texts = SourceTexts()
    return read(nil, adding: nil, into: &texts).book
  }

  /// Checks the page's policies as one rule book.
  func checkedBook() -> Checked {
    var texts = SourceTexts()
    let (book, problems) = read(nil, adding: nil, into: &texts)
    return Checked(
      programs: [], diagnostics: problems + checkRuleBook(book).map(\.diagnostic), texts: texts)
  }

  /// The rule book, and what could not be read of one policy or of all.
  private func read(
    _ policy: String?, adding extra: Block?, into texts: inout SourceTexts
  ) -> (book: RuleBookSyntax, problems: [Diagnostic]) {
    var problems: [Diagnostic] = []
    var book = RuleBookSyntax(policies: [])
    for name in policyNames {
      for text in self.texts(ofPolicy: name, adding: name == policy ? extra : nil) {
        let parse = parsePolicy(text, as: texts.add(text))
        if policy == nil || name == policy { problems += parse.problems.map(\.diagnostic) }
        if let policy = parse.policy { book.policies.append(policy) }
      }
    }
    for reference in RuleBookSyntax.documentReferences(of: book.policies) {
      guard let block = blocks.first(where: { $0.sort == .document(path: reference.path) }) else { continue }
      book.documents[reference] = SourceDocument.reading(block.lines.joined(separator: "\n"))
    }
    for reference in RuleBookSyntax.tableReferences(of: book.policies) {
      guard let block = blocks.first(where: { $0.sort == .tableFile(path: reference.path) }) else { continue }
      let text = text(of: [block])
      let parse = parseTableFile(text, as: texts.add(text))
      problems += parse.problems.map(\.diagnostic)
      book.tables[reference] = parse.rows
    }
    return (book, problems)
  }

  /// Whether other policies of the page use it.
  func lends(_ policy: String) -> Bool {
    blocks.contains { block in block.lines.contains { $0.trimmingCharacters(in: .whitespaces) == "use \(policy)" } }
  }

  /// The cases of the page, each with its text, which is the first of those that `checked` gives.
  var cases: [(syntax: CaseSyntax, source: SourceText)] {
    blocks.filter { $0.sort == .cases || $0.sort == .jsonCase }.flatMap { block -> [(CaseSyntax, SourceText)] in
      let source = text(of: [block])
      let document = readCases(source, as: SourceID(0), isJSON: block.sort == .jsonCase)
      var texts = SourceTexts()
      _ = texts.add(source)
      fail(Checked(programs: [], diagnostics: document.problems, texts: texts))
      for syntax in document.cases where !policyNames.contains(syntax.policy.text) {
        fail("there is no policy \(syntax.policy.text)", at: block.line)
      }
      return document.cases.map { ($0, source) }
    }
  }

  /// Records every diagnostic at its line of the page.
  func fail(_ checked: Checked) {
    for diagnostic in checked.diagnostics {
      let words = layout(diagnostic, in: checked.texts, style: .plain)
      fail(words, at: diagnostic.primary.map { checked.texts[$0.span.source].line(at: $0.span.start) } ?? 0)
    }
  }

  /// Records an issue at a line of the page, counted from 0.
  func fail(_ words: String, at line: Int) {
    Issue.record(
      "\(name):\(line + 1): \(words)",
      sourceLocation: SourceLocation(fileID: "Redress/\(name)", filePath: path, line: line + 1, column: 1))
  }
}

extension ExamplePage.Block {
  /// The policy the block is, or is a part of.
  fileprivate var policy: String? {
    switch sort {
    case .policy(let name), .part(let name): name
    default: nil
    }
  }
}
