package import RedressDiagnostics
package import RedressSyntax

/// What is wrong with days: of dated answers, of calendars, of editions.
package enum DatingProblem: Hashable, Sendable {
  /// A branch, or the rows of a table, from a day that is not behind the one before.
  case outOfOrder(Name, after: Name)
  /// `name on day` of something that is the same on every day.
  case notDated(Name, declared: Span?)
  case businessDayCount(Span, String, found: TypeWords)
  case rateWithParameters(Name, parameters: [String])
  case notYearlyRate(Name, found: TypeWords, declared: Span?)
  case daysReversed(Span, from: String, to: String)
  case holidayAndWorkday(day: String, Span, holiday: Span)
  case noBusinessDay(Name)
  /// `mend` is the last day of the first one.
  case editionsOverlap(Name, first: Name, mend: String?)
  /// The days between two editions, both included.
  case editionsGap(Name, first: Name, from: String, to: String)
  /// A policy that is used, and of which no edition, or several, cover the days of the one that uses it.
  case editionUnclear(Name, editions: [Span])
  /// The first day of an answer, where the policy may ask for an earlier one; with the fact it is dated by, if any.
  case nothingKnownBefore(Name, of: Name, datedBy: String?)

  var place: Span {
    switch self {
    case .outOfOrder(let name, _), .notDated(let name, _),
      .rateWithParameters(let name, _), .notYearlyRate(let name, _, _), .noBusinessDay(let name),
      .editionsOverlap(let name, _, _), .editionsGap(let name, _, _, _), .editionUnclear(let name, _),
      .nothingKnownBefore(let name, _, _):
      name.span
    case .businessDayCount(let span, _, _), .daysReversed(let span, _, _), .holidayAndWorkday(_, let span, _): span
    }
  }
}
