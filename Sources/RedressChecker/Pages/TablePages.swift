import RedressDiagnostics

let tablePages: [DiagnosticPage] = [
  page(
    "R0270", "a column of a type that no cell covers",
    """
    Cells cover amounts, numbers, dates, times, words of a kind and `yes or no`. A free text has no cells that would \
    cover all of it, and an element of a list has many values.
    """,
    wrong: """
      fact place : text "place of delivery"
      table fee of where_to : text gives money
        | where_to | gives |
        | any      | 10    |
      item handling "Handling" pay fee(place) because "by place"
      """,
    right: """
      kind Zone is inland or abroad
      fact place : Zone "place of delivery"
      table fee of where_to : Zone gives money
        | where_to | gives |
        | inland   | 10    |
        | abroad   | 20    |
      item handling "Handling" pay fee(place) because "by place"
      """),
  page(
    "R0271", "a header that does not name the columns",
    """
    The header row names everything that the table asks for, in any order, and `gives` at the end. Cells are told apart \
    by it.
    """,
    wrong: weightTable(
      """
      | wait       | gives |
      | up to 5 kg | 10    |
      | above 5 kg | 20    |
      """),
    right: weightTable(
      """
      | weight     | gives |
      | up to 5 kg | 10    |
      | above 5 kg | 20    |
      """)),
  page(
    "R0272", "a table without rows",
    "A table without rows gives nothing, whatever is asked.",
    wrong: weightTable("| weight | gives |"),
    right: weightTable(
      """
      | weight     | gives |
      | up to 5 kg | 10    |
      | above 5 kg | 20    |
      """)),
  page(
    "R0273", "a refusal without a reason",
    """
    A row that says `refused` refuses the whole case. Whoever states such a case reads the reason, so there has to be \
    one.
    """,
    wrong: weightTable(
      """
      | weight      | gives   |
      | up to 50 kg | 10      |
      | above 50 kg | refused |
      """),
    right: weightTable(
      """
      | weight      | gives   |
      | up to 50 kg | 10      |
      | above 50 kg | refused | because "heavier goods go by another tariff"
      """)),
  page(
    "R0274", "a value that never occurs",
    """
    A column of whole numbers meets whole numbers only. A cell with a broken number would never cover anything.
    """,
    wrong: pieceTable("| 1 to 4    | 10    |\n    | 2.5       | 20    |", "above 4"),
    right: pieceTable("| 1 to 4    | 10    |\n    | 5         | 20    |", "above 5")),
  page(
    "R0275", "the rows of a table could not be read",
    """
    The rows of a table may live in a file beside the rules. The path starts at the folder of the policy.
    """,
    wrong: """
      fact weight : kg above 0 "weight"
      table fee of heaviness : kg gives money in "fees-of-last-year.csv"
      item handling "Handling" pay fee(weight) because "by weight"
      """,
    right: weightTable(
      """
      | weight     | gives |
      | up to 5 kg | 10    |
      | above 5 kg | 20    |
      """)),
  page(
    "R0276", "a first band in which nothing lies",
    "Tiers cut an amount into slices from 0 on; the first slice ends above 0.",
    wrong: tiersExample("| up to 0 | 10% |\n  | above   | 5%  |"),
    right: tiersExample("| up to 500 | 10% |\n  | above     | 5%  |")),
  page(
    "R0277", "rates that make something else than the tiers give",
    """
    Each slice of the amount is multiplied by its rate, and the slices are added up. What comes out has to be what the \
    tiers say they give.
    """,
    wrong: """
      fact weight : kg from 0 "weight"
      tiers fee of heaviness : kg gives money
        | up to 10 kg | 5 EUR per kg |
        | above       | 3 EUR per kg |
      item handling "Handling" pay fee(weight) because "by weight"
      """,
    right: """
      fact weight : kg from 0 "weight"
      tiers fee of heaviness : kg gives money
        | up to 10 kg | 5 CNY per kg |
        | above       | 3 CNY per kg |
      item handling "Handling" pay fee(weight) because "by weight"
      """),
]

private func weightTable(_ rows: String) -> String {
  """
  fact goods_weight : kg above 0 "weight"
  table fee of weight : kg gives money
  \(rows)
  item handling "Handling" pay fee(goods_weight) because "by weight"
  """
}

private func pieceTable(_ rows: String, _ last: String) -> String {
  """
  fact pieces : whole number from 1 "pieces"
  table fee of count_of_pieces : whole number from 1 gives money
    | count_of_pieces | gives |
    \(rows)
    | \(last) | 30 |
  item handling "Handling" pay fee(pieces) because "by pieces"
  """
}

private func tiersExample(_ bands: String) -> String {
  """
  fact sum_insured : money from 0 "sum insured"
  tiers commission of amount : money
  \(bands)
  item handling "Handling" pay commission(sum_insured) because "by bands"
  """
}
