import RedressChecker
import RedressEngine
import RedressValues

extension Translation {
  /// A ruling whose base is called after it, and its exceptions after it and themselves (rule 17 of the reference).
  mutating func ruling<Base, Value, Result>(
    _ ruling: CheckedPolicy.Ruling<Base, Value>, named name: String,
    base: (inout Translation, Base) -> Result, value: (inout Translation, Value) -> Result
  ) -> Program.Ruling<Result> {
    let result = base(&self, ruling.base)
    var translated = Program.Ruling(
      base: result,
      branch: Program.Branch(
        name: dated(name, ruling.from), reasons: reasons(ruling.reasons), span: ruling.span),
      exceptions: exceptions(ruling.exceptions, of: name, value: value))
    translated.from = ruling.from
    for later in ruling.later {
      translated.later.append(
        Program.DatedBranch(
          from: later.from, value: base(&self, later.base),
          branch: Program.Branch(
            name: dated(name, later.from), reasons: reasons(later.reasons), span: later.span)))
    }
    translated.datedBy = ruling.datedBy.map { day($0) }
    return translated
  }

  /// `limit_rate@2019-12-28`, for what holds from a day on.
  func dated(_ name: String, _ day: CivilDate?) -> String {
    day.map { name + "@" + $0.description } ?? name
  }

  private mutating func exceptions<Value, Result>(
    _ exceptions: [CheckedPolicy.Exception<Value>], of name: String, value: (inout Translation, Value) -> Result
  ) -> [Program.Exception<Result>] {
    var results: [Program.Exception<Result>] = []
    for exception in exceptions {
      let firstNode = result.nodes.count
      let result = value(&self, exception.value)
      let readsOtherwise = self.result.nodes[firstNode...].contains { if case .otherwise = $0 { true } else { false } }
      var translated = Program.Exception(
        branch: Program.Branch(
          name: name + "." + exception.name, reasons: reasons(exception.reasons), span: exception.span),
        value: result, condition: node(exception.condition), optionalReads: reads(exception.optionalReads),
        overrides: exception.overrides)
      translated.mayReadOtherwise = readsOtherwise
      results.append(translated)
    }
    return results
  }

  private mutating func overrides(
    _ all: [CheckedPolicy.Exception<CheckedPolicy.StepOverride>], of name: String
  ) -> [Program.Exception<Program.StepOverride>] {
    exceptions(all, of: name) { translation, value in
      switch value {
      case .value(let expression): .value(translation.node(expression))
      case .waived: .waived
      }
    }
  }

  mutating func definition(_ definition: CheckedPolicy.Definition) -> Program.Definition {
    let parameters = definition.parameters.map { parameter($0) }
    parameterTypes = definition.parameters.map(\.type)
    parameterNames = definition.parameters.map(\.name)
    var translated = Program.Definition(
      name: definition.name, label: definition.label, parameters: parameters, type: definition.type,
      ruling: ruling(definition.ruling, named: definition.name) {
        $0.node($1)
      } value: {
        $0.node($1)
      },
      steps: definition.steps.map { step($0, of: definition.name, definition.type) })
    translated.isFigure = definition.isFigure
    return translated
  }

  mutating func deadline(_ deadline: CheckedPolicy.Deadline) -> Program.Deadline {
    Program.Deadline(
      name: deadline.name, label: text(deadline.label), isTime: deadline.type == .time,
      ruling: ruling(deadline.ruling, named: deadline.name) {
        $0.node($1)
      } value: {
        $0.node($1)
      })
  }

  mutating func split(_ split: CheckedPolicy.Split) -> Program.Split {
    Program.Split(
      name: split.name, label: split.label,
      ruling: ruling(split.ruling, named: split.name) {
        $0.shares($1)
      } value: {
        $0.shares($1)
      })
  }

  private mutating func shares(_ shares: CheckedPolicy.Shares) -> Program.Shares {
    var all: [Program.Shares.Share] = []
    for share in shares.shares {
      all.append(Program.Shares.Share(party: share.party, value: share.value.map { node($0) }))
    }
    return Program.Shares(isInProportion: shares.isInProportion, shares: all, span: shares.span)
  }

