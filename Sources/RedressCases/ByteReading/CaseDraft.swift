import RedressEngine
import RedressValues

/// What is gathered of one case while its bytes are read. Its storage is kept from case to case.
struct CaseDraft: Sendable {
  /// What the case stated; half of it after a failure.
  var facts: Facts
  var name = ""
  /// Under `currency of the case`: what the sums of money said it is, by its position in the plan.
  var currencyOfSums: Int?
  /// By key, field of any record and item: the object it was last seen in.
  var keysSeen: [Int]
  var fieldsSeen: [Int]
  var itemsSeen: [Int]
  /// By record: the last fact whose rows stand in its table.
  var lastFacts: [Int]

  /// Counts the objects read, so that nothing has to be wiped between them.
  private var objects = 0
  /// By fact: names of rows, as many as any case had.
  private var rowNames: [[String]]

  private static let mostNamesKept = 10_000

  init(_ program: Program) {
    facts = Facts(of: program)
    keysSeen = Array(repeating: 0, count: facts.values.count + facts.details.count + facts.choices.count)
    fieldsSeen = Array(repeating: 0, count: program.schema.records.reduce(0) { $0 + $1.fields.count })
    itemsSeen = Array(repeating: 0, count: program.items.count)
    lastFacts = Array(repeating: -1, count: program.schema.records.count)
    rowNames = Array(repeating: [], count: program.schema.facts.count)
  }

  /// Forgets the case before.
  mutating func reset() {
    name = "case"
    for index in facts.values.indices { facts.values[index] = .notStated }
    for index in facts.tables.indices {
      facts.tables[index].cells.removeAll(keepingCapacity: true)
      facts.tables[index].rowNames.removeAll(keepingCapacity: true)
      lastFacts[index] = -1
    }
    facts.texts.removeAll(keepingCapacity: true)
    for index in facts.details.indices { facts.details[index] = nil }
    for index in facts.claimed.indices { facts.claimed[index] = nil }
    for index in facts.choices.indices { facts.choices[index] = nil }
    facts.currency = nil
    facts.dated = nil
    currencyOfSums = nil
  }

  /// A number for an object that begins.
  mutating func nextObject() -> Int {
    objects += 1
    return objects
  }

  /// `lots[1]` for the row 0 of the fact `lots`.
  mutating func rowName(of fact: Int, named list: String, _ row: Int) -> String {
    if row < rowNames[fact].count { return rowNames[fact][row] }
    let name = "\(list)[\(row + 1)]"
    if row == rowNames[fact].count, row < Self.mostNamesKept { rowNames[fact].append(name) }
    return name
  }
}
