import RedressDiagnostics
import RedressValues

/// The frame of one case: the value of every slot that was asked for, filled on demand.
///
/// Everything is pure, so a slot is computed at most once for each combination of options, and what a line
/// rests on is read back from the program afterwards instead of being recorded.
struct Evaluator {
  let program: Program
  private(set) var facts: Facts

  var possibilities: [Possibility] = [.yesOrNo, .anyNumber, .anyOrdinal]
  /// How many of them are there from the beginning.
  private static let possibilityCount = 3
  var faults: [Refusal] = []

  /// By fact: a default or what an unknown fact can be, once asked for.
  var factValues: [Value?]
  /// Facts whose default was asked for.
  var assumedFacts: [Bool]
  /// Cells whose default was asked for.
  var assumedCells: Set<Cell> = []
  /// By definition without parameters.
  var definitionValues: [Value?]
  var splitValues: [SplitValue?]
  /// All lines so far; those of one item stand beside each other.
  var lines: [LineOutcome] = []
  /// By item: where its lines stand.
  var itemLines: [Range<Int>?]
  var barHoldings: [BarOutcome?]
  /// By item that shares something out over a list: the elements it makes lines for; nil while nobody can tell which,
  /// or in which order.
  var itemElements: [[ItemElement]?]
  /// What is shared out over the lines of an item.
  var sharings: [SharingKey: Sharing] = [:]
  /// Known when all lines are.
  var limits = LimitsOutcome()
  var recourses: [RecourseOutcome] = []
  var totals: TotalsOutcome?

  /// By choice: the option taken in this combination; -1 where the choice does not arise.
  var options: [Int]
  /// By choice: it is open whether it arises at all.
  var isOpenChoice: [Bool]
  /// By loop variable: the row it stands at.
  var variables: [Int32]
  /// By loop variable: the place of the element it stands at among those an item makes lines for, from 1.
  var positions: [Int32]
  /// Arguments of the calls under way, the innermost last.
  var parameters: [Value] = []
  var parameterBase = 0
  /// What `it` stands for.
  var running: Value = .number(.zero)
  /// What `otherwise` speaks of.
  var context: OtherwiseContext?
  /// Room that is used again and again.
  var spareElements: [ItemElement] = []
  var spareMembers: [LimitMember] = []

  /// What the case is settled in.
  private(set) var currency: Currency
  /// The decimals of the currency's minor unit.
  private(set) var minorDigits: Int

  /// Operations that may still be spent; a policy that nests loops or calls without reason ends in a refusal.
  var effort: Int
  /// Where there was nothing left to spend; whatever came out then says nothing.
  var exhaustion: Span?
  var depth = 0

  struct Cell: Hashable {
    let record: Int
    let row: Int32
    let field: Int
  }

  /// The ruling whose exception is being computed, and what `otherwise` leaves out of it.
  struct OtherwiseContext {
    indirect enum Ruling {
      case definition(Int)
      case deadline(Int)
      case item(Int)
      case recourse(Int)
      case step(Program.Step)
    }

    let ruling: Ruling
    let excluded: [Int]
    /// The exceptions that hold in the way being computed; nil where they are to be judged anew.
    let holding: [Int]?
    /// The day that was asked for with `on`; nil where the ruling's own picks among dated branches.
    let day: Value?
  }

  /// An option of every choice that arises, -1 for the others.
  struct Combination {
    var options: [Int]
    /// By choice: an unknown fact leaves open whether it arises.
    var isOpen: [Bool]
  }

  /// Deep enough for any policy a person writes, and safe on the smallest stack this runs on.
  static let depthLimit = 1_000
  /// What a ruling or a table lays on the stack besides its nodes.
  static let rulingDepth = 2
  static let explanationDepthLimit = 300

  init(program: Program, facts: Facts) {
    self.program = program
    self.facts = facts
    effort = facts.fullEffort
    factValues = Array(repeating: nil, count: program.schema.facts.count)
    assumedFacts = Array(repeating: false, count: program.schema.facts.count)
    definitionValues = Array(repeating: nil, count: program.definitions.count)
    splitValues = Array(repeating: nil, count: program.splits.count)
    itemLines = Array(repeating: nil, count: program.items.count)
    barHoldings = Array(repeating: nil, count: program.bars.count)
    options = Array(repeating: -1, count: program.choices.count)
    isOpenChoice = Array(repeating: false, count: program.choices.count)
    variables = Array(repeating: -1, count: program.variableRecords.count)
    positions = Array(repeating: 0, count: program.variableRecords.count)
    itemElements = Array(repeating: nil, count: program.items.count)
    currency = program.currency
    minorDigits = program.currency.minorDigits
    if let own = facts.currency, program.currency == .ofTheCase { settle(in: own) }
  }

  private mutating func settle(in currency: Currency) {
    self.currency = currency
    minorDigits = currency.minorDigits
  }

  /// Forgets the case evaluated so far, to evaluate another of the same program in the same room.
  mutating func begin(_ other: Facts) {
    if facts.currency != nil || other.currency != nil, program.currency == .ofTheCase {
      settle(in: other.currency ?? .ofTheCase)
    }
    facts = other
    if possibilities.count > Self.possibilityCount { possibilities.removeSubrange(Self.possibilityCount...) }
    faults.removeAll(keepingCapacity: true)
    for index in factValues.indices { (factValues[index], assumedFacts[index]) = (nil, false) }
    assumedCells.removeAll(keepingCapacity: true)
    for index in variables.indices { (variables[index], positions[index]) = (-1, 0) }
    (effort, exhaustion) = (other.fullEffort, nil)
    forgetOptions()
  }

