import RedressCases
import RedressDiagnostics
import RedressEngine
import RedressSyntax
import Testing

@Suite struct JSONSchemaTests {
  private let schema: JSONValue?

  init() {
    schema = parseJSON(SourceText(name: "schema", text: jsonSchema(of: Sample.program)), as: SourceID(0)).0
  }

  @Test func `the schema is JSON and always the same`() throws {
    #expect(try #require(schema)["$schema"]?.string == "https://json-schema.org/draft/2020-12/schema")
    #expect(jsonSchema(of: Sample.program) == jsonSchema(of: Sample.program))
  }

  @Test func `every name of the policy has its place`() throws {
    let properties = try #require(schema?["properties"])
    #expect(properties.names == ["case", "policy", "dated", "currency", "claimed", "given"])
    #expect(properties["claimed"]?["properties"]?.names == ["damage", "delay", "missing_parcels"])
    let facts = Sample.program.schema.facts.map(\.name)
    #expect(properties["given"]?["properties"]?.names == facts + ["waybill", "payment", "wrong_goods"])
    #expect(schema?["$defs"]?.names == ["Lot", "Shipment", "Package"])
    #expect(schema?["$defs"]?["Shipment"]?["properties"]?["packages"]?["items"]?["$ref"]?.string == "#/$defs/Package")
    for place in [schema, properties["given"], properties["claimed"], schema?["$defs"]?["Lot"]] {
      #expect(place?["additionalProperties"]?.content == .boolean(false))
    }
  }

  @Test func `descriptions say what a fact means and what bounds it`() {
    let given = schema?["properties"]?["given"]?["properties"]
    #expect(given?["weight"]?["description"]?.string == "label of weight; from 0 kg to 1000 kg")
    #expect(given?["tier"]?["description"]?.string == "label of tier; from silver")
    #expect(given?["cause"]?["description"]?.string == "label of cause; packing: poor packing")
    #expect(given?["late"]?["description"]?.string == "label of late; in whole days")
    #expect(
      schema?["$defs"]?["Lot"]?["properties"]?["value"]?["description"]?.string == "label of value; above 0.00 CNY")
  }

  @Test(arguments: [
    (
      "weight", ["3 kg", "0.5 t", "0", "1_000.25 lb", "0.5 pallets", "1 pallet"],
      ["3", "-3 kg", "3 m", "3%", "kg", " 3 kg"]
    ),
    ("missing", ["3", "0", "1_000"], ["3 kg", "-3", "3%", ""]),
    ("share", ["20%", "-5%", "0", "0.5%"], ["20", "20 %", "20% per day"]),
    ("penalty_rate", ["0.5% per day", "1% per 2 weeks", "0"], ["0.5%", "0.5 per day", "0.5% per kg"]),
    ("freight_rate", ["8.33 CNY per kg", "10 CNY per 100 kg", "0"], ["8 CNY", "8 EUR per kg", "8 CNY per day"]),
    ("sdr_rate", ["9.5 CNY per XDR"], ["9.5 XDR per CNY", "9.5"]),
    ("volume", ["2 m3", "0"], ["2 m", "2"]),
    ("parcels", ["1 parcel", "2 parcels"], ["2 pallets"]),
    ("freight", ["-3.50 CNY", "3 CNY"], ["3 EUR", "3,000 CNY"]),
    ("delivered_on", ["2026-03-05"], ["2026-3-5", "2026-03-05 14:00", "tomorrow"]),
    ("received_at", ["2026-03-05", "2026-03-05 14:00"], ["2026-03-05T14:00"]),
  ])
  func `a pattern takes what binding takes`(fact: String, right: [String], wrong: [String]) throws {
    let pattern = try #require(schema?["properties"]?["given"]?["properties"]?[fact]?["pattern"]?.string)
    let expression = try Regex(pattern)
    for value in right {
      #expect(try expression.wholeMatch(in: value) != nil, "\(value) against \(pattern)")
      #expect(diagnostics(caseJSON("\"\(fact)\": \"\(value)\""), isJSON: true).isEmpty, "\(value)")
    }
    for value in wrong {
      #expect(try expression.firstMatch(in: value) == nil, "\(value) against \(pattern)")
      if value != " 3 kg" {
        #expect(!diagnostics(caseJSON("\"\(fact)\": \"\(value)\""), isJSON: true).isEmpty, "\(value)")
      }
    }
  }

  @Test func `a policy without records or items has a schema too`() {
    var program = Sample.program
    program.schema = Schema()
    program.items = []
    program.choices = []
    let (value, problems) = parseJSON(SourceText(name: "", text: jsonSchema(of: program)), as: SourceID(0))
    #expect(problems.isEmpty)
    #expect(value?["$defs"] == nil)
  }
}

extension JSONValue {
  fileprivate subscript(_ name: String) -> JSONValue? {
    guard case .object(let members) = content else { return nil }
    return members.first { $0.name == name }?.value
  }

  fileprivate var names: [String] {
    guard case .object(let members) = content else { return [] }
    return members.map(\.name)
  }

  fileprivate var string: String? {
    guard case .string(let text) = content else { return nil }
    return text
  }
}
