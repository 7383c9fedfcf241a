package import RedressDiagnostics

/// The pages of what may be wrong with the files of a rule book. Their examples are commands, given in a folder with the
/// policy `late_delivery` below `rules`, its fixtures below `fixtures`, and unfinished work below `drafts`.
package let bookDiagnosticPages: [DiagnosticPage] = [
  DiagnosticPage(
    code: "R0602", title: "there is no such file",
    explanation: "Paths start in the folder where the command is given. Look for a slip in the name.",
    wrong: "redress quote fixtures/late_delivry.case", right: "redress quote fixtures/late_delivery.case"),
  DiagnosticPage(
    code: "R0603", title: "a folder stands where a file is wanted",
    explanation: "A proposal is made for the cases of a file. To run all cases of a folder, use `redress test`.",
    wrong: "redress quote fixtures", right: "redress quote fixtures/late_delivery.case"),
  DiagnosticPage(
    code: "R0604", title: "a file stands where a folder is wanted",
    explanation: """
      A rule book is a folder: policies use one another and lie beside the texts they cite. To check one file, name it \
      behind `redress check`.
      """,
    wrong: "redress check --rules rules/late_delivery.redress", right: "redress check rules/late_delivery.redress"),
  DiagnosticPage(
    code: "R0605", title: "this cannot be read",
    explanation: """
      The system does not let the file be read; its own words say why. It may belong to somebody else, lie on a drive \
      that is gone, or a part of its path may be a file.
      """,
    wrong: "redress quote fixtures/late_delivery.case/first", right: "redress quote fixtures/late_delivery.case"),
  DiagnosticPage(
    code: "R0606", title: "the folder holds no rules",
    explanation: """
      Rule files have names that end in `.redress`; hidden files and folders are passed over. A check that looked at \
      nothing would prove nothing, so it is an error.
      """,
    wrong: "redress check --rules fixtures", right: "redress check --rules rules"),
  DiagnosticPage(
    code: "R0608", title: "no policy has this name",
    explanation: """
      Policies are known by the name behind the word `policy`, not by the name of their file. `redress check` reads \
      all policies of the rule book.
      """,
    wrong: "redress schema late_delivry", right: "redress schema late_delivery"),
  DiagnosticPage(
    code: "R0612", title: "the text of a source lies outside the rule book",
    explanation: """
      A rule book is a folder that can be copied and archived with everything its policies cite. A text outside of it \
      could be another one tomorrow, so it is not read.
      """,
    wrong: "redress check drafts/text_outside.redress", right: "redress check rules/late_delivery.redress"),
]
