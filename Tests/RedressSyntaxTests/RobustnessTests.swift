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
    String(repeating: "any a in b where ", count: 10_000) + "c", String(repeating: "date of ", count: 10_000) + "a",
    String(repeating: "1 + ", count: 10_000) + "1", "a" + String(repeating: ".b", count: 10_000),
    String(repeating: "a and ", count: 10_000) + "a", "a" + String(repeating: " reduced by 1%", count: 10_000),
    "a" + String(repeating: " rounded to 1", count: 10_000), String(repeating: "a * ", count: 10_000) + "a",
  ])
  func `ten thousand of anything end in one problem, and what follows is read`(_ text: String) {
    let found = codes("policy p\ndefine x is \(text)\nfact claimed : money\n")
    #expect(found == ["R0109", "R0113"])
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

/// Every declaration and clause once, those of later versions too.
let everyClausePolicy = """
  policy p "P" currency of the case dated by d in force from 2026-01-01 until 2026-12-31 rounding half even use common
  unit pallet = 800 kg
  kind Tier is basic "b" < item < gold
  record R "r"
    a : whole days from 0 days to 5 days "x" default 2 days
    for : list of Q
  fact a : XDR per kg above 0 "x" default 1 + 2 proved by "p" private optional
  detail w : text "W" private
  require a < b and not (c or d) because "x {a - b}" citing s "1", t "2"
  define f(x : R, n : number up to 5) "F" : money is 10% of x.a because "y" leaving out "q" because "r"
    from 2024-12-28 is 26 XDR per kg dated by e
    except g: 2 * otherwise when n > 5 overriding h, i because "z"
    at most largest of (1 CNY, 2 CNY) when a because "c" except w: waived when b overriding all because "d"
  split s "S" is in proportion carrier a, packer rest because "x"
  item i "I {a}" as penalty for each l in ls where l.a = any of (b, c) largest first by l.b when any x in y where z
    payee p owed by "o" pay 2 CNY for every 2 days of late, part in proportion by credit discretion 0 to 5 because "x"
    except e: give right "r" when f because "g"
    less 20% of it because "a" nothing under 5 CNY because "b" nothing up to 2 CNY because "c" borne by s
    rounded half up to 0.01 CNY because "d"
  bar b "B" on all, compensation when x > 7 days after y because "z" except q: waived when r because "s"
  choice c "C" for p when a option x "X" option y prefer cheapest because "z"
  deadline d "D" is 2 business days before r in china except e: 1 hour after t when u because "v"
  approval m when total of goodwill > 0 because "w"
  note n "N" when whole months from a to b >= count l in ls
  always total_payable <= (sum of l.a for each l in ls) reduced by 5% because "x"
  limit z "Z" on all only the largest
  table t of a : days gives percent
    | a | gives |
    | 0 to 2 | 5% | citing c "1"
  """
