import Foundation
import Testing

/// The executable itself: streams, pipes and exit statuses as a shell sees them.
@Suite(.serialized) struct ProcessTests {
  private func shell(_ line: String) throws -> Shell.Ending { try Shell.run(line) }

  @Test func `results go to standard output, the rest to standard error, and the status tells`() throws {
    let version = try shell("redress --version")
    #expect(version.status == 0 && version.output.hasPrefix("redress ") && version.errors.isEmpty)
    let quote = try shell("redress quote fixtures/late_delivery.json")
    #expect(quote.status == 0 && quote.output.contains("2,100.00") && quote.errors.isEmpty)
    let missing = try shell("redress quote missing.case")
    #expect(missing.status == 2 && missing.output.isEmpty && missing.errors.contains("R0602"))
    let refused = try shell("redress quote drafts/refused.case")
    #expect(refused.status == 1 && refused.errors.contains("R0507"))
    let failed = try shell("redress test drafts/other_line.case")
    #expect(failed.status == 1 && failed.output.contains("0 passed, 2 failed"))
  }

  @Test func `standard input is read to its end`() throws {
    let quote = try shell("cat fixtures/late_delivery.json | redress quote -")
    #expect(quote.status == 0 && quote.output.contains("2,100.00"))
    let closed = try shell("redress quote - <&-")
    #expect(closed.status == 2 && closed.errors.contains("<standard input>"))
  }

  @Test func `a reader that goes away ends the run quietly`() throws {
    let piped = try shell("{ redress schema late_delivery; echo \"status $?\" >&2; } | true")
    #expect(piped.errors == "status 0\n")
  }

  @Test func `what cannot be written is not passed over`() throws {
    let full = try shell("redress check > /dev/full")
    #expect(full.status == 2 && full.errors.contains("cannot be written"))
    let closed = try shell("redress check >&-")
    #expect(closed.status == 2 && closed.errors.contains("cannot be written"))
  }

  @Test func `there are no colours where there is no terminal`() throws {
    let missing = try shell("NO_COLOR= TERM=xterm redress quote missing.case")
    #expect(!missing.errors.contains("\u{1B}"))
  }
}
