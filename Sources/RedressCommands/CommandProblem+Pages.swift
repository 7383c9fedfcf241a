package import RedressDiagnostics

/// The pages of the codes of commands, R0601 to R0615, but for those of rule books. Their examples are commands, given in a folder with the policy
/// `late_delivery` below `rules`, its fixtures below `fixtures`, and unfinished work below `drafts`.
package let commandDiagnosticPages: [DiagnosticPage] = [
  DiagnosticPage(
    code: "R0601", title: "there is no such folder here, nor in any folder around this one",
    explanation: """
      Rules are looked for in a folder `rules`, fixtures in a folder `fixtures`: in the folder where the command is \
      given, then in the one around it, and so on. Give the command inside the project, or name the folder.
      """,
    wrong: "cd /\nredress check", right: "redress check --rules rules"),
  DiagnosticPage(
    code: "R0607", title: "there is no fixture",
    explanation: """
      Fixtures are files whose names end in `.case`. A run that found none would prove nothing, so it does not pass.
      """,
    wrong: "redress test rules", right: "redress test fixtures"),
  DiagnosticPage(
    code: "R0609", title: "there is nothing to explain under this word",
    explanation: """
      `redress explain` knows the codes of diagnostics, the policies of the rule book and what they declare. Where \
      several policies have the name, `policy.name` picks one.
      """,
    wrong: "redress explain late_delivery.late_penalti", right: "redress explain late_delivery.late_penalty"),
  DiagnosticPage(
    code: "R0610", title: "this is not a date",
    explanation: """
      A date is year, month and day. `today` stands for the day on which the command is given; nothing else in \
      Redress looks at the clock.
      """,
    wrong: "redress quote fixtures/late_delivery.case --on 05.03.2026",
    right: "redress quote fixtures/late_delivery.case --on 2026-03-05"),
  DiagnosticPage(
    code: "R0611", title: "the file holds no case",
    explanation:
      "The list of cases in this JSON text is empty. A run over nothing would prove nothing, so it is an error.",
    wrong: "redress quote drafts/empty.json", right: "redress quote fixtures/late_delivery.case"),
  DiagnosticPage(
    code: "R0613", title: "a name is empty",
    explanation: """
      A file, a folder or a policy was to be named, and the name has no characters. Most often a script hands over a \
      variable that is not set.
      """,
    wrong: "redress quote ''", right: "redress quote fixtures/late_delivery.case"),
  DiagnosticPage(
    code: "R0614", title: "this cannot be written",
    explanation: """
      The system does not let the file be written; its own words say why. A file is written whole or not at all, so it \
      is as it was.
      """,
    wrong: "", right: ""),
  DiagnosticPage(
    code: "R0615", title: "there is nothing to lay out",
    explanation: """
      The folder holds neither rule files, whose names end in `.redress`, nor cases, whose names end in `.case`.
      """,
    wrong: "redress format rules/sources", right: "redress format --check rules"),
]
