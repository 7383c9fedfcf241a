package import RedressDiagnostics

/// Why a case gets no proposal: what cannot be computed, and where the rules ask for it.
package enum Refusal: Error, Sendable, Hashable {
  /// One side of a conflict between exceptions.
  package struct Side: Sendable, Hashable {
    package let name: String
    package let value: String
    package let span: Span
  }

  /// A number outgrew what exact arithmetic holds.
  case overflow(at: Span)
  case divisionByZero(at: Span)
  /// A payment came out below zero.
  case paymentBelowZero(item: String, amount: String, at: Span)
  /// The value of a step came out below zero.
  case stepBelowZero(step: String, value: String, at: Span)
  /// The quantity of `for every` came out below zero.
  case countBelowZero(value: String, at: Span)
  case conflict(ruling: String, Side, Side)
  /// A `require` does not hold; its reason, filled in.
  case requirement(reason: String, at: Span)
  /// An `always` does not hold; its reason, filled in.
  case invariant(reason: String, at: Span)
  case sharesNotWhole(split: String, total: String, at: Span)
  case shareBelowZero(split: String, party: String, value: String, at: Span)
  case noWeight(split: String, at: Span)
  /// A date moved by part of a day or of a month.
  case fractionOfDay(value: String, at: Span)
  case fractionOfMonth(value: String, at: Span)
  case fractionOfBusinessDay(value: String, at: Span)
  /// A date outside the years 1 to 9999.
  case dateOutOfRange(at: Span)
  /// The largest or smallest date of an empty list.
  case noDate(at: Span)
  /// Rounding to a step that is not above zero.
  case roundingStep(value: String, at: Span)
  /// A place that asks how many operations: the policy nests or repeats beyond reason.
  case tooLaborious(at: Span)
  /// The case's date lies outside the period in which the policy is in force; dates as ISO texts.
  case notInForce(policy: String, date: String, from: String, until: String?)
  /// A default that was computed lies outside the bounds of its fact.
  case defaultOutsideBounds(fact: String, value: String, at: Span)
  /// A day before the first branch of a dated ruling, or the first rows of a dated table; dates as ISO texts.
  case beforeFirstBranch(ruling: String, date: String, first: String, at: Span)
  /// A dated ruling asks for the case's date, and there is none; the fact the policy is dated by, if it is by one.
  case noDateOfCase(fact: String?, at: Span)
  /// A row of a table refuses the case; its reason, filled in.
  case refusedRow(table: String, reason: String?, at: Span)
  /// No row of a table, and no band of tiers, covers the case.
  case noRow(table: String, arguments: String, at: Span)
  /// Tiers of an amount below zero.
  case tiersBelowZero(tiers: String, value: String, at: Span)
  /// A figure proposed at discretion lies outside the bounds a person decides within.
  case outsideDiscretion(item: String, figure: String, lower: String, upper: String, at: Span)
  /// A weight by which something is shared out over lines came out below zero.
  case weightBelowZero(item: String, value: String, at: Span)
  /// More combinations of open choices than are put side by side.
  case tooManyProposals(choices: [String], limit: Int)
}
