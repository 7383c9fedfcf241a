/// Takes the time of a piece of work once.
enum Stopwatch {
  /// Does the work, and gives the nanoseconds it took and what it came to.
  static func time<Result>(_ work: () -> Result) -> (nanoseconds: Int, result: Result) {
    let clock = ContinuousClock()
    let start = clock.now
    let result = work()
    return (start.duration(to: clock.now).wholeNanoseconds, result)
  }
}

extension Duration {
  /// Rounded down; durations here are far below three hundred years.
  fileprivate var wholeNanoseconds: Int {
    let (seconds, attoseconds) = components
    return Int(truncatingIfNeeded: seconds &* 1_000_000_000 &+ attoseconds / 1_000_000_000)
  }
}
