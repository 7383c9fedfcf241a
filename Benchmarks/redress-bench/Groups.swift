import RedressDiagnostics
import RedressSyntax

/// The policies of a rule book with the cases they are accepted by.
func measureSeeds(in root: String) throws(BenchFailure) -> [Measurement] {
  var texts = RuleTexts(policies: [], documents: [])
  let rules = root + "/rules"
  for path in try Folder.paths(below: rules, ending: ".redress") {
    texts.policies.append(SourceText(name: path, bytes: try Folder.contents(of: path)))
  }
  for path in try Folder.paths(below: rules, ending: ".md") {
    let markdown = String(decoding: try Folder.contents(of: path), as: UTF8.self)
    texts.documents.append(RuleTexts.Document(path: String(path.dropFirst(rules.count + 1)), markdown: markdown))
  }
  let policies = texts.parsed().compactMap(\.policy)
  let used = policies.flatMap(\.headers).compactMap { if case .use(let name) = $0 { name.text } else { nil } }
  var stages = Stages(group: "seed policies", subject: "rules")
  let names = policies.map(\.name.text).filter { !used.contains($0) }
  let programs = try stages.compile(texts, policies: names, size: texts.lineCount)
  var measurements = stages.measurements

  for name in names {
    var cases: [SourceText] = []
    for path in try Folder.paths(below: root + "/fixtures/" + name, ending: ".case") {
      cases.append(SourceText(name: path, bytes: try Folder.contents(of: path)))
    }
    var stages = Stages(group: "seed policies", subject: name)
    stages.quote(cases, by: programs, size: cases.count)
    measurements += stages.measurements
  }
  return measurements
}

/// One policy that gets longer and longer, and a case of it.
func measureLongPolicies(_ sizes: [Int], seed: UInt64) throws(BenchFailure) -> [Measurement] {
  var measurements: [Measurement] = []
  for lines in sizes {
    let policy = GeneratedPolicy(name: "framework", lines: lines, seed: seed)
    var stages = Stages(group: "one policy, growing", subject: "lines")
    let texts = RuleTexts(policies: [policy.rules], documents: [policy.document])
    let programs = try stages.compile(texts, policies: ["framework"], size: lines)
    stages.quote([policy.caseText], by: programs, size: lines)
    measurements += stages.measurements
  }
  return measurements
}

/// More and more policies of 500 lines each in one rule book.
func measureLargeBooks(_ sizes: [Int], seed: UInt64) throws(BenchFailure) -> [Measurement] {
  var measurements: [Measurement] = []
  for lines in sizes {
    var texts = RuleTexts(policies: [], documents: [])
    var names: [String] = []
    for number in 1...max(1, lines / 500) {
      let policy = GeneratedPolicy(name: "framework_\(number)", lines: 500, seed: seed &+ UInt64(number))
      names.append(policy.name)
      texts.policies.append(policy.rules)
      texts.documents.append(policy.document)
    }
    var stages = Stages(group: "many policies, growing", subject: "lines")
    _ = try stages.compile(texts, policies: names, size: lines)
    measurements += stages.measurements
  }
  return measurements
}

/// A case of the seed policy about damaged goods with a longer and longer list.
func measureLongLists(_ sizes: [Int], in root: String, seed: UInt64) throws(BenchFailure) -> [Measurement] {
  var texts = RuleTexts(policies: [], documents: [])
  for name in ["carriage_common", "damaged_goods"] {
    let path = "\(root)/rules/\(name).redress"
    texts.policies.append(SourceText(name: path, bytes: try Folder.contents(of: path)))
  }
  for path in ["sources/carriage-contract.md", "sources/civil-code.md"] {
    let markdown = String(decoding: try Folder.contents(of: "\(root)/rules/\(path)"), as: UTF8.self)
    texts.documents.append(RuleTexts.Document(path: path, markdown: markdown))
  }
  var compiling = Stages(group: "", subject: "damaged_goods")
  let programs = try compiling.compile(texts, policies: ["damaged_goods"], size: 0)
  var measurements: [Measurement] = []
  for rows in sizes {
    let generated = GeneratedLots(rows: rows, seed: seed)
    var stages = Stages(group: "one case, growing", subject: "rows of a list")
    stages.quote([generated.caseText], by: programs, size: rows)
    stages.quote([generated.jsonText], isJSON: true, by: programs, size: rows)
    measurements += stages.measurements
  }
  return measurements
}
