import RedressDiagnostics
import RedressSyntax

extension TableProblem {
  var diagnostic: Diagnostic {
    switch self {
    case .columnType(let name, let type):
      CheckProblem.finding(
        "R0270", "a table cannot have a column of this type", name.span, "\(type.noun) covers no cell",
        ["columns are amounts, numbers, dates, times, words of a kind or `yes or no`"])
    case .tiersType(let name, let type):
      CheckProblem.finding(
        "R0270", "tiers cut an amount into slices, and `\(name.text)` is \(type.noun)", name.span, "no amount",
        ["write an amount, such as `\(name.text) : money`"])
    case .unknownColumn(let name, let table, let columns, let suggestion):
      CheckProblem.finding(
        "R0271", "`\(table)` has no column `\(name.text)`", name.span,
        suggestion.map { "did you mean `\($0)`?" } ?? "not asked for by the table",
        ["its columns are \(CheckProblem.listed(columns)), and `gives` at the end"])
    case .columnsMissing(let span, let columns, let table):
      CheckProblem.finding(
        "R0271", "the column \(CheckProblem.listed(columns)) is missing", span, "the header of the table",
        ["the header names all that `\(table.text)` asks for, and `gives` at the end"],
        also: [(table.span, "declared here")])
    case .noRows(let name):
      CheckProblem.finding(
        "R0272", "the table `\(name.text)` has no rows", name.span, "it gives nothing",
        ["write its rows, or take the table out"])
    case .refusedWithoutReason(let span):
      CheckProblem.finding(
        "R0273", "the case is refused here, and nothing says why", span, "no reason",
        ["write behind it `because \"…\"`: whoever states such a case will read it"])
    case .neverWhole(let span, let written, let column):
      CheckProblem.finding(
        "R0274", "`\(written)` never occurs in a column of whole numbers", span, "not a whole number",
        ["write a whole number, or take `whole` out of the column"], also: [(column, "counted in wholes")])
    case .fileMissing(let name, let path, let span):
      CheckProblem.finding(
        "R0275", "the rows of `\(name.text)` could not be read", span, "no such file: `\(path)`",
        ["the path starts at the folder of this policy; or write the rows here"])
    case .firstBandEmpty(let span, let written):
      CheckProblem.finding(
        "R0276", "the first band begins at 0, and ends at \(written)", span, "nothing lies in it",
        ["let it end above 0; each band after it begins where the one before ends"])
    case .ratesDoNotFit(let span, let gives, let wanted, let place):
      CheckProblem.finding(
        "R0277", "this rate makes \(gives.noun), and the tiers give \(wanted.noun)", span, "makes \(gives.noun)",
        ["change the rate, or what the tiers give"], also: [(place, "\(wanted.noun) should come out")])
    }
  }
}
