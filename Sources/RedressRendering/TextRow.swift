import RedressDiagnostics

/// One row of a page, filled from left to right; texts are placed by column and never run into one another.
struct TextRow {
  private let style: TextStyle
  private(set) var text = ""
  /// Columns used so far.
  private(set) var width = 0

  init(_ style: TextStyle) {
    self.style = style
  }

  /// Places a text from a column on, or two columns after what is there already.
  mutating func place(_ piece: String, at column: Int, _ tint: TextStyle.Tint = .plain) {
    guard !piece.isEmpty else { return }
    let start = width == 0 ? column : max(column, width + 2)
    let shown = printable(piece, limit: .max)
    text += String(repeating: " ", count: start - width) + style.paint(shown, tint)
    width = start + displayWidth(of: shown)
  }

  /// Places a text so that it ends before a column, or two columns after what is there already.
  mutating func place(_ piece: String, endingAt column: Int, _ tint: TextStyle.Tint = .plain) {
    place(piece, at: max(0, column - displayWidth(of: piece)), tint)
  }
}
