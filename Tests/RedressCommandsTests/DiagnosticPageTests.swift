import Foundation
import RedressCommands
import RedressDiagnostics
import Testing

/// The pages of `redress explain`: their examples are what they say, and what is said about the wrong ones is read here.
@Suite struct DiagnosticPageTests {
  private static let codes = allDiagnosticPages.map(\.code)

  private static func page(_ code: String) throws -> DiagnosticPage {
    try #require(allDiagnosticPages.first { $0.code == code })
  }

  @Test(arguments: codes)
  func `the wrong text of a page has its code and no other, the right text none`(code: String) async throws {
    let page = try Self.page(code)
    guard !page.isGuard else { return }
    let wrong = await PageExample.of(page.wrong, on: page)
    #expect(Set(wrong.codes) == [code], "\(wrong.shown)")
    let right = await PageExample.of(page.right, on: page)
    #expect(right.codes == [], "\(right.shown)")
    try Snippets.expect(wrong.shown, asIn: "pages/\(code).err")
  }

  @Test func `every baseline has its page`() {
    for name in Snippets.names(in: "pages", ending: ".err") {
      #expect(Self.codes.contains { "pages/\($0)" == name }, "\(name)")
    }
  }

  @Test func `every code has one page, with a title and words that fit`() {
    #expect(Set(Self.codes).count == Self.codes.count)
    for page in allDiagnosticPages {
      #expect(page.code.wholeMatch(of: /R0[1-6][0-9][0-9]/) != nil)
      #expect(!page.title.isEmpty && !page.title.hasSuffix("."), "\(page.code)")
      #expect(page.title.first?.isUppercase == false || page.title.hasPrefix("JSON"), "\(page.code)")
      #expect(page.explanation.count > 40, "\(page.code)")
    }
  }

  @Test func `every code that stands in the sources has a page`() throws {
    let sources = Repository.root.appending(path: "Sources")
    var used: Set<String> = []
    for file in FileManager.default.enumerator(atPath: sources.path())?.compactMap({ $0 as? String }) ?? []
    where file.hasSuffix(".swift") && file.contains("Problem") || file.contains("Refusal") {
      let text = try String(contentsOf: sources.appending(path: file), encoding: .utf8)
      for match in text.matches(of: /"(R0[1-6][0-9][0-9])"/) { used.insert(String(match.1)) }
    }
    #expect(used.count > 50)
    #expect(used.subtracting(Self.codes).sorted() == [])
  }
}

extension DiagnosticPage {
  /// A last guard behind the checker has no example; nor has what takes two editions, a file that cannot be written, or
  /// a line of 64 MiB. `EditionTests`, `UnwritableFileTests` and `BatchProcessTests` give these.
  fileprivate var isGuard: Bool {
    (code.hasPrefix("R05") || ["R0430", "R0431", "R0614", "R0616"].contains(code)) && wrong.isEmpty && right.isEmpty
  }
}
