import RedressDiagnostics
import RedressSyntax

extension LimitProblem {
  var diagnostic: Diagnostic {
    switch self {
    case .valueForLargest(let span):
      CheckProblem.finding(
        "R0278", "which line is kept cannot be replaced by a value", span, "a value",
        ["an exception may lift the step: `waived`"])
    case .nothingToLift(let name, let found, let declared):
      CheckProblem.finding(
        "R0279", "`\(name.text)` is \(found.noun), and only limits and steps can be lifted", name.span,
        "neither a limit nor a step",
        ["write the name of a limit, or an item and its step: `delay.at_most`"], also: [(declared, "declared here")])
    case .unknownStep(let step, let owner, let steps, let suggestion):
      CheckProblem.finding(
        "R0279", "`\(owner)` has no step `\(step.text)`", step.span,
        suggestion.map { "did you mean `\($0)`?" } ?? "not a step of it",
        [
          steps.isEmpty
            ? "it has no steps at all; to refuse or pay it otherwise write an exception in it"
            : "its steps are \(CheckProblem.listed(steps))"
        ])
    case .stepMissing(let item, let steps):
      CheckProblem.finding(
        "R0279", "`\(item.text)` is an item: which of its steps is lifted?", item.span, "an item, not a step",
        [
          steps.isEmpty
            ? "it has no steps; name a limit, or a step of another item"
            : "write \(CheckProblem.listed(steps.map { "\(item.text).\($0)" }, by: "or"))"
        ])
    case .itemOutsideLoop(let item, let limit, let span, let list):
      CheckProblem.finding(
        "R0280", "`\(limit.text)` is taken for each element of a list, and `\(item.text)` has no line for each",
        span, "for each element of `\(list.joined(separator: "."))`",
        [
          "write `for each … in \(list.joined(separator: "."))` in the item too, or name the items the limit is on"
        ], also: [(item.span, "not one of them")])
    case .shareWithoutLoop(let item, let span):
      CheckProblem.finding(
        "R0281", "`\(item.text)` shares an amount among its lines, and has only one", span, "shared among whom?",
        ["give it a line for each: `for each … in …`; or write `pay`"], also: [(item.span, "one line")])
    case .loopVariableInShare(let name, let loop):
      CheckProblem.finding(
        "R0281", "one amount is shared by all lines, and `\(name.text)` is one element", name.span, "of which element?",
        ["what differs from element to element is the weight: `share … in proportion to \(loop.text).…`"],
        also: [(loop.span, "one of these")])
    case .otherwiseOfElement(let exception, let span, let other, let place):
      CheckProblem.finding(
        "R0281", "one amount is shared by all lines, and `otherwise` in `\(exception)` differs from element to element",
        span, "of which element?",
        [
          "write the amount itself in place of `otherwise`"
            + (other.map { ", or let `\($0)` override `\(exception)`" } ?? "")
        ], also: [(place, "reads the element")])
    case .recourseAgainstUs(let party, let recourse):
      CheckProblem.finding(
        "R0282", "`\(recourse.text)` would claim back from ourselves", party.span, "this party is us",
        ["name another party; what we bear ourselves needs no recourse"])
    case .emptyClass(let name, let owner, let sort):
      CheckProblem.finding(
        "R0341", "no item is of the class `\(name.text)`", name.span,
        sort == .limit ? "`\(owner.text)` would limit nothing" : "`\(owner.text)` would claim nothing back",
        ["take it out, or give an item the class: `as \(name.text)`"])
    case .orderMissing(let second, let first, let item):
      CheckProblem.finding(
        "R0342", "`\(first.text)` and `\(second.text)` both act on `\(item.text)`, and nothing says which comes first",
        second.span, "this limit",
        ["write `apply \(first.text) then \(second.text) because \"…\"`, or the other way round"],
        also: [(first.span, "and this one"), (item.span, "the item both act on")])
    case .recourseAgainstBearer(let party, let item, let split, let share):
      CheckProblem.finding(
        "R0343", "`\(party.text)` already bears a share of `\(item.text)`", party.span, "recourse on top of its share",
        ["keep its share in `\(split)`, or the recourse; both would charge it twice"],
        also: [(share, "its share"), (item.span, "the item")])
    }
  }
}
