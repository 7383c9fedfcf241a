/// What the command line asks for.
struct Options {
  /// The folder that holds `rules` and `fixtures`; nil looks for it upward from the working folder.
  var root: String?
  var isJSON = false
  var showsHelp = false
  /// How often everything is timed.
  var runs = 7
  /// Lines of the generated rule books, each twice the one before.
  var lines = [5_000, 10_000, 20_000, 40_000, 80_000]
  /// Rows of the lists, each twice the one before.
  var rows = [250, 500, 1_000, 2_000, 4_000]
  /// Claims of the portfolio.
  var claims = 20_000
  /// Rulings of the generated policies, each twice the one before.
  var rulings = [250, 500, 1_000, 2_000]
  /// Leaves out all but evaluating by itself, and reading what is evaluated.
  var isEvaluationOnly = false
  var seed: UInt64 = 20_260_305

  static let help = """
    USAGE: redress-bench [--root DIR] [--runs N] [--seed N] [--quick] [--evaluation] [--json]

    Times every stage of the way from rule text to proposal: on the policies in DIR/rules with the cases in
    DIR/fixtures, on generated rule books of growing length, and on cases with growing lists; and evaluating by itself,
    beside the same rules written by hand.

      --root DIR   the folder that holds `rules` and `fixtures` (default: the nearest one from here upward)
      --runs N     times everything N times and takes the medians (default: 7)
      --seed N     of the generated rule books (default: 20260305)
      --quick      small sizes and three runs, to see that everything works
      --evaluation  only evaluating by itself, and reading what is evaluated
      --json       one JSON document instead of tables
    """

  init(_ arguments: [String]) throws(BenchFailure) {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      switch argument {
      case "--root": root = try Self.value(of: argument, &rest)
      case "--runs": runs = try Self.number(of: argument, &rest)
      case "--seed": seed = UInt64(try Self.number(of: argument, &rest))
      case "--evaluation": isEvaluationOnly = true
      case "--json": isJSON = true
      case "--help", "-h": showsHelp = true
      case "--quick":
        runs = 3
        lines = [1_000, 2_000, 4_000]
        rows = [100, 200, 400]
        claims = 2_000
        rulings = [100, 200, 400]
      default: throw BenchFailure(message: "unknown option `\(argument)`; --help lists them")
      }
    }
  }

  private static func value(of option: String, _ rest: inout ArraySlice<String>) throws(BenchFailure) -> String {
    guard let value = rest.popFirst() else { throw BenchFailure(message: "`\(option)` wants a value") }
    return value
  }

  private static func number(of option: String, _ rest: inout ArraySlice<String>) throws(BenchFailure) -> Int {
    let text = try value(of: option, &rest)
    guard let number = Int(text), number > 0 else {
      throw BenchFailure(message: "`\(option)` wants a number above 0, not `\(text)`")
    }
    return number
  }
}
