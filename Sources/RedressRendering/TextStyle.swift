/// How a quote is laid out as text.
package struct TextStyle: Hashable, Sendable {
  /// Columns of the page; amounts and citations stand at fixed distances from its right margin.
  package var width: Int
  /// With the colours of a terminal.
  package var colour: Bool
  /// Each line unfolds to the facts it rests on.
  package var explains: Bool
  /// Every proposal in full, not only the preferred one.
  package var showsAll: Bool

  /// A page narrower than 80 columns counts as one of 80.
  package init(width: Int = 100, colour: Bool = false, explains: Bool = false, showsAll: Bool = false) {
    self.width = max(80, min(width, 400))
    self.colour = colour
    self.explains = explains
    self.showsAll = showsAll
  }

  /// What stands out from the rest of a page.
  enum Tint {
    case plain
    case denied
    case pending
    case total
  }

  /// The text in its colour, or as it is where the style has none.
  func paint(_ text: String, _ tint: Tint) -> String {
    guard colour, !text.isEmpty else { return text }
    switch tint {
    case .plain: return text
    case .denied: return "\u{1B}[31m\(text)\u{1B}[0m"
    case .pending: return "\u{1B}[33m\(text)\u{1B}[0m"
    case .total: return "\u{1B}[1m\(text)\u{1B}[0m"
    }
  }
}
