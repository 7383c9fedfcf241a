import RedressDiagnostics
import RedressSyntax
import RedressValues

/// A `lift`, which becomes an exception `waived` of each step it names.
struct CheckedLift {
  enum Target {
    /// All steps of a limit, or the one of that name.
    case limit(Int, step: String?)
    case step(String, ofItem: Int)
  }

  let targets: [Target]
  let exception: CheckedPolicy.Exception<CheckedPolicy.StepOverride>
}

extension PolicyChecker {
  /// The lifts, before the steps they act on are checked.
  mutating func checkLifts() {
    for entry in outline.lifts {
      owner = entry.node
      let syntax = entry.syntax
      var scope = Scope()
      scope.allowsOptional = true
      let before = unresolvedCount
      let condition = condition(syntax.condition, &scope) ?? .placeholder(.yesOrNo, syntax.condition.span)
      if unresolvedCount != before { unresolvedExceptions.insert(syntax.name.span) }
      // The engine knows no lifts: its label has no place but here.
      _ = text(syntax.label, Scope())
      let targets = liftTargets(entry)
      // A lift of a used policy of limits that touch nothing here asks for nothing.
      if entry.isOwn || outline.items.isEmpty || targets.contains(where: { hasItems($0) }) { roots.append(entry.node) }
      lifts.append(
        CheckedLift(
          targets: targets,
          exception: .init(
            name: syntax.name.text, value: .waived, condition: condition, optionalReads: scope.optionalReads,
            overrides: [], reasons: reasons(syntax.reasons, Scope()), span: syntax.name.span)))
    }
    owner = nil
  }

  private func hasItems(_ target: CheckedLift.Target) -> Bool {
    switch target {
    case .step: true
    case .limit(let limit, _): !itemsInScope(outline.limits[limit].syntax.targets).isEmpty
    }
  }

  private mutating func liftTargets(_ entry: Entry<LiftSyntax>) -> [CheckedLift.Target] {
    var targets: [CheckedLift.Target] = []
    var seen: [String: Span] = [:]
    for branch in entry.syntax.branches {
      guard let first = branch.first, let last = branch.last, !first.text.isEmpty, !last.text.isEmpty else { continue }
      let span = first.span.through(last.span)
      let written = branch.map(\.text).joined(separator: ".")
      if let place = seen[written] {
        report(.naming(.listedTwice(Name(written, span), first: place)))
        continue
      }
      seen[written] = span
      if let target = liftTarget(first, branch.count > 1 ? last : nil, isOwn: entry.isOwn) { targets.append(target) }
    }
    return targets
  }

  private mutating func liftTarget(_ name: Name, _ step: Name?, isOwn: Bool) -> CheckedLift.Target? {
    let entity = outline.entities[name.text]
    let steps: [StepSyntax]
    switch entity {
    case .limit(let limit):
      noteRead(of: outline.limits[limit].node, isNeeded: false)
      steps = outline.limits[limit].syntax.steps
    case .item(let item): steps = outline.items[item].syntax.steps
    case nil where outline.unread.contains(name.text) || !isOwn: return nil
    case nil:
      let candidates = outline.limits.map(\.syntax.name.text) + outline.items.map(\.syntax.name.text)
      report(.naming(.unknown(name, .limit, suggestion: nearest(to: name.text, among: candidates))))
      return nil
    case let other?:
      report(.limiting(.nothingToLift(name, found: other.sort, declared: outline.place(of: name.text))))
      return nil
    }
    var names = BranchNames()
    let stepNames = steps.map { names.step($0) }
    if let step, !stepNames.contains(step.text) {
      report(
        .limiting(
          .unknownStep(step, of: name.text, steps: stepNames, suggestion: nearest(to: step.text, among: stepNames))))
      return nil
    }
    switch entity {
    case .limit(let limit): return .limit(limit, step: step?.text)
    case .item(let item):
      guard let step else {
        report(.limiting(.stepMissing(name, steps: stepNames)))
        return nil
      }
      return .step(step.text, ofItem: item)
    default: return nil
    }
  }

  /// The exceptions that lifts make of an item's steps, by the name of the step.
  func lifts(onItem item: Int) -> [String: [CheckedPolicy.Exception<CheckedPolicy.StepOverride>]] {
    var result: [String: [CheckedPolicy.Exception<CheckedPolicy.StepOverride>]] = [:]
    for lift in lifts {
      for case .step(let step, item) in lift.targets { result[step, default: []].append(lift.exception) }
    }
    return result
  }

  /// The same of a limit's steps.
  func lifts(onLimit limit: Int, _ steps: [StepSyntax]) -> [String: [CheckedPolicy.Exception<
    CheckedPolicy.StepOverride
  >]] {
    var names = BranchNames()
    let all = Set(steps.map { names.step($0) })
    var result: [String: [CheckedPolicy.Exception<CheckedPolicy.StepOverride>]] = [:]
    for lift in lifts {
      var waived: Set<String> = []
      for case .limit(limit, let step) in lift.targets { waived.formUnion(step.map { [$0] } ?? all) }
      for step in waived { result[step, default: []].append(lift.exception) }
    }
    return result
  }

  /// The items that targets name, without a word of those that they name in vain.
  func itemsInScope(_ targets: [TargetSyntax]) -> [Int] {
    outline.items.indices.filter { item in
      let syntax = outline.items[item].syntax
      return targets.contains { target in
        switch target {
        case .all: true
        case .name(let name): name.text == syntax.name.text || name.text == syntax.classWord?.text ?? "compensation"
        }
      }
    }
  }
}
