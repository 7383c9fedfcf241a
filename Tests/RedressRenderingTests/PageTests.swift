import RedressDiagnostics
import RedressEngine
import RedressRendering
import RedressValues
import Testing

@Suite struct `Every page` {
  let seed = UInt64.random(in: 0...UInt64.max)

  private func pages(_ style: TextStyle, count: Int = 30) -> [(quote: Quote, text: String)] {
    var generator = QuoteGenerator(seed: seed)
    return (0..<count).map { _ in
      let quote = generator.quote()
      return (quote, text(of: quote, style: style))
    }
  }

  @Test(arguments: [80, 100, 132]) func `stays within its width and has no trailing spaces`(width: Int) {
    for (_, text) in pages(TextStyle(width: width, explains: true, showsAll: true)) {
      let wrong = text.split(separator: "\n").map(String.init).filter {
        displayWidth(of: $0) > width || $0.last == " "
      }
      #expect(wrong == [], "seed \(seed)")
    }
  }

  @Test func `sends nothing to a terminal that commands it`() {
    for (_, text) in pages(TextStyle(explains: true, showsAll: true)) {
      let commands = text.unicodeScalars.filter { $0.value < 0x20 && $0 != "\n" || $0.value == 0x202E }
      #expect(commands.isEmpty, "seed \(seed)")
    }
  }

  @Test func `says the same in colour`() throws {
    let colours = try Regex("\u{1B}\\[[0-9]+m")
    for (quote, plain) in pages(TextStyle(showsAll: true)) {
      let coloured = text(of: quote, style: TextStyle(colour: true, showsAll: true))
      #expect(coloured.replacing(colours, with: "") == plain, "seed \(seed)")
    }
  }

  @Test func `shows every amount payable`() {
    for (quote, text) in pages(TextStyle(showsAll: true)) {
      let lines = quote.proposals.flatMap(\.lines).filter {
        $0.status != .pending && !$0.isApology && $0.right == nil
      }
      let missing = lines.compactMap { $0.payable?.fixedText(places: 2, grouping: true) }.filter { !text.contains($0) }
      #expect(missing == [], "seed \(seed)")
      #expect(text == RedressRendering.text(of: quote, style: TextStyle(showsAll: true)), "seed \(seed)")
    }
  }

  @Test func `has no two blank rows in a row and none at its ends`() {
    for (_, text) in pages(TextStyle(showsAll: true)) {
      #expect(!text.contains("\n\n\n") && !text.hasPrefix("\n") && !text.hasSuffix("\n\n"), "seed \(seed)")
    }
  }
}
