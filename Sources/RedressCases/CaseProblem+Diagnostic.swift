package import RedressDiagnostics
import RedressSyntax
import RedressValues

extension CaseProblem {
  /// The problem in words, with its place and what would be right.
  package var diagnostic: Diagnostic {
    switch self {
    case .unknownName(let name, let standing, let nearest, let known):
      return Diagnostic(
        code: "R0401", message: "`\(name.text)` is not something a case of this policy states",
        primary: .init(name.span, nearest.map { "did you mean `\($0)`?" } ?? "not known as a fact"),
        helps: [standing.map { Self.standing($0, of: name.text) } ?? Self.list("a case can state", known)])
    case .unknownChoice(let name, let nearest, let choices):
      return Diagnostic(
        code: "R0401", message: "`\(name.text)` is not a choice of this policy",
        primary: .init(name.span, nearest.map { "did you mean `\($0)`?" } ?? "not known as a choice"),
        helps: [choices.isEmpty ? "this policy has no choices" : Self.list("the choices are", choices)])
    case .twice(let subject, let name, let first, let second):
      return Self.twice(subject, name, first, second)
    case .wrongType(let target, let written, let wanted):
      return Self.wrongType(target, written, wanted)
    case .valueWanted(let target, let span):
      return Diagnostic(
        code: "R0403", message: "`\(target.name)` is a single value, and a list stands here",
        primary: .init(span, "one value is expected"), secondary: Self.declaration(of: target),
        helps: ["write the value behind the name, without rows"])
    case .unknownWord(let target, let written, let words, let nearest, let isOption):
      return Diagnostic(
        code: "R0404",
        message: isOption
          ? "`\(written.text)` is not an option of `\(target.name)`"
          : "`\(written.text)` is not a word that `\(target.name)` can have",
        primary: .init(written.span, nearest.map { "did you mean `\($0)`?" } ?? "not known here"),
        secondary: Self.declaration(of: target),
        helps: [Self.list(isOption ? "the options are" : "it can be", words)]
          + (isOption || nearest != nil ? [] : ["leave it out if it is not known"]))
    case .unitMissing(let target, let written, let number, let unit):
      return Diagnostic(
        code: "R0405",
        message:
          "`\(target.name)` is \(unit.describedForCase), and `\(written.text)` has no \(unit.isPercent ? "`%`" : "unit")",
        primary: .init(written.span, unit.isPercent ? "no `%`" : "no unit"), secondary: Self.declaration(of: target),
        helps: ["write `\(unit.example(of: number))` if that is meant"])
    case .unitUnknown(let target, let word, let unit, let nearest):
      return Diagnostic(
        code: "R0405", message: "`\(word.text)` is no unit that this policy knows",
        primary: .init(word.span, nearest.map { "did you mean `\($0)`?" } ?? "not known as a unit"),
        secondary: Self.declaration(of: target), helps: ["`\(target.name)` is \(unit.describedForCase)"])
    case .unitUnfitting(let target, let written, let number, let found, let wanted):
      return Self.unitUnfitting(target, written, number, found, wanted)
    case .outOfBounds(let target, let written, let bounds, let type, let words):
      return Diagnostic(
        code: "R0406", message: "`\(target.name)` is outside its bounds: `\(written.text)`",
        primary: .init(written.span, "must be \(bounds.text(of: type, words: words))"),
        secondary: Self.declaration(of: target),
        helps: ["the policy has no answer for such a case: correct the value, or leave it out if it is not known"])
    case .negativeClaim(let target, let written):
      return Diagnostic(
        code: "R0406", message: "less than nothing is claimed for `\(target.name)`",
        primary: .init(written.span, "must not be below zero"), helps: ["write what is claimed, without a minus"])
    case .impossibleDate(let target, let written):
      return Diagnostic(
        code: "R0407", message: "there is no `\(written.text)` in the calendar",
        primary: .init(written.span, "no such day or minute"), secondary: Self.declaration(of: target),
        helps: ["a date is year, month and day, `2026-03-05`; a time has hours up to 23, `2026-03-05 14:00`"])
    case .unknownHead(let name, let standing, let nearest, let heads):
      return Diagnostic(
        code: "R0408", message: "no item of this policy answers a claim for `\(name.text)`",
        primary: .init(name.span, nearest.map { "did you mean `\($0)`?" } ?? "not a head of claim"),
        helps: [
          standing == .fact || standing == .detail || standing == .choice
            ? "`\(name.text)` is stated under `given`" : Self.list("the heads of claim are", heads)
        ])
    case .columnsMissing(let list, let columns, let header):
      return Self.columnsMissing(list, columns, header)
    case .unknownColumn(let name, let list, let nearest, let columns):
      return Diagnostic(
        code: "R0409", message: "the rows of `\(list)` have no column `\(name.text)`",
        primary: .init(name.span, nearest.map { "did you mean `\($0)`?" } ?? "not known as a column"),
        helps: [Self.list("the columns are", columns)])
    case .columnIsList(let name, let list):
      return Diagnostic(
        code: "R0409", message: "`\(name.text)` is a list of its own and does not fit into a cell",
        primary: .init(name.span, "take this column out"),
        helps: ["give each row an entry with rows of its own: `\(list)[1].\(name.text)`"])
    case .cellCount(let list, let found, let header, let row, let headerSpan):
      return Self.cellCount(list, found, header, row, headerSpan)
    case .path(let path, let span):
      return Self.path(path, span)
    case .notWhole(let target, let written, let unit):
      return Diagnostic(
        code: "R0421", message: "`\(target.name)` is counted in whole \(unit.countedName), not `\(written.text)`",
        primary: .init(written.span, "not a whole number of them"), secondary: Self.declaration(of: target),
        helps: ["write a whole number, such as `\(unit.example(of: "3"))`; round it as the contract says"])
    case .tooLarge(let target, let written):
      return Diagnostic(
        code: "R0422", message: "the number of `\(target.name)` is too large or too fine to calculate with exactly",
        primary: .init(written.span, "up to 38 digits can be held"), secondary: Self.declaration(of: target),
        helps: ["look for digits too many"])
    case .currencyUnknown(let name, let nearest):
      return Diagnostic(
        code: "R0405", message: "`\(name.text)` is no currency",
        primary: .init(name.span, nearest.map { "did you mean `\($0)`?" } ?? "not a code of ISO 4217"),
        helps: ["currencies are written by their codes, such as `CNY`, `USD` or `EUR`"])
    case .twoCurrencies(let first, let second):
      return Diagnostic(
        code: "R0427", message: "this case states money in \(first.currency) and in \(second.currency)",
        primary: .init(second.span, "this is in \(second.currency)"),
        secondary: [.init(first.span, "this is in \(first.currency)")],
        helps: ["state all sums in one currency, the one the claim is settled in"])
    case .currencyMissing(let span):
      return Diagnostic(
        code: "R0428", message: "nothing in this case says in which currency it is settled",
        primary: .init(span, "this policy settles in the currency of the case"),
        helps: ["add it below the policy: `currency CNY`, or state one of the sums"])
    case .otherCurrency(let name, let policy):
      return Diagnostic(
        code: "R0423", message: "this policy settles in \(policy), and the case asks for \(name.text)",
        primary: .init(name.span, "another currency"),
        helps: ["take the line out, or write `currency \(policy)`; the policy alone says in what it settles"])
    case .jsonShape(let shape, let what, let span):
      return Diagnostic(
        code: "R0424", message: "\(what) \(shape.message)", primary: .init(span, shape.label), helps: [shape.help])
    case .jsonUnknownKey(let name, let nearest, let known):
      return Diagnostic(
        code: "R0424", message: "a case in JSON has no `\(name.text)`",
        primary: .init(name.span, nearest.map { "did you mean `\($0)`?" } ?? "not known here"),
        helps: [
          name.text == "expect" ? "expectations stand in `.case` files only" : Self.list("it can have", known)
        ])
    case .jsonKeyMissing(let key, let span):
      return Diagnostic(
        code: "R0424", message: "this case in JSON has no `\(key)`", primary: .init(span, "`\(key)` is missing"),
        helps: [
          key == "given"
            ? #"add `"given": { … }` with the facts; it may be empty"#
            : #"add `"policy": "…"` with the name of the policy the case falls under"#
        ])
    case .jsonExponent(let text, let span):
      return Diagnostic(
        code: "R0425", message: "`\(text.count > 40 ? text.prefix(40) + "…" : text)` is written with an exponent",
        primary: .init(span, "a power of ten"), helps: ["write the number in full, with digits and at most one point"])
    case .settingIncomplete(let text, let isChoice, let span):
      return Diagnostic(
        code: "R0426", message: "`\(text)` does not say what to set to what", primary: .init(span, "no name `=` value"),
        helps: [Self.settingHelp(isChoice: isChoice)])
    case .settingKey(let text, let isChoice, let span):
      return Diagnostic(
        code: "R0426", message: "`\(text)` is not the name of a \(isChoice ? "choice" : "fact")",
        primary: .init(span, isChoice ? "no single word" : "neither a single word nor a row of a list"),
        helps: [Self.settingHelp(isChoice: isChoice)])
    }
  }

