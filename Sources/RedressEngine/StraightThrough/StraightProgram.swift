import RedressValues

/// A program in flat tables without references, for claims that are settled straight through: everything they need is
/// stated, nobody has to choose or decide, and nothing fails. There is one only for programs that know no more than what
/// stands here; see `Straightening`.
package struct StraightProgram: Sendable {
  var nodes: [StraightNode] = []
  /// Beside each node, whether its values are numbers.
  var areNumbers: [Bool] = []
  var numbers: [Rational] = []
  /// Runs of nodes: the alternatives of `any of`, what `largest of` compares.
  var operands: [StraightNodeID] = []
  var loops: [Loop] = []
  /// Lists whose elements are sorted by a word once, so that an item looks at none but its own.
  var groupings: [Grouping] = []
  /// By fact, and by field of any record: what counts where the case is silent.
  var factDefaults: [Default] = []
  var fieldDefaults: [Default] = []
  /// By record: where its fields begin in `fieldDefaults`.
  var firstFields: [Int] = []
  var variableCount = 0

  var reads: [Read] = []
  var bases: [Base] = []
  var exceptions: [Exception] = []
  var steps: [Step] = []
  var grounds: [Ground] = []
  var bars: [Bar] = []
  /// Positions of the bars of an item, run by run.
  var itemBars: [Int] = []
  var shares: [Share] = []
  var divisions: [Division] = []
  var splits: [Split] = []
  var definitions: [Definition] = []
  var tables: [Table] = []
  var editions: [Edition] = []
  var rows: [Row] = []
  var cells: [TableCell] = []
  var tiers: [Tiers] = []
  var bands: [Band] = []
  var items: [Item] = []
  var limits: [Limit] = []
  /// Positions of the items of a limit, run by run.
  var limitItems: [Int] = []
  var requirements: [Condition] = []
  var invariants: [Condition] = []
  /// Approvals and notes: whether they hold must be known, though a short record says nothing of them.
  var remarks: [Condition] = []
  /// Figures, days that are due and what persons decide about, for the same reason.
  var demands: [Demand] = []

  var rounding: RoundingMode
  /// Where `Currency.ofTheCase`, the case says which.
  var currency: Currency
  /// The position of the fact the policy is dated by, and whether it is a time.
  var datedBy: Int?
  var isDatedByTime = false
  var inForceFrom: CivilDate?
  var inForceUntil: CivilDate?
  /// The party that bears `our` part of a split.
  var us: Int

  /// What records call the branches that decide lines and steps.
  package fileprivate(set) var branchNames: [String] = []
  /// Beside them what is said of each; nil for what depends on what a claim states.
  fileprivate(set) var branchReasons: [Program.Reasons?] = []
  /// Beside `steps`: what they do, and their names.
  var stepTitles: [StepTitle] = []
  package var itemNames: [String] = []
  package var limitNames: [String] = []

  init(_ program: Program) {
    rounding = program.rounding
    currency = program.currency
    datedBy = program.datedBy
    if let fact = program.datedBy { isDatedByTime = program.schema.facts[fact].type == .time }
    inForceFrom = program.inForceFrom
    inForceUntil = program.inForceUntil
    us = program.us
    itemNames = program.items.map(\.name)
    limitNames = program.limits.map(\.name)
  }

  /// Whether the values of a node are numbers.
  func isNumber(_ node: StraightNodeID) -> Bool { areNumbers[Int(node.index)] }

  mutating func branch(_ branch: Program.Branch) -> Int32 { self.branch(named: branch.name, branch.reasons) }

  mutating func branch(named name: String, _ reasons: Program.Reasons?) -> Int32 {
    branchNames.append(name)
    branchReasons.append(reasons)
    return Int32(truncatingIfNeeded: branchNames.count - 1)
  }
}

/// The number of a node in a straight program.
struct StraightNodeID: Sendable {
  let index: Int32
}

/// One operation on known values. What an operand is, a number or an ordinal, is decided when the program is made.
enum StraightNode: Sendable {
  case number(Int32)
  case ordinal(Int64)
  case factNumber(Int32)
  case factOrdinal(Int32)
  case fieldNumber(variable: Int32, record: Int32, field: Int32)
  case fieldOrdinal(variable: Int32, record: Int32, field: Int32)
  case definitionNumber(Int32)
  case definitionOrdinal(Int32)
  case parameterNumber(Int32)
  case parameterOrdinal(Int32)
  /// The arguments are a run of `operands`; without any, the value is kept.
  case callNumber(definition: Int32, StraightProgram.Run, on: StraightNodeID?)
  case callOrdinal(definition: Int32, StraightProgram.Run, on: StraightNodeID?)
  case tableNumber(Int32, StraightProgram.Run, on: StraightNodeID?)
  case tableOrdinal(Int32, StraightProgram.Run, on: StraightNodeID?)
  case tiers(Int32, StraightNodeID)
  case total(Total)
  case caseDate
  case shift(DateShift, StraightNodeID, isBefore: Bool, StraightNodeID)
  case elapsed(isYears: Bool, isStarted: Bool, from: StraightNodeID, to: StraightNodeID)
  case weekday(StraightNodeID)
  case dateOf(StraightNodeID)
  case it
  case arithmetic(Operation, StraightNodeID, StraightNodeID)
  case negate(StraightNodeID)
  case not(StraightNodeID)
  case and(StraightNodeID, StraightNodeID)
  case or(StraightNodeID, StraightNodeID)
  case compareNumbers(Comparison, StraightNodeID, StraightNodeID)
  case compareOrdinals(Comparison, StraightNodeID, StraightNodeID)
  /// The alternatives are a run of `operands`.
  case isOneOf(StraightNodeID, isNumber: Bool, isNegated: Bool, StraightProgram.Run)
  case rounded(StraightNodeID, RoundingMode, to: StraightNodeID)
  /// The period is a position in `numbers`.
  case forEvery(StraightNodeID, period: Int32, of: StraightNodeID, BrokenPart)
  case extreme(Aggregate, StraightProgram.Run)
  case aggregate(Aggregate, StraightNodeID, loop: Int32)
  case count(loop: Int32)
  case any(loop: Int32)
  case stated(StraightProgram.Read)
  case difference(StraightNodeID, StraightNodeID, minutesPerUnit: Int32)
  case share(party: Int32, split: Int32)
  case itemAmount(ItemAmount, item: Int32)
}

