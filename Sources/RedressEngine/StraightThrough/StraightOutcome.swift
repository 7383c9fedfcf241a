package import RedressValues

/// What a claim that was settled straight through comes to, in numbers; names are found in its program.
package struct StraightOutcome: Sendable {
  /// A line of it.
  package struct Line: Sendable {
    /// A position in `StraightProgram.itemNames`.
    package let item: Int
    /// The place among the lines of the item, from 1.
    package let index: Int
    /// The element's place in its list, from 1; 0 without a loop.
    package let element: Int
    package internal(set) var status = RedressEngine.Line.Status.granted
    package internal(set) var remedy: Remedy?
    /// After the base, rounded; nil where the head does not arise.
    package internal(set) var assessed: Rational? = .zero
    /// Before any limit.
    package internal(set) var payable = Rational.zero
    /// What decided it: a position in `StraightProgram.branchNames`.
    package internal(set) var branch: Int32 = 0
    /// Of the steps that changed it: a run of `stepBranches`.
    package internal(set) var steps = 0..<0
    /// A bar holds, on the ground `branch` names.
    package internal(set) var isBarred = false

    /// What limits leave of it.
    var limited = Rational.zero
    /// Limits do not act on it.
    var isOutOfLimits = false
  }

  /// What a step of a limit changed.
  package struct Adjustment: Sendable {
    /// A position in `StraightProgram.limitNames`.
    package let limit: Int
    /// A position in `StraightWords.steps`.
    package let step: Int
    package let amount: Rational
    package let branch: Int32
    /// How it falls on the lines, for whole quotes: a run of `parts`.
    package let parts: Range<Int>
  }

  /// What a step changed.
  package struct StepDetail: Sendable {
    /// A position in `StraightWords.steps`.
    package let step: Int
    package let change: Rational
    /// For `borne by`, what every party bears: a run of `shares`.
    package let shares: Range<Int>
  }

  package struct Share: Sendable {
    /// A position in `StraightWords.parties`.
    package let party: Int
    package let amount: Rational
  }

  /// A part of an adjustment.
  package struct Part: Sendable {
    /// A position in `lines`.
    package let line: Int
    package let amount: Rational
  }

  /// A field of an element.
  package struct Cell: Hashable, Comparable, Sendable {
    package let record: Int
    package let row: Int
    package let field: Int

    package static func < (left: Cell, right: Cell) -> Bool {
      (left.record, left.row, left.field) < (right.record, right.row, right.field)
    }
  }

  package struct Totals: Sendable {
    /// Of whole quotes only.
    package var claimed = Rational.zero
    package var cash = Rational.zero
    package var credit = Rational.zero
    package var inKind = Rational.zero
    package var payable = Rational.zero
  }

  package internal(set) var currency: Currency
  package internal(set) var lines: [Line] = []
  package internal(set) var stepBranches: [Int32] = []
  package internal(set) var adjustments: [Adjustment] = []
  package internal(set) var totals = Totals()
  package internal(set) var date: CivilDate?

  // What follows is collected for whole quotes only.

  /// Beside `stepBranches`.
  package internal(set) var stepDetails: [StepDetail] = []
  package internal(set) var shares: [Share] = []
  package internal(set) var parts: [Part] = []
  /// Facts whose default was read, in the order of the schema.
  package internal(set) var assumedFacts: [Int] = []
  /// Fields whose default was read, in the order of the schema and of the rows.
  package internal(set) var assumedCells: [Cell] = []

  init(currency: Currency) {
    self.currency = currency
  }

  /// Makes room for another claim.
  mutating func forget() {
    lines.removeAll(keepingCapacity: true)
    stepBranches.removeAll(keepingCapacity: true)
    adjustments.removeAll(keepingCapacity: true)
    totals = Totals()
    stepDetails.removeAll(keepingCapacity: true)
    shares.removeAll(keepingCapacity: true)
    parts.removeAll(keepingCapacity: true)
    assumedFacts.removeAll(keepingCapacity: true)
    assumedCells.removeAll(keepingCapacity: true)
  }

  /// Puts the defaults that were read in their order, each once.
  mutating func orderAssumed() {
    assumedFacts.sort()
    assumedCells.sort()
    var kept = 0
    for cell in assumedCells where kept == 0 || assumedCells[kept - 1] != cell {
      assumedCells[kept] = cell
      kept += 1
    }
    assumedCells.removeLast(assumedCells.count - kept)
  }
}
