import Foundation
import Redress
import Testing

@Suite struct QuotingTests {
  private let policy: Policy
  private let lateDelivery: [UInt8]

  init() throws {
    policy = try RuleBook(folder: Project.rules).policy("late_delivery")
    lateDelivery = try Project.lateDelivery()
  }

  @Test func `a quote has its lines and sums as exact amounts`() throws {
    let quote = try policy.quote(json: lateDelivery)
    #expect(quote.caseName == "three_days_late" && quote.currency == "CNY" && quote.edition == "2026-01-01")
    #expect(quote.proposals.map(\.choices.first?.option) == ["replacement", "credit"])
    #expect(quote.proposals.map(\.isPreferred) == [true, false])
    let proposal = quote.proposals[0]
    #expect(proposal.lines.map(\.item) == ["late_penalty", "spoilt_goods"])
    #expect(proposal.lines.map(\.status) == [.reduced, .granted])
    #expect(proposal.lines.map(\.payable?.decimal) == ["600.00", "1500.00"])
    #expect(proposal.lines.map(\.remedy) == ["cash", "replacement"])
    #expect(proposal.totals.payable.description == "2100.00 CNY" && proposal.totals.payable.minorUnits == 210_000)
    #expect(proposal.lines.compactMap(\.payable?.minorUnits).reduce(0, +) == proposal.totals.payable.minorUnits)
    #expect(quote.unknownFacts == [])
  }

  @Test func `a line that others owe says so, and is no part of the sums`() throws {
    let rules = """
      policy insured
        currency CNY
      party carrier is us
      party customer is claimant
      item ours "Ours" pay 20 CNY because "we pay"
      item theirs "Theirs" owed by "the insurer" pay 30 CNY because "it pays"
      """
    let insured = try RuleBook(files: ["insured.redress": Array(rules.utf8)]).policy("insured")
    for reasons in Reasons.allCases {
      let quote = try insured.quote(json: #"{"case": "a", "policy": "insured", "given": {}}"#, reasons: reasons)
      #expect(quote.proposals[0].lines.map(\.owedBy) == [nil, "the insurer"])
      #expect(quote.proposals[0].totals.payable.decimal == "20.00")
    }
  }

  @Test func `an unknown fact leaves a line pending`() throws {
    let json = #"{"case": "early", "policy": "late_delivery", "given": {"agreed_on": "2026-03-02"}}"#
    let quote = try policy.quote(json: json)
    #expect(quote.unknownFacts.contains("delivered_on"))
    #expect(quote.proposals[0].lines.contains { $0.status == .pending && $0.payable == nil })
    #expect(!quote.proposals[0].totals.isComplete)
  }

  @Test func `the JSON says as much as was asked for, and the same amounts`() throws {
    var lengths: [Int] = []
    for reasons in Reasons.allCases {
      let json = try policy.quote(json: lateDelivery, reasons: reasons).json
      lengths.append(json.count)
      let document = try #require(try JSONSerialization.jsonObject(with: Data(json)) as? [String: Any])
      #expect(document["schema"] as? String == (lengths.count < 3 ? "redress/batch/1" : "redress/quote/1"))
      let proposal = try #require((document["proposals"] as? [[String: Any]])?.first)
      #expect((proposal["totals"] as? [String: Any])?["payable"] as? String == "2100.00")
    }
    #expect(lengths == lengths.sorted() && Set(lengths).count == lengths.count)
  }

  @Test(arguments: [
    ("", nil, "R04"), ("{", nil, "R04"), ("[]", nil, "R0617"), ("{\"case\": \"a\"", nil, "R04"),
    (#"{"case": "a", "policy": "late_delivery", "given": {"goods_value": "20 kg"}}"#, "a", "R04"),
    (#"{"case": "a", "policy": "misdelivery", "given": {}}"#, "a", "R0618"),
    (
      #"""
      {"case": "a", "policy": "late_delivery", "given": {"agreed_on": "2026-03-05", "delivered_on": "2026-03-02",
       "goods_value": "1 CNY", "cause": "traffic"}}
      """#, "a", "R05"
    ),
  ])
  func `a case that cannot be quoted says why`(json: String, name: String?, code: String) throws {
    let refusal = try #require(throws: Refusal.self) { try policy.quote(json: json) }
    #expect(refusal.diagnostics.allSatisfy { $0.code.hasPrefix(code) } && !refusal.diagnostics.isEmpty, "\(refusal)")
    #expect(refusal.caseName == name)
    let document = try #require(try JSONSerialization.jsonObject(with: Data(refusal.json)) as? [String: Any])
    #expect((document["refused"] as? [[String: Any]])?.count == refusal.diagnostics.count)
    #expect(refusal.description.contains("<case>"))
  }

  @Test func `many tasks quote at once and get the same bytes`() async throws {
    let (policy, lateDelivery) = (policy, lateDelivery)
    let expected = try policy.quote(json: lateDelivery, reasons: .explained).json
    let refused = #expect(throws: Refusal.self) { try policy.quote(json: "{") }
    let wrong = await withTaskGroup(of: Int.self) { group in
      for task in 0..<16 {
        group.addTask {
          (0..<50).filter { _ in
            guard task.isMultiple(of: 4) else {
              return (try? policy.quote(json: lateDelivery, reasons: .explained))?.json != expected
            }
            do throws(Refusal) {
              _ = try policy.quote(json: "{")
              return true
            } catch {
              return error != refused
            }
          }.count
        }
      }
      return await group.reduce(0, +)
    }
    #expect(wrong == 0)
  }
}
