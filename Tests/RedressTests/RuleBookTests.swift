import Redress
import Testing

@Suite struct RuleBookTests {
  @Test func `a folder and the same files held give the same policy`() throws {
    let fromFolder = try RuleBook(folder: Project.rules)
    let held = try RuleBook(files: Project.held())
    #expect(fromFolder.policyNames == ["late_delivery"] && held.policyNames == ["late_delivery"])
    #expect(fromFolder.check() == [] && held.check() == [])
    let policies = [try fromFolder.policy("late_delivery"), try held.policy("late_delivery")]
    #expect(policies[0].fingerprint == policies[1].fingerprint && policies[0].fingerprint.hasPrefix("sha256:"))
    let lateDelivery = try Project.lateDelivery()
    #expect(try policies[0].quote(json: lateDelivery).json == policies[1].quote(json: lateDelivery).json)
  }

  @Test func `a policy tells what it asks for`() throws {
    let policy = try RuleBook(folder: Project.rules).policy("late_delivery")
    #expect(policy.name == "late_delivery" && policy.label == "Late delivery" && policy.currency == "CNY")
    #expect(policy.editions.map(\.inForceFrom) == ["2026-01-01"] && policy.editions.map(\.inForceUntil) == [nil])
    #expect(policy.factNames == ["agreed_on", "delivered_on", "goods_value", "cause", "spoilt"])
    #expect(policy.caseSchema.contains("\"goods_value\""))
  }

  @Test func `a folder that is not there, is a file or holds no rules is told by its code`() throws {
    for (folder, code) in [
      (Project.rules + "nowhere", "R0602"), (Project.rules + "late_delivery.redress", "R0604"),
      (Project.rules + "sources", "R0606"), ("", "R0602"),
    ] {
      let error = try #require(throws: RuleBookError.self) { try RuleBook(folder: folder) }
      #expect(error.diagnostics.map(\.code) == [code])
      #expect(error.description.contains(code))
    }
    let error = try #require(throws: RuleBookError.self) { try RuleBook(files: ["terms.md": []]) }
    #expect(error.diagnostics.map(\.code) == ["R0606"])
  }

  @Test func `a policy of no name known is told with the nearest`() throws {
    let ruleBook = try RuleBook(folder: Project.rules)
    let error = try #require(throws: RuleBookError.self) { try ruleBook.policy("late_delivry") }
    #expect(error.diagnostics.map(\.code) == ["R0608"])
    #expect(error.diagnostics[0].helps == ["did you mean `late_delivery`?"])
  }

  @Test func `mistakes are told with their places, and spare the other policies`() throws {
    var files = try Project.held()
    files["broken.redress"] = Array("policy broken currency CNY\nfact x : nubmer\n".utf8)
    let ruleBook = try RuleBook(files: files)
    let error = try #require(throws: RuleBookError.self) { try ruleBook.policy("broken") }
    let first = try #require(error.diagnostics.first)
    #expect(first.place?.file == "broken.redress" && first.place?.line == 2)
    #expect(first.text.contains("fact x : nubmer"))
    #expect(ruleBook.check().contains(first))
    #expect(throws: Never.self) { try ruleBook.policy("late_delivery") }
  }

  @Test func `a text that is cited is found from the file that cites it, and not outside the files`() throws {
    var files = try Project.held()
    let rules = files.removeValue(forKey: "late_delivery.redress") ?? []
    files["transport/late_delivery.redress"] = rules
    #expect(try RuleBook(files: files).check().isEmpty == false)
    files["transport/sources/contract.md"] = files.removeValue(forKey: "sources/contract.md")
    #expect(try RuleBook(files: files).check() == [])
    let outside = String(decoding: rules, as: UTF8.self).replacing("sources/contract.md", with: "../../contract.md")
    files["transport/late_delivery.redress"] = Array(outside.utf8)
    #expect(try RuleBook(files: files).check().map(\.code).contains("R0612"))
    let around = String(decoding: rules, as: UTF8.self).replacing("sources/", with: "../transport/./sources/")
    files["transport/late_delivery.redress"] = Array(around.utf8)
    #expect(try RuleBook(files: files).check() == [])
  }

  @Test func `bytes that are no rules are told, whatever they are`() throws {
    let ruleBook = try RuleBook(files: ["a.redress": [0xFF, 0x00, 0xC3], "b.redress": []])
    #expect(!ruleBook.check().isEmpty)
    #expect(throws: RuleBookError.self) { try ruleBook.policy("") }
  }
}