  mutating func step(_ step: CheckedPolicy.Step, of owner: String, _ type: ValueType) -> Program.Step {
    let firstNode = result.nodes.count
    let form: Program.Step.Form =
      switch step.form {
      case .atMost(let value): .atMost(node(value))
      case .atLeast(let value): .atLeast(node(value))
      case .less(let value): .less(node(value))
      case .plus(let value): .plus(node(value))
      case .times(let value): .times(node(value))
      case .nothingUnder(let value): .nothingUnder(node(value))
      case .nothingUpTo(let value): .nothingUpTo(node(value))
      case .rounded(let mode, let value): .rounded(mode, to: node(value))
      case .borneBy(let split): .borneBy(split: split)
      case .onlyTheLargest: .onlyTheLargest
      }
    let name = owner + "." + step.name
    let condition = step.condition.map { node($0) }
    let readsIt = self.result.nodes[firstNode...].contains { if case .it = $0 { true } else { false } }
    var translated = Program.Step(
      branch: Program.Branch(name: name, reasons: reasons(step.reasons), span: step.span), form: form, type: type,
      condition: condition, optionalReads: reads(step.optionalReads), exceptions: overrides(step.exceptions, of: name))
    translated.mayReadIt = readsIt || !step.exceptions.isEmpty
    return translated
  }

  mutating func item(_ index: Int) -> Program.Item {
    let item = policy.items[index]
    return Program.Item(
      name: item.name, label: text(item.label), itemClass: item.itemClass,
      loop: item.loop.map { loop($0) }, condition: item.condition.map { node($0) },
      conditionOptionalReads: reads(item.conditionOptionalReads), payee: item.payee ?? policy.claimant,
      owedBy: text(item.owedBy),
      ruling: ruling(item.ruling, named: item.name) {
        $0.payment($1)
      } value: {
        $0.payment($1)
      },
      steps: item.steps.map { step($0, of: item.name, .quantity(.money(in: policy.currency))) },
      bars: barsByItem[index], span: item.span)
  }

  private mutating func payment(_ payment: CheckedPolicy.Payment) -> Program.Payment {
    switch payment {
    case .pay(let amount, let remedy, let discretion):
      .pay(node(amount), by: remedy.map { self.remedy($0) }, discretion.map { self.discretion($0) })
    case .share(let amount, let weight, let remedy, let discretion):
      .share(
        node(amount), weight: node(weight), by: remedy.map { self.remedy($0) }, discretion.map { self.discretion($0) })
    case .apology: .apology
    case .right(let words): .right(text(words))
    case .nothing: .nothing
    }
  }

  private mutating func discretion(_ discretion: CheckedPolicy.Discretion) -> Program.Discretion {
    Program.Discretion(lower: node(discretion.lower), upper: node(discretion.upper))
  }

  private mutating func remedy(_ rule: CheckedPolicy.RemedyRule) -> Program.RemedyRule {
    switch rule {
    case .fixed(let remedy): .fixed(remedy)
    case .decided(let expression, let remedies): .decided(node(expression), remedies)
    }
  }

  mutating func bar(_ bar: CheckedPolicy.Bar) -> Program.Bar {
    var grounds: [Program.Bar.Ground] = []
    for (index, ground) in bar.grounds.enumerated() {
      let name = bar.grounds.count == 1 ? bar.name : "\(bar.name).\(index + 1)"
      grounds.append(
        Program.Bar.Ground(
          branch: Program.Branch(name: name, reasons: reasons(ground.reasons), span: ground.span),
          condition: node(ground.condition), optionalReads: reads(ground.optionalReads)))
    }
    return Program.Bar(
      name: bar.name, label: text(bar.label), grounds: grounds, exceptions: overrides(bar.exceptions, of: bar.name))
  }

  mutating func choice(_ choice: CheckedPolicy.Choice) -> Program.Choice {
    let preference: Program.Choice.Preference? =
      switch choice.preference {
      case .option(let option): .option(option)
      case .cheapest: .cheapest
      case nil: nil
      }
    return Program.Choice(
      name: choice.name, label: text(choice.label), chooser: choice.chooser,
      condition: choice.condition.map { node($0) }, optionalReads: reads(choice.optionalReads),
      options: choice.options, optionLabels: choice.optionLabels.map { text($0) }, preference: preference,
      preferenceReasons: reasons(choice.preferenceReasons))
  }

  mutating func conditional(_ conditional: CheckedPolicy.Conditional) -> Program.Conditional {
    Program.Conditional(
      name: conditional.name, label: text(conditional.label), condition: node(conditional.condition),
      optionalReads: reads(conditional.optionalReads), reasons: reasons(conditional.reasons))
  }
}
