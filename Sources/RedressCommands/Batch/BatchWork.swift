import RedressBook
import RedressCases
import RedressDiagnostics
import RedressEngine
import RedressRendering

/// What a batch does to every case: the same policy, the same form of answer.
struct BatchWork: Sendable {
  private let policy: ReadyPolicy
  private let reasons: BatchReasons
  /// Reads what is plainly right; each block has a copy, so that its storage serves the block. Nil where everything
  /// goes the ordinary way.
  private let reader: CaseByteReader?
  /// By edition: settles what needs nobody, and how it is written; nil where the policy knows more than that.
  private let straight: [StraightWay?]

  init(policy: ReadyPolicy, reasons: BatchReasons) {
    self.policy = policy
    self.reasons = reasons
    reader = CaseByteReader(policy.editions)
    straight = policy.editions.map { StraightWay($0, reasons, fingerprint: policy.fingerprint) }
  }

  /// Settles claims of one edition straight through and writes their records.
  private struct StraightWay: Sendable {
    private var evaluator: StraightEvaluator
    private let form: Form

    private enum Form: Sendable {
      case record(StraightRecord)
      case quote(StraightQuote)
    }

    init?(_ program: Program, _ reasons: BatchReasons, fingerprint: String) {
      guard let straight = StraightProgram(of: program) else { return nil }
      if let record = StraightRecord(straight, reasons: reasons) {
        form = .record(record)
      } else if let quote = StraightQuote(program, straight, fingerprint: fingerprint) {
        form = .quote(quote)
      } else {
        return nil
      }
      evaluator = StraightEvaluator(straight, isThorough: reasons == .full)
    }

    /// False, and nothing is done, where the claim does not go straight through.
    mutating func answer(_ facts: Facts, case name: String, into records: inout BatchRecords) -> Bool {
      guard evaluator.settle(facts) else { return false }
      switch form {
      case .record(let record): records.add(evaluator.outcome, case: name, record)
      case .quote(let quote): return records.add(evaluator.outcome, of: facts, case: name, quote)
      }
      return true
    }
  }

  /// Quotes every case of a block; the records stand in its order, one a line.
  func records(of block: LineBlock) -> BatchRecords {
    var records = BatchRecords(sequence: block.sequence, size: block.bytes.count)
    if let length = block.droppedLength {
      let problem = BatchProblem.lineTooLong(length: length, longest: LineBlocks.longestLine)
      records.refuse(line: block.firstLine, case: nil, [problem.diagnostic], in: policy.texts)
      return records
    }
    var reader = reader
    var straight = straight
    var number = block.firstLine
    var start = 0
    while start < block.bytes.count {
      let end = block.bytes.lineBreak(from: start) ?? block.bytes.count
      if !quote(block.bytes, start..<end, &reader, &straight, into: &records), !isBlank(block.bytes[start..<end]) {
        quote(SourceText(name: "line \(number)", bytes: Array(block.bytes[start..<end])), number, into: &records)
      }
      start = end + 1
      number += 1
    }
    return records
  }

  private func isBlank(_ line: ArraySlice<UInt8>) -> Bool {
    line.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0 == UInt8(ascii: "\r") }
  }

  /// Quotes a line that is plainly right; false, and nothing is done, where it has to go the ordinary way, which finds
  /// the words for what is wrong.
  private func quote(
    _ bytes: [UInt8], _ line: Range<Int>, _ reader: inout CaseByteReader?, _ straight: inout [StraightWay?],
    into records: inout BatchRecords
  ) -> Bool {
    guard reader?.read(bytes, line) == true, let facts = reader?.facts, let edition = reader?.edition,
      let name = reader?.name(in: bytes)
    else { return false }
    if straight[edition]?.answer(facts, case: name, into: &records) == true { return true }
    guard
      let quote = try? propose(policy.editions[edition], for: facts, case: name, label: nil, detail: reasons.detail)
    else { return false }
    records.add(quote, reasons, fingerprint: policy.fingerprint)
    return true
  }

  /// The ordinary way: a tree of JSON, a tree of the case, facts.
  private func quote(_ text: SourceText, _ number: Int, into records: inout BatchRecords) {
    do throws(CaseRefusal) {
      records.add(try policy.quote(text, detail: reasons.detail), reasons, fingerprint: policy.fingerprint)
    } catch {
      records.refuse(line: number, case: error.caseName, error.diagnostics, in: error.texts)
    }
  }
}
