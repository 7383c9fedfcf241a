import RedressDiagnostics
import Testing

@Suite("Suggestions")
struct SuggestionTests {
  @Test(
    arguments: [
      ("gross_wieght", "gross_weight"), ("Gross_Weight", "gross_weight"), ("grossweight", "gross_weight"),
      ("gros_weigth", "gross_weight"), ("frieght", "freight"), ("currancy", "currency"), ("kgs", "kg"),
      ("货直", "货值"), ("货物值", "货值"), ("late", "rate"), ("ÉTAT", "état"),
    ])
  func `What was probably meant is found`(word: String, meant: String) {
    #expect(nearest(to: word, among: candidates) == meant)
  }

  @Test(arguments: ["zebra", "x", "", "损", "haulage", "freightliner"])
  func `What is too far from everything gets no suggestion`(word: String) {
    #expect(nearest(to: word, among: candidates) == nil)
  }

  @Test func `The first of several equally near wins, the same but for case before all`() {
    #expect(nearest(to: "cat", among: ["bat", "rat", "hat"]) == "bat")
    #expect(nearest(to: "Cat", among: ["bat", "CAT", "cat"]) == "CAT")
    #expect(nearest(to: "cat", among: ["cat"]) == nil)
  }

  @Test func `Letters that are only swapped go before a mistaken letter`() {
    #expect(nearest(to: "CYN", among: ["BYN", "CNY"]) == "CNY")
    #expect(nearest(to: "CYN", among: ["CNY", "BYN"]) == "CNY")
    #expect(nearest(to: "form", among: ["for", "from", "forms"]) == "from")
  }

  @Test func `Words without end and many candidates are quick`() {
    let long = String(repeating: "a", count: 1_000_000)
    #expect(nearest(to: long, among: [long + "b"]) == nil)
    #expect(nearest(to: String(repeating: "a", count: 65), among: [String(repeating: "a", count: 64)]) == nil)
    let sixtyFour = String(repeating: "a", count: 64)
    #expect(nearest(to: sixtyFour, among: [long, sixtyFour + "b"]) == sixtyFour + "b")
    let many = (0..<20_000).map { "gross_weight_of_lot_\($0)" }
    let clock = ContinuousClock()
    let time = clock.measure { #expect(nearest(to: "gross_weight_of_1ot_19999", among: many) != nil) }
    #expect(time < .seconds(5))
  }

  @Test func `The nearest is the one the definition says`() {
    var random = SeededRandom(seed: 71)
    func word() -> String {
      String((0..<Int.random(in: 2...9, using: &random)).map { _ in "abc".randomElement(using: &random) ?? "a" })
    }
    for _ in 0..<1500 {
      let wanted = word()
      let offered = (0..<4).map { _ in word() }.filter { $0 != wanted }
      let limit = max(1, wanted.count / 3)
      let ranked = offered.map { ($0, distance(Array(wanted), Array($0))) }.filter { $0.1 <= limit }
      let least = ranked.map(\.1).min()
      let best = ranked.filter { $0.1 == least }.map(\.0)
      let expected = best.first { $0.sorted() == wanted.sorted() } ?? best.first
      #expect(nearest(to: wanted, among: offered) == expected, "seed \(random.seed): \(wanted) among \(offered)")
    }
  }

  private let candidates = ["gross_weight", "net_weight_x", "freight", "currency", "kg", "货值", "rate", "état"]

  /// The textbook recursion, without a band.
  private func distance(_ one: [Character], _ other: [Character]) -> Int {
    var table = Array(repeating: Array(repeating: 0, count: other.count + 1), count: one.count + 1)
    for row in 0...one.count {
      for column in 0...other.count {
        if row == 0 || column == 0 {
          table[row][column] = row + column
          continue
        }
        var cost = table[row - 1][column - 1] + (one[row - 1] == other[column - 1] ? 0 : 1)
        cost = min(cost, table[row - 1][column] + 1, table[row][column - 1] + 1)
        if row > 1, column > 1, one[row - 1] == other[column - 2], one[row - 2] == other[column - 1] {
          cost = min(cost, table[row - 2][column - 2] + 1)
        }
        table[row][column] = cost
      }
    }
    return table[one.count][other.count]
  }
}
