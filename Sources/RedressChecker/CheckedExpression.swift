package import RedressDiagnostics
package import RedressValues

/// An expression whose names are resolved and whose type is known. Numbers are in base units (`Unit`).
package struct CheckedExpression: Sendable {
  package enum CalendarUnit: Hashable, Sendable { case months, years }

  /// What a date or a time is moved by.
  package enum ShiftUnit: Hashable, Sendable {
    /// The amount is in minutes, as all durations; on a date it must be whole days.
    case duration
    /// The amount is in months.
    case months
  }

  package indirect enum Form: Sendable {
    case number(Rational)
    /// Yes (1) and no (0), the word of a kind by its position, an option of a choice by its position.
    case ordinal(Int)
    case date(CivilDate)
    case time(CivilTime)
    case text(String)
    case fact(Int)
    /// Only in texts.
    case detail(Int)
    /// The loop variable itself, where a text or a call speaks of it.
    case variable(Int)
    case field(variable: Int, field: Int)
    case parameter(Int)
    /// A field of a parameter that is a record.
    case parameterField(parameter: Int, field: Int)
    case definition(Int)
    case call(definition: Int, [CheckedExpression])
    /// The position of the option taken; -1 where the choice does not arise.
    case choice(Int)
    /// The case's own date.
    case caseDate
    /// A definition's dated branches (or a table's rows) as of another day.
    case definitionOn(Int, CheckedExpression)
    case callOn(definition: Int, [CheckedExpression], CheckedExpression)
    case table(Int, [CheckedExpression])
    case tableOn(Int, [CheckedExpression], CheckedExpression)
    case tiers(Int, CheckedExpression)
    /// The sum over the days of a definition's yearly rate by the days of a year; day `from` counts, `to` does not.
    case accrued(definition: Int, from: CheckedExpression, to: CheckedExpression, over: Rational)
    /// The place of an ordered loop's element, from 1.
    case position(variable: Int)
    case it
    case otherwise
    case add(CheckedExpression, CheckedExpression)
    case subtract(CheckedExpression, CheckedExpression)
    /// `*` and `of`.
    case multiply(CheckedExpression, CheckedExpression)
    case divide(CheckedExpression, CheckedExpression)
    case reduced(CheckedExpression, by: CheckedExpression)
    case increased(CheckedExpression, by: CheckedExpression)
    case negate(CheckedExpression)
    case not(CheckedExpression)
    case and(CheckedExpression, CheckedExpression)
    case or(CheckedExpression, CheckedExpression)
    case compare(Comparison, CheckedExpression, CheckedExpression)
    case oneOf(CheckedExpression, isNegated: Bool, [CheckedExpression])
    case rounded(CheckedExpression, RoundingMode, to: CheckedExpression)
    /// The period is in base units and above zero.
    case forEvery(CheckedExpression, period: Rational, of: CheckedExpression, BrokenPart)
    case aggregate(Aggregate, CheckedExpression, CheckedLoop)
    case largest([CheckedExpression])
    case smallest([CheckedExpression])
    case count(CheckedLoop)
    case any(CheckedLoop)
    /// Date or time, by the type of the expression moved.
    case shifted(CheckedExpression, ShiftUnit, isBefore: Bool, CheckedExpression)
    /// Date minus date (in minutes, whole days), time minus time.
    case difference(CheckedExpression, CheckedExpression)
    /// Moves a date or a time's day by a whole number of business days; nil is a calendar with Saturday and Sunday only.
    /// The amount is a plain number; the result a date.
    case shiftedBusinessDays(CheckedExpression, isBefore: Bool, CheckedExpression, calendar: Int?)
    /// In minutes, as all durations.
    case businessDays(from: CheckedExpression, to: CheckedExpression, calendar: Int?)
    case elapsed(CalendarUnit, isStarted: Bool, from: CheckedExpression, to: CheckedExpression)
    /// 0 for Monday to 6 for Sunday, as the built-in kind of weekdays has them.
    case weekday(CheckedExpression)
    /// Whether the case states an optional fact or field.
    case stated(CheckedExpression)
    case dateOf(CheckedExpression)
    /// A percentage.
    case shareOf(party: Int, split: Int)
    case itemAmount(ItemAmount, item: Int)
    case total(Total)
  }

  package let form: Form
  package let type: ValueType
  package let span: Span

  package init(_ form: Form, _ type: ValueType, _ span: Span) {
    self.form = form
    self.type = type
    self.span = span
  }
}

/// `lot in lots where …`; each loop variable of a policy has a number of its own.
package struct CheckedLoop: Sendable {
  package enum List: Hashable, Sendable {
    case fact(Int)
    case field(variable: Int, field: Int)
    /// The elements of a list inside the elements of a list, through these fields: `shipments.packages`.
    case inside(fact: Int, fields: [Int])
  }

  /// `largest first by …`.
  package struct Order: Sendable {
    package let isLargestFirst: Bool
    package let key: CheckedExpression

    package init(isLargestFirst: Bool, key: CheckedExpression) {
      self.isLargestFirst = isLargestFirst
      self.key = key
    }
  }

  package let variable: Int
  package let record: Int
  package let list: List
  package var order: Order?
  package let condition: CheckedExpression?
  /// Optional facts and fields the condition reads: where one is absent the condition does not hold.
  package let optionalReads: [OptionalRead]
  package let span: Span

  package init(
    variable: Int, record: Int, list: List, condition: CheckedExpression?, optionalReads: [OptionalRead], span: Span
  ) {
    self.variable = variable
    self.record = record
    self.list = list
    self.condition = condition
    self.optionalReads = optionalReads
    self.span = span
  }
}

/// A read of something declared `optional`.
package enum OptionalRead: Hashable, Sendable {
  case fact(Int)
  case field(variable: Int, field: Int)
}

/// A text with what is filled in.
package struct CheckedText: Sendable {
  package enum Segment: Sendable {
    case literal(String)
    case expression(CheckedExpression)
  }

  package let segments: [Segment]
  package let span: Span

  package init(_ segments: [Segment], _ span: Span) {
    self.segments = segments
    self.span = span
  }
}

/// Why, and on what ground.
package struct CheckedReasons: Sendable {
  package struct Citation: Sendable {
    package let source: Int
    /// As written: `7.1`.
    package let place: String
    /// The clause's own words, where the source's text is at hand.
    package let text: String?
    package let span: Span

    package init(source: Int, place: String, text: String?, span: Span) {
      self.source = source
      self.place = place
      self.text = text
      self.span = span
    }
  }

  package let because: CheckedText?
  package let citations: [Citation]

  package init(because: CheckedText?, citations: [Citation]) {
    self.because = because
    self.citations = citations
  }
}
