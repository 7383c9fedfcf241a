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

  /// Quotes every case of a block; the records stand in its order, one a line.
  func records(of block: LineBlock) -> BatchRecords {
    var records = BatchRecords(sequence: block.sequence)
    if let length = block.droppedLength {
      records.refuse(line: block.firstLine, case: nil, [tooLong(length)], in: texts)
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
      return refuse([notOneCase(document.cases.count, Span(source, 0, text.bytes.count))])
    }
    guard syntax.policy.text == policy else { return refuse([otherPolicy(syntax.policy)]) }
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
        program, for: facts, case: syntax.name.text, label: syntax.label?.plain, explaining: false)
      records.add(quote, reasons, fingerprint: fingerprint)
    } catch {
      refuse([error.diagnostic(of: syntax)])
    }
  }

  private func tooLong(_ length: Int) -> Diagnostic {
    Diagnostic(
      code: "R0616", message: "the line has \(length) bytes; the longest that is read has \(LineBlocks.longestLine)",
      primary: nil, helps: ["one case stands on each line"])
  }

  private func notOneCase(_ count: Int, _ span: Span) -> Diagnostic {
    Diagnostic(
      code: "R0617", message: "the line holds \(count) cases", primary: .init(span, "one case stands on each line"),
      helps: ["write each case on a line of its own"])
  }

  private func otherPolicy(_ name: Name) -> Diagnostic {
    Diagnostic(
      code: "R0618", message: "the case is one of the policy `\(name.text)`",
      primary: .init(name.span, "this batch quotes cases of `\(policy)`"),
      helps: ["give each policy's cases to a batch of their own, for example `redress batch \(name.text)`"])
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

  /// A record in place of a proposal: `{"line":17,"case":…,"refused":[…]}`.
  mutating func refuse(line: Int, case name: String?, _ diagnostics: [Diagnostic], in texts: SourceTexts) {
    json.object { json in
      json.member("schema", "redress/batch/1")
      json.member("line", line)
      json.member("case", name)
      json.array("refused") { json in
        for diagnostic in diagnostics { write(diagnostic, to: &json, in: texts) }
      }
    }
    json.lineBreak()
    summary.refused += 1
  }
}
