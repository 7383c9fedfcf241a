import RedressDiagnostics

let idlePages: [DiagnosticPage] = [
  page(
    "R0363", "a condition that can never hold",
    """
    By the bounds and words of what it asks, and by what is known where it stands, the answer is no in every case. What hangs \
    on it would never happen. Judged are kinds, yes and no, and comparisons with fixed values.
    """,
    wrong: """
      fact late : days from 0 to 30 days "days late"
      item delay "Delay" when late > 1 day pay 100 CNY because "a fixed sum"
        except very_late: 200 CNY when late > 60 days because "twice that for long delays"
      """,
    right: """
      fact late : days from 0 to 30 days "days late"
      item delay "Delay" when late > 1 day pay 100 CNY because "a fixed sum"
        except very_late: 200 CNY when late > 20 days because "twice that for long delays"
      """),
  page(
    "R0364", "a condition that always holds",
    """
    By the bounds and words of what it asks, and by what is known where it stands, the answer is yes in every case. A condition \
    that tells no cases apart is one that says something else than was meant, or one too many. A note or an approval for every \
    case has `when yes`.
    """,
    wrong: """
      fact late : days from 0 "days late"
      item delay "Delay" when late >= 0 days pay 100 CNY because "a fixed sum"
      """,
    right: """
      fact late : days from 0 "days late"
      item delay "Delay" when late > 0 days pay 100 CNY because "a fixed sum"
      """),
  page(
    "R0365", "an exception that others always set aside",
    """
    Wherever this exception holds, one that overrides it holds as well, so it never decides anything.
    """,
    wrong: """
      kind Tier is basic < silver < gold
      fact tier : Tier "the customer's tier"
      item delay "Delay" pay 100 CNY because "a fixed sum"
        except gold_customers: 300 CNY when tier = gold because "three times for gold"
        except good_customers: 200 CNY when tier >= silver overriding gold_customers because "twice for good customers"
      """,
    right: """
      kind Tier is basic < silver < gold
      fact tier : Tier "the customer's tier"
      item delay "Delay" pay 100 CNY because "a fixed sum"
        except gold_customers: 300 CNY when tier = gold overriding good_customers because "three times for gold"
        except good_customers: 200 CNY when tier >= silver because "twice for good customers"
      """),
  page(
    "R0366", "an exception, or an answer from a day on, that changes nothing",
    """
    It gives what would be given without it, and it sets no other exception aside. Either the value is not the one that was \
    meant, or the exception is one too many. So it is with an answer that holds from a day on and is, value and reasons, \
    the one before.
    """,
    wrong: """
      fact fragile : yes or no "whether the goods were fragile"
      item loss "Damage" pay 100 CNY because "a fixed sum"
        except fragile_goods: 100 CNY when fragile because "less for fragile goods"
      """,
    right: """
      fact fragile : yes or no "whether the goods were fragile"
      item loss "Damage" pay 100 CNY because "a fixed sum"
        except fragile_goods: 80 CNY when fragile because "less for fragile goods"
      """),
  page(
    "R0367", "a step that never changes anything",
    """
    Whatever the case, the amount that comes in is the amount that goes out: a cap above what the bounds of the facts allow, \
    a floor below it, `less 0`, `times 1`.
    """,
    wrong: """
      fact damage : money from 0 to 1_000 CNY "the damage"
      item loss "Damage" pay damage because "the damage is borne"
        at most 5_000 CNY because "the limit of the contract"
      """,
    right: """
      fact damage : money from 0 to 10_000 CNY "the damage"
      item loss "Damage" pay damage because "the damage is borne"
        at most 5_000 CNY because "the limit of the contract"
      """),
  page(
    "R0368", "a share that can be below zero",
    """
    Nobody bears less than nothing, no weight counts against the others, and nothing below zero is claimed back. That it is not \
    below zero is shown by the bounds of the facts, by a condition around it, or by a `require`.
    """,
    wrong: """
      fact own_part : percent "the carrier's part"
      split blame is carrier own_part, customer rest because "both had a part in it"
      item loss "Damage" pay 100 CNY because "a fixed sum" borne by blame
      """,
    right: """
      fact own_part : percent from 0% to 100% "the carrier's part"
      split blame is carrier own_part, customer rest because "both had a part in it"
      item loss "Damage" pay 100 CNY because "a fixed sum" borne by blame
      """),
  page(
    "R0369", "bounds of discretion the wrong way round",
    """
    The bounds within which a person decides are written with the smaller amount first.
    """,
    wrong: """
      item goodwill_gift "Goodwill" pay 100 CNY discretion 500 CNY to 0 CNY because "a sign of good will"
      """,
    right: """
      item goodwill_gift "Goodwill" pay 100 CNY discretion 0 CNY to 500 CNY because "a sign of good will"
      """),
]
