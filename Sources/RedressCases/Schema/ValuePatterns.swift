import RedressEngine
import RedressValues

/// Regular expressions for the values of a case in JSON.
struct ValuePatterns {
  static let date = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
  static let timeOfDay = "[0-9]{2}:[0-9]{2}"
  private static let number = #"[0-9][0-9_]*(\.[0-9][0-9_]*)?"#

  private let units: UnitWords
  /// Every word for a unit but currencies: those of the language, then those of the policy.
  private let words: [String]

  init(of schema: Schema) {
    units = UnitWords(of: schema)
    words = Unit.knownWords + units.declaredWords
  }

  /// A number with any of the units of this dimension, anchored at both ends. `0` fits every unit.
  func quantity(_ unit: Unit, isNeverNegative: Bool) -> String {
    let number = (isNeverNegative ? "" : "-?") + Self.number
    if unit.isNumber { return "^\(number)$" }
    guard let suffix = suffix(of: unit) else { return "^(0|\(number).*)$" }
    return "^(0|\(number)\(suffix))$"
  }

  /// What follows the number; nil where the dimension is more than a case can be held to.
  private func suffix(of unit: Unit) -> String? {
    let factors = unit.components.filter { $0.power > 0 }
    guard factors.count == (unit.isPercent ? 0 : 1) else { return nil }
    var suffix = unit.isPercent ? "%" : ""
    for factor in factors {
      guard let words = alternatives(to: factor) else { return nil }
      suffix += " +" + oneOf(words)
    }
    var divisors: [String] = []
    let divided = unit.components.filter { $0.power < 0 }
    for divisor in divided {
      guard let words = alternatives(to: divisor) else { return nil }
      divisors.append(contentsOf: words)
    }
    if !divisors.isEmpty {
      // Several may come in any order; that none comes twice is left to the reader.
      let times = divided.count > 1 ? "{\(divided.count)}" : ""
      suffix += "( +per +(\(Self.number) +)?\(oneOf(divisors)))\(times)"
    }
    return suffix
  }

  private func oneOf(_ words: [String]) -> String {
    words.count == 1 ? words.joined() : "(" + words.joined(separator: "|") + ")"
  }

  /// The words that measure the same as a component does.
  private func alternatives(to component: Unit.Component) -> [String]? {
    var words = self.words
    if case .currency(let code) = component.base {
      // Which code it is, the case says.
      if code == Currency.ofTheCase.code { return ["[A-Z]{3}"] }
      words.insert(code, at: 0)
    }
    let fitting = words.filter { word in
      guard let known = units.unit(of: word)?.components, known.count == 1, let first = known.first else {
        return false
      }
      return first.base == component.base && first.power.magnitude == component.power.magnitude
    }
    return fitting.isEmpty ? nil : fitting
  }
}
