package import RedressValues

/// What one case states, by the positions of the program's schema. Nothing here is computed.
package struct Facts: Sendable {
  /// A stated value in base units, or that nothing is stated.
  package enum Stated: Sendable {
    case notStated
    case number(Rational)
    /// Yes (1) and no (0), the position of a word, a day number, a minute number.
    case ordinal(Int64)
    /// A position in `texts`.
    case text(Int32)
    /// Elements of a list: `count` rows of the record's table from `first` on.
    case rows(first: Int32, count: Int32)
  }

  /// By fact.
  package var values: [Stated]
  /// By record.
  package var tables: [Table]
  package var texts: [String] = []
  /// By detail.
  package var details: [String?]
  /// By item: what is asked under this head.
  package var claimed: [Rational?]
  /// By choice: the option the case settles it for.
  package var choices: [Int?]
  /// Under `currency of the case`: which that is.
  package var currency: Currency?
  /// The case's own date, used where the policy's fact is not stated or there is none.
  package var dated: CivilDate?

  /// Facts of a case that states nothing.
  package init(of program: Program) {
    values = Array(repeating: .notStated, count: program.schema.facts.count)
    tables = program.schema.records.map { Table(fieldCount: $0.fields.count) }
    details = Array(repeating: nil, count: program.schema.details.count)
    claimed = Array(repeating: nil, count: program.items.count)
    choices = Array(repeating: nil, count: program.choices.count)
    dated = nil
  }
}
