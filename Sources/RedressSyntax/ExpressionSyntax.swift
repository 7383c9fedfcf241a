package import RedressDiagnostics

/// A number as written, with its unit: `3`, `20%`, `8.33 XDR per kg`, `0.5% per day`.
package struct QuantitySyntax: Sendable {
  /// Digits, `_` and at most one point, as written.
  package let number: Name
  package let isPercent: Bool
  package let unit: UnitSyntax?
  package let span: Span

  package init(number: Name, isPercent: Bool, unit: UnitSyntax?, span: Span) {
    self.number = number
    self.isPercent = isPercent
    self.unit = unit
    self.span = span
  }
}

/// `kg`, `XDR per kg`, `CNY per 100 kg`, or only `per day` behind a percentage.
package struct UnitSyntax: Sendable {
  package struct Divisor: Sendable {
    /// The number between `per` and the unit; nil means one.
    package let count: Name?
    package let word: Name

    package init(count: Name?, word: Name) {
      self.count = count
      self.word = word
    }
  }

  /// Nil behind a percentage. May be `money`, `number` or `percent` where a type stands.
  package let numerator: Name?
  package let divisors: [Divisor]
  package let span: Span

  package init(numerator: Name?, divisors: [Divisor], span: Span) {
    self.numerator = numerator
    self.divisors = divisors
    self.span = span
  }
}

/// An expression with its place.
package struct ExpressionSyntax: Sendable {
  package enum UnaryOperator: Hashable, Sendable { case minus, not }

  package enum BinaryOperator: String, Hashable, Sendable {
    case plus = "+"
    case minus = "-"
    case times = "*"
    case divided = "/"
    case of
    case reducedBy = "reduced by"
    case increasedBy = "increased by"
    case equal = "="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case and
    case or
  }

  package enum Extreme: Hashable, Sendable { case largest, smallest }
  package enum Aggregate: Hashable, Sendable { case sum, largest, smallest }
  package enum Part: Hashable, Sendable { case inProportion, countsAsFull, ignored }
  package enum CalendarUnit: Hashable, Sendable { case months, years }
  package enum ItemAmount: Hashable, Sendable { case assessed, claimed, payable }

  package indirect enum Form: Sendable {
    case quantity(QuantitySyntax)
    /// `2026-03-05`, as written.
    case date(String)
    /// `2026-03-05 14:00`, as written.
    case time(String)
    case text(TextSyntax)
    case yesNo(Bool)
    case it
    case otherwise
    case name(Name)
    case call(Name, [ExpressionSyntax])
    case field(ExpressionSyntax, Name)
    case unary(UnaryOperator, ExpressionSyntax)
    case binary(BinaryOperator, operatorSpan: Span, ExpressionSyntax, ExpressionSyntax)
    /// `x = any of (a, b)`, or `none of` where negated.
    case oneOf(ExpressionSyntax, isNegated: Bool, [ExpressionSyntax])
    case rounded(ExpressionSyntax, RoundingSyntax?, to: ExpressionSyntax)
    /// `RATE for every 2 days of LATE, part …`.
    case forEvery(ExpressionSyntax, period: QuantitySyntax, of: ExpressionSyntax, Part)
    case aggregate(Aggregate, ExpressionSyntax, LoopSyntax)
    case extreme(Extreme, [ExpressionSyntax])
    case count(LoopSyntax)
    case any(LoopSyntax)
    /// `7 days after a`, or `before`.
    case shifted(ExpressionSyntax, isBefore: Bool, ExpressionSyntax)
    /// `whole months from a to b`, or `started`.
    case elapsed(CalendarUnit, isStarted: Bool, from: ExpressionSyntax, to: ExpressionSyntax)
    /// `limit_rate on day`: a name or a call, and the day asked for.
    case on(ExpressionSyntax, ExpressionSyntax)
    /// `3 business days after a in china`, or `before`.
    case shiftedBusinessDays(ExpressionSyntax, isBefore: Bool, ExpressionSyntax, calendar: Name?)
    /// `business days from a to b in china`.
    case businessDays(from: ExpressionSyntax, to: ExpressionSyntax, calendar: Name?)
    /// `accrued base_rate from a to b over 360`.
    case accrued(Name, from: ExpressionSyntax, to: ExpressionSyntax, over: Name?)
    /// `position of injury`.
    case positionOf(Name)
    /// `agreed_value is stated`, or `is not stated`: of what is optional.
    case stated(ExpressionSyntax, isNegated: Bool)
    case weekdayOf(ExpressionSyntax)
    case dateOf(ExpressionSyntax)
    case shareOf(party: Name, split: Name)
    case itemAmount(ItemAmount, Name)
    case totalOf(Name)
    case totalTo(Name)
    /// Brackets as the author wrote them.
    case bracketed(ExpressionSyntax)
    /// What could not be read; reported already.
    case missing
  }

  package let form: Form
  package let span: Span

  package init(_ form: Form, _ span: Span) {
    self.form = form
    self.span = span
  }
}
