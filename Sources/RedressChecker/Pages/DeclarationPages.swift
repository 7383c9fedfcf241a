import RedressDiagnostics

let declarationPages: [DiagnosticPage] = [
  DiagnosticPage(
    code: "R0237", title: "no currency, or none that is known",
    explanation: """
      The lines of a policy are amounts in one currency, which it names once by its three letters of ISO 4217. A policy \
      that others use need not name one.
      """,
    wrong: """
      policy example
        currency RMB

      party carrier is us
      party customer is claimant
      item loss "Damage" pay 100 CNY because "a fixed sum"
      """,
    right: """
      policy example
        currency CNY

      party carrier is us
      party customer is claimant
      item loss "Damage" pay 100 CNY because "a fixed sum"
      """),
  DiagnosticPage(
    code: "R0238", title: "policies used together that differ in a header",
    explanation: """
      A policy takes the currency, the rounding and the date of the policies it uses where it says nothing itself. If \
      these differ, nobody can know which counts.
      """,
    wrong: """
      policy example
        currency CNY
        use terms

      party carrier is us
      party customer is claimant
      item loss "Damage" pay agreed_sum because "a fixed sum"
      # file terms.redress
      policy terms
        currency EUR
      define agreed_sum is 100 CNY
      """,
    right: """
      policy example
        currency CNY
        use terms

      party carrier is us
      party customer is claimant
      item loss "Damage" pay agreed_sum because "a fixed sum"
      # file terms.redress
      policy terms
        currency CNY
      define agreed_sum is 100 CNY
      """),
  DiagnosticPage(
    code: "R0239", title: "a policy that ends before it begins",
    explanation:
      "A policy is in force from one day until another, both included; the second may not be before the first.",
    wrong: """
      policy example
        currency CNY
        in force from 2026-01-01 until 2025-12-31

      party carrier is us
      party customer is claimant
      item loss "Damage" pay 100 CNY because "a fixed sum"
      """,
    right: """
      policy example
        currency CNY
        in force from 2026-01-01 until 2026-12-31

      party carrier is us
      party customer is claimant
      item loss "Damage" pay 100 CNY because "a fixed sum"
      """),
  page(
    "R0240", "a unit that is so much of nothing",
    """
    A unit may be so much of another one: 800 kg, 12 parcels. A plain number, a percentage, a currency or an amount per \
    something is no size of a unit.
    """,
    wrong: """
      unit pallet = 800
      fact pallets_lost : pallets from 0 "pallets lost"
      item loss "Damage" pay 10 CNY per pallet * pallets_lost because "a fixed sum for each"
      """,
    right: """
      unit pallet = 800 kg
      fact pallets_lost : pallets from 0 "pallets lost"
      item loss "Damage" pay 10 CNY per pallet * pallets_lost because "a fixed sum for each"
      """),
  page(
    "R0241", "bounds that say nothing",
    """
    Bounds are for amounts, dates, times and kinds with an order, and something must lie between them.
    """,
    wrong: """
      fact damage : money from 500 CNY to 100 CNY "the damage"
      item loss "Damage" pay damage because "the damage is borne"
      """,
    right: """
      fact damage : money from 100 CNY to 500 CNY "the damage"
      item loss "Damage" pay damage because "the damage is borne"
      """),
  page(
    "R0242", "a default outside its bounds",
    """
    Bounds count for defaults too: a case that is silent would be refused for a value nobody stated.
    """,
    wrong: """
      fact damage : money from 100 CNY "the damage" default 0
      item loss "Damage" pay damage because "the damage is borne"
      """,
    right: """
      fact damage : money from 0 "the damage" default 0
      item loss "Damage" pay damage because "the damage is borne"
      """),
  page(
    "R0243", "a default that does not fit",
    """
    `default none` is for lists: no elements. Everything else has a value as its default, or is `optional`.
    """,
    wrong: """
      fact damage : money from 0 "the damage" default none
      item loss "Damage" pay damage because "the damage is borne"
      """,
    right: """
      fact damage : money from 0 "the damage" default 0
      item loss "Damage" pay damage because "the damage is borne"
      """),
  page(
    "R0244", "`optional` that says too much",
    """
    Optional means: where the case is silent, there is none. A default means: where the case is silent, this holds. A \
    list that is absent is an empty one, which is `default none`.
    """,
    wrong: """
      fact agreed_cap : money from 0 "the agreed cap" default 0 optional
      item loss "Damage" pay 100 CNY because "a fixed sum" at most agreed_cap because "the agreed cap"
      """,
    right: """
      fact agreed_cap : money from 0 "the agreed cap" optional
      item loss "Damage" pay 100 CNY because "a fixed sum" at most agreed_cap because "the agreed cap"
      """),
  page(
    "R0245", "a count by zero",
    """
    A rate per 0 kg, or something for every 0 days, has no meaning.
    """,
    wrong: """
      fact late : days from 0 days "days late"
      item loss "Delay" pay 10 CNY for every 0 days of late, part counts as full because "10 for each day"
      """,
    right: """
      fact late : days from 0 days "days late"
      item loss "Delay" pay 10 CNY for every 1 day of late, part counts as full because "10 for each day"
      """),
  page(
    "R0246", "a step without an amount",
    """
    Steps (`at most`, `less` and so on) change an amount. What is said here is none: an apology, a date, a word.
    """,
    wrong: """
      item sorry "Apology" give apology because "we were late" at most 5 CNY because "no more"
      """,
    right: """
      item sorry "Apology" give apology because "we were late"
      """),
  page(
    "R0247", "words that are no remedies",
    """
    What decides the remedy must have the remedies for its words, all of them: then every case has one.
    """,
    wrong: """
      fact way : cash or cheque "how the customer is paid"
      item loss "Damage" pay 100 CNY by way because "a fixed sum"
      """,
    right: """
      fact way : cash or credit "how the customer is paid"
      item loss "Damage" pay 100 CNY by way because "a fixed sum"
      """),
  page(
    "R0248", "a text in which nothing can be filled in",
    """
    Labels of facts, parties, kinds and the like are the same for every case; only labels of lines, approvals, notes, \
    deadlines and choices, and reasons, can be filled in.
    """,
    wrong: """
      fact damage : money from 0 "the damage {damage}"
      item loss "Damage" pay damage because "the damage is borne"
      """,
    right: """
      fact damage : money from 0 "the damage"
      item loss "Damage" pay damage because "the damage of {damage} is borne"
      """),
  page(
    "R0249", "two reasons in one place",
    """
    One ruling gives one reason, which the customer reads as one sentence.
    """,
    wrong: """
      item loss "Damage" pay 100 CNY because "a fixed sum" because "it is usual"
      """,
    right: """
      item loss "Damage" pay 100 CNY because "a fixed sum, as usual"
      """),
]

