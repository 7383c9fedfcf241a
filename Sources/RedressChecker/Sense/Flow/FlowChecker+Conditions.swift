import RedressDiagnostics
import RedressSyntax
import RedressValues

extension FlowChecker {
  /// Whether a condition decides anything where it stands.
  enum Verdict: Hashable { case open, never, always }

  /// Enough for what a person can keep in mind.
  private static let mostSteps = 4_000

  /// By what they ask about, so that only those are looked at that bear upon a condition.
  mutating func indexRequirements() {
    for term in builder.requirementTerms {
      for subject in asked(by: term) { requirementsBySubject[subject, default: []].append(term) }
    }
  }

  private mutating func asked(by term: Int) -> [Int] {
    if let known = subjects[term] { return known }
    let result = ConditionSpace.subjects(of: term, in: builder.table)
    subjects[term] = result
    return result
  }

  mutating func judge(
    _ condition: CheckedExpression?, _ role: ConditionRole, _ optionalReads: [OptionalRead], _ place: Place
  ) {
    guard let condition else { return }
    guard isClear(condition, place) else {
      verdicts.append((condition.span, role, .open, []))
      return
    }
    var verdict = verdict(on: condition, role, place)
    // Where one of these is absent the condition does not hold.
    if verdict == .always, !optionalReads.isEmpty { verdict = .open }
    verdicts.append((condition.span, role, verdict, verdict == .open ? [] : known(in: condition, place)))
  }

  mutating func judge<Value>(_ exception: CheckedPolicy.Exception<Value>, _ place: Place) {
    judge(exception.condition, .exception(Name(exception.name, exception.span)), exception.optionalReads, place)
  }

  /// Whether the words or the bounds of a value may be others than were read.
  private func mayBeUnread(_ subject: Int) -> Bool {
    if case .kind(let kind)? = builder.types[subject], policy.kinds[kind].words.count < 2 { return true }
    guard owners.hasPlaceholders, let bounds = builder.attributes(of: subject)?.bounds else { return false }
    return bounds.lower == .zero && bounds.excludesLower && bounds.upper == nil
  }

  /// What is declared of the facts that a condition asks about.
  private mutating func known(in condition: CheckedExpression, _ place: Place) -> [KnownRange] {
    let term = builder.term(condition, environment(place))
    var result: [KnownRange] = []
    for subject in asked(by: term).prefix(3) {
      guard let attributes = builder.attributes(of: subject), attributes.bounds != nil else { continue }
      let range = policy.words(TermBuilder.range(attributes), attributes.type)
      result.append(KnownRange(name: attributes.name, place: attributes.span, range: range))
    }
    return result
  }

  private mutating func verdict(on condition: CheckedExpression, _ role: ConditionRole, _ place: Place) -> Verdict {
    if case .ordinal(let position) = condition.form {
      if owners.hasPlaceholders { return .open }
      // So a note, or an approval, is for every case.
      if case .note = role, position == 1 { return .open }
      if case .approval = role, position == 1 { return .open }
    }
    guard !builder.table.isExhausted, !speaksOfSettings(condition) else { return .open }
    if role == .invariant, condition.readsWhatIsWorkedOut { return .open }
    let environment = environment(place)
    let term = builder.term(condition, environment)
    if asked(by: term).contains(where: mayBeUnread) { return .open }
    let around = role == .requirement ? [] : surroundings(of: term, place, environment)
    let opposite = builder.table.number(.not, [term])
    let space = ConditionSpace([term, opposite] + around, in: builder)
    guard !space.isTooLarge else { return .open }
    let path = Array(2..<(2 + around.count))
    let (holds, fails) = (isPossible([0] + path, in: space), isPossible([1] + path, in: space))
    if holds, !fails { return .always }
    return fails && !holds ? .never : .open
  }

  /// Whether conditions can hold together; also where that was too much to find out.
  private func isPossible(_ conditions: [Int], in space: ConditionSpace) -> Bool {
    var possible: [Regions?] = Array(repeating: nil, count: space.variables.count)
    var steps = Self.mostSteps
    return space.meeting(conditions, &possible, steps: &steps) != nil || steps <= 0
  }

