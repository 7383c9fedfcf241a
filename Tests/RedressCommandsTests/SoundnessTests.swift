import Foundation
import RedressCases
import RedressChecker
import RedressCompiler
import RedressDiagnostics
import RedressEngine
import RedressSyntax
import RedressValues
import Testing

/// Rule 12 of the reference: what is certain without some facts stays true whatever they turn out to be.
///
/// Stated facts of a fixture are taken away, one to three at a time. A line that is not pending then has the same
/// amount as with all facts; the range of a pending one holds that amount.
@Suite struct SoundnessTests {
  /// One run a fixture; the seed of a failure stands in its message.
  @Test(arguments: RepositoryCases.all) func `forgetting facts never makes a line wrong`(fixture: RepositoryCase) throws
  {
    var generator = Seeded(seed: 20_260_101 &+ UInt64(fixture.order))
    guard let complete = fixture.quote(fixture.facts) else { return }
    let stated = fixture.facts.values.indices.filter { fact in
      if case .notStated = fixture.facts.values[fact] { false } else { true }
    }
    guard !stated.isEmpty else { return }
    for round in 0..<40 {
      var facts = fixture.facts
      var forgotten: [String] = []
      for _ in 0..<(1 + Int(generator.next() % 3)) {
        let fact = stated[Int(generator.next() % UInt64(stated.count))]
        facts.values[fact] = .notStated
        forgotten.append(fixture.program.schema.facts[fact].name)
      }
      for table in facts.tables.indices where !facts.tables[table].cells.isEmpty && generator.next() % 2 == 0 {
        let cell = Int(generator.next() % UInt64(facts.tables[table].cells.count))
        facts.tables[table].cells[cell] = .notStated
        forgotten.append("cell \(cell)")
      }
      // A default may stand in for what was forgotten, and an optional fact is absent then: both change the case.
      let changes = fixture.program.schema.facts.enumerated().contains { index, attributes in
        (attributes.defaultValue != nil || attributes.isOptional) && forgotten.contains(attributes.name)
      }
      if changes { continue }
      guard let partial = fixture.quote(facts) else {
        Issue.record("round \(round): without \(forgotten) the case is refused, with them it is not")
        continue
      }
      compare(partial, complete, "round \(round), without \(forgotten.joined(separator: ", "))")
    }
  }

  private func compare(_ partial: Quote, _ complete: Quote, _ comment: String) {
    for proposal in partial.proposals {
      guard
        let other = complete.proposals.first(where: { other in
          other.choices.allSatisfy { taken in
            proposal.choices.first { $0.choice == taken.choice }.map { $0.option == taken.option } ?? true
          }
        })
      else { continue }
      for line in proposal.lines {
        let same = other.lines.first { $0.item == line.item && ($0.element == line.element || $0.element == nil) }
        // A case that leaves facts open itself says nothing of what waits for them.
        if same?.status == .pending { continue }
        let amount = same?.payable ?? .zero
        if line.status == .pending {
          // One line stands for a whole list nobody has stated.
          if line.element == nil, other.lines.filter({ $0.item == line.item }).count > 1 { continue }
          if let low = line.range?.low { #expect(low <= amount, "\(comment): \(line.item) below its range") }
          if let high = line.range?.high { #expect(amount <= high, "\(comment): \(line.item) above its range") }
          #expect(!line.needs.isEmpty, "\(comment): \(line.item) is pending and waits for nothing")
        } else {
          #expect(line.payable == amount, "\(comment): \(line.item)")
        }
      }
    }
  }
}

/// A small generator whose numbers follow from its seed.
struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var result = state
    result = (result ^ (result >> 30)) &* 0xBF58_476D_1CE4_E5B9
    result = (result ^ (result >> 27)) &* 0x94D0_49BB_1331_11EB
    return result ^ (result >> 31)
  }
}
