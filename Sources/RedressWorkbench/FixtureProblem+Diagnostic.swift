package import RedressDiagnostics
import RedressSyntax

extension FixtureProblem {
  /// The problem in the words of the people who write fixtures.
  package var diagnostic: Diagnostic {
    switch self {
    case .noExpectation(let name):
      Diagnostic(
        code: "R0480", message: "the case `\(name.text)` expects nothing", primary: .init(name.span, "this case"),
        helps: ["say at its end what must come out, for example:\nexpect\n  total_payable  1_000 CNY\n  nothing else"])
    case .emptyExpectation(let keyword):
      Diagnostic(
        code: "R0480", message: "this `expect` expects nothing", primary: .init(keyword, "nothing stands below it"),
        helps: ["say what must come out, for example `total_payable 1_000 CNY` or `nothing else`"])
    case .unknownName(let subject, let name, let known):
      Diagnostic(
        code: "R0481", message: "the policy has no \(subject.word) `\(name.text)`",
        primary: .init(name.span, "not \(subject.wordWithArticle) of this policy"),
        helps: suggestion(for: name.text, among: known, called: subject.plural))
    case .unknownOption(let choice, let option, let known):
      Diagnostic(
        code: "R0481", message: "the choice `\(choice.text)` has no option `\(option.text)`",
        primary: .init(option.span, "not an option of `\(choice.text)`"),
        helps: suggestion(for: option.text, among: known, called: "options"))
    case .unknownBranch(let branch, let known):
      Diagnostic(
        code: "R0482", message: "nothing in the policy is called `\(branch.text)`",
        primary: .init(branch.span, "neither a ruling, an exception, a step nor a bar"),
        helps: nearest(to: branch.text, among: known).map { ["did you mean `\($0)`?"] }
          ?? ["after `because` stands the name of an exception, a step or a bar, such as `\(known.first ?? "gold")`"])
    case .ambiguousBranch(let branch, let meanings):
      Diagnostic(
        code: "R0483", message: "`\(branch.text)` is the name of \(meanings.count) branches",
        primary: .init(branch.span, "which one?"),
        helps: ["write \(choice(of: meanings.map { "`\($0)`" }))"])
    case .otherCurrency(let value, let currency):
      Diagnostic(
        code: "R0484", message: "this is not an amount in \(currency)",
        primary: .init(value.span, "the proposal is in \(currency)"),
        helps: ["write an amount such as `1_000 \(currency)`"])
    case .totalWithoutAmount(let name, let span):
      Diagnostic(
        code: "R0485", message: "`\(name.text)` is a sum and can only be compared with an amount",
        primary: .init(span, "a sum has no lines, no status and no remedy"),
        helps: ["write for example `\(name.text)  1_000 CNY`"])
    case .wrongFigure(let name, let value, let example):
      Diagnostic(
        code: "R0489", message: "this is not what the figure `\(name.text)` is measured in",
        primary: .init(
          value.span, example.map { "the figure is a value such as `\($0)`" } ?? "the figure is no quantity"),
        helps: example.map { ["write for example `\(name.text) \($0)`"] }
          ?? ["only figures that are quantities can be expected"])
    case .unknownRemedy(let name, let known):
      Diagnostic(
        code: "R0486", message: "`\(name.text)` is not a way to pay", primary: .init(name.span, "not a remedy"),
        helps: suggestion(for: name.text, among: known, called: "remedies"))
    case .noSuchLine(let number):
      Diagnostic(
        code: "R0487", message: "there is no line \(number.text)",
        primary: .init(number.span, "lines of an item are counted 1, 2, 3 …"),
        helps: ["write `line 1` for the first line"])
    case .deadlineWithoutDate(let name, let value):
      Diagnostic(
        code: "R0488", message: "the deadline `\(name.text)` is expected on a day that is not in the calendar",
        primary: .init(value.span, "no such day or minute"),
        helps: ["write for example `deadline \(name.text) 2026-03-05` or `2026-03-05 14:00`"])
    }
  }
}

private func suggestion(for word: String, among known: [String], called plural: String) -> [String] {
  var helps = nearest(to: word, among: known).map { ["did you mean `\($0)`?"] } ?? []
  if known.isEmpty {
    helps.append("the policy has no \(plural)")
  } else if helps.isEmpty {
    let shown = known.prefix(12).map { "`\($0)`" }.joined(separator: ", ")
    helps.append("the \(plural) are \(shown)\(known.count > 12 ? " and \(known.count - 12) more" : "")")
  }
  return helps
}

private func choice(of words: [String]) -> String {
  guard let last = words.last, words.count > 1 else { return words.first ?? "" }
  return words.dropLast().joined(separator: ", ") + " or " + last
}

extension FixtureProblem.Subject {
  fileprivate var word: String {
    switch self {
    case .item: "item"
    case .approval: "approval"
    case .note: "note"
    case .deadline: "deadline"
    case .authority: "level of an authority"
    case .choice: "choice"
    case .fact: "fact"
    }
  }

  fileprivate var wordWithArticle: String {
    switch self {
    case .item: "an item"
    case .authority: "a level of an authority"
    case .approval: "an approval"
    default: "a \(word)"
    }
  }

  fileprivate var plural: String {
    switch self {
    case .authority: "levels of authorities"
    default: "\(word)s"
    }
  }
}