  /// What holds around a condition and asks about the same.
  private mutating func surroundings(
    of term: Int, _ place: Place, _ environment: TermBuilder.Environment
  ) -> [Int] {
    let asked = asked(by: term)
    let subjects = Set(asked)
    var result: [Int] = []
    for (condition, isTrue) in place.conditions.suffix(40) {
      let known = builder.term(condition, environment)
      guard self.asked(by: known).contains(where: subjects.contains) else { continue }
      result.append(isTrue ? known : builder.table.number(.not, [known]))
    }
    var taken: Set<Int> = []
    for subject in asked {
      for requirement in (requirementsBySubject[subject] ?? []).prefix(20) where taken.insert(requirement).inserted {
        result.append(requirement)
      }
    }
    return result
  }

  /// In their order, so that each is looked at once.
  mutating func findSettings() {
    isSetting = Array(repeating: false, count: policy.definitions.count)
    for (index, definition) in policy.definitions.enumerated() where definition.ruling.exceptions.isEmpty {
      isSetting[index] = definition.ruling.base.constant != nil || speaksOfSettings(definition.ruling.base)
    }
  }

  /// Whether the condition reads a definition that is one fixed value.
  private func speaksOfSettings(_ expression: CheckedExpression) -> Bool {
    expression.contains { [isSetting] in
      switch $0.form {
      case .definition(let definition), .call(let definition, _), .callOn(let definition, _, _),
        .definitionOn(let definition, _):
        isSetting[definition]
      default: false
      }
    }
  }

  /// Exceptions that others set aside wherever they hold.
  mutating func lookForOverridden<Value: RulingValue>(
    _ exceptions: [CheckedPolicy.Exception<Value>], _ place: Place
  ) {
    guard exceptions.contains(where: { !$0.overrides.isEmpty }), !builder.table.isExhausted else { return }
    let environment = environment(place)
    for (index, exception) in exceptions.enumerated() {
      let own = Set(exception.overrides)
      let others = exceptions.enumerated().filter { !own.contains($0.offset) }.map(\.element).filter {
        // The value set aside counts after all where another builds on it.
        $0.overrides.contains(index) && $0.optionalReads.isEmpty && !$0.value.buildsOnOtherwise
          && !speaksOfSettings($0.condition)
      }
      guard !others.isEmpty, others.count < 40 else { continue }
      let readers = exceptions.filter { $0.overrides.contains(index) && $0.value.buildsOnOtherwise }
      guard readers.isEmpty, !(owners.hasPlaceholders && exception.condition.constant != nil) else { continue }
      let term = builder.term(exception.condition, environment)
      let overriding = others.map { builder.table.number(.not, [builder.term($0.condition, environment)]) }
      let around = surroundings(of: term, place, environment)
      let space = ConditionSpace([term] + around + overriding, in: builder)
      guard !space.isTooLarge, isPossible(Array(0...around.count), in: space),
        !isPossible(Array(0..<(1 + around.count + overriding.count)), in: space)
      else { continue }
      report(
        .idle(
          .alwaysOverridden(
            Name(exception.name, exception.span), by: others.map { Name($0.name, $0.span) })))
    }
  }

  /// What stands in several places at once, as a lift does, is idle only if it is so everywhere.
  mutating func reportVerdicts() {
    var all: [Span: Set<Verdict>] = [:]
    for (place, _, verdict, _) in verdicts { all[place, default: []].insert(verdict) }
    var told: Set<Span> = []
    for (place, role, verdict, known) in verdicts where all[place]?.count == 1 && told.insert(place).inserted {
      switch verdict {
      case .open: break
      case .never: problems.append(.sense(.idle(.neverHolds(place, role, known))))
      case .always: problems.append(.sense(.idle(.alwaysHolds(place, role, known))))
      }
    }
  }
}

extension CheckedExpression {
  /// Whether it speaks of anything that the policy works out.
  var readsWhatIsWorkedOut: Bool {
    contains {
      switch $0.form {
      case .definition, .call, .callOn, .definitionOn, .table, .tableOn, .tiers, .itemAmount, .total, .shareOf,
        .accrued:
        true
      default: false
      }
    }
  }
}
