package import RedressDiagnostics

/// All the wording of refused cases.
extension Refusal {
  package var diagnostic: Diagnostic {
    switch self {
    case .overflow(let span):
      Diagnostic(
        code: "R0501", message: "a number here is too large to be computed exactly",
        primary: .init(span, "this outgrows 38 digits"),
        helps: ["look at the amounts the case states: one of them is most likely mistyped"])
    case .divisionByZero(let span):
      Diagnostic(
        code: "R0502", message: "nothing can be divided by 0",
        primary: .init(span, "the divisor is 0 in this case"),
        helps: ["give the fact a bound, such as `money above 0`, or write a `require` that rules the case out"])
    case .paymentBelowZero(let item, let amount, let span):
      Diagnostic(
        code: "R0503", message: "the payment of `\(item)` comes out below zero",
        primary: .init(span, "this is \(amount) in this case"),
        helps: ["end it at zero with a step `at least 0 because \"…\"`, or rule the case out with a `require`"])
    case .stepBelowZero(let step, let value, let span):
      Diagnostic(
        code: "R0504", message: "the value of the step `\(step)` comes out below zero",
        primary: .init(span, "this is \(value) in this case"),
        helps: ["a step takes an amount from 0 on; write `largest of (…, 0)` or give the facts a bound"])
    case .countBelowZero(let value, let span):
      Diagnostic(
        code: "R0505", message: "`for every` counts something that is below zero",
        primary: .init(span, "the quantity is \(value) in this case"),
        helps: ["end the quantity at zero: `largest of (…, 0)`"])
    case .conflict(let ruling, let first, let second): conflict(ruling, first, second)
    case .requirement(let reason, let span):
      Diagnostic(
        code: "R0507", message: "this case cannot be right: \(reason)",
        primary: .init(span, "the policy requires this, and the facts say otherwise"),
        helps: ["correct the facts; nothing was calculated"])
    case .invariant(let reason, let span):
      Diagnostic(
        code: "R0508", message: "the policy breaks its own promise: \(reason)",
        primary: .init(span, "this always holds, says the policy, and here it does not"),
        helps: ["this is a mistake of the policy, not of the case: a cap or a limit is missing; nothing is proposed"])
    case .sharesNotWhole(let split, let total, let span):
      Diagnostic(
        code: "R0509", message: "the shares of `\(split)` do not make 100%",
        primary: .init(span, "these make \(total) in this case"),
        helps: ["give one party the rest: `carrier 70%, consignee rest`"])
    case .shareBelowZero(let split, let party, let value, let span):
      Diagnostic(
        code: "R0510", message: "the share of `\(party)` in `\(split)` comes out below zero",
        primary: .init(span, "this is \(value) in this case"),
        helps: ["give the fact a bound, such as `percent from 0% to 100%`"])
    case .noWeight(let split, let span):
      Diagnostic(
        code: "R0511", message: "`\(split)` has nothing to share out by",
        primary: .init(span, "all of these are 0 in this case"),
        helps: ["give one of the facts a bound `above 0`, or write an exception for this case"])
    case .fractionOfDay(let value, let span):
      Diagnostic(
        code: "R0512", message: "a date moves by whole days, a time by whole minutes",
        primary: .init(span, "this moves it by \(value) in this case"),
        helps: ["round the number of days, for example `rounded up to 1 day`"])
    case .fractionOfMonth(let value, let span):
      Diagnostic(
        code: "R0513", message: "a date moves by whole months",
        primary: .init(span, "this moves it by \(value) in this case"),
        helps: ["round the number of months, for example `rounded up to 1 month`"])
    case .fractionOfBusinessDay(let value, let span):
      Diagnostic(
        code: "R0512", message: "a date moves by whole business days",
        primary: .init(span, "this moves it by \(value) in this case"),
        helps: ["round the number of days, for example `rounded up to 1`"])
    case .dateOutOfRange(let span):
      Diagnostic(
        code: "R0514", message: "this date lies outside the years 1 to 9999",
        primary: .init(span, "no calendar reaches that far"),
        helps: ["look at the dates and periods the case states"])
    case .noDate(let span):
      Diagnostic(
        code: "R0515", message: "an empty list has no largest or smallest date",
        primary: .init(span, "no element comes under this in this case"),
        helps: ["ask first whether there is one: `any … in …`"])
    case .roundingStep(let value, let span):
      Diagnostic(
        code: "R0516", message: "rounding needs a step above zero",
        primary: .init(span, "the step is \(value) in this case"), helps: ["round to a fixed step, such as `0.01`"])
    case .tooLaborious(let span):
      Diagnostic(
        code: "R0517", message: "this case takes more work than any honest case does",
        primary: .init(span, "the calculation was given up here"),
        helps: ["definitions that call each other several times, or loops inside loops, multiply; simplify them"])
    case .notInForce(let policy, let date, let from, let until):
      Diagnostic(
        code: "R0519", message: "`\(policy)` is not in force on \(date)", primary: nil,
        helps: [
          "it is in force from \(from)" + (until.map { " until \($0)" } ?? "")
            + "; look at the date of the case, or write the rules of that time as an edition of their own"
        ])
    case .defaultOutsideBounds(let fact, let value, let span):
      Diagnostic(
        code: "R0520", message: "the default of `\(fact)` lies outside its bounds in this case",
        primary: .init(span, "the default comes to \(value)"),
        helps: ["state `\(fact)` in the case; or the policy's default needs `largest of (…)` or a `require`"])
    case .beforeFirstBranch(let ruling, let date, let first, let span):
      Diagnostic(
        code: "R0521", message: "`\(ruling)` has no value on \(date): it begins on \(first)",
        primary: .init(span, "nothing here holds before \(first)"),
        helps: [
          "look at the date of the case; or the policy says what held before, with an `is` in front of the first `from`"
        ])
    case .noDateOfCase(let fact, let span):
      Diagnostic(
        code: "R0522", message: "what holds here depends on the date, and the case has none",
        primary: .init(span, "this changes from one date to another"),
        helps: [
          fact.map { "state `\($0)`, or write `dated` with the day, such as `dated 2026-03-05`" }
            ?? "write the day below the case's policy: `dated 2026-03-05`"
        ])
    case .refusedRow(let table, let reason, let span):
      Diagnostic(
        code: "R0523", message: "`\(table)` has no answer for this case" + (reason.map { ": \($0)" } ?? ""),
        primary: .init(span, "the policy refuses what falls under this row"),
        helps: ["look at the facts this row is found by; nothing was calculated"])
    case .noRow(let table, let arguments, let span):
      Diagnostic(
        code: "R0524", message: "no row of `\(table)` covers this case",
        primary: .init(span, "asked for \(arguments)"),
        helps: ["add a row for it, or say what holds `otherwise`"])
    case .tiersBelowZero(let tiers, let value, let span):
      Diagnostic(
        code: "R0525", message: "`\(tiers)` is asked for an amount below zero",
        primary: .init(span, "this is \(value) in this case"),
        helps: ["end the amount at zero: `largest of (…, 0)`, or give the fact a bound"])
    case .outsideDiscretion(let item, let figure, let lower, let upper, let span):
      Diagnostic(
        code: "R0530", message: "the figure proposed for `\(item)` lies outside its discretion",
        primary: .init(span, "this comes to \(figure); a person decides between \(lower) and \(upper)"),
        helps: ["end the figure at its bounds, such as `smallest of (…, \(upper))`, or widen the discretion"])
    case .weightBelowZero(let item, let value, let span):
      Diagnostic(
        code: "R0531", message: "`\(item)` is shared out by something that is below zero",
        primary: .init(span, "the weight of one of its lines is \(value)"),
        helps: [
          "a share cannot be below nothing; write `largest of (…, 0)`, or give the fact a bound, such as `from 0`"
        ])
    case .tooManyProposals(let choices, let limit):
      Diagnostic(
        code: "R0518", message: "the open choices make more than \(limit) proposals",
        primary: nil,
        helps: [
          "settle one of them: " + choices.map { "`--choose \($0)=…`" }.joined(separator: ", ")
        ])
    }
  }

  private func conflict(_ ruling: String, _ first: Side, _ second: Side) -> Diagnostic {
    let names = (shortName(first.name), shortName(second.name))
    return Diagnostic(
      code: "R0506", message: "two exceptions of `\(ruling)` hold in this case and disagree",
      primary: .init(second.span, "`\(names.1)` says \(second.value)"),
      secondary: [.init(first.span, "`\(names.0)` says \(first.value)")],
      helps: [
        "say which prevails: add `overriding \(names.0)` to `\(names.1)`, or `overriding \(names.1)` to `\(names.0)`"
      ])
  }

  private func shortName(_ name: String) -> String {
    name.split(separator: ".").last.map(String.init) ?? name
  }
}
