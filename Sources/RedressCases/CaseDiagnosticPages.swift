package import RedressDiagnostics

/// The policy that most of the cases on the pages of R0401 to R0428 fall under.
package let casePagesPolicy = """
  policy parcels "Lost, damaged and late parcels"
    currency CNY

  party carrier  "the carrier"  is us
  party customer "the customer" is claimant

  kind Cause is packing or handling

  record Lot "goods of one kind"
    value   : money above 0  "what they are worth"
    rescued : money from 0   "what is left of it"  default 0 CNY

  fact cause        : Cause                      "what caused the damage"
  fact delivered_on : date                       "day of delivery"
  fact agreed_on    : date                       "day agreed upon"
  fact weight       : kg from 0 kg to 1_000 kg   "weight of the late goods"
  fact missing      : whole number from 0        "parcels that did not arrive"  default 0
  fact lots         : list of Lot                "the damaged goods"            default none

  choice payment "How it is paid" for customer
    option cash
    option credit

  item damage "Damaged goods"
    for each lot in lots
    pay lot.value by payment
      because "the goods were damaged on the way"
    except poor_packing: nothing when cause = packing
      because "the sender packed them poorly"
    less lot.rescued
      because "what is left of the goods stays with the customer"

  item delay "Late delivery"
    when delivered_on > agreed_on
    pay 2 CNY per kg * weight
      because "delivery came after the day agreed upon"

  item missing_parcels "Missing parcels"
    when missing > 0
    pay 100 CNY * missing
      because "each parcel that does not arrive is made good"
  """

