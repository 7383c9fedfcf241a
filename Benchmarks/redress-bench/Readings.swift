import RedressCases
import RedressEngine
import RedressValues

extension PortfolioCase {
  /// The claim on a line of JSON, as `Benchmarks/portfolio/generate_cases.py` writes it.
  func line(named name: String) -> [UInt8] {
    let words = ["damage_repairable", "damage_destroyed", "wrong_item", "delay", "consequential"]
    let rows = losses.map { loss in
      let rest =
        switch loss.kind {
        case .repairable: #""repair_cost":"\#(Self.money(loss.repairCost))""#
        case .destroyed: #""reship":\#(loss.isReshipped)"#
        case .wrongItem: #""reship":\#(loss.isReshipped),"penalty":"\#(loss.penaltyPercent)%""#
        case .delay: #""days":"\#(loss.days) days""#
        case .consequential: #""purpose_stated":\#(loss.isPurposeStated)"#
        }
      return #"{"kind_of_loss":"\#(words[loss.kind.rawValue])","value":"\#(Self.money(loss.value))",\#(rest)}"#
    }
    let given =
      #""fault":"\#(faultPercent)%","freight":"\#(Self.money(freight))","losses":[\#(rows.joined(separator: ","))]"#
    return Array(#"{"case":"\#(name)","policy":"portfolio","given":{\#(given)}}"#.utf8)
  }

  private static func money(_ cents: Int64) -> String {
    let digits = String(cents % 100)
    return "\(cents / 100).\(digits.count == 1 ? "0" + digits : digits) CNY"
  }
}

/// What reading a case costs that stands in bytes, as those of a batch do.
struct Readings {
  let program: Program

  /// Reads claims again and again; all of them together stay in the cache.
  func measure(_ claims: [PortfolioCase], passes: Int) throws(BenchFailure) -> Measurement {
    guard var reader = CaseByteReader([program]) else { throw BenchFailure(message: "portfolio has no byte reader") }
    var bytes: [UInt8] = []
    var lines: [Range<Int>] = []
    for (number, claim) in claims.enumerated() {
      let start = bytes.count
      bytes += claim.line(named: "c\(number)")
      lines.append(start..<bytes.count)
      bytes.append(UInt8(ascii: "\n"))
    }
    try compare(claims, in: bytes, lines, &reader)
    var count = 0
    let (reading, _) = Stopwatch.time {
      for _ in 0..<passes {
        for line in lines where reader.read(bytes, line) { count += 1 }
      }
    }
    guard count == passes * claims.count else { throw BenchFailure(message: "a claim was not read from its bytes") }
    return Measurement(
      group: "evaluation", subject: "portfolio", size: claims.count, stage: "read from bytes", unit: "claim",
      nanoseconds: reading, count: count)
  }

  private func compare(
    _ claims: [PortfolioCase], in bytes: [UInt8], _ lines: [Range<Int>], _ reader: inout CaseByteReader
  ) throws(BenchFailure) {
    let places = try PortfolioFacts(of: program)
    for (claim, line) in zip(claims, lines) {
      guard reader.read(bytes, line), let facts = try? places.facts(of: claim),
        cells(of: facts) == cells(of: reader.facts)
      else { throw BenchFailure(message: "a claim says something else in its bytes") }
    }
  }

  private func cells(of facts: Facts) -> [String] {
    (facts.values + facts.tables.flatMap(\.cells)).map { stated in
      if case .number(let number) = stated { "\(number)" } else { "\(stated)" }
    }
  }
}
