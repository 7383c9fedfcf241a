/// A diagnostic as one line of JSON, for other programs:
///
///     {"code":…,"message":…,"place":…,"labels":[{"primary":…,"text":…,"place":…}],"helps":[…]}
///
/// A place is `{"file":…,"line":…,"column":…,"end":{"line":…,"column":…}}`, in lines and characters counted from 1,
/// the end being the first character after it; null where there is none. The primary label comes first.
package func json(of diagnostic: Diagnostic, in texts: SourceTexts) -> String {
  var json = JSONWriter(.compact)
  write(diagnostic, to: &json, in: texts)
  return json.text
}

/// Writes a diagnostic as the next value of a longer document.
package func write(_ diagnostic: Diagnostic, to json: inout JSONWriter, in texts: SourceTexts) {
  json.object { json in
    json.member("code", diagnostic.code)
    json.member("message", diagnostic.message)
    write(diagnostic.primary?.span, to: &json, in: texts)
    json.array("labels") { json in
      if let primary = diagnostic.primary { write(primary, isPrimary: true, to: &json, in: texts) }
      for label in diagnostic.secondary { write(label, isPrimary: false, to: &json, in: texts) }
    }
    json.array("helps") { json in
      for help in diagnostic.helps { json.element(help) }
    }
  }
}

private func write(_ label: Diagnostic.Label, isPrimary: Bool, to json: inout JSONWriter, in texts: SourceTexts) {
  json.object { json in
    json.member("primary", isPrimary)
    json.member("text", label.text)
    write(label.span, to: &json, in: texts)
  }
}

private func write(_ span: Span?, to json: inout JSONWriter, in texts: SourceTexts) {
  guard let span, let text = texts.text(of: span.source) else {
    json.null("place")
    return
  }
  let start = text.position(at: span.start)
  let end = text.position(at: max(span.start, span.end))
  json.object("place") { json in
    json.member("file", text.name)
    json.member("line", start.line)
    json.member("column", start.column)
    json.object("end") { json in
      json.member("line", end.line)
      json.member("column", end.column)
    }
  }
}
