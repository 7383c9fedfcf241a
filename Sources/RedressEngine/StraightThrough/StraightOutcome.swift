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
    package let amount: Rational
    package let branch: Int32
  }

  package struct Totals: Sendable {
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

  init(currency: Currency) {
    self.currency = currency
  }

  /// Makes room for another claim.
  mutating func forget() {
    lines.removeAll(keepingCapacity: true)
    stepBranches.removeAll(keepingCapacity: true)
    adjustments.removeAll(keepingCapacity: true)
    totals = Totals()
  }
}
