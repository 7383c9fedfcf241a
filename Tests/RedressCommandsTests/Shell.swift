import Foundation
import Testing

/// The executable as a shell sees it.
enum Shell {
  /// The executable lies beside the tests' own bundle.
  private static let executable: URL? = CommandLine.arguments.lazy.compactMap { argument in
    argument.range(of: ".xctest").map { URL(fileURLWithPath: String(argument[..<$0.lowerBound])) }
  }.first?.deletingLastPathComponent().appending(path: "redress")

  struct Ending {
    let output: String
    let errors: String
    let status: Int32
  }

  /// Runs a line of the shell in the sample project; `redress` stands for the executable, `$REDRESS` for its path.
  static func run(_ line: String) throws -> Ending {
    let executable = try #require(executable)
    try #require(FileManager.default.isExecutableFile(atPath: executable.path()), "\(executable.path()) is not built")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "REDRESS='\(executable.path())'; redress() { \"$REDRESS\" \"$@\"; }; \(line)"]
    process.currentDirectoryURL = Snippets.project
    let output = Pipe()
    let errors = Pipe()
    process.standardOutput = output
    process.standardError = errors
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let written = output.fileHandleForReading.readDataToEndOfFile()
    let complained = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Ending(
      output: String(decoding: written, as: UTF8.self), errors: String(decoding: complained, as: UTF8.self),
      status: process.terminationStatus)
  }
}
