import RedressCases
import RedressDiagnostics
import Testing

@Suite("Reading JSON")
struct JSONReaderTests {
  @Test func `A case is read as a tree with its places`() throws {
    let text = #" {"case": "货值", "given": {"days": 3.50, "late": true, "lots": [{}, null]}}"# + "\n"
    let value = try #require(read(text).value)
    guard case .object(let members) = value.content else {
      Issue.record("no object")
      return
    }
    #expect(members.map(\.name) == ["case", "given"])
    #expect(slice(text, members[0].nameSpan) == #""case""#)
    #expect(members[0].value.content == .string("货值"))
    #expect(slice(text, members[0].value.span) == #""货值""#)
    guard case .object(let given) = members[1].value.content else {
      Issue.record("no object")
      return
    }
    #expect(given.map(\.name) == ["days", "late", "lots"])
    #expect(given[0].value.content == .number("3.50"))
    #expect(given[1].value.content == .boolean(true))
    #expect(slice(text, given[2].value.span) == "[{}, null]")
    #expect(value.span == Span(SourceID(0), 1, text.utf8.count - 1))
  }

  @Test(
    arguments: [
      "0", "-0", "-0.0", "12", "0.5", "1e3", "1E+3", "1.5e-3", "1e999", "-1e-999999999",
      String(repeating: "9", count: 10_000), "0." + String(repeating: "1", count: 10_000),
    ])
  func `Numbers keep their digits`(text: String) {
    #expect(read(text).value?.content == .number(text))
    #expect(read("[\(text)]").problems == [])
  }

