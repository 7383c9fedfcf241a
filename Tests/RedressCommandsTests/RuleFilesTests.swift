import Foundation
import RedressCommands
import Testing

/// Which files of a folder make a rule book, and where it is looked for.
@Suite struct RuleFilesTests {
  /// Runs a command in a copy of the sample project that was changed.
  private func run(
    _ words: [String], in place: String = "", after change: (URL) throws -> Void
  ) async throws -> CommandRun {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.copyItem(at: Snippets.project, to: folder)
    defer { try? FileManager.default.removeItem(at: folder) }
    try change(folder)
    return await CommandRun.redress(words, in: folder.appending(path: place).path())
  }

  private static let counted = "no errors in 1 policy"

  @Test func `hidden files, links in circles and other files are passed over`() async throws {
    let run = try await run(["check"]) { folder in
      let rules = folder.appending(path: "rules")
      try FileManager.default.createSymbolicLink(
        at: rules.appending(path: "circle"), withDestinationURL: rules)
      for name in [".hidden.redress", "notes.txt", "late_delivery.redress~"] {
        try Data("not a policy".utf8).write(to: rules.appending(path: name))
      }
      try FileManager.default.createDirectory(
        at: rules.appending(path: ".git"), withIntermediateDirectories: false)
      try Data("not a policy".utf8).write(to: rules.appending(path: ".git/a.redress"))
    }
    #expect(run.output.hasPrefix(Self.counted), "\(run.errors)")
  }

  @Test func `a rule file may be a link, and may lie in a folder of its own`() async throws {
    let run = try await run(["check"]) { folder in
      let rules = folder.appending(path: "rules")
      let deep = folder.appending(path: "rules/transport/road")
      try FileManager.default.createDirectory(at: deep, withIntermediateDirectories: true)
      try FileManager.default.moveItem(
        at: rules.appending(path: "late_delivery.redress"), to: folder.appending(path: "kept.redress"))
      try FileManager.default.createSymbolicLink(
        at: deep.appending(path: "late.redress"), withDestinationURL: folder.appending(path: "kept.redress"))
      try FileManager.default.moveItem(at: rules.appending(path: "sources"), to: deep.appending(path: "sources"))
    }
    #expect(run.output.hasPrefix(Self.counted), "\(run.errors)")
  }

  @Test func `rules are found from a folder below, by the path that leads there`() async throws {
    let deep = "fixtures/2026/march"
    let run = try await run(["check"], in: deep) { folder in
      try FileManager.default.createDirectory(
        at: folder.appending(path: deep), withIntermediateDirectories: true)
    }
    #expect(run.output.hasPrefix(Self.counted), "\(run.errors)")
    let broken = try await self.run(["check"], in: deep) { folder in
      try FileManager.default.createDirectory(
        at: folder.appending(path: deep), withIntermediateDirectories: true)
      try Data("policy".utf8).write(to: folder.appending(path: "rules/late_delivery.redress"))
    }
    #expect(broken.errors.contains("../../../rules/late_delivery.redress:1:"))
  }

  @Test func `mistakes in other files do not stop a proposal`() async throws {
    let run = try await run(["quote", "fixtures/late_delivery.json"]) { folder in
      try Data("policy other\n  currency".utf8).write(to: folder.appending(path: "rules/other.redress"))
      try Data("nonsense".utf8).write(to: folder.appending(path: "rules/nonsense.redress"))
    }
    #expect(run.status == .holds, "\(run.errors)")
  }

  @Test func `the fingerprint changes with the rules and with the texts they cite, and with nothing else`() async throws
  {
    func fingerprint(_ change: (URL) throws -> Void) async throws -> Substring? {
      let run = try await run(["quote", "fixtures/late_delivery.json", "--format", "json"], after: change)
      return run.output.split(separator: "\n").first { $0.contains("\"fingerprint\"") }
    }
    let usual = try #require(try await fingerprint { _ in })
    let other = try await fingerprint { folder in
      try Data("policy other".utf8).write(to: folder.appending(path: "rules/other.redress"))
    }
    #expect(other == usual)
    for path in ["rules/late_delivery.redress", "rules/sources/contract.md"] {
      let changed = try await fingerprint { folder in
        let file = folder.appending(path: path)
        try (Data(contentsOf: file) + Data("\n".utf8)).write(to: file)
      }
      #expect(changed != nil && changed != usual, "\(path)")
    }
  }
}
