package import RedressDiagnostics

extension JSONProblem {
  /// The problem in words, with its place and what to write instead.
  package var diagnostic: Diagnostic {
    switch self {
    case .empty(let span):
      Diagnostic(
        code: "R0410", message: "there is nothing in this JSON text", primary: .init(span, "a case was expected"),
        helps: [#"a case begins like this: `{ "case": "…", "policy": "…" }`"#])
    case .unexpected(let found, let expected, let span):
      unexpected(found, expected, span)
    case .unclosed(let bracket, let opening):
      Diagnostic(
        code: "R0411", message: "`\(bracket.opening)` is not closed before the end of the text",
        primary: .init(opening, "opened here"),
        helps: ["add `\(bracket.closing)` where it ends; if you did not write this by hand, the text may be cut off"])
    case .foreign(let notation, let span):
      notation.diagnostic(span)
    case .number(let fault, let text, let span):
      fault.diagnostic(text, span)
    case .string(let fault, let span):
      fault.diagnostic(span)
    case .duplicateName(let name, let first, let second):
      Diagnostic(
        code: "R0415", message: "`\(name)` is stated twice", primary: .init(second, "stated again here"),
        secondary: [.init(first, "first stated here")], helps: ["keep the one that is right"])
    case .tooDeep(let limit, let span):
      Diagnostic(
        code: "R0416", message: "brackets stand inside brackets more than \(limit) deep",
        primary: .init(span, "this one is too deep"), helps: ["a case needs no more than a few levels of brackets"])
    case .tooLong(let span):
      Diagnostic(
        code: "R0416", message: "this text is larger than 2 gigabytes", primary: .init(span, "too large to read"),
        helps: ["give the cases in several files"])
    case .notUTF8(let span):
      Diagnostic(
        code: "R0417", message: "this text is not written in UTF-8", primary: .init(span, "unreadable from here"),
        helps: ["save the file again with the encoding UTF-8"])
    case .byteOrderMark(let span):
      Diagnostic(
        code: "R0417", message: "this text begins with two invisible byte order marks",
        primary: .init(span, "the second one"), helps: ["save the file as UTF-8 without byte order mark (BOM)"])
    case .sixteenBits(let span):
      Diagnostic(
        code: "R0417", message: "this text is written in UTF-16, not in UTF-8",
        primary: .init(span, "the mark of UTF-16"), helps: ["save the file again with the encoding UTF-8"])
    case .trailing(let span, let isAnotherDocument):
      Diagnostic(
        code: "R0418", message: "something follows after the end of the JSON text",
        primary: .init(span, "nothing may stand here"),
        helps: [
          isAnotherDocument
            ? "several cases in one file stand in an array: `[ { … }, { … } ]`"
            : "delete it, or look for a bracket that closes too early"
        ])
    }
  }

  private func unexpected(_ found: String, _ expected: JSONExpectation, _ span: Span) -> Diagnostic {
    let message: (String) -> String = { right in
      found.isEmpty ? "the text ends where \(right) is expected" : "`\(found)` stands where \(right) is expected"
    }
    switch expected {
    case .value:
      return Diagnostic(
        code: "R0411", message: message("a value"), primary: .init(span, "a value is expected"),
        helps: ["a value is `\"text\"`, a number, `true`, `false`, `null`, a list `[ … ]` or an object `{ … }`"])
    case .name:
      return Diagnostic(
        code: "R0411", message: message("a name in double quotes"), primary: .init(span, "a name is expected"),
        helps: [#"write each fact as `"name": value`"#])
    case .colon:
      return Diagnostic(
        code: "R0411", message: message("`:`"), primary: .init(span, "`:` is expected after the name"),
        helps: [#"write each fact as `"name": value`"#])
    case .end(let bracket, let opening):
      let help =
        found == "\"" || found.isEmpty
        ? #"add the missing `,` before it; a `"` inside a text is written `\"`"#
        : "separate values with `,`; a text, a date and a quantity stand in double quotes, such as `\"3 kg\"`"
      return Diagnostic(
        code: "R0411", message: message("`,` or `\(bracket.closing)`"),
        primary: .init(span, "`,` or `\(bracket.closing)` is expected"),
        secondary: [.init(opening, "this `\(bracket.opening)` is still open")], helps: [help])
    }
  }
}

extension JSONBracket {
  fileprivate var opening: String { self == .object ? "{" : "[" }
  fileprivate var closing: String { self == .object ? "}" : "]" }
}

extension JSONForeignNotation {
  fileprivate func diagnostic(_ span: Span) -> Diagnostic {
    func diagnostic(_ message: String, _ label: String, _ help: String) -> Diagnostic {
      Diagnostic(code: "R0412", message: message, primary: .init(span, label), helps: [help])
    }
    switch self {
    case .comment:
      return diagnostic("JSON has no comments", "a comment", "delete it; a `.case` file may have comments")
    case .singleQuotes:
      return diagnostic("JSON has no single quotes", "in single quotes", #"put texts and names in `"…"`"#)
    case .typographicQuotes:
      return diagnostic("JSON has only straight double quotes", "other quotes", #"put texts and names in `"…"`"#)
    case .fullWidthMark(let mark, let write):
      return diagnostic("`\(mark)` is a full-width mark, which JSON does not have", "this mark", "write `\(write)`")
    case .oddBlank:
      return diagnostic("this blank is none of the blanks of JSON", "an unusual blank", "replace it by a space")
    case .trailingComma:
      return diagnostic("nothing follows this comma", "a comma too many", "delete the comma")
    case .notANumber(let word):
      return diagnostic(
        "`\(word)` is not a number", "no amount can be calculated from this",
        "write the number, or `null` where it is not known")
    case .foreignWord(let word, let write):
      return diagnostic("`\(word)` is written `\(write)` in JSON", "another language's word", "write `\(write)`")
    case .bareWord(let word):
      return diagnostic("`\(word)` stands without quotes", "no quotes", "write `\"\(word)\"`")
    }
  }
}

extension JSONNumberFault {
  fileprivate func diagnostic(_ text: String, _ span: Span) -> Diagnostic {
    func diagnostic(_ label: String, _ help: String) -> Diagnostic {
      let shown = text.count > 40 ? text.prefix(40) + "…" : text[...]
      return Diagnostic(
        code: "R0413", message: "`\(shown)` is not a number in JSON", primary: .init(span, label), helps: [help])
    }
    switch self {
    case .plus:
      return diagnostic("a plus sign stands before it", "write `\(text.drop { $0 == "+" })`")
    case .leadingZero:
      return diagnostic("it begins with a needless 0", "delete the 0 at the front; a number has no comma inside")
    case .noDigitBeforePoint:
      return diagnostic("no digit stands before the point", "write a 0 before the point, such as `0.5`")
    case .noDigitAfterPoint:
      return diagnostic("no digit stands after the point", "add the digits or delete the point")
    case .noExponent:
      return diagnostic("no digits stand after the `e`", "write the number in full")
    case .separators:
      return diagnostic("a number has only digits and a point", "write `\(text.filter { $0 != "," && $0 != "_" })`")
    case .notOnlyDigits:
      return diagnostic(
        "more than digits and a point", "a quantity, a percentage and a date are texts: write `\"\(text)\"`")
    }
  }
}

extension JSONStringFault {
  fileprivate func diagnostic(_ span: Span) -> Diagnostic {
    func diagnostic(_ message: String, _ label: String, _ help: String) -> Diagnostic {
      Diagnostic(code: "R0414", message: message, primary: .init(span, label), helps: [help])
    }
    switch self {
    case .unclosed:
      return diagnostic(
        "this text has no closing quote on its line", "it begins here",
        #"close it with `"`; a line break inside a text is written `\n`"#)
    case .controlCharacter:
      return diagnostic(
        "a control character stands inside a text", "this character cannot be seen",
        #"delete it; a tab is written `\t`, a line break `\n`"#)
    case .escape(let text):
      return diagnostic(
        "`\(text)` means nothing inside a text", "not known after `\\`",
        #"a backslash itself is written `\\`; there are `\"`, `\\`, `\/`, `\b`, `\f`, `\n`, `\r`, `\t` and `\u0041`"#)
    case .loneSurrogate(let text):
      return diagnostic(
        "`\(text)` is only half of a character", "its other half is missing",
        #"write both halves, such as `\ud83d\ude00`, or the character itself"#)
    }
  }
}
