package import RedressDiagnostics
package import RedressSyntax

/// The cases of one text, and what could not be read of it.
package struct CaseDocument: Sendable {
  package let cases: [CaseSyntax]
  package let problems: [Diagnostic]

  package init(cases: [CaseSyntax], problems: [Diagnostic]) {
    self.cases = cases
    self.problems = problems
  }
}

/// Reads the cases a text holds: one or several of a `.case` file, or in JSON one object or an array of them.
///
/// A case in JSON becomes the same tree, with its places in the JSON text. Where there are problems, the cases are what
/// could be read all the same.
package func readCases(_ text: SourceText, as source: SourceID, isJSON: Bool) -> CaseDocument {
  guard isJSON else {
    let parse = parseCases(text, as: source)
    return CaseDocument(cases: parse.cases, problems: parse.problems.map(\.diagnostic))
  }
  let (value, problems) = parseJSON(text, as: source)
  guard let value else { return CaseDocument(cases: [], problems: problems.map(\.diagnostic)) }
  var reader = JSONCaseReader()
  let cases = reader.cases(in: value)
  return CaseDocument(cases: cases, problems: reader.problems.map { $0.diagnostic })
}
