package import RedressEngine
package import RedressSyntax
import RedressValues

/// The edition of a policy that a case falls under: the one in force on its date (rule 13 of the reference).
///
/// - Parameter programs: the editions, in the order in which they came into force; a policy of one edition needs no date.
package func edition(among programs: [Program], for syntax: CaseSyntax) throws(EditionProblem) -> Program {
  guard let last = programs.last else { throw .noDate(syntax.policy, fact: nil, count: 0) }
  if programs.count == 1 { return last }
  var date: CivilDate?
  for program in programs {
    guard let day = program.date(of: syntax) else { continue }
    if program.isInForce(on: day) { return program }
    date = day
  }
  guard let date else {
    let fact = last.datedBy.map { last.schema.facts[$0].name }
    throw .noDate(syntax.policy, fact: fact, count: programs.count)
  }
  let periods = programs.map { EditionProblem.Period(from: $0.inForceFrom, until: $0.inForceUntil) }
  throw .notInForce(syntax.policy, date: date, periods: periods)
}

extension Program {
  /// The day a case states for the fact the policy is dated by, or its own date.
  fileprivate func date(of syntax: CaseSyntax) -> CivilDate? {
    if let datedBy, schema.facts.indices.contains(datedBy) {
      let fact = schema.facts[datedBy].name
      for entry in syntax.given where entry.key.count == 1 && entry.key[0].name.text == fact {
        guard case .value(let value) = entry.content else { continue }
        switch value.form {
        case .date(let text): return CivilDate(text)
        case .time(let text): return CivilDate(text.prefix(10))
        default: continue
        }
      }
    }
    return syntax.dated.flatMap { CivilDate($0.text) }
  }

  fileprivate func isInForce(on day: CivilDate) -> Bool {
    inForceFrom.map { $0 <= day } ?? true && inForceUntil.map { day <= $0 } ?? true
  }
}
