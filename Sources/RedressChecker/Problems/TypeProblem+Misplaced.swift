import RedressDiagnostics

extension Misplaced {
  /// What only some places may read, in words.
  func diagnostic(_ span: Span) -> Diagnostic {
    switch self {
    case .it:
      CheckProblem.finding(
        "R0228", "`it` stands for nothing here", span, "no amount has been reached yet",
        ["`it` is the amount reached, in a step: `less 20% of it`"])
    case .otherwise:
      CheckProblem.finding(
        "R0228", "`otherwise` stands for nothing here", span, "not in the value of an exception",
        ["`otherwise` is the value without the exception: `except unfit: 2 * otherwise when …`"])
    case .total(let total):
      CheckProblem.finding(
        "R0229", "`\(total)` is known only when every line is", span, "not known yet",
        ["approvals, deadlines, notes and `always` may read it; elsewhere write `assessed of …` for an item"])
    case .payable(let item):
      CheckProblem.finding(
        "R0229", "`payable of \(item)` is known only when every line is", span, "not known yet",
        ["write `assessed of \(item)`: its amount before its steps"])
    case .detail(let detail):
      CheckProblem.finding(
        "R0230", "`\(detail)` is a detail, and no amount may depend on it", span, "details are for texts only",
        ["make it a fact: `fact \(detail) : text \"…\"`"])
    case .elementInText(let written):
      CheckProblem.finding(
        "R0230", "`\(written)` cannot be filled in", span, "an element has many values",
        ["say which field of it: `{\(written).…}`"])
    case .optional(let name):
      CheckProblem.finding(
        "R0231", "`\(name)` may be absent, and nothing says what then", span, "this is optional",
        [
          "read it in a step, an exception, a bar, a `where` or an item's `when`, which do not hold where it is absent; "
            + "or give it a default"
        ])
    case .optionalOfParameter(let name):
      CheckProblem.finding(
        "R0231", "`\(name)` may be absent, and a definition cannot see whether it is", span, "this is optional",
        ["read it where the element is: in a step, an exception or a `where`"])
    case .statedAlways(let written):
      CheckProblem.finding(
        "R0284", "only of what is optional can be asked whether it is stated", span, "not optional",
        ["declare the fact `optional`; without that, silence about `\(written)` leaves open what depends on it"])
    case .list(let name):
      CheckProblem.finding(
        "R0232", "`\(name)` is a list, not one value", span, "many elements",
        ["say what of it: `sum of … for each … in \(name)`, `count … in \(name)`, `any … in \(name) where …`"])
    case .fieldOfList(let list, let field):
      CheckProblem.finding(
        "R0232", "`\(list)` is a list, and `\(field)` belongs to one of its elements", span, "of which element?",
        ["write `for each element in \(list)`, then `element.\(field)`"])
    case .listOfParameter(let name):
      CheckProblem.finding(
        "R0232", "a definition cannot go through a list of `\(name)` in this version", span,
        "an element that was handed over",
        ["go through the list where the element is, and hand the sum over"])
    case .choiceAlone(let choice, let options):
      CheckProblem.finding(
        "R0233", "`\(choice)` is a choice, and can only be compared with its options", span, "which option?",
        ["write `\(choice) = \(options.first ?? "…")`"])
    case .notConstant(let name):
      CheckProblem.finding(
        "R0234", "bounds are fixed values, and `\(name)` is not", span, "not a fixed value",
        ["write a value, or put the condition into a `require`"])
    case .notConstantCell(let name):
      CheckProblem.finding(
        "R0234", "cells are fixed values, and `\(name)` is not", span, "not a fixed value",
        ["write a value; what differs from case to case is a column of its own, or stands in what the row gives"])
    case .position(let name):
      CheckProblem.finding(
        "R0283", "`\(name)` has no place in an item's list here", span, "the place of what?",
        ["the lines of an item have places: `for each \(name) in … largest first by …`, then `position of \(name)`"])
    case .notInDefault(let name):
      CheckProblem.finding(
        "R0234", "a default is computed from facts alone, and `\(name)` is none", span, "not a fact",
        ["read facts here, or leave the default out and compute the value in a definition"])
    }
  }
}

extension UnusableType {
  func diagnostic(_ span: Span) -> Diagnostic {
    switch self {
    case .recordAlone(let record):
      CheckProblem.finding(
        "R0236", "`\(record)` is a record; facts and fields hold lists of it", span, "one element cannot be stated",
        ["write `list of \(record)`"])
    case .recordAsResult(let record):
      CheckProblem.finding(
        "R0236", "a definition cannot say a whole `\(record)`", span, "an element has many values",
        ["make a definition for each field that is wanted"])
    case .listHere(let record):
      CheckProblem.finding(
        "R0236", "a definition takes one `\(record)`, not a list", span, "a list cannot be handed over",
        ["read the fact that is the list inside the definition, or write `: \(record)`"])
    }
  }
}
