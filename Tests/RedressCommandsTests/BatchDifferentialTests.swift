import Foundation
import RedressCases
import RedressCommands
import RedressDiagnostics
import RedressEngine
import RedressRendering
import RedressSyntax
import Testing

/// What a batch says of a case is what a quote says of it, to the byte. BATCH_DIFFERENTIAL asks for more cases.
@Suite struct BatchDifferentialTests {
  private static let count = ProcessInfo.processInfo.environment["BATCH_DIFFERENTIAL"].flatMap { Int($0) } ?? 400

  /// Policies, and the folders of their rules.
  private static let policies = [
    ("portfolio", "Benchmarks/portfolio/rules"), ("damaged_goods", "rules"), ("misdelivery", "rules"),
  ]

  private static func program(_ policy: String) throws -> Program {
    if let program = RepositoryCases.programs[policy] { return program }
    let path = Repository.root.appending(path: "Benchmarks/portfolio/rules/\(policy).redress")
    return try CheckedText.of(try String(contentsOf: path, encoding: .utf8)).compiled()
  }

  @Test(arguments: policies, BatchReasons.allCases)
  func `a batch and a quote agree`(policy: (name: String, rules: String), reasons: BatchReasons) async throws {
    let program = try Self.program(policy.name)
    var random = SeededGenerator(seed: UInt64.random(in: 0...UInt64.max))
    print("batch of \(policy.name): seed \(random.seed)")
    let generated = GeneratedCase(program)
    let lines = (1...Self.count).map { generated.line(named: "c\($0)", &random) }
    let file = FileManager.default.temporaryDirectory.appending(path: "redress-\(UUID().uuidString).ndjson")
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let run = await CommandRun.redress(
      ["batch", policy.name, file.path(), "--rules", policy.rules, "--reasons", "\(reasons)", "--jobs", "2"],
      in: Repository.root.path())
    let records = run.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    try #require(records.count == lines.count, "\(run.errors)")
    var quoted = 0
    // Whole quotes say which rules they were made with.
    let fingerprint = records.lazy.compactMap { $0.firstMatch(of: /"(sha256:[0-9a-f]+)"/)?.1 }.first ?? ""
    for (line, record) in zip(lines, records) {
      let right = plain(line, by: program, reasons: reasons, fingerprint: String(fingerprint))
      if right != nil { quoted += 1 }
      #expect(
        right.map { $0 == record } ?? record.contains("\"refused\":["), "seed \(random.seed): \(line)\n\(right ?? "")")
    }
    #expect(quoted > Self.count / 20, "only \(quoted) of \(Self.count) came to a quote")
  }

  /// The record on the way of a single quote, with all its words; nil where it is refused.
  private func plain(_ line: String, by program: Program, reasons: BatchReasons, fingerprint: String) -> String? {
    let document = readCases(SourceText(name: "line", text: line), as: SourceID(0), isJSON: true)
    guard document.problems.isEmpty, let syntax = document.cases.first,
      let facts = bind(syntax, to: program).facts,
      let quote = try? propose(
        program, for: facts, case: syntax.name.text, label: nil,
        detail: reasons == .full ? .reasons : .explanations)
    else { return nil }
    var json = JSONWriter(.compact)
    write(record: quote, reasons: reasons, fingerprint: fingerprint, to: &json)
    return String(json.text.dropLast())
  }
}
