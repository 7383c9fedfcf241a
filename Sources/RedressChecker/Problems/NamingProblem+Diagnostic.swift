import RedressDiagnostics
import RedressSyntax

extension NamingProblem {
  var diagnostic: Diagnostic {
    switch self {
    case .unknown(let name, let expected, let suggestion):
      CheckProblem.finding(
        "R0201", "nothing is called `\(name.text)`", name.span,
        suggestion.map { "did you mean `\($0)`?" } ?? "\(expected.noun) should stand here",
        [suggestion.map { "write `\($0)`" } ?? expected.unknownHelp(name.text)])
    case .doubled(let name, let first):
      CheckProblem.finding(
        "R0202", "`\(name.text)` is declared twice", name.span, "and here once more",
        ["give one of the two another name"],
        also: [(first, "first declared here")])
    case .listedTwice(let name, let first):
      CheckProblem.finding(
        "R0202", "`\(name.text)` stands here twice", name.span, "and here once more", ["take one of them out"],
        also: [(first, "first here")])
    case .builtIn(let name, .unit):
      CheckProblem.finding(
        "R0203", "`\(name.text)` is a unit of the language", name.span, "known without being declared",
        ["delete this declaration, or give the unit another name"])
    case .builtIn(let name, _):
      CheckProblem.finding(
        "R0203", "`\(name.text)` is a total that every policy has", name.span, "so it cannot be declared",
        ["call it for example `\(name.text)_of_case`"])
    case .wrongSort(let name, let found, let expected, let declared, let known):
      CheckProblem.finding(
        "R0204", "`\(name.text)` is \(found.noun), and \(expected.noun) should stand here", name.span,
        "\(expected.noun) should stand here", wrongSortHelps(name.text, found, expected, known),
        also: [(declared, "declared here as \(found.noun)")])
    case .unknownWord(let name, let kind, let words, let suggestion):
      CheckProblem.finding(
        "R0205", "`\(name.text)` is not \(kind.noun)", name.span,
        suggestion.map { "did you mean `\($0)`?" } ?? "not one of its words",
        [
          words.count <= 12
            ? "it can be \(CheckProblem.listed(words, by: "or"))"
            : "it can be \(CheckProblem.listed(Array(words.prefix(12)))) and others"
        ])
    case .wordWithoutKind(let name, let kind, let fact):
      CheckProblem.finding(
        "R0206", "`\(name.text)` is a word of `\(kind)`, and cannot stand by itself", name.span,
        "compared with nothing",
        [
          fact.map { "to ask for it, write `\($0) = \(name.text)`" }
            ?? "compare something with it; a definition says its type before `is`: `: \(kind) is \(name.text)`"
        ])
    case .unknownField(let name, let record, let fields, let suggestion):
      CheckProblem.finding(
        "R0207", "a `\(record)` has no field `\(name.text)`", name.span,
        suggestion.map { "did you mean `\($0)`?" } ?? "not a field of `\(record)`",
        ["it has \(CheckProblem.listed(Array(fields.prefix(12))))"])
    case .unknownUnit(let name, let suggestion):
      CheckProblem.finding(
        "R0208", "`\(name.text)` is not a unit", name.span,
        suggestion.map { "did you mean `\($0)`?" } ?? "unknown here",
        [
          suggestion.map { $0 == "%" ? "the sign stands right behind the number, as in `20%`" : "write `\($0)`" }
            ?? (name.text == "money"
              ? "write a currency, such as `CNY`; money in the currency of each case is no constant" : nil)
            ?? "declare it: `unit \(name.text)`, or `unit \(name.text) = 12 kg` for so much of another"
        ])
    case .circle(let names, let sort): circle(names, sort)
    case .chainTooLong(let name, let limit):
      CheckProblem.finding(
        "R0210", "`\(name.text)` builds on more than \(limit) others, one behind the other", name.span,
        "the end of a very long chain", ["nobody can follow such a chain; join some of its links"])
    case .repeated(let first, let more):
      first.diagnostic.adding(
        help: "and \(more) more \(more == 1 ? "place" : "places") with `\(first.name?.text ?? "")`")
    }
  }

