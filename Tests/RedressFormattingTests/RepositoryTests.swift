import Foundation
import RedressDiagnostics
@testable import RedressFormatting
import RedressSyntax
import Testing

/// The files of the repository are laid out as the formatter lays them out.
@Suite struct RepositoryTests {
  static let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The files below a folder with this ending, in the order of their paths.
  static func files(_ folder: String, _ ending: String) -> [String] {
    let found = FileManager.default.enumerator(atPath: root.appending(path: folder).path)
    let paths = (found?.allObjects as? [String])?.filter { $0.hasSuffix(ending) } ?? []
    return paths.sorted().map { "\(folder)/\($0)" }
  }

  static func read(_ path: String) -> SourceText {
    let data = FileManager.default.contents(atPath: root.appending(path: path).path) ?? Data()
    return SourceText(name: path, bytes: Array(data))
  }

  static let rules = files("rules", ".redress")
  static let fixtures = files("fixtures", ".case")
  static let others = files("Tests", ".redress") + files("Fuzzing/corpus", ".redress")
  static let otherCases = files("Tests", ".case") + files("Fuzzing/corpus", ".case")

  @Test func `there are files to look at`() {
    #expect(Self.rules.count >= 3)
    #expect(Self.fixtures.count >= 90)
    #expect(Self.others.count >= 40)
  }

  @Test(arguments: rules)
  func `the rules are laid out`(_ path: String) {
    let text = Self.read(path)
    #expect(formatted(policy: text) == String(decoding: text.bytes, as: UTF8.self))
  }

  @Test(arguments: fixtures)
  func `the fixtures are laid out`(_ path: String) {
    let text = Self.read(path)
    #expect(formatted(cases: text) == String(decoding: text.bytes, as: UTF8.self))
  }

  @Test(arguments: rules + others)
  func `laying out a policy changes no meaning, and once is enough`(_ path: String) {
    expectSameMeaning(Self.read(path), layoutOfPolicy, layOutPolicy)
  }

  @Test(arguments: fixtures + otherCases)
  func `laying out cases changes no meaning, and once is enough`(_ path: String) {
    expectSameMeaning(Self.read(path), layoutOfCases, layOutCases)
  }
}

/// Holds the pieces of a text against those of its layout, which is looked at before it is checked and handed out.
func expectSameMeaning(
  _ text: SourceText, _ read: (SourceText) -> LayoutParse?, _ layOut: (SourceText, LayoutParse) -> String,
  _ comment: Comment = ""
) {
  guard let parse = read(text) else { return }
  let laidOut = SourceText(name: text.name, text: layOut(text, parse))
  guard let again = read(laidOut) else {
    let problems = parsePolicy(laidOut, as: SourceID(0)).problems.prefix(1).map { problem in
      let line = problem.diagnostic.primary.map { laidOut.line(at: $0.span.start) + 1 } ?? 0
      return "\(line): \(problem.diagnostic.message)"
    }
    Issue.record(
      "\(comment) \(text.name) does not parse once laid out, \(problems):\n\(String(decoding: laidOut.bytes, as: UTF8.self))"
    )
    return
  }
  #expect(parse.tokens.map(\.text) == again.tokens.map(\.text), comment)
  #expect(parse.tokens.map(\.opening) == again.tokens.map(\.opening), comment)
  #expect(parse.tokens.map(\.isGlued) == again.tokens.map(\.isGlued), comment)
  #expect(parse.comments.count == again.comments.count, "\(comment) \(String(decoding: text.bytes, as: UTF8.self))")
  #expect(layOut(laidOut, again) == String(decoding: laidOut.bytes, as: UTF8.self), comment)
}
