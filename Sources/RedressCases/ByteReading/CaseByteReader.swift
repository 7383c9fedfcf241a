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
    drafts = zip(editions, plans).map { CaseDraft($0, $1.tables) }
    self.editions = editions
    latest = editions.count - 1
  }

  /// The edition the last case falls under: a position among those given.
  package var edition: Int { latest }

  /// What the last case stated.
  package var facts: Facts { drafts[latest].facts }

  /// Where the name of the last case stands in the bytes it was read from, between its quotation marks: valid UTF-8
  /// without control characters, quotation marks and backslashes. Nil if the case has none.
  package private(set) var nameRange: Range<Int>?

  /// The name of the last case, which was read from these bytes; a case without a name is called `case`.
  package func name(in bytes: [UInt8]) -> String {
    guard let range = nameRange, range.upperBound <= bytes.count else { return "case" }
    return String(decoding: bytes[range], as: UTF8.self)
  }

  /// Reads the case that stands in a range of the bytes; false where the ordinary path has to read it.
  package mutating func read(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
    let line = line.clamped(to: 0..<bytes.count)
    do {
      let isThere: Void? = try LineBytes.look(at: line, of: bytes) { line throws(NotPlain) in try read(line) }
      guard isThere != nil else { return false }
      nameRange = drafts[latest].name.map { $0.lowerBound + line.lowerBound..<$0.upperBound + line.lowerBound }
      return true
    } catch {
      return false
    }
  }

  private mutating func read(_ line: LineBytes) throws(NotPlain) {
    try plans[latest].read(line, into: &drafts[latest])
    guard editions.count > 1 else { return }
    let edition = try editionInForce()
    guard edition != latest else { return }
    latest = edition
    try plans[latest].read(line, into: &drafts[latest])
    guard try editionInForce() == latest else { throw NotPlain() }
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
