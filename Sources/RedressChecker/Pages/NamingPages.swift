import RedressDiagnostics

let namingPages: [DiagnosticPage] = [
  page(
    "R0201", "a name that nothing has",
    """
    Every name leads to a declaration of the policy, or of one it uses. Here is a name that leads nowhere: mistyped, or \
    not declared yet.
    """,
    wrong: """
      fact damage : money from 0 "the damage"
      item loss "Loss" pay damages because "the damage is borne"
      """,
    right: """
      fact damage : money from 0 "the damage"
      item loss "Loss" pay damage because "the damage is borne"
      """),
  page(
    "R0202", "a name that is declared twice",
    """
    All declarations of a policy, and those of the policies it uses, share one list of names, so that a name means one \
    thing wherever it stands. Names for elements of lists and for what a definition takes must differ from them too.
    """,
    wrong: """
      fact damage : money from 0 "the damage"
      item damage "Damage" pay damage because "the damage is borne"
      """,
    right: """
      fact damage : money from 0 "the damage"
      item loss "Damage" pay damage because "the damage is borne"
      """),
  page(
    "R0203", "a name that the language has for itself",
    """
    The totals (`total_cash`, `total_payable` and so on) are there in every policy, and so are the usual units. They \
    cannot be declared again.
    """,
    wrong: """
      fact total_cash : money from 0 "the damage"
      item loss "Damage" pay 100 CNY because "a fixed sum"
      """,
    right: """
      fact damage : money from 0 "the damage"
      item loss "Damage" pay damage because "the damage is borne"
      """),
  page(
    "R0204", "a name of something else",
    """
    The name is known, but it names another sort of thing than this place takes: a party where an amount should stand, a \
    fact where a split should.
    """,
    wrong: """
      item loss "Damage" pay 20% of carrier because "a fifth is borne"
      """,
    right: """
      fact damage : money from 0 "the damage"
      item loss "Damage" pay 20% of damage because "a fifth is borne"
      """),
  page(
    "R0205", "a word that the kind does not have",
    """
    What is of a kind is compared with the words of that kind, and with nothing else. Here stands another word.
    """,
    wrong: """
      kind Cause is packing or handling
      fact cause : Cause "what caused it"
      item loss "Damage" when cause = packin pay 100 CNY because "the packing was ours"
      """,
    right: """
      kind Cause is packing or handling
      fact cause : Cause "what caused it"
      item loss "Damage" when cause = packing pay 100 CNY because "the packing was ours"
      """),
  page(
    "R0206", "a word of a kind by itself",
    """
    A word of a kind means something only beside a value of that kind: `cause = packing`. By itself it is neither yes nor \
    no.
    """,
    wrong: """
      kind Cause is packing or handling
      fact cause : Cause "what caused it"
      item loss "Damage" when packing pay 100 CNY because "the packing was ours"
      item costs_of_survey "Survey" when cause = handling pay 50 CNY because "the handling was ours"
      """,
    right: """
      kind Cause is packing or handling
      fact cause : Cause "what caused it"
      item loss "Damage" when cause = packing pay 100 CNY because "the packing was ours"
      item costs_of_survey "Survey" when cause = handling pay 50 CNY because "the handling was ours"
      """),
  page(
    "R0207", "a field that the record does not have",
    """
    Fields are declared in the record, one after the other. The element that is spoken of here has no such field.
    """,
    wrong: """
      record Lot
        value : money from 0 "invoice value"
      fact lots : list of Lot "the damaged goods"
      item loss "Damage" for each lot in lots pay lot.price because "the lot is lost"
      """,
    right: """
      record Lot
        value : money from 0 "invoice value"
      fact lots : list of Lot "the damaged goods"
      item loss "Damage" for each lot in lots pay lot.value because "the lot is lost"
      """),
  page(
    "R0208", "a unit that nobody knows",
    """
    Units are minutes, hours, days, weeks, months, years, g, kg, t, lb, m, km, m3, the currencies of ISO 4217, and those \
    that a policy declares.
    """,
    wrong: """
      item loss "Damage" pay 5 CNI because "a fixed sum"
      """,
    right: """
      item loss "Damage" pay 5 CNY because "a fixed sum"
      """),
  page(
    "R0209", "things that need one another in a circle",
    """
    To find the value of one, the other must be known, and the other way round: there is no end to it. One of them must \
    be said without the others. The same holds for exceptions that override one another, and for records and units.
    """,
    wrong: """
      define gross : money is net + 10 CNY
      define net : money is gross - 10 CNY
      item loss "Damage" pay gross because "the gross amount" at least 0 because "never below zero"
      """,
    right: """
      fact net : money from 0 "the net amount"
      define gross is net + 10 CNY
      item loss "Damage" pay gross because "the gross amount"
      """),
  page(
    "R0210", "a chain that is too long",
    """
    Definitions, splits, choices and items may build on one another, up to 200 one behind the other. Longer chains can \
    neither be followed by a person nor explained to a customer.
    """,
    wrong: chain(of: 202), right: chain(of: 20)),
]

/// A chain of definitions, each adding to the one before.
private func chain(of length: Int) -> String {
  let links = (1..<length).map { "define d\($0) is d\($0 - 1) + 1 CNY\n" }.joined()
  return "define d0 is 1 CNY\n\(links)item loss \"Damage\" pay d\(length - 1) because \"the sum of all\""
}
