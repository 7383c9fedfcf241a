/// How a layout looks: as plain text, or with the colours of a terminal.
package enum LayoutStyle: Sendable {
  case plain
  case colour

  /// The parts of a layout that have a colour of their own.
  enum Part {
    case error
    case message
    case gutter
    case primary
    case secondary
    case help
  }

  /// The text in the colour of its part, or as it is where the style has no colours.
  func paint(_ text: String, as part: Part) -> String {
    guard self == .colour, !text.isEmpty else { return text }
    let code =
      switch part {
      case .error, .primary: "1;31"
      case .message: "1"
      case .gutter: "34"
      case .secondary: "36"
      case .help: "1;32"
      }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }
}
