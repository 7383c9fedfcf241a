package import RedressDiagnostics

/// The pages of the codes R0480 to R0489. Their examples are a policy and a case of it.
package let fixtureDiagnosticPages: [DiagnosticPage] = [
  page(
    "R0480", "the case expects nothing",
    """
    A fixture that expects nothing passes whatever the rules say, and would look like a proof. Say at the end of the \
    case what must come out of it.
    """, wrong: nil, right: "late_penalty  200 CNY"),
  page(
    "R0481", "an expectation names what the policy does not have",
    """
    An expectation speaks of items, limits, recourses, figures, totals, authorities, approvals, notes, deadlines and \
    choices by their names in the policy. A name that is not there can neither hold nor fail.
    """, wrong: "late_penalti  200 CNY", right: "late_penalty  200 CNY"),
  page(
    "R0482", "nothing in the policy is called by the name behind `because`",
    """
    Behind `because` stands what decided the line: an exception, a step, a bar or its ground, a split. Exceptions are \
    called `ruling.exception`; the part behind the dot is enough where it is unique.
    """, wrong: "late_penalty  granted because golden", right: "late_penalty  granted because late_penalty"),
  page(
    "R0483", "several branches have the name behind `because`",
    """
    Two rulings have an exception of this name, so the expectation could hold for the wrong one. Write the name of the \
    ruling before it.
    """, wrong: "freight_back  denied because excused", right: "freight_back  denied because fault.excused",
    more: """

      split fault
        is carrier 100%
          because "the carrier was late"
        except excused: customer 100% when customs
          because "customs held the goods"

      item freight_back "Freight"
        pay 50 CNY
          because "freight is given back"
        borne by fault
      """),
  page(
    "R0484", "this is not an amount in the currency of the policy",
    """
    What a line comes to is money in the currency the policy settles in, and so is what is expected of it. `0` needs no \
    currency.
    """, wrong: "late_penalty  200 EUR", right: "late_penalty  200 CNY"),
  page(
    "R0485", "a sum can only be compared with an amount",
    """
    `total_cash` and the other totals are sums over lines, and so is what a limit or a recourse comes to. They have no \
    status, no remedy and no lines of their own; expect those of the items.
    """, wrong: "total_cash  granted", right: "total_cash  200 CNY"),
  page(
    "R0486", "this is not a way to pay",
    "A line is paid by cash, credit, reshipment, replacement, repair or voucher.",
    wrong: "late_penalty  200 CNY by transfer", right: "late_penalty  200 CNY by cash"),
  page(
    "R0487", "there is no such line",
    "The lines of an item are counted from 1, in the order of the proposal.",
    wrong: "late_penalty line 0  200 CNY", right: "late_penalty line 1  200 CNY"),
  page(
    "R0488", "this deadline is not in the calendar",
    "A deadline is a day or a minute. This one is not in the calendar, so no deadline can ever be on it.",
    wrong: "deadline answer  2026-02-30", right: "deadline answer  2026-03-07"),
  page(
    "R0489", "a figure is expected in another unit",
    """
    A figure is a quantity of one unit, or a number or a percentage without any. What is expected of it is written the \
    same way, in that unit or in another of the same kind.
    """, wrong: "fee_rate  3", right: "fee_rate  3%",
    more: """

      figure fee_rate "Rate of the fee" is 3%

      """),
]

private func page(
  _ code: String, _ title: String, _ explanation: String, wrong: String?, right: String, more: String = ""
) -> DiagnosticPage {
  func example(_ entry: String?) -> String {
    """
    policy late_delivery
      currency CNY

    party carrier is us
    party customer is claimant
    fact delivered_on : date
    fact customs : yes or no

    item late_penalty "Penalty"
      as penalty
      pay 200 CNY
        because "the goods came late"
      except excused: nothing when customs
        because "customs held the goods"
    \(more)
    deadline answer is 2 days after delivered_on

    case three_days_late
      policy late_delivery
    given
      delivered_on  2026-03-05
      customs       no
    \(entry.map { "expect\n  \($0)" } ?? "")
    """
  }
  return DiagnosticPage(
    code: code, title: title, explanation: explanation, wrong: example(wrong), right: example(right))
}
