import Redress

/// Quotes one case over and over from several tasks at once, with one compiled policy, and sees that every answer is the
/// same to the byte.
@main struct QuoteMany {
  static func main() async throws {
    let arguments = CommandLine.arguments
    let rules = arguments.count > 1 ? arguments[1] : "rules"

    // Load and compile once.
    let ruleBook = try RuleBook(folder: rules)
    let policy = try ruleBook.policy("misdelivery")

    // Quote as often as you like, from any thread.
    let quote = try policy.quote(json: wrongGoods)
    for line in quote.proposals[0].lines {
      print(line.label, line.status, line.payable?.description ?? "open")
    }
    print("In all", quote.proposals[0].totals.payable)

    let differing = await withTaskGroup(of: Int.self) { group in
      for _ in 0..<8 { group.addTask { differences(from: quote, in: 250, by: policy) } }
      var sum = 0
      for await count in group { sum += count }
      return sum
    }
    guard differing == 0 else { throw Difference(count: differing) }
    print("2000 quotes from 8 tasks, all the same")

    // A case that cannot be quoted says why.
    do throws(Refusal) {
      _ = try policy.quote(json: wrongGoods.replacing("wrong_value", with: "wrong_vlaue"))
    } catch {
      print(error)
    }
  }

  /// How many of so many quotes are not the one that came first.
  private static func differences(from first: Quote, in count: Int, by policy: Policy) -> Int {
    (0..<count).filter { _ in (try? policy.quote(json: wrongGoods))?.json != first.json }.count
  }
}

/// Two quotes of one case that are not the same.
struct Difference: Error {
  let count: Int
}
