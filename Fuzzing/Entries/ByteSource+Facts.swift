import RedressEngine
import RedressValues

// Facts as a case might state them: within their bounds, at the edges of what can be written, often not at all.
extension ByteSource {
  mutating func facts(of program: Program) -> Facts {
    var facts = Facts(of: program)
    for (index, attributes) in program.schema.facts.enumerated() {
      facts.values[index] = stated(attributes, at: .fact(index), depth: 0, in: &facts, of: program)
    }
    for index in facts.details.indices where happens(64) { facts.details[index] = "WB-\(byte())" }
    for index in facts.claimed.indices where happens(64) { facts.claimed[index] = amount().magnitude }
    for (index, choice) in program.choices.enumerated() where happens(48) {
      facts.choices[index] = self.choice(of: choice.options.count)
    }
    if happens(32) { facts.dated = CivilDate(dayNumber: day()) }
    return facts
  }

  private mutating func stated(
    _ attributes: Schema.Attributes, at place: Facts.ListPlace, depth: Int, in facts: inout Facts, of program: Program
  ) -> Facts.Stated {
    if happens(56) { return .notStated }
    switch attributes.type {
    case .yesOrNo: return .ordinal(Int64(choice(of: 2)))
    case .kind(let kind):
      return ordinal(choice(of: program.schema.kinds[kind].words.count), within: attributes.bounds)
    case .date: return ordinal(day(), within: attributes.bounds)
    case .time: return ordinal(day() * 1_440 + choice(of: 1_440), within: attributes.bounds)
    case .text:
      facts.texts.append("text \(byte())")
      return .text(Int32(truncatingIfNeeded: facts.texts.count - 1))
    case .quantity(let unit): return quantity(of: attributes, unit).map { .number($0) } ?? .notStated
    case .list(let record), .record(let record):
      return rows(of: record, at: place, depth: depth, in: &facts, of: program)
    }
  }

  /// The rows of a list stand together in the table of their record; lists inside them come behind.
  private mutating func rows(
    of record: Int, at place: Facts.ListPlace, depth: Int, in facts: inout Facts, of program: Program
  ) -> Facts.Stated {
    let fields = program.schema.records[record].fields
    let first = facts.tables[record].rowCount
    let count = depth > 3 ? 0 : choice(of: 6)
    facts.tables[record].beginList(place)
    for _ in 0..<count { facts.tables[record].addRow() }
    for row in 0..<count {
      for (column, field) in fields.enumerated() {
        let place = Facts.ListPlace.field(column, record: record, row: first + row)
        let cell = stated(field, at: place, depth: depth + 1, in: &facts, of: program)
        facts.tables[record].cells[(first + row) * fields.count + column] = cell
      }
    }
    return .rows(first: Int32(truncatingIfNeeded: first), count: Int32(truncatingIfNeeded: count))
  }

  // MARK: Values

  private func ordinal(_ value: Int, within bounds: Schema.Bounds?) -> Facts.Stated {
    bounds.map { $0.includes(Rational(value)) } ?? true ? .ordinal(Int64(value)) : .notStated
  }

  /// Mostly days of one spring, now and then any day there is.
  private mutating func day() -> Int {
    let spring = Int(CivilDate(year: 2026, month: 3, day: 5)?.dayNumber ?? 0)
    switch choice(of: 16) {
    case 15: return Int(CivilDate(dayNumber: .min).dayNumber)
    case 14: return Int(CivilDate(dayNumber: .max).dayNumber)
    case 13: return Int(CivilDate(dayNumber: Int(word() % 4_000_000)).dayNumber)
    default: return spring + choice(of: 12)
    }
  }

  /// Nil where nothing fits that is drawn.
  private mutating func quantity(of attributes: Schema.Attributes, _ unit: Unit) -> Rational? {
    var value = amount()
    do {
      if attributes.isWhole { value = Rational(value.whole ?? 1) }
      if unit.currencyCode == nil { value = try value * unit.scale }
      guard let bounds = attributes.bounds, !bounds.includes(value) else { return value }
      let nearest = value < (bounds.lower ?? value) ? bounds.lower : bounds.upper
      if let nearest, bounds.includes(nearest) { return nearest }
      guard let lower = bounds.lower else { return nil }
      let above = try lower + value.magnitude
      return bounds.includes(above) ? above : nil
    } catch {
      return nil
    }
  }

  /// A number as people write it: whole, in cents, in millionths, or far too large.
  private mutating func amount() -> Rational {
    let (numerator, denominator): (Int128, Int128) =
      switch choice(of: 12) {
      case 0: (0, 1)
      case 1: (1, 100)
      case 2: (Int128(word()), 1)
      case 3: (Int128(word()), 1_000_000)
      case 4: (Int128(word()) << 62, 100)
      case 5: (Int128(byte()), 1_000_000_000_000)
      case 6, 7, 8: (Int128(choice(of: 10_000_000)), 100)
      default: (Int128(choice(of: 100_000)), 1)
      }
    return (try? Rational(numerator: numerator, denominator: denominator)) ?? .zero
  }
}

extension Schema.Bounds {
  /// Whether a value in base units lies within.
  func includes(_ value: Rational) -> Bool {
    if let lower, value < lower || (excludesLower && value == lower) { return false }
    if let upper, value > upper { return false }
    return true
  }
}
