import RedressDiagnostics
import RedressSyntax

/// A declaration with its number in the graph of what reads what.
struct Entry<Syntax: Sendable>: Sendable {
  let node: Int
  /// Declared by the policy itself, not by one it uses.
  let isOwn: Bool
  let syntax: Syntax
}

/// The declarations of a policy and of everything it uses, by sort and by name, before any is looked into.
struct Outline: Sendable {
  /// A declaration, or a field, as something that is read.
  struct Node: Sendable {
    /// Nil for what has no name: `require`, `always`, `apply`, `authority`.
    let name: Name?
    let sort: DeclarationSort?
    let isOwn: Bool
    /// Tells this declaration from all others: the place of its name or keyword.
    let place: Span
  }

  struct Field: Sendable {
    let node: Int
    let syntax: RecordSyntax.Field
  }

  struct Record: Sendable {
    let node: Int
    let isOwn: Bool
    let syntax: RecordSyntax
    var fields: [Field] = []
    var positions: [String: Int] = [:]
  }

  let policy: PolicySyntax
  let used: [PolicySyntax]
  /// Names whose declarations could not be read.
  let unread: Set<String>
  private(set) var nodes: [Node] = []
  private(set) var sources: [Entry<SourceSyntax>] = []
  private(set) var parties: [Entry<PartySyntax>] = []
  private(set) var kinds: [Entry<KindSyntax>] = []
  private(set) var units: [Entry<UnitDeclarationSyntax>] = []
  private(set) var records: [Record] = []
  private(set) var facts: [Entry<FactSyntax>] = []
  private(set) var details: [Entry<DetailSyntax>] = []
  private(set) var requirements: [Entry<RequireSyntax>] = []
  private(set) var definitions: [Entry<DefineSyntax>] = []
  private(set) var splits: [Entry<SplitSyntax>] = []
  private(set) var items: [Entry<ItemSyntax>] = []
  private(set) var bars: [Entry<BarSyntax>] = []
  private(set) var choices: [Entry<ChoiceSyntax>] = []
  private(set) var approvals: [Entry<ConditionalSyntax>] = []
  private(set) var notes: [Entry<ConditionalSyntax>] = []
  private(set) var deadlines: [Entry<DeadlineSyntax>] = []
  private(set) var invariants: [Entry<RequireSyntax>] = []
  private(set) var calendars: [Entry<CalendarSyntax>] = []
  private(set) var tables: [Entry<TableSyntax>] = []
  private(set) var tiers: [Entry<TiersSyntax>] = []
  private(set) var limits: [Entry<LimitSyntax>] = []
  private(set) var lifts: [Entry<LiftSyntax>] = []
  private(set) var applies: [Entry<ApplySyntax>] = []
  private(set) var recourses: [Entry<RecourseSyntax>] = []
  private(set) var authorities: [Entry<AuthoritySyntax>] = []
  /// The nodes of those definitions that are figures.
  private(set) var figureNodes: Set<Int> = []
  private(set) var entities: [String: Entity] = [:]
  private(set) var unitPositions: [String: Int] = [:]
  private(set) var problems: [CheckProblem] = []
  private var places: [String: Span] = [:]

  /// `omitting` are the places of declarations and fields to be left out as if they were not there.
  init(policy: PolicySyntax, used: [PolicySyntax], omitting: Set<Span> = []) {
    self.policy = policy
    self.used = used
    unread = Set(([policy] + used).flatMap(\.unread).map(\.text))
    for other in used { collect(other, isOwn: false, omitting) }
    collect(policy, isOwn: true, omitting)
    facts = orderedByDefault()
    for (index, entry) in facts.enumerated() { entities[entry.syntax.name.text] = .fact(index) }
    definitions = orderedByValue()
    for (index, entry) in definitions.enumerated() { entities[entry.syntax.name.text] = .definition(index) }
    // What the parser could not read a name of leads nowhere.
    entities[""] = nil
  }

  private mutating func collect(_ source: PolicySyntax, isOwn: Bool, _ omitted: Set<Span>) {
    for declaration in source.declarations {
      guard let (name, sort) = declaration.declared else {
        collectUnnamed(declaration, isOwn: isOwn, omitted)
        continue
      }
      guard !omitted.contains(name.span), let node = enter(name, sort, isOwn: isOwn) else { continue }
      collect(declaration, name: name.text, node: node, isOwn: isOwn, omitted)
    }
  }

