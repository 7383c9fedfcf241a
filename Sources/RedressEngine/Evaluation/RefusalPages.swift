package import RedressDiagnostics

/// The pages of refused cases. Each example is a small policy with a case of it: `wrong` is refused with the code,
/// `right` is not. Where the checker keeps every policy away from a refusal, there is no example: it is a last guard.
package let refusalDiagnosticPages: [DiagnosticPage] = [
  page(
    "R0501", "a number here is too large to be computed exactly",
    """
    Amounts are exact fractions of up to 38 digits. A calculation that needs more is refused instead of being rounded \
    in silence. In honest cases this happens only where a fact is mistyped.
    """,
    declarations: "fact price : money from 0 \"price\"", payment: "price * price / 1 CNY * price / 1 CNY",
    wrong: "price 99_999_999_999_999_999 CNY", right: "price 900 CNY"),
  guardPage(
    "R0502", "nothing can be divided by 0",
    """
    The checker lets a division pass only where bounds, literals or conditions show the divisor to be above zero. \
    This refusal is the last guard behind it.
    """),
  guardPage(
    "R0503", "the payment comes out below zero",
    """
    A line never takes money from the customer. The checker points at payments that can come out below zero; this \
    refusal is the last guard behind it. The mend is a step `at least 0`, a bound, or a `require`.
    """),
  page(
    "R0504", "the value of a step comes out below zero",
    """
    A step such as `less` or `at least` takes an amount from zero on; a negative one would turn it into its opposite. \
    Only `at most` takes a value below zero as zero.
    """,
    declarations: "fact price : money from 0 \"price\"\nfact correction : money \"a correction, perhaps below zero\"",
    payment: "price because \"the carrier pays\"\n  less correction because \"as corrected\"",
    wrong: "price 900 CNY\n  correction -20 CNY",
    right: "price 900 CNY\n  correction 20 CNY"),
  page(
    "R0505", "`for every` counts something that is below zero",
    """
    `10 CNY for every 2 days of late` multiplies by the number of periods. A quantity below zero has no number of \
    periods, so the case is refused instead of paying a negative amount.
    """,
    declarations: "fact late : days \"days late\"", payment: "10 CNY for every 2 days of late, part ignored",
    wrong: "late -2 days", right: "late 3 days"),
  guardPage(
    "R0506", "two exceptions hold in this case and disagree",
    """
    Two exceptions of one ruling hold and give different answers, and neither is `overriding` the other. There is no \
    silent winner: say which prevails. The checker finds such pairs before any case; this refusal is the last guard.
    """),
  page(
    "R0507", "this case cannot be right",
    """
    A `require` of the policy does not hold: the facts contradict each other, so nothing can be calculated from them. \
    The message gives the rule's own reason.
    """,
    declarations: """
      fact price : money from 0 "price"
      require price <= 100 CNY because "no parcel is worth more than 100"
      """, payment: "price", wrong: "price 200 CNY", right: "price 80 CNY"),
  page(
    "R0508", "the policy breaks its own promise",
    """
    An `always` of the policy does not hold for what came out. It never lowers a payment, it only watches: the rules \
    lack a cap or a limit, and no proposal is made until the policy owner mends them.
    """,
    declarations: """
      fact price : money from 0 "price"
      always total_payable <= 100 CNY because "nobody is paid more than 100"
      """, payment: "price", wrong: "price 200 CNY", right: "price 80 CNY"),
  page(
    "R0509", "the shares of a split do not make 100%",
    """
    Whatever the facts say, the shares of a split make 100%, or a part of the loss would be borne by nobody or twice. \
    `rest` gives one party what is left, as long as the others do not make more than all.
    """,
    declarations: """
      fact price : money from 0 "price"
      fact fault : percent from 0% to 100% "our fault"
      split liability
        is carrier fault, customer 60%
          because "by fault"
      """, payment: "price because \"the carrier pays\"\n  borne by liability", wrong: "price 200 CNY\n  fault 30%",
    right: "price 200 CNY\n  fault 40%"),
  guardPage(
    "R0510", "a share comes out below zero",
    """
    Nobody bears less than nothing. The checker points at shares that can come out below zero; this refusal is the last \
    guard behind it. The mend is a bound, such as `percent from 0% to 100%`.
    """),
  page(
    "R0511", "a split has nothing to share out by",
    "All weights of a split `in proportion` are 0 in this case, so that there is no proportion to share by.",
    declarations: """
      fact price : money from 0 "price"
      fact ours : number from 0 "our part"
      fact theirs : number from 0 "their part"
      split liability
        is in proportion carrier ours, customer theirs
          because "by parts"
      """, payment: "price because \"the carrier pays\"\n  borne by liability",
    wrong: "price 200 CNY\n  ours 0\n  theirs 0", right: "price 200 CNY\n  ours 1\n  theirs 0"),
  page(
    "R0512", "a date moves by whole days, a time by whole minutes",
    "A date plus half a day is no date. Round the number of days, or use a time.",
    declarations: """
      fact price : money from 0 "price"
      fact due_on : date "day agreed"
      fact grace : days from 0 days "days of grace"
      deadline answer is grace after due_on
      """, payment: "price", wrong: "price 200 CNY\n  due_on 2026-03-05\n  grace 1.5 days",
    right: "price 200 CNY\n  due_on 2026-03-05\n  grace 2 days"),
  page(
    "R0513", "a date moves by whole months",
    "Months have different lengths, so that half a month after a day is no certain day.",
    declarations: """
      fact price : money from 0 "price"
      fact due_on : date "day agreed"
      fact grace : months from 0 months "months of grace"
      deadline answer is grace after due_on
      """, payment: "price", wrong: "price 200 CNY\n  due_on 2026-03-05\n  grace 1.5 months",
    right: "price 200 CNY\n  due_on 2026-03-05\n  grace 2 months"),
  page(
    "R0514", "this date lies outside the years 1 to 9999",
    "A date was moved beyond what calendars hold; a fact is most likely mistyped.",
    declarations: """
      fact price : money from 0 "price"
      fact due_on : date "day agreed"
      fact grace : days from 0 days "days of grace"
      deadline answer is grace after due_on
      """, payment: "price", wrong: "price 200 CNY\n  due_on 9999-12-31\n  grace 1 day",
    right: "price 200 CNY\n  due_on 2026-12-31\n  grace 1 day"),
  page(
    "R0515", "an empty list has no largest or smallest date",
    "The largest of no amount is 0, but there is no date that stands for none. Ask first whether there is one.",
    declarations: """
      record Visit "a visit"
        visited_on : date "day"
      fact price : money from 0 "price"
      fact visits : list of Visit "visits"
      deadline answer is 7 days after (largest of visit.visited_on for each visit in visits)
      """, payment: "price", wrong: "price 200 CNY\n  visits\n    | visited_on |",
    right: "price 200 CNY\n  visits\n    | visited_on |\n    | 2026-03-05 |"),
  guardPage(
    "R0516", "rounding needs a step above zero",
    """
    Rounding to 0 means nothing, and to a step below zero means nothing either. The checker asks that the step be \
    shown above zero; this refusal is the last guard behind it.
    """),
  guardPage(
    "R0517", "this case takes more work than any honest case does",
    """
    Every policy ends with an answer, but definitions that call each other several times, or loops inside loops over \
    long lists, can multiply beyond reason. The calculation is given up rather than left to run for hours.
    """),
  guardPage(
    "R0518", "the open choices make too many proposals",
    """
    Each open choice multiplies the alternatives; more than 64 beside each other help nobody. Settle some of them in \
    the case, or with `--choose`.
    """),
  page(
    "R0519", "the policy is not in force on this date",
    """
    The case's date lies outside the period the policy states, both days included. Rules of another time may say \
    something else, so nothing is calculated by these.
    """,
    declarations: "fact price : money from 0 \"price\"", payment: "price", header: "\n  in force from 2026-01-01",
    wrong: "price 200 CNY", right: "price 200 CNY", dates: ("2025-12-31", "2026-01-01")),
  page(
    "R0520", "a default lies outside the bounds of its fact",
    "Bounds hold for what a case states and for what a default computes; otherwise a bound would promise too much.",
    declarations: """
      fact price : money from 0 "price"
      fact deposit : money from 0 to 100 CNY "deposit" default 10% of price
      """, payment: "price + deposit", wrong: "price 2_000 CNY", right: "price 200 CNY"),
  page(
    "R0521", "this has no value on that day",
    """
    A ruling, or a table, whose values are dated says from which day on each holds. The day that is asked for lies \
    before the first of them, so that the rules say nothing about it. An undated `is` in front says what held before.
    """,
    declarations: """
      fact price : money from 0 "price"
      fact signed_on : date "day of the contract"
      define rate
        from 2026-01-01 is 10%
        from 2026-07-01 is 12%
      """, payment: "rate on signed_on of price", header: "\n  in force from 2026-01-01",
    wrong: "price 200 CNY\n  signed_on 2025-12-31", right: "price 200 CNY\n  signed_on 2026-01-01"),
  page(
    "R0522", "the case has no date, and one is needed",
    """
    A value that changes from one date to another is read as of the case's date. The case states none: neither the fact \
    the policy is dated by, nor a day of its own, `dated 2026-03-05`.
    """,
    declarations: """
      fact price : money from 0 "price"
      define rate
        is 10%
        from 2026-07-01 is 12%
      """, payment: "rate of price", wrong: "price 200 CNY", right: "price 200 CNY", dates: (nil, "2026-03-05")),
  page(
    "R0523", "the table refuses this case",
    """
    A row, or the `otherwise`, of a table gives `refused`: the policy knows of such cases and has no answer for them. \
    Nothing is calculated. Only a row that is known to count refuses; while facts are missing, the others remain \
    possible.
    """,
    declarations: """
      fact price : money from 0 "price"
      fact days_late : whole days from 0 days "days late"
      table late_rate of late : whole days from 0 days gives percent
        | late     | gives   |
        | up to 30 | 10%     |
        | above 30 | refused | because "later than 30 days it counts as lost"
      """, payment: "late_rate(days_late) of price", wrong: "price 200 CNY\n  days_late 40 days",
    right: "price 200 CNY\n  days_late 4 days"),
  guardPage(
    "R0524", "no row of the table covers this case",
    """
    The checker lets a table pass only where its rows, with `otherwise`, cover everything its columns can be. This \
    refusal is the last guard behind it, and for tiers whose last band ends.
    """),
  page(
    "R0525", "tiers of an amount below zero",
    """
    Tiers begin at zero: each band takes its slice of the amount from where the band below it ended. An amount below \
    zero has no slices, so the case is refused.
    """,
    declarations: """
      fact price : money "price"
      tiers fee of amount : money
        | up to 100 | 10% |
        | above     |  5% |
      """, payment: "largest of (fee(price), 0 CNY)", wrong: "price -20 CNY", right: "price 200 CNY"),
  page(
    "R0530", "a figure lies outside its discretion",
    """
    `discretion` gives the bounds within which a person decides. The figure the rules propose must lie within them, \
    or what is put before that person could not be decided.
    """,
    declarations: "fact price : money from 0 \"price\"",
    payment: "price discretion 0 to 500 CNY because \"as a person sees fit\"", wrong: "price 900 CNY",
    right: "price 200 CNY"),
  guardPage(
    "R0531", "something is shared out by a weight below zero",
    """
    `share … in proportion to` gives each line a part by its weight. A weight below zero would give a line less than \
    nothing and the others more than there is. The mend is a bound, such as `from 0`; this refusal is the last guard.
    """),
]

private func guardPage(_ code: String, _ title: String, _ explanation: String) -> DiagnosticPage {
  DiagnosticPage(code: code, title: title, explanation: explanation, wrong: "", right: "")
}

/// Lays declarations and an item's payment into a small policy with one case.
private func page(
  _ code: String, _ title: String, _ explanation: String, declarations: String, payment: String, header: String = "",
  wrong: String, right: String, dates: (wrong: String?, right: String?)? = nil
) -> DiagnosticPage {
  let payment = payment.contains("because") ? payment : payment + " because \"the carrier pays\""
  func text(_ given: String, _ date: String?) -> String {
    """
    policy example "An example"
      currency CNY\(header)

    party carrier  "the carrier"  is us
    party customer "the customer" is claimant

    \(declarations)

    item damage "Damage"
      pay \(payment)

    case example_case
      policy example\(date.map { "\n  dated \($0)" } ?? "")

    given
      \(given)

    """
  }
  return DiagnosticPage(
    code: code, title: title, explanation: explanation, wrong: text(wrong, dates?.wrong),
    right: text(right, dates?.right))
}
