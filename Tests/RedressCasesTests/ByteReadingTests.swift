import Foundation
import RedressCases
import RedressDiagnostics
import RedressEngine
import RedressSyntax
import RedressValues
import Testing

/// What is read from bytes is what the ordinary path reads, or nothing.
@Suite struct ByteReadingTests {
  private static let count = ProcessInfo.processInfo.environment["BATCH_DIFFERENTIAL"].flatMap { Int($0) } ?? 6_000

  /// The sample policy, and the same under `currency of the case`.
  private static let programs: [(program: Program, currencies: [String])] = {
    var open = Program(name: "parcels", currency: .ofTheCase, rounding: .halfUp)
    open.items = Sample.program.items
    open.choices = Sample.program.choices
    open.schema = Sample.program.schema
    let money = Unit.money(in: .ofTheCase)
    for index in open.schema.facts.indices {
      switch open.schema.facts[index].name {
      case "freight": open.schema.facts[index].type = .quantity(money)
      case "freight_rate": open.schema.facts[index].type = .quantity(money.divided(by: Sample.unit("kg")))
      case "sdr_rate": open.schema.facts[index].type = .quantity(Sample.unit("XDR").divided(by: money))
      default: break
      }
    }
    return [(Sample.program, ["CNY"]), (open, ["CNY", "USD", "XDR"])]
  }()

  @Test(arguments: [0, 1]) func `facts from bytes are the facts of the ordinary path`(which: Int) throws {
    let (program, currencies) = Self.programs[which]
    var reader = try #require(CaseByteReader([program]))
    var random = SeededGenerator(seed: UInt64.random(in: 0...UInt64.max))
    print("byte reading: seed \(random.seed)")
    var accepted = 0
    for _ in 0..<Self.count {
      // Most lines speak of one currency alone.
      let own = currencies.randomElement(using: &random).map { [$0] } ?? currencies
      let isMixed = Int.random(in: 0..<4, using: &random) == 0
      var line = GeneratedLine(currencies: isMixed ? currencies : own).text(&random)
      if Bool.random(using: &random) { line = damaged(line, &random) }
      if try agrees(line, &reader, program, "seed \(random.seed)") { accepted += 1 }
    }
    #expect(accepted > Self.count / 20, "only \(accepted) of \(Self.count) were read from bytes")
  }

