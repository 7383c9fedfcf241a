import RedressEngine
import RedressValues

extension Schema.Bounds {
  /// The bounds in words: `above 0.00 CNY`, `from 0 kg to 40000 kg`, `from 2026-01-01`, `up to silver`.
  func text(of type: ValueType, words: [String]) -> String {
    let show = { (value: Rational) in Self.text(of: value, type, words: words) }
    switch (lower, upper) {
    case (let lower?, let upper?): return (excludesLower ? "above " : "from ") + show(lower) + " to " + show(upper)
    case (let lower?, nil): return (excludesLower ? "above " : "from ") + show(lower)
    case (nil, let upper?): return "up to " + show(upper)
    case (nil, nil): return "anything"
    }
  }

  private static func text(of value: Rational, _ type: ValueType, words: [String]) -> String {
    switch type {
    case .quantity(let unit): return quantityText(value, unit: unit)
    case .date: return value.whole.map { CivilDate(dayNumber: $0).description } ?? ""
    case .time: return value.whole.map { CivilTime(minuteNumber: $0).description } ?? ""
    case .kind:
      guard let position = value.whole, words.indices.contains(position) else { return "" }
      return words[position]
    case .yesOrNo: return value.isZero ? "no" : "yes"
    case .text, .record, .list: return ""
    }
  }
}
