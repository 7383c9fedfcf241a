import RedressDiagnostics

let lookupPages: [DiagnosticPage] = [
  page(
    "R0360", "a case that no row covers",
    """
    A table has an answer for everything it may be asked: every word, each bound, what lies between two bounds and what lies \
    beyond them. Where nothing is said, the case would be refused on the day it comes. Close the gap with a row, with cells \
    that meet, with bounds of the column (`late : days from 0 to 30 days`), with `whole` where only whole amounts occur, or \
    with `otherwise`. The levels of an authority leave out no sum between two of them.
    """,
    wrong: """
      fact waited : days from 0 "how long the customer waited"
      table part_back of late : days from 0 gives percent
        | late    | gives |
        | up to 3 | 10%   |
        | 4 to 7  | 20%   |
        | above 7 | 30%   |
      item delay "Delay" pay part_back(waited) of 100 CNY because "by the days"
      """,
    right: """
      fact waited : days from 0 "how long the customer waited"
      table part_back of late : days from 0 gives percent
        | late         | gives |
        | up to 3      | 10%   |
        | above 3 to 7 | 20%   |
        | above 7      | 30%   |
      item delay "Delay" pay part_back(waited) of 100 CNY because "by the days"
      """),
  page(
    "R0361", "a case that two rows cover",
    """
    The order of the rows means nothing, so no case may fit two of them, not even where both give the same. `up to` and `a to \
    b` include their bounds; `under` and `above` do not. `up to 5` begins at the very bottom, not where the row before ends.
    """,
    wrong: """
      fact waited : days from 0 "how long the customer waited"
      table part_back of late : days from 0 gives percent
        | late    | gives |
        | up to 2 | 10%   |
        | up to 5 | 20%   |
        | above 5 | 30%   |
      item delay "Delay" pay part_back(waited) of 100 CNY because "by the days"
      """,
    right: """
      fact waited : days from 0 "how long the customer waited"
      table part_back of late : days from 0 gives percent
        | late         | gives |
        | up to 2      | 10%   |
        | above 2 to 5 | 20%   |
        | above 5      | 30%   |
      item delay "Delay" pay part_back(waited) of 100 CNY because "by the days"
      """),
  page(
    "R0362", "a row that no case comes to",
    """
    The cell lies outside what its column can be, or, in an authority, the levels before it cover the same sums. Such a row \
    reads as if it meant something, and never does.
    """,
    wrong: """
      fact waited : days from 0 to 20 days "how long the customer waited"
      table part_back of late : days from 0 to 20 days gives percent
        | late          | gives |
        | up to 5       | 10%   |
        | above 5 to 20 | 20%   |
        | above 30      | 50%   |
      item delay "Delay" pay part_back(waited) of 100 CNY because "by the days"
      """,
    right: """
      fact waited : days from 0 to 20 days "how long the customer waited"
      table part_back of late : days from 0 to 20 days gives percent
        | late          | gives |
        | up to 5       | 10%   |
        | above 5 to 20 | 20%   |
      item delay "Delay" pay part_back(waited) of 100 CNY because "by the days"
      """),
]
