import Foundation
import Redress
import RedressCommands
import Testing

/// What the library answers is what the commands answer.
@Suite struct LibraryTests {
  @Test(arguments: [("none", Reasons.none), ("codes", .codes), ("full", .full)])
  func `the library and the batch write the same records`(option: String, reasons: Reasons) async throws {
    let folder = Snippets.project.path()
    let policy = try RuleBook(folder: folder + "/rules").policy("late_delivery")
    let pretty = try Data(contentsOf: Snippets.project.appending(path: "fixtures/late_delivery.json"))
    let line = String(decoding: pretty.filter { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    let file = FileManager.default.temporaryDirectory.appending(path: "redress-library-\(option).ndjson")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data((line + "\n").utf8).write(to: file)
    let batch = await CommandRun.redress(["batch", "late_delivery", file.path(), "--reasons", option], in: folder)
    #expect(batch.status == .holds)
    let quote = try policy.quote(json: line, reasons: reasons)
    #expect(batch.output == String(decoding: quote.json, as: UTF8.self) + "\n")
  }

  @Test func `with explanations it is the document of a quote`() async throws {
    let folder = Snippets.project.path()
    let policy = try RuleBook(folder: folder + "/rules").policy("late_delivery")
    let json = try Data(contentsOf: Snippets.project.appending(path: "fixtures/late_delivery.json"))
    let command = await CommandRun.redress(
      ["quote", "fixtures/late_delivery.json", "--format", "json"], in: folder)
    let quote = try policy.quote(json: Array(json), reasons: .explained)
    #expect(try object(Data(command.output.utf8)) == object(Data(quote.json)))
  }

  private func object(_ data: Data) throws -> NSDictionary {
    try #require(try JSONSerialization.jsonObject(with: data) as? NSDictionary)
  }
}
