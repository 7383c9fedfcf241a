import RedressEngine

/// The names of a policy as a case may use them. All of them are in one namespace.
struct PolicyNames {
  enum Meaning {
    /// A position in the schema's facts.
    case fact(Int)
    case detail(Int)
    case choice(Int)
    /// Something a case cannot state.
    case other(CaseProblem.Standing)
  }

  private var meanings: [String: Meaning] = [:]
  private var items: [String: Int] = [:]
  /// What can stand under `given`, in the order of the file.
  let statable: [String]
  /// The items, in the order of the file.
  let heads: [String]

  init(of program: Program) {
    let schema = program.schema
    heads = program.items.map(\.name)
    statable = schema.facts.map(\.name) + schema.details.map(\.name) + program.choices.map(\.name)
    for (index, fact) in schema.facts.enumerated() { meanings[fact.name] = .fact(index) }
    for (index, detail) in schema.details.enumerated() { meanings[detail.name] = .detail(index) }
    for (index, choice) in program.choices.enumerated() { meanings[choice.name] = .choice(index) }
    for (index, item) in program.items.enumerated() { items[item.name] = index }
    enter(heads, .item)
    enter(program.definitions.map(\.name), .definition)
    enter(program.tables.map(\.name) + program.tiers.map(\.name), .table)
    enter(program.splits.map(\.name), .split)
    enter(program.bars.map(\.name), .bar)
    enter(program.limits.map(\.name), .limit)
    enter(program.recourses.map(\.name), .recourse)
    enter(program.authorities.flatMap(\.levels).map(\.name), .authority)
    enter(program.parties.map(\.name), .party)
    enter(program.sources.map(\.name), .source)
    enter(program.deadlines.map(\.name), .deadline)
    enter(program.approvals.map(\.name), .approval)
    enter(program.notes.map(\.name), .note)
    enter(schema.records.map(\.name), .record)
    enter(schema.kinds.map(\.name), .kind)
  }

  private mutating func enter(_ names: [String], _ standing: CaseProblem.Standing) {
    for name in names where meanings[name] == nil { meanings[name] = .other(standing) }
  }

  subscript(_ name: String) -> Meaning? { meanings[name] }

  /// The position of the item of that name.
  func item(_ name: String) -> Int? { items[name] }

  /// What a name is that turned up in the wrong place.
  func standing(of name: String) -> CaseProblem.Standing? {
    switch meanings[name] {
    case .fact: .fact
    case .detail: .detail
    case .choice: .choice
    case .other(let standing): standing
    case nil: nil
    }
  }
}
