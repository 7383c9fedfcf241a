import RedressDiagnostics

/// All measurements of a run, as tables for people or as JSON.
struct Report {
  let measurements: [Measurement]
  let runs: Int
  /// Kilobytes.
  let peakMemory: Int

  #if DEBUG
    static let build = "debug"
  #else
    static let build = "release"
  #endif

  /// One table for each group: the sizes from left to right, below each other the stages, and between two sizes how
  /// many times longer the larger one took. That ratio is of the quickest runs, which whatever else goes on disturbs
  /// least.
  var text: String {
    var lines = ["redress-bench, \(Self.build) build, median of \(runs) runs"]
    for group in ordered(measurements.map(\.group)) {
      let members = measurements.filter { $0.group == group }
      for subject in ordered(members.map(\.subject)) {
        lines += table(group, subject, members.filter { $0.subject == subject })
      }
    }
    lines += ["", "peak memory \(peakMemory / 1024) MB"]
    return lines.joined(separator: "\n") + "\n"
  }

  private func table(_ group: String, _ subject: String, _ members: [Measurement]) -> [String] {
    let sizes = ordered(members.map(\.size))
    var lines = ["", sizes.count == 1 ? "\(group): \(subject) (\(sizes[0]))" : "\(group): \(subject)"]
    if sizes.count > 1 {
      var row = padded("", to: 24)
      for (position, size) in sizes.enumerated() { row += padded("\(size)", to: position == 0 ? 12 : 19, atEnd: false) }
      lines.append(row)
    }
    for stage in ordered(members.map(\.stage)) {
      let found = members.filter { $0.stage == stage }
      var row = padded("  " + stage, to: 24)
      for (position, size) in sizes.enumerated() {
        guard let measurement = found.first(where: { $0.size == size }) else { continue }
        row += padded(Self.shown(nanoseconds: measurement.median), to: 12, atEnd: false)
        guard position + 1 < sizes.count, let next = found.first(where: { $0.size == sizes[position + 1] }) else {
          continue
        }
        row += padded("×" + Self.ratio(next.fastest, to: measurement.fastest), to: 7, atEnd: false)
      }
      if sizes.count == 1, let only = found.first {
        row += "  for each \(only.unit)"
        if let base = members.first(where: { $0.stage == only.comparedWith }) {
          row += ", ×" + Self.ratio(only.fastest, to: base.fastest) + " of \(base.stage)"
        }
      }
      lines.append(row)
    }
    return lines
  }

  /// The document `redress/bench/1`: times in nanoseconds, ratios as decimal strings.
  var json: String {
    var json = JSONWriter(.pretty)
    json.object { json in
      json.member("schema", "redress/bench/1")
      json.member("build", Self.build)
      json.member("runs", runs)
      json.member("peak_memory_kb", peakMemory)
      json.array("measurements") { json in
        for (position, measurement) in measurements.enumerated() {
          json.object { json in
            json.member("group", measurement.group)
            json.member("subject", measurement.subject)
            json.member("size", measurement.size)
            json.member("stage", measurement.stage)
            json.member("per", measurement.unit)
            json.member("median_ns", measurement.median)
            json.member("fastest_ns", measurement.fastest)
            json.member("times_previous_size", timesPrevious(position))
            json.member("times_compared_stage", timesCompared(measurement))
          }
        }
      }
    }
    json.lineBreak()
    return json.text
  }

  /// How many times longer the quickest run took than that of the same stage at the size before; nil at the first.
  private func timesPrevious(_ position: Int) -> String? {
    let measurement = measurements[position]
    let previous = measurements[..<position].last {
      $0.group == measurement.group && $0.subject == measurement.subject && $0.stage == measurement.stage
    }
    return previous.map { Self.ratio(measurement.fastest, to: $0.fastest) }
  }

  /// How many times longer the quickest run took than that of the stage it is compared with.
  private func timesCompared(_ measurement: Measurement) -> String? {
    let base = measurements.first {
      $0.group == measurement.group && $0.subject == measurement.subject && $0.size == measurement.size
        && $0.stage == measurement.comparedWith
    }
    return base.map { Self.ratio(measurement.fastest, to: $0.fastest) }
  }

  /// With two decimals.
  private static func ratio(_ value: Int, to base: Int) -> String {
    let hundredths = (value * 100 + base / 2) / max(1, base)
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }

  /// With three or four digits that mean something: `812 ns`, `14.2 µs`, `3.91 ms`.
  private static func shown(nanoseconds: Int) -> String {
    var value = nanoseconds * 100
    for unit in ["ns", "µs", "ms"] {
      if value < 100_000 || unit == "ms" {
        let hundredths = value % 100
        if unit == "ns" || value >= 100_000 { return "\(value / 100) \(unit)" }
        if value >= 10_000 { return "\(value / 100).\(hundredths / 10) \(unit)" }
        return "\(value / 100).\(hundredths < 10 ? "0" : "")\(hundredths) \(unit)"
      }
      value = (value + 500) / 1_000
    }
    return ""
  }

  private func padded(_ text: String, to width: Int, atEnd: Bool = true) -> String {
    let blanks = String(repeating: " ", count: max(0, width - text.count))
    return atEnd ? text + blanks : blanks + text
  }

  private func ordered<Value: Equatable>(_ values: [Value]) -> [Value] {
    var result: [Value] = []
    for value in values where !result.contains(value) { result.append(value) }
    return result
  }
}