  /// Forgets what depends on the options taken.
  mutating func take(_ combination: Combination) {
    options = combination.options
    isOpenChoice = combination.isOpen
    forgetOptions()
  }

  private mutating func forgetOptions() {
    for index in definitionValues.indices { definitionValues[index] = nil }
    for index in splitValues.indices { splitValues[index] = nil }
    for index in itemLines.indices { itemLines[index] = nil }
    for index in barHoldings.indices { barHoldings[index] = nil }
    for index in itemElements.indices { itemElements[index] = nil }
    lines.removeAll(keepingCapacity: true)
    if !sharings.isEmpty { sharings = [:] }
    limits.forget()
    recourses.removeAll(keepingCapacity: true)
    totals = nil
  }

  // What is asked for at every turn is inlined: otherwise the whole frame is copied to ask it.
  @inline(__always)
  func span(_ node: NodeID) -> Span { program.spans[Int(node.index)] }

  mutating func fault(_ refusal: Refusal) -> Value {
    faults.append(refusal)
    return .fault(Int32(faults.count - 1))
  }

  func refusal(_ index: Int32) -> Refusal { faults[Int(index)] }

  /// A value for everything a possibility holds: the value itself where that is one point.
  mutating func value(_ possibility: Possibility) -> Value {
    if let low = possibility.low, let high = possibility.high, low == high {
      if possibility.isOrdinal { return .ordinal(Int64(low.whole ?? 0)) }
      return .number(low)
    }
    // Ranges are costlier than numbers: each end is computed for itself.
    effort -= 10
    possibilities.append(possibility)
    return .unknown(Int32(possibilities.count - 1))
  }

  /// What a value can be; nil for texts, rows and faults.
  @inline(__always)
  func possibility(_ value: Value) -> Possibility? {
    switch value {
    case .number(let number): .point(number, isOrdinal: false)
    case .ordinal(let ordinal): .point(Rational(Int(ordinal)), isOrdinal: true)
    case .unknown(let index): possibilities[Int(index)]
    case .text, .rows, .fault: nil
    }
  }

  /// The value that stands for all of several; a fault where there is none.
  mutating func join(_ values: [Value], at span: Span) -> Value {
    guard let first = values.first else { return .unknown(1) }
    if values.count == 1 { return first }
    if values.allSatisfy({ isSame($0, first) }) { return first }
    guard var joined = possibility(first) else { return first.isFault ? .unknown(1) : .unknown(2) }
    for value in values.dropFirst() {
      guard let other = possibility(value) else { return joined.isOrdinal ? .unknown(2) : .unknown(1) }
      joined = joined.joined(with: other)
    }
    return self.value(joined)
  }

  /// Two known values that are equal. Unknown values are never the same.
  func isSame(_ left: Value, _ right: Value) -> Bool {
    switch (left, right) {
    case (.number(let left), .number(let right)): left == right
    case (.ordinal(let left), .ordinal(let right)): left == right
    case (.text(let left), .text(let right)): text(left) == text(right)
    case (.rows(let first, let count), .rows(let otherFirst, let otherCount)):
      first == otherFirst && count == otherCount
    default: false
    }
  }

  func text(_ index: Int32) -> String {
    index >= 0 ? facts.texts[Int(index)] : program.texts[-1 - Int(index)]
  }

  /// Whether a condition holds.
  mutating func holding(_ node: NodeID) -> Holding {
    switch evaluate(node) {
    case .ordinal(let ordinal): ordinal == 0 ? .no : .yes
    case .fault(let index): .fault(index)
    default: .maybe
    }
  }

  /// Whether a condition holds where optional reads stand in its text: an absent one makes it not hold.
  mutating func holding(_ node: NodeID?, _ reads: [Program.OptionalRead]) -> Holding {
    if !reads.isEmpty, isAbsent(reads) { return .no }
    guard let node else { return .yes }
    return holding(node)
  }

  /// One of these optional facts or fields is not stated.
  func isAbsent(_ reads: [Program.OptionalRead]) -> Bool {
    for read in reads {
      switch read {
      case .fact(let fact):
        if case .notStated = facts.values[fact] { return true }
      case .field(let variable, let field):
        if case .notStated = stated(record: program.variableRecords[variable], row: variables[variable], field: field) {
          return true
        }
      }
    }
    return false
  }

  /// What the case states in a field; nothing where there is no such row.
  @inline(__always)
  func stated(record: Int, row: Int32, field: Int) -> Facts.Stated {
    let position = Int(row) * facts.tables[record].fieldCount + field
    return row >= 0 && position < facts.tables[record].cells.count ? facts.tables[record].cells[position] : .notStated
  }
}

extension Facts {
  /// The operations a case may take: what no policy a person writes comes near, and for each element of its lists what
  /// some items take for it.
  var fullEffort: Int {
    tables.reduce(10_000_000) { $0 + 1_000 * $1.rowCount }
  }
}
