import RedressCases
import RedressDiagnostics
import RedressEngine
import RedressValues
import Testing

@Suite struct BindingValueTests {
  @Test(arguments: [
    ("cause", "packing", "ordinal 0"), ("cause", "handling", "ordinal 1"), ("cause", "yes", "ordinal 2"),
    ("tier", "gold", "ordinal 2"),
    ("fragile", "yes", "ordinal 1"), ("fragile", "no", "ordinal 0"),
    ("delivered_on", "1970-01-02", "ordinal 1"), ("delivered_on", "1969-12-31", "ordinal -1"),
    ("received_at", "1970-01-01 02:30", "ordinal 150"), ("received_at", "1970-01-02", "ordinal 1440"),
    ("weight", "3 kg", "number 3000"), ("weight", "0.5 t", "number 500000"), ("weight", "0", "number 0"),
    ("weight", "1 lb", "number 453.59237"), ("weight", "1 pallet", "number 800000"),
    ("weight", "0.5 pallets", "number 400000"),
    ("missing", "300_000", "number 300000"),
    ("late", "3 days", "number 4320"), ("late", "48 hours", "number 2880"), ("late", "1 week", "number 10080"),
    ("share", "20%", "number 0.2"), ("share", "0", "number 0"), ("share", "-5%", "number -0.05"),
    ("penalty_rate", "0.5% per day", "number 0.000003472"), ("penalty_rate", "7% per week", "number 0.000006944"),
    ("freight_rate", "8.33 CNY per kg", "number 0.00833"), ("freight_rate", "10 CNY per 100 kg", "number 0.0001"),
    ("freight_rate", "5 CNY per t", "number 0.000005"), ("freight_rate", "0", "number 0"),
    ("sdr_rate", "9.5 CNY per XDR", "number 9.5"),
    ("freight", "-3.50 CNY", "number -3.5"),
    ("parcels", "2 parcels", "number 2"), ("parcels", "1 parcel", "number 1"), ("volume", "2.5 m3", "number 2.5"),
    ("place", "\"gate 7\"", "text gate 7"), ("place", "Hamburg", "text Hamburg"),
  ])
  func `a value comes out in base units`(fact: String, value: String, expected: String) throws {
    let facts = try facts(caseText("  \(fact) \(value)"))
    #expect(facts.describe(facts.stated(fact)) == expected)
    #expect(facts.values.count { if case .notStated = $0 { false } else { true } } == 1)
  }

  @Test(arguments: [
    ("weight 3", "R0405", "weight"), ("weight 0.0", "R0405", "weight"), ("weight -0", "R0405", "weight"),
    ("weight 3 days", "R0405", "weight"), ("weight 3 kgs", "R0405", "kgs"),
    ("weight 3%", "R0405", "weight"), ("weight heavy", "R0403", "weight"), ("weight \"3 kg\"", "R0403", "weight"),
    ("weight 2026-03-05", "R0403", "weight"),
    ("freight 3 EUR", "R0405", "CNY"), ("freight 3", "R0405", "unit"), ("freight_rate 3 CNY", "R0405", "CNY per kg"),
    ("freight_rate 3 CNY per day", "R0405", "CNY per kg"), ("freight_rate 3 CNY per 0 kg", "R0422", "freight_rate"),
    ("share 20", "R0405", "percentage"), ("missing 20%", "R0405", "plain number"),
    ("penalty_rate 5%", "R0405", "% per day"),
    ("missing 2.5", "R0421", "whole"), ("late 36 hours", "R0421", "days"),
    ("weight -1 kg", "R0406", "weight"), ("weight 1.001 t", "R0406", "weight"), ("missing -1", "R0406", "missing"),
    ("tier basic", "R0406", "tier"),
    ("cause 3 kg", "R0403", "cause"), ("cause \"packing\"", "R0403", "cause"), ("cause pack", "R0404", "pack"),
    ("cause no", "R0404", "no"),
    ("fragile maybe", "R0403", "yes or no"), ("fragile 1", "R0403", "yes or no"),
    ("delivered_on 2026-02-30", "R0407", "2026-02-30"), ("delivered_on 0000-01-01", "R0407", "0000-01-01"),
    ("delivered_on 2026-03-05 14:00", "R0403", "date"), ("delivered_on tomorrow", "R0403", "date"),
    ("received_at 2026-02-30", "R0407", "2026-02-30"), ("received_at 2026-03-05 24:00", "R0407", "24:00"),
    ("received_at 14", "R0403", "time"),
    ("place 7", "R0403", "text"), ("place 2026-03-05", "R0403", "text"), ("waybill 7", "R0403", "text"),
    ("payment cheque", "R0404", "cheque"), ("payment 3", "R0403", "payment"),
    ("lots 3", "R0403", "list"), ("lots none", "R0403", "list"),
    ("wieght 3 kg", "R0401", "wieght"), ("late_ 3", "R0401", "late_"), ("damage 3 CNY", "R0401", "damage"),
    ("Lot 3", "R0401", "Lot"),
    ("cause packing\n  cause packing", "R0402", "cause"), ("waybill a\n  waybill b", "R0402", "waybill"),
    ("payment cash\n  payment credit", "R0402", "payment"),
    ("cause[1] packing", "R0420", "cause"), ("cause.x packing", "R0420", "cause"), ("waybill[1] x", "R0420", "waybill"),
  ])
  func `a value that does not fit is refused with one problem`(entry: String, code: String, mentions: String) {
    let found = diagnostics(caseText("  \(entry)"))
    #expect(found.map(\.code) == [code])
    for diagnostic in found {
      #expect(diagnostic.message.contains(mentions), "\(diagnostic.message)")
      #expect(diagnostic.primary != nil)
      #expect(!diagnostic.helps.isEmpty)
    }
  }