extension StraightProgram {
  /// A run of entries in one of the tables.
  struct Run: Sendable {
    var first: Int32
    var count: Int32

    static let none = Run(first: 0, count: 0)

    var indices: Range<Int> { Int(first)..<(Int(first) + Int(count)) }
  }

  /// Something optional; where it is absent, what reads it does not hold.
  enum Read: Sendable {
    case fact(Int32)
    case field(variable: Int32, record: Int32, field: Int32)
  }

  enum Default: Sendable {
    case none
    case number(Rational)
    case ordinal(Int64)
  }

  struct Condition: Sendable {
    /// Nil always holds.
    var node: StraightNodeID?
    var reads = Run.none
  }

  struct Loop: Sendable {
    let variable: Int
    let record: Int
    /// The fact that is the list.
    let fact: Int
    /// Only elements with a word count: the grouping they are found in, and the word.
    var group: (grouping: Int, word: Int)?
    /// Of what is left to judge.
    let condition: Condition
  }

  struct Grouping: Sendable {
    let fact: Int
    let record: Int
    let field: Int
    let wordCount: Int
    /// Where its words begin among those of all groupings.
    let firstWord: Int
  }

  /// What an item pays by its base or an exception.
  enum Payment: Sendable {
    case nothing
    /// An apology or a right.
    case promise
    case pay(StraightNodeID, Remedy)
  }

  /// What a branch of a ruling gives.
  enum Answer: Sendable {
    case payment(Payment)
    case value(StraightNodeID)
    /// A position in `divisions`.
    case division(Int)
    case waived
  }

  /// A base answer, from a day on; nil from the beginning.
  struct Base: Sendable {
    let from: Int64?
    let answer: Answer
    let branch: Int32
  }

  struct Exception: Sendable {
    let condition: Condition
    let answer: Answer
    /// By position in its ruling, as bits: those it sets aside.
    let overrides: UInt64
    let branch: Int32
  }

  struct Ruling: Sendable {
    let bases: Run
    /// The day that picks among dated bases; nil asks for the case's own.
    let day: StraightNodeID?
    let exceptions: Run
  }

  /// How a quote speaks of a step.
  package struct StepTitle: Sendable {
    /// `at most`, `borne by` …
    package let words: String
    /// `repair.at_most`; for `borne by` the split's.
    package let name: String
  }

  struct Step: Sendable {
    enum Form: Sendable {
      case atMost, atLeast, less, plus, times, nothingUnder, nothingUpTo
      case rounded(RoundingMode)
      case borneBy(split: Int)
    }

    let form: Form
    /// Nil for `borne by`.
    let operand: StraightNodeID?
    let condition: Condition
    let exceptions: Run
    let mayReadIt: Bool
    let branch: Int32
  }

  struct Ground: Sendable {
    let condition: Condition
    let branch: Int32
  }

  struct Bar: Sendable {
    let grounds: Run
    let exceptions: Run
  }

  struct Share: Sendable {
    let party: Int
    /// Nil takes what is left.
    let value: StraightNodeID?
  }

  struct Division: Sendable {
    let isInProportion: Bool
    let shares: Run
  }

  struct Split: Sendable {
    let ruling: Ruling
  }

  struct Definition: Sendable {
    let ruling: Ruling
    let isNumber: Bool
    let steps: Run
  }

  struct Table: Sendable {
    let editions: Run
    let isDated: Bool
    /// A position in `rows`.
    let otherwise: Int?
  }

  struct Edition: Sendable {
    let from: Int64?
    let rows: Run
  }

  struct Row: Sendable {
    let cells: Run
    /// Nil refuses the case.
    let value: StraightNodeID?
  }

  struct Tiers: Sendable {
    let bands: Run
  }

  struct Band: Sendable {
    let upper: Rational?
    let rate: StraightNodeID
  }

  /// Something that must be known, whatever it is.
  struct Demand: Sendable {
    let node: StraightNodeID
    let isNumber: Bool
    /// Where one of them is absent nothing is asked.
    let reads: Run
  }

  struct Item: Sendable {
    let loop: Int?
    let condition: Condition
    let ruling: Ruling
    let steps: Run
    let bars: Run
    let itemClass: ItemClass
    let payee: Int
    /// Where the head does not arise though it is claimed, and where no element comes under it.
    let absentBranch: Int32
    let emptyBranch: Int32
  }

  struct Limit: Sendable {
    let items: Run
    let steps: Run
  }
}
