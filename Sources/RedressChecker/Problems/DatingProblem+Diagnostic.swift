import RedressDiagnostics
import RedressSyntax

extension DatingProblem {
  var diagnostic: Diagnostic {
    switch self {
    case .outOfOrder(let name, let before):
      CheckProblem.finding(
        "R0260",
        name.text == before.text
          ? "two answers begin on \(name.text)" : "\(name.text) stands behind \(before.text)", name.span,
        name.text == before.text ? "and here once more" : "an earlier day",
        name.text == before.text
          ? ["keep one of the two, or give one of them another day"]
          : ["write them by their days, the earliest first"],
        also: [(before.span, "the one before begins here")])
    case .notDated(let name, let declared):
      CheckProblem.finding(
        "R0261", "`\(name.text)` is the same on every day", name.span, "the day changes nothing",
        ["take `on …` out, or say from which days its answers hold: `from 2026-01-01 is …`"],
        also: [(declared, "no dated answers here")])
    case .businessDayCount(let span, let written, let found):
      CheckProblem.finding(
        "R0262", "business days are counted by a plain number", span, "this is \(found.noun)",
        ["write a number without a unit, as in `3 business days after …`; `\(written)` has a unit of its own"])
    case .rateWithParameters(let name, let parameters):
      CheckProblem.finding(
        "R0263",
        "`accrued` takes a rate that asks for nothing, and `\(name.text)` asks for "
          + CheckProblem.listed(parameters), name.span, "of what?",
        ["make a definition of the rate alone: `define yearly_rate is …`"])
    case .notYearlyRate(let name, let found, let declared):
      CheckProblem.finding(
        "R0263", "`accrued` takes a yearly percentage, and `\(name.text)` is \(found.noun)", name.span,
        "not a percentage a year", ["write a definition such as `define yearly_rate is 6%`"],
        also: [(declared, "declared here")])
    case .daysReversed(let span, let from, let to):
      CheckProblem.finding(
        "R0264", "these days end before they begin", span, "from \(from) to \(to)",
        ["write the earlier day first: `\(to) to \(from)`; both belong to it"])
    case .holidayAndWorkday(let day, let span, let holiday):
      CheckProblem.finding(
        "R0265", "\(day) is both a holiday and a workday", span, "worked here",
        ["take the day out of one of the two; a workday is for weekends that are worked"],
        also: [(holiday, "a holiday here")])
    case .noBusinessDay(let name):
      CheckProblem.finding(
        "R0266", "`\(name.text)` has no business day at all", name.span, "every day of the week is a weekend",
        ["leave the days out on which people work"])
    case .editionsOverlap(let name, let first, let mend):
      CheckProblem.finding(
        "R0267", "two editions of `\(name.text)` are in force on the same days", name.span, "this edition",
        [
          mend.map { "end the earlier one on the day before: `until \($0)`" }
            ?? "give each edition days of its own: `in force from … until …`"
        ], also: [(first.span, "and this one")])
    case .editionsGap(let name, let first, let from, let to):
      CheckProblem.finding(
        "R0268",
        from == to
          ? "no edition of `\(name.text)` is in force on \(from)"
          : "no edition of `\(name.text)` is in force from \(from) to \(to)", name.span,
        "begins only behind these days",
        ["let this edition begin on \(from), or the earlier one end on \(to)"],
        also: [(first.span, "ends before these days")])
    case .editionUnclear(let name, let editions):
      CheckProblem.finding(
        "R0269", "`\(name.text)` has several editions, and none of them covers all days of this policy", name.span,
        "which edition is used?",
        ["say how long this policy is in force, within the days of one edition: `in force from … until …`"],
        also: editions.prefix(4).map { ($0, "an edition") })
    case .nothingKnownBefore(let day, let name, let fact):
      CheckProblem.finding(
        "R0340", "no value of `\(name.text)` is known before \(day.text)", day.span, "the first day",
        [
          fact.map {
            "say what held before, `is …` without a day, or that it cannot be earlier: `\($0) : date from \(day.text)`"
          }
            ?? "say what held before, `is …` without a day, or that the policy begins then: `in force from \(day.text)`"
        ])
    }
  }
}
