import RedressDiagnostics
import RedressSyntax
import Testing

@Suite struct CaseTests {
  func read(_ text: String) -> String {
    let parse = cases(text)
    guard parse.problems.isEmpty else { return caseCodes(text).joined(separator: " ") }
    return parse.cases.map { dump($0) }.joined(separator: "\n")
  }

  @Test func `a case with everything`() {
    let text = """
      case c "C" policy p currency EUR dated 2026-03-05
      claimed
        a 5 CNY
        b -5.5 CNY   # comment
      given
        q 8.33 XDR per kg
        n -3
        w packing
        r refused
        f no
        d 2026-03-05
        t 2026-03-05 14:00
        s "free text"
        lots
          | value | limit | x |
          | 9 CNY |       | yes |
        empty
          | a |
        shipments[1].packages[12].weight 5 kg
      expect with a = b, c = item
        a 3 CNY by credit
        a line 2 assessed 4 CNY
        total_cash -4 CNY
        b denied because x, y.z
        b reduced because limit_rate@2024-12-28, i.at_most_2, l.r@2020-01-01
        c pending for lots[1].value, w
        d absent
        e line 1 granted
        approval m
        note n absent
        authority manager
        deadline f 2026-03-07 09:00
        nothing else
      expect refused "weight"

      case d policy p
      """
    #expect(
      read(text) == """
        case c 'C' policy p currency EUR dated 2026-03-05
        claimed a 5CNY
        claimed b -5.5CNY
        given q 8.33XDR/kg
        given n -3
        given w packing
        given r refused
        given f no!
        given d date:2026-03-05
        given t time:2026-03-05 14:00
        given s 'free text'
        given lots <value limit x> (9CNY _ yes!)
        given empty <a>\u{20}
        given shipments[1].packages[12].weight 5kg
        expect a=b c=item; a 3CNY by credit; a#2 assessed 4CNY; total_cash -4CNY; b denied because x because y.z; b reduced because limit_rate@2024-12-28 because i.at_most_2 because l.r@2020-01-01; c pending lots[1].value w; d absent; e#1 granted; approval m; note n absent; authority manager; deadline f time:2026-03-07 09:00; nothing else
        expect refused 'weight'
        case d policy p
        """)
  }

  @Test(arguments: [
    ("", "R0110"), ("policy p\nfact a : money", "R0110"), ("given\n a 5", "R0110"), ("case c\ngiven\n a 5", "R0112"),
    ("case c policy p given\n a 5 6\n b 5", "R0132"), ("case c policy p given\n a 2-5", "R0132"),
    ("case c policy p given\n a 300,000 CNY", "R0105"),
    ("case c policy p given\n a\n b 5", "R0112"), ("case c policy p given\n a two words", "R0132"),
    ("case c policy p given\n 5 a\n b 5", "R0112"),
    ("case c policy p given\n a \"{b}\"", "R0104"),
    ("case c policy p given\n l\n | a | b |\n | 1 |\n | 1 | 2 |", "R0131"),
    ("case c policy p given\n l\n | a | b |\n | 1 | 2\n | 1 | 2 |", "R0112"),
    ("case c policy p given\n l\n | a  b |\n | 1 | 2 |", "R0112"),
    ("case c policy p given\n l[x] 5", "R0112"), ("case c policy p claimed\n a\n b 5 CNY", "R0112"),
    ("case c policy p claimed\n item 5 CNY", "R0113"),
    ("case c policy p expect\n a denid\n b 5 CNY", "R0111"), ("case c policy p expect\n a maybe\n b 5 CNY", "R0112"),
    ("case c policy p expcet\n a 5 CNY", "R0111"),
    ("case c policy p given\n a 5\nexpcet\n a 5 CNY", "R0111"),
    ("case c policy p expect\n authority\n b 5 CNY", "R0112"),
    ("case c policy p expect\n a denied because x@\n b 5 CNY", "R0112"),
    ("case c policy p expect\n a 5 CNY\ngiven\n b 5", "R0126"),
    ("case c policy p expect refused", "R0112"), ("case c policy p expect with a\n b 5 CNY", "R0112"),
    ("case c policy p foo", "R0112"),
    ("case c policy p expect\n nothing", "R0112"), ("case c policy p dated yesterday", "R0112"),
  ])
  func `mistakes in cases are seen once`(_ text: String, _ expected: String) {
    #expect(caseCodes(text).joined(separator: " ") == expected)
  }

  @Test func `a mistake in one case leaves the next alone`() {
    let parse = cases("case a\n  policy\ngiven\n  x 1\ncase b policy p\ngiven\n  y 5\n")
    #expect(parse.problems.count == 1)
    #expect(parse.cases.map(\.name.text) == ["b"])
  }

  @Test(arguments: [
    ("3 kg", "3kg"), ("-3", "-3"), ("packing", "packing"), ("yes", "yes!"), ("\"3 kg\"", "'3 kg'"),
    ("2026-03-05", "date:2026-03-05"),
    (" item ", "item"), ("20%", "20%"), ("5 CNY per 100 kg", "5CNY/100kg"), ("3 kg 4", "?"), ("", "?"), ("a b", "?"),
    ("(3)", "?"), ("2-5", "?"),
    ("300,000", "?"), ("\n5", "5"), ("| 5", "?"),
  ])
  func `single values`(_ text: String, _ expected: String) {
    let (value, problems) = parseCaseValue(SourceText(name: "value", text: text), as: SourceID(0))
    #expect(dump(value) == expected)
    #expect(problems.count == (expected == "?" ? 1 : 0))
  }

  @Test(arguments: [
    ("a", "a"), ("lots[1].value", "lots[1].value"), ("a.b.item", "a.b.item"), ("a[1].b[22]", "a[1].b[22]"),
    ("a[1][2]", ""), ("a[b]", ""),
    ("", ""), ("a b", ""), ("1a", ""), ("a.", ""),
  ])
  func `keys of given values`(_ text: String, _ expected: String) {
    let (key, problems) = parseGivenKey(SourceText(name: "key", text: text), as: SourceID(0))
    #expect(dump(key) == expected)
    #expect(problems.isEmpty == !expected.isEmpty)
  }
}
