extension Unit {
  /// The unit as a policy writes it: `CNY per kg`, `% per day`, `days`, `XDR`, `number`, `percent`, `m3`,
  /// `CNY per kg and day`.
  package var name: String {
    switch (isPercent, components.isEmpty) {
    case (false, true): "number"
    case (true, true): "percent"
    case (true, false): suffix(isOne: false)
    case (false, false): factors.isEmpty ? "number" + suffix(isOne: false) : String(suffix(isOne: false).dropFirst())
    }
  }

  /// What follows the figure, with the space before it: ` days`, ` XDR per kg`, `%`, `% per day`, nothing for a
  /// number. `isOne` asks for the singular.
  func suffix(isOne: Bool) -> String {
    var text = isPercent ? "%" : ""
    if let last = factors.last {
      // Of several that are multiplied, only the last one is counted.
      let words = factors.dropLast().flatMap { $0.words() } + last.words(isLastPlural: !isOne)
      text += " " + words.joined(separator: " * ")
    }
    if !divisors.isEmpty {
      text += " per " + divisors.flatMap { $0.words() }.joined(separator: " and ")
    }
    return text
  }

  /// What is multiplied, currency first, time last: people say so much money per kilogram and day.
  private var factors: [Component] {
    components.reversed().filter { $0.power > 0 }
  }

  private var divisors: [Component] {
    components.reversed().filter { $0.power < 0 }
  }
}

extension Unit.Component {
  /// The symbol as often as it is multiplied: `day`, `m2`, `CNY` and `CNY`; the last one in the plural if asked for.
  func words(isLastPlural: Bool = false) -> [String] {
    let count = symbolCount.magnitude
    let last = isLastPlural ? plural : symbol
    switch (base, symbolPower, count) {
    case (_, _, 1): return [last]
    case (.length, 1, _): return ["\(symbol)\(count)"]
    case (_, _, 2...3): return Array(repeating: symbol, count: Int(count) - 1) + [last]
    default: return ["\(symbol)^\(count)"]
    }
  }

  private var plural: String {
    if case .currency = base { return symbol }
    return Unit.plural(of: symbol)
  }
}
