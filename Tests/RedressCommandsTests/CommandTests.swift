import Foundation
import RedressCommands
import RedressDiagnostics
import Testing

@Suite struct CommandTests {
  /// `name.cmd` holds a command line, `name.in` what stands on standard input, `name.out` what must come.
  @Test(arguments: Snippets.names(in: "commands", ending: ".cmd"))
  func `a command writes what its baseline says`(name: String) async throws {
    let lines = try #require(Snippets.text(at: name + ".cmd"))
    let run = await CommandRun.of(
      lines, in: Snippets.project.path(), input: Snippets.text(at: name + ".in") ?? "")
    try Snippets.expect("$ " + lines + run.transcript, asIn: name + ".out")
  }

  @Test func `every baseline has its input, and there are some`() {
    #expect(Snippets.orphans(in: "commands", inputs: [".cmd"], baselines: [".out", ".in"]).isEmpty)
    #expect(Snippets.names(in: "commands", ending: ".cmd").count >= 20)
  }

  @Test func `the same rules and the same case give the same bytes wherever the command is given`() async {
    let arguments = ["quote", "fixtures/late_delivery.json", "--format", "json"]
    let here = await CommandRun.redress(arguments, in: Snippets.project.path())
    let project = Snippets.project.path()
    let elsewhere = await CommandRun.redress(
      ["quote", project + "/fixtures/late_delivery.json", "--format", "json", "--rules", project + "/rules"], in: "/")
    #expect(here.output == elsewhere.output)
    #expect(here.output.contains("\"fingerprint\": \"sha256:"))
  }

  @Test func `a case in JSON comes to what the same case in a case file comes to`() async throws {
    let written = try #require(Snippets.text(at: "project/fixtures/late_delivery.case"))
    let first = try #require(written.range(of: "\ncase ").map { String(written[..<$0.lowerBound]) })
    let read = await CommandRun.redress(["quote", "-", "--explain"], in: Snippets.project.path(), input: first)
    let json = await CommandRun.redress(
      ["quote", "fixtures/late_delivery.json", "--explain"], in: Snippets.project.path())
    // A label stands in a case file only: it heads the page.
    #expect(read.output.split(separator: "\n").dropFirst(2) == json.output.split(separator: "\n").dropFirst(2))
    #expect(read.status == .holds && json.status == .holds)
  }

  @Test func `colours are asked for, never assumed`() async {
    var console = Console(
      output: "", errors: "", input: { .success([]) }, folder: Snippets.project.path(), outputStyle: .colour,
      errorStyle: .colour)
    _ = await runRedress(["quote", "missing.case"], on: &console)
    #expect((console.errors as? String)?.contains("\u{1B}[") == true)
    let plain = await CommandRun.redress(["quote", "missing.case"], in: Snippets.project.path())
    #expect(!plain.errors.contains("\u{1B}["))
  }
}
