package import RedressDiagnostics
package import RedressSyntax

/// What a condition decides.
package enum ConditionRole: Hashable, Sendable {
  case item(String)
  case elements
  case exception(Name)
  case step(String)
  case ground(bar: String)
  case approval(String)
  case note(String)
  case requirement
  case invariant
  case choice(String)
  case recourse(String)
}

/// What a share or a weight is of.
package enum ShareWord: Hashable, Sendable { case weight, share, recourse }

/// Why a step never changes anything.
package enum IdleStep: Hashable, Sendable {
  /// `less 0`, `plus 0`, `times 1`, `nothing under 0`.
  case neutral
  /// What comes in is never above (or below) this; with what it can be at most (or at least).
  case above(String)
  case below(String)
  /// `only the largest` of a single line.
  case single
}

/// What a fact can be, as its declaration says.
package struct KnownRange: Hashable, Sendable {
  package let name: String
  package let place: Span
  package let range: String
}

/// What would never change anything.
package enum IdleProblem: Hashable, Sendable {
  case neverHolds(Span, ConditionRole, [KnownRange])
  case alwaysHolds(Span, ConditionRole, [KnownRange])
  /// Others override it wherever it holds.
  case alwaysOverridden(Name, by: [Name])
  case sameAsBase(Name, ruling: String)
  /// Two exceptions that hold in the same cases and give the same.
  case repeated(Name, first: Name)
  /// A dated answer that is, word for word, the one before.
  case unchanged(Span, from: String, ruling: String, before: Span)
  case step(Span, name: String, IdleStep)
  case emptyDiscretion(Span, lower: String, upper: String)

  var place: Span {
    switch self {
    case .neverHolds(let span, _, _), .alwaysHolds(let span, _, _), .unchanged(let span, _, _, _),
      .step(let span, _, _), .emptyDiscretion(let span, _, _):
      span
    case .alwaysOverridden(let name, _), .sameAsBase(let name, _), .repeated(let name, _): name.span
    }
  }
}

extension IdleProblem {
  var diagnostic: Diagnostic {
    switch self {
    case .neverHolds(let span, let role, let known):
      CheckProblem.finding(
        "R0363", "this can never hold", span, role.neverLabel, [role.neverHelp], also: known.map { $0.label })
    case .alwaysHolds(let span, let role, let known):
      CheckProblem.finding(
        "R0364", "this always holds", span, role.alwaysLabel, [role.alwaysHelp], also: known.map { $0.label })
    case .alwaysOverridden(let name, let others):
      CheckProblem.finding(
        "R0365", "`\(name.text)` never counts: wherever it holds, another exception is set above it", name.span,
        "never decides anything",
        ["take it out, narrow the other's condition, or take its `overriding` away"],
        also: others.map { ($0.span, "`\($0.text)` holds there too, and overrides it") })
    case .sameAsBase(let name, let ruling):
      CheckProblem.finding(
        "R0366", "`\(name.text)` gives what `\(ruling)` gives anyway", name.span, "changes nothing",
        ["take it out, or give another value; to set it above another exception write `overriding` and its name"])
    case .repeated(let name, let first):
      CheckProblem.finding(
        "R0366", "`\(name.text)` holds in the same cases as `\(first.text)`, and gives the same", name.span,
        "changes nothing", ["take one of them out, or mend its condition or its value"],
        also: [(first.span, "the same as this")])
    case .unchanged(let span, let day, let ruling, let before):
      CheckProblem.finding(
        "R0366", "`\(ruling)` is from \(day) on what it was before", span, "nothing changes on this day",
        [
          "take it out, or write what holds from that day; if only the ground is new, say so with `because` or `citing`"
        ],
        also: [(before, "the same as this")])
    case .step(let span, let name, let why):
      CheckProblem.finding(
        "R0367", "this step of `\(name)` never changes anything", span, why.label, [why.help])
    case .emptyDiscretion(let span, let lower, let upper):
      CheckProblem.finding(
        "R0369", "nothing lies between \(lower) and \(upper)", span, "nobody could decide within this",
        ["write the smaller amount first"])
    }
  }
}

extension KnownRange {
  fileprivate var label: (Span?, String) { (place, "`\(name)` is \(range)") }
}

extension IdleStep {
  fileprivate var label: String {
    switch self {
    case .neutral: "with this value the amount stays as it is"
    case .above(let most): "what comes in is never above \(most)"
    case .below(let least): "what comes in is never below \(least)"
    case .single: "there is only one line"
    }
  }

  fileprivate var help: String {
    switch self {
    case .neutral: "take the step out, or give the value that is meant"
    case .above: "look at the amount and at the bounds of the facts it is made of; or take the step out"
    case .below: "look at the amount and at the bounds of the facts it is made of; or take the step out"
    case .single: "name the items it chooses from, or take the step out"
    }
  }
}

extension ConditionRole {
  fileprivate var neverLabel: String {
    switch self {
    case .item(let name): "`\(name)` would never arise"
    case .elements: "no element would ever count"
    case .exception(let name): "`\(name.text)` would never count"
    case .step: "the step would never act"
    case .ground(let bar): "`\(bar)` would never refuse on this ground"
    case .approval(let name): "`\(name)` would never be asked for"
    case .note(let name): "`\(name)` would never be shown"
    case .requirement: "every case would be refused"
    case .invariant: "it would be broken in every case"
    case .choice(let name): "`\(name)` would never arise"
    case .recourse(let name): "`\(name)` would never be claimed"
    }
  }

  fileprivate var neverHelp: String {
    switch self {
    case .requirement, .invariant: "write what must hold in every case"
    default: "look at the bounds and words of what it asks; mend the condition, or take out what hangs on it"
    }
  }

  fileprivate var alwaysLabel: String {
    switch self {
    case .item(let name): "`\(name)` would arise in every case"
    case .elements: "it leaves no element out"
    case .exception(let name): "`\(name.text)` would always count, and the base never"
    case .step: "the step always acts"
    case .ground(let bar): "`\(bar)` would refuse every case"
    case .approval(let name): "`\(name)` would be asked for in every case"
    case .note(let name): "`\(name)` would be shown in every case"
    case .requirement: "it refuses nothing"
    case .invariant: "it watches nothing"
    case .choice(let name): "`\(name)` arises in every case"
    case .recourse(let name): "`\(name)` would be claimed in every case"
    }
  }

  fileprivate var alwaysHelp: String {
    switch self {
    case .exception: "mend the condition; if it is right, its value is the base"
    case .requirement, .invariant: "take it out, or write what may fail"
    case .elements: "leave the `where` out, or write what an element may fail"
    case .ground: "mend the condition"
    case .approval, .note: "mend the condition: let it ask for what tells cases apart"
    default: "leave the `when` out, or mend it"
    }
  }
}
