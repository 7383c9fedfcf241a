import RedressDiagnostics
import RedressEngine
import RedressRendering

/// The short ways of a batch: the quote without words, the frame that is used again for the next case, and the claims
/// that are settled straight through. Each must come to what a quote says, or be silent.
struct BatchWays {
  private let program: Program
  private var appraisal: Appraisal
  private var straight: StraightEvaluator?
  private let straightRecord: StraightRecord?
  /// How many cases were settled straight through.
  private(set) var settled = 0

  init(_ program: Program) {
    self.program = program
    appraisal = Appraisal(of: program)
    let tables = StraightProgram(of: program)
    straight = tables.map { StraightEvaluator($0) }
    straightRecord = tables.flatMap { StraightRecord($0, reasons: .codes) }
  }

  /// What one of them says differently.
  ///
  /// - Parameter quote: nil where the case is refused.
  mutating func difference(from quote: Quote?, for facts: Facts) -> String? {
    let plain = quote.map { record($0) }
    let short = try? propose(program, for: facts, case: "generated", label: nil, detail: .codes)
    if short.map({ record($0) }) != plain {
      return "  without words: \(short.map { record($0) } ?? "refused")\n  quote:         \(plain ?? "refused")"
    }
    if straight?.settle(facts) == true, let straight, let straightRecord {
      settled += 1
      var json = JSONWriter(.compact)
      straightRecord.write(straight.outcome, case: "generated", to: &json)
      if json.text != plain { return "  straight: \(json.text)\n  quote:    \(plain ?? "refused")" }
    }
    return differenceOfSums(from: quote, for: facts)
  }

  private mutating func differenceOfSums(from quote: Quote?, for facts: Facts) -> String? {
    // Where the cheapest comes first, it need not be the first combination.
    let isSteady = !program.choices.contains { if case .cheapest = $0.preference { true } else { false } }
    let sums = try? appraisal.sums(for: facts)
    guard isSteady, let first = quote?.proposals.first else { return nil }
    let agree =
      sums?.cash == first.totals.cash && sums?.inKind == first.totals.inKind && sums?.lineCount == first.lines.count
    return agree ? nil : "  a frame used again comes to other sums"
  }

  private func record(_ quote: Quote) -> String {
    var json = JSONWriter(.compact)
    write(record: quote, reasons: .codes, fingerprint: "", to: &json)
    return json.text
  }
}
