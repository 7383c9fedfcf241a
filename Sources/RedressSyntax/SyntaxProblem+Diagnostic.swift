package import RedressDiagnostics

extension SyntaxProblem {
  /// The problem in words, with what would be right.
  package var diagnostic: Diagnostic {
    switch self {
    case .unreadable(let character, let span):
      finding("R0101", character.message, span, character.label, character.helps)
    case .strayCharacter(let character, let instead, let span):
      finding(
        "R0102", "`\(character)` means nothing here", span, "not a character of the language",
        [instead.map { "write `\($0)`" } ?? "take it out; names are words of letters, digits and `_`"])
    case .foreignComment(let sign, let span):
      finding("R0102", "`\(sign)` begins no comment", span, "here", ["a comment begins with `#`"])
    case .unopenedText(let span):
      finding(
        "R0103", "this quotation mark closes a text that was not opened", span, "closed here",
        ["put `\"` before the first word of the text too"])
    case .unterminatedText(let isBrace, let span):
      isBrace
        ? finding(
          "R0103", "what is filled in here does not end", span, "opened here, and the text ends before `}`",
          ["close it with `}`; for the character itself write `\\{`"])
        : finding(
          "R0103", "this text does not end on its line", span, "opened here",
          [
            "close it with `\"` before the line ends; a long text may be broken into two sentences, never into two lines"
          ])
    case .textContent(let fault, let span):
      finding("R0104", fault.message, span, fault.label, fault.helps)
    case .commaInNumber(let number, let suggestion, let span):
      finding(
        "R0105", "`\(number)` has a comma", span, "a comma separates things, and a point is the decimal mark",
        ["write `\(suggestion)`; if these are several values, put a space behind each comma"])
    case .malformedNumber(let number, let suggestion, let span):
      finding(
        "R0106", "`\(number)` is not a number as rules write it", span, "this number",
        [
          suggestion.map { "write `\($0)`" }
            ?? "a number has digits, `_` between groups and at most one point: `1_000.50`"
        ])
    case .exponent(let number, let span):
      finding(
        "R0106", "`\(number)` is written with an exponent", span, "this number",
        ["write all its digits, with `_` between groups: `1_000_000`"])
    case .malformedDate(let written, let suggestion, let isTime, let span):
      finding(
        "R0107", "`\(written)` is not a \(isTime ? "time" : "date") as rules write it", span,
        isTime ? "a time stands behind its date: `2026-03-05 14:00`" : "a date is year, month, day: `2026-03-05`",
        suggestion.map { ["write `\($0)`"] } ?? [])
    case .unclearEdge(let low, let high, let place, let span):
      finding(
        "R0108", "`\(low)-\(high)` does not say whether \(high) belongs to it", span, "from where to where?",
        place == .cell
          ? [
            "write `\(low) to \(high)`: both ends belong to it", "or `from \(low) to under \(high)`: \(high) does not",
          ]
          : ["write `\(place == .bounds ? "from " : "")\(low) to \(high)`: both ends belong to it"])
    case .limit(let limit, let span):
      finding("R0109", limit.message, span, limit.label, limit.helps)
    case .heading(let heading, let span):
      finding("R0110", heading.message, span, heading.label, heading.helps)
    case .unknownWord(let word, let near, let isDeclaration, let expected, let span):
      finding(
        "R0111", isDeclaration ? "no declaration begins with `\(word)`" : "`\(word)` is no word of the language here",
        span, near.map { "did you mean `\($0)`?" } ?? "unknown here",
        near.map { ["write `\($0)`"] } ?? Self.unknownWordHelps(isDeclaration, expected))
    case .unexpected(let found, let expectation, let span):
      finding(
        "R0112", "\(expectation.noun) should stand here, not \(found.noun)", span, expectation.label, expectation.helps)
    case .within(let span):
      finding(
        "R0112", "`within` is no word of the language", span, "a comparison or a deadline is meant",
        [
          "to compare, write `<=`: `notified_on <= 7 days after delivered_on`",
          "a time for paying is a deadline of its own: `deadline payment is 7 days after …`",
        ])
    case .missing(let expectation, let span):
      finding(
        "R0112", "\(expectation.noun) is missing", span, "behind this", expectation.helps)
    case .reservedName(let word, let suggestion, let span):
      finding(
        "R0113", "`\(word)` is a word of the language", span, "so it cannot be a name",
        ["call it for example `\(suggestion)`"])
    case .missingReason(let reasoned, let span):
      finding("R0115", reasoned.message, span, "no reason is given", [reasoned.help])
    case .missingPart(let period, let example, let span):
      finding(
        "R0116", "nothing says what a part of \(period) counts", span,
        example.map { "what happens with \($0.quantity)?" } ?? "what happens between two of these?",
        Self.partHelps(example))
    case .isInCondition(let suggestion, let span):
      finding(
        "R0117", "`is` gives a value; here something is asked", span, "a question is asked with `=`",
        ["write `\(suggestion)`"])
    case .mixedLogic(let readings, let first, let second):
      finding(
        "R0118", "`and` and `or` together can be read in two ways", first, "which belongs together?",
        readings.isEmpty
          ? ["put brackets around what belongs together"] : readings.map { "write `\($0)`" },
        [Diagnostic.Label(second, "and this?")])
    case .ofInSum(let readings, let span):
      finding(
        "R0119", "a percentage of a sum, or a sum with a percentage in it?", span, "this can be read in two ways",
        readings.isEmpty ? ["put brackets around what belongs together"] : readings.map { "write `\($0)`" })
    case .needsBrackets(let bracketed, let suggestion, let span):
      finding(
        "R0120", bracketed.message, span, "where does this end?",
        [suggestion.map { "write `\($0)`" } ?? "put brackets around it"])
    case .perAfterDivision(let suggestion, let span):
      finding(
        "R0121", "a rate behind `/` can be read in two ways", span, "is everything divided by this?",
        [suggestion.map { "write `\($0)`" } ?? "put it in brackets"])
    case .chainedComparison(let span):
      finding(
        "R0122", "one comparison follows another", span, "only two things are compared at a time",
        ["write two comparisons with `and` between them: `a < b and b < c`"])
    case .unnamedException(let lacksName, let suggestion, let span):
      finding(
        "R0123", lacksName ? "this exception has no name" : "this exception has no colon behind its name", span,
        "a name and a colon stand behind `except`",
        [
          suggestion.map { "write `\($0)`" }
            ?? "write `except NAME: VALUE when …`, for example `except late_notice: nothing when notified_late`"
        ])
    case .unconditionalException(let name, let span):
      finding(
        "R0124", "the exception `\(name)` does not say when it holds", span, "no condition",
        ["add `when …` behind its value"])
    case .repeatedClause(let clause, let first, let span):
      finding(
        "R0125", "`\(clause)` stands here a second time", span, "only one is possible",
        ["take one of them out"], [Diagnostic.Label(first, "the first is here")])
    case .misplacedClause(let clause, let misplacement, let span):
      finding("R0126", "`\(clause)` cannot stand here", span, misplacement.label, misplacement.helps)
    case .incomplete(let incomplete, let span):
      finding("R0127", incomplete.message, span, incomplete.label, [incomplete.help])
    case .unitOnNextLine(let number, let unit, let span, let numberSpan):
      finding(
        "R0128", "a unit stands on the line of its number", span, "this is on a line of its own",
        ["write `\(number) \(unit)` on one line"], [Diagnostic.Label(numberSpan, "its number is here")])
    case .unknownClass(let word, let near, let span):
      finding(
        "R0129", "`\(word)` is no class of items", span, near.map { "did you mean `\($0)`?" } ?? "unknown class",
        ["the classes are compensation, costs, penalty, goodwill, refund and consequential"])
    case .waiving(let waiving, let span):
      finding("R0130", waiving.message, span, waiving.label, [waiving.help])
    case .rowLength(let cells, let columns, let place, let span, let header):
      finding(
        "R0131", Self.rowLength(cells, columns, place, hasHeader: header != nil), span, "this row", [place.help],
        header.map { [Diagnostic.Label($0, "the columns")] } ?? [])
    case .table(let fault, let span):
      finding("R0133", fault.message, span, fault.label, [fault.help])
    case .entryLine(let found, let span):
      finding(
        "R0132", "\(found.noun) is too much here", span, "the entry was complete before this",
        ["write one entry a line; a text of several words stands in quotation marks"])
    }
  }

