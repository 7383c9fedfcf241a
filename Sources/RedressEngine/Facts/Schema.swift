package import RedressDiagnostics
package import RedressValues

/// What a case may state: the facts of a policy with their types, bounds and labels.
package struct Schema: Sendable {
  package struct Kind: Sendable {
    /// Empty for a kind written in place.
    package let name: String
    package let words: [String]
    package let labels: [String?]

    package init(name: String, words: [String], labels: [String?]) {
      self.name = name
      self.words = words
      self.labels = labels
    }
  }

  package struct Record: Sendable {
    package let name: String
    package let label: String?
    package let fields: [Attributes]

    package init(name: String, label: String?, fields: [Attributes]) {
      self.name = name
      self.label = label
      self.fields = fields
    }
  }

  /// In base units; for dates day numbers, for times minute numbers, for kinds positions.
  package struct Bounds: Sendable {
    package let lower: Rational?
    package let excludesLower: Bool
    package let upper: Rational?

    package init(lower: Rational?, excludesLower: Bool, upper: Rational?) {
      self.lower = lower
      self.excludesLower = excludesLower
      self.upper = upper
    }
  }

  package enum Default: Sendable {
    case value(NodeID)
    /// `default none`: the list is empty.
    case noElements
  }

  /// A fact, or a field of a record.
  package struct Attributes: Sendable {
    package var name: String
    /// Kinds and records are positions in this schema.
    package var type: ValueType
    /// Only whole numbers of the type's unit may be stated.
    package var isWhole: Bool
    package var bounds: Bounds?
    package var label: String?
    package var defaultValue: Default?
    package var isOptional: Bool
    package var isPrivate: Bool
    package var provedBy: String?
    /// Where it is declared.
    package var span: Span

    package init(
      name: String, type: ValueType, isWhole: Bool, bounds: Bounds?, label: String?, defaultValue: Default?,
      isOptional: Bool, isPrivate: Bool, provedBy: String?, span: Span
    ) {
      self.name = name
      self.type = type
      self.isWhole = isWhole
      self.bounds = bounds
      self.label = label
      self.defaultValue = defaultValue
      self.isOptional = isOptional
      self.isPrivate = isPrivate
      self.provedBy = provedBy
      self.span = span
    }
  }

  package struct Detail: Sendable {
    package let name: String
    package let label: String?
    package let isPrivate: Bool

    package init(name: String, label: String?, isPrivate: Bool) {
      self.name = name
      self.label = label
      self.isPrivate = isPrivate
    }
  }

  /// Units the policy declares, such as `parcel` or `pallet`; each has one component, whose symbol is its name.
  package var units: [Unit] = []
  package var kinds: [Kind] = []
  package var records: [Record] = []
  package var facts: [Attributes] = []
  package var details: [Detail] = []

  package init() {}
}
