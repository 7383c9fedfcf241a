import RedressBook
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
  /// The texts the options became.
  fileprivate let sources: Range<Int>
  /// Options that cannot be read.
  var problems: [Diagnostic] { settings.problems }

  /// Whether a place lies in an option.
  func contains(_ place: Span) -> Bool { sources.contains(Int(place.source.index)) }

  /// A case as it would stand under the changes.
  func applied(to syntax: CaseSyntax, of program: Program) -> (syntax: CaseSyntax, problems: [CaseProblem]) {
    var (changed, problems) = overriding(syntax, with: settings, for: program)
    guard let date else { return (changed, problems) }
    var given = changed.given
    if let position = program.datedBy, program.schema.facts.indices.contains(position) {
      let fact = Name(program.schema.facts[position].name, date.span)
      let statesFact = { (entry: GivenSyntax) in
        entry.key.count == 1 && entry.key[0].index == nil && entry.key[0].name.text == fact.text
      }
      if let first = given.first(where: statesFact), contains(first.keySpan) {
        problems.append(.twice(.entry, name: fact.text, first: first.keySpan, second: date.span))
      }
      given.removeAll(where: statesFact)
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
    let first = texts.all.count
    let name = date.map { date in
      let text = "\(date)"
      return Name(text, Span(add(SourceText(name: "--on", text: text)), 0, text.utf8.count))
    }
    let settings = readSettings(set: set, choose: choose, into: &texts)
    return CaseChanges(settings: settings, date: name, sources: first..<texts.all.count)
  }
}

/// The date an option names; `today` is the only way the clock gets in.
func civilDate(_ text: String, option: String, on console: Console) throws(CommandProblem) -> CivilDate {
  if let date = text == "today" ? console.today() : CivilDate(text) { return date }
  throw .notADate(option: option, text: text)
}
