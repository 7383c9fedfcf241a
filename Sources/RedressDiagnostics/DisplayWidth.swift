/// How many columns of a terminal a text takes: wide Chinese, Japanese and Korean characters and emoji take two,
/// combining marks none. What must not reach a terminal counts as the `�` that `printable` puts in its place.
package func displayWidth(of text: String) -> Int {
  if isPlainASCII(text) { return text.utf8.count }
  return text.reduce(0) { $0 + displayWidth(of: $1) }
}

/// How many columns of a terminal one character takes.
package func displayWidth(of character: Character) -> Int {
  let scalars = character.unicodeScalars
  guard let first = scalars.first, isPrintable(character) else { return 1 }
  if scalars.dropFirst().isEmpty { return columns(of: first) }
  if first.properties.isEmoji, scalars.dropFirst().contains(where: makesEmoji) { return 2 }
  return scalars.reduce(0) { $0 + columns(of: $1) }
}

/// A text as it may be sent to a terminal: line breaks and tabs become spaces, control characters and the invisible
/// ones that reorder or hide text become `�`, and what goes on after `limit` characters is cut off with `…`.
package func printable(_ text: String, limit: Int = 1000) -> String {
  if isPlainASCII(text), text.utf8.count <= limit { return text }
  var result = ""
  var count = 0
  for character in text {
    guard count < limit else { return result + "…" }
    count += 1
    if character.isNewline || character == "\t" {
      result.append(" ")
    } else {
      result.append(isPrintable(character) ? character : "�")
    }
  }
  return result
}

/// Whether a character may be sent to a terminal as it is. A letter under a heap of marks may not: nobody can read it,
/// and it would cover the lines around it.
func isPrintable(_ character: Character) -> Bool {
  var count = 0
  for scalar in character.unicodeScalars {
    count += 1
    if count > 16 || !isPrintable(scalar) { return false }
  }
  return true
}

private func isPlainASCII(_ text: String) -> Bool {
  text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
}

private func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
  if scalar.value >= 0x20, scalar.value < 0x7F { return true }
  switch scalar.properties.generalCategory {
  case .control, .lineSeparator, .paragraphSeparator, .surrogate: return false
  // The two joiners are ordinary spelling in several scripts and in emoji.
  case .format: return scalar.value == 0x200C || scalar.value == 0x200D
  default: return true
  }
}

private func makesEmoji(_ scalar: Unicode.Scalar) -> Bool {
  scalar.value == 0xFE0F || scalar.value == 0x200D || scalar.properties.isEmojiModifier
    || (0x1F1E6...0x1F1FF).contains(scalar.value)
}

private func columns(of scalar: Unicode.Scalar) -> Int {
  let value = scalar.value
  if value < 0x300 { return 1 }
  if isZeroWidth(scalar) { return 0 }
  if value < 0x1100 { return 1 }
  return wideRanges.contains { $0.contains(value) } || scalar.properties.isEmojiPresentation ? 2 : 1
}

private func isZeroWidth(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  // Vowels and final consonants of Korean, drawn into the block their initial consonant opened.
  case 0x1160...0x11FF, 0xD7B0...0xD7FF: return true
  default: break
  }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format: return true
  default: return false
  }
}

/// East Asian wide and full-width characters, without the emoji, which the standard library knows.
private let wideRanges: [ClosedRange<UInt32>] = [
  0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3040...0x3247, 0x3250...0x4DBF, 0x4E00...0xA4CF,
  0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60,
  0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F2FF, 0x20000...0x3FFFD,
]
