import RedressDiagnostics
import RedressSyntax
import Testing

@Suite struct TableFileTests {
  private func parse(_ text: String) -> TableFileParse {
    RedressSyntax.parseTableFile(SourceText(name: "zones.csv", text: text), as: SourceID(0))
  }

  /// The dump of the rows, or the findings.
  private func readFile(_ text: String) -> String {
    let result = parse(text)
    guard result.problems.isEmpty, let rows = result.rows else {
      return result.problems.map { problem in
        guard let span = problem.diagnostic.primary?.span else { return problem.diagnostic.code }
        let bytes = Array(text.utf8)[Int(span.start)..<Int(span.end)]
        return "\(problem.diagnostic.code) `\(String(decoding: bytes, as: UTF8.self))`"
      }.joined(separator: "; ")
    }
    return dump(rows)
  }

  @Test(arguments: [
    ("zone,gives\n1,5%\n2 to 4,8%\n", " <zone gives> (1 | 5%) ([2..4] | 8%)"),
    ("\u{FEFF}zone,gives\r\n1,5%\r\n\r\nabove 1,refused", " <zone gives> (1 | 5%) ((1..] | refused!)"),
    ("zone , tier, gives\n any ,\"gold, silver\", 5 CNY per kg \n", " <zone tier gives> (any | gold,silver | 5CNY/kg)"),
    (
      "gives,because,zone,citing\n5%,the first zone's rate,1,\"c \"\"7.1\"\", d \"\"2, 3\"\"\"\n8%,\"of {zone}, \"\"as\"\" agreed\",2,\n",
      " <zone gives> (1 | 5% because 'the first zone's rate' citing c'7.1' citing d'2, 3') (2 | 8% because 'of {zone}, \"as\" agreed')"
    ),
    ("day,gives\n2026-03-05,5\n2026-03-06 14:00,6\n", " <day gives> (date:2026-03-05 | 5) (time:2026-03-06 14:00 | 6)"),
    ("day,hour,gives\n2026-03-05,14,5\n", " <day hour gives> (date:2026-03-05 | 14 | 5)"),
    ("a,gives,because\n1,5,\"two\nlines\"\n,,\n2,6,\n", " <a gives> (1 | 5 because 'two lines') (2 | 6)"),
    ("a,gives,citing\n1,5,c \"7\"\n", " <a gives> (1 | 5 citing c'7')"),
    ("地区,gives\n华东,5%\n", " <地区 gives> (华东 | 5%)"),
  ])
  func `rows`(_ text: String, _ expected: String) {
    #expect(readFile(text) == expected)
  }

  @Test(arguments: [
    ("", "R0133 ``"), ("\n\n", "R0133 ``"), ("a;gives\n1;5\n", "R0133 `;`"), ("a,b\n1,5\n", "R0127 `a,b`"),
    ("a\tgives\n1\t5\n", "R0133 `\t`"), ("a,gives\n1 2,5\n", "R0112 `2`"),
    ("a,gives\n1\n2,5\n", "R0131 `1`"), ("a,gives\n1,2,3\n2,5\n", "R0131 `1,2,3`"),
    ("a,gives\n2-5,5%\n", "R0108 `2-5`"),
    ("a,gives\n,5%\n", "R0133 ``"), ("a,gives\n1,\"1,000\"\n", "R0105 `1,000`"), ("a,gives\n\"1,5\n", "R0133 `\"`"),
    ("a,gives\n\"1\"x,5\n", "R0133 `x`"), ("a,gives,because\n1,5,of {a}\n", "R0133 `{`"),
    ("a,gives\n1|2,5\n", "R0131 `1|2,5`"), ("a,gives\n1,5 +\n2,6\n", "R0112 ``"),
    ("a,gives\n1,becuase\n", ""), ("a,gives\n;,5\n", "R0102 `;`"),
  ])
  func `mistakes`(_ text: String, _ expected: String) {
    let found = readFile(text)
    #expect(expected.isEmpty ? found.hasPrefix(" <") : found == expected)
  }

  @Test func `places are places of the file`() {
    let text = "a,gives\n1,\"5 CNY\"\n"
    guard let row = parse(text).rows?.rows.first, case .value(let value) = row.result else {
      Issue.record("no row")
      return
    }
    let bytes = Array(text.utf8)
    #expect(String(decoding: bytes[Int(value.span.start)..<Int(value.span.end)], as: UTF8.self) == "5 CNY")
  }

  @Test(arguments: 0..<16)
  func `any damage gives an answer`(_ round: Int) {
    let seed = UInt64(round) &* 0x9E37_79B9_7F4A_7C15 &+ 20_260_721
    var random = SplitMix(state: seed)
    let original = Array(
      "gives,because,zone,citing\n5%,the \"\"x,1,\"c \"\"7.1\"\", d\"\n\"8%\",\"of {zone}\",2 to 3,\r\n".utf8)
    for _ in 0..<40 {
      var bytes = original
      for _ in 0..<Int.random(in: 1...6, using: &random) where !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[place] = Array("\",\n|{}#5 é".utf8).randomElement(using: &random) ?? 0
        case 1: bytes.remove(at: place)
        default: bytes.insert(Array("\",\n|{}#5".utf8).randomElement(using: &random) ?? 0, at: place)
        }
      }
      let result = RedressSyntax.parseTableFile(SourceText(name: "damaged", bytes: bytes), as: SourceID(0))
      for diagnostic in result.problems.map(\.diagnostic) {
        guard let span = diagnostic.primary?.span else { continue }
        let isInside = span.start >= 0 && span.start <= span.end && Int(span.end) <= bytes.count
        #expect(isInside, "seed \(seed): \(diagnostic.code)")
      }
    }
  }
}
