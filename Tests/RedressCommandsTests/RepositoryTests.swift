import Foundation
import RedressCommands
import Testing

/// The rules and fixtures of this repository, and the two cases everything is judged by.
@Suite struct RepositoryTests {
  private static let root = Repository.root.path()

  @Test func `every policy checks`() async {
    let run = await CommandRun.redress(["check"], in: Self.root)
    #expect(run.status == .holds, "\(run.errors)")
  }

  @Test func `the README shows what the main job prints`() async throws {
    let run = await CommandRun.redress(["quote", "fixtures/misdelivery/promotional_gifts.case"], in: Self.root)
    let readme = try String(contentsOf: Repository.root.appending(path: "README.md"), encoding: .utf8)
    #expect(readme.contains("$ redress quote fixtures/misdelivery/promotional_gifts.case\n" + run.output + "```\n"))
  }

  @Test func `every fixture passes`() async throws {
    let run = await CommandRun.redress(["test"], in: Self.root)
    #expect(run.status == .holds, "\(run.output)\(run.errors)")
    let closing = try #require(run.output.split(separator: "\n").last)
    let counts = try #require(closing.wholeMatch(of: /(\d+) passed, 0 failed/))
    #expect((Int(counts.1) ?? 0) >= 2)
  }

  /// One settlement of an acceptance case: the options taken, the sums, and each line's status and payable amount.
  struct Settlement: Sendable, CustomTestStringConvertible {
    let name: String
    let choices: [String: String]
    let totals: [String: String]
    let lines: [String]
    var testDescription: String { "\(name) \(choices)" }
  }

  @Test(arguments: [
    Settlement(
      name: "weak_packing", choices: [:],
      totals: ["cash": "4000.00", "credit": "0.00", "in_kind": "81000.00", "payable": "85000.00", "net": "85000.00"],
      lines: ["cash 1000.00", "cash 3000.00", "reshipment 81000.00"]),
    Settlement(
      name: "promotional_gifts", choices: ["wrong_goods": "reship"],
      totals: [
        "claimed": "70000.00", "cash": "2200.00", "credit": "0.00", "in_kind": "1000.00", "payable": "3200.00",
      ],
      lines: ["cash 200.00", "cash 2000.00", "reshipment 1000.00"]),
    Settlement(
      name: "promotional_gifts", choices: ["wrong_goods": "credit"],
      totals: ["claimed": "70000.00", "cash": "2000.00", "credit": "1200.00", "in_kind": "0.00", "payable": "3200.00"],
      lines: ["cash 2000.00", "credit 1000.00", "credit 200.00"]),
  ])
  func `an acceptance case is settled as it was`(settlement: Settlement) async throws {
    let proposal = try await proposal(of: settlement)
    let totals = try #require(proposal["totals"] as? [String: Any])
    #expect(totals["complete"] as? Bool == true)
    for (name, amount) in settlement.totals { #expect(totals[name] as? String == amount, "\(name)") }
    let lines = try #require(proposal["lines"] as? [[String: Any]])
    let paid = lines.filter { $0["status"] as? String != "denied" }.map { line in
      "\(line["remedy"] as? String ?? "") \(line["payable"] as? String ?? "")"
    }
    #expect(paid.sorted() == settlement.lines)
    for line in lines { #expect((line["reason"] as? String)?.isEmpty == false, "\(line["item"] ?? "") has no reason") }
  }

  @Test func `what the customer claimed and is not owed is denied, with its reason`() async throws {
    let settlement = Settlement(
      name: "promotional_gifts", choices: ["wrong_goods": "reship"], totals: [:], lines: [])
    let lines = try #require(try await proposal(of: settlement)["lines"] as? [[String: Any]])
    let denied = lines.filter { $0["status"] as? String == "denied" && $0["claimed"] as? String != nil }
    #expect(Set(denied.compactMap { $0["claimed"] as? String }) == ["20000.00", "50000.00"])
    for line in denied { #expect((line["reason"] as? String)?.isEmpty == false) }
  }

  private func proposal(of settlement: Settlement) async throws -> [String: Any] {
    let file = try #require(Self.file(ofCase: settlement.name), "no fixture states the case \(settlement.name)")
    let run = await CommandRun.redress(["quote", file, "--format", "json"], in: Self.root)
    #expect(run.status == .holds, "\(run.errors)")
    // Several cases of one file follow one another.
    for document in run.output.components(separatedBy: "\n}\n") where document.contains("{") {
      let quote = try #require(
        try JSONSerialization.jsonObject(with: Data((document + "\n}").utf8)) as? [String: Any])
      guard quote["case"] as? String == settlement.name else { continue }
      let proposals = try #require(quote["proposals"] as? [[String: Any]])
      return try #require(
        proposals.first { proposal in
          let choices = proposal["choices"] as? [String: String] ?? [:]
          return settlement.choices.allSatisfy { choices[$0.key] == $0.value }
        },
        "no proposal with \(settlement.choices)")
    }
    throw Missing()
  }

  private struct Missing: Error {}

  private static func file(ofCase name: String) -> String? {
    let paths = FileManager.default.enumerator(atPath: root + "fixtures")?.compactMap { $0 as? String } ?? []
    return paths.sorted().first { path in
      guard path.hasSuffix(".case"), let text = try? String(contentsOfFile: root + "fixtures/" + path, encoding: .utf8)
      else { return false }
      return text.split(separator: "\n").contains { $0.hasPrefix("case \(name) ") || $0 == "case \(name)" }
    }.map { "fixtures/" + $0 }
  }
}
