/// Takes the time of a piece of work several times over.
struct Stopwatch {
  /// How often each piece of work is timed; at least once.
  let runs: Int

  struct Reading {
    /// Nanoseconds of the middle run and of the quickest.
    let median: Int
    let fastest: Int
  }

  /// Times the work, once more beforehand to warm up, and gives what it came to last.
  func time<Result>(_ work: () -> Result) -> (reading: Reading, result: Result) {
    let clock = ContinuousClock()
    var result = work()
    var nanoseconds: [Int] = []
    for _ in 0..<max(1, runs) {
      let start = clock.now
      result = work()
      nanoseconds.append(start.duration(to: clock.now).wholeNanoseconds)
    }
    nanoseconds.sort()
    let reading = Reading(median: nanoseconds[nanoseconds.count / 2], fastest: nanoseconds[0])
    return (reading, result)
  }
}

extension Duration {
  /// Rounded down; durations here are far below three hundred years.
  fileprivate var wholeNanoseconds: Int {
    let (seconds, attoseconds) = components
    return Int(truncatingIfNeeded: seconds &* 1_000_000_000 &+ attoseconds / 1_000_000_000)
  }
}
