package import RedressDiagnostics

/// The pages of R0410 to R0418: texts that should be JSON and are not.
package let jsonDiagnosticPages: [DiagnosticPage] = [
  DiagnosticPage(
    code: "R0410", title: "there is nothing in this JSON text",
    explanation: """
      A case was to be read from a JSON text, and the text is empty or has only blanks. An export that failed often \
      leaves such a file behind.
      """,
    wrong: "", right: smallest),
  DiagnosticPage(
    code: "R0411", title: "something else is expected at this place",
    explanation: """
      A JSON text is built of objects `{ "name": value, … }` and lists `[ value, … ]`. Between two members stands a \
      comma, between a name and its value a colon, and every bracket is closed by its own kind. The place marked is \
      the first that cannot be read any more; the mistake may stand shortly before it.
      """,
    wrong: """
      { "case": "late_delivery"
        "policy": "delay" }
      """,
    right: """
      { "case": "late_delivery",
        "policy": "delay" }
      """),
  DiagnosticPage(
    code: "R0412", title: "this is the notation of another language",
    explanation: """
      Comments, single or typographic quotes, names without quotes, a comma after the last member, words such as `NaN` \
      and `None`, and full-width marks belong to other notations. Other programs would read them differently or not at \
      all, so they are refused rather than guessed. A `.case` file is easier to write by hand.
      """,
    wrong: #"{ "case": "late_delivery", "policy": 'delay' }"#, right: smallest),
  DiagnosticPage(
    code: "R0413", title: "this is not a number in JSON",
    explanation: """
      A number is written with digits and at most one point, without separators, plus sign or unit. Amounts with a \
      currency, quantities with a unit, percentages and dates are texts in quotes, written as in a `.case` file.
      """,
    wrong: #"{ "case": "late_delivery", "policy": "delay", "given": { "freight": 300_000 } }"#,
    right: #"{ "case": "late_delivery", "policy": "delay", "given": { "freight": "300000 CNY" } }"#),
  DiagnosticPage(
    code: "R0414", title: "this text in quotes is broken",
    explanation: """
      A text begins and ends with a straight double quote on one line. Inside it a quote is written `\\"`, a backslash \
      `\\\\`, a line break `\\n`, and control characters are not allowed. Characters beyond the basic ones are best \
      written as they are, in UTF-8; written as `\\u` escapes they need both halves of the pair.
      """,
    wrong: #"{ "case": "late_delivery", "policy": "delay", "claimed": { "file": "C:\delay" } }"#,
    right: #"{ "case": "late_delivery", "policy": "delay", "claimed": { "file": "C:\\delay" } }"#),
  DiagnosticPage(
    code: "R0415", title: "this name is stated twice",
    explanation: """
      Two members of one object have the same name. Some programs would take the first, others the last, and money \
      would hang on which; so neither is taken.
      """,
    wrong: #"{ "case": "late_delivery", "policy": "delay", "given": { "days": "3 days", "days": "5 days" } }"#,
    right: #"{ "case": "late_delivery", "policy": "delay", "given": { "days": "5 days" } }"#),
  DiagnosticPage(
    code: "R0416", title: "this is too deep or too large to be a case",
    explanation: """
      Brackets may stand inside brackets up to 64 deep, and a text may have up to 2 gigabytes. A case needs a few \
      levels and some kilobytes: more than that is a defect of the program that wrote it.
      """,
    wrong: String(repeating: "[", count: 65) + String(repeating: "]", count: 65), right: smallest),
  DiagnosticPage(
    code: "R0417", title: "this text is not plain UTF-8",
    explanation: """
      JSON is exchanged in UTF-8. Some editors and spreadsheet programs save another encoding unless told otherwise. An \
      invisible byte order mark at the beginning is passed over; a second one is a part of no text.
      """,
    wrong: "\u{FEFF}\u{FEFF}" + smallest, right: smallest),
  DiagnosticPage(
    code: "R0418", title: "something follows after the end",
    explanation: """
      The text goes on after its value is complete. A bracket may close too early; or several cases stand one behind \
      the other, which belong in an array `[ … ]`.
      """,
    wrong: #"{ "case": "late_delivery", "policy": "delay" } }"#, right: smallest),
]

private let smallest = #"{ "case": "late_delivery", "policy": "delay" }"#