  @Test(arguments: [
    #""tier":"basic""#, #""tier":null"word""#, #""fragile":truefalse"#, #""fragile":"yes""#,
    #""fragile":true,"fragile":true"#,
    #""fragile":null,"fragile":true"#, #""weight":"-3 kg""#, #""weight":"1000001 g""#, #""weight":"1_000 kg""#,
    #""weight":"3""#, #""weight":3"#, #""weight":"3 CNY""#, #""weight":"0.0""#, #""missing":1.5"#, #""missing":01"#,
    #""missing":-1"#, #""missing":1e3"#, #""missing":1."#, #""missing":"1.""#, #""missing":.5"#, #""late":"0.5 days""#,
    #""late":"1 day per day""#, #""share":"30 %""#, #""share":0.3"#, #""share":30"#, #""delivered_on":"2026-02-29""#,
    #""delivered_on":"2026-2-3""#, #""delivered_on":"2026-03-05 14:00""#, #""received_at":"2026-03-05T14:00""#,
    #""received_at":"2026-03-05 24:00""#, #""freight":"5 USD""#, #""freight":"5  CNY""#, #""freight":" 5 CNY""#,
    #""freight":"1234567890123456789012345678901234567890 CNY""#, #""place":5"#, #""place":"\u0041""#,
    #""place":"\u0000""#, "\"place\":\"a\u{0}b\"", "\"place\":\"a\u{7F}b\"", "\"place\":\"a\u{85}b\"",
    "\"place\":\"a\tb\"",
    #""lots":[{"value":"0 CNY"}]"#, #""lots":[null]"#, #""lots":[{"value":"1 CNY","value":"2 CNY"}]"#,
    #""lots":[{"packages":[]}]"#, #""lots":{}"#, #""lots":"none""#, #""lots":[],"lots":[]"#,
    #""lots[1].value":"1 CNY""#,
    #""shipments":[{"packages":[{"weight":"1 kg"},{"weight":"1 CNY"}]}]"#, #""payment":"barter""#, #""waybill":17"#,
    #""nobody":null"#, #""late_delivery":1"#,
  ])
  func `what is not plainly right is left to the ordinary path`(given: String) throws {
    let line = Array(#"{"case":"a","policy":"parcels","given":{\#(given)}}"#.utf8)
    var reader = try #require(CaseByteReader([Sample.program]))
    let isRead = reader.read(line, 0..<line.count)
    #expect(!isRead)
  }

  @Test(arguments: [
    "", " ", "{}", "[]", "null", "{", #"{"case":"a","policy":"parcels"}"#, #"{"case":"a","given":{}}"#,
    #"{"case":"","policy":"parcels","given":{}}"#, #"{"case":"a","policy":"other","given":{}}"#,
    #"{"case":"a","policy":"parcels","given":{},}"#, #"{"case":"a","policy":"parcels","given":{}}x"#,
    #"{"case":"a","policy":"parcels","given":{}} {}"#, #"[{"case":"a","policy":"parcels","given":{}}]"#,
    #"{"case":"a","policy":"parcels","given":{},"given":{}}"#, #"{"case":"a","policy":"parcels","given":null}"#,
    #"{"case":"a","policy":"parcels","given":{},"currency":"USD"}"#,
    #"{"case":"a","policy":"parcels","given":{},"dated":"2026"}"#,
    #"{"case":"a","policy":"parcels","given":{},"claimed":{"damage":"-1 CNY"}}"#,
    #"{"case":"a","policy":"parcels","given":{},"claimed":{"damage":"1 CNY","damage":"1 CNY"}}"#,
    #"{"case":"a","policy":"parcels","given":{},"claimed":{"nobody":"1 CNY"}}"#, "\u{FEFF}{}",
    #"{"case":"a","policy":"parcels","given":{}"#, #"{"case":"a","policy":"parcels","given":{"lots":["#,
    #"{"case":"a","policy":"parcels","given":{}} // over"#, #"{'case':"a","policy":"parcels","given":{}}"#,
  ])
  func `a line that is no plain case is left to the ordinary path`(text: String) throws {
    let line = Array(text.utf8)
    var reader = try #require(CaseByteReader([Sample.program]))
    let isRead = reader.read(line, 0..<line.count)
    #expect(!isRead)
  }

  @Test func `bytes that are no text are left to the ordinary path`() throws {
    var reader = try #require(CaseByteReader([Sample.program]))
    for place in [
      #"{"case":"@","policy":"parcels","given":{}}"#, #"{"case":"a","policy":"parcels","given":{"place":"@"}}"#,
    ] {
      for bytes in [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xE8, 0xB4], [0xC2, 0x85]] as [[UInt8]] {
        let line = place.utf8.flatMap { $0 == UInt8(ascii: "@") ? bytes : [$0] }
        let isRead = reader.read(line, 0..<line.count)
        #expect(!isRead, "\(bytes)")
      }
    }
  }

