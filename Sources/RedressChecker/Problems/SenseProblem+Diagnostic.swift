import RedressDiagnostics
import RedressSyntax

extension SenseProblem {
  var diagnostic: Diagnostic {
    switch self {
    case .conflict(let conflict): conflict.diagnostic
    case .unused(let name, let sort):
      CheckProblem.finding(
        "R0302", "\(sort.noun) that nobody reads: `\(name.text)`", name.span, sort.unusedLabel,
        [sort.unusedHelp(name.text)])
    case .unusedParameter(let name, let definition):
      CheckProblem.finding(
        "R0303", "`\(definition)` does not read its `\(name.text)`", name.span, "asked for, and not used",
        ["use it, or delete it here and wherever `\(definition)` is called"])
    case .unreadOptions(let choice, let options):
      CheckProblem.finding(
        "R0304", "nothing tells \(CheckProblem.listed(options)) of `\(choice.text)` apart", choice.span,
        "these options lead to the same lines", ["ask for them in items: `when \(choice.text) = \(options[0])`"])
    case .unusedPolicy(let name):
      CheckProblem.finding(
        "R0305", "`\(name.text)` has no items, and no policy uses it", name.span, "it proposes nothing",
        ["write an `item`, or `use \(name.text)` in the policy that needs it"])
    case .sharesDoNotAddUp(let span, let shares, let total, let missing, let mend):
      CheckProblem.finding(
        "R0306", "these shares make \(total), not 100%", span, shares.joined(separator: " and "),
        [
          missing.map { "who bears the other \($0)? write `\(mend)`, or name the party" }
            ?? "nobody can bear more than there is; make them 100% in all"
        ])
    case .partyTwice(let name, let first):
      CheckProblem.finding(
        "R0307", "`\(name.text)` has two shares", name.span, "and here once more", ["give each party one share"],
        also: [(first, "the first share")])
    case .restTwice(let span, let first):
      CheckProblem.finding(
        "R0307", "only one party can bear the rest", span, "and here once more", ["say the share of one of them"],
        also: [(first, "the first `rest`")])
    case .restInProportion(let span):
      CheckProblem.finding(
        "R0307", "weights have no rest", span, "the rest of what?",
        ["say its weight, or write percentages without `in proportion`"])
    case .roleMissing(let role, let policy, let parties):
      CheckProblem.finding(
        "R0308",
        role == .us ? "nobody is us: who makes the proposal?" : "nobody is the claimant: who asks for the money?",
        policy.span, "in this policy",
        [
          "write behind a party `is \(role.word)`: "
            + "`party \(parties.first ?? (role == .us ? "carrier" : "customer")) \"…\" is \(role.word)`"
        ])
    case .roleTwice(let role, let name, let first):
      CheckProblem.finding(
        "R0308", "two parties are \(role.noun)", name.span, "and here once more",
        ["only one party can be \(role.noun)"],
        also: [(first.span, "`\(first.text)` is \(role.noun)")])
    case .clauseNotFound(let clause): clause.diagnostic
    case .documentMissing(let name, let path, let span):
      CheckProblem.finding(
        "R0310", "the text of `\(name.text)` could not be read", span, "no such file: `\(path)`",
        ["the path starts at the folder of this policy; without a text leave `in \"\(path)\"` out"])
    case .emptyClass(let name, let bar):
      CheckProblem.finding(
        "R0311", "no item is of the class `\(name.text)`", name.span, "`\(bar.text)` would refuse nothing",
        ["take it out, or give an item the class: `as \(name.text)`"])
    case .barOnOneItem(let bar, let item, let ground):
      CheckProblem.finding(
        "R0312", "a bar is for several heads, and `\(bar.text)` is on one", item.span, "only on this item",
        ["write in the item `\(item.text)`: `except \(bar.text): nothing when \(ground) because \"…\"`"])
    case .loopVariableInWhen(let name, let loop, let list):
      CheckProblem.finding(
        "R0313", "`when` asks once for the whole item, and `\(name.text)` is one element", name.span,
        "of which element?",
        ["conditions on an element stand behind the list: `for each \(loop.text) in \(list) where …`"])
    case .mayBeZero(let span, .step, let mends):
      CheckProblem.finding(
        "R0314", "rounding needs a step above 0, and this may be 0", span, "this may be 0",
        mends.isEmpty
          ? ["round only where it is above 0: put `… > 0` into the condition around it, or into a `require`"]
          : mends.map(\.help))
    case .mayBeZero(let span, _, let mends):
      CheckProblem.finding(
        "R0314", "nothing can be divided by 0, and this may be 0", span, "this may be 0",
        mends.isEmpty
          ? ["divide only where it is above 0: put `… > 0` into the condition around it, or into a `require`"]
          : mends.map(\.help))
    case .paymentMayBeNegative(let span, let mends):
      CheckProblem.finding(
        "R0315", "a payment can come out below zero", span, "this can be below zero",
        (mends.isEmpty ? [] : mends.map(\.help)) + [
          (mends.isEmpty ? "" : "or ") + "add the step `at least 0`, with its reason"
        ])
    case .argumentMayBeOutside(let span, let parameter, let bound, let place, let mends):
      CheckProblem.finding(
        "R0316", "`\(parameter)` must be \(bound), and this may not be", span, "this may be outside",
        mends.isEmpty ? ["ask for it in the condition around this, or in a `require`"] : mends.map(\.help),
        also: [(place, "\(bound) is asked for here")])
    case .idle(let problem): problem.diagnostic
    case .lookup(let problem): problem.diagnostic
    case .shareMayBeNegative(let span, let word, let mends):
      CheckProblem.finding(
        "R0368", "\(word.noun) can come out below zero", span, "this can be below zero",
        mends.isEmpty
          ? ["ask for it in the condition around this, in a `require`, or take `largest of (…, 0)`"]
          : mends.map(\.help))
    }
  }
}

