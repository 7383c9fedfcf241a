import RedressSyntax

/// The tokens of a text set anew with other spaces, line breaks, blank lines and comments.
struct RaggedText {
  var random: SplitMix
  /// Whether blank lines and comments are put in.
  let hasComments: Bool
  private var text = ""
  private var count = 0

  init(seed: UInt64, hasComments: Bool) {
    random = SplitMix(state: seed)
    self.hasComments = hasComments
  }

  private mutating func chance(_ one: Int, in total: Int) -> Bool { Int.random(in: 0..<total, using: &random) < one }

  private mutating func breakLine() {
    if hasComments, chance(1, in: 12) { comment(" ") }
    text += chance(1, in: 9) ? "\r\n" : "\n"
    guard hasComments else { return }
    if chance(1, in: 9) { text += "\n" }
    if chance(1, in: 14) {
      comment(chance(1, in: 2) ? "" : "  ")
      text += chance(1, in: 3) ? "\n\n" : "\n"
    }
  }

  private mutating func comment(_ before: String) {
    count += 1
    text += before + "# comment \(count)" + (chance(1, in: 3) ? "  " : "")
  }

  /// The tokens, where the parser takes them for the same.
  mutating func set(_ tokens: [LayoutToken]) -> String {
    var isOneLine = false
    for (index, token) in tokens.enumerated() {
      isOneLine = staysOnLine(token, isOneLine)
      if index > 0 { separate(tokens[index - 1], token, isOneLine: isOneLine) }
      text += token.text
    }
    breakLine()
    return text
  }

  /// Whether a token may not begin a line of its own: it stands in a row, or in an entry of a case.
  private func staysOnLine(_ token: LayoutToken, _ isOneLine: Bool) -> Bool {
    switch token.opening {
    case nil: isOneLine
    case .row, .entry, .part, .value: true
    case .clause: isOneLine && ["because", "citing", "leaving"].contains(token.text)
    default: false
    }
  }

  private mutating func separate(_ left: LayoutToken, _ right: LayoutToken, isOneLine: Bool) {
    if [".", "[", "]", "@"].contains(right.text) || [".", "[", "@"].contains(left.text) { return }
    switch right.opening {
    case .declaration, .header, .field, .row, .entry, .part:
      breakLine()
      text += String(repeating: " ", count: Int.random(in: 0...5, using: &random))
    case .clause where !isOneLine && !chance(1, in: 12):
      breakLine()
    default:
      let isNumber = left.text.first.map { $0.isNumber || $0 == "%" } ?? false
      if !isOneLine, !isNumber, left.text != "per", right.text != "per", chance(1, in: 40) {
        breakLine()
      } else if needsNoSpace(left, right), chance(1, in: 2) {
        return
      } else {
        text += String(repeating: " ", count: Int.random(in: 1...3, using: &random))
      }
    }
  }

  private func needsNoSpace(_ left: LayoutToken, _ right: LayoutToken) -> Bool {
    right.isGlued || left.isSign && !right.isSign || ["(", "|"].contains(left.text)
      || [")", ",", "|"].contains(right.text)
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
