import RedressDiagnostics

let sensePages: [DiagnosticPage] = [
  page(
    "R0301", "two exceptions that disagree",
    """
    Both exceptions can hold in one case, and they say different things; nothing says which prevails. Such a case would \
    be refused, so the policy is refused before. `overriding` settles it. Whether two conditions can hold together is \
    judged over kinds, yes and no, and comparisons of one value with fixed ones; every other condition counts as free.
    """,
    wrong: """
      kind Tier is basic < silver < gold
      fact tier : Tier "the customer's tier"
      fact strike : yes or no "whether there was a strike"
      define daily_rate is 5 CNY
        except gold_rate: 3 CNY when tier = gold because "gold customers agreed to less"
        except no_fault: 0 when strike because "no penalty without fault"
      item delay "Delay" pay daily_rate because "the daily rate"
      """,
    right: """
      kind Tier is basic < silver < gold
      fact tier : Tier "the customer's tier"
      fact strike : yes or no "whether there was a strike"
      define daily_rate is 5 CNY
        except gold_rate: 3 CNY when tier = gold because "gold customers agreed to less"
        except no_fault: 0 when strike overriding gold_rate because "no penalty without fault"
      item delay "Delay" pay daily_rate because "the daily rate"
      """),
  page(
    "R0302", "something that nobody reads",
    """
    No line, approval, deadline, note, requirement or text can ever depend on it. A fact that is asked of the adjuster and \
    then ignored is the commonest way for rules to contradict their own contract.
    """,
    wrong: """
      fact damage : money from 0 "the damage"
      fact tidied : money from 0 "what could be tidied"
      item loss "Damage" pay damage because "the damage is borne"
      """,
    right: """
      fact damage : money from 0 "the damage"
      item loss "Damage" pay damage because "the damage is borne"
      """),
  page(
    "R0303", "something a definition asks for and does not read",
    """
    A definition asks for values because what it says depends on them. This one does not depend on all it asks for.
    """,
    wrong: """
      define fee(days_late : days, pieces : number from 0) is 5 CNY * pieces
      item loss "Damage" pay fee(3 days, 2) because "the fee"
      """,
    right: """
      define fee(pieces : number from 0) is 5 CNY * pieces
      item loss "Damage" pay fee(2) because "the fee"
      """),
  page(
    "R0304", "options that nothing tells apart",
    """
    Nothing asks whether one of these options is taken, so the customer would choose between the same proposal twice.
    """,
    wrong: """
      choice way "What happens" for customer
        option reship "send again"
        option credit "take off the invoice"
        option voucher "give a voucher"
      item goods "Goods" when way = reship pay 100 CNY because "the goods are sent again"
      """,
    right: """
      choice way "What happens" for customer
        option reship "send again"
        option credit "take off the invoice"
      item goods "Goods" when way = reship pay 100 CNY because "the goods are sent again"
      """),
  DiagnosticPage(
    code: "R0305", title: "a policy that proposes nothing",
    explanation: "A policy has items, or is used by one that has. This one is neither.",
    wrong: """
      policy terms
      define agreed_sum is 100 CNY
      """,
    right: """
      policy terms
        currency CNY
      party carrier is us
      party customer is claimant
      item loss "Damage" pay 100 CNY because "a fixed sum"
      """),
  page(
    "R0306", "shares that do not make 100%",
    """
    Somebody bears every part of a loss. Shares are 100% in all, or one party bears the `rest`.
    """,
    wrong: """
      split blame is carrier 70%, customer 20% because "both had a part in it"
      item loss "Damage" pay 100 CNY because "a fixed sum" borne by blame
      """,
    right: """
      split blame is carrier 70%, customer rest because "both had a part in it"
      item loss "Damage" pay 100 CNY because "a fixed sum" borne by blame
      """),
  page(
    "R0307", "a share too many",
    """
    Each party has one share, and one party at most bears the rest. Weights (`in proportion`) have no rest.
    """,
    wrong: """
      split blame is carrier 70%, carrier 30% because "it carried the goods"
      item loss "Damage" pay 100 CNY because "a fixed sum" borne by blame
      """,
    right: """
      split blame is carrier 70%, customer 30% because "both had a part in it"
      item loss "Damage" pay 100 CNY because "a fixed sum" borne by blame
      """),
  DiagnosticPage(
    code: "R0308", title: "who is who",
    explanation: "A proposal is made by one party, `is us`, to another, `is claimant`. Exactly one is each.",
    wrong: """
      policy example
        currency CNY

      party carrier
      party customer is claimant
      split blame is carrier 100% because "it carried the goods"
      item loss "Damage" pay 100 CNY because "a fixed sum" borne by blame
      """,
    right: """
      policy example
        currency CNY

      party carrier is us
      party customer is claimant
      split blame is carrier 100% because "it carried the goods"
      item loss "Damage" pay 100 CNY because "a fixed sum" borne by blame
      """),
  page(
    "R0309", "a clause that the document does not have",
    """
    A citation names a clause of the document, and its words are shown beside the ruling. The document has no such clause.
    """,
    wrong: """
      source contract "Contract" in "contract.md"
      item loss "Damage" pay 100 CNY because "a fixed sum" citing contract "7.33"
      # file contract.md
      7.1 The carrier is liable.

      7.3 The customer unloads.
      """,
    right: """
      source contract "Contract" in "contract.md"
      item loss "Damage" pay 100 CNY because "a fixed sum" citing contract "7.3"
      # file contract.md
      7.1 The carrier is liable.

      7.3 The customer unloads.
      """),
  page(
    "R0310", "a document that could not be read",
    """
    A source may point at its text, so that citations are looked up there. No file is found at this place. The path starts \
    at the folder of the policy.
    """,
    wrong: """
      source contract "Contract" in "nowhere.md"
      item loss "Damage" pay 100 CNY because "a fixed sum" citing contract "7.3"
      """,
    right: """
      source contract "Contract"
      item loss "Damage" pay 100 CNY because "a fixed sum" citing contract "7.3"
      """),
  page(
    "R0311", "a bar on a class without items",
    """
    The bar refuses the items of a class, and the policy has none of that class. Nothing would ever be refused by it.
    """,
    wrong: """
      fact late : yes or no "whether the notice came late"
      item loss "Damage" pay 100 CNY because "a fixed sum"
      bar notice "Late notice" on compensation, penalty when late because "notice came too late"
      """,
    right: """
      fact late : yes or no "whether the notice came late"
      item loss "Damage" pay 100 CNY because "a fixed sum"
      bar notice "Late notice" on compensation when late because "notice came too late"
      """),
  page(
    "R0312", "a bar on one head",
    """
    There is one place for each kind of "no". What refuses one head is an exception of that item; a bar is for a class, \
    for several heads or for all.
    """,
    wrong: """
      fact late : yes or no "whether the notice came late"
      item loss "Damage" pay 100 CNY because "a fixed sum"
      bar notice "Late notice" on loss when late because "notice came too late"
      """,
    right: """
      fact late : yes or no "whether the notice came late"
      item loss "Damage" pay 100 CNY because "a fixed sum"
        except notice: nothing when late because "notice came too late"
      """),
  page(
    "R0313", "`when` that speaks of one element",
    """
    An item's `when` asks once whether the head arises at all. A condition on each element stands behind the list, after \
    `where`.
    """,
    wrong: """
      record Lot
        value : money from 0 "invoice value"
        destroyed : yes or no "whether it is destroyed"
      fact lots : list of Lot "the damaged goods"
      item loss "Damage" for each lot in lots when lot.destroyed pay lot.value because "the lot is lost"
      """,
    right: """
      record Lot
        value : money from 0 "invoice value"
        destroyed : yes or no "whether it is destroyed"
      fact lots : list of Lot "the damaged goods"
      item loss "Damage" for each lot in lots where lot.destroyed pay lot.value because "the lot is lost"
      """),
]

