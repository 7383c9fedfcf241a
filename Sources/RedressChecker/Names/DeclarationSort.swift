import RedressSyntax

/// What a name is declared as.
package enum DeclarationSort: Hashable, Sendable {
  case source, party, kind, unit, record, field, fact, detail, definition, parameter, split, item, bar, choice, option
  case approval, note, deadline, exception, loopVariable, policy
  case calendar, table, tiers, figure, limit, lift, recourse
}

/// Where a name leads: the position among the declarations of its sort.
enum Entity: Hashable, Sendable {
  case source(Int)
  case party(Int)
  case kind(Int)
  case record(Int)
  case fact(Int)
  case detail(Int)
  case definition(Int)
  case split(Int)
  case item(Int)
  case bar(Int)
  case choice(Int)
  case approval(Int)
  case note(Int)
  case deadline(Int)
  case calendar(Int)
  case table(Int)
  case tiers(Int)
  case limit(Int)
  case lift(Int)
  case recourse(Int)

  var sort: DeclarationSort {
    switch self {
    case .source: .source
    case .party: .party
    case .kind: .kind
    case .record: .record
    case .fact: .fact
    case .detail: .detail
    case .definition: .definition
    case .split: .split
    case .item: .item
    case .bar: .bar
    case .choice: .choice
    case .approval: .approval
    case .note: .note
    case .deadline: .deadline
    case .calendar: .calendar
    case .table: .table
    case .tiers: .tiers
    case .limit: .limit
    case .lift: .lift
    case .recourse: .recourse
    }
  }
}

extension DeclarationSyntax {
  /// The name and the sort of what is declared; nil for what has no name (`require`, `always`, `apply`, `authority`).
  var declared: (name: Name, sort: DeclarationSort)? {
    switch self {
    case .source(let syntax): (syntax.name, .source)
    case .party(let syntax): (syntax.name, .party)
    case .kind(let syntax): (syntax.name, .kind)
    case .unit(let syntax): (syntax.name, .unit)
    case .record(let syntax): (syntax.name, .record)
    case .fact(let syntax): (syntax.name, .fact)
    case .detail(let syntax): (syntax.name, .detail)
    case .define(let syntax): (syntax.name, .definition)
    case .split(let syntax): (syntax.name, .split)
    case .item(let syntax): (syntax.name, .item)
    case .bar(let syntax): (syntax.name, .bar)
    case .choice(let syntax): (syntax.name, .choice)
    case .approval(let syntax): (syntax.name, .approval)
    case .note(let syntax): (syntax.name, .note)
    case .deadline(let syntax): (syntax.name, .deadline)
    case .figure(let syntax): (syntax.name, .figure)
    case .calendar(let syntax): (syntax.name, .calendar)
    case .table(let syntax): (syntax.name, .table)
    case .tiers(let syntax): (syntax.name, .tiers)
    case .limit(let syntax): (syntax.name, .limit)
    case .lift(let syntax): (syntax.name, .lift)
    case .recourse(let syntax): (syntax.name, .recourse)
    case .require, .always, .apply, .authority: nil
    }
  }
}
