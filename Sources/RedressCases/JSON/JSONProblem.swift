package import RedressDiagnostics

/// What can be wrong with a text that should be JSON.
package enum JSONProblem: Hashable, Sendable {
  case empty(Span)
  /// Something stands where only other things can. What was found is empty at the end of the text.
  case unexpected(found: String, expected: JSONExpectation, Span)
  /// The text ends before a bracket is closed.
  case unclosed(bracket: JSONBracket, opening: Span)
  /// Something follows the value; another document perhaps.
  case trailing(Span, isAnotherDocument: Bool)
  case foreign(JSONForeignNotation, Span)
  case number(JSONNumberFault, text: String, Span)
  case string(JSONStringFault, Span)
  case duplicateName(String, first: Span, second: Span)
  case tooDeep(limit: Int, Span)
  case tooLong(Span)
  case notUTF8(Span)
  case byteOrderMark(Span)
  case sixteenBits(Span)
}

/// The brackets of JSON.
package enum JSONBracket: Hashable, Sendable {
  case object
  case array
}

/// What can stand at a place of a JSON text.
package enum JSONExpectation: Hashable, Sendable {
  case value
  case name
  case colon
  /// A comma or the closing bracket.
  case end(of: JSONBracket, opening: Span)
}

/// What other notations have and JSON has not.
package enum JSONForeignNotation: Hashable, Sendable {
  case comment
  case singleQuotes
  case typographicQuotes
  /// Such as `：`, where `write` is the mark to write.
  case fullWidthMark(String, write: String)
  /// A blank that is neither space, tab nor line break.
  case oddBlank
  case trailingComma
  /// `NaN`, `Infinity` and their like.
  case notANumber(String)
  /// A word of another language for what JSON writes as `write`, such as `True`.
  case foreignWord(String, write: String)
  /// A name or text without quotes.
  case bareWord(String)
}

/// How a number can fail to be one.
package enum JSONNumberFault: Hashable, Sendable {
  case plus
  case leadingZero
  case noDigitBeforePoint
  case noDigitAfterPoint
  case noExponent
  case separators
  /// Something else is glued to it: a unit, a percent sign, the rest of a date.
  case notOnlyDigits
}

/// How a text in quotes can be broken.
package enum JSONStringFault: Hashable, Sendable {
  case unclosed
  case controlCharacter
  /// What stands after `\` is no escape; the text is the whole of what was read.
  case escape(String)
  /// Half of a pair of `\u` escapes that together write one character.
  case loneSurrogate(String)
}
