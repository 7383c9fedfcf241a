import RedressDiagnostics

/// A stretch of text that stays on one line as long as it fits on any.
struct TextPiece {
  private(set) var text: String
  /// Spaces that part it from the piece before, unless it begins a line.
  let gap: Int

  /// Runs of white space in the text count as one space.
  init(_ text: String, gap: Int = 1) {
    self.text =
      isEvenlySpaced(text) ? text : text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    self.gap = gap
  }

  /// A text whose white space is single spaces between words already.
  fileprivate init(even text: Substring, gap: Int) {
    self.text = String(text)
    self.gap = gap
  }

  fileprivate init(_ character: Character, gap: Int) {
    text = String(character)
    self.gap = gap
  }

  fileprivate mutating func append(_ character: Character) {
    text.append(character)
  }
}

/// Whether single spaces between words are all the white space there is. Texts are long and mostly so, and to find it
/// out character by character takes longer than all the rest of a page.
private func isEvenlySpaced(_ text: String) -> Bool {
  var previous: UInt8 = 0x20
  for byte in text.utf8 {
    // White space beyond ASCII begins with one of these; so does much that is none, which takes the long way.
    if byte < 0x20 || byte == 0xC2 || byte == 0xE1 || byte == 0xE2 { return false }
    if byte == 0x20, previous == 0x20 { return false }
    // The second byte of an ideographic space.
    if byte == 0x80, previous == 0xE3 { return false }
    previous = byte
  }
  return previous != 0x20
}

/// A text in lines of at most so many columns.
///
/// Lines break at spaces and beside Chinese, Japanese and Korean characters, but never before a closing mark or after
/// an opening one. A word wider than a line is cut.
func wrapped(_ text: String, to width: Int) -> [String] {
  filled([TextPiece(text)], to: width)
}

/// Pieces in lines of at most so many columns; a piece wider than a line breaks as its own text does.
///
/// - Parameter indent: how many columns less the lines after the first have.
func filled(_ pieces: [TextPiece], to width: Int, indent: Int = 0) -> [String] {
  var lines: [String] = []
  var line = ""
  var used = 0
  for piece in pieces.flatMap({ fitting($0, to: width - indent) }) {
    let own = displayWidth(of: piece.text)
    let gap = used > 0 ? piece.gap : 0
    if used > 0, used + gap + own > width - (lines.isEmpty ? 0 : indent) {
      lines.append(line)
      line = piece.text
      used = own
    } else {
      line += String(repeating: " ", count: gap) + piece.text
      used += gap + own
    }
  }
  if !line.isEmpty { lines.append(line) }
  return lines
}

/// Texts in a row with a dot between each two, each kept whole where it fits.
func dotted(_ texts: [String]) -> [TextPiece] {
  texts.enumerated().map { position, text in TextPiece(text + (position < texts.count - 1 ? " ·" : "")) }
}

private func fitting(_ piece: TextPiece, to width: Int) -> [TextPiece] {
  guard displayWidth(of: piece.text) > width else { return [piece] }
  return words(of: piece).flatMap { displayWidth(of: $0.text) > width ? cut($0, to: width) : [$0] }
}

private func cut(_ piece: TextPiece, to width: Int) -> [TextPiece] {
  var parts: [TextPiece] = []
  var used = 0
  for character in piece.text {
    let own = displayWidth(of: character)
    if let last = parts.indices.last, used + own <= width {
      parts[last].append(character)
      used += own
    } else {
      parts.append(TextPiece(character, gap: parts.isEmpty ? piece.gap : 0))
      used = own
    }
  }
  return parts
}

/// The parts between which the text of a piece may break.
func words(of piece: TextPiece) -> [TextPiece] {
  if piece.text.utf8.allSatisfy({ $0 < 0x80 }) {
    return piece.text.split(separator: " ").enumerated().map { position, word in
      TextPiece(even: word, gap: position == 0 ? piece.gap : 1)
    }
  }
  var words: [TextPiece] = []
  var gap = piece.gap
  var previous: Character?
  for character in piece.text {
    if character == " " {
      gap = 1
      previous = nil
      continue
    }
    if let previous, let last = words.indices.last, !canBreak(between: previous, and: character) {
      words[last].append(character)
    } else {
      words.append(TextPiece(character, gap: gap))
    }
    gap = 0
    previous = character
  }
  return words
}

private func canBreak(between left: Character, and right: Character) -> Bool {
  guard displayWidth(of: left) == 2 || displayWidth(of: right) == 2 else { return false }
  return !closingMarks.contains(right) && !openingMarks.contains(left)
}

private let closingMarks: Set<Character> = Set("，。、；：？！）》」』】〕”’％…—·,.;:?!)]}%")
private let openingMarks: Set<Character> = Set("（《「『【〔“‘([{")
