package import RedressDiagnostics
package import RedressValues

extension Program {
  package struct Table: Sendable {
    /// What a row, or the `otherwise`, gives; nil refuses the case with the branch's reason.
    package struct Row: Sendable {
      /// In the order of the parameters; none for the `otherwise`.
      package let cells: [TableCell]
      package let value: NodeID?
      /// `delay_rate.row_3`, `delay_rate@2026-01-01.row_3`, `delay_rate.otherwise`.
      package let branch: Branch

      package init(cells: [TableCell], value: NodeID?, branch: Branch) {
        self.cells = cells
        self.value = value
        self.branch = branch
      }
    }

    package struct Edition: Sendable {
      /// Nil: from the beginning.
      package let from: CivilDate?
      package let rows: [Row]

      package init(from: CivilDate?, rows: [Row]) {
        self.from = from
        self.rows = rows
      }
    }

    package let name: String
    package let label: String?
    package let parameters: [Schema.Attributes]
    package let type: ValueType
    /// By ascending days; the case's own date picks one.
    package let editions: [Edition]
    package let otherwise: Row?
    package let span: Span

    package init(
      name: String, label: String?, parameters: [Schema.Attributes], type: ValueType, editions: [Edition],
      otherwise: Row?, span: Span
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
      /// Where the band ends; nil for the last.
      package let upper: Rational?
      package let rate: NodeID
      /// `commission.band_2`.
      package let branch: Branch

      package init(upper: Rational?, rate: NodeID, branch: Branch) {
        self.upper = upper
        self.rate = rate
        self.branch = branch
      }
    }

    package let name: String
    package let label: String?
    package let parameter: Schema.Attributes
    package let type: ValueType
    package let bands: [Band]
    package let span: Span

    package init(
      name: String, label: String?, parameter: Schema.Attributes, type: ValueType, bands: [Band], span: Span
    ) {
      self.name = name
      self.label = label
      self.parameter = parameter
      self.type = type
      self.bands = bands
      self.span = span
    }
  }
}
