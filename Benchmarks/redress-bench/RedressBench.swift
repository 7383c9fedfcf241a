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

  private static func measure(_ options: Options) throws(BenchFailure) -> Report {
    let root: String
    if let named = options.root { root = named } else { root = try Folder.rootAboveWorkingFolder() }
    let stopwatch = Stopwatch(runs: options.runs)
    var measurements = try measureSeeds(in: root, stopwatch)
    measurements += try measureLongPolicies(options.lines, seed: options.seed, stopwatch)
    measurements += try measureLargeBooks(options.lines, seed: options.seed, stopwatch)
    measurements += try measureLongLists(options.rows, in: root, seed: options.seed, stopwatch)
    return Report(measurements: measurements, runs: options.runs, peakMemory: peakMemory())
  }
}
