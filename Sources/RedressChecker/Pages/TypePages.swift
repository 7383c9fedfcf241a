import RedressDiagnostics

let typePages: [DiagnosticPage] = [
  page(
    "R0211", "something that cannot be yes or no",
    """
    A condition is a question that is answered with yes or no. An amount, a date or a word is no question; ask something \
    about it.
    """,
    wrong: """
      fact damage : money from 0 "the damage"
      item loss "Damage" when damage pay damage because "the damage is borne"
      """,
    right: """
      fact damage : money from 0 "the damage"
      item loss "Damage" when damage > 0 pay damage because "the damage is borne"
      """),
  page(
    "R0212", "words joined by `or`",
    """
    `or` joins questions, not words. To ask whether something is one of several words, write `= any of (…)`.
    """,
    wrong: """
      kind Cause is packing or handling or weather
      fact cause : Cause "what caused it"
      item loss "Damage" when cause = packing or handling pay 100 CNY because "it was our work"
      """,
    right: """
      kind Cause is packing or handling or weather
      fact cause : Cause "what caused it"
      item loss "Damage" when cause = any of (packing, handling) pay 100 CNY because "it was our work"
      """),
  page(
    "R0213", "a value of another type than its place takes",
    """
    Every place takes values of one type: an amount, a date, a word of a kind. What stands here is of another one.
    """,
    wrong: """
      fact received : date "day of the complaint"
      item loss "Damage" when received > 5 CNY pay 100 CNY because "a fixed sum"
      """,
    right: """
      fact received : date "day of the complaint"
      item loss "Damage" when received > 2026-01-01 pay 100 CNY because "a fixed sum"
      """),
  page(
    "R0214", "the units do not fit",
    """
    Amounts are added, compared and paid only in units that convert into one another: hours and days do, XDR and CNY do \
    not. Multiplying and dividing changes the unit: 8.33 XDR per kg times 120 kg is an amount in XDR. What is missing is \
    usually a rate, or the quantity that a rate is counted by.
    """,
    wrong: """
      fact gross_weight : kg from 0 kg "gross weight short"
      item loss "Damage" pay 8.33 XDR per kg * gross_weight because "the limit by weight"
      """,
    right: """
      fact gross_weight : kg from 0 kg "gross weight short"
      fact sdr_rate : CNY per XDR from 0 "value of a unit of account"
      item loss "Damage" pay 8.33 XDR per kg * gross_weight * sdr_rate because "the limit by weight"
      """),
  page(
    "R0215", "a percentage added to an amount",
    """
    A percentage is no amount until it is said of what: 10% of the loss, or of the freight. `reduced by` and `increased \
    by` take it of the amount before them.
    """,
    wrong: """
      fact damage : money from 0 "the damage"
      item loss "Damage" pay damage - 10% because "the damage but for a tenth"
      """,
    right: """
      fact damage : money from 0 "the damage"
      item loss "Damage" pay damage reduced by 10% because "the damage but for a tenth"
      """),
  page(
    "R0216", "a percentage of what?",
    """
    A step such as `less` changes an amount by an amount. A percentage must say of what: `of it` is of the amount \
    reached here.
    """,
    wrong: """
      fact damage : money from 0 "the damage"
      item loss "Damage" pay damage because "the damage is borne" less 20% because "the customer's own risk"
      """,
    right: """
      fact damage : money from 0 "the damage"
      item loss "Damage" pay damage because "the damage is borne" less 20% of it because "the customer's own risk"
      """),
  page(
    "R0217", "`reduced by` without a percentage",
    """
    `reduced by` and `increased by` take a percentage. An amount is taken away with `-`, and added with `+`.
    """,
    wrong: """
      fact damage : money from 500 CNY "the damage"
      item loss "Damage" pay damage reduced by 500 CNY because "the damage above 500"
      """,
    right: """
      fact damage : money from 500 CNY "the damage"
      item loss "Damage" pay damage - 500 CNY because "the damage above 500"
      """),
  page(
    "R0218", "something that cannot be calculated with",
    """
    Amounts, numbers and percentages are added and multiplied. Dates, words and answers are not; of two dates there is \
    the difference.
    """,
    wrong: """
      fact intact : yes or no "whether anything is intact"
      item loss "Damage" pay 100 CNY * intact because "a fixed sum"
      """,
    right: """
      fact intact : yes or no "whether anything is intact"
      item loss "Damage" when intact pay 100 CNY because "a fixed sum"
      """),
  page(
    "R0219", "a date with `+` or `-`",
    """
    A date is moved with `after` and `before`, because a month is not a fixed number of days.
    """,
    wrong: """
      fact received : date "day of the complaint"
      item loss "Damage" pay 100 CNY because "a fixed sum"
      deadline answer "Answer" is received + 7 days
      """,
    right: """
      fact received : date "day of the complaint"
      item loss "Damage" pay 100 CNY because "a fixed sum"
      deadline answer "Answer" is 7 days after received
      """),
  page(
    "R0220", "a date and a time",
    """
    A time has an hour and a minute, a date is a whole day; nothing says when in the day. Take the day of the time.
    """,
    wrong: """
      fact received : time "when the complaint came"
      fact delivered : date "day of the delivery"
      item loss "Damage" when received - delivered <= 7 days pay 100 CNY because "a fixed sum"
      """,
    right: """
      fact received : time "when the complaint came"
      fact delivered : date "day of the delivery"
      item loss "Damage" when date of received - delivered <= 7 days pay 100 CNY because "a fixed sum"
      """),
  page(
    "R0221", "a part of a day or month",
    """
    A date moves by whole days or months, a time by whole minutes.
    """,
    wrong: """
      fact received : date "day of the complaint"
      item loss "Damage" pay 100 CNY because "a fixed sum"
      deadline answer "Answer" is 36 hours after received
      """,
    right: """
      fact received : date "day of the complaint"
      item loss "Damage" pay 100 CNY because "a fixed sum"
      deadline answer "Answer" is 48 hours after received
      """),
  page(
    "R0222", "words without an order",
    """
    `<` and `>` ask for an order. The words of a kind have one if they are declared with `<` between them.
    """,
    wrong: """
      kind Tier is basic or silver or gold
      fact tier : Tier "the customer's tier"
      item loss "Damage" when tier >= silver pay 100 CNY because "a courtesy"
      """,
    right: """
      kind Tier is basic < silver < gold
      fact tier : Tier "the customer's tier"
      item loss "Damage" when tier >= silver pay 100 CNY because "a courtesy"
      """),
  page(
    "R0223", "values missing in brackets, or too many",
    """
    A definition that takes values is read with as many in brackets as it asks for; one that takes none, without brackets.
    """,
    wrong: """
      define fee(days_late : days from 0 days) is 5 CNY per day * days_late
      item loss "Damage" pay fee because "the fee"
      """,
    right: """
      define fee(days_late : days from 0 days) is 5 CNY per day * days_late
      item loss "Damage" pay fee(3 days) because "the fee"
      """),
  page(
    "R0224", "a field of something that has none",
    """
    Only elements of a list have fields. The name before the point stands for something else.
    """,
    wrong: """
      fact damage : money from 0 "the damage"
      item loss "Damage" pay damage.value because "the damage is borne"
      """,
    right: """
      fact damage : money from 0 "the damage"
      item loss "Damage" pay damage because "the damage is borne"
      """),
  page(
    "R0225", "something that is not a list",
    """
    `for each`, `count` and `any` go through a list, which is declared with `list of` a record.
    """,
    wrong: """
      fact damage : money from 0 "the damage"
      item loss "Damage" for each lot in damage pay 5 CNY because "a fixed sum for each lot"
      """,
    right: """
      record Lot
        value : money from 0 "invoice value"
      fact lots : list of Lot "the damaged goods"
      item loss "Damage" for each lot in lots pay lot.value because "the lot is lost"
      """),
  page(
    "R0226", "a day that does not exist",
    """
    The calendar has no such day: a thirtieth of February, or a thirteenth month.
    """,
    wrong: """
      fact received : date "day of the complaint"
      item loss "Damage" when received > 2026-02-30 pay 100 CNY because "a fixed sum"
      """,
    right: """
      fact received : date "day of the complaint"
      item loss "Damage" when received > 2026-02-28 pay 100 CNY because "a fixed sum"
      """),
  page(
    "R0227", "a number too large to be exact",
    """
    Every calculation is exact. Numbers with more than about 30 digits cannot be held exactly, and are refused rather \
    than rounded.
    """,
    wrong: """
      item loss "Damage" pay 10000000000000000000000000000000000000000 CNY because "a fixed sum"
      """,
    right: """
      item loss "Damage" pay 1_000_000 CNY because "a fixed sum"
      """),
]
