import RedressValues

/// A line in numbers; texts and reasons are read back from the program when it is shown.
struct LineOutcome {
  enum Status { case granted, reduced, denied, pending }

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
  var payable: Value = .number(.zero)
  var status = Status.granted
  var zero: Zero?

  /// Something about it is not known.
  var isOpen: Bool { assessed.isUnknown || payable.isUnknown || mayBeAbsent || mayBeBarred }
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
  var amount: Value = .number(.zero)
  /// Nil while it is open, and where nothing is paid.
  var remedy: Remedy?
  var decision: Decision?
}

/// A bar that holds, may hold or does not.
struct BarOutcome {
  /// Positions of the grounds that hold.
  var grounds: [Int] = []
  var mayHold = false
  var fault: Value?
}

/// The sums of a proposal; an unknown one while a line in it is pending.
struct TotalsOutcome {
  var isComplete = true
  var claimed = Rational.zero
  /// Sums so far, without pending lines.
  var cash = Rational.zero
  var credit = Rational.zero
  var inKind = Rational.zero
  /// By what rules may ask for; with what pending lines can still add.
  var values: [Total: Value] = [:]
}
