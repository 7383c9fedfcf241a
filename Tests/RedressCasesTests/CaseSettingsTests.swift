import RedressCases
import RedressDiagnostics
import RedressEngine
import RedressSyntax
import Testing

@Suite struct CaseSettingsTests {
  private static let text = caseText(
    "  cause packing\n  lots\n    | value | condition |\n    | 3 CNY | packing |\n    | 4 CNY | packing |")

  private func settle(
    set: [String] = [], choose: [String] = [], json: String? = nil
  ) throws -> (facts: Facts?, found: [Diagnostic], texts: SourceTexts) {
    var texts = SourceTexts()
    let source = texts.add(SourceText(name: "test", text: json ?? Self.text))
    let document = readCases(texts[source], as: source, isJSON: json != nil)
    let settings = readSettings(set: set, choose: choose, into: &texts)
    guard settings.problems.isEmpty else { return (nil, settings.problems, texts) }
    let (syntax, problems) = overriding(try #require(document.cases.first), with: settings, for: Sample.program)
    let binding = bind(syntax, to: Sample.program)
    return (binding.facts, (problems + binding.problems).map { $0.diagnostic }, texts)
  }

  @Test func `settings replace what a case states and add to it`() throws {
    let (facts, found, _) = try settle(
      set: ["cause=handling", "weight = 3 kg", "lots[2].value=5 CNY", "lots[1].rescued=1 CNY", "waybill=\"A 17\""],
      choose: ["payment=credit"])
    #expect(found.map(\.message) == [])
    let stated = try #require(facts)
    #expect(stated.describe(stated.stated("cause")) == "ordinal 1")
    #expect(stated.describe(stated.stated("weight")) == "number 3000")
    #expect(
      stated.tables[0].cells.map { stated.describe($0) } == [
        "number 3", "ordinal 0", "number 1", "-", "number 5", "ordinal 0", "-", "-",
      ])
    #expect(stated.details == ["A 17"])
    #expect(stated.choices == [1, nil])
  }

  @Test(arguments: [
    ["cause=handling", "cause=packing"], ["weight = 1 kg", "weight=1 kg"],
    ["lots[1].value=1 CNY", "lots[01].value=2 CNY"],
  ])
  func `two settings of one fact contradict one another`(options: [String]) throws {
    let (_, found, texts) = try settle(set: options)
    #expect(found.map(\.code) == ["R0402"])
    #expect(found.first?.primary.map { String(decoding: texts[$0.span.source].bytes, as: UTF8.self) } == options.last)
    #expect(try settle(set: ["payment=cash"], choose: ["payment=credit"]).found.map(\.code) == ["R0402"])
  }

  @Test func `a setting for a JSON case is written as in a case file`() throws {
    let json = caseJSON(#""fragile": true, "shipments": [ { "packages": [ { "weight": "3 kg" } ] } ]"#)
    let (facts, found, _) = try settle(
      set: ["fragile=no", "shipments[1].packages[1].weight=4 kg", "missing=2"], json: json)
    #expect(found.map(\.message) == [])
    let stated = try #require(facts)
    #expect(stated.describe(stated.stated("fragile")) == "ordinal 0")
    #expect(stated.tables[2].cells.map { stated.describe($0) } == ["number 4000", "-"])
  }

  @Test(arguments: [
    ("cause", "R0426"), ("=3", "R0426"), ("cause=", "R0426"), ("", "R0426"), ("cause=pack", "R0404"),
    ("weight=3", "R0405"), ("nothing_such=3", "R0401"), ("lots[3].value=3 CNY", "R0420"), ("lots=3", "R0403"),
    ("lots[1].colour=red", "R0420"), ("lots[1]=3", "R0420"),
  ])
  func `a setting that does not fit points into the option`(option: String, code: String) throws {
    let (_, found, texts) = try settle(set: [option])
    #expect(found.map(\.code) == [code])
    let span = try #require(found.first?.primary?.span)
    #expect(texts[span.source].name == "--set")
    #expect(Int(span.end) <= option.utf8.count)
  }

  @Test func `helps for options are written as options`() throws {
    let helps = try ["fragile=true", "lots=3"].flatMap { try settle(set: [$0]).found.flatMap(\.helps) }
    #expect(helps.count == 2)
    #expect(helps.allSatisfy { $0.contains("--set ") }, "\(helps)")
  }

  @Test func `only choices can be chosen`() throws {
    let (_, found, texts) = try settle(choose: ["cause=handling", "paymnt=cash", "payment=cheque"])
    #expect(found.map(\.code) == ["R0401", "R0401", "R0404"])
    #expect(found.compactMap(\.primary?.span.source).map { texts[$0].name } == ["--choose", "--choose", "--choose"])
  }

  @Test func `a value that cannot be read is a problem of syntax`() throws {
    let (_, found, _) = try settle(set: ["weight=300,000 kg"])
    #expect(found.map(\.code) == ["R0105"])
  }

  @Test(arguments: ["we ight=3 kg", "lots[1.value=3 CNY", "lots[1]]=3", "[1]=3"])
  func `a key that cannot be read is one problem`(option: String) throws {
    #expect(try settle(set: [option]).found.map(\.code) == ["R0426"])
  }
}
