import RedressDiagnostics
import Testing

@Suite("Width of texts on a terminal")
struct DisplayWidthTests {
  @Test(
    arguments: [
      ("", 0), ("abc", 3), ("货值", 4), ("，。（）％", 10), ("e\u{301}", 1), ("é", 1), ("ｱ", 1), ("Ａ", 2), ("한국", 4),
      ("\u{1112}\u{1161}\u{11AB}", 2), ("かな", 4), ("𠀀", 2), ("👍", 2), ("👍🏽", 2), ("👨‍👩‍👧", 2), ("🇨🇳", 2), ("❤️", 2), ("1️⃣", 2),
      ("½ ×", 3), ("…", 1), ("\u{1B}", 1), ("\u{202E}a", 2), ("Ж", 1), ("€", 1), ("a\u{200D}b", 2),
    ])
  func `Wide characters take two columns, combining marks none`(text: String, width: Int) {
    #expect(displayWidth(of: text) == width)
    #expect(displayWidth(of: printable(text)) == width)
  }

  @Test func `Printable text keeps what is safe and cuts what is endless`() {
    #expect(printable("a\tb\r\nc\u{1B}[0m 货值") == "a b c�[0m 货值")
    #expect(printable("abcdef", limit: 3) == "abc…")
    #expect(printable("货值货值", limit: 2) == "货值…")
    #expect(printable("a" + String(repeating: "\u{301}", count: 100)) == "�")
  }

  @Test func `Positions count characters from 1 and stay inside the text`() {
    let text = SourceText(name: "a", text: "货值\r\n\te\u{301}x\n")
    #expect(text.position(at: 0) == SourcePosition(line: 1, column: 1))
    #expect(text.position(at: 3) == SourcePosition(line: 1, column: 2))
    #expect(text.position(at: 4) == SourcePosition(line: 1, column: 2))
    #expect(text.position(at: 8) == SourcePosition(line: 2, column: 1))
    #expect(text.position(at: 12) == SourcePosition(line: 2, column: 3))
    #expect(text.position(at: 14) == SourcePosition(line: 3, column: 1))
    #expect(text.position(at: 999) == SourcePosition(line: 3, column: 1))
    #expect(text.position(at: -5) == SourcePosition(line: 1, column: 1))
  }

  @Test func `Decoding agrees with the standard library on any bytes`() {
    var random = SeededRandom(seed: 42)
    for _ in 0..<5000 {
      let bytes = (0..<Int.random(in: 0...12, using: &random)).map { _ in
        Bool.random(using: &random)
          ? UInt8.random(in: 0...255, using: &random)
          : [0xE0, 0x9F, 0xA0, 0xED, 0xF0, 0x8F, 0x90, 0xF4, 0xC0, 0xC2, 0xF5].randomElement(using: &random) ?? 0
      }
      var scalars = String.UnicodeScalarView()
      var offset = 0
      while offset < bytes.count {
        let decoded = decodeScalar(in: bytes, at: offset, before: bytes.count)
        scalars.append(decoded.scalar ?? "\u{FFFD}")
        offset += decoded.length
      }
      let expected = String(decoding: bytes, as: UTF8.self)
      #expect(Array(scalars) == Array(expected.unicodeScalars), "seed \(random.seed): \(bytes)")
    }
  }
}