  /// The place it is about.
  var place: Span {
    switch self {
    case .unknownName(let name, _, _, _), .unknownHead(let name, _, _, _), .unknownChoice(let name, _, _),
      .unitUnknown(_, let name, _, _), .otherCurrency(let name, _), .currencyUnknown(let name, _),
      .unknownColumn(let name, _, _, _),
      .columnIsList(let name, _), .jsonUnknownKey(let name, _, _):
      name.span
    case .wrongType(_, let written, _), .unknownWord(_, let written, _, _, _), .unitMissing(_, let written, _, _),
      .unitUnfitting(_, let written, _, _, _), .notWhole(_, let written, _), .outOfBounds(_, let written, _, _, _),
      .negativeClaim(_, let written), .impossibleDate(_, let written), .tooLarge(_, let written):
      written.span
    case .twoCurrencies(_, let sum): sum.span
    case .twice(_, _, _, let span), .currencyMissing(let span), .path(_, let span), .valueWanted(_, let span),
      .columnsMissing(_, _, let span),
      .cellCount(_, _, _, let span, _), .jsonShape(_, _, let span), .jsonKeyMissing(_, let span),
      .jsonExponent(_, let span), .settingIncomplete(_, _, let span), .settingKey(_, _, let span):
      span
    }
  }