  @Test(arguments: ["weight", "missing", "freight_rate", "late"])
  func `ten thousand digits are a problem and no trap`(fact: String) {
    let number = String(repeating: "7", count: 10_000)
    for value in [
      "\(number) kg", number, "\(number) CNY per kg", "\(number) days", "1 CNY per \(number) kg", "0.\(number)",
    ] {
      let found = diagnostics(caseText("  \(fact) \(value)"))
      #expect(found.count == 1)
      #expect(found.allSatisfy { $0.message.count < 300 })
    }
  }

  @Test func `suggestions name what was meant`() {
    #expect(diagnostics(caseText("  wieght 3 kg")).first?.primary?.text == "did you mean `weight`?")
    #expect(diagnostics(caseText("  cause handlng")).first?.primary?.text == "did you mean `handling`?")
    #expect(diagnostics(caseText("  weight 3 kgg")).first?.primary?.text == "did you mean `kg`?")
    #expect(diagnostics(caseText("  payment crdit")).first?.primary?.text == "did you mean `credit`?")
    #expect(diagnostics(caseText("  weight 3")).first?.helps == ["write `3 kg` if that is meant"])
    #expect(diagnostics(caseText("  share 20")).first?.helps == ["write `20%` if that is meant"])
    #expect(diagnostics(caseText("  missing 20%")).first?.helps == ["write `0.2`, or drop the `%`"])
  }

  @Test func `problems of a case come in the order of its text`() {
    let text = caseText("  weight 3\n  cause pack\n  wrong 3\n  late 36 hours", claimed: "  loss 3 CNY")
    #expect(diagnostics(text).map(\.code) == ["R0408", "R0405", "R0404", "R0401", "R0421"])
  }

  @Test func `what is claimed and chosen goes to items and choices`() throws {
    let facts = try facts(
      caseText(
        "  payment credit\n  waybill \"A 17\"", claimed: "  delay 3_000 CNY\n  damage 0", header: "dated 2026-03-05"))
    #expect(facts.claimed.map { $0?.decimalText(upTo: 2) } == ["0", "3000", nil])
    #expect(facts.choices == [1, nil])
    #expect(facts.details == ["A 17"])
    #expect(facts.dated?.description == "2026-03-05")
  }

  @Test(arguments: [
    ("delays 3 CNY", "R0408"), ("weight 3 CNY", "R0408"), ("delay 3 EUR", "R0405"), ("delay -3 CNY", "R0406"),
    ("delay 3", "R0405"), ("delay 3 CNY\n  delay 4 CNY", "R0402"),
  ])
  func `a claim that cannot be answered is refused`(claim: String, code: String) {
    #expect(diagnostics(caseText("  cause packing", claimed: "  \(claim)")).map(\.code) == [code])
  }

  @Test(arguments: [("currency CNY", []), ("currency EUR", ["R0423"]), ("dated 2026-02-30", ["R0407"])])
  func `the head of a case is looked at`(header: String, codes: [String]) {
    #expect(diagnostics(caseText("  cause packing", header: header)).map(\.code) == codes)
  }
}
