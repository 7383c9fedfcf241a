import RedressDiagnostics
import RedressSyntax
import RedressValues

/// Looks for two exceptions of one ruling that can hold together, say different things, and do not say which prevails.
///
/// Whether two conditions can hold together is judged over kinds, yes and no, and comparisons of one value with constants;
/// whatever else they ask counts as free to go either way.
struct ConflictChecker {
  /// Enough for any ruling that a person can keep in mind.
  private static let mostSteps = 100_000
  /// More conflicts of one ruling come from one cause.
  private static let mostShown = 8

  let policy: CheckedPolicy
  /// Exceptions of which not everything is known, by the place of their name: nothing is said of them.
  private let unresolved: Set<Span>
  var builder: TermBuilder
  var problems: [CheckProblem] = []
  /// By term: the type of what conditions ask about.
  var types: [Int: ValueType] = [:]
  var notedDefinitions: Set<Int> = []

  init(policy: CheckedPolicy, variableRecords: [Int], unresolved: Set<Span>) {
    self.policy = policy
    self.unresolved = unresolved
    builder = TermBuilder(policy: policy, variableRecords: variableRecords, keepsNames: true)
  }

  mutating func run() {
    // In their order, so that none has to be followed far.
    for (index, definition) in policy.definitions.enumerated() where definition.parameters.isEmpty {
      _ = builder.definition(index)
      if definition.type == .yesOrNo { note(definition: index) }
    }
    for (index, definition) in policy.definitions.enumerated() {
      var environment = TermBuilder.Environment()
      environment.definition = index
      look(definition.ruling.exceptions, of: definition.name, environment) { builder, value in
        .amount(builder.term(value, environment))
      }
      look(definition.steps, of: definition.name, environment)
    }
    for split in policy.splits {
      look(split.ruling.exceptions, of: split.name, .init()) { builder, shares in
        .shares(
          shares.shares.map { share in
            .init(party: share.party, value: share.value.map { builder.term($0, .init()) })
          }, isInProportion: shares.isInProportion)
      }
    }
    for item in policy.items {
      look(item.ruling.exceptions, of: item.name, .init()) { builder, payment in
        Self.said(payment, &builder)
      }
      look(item.steps, of: item.name, .init())
    }
    for deadline in policy.deadlines {
      look(deadline.ruling.exceptions, of: deadline.name, .init()) { builder, value in
        .amount(builder.term(value, .init()))
      }
    }
  }

  /// What an exception says, so that two that say the same agree.
  private enum Said: Hashable {
    struct Share: Hashable {
      let party: Int
      let value: Int?
    }

    case amount(Int)
    case shares([Share], isInProportion: Bool)
    case payment(Int, remedy: Int?, fixed: Remedy?)
    case right(Span)
    case apology, nothing, waived
  }

  private static func said(_ payment: CheckedPolicy.Payment, _ builder: inout TermBuilder) -> Said {
    switch payment {
    case .apology: return .apology
    case .nothing: return .nothing
    case .right(let text): return .right(text.span)
    case .pay(let amount, by: let rule):
      let term = builder.term(amount, .init())
      switch rule {
      case nil: return .payment(term, remedy: nil, fixed: nil)
      case .fixed(let remedy): return .payment(term, remedy: nil, fixed: remedy)
      case .decided(let value, _): return .payment(term, remedy: builder.term(value, .init()), fixed: nil)
      }
    }
  }

  private mutating func look(
    _ steps: [CheckedPolicy.Step], of ruling: String, _ environment: TermBuilder.Environment
  ) {
    for step in steps {
      look(step.exceptions, of: "\(ruling).\(step.name)", environment) { builder, value in
        switch value {
        case .waived: .waived
        case .value(let amount): .amount(builder.term(amount, environment))
        }
      }
    }
  }

  private mutating func look<Value>(
    _ exceptions: [CheckedPolicy.Exception<Value>], of ruling: String, _ environment: TermBuilder.Environment,
    said: (inout TermBuilder, Value) -> Said
  ) {
    guard exceptions.count > 1, !builder.table.isExhausted else { return }
    let values = exceptions.map { said(&builder, $0.value) }
    let conditions = exceptions.map { builder.term($0.condition, environment) }
    for exception in exceptions { note(exception.condition, environment) }
    let types = types
    let space = ConditionSpace(conditions, in: builder) { term in range(of: term, types[term]) }
    guard !space.isTooLarge else { return }
    let overrides = exceptions.map { Set($0.overrides) }
    var possible: [Regions?] = Array(repeating: nil, count: space.variables.count)
    var steps = Self.mostSteps
    var found = 0
    for second in exceptions.indices.dropFirst() {
      for first in 0..<second {
        // Of two of one name that is the mistake.
        guard values[first] != values[second], exceptions[first].name != exceptions[second].name,
          !overrides[first].contains(second), !overrides[second].contains(first),
          !unresolved.contains(exceptions[first].span), !unresolved.contains(exceptions[second].span)
        else { continue }
        guard let meeting = space.meeting(first, second, &possible, steps: &steps) else { continue }
        report(exceptions[first], exceptions[second], ruling, meeting, space, types)
        found += 1
        if found >= Self.mostShown { return }
      }
      if steps <= 0 { return }
    }
  }

  private mutating func report<Value>(
    _ first: CheckedPolicy.Exception<Value>, _ second: CheckedPolicy.Exception<Value>, _ ruling: String,
    _ meeting: [(Int, Regions)], _ space: ConditionSpace, _ types: [Int: ValueType]
  ) {
    var witness: [String] = []
    var hasFree = false
    for (variable, regions) in meeting {
      let known = space.variables[variable]
      guard let region = regions.first, let value = known.sample(region), let type = types[known.term],
        let name = name(of: known.term)
      else {
        hasFree = true
        continue
      }
      if case .definition = builder.table.terms[known.term].operation { hasFree = true }
      witness.append("\(name) \(shown(value, type))")
    }
    problems.append(
      .sense(
        .conflict(
          Conflict(
            ruling: ruling, first: Name(first.name, first.span), second: Name(second.name, second.span),
            witness: witness, hasFreeConditions: hasFree))))
  }
}
