@testable import RedressChecker
import RedressDiagnostics
import Testing

/// Every word, each bound, a point between two neighbours and beyond each end.
@Suite struct `Rows of tables` {
  private static let head = """
    kind Tier is basic < silver < gold
    fact day : date "day"
    fact grade : Tier "grade"
    fact waited : days from 0 "waited"
    fact days_late : whole days from 0 "days late"
    fact damage : money from 0 "damage"
    fact small : yes or no "small"

    """

  private static let reader = "item loss \"Loss\" pay rate(waited, grade) of damage because \"x\"\n"

  private func found(_ table: String) -> String {
    let text = policy(Self.head + table, head: "  dated by day\n  in force from 2024-01-01\n")
    let book = BookText(text)
    return (book.syntaxProblems + book.diagnostics).filter { $0.code != "R0302" && $0.code != "R0303" }
      .map { "\($0.code) \($0.message)" }.joined(separator: "\n")
  }

  @Test(arguments: [
    // The tour's own: rows that begin at 0 speak of nothing below it.
    """
    table rate of late : whole days, tier : Tier gives percent
      | late     | tier          | gives |
      | 0 to 2   | any           | 0%    |
      | 3 to 5   | gold          | 5%    |
      | 3 to 5   | silver, basic | 8%    |
      | above 5  | any           | 20%   |
    """,
    """
    table rate of late : days from 0, tier : Tier gives percent
      | late            | tier | gives |
      | up to 2         | any  | 0%    |
      | above 2 to 5    | any  | 5%    |
      | above 5 to under 7 | any | 6%  |
      | from 7          | any  | 8%    |
    """,
    """
    table rate of late : days, tier : Tier gives percent
      | late    | tier        | gives |
      | under 2 | any         | 0%    |
      | 2       | from silver | 1%    |
      | 2       | basic       | 3%    |
      | above 2 | basic, gold | 2%    |
      | above 2 | silver      | 2%    |
    """,
    """
    table rate of late : days up to 5 days, tier : Tier gives percent
      | late    | tier        | gives |
      | up to 5 | any         | 0%    |
    """,
    """
    table rate of late : days, tier : Tier gives percent
      | late    | tier        | gives |
      | 2 to 5  | gold        | 5%    |
      otherwise refused because "no tariff"
    """,
    """
    table rate of late : days from 0, tier : Tier gives percent
      from 2024-01-01
      | late   | tier | gives |
      | any    | any  | 5%    |
      from 2025-01-01
      | late    | tier | gives |
      | up to 3 | any  | 5%    |
      | above 3 | any  | 6%    |
    """,
  ])
  func `that leave nothing out and fit once`(table: String) {
    #expect(found(table + "\n" + Self.reader) == "")
  }

  @Test(arguments: [
    (
      "| up to 3 | any | 1% |\n| from 4 | any | 2% |",
      "R0360 no row of `rate` fits late above 3 to under 4 days"
    ),
    (
      "| up to 3 | any | 1% |\n| above 3 to under 4 | gold, basic | 2% |\n| from 4 | any | 2% |",
      "R0360 no row of `rate` fits late above 3 to under 4 days, tier silver"
    ),
    (
      "| up to 3 | any | 1% |\n| above 3 | gold | 2% |",
      "R0360 no row of `rate` fits late above 3 days, tier basic or silver"
    ),
    ("| up to 3 | any | 1% |\n| above 3 to 10 | any | 2% |", "R0360 no row of `rate` fits late above 10 days"),
    ("| under 3 | any | 1% |\n| above 3 | any | 2% |", "R0360 no row of `rate` fits late 3 days"),
    ("| 1 to 3 | any | 1% |\n| above 3 | any | 2% |", "R0360 no row of `rate` fits late from 0 to under 1 day"),
    ("| any | silver, gold | 1% |", "R0360 no row of `rate` fits tier basic"),
    // A constant of another row in between does not cut the gap in two.
    (
      "| up to 3 | any | 1% |\n| above 3 to 5 | gold | 2% |\n| above 5 to 9 | gold | 2% |\n| above 9 | any | 2% |",
      "R0360 no row of `rate` fits late above 3 to 9 days, tier basic or silver"
    ),
    (
      "| up to 2 | any | 5% |\n| up to 5 | any | 8% |\n| above 5 | any | 9% |",
      "R0361 two rows of `rate` fit late 0 to 2 days"
    ),
    (
      "| 0 to 2 | any | 5% |\n| 2 to 5 | any | 8% |\n| above 5 | any | 9% |", "R0361 two rows of `rate` fit late 2 days"
    ),
    (
      "| up to 2 | any | 5% |\n| above 2 | any | 8% |\n| above 4 to 5 | gold | 9% |",
      "R0361 two rows of `rate` fit late above 4 to 5 days, tier gold"
    ),
    ("| any | any | 5% |\n| any | any | 5% |", "R0361 two rows of `rate` fit every case"),
  ])
  func `that leave something out or fit twice`(rows: String, problem: String) {
    let table = "table rate of late : days from 0, tier : Tier gives percent\n| late | tier | gives |\n\(rows)\n"
    #expect(found(table + Self.reader) == problem)
  }

