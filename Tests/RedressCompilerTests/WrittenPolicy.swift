import RedressCases
import RedressChecker
import RedressCompiler
import RedressDiagnostics
import RedressEngine
import RedressSyntax
import RedressValues
import Testing

/// A policy as it is written, taken to a program, and cases of it.
struct WrittenPolicy {
  let program: Program

  /// Declarations below a head with two parties and a date.
  init(_ declarations: String, currency: String = "CNY", header: String = "") throws {
    let text = """
      policy example "An example"
        currency \(currency)
        \(header)

      party carrier  "the carrier"  is us
      party customer "the customer" is claimant

      \(declarations)
      """
    let parse = parsePolicy(SourceText(name: "example", text: text), as: SourceID(3))
    try #require(parse.problems.map { $0.diagnostic.message } == [])
    let compilation = compile(policy: "example", in: RuleBookSyntax(policies: [try #require(parse.policy)]))
    try #require(compilation.diagnostics.map { $0.code + " " + $0.message } == [])
    program = try #require(compilation.program)
  }

  /// What a case that states this comes to.
  func quote(_ given: String, head: String = "", explaining: Bool = false) throws -> Quote {
    let text = "case one\n  policy example\n  \(head)\n\ngiven\n  \(given)\n"
    let document = readCases(SourceText(name: "one", text: text), as: SourceID(4), isJSON: false)
    try #require(document.problems.map(\.message) == [])
    let binding = bind(try #require(document.cases.first), to: program)
    try #require(binding.problems.map { $0.diagnostic.code + " " + $0.diagnostic.message } == [])
    return try propose(program, for: try #require(binding.facts), case: "one", label: nil, explaining: explaining)
  }

  func line(_ given: String, head: String = "", explaining: Bool = false) throws -> Line {
    try #require(try quote(given, head: head, explaining: explaining).proposals.first?.lines.first)
  }

  /// What the first line pays, or what it lies between and waits for, or the code of the refusal.
  func result(_ given: String, head: String = "") throws -> String {
    do {
      let line = try line(given, head: head)
      if let payable = line.payable { return payable.decimalText(upTo: 6) }
      let ends = [line.range?.low, line.range?.high].map { $0?.decimalText(upTo: 2) ?? "…" }
      return "\(ends[0]) to \(ends[1]) for \(line.needs.map(\.fact).joined(separator: ", "))"
    } catch let refusal as Refusal {
      return refusal.diagnostic.code
    }
  }
}
