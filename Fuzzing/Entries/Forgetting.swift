import RedressDiagnostics
import RedressEngine
import RedressValues

/// What a case comes to with some of its facts forgotten must leave room for what it comes to with them: a line that
/// is not pending has the same amount, a pending one has it in its range.
struct Forgetting {
  let program: Program

  func run(_ facts: Facts, _ source: inout ByteSource) -> [String] {
    // Sums of what is partly unknown give up early where they outgrow exact arithmetic, and then leave more open.
    guard hasMoneyOfThisWorld(facts) else { return [] }
    // Settled choices make one proposal of each case, so that two can be compared. A date of the case's own would take
    // the place of a forgotten one.
    var facts = facts
    facts.dated = nil
    for index in facts.choices.indices where facts.choices[index] == nil { facts.choices[index] = 0 }
    guard let full = proposal(facts) else { return [] }
    var broken: [String] = []
    for _ in 0..<3 {
      let (forgotten, names) = forgetting(some: &source, of: facts)
      if names.isEmpty { continue }
      let found: [String]
      do throws(Refusal) {
        found = compare(try propose(program, for: forgotten, case: "", label: nil, explaining: false), with: full)
      } catch {
        found = isOutgrown(error) ? [] : ["it is refused: \(error.diagnostic.message)"]
      }
      broken += found.map { "without \(names.joined(separator: ", ")): \($0)" }
    }
    return broken
  }

  private func hasMoneyOfThisWorld(_ facts: Facts) -> Bool {
    (facts.values + facts.tables.flatMap(\.cells)).allSatisfy { stated in
      if case .number(let number) = stated { number.magnitude.numerator >> 64 == 0 } else { true }
    }
  }

  private func proposal(_ facts: Facts) -> Proposal? {
    let quote = try? propose(program, for: facts, case: "", label: nil, explaining: false)
    return quote?.proposals.first
  }

  /// With less known there may be more to compute, and at the end of time or of exact arithmetic that may fail.
  private func isOutgrown(_ refusal: Refusal) -> Bool {
    switch refusal {
    case .overflow, .tooLaborious, .dateOutOfRange: true
    default: false
    }
  }

  // MARK: Forgetting

  /// One to three stated facts or cells less. Those with a default or optional ones stay: without them the case would
  /// say something else, not less.
  private func forgetting(some source: inout ByteSource, of facts: Facts) -> (Facts, [String]) {
    var places: [(name: String, forget: (inout Facts) -> Void)] = []
    for (index, attributes) in program.schema.facts.enumerated() where isForgettable(attributes, facts.values[index]) {
      places.append((attributes.name, { $0.values[index] = .notStated }))
    }
    for (record, table) in facts.tables.enumerated() where table.fieldCount > 0 {
      for (position, cell) in table.cells.enumerated() {
        let field = program.schema.records[record].fields[position % table.fieldCount]
        guard isForgettable(field, cell) else { continue }
        let row = facts.rowName(position / table.fieldCount, of: record, in: program.schema)
        let name = "\(row ?? "?").\(field.name)"
        places.append((name, { $0.tables[record].cells[position] = .notStated }))
      }
    }
    var forgotten = facts
    var names: [String] = []
    guard !places.isEmpty else { return (forgotten, names) }
    for _ in 0...source.choice(of: 3) {
      let place = places[source.choice(of: places.count)]
      place.forget(&forgotten)
      names.append(place.name)
    }
    return (forgotten, names)
  }

  private func isForgettable(_ attributes: Schema.Attributes, _ stated: Facts.Stated) -> Bool {
    if case .notStated = stated { return false }
    return attributes.defaultValue == nil && !attributes.isOptional
  }

  // MARK: Comparing

  private struct Place: Hashable {
    let item: String
    let element: Int?
  }

  private func compare(_ quote: Quote, with full: Proposal) -> [String] {
    guard let less = quote.proposals.first, quote.proposals.count == 1 else {
      return ["settled choices give \(quote.proposals.count) proposals"]
    }
    var broken: [String] = []
    let whole = byPlace(full.lines)
    let left = byPlace(less.lines)
    for line in less.lines {
      let there = whole[Place(item: line.item, element: line.element)]
      if line.status == .pending {
        // A list nobody has stated is one line for all its elements.
        if line.element == nil, program.items.contains(where: { $0.name == line.item && $0.loop != nil }) { continue }
        broken += outside(line, there)
      } else if let payable = line.payable {
        if let there, there.status == .pending {
          broken.append("\(name(line)) comes to \(payable), but is pending with more known")
        } else if payable != there?.payable ?? .zero {
          broken.append("\(name(line)) comes to \(payable), but to \(amount(there)) with more known")
        }
      }
    }
    for line in full.lines where line.payable?.isPositive == true {
      let isThere = left[Place(item: line.item, element: line.element)] != nil
      let isOpen = left[Place(item: line.item, element: nil)]?.status == .pending
      if !isThere, !isOpen { broken.append("\(name(line)) is missing") }
    }
    if less.totals.isComplete, less.totals.payable != full.totals.payable {
      broken.append("the complete total is \(less.totals.payable), but \(full.totals.payable) with more known")
    }
    broken += remarks(less.approvals, full.approvals) + remarks(less.notes, full.notes)
    for (mine, theirs) in zip(less.deadlines, full.deadlines) where mine.at != nil && mine.at != theirs.at {
      broken.append("the deadline \(mine.name) is \(mine.at ?? ""), but \(theirs.at ?? "open") with more known")
    }
    return broken
  }

  /// Whether what a line comes to with more known lies outside the range it has now.
  private func outside(_ line: Line, _ there: Line?) -> [String] {
    // What is not bounded with more known was too large to be calculated: that says nothing.
    if let there, there.payable == nil, there.range?.low == nil || there.range?.high == nil { return [] }
    let low = there.map { $0.payable ?? $0.range?.low } ?? .zero
    let high = there.map { $0.payable ?? $0.range?.high } ?? .zero
    var broken: [String] = []
    if let bound = line.range?.low, low.map({ $0 < bound }) ?? true {
      broken.append("\(name(line)) is at least \(bound), but \(amount(there)) with more known")
    }
    if let bound = line.range?.high, high.map({ $0 > bound }) ?? true {
      broken.append("\(name(line)) is at most \(bound), but \(amount(there)) with more known")
    }
    return broken
  }

  private func remarks(_ less: [Proposal.Remark], _ full: [Proposal.Remark]) -> [String] {
    var broken: [String] = []
    for remark in less where !remark.isUncertain {
      if !full.contains(where: { $0.name == remark.name && !$0.isUncertain }) {
        broken.append("\(remark.name) holds, but not with more known")
      }
    }
    for remark in full where !less.contains(where: { $0.name == remark.name }) {
      broken.append("\(remark.name) does not hold, but may with more known")
    }
    return broken
  }

  private func byPlace(_ lines: [Line]) -> [Place: Line] {
    Dictionary(lines.map { (Place(item: $0.item, element: $0.element), $0) }) { first, _ in first }
  }

  private func name(_ line: Line) -> String { line.element.map { "\(line.item)[\($0)]" } ?? line.item }

  private func amount(_ line: Line?) -> String {
    guard let line else { return "nothing" }
    if let payable = line.payable { return "\(payable)" }
    return "\(line.range?.low?.description ?? "…") to \(line.range?.high?.description ?? "…")"
  }
}
