import RedressDiagnostics
import RedressSyntax
import RedressValues

/// The policies of a book by name; several of one name are its editions.
struct Editions {
  /// The days a policy is in force, both included; nil: without beginning, without end.
  struct Period {
    let from: CivilDate?
    let until: CivilDate?

    func contains(_ other: Period) -> Bool {
      let beginsInTime = from.map { first in other.from.map { first <= $0 } ?? false } ?? true
      let endsInTime = until.map { last in other.until.map { $0 <= last } ?? false } ?? true
      return beginsInTime && endsInTime
    }
  }

  private let policies: [PolicySyntax]
  private let periods: [Period]
  private var positionsByName: [String: [Int]] = [:]

  init(_ book: RuleBookSyntax) {
    policies = book.policies
    periods = book.policies.map(\.period)
    for (index, policy) in policies.enumerated() { positionsByName[policy.name.text, default: []].append(index) }
    let periods = periods
    positionsByName = positionsByName.mapValues { positions in
      positions.sorted { (periods[$0].order, $0) < (periods[$1].order, $1) }
    }
  }

  /// By the days they are in force from.
  func positions(of name: String) -> [Int] { positionsByName[name] ?? [] }

  /// The one that `use` means: the only one, or the edition that covers all days of the policy that uses it. `isClear` is
  /// false where no edition does.
  func used(_ name: String, by policy: Int) -> (position: Int, isClear: Bool)? {
    let all = positions(of: name)
    guard let first = all.first else { return nil }
    guard all.count > 1 else { return (first, true) }
    let covering = all.first { periods[$0].contains(periods[policy]) }
    return covering.map { ($0, true) } ?? (first, false)
  }

  /// Editions that nothing tells apart, that overlap, or between which no edition is in force.
  func problems() -> [CheckProblem] {
    var result: [CheckProblem] = []
    for (index, policy) in policies.enumerated() where positions(of: policy.name.text).first == index {
      let all = positions(of: policy.name.text)
      // The one that lasts longest of those so far.
      var last = index
      for next in all.dropFirst() {
        if let problem = problem(last, next) { result.append(problem) }
        guard let end = periods[last].until else { continue }
        if periods[next].until.map({ $0 > end }) ?? true { last = next }
      }
    }
    return result
  }

  private func problem(_ first: Int, _ second: Int) -> CheckProblem? {
    let (earlier, later) = (periods[first], periods[second])
    let (name, other) = (policies[second].name, policies[first].name)
    guard let from = later.from else {
      // In the order of the files: the one met later is the one too many.
      let (last, before) = first < second ? (name, other) : (other, name)
      return .declaring(.policyTwice(last, first: before.span))
    }
    guard let until = earlier.until, until < from else {
      let isLaterStart = earlier.from.map { $0 < from } ?? true
      let mend = isLaterStart ? from.adding(days: -1)?.description : nil
      if earlier.from == nil, earlier.until == nil {
        return .declaring(.policyTwice(name, first: other.span))
      }
      return .dating(.editionsOverlap(name, first: other, mend: mend))
    }
    guard let start = until.adding(days: 1), start < from, let end = from.adding(days: -1) else { return nil }
    return .dating(.editionsGap(name, first: other, from: start.description, to: end.description))
  }
}

extension Editions.Period {
  fileprivate var order: Int { from.map { Int($0.dayNumber) } ?? .min }
}

extension PolicySyntax {
  /// When it is in force; a day that does not exist is reported where the policy is checked.
  var period: Editions.Period {
    for case .inForce(let from, let until, _) in headers {
      return .init(from: CivilDate(from.text), until: until.flatMap { CivilDate($0.text) })
    }
    return .init(from: nil, until: nil)
  }
}
