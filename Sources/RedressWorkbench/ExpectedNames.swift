import RedressCases
import RedressDiagnostics
import RedressEngine
import RedressSyntax
import RedressValues

/// What is wrong with the expectations of a fixture before anything is calculated: a name the policy does not have
/// would make an expectation hold, or fail, for the wrong reason.
///
/// - Parameter currency: what the case is settled in; nil where that is not known.
func problems(
  of expectations: [ExpectationSyntax], in fixture: Fixture, currency: Currency?
) -> [FixtureProblem] {
  guard !expectations.isEmpty else { return [.noExpectation(caseName: fixture.syntax.name)] }
  let names = ExpectedNames(of: fixture.program, currency: currency)
  return expectations.flatMap { expectation in
    var empty: [FixtureProblem] = []
    if case .proposal(_, let entries) = expectation.form, entries.isEmpty {
      empty.append(.emptyExpectation(keyword: expectation.keyword))
    }
    return empty + names.problems(of: expectation)
  }
}

/// What is wrong with the names of expectations, some of which may not have been read.
func problems(
  ofNamesIn expectations: [ExpectationSyntax], in fixture: Fixture, currency: Currency?
) -> [FixtureProblem] {
  expectations.flatMap(ExpectedNames(of: fixture.program, currency: currency).problems)
}

/// The names a policy offers to expectations.
private struct ExpectedNames {
  let program: Program
  /// Nil where it is not known; amounts are not held against it then.
  let currency: Currency?
  let items: [String]
  /// Names that stand for one amount.
  let limits: [String]
  let recourses: [String]
  let figures: [Program.Definition]
  let branches: [String]

  init(of program: Program, currency: Currency?) {
    self.program = program
    self.currency = currency
    items = program.items.map(\.name)
    limits = program.limits.map(\.name)
    recourses = program.recourses.map(\.name)
    figures = program.definitions.filter(\.isFigure)
    branches = program.branchNames
  }

  func problems(of expectation: ExpectationSyntax) -> [FixtureProblem] {
    guard case .proposal(let settings, let entries) = expectation.form else { return [] }
    return settings.flatMap(problems) + entries.flatMap(problems)
  }

  func problems(of setting: ExpectationSyntax.Setting) -> [FixtureProblem] {
    guard let choice = program.choices.first(where: { $0.name == setting.choice.text }) else {
      return [.unknownName(.choice, setting.choice, known: program.choices.map(\.name))]
    }
    if choice.options.contains(setting.option.text) { return [] }
    return [.unknownOption(choice: setting.choice, setting.option, known: choice.options)]
  }

  func problems(of entry: ExpectationSyntax.Entry) -> [FixtureProblem] {
    switch entry.form {
    case .item(let name, let line, let outcome): problems(of: name, line, outcome, entry.span)
    case .approval(let name, _): unknown(.approval, name, among: program.approvals.map(\.name))
    case .note(let name, _): unknown(.note, name, among: program.notes.map(\.name))
    case .deadline(let name, let value):
      unknown(.deadline, name, among: program.deadlines.map(\.name))
        + (instant(of: value) == nil && !value.isMissing ? [.deadlineWithoutDate(name, value)] : [])
    case .authority(let name):
      unknown(.authority, name, among: program.authorities.flatMap(\.levels).map(\.name).removingDuplicates)
    case .nothingElse: []
    }
  }

  private func problems(
    of name: Name, _ line: Name?, _ outcome: ExpectationSyntax.Outcome, _ span: Span
  ) -> [FixtureProblem] {
    if NamedTotal(rawValue: name.text) != nil {
      guard case .amount(let value, isAssessed: false, remedy: nil) = outcome, line == nil else {
        return [.totalWithoutAmount(name, span)]
      }
      return problems(ofAmount: value)
    }
    if let figure = figures.first(where: { $0.name == name.text }) {
      return problems(ofFigure: figure, name, line, outcome, span)
    }
    if limits.contains(name.text) || recourses.contains(name.text) {
      return problems(ofSum: name, line, outcome, mayWait: recourses.contains(name.text), span)
    }
    let totals = NamedTotal.allCases.map(\.rawValue) + limits + recourses + figures.map(\.name)
    let number = line.flatMap { Int($0.text) }
    return unknown(.item, name, among: items, besides: totals)
      + (line.map { number ?? 0 < 1 ? [.noSuchLine($0)] : [] } ?? [])
      + problems(of: outcome, of: name.text)
  }

  /// Of a limit or a recourse an amount is expected, or that there is none.
  private func problems(
    ofSum name: Name, _ line: Name?, _ outcome: ExpectationSyntax.Outcome, mayWait: Bool, _ span: Span
  ) -> [FixtureProblem] {
    switch outcome {
    case .amount(let value, isAssessed: false, remedy: nil) where line == nil: return problems(ofAmount: value)
    case .absent where line == nil: return []
    case .pending where line == nil && mayWait: return problems(of: outcome, of: name.text)
    default: return [.totalWithoutAmount(name, span)]
    }
  }

