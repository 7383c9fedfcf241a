package import RedressDiagnostics
package import RedressSyntax

/// What is wrong with tables and tiers.
package enum TableProblem: Hashable, Sendable {
  case columnType(Name, TypeWords)
  case unknownColumn(Name, table: String, columns: [String], suggestion: String?)
  case columnsMissing(Span, columns: [String], table: Name)
  case noRows(Name)
  case refusedWithoutReason(Span)
  /// A value that is no whole number, in a column of whole numbers.
  case neverWhole(Span, String, column: Span)
  case fileMissing(Name, path: String, Span)
  case tiersType(Name, TypeWords)
  /// The end of the first band, which is not above zero.
  case firstBandEmpty(Span, String)
  case ratesDoNotFit(Span, gives: TypeWords, wanted: TypeWords, Span?)

  var place: Span {
    switch self {
    case .columnType(let name, _), .unknownColumn(let name, _, _, _), .noRows(let name), .tiersType(let name, _):
      name.span
    case .columnsMissing(let span, _, _), .refusedWithoutReason(let span),
      .neverWhole(let span, _, _), .fileMissing(_, _, let span), .firstBandEmpty(let span, _),
      .ratesDoNotFit(let span, _, _, _):
      span
    }
  }
}
