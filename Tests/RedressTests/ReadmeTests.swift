import Foundation
import Testing

/// The Swift in the README is a part of the example, which CI compiles and runs.
@Suite struct ReadmeTests {
  @Test func `every Swift block of the README stands in the example`() throws {
    let readme = try text("README.md")
    let example = try text("examples/library/Sources/quote-many/QuoteMany.swift")
    let blocks = readme.matches(of: /```swift\n(.*?)```/.dotMatchesNewlines()).map { String($0.1) }
    #expect(!blocks.isEmpty)
    for block in blocks {
      for part in block.components(separatedBy: "\n\n") {
        #expect(plain(example).contains(plain(part)), "\(part)")
      }
    }
  }

  private func text(_ path: String) throws -> String {
    try String(contentsOf: Project.root.appending(path: path), encoding: .utf8)
  }

  /// The lines without their indentation.
  private func plain(_ text: String) -> String {
    text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: "\n")
  }
}
