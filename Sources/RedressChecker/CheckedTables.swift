package import RedressDiagnostics
package import RedressValues

extension CheckedPolicy {
  /// What a row gives.
  package enum TableResult: Sendable {
    case value(CheckedExpression)
    /// The case is refused with the row's reason.
    case refused
  }

  /// `table delay_rate of late : whole days, tier : Tier gives percent`.
  package struct Table: Sendable {
    package struct Row: Sendable {
      /// In the order of the parameters.
      package let cells: [TableCell]
      package let result: TableResult
      package let reasons: CheckedReasons
      package let span: Span
      /// By parameter, the places of the cells.
      package let cellSpans: [Span]

      package init(cells: [TableCell], result: TableResult, reasons: CheckedReasons, span: Span, cellSpans: [Span]) {
        self.cells = cells
        self.result = result
        self.reasons = reasons
        self.span = span
        self.cellSpans = cellSpans
      }
    }

    /// The rows in force from a day on.
    package struct Edition: Sendable {
      /// Nil: from the beginning.
      package let from: CivilDate?
      package let rows: [Row]
      package let span: Span

      package init(from: CivilDate?, rows: [Row], span: Span) {
        self.from = from
        self.rows = rows
        self.span = span
      }
    }

    package struct Otherwise: Sendable {
      package let result: TableResult
      package let reasons: CheckedReasons
      package let span: Span

      package init(result: TableResult, reasons: CheckedReasons, span: Span) {
        self.result = result
        self.reasons = reasons
        self.span = span
      }
    }

    package let name: String
    package let label: String?
    package let parameters: [Attributes]
    package let type: ValueType
    /// By ascending days; the case's own date picks one.
    package let editions: [Edition]
    package let otherwise: Otherwise?
    package let span: Span

    package init(
      name: String, label: String?, parameters: [Attributes], type: ValueType, editions: [Edition],
      otherwise: Otherwise?, span: Span
    ) {
      self.name = name
      self.label = label
      self.parameters = parameters
      self.type = type
      self.editions = editions
      self.otherwise = otherwise
      self.span = span
    }
  }

  /// Marginal bands: of each slice of the amount its own rate.
  package struct Tiers: Sendable {
    package struct Band: Sendable {
      /// Where the band ends, in base units; nil for the last.
      package let upper: Rational?
      package let rate: CheckedExpression
      package let reasons: CheckedReasons
      package let span: Span

      package init(upper: Rational?, rate: CheckedExpression, reasons: CheckedReasons, span: Span) {
        self.upper = upper
        self.rate = rate
        self.reasons = reasons
        self.span = span
      }
    }

    package let name: String
    package let label: String?
    package let parameter: Attributes
    package let type: ValueType
    package let bands: [Band]
    package let span: Span

    package init(name: String, label: String?, parameter: Attributes, type: ValueType, bands: [Band], span: Span) {
      self.name = name
      self.label = label
      self.parameter = parameter
      self.type = type
      self.bands = bands
      self.span = span
    }
  }

  package struct Calendar: Sendable {
    package let name: String
    package let days: BusinessCalendar

    package init(name: String, days: BusinessCalendar) {
      self.name = name
      self.days = days
    }
  }
}
