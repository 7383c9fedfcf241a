/// The time one stage of the way from text to proposal takes on one subject.
struct Measurement {
  /// `seed policies`, `rule book growth` …
  let group: String
  /// `damaged_goods`, or what grows: `lines of one policy`.
  let subject: String
  /// Lines of rules, or rows of a list; in the group of the seeds the number of cases.
  let size: Int
  /// `parse`, `check` …
  let stage: String
  /// What one run works on: `all files`, `one case` …
  let unit: String
  /// Nanoseconds for one of the unit.
  let median: Int
  let fastest: Int

  /// Of a run that did so many of the unit.
  init(
    group: String, subject: String, size: Int, stage: String, unit: String, reading: Stopwatch.Reading,
    count: Int = 1
  ) {
    self.group = group
    self.subject = subject
    self.size = size
    self.stage = stage
    self.unit = unit
    median = reading.median / max(1, count)
    fastest = reading.fastest / max(1, count)
  }
}

/// Why there is nothing to measure.
struct BenchFailure: Error {
  let message: String
}
