import RedressDiagnostics
import Testing

@Suite("Layout of diagnostics")
struct SnippetLayoutTests {
  @Test func `Both places of a conflict are shown with their line numbers`() {
    var texts = SourceTexts()
    let rules =
      String(repeating: "\n", count: 27) + #"limit carriage_limit "Limit of the carrier's liability""#
      + "\n\n\n  at most 8.33 XDR per kg * gross_weight\n"
    let source = texts.add(SourceText(name: "rules/cmr.redress", text: rules))
    let diagnostic = Diagnostic(
      code: "R0214", message: "the units do not fit",
      primary: label("8.33 XDR per kg * gross_weight", "this is XDR", of: rules, source),
      secondary: [label("carriage_limit", "lines of this policy are in CNY", of: rules, source)],
      helps: ["multiply by a rate, such as a fact `sdr_rate : CNY per XDR`"])
    let expected = """
      error[R0214]: the units do not fit
        rules/cmr.redress:31:11
         |
      31 |   at most 8.33 XDR per kg * gross_weight
         |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this is XDR
         |
      28 | limit carriage_limit "Limit of the carrier's liability"
         |       -------------- lines of this policy are in CNY
         = help: multiply by a rate, such as a fact `sdr_rate : CNY per XDR`
      """
    #expect(layout(diagnostic, in: texts, style: .plain) == expected)
  }

  @Test func `Labels on one line share it, labels of another text get its path`() {
    var texts = SourceTexts()
    let first = "10% of loss less 20%"
    let one = texts.add(SourceText(name: "one.redress", text: first))
    let second = "source contract"
    let two = texts.add(SourceText(name: "two.redress", text: second))
    let diagnostic = Diagnostic(
      code: "R0300", message: "m", primary: label("less", "here", of: first, one),
      secondary: [
        label("contract", "there", of: second, two), label("10%", "", of: first, one),
      ],
      helps: ["write\n  a\n\n  b"])
    let expected = """
      error[R0300]: m
        one.redress:1:13
        |
      1 | 10% of loss less 20%
        |             ^^^^ here
        | ---
        two.redress:1:8
        |
      1 | source contract
        |        -------- there
        = help: write
                  a

                  b
      """
    #expect(layout(diagnostic, in: texts, style: .plain) == expected)
  }

