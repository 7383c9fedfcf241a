// The words for the facts that the cases of a syntax problem carry; the switch over the problems is beside this.

extension SyntaxProblem.UnreadableCharacter {
  var message: String {
    switch self {
    case .wrongEncoding(.oldLineEnds, _): "the lines of this file end in carriage returns only"
    case .wrongEncoding: "this file is not text in UTF-8"
    case .control(let value): "a control character, \(Self.notation(value)), stands in the text"
    case .invisible(let value): "an invisible character, \(Self.notation(value)), stands in the text"
    }
  }

  var label: String {
    switch self {
    case .wrongEncoding(_, let more):
      more == 0 ? "seen here" : "seen here, and at \(more) more \(more == 1 ? "place" : "places")"
    case .control, .invisible: "here"
    }
  }

  var helps: [String] {
    switch self {
    case .wrongEncoding(let encoding, _): [encoding.help]
    case .control: ["take it out"]
    case .invisible: ["take it out; it can make a rule look other than it is"]
    }
  }

  private static func notation(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

extension SyntaxProblem.Encoding {
  var help: String {
    switch self {
    case .utf16: "the file looks like UTF-16; save it as UTF-8"
    case .gbk: "the file looks like GBK; save it as UTF-8"
    case .oldLineEnds: "save the file with line ends of the usual kind, LF or CR LF"
    case .noText: "the file looks like no text at all; rules and cases are plain text in UTF-8"
    case .unknown: "save the file as UTF-8"
    }
  }
}

extension SyntaxProblem.TextFault {
  var message: String {
    switch self {
    case .unknownEscape(let written): "`\(written)` means nothing in a text"
    case .emptyBraces: "nothing stands in these braces"
    case .loneBrace: "`}` closes nothing here"
    case .textInBraces: "a text cannot stand inside another one"
    case .fixedText: "nothing can be filled in here"
    }
  }

  var label: String {
    switch self {
    case .unknownEscape: "here"
    case .emptyBraces: "what is to be filled in?"
    case .loneBrace: "no `{` stands before it"
    case .textInBraces: "this opens a text inside the braces of another"
    case .fixedText: "this would be filled in"
    }
  }

  var helps: [String] {
    switch self {
    case .unknownEscape: ["only `\\\"`, `\\\\`, `\\{` and `\\}` are written with a backslash"]
    case .emptyBraces: ["write the name of a fact in them; for the character itself write `\\{`"]
    case .loneBrace: ["put `{` before what is filled in; for the character itself write `\\}`"]
    case .textInBraces: ["write the words outside the braces, or close the text before them"]
    case .fixedText: ["write the words themselves; for the character itself write `\\{`"]
    }
  }
}

extension SyntaxProblem.SizeLimit {
  var message: String {
    switch self {
    case .file(let bytes): "this file has \(bytes) bytes, more than 16 MB"
    case .nesting: "brackets and the like are nested more than \(Parser.deepestNesting) deep"
    case .chain: "this expression is too long"
    case .problems(let shown, let total): "only the first \(shown) of \(total) mistakes are shown"
    }
  }

  var label: String {
    switch self {
    case .file: "not read"
    case .nesting: "not read from here on"
    case .chain: "it begins here"
    case .problems: "there are more before this"
    }
  }

  var helps: [String] {
    switch self {
    case .file: ["split it into several files"]
    case .nesting, .chain: ["give parts of it names with `define`"]
    case .problems: ["mend these first, then look again"]
    }
  }
}

extension SyntaxProblem.Heading {
  var message: String {
    switch self {
    case .noPolicy(let found): "a policy should begin here, not \(found.noun)"
    case .noCase(let found): "a case should begin here, not \(found.noun)"
    case .secondPolicy(let name): "a second policy, `\(name)`, begins in this file"
    case .policyAmongCases: "this is a policy, and a case should stand here"
    case .caseAmongPolicies: "this is a case, and a policy should stand here"
    }
  }

  var label: String {
    switch self {
    case .noPolicy, .caseAmongPolicies: "`policy` should be the first word"
    case .noCase, .policyAmongCases: "`case` should be the first word"
    case .secondPolicy: "the second"
    }
  }

  var helps: [String] {
    switch self {
    case .noPolicy: ["begin with `policy NAME \"…\"`"]
    case .noCase: ["begin with `case NAME \"…\"`, then `policy NAME`"]
    case .secondPolicy: ["a policy is one file: move it to a file of its own"]
    case .policyAmongCases: ["policies are in files that end in `.redress`, cases in files that end in `.case`"]
    case .caseAmongPolicies: ["policies are in files that end in `.redress`, cases in files that end in `.case`"]
    }
  }
}

extension SyntaxProblem.Found {
  var noun: String {
    switch self {
    case .end: "the end of the file"
    case .text: "a text"
    case .piece(let piece): piece.isEmpty ? "nothing" : "`\(piece)`"
    }
  }
}

extension SyntaxProblem.Expectation {
  /// What should stand there, as the subject of a sentence.
  var noun: String {
    switch self {
    case .value: "a value"
    case .text: "a text in quotation marks"
    case .type: "a type"
    case .unit: "a unit"
    case .anyNumber: "a number"
    case .date: "a date"
    case .amount: "an amount"
    case .constant: "a plain value"
    case .caseValue: "a value"
    case .name(let role): Self.withArticle(role.rawValue)
    case .oneOf(let words): words.count == 1 ? "`\(words[0])`" : "one of \(Self.list(words))"
    case .clause(let words): words.isEmpty ? "a declaration" : "the next clause"
    case .operatorOrClause(let words):
      words.isEmpty ? "an operator or the next declaration" : "an operator or the next clause"
    }
  }

  var label: String {
    switch self {
    case .clause, .operatorOrClause: "what came before is complete"
    default: "here"
    }
  }

  var helps: [String] {
    switch self {
    case .value: ["a value is a number with its unit, a date, a fact, a definition, or a calculation with these"]
    case .text: ["write it as `\"…\"`"]
    case .type:
      [
        "types are `money`, `number`, `percent`, a unit, `date`, `time`, `text`, `yes or no`, a kind, `list of` a record"
      ]
    case .unit: ["units are such as `kg`, `days`, `CNY`"]
    case .anyNumber: ["write it in digits, such as `3` or `0.25`"]
    case .date: ["write it as `2026-03-05`"]
    case .amount: ["an amount is a number with its unit, such as `500 CNY` or `2 days`"]
    case .constant: ["write a number with its unit, a date or a word"]
    case .caseValue: ["write a number with its unit, a word, a date, `yes` or `no`, or a text in quotation marks"]
    case .name(.exceptionOf): ["write the name of another exception, or `all`"]
    case .name, .oneOf: []
    case .clause(let words), .operatorOrClause(let words):
      words.isEmpty ? [] : ["the next clause may be \(Self.list(words)); or the next declaration begins"]
    }
  }

  /// `a`, `b` or `c`.
  static func list(_ words: [String]) -> String {
    let quoted = words.map { "`\($0)`" }
    guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "" }
    return quoted.dropLast().joined(separator: ", ") + " or " + last
  }

  private static func withArticle(_ noun: String) -> String {
    noun.hasPrefix("name of") || noun.hasPrefix("code of") || noun.hasPrefix("word of") ? "the \(noun)" : "a \(noun)"
  }
}
