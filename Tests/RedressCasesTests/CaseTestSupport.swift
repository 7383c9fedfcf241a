import RedressCases
import RedressDiagnostics
import RedressEngine
import RedressSyntax
import RedressValues
import Testing

/// The entries of a case file, as a whole case of the sample policy.
func caseText(_ given: String, claimed: String? = nil, header: String = "") -> String {
  let claims = claimed.map { "claimed\n\($0)\n" } ?? ""
  return "case late\n  policy parcels\n  \(header)\n\(claims)given\n\(given)\n"
}

/// A case in JSON with these facts.
func caseJSON(_ given: String, more: String = "") -> String {
  #"{ "case": "late", "policy": "parcels", \#(more)"given": { \#(given) } }"#
}

func read(_ text: String, isJSON: Bool = false) -> CaseDocument {
  readCases(SourceText(name: "test", text: text), as: SourceID(0), isJSON: isJSON)
}

/// The diagnostics of reading a case and, if it can be read, of binding it to the sample program.
func diagnostics(_ text: String, isJSON: Bool = false) -> [Diagnostic] {
  let document = read(text, isJSON: isJSON)
  guard document.problems.isEmpty, let syntax = document.cases.first else { return document.problems }
  return bind(syntax, to: Sample.program).problems.map { $0.diagnostic }
}

/// The facts of a case that is right.
func facts(_ text: String, isJSON: Bool = false) throws -> Facts {
  let document = read(text, isJSON: isJSON)
  #expect(document.problems.map(\.message) == [])
  let binding = bind(try #require(document.cases.first), to: Sample.program)
  #expect(binding.problems.map { $0.diagnostic.message } == [])
  return try #require(binding.facts)
}

extension Facts {
  func stated(_ fact: String) -> Stated {
    Sample.program.schema.facts.firstIndex { $0.name == fact }.map { values[$0] } ?? .notStated
  }

  /// Everything stated, in a form that can be compared.
  var summary: [String] {
    var lines = zip(Sample.program.schema.facts, values).map { "\($0.name) = \(describe($1))" }
    for (position, (record, table)) in zip(Sample.program.schema.records, tables).enumerated() {
      for (index, name) in rowNames(of: position).enumerated() {
        let cells = table.cells[(index * table.fieldCount)..<((index + 1) * table.fieldCount)]
        lines.append("\(record.name) \(name): " + cells.map { describe($0) }.joined(separator: ", "))
      }
    }
    lines += details.map { "detail \($0 ?? "-")" }
    lines += claimed.map { "claimed \($0.map { $0.decimalText(upTo: 6) } ?? "-")" }
    lines += choices.map { "choice \($0.map { String($0) } ?? "-")" }
    lines.append("dated \(dated.map { $0.description } ?? "-")")
    return lines
  }

  func rowNames(of record: Int) -> [String] {
    (0..<tables[record].rowCount).map { rowName($0, of: record, in: Sample.program.schema) ?? "?" }
  }

  func describe(_ stated: Stated) -> String {
    switch stated {
    case .notStated: "-"
    case .number(let number): "number " + number.decimalText(upTo: 9)
    case .ordinal(let ordinal): "ordinal \(ordinal)"
    case .text(let text): "text " + texts[Int(text)]
    case .rows(let first, let count): "rows \(first) \(count)"
    }
  }
}
