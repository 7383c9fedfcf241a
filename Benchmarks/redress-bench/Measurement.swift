/// The time one stage of the way from text to proposal takes on one subject.
struct Measurement {
  /// `seed policies`, `one policy, growing` …
  let group: String
  /// `damaged_goods`, or what grows: `lines`.
  let subject: String
  /// Lines of rules, or rows of a list; in the group of the seeds the number of cases.
  let size: Int
  /// `lex and parse`, `check` …
  let stage: String
  /// What a time is of: `rule book`, `case`.
  let unit: String
  /// The stage of the same subject and size whose time this one is a multiple of, where that is of interest.
  let comparedWith: String?
  /// Nanoseconds for one of the unit, one of each round, the quickest first; not empty.
  private(set) var times: [Int]

  var median: Int { times[times.count / 2] }
  var fastest: Int { times[0] }

  /// - Parameter nanoseconds: for as many of the unit as `count`.
  init(
    group: String, subject: String, size: Int, stage: String, unit: String, nanoseconds: Int, count: Int,
    comparedWith: String? = nil
  ) {
    self.comparedWith = comparedWith
    self.group = group
    self.subject = subject
    self.size = size
    self.stage = stage
    self.unit = unit
    times = [nanoseconds / max(1, count)]
  }

  /// Takes in the times of another round of the same.
  mutating func add(_ other: Measurement) {
    times = (times + other.times).sorted()
  }
}

/// Why there is nothing to measure.
struct BenchFailure: Error {
  let message: String
}