  @Test func `Marks stand below wide characters, tabs and combining marks`() {
    #expect(
      marked("\t货值 * e\u{301}a rate", "rate") == """
        1 |     货值 * e\u{301}a rate
          |               ^^^^ x
        """)
    #expect(
      marked("货物 价值", "价值") == """
        1 | 货物 价值
          |      ^^^^ x
        """)
    #expect(header("货物 价值", "价值") == "  a:1:4")
    #expect(header("\te\u{301} rate", "rate") == "  a:1:4")
  }

  @Test func `A label over several lines marks the first, an empty one the place`() {
    let text = "a bb  \r\ncc\r\nd\r\n"
    #expect(marked(text, 2, 10) == "1 | a bb  \n  |   ^^ x")
    #expect(marked(text, 8, 10) == "2 | cc\n  | ^^ x")
    #expect(marked(text, 10, 10) == "2 | cc\n  |   ^ x")
    #expect(marked(text, 15, 15) == "4 |\n  | ^ x")
    #expect(marked("", 0, 0) == "1 |\n  | ^ x")
  }

  @Test func `What could command a terminal is never sent`() {
    var texts = SourceTexts()
    let source = texts.add(SourceText(name: "a\u{1B}[2J", text: "x \u{1B}[31m \u{202E} \u{9B} \u{7F} y"))
    let label = Diagnostic.Label(Span(source, 0, 1), "l\u{1B}\nm")
    let diagnostic = Diagnostic(code: "R1", message: "m\u{7}", primary: label, helps: ["h\u{8}"])
    let shown = layout(diagnostic, in: texts, style: .plain)
    #expect(shown.unicodeScalars.allSatisfy { $0 == "\n" || ($0.value >= 0x20 && !(0x7F...0x9F).contains($0.value)) })
    #expect(shown.contains("1 | x �[31m � � � y"))
    #expect(shown.contains("^ l� m"))
  }

  @Test func `Colour comes only through the style`() {
    var texts = SourceTexts()
    let source = texts.add(SourceText(name: "a", text: "abc"))
    let diagnostic = Diagnostic(
      code: "R1", message: "m", primary: .init(Span(source, 0, 1), "p"), secondary: [.init(Span(source, 1, 2), "s")],
      helps: ["h"])
    let coloured = layout(diagnostic, in: texts, style: .colour)
    #expect(coloured.contains("\u{1B}[1;31m^ p\u{1B}[0m"))
    #expect(coloured.replacing(/\x{1B}\[[0-9;]*m/, with: "") == layout(diagnostic, in: texts, style: .plain))
  }

  @Test func `A long line is cut to the neighbourhood of the label`() {
    let filler = String(repeating: "货值 + ", count: 100_000)
    for text in [filler + "wrong" + filler, "wrong" + filler, filler + "wrong"] {
      let shown = marked(text, "wrong").split(separator: "\n").map(String.init)
      #expect(shown.count == 2)
      #expect(displayWidth(of: shown[0]) <= 104)
      let marks = shown[1].prefix { $0 != "^" }
      var column = 0
      var under = ""
      for character in shown[0] {
        if column >= marks.count { under.append(character) }
        column += displayWidth(of: character)
      }
      #expect(under.hasPrefix("wrong"))
      #expect(shown[0].contains("…"))
    }
    let wide = marked(String(repeating: "x", count: 5000), 10, 4900).split(separator: "\n")
    #expect(wide[1].count <= 106 && wide[1].contains("^^^"))
  }

  @Test func `Two distant labels of a long line are both shown`() {
    var texts = SourceTexts()
    let text = "first" + String(repeating: " + 1", count: 1000) + " second"
    let source = texts.add(SourceText(name: "a", text: text))
    let diagnostic = Diagnostic(
      code: "R1", message: "m", primary: label("second", "p", of: text, source),
      secondary: [label("first", "s", of: text, source)])
    let shown = layout(diagnostic, in: texts, style: .plain)
    #expect(shown.contains("second\n"))
    #expect(shown.contains("| first + 1"))
    #expect(shown.contains("| ----- s"))
  }

  @Test func `Any bytes and any spans give a layout`() {
    var random = SeededRandom(seed: 20_260_305)
    for _ in 0..<2000 {
      let bytes: [UInt8] = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        [0x0A, 0x0D, 0x09, 0x20, 0x61, 0x80, 0xC3, 0xA9, 0xE8, 0xB4, 0xA7, 0xF0, 0x9F, 0xFF, 0xCC, 0x81]
          .randomElement(using: &random) ?? 0
      }
      var texts = SourceTexts()
      _ = texts.add(SourceText(name: "a", bytes: bytes))
      func span() -> Span {
        Span(
          SourceID(Int.random(in: -1...1, using: &random)), Int.random(in: -3...45, using: &random),
          Int.random(in: -3...45, using: &random))
      }
      let diagnostic = Diagnostic(
        code: "R1", message: "m", primary: .init(span(), "p"), secondary: [.init(span(), "s")])
      let shown = layout(diagnostic, in: texts, style: .plain)
      let message = "seed \(random.seed), bytes \(bytes), \(diagnostic)"
      #expect(shown.hasPrefix("error[R1]: m"), Comment(rawValue: message))
      #expect(!shown.contains("\r"), Comment(rawValue: message))
      #expect(json(of: diagnostic, in: texts).hasPrefix("{"), Comment(rawValue: message))
    }
  }

  @Test func `Several diagnostics stand in the order of their places and are counted`() {
    var texts = SourceTexts()
    let source = texts.add(SourceText(name: "a", text: "one two"))
    let later = Diagnostic(code: "R3", message: "later", primary: .init(Span(source, 4, 7), ""))
    let earlier = Diagnostic(code: "R2", message: "earlier", primary: .init(Span(source, 0, 3), ""))
    let nowhere = Diagnostic(code: "R1", message: "nowhere", primary: nil, helps: ["h"])
    let expected = """
      error[R1]: nowhere
        = help: h

      error[R2]: earlier
        a:1:1
        |
      1 | one two
        | ^^^

      error[R3]: later
        a:1:5
        |
      1 | one two
        |     ^^^

      3 errors
      """
    #expect(layout(all: [later, earlier, nowhere], in: texts, style: .plain) == expected)
    #expect(layout(all: [nowhere], in: texts, style: .plain).hasSuffix("\n\n1 error"))
    #expect(layout(all: [], in: texts, style: .plain) == "")
  }

  // MARK: What the tests share

  private func label(_ part: String, _ said: String, of text: String, _ source: SourceID) -> Diagnostic.Label {
    let range = text.firstRange(of: part) ?? text.startIndex..<text.startIndex
    let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
    return Diagnostic.Label(Span(source, start, start + part.utf8.count), said)
  }

  private func lines(_ text: String, _ start: Int, _ end: Int) -> [Substring] {
    var texts = SourceTexts()
    let source = texts.add(SourceText(name: "a", text: text))
    let diagnostic = Diagnostic(code: "R1", message: "m", primary: .init(Span(source, start, end), "x"))
    return layout(diagnostic, in: texts, style: .plain).split(separator: "\n")
  }

  private func marked(_ text: String, _ start: Int, _ end: Int) -> String {
    lines(text, start, end).dropFirst(3).joined(separator: "\n")
  }

  private func marked(_ text: String, _ part: String) -> String {
    let span = label(part, "", of: text, SourceID(0)).span
    return marked(text, Int(span.start), Int(span.end))
  }

  private func header(_ text: String, _ part: String) -> String {
    let span = label(part, "", of: text, SourceID(0)).span
    return String(lines(text, Int(span.start), Int(span.end))[1])
  }
}
