import RedressChecker
import RedressEngine
import RedressValues

extension Translation {
  private var money: ValueType { .quantity(.money(in: policy.currency)) }

  mutating func limit(_ limit: CheckedPolicy.Limit) -> Program.Limit {
    Program.Limit(
      name: limit.name, label: text(limit.label), items: limit.items, loop: limit.loop.map { loop($0) },
      steps: limit.steps.map { step($0, of: limit.name, money) }, span: limit.span)
  }

  mutating func recourse(_ recourse: CheckedPolicy.Recourse) -> Program.Recourse {
    Program.Recourse(
      name: recourse.name, label: text(recourse.label), items: recourse.items, party: recourse.party,
      condition: recourse.condition.map { node($0) }, optionalReads: reads(recourse.optionalReads),
      ruling: ruling(recourse.ruling, named: recourse.name) {
        $0.node($1)
      } value: {
        $0.node($1)
      },
      steps: recourse.steps.map { step($0, of: recourse.name, money) }, span: recourse.span)
  }

  mutating func authority(_ authority: CheckedPolicy.Authority) -> Program.Authority {
    var levels: [Program.Authority.Level] = []
    for level in authority.levels {
      levels.append(
        Program.Authority.Level(
          name: level.name, label: text(level.label), cell: level.cell, reasons: reasons(level.reasons)))
    }
    return Program.Authority(
      sum: node(authority.sum), optionalReads: reads(authority.optionalReads), levels: levels)
  }
}