extension Conflict {
  fileprivate var diagnostic: Diagnostic {
    var helps = [
      "say which prevails: add `overriding \(first.text)` to `\(second.text)`, "
        + "or `overriding \(second.text)` to `\(first.text)`"
    ]
    if !witness.isEmpty { helps.append("a case that shows it: \(witness.joined(separator: ", "))") }
    if let example { helps.append("to try it, as a fixture:\n\(example)") }
    if hasFreeConditions {
      helps.append(
        "whether the other conditions can hold together is not looked into; `overriding` settles it in any case")
    }
    return CheckProblem.finding(
      "R0301", "`\(first.text)` and `\(second.text)` can both hold, and say different things", second.span,
      "this exception of `\(ruling)`", helps, also: [(first.span, "and this one")])
  }
}

extension MissingClause {
  fileprivate var diagnostic: Diagnostic {
    let list = known.isEmpty ? "no numbered clauses" : known.joined(separator: ", ") + (isPart ? ", …" : "")
    return CheckProblem.finding(
      "R0309", "`\(source)` has no clause `\(place)`", span,
      suggestion.map { "did you mean \"\($0)\"?" } ?? "not found",
      ["it has \(list)"])
  }
}

extension ShareWord {
  fileprivate var noun: String {
    switch self {
    case .weight: "a weight"
    case .share: "a share"
    case .recourse: "what is claimed back"
    }
  }
}

extension SignMend {
  fileprivate var help: String {
    switch self {
    case .bound(let name, let type, let bound, let changesDefault):
      "say that it cannot be so: `\(name) : \(type) \(bound)`" + (changesDefault ? ", and change its default" : "")
    case .require(let smaller, let larger): "or `require \(smaller) <= \(larger) because \"…\"`"
    }
  }
}

extension PartySyntax.Role {
  fileprivate var word: String {
    switch self {
    case .us: "us"
    case .claimant: "claimant"
    }
  }

  fileprivate var noun: String {
    switch self {
    case .us: "us"
    case .claimant: "the claimant"
    }
  }
}

extension DeclarationSort {
  fileprivate var unusedLabel: String {
    switch self {
    case .fact, .field: "asked of the adjuster for nothing"
    case .detail: "no text fills it in"
    case .source: "nothing cites it"
    default: "nothing depends on it"
    }
  }

  fileprivate func unusedHelp(_ name: String) -> String {
    switch self {
    case .fact: "use it, delete it, or make it a `detail` of the letter"
    case .detail: "fill it in somewhere, `{\(name)}`, or delete it"
    case .source: "cite it, `citing \(name) \"…\"`, or delete it"
    case .split: "let an item be `borne by \(name)`, or delete it"
    case .choice: "let an item ask for it, or delete it"
    default: "use it, or delete it"
    }
  }
}
