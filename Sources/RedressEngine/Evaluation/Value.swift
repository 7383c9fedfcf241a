import RedressValues

/// A value while a case is evaluated. Its type and unit are known from the program.
enum Value: Sendable {
  case number(Rational)
  /// Yes (1) and no (0), a word, an option, a day, a minute, the row of an element.
  case ordinal(Int64)
  /// A position in the facts' texts, or, below zero, -1 - the position in the program's.
  case text(Int32)
  case rows(first: Int32, count: Int32)
  /// Nobody has stated it; the position of what it can be among the evaluator's possibilities.
  case unknown(Int32)
  /// It cannot be computed; the position of the reason among the evaluator's faults.
  case fault(Int32)

  static let no = Value.ordinal(0)
  static let yes = Value.ordinal(1)

  init(_ holds: Bool) {
    self = holds ? .yes : .no
  }

  var isFault: Bool {
    if case .fault = self { true } else { false }
  }

  var isUnknown: Bool {
    if case .unknown = self { true } else { false }
  }

  /// The number, where it is one.
  var number: Rational? {
    if case .number(let number) = self { number } else { nil }
  }
}

/// What an unknown value can be: everything from `low` to `high`; nil where nothing bounds it.
struct Possibility: Sendable {
  var low: Rational?
  var high: Rational?
  /// `low` itself is excluded.
  var excludesLow = false
  /// Days, minutes, words and yes or no are ordinals; everything else is a number.
  var isOrdinal: Bool

  static let yesOrNo = Possibility(low: .zero, high: .one, isOrdinal: true)
  static let anyNumber = Possibility(low: nil, high: nil, isOrdinal: false)
  static let anyOrdinal = Possibility(low: nil, high: nil, isOrdinal: true)

  /// Exactly this value.
  static func point(_ value: Rational, isOrdinal: Bool) -> Possibility {
    Possibility(low: value, high: value, isOrdinal: isOrdinal)
  }

  /// The smallest possibility that holds both.
  func joined(with other: Possibility) -> Possibility {
    var result = Possibility(low: nil, high: nil, isOrdinal: isOrdinal)
    if let low, let otherLow = other.low {
      result.low = min(low, otherLow)
      result.excludesLow = (low <= otherLow ? excludesLow : true) && (otherLow <= low ? other.excludesLow : true)
    }
    if let high, let otherHigh = other.high { result.high = max(high, otherHigh) }
    return result
  }
}

/// Whether something holds, as far as the stated facts tell.
enum Holding: Sendable {
  case yes
  case no
  case maybe
  case fault(Int32)
}
