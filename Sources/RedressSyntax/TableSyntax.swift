package import RedressDiagnostics

/// A cell of a condition column: what it covers.
package struct CellSyntax: Sendable {
  package enum Form: Sendable {
    case any
    /// `2 to 5`, `above 2 to 5`, `from 2 to under 5`, `up to 5`, `under 5`, `above 5`, `from 5`.
    case range(lower: ExpressionSyntax?, excludesLower: Bool, upper: ExpressionSyntax?, excludesUpper: Bool)
    case values([ExpressionSyntax])
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

/// What a row gives: a value, or that the case is refused.
package enum TableResultSyntax: Sendable {
  case value(ExpressionSyntax)
  case refused(Span)
}

/// `table delay_rate of late : whole days, tier : Tier gives percent` with its rows.
package struct TableSyntax: Sendable {
  package struct Row: Sendable {
    package let cells: [CellSyntax]
    package let result: TableResultSyntax
    package let reasons: ReasonsSyntax
    /// From the first to the last bar.
    package let span: Span

    package init(cells: [CellSyntax], result: TableResultSyntax, reasons: ReasonsSyntax, span: Span) {
      self.cells = cells
      self.result = result
      self.reasons = reasons
      self.span = span
    }
  }

  /// The rows in force from a day on, or the only ones.
  package struct Rows: Sendable {
    /// The day, as written.
    package let from: Name?
    /// The words of the header row: the parameters' names in any order, and `gives`.
    package let header: [Name]
    package let rows: [Row]

    package init(from: Name?, header: [Name], rows: [Row]) {
      self.from = from
      self.header = header
      self.rows = rows
    }
  }

  package enum Content: Sendable {
    /// Several only where they are dated.
    case rows([Rows])
    /// The path of a CSV file, below the folder of the policy.
    case file(TextSyntax)
  }

  package struct Otherwise: Sendable {
    package let result: TableResultSyntax
    package let reasons: ReasonsSyntax
    package let span: Span

    package init(result: TableResultSyntax, reasons: ReasonsSyntax, span: Span) {
      self.result = result
      self.reasons = reasons
      self.span = span
    }
  }

  package let name: Name
  package let label: TextSyntax?
  package let parameters: [DefineSyntax.Parameter]
  package let type: TypeSyntax
  package let content: Content
  package let otherwise: Otherwise?

  package init(
    name: Name, label: TextSyntax?, parameters: [DefineSyntax.Parameter], type: TypeSyntax, content: Content,
    otherwise: Otherwise?
  ) {
    self.name = name
    self.label = label
    self.parameters = parameters
    self.type = type
    self.content = content
    self.otherwise = otherwise
  }
}

/// `tiers commission of amount : money` with a row for each band, from the lowest.
package struct TiersSyntax: Sendable {
  package struct Band: Sendable {
    /// Nil behind `above`: the last band has no end.
    package let upper: ExpressionSyntax?
    package let rate: ExpressionSyntax
    package let reasons: ReasonsSyntax
    package let span: Span

    package init(upper: ExpressionSyntax?, rate: ExpressionSyntax, reasons: ReasonsSyntax, span: Span) {
      self.upper = upper
      self.rate = rate
      self.reasons = reasons
      self.span = span
    }
  }

  package let name: Name
  package let label: TextSyntax?
  package let parameter: DefineSyntax.Parameter
  package let type: TypeSyntax?
  package let bands: [Band]

  package init(name: Name, label: TextSyntax?, parameter: DefineSyntax.Parameter, type: TypeSyntax?, bands: [Band]) {
    self.name = name
    self.label = label
    self.parameter = parameter
    self.type = type
    self.bands = bands
  }
}
