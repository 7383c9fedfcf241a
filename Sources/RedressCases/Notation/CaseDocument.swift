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
    return CaseDocument(
      cases: parse.cases,
      problems: parse.problems.map(\.diagnostic) + repeatedNames(in: parse.cases).map { $0.diagnostic })
  }
  let (value, problems) = parseJSON(text, as: source)
  guard let value else { return CaseDocument(cases: [], problems: problems.map(\.diagnostic)) }
  var reader = JSONCaseReader()
  let cases = reader.cases(in: value)
  return CaseDocument(cases: cases, problems: (reader.problems + repeatedNames(in: cases)).map { $0.diagnostic })
}

/// Cases whose name another one before them has: results are told apart by it.
private func repeatedNames(in cases: [CaseSyntax]) -> [CaseProblem] {
  var places: [String: Span] = [:]
  return cases.compactMap { syntax in
    let name = syntax.name
    if let first = places[name.text] { return .twice(.caseName, name: name.text, first: first, second: name.span) }
    places[name.text] = name.span
    return nil
  }
}

/// Which findings about cases say more than what could not be read of their text: those that lie elsewhere.
package func withoutFollowUps(_ findings: [Diagnostic], of reading: [Diagnostic]) -> [Diagnostic] {
  let unread = reading.compactMap(\.primary?.span)
  return findings.filter { finding in
    let places = [finding.primary].compactMap { $0?.span } + finding.secondary.map(\.span)
    return !places.contains { place in unread.contains { $0.touches(place) } }
  }
}

extension Span {
  fileprivate func touches(_ other: Span) -> Bool {
    source == other.source && start <= other.end && other.start <= end
  }
}
