import RedressSyntax

/// The tree of a policy, one declaration a line.
func dump(_ policy: PolicySyntax) -> String {
  let head = "policy \(policy.name.text)" + label(policy.label)
  return ([head] + policy.headers.map(dump) + policy.declarations.map(dump)).joined(separator: "\n")
}

func label(_ text: TextSyntax?) -> String { text.map { " \(dump($0))" } ?? "" }

private func dump(_ header: HeaderSyntax) -> String {
  switch header {
  case .currency(let code): "currency \(code.text)"
  case .currencyOfCase: "currency of the case"
  case .datedBy(let name): "dated-by \(name.text)"
  case .inForce(let from, let until, _): "in-force \(from.text)" + (until.map { " \($0.text)" } ?? "")
  case .rounding(let mode): "rounding \(mode.mode)"
  case .use(let name): "use \(name.text)"
  }
}

private func dump(_ declaration: DeclarationSyntax) -> String {
  switch declaration {
  case .source(let source):
    "source \(source.name.text)\(label(source.label))" + (source.path.map { " in \(dump($0))" } ?? "")
  case .party(let party): "party \(party.name.text)\(label(party.label))" + (party.role.map { " \($0)" } ?? "")
  case .kind(let kind):
    "kind \(kind.name.text) "
      + kind.words.map { $0.name.text + label($0.label) }.joined(separator: kind.isOrdered ? " < " : " | ")
  case .unit(let unit): "unit \(unit.name.text)" + (unit.size.map { " = \(dump($0))" } ?? "")
  case .record(let record):
    "record \(record.name.text)\(label(record.label))"
      + record.fields.map { " (\($0.name.text)\(dump($0.attributes)))" }.joined()
  case .fact(let fact): "fact \(fact.name.text)\(dump(fact.attributes))"
  case .detail(let detail):
    "detail \(detail.name.text)\(label(detail.label))" + (detail.isPrivate ? " private" : "")
  case .require(let require): "require \(dump(require.condition))\(dump(require.reasons))"
  case .always(let always): "always \(dump(always.condition))\(dump(always.reasons))"
  case .define(let define): dump(define, as: "define")
  case .figure(let figure): dump(figure, as: "figure")
  case .calendar(let calendar): dump(calendar)
  case .table(let table): dump(table)
  case .tiers(let tiers): dump(tiers)
  case .limit(let limit): dump(limit)
  case .lift(let lift):
    "lift \(lift.name.text)\(label(lift.label)) on \(lift.branches.map { $0.map(\.text).joined(separator: ".") }.joined(separator: ",")) when \(dump(lift.condition))\(dump(lift.reasons))"
  case .apply(let apply): "apply \(apply.limits.map(\.text).joined(separator: " > "))\(dump(apply.reasons))"
  case .recourse(let recourse): dump(recourse)
  case .authority(let authority): dump(authority)
  case .split(let split):
    "split \(split.name.text)\(label(split.label))" + dump(split.ruling, dump, dump)
  case .item(let item): dump(item)
  case .bar(let bar): dump(bar)
  case .choice(let choice): dump(choice)
  case .approval(let approval): "approval " + dump(approval)
  case .note(let note): "note " + dump(note)
  case .deadline(let deadline):
    "deadline \(deadline.name.text)\(label(deadline.label))" + dump(deadline.ruling, dump, dump)
  }
}

func dump(_ attributes: AttributesSyntax) -> String {
  var result = ":\(dump(attributes.type))"
  if let bounds = attributes.bounds { result += " \(dump(bounds))" }
  result += label(attributes.label)
  switch attributes.defaultValue {
  case .value(let value)?: result += " default \(dump(value))"
  case .noElements?: result += " default none"
  case nil: break
  }
  if attributes.optional != nil { result += " optional" }
  if attributes.isPrivate { result += " private" }
  if let proof = attributes.provedBy { result += " proved \(dump(proof))" }
  return result
}