  private mutating func collect(
    _ declaration: DeclarationSyntax, name: String, node: Int, isOwn: Bool, _ omitted: Set<Span>
  ) {
    func append<Syntax>(_ syntax: Syntax, to list: inout [Entry<Syntax>]) -> Int {
      list.append(Entry(node: node, isOwn: isOwn, syntax: syntax))
      return list.count - 1
    }
    switch declaration {
    case .source(let syntax): entities[name] = .source(append(syntax, to: &sources))
    case .party(let syntax): entities[name] = .party(append(syntax, to: &parties))
    case .kind(let syntax): entities[name] = .kind(append(syntax, to: &kinds))
    case .unit(let syntax): unitPositions[name] = append(syntax, to: &units)
    case .record(let syntax): collect(syntax, node: node, isOwn: isOwn, omitted)
    case .fact(let syntax): entities[name] = .fact(append(syntax, to: &facts))
    case .detail(let syntax): entities[name] = .detail(append(syntax, to: &details))
    case .define(let syntax): entities[name] = .definition(append(syntax, to: &definitions))
    case .split(let syntax): entities[name] = .split(append(syntax, to: &splits))
    case .item(let syntax): entities[name] = .item(append(syntax, to: &items))
    case .bar(let syntax): entities[name] = .bar(append(syntax, to: &bars))
    case .choice(let syntax): entities[name] = .choice(append(syntax, to: &choices))
    case .approval(let syntax): entities[name] = .approval(append(syntax, to: &approvals))
    case .note(let syntax): entities[name] = .note(append(syntax, to: &notes))
    case .deadline(let syntax): entities[name] = .deadline(append(syntax, to: &deadlines))
    case .figure(let syntax):
      figureNodes.insert(node)
      entities[name] = .definition(append(syntax, to: &definitions))
    case .calendar(let syntax): entities[name] = .calendar(append(syntax, to: &calendars))
    case .table(let syntax): entities[name] = .table(append(syntax, to: &tables))
    case .tiers(let syntax): entities[name] = .tiers(append(syntax, to: &tiers))
    case .limit(let syntax): entities[name] = .limit(append(syntax, to: &limits))
    case .lift(let syntax): entities[name] = .lift(append(syntax, to: &lifts))
    case .recourse(let syntax): entities[name] = .recourse(append(syntax, to: &recourses))
    case .require, .always, .apply, .authority: break
    }
  }

  private mutating func collectUnnamed(_ declaration: DeclarationSyntax, isOwn: Bool, _ omitted: Set<Span>) {
    func node(at keyword: Span) -> Int? {
      guard !omitted.contains(keyword) else { return nil }
      nodes.append(Node(name: nil, sort: nil, isOwn: isOwn, place: keyword))
      return nodes.count - 1
    }
    func append<Syntax>(_ syntax: Syntax, at keyword: Span, to list: inout [Entry<Syntax>]) {
      guard let node = node(at: keyword) else { return }
      list.append(Entry(node: node, isOwn: isOwn, syntax: syntax))
    }
    switch declaration {
    case .require(let syntax): append(syntax, at: syntax.keyword, to: &requirements)
    case .always(let syntax): append(syntax, at: syntax.keyword, to: &invariants)
    case .apply(let syntax): append(syntax, at: syntax.keyword, to: &applies)
    case .authority(let syntax): append(syntax, at: syntax.keyword, to: &authorities)
    default: break
    }
  }

  private mutating func collect(_ syntax: RecordSyntax, node: Int, isOwn: Bool, _ omitted: Set<Span>) {
    var record = Record(node: node, isOwn: isOwn, syntax: syntax)
    var seen: [String: Span] = [:]
    for field in syntax.fields where !omitted.contains(field.name.span) {
      if let first = seen[field.name.text] {
        problems.append(.naming(.doubled(field.name, first: first)))
        continue
      }
      seen[field.name.text] = field.name.span
      nodes.append(Node(name: field.name, sort: .field, isOwn: isOwn, place: field.name.span))
      record.positions[field.name.text] = record.fields.count
      record.fields.append(Field(node: nodes.count - 1, syntax: field))
    }
    entities[syntax.name.text] = .record(records.count)
    records.append(record)
  }

  /// The number of a new name; nil where the name is taken.
  private mutating func enter(_ name: Name, _ sort: DeclarationSort, isOwn: Bool) -> Int? {
    // Units are a namespace of their own.
    let key = sort == .unit ? "unit " + name.text : name.text
    if BuiltInNames.isTaken(name.text, by: sort) {
      problems.append(.naming(.builtIn(name, sort)))
      return nil
    }
    if !name.text.isEmpty, let first = places[key] {
      problems.append(.naming(.doubled(name, first: first)))
      return nil
    }
    places[key] = name.span
    nodes.append(Node(name: name, sort: sort, isOwn: isOwn, place: name.span))
    return nodes.count - 1
  }

  /// Whether a fact is called so.
  func isFact(_ name: String) -> Bool { if case .fact? = entities[name] { true } else { false } }

  /// The place where a name is declared.
  func place(of name: String) -> Span? { places[name] }
}
