import Foundation

/// The small project that the tests of the commands are run in.
enum Project {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  private static let folder = root.appending(path: "Tests/RedressCommandsTests/Snippets/project")
  static let rules = folder.appending(path: "rules").path() + "/"

  static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appending(path: path)))
  }

  /// Three days late, with something spoilt: one proposal for each way the choice can fall.
  static func lateDelivery() throws -> [UInt8] { try bytes("fixtures/late_delivery.json") }

  /// The rule files as another program may hold them.
  static func held() throws -> [String: [UInt8]] {
    [
      "late_delivery.redress": try bytes("rules/late_delivery.redress"),
      "sources/contract.md": try bytes("rules/sources/contract.md"),
    ]
  }
}
