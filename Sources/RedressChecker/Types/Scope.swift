import RedressDiagnostics
import RedressSyntax
import RedressValues

/// What may be read where an expression stands, and what was read of the optional things.
struct Scope {
  /// A name of this place alone.
  struct Local {
    enum Meaning {
      case variable(Int, record: Int)
      case parameter(definition: Int, Int, ValueType?)
      /// Reported already.
      case poison
    }

    let name: Name
    let meaning: Meaning
  }

  /// What `it` or `otherwise` stands for.
  enum Stand {
    case absent
    case poison
    case type(ValueType)
  }

  /// How much an expression may read.
  enum Reach {
    case constants, facts, everything
  }

  var locals: [Local] = []
  var it: Stand = .absent
  var otherwise: Stand = .absent
  var reach: Reach = .everything
  var allowsOptional = false
  var allowsTotals = false
  var isText = false
  /// Optional things that are known to be stated here, because a condition around it reads them.
  var guarded: Set<OptionalRead> = []
  /// Loop variables of aggregates; what is optional of them only their own `where` may read.
  var aggregated: Set<Int> = []
  var optionalReads: [OptionalRead] = []
  /// The loop of an item whose `when` is being checked: its variable does not stand for anything there.
  var itemLoop: LoopSyntax?

  func local(_ name: String) -> Local? {
    locals.last { $0.name.text == name }
  }

  /// The same place with nothing read yet.
  func fresh() -> Scope {
    var scope = self
    scope.optionalReads = []
    return scope
  }

  mutating func noteOptional(_ read: OptionalRead) {
    if !optionalReads.contains(read) { optionalReads.append(read) }
  }
}
