/// How long each stage takes, and whether it grows no faster than what it works on.
@main
struct RedressBench {
  static func main() {
    do throws(BenchFailure) {
      let options = try Options(Array(CommandLine.arguments.dropFirst()))
      if options.showsHelp {
        print(Options.help)
        return
      }
      #if DEBUG
        complain("this is a debug build, its times mean little; build with `-c release`")
      #endif
      let report = try measure(options)
      print(options.isJSON ? report.json : report.text, terminator: "")
    } catch {
      complain(error.message)
      leave(with: 1)
    }
  }

  /// Everything in rounds, the first of which warms up and does not count: a machine that gets slower for a while then
  /// does so for all sizes alike.
  private static func measure(_ options: Options) throws(BenchFailure) -> Report {
    let root: String
    if let named = options.root { root = named } else { root = try Folder.rootAboveWorkingFolder() }
    _ = try measureOnce(options, in: root)
    var measurements = try measureOnce(options, in: root)
    for _ in 1..<options.runs {
      for (position, measurement) in try measureOnce(options, in: root).enumerated() {
        measurements[position].add(measurement)
      }
    }
    return Report(measurements: measurements, runs: options.runs, peakMemory: peakMemory())
  }

  private static func measureOnce(_ options: Options, in root: String) throws(BenchFailure) -> [Measurement] {
    let evaluations = Evaluations(claims: options.claims, seed: options.seed)
    let evaluated =
      try evaluations.measurePortfolio(in: root)
      + evaluations.measureRulings(options.rulings)
    if options.isEvaluationOnly { return evaluated }
    return try evaluated + measureSeeds(in: root) + measureLongPolicies(options.lines, seed: options.seed)
      + measureLargeBooks(options.lines, seed: options.seed)
      + measureLongLists(options.rows, in: root, seed: options.seed)
  }
}
