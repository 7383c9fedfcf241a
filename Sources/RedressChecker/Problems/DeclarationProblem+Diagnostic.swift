import RedressDiagnostics
import RedressSyntax

extension DeclarationProblem {
  var diagnostic: Diagnostic {
    switch self {
    case .currencyMissing(let name):
      CheckProblem.finding(
        "R0237", "nothing says which currency the lines of `\(name.text)` are in", name.span, "no currency",
        ["write below the name: `currency CNY`"])
    case .unknownCurrency(let name, let suggestion):
      CheckProblem.finding(
        "R0237", "`\(name.text)` is not a currency", name.span,
        suggestion.map { "did you mean `\($0)`?" } ?? "not of ISO 4217",
        ["write the three capital letters of ISO 4217, such as `CNY` or `EUR`"])
    case .headersDiffer(let header, let span, let first):
      CheckProblem.finding(
        "R0238", "these policies differ in \(header.noun)", span, "and here another",
        [header.help], also: [(first, "\(header.noun) is given here")])
    case .inForceReversed(let span, let from, let until):
      CheckProblem.finding(
        "R0239", "the policy ends before it begins", span, "from \(from) until \(until)",
        ["both days are included; the second may not be before the first"])
    case .unitSize(let name, let span):
      CheckProblem.finding(
        "R0240", "`\(name.text)` cannot be counted in this", span, "not an amount of one unit",
        ["write an amount above zero of one unit that is no currency: `unit \(name.text) = 800 kg`"])
    case .boundsOnType(let span, let type):
      CheckProblem.finding(
        "R0241", "\(type.noun) has no bounds", span, "bounds of what?",
        ["only amounts, dates, times and kinds with an order have bounds"])
    case .boundsReversed(let span):
      CheckProblem.finding(
        "R0241", "nothing lies within these bounds", span, "the lower bound is not below the upper one",
        ["write the smaller one first: `from 0 to 5`; both belong to it"])
    case .defaultOutsideBounds(let name, let span, let bounds):
      CheckProblem.finding(
        "R0242", "the default of `\(name.text)` lies outside its own bounds", span, "this default",
        ["change the default, or the bounds"], also: [(bounds, "the bounds")])
    case .defaultOfList(let name, let span):
      CheckProblem.finding(
        "R0243", "the list `\(name.text)` cannot have this default", span, "a value, not a list",
        ["a list may have `default none`"])
    case .defaultNone(let name, let span):
      CheckProblem.finding(
        "R0243", "`default none` is for lists, and `\(name.text)` is none", span, "no list",
        ["if it may be absent write `optional`; else a value, such as `default 0`"])
    case .optionalList(let name, let span):
      CheckProblem.finding(
        "R0244", "the list `\(name.text)` cannot be optional", span, "an absent list is an empty one",
        ["write `default none`"])
    case .optionalWithDefault(let name, let span, let value):
      CheckProblem.finding(
        "R0244", "`\(name.text)` is optional and has a default", span, "silence means that there is none",
        ["keep one of the two"], also: [(value, "silence means this value")])
    case .notAboveZero(let span, let what):
      CheckProblem.finding(
        "R0245", what.message, span, "this is zero", ["write an amount above zero"])
    case .stepsWithoutAmount(let span, let found):
      CheckProblem.finding(
        "R0246", "a step changes an amount, and here is none", span,
        found.map { "the value is \($0.noun)" } ?? "nothing is paid",
        ["take the step out, or say it in an exception"])
    case .valueForSplit(let span):
      CheckProblem.finding(
        "R0235", "who bears a loss cannot be replaced by a value", span, "a value",
        ["an exception may lift the step: `waived`; other shares are an exception in the split itself"])
    case .remedyWords(let name, let found, let strange):
      CheckProblem.finding(
        "R0247", "`\(name.text)` does not say a remedy", name.span,
        strange.isEmpty
          ? "this is \(found.noun)"
          : "\(CheckProblem.listed(Array(strange.prefix(5)))) \(strange.count == 1 ? "is" : "are") no remedy",
        ["its words must all be among `cash`, `credit`, `reshipment`, `replacement`, `repair` and `voucher`"])
    case .filledInText(let span):
      CheckProblem.finding(
        "R0248", "nothing can be filled in here", span, "this text is the same for every case",
        ["write it without braces; for the character itself write `\\{`"])
    case .secondReason(let span, let first):
      CheckProblem.finding(
        "R0249", "two reasons stand here", span, "a second one", ["join them in one text"],
        also: [(first, "the first reason")])
    case .usedHasItems(let name, let item):
      CheckProblem.finding(
        "R0250", "`\(name.text)` has items of its own, and cannot be used", name.span, "used here",
        ["move what both need into a policy without items, and use that in both"],
        also: [(item.span, "`\(item.text)` is an item")])
    case .useCircle(let names):
      CheckProblem.finding(
        "R0251",
        names.count == 1
          ? "`\(names[0].text)` uses itself"
          : "these policies use one another in a circle: "
            + (names + names.prefix(1)).map { "`\($0.text)`" }.joined(separator: " → "),
        names.first?.span ?? Span(SourceID(0), 0, 0), "part of the circle",
        ["move what they share into a policy that uses none of them"],
        also: names.dropFirst().prefix(4).map { ($0.span, "part of the circle") })
    case .policyTwice(let name, let first):
      CheckProblem.finding(
        "R0252", "two policies are called `\(name.text)`", name.span, "and here once more",
        [
          "give one of them another name; if they are editions of one policy, say in each when it is in force: "
            + "`in force from 2026-01-01 until 2026-12-31`"
        ],
        also: [(first, "the first one")])
    }
  }
}

extension HeaderWord {
  fileprivate var noun: String {
    switch self {
    case .currency: "the currency"
    case .rounding: "the rounding"
    case .datedBy: "the fact they are dated by"
    }
  }

  fileprivate var help: String {
    switch self {
    case .currency: "policies that are used together have one currency"
    case .rounding: "say in the policy itself how its lines are rounded, such as `rounding half even`"
    case .datedBy: "say in the policy itself what it is `dated by`"
    }
  }
}

extension AboveZero {
  fileprivate var message: String {
    switch self {
    case .divisor: "nothing can be counted per 0"
    case .period: "nothing can be counted in periods of 0"
    case .step: "nothing can be rounded to 0"
    }
  }
}
