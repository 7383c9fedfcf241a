import RedressEngine
import RedressValues

/// What is gathered of one case while its bytes are read. Its storage is kept from case to case.
struct CaseDraft: Sendable {
  /// What is known of a name from the lines before, by its place in the plan's tables.
  struct Memory: Sendable {
    /// The position of the name that followed it last time, in the same table: most cases are written by one program,
    /// in one order.
    var successor = 0
    /// The object it was last seen in as a key; kept for keys beyond the first 64 of an object.
    var object = 0
  }

  /// What the case stated; half of it after a failure.
  var facts: Facts
  /// Where the name stands in the line, if the case has one.
  var name: Range<Int>?
  /// Under `currency of the case`: what the sums of money said it is, by its position in the plan.
  var currencyOfSums: Int?
  var memories: [Memory]
  /// By record: the last fact whose rows stand in its table.
  var lastFacts: [Int]

  /// Counts the objects read, so that nothing has to be wiped between them.
  private var objects = 0

  init(_ program: Program, _ tables: ByteTables) {
    facts = Facts(of: program)
    memories = Array(repeating: Memory(), count: tables.placeCount)
    lastFacts = Array(repeating: -1, count: program.schema.records.count)
  }

  /// Forgets the case before.
  mutating func reset() {
    name = nil
    for index in facts.values.indices { facts.values[index] = .notStated }
    for index in facts.tables.indices {
      facts.tables[index].removeRows()
      lastFacts[index] = -1
    }
    if !facts.texts.isEmpty { facts.texts.removeAll(keepingCapacity: true) }
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

  /// Takes the rows of a record out, so that they are at hand without a way through all facts, or puts them back.
  mutating func exchangeTable(of record: Int, with table: inout Facts.Table) {
    swap(&table, &facts.tables[record])
  }
}
