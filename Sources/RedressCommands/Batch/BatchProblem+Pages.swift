package import RedressDiagnostics

/// The page of the code R0616. Its example would be a line of 64 MiB.
package let batchDiagnosticPages: [DiagnosticPage] = [
  DiagnosticPage(
    code: "R0616", title: "the line is too long",
    explanation: """
      Each line of a batch is one case, and a batch holds only a few of them at a time. A line of more than 64 MiB is \
      passed over: most often the line breaks between the cases are missing.
      """,
    wrong: "", right: ""),
]
