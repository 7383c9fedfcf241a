import RedressCases
import RedressEngine
import RedressSyntax

/// The facts that named things of a policy read, with what a case states of them.
struct FactReadings {
  private let schema: Schema
  private let readers: [Reads.Reader]
  private let given: [GivenSyntax]

  init(of fixture: Fixture) {
    schema = fixture.program.schema
    readers = Reads(of: fixture.program).readers
    given = fixture.syntax.given
  }

  /// Every fact the thing of this name rests on, directly or through others, in the order of the policy.
  func readings(of name: String) -> [Difference.Reading] {
    var names = [name]
    var next = 0
    while next < names.count {
      let reads = readers.first { $0.name == names[next] }?.names ?? []
      for read in reads where !names.contains(read) { names.append(read) }
      next += 1
    }
    return schema.facts.filter { names.contains($0.name) && $0.name != name }.map(reading)
  }

  private func reading(_ fact: Schema.Attributes) -> Difference.Reading {
    let entry = given.first { $0.key.count == 1 && $0.key[0].index == nil && $0.key[0].name.text == fact.name }
    switch entry?.content {
    case _ where fact.isPrivate: return Difference.Reading(fact: fact.name, value: "(private)", origin: .stated)
    case .value(let value)?: return Difference.Reading(fact: fact.name, value: value.caseText, origin: .stated)
    case .rows(_, let rows)?:
      return Difference.Reading(
        fact: fact.name, value: rows.count == 1 ? "1 row" : "\(rows.count) rows", origin: .stated)
    case nil:
      let isAssumed = fact.defaultValue != nil
      return Difference.Reading(
        fact: fact.name, value: isAssumed ? "its default" : "(not stated)", origin: isAssumed ? .assumed : .unknown)
    }
  }
}
