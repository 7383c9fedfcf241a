import RedressDiagnostics

let datingPages: [DiagnosticPage] = [
  page(
    "R0260", "dated answers out of order",
    """
    The answers that hold from different days are read from the earliest to the latest; each holds until the next one \
    begins. Two of one day, or an earlier one behind a later one, leave it open which was meant.
    """,
    wrong: """
      define fee
        is 10 CNY
        from 2026-01-01 is 30 CNY
        from 2025-01-01 is 20 CNY
      item handling "Handling" pay fee because "the fee of the day"
      """,
    right: """
      define fee
        is 10 CNY
        from 2025-01-01 is 20 CNY
        from 2026-01-01 is 30 CNY
      item handling "Handling" pay fee because "the fee of the day"
      """),
  page(
    "R0261", "another day of something that is not dated",
    """
    `name on day` asks what a dated value was on another day than that of the case. Where the value is the same on every \
    day there is nothing to ask.
    """,
    wrong: """
      fact signed_on : date "day of the contract"
      define fee is 10 CNY
      item handling "Handling" pay fee on signed_on because "the fee of the contract"
      """,
    right: """
      fact signed_on : date "day of the contract"
      define fee
        is 10 CNY
        from 2026-01-01 is 12 CNY
      item handling "Handling" pay fee on signed_on because "the fee of the contract"
      """),
  page(
    "R0262", "business days counted by something else than a number",
    """
    `3 business days after` counts days by a plain number, because how long they take depends on weekends and holidays. \
    A length of time such as `3 days` says something else.
    """,
    wrong: """
      fact received : date "day of the notice"
      fact time_to_answer : days from 0 "time to answer"
      item handling "Handling" pay 10 CNY because "a fixed sum"
      deadline reply "Reply" is time_to_answer business days after received
      """,
    right: """
      fact received : date "day of the notice"
      fact time_to_answer : whole number from 0 "business days to answer"
      item handling "Handling" pay 10 CNY because "a fixed sum"
      deadline reply "Reply" is time_to_answer business days after received
      """),
  page(
    "R0263", "interest at a rate that is no yearly percentage",
    """
    `accrued` adds up a yearly rate over days, each at the rate in force on it. The rate is a definition that asks for \
    nothing in brackets and says a percentage.
    """,
    wrong: """
      fact due : date "day the sum was due"
      fact paid : date "day it was paid"
      define base_rate is 6 CNY
      item interest "Interest" pay (accrued base_rate from due to paid) of 1_000 CNY because "paid late"
        at least 0 because "no negative interest"
      """,
    right: """
      fact due : date "day the sum was due"
      fact paid : date "day it was paid"
      define base_rate is 6%
      item interest "Interest" pay (accrued base_rate from due to paid) of 1_000 CNY because "paid late"
        at least 0 because "no negative interest"
      """),
  page(
    "R0264", "days that end before they begin",
    "Days of a calendar are written from the earlier to the later one; both belong to them.",
    wrong: calendarExample("holiday 2026-10-07 to 2026-10-01"),
    right: calendarExample("holiday 2026-10-01 to 2026-10-07")),
  page(
    "R0265", "a day that is a holiday and a workday",
    """
    A workday is a day of the weekend on which people work all the same, often to make up for a holiday. A day cannot be \
    both.
    """,
    wrong: calendarExample("holiday 2026-10-01 to 2026-10-07 workday 2026-10-03"),
    right: calendarExample("holiday 2026-10-01 to 2026-10-07 workday 2026-10-10")),
  page(
    "R0266", "a calendar without a business day",
    "If every day of the week is a weekend, no number of business days is ever over.",
    wrong: calendarExample("weekend monday, tuesday, wednesday, thursday, friday, saturday, sunday"),
    right: calendarExample("weekend saturday, sunday")),
  editionPage(
    "R0267", "editions that are in force on the same days",
    """
    Several files may carry one policy name: they are its editions, and the day of the case picks one. On no day may two \
    of them be in force.
    """,
    wrong: ("in force from 2025-01-01", "in force from 2026-01-01"),
    right: ("in force from 2025-01-01 until 2025-12-31", "in force from 2026-01-01")),
  editionPage(
    "R0268", "days on which no edition is in force",
    """
    Several files may carry one policy name: they are its editions, and the day of the case picks one. A case of a day \
    between two editions would be refused.
    """,
    wrong: ("in force from 2025-01-01 until 2025-06-30", "in force from 2026-01-01"),
    right: ("in force from 2025-01-01 until 2025-12-31", "in force from 2026-01-01")),
  DiagnosticPage(
    code: "R0269", title: "a used policy with editions, none of which covers all days",
    explanation: """
      Where a used policy has several editions, the one is meant that is in force on all days of the policy that uses it. \
      If there is none, the policy needs editions of its own.
      """,
    wrong: usingExample("in force from 2025-06-01 until 2026-06-30"),
    right: usingExample("in force from 2026-01-01 until 2026-06-30")),
]

let knownDayPages: [DiagnosticPage] = [
  DiagnosticPage(
    code: "R0340", title: "no value before a day",
    explanation: """
      An answer that begins on a day says nothing of the days before. That is right where no case can be of such a day, \
      because the policy is not in force by then; otherwise say what held before.
      """,
    wrong: """
      policy example
        currency CNY
        in force from 2025-01-01

      party carrier is us
      party customer is claimant
      define fee
        from 2025-07-01 is 10 CNY
        from 2026-01-01 is 12 CNY
      item handling "Handling" pay fee because "the fee of the day"
      """,
    right: """
      policy example
        currency CNY
        in force from 2025-07-01

      party carrier is us
      party customer is claimant
      define fee
        from 2025-07-01 is 10 CNY
        from 2026-01-01 is 12 CNY
      item handling "Handling" pay fee because "the fee of the day"
      """)
]

private func calendarExample(_ clauses: String) -> String {
  """
  calendar china
    \(clauses)
  fact received : date "day of the notice"
  item handling "Handling" pay 10 CNY because "a fixed sum"
  deadline reply "Reply" is 2 business days after received in china
  """
}

private func edition(_ header: String, _ sum: Int) -> String {
  """
  policy example
    currency CNY
    \(header)

  party carrier is us
  party customer is claimant
  item handling "Handling" pay \(sum) CNY because "a fixed sum"
  """
}

private func editionPage(
  _ code: String, _ title: String, _ explanation: String, wrong: (String, String), right: (String, String)
) -> DiagnosticPage {
  func files(_ headers: (String, String)) -> String {
    edition(headers.0, 10) + "\n# file later.redress\n" + edition(headers.1, 12) + "\n"
  }
  return DiagnosticPage(
    code: code, title: title, explanation: explanation, wrong: files(wrong), right: files(right))
}

private func usingExample(_ header: String) -> String {
  """
  policy example
    currency CNY
    \(header)
    use terms

  party carrier is us
  party customer is claimant
  item handling "Handling" pay fee because "a fixed sum"
  # file terms.redress
  policy terms
    in force from 2025-01-01 until 2025-12-31
  define fee is 10 CNY
  # file later.redress
  policy terms
    in force from 2026-01-01
  define fee is 12 CNY
  # file last_year.redress
  policy last_year
    currency CNY
    in force from 2025-01-01 until 2025-12-31
    use terms

  party carrier is us
  party customer is claimant
  item handling "Handling" pay fee because "a fixed sum"
  """
}
