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
  /// More combinations of open choices than are put side by side.
  case tooManyProposals(choices: [String], limit: Int)
}
