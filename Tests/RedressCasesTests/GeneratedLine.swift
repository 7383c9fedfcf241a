/// A case of the sample policy on a line, right or nearly so.
struct GeneratedLine {
  let currencies: [String]

  func text(_ random: inout SeededGenerator) -> [UInt8] {
    var given: [String] = []
    for (key, values) in Self.values where Int.random(in: 0..<3, using: &random) == 0 {
      given.append("\"\(key)\":" + pick(values, &random))
    }
    if Bool.random(using: &random) { given.append(#""freight":\#(money(&random))"#) }
    if Bool.random(using: &random) { given.append(#""lots":\#(lots(&random))"#) }
    if Bool.random(using: &random) { given.append(#""shipments":\#(shipments(&random))"#) }
    given.shuffle(using: &random)
    var parts = [
      #""case":"\#(pick(["a", "c17", "损失", "a name of more than fifteen bytes"], &random))""#, #""policy":"parcels""#,
      #""given":{\#(given.joined(separator: pick([",", ", ", " ,\t"], &random)))}"#,
    ]
    if Bool.random(using: &random) {
      parts.append(#""claimed":{"damage":\#(money(&random)),"delay":\#(money(&random))}"#)
    }
    if Bool.random(using: &random) {
      parts.append(#""dated":"\#(pick(["2026-03-05", "2024-02-29", "0001-01-01"], &random))""#)
    }
    if Int.random(in: 0..<3, using: &random) == 0 { parts.append(#""currency":"\#(pick(currencies, &random))""#) }
    parts.shuffle(using: &random)
    let text = "{" + parts.joined(separator: ",") + "}"
    return Array((pick(["", " "], &random) + text + pick(["", "\r", " "], &random)).utf8)
  }

  private static let values: [(String, [String])] = [
    ("cause", [#""packing""#, #""handling""#, #""yes""#, "null"]),
    ("tier", [#""silver""#, #""gold""#, #""basic""#]),
    ("fragile", ["true", "false", "null"]),
    ("delivered_on", [#""2026-03-05""#, #""9999-12-31""#, #""2026-02-30""#, #""0000-01-01""#]),
    ("received_at", [#""2026-03-05 14:00""#, #""2026-03-05 23:59""#, #""2026-03-05""#, #""1969-12-31 00:01""#]),
    (
      "weight",
      [
        #""3 kg""#, #""0.50 t""#, #""999 g""#, #""2 lb""#, #""1 pallet""#, #""0""#, #""00.5 kg""#, #""1 m""#, #""0 ""#,
        #""1.00000000 kg""#,
      ]
    ),
    (
      "missing",
      [
        "3", "3.0", #""3""#, "0", #""0""#, #""007""#, "12345678901234567", "3.5", "12345678", "123456789012345678",
        "1234567890123456789",
      ]
    ),
    ("late", [#""3 days""#, #""1 day""#, #""0 days""#, #""48 hours""#, #""2 weeks""#, #""36 hours""#, #""0""#]),
    ("share", [#""30%""#, #""33.3330%""#, #""0%""#, #""0""#, #""100.00%""#]),
    ("penalty_rate", [#""0.5% per day""#, #""1% per week""#, #""1% per 7 days""#]),
    ("freight_rate", [#""2.50 CNY per kg""#, #""2 CNY per t""#, #""2 USD per lb""#]),
    ("sdr_rate", [#""8.33 CNY per XDR""#, #""1 XDR per USD""#, #""1 XDR per XDR""#]),
    ("parcels", [#""3 parcels""#, #""1 parcel""#, #""1.5 parcels""#]),
    ("volume", [#""2 m3""#, #""2.125 m3""#]),
    ("place", [#""Xi'an""#, #""西安""#, #""""#, #""10 days""#, #""{}[]:,""#, "null"]),
    ("payment", [#""cash""#, #""credit""#]),
    ("wrong_goods", [#""reship""#, "null"]),
    ("waybill", [#""784-1""#, #""a # b""#, #""""#]),
  ]

  private func money(_ random: inout SeededGenerator) -> String {
    let figure = pick(
      ["0", "1", "12.30", "100.00", "99999999999999.99", "0.001", "012", "12345678.87654321", "1.0000000000000000"],
      &random)
    return "\"\(figure) \(pick(currencies, &random))\""
  }

  private func lots(_ random: inout SeededGenerator) -> String {
    let rows = (0..<Int.random(in: 0...3, using: &random)).map { _ in
      var cells: [String] = []
      if Bool.random(using: &random) { cells.append(#""value":"\#(Int.random(in: 0...9, using: &random)).5 CNY""#) }
      if Bool.random(using: &random) { cells.append(#""condition":"packing""#) }
      if Bool.random(using: &random) { cells.append(#""note":"wet, torn""#) }
      if Bool.random(using: &random) { cells.append(#""rescued":null"#) }
      return "{" + cells.shuffled(using: &random).joined(separator: ",") + "}"
    }
    return "[" + rows.joined(separator: ",") + "]"
  }

  private func shipments(_ random: inout SeededGenerator) -> String {
    let rows = (0..<Int.random(in: 0...3, using: &random)).map { _ in
      let packages = (0..<Int.random(in: 0...3, using: &random)).map { _ in
        pick([#"{"weight":"1 kg"}"#, "{}", #"{"opened":true,"weight":"0.25 t"}"#], &random)
      }
      let inner = #""packages":[\#(packages.joined(separator: ","))]"#
      let arrived = #""arrived":"2026-03-05 08:00""#
      return "{" + pick([inner, arrived, inner + "," + arrived, arrived + ", " + inner], &random) + "}"
    }
    return "[" + rows.joined(separator: ",") + "]"
  }

  private func pick<Value>(_ values: [Value], _ random: inout SeededGenerator) -> Value {
    values[Int.random(in: 0..<values.count, using: &random)]
  }
}
