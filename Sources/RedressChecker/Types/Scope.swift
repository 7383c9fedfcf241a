import RedressDiagnostics
import RedressSyntax
import RedressValues

/// What may be read where an expression stands, and what was read of the optional things.
struct Scope {
  /// A name of this place alone.
  struct Local {
    enum Meaning {
      case variable(Int, record: Int)
      /// By the node of what declares it.
      case parameter(node: Int, Int, ValueType?)
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

  enum ConstantPlace {
    case bounds, cells
  }

  var locals: [Local] = []
  var it: Stand = .absent
  var otherwise: Stand = .absent
  var reach: Reach = .everything
  /// Of what only constants may be said, where the reach is constants.
  var constantPlace: ConstantPlace = .bounds
  var allowsOptional = false
  var allowsTotals = false
  var isText = false
  /// Optional things that are known to be stated here, because a condition around it reads them.
  var guarded: Set<OptionalRead> = []
  /// Loop variables of aggregates; what is optional of them only their own `where` may read.
  var aggregated: Set<Int> = []
  var optionalReads: [OptionalRead] = []
  /// The loop of an item, where its variable does not stand for anything: in its `when`, and in an amount that its lines
  /// share.
  var itemLoop: LoopSyntax?
  var isShared = false
  /// Loop variables of items, whose place in the list may be asked for.
  var placed: Set<Int> = []

  /// The problem of a name that is no constant.
  func notConstant(_ name: String) -> Misplaced {
    constantPlace == .cells ? .notConstantCell(name) : .notConstant(name)
  }

  /// The problem of a loop variable that stands for nothing here.
  func loopVariableProblem(_ name: Name, _ loop: LoopSyntax) -> CheckProblem {
    isShared
      ? .limiting(.loopVariableInShare(name, loop: loop.variable))
      : .sense(.loopVariableInWhen(name, loop: loop.variable, list: loop.path.map(\.text).joined(separator: ".")))
  }

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
