import RedressDiagnostics

let limitPages: [DiagnosticPage] = [
  page(
    "R0278", "another value for the largest line",
    """
    `only the largest` keeps one line of several and cuts the others. An exception may lift that; there is no amount that \
    could take its place.
    """,
    wrong: twoHeads(
      """
      limit no_double "No double recovery" on compensation
        only the largest because "the loss is made good once"
          except agreed: 100 CNY when both_agreed because "agreed"
      """),
    right: twoHeads(
      """
      limit no_double "No double recovery" on compensation
        only the largest because "the loss is made good once"
          except agreed: waived when both_agreed because "agreed"
      """)),
  page(
    "R0279", "a lift of something that is no limit and no step",
    """
    A `lift` names the limits it waives, or a step of an item: `delay.at_most`. Steps are called after their words; a \
    second one of the same words is `at_most_2`.
    """,
    wrong: twoHeads(
      """
      limit ceiling "Ceiling" on compensation at most 1_000 CNY because "agreed"
      lift intent "Intent" on repair_cost when both_agreed because "no limit protects intent"
      """),
    right: twoHeads(
      """
      limit ceiling "Ceiling" on compensation at most 1_000 CNY because "agreed"
      lift intent "Intent" on ceiling when both_agreed because "no limit protects intent"
      """)),
  page(
    "R0280", "a limit for each element, on an item without such lines",
    """
    With `for each` a limit acts on the lines of each element of a list by themselves. An item that has no line for each \
    of these elements cannot be among them.
    """,
    wrong: passengers("limit ceiling \"Ceiling\" on all for each p in passengers"),
    right: passengers("limit ceiling \"Ceiling\" on baggage for each p in passengers")),
  page(
    "R0281", "an amount shared among nobody",
    """
    `share` spreads one amount over the lines of an item by their weights. It needs a line for each element of a list, \
    and the amount itself is the same for all of them; so is what `otherwise` stands for in it.
    """,
    wrong: insurers("item contribution \"Contribution\" share 900 CNY in proportion to 1 because \"co-insurance\""),
    right: insurers(
      """
      item contribution "Contribution" for each insurer in insurers
        share 900 CNY in proportion to insurer.part because "co-insurance"
      """)),
  page(
    "R0282", "recourse against ourselves",
    "Recourse claims back from another party what we have paid. What we bear ourselves is no recourse.",
    wrong: twoHeads(
      """
      recover own_fault "Recourse" on compensation from carrier 30% when both_agreed because "its fault"
      """),
    right: twoHeads(
      """
      party packer "the packer"
      recover own_fault "Recourse" on compensation from packer 30% when both_agreed because "its fault"
      """)),
  page(
    "R0283", "the position of something that has none",
    """
    The lines that an item makes for the elements of a list have positions: 1, 2, 3 and so on, in the order of the list or \
    in the one the item says. Elsewhere nothing has a position.
    """,
    wrong: insurers(
      """
      item contribution "Contribution"
        pay 1 CNY * sum of position of i for each i in insurers where i.part > 0 because "by position"
      """),
    right: insurers(
      """
      item contribution "Contribution" for each i in insurers where i.part > 0 largest first by i.part
        pay 10 CNY because "a fixed sum"
        except others: nothing when position of i > 3 because "three at most"
      """)),
  page(
    "R0284", "asked whether something is stated that is not optional",
    """
    `is stated` asks whether a case says anything about a fact or a field that is declared `optional`: an agreed value, a \
    declared interest. A fact that is not optional is unknown while nobody states it, and what depends on it waits; a \
    fact with a default always has a value.
    """,
    wrong: """
      fact agreed_sum : money from 0 "the agreed sum"
      item loss "Damage" pay 100 CNY because "a fixed sum"
        except agreed: agreed_sum when agreed_sum is stated because "it was agreed"
      """,
    right: """
      fact agreed_sum : money from 0 "the agreed sum" optional
      item loss "Damage" pay 100 CNY because "a fixed sum"
        except agreed: agreed_sum when agreed_sum is stated because "it was agreed"
      """),
]

let orderPages: [DiagnosticPage] = [
  page(
    "R0341", "a limit or a recourse on a class that no item has",
    "A limit or a recourse on such a class would never do anything. Items without a class are `compensation`.",
    wrong: twoHeads("limit ceiling \"Ceiling\" on penalty at most 1_000 CNY because \"agreed\"", isRead: false),
    right: twoHeads("limit ceiling \"Ceiling\" on compensation at most 1_000 CNY because \"agreed\"", isRead: false)),
  page(
    "R0342", "two limits without an order",
    """
    A deductible before a cap and a cap before a deductible give different sums. Where two limits can act on one line, \
    `apply` says which comes first.
    """,
    wrong: twoHeads(twoLimits, isRead: false),
    right: twoHeads(
      twoLimits + "\napply excess then ceiling because \"the deductible comes off the loss\"", isRead: false)),
  page(
    "R0343", "recourse against a party that bears its share already",
    """
    A party that bears a share of an item pays that share itself. Recourse for the same item would charge it twice.
    """,
    wrong: recourse("repair"),
    right: recourse("loss")),
]

private let twoLimits = """
  limit excess "Deductible" on compensation less 100 CNY because "agreed"
  limit ceiling "Ceiling" on compensation at most 1_000 CNY because "agreed"
  """

private func twoHeads(_ rest: String, isRead: Bool = true) -> String {
  """
  fact repair_cost : money from 0 "cost of repair"
  fact proved_loss : money from 0 "loss"
  \(isRead ? "fact both_agreed : yes or no \"agreed\"\n" : "")item repair "Repair" pay repair_cost because "the cost"
  item loss "Loss" pay proved_loss because "the loss"
  \(rest)
  """
}

private func passengers(_ limit: String) -> String {
  """
  record Passenger
    baggage_value : money from 0 "value of the baggage"
  fact passengers : list of Passenger "passengers"
  fact proved_loss : money from 0 "loss"
  item baggage "Baggage" for each passenger in passengers pay passenger.baggage_value because "lost"
  item loss "Loss" pay proved_loss because "the loss"
  \(limit)
    at most 10_000 CNY because "the limit of each passenger"
  """
}

private func insurers(_ item: String) -> String {
  """
  record Insurer
    part : percent from 0% "part of the cover"
  fact insurers : list of Insurer "the co-insurers"
  item others "For each" as costs for each other in insurers pay 10 CNY because "costs" at most 100 CNY * other.part because "x"
  \(item)
  """
}

private func recourse(_ item: String) -> String {
  """
  party packer "the packer"
  fact repair_cost : money from 0 "cost of repair"
  fact proved_loss : money from 0 "loss"
  split blame "Who answers" is packer 40%, carrier rest because "both were careless"
  item repair "Repair" pay repair_cost because "the cost" borne by blame
  item loss "Loss" pay proved_loss because "the loss"
  recover packing_fault "Recourse" on \(item) from packer 30% because "it guaranteed the packing"
  """
}