let signPages: [DiagnosticPage] = [
  page(
    "R0314", "a divisor, or a step of rounding, that may be zero",
    """
    Nothing can be divided by 0 or rounded to steps of 0, and a policy must have an answer for every case. That the divisor \
    or the step is above zero is shown by the bounds of a fact, by a condition around it, or by a `require`.
    """,
    wrong: """
      fact damage : money from 0 "the damage"
      fact pieces : number from 0 "how many pieces"
      item loss "Damage" pay damage / pieces because "the damage of one piece"
      """,
    right: """
      fact damage : money from 0 "the damage"
      fact pieces : number above 0 "how many pieces"
      item loss "Damage" pay damage / pieces because "the damage of one piece"
      """),
  page(
    "R0315", "a payment that can be below zero",
    """
    Nobody pays a customer less than nothing. Where an amount is taken from another, it must be shown that it is not the \
    larger one: by the bounds of the facts, by a condition, by a `require`, or by the step `at least 0`.
    """,
    wrong: """
      fact damage : money from 0 "the damage"
      fact avoidable : money from 0 "what could have been avoided"
      item loss "Damage" pay damage - avoidable because "what could not be avoided"
      """,
    right: """
      fact damage : money from 0 "the damage"
      fact avoidable : money from 0 "what could have been avoided"
      require avoidable <= damage because "no more can be avoided than is lost"
      item loss "Damage" pay damage - avoidable because "what could not be avoided"
      """),
  page(
    "R0316", "a value outside what a definition asks for",
    """
    A definition may count on the bounds of what it is given. Here it may be given something outside them.
    """,
    wrong: """
      fact damage : money from 0 "the damage"
      fact pieces : number from 0 "how many pieces"
      define of_one(total_damage : money from 0, count_of_pieces : number above 0) is total_damage / count_of_pieces
      item loss "Damage" pay of_one(damage, pieces) because "the damage of one piece"
      """,
    right: """
      fact damage : money from 0 "the damage"
      fact pieces : number from 0 "how many pieces"
      define of_one(total_damage : money from 0, count_of_pieces : number above 0) is total_damage / count_of_pieces
      item loss "Damage" when pieces > 0 pay of_one(damage, pieces) because "the damage of one piece"
      """),
]
