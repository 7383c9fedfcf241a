import RedressValues

/// A line in numbers; texts and reasons are read back from the program when it is shown.
struct LineOutcome {
  enum Status { case granted, reduced, denied, proposed, pending }

  /// What a denied line's zero first came from.
  enum Zero: Hashable {
    case bar
    case nothing
    case base
    /// A step's position.
    case step(Int)
    /// The head does not arise, though it was claimed: its `when` is no, or its list has no element for it.
    case condition
    case noElement
  }

  var item: Int
  /// The element's row in its record's table; nil without a loop.
  var row: Int32?
  /// The element's place in its list, from 1; nil without a loop.
  var element: Int?
  /// The place among the lines of the item, from 1; 0 without a loop.
  var position: Int32 = 0
  /// It is open whether the line arises at all.
  var mayBeAbsent = false
  /// Grounds that hold, by bar.
  var bars: [(bar: Int, ground: Int)] = []
  /// A bar may hold.
  var mayBeBarred = false
  var payment = PaymentOutcome()
  /// As shown after the base; a fault stays one.
  var assessed: Value = .number(.zero)
  var steps: [(index: Int, outcome: StepOutcome, before: Value, after: Value)] = []
  /// What is payable before any limit.
  var payable: Value = .number(.zero)
  /// What limits leave of it; the same as `payable` until they have acted.
  var limited: Value = .number(.zero)
  var status = Status.granted
  var zero: Zero?
  /// What it waits for besides itself: positions in `LimitsOutcome.waits`.
  var waits: [Int] = []

  /// Something about it is not known.
  var isOpen: Bool {
    assessed.isUnknown || payable.isUnknown || limited.isUnknown || mayBeAbsent || mayBeBarred || !waits.isEmpty
  }

  /// It stands for elements of its list nobody can tell apart yet.
  var standsForSeveral = false
}

/// An element of an item's list for which the item makes a line.
struct ItemElement {
  let row: Int32
  /// The place in the list, from 1.
  let place: Int
  /// False while it is open whether the loop's condition holds for it.
  let isSure: Bool
}

/// What the payment of an item comes to.
struct PaymentOutcome {
  enum Form {
    case amount
    case nothing
    case apology
    case right(Program.Text)
    /// It is open which.
    case open
  }

  var form = Form.amount
  /// Where the form is open: one of the ways gives an apology or a right.
  var mayPromise = false
  /// Where the form is open: one of the ways pays an amount.
  var mayPay = true
  var amount: Value = .number(.zero)
  /// Nil while it is open, and where nothing is paid.
  var remedy: Remedy?
  /// The bounds a person decides within.
  var discretion: Bounds?
  /// It is open whether a person decides, or within which bounds.
  var isDiscretionOpen = false
  var decision: Decision?

  struct Bounds {
    var lower: Value
    var upper: Value
  }
}

/// A bar that holds, may hold or does not.
struct BarOutcome {
  /// Positions of the grounds that hold.
  var grounds: [Int] = []
  var mayHold = false
  var fault: Value?
}

/// What the limits did.
struct LimitsOutcome {
  var adjustments: [AdjustmentOutcome] = []
  var waits: [LimitWait] = []
  /// What some lines come to together, where that tells more than what each comes to.
  var sums: [LimitedSum] = []

  /// Makes room for another proposal.
  mutating func forget() {
    adjustments.removeAll(keepingCapacity: true)
    if !waits.isEmpty { waits = [] }
    if !sums.isEmpty { sums = [] }
  }
}

/// What a step of a limit changed over several lines, or that it is waived.
struct AdjustmentOutcome {
  let limit: Int
  /// The element that was limited by itself; nil without `for each`.
  let row: Int32?
  /// A step's position.
  let step: Int
  let decision: Decision?
  /// What the step worked on.
  let before: Value
  /// By position among all lines; none is zero. Empty where an exception waives the step.
  var parts: [(line: Int, amount: Rational)]

  var isWaiver: Bool { parts.isEmpty }
}

/// A limit whose effect is open: its lines wait for what it depends on, and for those of its lines that wait.
struct LimitWait {
  let limit: Int
  let row: Int32?
  /// By the position of each step that may act: what it worked on.
  var steps: [(step: Int, before: Value)]
  /// Lines in its scope that wait, with what they waited for before.
  let causes: [LineOutcome]
  /// The facts it waits for, once asked for.
  var needs: Set<NeedKey>?
}

/// What lines that a limit bounds come to together.
struct LimitedSum {
  /// Positions among all lines.
  let lines: Set<Int>
  let sum: Possibility
}

/// What may be claimed back under one head.
struct RecourseOutcome {
  let index: Int
  /// Before its steps, as shown.
  var base: Value = .number(.zero)
  var steps: [(index: Int, outcome: StepOutcome, before: Value, after: Value)] = []
  var amount: Value = .number(.zero)
  var decision: Decision?
  /// It is open whether it arises.
  var mayBeAbsent = false
}

/// The sums of a proposal; an unknown one while a line in it is pending.
struct TotalsOutcome {
  /// No line is pending, nor what is recovered.
  var isComplete = true
  var claimed = Rational.zero
  /// Sums so far, without pending lines; after all limits.
  var cash = Rational.zero
  var credit = Rational.zero
  var inKind = Rational.zero
  /// What is known so far.
  var recovered = Rational.zero
  /// By what rules may ask for; with what pending lines can still add.
  var values: [Total: Value] = [:]
}
