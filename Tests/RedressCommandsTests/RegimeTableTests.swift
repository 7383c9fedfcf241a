import Foundation
import Testing

/// The table of docs/regimes.md counts what lies in `rules` and `fixtures`.
@Suite struct RegimeTableTests {
  /// A row of the table.
  private struct Row {
    /// The policies the row links to, as `logistics/cmr_road`; the first names the regime.
    let policies: [String]
    let domain: String
    let cases: Int
    let passed: Int
    let oursPassed: Int
    let ours: Int
    let published: Int
    let disputed: Int
    let derived: Int

    var regime: String { policies.first ?? "" }
  }

  private struct Cases {
    /// Numbered below 91: they come with the regime.
    var given = 0
    var ours = 0
  }

  private let page: String
  private let rows: [Row]

  init() throws {
    page = try String(contentsOf: Repository.root.appending(path: "docs/regimes.md"), encoding: .utf8)
    rows = try page.split(separator: "\n").filter { $0.hasPrefix("| [") }.map(Self.row)
  }

  private static func row(_ text: Substring) throws -> Row {
    let policies = text.matches(of: /\(\.\.\/rules\/([a-z0-9_\/]+)\.redress\)/).map { String($0.1) }
    let columns = text.split(separator: "|", omittingEmptySubsequences: false).map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    try #require(columns.count == 11 && !policies.isEmpty, "\(text)")
    let ours = try #require(columns[5].wholeMatch(of: /(\d+) of (\d+)/), "\(text)")
    let counts = try [3, 4, 6, 7, 8].map { try #require(Int(columns[$0]), "\(text)") }
    return Row(
      policies: policies, domain: columns[2], cases: counts[0], passed: counts[1], oursPassed: Int(ours.1) ?? -1,
      ours: Int(ours.2) ?? -1, published: counts[2], disputed: counts[3], derived: counts[4])
  }

  /// What lies in a folder of the repository, in order.
  private static func names(in path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: Repository.root.appending(path: path).path()).sorted()
  }

  private static let domains = ["consumer", "contracts", "employment", "insurance", "logistics"]

  @Test func `has a row for every folder of fixtures, and a link to every policy`() throws {
    let regimes = try Self.domains.flatMap { domain in
      try Self.names(in: "fixtures/\(domain)").map { "\(domain)/\($0)" }
    }
    #expect(rows.map(\.regime).sorted() == regimes)
    let policies = try Self.domains.flatMap { domain in
      try Self.names(in: "rules/\(domain)").filter { $0.hasSuffix(".redress") }.map { "\(domain)/\($0.dropLast(8))" }
    }
    // What two regimes share is no regime.
    let used = try policies.flatMap { policy in
      let file = Repository.root.appending(path: "rules/\(policy).redress")
      return try String(contentsOf: file, encoding: .utf8).matches(of: /\n *use ([a-z0-9_]+)/).map { String($0.1) }
    }
    #expect(
      rows.flatMap(\.policies).sorted() == policies.filter { policy in !used.contains { policy.hasSuffix("/" + $0) } })
    for row in rows { #expect(row.policies.allSatisfy { $0.hasPrefix(row.domain + "/") }, "\(row.regime)") }
  }

  @Test func `counts the cases of every regime`() throws {
    for row in rows {
      var found = Cases()
      for name in try Self.names(in: "fixtures/\(row.regime)") {
        let file = Repository.root.appending(path: "fixtures/\(row.regime)/\(name)")
        let count = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").count { $0.hasPrefix("case ") }
        let number = try #require(Int(name.prefix { $0 != "_" }), "\(row.regime)/\(name)")
        #expect(count > 0, "\(row.regime)/\(name)")
        if number < 91 { found.given += count } else { found.ours += count }
      }
      // Every fixture of the repository passes; another test sees to that.
      #expect(row.cases == found.given && row.passed == found.given, "\(row.regime): \(found.given) cases")
      #expect(row.ours == found.ours && row.oursPassed == found.ours, "\(row.regime): \(found.ours) of ours")
      #expect(row.published + row.derived == row.cases && row.disputed <= row.published, "\(row.regime)")
    }
  }

  @Test func `adds up to what it says in all`() throws {
    let sums = try #require(page.split(separator: "\n").first { $0.hasPrefix("| In all: ") })
    func sum(_ column: KeyPath<Row, Int>) -> Int { rows.reduce(0) { $0 + $1[keyPath: column] } }
    #expect(
      sums == """
        | In all: \(rows.count) | | \(sum(\.cases)) | \(sum(\.passed)) | \(sum(\.oursPassed)) of \(sum(\.ours)) \
        | \(sum(\.published)) | \(sum(\.disputed)) | \(sum(\.derived)) | |
        """)
    #expect(rows.count == 38 && sum(\.cases) == 321 && sum(\.ours) == 228)
    let kinds = try #require(
      page.firstMatch(of: /Of the published values (\d+) are amounts, (\d+) are outcomes only/), "regimes.md")
    // The structure of one award is the last.
    #expect((Int(kinds.1) ?? 0) + (Int(kinds.2) ?? 0) + 1 == sum(\.published))
  }

  @Test func `lists every disputed value`() throws {
    let list = try #require(page.range(of: "## Disputed values"))
    let end = try #require(page.range(of: "\n## ", range: list.upperBound..<page.endIndex))
    var listed: [String: Int] = [:]
    for line in page[list.upperBound..<end.lowerBound].split(separator: "\n") {
      guard let match = line.prefixMatch(of: /\| ([a-z0-9_]+) (\d+(?:, \d+)*) \|/) else { continue }
      for number in match.2.split(separator: ", ") {
        listed[String(match.1), default: 0] += 1
        let row = try #require(rows.first { $0.regime.hasSuffix("/" + match.1) }, "\(line)")
        let files = try Self.names(in: "fixtures/\(row.regime)")
        #expect(files.contains { $0.hasPrefix(number + "_") }, "\(match.1) \(number)")
      }
    }
    for row in rows {
      let name = row.regime.split(separator: "/").last.map(String.init) ?? ""
      #expect(listed[name, default: 0] == row.disputed, "\(name)")
    }
  }
}
