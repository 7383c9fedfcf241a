import Foundation
import RedressDiagnostics
import RedressEngine
import RedressRendering
import Testing

@Suite struct `The schema of a batch's records` {
  let schema: JSONValue
  let validator: SchemaValidator

  init() throws {
    schema = try Self.document("batch.schema.json")
    validator = SchemaValidator(root: schema)
  }

  private static func document(_ name: String) throws -> JSONValue {
    let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try JSONValue(String(contentsOf: repository.appendingPathComponent("docs/\(name)"), encoding: .utf8))
  }

  private func record(_ quote: Quote, _ reasons: BatchReasons) -> String {
    var json = JSONWriter(.compact)
    write(record: quote, reasons: reasons, fingerprint: "sha256:00", to: &json)
    return json.text
  }

  @Test(
    arguments: [promotionalGifts, workings, pending, limited, lifted, chinese, yen, empty],
    [BatchReasons.none, .codes])
  func `accepts every record`(quote: Quote, reasons: BatchReasons) throws {
    #expect(validator.violations(in: try JSONValue(record(quote, reasons))) == [])
  }

  @Test func `accepts the records of generated proposals`() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = QuoteGenerator(seed: seed)
    for _ in 0..<20 {
      let quote = generator.quote()
      for reasons in [BatchReasons.none, .codes] {
        #expect(validator.violations(in: try JSONValue(record(quote, reasons))) == [], "seed \(seed)")
      }
    }
  }

  @Test(arguments: [nil, 17]) func `accepts a refusal`(line: Int?) throws {
    var texts = SourceTexts()
    let source = texts.add(SourceText(name: "line 17", text: "rubbish"))
    let rubbish = Diagnostic(
      code: "R0412", message: "`rubbish` stands without quotes",
      primary: Diagnostic.Label(Span(source, 0, 7), "no quotes"), secondary: [], helps: ["write `\"rubbish\"`"])
    var json = JSONWriter(.compact)
    write(refusalInLine: line, case: line == nil ? "a" : nil, [rubbish], to: &json, in: texts)
    #expect(validator.violations(in: try JSONValue(json.text)) == [])
    let unread = json.text.replacingOccurrences(of: #""refused":["#, with: #""refuse":["#)
    #expect(validator.violations(in: try JSONValue(unread)) != [])
  }

  @Test func `leaves whole quotes to their own schema`() throws {
    #expect(validator.violations(in: try JSONValue(record(workings, .full))) != [])
  }

  @Test(arguments: [
    (#""payable":"3200.00""#, #""payable":3200"#), (#""index":1"#, #""index":0"#),
    (#""element":1"#, #""element":null"#),
    (#""status":"denied""#, #""status":"refused""#), ("redress/batch/1", "redress/batch/2"),
    (#""currency":"CNY""#, #""currency":"yuan""#), (#""owed_by":"Hai Tong Insurance""#, #""owed_by":null"#),
    (#""remedy":"cash""#, #""remedy":"money""#), (#""limit":"excess""#, #""limit":null"#),
    (#""waived":["goods.at_most.wilful","#, #""waived":[null,"#), (#""complete":true,"#, ""),
    (#""unknown":[]"#, #""unknown":null"#), (#""bars":[]"#, #""bars":[""]"#),
  ])
  func `refuses what is otherwise`(found: String, other: String) throws {
    let records = [promotionalGifts, workings, limited, lifted].map { record($0, .codes) }
    let document = try #require(records.first { $0.contains(found) })
    let changed = document.replacingOccurrences(of: found, with: other)
    #expect(validator.violations(in: try JSONValue(changed)) != [])
  }

  @Test(arguments: ["finding", "place", "amount"])
  func `says of findings, places and amounts what the schema of quotes says`(name: String) throws {
    let other = try Self.document("quote.schema.json")
    let definition = try #require(schema["$defs"]?[name])
    #expect(definition == other["$defs"]?[name])
  }
}
