#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Takes the time of a piece of work once.
enum Stopwatch {
  /// Does the work, and gives the nanoseconds of processor time it took and what it came to. What else runs on the
  /// machine makes that longer by far less than it does what a clock on the wall shows.
  static func time<Result>(_ work: () -> Result) -> (nanoseconds: Int, result: Result) {
    let start = processorTime()
    let result = work()
    return (processorTime() &- start, result)
  }

  private static func processorTime() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return time.tv_sec &* 1_000_000_000 &+ time.tv_nsec
  }
}
