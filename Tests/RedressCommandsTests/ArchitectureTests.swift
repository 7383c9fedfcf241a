import Foundation
import Testing

/// What may know what, read off the `import` lines; see the target list in Package.swift.
@Suite struct ArchitectureTests {
  private static let allowed: [String: Set<String>] = [
    "RedressDiagnostics": [],
    "RedressValues": [],
    "RedressSyntax": ["RedressDiagnostics"],
    "RedressFormatting": ["RedressDiagnostics", "RedressSyntax"],
    "RedressChecker": ["RedressDiagnostics", "RedressSyntax", "RedressValues"],
    "RedressEngine": ["RedressDiagnostics", "RedressValues"],
    "RedressCompiler": [
      "RedressChecker", "RedressDiagnostics", "RedressEngine", "RedressSyntax", "RedressValues",
    ],
    "RedressCases": ["RedressCompiler", "RedressDiagnostics", "RedressEngine", "RedressSyntax", "RedressValues"],
    "RedressRendering": ["RedressDiagnostics", "RedressEngine", "RedressValues"],
    "RedressBook": [
      "Darwin", "Glibc", "Musl", "RedressCases", "RedressChecker", "RedressCompiler", "RedressDiagnostics",
      "RedressEngine", "RedressSyntax",
    ],
    "Redress": [
      "RedressBook", "RedressCases", "RedressDiagnostics", "RedressEngine", "RedressRendering", "RedressValues",
    ],
    "RedressWorkbench": [
      "RedressCases", "RedressChecker", "RedressCompiler", "RedressDiagnostics", "RedressEngine", "RedressRendering",
      "RedressSyntax", "RedressValues",
    ],
    "RedressCommands": [
      "ArgumentParser", "Darwin", "Glibc", "Musl", "RedressBook", "RedressCases", "RedressChecker", "RedressCompiler",
      "RedressDiagnostics", "RedressEngine", "RedressFormatting", "RedressRendering", "RedressSyntax", "RedressValues",
      "RedressWorkbench", "Synchronization",
    ],
    "redress": ["RedressCommands"],
  ]

  private struct File {
    let target: String
    let path: String
    let text: String
    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

    /// The lines that hold one of the words by itself, with their numbers.
    func lines(with words: [String]) -> [String] {
      guard words.contains(where: text.contains) else { return [] }
      return lines.enumerated().filter { _, line in
        words.contains { word in
          line.ranges(of: word).contains { range in
            !line[..<range.lowerBound].hasSuffixOfWord && !line[range.upperBound...].hasPrefixOfWord
          }
        }
      }.map { "\(path):\($0.offset + 1): \($0.element)" }
    }
  }

  private static func files() throws -> [File] {
    let sources = Repository.root.appending(path: "Sources")
    let paths = FileManager.default.enumerator(atPath: sources.path())?.compactMap { $0 as? String } ?? []
    return try paths.filter { $0.hasSuffix(".swift") }.sorted().map { path in
      File(
        target: String(path.prefix { $0 != "/" }), path: path,
        text: try String(contentsOf: sources.appending(path: path), encoding: .utf8))
    }
  }

  @Test func `every target imports only what it may know`() throws {
    let files = try Self.files()
    #expect(files.count > 80)
    #expect(Set(files.map(\.target)) == Set(Self.allowed.keys))
    for file in files {
      for line in file.lines {
        // `package import struct Module.Name` and everything shorter.
        let words = line.split(separator: " ")
        guard let keyword = words.prefix(3).firstIndex(of: "import"), words.count > keyword + 1 else { continue }
        let kinds = ["struct", "class", "enum", "protocol", "func", "let", "var", "typealias"]
        let name = kinds.contains(String(words[keyword + 1])) ? words[keyword + 2] : words[keyword + 1]
        let imported = String(name.prefix { $0 != "." })
        #expect(Self.allowed[file.target]?.contains(imported) == true, "\(file.path) imports \(imported)")
      }
    }
  }

  @Test func `only the library is public, and it shows nothing of what is below`() throws {
    var publicLines = 0
    for file in try Self.files() {
      let declarations = file.lines(with: ["public"]).filter { !$0.contains("//") }
      if file.target == "Redress" {
        publicLines += declarations.count
        #expect(!file.lines.contains { $0.hasPrefix("public import") || $0.hasPrefix("package ") }, "\(file.path)")
      } else {
        #expect(declarations == [])
      }
    }
    #expect(publicLines > 40)
  }

  @Test func `only the rule book and the commands touch files`() throws {
    let outside: Set = ["Darwin", "Glibc", "Musl"]
    for (target, imports) in Self.allowed where !imports.isDisjoint(with: outside) {
      #expect(target == "RedressBook" || target == "RedressCommands")
    }
  }

  @Test func `no binary fraction comes near an amount`() throws {
    let targets: Set = ["RedressValues", "RedressEngine", "RedressChecker", "RedressCompiler", "RedressCases"]
    for file in try Self.files() where targets.contains(file.target) {
      #expect(file.lines(with: ["Double", "Float", "Float16", "Float80", "Decimal", "CGFloat"]) == [])
    }
  }

  @Test func `no source traps on purpose, and none is too long to have one subject`() throws {
    for file in try Self.files() {
      #expect(file.lines.count <= 501, "\(file.path) has \(file.lines.count) lines")
      #expect(
        file.lines(with: ["try!", "as!", "fatalError(", "precondition(", "preconditionFailure(", "assertionFailure("])
          == [])
    }
  }

  @Test func `the manifest declares the targets in this order, with the dependencies they may have`() throws {
    let manifest = try String(contentsOf: Repository.root.appending(path: "Package.swift"), encoding: .utf8)
    for target in Self.allowed.keys where target != "redress" {
      #expect(manifest.contains("name: \"\(target)\""))
    }
  }
}

extension Substring {
  fileprivate var hasSuffixOfWord: Bool { last?.isWordPart == true }
  fileprivate var hasPrefixOfWord: Bool { first?.isWordPart == true && base[base.index(before: startIndex)].isWordPart }
}

extension Character {
  fileprivate var isWordPart: Bool { isLetter || isNumber || self == "_" }
}
