package import RedressDiagnostics
import RedressSyntax

/// Lines are joined up to so many columns.
let widestLine = 112

/// The policy in the one layout that policies have, with line feeds and a last line break; nil where the text does not
/// parse. Only spaces, line breaks and wide punctuation outside texts change.
package func formatted(policy text: SourceText) -> String? {
  guard let parse = layoutOfPolicy(text) else { return nil }
  let result = layOutPolicy(text, parse)
  return keepsEverything(parse, text, in: result, layoutOfPolicy) ? result : kept(text)
}

/// The cases in the one layout that cases have, with line feeds and a last line break; nil where the text does not parse.
package func formatted(cases text: SourceText) -> String? {
  guard let parse = layoutOfCases(text) else { return nil }
  let result = layOutCases(text, parse)
  return keepsEverything(parse, text, in: result, layoutOfCases) ? result : kept(text)
}

/// The policy laid out, unchecked.
func layOutPolicy(_ text: SourceText, _ parse: LayoutParse) -> String {
  var sheet = Sheet()
  PolicyLayout(Piece.read(parse, of: text)).write(to: &sheet)
  return sheet.text
}

/// The cases laid out, unchecked.
func layOutCases(_ text: SourceText, _ parse: LayoutParse) -> String {
  var sheet = Sheet()
  CaseLayout(Piece.read(parse, of: text)).write(to: &sheet)
  return sheet.text
}

/// Whether a text laid out says what the original does: the same tokens, taken for the same things, and the same comments.
///
/// Money hangs on it, so that it is looked at each time: a layout that would change anything is not handed out.
private func keepsEverything(
  _ parse: LayoutParse, _ text: SourceText, in result: String, _ read: (SourceText) -> LayoutParse?
) -> Bool {
  let laidOut = SourceText(name: text.name, text: result)
  guard let again = read(laidOut), again.tokens.count == parse.tokens.count,
    again.comments.count == parse.comments.count
  else { return false }
  let hasSameTokens = zip(parse.tokens, again.tokens).allSatisfy { before, after in
    before.text == after.text && before.opening == after.opening && before.isGlued == after.isGlued
      && before.isSign == after.isSign
  }
  return hasSameTokens
    && zip(parse.comments, again.comments).allSatisfy { comment($0, of: text) == comment($1, of: laidOut) }
}

/// The text as it stands.
private func kept(_ text: SourceText) -> String { String(decoding: text.bytes, as: UTF8.self) }

/// The letters of a comment, without spaces at its end.
func comment(_ span: Span, of text: SourceText) -> String {
  var end = Int(span.end)
  while end > Int(span.start), text.bytes[end - 1] <= UInt8(ascii: " ") { end -= 1 }
  return String(decoding: text.bytes[Int(span.start)..<end], as: UTF8.self)
}