  @Test(
    arguments: [
      (#""""#, ""), (#""a\"\\\/\b\f\n\r\tz""#, "a\"\\/\u{8}\u{C}\n\r\tz"), (#""\u8d27\u503C""#, "货值"),
      (#""\ud83d\ude00""#, "😀"), (#""\uD834\udd1e!""#, "\u{1D11E}!"), (#""\u0000""#, "\0"),
      ("\"\u{7F}\u{2028}\"", "\u{7F}\u{2028}"),
      (#""\uffff""#, "\u{FFFF}"), ("\"😀货\"", "😀货"), (#""' // # /* “""#, "' // # /* “"),
    ])
  func `Texts are decoded`(text: String, content: String) {
    #expect(read(text).value?.content == .string(content))
  }

  @Test(arguments: ["true", "false", "null", "[]", "{}", " [ ] ", "\t{\r\n}\n", "\u{FEFF}{}", "[[],{}]", #"{"":""}"#])
  func `Other values are read`(text: String) {
    #expect(read(text).value != nil)
    #expect(read(text).problems == [])
  }

  @Test(
    arguments: [
      ("", "R0410"), (" \n\t", "R0410"),
      ("[", "R0411"), ("[1", "R0411"), ("[1,", "R0411"), ("{", "R0411"), (#"{"a""#, "R0411"), (#"{"a":"#, "R0411"),
      (#"{"a":1"#, "R0411"), ("]", "R0411"), ("[1}", "R0411"), (#"{"a":1]"#, "R0411"), ("[1 2]", "R0411"),
      (#"["a" "b"]"#, "R0411"), (#"{"a" 1}"#, "R0411"), (#"{"a"=1}"#, "R0411"), (#"{"a":}"#, "R0411"),
      ("[,1]", "R0411"),
      ("[1,,2]", "R0411"), ("{,}", "R0411"), ("{1:2}", "R0411"), (#"{[]:1}"#, "R0411"), (#"{"a":1 "b":2}"#, "R0411"),
      ("[{} {}]", "R0411"), ("\0", "R0411"), ("*", "R0411"), (#"{"a":"he said "yes" loudly"}"#, "R0411"),
      ("[\u{0}]", "R0411"),
      ("{\"a\":12 kg}", "R0411"), ("/", "R0411"),
      ("[1,]", "R0412"), (#"{"a":1,}"#, "R0412"), ("'a'", "R0412"), ("{'a':1}", "R0412"), ("{a:1,b:2}", "R0412"),
      ("{bad", "R0412"), ("{bad}", "R0412"), ("{ bad, }", "R0412"), ("{'bad'", "R0412"), (#"{"a":{bad}}"#, "R0412"),
      ("{bad 1}", "R0412 R0411"), ("{bad=1}", "R0412 R0411"), (#"{"bad"}"#, "R0411"),
      (#"{'a':1,"bad"}"#, "R0412 R0411"),
      ("[NaN]", "R0412"), ("-Infinity", "R0412"), ("+inf", "R0412"), ("True", "R0412"), ("None", "R0412"),
      ("yes", "R0412"),
      ("undefined", "R0412"), ("// c\n1", "R0412"), ("1 # c", "R0412"), ("/* c\n */[/**/]", "R0412"),
      ("[1, // c\n 2 // d\n]", "R0412"),
      ("“a”", "R0412"), ("{“a”: “it’s”}", "R0412"), (#"{"a"：1}"#, "R0412"), (#"{"a":1，"b"：2}"#, "R0412"),
      ("[\u{A0}1,\u{3000}2]", "R0412"),
      ("处理", "R0412"), ("/* open", "R0412"), ("[`a`]", "R0412"),
      ("+1", "R0413"), ("01", "R0413"), ("-01", "R0413"), (".5", "R0413"), ("-.5", "R0413"), ("1.", "R0413"),
      ("1.e3", "R0413"),
      ("1e", "R0413"), ("1e+", "R0413"), ("1_000", "R0413"), ("-", "R0413"), ("0x1F", "R0413"), ("1.2.3", "R0413"),
      ("12kg", "R0413"),
      ("10%", "R0413"), ("2026-03-05", "R0413"), ("300元", "R0413"), (#"{"a":300,000}"#, "R0413"), ("1e5e5", "R0413"),
      (#"{"a":300,000,000, "b":1}"#, "R0413"), ("[--1]", "R0413"), (String(repeating: "0", count: 10_000), "R0413"),
      ("\"abc", "R0414"), ("[\"abc\n\"]", "R0414"), ("\"a\tb\u{1}\"", "R0414"), (#""\x41""#, "R0414"),
      (#""\'""#, "R0414"),
      (#""\u12""#, "R0414"), (#""\u00G0""#, "R0414"), (#""\ud800""#, "R0414"), (#""\udc00""#, "R0414"),
      (#""\ud800\ud800""#, "R0414 R0414"), (#""\ud800\u0041""#, "R0414"), (#""\ud800\n""#, "R0414"),
      (#""\"#, "R0414"),
      ("\"\\\n\"", "R0414"), (#""\货""#, "R0414"), ("'abc", "R0414"), ("“abc", "R0414"), (#""\u"#, "R0414"),
      (#"{"a":1,"a":2}"#, "R0415"), (#"{"a":1,"\u0061":1}"#, "R0415"), ("{\"e\u{301}\":1,\"é\":1}", "R0415"),
      (#"{"a":1,"a":2,"a":3}"#, "R0415 R0415"),
      ("\u{FEFF}\u{FEFF}{}", "R0417"), ("\u{FEFF}", "R0410"),
      ("{}{}", "R0418"), ("{}\n{}", "R0418"), ("1 2", "R0418"), ("[]]", "R0418"), ("null,", "R0418"),
      ("\"a\"x", "R0418"),
      ("[True, 01, \"\\q\", 1,]", "R0412 R0413 R0414 R0412"),
    ])
  func `What is not JSON is refused`(text: String, codes: String) {
    let (value, problems) = read(text)
    #expect(value == nil)
    #expect(problems.map(\.diagnostic.code).joined(separator: " ") == codes)
  }

  @Test(
    arguments: [
      [0xFF, 0xFE, 0x7B, 0], [0xFE, 0xFF], [0x22, 0xFF, 0x22], [0x22, 0xC0, 0xAF, 0x22],
      [0x22, 0xED, 0xA0, 0x80, 0x22],
      [0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], [0x22, 0xE8, 0xB4], [0x80], [0x22, 0xC3, 0x22],
    ] as [[UInt8]])
  func `Bytes that are not UTF-8 are refused`(bytes: [UInt8]) {
    let (value, problems) = parseJSON(SourceText(name: "a", bytes: bytes), as: SourceID(0))
    #expect(value == nil)
    #expect(problems.map(\.diagnostic.code) == ["R0417"])
  }

  @Test func `Depth is limited, however deep the text goes`() {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(read(nested(64)).value != nil)
    #expect(read(nested(65)).problems.map(\.diagnostic.code) == ["R0416"])
    #expect(read(nested(100_000)).problems.map(\.diagnostic.code) == ["R0416"])
    #expect(read(String(repeating: "[", count: 100_000)).problems.map(\.diagnostic.code) == ["R0416"])
    let objects = String(repeating: #"{"a":"#, count: 100_000)
    #expect(read(objects).problems.map(\.diagnostic.code) == ["R0416"])
  }

  @Test func `Endless mistakes end, endless texts are quick`() {
    #expect(read("[" + String(repeating: "01,", count: 10_000) + "1]").problems.count == 20)
    let clock = ContinuousClock()
    let time = clock.measure {
      let members = (0..<20_000).map { #""name\#($0)":\#($0)"# }.joined(separator: ",")
      #expect(read("{\(members)}").value != nil)
      #expect(read("{\(members),\(members)}").problems.count == 20)
      #expect(read("\"" + String(repeating: #"\u8d27"#, count: 100_000) + "\"").value != nil)
    }
    #expect(time < .seconds(10))
  }

  @Test func `Both places of a name stated twice are shown`() {
    var texts = SourceTexts()
    let text = SourceText(name: "late.json", text: "{ \"a\": 1,\n  \"b\": 2,\n  \"a\": 3 }")
    let source = texts.add(text)
    let diagnostics = parseJSON(text, as: source).1.map(\.diagnostic)
    let expected = """
      error[R0415]: `a` is stated twice
        late.json:3:3
        |
      3 |   "a": 3 }
        |   ^^^ stated again here
        |
      1 | { "a": 1,
        |   --- first stated here
        = help: keep the one that is right

      1 error
      """
    #expect(layout(all: diagnostics, in: texts, style: .plain) == expected)
  }

  @Test(
    arguments: [
      (#"{"a": 300,000}"#, "300,000"), (#"{"a" 1}"#, "1"), ("[1, 2026-03-05]", "2026-03-05"),
      (#"["\ud800"]"#, #"\ud800"#),
      ("[1,]", ","), ("{}  {} x\n", "{} x"), (#"{"a": 1 "b": 2}"#, #"""#), ("[1, abc]", "abc"), ("// c\r\n1", "// c"),
    ])
  func `Problems point at the text`(text: String, part: String) throws {
    let span = try #require(read(text).problems.first?.diagnostic.primary?.span)
    #expect(slice(text, span) == part)
  }

  @Test func `Every page shows its own mistake and how it is mended`() {
    #expect(jsonDiagnosticPages.map(\.code) == (0...8).map { "R041\($0)" })
    for page in jsonDiagnosticPages {
      #expect(read(page.wrong).problems.map(\.diagnostic.code) == [page.code], "\(page.code)")
      #expect(read(page.right).problems == [], "\(page.code)")
    }
  }

  // MARK: What the tests share

  private func read(_ text: String) -> (value: JSONValue?, problems: [JSONProblem]) {
    parseJSON(SourceText(name: "a.json", text: text), as: SourceID(0))
  }

  private func slice(_ text: String, _ span: Span) -> String {
    String(decoding: Array(text.utf8)[Int(span.start)..<Int(span.end)], as: UTF8.self)
  }
}