let bookPages: [DiagnosticPage] = [
  DiagnosticPage(
    code: "R0250", title: "a policy with items that another one uses",
    explanation: """
      `use` brings in declarations: facts, definitions, parties, bars. The items of a policy are its own proposal, and \
      belong to one policy only.
      """,
    wrong: """
      policy example
        currency CNY
        use terms

      party carrier is us
      party customer is claimant
      item loss "Damage" pay 100 CNY because "a fixed sum"
      # file terms.redress
      policy terms
        currency CNY
      party shipper is us
      party buyer is claimant
      item courtesy "Courtesy" pay 10 CNY because "a courtesy"
      """,
    right: """
      policy example
        currency CNY
        use terms

      party carrier is us
      party customer is claimant
      item loss "Damage" pay agreed_sum because "a fixed sum"
      # file terms.redress
      policy terms
      define agreed_sum is 100 CNY
      """),
  DiagnosticPage(
    code: "R0251", title: "policies that use one another in a circle",
    explanation: "What two policies share belongs into a third one that uses neither of them.",
    wrong: """
      policy example
        currency CNY
        use terms

      party carrier is us
      party customer is claimant
      item loss "Damage" pay agreed_sum because "a fixed sum"
      # file terms.redress
      policy terms
        use rates
      define agreed_sum is base_sum
      # file rates.redress
      policy rates
        use terms
      define base_sum is 100 CNY
      """,
    right: """
      policy example
        currency CNY
        use terms

      party carrier is us
      party customer is claimant
      item loss "Damage" pay agreed_sum because "a fixed sum"
      # file terms.redress
      policy terms
        use rates
      define agreed_sum is base_sum
      # file rates.redress
      policy rates
      define base_sum is 100 CNY
      """),
  DiagnosticPage(
    code: "R0252", title: "two policies of one name",
    explanation: """
      A case names its policy, so a rule book has one policy of each name, or several editions of it: files of one name, \
      each of which says when it is in force.
      """,
    wrong: """
      policy example
        currency CNY

      party carrier is us
      party customer is claimant
      item loss "Damage" pay 100 CNY because "a fixed sum"
      # file other.redress
      policy example
        currency CNY

      party carrier is us
      party customer is claimant
      item loss "Damage" pay 200 CNY because "a fixed sum"
      """,
    right: """
      policy example
        currency CNY

      party carrier is us
      party customer is claimant
      item loss "Damage" pay 100 CNY because "a fixed sum"
      # file other.redress
      policy other
        currency CNY

      party carrier is us
      party customer is claimant
      item loss "Damage" pay 200 CNY because "a fixed sum"
      """),
]
