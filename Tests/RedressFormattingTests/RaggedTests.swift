import RedressDiagnostics
@testable import RedressFormatting
import RedressSyntax
import Testing

/// However a text is set, its layout is the same.
@Suite struct RaggedTests {
  /// The text set anew, where its parser takes every token for what it was.
  private func set(
    _ parse: LayoutParse, seed: UInt64, hasComments: Bool, _ read: (SourceText) -> LayoutParse?
  ) -> SourceText? {
    var ragged = RaggedText(seed: seed, hasComments: hasComments)
    let text = SourceText(name: "ragged", text: ragged.set(parse.tokens))
    guard let again = read(text), again.tokens.map(\.opening) == parse.tokens.map(\.opening),
      again.tokens.map(\.isGlued) == parse.tokens.map(\.isGlued)
    else { return nil }
    return text
  }

  /// How many of the settings could be looked at.
  private func hold(
    _ parse: LayoutParse, rounds: Int, _ read: (SourceText) -> LayoutParse?,
    _ layOut: (SourceText, LayoutParse) -> String
  ) -> Int {
    var found = 0
    var layout: String?
    for round in 0..<rounds {
      let seed = UInt64(round) &* 0x9E37_79B9_7F4A_7C15 &+ 20_261_121
      if let text = set(parse, seed: seed, hasComments: false, read), let again = read(text) {
        let one = layOut(text, again)
        if let layout { #expect(one == layout, "seed \(seed)") }
        layout = one
        found += 1
        expectSameMeaning(text, read, layOut, "seed \(seed)")
      }
      if let text = set(parse, seed: seed, hasComments: true, read) {
        found += 1
        expectSameMeaning(text, read, layOut, "seed \(seed)")
      }
    }
    return found
  }

  @Test(arguments: RepositoryTests.rules)
  func `rules`(_ path: String) throws {
    let parse = try #require(layoutOfPolicy(RepositoryTests.read(path)))
    #expect(hold(parse, rounds: 6, layoutOfPolicy, layOutPolicy) >= 4)
  }

  @Test func `fixtures`() throws {
    for path in RepositoryTests.fixtures.enumerated().filter({ $0.offset.isMultiple(of: 8) }).map(\.element) {
      let parse = try #require(layoutOfCases(RepositoryTests.read(path)))
      #expect(hold(parse, rounds: 2, layoutOfCases, layOutCases) >= 3, "\(path)")
    }
  }

  @Test(arguments: 0..<24)
  func `generated policies`(_ round: Int) {
    let seed = UInt64(round) &* 0x9E37_79B9_7F4A_7C15 &+ 20_260_305
    var generator = GeneratedPolicy(seed: seed)
    let text = SourceText(name: "generated", text: generator.text(declarations: 8))
    guard let parse = layoutOfPolicy(text) else {
      let problems = parsePolicy(text, as: SourceID(0)).problems.map(\.diagnostic.message)
      Issue.record("seed \(seed): \(problems)\n\(String(decoding: text.bytes, as: UTF8.self))")
      return
    }
    expectSameMeaning(text, layoutOfPolicy, layOutPolicy, "seed \(seed)")
    #expect(hold(parse, rounds: 2, layoutOfPolicy, layOutPolicy) >= 1, "seed \(seed)")
  }

  @Test func `generated policies with words taken out, doubled and exchanged, where they still parse`() {
    var parsed = 0
    for round in 0..<200 {
      let seed = UInt64(round) &* 0x9E37_79B9_7F4A_7C15 &+ 20_270_101
      var generator = GeneratedPolicy(seed: seed)
      var random = SplitMix(state: seed)
      var pieces = generator.text(declarations: 2).split(separator: " ", omittingEmptySubsequences: false).map(
        String.init)
      let first = Int.random(in: 0..<pieces.count, using: &random)
      let second = Int.random(in: 0..<pieces.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: pieces.swapAt(first, second)
      case 1: pieces[first] = pieces[second]
      case 2: pieces[first] += " # comment\n"
      default: pieces.remove(at: first)
      }
      let text = SourceText(name: "damaged", text: pieces.joined(separator: " "))
      if layoutOfPolicy(text) != nil { parsed += 1 }
      expectSameMeaning(text, layoutOfPolicy, layOutPolicy, "seed \(seed)")
    }
    #expect(parsed >= 20)
  }
}