  private func problems(
    ofFigure figure: Program.Definition, _ name: Name, _ line: Name?, _ outcome: ExpectationSyntax.Outcome,
    _ span: Span
  ) -> [FixtureProblem] {
    switch outcome {
    case .amount(let value, isAssessed: false, remedy: nil) where line == nil:
      if case .quantity(let unit) = figure.type, unit.currencyCode == program.currency.code {
        return problems(ofAmount: value)
      }
      return value.isMissing || expectedNumber(value, as: figure.type, by: program, in: currency) != nil
        ? [] : [.wrongFigure(name, value, value: example(of: figure.type))]
    case .pending where line == nil: return problems(of: outcome, of: name.text)
    default: return [.totalWithoutAmount(name, span)]
    }
  }

  /// A value of a figure's type as an expectation would write it.
  private func example(of type: ValueType) -> String? {
    guard case .quantity(let unit) = type else { return nil }
    let shown = currency.map { unit.replacing(.ofTheCase, with: $0) } ?? unit
    return quantityText((try? unit.scale) ?? .one, unit: shown)
  }

  private func problems(of outcome: ExpectationSyntax.Outcome, of item: String) -> [FixtureProblem] {
    switch outcome {
    case .amount(let value, _, let remedy):
      let remedies = Remedy.allCases.map(\.rawValue)
      var problems = problems(ofAmount: value)
      if let remedy, !remedies.contains(remedy.text) { problems.append(.unknownRemedy(remedy, known: remedies)) }
      return problems
    case .status(_, let because): return because.compactMap { problem(of: $0, on: item) }
    case .pending(let keys):
      return keys.flatMap { key in
        let fact = Name(String(key.text.prefix { $0 != "[" && $0 != "." }), key.span)
        return unknown(.fact, fact, among: program.schema.facts.map(\.name))
      }
    case .absent: return []
    }
  }

  private func problems(ofAmount value: CaseValueSyntax) -> [FixtureProblem] {
    if value.isMissing { return [] }
    guard let code = currency?.code else { return [] }
    guard case .quantity(let quantity, _) = value.form, !quantity.isPercent, let amount = amount(of: value) else {
      return [.otherCurrency(value, currency: code)]
    }
    // The literal 0 fits every unit (rule 3).
    if quantity.unit == nil && amount.isZero { return [] }
    let isMoney = quantity.unit?.divisors.isEmpty == true && quantity.unit?.numerator?.text == code
    return isMoney ? [] : [.otherCurrency(value, currency: code)]
  }

  /// A branch by its full name, or by the part behind the dot where only one branch of the policy, or only one of the
  /// item's own, ends so.
  private func problem(of branch: ExpectationSyntax.Branch, on item: String) -> FixtureProblem? {
    if branches.contains(branch.text) || branches.contains("\(item).\(branch.text)") { return nil }
    let meanings = branches.filter { $0.answers(to: branch.text) }
    // An exception that waives several steps of one limit is one.
    switch Set(meanings.map(\.firstAndLastPart)).count {
    case 1: return nil
    case 0: return .unknownBranch(branch, known: branches + branches.compactMap(\.partBehindTheDot))
    default: return .ambiguousBranch(branch, meanings: meanings)
    }
  }

  private func unknown(
    _ subject: FixtureProblem.Subject, _ name: Name, among known: [String], besides others: [String] = []
  ) -> [FixtureProblem] {
    if known.contains(name.text) { return [] }
    // A total is suggested where one was nearly written; it is not listed among the items.
    let isNearOther = nearest(to: name.text, among: known) == nil && nearest(to: name.text, among: others) != nil
    return [.unknownName(subject, name, known: isNearOther ? others : known)]
  }
}

extension CaseValueSyntax {
  fileprivate var isMissing: Bool {
    if case .missing = form { true } else { false }
  }
}

extension Program {
  /// Every name by which a result or an expectation may speak of a way a ruling falls (rule 17), in the order of the
  /// program, each once.
  package var branchNames: [String] {
    var names: [String] = []
    names += explainedBranchNames
    for split in splits { names += split.ruling.branchNames }
    for item in items {
      names += item.ruling.branchNames + item.steps.flatMap(\.branchNames)
      // What a claimed head that does not arise is denied by.
      if item.condition != nil { names.append("\(item.name).when") }
      if item.loop != nil { names.append("\(item.name).where") }
    }
    for bar in bars { names += [bar.name] + bar.grounds.map(\.branch.name) + bar.exceptions.map(\.branch.name) }
    for recourse in recourses { names += recourse.ruling.branchNames + recourse.steps.flatMap(\.branchNames) }
    for deadline in deadlines { names += deadline.ruling.branchNames }
    return names.removingDuplicates
  }
}

extension Program {
  /// The branches of what lines rest on at some remove: they are found in explanations.
  var explainedBranchNames: [String] {
    var names: [String] = []
    for definition in definitions { names += definition.ruling.branchNames + definition.steps.flatMap(\.branchNames) }
    for table in tables {
      names += (table.editions.flatMap(\.rows) + [table.otherwise].compactMap { $0 }).map(\.branch.name)
    }
    for tiers in tiers { names += tiers.bands.map(\.branch.name) }
    for limit in limits { names += limit.steps.flatMap(\.branchNames) }
    return names
  }
}

extension Program.Ruling {
  fileprivate var branchNames: [String] {
    [branch.name] + later.map(\.branch.name) + exceptions.map(\.branch.name)
  }
}

extension Program.Step {
  fileprivate var branchNames: [String] { [branch.name] + exceptions.map(\.branch.name) }
}
