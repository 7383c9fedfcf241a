import RedressChecker
import RedressEngine
import RedressValues

/// Random cases of a program that state nearly everything, within bounds, near the figures its rules speak of.
struct GeneratedFacts {
  let program: Program
  /// The numbers of the rules: thresholds, rates, the edges of cells.
  private let figures: [Rational]
  /// The days on which something changes.
  private let days: [Int]

  init(_ program: Program) {
    self.program = program
    var figures: Set<Rational> = []
    var days: Set<Int> = []
    figures.formUnion(program.numbers)
    for table in program.tables {
      for edition in table.editions {
        if let from = edition.from { days.insert(Int(from.dayNumber)) }
        for row in edition.rows { figures.formUnion(row.cells.flatMap(\.edges)) }
      }
    }
    for tiers in program.tiers { figures.formUnion(tiers.bands.compactMap(\.upper)) }
    for authority in program.authorities { figures.formUnion(authority.levels.flatMap { $0.cell.edges }) }
    for definition in program.definitions {
      days.formUnion(definition.ruling.starts.compactMap { $0.map { Int($0.dayNumber) } })
    }
    if let from = program.inForceFrom { days.insert(Int(from.dayNumber)) }
    if let until = program.inForceUntil { days.insert(Int(until.dayNumber)) }
    self.figures = figures.sorted()
    self.days = days.sorted()
  }

  /// - Parameter leavesOut: how many of a hundred facts that have no default stay unstated.
  func facts(leavingOut leavesOut: Int, _ random: inout SeededGenerator) -> Facts {
    var facts = Facts(of: program)
    var clock = firstDay(&random) * 1_440
    for (index, attributes) in program.schema.facts.enumerated() {
      facts.values[index] = stated(attributes, named: attributes.name, leavesOut, &clock, &facts, &random)
    }
    for index in facts.claimed.indices where happens(25, &random) {
      facts.claimed[index] = quantity(.money(in: program.currency), isWhole: false, nil, &random)
    }
    for (index, choice) in program.choices.enumerated() where happens(25, &random) {
      facts.choices[index] = Int.random(in: choice.options.indices, using: &random)
    }
    if program.currency == .ofTheCase { facts.currency = Currency.named(pick(["EUR", "JPY", "KWD"], &random)) }
    if program.datedBy == nil || happens(10, &random) { facts.dated = CivilDate(dayNumber: clock / 1_440) }
    return facts
  }

  private func stated(
    _ attributes: Schema.Attributes, named name: String, _ leavesOut: Int, _ clock: inout Int, _ facts: inout Facts,
    _ random: inout SeededGenerator
  ) -> Facts.Stated {
    if attributes.isOptional || attributes.defaultValue != nil {
      if happens(40, &random) { return .notStated }
    } else if happens(leavesOut, &random) {
      return .notStated
    }
    switch attributes.type {
    case .yesOrNo: return .ordinal(Int64.random(in: 0...1, using: &random))
    case .kind(let kind):
      let word = Int.random(in: program.schema.kinds[kind].words.indices, using: &random)
      return .ordinal(Int64(within(attributes.bounds, Rational(word)).whole ?? word))
    case .date:
      let day = moved(&clock, &random) / 1_440
      return .ordinal(Int64(within(attributes.bounds, Rational(day)).whole ?? day))
    case .time:
      let minute = moved(&clock, &random)
      return .ordinal(Int64(within(attributes.bounds, Rational(minute)).whole ?? minute))
    case .text:
      facts.texts.append(pick(["A-1", "B-2", "西安"], &random))
      return .text(Int32(facts.texts.count - 1))
    case .quantity(let unit):
      return .number(quantity(unit, isWhole: attributes.isWhole, attributes.bounds, &random))
    case .list(let record), .record(let record):
      return rows(of: record, named: name, leavesOut, &clock, &facts, &random)
    }
  }

