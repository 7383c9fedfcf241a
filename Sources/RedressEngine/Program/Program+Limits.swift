package import RedressDiagnostics
package import RedressValues

extension Program {
  /// What bounds or cuts several heads together.
  package struct Limit: Sendable {
    package let name: String
    package let label: Text
    /// Positions of the items whose lines it acts on, ascending.
    package let items: [Int]
    /// With `for each`: the list whose elements are limited by themselves.
    package let loop: Loop?
    package let steps: [Step]
    package let span: Span

    package init(name: String, label: Text, items: [Int], loop: Loop?, steps: [Step], span: Span) {
      self.name = name
      self.label = label
      self.items = items.sorted()
      self.loop = loop
      self.steps = steps
      self.span = span
    }
  }

  /// What may be claimed back from a party.
  package struct Recourse: Sendable {
    package let name: String
    package let label: Text
    /// Positions of the items whose payable sum it is taken of.
    package let items: [Int]
    package let party: Int
    package let condition: NodeID?
    package let optionalReads: [OptionalRead]
    /// A percentage of what is payable.
    package let ruling: Ruling<NodeID>
    package let steps: [Step]
    package let span: Span

    package init(
      name: String, label: Text, items: [Int], party: Int, condition: NodeID?, optionalReads: [OptionalRead],
      ruling: Ruling<NodeID>, steps: [Step], span: Span
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
      package let label: Text?
      package let cell: TableCell
      package let reasons: Reasons

      package init(name: String, label: Text?, cell: TableCell, reasons: Reasons) {
        self.name = name
        self.label = label
        self.cell = cell
        self.reasons = reasons
      }
    }

    package let sum: NodeID
    package let optionalReads: [OptionalRead]
    /// The first that covers the sum counts.
    package let levels: [Level]

    package init(sum: NodeID, optionalReads: [OptionalRead], levels: [Level]) {
      self.sum = sum
      self.optionalReads = optionalReads
      self.levels = levels
    }
  }
}