  @Test func `each of many keys comes once`() throws {
    var program = Sample.program
    program.schema.facts = (0..<130).map { Sample.attributes("fact_\($0)", .yesOrNo) }
    program.choices = []
    var reader = try #require(CaseByteReader([program]))
    func reads(_ facts: [Int]) -> Bool {
      let given = facts.map { #""fact_\#($0)":true"# }.joined(separator: ",")
      let line = Array(#"{"case":"a","policy":"parcels","given":{\#(given)}}"#.utf8)
      return reader.read(line, 0..<line.count)
    }
    for (first, second) in [(0, 64), (1, 65), (65, 129), (128, 0)] {
      let areRead = reads([first, second])
      #expect(areRead, "\(first) and \(second)")
      for twice in [first, second] {
        let isRead = reads([first, second, twice])
        #expect(!isRead, "\(twice) twice")
      }
    }
    let all = reads(Array(0..<130))
    #expect(all)
    #expect(
      reader.facts.values.allSatisfy { value in
        guard case .ordinal(1) = value else { return false }
        return true
      })
  }

  @Test(arguments: [(#""case":"a 17","#, "a 17"), (#""case":"损失","#, "损失"), ("", nil)])
  func `the name stands in the bytes`(part: String, name: String?) throws {
    let bytes = Array(#"}{\#(part)"policy":"parcels","given":{}}"#.utf8)
    var reader = try #require(CaseByteReader([Sample.program]))
    let isRead = reader.read(bytes, 1..<bytes.count)
    #expect(isRead)
    #expect(reader.nameRange.map { String(decoding: bytes[$0], as: UTF8.self) } == name)
    #expect(reader.name(in: bytes) == name ?? "case")
  }

  /// Whether the line was read from bytes; then it says the same on the ordinary path.
  private func agrees(
    _ line: [UInt8], _ reader: inout CaseByteReader, _ program: Program, _ seed: String
  ) throws -> Bool {
    // The line stands among others, or at the end of all.
    let bytes = Array("}\n".utf8) + line + Array((line.count.isMultiple(of: 2) ? "\n{\"" : "").utf8)
    guard reader.read(bytes, 2..<(2 + line.count)) else { return false }
    let shown = Comment(rawValue: "\(seed): \(String(decoding: line, as: UTF8.self))")
    let document = readCases(SourceText(name: "line", bytes: line), as: SourceID(0), isJSON: true)
    #expect(document.problems.isEmpty, shown)
    #expect(document.cases.count == 1 && document.cases.first?.policy.text == program.name, shown)
    guard let syntax = document.cases.first else { return true }
    let facts = bind(syntax, to: program).facts
    #expect(facts.map { stated($0) } == stated(reader.facts), shown)
    #expect(syntax.name.text == reader.name(in: bytes), shown)
    return true
  }

  /// Everything stated, exactly.
  private func stated(_ facts: Facts) -> [String] {
    func text(_ value: Facts.Stated) -> String {
      if case .text(let index) = value { return "text " + facts.texts[Int(index)] }
      if case .number(let number) = value { return "number \(number)" }
      return "\(value)"
    }
    var lines = facts.values.map(text)
    for (record, table) in facts.tables.enumerated() { lines += facts.rowNames(of: record) + table.cells.map(text) }
    lines += facts.details.map { "\($0 ?? "-")" } + facts.claimed.map { "\($0?.description ?? "-")" }
    return lines + facts.choices.map { "\($0 ?? -1)" } + [facts.currency?.code ?? "-", facts.dated?.description ?? "-"]
  }

  private func damaged(_ line: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    let pieces = [
      "\"", "\\", "{", "}", "[", "]", ",", ":", "0", "-", ".", "null", "true", " ", "%", "\0", "货", "\r", "1",
    ]
    var line = line
    for _ in 0..<Int.random(in: 1...2, using: &random) where !line.isEmpty {
      let place = Int.random(in: 0..<line.count, using: &random)
      switch Int.random(in: 0..<6, using: &random) {
      case 0: line.remove(at: place)
      case 1: line[place] = UInt8.random(in: 0...255, using: &random)
      case 2: line.insert(contentsOf: (pieces.randomElement(using: &random) ?? "").utf8, at: place)
      case 3: line.removeSubrange(place...)
      case 4: line.swapAt(place, Int.random(in: 0..<line.count, using: &random))
      default:
        line.insert(contentsOf: line[Int.random(in: max(0, place - 9)...place, using: &random)...place], at: place)
      }
    }
    return line
  }
}