/// The pages of R0401 to R0409 and R0420 to R0428: cases that do not fit their policy. A text that begins with `--` is an
/// option laid over a case that is right; one that begins with a policy has its own.
package let caseDiagnosticPages: [DiagnosticPage] = [
  DiagnosticPage(
    code: "R0401", title: "this is not something a case of this policy states",
    explanation: """
      A case states the facts and details its policy asks for, and may settle its choices. What the policy works out \
      itself cannot be stated, and a name that is misspelt would silently be ignored, so it is refused.
      """,
    wrong: page("given\n  wieght 3 kg"), right: page("given\n  weight 3 kg")),
  DiagnosticPage(
    code: "R0402", title: "this is stated twice",
    explanation: """
      Two entries of a case, or two options of a command, speak of the same fact, head of claim or cell; or two cases \
      of a file have the same name. Money would hang on which of them counts, so neither does.
      """,
    wrong: page("given\n  weight 3 kg\n  weight 5 kg"), right: page("given\n  weight 5 kg")),
  DiagnosticPage(
    code: "R0403", title: "this is a value of another kind",
    explanation: """
      Each fact has a type: yes or no, one of several words, a quantity with its unit, a date, a time, a text or a \
      list. The value that is stated is of another type.
      """,
    wrong: page("given\n  delivered_on packing"), right: page("given\n  delivered_on 2026-03-05")),
  DiagnosticPage(
    code: "R0404", title: "this word is not one the policy knows here",
    explanation: """
      Where a fact takes one of several words, or a choice one of several options, the policy lists all of them. \
      Another word would match no rule.
      """,
    wrong: page("given\n  cause handlng"), right: page("given\n  cause handling")),
  DiagnosticPage(
    code: "R0405", title: "the unit does not fit",
    explanation: """
      Quantities are stated with their unit; only `0` needs none. Units that measure the same are converted, `2 t` is \
      2,000 kg. Units that measure something else, another currency, or a percentage where a plain number belongs, are \
      refused.
      """,
    wrong: page("given\n  weight 3"), right: page("given\n  weight 3 kg")),
  DiagnosticPage(
    code: "R0406", title: "this is outside its bounds",
    explanation: """
      The policy says between which bounds a value can lie, because its rules have no sensible answer beyond them. A \
      claim cannot be below zero. Most often a digit or a unit is wrong.
      """,
    wrong: page("given\n  weight 30 t"), right: page("given\n  weight 30 kg")),
  DiagnosticPage(
    code: "R0407", title: "there is no such day or minute",
    explanation: """
      The date is not in the calendar, or the time is not on the clock. Months and days are counted as usual, hours go \
      from 00 to 23.
      """,
    wrong: page("given\n  delivered_on 2026-02-30"), right: page("given\n  delivered_on 2026-02-28")),
  DiagnosticPage(
    code: "R0408", title: "no item of this policy answers this claim",
    explanation: """
      What is claimed stands under the heads that the policy has items for. A claim under another head would never get \
      an answer, so it is refused, with the list of the heads.
      """,
    wrong: page("claimed\n  lost_sales 50_000 CNY"), right: page("claimed\n  damage 50_000 CNY")),
  DiagnosticPage(
    code: "R0409", title: "the rows of this list are not as they should be",
    explanation: """
      A list is stated by a row with the names of its columns and a row for each element. Each column is a field of \
      the list's record; only fields with a default and optional ones may be left out as a column. A cell that is left \
      empty is not known. A list inside a list has an entry of its own, such as `shipments[1].packages`.
      """,
    wrong: page("given\n  lots\n    | rescued |\n    | 200 CNY |"),
    right: page("given\n  lots\n    | value     | rescued |\n    | 1_000 CNY | 200 CNY |")),
  DiagnosticPage(
    code: "R0420", title: "there is no such row or field",
    explanation: """
      `lots[2].value` is the field `value` in the second row of `lots`. Rows are counted from 1, in the order in which \
      they stand, and the list must be stated in the case.
      """,
    wrong: "--set lots[4].value=1_000 CNY", right: "--set lots[1].value=1_000 CNY"),
  DiagnosticPage(
    code: "R0421", title: "this is not a whole number",
    explanation: """
      The policy counts this in whole units, because its rules say nothing of parts of one. Round as the contract says \
      before you state it; where the contract is silent, ask the owner of the policy.
      """,
    wrong: page("given\n  missing 2.5"), right: page("given\n  missing 2")),
  DiagnosticPage(
    code: "R0422", title: "this number is too large or too fine to calculate with exactly",
    explanation: """
      Amounts are exact, with up to 38 digits. A number with more digits than that is a mistake of the pen or of the \
      program that wrote the case.
      """,
    wrong: page("given\n  missing 1\(String(repeating: "0", count: 60))"), right: page("given\n  missing 1")),
  DiagnosticPage(
    code: "R0423", title: "the case asks for another currency than its policy settles in",
    explanation: """
      The policy names the currency it settles in, and a case cannot change it. Converting is a matter of a rate and of \
      a day, which are for the policy to name.
      """,
    wrong: page("given\n  weight 3 kg", currency: "EUR"), right: page("given\n  weight 3 kg", currency: "CNY")),
  DiagnosticPage(
    code: "R0424", title: "this JSON does not have the shape of a case",
    explanation: """
      A case in JSON is an object with `policy` and `given`, and perhaps `case`, `dated`, `currency` and `claimed`. \
      Facts and claims are objects, a list is an array of objects, and every other value is a text, `true`, `false` or a \
      plain number. `redress schema` prints the exact form.
      """,
    wrong: #"{ "case": "late", "policy": "parcels", "facts": { "weight": "3 kg" }, "given": {} }"#,
    right: #"{ "case": "late", "policy": "parcels", "given": { "weight": "3 kg" } }"#),
  DiagnosticPage(
    code: "R0425", title: "this number is written with an exponent",
    explanation: """
      Numbers such as `1e3` come from programs that calculate with rounded numbers. Here every number is exact, and is \
      written with digits and at most one point.
      """,
    wrong: #"{ "case": "late", "policy": "parcels", "given": { "missing": 1e1 } }"#,
    right: #"{ "case": "late", "policy": "parcels", "given": { "missing": 10 } }"#),
  DiagnosticPage(
    code: "R0426", title: "this option does not say what to set to what",
    explanation: """
      `--set` takes the name of a fact, a detail or a cell, `=`, and the value as a case file has it. `--choose` takes \
      the name of a choice, `=`, and one of its options.
      """,
    wrong: "--set weight", right: "--set weight=3 kg"),
  DiagnosticPage(
    code: "R0427", title: "the case states money in two currencies",
    explanation: """
      Under `currency of the case` a case is settled in the currency its sums are in. Sums in two currencies would have \
      to be converted, which is a matter of a rate and of a day, and not for a program to guess.
      """,
    wrong: ownCurrencyPage("price 300 EUR\n  freight 20 USD"),
    right: ownCurrencyPage("price 300 EUR\n  freight 20 EUR")),
  DiagnosticPage(
    code: "R0428", title: "nothing says in which currency the case is settled",
    explanation: """
      Under `currency of the case` a sum that the case states tells the currency, or an entry `currency` below the \
      policy. Without either no amount could be rounded or shown.
      """,
    wrong: ownCurrencyPage("late 3 days"), right: ownCurrencyPage("late 3 days", currency: "EUR")),
]

/// A policy that settles in the currency of the case, with a case of it.
private func ownCurrencyPage(_ given: String, currency: String? = nil) -> String {
  """
  policy parcels "Parcels from all countries"
    currency of the case

  party carrier  "the carrier"  is us
  party customer "the customer" is claimant

  fact price   : money from 0         "what the goods are worth"
  fact freight : money from 0         "what the carriage cost"    default 0
  fact late    : days from 0 days     "how late they came"        default 0 days

  item damage "Damaged goods"
    pay price + freight
      because "the goods were damaged on the way"

  item delay "Late delivery"
    pay 1% per day * late * price
      because "each day is made good"

  case parcel
    policy parcels\(currency.map { "\n  currency \($0)" } ?? "")

  given
    \(given)

  """
}

/// A case with something after its head.
private func page(_ body: String, currency: String? = nil) -> String {
  "case late\n  policy parcels\n" + (currency.map { "  currency \($0)\n" } ?? "") + "\n" + body + "\n"
}
