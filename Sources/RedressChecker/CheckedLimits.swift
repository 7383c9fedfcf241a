package import RedressDiagnostics
package import RedressValues

extension CheckedPolicy {
  /// What bounds or cuts several heads together. A `lift` is an exception `waived` of the steps it names.
  package struct Limit: Sendable {
    package let name: String
    package let label: CheckedText
    /// Positions of the items whose lines it acts on.
    package let items: [Int]
    /// With `for each`: the list whose elements are limited by themselves.
    package let loop: CheckedLoop?
    package let steps: [Step]
    package let span: Span

    package init(
      name: String, label: CheckedText, items: [Int], loop: CheckedLoop?, steps: [Step], span: Span
    ) {
      self.name = name
      self.label = label
      self.items = items
      self.loop = loop
      self.steps = steps
      self.span = span
    }
  }

  /// What may be claimed back from a party.
  package struct Recourse: Sendable {
    package let name: String
    package let label: CheckedText
    /// Positions of the items whose payable sum it is taken of.
    package let items: [Int]
    package let party: Int
    package let condition: CheckedExpression?
    package let optionalReads: [OptionalRead]
    /// A percentage of what is payable.
    package let ruling: Ruling<CheckedExpression, CheckedExpression>
    package let steps: [Step]
    package let span: Span

    package init(
      name: String, label: CheckedText, items: [Int], party: Int, condition: CheckedExpression?,
      optionalReads: [OptionalRead], ruling: Ruling<CheckedExpression, CheckedExpression>, steps: [Step], span: Span
    ) {
      self.name = name
      self.label = label
      self.items = items
      self.party = party
      self.condition = condition
      self.optionalReads = optionalReads
      self.ruling = ruling
      self.steps = steps
      self.span = span
    }
  }

  /// Who may decide, by a sum.
  package struct Authority: Sendable {
    package struct Level: Sendable {
      package let name: String
      package let label: CheckedText?
      package let cell: TableCell
      package let reasons: CheckedReasons
      package let span: Span

      package init(name: String, label: CheckedText?, cell: TableCell, reasons: CheckedReasons, span: Span) {
        self.name = name
        self.label = label
        self.cell = cell
        self.reasons = reasons
        self.span = span
      }
    }

    package let sum: CheckedExpression
    package let optionalReads: [OptionalRead]
    /// The first that covers the sum counts.
    package let levels: [Level]
    package let span: Span

    package init(sum: CheckedExpression, optionalReads: [OptionalRead], levels: [Level], span: Span) {
      self.sum = sum
      self.optionalReads = optionalReads
      self.levels = levels
      self.span = span
    }
  }
}
