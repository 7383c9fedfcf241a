import RedressCases
import RedressDiagnostics
import RedressEngine
import RedressRendering
import RedressSyntax
import RedressValues
import RedressWorkbench

/// What a batch does to every case: the same editions, the same form of answer.
struct BatchWork: Sendable {
  let policy: String
  let editions: [Program]
  let fingerprint: String
  let reasons: BatchReasons
  /// The texts of the rules, for places of refusals.
  let texts: SourceTexts
  /// Reads what is plainly right; each block has a copy, so that its storage serves the block. Nil where everything
  /// goes the ordinary way.
  let reader: CaseByteReader?

  init(policy: String, editions: [Program], fingerprint: String, reasons: BatchReasons, texts: SourceTexts) {
    self.policy = policy
    self.editions = editions
    self.fingerprint = fingerprint
    self.reasons = reasons
    self.texts = texts
    reader = CaseByteReader(editions)
  }

  /// Quotes every case of a block; the records stand in its order, one a line.
  func records(of block: LineBlock) -> BatchRecords {
    var records = BatchRecords(sequence: block.sequence, size: block.bytes.count)
    if let length = block.droppedLength {
      let problem = BatchProblem.lineTooLong(length: length, longest: LineBlocks.longestLine)
      records.refuse(line: block.firstLine, case: nil, [problem.diagnostic], in: texts)
      return records
    }
    var reader = reader
    var number = block.firstLine
    var start = 0
    while start < block.bytes.count {
      let end = block.bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? block.bytes.count
      if !quote(block.bytes, start..<end, &reader, into: &records), !isBlank(block.bytes[start..<end]) {
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
    _ bytes: [UInt8], _ line: Range<Int>, _ reader: inout CaseByteReader?, into records: inout BatchRecords
  ) -> Bool {
    guard reader?.read(bytes, line) == true, let facts = reader?.facts, let edition = reader?.edition,
      let name = reader?.name,
      let quote = try? propose(editions[edition], for: facts, case: name, label: nil, detail: reasons.detail)
    else { return false }
    records.add(quote, reasons, fingerprint: fingerprint)
    return true
  }

  /// The ordinary way: a tree of JSON, a tree of the case, facts.
  private func quote(_ text: SourceText, _ number: Int, into records: inout BatchRecords) {
    let source = SourceID(texts.all.count)
    let document = readCases(text, as: source, isJSON: true)
    func refuse(_ diagnostics: [Diagnostic]) {
      var texts = texts
      _ = texts.add(text)
      let name = document.cases.first?.name.text
      records.refuse(line: number, case: name?.isEmpty == false ? name : nil, diagnostics, in: texts)
    }
    guard document.problems.isEmpty else { return refuse(document.problems) }
    guard let syntax = document.cases.first, document.cases.count == 1 else {
      let problem = BatchProblem.notOneCase(count: document.cases.count, Span(source, 0, text.bytes.count))
      return refuse([problem.diagnostic])
    }
    guard syntax.policy.text == policy else {
      return refuse([BatchProblem.otherPolicy(syntax.policy, batch: policy).diagnostic])
    }
    let program: Program
    do throws(EditionProblem) {
      program = try edition(among: editions, for: syntax)
    } catch {
      return refuse([error.diagnostic])
    }
    let binding = bind(syntax, to: program)
    guard let facts = binding.facts else { return refuse(binding.problems.map { $0.diagnostic }) }
    do throws(Refusal) {
      let quote = try propose(
        program, for: facts, case: syntax.name.text, label: syntax.label?.plain, detail: reasons.detail)
      records.add(quote, reasons, fingerprint: fingerprint)
    } catch {
      refuse([error.diagnostic(of: syntax)])
    }
  }
}
