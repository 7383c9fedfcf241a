import RedressDiagnostics

/// A case of the seed policy about damaged goods with a list of many rows, in both notations.
struct GeneratedLots {
  let caseText: SourceText
  let jsonText: SourceText

  init(rows: Int, seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var table: [String] = []
    var elements: [String] = []
    for _ in 0..<rows {
      let value = Int.random(in: 100...9_999, using: &random)
      let cents = Int.random(in: 10...99, using: &random)
      if Int.random(in: 0..<3, using: &random) > 0 {
        let cost = Int.random(in: 50...12_000, using: &random)
        table.append("    | \(value).\(cents) CNY | repairable | \(cost) CNY |")
        elements.append(
          #"    { "value": "\#(value).\#(cents) CNY", "condition": "repairable", "repair_cost": "\#(cost) CNY" }"#)
      } else {
        table.append("    | \(value).\(cents) CNY | destroyed | |")
        elements.append(#"    { "value": "\#(value).\#(cents) CNY", "condition": "destroyed" }"#)
      }
    }
    let total = rows * 10_000
    caseText = SourceText(
      name: "long_list.case",
      text: """
        case long_list "A consignment of many lots"
          policy damaged_goods

        given
          delivered_at       2026-03-05 10:00
          received_at        2026-03-06 09:00
          cause              unloading
          unloaded_by        both
          consignment_value  \(total) CNY
          lots
            | value | condition | repair_cost |
        \(table.joined(separator: "\n"))

        """)
    jsonText = SourceText(
      name: "long_list.json",
      text: """
        { "case": "long_list", "policy": "damaged_goods",
          "given": {
            "delivered_at": "2026-03-05 10:00", "received_at": "2026-03-06 09:00",
            "cause": "unloading", "unloaded_by": "both", "consignment_value": "\(total) CNY",
            "lots": [
        \(elements.joined(separator: ",\n"))
            ] } }

        """)
  }
}
