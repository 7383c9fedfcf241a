import Foundation
import Testing

/// The folder this package lies in.
enum Repository {
  static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
}

/// The files below `Snippets`: inputs, and beside each the baseline it must come to.
///
/// With the environment variable REDRESS_RECORD set, baselines are written instead of compared, and the run fails: what
/// was recorded is to be read before it is kept.
enum Snippets {
  static let folder = Repository.root.appending(path: "Tests/RedressCommandsTests/Snippets")
  /// A small rule book with fixtures, which commands are tried on.
  static let project = folder.appending(path: "project")

  /// Paths below `Snippets/topic` with an ending, without that ending, in order.
  static func names(in topic: String, ending: String) -> [String] {
    paths(in: topic).filter { $0.hasSuffix(ending) }.map { String($0.dropLast(ending.count)) }
  }

  /// Baselines below `Snippets/topic` that stand beside no input.
  static func orphans(in topic: String, inputs: [String], baselines: [String]) -> [String] {
    let paths = paths(in: topic)
    return paths.filter { path in
      guard let ending = baselines.first(where: path.hasSuffix) else { return false }
      return !inputs.contains { paths.contains(path.dropLast(ending.count) + $0) }
    }
  }

  static func text(at path: String) -> String? {
    (try? Data(contentsOf: folder.appending(path: path))).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Compares what came with the baseline at a path, or records it.
  static func expect(_ came: String, asIn path: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let baseline = text(at: path)
    if ProcessInfo.processInfo.environment["REDRESS_RECORD"] != nil {
      if baseline != came { try Data(came.utf8).write(to: folder.appending(path: path)) }
      Issue.record("recorded \(path); a run that records proves nothing", sourceLocation: sourceLocation)
      return
    }
    guard let baseline else {
      Issue.record("there is no \(path); what came:\n\(came)", sourceLocation: sourceLocation)
      return
    }
    #expect(came == baseline, "\(path) differs", sourceLocation: sourceLocation)
  }

  private static func paths(in topic: String) -> [String] {
    let root = folder.appending(path: topic)
    let found = FileManager.default.enumerator(atPath: root.path())?.compactMap { $0 as? String } ?? []
    return found.map { topic + "/" + $0 }.sorted()
  }
}
