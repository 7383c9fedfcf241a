import RedressBook
import RedressDiagnostics
import RedressEngine
import RedressRendering

/// What a batch does to every case: the same policy, the same form of answer.
struct BatchWork: Sendable {
  let policy: ReadyPolicy
  let reasons: BatchReasons

  /// Quotes every case of a block; the records stand in its order, one a line.
  func records(of block: LineBlock) -> BatchRecords {
    var records = BatchRecords(sequence: block.sequence)
    if let length = block.droppedLength {
      records.refuse(line: block.firstLine, case: nil, [tooLong(length)], in: policy.texts)
      return records
    }
    var number = block.firstLine
    for line in block.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      defer { number += 1 }
      guard line.contains(where: { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") && $0 != UInt8(ascii: "\r") })
      else { continue }
      quote(SourceText(name: "line \(number)", bytes: Array(line)), number, into: &records)
    }
    return records
  }

  private func quote(_ text: SourceText, _ number: Int, into records: inout BatchRecords) {
    do throws(CaseRefusal) {
      records.add(try policy.quote(text, explaining: false), reasons, fingerprint: policy.fingerprint)
    } catch {
      records.refuse(line: number, case: error.caseName, error.diagnostics, in: error.texts)
    }
  }

  private func tooLong(_ length: Int) -> Diagnostic {
    Diagnostic(
      code: "R0616", message: "the line has \(length) bytes; the longest that is read has \(LineBlocks.longestLine)",
      primary: nil, helps: ["one case stands on each line"])
  }
}

/// The records of one block, as bytes, with what a summary counts.
struct BatchRecords: Sendable {
  let sequence: Int
  private var json = JSONWriter(.compact)
  var summary = BatchSummary()

  init(sequence: Int) {
    self.sequence = sequence
  }

  var bytes: [UInt8] { json.bytes }

  mutating func add(_ quote: Quote, _ reasons: BatchReasons, fingerprint: String) {
    write(record: quote, reasons: reasons, fingerprint: fingerprint, to: &json)
    json.lineBreak()
    summary.count(quote)
  }

  mutating func refuse(line: Int, case name: String?, _ diagnostics: [Diagnostic], in texts: SourceTexts) {
    write(refusalInLine: line, case: name, diagnostics, to: &json, in: texts)
    json.lineBreak()
    summary.refused += 1
  }
}
