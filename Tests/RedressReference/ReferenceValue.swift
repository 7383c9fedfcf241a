package import RedressValues

/// What an expression comes to.
package enum ReferenceValue: Hashable, Sendable {
  /// In base units.
  case number(Rational)
  /// Yes (1) and no (0), a word of a kind or an option by its position; -1 for a choice that does not arise.
  case ordinal(Int)
  case date(CivilDate)
  case time(CivilTime)
  case text(String)
  case list([ReferenceElement])
  case element(ReferenceElement)

  init(_ holds: Bool) {
    self = .ordinal(holds ? 1 : 0)
  }
}

/// An element of a list.
package struct ReferenceElement: Hashable, Sendable {
  /// As people name it: `shipments[1].packages[2]`. No two elements of a case have one name.
  package let name: String
  /// The position of its record.
  package let record: Int
  /// What is stated of it, by the position of the field.
  package let fields: [Int: ReferenceValue]

  package init(name: String, record: Int, fields: [Int: ReferenceValue]) {
    self.name = name
    self.record = record
    self.fields = fields
  }

  /// Whether it is the other element, or stands in a list of it.
  func isInside(_ other: ReferenceElement) -> Bool {
    name == other.name || name.hasPrefix(other.name + ".")
  }
}
