import RedressCases
import RedressDiagnostics
import RedressEngine
import RedressSyntax
import RedressValues

/// What a command lays over the cases it reads: `--set`, `--choose` and `--on`.
struct CaseChanges {
  fileprivate let settings: CaseSettings
  /// The date as a place in the command line has it.
  fileprivate let date: Name?
  /// Options that cannot be read.
  var problems: [Diagnostic] { settings.problems }

  /// A case as it would stand under the changes.
  func applied(to syntax: CaseSyntax, of program: Program) -> (syntax: CaseSyntax, problems: [CaseProblem]) {
    let (changed, problems) = overriding(syntax, with: settings, for: program)
    guard let date else { return (changed, problems) }
    var given = changed.given
    if let position = program.datedBy, program.schema.facts.indices.contains(position) {
      let fact = Name(program.schema.facts[position].name, date.span)
      given.removeAll { $0.key.count == 1 && $0.key[0].index == nil && $0.key[0].name.text == fact.text }
      given.append(
        GivenSyntax(
          key: [GivenSyntax.Step(name: fact, index: nil)], keySpan: date.span,
          content: .value(CaseValueSyntax(.date(date.text), date.span))))
    }
    let dated = CaseSyntax(
      name: changed.name, label: changed.label, policy: changed.policy, currency: changed.currency, dated: date,
      claimed: changed.claimed, given: given, expectations: changed.expectations, notation: .caseFile)
    return (dated, problems)
  }
}

extension Book {
  /// Reads the options of a command that change its cases; they become texts that diagnostics can point at.
  mutating func changes(set: [String], choose: [String], date: CivilDate?) -> CaseChanges {
    let name = date.map { date in
      let text = "\(date)"
      return Name(text, Span(add(SourceText(name: "--on", text: text)), 0, text.utf8.count))
    }
    return CaseChanges(settings: readSettings(set: set, choose: choose, into: &texts), date: name)
  }
}

/// The date an option names; `today` is the only way the clock gets in.
func civilDate(_ text: String, option: String, on console: Console) throws(CommandProblem) -> CivilDate {
  if let date = text == "today" ? console.today() : CivilDate(text) { return date }
  throw .notADate(option: option, text: text)
}
