import RedressDiagnostics
import RedressEngine
import RedressRendering

/// The records of one block, as bytes, with what a summary counts.
struct BatchRecords: Sendable {
  let sequence: Int
  private var json = JSONWriter(.compact)
  var summary = BatchSummary()

  /// - Parameter size: of the block the records answer, in bytes.
  init(sequence: Int, size: Int) {
    self.sequence = sequence
    // A record is about three times as long as its case; where it is not, the room grows.
    json.reserve(min(size, LineBlocks.size) * 4)
  }

  var bytes: [UInt8] { json.bytes }

  mutating func add(_ quote: Quote, _ reasons: BatchReasons, fingerprint: String) {
    write(record: quote, reasons: reasons, fingerprint: fingerprint, to: &json)
    summary.count(quote)
  }

  mutating func add(_ outcome: StraightOutcome, case name: String, _ record: StraightRecord) {
    record.write(outcome, case: name, to: &json)
    summary.count(outcome)
  }

  /// False, and nothing is done, where the quote says what only the ordinary way can put into words.
  mutating func add(_ outcome: StraightOutcome, of facts: Facts, case name: String, _ quote: StraightQuote) -> Bool {
    guard quote.write(outcome, of: facts, case: name, to: &json) else { return false }
    summary.count(outcome)
    return true
  }

  mutating func refuse(line: Int, case name: String?, _ diagnostics: [Diagnostic], in texts: SourceTexts) {
    write(refusalInLine: line, case: name, diagnostics, to: &json, in: texts)
    json.lineBreak()
    summary.refused += 1
  }
}
