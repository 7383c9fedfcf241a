package import RedressValues

/// The number of a node in a program.
package struct NodeID: Hashable, Sendable {
  package let index: Int32

  package init(_ index: Int) {
    self.index = Int32(truncatingIfNeeded: index)
  }
}

/// A run of entries in one of a program's lists.
package struct NodeRange: Hashable, Sendable {
  package let first: Int32
  package let count: Int32

  package init(first: Int, count: Int) {
    self.first = Int32(truncatingIfNeeded: first)
    self.count = Int32(truncatingIfNeeded: count)
  }

  package var indices: Range<Int> { Int(first)..<(Int(first) + Int(count)) }
}

/// One operation of a flat program; its operands are the numbers of other nodes.
///
/// Every value is a number in base units, an ordinal (yes/no, word, option, day, minute), a text or rows.
package enum Node: Sendable {
  /// A position in the program's numbers.
  case number(Int32)
  case ordinal(Int64)
  /// A position in the program's texts.
  case text(Int32)
  case fact(Int32)
  case detail(Int32)
  case variable(Int32)
  case field(variable: Int32, field: Int32)
  case parameter(Int32)
  /// A field of a parameter that stands for an element of the record's table.
  case parameterField(parameter: Int32, record: Int32, field: Int32)
  case definition(Int32)
  /// The arguments are a run of the program's operands.
  case call(definition: Int32, NodeRange)
  case choice(Int32)
  /// The case's own date.
  case caseDate
  /// A definition's dated branches as of another day.
  case definitionOn(Int32, NodeID)
  /// The arguments are a run of the program's operands.
  case callOn(definition: Int32, NodeRange, NodeID)
  case table(Int32, NodeRange)
  case tableOn(Int32, NodeRange, NodeID)
  case tiers(Int32, NodeID)
  /// The days of a year are a position in the program's numbers.
  case accrued(definition: Int32, from: NodeID, to: NodeID, over: Int32)
  /// The place of an ordered loop's element, from 1.
  case position(variable: Int32)
  case it
  case otherwise
  case add(NodeID, NodeID)
  case subtract(NodeID, NodeID)
  case multiply(NodeID, NodeID)
  case divide(NodeID, NodeID)
  case reduced(NodeID, by: NodeID)
  case increased(NodeID, by: NodeID)
  case negate(NodeID)
  case not(NodeID)
  case and(NodeID, NodeID)
  case or(NodeID, NodeID)
  case compare(Comparison, NodeID, NodeID)
  case oneOf(NodeID, isNegated: Bool, NodeRange)
  case rounded(NodeID, RoundingMode, to: NodeID)
  /// The period is a position in the program's numbers.
  case forEvery(NodeID, period: Int32, of: NodeID, BrokenPart)
  /// The loop is a position in the program's loops; `isDate` where the body is a date or a time.
  case aggregate(Aggregate, NodeID, loop: Int32, isDate: Bool)
  case largest(NodeRange)
  case smallest(NodeRange)
  case count(loop: Int32)
  case any(loop: Int32)
  /// Moves a date by whole days, held in minutes.
  case shiftDate(NodeID, isBefore: Bool, NodeID)
  case shiftTime(NodeID, isBefore: Bool, NodeID)
  case shiftMonths(NodeID, isBefore: Bool, isTime: Bool, NodeID)
  /// By a position in `Program.calendars`; moves a date, or a time's day, by a whole number of
  /// business days; gives a date.
  case shiftBusinessDays(NodeID, isBefore: Bool, NodeID, isTime: Bool, calendar: Int32)
  /// In minutes.
  case businessDays(from: NodeID, to: NodeID, calendar: Int32)
  /// In minutes.
  case dateDifference(NodeID, NodeID)
  case timeDifference(NodeID, NodeID)
  /// In months; whole years are multiples of twelve.
  case elapsed(isYears: Bool, isStarted: Bool, from: NodeID, to: NodeID)
  case weekday(NodeID)
  /// Whether the case states an optional fact or field, which the operand is.
  case stated(NodeID)
  case dateOf(NodeID)
  case share(party: Int32, split: Int32)
  case itemAmount(ItemAmount, item: Int32)
  /// A position in `Program.totals`.
  case total(Int32)
}