  private func finding(
    _ code: String, _ message: String, _ span: Span, _ label: String, _ helps: [String],
    _ secondary: [Diagnostic.Label] = []
  ) -> Diagnostic {
    Diagnostic(
      code: code, message: message, primary: Diagnostic.Label(span, label), secondary: secondary, helps: helps)
  }

  private static func rowLength(_ cells: Int, _ columns: Int, _ place: RowPlace, hasHeader: Bool) -> String {
    let row = "this row has \(count(cells, "cell"))"
    guard hasHeader else { return "\(row), and each row here has \(columns)" }
    return "\(row), and the \(place == .list ? "list" : "table") has \(count(columns, "column"))"
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  private static func unknownWordHelps(_ isDeclaration: Bool, _ expected: [String]) -> [String] {
    let declarations = Keyword.allCases.filter(\.opensDeclaration).map { "`\($0.rawValue)`" }
    var helps: [String] = []
    if !expected.isEmpty { helps.append("the next clause may be \(Expectation.list(expected))") }
    if isDeclaration { helps.append("a declaration begins with one of \(declarations.joined(separator: ", "))") }
    return helps
  }

  private static func partHelps(_ example: PartExample?) -> [String] {
    let endings = ["part in proportion", "part counts as full", "part ignored"]
    guard let example else { return ["add `, \(endings[0])`, `, \(endings[1])` or `, \(endings[2])`"] }
    let counts = [example.inProportion, example.countsAsFull, example.ignored]
    return zip(endings, counts).map { "add `, \($0)`: \(example.quantity) count \($1)" }
  }
}
