package import RedressDiagnostics

/// The pages of the codes R0616 to R0618. Their examples are commands, like those of `commandDiagnosticPages`.
package let batchDiagnosticPages: [DiagnosticPage] = [
  DiagnosticPage(
    code: "R0616", title: "the line is too long",
    explanation: """
      Each line of a batch is one case, and a batch holds only a few of them at a time. A line of more than 64 MiB is \
      passed over: most often the line breaks between the cases are missing.
      """,
    wrong: "", right: ""),
  DiagnosticPage(
    code: "R0617", title: "the line holds several cases, or none",
    explanation: """
      Each line of a batch is one case, so that its answer stands on the line of the same number. A list of cases in \
      brackets is for `redress quote`.
      """,
    wrong: "redress batch late_delivery drafts/list_on_a_line.ndjson",
    right: "redress batch late_delivery drafts/cases.ndjson"),
  DiagnosticPage(
    code: "R0618", title: "the case is one of another policy",
    explanation: """
      A batch quotes the cases of one policy, the one named in the command. Sort the cases by their policies, and give \
      each policy a batch of its own.
      """,
    wrong: "redress batch late_delivery drafts/other_policy.ndjson",
    right: "redress batch late_delivery drafts/cases.ndjson"),
]
