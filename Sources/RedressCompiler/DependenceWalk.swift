import RedressEngine

/// What was gone through while looking for what a condition depends on.
struct DependenceWalk {
  var choices: Set<Int> = []
  fileprivate var definitions: Set<Int> = []
  fileprivate var splits: Set<Int> = []
  fileprivate var tables: Set<Int> = []
  fileprivate var tiers: Set<Int> = []
}

extension Program {
  /// The choices an expression depends on, through definitions and splits too.
  func collectChoices(_ node: NodeID, _ walk: inout DependenceWalk) {
    switch nodes[Int(node.index)] {
    case .choice(let choice): walk.choices.insert(Int(choice))
    case .definition(let definition), .call(let definition, _), .definitionOn(let definition, _),
      .callOn(let definition, _, _), .accrued(let definition, _, _, _):
      if walk.definitions.insert(Int(definition)).inserted {
        let definition = definitions[Int(definition)]
        collectChoices(definition.ruling, &walk)
        for step in definition.steps { collectChoices(step, &walk) }
      }
    case .share(_, let split):
      if walk.splits.insert(Int(split)).inserted {
        let ruling = splits[Int(split)].ruling
        if let day = ruling.datedBy { collectChoices(day, &walk) }
        for exception in ruling.exceptions { collectChoices(exception.condition, &walk) }
        for shares in ruling.bases + ruling.exceptions.map(\.value) {
          for share in shares.shares { if let value = share.value { collectChoices(value, &walk) } }
        }
      }
    case .table(let table, _), .tableOn(let table, _, _):
      if walk.tables.insert(Int(table)).inserted {
        let table = tables[Int(table)]
        for row in table.editions.flatMap(\.rows) + [table.otherwise].compactMap({ $0 }) {
          if let value = row.value { collectChoices(value, &walk) }
        }
      }
    case .tiers(let index, _):
      if walk.tiers.insert(Int(index)).inserted {
        for band in tiers[Int(index)].bands { collectChoices(band.rate, &walk) }
      }
    default: break
    }
    for operand in operands(of: node) { collectChoices(operand, &walk) }
  }

  private func collectChoices(_ ruling: Ruling<NodeID>, _ walk: inout DependenceWalk) {
    for base in ruling.bases { collectChoices(base, &walk) }
    if let day = ruling.datedBy { collectChoices(day, &walk) }
    for exception in ruling.exceptions {
      collectChoices(exception.condition, &walk)
      collectChoices(exception.value, &walk)
    }
  }

  private func collectChoices(_ step: Step, _ walk: inout DependenceWalk) {
    if let condition = step.condition { collectChoices(condition, &walk) }
    for exception in step.exceptions {
      collectChoices(exception.condition, &walk)
      if case .value(let value) = exception.value { collectChoices(value, &walk) }
    }
    switch step.form {
    case .atMost(let value), .atLeast(let value), .less(let value), .plus(let value), .times(let value),
      .nothingUnder(let value), .nothingUpTo(let value), .rounded(_, let value):
      collectChoices(value, &walk)
    case .borneBy, .onlyTheLargest: break
    }
  }
}
