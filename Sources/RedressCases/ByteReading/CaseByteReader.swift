package import RedressEngine
import RedressValues

/// Reads cases from the bytes of JSON lines straight into facts, as far as they are plainly right. It takes what the
/// ordinary path takes, or nothing: there alone stands what is wrong with a line, so that every message has one place.
///
/// Storage is kept from case to case: one reader for each worker.
package struct CaseByteReader: Sendable {
  /// By edition.
  private let plans: [ReadingPlan]
  private var drafts: [CaseDraft]
  private let editions: [Program]
  /// The edition of the last case, which the next one is likely to fall under, too.
  private var latest: Int

  /// Nil for a policy whose cases only the ordinary path can read.
  ///
  /// - Parameter editions: of one policy, in the order in which they came into force.
  package init?(_ editions: [Program]) {
    guard !editions.isEmpty else { return nil }
    // Which edition a case falls under must be plain from the facts read by any of them.
    let dates = editions.map { edition in edition.datedBy.map { edition.schema.facts[$0].name } }
    guard dates.allSatisfy({ $0 == dates[0] }) else { return nil }
    var plans: [ReadingPlan] = []
    for edition in editions {
      guard let plan = ReadingPlan(edition) else { return nil }
      plans.append(plan)
    }
    self.plans = plans
    drafts = editions.map { CaseDraft($0) }
    self.editions = editions
    latest = editions.count - 1
  }

  /// The edition the last case falls under: a position among those given.
  package var edition: Int { latest }

  /// What the last case stated.
  package var facts: Facts { drafts[latest].facts }

  /// The name of the last case.
  package var name: String { drafts[latest].name }

  /// Reads the case that stands in a range of the bytes; false where the ordinary path has to read it.
  package mutating func read(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
    do {
      try plans[latest].read(bytes, line, into: &drafts[latest])
      guard editions.count > 1 else { return true }
      let edition = try editionInForce()
      if edition == latest { return true }
      latest = edition
      try plans[latest].read(bytes, line, into: &drafts[latest])
      return try editionInForce() == latest
    } catch {
      return false
    }
  }

  /// The edition in force on the date of what was read.
  private func editionInForce() throws(NotPlain) -> Int {
    guard let day = day else { throw NotPlain() }
    let position = editions.firstIndex { edition in
      edition.inForceFrom.map { $0 <= day } ?? true && edition.inForceUntil.map { day <= $0 } ?? true
    }
    guard let position else { throw NotPlain() }
    return position
  }

  private var day: CivilDate? {
    let facts = drafts[latest].facts
    guard let fact = editions[latest].datedBy, case .ordinal(let ordinal) = facts.values[fact] else {
      return facts.dated
    }
    guard editions[latest].schema.facts[fact].type == .time else { return CivilDate(dayNumber: Int(ordinal)) }
    return CivilTime(minuteNumber: Int(ordinal)).date
  }
}
