import RedressValues

/// What has parameters: the one whose parameters stand for themselves at a place.
enum ParameterOwner: Hashable, Sendable {
  case definition(Int)
  case table(Int)
  case tiers(Int)
}

extension CheckedPolicy {
  /// The parameters that may be read inside.
  func parameters(of owner: ParameterOwner?) -> [Attributes] {
    switch owner {
    case .definition(let definition): definitions[definition].parameters
    case .table(let table): tables[table].parameters
    case .tiers(let tiers): [self.tiers[tiers].parameter]
    case nil: []
    }
  }
}

/// An expression by what it says, so that two places that say the same have the same number.
struct Term: Hashable, Sendable {
  /// Which list; the variable is below zero inside the loops of the term itself, counted from the outermost.
  enum List: Hashable, Sendable {
    case fact(Int)
    case field(variable: Int, field: Int)
    case inside(fact: Int, fields: [Int])
  }

  enum Operation: Hashable, Sendable {
    case constant(Rational)
    case text(String)
    case fact(Int)
    case choice(Int)
    case element(variable: Int)
    case field(variable: Int, field: Int)
    case parameter(ParameterOwner?, Int)
    case parameterField(ParameterOwner?, parameter: Int, field: Int)
    case definition(Int)
    /// The operands are the arguments.
    case call(Int)
    /// The operands are the arguments, and behind them the day.
    case callOn(Int)
    /// The operands are the arguments, and behind them the day where one is asked for.
    case table(Int)
    case tiers(Int)
    case caseDate
    case position(variable: Int)
    case accrued(Int, over: Rational)
    case businessShift(isBefore: Bool, calendar: Int?)
    case businessDays(calendar: Int?)
    case shareOf(party: Int, split: Int)
    case itemAmount(ItemAmount, Int)
    case total(Total)
    /// Something of which nothing more is known: `it`, `otherwise`.
    case opaque(Int)
    case add, multiply, divide
    case largest, smallest
    case rounded(RoundingMode)
    case forEvery(Rational, BrokenPart)
    /// Operands: the body, and the condition if there is one.
    case sum(List, level: Int)
    case largestIn(List, level: Int)
    case smallestIn(List, level: Int)
    /// Operand: the condition if there is one.
    case count(List, level: Int)
    case any(List, level: Int)
    case months(isBefore: Bool)
    case elapsed(CheckedExpression.CalendarUnit, isStarted: Bool)
    case weekday, dateOf, stated
    case equal, less, not, and, or
  }

  let operation: Operation
  var operands: [Int] = []
}