  @Test func `say where a gap is and what would close it`() {
    let text = policy(
      Self.head + """
        item loss "Loss" when grade = gold or small or days_late > 1 day pay rate(waited) of damage because "x"
        table rate of late : days from 0 gives percent
          | late    | gives |
          | up to 3 | 1%    |
          | 4 to 7  | 2%    |
          | above 7 | 3%    |
        """)
    #expect(
      problems(text) == """
        R0360: no row of `rate` fits late above 3 to under 4 days
          > 4 to 7 -- this begins behind it
          - up to 3 -- this ends before it
          = if it is always whole, say so: `late : whole days from 0`
          = or for `4 to 7` write `above 3 to 7`
          = or add a row `| above 3 to under 4 | … |`, or behind the rows `otherwise refused because "…"`
        """)
  }

  @Test func `say where two meet and which cell to mend`() {
    let text = policy(
      Self.head + """
        item loss "Loss" when grade = gold or small or waited > 1 day pay rate(days_late) of damage because "x"
        table rate of late : whole days from 0 gives percent
          | late    | gives |
          | up to 2 | 5%    |
          | up to 5 | 8%    |
          | from 6  | 9%    |
        """)
    #expect(
      problems(text) == """
        R0361: two rows of `rate` fit late 0 to 2 days
          > | up to 5 | 8%    | -- fits late 0 days
          - | up to 2 | 5%    | -- and so does this one
          = `up to 5` begins at the very bottom; did you mean `above 2 to 5`?
          = or take one of them out, or tell them apart in another column
        """)
  }

  @Test func `are not judged by what could not be read`() {
    let text = """
      policy p
      party carrier is us
      party customer is claimant
      fact goods : money from 0 "goods"
      table fee of amount : money from 0 gives money
        | amount   | gives |
        | up to 10 | 5     |
        | up to 20 | 6     |
      item a "A" pay fee(goods) because "x"
      """
    #expect(codes(text) == ["R0237"], "\(problems(text))")
    #expect(
      found(
        "table rate of late : days gives percent\n| late | gives |\n| up to | 1% |\n| up to 3 | 5% |\n" + Self.reader
      )
      .split(separator: "\n").allSatisfy { !$0.hasPrefix("R036") })
  }

  @Test func `are not missed where one could not be read`() {
    let text = policy(
      """
      fact goods : money from 0 "goods"
      table fee of amount : money from 0 gives money
        | amount      | gives |
        | up to 10    | 5     |
        | above 10 20 | 6     |
      item a "A" when goods >= 0 pay fee(goods) because "x"
      """)
    #expect(codes(text).allSatisfy { $0.hasPrefix("syntax") }, "\(problems(text))")
  }

  @Test func `of a used policy are looked into once`() {
    func book(_ currency: String, _ rows: String) -> [String] {
      codes(
        """
        policy p
          currency CNY
          use common
        item a "A" pay fee(goods) because "x"
        # file common.redress
        policy common
        \(currency)
        party carrier is us
        party customer is claimant
        fact goods : money from 0 "goods"
        table fee of amount : money from 0 gives money
          | amount   | gives |
          | up to 10 | 5     |
          \(rows)
        """)
    }
    #expect(book("", "| above 20 | 6 |") == ["R0360"])
    #expect(book("", "| above 10 | 6 |") == [])
  }

  @Test func `that no case comes to`() {
    let table = """
      table rate of late : days from 0 to 10 days gives percent
        | late     | gives |
        | up to 10 | 1%    |
        | above 20 | 2%    |
      item loss "Loss" when waited <= 10 days pay rate(waited) of damage because "x"
      """
    #expect(found(table) == "R0362 no case ever comes to this row of `rate`")
    let tiers = """
      tiers fee of amount : money from 0 to 1_000 CNY
        | up to 100 | 10% |
        | up to 1_000 | 5% |
        | above | 1% |
      item loss "Loss" when damage <= 1_000 CNY pay fee(damage) because "x"
      """
    #expect(found(tiers) == "R0362 nothing ever falls into this band of `fee`")
  }

  @Test func `of each day by themselves`() {
    let table = """
      table rate of late : days from 0 gives percent
        from 2024-01-01
        | late    | gives |
        | up to 3 | 5%    |
        from 2025-01-01
        | late    | gives |
        | any | 5%    |
        | above 3 | 6%    |
      item loss "Loss" pay rate(waited) of damage because "x"
      """
    #expect(
      found(table) == """
        R0360 no row of `rate` from 2024-01-01 fits late above 3 days
        R0361 two rows of `rate` from 2025-01-01 fit late above 3 days
        """)
  }

  @Test func `of authorities are asked in their order`() {
    func authority(_ rows: String) -> String {
      found(
        "item loss \"Loss\" pay damage because \"x\"\nauthority of total_payable\n\(rows)\n")
    }
    #expect(authority("| agent | up to 500 CNY |\n| manager | up to 10_000 CNY |\n| finance | any |") == "")
    #expect(authority("| agent | up to 500 CNY |\n| manager | up to 10_000 CNY |") == "")
    #expect(
      authority("| manager | up to 10_000 CNY |\n| agent | up to 500 CNY |\n| finance | any |")
        == "R0362 `agent` is never asked: the levels before it cover the same sums")
    #expect(
      authority("| agent | up to 500 CNY |\n| manager | from 1_000 CNY |")
        == "R0360 nobody has the authority for above 500.00 CNY to under 1,000.00 CNY")
  }

  @Test func `of four thousand are searched at once`() {
    let one = (0..<4_000).map { "| \($0) to under \($0 + 1) | \($0 % 100)% |" }.joined(separator: "\n")
    let two = (0..<63).flatMap { x in (0..<63).map { y in "| \(x) to under \(x + 1) | \(y) to under \(y + 1) | 5% |" } }
      .joined(separator: "\n")
    let text =
      "table rate of late : days from 0 gives percent\n| late | gives |\n\(one)\n| from 4_001 | 1% |\n"
      + "table other of a : days from 0, b : days from 0 gives percent\n| a | b | gives |\n\(two)\n"
      + "| from 63 | any | 1% |\n| under 63 | from 64 | 1% |\n"
      + "item loss \"Loss\" when grade = gold or small pay rate(waited) of damage because \"x\"\n"
      + "item more \"More\" when other(waited, days_late) > 2% pay damage because \"x\"\n"
    let clock = ContinuousClock()
    var result = ""
    let time = clock.measure { result = found(text) }
    #expect(
      result == """
        R0360 no row of `rate` fits late from 4000 to under 4001 days
        R0360 no row of `other` fits a from 0 to under 63 days, b from 63 to under 64 days
        """)
    #expect(time < .seconds(10))
  }

  /// Against a search through all points, over random small tables.
  @Test func `agree with looking at every point`() throws {
    for seed in 1...150 as ClosedRange<UInt64> {
      var random = SplitMix(state: seed)
      let columns = Int(random.next(2)) + 1
      let counts = (0..<columns).map { _ in Int(random.next(4)) + 1 }
      let rows = (0..<(Int(random.next(6)) + 1)).map { _ in
        counts.map { count -> [ClosedRange<Int>] in
          let a = Int(random.next(UInt64(count)))
          let b = Int(random.next(UInt64(count)))
          return [min(a, b)...max(a, b)]
        }
      }
      var search = RowSearch(regionCounts: counts, rows: rows, looksForGaps: true)
      let gaps = search.gaps()
      var points: [[Int]] = [[]]
      for count in counts { points = points.flatMap { point in (0..<count).map { point + [$0] } } }
      var overlapping: Set<Int> = []
      for point in points {
        let fitting = rows.indices.filter { row in
          zip(rows[row], point).allSatisfy { stretches, place in stretches.contains { $0.contains(place) } }
        }
        overlapping.formUnion(fitting.dropFirst())
        let holes = gaps.filter { box in
          zip(box, point).allSatisfy { stretches, place in stretches.contains { $0.contains(place) } }
        }
        #expect(holes.count == (fitting.isEmpty ? 1 : 0), "seed \(seed), at \(point)")
      }
      #expect(Set(search.overlaps.keys) == overlapping, "seed \(seed)")
    }
  }
}
