package import RedressDiagnostics

/// A case that gets no proposal, as JSON: a document of the schema `redress/quote/1` with the findings that speak
/// against it in place of proposals, one finding a row.
///
/// - Parameters:
///   - case: nil where the case could not be read far enough to know its name; `policy` likewise.
///   - texts: those the findings point into.
package func json(
  refused diagnostics: [Diagnostic], case name: String?, policy: String?, in texts: SourceTexts
) -> String {
  let findings = diagnostics.map { "    " + json(of: $0, in: texts) }.joined(separator: ",\n")
  return """
    {
      "schema": \(quoted(quoteSchemaName)),
      "case": \(quoted(name)),
      "policy": \(quoted(policy)),
      "refused": [
    \(findings)
      ]
    }
    """
}

private func quoted(_ text: String?) -> String {
  var json = JSONWriter(.compact)
  if let text { json.element(text) } else { json.null() }
  return json.text
}

/// Writes a record in place of a proposal: `{"schema":…,"line":17,"case":…,"refused":[…]}`.
///
/// - Parameters:
///   - line: of the input, from 1; nil where the case stands by itself.
///   - name: nil where the case could not be read far enough to know its name.
package func write(
  refusalInLine line: Int?, case name: String?, _ diagnostics: [Diagnostic], to json: inout JSONWriter,
  in texts: SourceTexts
) {
  json.object { json in
    json.member("schema", "redress/batch/1")
    if let line { json.member("line", line) } else { json.null("line") }
    json.member("case", name)
    json.array("refused") { json in
      for diagnostic in diagnostics { write(diagnostic, to: &json, in: texts) }
    }
  }
}