  /// The rows of a list stand together in the table of their record; lists inside them come behind.
  private func rows(
    of record: Int, named name: String, _ leavesOut: Int, _ clock: inout Int, _ facts: inout Facts,
    _ random: inout SeededGenerator
  ) -> Facts.Stated {
    let fields = program.schema.records[record].fields
    let first = facts.tables[record].rowCount
    let count = Int.random(in: 0...4, using: &random)
    for row in 0..<count {
      facts.tables[record].rowNames.append("\(name)[\(row + 1)]")
      facts.tables[record].cells += Array(repeating: .notStated, count: fields.count)
    }
    for row in 0..<count {
      for (column, field) in fields.enumerated() {
        let place = "\(name)[\(row + 1)].\(field.name)"
        let cell = stated(field, named: place, leavesOut / 3, &clock, &facts, &random)
        facts.tables[record].cells[(first + row) * fields.count + column] = cell
      }
    }
    return .rows(first: Int32(first), count: Int32(count))
  }

  // MARK: Values

  private func firstDay(_ random: inout SeededGenerator) -> Int {
    let start = days.isEmpty ? 20_500 : pick(days, &random)
    return start
      + (happens(30, &random) ? Int.random(in: -2...2, using: &random) : Int.random(in: 0...400, using: &random))
  }

  /// Mostly later than what was stated before, as things happen in the order they are asked for.
  private func moved(_ clock: inout Int, _ random: inout SeededGenerator) -> Int {
    let days = pick([0, 0, 1, 2, 5, 12, 40, 200], &random)
    let minutes = pick([0, 0, 45, 180, 241, 720, 1_439], &random)
    if happens(15, &random) { return max(0, clock - days * 1_440 - minutes) }
    clock += days * 1_440 + minutes
    return clock
  }

  /// In base units, within the bounds.
  private func quantity(
    _ unit: Unit, isWhole: Bool, _ bounds: Schema.Bounds?, _ random: inout SeededGenerator
  ) -> Rational {
    let scale = (try? unit.scale) ?? .one
    let most = unit.isPercent ? 120 : pick([3, 12, 60, 700, 5_000, 90_000], &random)
    let hundredths = Int.random(in: 0...(most * 100), using: &random)
    var value = (try? Rational(numerator: Int128(hundredths), denominator: 100) * scale) ?? .one
    if !figures.isEmpty, happens(40, &random) {
      value = pick(figures, &random)
      let nearby = (try? Rational(numerator: 1, denominator: 100) * scale) ?? .one
      if happens(30, &random) { value = (try? value + nearby) ?? value }
      if happens(30, &random) { value = (try? value - nearby) ?? value }
      if happens(20, &random) { value = (try? value * Rational(Int.random(in: 1...30, using: &random))) ?? value }
    }
    if isWhole || happens(20, &random) { value = (try? value.rounded(.down, to: scale)) ?? value }
    if value.isNegative, bounds == nil, happens(90, &random) { value = value.magnitude }
    return within(bounds, value, step: isWhole ? scale : nil)
  }

  private func within(_ bounds: Schema.Bounds?, _ value: Rational, step: Rational? = nil) -> Rational {
    guard let bounds else { return value }
    var value = value
    if let upper = bounds.upper, value > upper { value = upper }
    if let lower = bounds.lower, value < lower { value = lower }
    if let lower = bounds.lower, bounds.excludesLower, value <= lower { value = (try? lower + (step ?? .one)) ?? value }
    if let upper = bounds.upper, value > upper { value = upper }
    return value
  }

  private func happens(_ hundredths: Int, _ random: inout SeededGenerator) -> Bool {
    Int.random(in: 0..<100, using: &random) < hundredths
  }

  private func pick<Value>(_ values: [Value], _ random: inout SeededGenerator) -> Value {
    values[Int.random(in: 0..<values.count, using: &random)]
  }
}

extension Program.Cell {
  fileprivate var edges: [Rational] {
    switch self {
    case .any: []
    case .range(let lower, _, let upper, _): [lower, upper].compactMap { $0 }
    case .values(let values): values
    }
  }
}