  private func circle(_ names: [Name], _ sort: DeclarationSort?) -> Diagnostic {
    let path = (names + names.prefix(1)).map { "`\($0.text)`" }.joined(separator: " → ")
    let help: String
    var verb = "need"
    switch sort {
    case .exception:
      verb = "override"
      help = "say which one prevails; take one `overriding` out"
    case .record: help = "a list may hold elements of another record, but never its own"
    case .limit:
      verb = "precede"
      help = "say which one comes first; take one of the `apply` out"
    case .unit: help = "say the size of one of them in a unit of the language, such as kg"
    default: help = "one of them must be said without the others: by a fact, or by a fixed value"
    }
    let others = names.dropFirst().prefix(4).map { (Optional($0.span), "`\($0.text)` is part of the circle") }
    return CheckProblem.finding(
      "R0209",
      names.count == 1 ? "`\(names[0].text)` \(verb)s itself" : "these \(verb) one another in a circle: \(path)",
      names.first?.span ?? Span(SourceID(0), 0, 0), "the circle begins and ends here", [help], also: Array(others))
  }

  private func wrongSortHelps(
    _ name: String, _ found: DeclarationSort, _ expected: ExpectedSort, _ known: [String]
  ) -> [String] {
    if let help = wrongSortHelp(name, found, expected) { return [help] }
    guard known.isEmpty else { return ["write \(CheckProblem.listed(Array(known.prefix(6)), by: "or"))"] }
    if case .split = expected { return ["declare how the loss is shared: `split … \"…\" is …`"] }
    return []
  }

  private func wrongSortHelp(_ name: String, _ found: DeclarationSort, _ expected: ExpectedSort) -> String? {
    switch (found, expected) {
    case (.item, .value): "for what it comes to before its steps write `assessed of \(name)`"
    case (.split, .value): "for one party's share write `share of … in \(name)`"
    case (.fact, .callable): "a fact is read by its name alone: `\(name)`"
    case (.record, .value): "speak of one element in a loop: `for each … in …`"
    case (.bar, .value), (.approval, .value), (.note, .value), (.deadline, .value):
      "put its condition into a definition, and read that in both places"
    default: nil
    }
  }
}

extension ExpectedSort {
  fileprivate func unknownHelp(_ name: String) -> String {
    switch self {
    case .value: "declare it, for example as a fact: `fact \(name) : money from 0 \"…\"`"
    case .valueOf(let type): "declare it, for example as a fact: `fact \(name) : \(type) \"…\"`"
    case .callable: "declare it: `define \(name)(…) is …`"
    case .type: "a type is a kind, a unit, `money`, `number`, `percent`, `date`, `time`, `text` or `yes or no`"
    case .record: "declare it: `record \(name)` with its fields"
    case .fact: "declare it: `fact \(name) : date \"…\"`"
    case .list: "declare it: `fact \(name) : list of … \"…\"`"
    case .party: "declare it: `party \(name) \"…\"`"
    case .item: "only items have such amounts; declare `item \(name) \"…\"`"
    case .split: "declare it: `split \(name) \"…\" is …`"
    case .source: "declare it: `source \(name) \"…\"`"
    case .target: "write `all`, a class such as `compensation`, or the names of items"
    case .remedy:
      "write `cash`, `credit`, `reshipment`, `replacement`, `repair` or `voucher`, or something whose words these are"
    case .itemClass: "write `compensation`, `costs`, `penalty`, `goodwill`, `refund` or `consequential`"
    case .option: "write one of its options, or `cheapest`"
    case .exception: "only exceptions of the same base or step can be set aside"
    case .policy: "a policy is used by the name behind `policy`"
    case .calendar: "declare it: `calendar \(name) weekend saturday, sunday`"
    case .limit: "declare it: `limit \(name) \"…\" on all at most …`"
    case .rate: "declare it: `define \(name) is 6%`"
    }
  }
}
