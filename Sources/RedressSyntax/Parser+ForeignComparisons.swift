import RedressDiagnostics

extension Parser {
  /// `in (…)` and `within`, with which people compare: reported and taken for the signs.
  @inline(never)
  mutating func reportForeignComparison() {
    if at(.in), token(ahead: 1).kind == .leftParenthesis {
      report(.unexpected(found(current), .oneOf(["= any of"]), currentSpan), at: currentSpan)
      advance()
      _ = parseList()
    } else if at(.word), current.keyword == nil, string(of: current) == "within" {
      report(.within(currentSpan), at: currentSpan)
      advance()
      _ = parseOperators(.rounded)
    }
  }

  /// The sign for `greater than`, `at least` and the like where they stand here behind `is`, with how many words they are.
  func comparisonInWords() -> (sign: String, count: Int)? {
    guard at(.word) else { return nil }
    let second = string(of: token(ahead: 1))
    switch (string(of: current), second) {
    case ("greater", "than"), ("more", "than"), ("larger", "than"), ("higher", "than"): return (">", 2)
    case ("less", "than"), ("smaller", "than"), ("lower", "than"): return ("<", 2)
    case ("at", "least"): return (">=", 2)
    case ("at", "most"): return ("<=", 2)
    default: return nil
    }
  }
}
