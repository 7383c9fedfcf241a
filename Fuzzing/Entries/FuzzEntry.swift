import RedressDiagnostics

/// A way into the language that takes any bytes: none of them may end the process or take long, and what comes out
/// must keep its promises.
package enum FuzzEntry: String, CaseIterable, Sendable {
  /// The bytes are a policy: read, checked, compiled, and evaluated if it holds.
  case rules
  /// The bytes are a case file, put to each policy of the rule book.
  case `case`
  /// The bytes are cases in JSON, put to each policy of the rule book.
  case json
  /// The bytes decide what facts a case states.
  case facts

  /// Runs the bytes through the entry.
  ///
  /// - Returns: what of the promises is broken; nothing if all is well.
  package func brokenPromises(of bytes: [UInt8], in book: FuzzBook) -> [String] {
    switch self {
    case .rules: RulesEntry(book: book).run(bytes)
    case .case: CaseEntry(book: book, isJSON: false).run(bytes)
    case .json: CaseEntry(book: book, isJSON: true).run(bytes)
    case .facts: FactsEntry(book: book).run(bytes)
    }
  }
}

/// Lays out diagnostics in every way people and programs get to see them.
///
/// - Returns: what is wrong with the layouts.
func brokenPromises(ofShowing diagnostics: [Diagnostic], in texts: SourceTexts) -> [String] {
  var broken: [String] = []
  let plain = layout(all: diagnostics, in: texts, style: .plain)
  if let scalar = commandingScalar(in: plain) {
    broken.append("a diagnostic lets a control character through: \(scalar)")
  }
  _ = layout(all: diagnostics, in: texts, style: .colour)
  for diagnostic in diagnostics {
    _ = json(of: diagnostic, in: texts)
    if diagnostic.message.isEmpty { broken.append("\(diagnostic.code) says nothing") }
    for label in [diagnostic.primary].compactMap({ $0 }) + diagnostic.secondary {
      guard let text = texts.text(of: label.span.source) else {
        broken.append("\(diagnostic.code) points at a text that is not there")
        continue
      }
      if label.span.start < 0 || label.span.end < label.span.start || Int(label.span.end) > text.bytes.count {
        broken.append("\(diagnostic.code) points outside its text: \(label.span.start) to \(label.span.end)")
      }
    }
  }
  return broken
}

/// The first character of a text that could command a terminal.
func commandingScalar(in text: String) -> String? {
  let found = text.unicodeScalars.first { ($0.value < 0x20 && $0 != "\n") || (0x7F...0x9F).contains($0.value) }
  return found.map { "U+" + String($0.value, radix: 16, uppercase: true) }
}
