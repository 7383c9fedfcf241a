import Foundation
import Testing

/// What `redress format` says of a file it cannot write, and that the file stays as it was: R0614.
@Suite struct UnwritableFileTests {
  /// Laid out, it is another text.
  private static let ragged = "policy   ragged\n  currency CNY\n"

  private struct Attempt {
    let ending: Shell.Ending
    let contents: String?
    let filesLeft: [String]
  }

  /// Runs a line of the shell with `$file` a file of this name and contents, alone in its folder.
  private func attempt(_ line: String, named name: String, _ contents: String) throws -> Attempt {
    let folder = FileManager.default.temporaryDirectory.appending(path: "redress-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: name)
    try Data(contents.utf8).write(to: file)
    let ending = try Shell.run("cd '\(folder.path())'; file='\(name)'; \(line)")
    return Attempt(
      ending: ending, contents: try? String(contentsOf: file, encoding: .utf8),
      filesLeft: try FileManager.default.contentsOfDirectory(atPath: folder.path()))
  }

  private func expectUntouched(_ attempt: Attempt, named name: String, _ contents: String, reason: String) {
    #expect(attempt.ending.output == "\(name)\n1 of 1 file left as it is\n")
    #expect(
      attempt.ending.errors == """
        error[R0614]: `\(name)` cannot be written: \(reason)
          = help: the file is as it was; see that you may write it and its folder

        1 error

        """)
    #expect(attempt.ending.status == 2)
    #expect(attempt.contents == contents)
    #expect(attempt.filesLeft == [name])
  }

  @Test func `a file beside which no other can be made`() throws {
    // No longer name is possible; whoever runs this, root too.
    let name = String(repeating: "a", count: 245) + ".redress"
    let attempt = try attempt("redress format \"$file\"", named: name, Self.ragged)
    expectUntouched(attempt, named: name, Self.ragged, reason: "File name too long")
  }

  @Test func `a disk that is full halfway`() throws {
    let long = Self.ragged + "# " + String(repeating: "x", count: 4_096) + "\n"
    let line = "trap '' XFSZ; (ulimit -f 1; redress format \"$file\")"
    let attempt = try attempt(line, named: "ragged.redress", long)
    expectUntouched(attempt, named: "ragged.redress", long, reason: "File too large")
  }

  @Test func `a file that may not be written`() throws {
    let line = "chmod a-w \"$file\"; [ -w \"$file\" ] && echo root; redress format \"$file\""
    let attempt = try attempt(line, named: "ragged.redress", Self.ragged)
    // Root may write it all the same.
    if attempt.ending.output.hasPrefix("root\n") {
      #expect(attempt.ending.status == 0 && attempt.contents != Self.ragged)
    } else {
      expectUntouched(attempt, named: "ragged.redress", Self.ragged, reason: "Permission denied")
    }
  }
}