  // MARK: Pieces

  private static func settingHelp(isChoice: Bool) -> String {
    isChoice
      ? "write the choice and the option, such as `--choose wrong_goods=credit`"
      : "write a fact and its value, such as `--set cause=handling` or `--set 'lots[1].value=3_000 CNY'`"
  }

  /// A list of names in words, cut where nobody would read on.
  static func list(_ beginning: String, _ names: [String]) -> String {
    let limit = 12
    let shown = names.prefix(limit).map { "`\($0)`" }.joined(separator: ", ")
    let rest = names.count > limit ? " and \(names.count - limit) more" : ""
    return names.isEmpty ? "\(beginning): nothing" : "\(beginning): \(shown)\(rest)"
  }

  static func declaration(of target: Target) -> [Diagnostic.Label] {
    target.declaration.map { [Diagnostic.Label($0, "declared here")] } ?? []
  }

  private static func standing(_ standing: Standing, of name: String) -> String {
    switch standing {
    case .item: "`\(name)` is a head of claim; what is claimed under it stands under `claimed`"
    case .definition: "`\(name)` is worked out by the policy; state the facts it is worked out from"
    case .fact, .detail, .choice: "`\(name)` is stated under `given`"
    case .table, .split, .bar, .limit, .recourse, .party, .source, .deadline, .authority, .approval, .note, .record,
      .kind:
      "`\(name)` is \(standing == .approval || standing == .authority ? "an" : "a") \(standing.rawValue) of the policy; "
        + "a case states facts, details and choices"
    }
  }

  private static func twice(_ subject: Subject, _ name: String, _ first: Span, _ second: Span) -> Diagnostic {
    let message =
      switch subject {
      case .entry, .cell: "`\(name)` is stated twice"
      case .head: "two sums are claimed for `\(name)`"
      case .column: "there are two columns `\(name)`"
      case .caseName: "two cases of this file are called `\(name)`"
      }
    let help =
      switch subject {
      case .head: "add them up, or keep the one that is right"
      case .caseName: "give one of them another name"
      case .entry, .cell, .column: "keep the one that is right"
      }
    return Diagnostic(
      code: "R0402", message: message, primary: .init(second, "again here"), secondary: [.init(first, "first here")],
      helps: [help])
  }
}

extension Unit {
  /// A number with this unit, as a case writes it.
  func example(of number: String) -> String {
    if hasMoneyOfTheCase, let currency = Currency.named("CNY") {
      return replacing(.ofTheCase, with: currency).example(of: number)
    }
    if isNumber { return number }
    if isPlainPercent { return number + "%" }
    let name = name.split(separator: " and ").joined(separator: " per ")
    return isPercent ? number + name : number + " " + name
  }

  /// What is counted, in words: `days`, `percent`, `numbers`.
  var countedName: String {
    isNumber ? "numbers" : isPlainPercent ? "percent" : name
  }
}