func dump(_ bounds: BoundsSyntax) -> String {
  "\(bounds.excludesLower ? "(" : "[")\(bounds.lower.map { dump($0) } ?? "")..\(bounds.upper.map { dump($0) } ?? "")]"
}

func dump(_ type: TypeSyntax) -> String {
  let form =
    switch type.form {
    case .yesOrNo: "yes-or-no"
    case .date: "date"
    case .time: "time"
    case .text: "text"
    case .word(let name): name.text
    case .words(let names): names.map(\.text).joined(separator: "|")
    case .list(let name): "list \(name.text)"
    case .quantity(let unit): "<\(dump(unit))>"
    case .missing: "?"
    }
  return (type.isWhole ? "whole " : "") + form
}

func dump(_ reasons: ReasonsSyntax) -> String {
  reasons.because.map { " because \(dump($0))" }.joined()
    + reasons.citations.map { " citing \($0.source.text)\(dump($0.place))" }.joined()
    + reasons.leavingOut.map { " leaving \(dump($0.text)) \(dump($0.because))" }.joined()
}

func dump<Base, Exception>(
  _ ruling: RulingSyntax<Base, Exception>, _ base: (Base) -> String, _ exception: (Exception) -> String
) -> String {
  (ruling.from.map { " from \($0.text)" } ?? "") + " is \(base(ruling.base))\(dump(ruling.reasons))"
    + ruling.later.map { " from \($0.from.text) is \(base($0.base))\(dump($0.reasons))" }.joined()
    + (ruling.datedBy.map { " dated-by \($0.text)" } ?? "")
    + ruling.exceptions.map { dump($0, exception) }.joined()
}

private func dump<Value>(_ exception: ExceptionSyntax<Value>, _ value: (Value) -> String) -> String {
  var result = " [\(exception.name.text): \(value(exception.value)) when \(dump(exception.condition))"
  switch exception.overriding {
  case .all?: result += " overriding all"
  case .names(let names)?: result += " overriding \(names.map(\.text).joined(separator: ","))"
  case nil: break
  }
  return result + dump(exception.reasons) + "]"
}

private func dump(_ value: StepExceptionSyntax) -> String {
  switch value {
  case .value(let expression): dump(expression)
  case .waived: "waived"
  }
}

func dump(_ step: StepSyntax) -> String {
  let form =
    switch step.form {
    case .atMost(let value): "at-most \(dump(value))"
    case .atLeast(let value): "at-least \(dump(value))"
    case .less(let value): "less \(dump(value))"
    case .plus(let value): "plus \(dump(value))"
    case .times(let value): "times \(dump(value))"
    case .nothingUnder(let value): "nothing-under \(dump(value))"
    case .nothingUpTo(let value): "nothing-up-to \(dump(value))"
    case .rounded(let mode, let unit): "rounded\(mode.map { " \($0.mode)" } ?? "") \(dump(unit))"
    case .borneBy(let name): "borne-by \(name.text)"
    case .onlyTheLargest: "only-the-largest"
    }
  return " > \(form)" + (step.condition.map { " when \(dump($0))" } ?? "") + dump(step.reasons)
    + step.exceptions.map { dump($0, dump) }.joined()
}

func dump(_ parameter: DefineSyntax.Parameter) -> String {
  "\(parameter.name.text):\(dump(parameter.type))" + (parameter.bounds.map { " \(dump($0))" } ?? "")
}

private func dump(_ define: DefineSyntax, as keyword: String) -> String {
  let parameters = define.parameters.map { dump($0) }
  return "\(keyword) \(define.name.text)" + (parameters.isEmpty ? "" : "(\(parameters.joined(separator: ", ")))")
    + label(define.label) + (define.type.map { " :\(dump($0))" } ?? "") + dump(define.ruling, dump, dump)
    + define.steps.map(dump).joined()
}

private func dump(_ shares: SharesSyntax) -> String {
  let parts = shares.shares.map { share in
    switch share.portion {
    case .rest: "\(share.party.text) rest"
    case .value(let value): "\(share.party.text) \(dump(value))"
    }
  }
  return (shares.isInProportion ? "in-proportion " : "") + parts.joined(separator: ", ")
}

private func dump(_ payment: PaymentSyntax) -> String {
  switch payment {
  case .pay(let amount, let remedy, let discretion):
    "pay \(dump(amount))" + (remedy.map { " by \($0.text)" } ?? "") + dump(discretion)
  case .share(let amount, let weight, let remedy, let discretion):
    "share \(dump(amount)) to \(dump(weight))" + (remedy.map { " by \($0.text)" } ?? "") + dump(discretion)
  case .apology: "apology"
  case .right(let text): "right \(dump(text))"
  case .nothing: "nothing"
  }
}

private func dump(_ discretion: DiscretionSyntax?) -> String {
  discretion.map { " discretion \(dump($0.lower))..\(dump($0.upper))" } ?? ""
}

private func dump(_ item: ItemSyntax) -> String {
  "item \(item.name.text)\(label(item.label))" + (item.classWord.map { " as \($0.text)" } ?? "")
    + (item.loop.map { " each \(dump($0))" } ?? "") + (item.condition.map { " when \(dump($0))" } ?? "")
    + (item.payee.map { " payee \($0.text)" } ?? "") + (item.owedBy.map { " owed \(dump($0))" } ?? "")
    + dump(item.ruling, dump, dump) + item.steps.map(dump).joined()
}

private func dump(_ bar: BarSyntax) -> String {
  "bar \(bar.name.text)\(label(bar.label)) on \(dump(bar.targets))"
    + bar.grounds.map { " when \(dump($0.condition))\(dump($0.reasons))" }.joined()
    + bar.exceptions.map { dump($0, dump) }.joined()
}

func dump(_ targets: [TargetSyntax]) -> String {
  targets.map { target in
    switch target {
    case .all: "all"
    case .name(let name): name.text
    }
  }.joined(separator: ",")
}

private func dump(_ choice: ChoiceSyntax) -> String {
  var result = "choice \(choice.name.text)\(label(choice.label)) for \(choice.chooser.text)"
  if let condition = choice.condition { result += " when \(dump(condition))" }
  result += choice.options.map { " option \($0.name.text)\(label($0.label))" }.joined()
  switch choice.preference {
  case .option(let name)?: result += " prefer \(name.text)"
  case .cheapest?: result += " prefer cheapest"
  case nil: break
  }
  return result + dump(choice.preferenceReasons)
}

private func dump(_ conditional: ConditionalSyntax) -> String {
  "\(conditional.name.text)\(label(conditional.label)) when \(dump(conditional.condition))\(dump(conditional.reasons))"
}
