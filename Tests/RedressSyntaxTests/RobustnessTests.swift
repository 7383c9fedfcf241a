import RedressDiagnostics
import RedressSyntax
import Testing

@Suite struct RobustnessTests {
  /// Texts with every construct, to take apart.
  static let seeds = [onePagePolicy, onePageCase, everyClausePolicy]

  @Test(arguments: [
    String(repeating: "(", count: 10_000) + "1",
    String(repeating: "(", count: 10_000) + "1" + String(repeating: ")", count: 10_000),
    String(repeating: "f(", count: 10_000), String(repeating: "not ", count: 10_000) + "a",
    String(repeating: "- ", count: 10_000) + "a",
    String(repeating: "20% of ", count: 10_000) + "a", String(repeating: "1 day after ", count: 10_000) + "a",
    String(repeating: "sum of ", count: 10_000) + "a", String(repeating: "largest of (", count: 10_000) + "a",
    String(repeating: "any a in b where ", count: 10_000) + "c", String(repeating: "a on ", count: 10_000) + "b",
    String(repeating: "1 business days after ", count: 10_000) + "a",
    String(repeating: "business days from ", count: 10_000) + "a",
    String(repeating: "whole months from ", count: 10_000) + "a", String(repeating: "date of ", count: 10_000) + "a",
    String(repeating: "1 + ", count: 10_000) + "1", "a" + String(repeating: ".b", count: 10_000),
    String(repeating: "a and ", count: 10_000) + "a", "a" + String(repeating: " reduced by 1%", count: 10_000),
    "a" + String(repeating: " rounded to 1", count: 10_000), String(repeating: "a * ", count: 10_000) + "a",
  ])
  func `ten thousand of anything end in one problem, and what follows is read`(_ text: String) {
    let found = codes("policy p\ndefine x is \(text)\nfact claimed : money\n")
    #expect(found == ["R0109", "R0113"])
  }

  @Test func `a policy with everything has no problems`() {
    #expect(findings(everyClausePolicy) == [])
  }

  @Test func `the deepest that is read is deep enough for people`() {
    let brackets = String(repeating: "(", count: 150) + "1" + String(repeating: ")", count: 150)
    #expect(codes("policy p\ndefine x is \(brackets)\n") == [])
    #expect(codes("policy p\ndefine x is " + String(repeating: "1 + ", count: 500) + "1\n") == [])
  }

  @Test func `more than sixteen megabytes are refused unread`() {
    let bytes = [UInt8](repeating: UInt8(ascii: "("), count: (16 << 20) + 1)
    let text = SourceText(name: "large", bytes: bytes)
    #expect(parsePolicy(text, as: SourceID(0)).problems.map(\.diagnostic.code) == ["R0109"])
    #expect(parseCases(text, as: SourceID(0)).problems.map(\.diagnostic.code) == ["R0109"])
  }

  @Test(arguments: [
    "(", "a ", "item i \"I\" ", "except e: 1 when ", "| 1 ", "「", "\"{", "\u{FF5C}", "case c policy p given a 1\n",
  ])
  func `a long row of anything ends`(_ piece: String) {
    let text = "policy p\n" + String(repeating: piece, count: 1_500)
    #expect(policy(text).problems.count <= 51)
    #expect(cases(text).problems.count <= 51)
    let table = "policy p\ntable t of a : days gives days\n| a | gives |\n" + String(repeating: piece, count: 1_500)
    #expect(policy(table).problems.count <= 51)
    #expect(cases("case c policy p\ngiven\n" + text).problems.count <= 51)
  }

  @Test(arguments: 0..<24)
  func `any damage to good files gives an answer`(_ round: Int) {
    let seed = UInt64(round) &* 0x9E37_79B9_7F4A_7C15 &+ 20_260_305
    var random = SplitMix(state: seed)
    let original = Array(Self.seeds[round % Self.seeds.count].utf8)
    let pieces = Self.pieces(of: original)
    for _ in 0..<20 {
      let bytes =
        Bool.random(using: &random) ? Self.damaged(original, using: &random) : Self.shuffled(pieces, using: &random)
      let text = SourceText(name: "damaged", bytes: bytes)
      for problems in [parsePolicy(text, as: SourceID(0)).problems, parseCases(text, as: SourceID(0)).problems] {
        for diagnostic in problems.map(\.diagnostic) {
          guard let span = diagnostic.primary?.span else { continue }
          let isInside = span.start >= 0 && span.start <= span.end && Int(span.end) <= bytes.count
          #expect(isInside, "seed \(seed): \(diagnostic.code) at \(span.start)..<\(span.end) of \(bytes.count)")
        }
      }
    }
  }

  /// Bytes changed, taken out, put in, and the rest cut off.
  private static func damaged(_ original: [UInt8], using random: inout SplitMix) -> [UInt8] {
    var bytes = original
    for _ in 0..<Int.random(in: 1...12, using: &random) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<5, using: &random) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.remove(at: place)
      case 2: bytes.insert(contentsOf: Array("(){}\"\"|:,.-%\n ".utf8).shuffled(using: &random).prefix(2), at: place)
      case 3: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...60, using: &random)))
      default: bytes.removeSubrange(Int.random(in: place..<bytes.count, using: &random)..<bytes.count)
      }
    }
    return bytes
  }

  /// Words taken out, doubled and exchanged.
  private static func shuffled(_ pieces: [[UInt8]], using random: inout SplitMix) -> [UInt8] {
    var pieces = pieces
    for _ in 0..<Int.random(in: 1...10, using: &random) {
      let first = Int.random(in: 0..<pieces.count, using: &random)
      let second = Int.random(in: 0..<pieces.count, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: pieces.swapAt(first, second)
      case 1: pieces[first] = pieces[second]
      default: pieces[first] = []
      }
    }
    return Array(pieces.joined())
  }

  /// A text cut behind each space and line break.
  private static func pieces(of bytes: [UInt8]) -> [[UInt8]] {
    var pieces: [[UInt8]] = [[]]
    for byte in bytes {
      pieces[pieces.count - 1].append(byte)
      if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") { pieces.append([]) }
    }
    return pieces
  }
}

/// A generator with a seed, so that what failed can be run again.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
