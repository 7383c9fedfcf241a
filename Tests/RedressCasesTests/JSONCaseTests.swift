import RedressCases
import RedressDiagnostics
import RedressEngine
import RedressSyntax
import Testing

@Suite struct JSONCaseTests {
  private static let caseFile = """
    case late "A late one"
      policy parcels
      currency CNY
      dated 2026-03-05

    claimed
      damage 3_000.50 CNY

    given
      cause yes
      fragile no
      delivered_on 2026-03-05
      received_at 2026-03-05 14:00
      weight 0.5 t
      missing 3
      share 20%
      penalty_rate 0.5% per day
      freight_rate 10 CNY per 100 kg
      freight -3.50 CNY
      place "gate \\"7\\""
      waybill A17
      payment credit
      lots
        | value     | condition | note  |
        | 9_000 CNY | packing   | "dry" |
        | 1 CNY     |           |       |
      shipments
        | arrived          |
        | 1970-01-01 00:01 |
        | 1970-01-01       |
      shipments[2].packages
        | weight | opened |
        | 3 kg   | yes    |
        |        | no     |
    """

  @Test func `a case and its JSON form state the same`() throws {
    let syntax = try #require(read(Self.caseFile).cases.first)
    let json = jsonForm(of: syntax, program: Sample.program)
    #expect(try facts(json, isJSON: true).summary == facts(Self.caseFile).summary)
    let again = try #require(read(json, isJSON: true).cases.first)
    #expect(jsonForm(of: again, program: Sample.program) == json)
  }

  @Test func `an array holds several cases, with names of their own`() {
    let document = read(
      """
      [ { "policy": "parcels", "given": {} },
        { "policy": "parcels", "given": {}, "dated": null, "case": null, "claimed": null, "currency": null },
        { "case": "CL-2026/17", "policy": "parcels", "given": {} } ]
      """, isJSON: true)
    #expect(document.problems.isEmpty)
    #expect(document.cases.map(\.name.text) == ["case_1", "case_2", "CL-2026/17"])
    #expect(document.cases.allSatisfy { $0.notation == .json })
  }

  @Test func `null and absent keys are not stated`() throws {
    let facts = try facts(
      caseJSON(#""cause": null, "lots": [ {}, { "value": null }, { "condition": "packing" } ]"#), isJSON: true)
    #expect(facts.describe(facts.stated("cause")) == "-")
    #expect(
      facts.tables[0].cells.map { facts.describe($0) } == [
        "-", "-", "-", "-", "-", "-", "-", "-", "-", "ordinal 0", "-", "-",
      ])
  }

  @Test(arguments: [
    "12345", "3 kg", "2026-03-05", "yes", "a  b # c", "\\\"quoted\\\"", "line\\nbreak", "300,000", "", "é \\u00e9",
  ])
  func `any JSON string is a text where a text is wanted`(content: String) throws {
    let facts = try facts(caseJSON(#""place": "\#(content)""#), isJSON: true)
    let plain =
      content.replacing("\\\"", with: "\"").replacing("\\n", with: "\n").replacing("\\u00e9", with: "é")
    #expect(facts.describe(facts.stated("place")) == "text " + plain)
  }

  @Test(arguments: [
    (#""weight": 3"#, "R0403"), (#""weight": 0"#, "R0403"), (#""share": 20"#, "R0403"), (#""missing": 1e3"#, "R0425"),
    (#""missing": 2.5"#, "R0421"), (#""missing": -1"#, "R0406"), (#""fragile": "yes""#, "R0403"),
    (#""fragile": 1"#, "R0403"), (#""cause": true"#, "R0403"), (#""cause": "pack""#, "R0404"),
    (#""weight": "3 kg # about""#, "R0403"), (#""freight": "300,000 CNY""#, "R0403"), (#""weight": "3""#, "R0405"),
    (#""delivered_on": "2026-03-05T14:00""#, "R0403"), (#""delivered_on": "2026-02-30""#, "R0407"),
    (#""received_at": "2026-03-05T14:00""#, "R0403"), (#""place": 3"#, "R0403"), (#""place": true"#, "R0403"),
    (#""lots": "x""#, "R0403"), (#""lots": {}"#, "R0424"), (#""lots": [1]"#, "R0424"), (#""lots": [[]]"#, "R0424"),
    (#""lots": [ { "value": {} } ]"#, "R0424"), (#""lots": [ { "colour": "red" } ]"#, "R0409"),
    (#""lots": [ { "value": [] } ]"#, "R0403"), (#""cause": []"#, "R0403"), (#""wrong": 3"#, "R0401"),
    (#""lots[1].value": "3 CNY""#, "R0401"),
  ])
  func `a fact in JSON that does not fit is refused with one problem`(given: String, code: String) {
    let found = diagnostics(caseJSON(given), isJSON: true)
    #expect(found.map(\.code) == [code], "\(found.map(\.message))")
  }

  @Test(arguments: [
    (#"{ "policy": "parcels" }"#, ["R0424"]), (#"{ "given": {} }"#, ["R0424"]), ("[]", []), ("3", ["R0424"]),
    (#"{ "policy": "parcels", "given": {}, "expect": {} }"#, ["R0424"]),
    (#"{ "policy": "parcels", "given": {}, "claims": {} }"#, ["R0424"]),
    (#"{ "policy": "parcels", "given": [] }"#, ["R0424"]), (#"{ "policy": "parcels", "given": null }"#, ["R0424"]),
    (#"{ "policy": 3, "given": {} }"#, ["R0424"]), (#"{ "policy": null, "given": {} }"#, ["R0424"]),
    (#"{ "policy": "parcels", "given": {}, "dated": 3 }"#, ["R0424"]),
    (#"{ "policy": "parcels", "given": {}, "claimed": { "damage": 3 } }"#, ["R0424"]),
    (#"{ "policy": "parcels", "given": {}, "claimed": [] }"#, ["R0424"]),
    (#"{ "polizy": "parcels", "gyven": {} }"#, ["R0424", "R0424"]),
    (#"{ "case": "a\u0000", "policy": "parcels", "given": {} }"#, ["R0424"]),
    (
      #"{ "policy": "parcels", "given": { "place": "a\u0007" }, "claimed": { "damage": "3\u0001" } }"#,
      ["R0424", "R0424"]
    ),
    (
      #"[{ "case": "a", "policy": "parcels", "given": {} }, { "case": "a", "policy": "parcels", "given": {} }]"#,
      ["R0402"]
    ),
  ])
  func `JSON of another shape is refused`(text: String, codes: [String]) {
    #expect(read(text, isJSON: true).problems.map(\.code) == codes)
  }

  @Test func `problems point into the JSON text`() throws {
    let text = caseJSON(#""freight_rate": "3 CNY per kgg", "cause": "pa\u0063k""#)
    let found = diagnostics(text, isJSON: true)
    let bytes = Array(text.utf8)
    let marked = found.compactMap(\.primary).map { label in
      String(decoding: bytes[Int(label.span.start)..<Int(label.span.end)], as: UTF8.self)
    }
    #expect(marked == ["kgg", #""pa\u0063k""#])
  }

  @Test func `deep nesting is followed and bounded`() throws {
    var json = "[]"
    for _ in 0..<60 { json = #"[ { "packages": \#(json) } ]"# }
    let found = diagnostics(caseJSON(#""shipments": \#(json)"#), isJSON: true)
    #expect(!found.isEmpty)
  }
}
