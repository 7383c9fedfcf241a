import RedressCases
import RedressDiagnostics
import RedressSyntax
import Testing

@Suite struct CaseRobustnessTests {
  private struct Random: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  private static let keys = [
    "cause", "weight", "missing", "late", "share", "freight_rate", "lots", "shipments", "lots[1]", "lots[1].value",
    "shipments[1].packages", "shipments[2].packages[1].weight", "shipments[1]", "waybill", "payment", "damage",
    "nobody",
    "received_at", "place", "lots.value", "shipments[99999999999999999999].packages",
  ]
  private static let values = [
    "packing", "3 kg", "-3", "20%", "0", "yes", "2026-03-05", "2026-99-05", "2026-03-05 25:00", "\"text\"",
    "99999999999999999999999999999999999999 t", "3 CNY per 0 kg", "0.00000000000000000000000000000000000000001 CNY",
    "\n    | value | condition |\n    | 3 CNY | packing |", "\n    | arrived |\n    | 2026-03-05 |\n    | |",
    "\n    | weight | opened |\n    | 3 kg | |", "\n    | weight |\n    | |",
  ]
  private static let jsonValues = [
    "\"packing\"", "\"3 kg\"", "3", "-3.5", "1e999999", "true", "null", "[]", "{}", "[{}]", "[{\"value\": \"3 CNY\"}]",
    "[{\"packages\": [{\"weight\": \"3 kg\"}, null, 3]}]", "[[[]]]", "\"\\u0000\"", "\"2026-03-05\"",
    "\"9 CNY per 0 kg\"",
  ]

  @Test(arguments: [UInt64(1), 2, 3, 4, 5])
  func `binding and writing never trap, and give facts or problems`(seed: UInt64) {
    var random = Random(state: seed)
    for round in 0..<200 {
      let count = Int.random(in: 0..<6, using: &random)
      let isJSON = Bool.random(using: &random)
      let entries = (0..<count).map { _ in
        let key = Self.keys.randomElement(using: &random) ?? ""
        let value = (isJSON ? Self.jsonValues : Self.values).randomElement(using: &random) ?? ""
        return isJSON ? "\"\(key)\": \(value)" : "  \(key) \(value)"
      }
      let text =
        isJSON ? caseJSON(entries.joined(separator: ", ")) : caseText(entries.joined(separator: "\n"))
      for syntax in read(text, isJSON: isJSON).cases {
        let binding = bind(syntax, to: Sample.program)
        #expect((binding.facts == nil) == !binding.problems.isEmpty, "seed \(seed), round \(round): \(text)")
        for problem in binding.problems {
          let diagnostic = problem.diagnostic
          #expect(diagnostic.primary?.span.source == SourceID(0), "seed \(seed), round \(round): \(text)")
        }
        guard let facts = binding.facts else { continue }
        let json = jsonForm(of: syntax, program: Sample.program)
        let again = read(json, isJSON: true).cases.first.map { bind($0, to: Sample.program) }
        #expect(again?.facts?.summary == facts.summary, "seed \(seed), round \(round): \(text)\n\(json)")
      }
    }
  }

  @Test(arguments: [UInt64(11), 12, 13])
  func `damaged texts give problems and no traps`(seed: UInt64) {
    var random = Random(state: seed)
    let good = Array(
      caseText("  cause packing\n  lots\n    | value | condition |\n    | 3 CNY | packing |\n  share 20%").utf8)
    let json = Array(caseJSON(#""lots": [{ "value": "3 CNY", "note": "x" }], "share": "20%""#).utf8)
    for _ in 0..<200 {
      for (bytes, isJSON) in [(good, false), (json, true)] {
        var damaged = bytes
        for _ in 0..<Int.random(in: 1..<4, using: &random) {
          let place = Int.random(in: 0..<damaged.count, using: &random)
          damaged[place] = UInt8.random(in: 0...255, using: &random)
        }
        let document = readCases(SourceText(name: "test", bytes: damaged), as: SourceID(0), isJSON: isJSON)
        for syntax in document.cases { _ = bind(syntax, to: Sample.program).problems.map { $0.diagnostic } }
      }
    }
  }
}
