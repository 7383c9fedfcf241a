import RedressDiagnostics
import RedressSyntax
import Testing

/// Tokens seen through the parser: what a definition's value becomes, or the problems it has.
@Suite struct LexerTests {
  /// The dump of an expression that parses without problems, else its codes.
  func read(_ text: String) -> String { expression(text) }

  @Test(arguments: [
    ("300_000", "300_000"), ("0.25", "0.25"), ("20%", "20%"), ("20％", "20%"), ("3kg", "3kg"),
    ("1_0.5_0 CNY", "1_0.5_0CNY"),
    ("2026-03-05", "date:2026-03-05"), ("2026-03-05 14:00", "time:2026-03-05 14:00"), ("2026-13-45", "date:2026-13-45"),
    ("10-2", "(- 10 2)"), ("2026 - 3", "(- 2026 3)"), ("（1＋2）", "[R0102]"), ("（1）", "[1]"), ("货物总值", "货物总值"),
    ("größe", "größe"), ("값", "값"), ("a_1", "a_1"), ("“text”", "'text'"), ("a ＝ b", "(= a b)"),
    (#""a \"b\" \\ \{c}""#, #"'a "b" \ {c}'"#), (#""{a} and {b.c}!""#, "'{a} and {b.c}!'"), (#""""#, "''"),
    (#""a\} \{b}""#, "'a} {b}'"), ("“he said \"", "'he said '"), ("\"curly ” inside\"", "'curly ” inside'"),
    ("a\u{3000}+\u{A0}b", "(+ a b)"),
  ])
  func `what tokens are`(_ text: String, _ expected: String) {
    #expect(read(text) == expected)
  }

  @Test(arguments: [
    ("300,000", "R0105"), ("8548,650.96", "R0105"), ("1,234,567", "R0105"), ("8,33", "R0105"), ("300，000", "R0105"),
    ("1.2.3", "R0106"), (".5", "R0106"), ("5.", "R0106"), ("5.kg", "R0106"), ("1..2", "R0106"), ("20 %", "R0106"),
    ("2026-3-5", "R0107"), ("2026/03/05", "R0107"), ("2026.03.05", "R0107"), ("2026-03-05-06", "R0107"),
    ("2026-03-05 9:00", "R0107"), ("2026-03-05T09:00", "R0107"), ("14:00", "R0107"), ("2026-03-05 14:00:00", "R0107"),
    ("2026-03-05  14:00", "R0107"), ("a; b", "R0102"), ("'text'", "R0102"), ("‘text’", "R0102"), ("「文」", "R0102"),
    ("«t»", "R0102"), ("a == b", "R0102"), ("a <> b", "R0102"), ("a ≤ b", "R0102"), ("a × b", "R0102"),
    ("a – b", "R0102"),
    ("a && b", "R0102"), ("!a", "R0102"), ("€5", "R0102"), ("５", "R0102"), ("a =< b", "R0102"), ("%", "R0102"),
    ("\"open", "R0103"), ("\"{a", "R0103"), ("\"{a\"", "R0103"), ("“open\"", ""), ("\"open”", "R0103"),
    (#""a} b""#, "R0104"), (#""{a} b}""#, "R0104"), (#""\{a} b}""#, "R0104"), (#""a\n""#, "R0104"), (#""{}""#, "R0104"),
    (#""{f("x")}""#, "R0104"), ("a\u{0}", "R0101"), ("\"a\u{7}\"", "R0101"),
    ("a\u{200B}", "R0101"), ("\"a\u{202E}b\"", "R0101"), ("a # \u{2066}", "R0101"), ("a\u{B}", "R0101"),
  ])
  func `what is no token, as one problem`(_ text: String, _ code: String) {
    let found = codes("policy p\ndefine x is \(text)\nunit parcel\n")
    #expect(found.first ?? "" == code)
    #expect(found.count <= (code == "R0102" ? 2 : 1), "\(found)")
  }

  @Test func `commas in numbers are mended in the help`() {
    let parse = policy("policy p define x is 8548,650.96 CNY")
    #expect(
      parse.problems.map(\.diagnostic.helps.first) == [
        "write `8548_650.96`; if these are several values, put a space behind each comma"
      ])
  }

  @Test func `a list of single digits has no comma in a number`() {
    #expect(read("f(1,2)") == "(call f 1 2)")
    #expect(read("a = any of (10,20)") == "(any-of a 10 20)")
  }

  @Test func `of a file that is not UTF-8 one thing is said, with the number of places`() {
    let bytes = Array("policy p define x is ".utf8) + [0xFF, 0xC0, 0x80] + Array(" a # ".utf8) + [0xED, 0xA0, 0x80]
    let parse = parsePolicy(SourceText(name: "broken", bytes: bytes), as: SourceID(0))
    #expect(parse.problems.map(\.diagnostic.code) == ["R0101"])
    #expect(parse.problems.first?.diagnostic.primary?.text == "seen here, and at 1 more place")
    #expect(parse.policy == nil)
  }

  @Test(
    arguments: [
      (Array("policy p \"".utf8) + [0xBB, 0xF5, 0xCE, 0xEF] + Array("\"\n".utf8), "GBK"),
      (Array("policy p".utf8).flatMap { [$0, 0] }, "UTF-16"), (Array("policy p\rfact a : money\r".utf8), "LF or CR LF"),
      ([0x7F, 0x45, 0x4C, 0x46, 0, 1, 1, 1, 0, 1, 2, 3, 4, 5], "no text at all"),
      (Array("policy p \"caf".utf8) + [0xE9] + Array("\"".utf8), "save the file as UTF-8"),
    ] as [([UInt8], String)])
  func `what another encoding looks like is said once`(_ bytes: [UInt8], _ part: String) {
    let parse = parsePolicy(SourceText(name: "other", bytes: bytes), as: SourceID(0))
    #expect(parse.problems.map(\.diagnostic.code) == ["R0101"])
    #expect(parse.problems.first?.diagnostic.helps.first?.contains(part) == true)
    #expect(parseCases(SourceText(name: "other", bytes: bytes), as: SourceID(0)).problems.count == 1)
  }

  @Test func `UTF-16 is told apart`() {
    let bytes: [UInt8] = [0xFF, 0xFE, 0x70, 0x00]
    let parse = parsePolicy(SourceText(name: "wide", bytes: bytes), as: SourceID(0))
    #expect(parse.problems.first?.diagnostic.helps == ["the file looks like UTF-16; save it as UTF-8"])
  }

  @Test func `a byte order mark, Windows line ends and comments are read over`() {
    let parse = policy("\u{FEFF}policy p # one\r\n  currency CNY\r\n# two\r\nfact a : money\r\n")
    #expect(parse.problems.isEmpty)
    #expect(parse.comments.map { $0.end - $0.start } == [5, 5])
    #expect(parse.policy.map { dump($0) } == "policy p\ncurrency CNY\nfact a:money")
  }

  @Test func `a lone carriage return is a control character`() {
    #expect(codes("policy p # comment\rfact a : money\n") == ["R0101"])
  }
}

/// The dump of an expression, or its codes in brackets.
func expression(_ text: String) -> String {
  let parse = policy("policy p\ndefine x is \(text)\n")
  guard parse.problems.isEmpty else { return "[\(parse.problems.map(\.diagnostic.code).joined(separator: " "))]" }
  guard case .define(let define)? = parse.policy?.declarations.first else { return "none" }
  return dump(define.ruling.base)
}
