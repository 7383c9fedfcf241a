import RedressCases
import RedressDiagnostics
import RedressEngine
import Testing

@Suite struct BindingListTests {
  private static let nested = """
      shipments
        | arrived          |
        | 1970-01-01 00:01 |
        | 1970-01-01 00:02 |
      shipments[2].packages
        | weight | opened |
        | 3 kg   | yes    |
        |        | no     |
      shipments[1].packages
        | weight | opened |
        | 5 kg   |        |
    """

  @Test func `rows of one list stand side by side`() throws {
    let facts = try facts(
      caseText(
        """
          lots
            | value     | condition | note  |
            | 9_000 CNY | packing   | "dry" |
            | 1 CNY     |           |       |
        """))
    #expect(facts.describe(facts.stated("lots")) == "rows 0 2")
    #expect(facts.rowNames(of: 0) == ["lots[1]", "lots[2]"])
    #expect(
      facts.tables[0].cells.map { facts.describe($0) } == [
        "number 9000", "ordinal 0", "-", "text dry", "number 1", "-", "-", "-",
      ])
  }

  @Test func `lists inside lists have entries of their own, in any order`() throws {
    let facts = try facts(caseText(Self.nested))
    #expect(facts.describe(facts.stated("shipments")) == "rows 0 2")
    #expect(facts.tables[1].cells.map { facts.describe($0) } == ["ordinal 1", "rows 0 1", "ordinal 2", "rows 1 2"])
    #expect(
      facts.rowNames(of: 2) == ["shipments[1].packages[1]", "shipments[2].packages[1]", "shipments[2].packages[2]"])
    #expect(
      facts.tables[2].cells.map { facts.describe($0) } == [
        "number 5000", "-", "number 3000", "ordinal 1", "-", "ordinal 0",
      ])
    let lines = Self.nested.split(separator: "\n", omittingEmptySubsequences: false)
    let turned = lines[4...].joined(separator: "\n") + "\n" + lines[..<4].joined(separator: "\n")
    #expect(try RedressCasesTests.facts(caseText(turned)).summary == facts.summary)
  }

  @Test func `a list without rows is empty, not unknown`() throws {
    let facts = try facts(caseText("  lots\n    | value | condition |"))
    #expect(facts.describe(facts.stated("lots")) == "rows 0 0")
  }

  @Test func `a cell can be stated by its key`() throws {
    let facts = try facts(
      caseText("  lots[1].condition handling\n  lots\n    | value | condition |\n    | 3 CNY | |"))
    #expect(facts.tables[0].cells.map { facts.describe($0) } == ["number 3", "ordinal 1", "-", "-"])
  }

  @Test(arguments: [
    ("  lots\n    | value |\n    | 3 CNY |", "R0409", "condition"),
    ("  lots\n    | value | conditoin |\n    | 3 CNY | packing |", "R0409", "conditoin"),
    ("  lots\n    | value | value |\n    | 3 CNY | 3 CNY |", "R0402", "value"),
    ("  lots\n    | value | condition | colour |\n    | 3 CNY | packing | red |", "R0409", "colour"),
    ("  lots\n    | value | condition | value |\n    | 3 CNY | packing | 3 CNY |", "R0402", "value"),
    ("  lots\n    | value | condition |\n    | 0 CNY | packing |", "R0406", "lots[1].value"),
    ("  lots\n    | value | condition |\n    | 1 CNY | packing |\n    | 2 CNY | dirt |", "R0404", "lots[2].condition"),
    ("  cause\n    | value |\n    | 3 CNY |", "R0403", "cause"),
    ("  waybill\n    | value |\n    | 3 CNY |", "R0403", "waybill"),
    ("  lots[1].value 3 CNY", "R0420", "lots"),
    ("  shipments\n    | arrived |\n    | |\n  shipments[1].packages 3", "R0403", "packages"),
    ("  lots.value 3 CNY", "R0420", "lots"),
    (
      BindingListTests.nested + "\n  shipments[3].packages\n    | weight | opened |\n    | 5 kg | |", "R0420",
      "shipments"
    ),
    (
      BindingListTests.nested + "\n  shipments[0].packages\n    | weight | opened |\n    | 5 kg | |", "R0420",
      "shipments"
    ),
    (
      BindingListTests.nested + "\n  shipments[2].packages\n    | weight | opened |\n    | 5 kg | |", "R0402",
      "packages"
    ),
    (BindingListTests.nested + "\n  shipments[2].parcels 3", "R0420", "parcels"),
    (BindingListTests.nested + "\n  shipments[2] 3", "R0420", "shipments[2]"),
    (BindingListTests.nested + "\n  shipments[2].packages 3", "R0402", "packages"),
    (BindingListTests.nested + "\n  shipments[2].packages[1].weight 3 kg", "R0402", "weight"),
    (BindingListTests.nested + "\n  shipments[2].packages[9].weight 3 kg", "R0420", "packages"),
    (BindingListTests.nested + "\n  shipments[2].arrived.hour 3", "R0420", "arrived"),
    ("  shipments\n    | arrived | packages |\n    | 2026-03-05 | 3 |", "R0409", "packages"),
  ])
  func `a list that does not fit is refused with one problem`(entries: String, code: String, mentions: String) {
    let found = diagnostics(caseText(entries))
    #expect(found.map(\.code) == [code])
    #expect(found.first?.message.contains(mentions) == true, "\(found.map(\.message))")
  }

  @Test func `rows whose cells do not match their columns are no facts`() throws {
    let document = read(caseText("  lots\n    | value | condition |\n    | 3 CNY |"))
    #expect(!document.problems.isEmpty)
    let binding = bind(try #require(document.cases.first), to: Sample.program)
    #expect(binding.facts == nil)
    let found = binding.problems.map { $0.diagnostic }
    #expect(found.map(\.code) == ["R0409"])
    #expect(withoutFollowUps(found, of: document.problems) == [])
  }

  @Test func `a huge row number is out of range`() {
    let number = String(repeating: "9", count: 10_000)
    #expect(
      diagnostics(caseText("  lots\n    | value | condition |\n  lots[\(number)].value 3 CNY")).map(\.code) == ["R0420"]
    )
  }

  @Test func `what stands in a list that cannot be read is not reported again`() {
    let found = diagnostics(caseText("  shipments 3\n  shipments[1].packages\n    | weight | opened |\n    | 5 kg | |"))
    #expect(found.map(\.code) == ["R0403"])
  }
}
